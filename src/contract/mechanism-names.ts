/** The names of mechanisms in a file, before its keys are read: what a mechanism takes is known only where there is one of its name. */
import { isObject, type Json, own } from '../formats/json.ts';
import { didYouMean } from './similar.ts';

type Keys = (string | number)[];

/** That there is no mechanism of this name, and which there are. */
export function noMechanism(name: string, mechanisms: Readonly<Record<string, unknown>>): string {
  const known = Object.keys(mechanisms);
  return `no auth mechanism "${name}"; there is: ${known.join(', ')}${didYouMean(name, known)}`;
}

/** The sections that say how a good request is authenticated, as a file of a contract has them. */
function sectionsIn(file: Json): { keys: Keys; auth: Json }[] {
  if (!isObject(file)) return [];
  const { control, operations } = file;
  const rows: [Keys, Json | undefined][] = [
    [['control'], control],
    ...Object.entries(isObject(operations) ? operations : {}).map(([id, row]): [Keys, Json] => [
      ['operations', id],
      row,
    ]),
  ];
  return rows.flatMap(([keys, row]) => {
    const auth = isObject(row) ? row['auth'] : undefined;
    return auth === undefined ? [] : { keys: [...keys, 'auth'], auth };
  });
}

/** Each mechanism that there is not, with the keys that lead to its name. */
export function unknownMechanisms(
  file: Json,
  mechanisms: Readonly<Record<string, unknown>>,
): { keys: Keys; fault: string }[] {
  return sectionsIn(file).flatMap(({ keys, auth }) =>
    (Array.isArray(auth) ? auth : [auth]).flatMap((row, index) => {
      const name = isObject(row) ? row['mechanism'] : undefined;
      if (typeof name !== 'string' || own(mechanisms, name) !== undefined) return [];
      const here = Array.isArray(auth) ? [...keys, index] : keys;
      return { keys: [...here, 'mechanism'], fault: noMechanism(name, mechanisms) };
    }),
  );
}
