import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../files/package.ts';
import { isObject, parseJson } from '../formats/json.ts';

/** Name and version of this package. */
export function toolOf(): { name: string; version: string } {
  const file = join(packageFolder, 'package.json');
  const json = parseJson(readFileSync(file, 'utf8'));
  const { name, version } = isObject(json) ? json : {};
  return { name: String(name), version: String(version) };
}
