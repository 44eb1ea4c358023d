/** Ways around what is demanded: what a proxy, a framework or a debug switch may let pass that the provider refuses. */
import type { Contract, DemandClause } from '../../contract/types.ts';
import type { Way } from '../ways/way.ts';
import { cookies, forwarded, switches, urls } from './around-caller.ts';
import { basicPlaces, bodies, methods, misplaced, twoMethods } from './around-request.ts';
import { demandOfCaller, demandOn, type Family, type Row, sourceOf } from './family.ts';

const names = (table: Record<string, Way>): string[] => Object.keys(table);

function callerRows(contract: Contract, base: DemandClause): Row[] {
  const judged = { refused: base };
  const basic = contract.operation.control.auth.some(({ mechanism }) => mechanism === 'basic');
  const row = (what: string, statement: string, table: Record<string, Way>): Row => ({
    what,
    statement,
    origin: { clause: base },
    ways: names(table),
    judged,
  });
  return [
    row('forwarded', 'Nothing that a proxy says of the caller stands in place of its credentials.', forwarded),
    row('switches', 'No header or parameter switches the credentials off.', switches),
    row('cookies', 'No cookie stands in place of the credentials.', cookies),
    {
      // Servers in front redirect or block such paths, which shows nothing of the provider.
      ...row('paths', 'No other spelling of the path is served without credentials.', urls),
      origin: { clause: base, level: 'should' },
    },
    ...(basic
      ? [row('places', 'Credentials count in Authorization alone, and the only ones there.', basicPlaces)]
      : []),
    // Where OAuth is not what the page follows, members of those names mean nothing.
    ...(basic && sourceOf(contract, 'rfc6749').cited
      ? [
          {
            what: 'two-methods',
            statement: 'A request that authenticates the client in two ways is refused.',
            origin: { standard: 'rfc6749' as const, at: 'section 2.3, section 5.2', level: 'should' as const },
            ways: names(twoMethods),
            judged,
          },
        ]
      : []),
  ];
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
    ...switches,
    ...cookies,
    ...urls,
    ...methods,
    ...basicPlaces,
    ...twoMethods,
    ...misplaced,
    ...bodies,
  },
  rows(contract) {
    const caller = demandOfCaller(contract);
    const method = demandOn(contract, 'method', null, ['get', 'put']);
    const field = fieldBase(contract);
    const media = demandOn(contract, 'media-type', null, ['text', 'absent', 'json', 'form']);
    return [
      ...(caller ? callerRows(contract, caller) : []),
      ...(method
        ? [
            {
              what: 'methods',
              statement: 'Another method is refused, whatever a header or a parameter says that it stands for.',
              origin: { clause: method },
              ways: names(methods),
              judged: { refused: method },
            },
          ]
        : []),
      ...(field
        ? [
            {
              what: 'misplaced',
              statement: 'A field counts in the body alone.',
              origin: { clause: field },
              ways: names(misplaced),
              judged: { refused: field },
            },
          ]
        : []),
      ...(media
        ? [
            {
              what: 'bodies',
              statement: 'A body of another media type than the documented one is refused.',
              origin: { clause: media, level: 'should' as const },
              ways: names(bodies),
              judged: { refused: media },
            },
          ]
        : []),
    ];
  },
};
