/** Ways around what is demanded: what a proxy, a framework or a debug switch may let pass that the provider refuses. */
import type { Contract, DemandClause } from '../../contract/types.ts';
import type { Way } from '../ways/way.ts';
import { cookies, forwarded, preflight, switches, urls } from './around-caller.ts';
import { misplacedHeaders, twiceHeaders } from './around-headers.ts';
import { basicPlaces, bodies, methods, misplaced, twoMethods } from './around-request.ts';
import { grantedTokens, movedSignatures } from './around-token.ts';
import {
  demandOfCaller,
  demandOn,
  type Family,
  grantsTokens,
  type RefusedRow,
  type Row,
  refusedRows,
  sourceOf,
} from './family.ts';

const names = (table: Record<string, Way>): string[] => Object.keys(table);

function callerRows(contract: Contract): Row[] {
  const base = demandOfCaller(contract);
  const isBasic = contract.operation.control.auth.some(({ mechanism }) => mechanism === 'basic');
  const ofBasic: Record<string, RefusedRow> = {
    places: {
      statement: 'Credentials count in Authorization alone, and the only ones there.',
      ways: names(basicPlaces),
    },
  };
  const ofGrants: Record<string, RefusedRow> = {
    'granted-token': {
      statement: 'No token that was granted counts in place of the credentials.',
      ways: names(grantedTokens),
    },
  };
  const ofOAuth: Record<string, RefusedRow> = {
    'two-methods': {
      statement: 'A request that authenticates the client in two ways is refused.',
      origin: { standard: 'rfc6749', at: 'section 2.3, section 5.2', level: 'should' },
      ways: names(twoMethods),
    },
  };
  return refusedRows(base, {
    forwarded: {
      statement: 'Nothing that a proxy says of the caller counts in place of its credentials.',
      ways: names(forwarded),
    },
    ...(grantsTokens(contract) ? ofGrants : {}),
    'misplaced-signature': {
      statement: 'A signature counts in its header alone.',
      ways: names(movedSignatures),
    },
    switches: { statement: 'No header or parameter switches the credentials off.', ways: names(switches) },
    cookies: { statement: 'No cookie counts in place of the credentials.', ways: names(cookies) },
    // Servers in front redirect or block such paths, which shows nothing of the provider.
    paths: {
      statement: 'No other spelling of the path is served without credentials.',
      level: 'should',
      mayLead: true,
      ways: names(urls),
    },
    ...(isBasic ? ofBasic : {}),
    // Where OAuth is not what the page follows, members of those names mean nothing.
    ...(isBasic && sourceOf(contract, 'rfc6749').cited ? ofOAuth : {}),
  });
}

/** The field that comes first must be given, or to put it elsewhere breaks nothing. */
function fieldBase(contract: Contract): DemandClause | undefined {
  const [name = ''] = Object.keys(contract.operation.control.body);
  return demandOn(contract, 'field', name, ['absent']);
}

/** Ways around what is demanded. */
export const around: Family = {
  name: 'around',
  about:
    'ways around what is demanded: overridden methods, forwarded addresses, cookies, paths, credentials in two places',
  ways: {
    ...forwarded,
    ...grantedTokens,
    ...movedSignatures,
    ...switches,
    ...cookies,
    ...urls,
    ...methods,
    ...preflight,
    ...basicPlaces,
    ...twoMethods,
    ...misplaced,
    ...misplacedHeaders,
    ...twiceHeaders,
    ...bodies,
  },
  rows(contract) {
    const method = demandOn(contract, 'method', null, ['get', 'put']);
    const media = demandOn(contract, 'media-type', null, ['text', 'absent', 'json', 'form']);
    return [
      ...callerRows(contract),
      ...refusedRows(method, {
        methods: {
          statement: 'Another method is refused, whichever method a header or a parameter names beside it.',
          ways: names(methods),
        },
        preflight: {
          statement: 'OPTIONS, by which a client asks what it may send, grants no token.',
          mayAnswer: true,
          ways: names(preflight),
        },
      }),
      ...refusedRows(fieldBase(contract), {
        misplaced: { statement: 'A field counts in the body alone.', ways: names(misplaced) },
      }),
      ...refusedRows(demandOn(contract, 'header', null, ['absent']), {
        'misplaced-header': { statement: 'A header counts as a header alone.', ways: names(misplacedHeaders) },
        'header-twice': {
          statement: 'A request that names its caller, or signs, in two header lines with two values is refused.',
          origin: { standard: 'rfc9110', at: 'section 5.3', level: 'should' },
          ways: names(twiceHeaders),
        },
      }),
      ...refusedRows(media, {
        bodies: {
          statement: 'A body of another media type than the documented one is refused.',
          level: 'should',
          ways: names(bodies),
        },
      }),
    ];
  },
};
