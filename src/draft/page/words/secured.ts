/** Sentences that demand HTTPS of every request. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { remembered } from './remembered.ts';

const https = oneOf('https', 'tls', 'https/tls', 'https \\(tls\\)', 'tls/https');
const calls = oneOf(
  word.request,
  word.operation,
  'traffic',
  'communications?',
  'komunikasi',
  'connections?',
  'koneksi',
);
const every = `(?:${word.all} )?(?:of )?(?:${word.the} )?(?:(?:api|http) )?${calls}`;
const over = oneOf(word.via, word.with, word.in, word.by, word.uses, 'over', 'use');
const isTo = `${oneOf(word.must, word.is, 'wajib', 'hanya')}(?: (?:be|only|always|always be|only be))?`;
const done = oneOf('made', 'sent', 'served', 'done', 'dikirim', 'dilakukan', 'accepted', 'secured');
const demands = pattern`^\W*${oneOf(
  `${https} (?:(?:${word.is}|bersifat) )?(?:${word.always} )?${word.mandatory}(?: ${word.for} ${every})?`,
  `${every} ${isTo} (?:${done} )?(?:only )?${over} ${https}(?: only)?`,
  `${word.only} ${https} ${word.is} ${word.accepted}`,
  `plain http ${word.is} ${oneOf(word.refused, `${word.not} ${word.accepted}`)}`,
)}\W*$`;

/** Whether some words demand it, in a sentence that says nothing else. */
export const demandsHttps = remembered((words: string): boolean =>
  words
    .slice(0, longest)
    .replace(/[`*_]/g, '')
    .split(/[.;](?:\s|$)|\n/)
    .some((one) => demands.test(one)),
);

/** Characters of words that are looked at. */
const longest = 5000;
