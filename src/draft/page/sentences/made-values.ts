/** Formulas of values: what is made of others by a hash is given by no environment, whatever its name. */
import type { MadeSaid } from '../../facts/said-in-words.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { holdsProof, isMadeOfRequest } from '../values/proofs.ts';
import { credentialKind } from '../values/values.ts';
import { flat } from '../words/spellings.ts';
import { plainSentencesOf } from './mentions.ts';
import { isOfOthers } from './others.ts';

/** Most characters of words that are looked at: a formula is short. */
const most = 1000;

const hash = oneOf(
  ...['sha[-_ ]?\\d{1,3}', 'md5', 'hmac(?:[-_ ]?sha[-_ ]?\\d{1,3})?', 'crc[-_ ]?\\d+', 'bcrypt', 'digest'],
  ...['hash(?:es|ed|ing)?', 'di-?hash', 'checksum'],
);
const from = oneOf('of', 'over', 'from', 'dari', 'atas', 'terhadap');
/** A call of a hash, or its name and what it is made of. */
const call = '\\b[\\w.]*(?:sha[-_]?\\d{1,3}|md5|hmac\\w*|hash\\w*|crc32|bcrypt|digest)[\\w.]* ?\\(';
const made = `(?:${call}|\\b${hash}\\b[^.;]{0,40}?\\b${from}\\b)`;
const isMade = pattern`${made}`;

/** A name, what says that its value follows, and the formula. */
const assigned = everywhere`(?<![\w.-])([A-Za-z][\w-]{0,60})["'\`*_]{0,4} ?(?::?=(?!=)|:|,|←) ?(?=[^\n;]{0,120}?${made})([^\n]{1,240})`;

/** Where words send a value that was made. */
const sentAs = pattern`\b${oneOf(word.sent, word.send, 'put', 'goes', 'masukk?an', 'menjadi', 'becomes')}\b[^.;]{0,30}?\b${oneOf(word.in, 'as', 'into', 'sebagai', 'menjadi', 'becomes')} (?:${word.the} )?(?:${word.member} )?["'\`*]{0,3}([A-Za-z][\w-]{0,60})`;

const names = /[A-Za-z][\w-]*/g;

/** What is only needed to make another value. */
const forOthers = pattern`\b${oneOf(word.for, word.used, 'needed', 'part of', 'bagian')}\b[^.;]{0,60}?\b${hash}\b`;

/** Words that leave how a value is made to a section about signatures. */
const seesSignature = pattern`\b${oneOf(word.see, 'described (?:in|under)', 'explained (?:in|under)', 'dijelaskan (?:di|pada)')}\b[^.;]{0,30}?\b${word.signature}\b`;

/** The parts of a formula that are put together. */
const joins = pattern`\w["'\`*)]{0,3} ?(?:\+|\|\|?|&|,|:| \. |\b${word.and}\b) ?["'\`*(]{0,3}\w`;

/** The formulas of a code block, or of a script: each with the name of what it makes. */
export const madeInCode = (text: string, at: string): MadeSaid[] =>
  !isMade.test(text.slice(0, most * 10))
    ? []
    : text.split('\n').flatMap((line) =>
        [...line.slice(0, most).matchAll(assigned)].map(([, name = '']) => ({
          names: [name],
          words: line.trim(),
          at,
        })),
      );

/** The same in a sentence, which may name what is made without a sign. */
function madeInSentence(sentence: string, at: string): MadeSaid[] {
  const words = sentence.slice(0, most);
  const found = isMade.exec(words);
  if (!found || isOfOthers(sentence) || forOthers.test(words)) return [];
  const behind = sentAs.exec(words.slice(found.index))?.[1];
  // The name that stands next to the hash is that of its value.
  const before = [...words.slice(0, found.index).matchAll(names)].map(([name]) => name).reverse();
  return [{ names: [...before, ...(behind === undefined ? [] : [behind])], words: sentence.trim(), at }];
}

/** What some blocks say of how values are made. */
export const madeIn = (blocks: Block[]): MadeSaid[] =>
  blocks.flatMap((block) => plainSentencesOf(block).flatMap((one) => madeInSentence(one, `${block.title}, text`)));

/** A field of a request by its name, with the words about it. */
interface Field {
  name: string;
  notes?: string;
  at: string;
}

/** What the words beside a field say of how it is made. */
function madeBeside({ name, notes = '', at }: Field): MadeSaid[] {
  const words = notes.slice(0, most);
  const isFormula = isMade.test(words) && !forOthers.test(words) && !isMadeOfRequest(name, words);
  return isFormula || seesSignature.test(words) ? [{ names: [name], words: notes.trim(), at }] : [];
}

/** The fields of a request that are made of others, by what is said of all of them; those that are proofs by themselves apart. */
export function madeFields(fields: Field[], said: MadeSaid[]): MadeSaid[] {
  const beside = fields.flatMap(madeBeside);
  const own = new Map(fields.filter(({ name, notes }) => !holdsProof(name, notes)).map((one) => [flat(one.name), one]));
  const made = new Map<string, MadeSaid>();
  for (const { names: named, words, at } of [...said, ...beside]) {
    const field = named.flatMap((name) => own.get(flat(name)) ?? []).at(0);
    if (field === undefined || made.has(field.name)) continue;
    // A secret that is sent hashed is the same each time, and a question of its own.
    const isHashedSecret = credentialKind(field.name) === 'secret' && !joins.test(words);
    if (credentialKind(field.name) !== 'id' && !isHashedSecret)
      made.set(field.name, { names: [field.name], words, at });
  }
  return [...made.values()];
}
