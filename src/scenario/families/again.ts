/** Refusals and grants once more, in turn, on one connection and on fresh ones: an answer depends on the request alone. */
import type { Contract, DemandClause } from '../../contract/types.ts';
import type { RequestDraft } from '../draft.ts';
import type { Way } from '../ways/way.ts';
import { demandOfCaller, demandOn, type Family, type Row } from './family.ts';
import { withHeaders } from './parts.ts';

/** How a request is sent once more. The connection is closed after the last, so that the next goes out on a fresh one. */
const turns: Record<string, { close: boolean }> = { second: { close: false }, third: { close: true } };

/** The ways of a part, each a second and a third time: `second-absent`, `third-absent`. */
export function againWays(ways: Record<string, Way>, name: string): Record<string, Way> {
  return Object.fromEntries(
    Object.entries(turns).flatMap(([turn, { close }]) =>
      Object.entries(ways).map(([key, known]): [string, Way] => [
        `${turn}-${key}`,
        {
          ...known,
          title: (context) => `${turn} time: ${known.title({ ...context, name })}`,
          apply: (draft, context): RequestDraft => {
            const changed = known.apply(draft, { ...context, name });
            return close ? withHeaders(changed, ['Connection', 'close']) : changed;
          },
        },
      ]),
    ),
  );
}

/** Kinds of refusal that are sent again. */
const most = 3;

/** What is sent again: one way of each kind of demand, those that are about the caller first. */
function basesOf(contract: Contract): { base: DemandClause; way: string }[] {
  const byAuth = contract.operation.control.auth.flatMap(({ mechanism }) =>
    ['other-secret', 'other-key', 'unknown-client'].map((way) => ({
      base: demandOn(contract, 'auth', mechanism, [way]),
      ways: [way],
    })),
  );
  const [field = ''] = Object.keys(contract.operation.control.body);
  const wanted = [
    { base: demandOfCaller(contract), ways: ['absent', 'other-key', 'lengthened'] },
    ...byAuth,
    { base: demandOn(contract, 'header', null, ['unknown']), ways: ['unknown'] },
    { base: demandOn(contract, 'field', field, ['other-value']), ways: ['other-value'] },
    { base: demandOn(contract, 'field', field, ['absent']), ways: ['absent'] },
    { base: demandOn(contract, 'method', null, ['get']), ways: ['get'] },
  ];
  const found = wanted.flatMap(({ base, ways }) => {
    const way = ways.find((one) => base?.request.ways.includes(one));
    return base && way !== undefined ? [{ base, way }] : [];
  });
  const first = found.filter(
    ({ base, way }, index) => found.findIndex((one) => one.base === base && one.way === way) === index,
  );
  return first.slice(0, most);
}

const grant = (title: string): Way => ({ title: () => title, apply: (draft) => draft });

/** A good request after a good one on the same connection, where the contract says that one is granted again. */
function grantedTwice({ clauses }: Contract): Row[] {
  const clause = clauses.find(({ request }) => request?.part === 'whole' && request.ways.includes('again'));
  if (!clause) return [];
  return [
    {
      what: 'granted-once-more',
      statement: 'A good request is granted every time.',
      origin: { clause },
      ways: ['more', 'yet-more'],
      judged: { check: 'granted' },
    },
  ];
}

/** Refusals and grants once more. */
export const again: Family = {
  name: 'again',
  about: 'each kind of refusal and the grant a second and a third time, in turn, on one connection and on fresh ones',
  ways: {
    'after-refusals': grant('the good request after two refusals'),
    more: grant('the good request once more'),
    'yet-more': grant('the good request yet once more'),
  },
  rows: (contract) => [
    ...basesOf(contract).flatMap(({ base, way }): Row[] => {
      const short = base.id.replace(`${contract.provider}-`, '');
      return [
        {
          what: `${short}-${way}`,
          statement: `${base.statement.replace(/\.$/, '')}: every time.`,
          origin: { clause: base },
          part: { part: 'again', name: `${base.request.part}:${base.request.name}` },
          ways: Object.keys(turns).map((turn) => `${turn}-${way}`),
          judged: { refused: base },
        },
        {
          what: `granted-after-${short}-${way}`,
          statement: 'A good request is granted after such refusals.',
          origin: { clause: base },
          ways: ['after-refusals'],
          judged: { check: 'granted' },
        },
      ];
    }),
    ...grantedTwice(contract),
  ],
};
