/** The clauses about what no keyword states and words of the page refuse: a part sent twice, or empty, an unknown scope, another value. */
import { pointerOf } from '../../../formats/json.ts';
import type { WayFault } from '../refusals/named-ways.ts';
import type { Row, RowContext } from './row.ts';

const parts = { body: 'field', header: 'header', query: 'parameter' } as const;

/** What each clause is called behind its part, and what it says. */
const said: Record<WayFault['way'], { suffix: string; statement(name: string): string }> = {
  repeated: { suffix: 'once', statement: (name) => `${name} is sent once: a request with two is refused.` },
  empty: { suffix: 'filled', statement: (name) => `${name} has a value: an empty one is refused.` },
  'unknown-scope': { suffix: 'known', statement: (name) => `${name} is one that is known: any other is refused.` },
  unknown: { suffix: 'listed', statement: (name) => `${name} has a value that the page lists: any other is refused.` },
};

/** The rows of a draft for faults that words of the page name. */
export const wayRows = ({ faults, names }: RowContext): Row[] =>
  faults.ways.map(({ name, place, way, at, as }) => {
    const id = place === 'body' ? names.request({ pointer: pointerOf([name]) }) : names[place](name);
    const { suffix, statement } = said[way];
    return {
      id: `${id.slice(names.of('').length)}-${suffix}`,
      statement: statement(name),
      at,
      rest: { demand: { [parts[place]]: name, break: [way] }, refusal: as },
    };
  });
