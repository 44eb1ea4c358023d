/** Requests as HTTPie writes them: `http --form POST https://host/path name=value Header:value`. */
import { type Json, parseJson } from '../../../formats/json.ts';
import { isUrl } from '../../../formats/url.ts';
import { basicOf } from '../sentences/basic-pair.ts';
import { isMethod } from '../sentences/labels.ts';
import { placeholder, type Sample } from './sample-bodies.ts';

/** Options that say what is sent, and those of others that take the next word. */
const ofForm = /^(?:--form|-[a-z]*f[a-z]*)$/i;
const ofParts = /^--multipart$/;
const ofUser = /^(?:--auth|-a)$/;
const withWord =
  /^(?:--(?:auth-type|session|session-read-only|timeout|proxy|verify|cert|cert-key|print|pretty|style|output)|-[Apso])$/;

/** An item: what stands first between a name and its value says where it is sent. */
const item = /^([^:=@\s[\]]+)(:=|==|:|=)(?!@)(.*)$/s;

function dataOf(sign: string, value: string): Json | undefined {
  if (sign !== ':=') return value;
  try {
    return parseJson(value);
  } catch {
    return undefined;
  }
}

/** The address of a command without what stands for its host; null for any other word. */
function addressOf(word: string): string | null {
  if (/^https?:/i.test(word))
    return isUrl(word) ? word : placeholder.test(word) ? word.replace(placeholder, '/') : null;
  if (placeholder.test(word)) return word.replace(placeholder, '/');
  // Without a scheme, which is another one for each of the two commands, the host is left to the page.
  const [, path] = /^(?:[\w-]+(?:\.[\w-]+)+)?(?::\d{1,5})?(\/\S*)$/.exec(word) ?? [];
  return path ?? null;
}

/** A command of HTTPie as the request it sends; null where it has no address, or an item that is none we know. */
export function httpie(words: string[], at: string): Sample | null {
  const headers: [string, string][] = [];
  const members: [string, Json][] = [];
  const queries: string[] = [];
  let [isForm, hasParts] = [false, false];
  let method: string | null = null;
  let target: string | null = null;
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '') continue;
    if (ofUser.test(word)) headers.push(['Authorization', basicOf(words[++index] ?? '')]);
    else if (withWord.test(word)) index++;
    else if (ofForm.test(word)) isForm = true;
    else if (ofParts.test(word)) hasParts = true;
    else if (word.startsWith('-')) continue;
    else if (target === null) {
      if (method === null && isMethod(word.toUpperCase())) method = word.toUpperCase();
      else target = addressOf(word);
      if (target === null && method === null) return null;
    } else {
      const [, name = '', sign = '', value = ''] = item.exec(word) ?? [];
      const read = dataOf(sign, value);
      if (name === '' || read === undefined) return null;
      if (sign === ':') headers.push([name, value.trim()]);
      else if (sign === '==') queries.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
      else members.push([name, read]);
    }
  }
  if (target === null) return null;
  const isLabelled = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const media = hasParts ? 'multipart/form-data' : isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  if (members.length > 0 && !isLabelled) headers.push(['Content-Type', media]);
  const asked = queries.length === 0 ? '' : `${target.includes('?') ? '&' : '?'}${queries.join('&')}`;
  return {
    side: 'request',
    at,
    method: method ?? (members.length > 0 ? 'POST' : 'GET'),
    target: `${target}${asked}`,
    headers,
    ...(members.length === 0
      ? {}
      : { body: Object.fromEntries(members), format: isForm || hasParts ? 'form' : ('json' as const) }),
  };
}
