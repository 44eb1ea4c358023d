import { readFileSync } from 'node:fs';
import { isObject, parseJson } from '../formats/json.ts';

/** Name and version of this package. */
export function toolOf(): { name: string; version: string } {
  const file = new URL('../../package.json', import.meta.url);
  const json = parseJson(readFileSync(file, 'utf8'));
  const { name, version } = isObject(json) ? json : {};
  return { name: String(name), version: String(version) };
}
