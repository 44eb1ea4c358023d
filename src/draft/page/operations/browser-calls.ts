/** Operations that a browser is sent to, and comes back from with a code: none of them issues a token. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { proves } from './shown-grants.ts';

const browser = oneOf(
  ...['browser', 'user[- ]?agent', 'peramban', 'end[- ]?users?', 'resource owner', 'customers?', 'nasabah', word.user],
);
const whose = `(?:${word.the} )?(?:${browser}(?:['’]s)? )?${browser}`;

/** Where the user comes back to is an address of the client. */
const away = '(?!.{0,20}\\b(?:back|callback|redirect|your|anda|return)\\b)';
const sends = pattern`\b${oneOf(
  `${oneOf('via|by|through|with', word.via)} (?:${word.the} )?${browser} redirect`,
  `${oneOf('redirect', 'send', 'direct', 'forward', 'arahkan', 'alihkan')} ${whose} ${oneOf(word.to, 'ke')} ${away}`,
  `open(?:s|ed)? (?:\\S+ ){1,6}in (?:${word.the} )?browser`,
)}`;

/** Whether a sentence says that a browser is sent to what it is about. */
export const sendsBrowser = (sentence: string): boolean => sends.test(sentence);

const codes = ['authcode', 'authorizationcode', 'kodeotorisasi'];

/** What an operation is asked with and gives, each by the letters of its name. */
interface Named {
  asked: string[];
  given: string[];
}

/** Whether the fields of an operation show that a browser is sent there, or a code comes back (RFC 6749 4.1.1 and 4.1.2). */
export function isForBrowser({ asked, given }: Named): boolean {
  if (asked.includes('granttype')) return false;
  const isSent = asked.includes('responsetype');
  const isReturning = asked.some((name) => /^redirectur[il]$/.test(name)) && !asked.some((name) => proves(name));
  const isCoded = given.some((name) => codes.includes(name)) || (given.includes('code') && given.includes('state'));
  return isSent || isCoded || (isReturning && !asked.includes('code') && !asked.some((name) => codes.includes(name)));
}
