/** Whether words about the header Authorization say that it holds the token of the token operation. */
import { glue } from '../../vocabulary/glue.ts';

/** Words around the scheme and the token that say nothing else of them. */
const known = new Set([
  ...glue,
  ...(
    'access accesstoken akses auth authorization bearer com credential diikuti followed from get given header here ' +
    'http isi jwt kata kunci nilai nya oauth obtained operation prefix response returned scheme skema space spasi ' +
    'string token tokenakses use value word yg you your anda'
  ).split(' '),
]);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/access[ _-]?token/g, 'token')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');

/** Whether a value reads as a token itself: letters and digits without an end, a start of a JWT, or crosses in its place. */
const isSample = (value: string): boolean =>
  /^eyJ/.test(value) || /^[x*.…]+$/i.test(value) || (/^[\w.~+/=-]{12,}[.…]*$/.test(value) && /\d/.test(value));

const isToken = (rest: string): boolean => {
  const token = rest.replace(/^["'`+&\s]+|["'`\s]+$/g, '');
  return token === '' || isSample(token) || wordsOf(token).every((word) => known.has(word));
};

/** Whether all of some words say that a bearer token is sent, and no other token than the one that is issued. */
export function saysBearer(said: string): boolean {
  const [, rest] = /^(?:authorization:\s*)?["'`]*(?:the\s+)?bearer\b[\s:]*(.*)$/is.exec(said.trim()) ?? [];
  return rest !== undefined && isToken(rest);
}

/** Whether the value of the header Authorization is a token behind any scheme, as `Token <token>`: who asks so has one. */
export function bearsToken(said: string): boolean {
  const [, rest] = /^authorization:\s*["'`]*(?:token|jwt)\s+(\S.*)$/is.exec(said.trim()) ?? [];
  return saysBearer(said) || (rest !== undefined && isToken(rest));
}

/** Whether fields are those of an operation that is asked with the token: none of them is of the one that issues it. */
export const asksWithToken = (fields: readonly { name: string; notes: string; value: string }[]): boolean =>
  fields.some(
    ({ name, notes, value }) =>
      /^authorization$/i.test(name) && [notes, value].some((said) => saysBearer(said.replaceAll('`', ''))),
  );
