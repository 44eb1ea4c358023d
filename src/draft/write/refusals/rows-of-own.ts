/** The refusals of a credential that has a status of its own, for faults that may be refused as a wrong credential too. */
import { isObject, type Json, type JsonObject } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { documentedWith } from './codes.ts';
import { eachOnce } from './each-once.ts';
import type { Faults } from './unnamed.ts';

/** The names of such refusals by their classes, from that of another value. */
const ofOwn: Partial<Record<string, (id: string) => string>> = {
  'or-empty': (id) => `${id}-or-empty`,
  unnamed: (id) => `${id}-unnamed`,
  either: (id) => `${id}-either`,
};

/** The classes of a part, where what may be refused as a wrong credential is refused as that one is; `own` is null where it has no refusal of its own. */
export function withOwn(as: Json, own: string | null): string | JsonObject {
  const named = (one: Json): Json => (own === null ? one : (ofOwn[String(one)]?.(own) ?? one));
  return isObject(as)
    ? Object.fromEntries(Object.entries(as).map(([group, one]) => [group, named(one)]))
    : String(named(as));
}

/** The rows that such refusals are like. */
interface Like {
  /** That of a value that is not there, and of wrong parameters in general. */
  missing: JsonObject;
  parameters: number[];
  unnamed: JsonObject;
}

/** A credential without a value, or in a fault that no words name, by the statuses of that credential in the place of those of others. */
export function ownRows(
  facts: Facts,
  own: Record<string, number[]>,
  { missing, parameters, unnamed }: Like,
  faults: Faults,
): Record<string, JsonObject> {
  const isDecided = facts.refused?.unnamed !== undefined;
  return Object.fromEntries(
    Object.entries(own).flatMap(([id, statuses]): [string, JsonObject][] => {
      const as = `refused as credentials (${statuses.join(' or ')})`;
      const wrong = documentedWith(facts, faults.shared, statuses);
      const both = [...new Set([...parameters, ...statuses])];
      return [
        [
          `${id}-or-empty`,
          {
            statement: `${missing['statement']}; without a value also ${as}`,
            documented: eachOnce(
              missing['documented'],
              wrong.map((one) => ({ ...one, ways: faults.valueless })),
            ),
          },
        ],
        [
          `${id}-unnamed`,
          isDecided
            ? unnamed
            : {
                statement: `refused for what the page gives no status (${both.join(' or ')})`,
                documented: documentedWith(facts, [], both),
              },
        ],
        [
          `${id}-either`,
          {
            statement: `${missing['statement']}, or ${as}`,
            documented: eachOnce(missing['documented'], documentedWith(facts, [], statuses)),
          },
        ],
      ];
    }),
  );
}
