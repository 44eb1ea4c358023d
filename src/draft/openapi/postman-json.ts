/** The raw body of a request of a collection as JSON. */
import json5 from 'json5';
import type { Json } from '../../formats/json.ts';

/** What people write into a raw body that is nearly JSON: comments, commas too many, and variables for whole values. */
export function asJson(raw: string): Json | undefined {
  try {
    return JSON.parse(raw);
  } catch {
    try {
      return json5.parse(raw.replace(/(?<!["\w])\{\{[^{}]*\}\}(?!["\w])/g, (variable) => JSON.stringify(variable)));
    } catch {
      return undefined;
    }
  }
}
