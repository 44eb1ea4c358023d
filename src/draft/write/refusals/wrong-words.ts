/** What the words about a refusal say to be wrong with what they are about. Pure. */

import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { absent } from './refusal-words.ts';

/**
 * What is wrong with it: it is not there, or there without a value, or twice, or not of its form, or out of its range, or beyond
 * what is allowed, at one end or at any, or against its schema, or another one than those that are taken, or than the only one,
 * or anything.
 */
export type Wrong =
  | 'absent'
  | 'empty'
  | 'twice'
  | 'type'
  | 'format'
  | 'range'
  | 'length'
  | End
  | 'schema'
  | 'other'
  | 'unlike'
  | 'any';

/** The two ends of what is allowed of a value: it is too long or too large, or too short or too small. */
export type End = 'long' | 'short';

const lacking = pattern`\b${oneOf(
  ...[word.mandatory, word.empty, 'incomplete', 'lack\\w*', 'kurang', 'hilang'],
  `${word.not} (?:found|filled|complete|lengkap|ditemukan)`,
)}\b`;
const isAbsent = (words: string): boolean => absent.test(words) || lacking.test(words);
const isLength = (words: string): boolean =>
  /\b(?:length|too (?:long|short)|longer|shorter|panjang|pendek|exceed\w*|melebihi|characters?|karakter)\b/i.test(
    words,
  );
const isLong = pattern`\b${oneOf('(?:too|terlalu|lebih) (?:long|panjang|large|besar|many|banyak)', 'longer', 'exceed\\w*', 'melebihi', '(?:more|greater) than', 'lebih dari', 'at most')}\b`;
const isShort = pattern`\b${oneOf('(?:too|terlalu|lebih|kurang) (?:short|pendek|small|kecil|few|sedikit)', 'shorter', 'pendek', '(?:fewer|less) than', 'kurang dari', 'at least')}\b`;

/** The end that words about a length name; both where they name none, or each. */
function endIn(words: string): 'length' | End {
  const ends = [isLong.test(words), isShort.test(words)];
  return ends[0] === ends[1] ? 'length' : ends[0] ? 'long' : 'short';
}

/** The types of JSON, and words that a value is of none of them, or of another. */
const typeNames = ['array', 'string', 'integer', 'number', 'boolean', 'object', 'list', 'larik', 'objek', 'angka'];
const isOfType = oneOf(word.not, word.must, 'be', 'berupa', 'other than', 'selain');
export const otherType = pattern`\b${isOfType} (?:(?:an?|sebuah|of) )?(?:json )?${oneOf(...typeNames)}s?\b`;
const isType = (words: string): boolean => /\b(?:types?|tipe|jenis)\b/i.test(words) || otherType.test(words);
/** That a body is no form, which says nothing of what a form holds; a form of something is how that is written. */
export const noForm = pattern`\b(?:${word.not}|no) (?:(?:an?|sebuah|in|as|sent as|in the form of) )?(?:html )?(?:form|formulir)(?: (?:url ?)?encoded| data)?\b(?! (?:of|in|that|with|yang)\b)`;
const isFormat = (words: string): boolean =>
  noForm.test(words) ||
  /\b(?:format|malformed|formatted|formed|syntax|json|xml|parsed?|read(?:able)?|understood|decoded?|dibaca|terbaca|constraints?|violat(?:ions?|es?|ed)|rules?|batasan|aturan|ketentuan|melanggar)\b/i.test(
    words,
  );
const anything = pattern`\b${oneOf(
  ...[word.wrong, word.fault, word.not, word.without, word.fails, word.refused],
  ...["can(?:not|['’]t)", 'could', 'un\\w+', 'outside', 'mismatch\\w*', 'illegal', 'improper', 'broken', 'validation'],
)}\b`;

/** That a value is out of what is allowed, which says nothing of its type. */
const isRange = pattern`\b${oneOf('ranges?', 'rentang', 'out of bounds', 'jangkauan')}\b`;

/** A member that is called one of JSON: that says nothing of its form. */
const ofJson = pattern`\b(?:json|xml) (?=${word.member}\b)`;

/** That a value is none of those that are taken: it is there, and of its type. */
const taken = oneOf(
  ...['supported', 'known', 'recogni[sz]ed', 'listed', 'offered', 'allowed', 'permitted', 'accepted', 'available'],
  ...[
    'enabled',
    'one of',
    'didukung',
    'dikenal\\w*',
    'terdaftar',
    'diizinkan',
    'diterima',
    'tersedia',
    'termasuk',
    'salah satu',
  ],
);
const isUntaken = everywhere`\b(?:un|n['’]t (?:yet )?|${word.not} (?:yet )?)${taken}\b`;

const wrongMandatory = pattern`\b(?:${word.wrong}|tidak (?:valid|sah)) ${word.mandatory}\b`;
const isOfValue = pattern`\b${word.value}\b`;
const isEmpty = pattern`\b${word.empty}\b`;
const isOther = pattern`\b${oneOf(word.other, 'else', 'differs?', 'different', 'berbeda', 'selain')}\b`;

/** A line that calls a mandatory field wrong and says besides that it is not there, in the words for the latter alone. */
export function asLacking(line: string): string {
  const rest = line.replace(wrongMandatory, ' ');
  return rest !== line && (absent.test(rest) || isEmpty.test(rest))
    ? line.replace(wrongMandatory, (words) => words.replace(/^.*\s/, ''))
    : line;
}

/** What a value is measured by, and not what is wrong with it: `longer than its format allows`. */
const measure = pattern`\b(?<more>${oneOf(
  '(?:longer|shorter|larger|greater|bigger|smaller|higher|lower|more|fewer|less) than',
  '(?:lebih|kurang) (?:\\w+ )?dari(?:pada)?',
  'too (?:long|short|large|small) for',
  'terlalu \\w+ untuk',
  'exceed\\w*',
  'melebihi',
)}) (?:${word.the} |their )?(?:formats?|${word.type}|schemas?|ranges?|constraints?|batasan)\b`;

/** A name of a fault before a colon, with what it is for behind that. */
const labelled = /^[^:]{1,60}:\s+(?=\S)/;

/** What words say to be wrong; of a fault that is called by a name, what stands behind that says it, as far as it tells. */
export function wrongIn(words: string): Wrong[] {
  const [label = ''] = labelled.exec(words) ?? [];
  const told = label === '' ? [] : plainlyWrongIn(words.slice(label.length));
  if (told.every((one) => one === 'any' || one === 'unlike')) return plainlyWrongIn(words);
  // The name is wider than that: of `Invalid format: too long` a value of another form is none.
  const named = plainlyWrongIn(label).filter((one) => !['format', 'type', 'any', 'unlike', 'other'].includes(one));
  return [...new Set([...named, ...told])];
}

/** What words without such a name say to be wrong; nothing where they do not tell. */
function plainlyWrongIn(words: string): Wrong[] {
  if (wrongMandatory.test(words)) return ['any'];
  if (/\b(?:twice|repeated|duplicated?|ganda|dua kali|more than once)\b/i.test(words)) return ['twice'];
  const said = words.replace(measure, '$<more> ');
  if (/\bschemas?\b/i.test(said)) return ['schema'];
  const found: Wrong[] = [
    ...(isAbsent(words) ? ['absent' as const] : []),
    ...(isEmpty.test(words) ? ['empty' as const] : []),
    ...(isLength(words) ? [endIn(words)] : []),
    ...(isRange.test(said) ? ['range' as const] : []),
    ...(isFormat(said.replace(ofJson, '')) ? ['format' as const] : isType(said) ? ['type' as const] : []),
  ];
  if (found.length > 0) return found;
  // A value that is called wrong is there.
  if (anything.test(words.replace(isUntaken, ' '))) return [isOfValue.test(words) ? 'unlike' : 'any'];
  if (words.search(isUntaken) >= 0) return ['other'];
  return isOther.test(words) ? ['other'] : [];
}
