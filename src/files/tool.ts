import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, parseJson } from '../formats/json.ts';
import { packageFolder } from '../package/place.ts';

/** Name and version of this package. */
export function toolOf(): { name: string; version: string } {
  const file = join(packageFolder, 'package.json');
  const json = parseJson(readFileSync(file, 'utf8'));
  const { name, version } = isObject(json) ? json : {};
  return { name: String(name), version: String(version) };
}
