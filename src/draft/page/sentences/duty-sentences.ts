/** Sentences about one field that say whether it is there, as ``The parameter `x` (string) is optional: a list.`` */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { attributesOf } from '../values/attributes.ts';
import { takesBack } from '../words/doubts.ts';
import type { SentenceFields } from './sentence-fields.ts';

const header = oneOf('headers?', 'tajuk');
const kind = `(?:(?:(?:the|an?|request|http) )*(?:(${header})|${word.member}|anggota) )?`;
const name = '`([A-Za-z_$][\\w$.-]*)`';
const attributes = '(?: \\(((?:[^()`]|\\([^()`]{1,20}\\)){1,60})\\))?';
const duty = oneOf(
  `(?:${oneOf(word.is, 'bersifat')} )?${oneOf(word.mandatory, word.optional)}(?: (?:and ${word.always} )?(?!there\\b)${word.sent})?`,
  `(?:${word.is} )?${word.always} ${word.sent}`,
);

/** What stands behind it is a description as a cell has it; words that go on say for whom or when it is so. */
const behind = `(?:[\\s.;]*$|(?::|;|,|\\s[-–—]|\\s${word.and})\\s+(?=\\S)(.{1,300})$)`;
const ofField = pattern`^[\s*]*${kind}${name}${attributes},? (${duty})${behind}`;

/** What each request carries, that for a token as well. */
const alsoToken = `(?:, ${oneOf('also', 'including', 'juga', 'termasuk')} (?:the )?(?:one )?(?:${word.for} )?(?:an? |the )?(?:access )?tokens?(?: ${word.request})?,)?`;
const carries = `${word.must} (?:${word.also} )?${oneOf('be sent with', 'carry', 'have', 'include', 'contain', word.send, 'memuat', 'membawa', 'menyertakan', 'memiliki')}`;
const typed = '(?:, (?:an?|berupa) ([\\p{L}]{2,20})(?=[\\s.;]*$))?';
const ofEach = pattern`^[\s*]*${word.all} (?:of the )?${word.request}${alsoToken} ${carries} ${kind}${name}${attributes}${typed}[\s.;]*$`;

/** A name as headers have it. */
const ofHeader = /^[A-Z][A-Za-z\d]*(?:-[A-Z][A-Za-z\d]*)+$/;

const isKnown = (said: string): boolean => said === '' || attributesOf(said).rest.length === 0;

const saysOptional = pattern`\b${word.optional}\b`;
const conditional = pattern`^(?:${oneOf(word.only, word.when, word.for, word.unless, word.with, word.in, 'saat', 'where')})\b`;

/** The field that such a sentence is about; null for any other. */
export function dutyIn(sentence: string): SentenceFields | null {
  // What goes on behind a semicolon may say for whom it is so.
  if (sentence.length > longest || !sentence.includes('`') || sentence.trim().endsWith(';')) return null;
  const own = ofField.exec(sentence);
  const [, placed, field = '', inside = '', said = 'required', rest = ''] = own ?? ofEach.exec(sentence) ?? [];
  const type = own === null ? said : '';
  const pieces = [inside, own === null && type !== 'required' ? type : ''].filter((one) => one !== '');
  if (field === '' || !isKnown(pieces.join(', ')) || conditional.test(rest)) return null;
  if (takesBack(sentence.replace(rest, ''))) return null;
  const presence = own !== null && saysOptional.test(said) ? 'optional' : 'required';
  const first = [...pieces, presence].join(', ');
  return {
    ...{ side: own === null ? 'request' : null, statuses: [], error: false },
    place: placed !== undefined || (own === null && ofHeader.test(field)) ? 'header' : null,
    rows: [[field, rest === '' ? first : `${first}\n${rest}`]],
  };
}

/** Characters of the longest such sentence. */
const longest = 400;

/** The names that tables and lists begin their rows with: what sentences say beside those is read as such. */
export function namesListed(blocks: Block[]): Set<string> {
  const texts = blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flat()
      : block.kind === 'list'
        ? block.items.map(({ text }) => /^[\W_]*([\w$.-]+)/.exec(text)?.[1] ?? '')
        : [],
  );
  return new Set(texts.map((text) => text.replace(/[`*]/g, '').trim().toLowerCase()));
}
