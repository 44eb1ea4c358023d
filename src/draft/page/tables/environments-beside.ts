/** Whether the words around an address in a text give it to an environment, in whatever layout. */

import { isEnvironmentWord } from '../words/environments.ts';
import { isForPeople } from './addresses-beside.ts';

/** Characters before an address, and behind it, that are looked at. */
const [mostBefore, mostBehind] = [240, 60];

/** Parts of names as `non-production`, which name no environment alone. */
const parts = new Set(['non', 'pre', 'pra']);

/** What an address is a link to, whose own words stand elsewhere, or that of a server of a description. */
const isLink = /(?:href|src|action)=["']?$|\]\($|"url"\s*:\s*"$|^\s*-?\s*url:\s*["']?$/im;

const namesEnvironment = (words: string): boolean =>
  (words.match(/\p{L}+/gu) ?? []).some((one) => isEnvironmentWord(one) && !parts.has(one.toLowerCase()));

/** The last words of a text: those of its last line, and of the question or the label on the line before. */
function lastWords(text: string): string {
  const lines = text.split(/\\n|\n|\|\s*\|/).filter((line) => /\p{L}/u.test(line) || line === '');
  const own = lines.at(-1) ?? '';
  const label = lines.slice(0, -1).findLast((line) => line.trim() !== '') ?? '';
  const isLabel = /[?:][\s*_<>/a-z]*$/i.test(label);
  // Behind another address the words are about the next one.
  return `${isLabel ? label : ''} ${own}`.split(/https?:\/\/[^\s`"'<>]+/).at(-1) ?? '';
}

/** Whether an address at a place of a text stands beside the name of an environment, and not beside that of something for people. */
export function givesEnvironment(text: string, at: number, length: number): boolean {
  const before = text.slice(Math.max(0, at - mostBefore), at);
  if (isLink.test(before)) return false;
  const ahead = lastWords(before).replace(/<[^>]*>/g, ' ');
  const behind = (/^[^\n;]*?(?=[.;]\s|\n|\\n|https?:|$)/.exec(text.slice(at + length, at + length + mostBehind)) ?? [
    '',
  ])[0];
  const isNamed = namesEnvironment(ahead) || namesEnvironment(behind.replace(/<[^>]*>/g, ' '));
  return isNamed && !isForPeople(ahead);
}
