/** Words of a description that a comma has cut: in `{ description: A name, or a code }` YAML takes the end for a key without a value. */
import { isObject, type Json, type JsonObject } from '../../formats/json.ts';

const texts = ['description', 'summary', 'title'];
/** What holds values of a provider, of whatever names. */
const samples = ['example', 'examples', 'default', 'enum', 'const', 'value'];

/** Joins what stands behind a text of an object, each a key of several words without a value. */
function joinIn(found: JsonObject): void {
  let text: string | null = null;
  for (const [key, value] of Object.entries(found)) {
    if (texts.includes(key) && typeof value === 'string') text = key;
    else if (text !== null && value === null && /\S\s\S/.test(key)) {
      found[text] = `${found[text]}, ${key}`;
      delete found[key];
    } else text = null;
  }
}

/** A description with the whole of its texts; changes what it is given. */
export function withWholeTexts(description: Json): Json {
  const seen = new Set<Json>();
  const left: Json[] = [description];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (seen.has(one) || typeof one !== 'object' || one === null) continue;
    seen.add(one);
    if (isObject(one)) joinIn(one);
    const parts = Array.isArray(one)
      ? one
      : Object.entries(one).flatMap(([key, value]) => (samples.includes(key) ? [] : [value]));
    for (const part of parts) left.push(part);
  }
  return description;
}
