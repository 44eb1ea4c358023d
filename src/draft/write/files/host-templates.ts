/** Addresses whose host has a name in place of a part, as `https://{region}.a.test`: the servers that they stand for. */
import { isUrl } from '../../../formats/url.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { providerOf } from '../../page/values/address.ts';

/** A host with one such name, up to the end of the host. */
const template =
  /https?:\/\/([\w.-]{0,60}(?:\{{1,2}([A-Za-z][\w -]{0,40})\}{1,2}|<([A-Za-z][\w -]{0,40})>)[\w.-]{3,80})/g;

/** Values that stand for a name, each marked as code or in a list. */
const values = /`([\w-]{1,30})`|"([\w-]{1,30})"/g;

/** Characters of the text of a page that are looked at. */
const mostText = 200_000;

/** The first sentence that has the name, or the plural of it, and several values. */
function listIn(text: string, name: string): { words: string; values: string[] } | null {
  const named = RegExp(`(?<![\\p{L}{<])${name.replace(/[\s_-]+/g, '[\\s_-]?')}(?:s|nya)?(?![\\p{L}}>])`, 'iu');
  for (const words of text.split(/(?<=[.;!?])\s+|\n/)) {
    if (words.length > 400 || !named.test(words)) continue;
    const listed = [...words.matchAll(values)].map(([, code, quoted]) => code ?? quoted ?? '');
    if (listed.length > 1) return { words: words.trim(), values: listed };
  }
  return null;
}

/** The question which servers the hosts of a page with a name in them stand for, beside those of the same provider that were read. */
export function templateTodos({ servers, written = '' }: Pick<Facts, 'servers' | 'written'>): Todo[] {
  // A description fills its names in itself.
  if (servers.some(({ origin }) => origin === 'openapi')) return [];
  const read = servers.flatMap(({ url }) => (isUrl(url) ? [new URL(url).hostname] : []));
  const text = written.slice(0, mostText);
  for (const [whole, host = '', braced, angled] of text.matchAll(template)) {
    const name = braced ?? angled ?? '';
    const own = read.filter((one) => providerOf(one) === providerOf(host.replace(/[{}<>]/g, '')));
    if (own.length === 0) continue;
    const listed = listIn(text, name);
    const part = whole.slice(whole.lastIndexOf('/') + 1).split(/[{<]/)[0] ?? '';
    if (listed?.values.every((value) => own.some((one) => one.startsWith(`${part}${value}`)))) continue;
    const said = listed === null ? '' : `; of ${name} it says "${quotedWords(listed.words)}"`;
    const what = `which servers ${whole} stands for: the page gives the address so, and the draft has ${own.join(', ')} alone${said}; a live one has x-production: true in the spec`;
    return [{ name: 'host template', what }];
  }
  return [];
}
