/** Words about the value for which a request is refused. */
import { remembered } from '../../page/words/remembered.ts';
import { kebab } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** A name as sentences write it: `x-api-key` as `API key`. */
export const spoken = remembered(
  (name: string): RegExp =>
    RegExp(`(?<![\\p{L}\\d])${kebab(name).replace(/^x-/, '').split('-').join('[\\s_-]?')}(?![\\p{L}\\d])`, 'iu'),
);

/** What a value is that was issued, and what it is besides where nothing is wrong with it. */
const issued = oneOf(
  ...['known', 'found', 'recogni[sz]ed', 'issued', 'registered', 'ours'],
  ...['dikenal\\w*', 'terdaftar', 'ditemukan'],
);
const right = oneOf(issued, 'correct', 'right', 'valid', 'accepted', 'sah', 'benar', 'cocok');

/** Nobody who was given a value, as `there is no shop with this code`; who it would be may be left out. */
const noneWith = `(?:there ${word.is}|we have) no(?: [a-z]+)?\\s+${oneOf(word.with, 'by', 'under')} ${oneOf('this', 'that', 'the given', 'such')}`;

/** Words for a value that was never issued; one that was, and is not any more, is another matter. */
export const notIssued = pattern`\b${oneOf(
  ...['unknown', 'unregistered', 'no such', 'non-?existent', '(?:does|do) not exist'],
  `${word.not} (?:(?:one|any|among|part) (?:of )?)?(?:${oneOf(word.the, 'we')} )?${issued}`,
  noneWith,
)}\b`;

/** Words for a value that is there and is not the one issued; one that may not do something is another matter. */
export const wrong = pattern`\b${oneOf(
  word.wrong,
  ...[
    'unknown',
    'unregistered',
    'no such',
    'non-?existent',
    'revoked',
    'mismatch\\w*',
    '(?:does|do) not (?:match|exist|fit)',
  ],
  `${word.not} (?:(?:one|any|among|part) (?:of )?)?(?:${oneOf(word.the, 'we')} )?${right}`,
  noneWith,
)}\b`;

/** Words for a value that is not there. */
export const absent = pattern`\b(?:${word.missing}|without|tanpa|${word.not} ${word.sent}|no \S{1,40} ${oneOf('headers?', word.member)})\b`;

/** Words about a certificate of the client. */
export const ofCertificate = /\bcert(?:ificate)?s?\b|\bsertifikat\b/i;

/** A code in words with more words behind it, which say what it is for. */
export const coded = /^\W*([A-Z]+(?:_[A-Z]+)+|[a-z]+(?:_[a-z]+)+)\b(?=[\s`*:|()–—-]+(?!(?:or|and|atau|dan)\b)\p{L})/u;
