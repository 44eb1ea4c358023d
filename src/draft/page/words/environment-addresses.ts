/** Addresses behind the names of environments in any layout of a text: `DEV https://a.test, PROD https://b.test`. */
import { everywhere, oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { addressWords, environmentWords, headsAddresses, isEnvironment } from './environments.ts';

const named = oneOf(...environmentWords, ...addressWords);
const label = `(?<![\\w.-])(${named}(?:[ -]${named}){0,3})(?:\\)(?=\\s*[:|=–—-]))?`;
const verb = oneOf(word.is, 'at', 'di', 'ada di', 'adalah di');
/** Marks of Markdown and signs, with a word that says no more than they do. */
const between = `(?:[\\s\`*_"<|:=([–—-]|\\b${verb}\\b){1,16}`;
const name = '[a-z\\d](?:[a-z\\d-]{0,60}[a-z\\d])?';
const address = `(https?://[^\\s\`*"<>|,;)\\]]{1,200}|${name}(?:\\.${name}){1,6}(?::\\d{2,5})?(?:/[\\w./-]*\\w)?)`;
const sited = everywhere`${label}(?=[\s\`*_|:=()–—-])${between}${address}`;

/** An address with the name of its environment; one without a scheme is as it is written. */
export interface SitedEnvironment {
  label: string;
  address: string;
}

/** Characters of a text that are looked at. */
const mostText = 20_000;

/** The addresses that a text gives to environments, in its order. */
export function environmentAddresses(text: string): SitedEnvironment[] {
  return [...text.slice(0, mostText).matchAll(sited)].flatMap(([, called = '', written = '']) => {
    const found = written.replace(/[.:/]+$/, '');
    // The name of a file and a version have dots as well.
    const isHost = /^https?:\/\/./.test(found) || /\.[a-z]{2,20}(?=[:/]|$)/i.test(found);
    return isEnvironment(called) && isHost ? [{ label: called, address: found }] : [];
  });
}

/** The lines of an item that are addresses of environments below a label; the item itself where they are anything else. */
function sitedLines(text: string): string[] {
  const [label = '', ...lines] = text.split('\n');
  const isSited = (line: string): boolean => {
    const [only, ...more] = environmentAddresses(line);
    return (
      only !== undefined && more.length === 0 && line.trim().startsWith(only.label) && /https?:\/\/\S+$/.test(line)
    );
  };
  return lines.length > 0 && headsAddresses(label) && lines.every(isSited) ? lines : [text];
}

/** The items of a list, with one for each of such lines. */
export const withSitedLines = <Item extends { text: string }>(items: Item[]): Item[] =>
  items.flatMap((item) => sitedLines(item.text).map((text) => ({ ...item, text })));
