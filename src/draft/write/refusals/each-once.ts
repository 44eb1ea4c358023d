/** What documents a refusal, with each status once. Pure. */
import { isObject, type Json } from '../../../formats/json.ts';

/** The statuses of what documents a refusal, whatever else it says. */
export const statusesOf = (documented: Json[]): Json[] =>
  documented.flatMap((one) => [(isObject(one) && one['status']) || []].flat());

/** What documents a refusal, where a status that is taken with any body and by each way is given once. */
export function eachOnce(...all: (Json | undefined)[]): Json[] {
  const rows = all.flatMap((one) => [one ?? []].flat());
  const isPlain = (one: Json): boolean => isObject(one) && Object.keys(one).every((key) => key === 'status');
  const covers = (one: Json, other: Json): boolean =>
    isPlain(one) && statusesOf([other]).every((status) => statusesOf([one]).includes(status));
  return rows.filter(
    (one, at) =>
      !rows.some((other, place) => place !== at && covers(other, one) && (place < at || !covers(one, other))),
  );
}
