/** The clauses of a draft that a signed time is of now: a must where the page has a window, or refuses a time for it. */
import type { LateSaid } from '../refusals/late.ts';
import { gate, type Row, row } from './row.ts';

/** No standard of payments has a window; that a proof is good for a short time one of proofs says. */
const ofStandard = { level: 'should', source: 'rfc9449', at: 'section 11.1' } as const;

/** The demands on how far a time may be off. */
interface Current {
  /** The mechanism that sends it. */
  auth: string;
  statement: string;
  /** The ways to send another time. */
  broken: string[];
  /** What the page says of a window, if it does. */
  window?: { at: string } | undefined;
  /** What its words about refusals say. */
  late: LateSaid | null;
}

/** The rows: words about a time that is too old say nothing of one that is ahead. */
export function currentRows({ auth, statement, broken, window, late }: Current): Row[] {
  const said = window ?? late;
  const one = (id: string, what: string, ways: string[], at: string | null): Row[] => {
    if (ways.length === 0) return [];
    // A window that nothing which binds the provider speaks of is none of the first things to try.
    const demand = { auth, break: ways };
    return at === null ? [{ ...row(id, what, '', demand), ...ofStandard }] : [row(id, what, at, demand, gate)];
  };
  if (window || late === null || late.isEither) return one('timestamp-current', statement, broken, said?.at ?? null);
  const isAhead = (way: string): boolean => way.endsWith('-future');
  return [
    ...one(
      'timestamp-current',
      'A time that is too old is refused.',
      broken.filter((way) => !isAhead(way)),
      late.at,
    ),
    ...one('timestamp-ahead', 'A time that is ahead is refused.', broken.filter(isAhead), null),
  ];
}
