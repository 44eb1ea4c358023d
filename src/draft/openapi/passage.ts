/** An operation of a description as a person reads it: with the parameters of its path, and with what its references lead to. */
import type { Json } from '../../formats/json.ts';
import { isObject } from '../../formats/json.ts';
import { leadsNowhere } from './dead-references.ts';
import type { Description } from './description.ts';
import { follow, nowhere } from './follow.ts';

/** Values that are shown of one operation, and references within one another that are followed. */
const [mostValues, mostWithin] = [5000, 12];

/** The text of an operation; references beyond the bounds, and those that lead nowhere, stand as they are. */
export function passageOf(api: Description, item: Json | undefined, operation: Json | undefined): string {
  let values = 0;
  const shown = (value: Json, within: number): Json => {
    if (++values > mostValues) return value;
    if (Array.isArray(value)) return value.map((one) => shown(one, within));
    if (!isObject(value)) return value;
    const target = '$ref' in value && within < mostWithin ? follow(api, value, nowhere)?.value : undefined;
    if (target !== undefined) return shown(target, within + 1);
    const dead = leadsNowhere(String(value['$ref'] ?? ''));
    if (dead !== null) return { ...value, $ref: dead };
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shown(one, within)]));
  };
  const own = isObject(operation) ? operation : {};
  const lists = [isObject(item) ? item['parameters'] : undefined, own['parameters']];
  const parameters = lists.flatMap((list) => (Array.isArray(list) ? list : []));
  return JSON.stringify(shown({ ...own, ...(parameters.length > 0 ? { parameters } : {}) }, 0), null, 2);
}
