/** What the scripts that a collection runs before a request say of its signature. */
import type { JsonObject } from '../../formats/json.ts';
import { isObject } from '../../formats/json.ts';
import type { Said } from '../facts/facts.ts';
import type { MadeSaid } from '../facts/said-in-words.ts';
import { madeInCode } from '../page/sentences/made-values.ts';
import { signingInCode } from '../page/sentences/signing-words.ts';

/** The key under which an operation has the script that runs before its request. */
export const scriptBefore = 'x-script-before';

/** Characters of a script that are looked at. */
const mostOfScript = 10_000;

/** A value that a script keeps, by its name. */
const read = /\bpm\.\w+\.get\(\s*(["'`])([\w-]+)\1\s*\)/g;
const kept = /\bpm\.\w+\.set\(\s*(["'`])([\w-]+)\1\s*,\s*([A-Za-z_]\w*)\s*\)/g;

/** The script that runs before a request; null without one. */
export function scriptOf(item: JsonObject): string | null {
  const events = Array.isArray(item['event']) ? item['event'].filter(isObject) : [];
  const lines = events
    .filter(({ listen }) => listen === 'prerequest')
    .flatMap(({ script }) => (isObject(script) ? [script['exec'] ?? []].flat() : []));
  const text = lines.filter((line) => typeof line === 'string').join('\n');
  return text.trim() === '' || text.length > mostOfScript ? null : text;
}

/** A script with the values that it keeps called by their names, without what it says to people. */
function plain(script: string): string {
  const code = script.replace(/^\s*\/\/.*$/gm, '').replace(read, '$2');
  const names = [...code.matchAll(kept)].map(([, , name = '', variable = '']): [string, string] => [variable, name]);
  return names
    .reduce((text, [variable, name]) => text.replace(RegExp(`\\b${variable}\\b`, 'g'), name), code)
    .replace(/\bhex(?:to|2)b64\b/gi, 'base64');
}

const before = 'Postman, script before the request';

/** What the script before a request says of how values are made. */
export const madeByScript = ({ [scriptBefore]: script }: JsonObject): MadeSaid[] =>
  typeof script === 'string' ? madeInCode(plain(script), before) : [];

/** What the script before a request says of how it is signed. */
export function signedByScript({ [scriptBefore]: script }: JsonObject): Said[] {
  return typeof script === 'string' ? signingInCode(plain(script), '', before) : [];
}
