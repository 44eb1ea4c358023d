/** Sentences for all clients of the provider that a page is about: they take nothing back. */
import { everywhere } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { takesBack } from './doubts.ts';

const forClients = everywhere`\b${word.for} (?:${word.the} |${word.all} )?${word.client}(?: ${word.of})? (\p{L}{3,40})\b`;

/** Whether a sentence is for the clients of the provider that a title names, as `for partners of Acme` below `Acme API`, and for no fewer. */
export function isForOwnClients(sentence: string, titles: string[]): boolean {
  const named = new Set(titles.flatMap((title) => title.split(/[^\p{L}]+/u)).filter((one) => /^\p{Lu}/u.test(one)));
  const rest = sentence.replace(forClients, (all, name: string) => (named.has(name) ? ' ' : all));
  return rest !== sentence && !takesBack(rest);
}
