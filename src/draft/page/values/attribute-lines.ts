/** Lines and sentences of a cell that are attributes of its field, apart from the words about it. */
import type { Schema } from '../../../formats/json.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from '../words/doubts.ts';
import { type Attributes, attributesOf } from './attributes.ts';
import { bareType, goesOnWith } from './bare-types.ts';
import { typeWord } from './values.ts';

/** A text and what it holds, as `String of 32 characters`. */
const textOf = pattern`^(string|text|teks) (?:${word.of}|${word.with}|berisi) `;

const conditional = pattern`^(?:${word.conditional}|c)$`;

/** A line of words that are attributes alone, as `Mandatory` and `string, required`; null for any other. */
export function attributesAlone(line: string): { schema: Schema | null; required: boolean | null } | null {
  const text = line
    .replace(/[*_`•]/g, '')
    .replace(/\.\s*$/, '')
    .replace(textOf, '$1, ')
    .trim();
  if (text === '' || text.length > 60 || /^[-–—.]+$/.test(text)) return null;
  const spaced = /^[\p{L}<>[\]-]+(?: [\p{L}<>[\]-]+){1,2}$/u.test(text) ? text.replaceAll(' ', ', ') : text;
  for (const one of [text, spaced]) {
    const { schema, required, rest } = attributesOf(one);
    if (rest.length === 0 && (schema !== null || required !== null)) return { schema, required };
  }
  return conditional.test(text) ? { schema: null, required: null } : null;
}

/** Words with values that stand one to a line below a colon behind that colon, as a list in a cell has them. */
export function withListed(words: string): string {
  const lines = words.split('\n');
  const at = lines.findIndex((line) => line.trim().endsWith(':'));
  const rest = at < 0 ? [] : lines.slice(at + 1).filter((line) => line.trim() !== '');
  const isList = rest.length > 1 && rest.every((line) => /^\s*`[^`\s]{1,60}`\s*$/.test(line));
  return isList
    ? [...lines.slice(0, at), `${lines[at]} ${rest.map((line) => line.trim()).join(', ')}`].join('\n')
    : words;
}

/** Attributes with a type and a word for mandatory, of which other pieces are not understood; null for any other words. */
function attributesPartly(text: string): Attributes | null {
  const said = attributesOf(text);
  return text.length <= 60 && said.schema !== null && said.required !== null ? said : null;
}

/** An answer to a question that only a head asks, as `true` and `Ya`; beside no head it is a value. */
const isAnswer = /^[\s`*"'(]*(?:true|false|yes|no|y|n|ya|tidak|[01])[\s`*"').]*$/i;

/** What words behind a name in its cell are: attributes alone, or a type and a word for mandatory beside another word. */
export function attributesBehind(note: string): Attributes | null {
  const alone = attributesAlone(note);
  if (alone !== null) return { ...alone, rest: [] };
  const said = /^\p{L}+(?: \p{L}+){2}$/u.test(note) ? attributesPartly(note.replaceAll(' ', ', ')) : null;
  return said !== null && said.rest.length === 1 ? said : null;
}

/** A line of words about a field that are attributes alone. */
const ofField = (line: string): ReturnType<typeof attributesAlone> =>
  isAnswer.test(line) ? null : attributesAlone(line);

/** A type before a colon at the beginning of the words about a field; a name of a format may be that of an example. */
function typeAhead(text: string): { schema: Schema; words: string } | null {
  const [, called = '', words = ''] = /^[\s*_`]*(\p{L}{3,12})[\s*_`]*:[\s*_`]+(?=\p{L})(.*)$/u.exec(text) ?? [];
  const schema = called === '' ? null : typeWord(called);
  return schema === null || 'format' in schema || !plainTypes.test(called) ? null : { schema, words };
}

/** A type before a comma and a description; one with another type, or with what makes a choice or a condition of it, is left whole. */
function typeBeforeComma(text: string): { schema: Schema; words: string } | null {
  const [, called = '', words = ''] = /^(\p{L}[\p{L} ]{2,14}), (?=[\p{L}`])(.*)$/u.exec(text.trim()) ?? [];
  const schema = bareType.test(called) ? typeWord(called) : null;
  const [next = ''] = words.split(/[,;.()]/);
  return schema === null || goesOnWith.test(words) || typeWord(next) !== null || isQualified(words)
    ? null
    : { schema, words };
}
const plainTypes = /^(?:string|integer|number|boolean|object|array)$/i;

/** The attributes that the first sentence about a field is, with the type before the first comma of the next where it has none. */
function ahead(text: string, first: string): ReturnType<typeof attributesAlone> {
  const own = ofField(first);
  if (own === null || own.schema !== null || own.required === null) return own;
  const [, called = ''] = /^[.\s]+([^.,;:()]{2,40})(?:[.,;]|$)/.exec(text.trim().slice(first.length)) ?? [];
  const next = called === '' ? null : ofField(called);
  return next?.required === null ? { ...own, schema: next.schema } : own;
}

/** What lines of a cell that are attributes alone say, the other lines, and what of the attributes was not understood. */
export function linesApart(text: string): Attributes & { words: string } {
  const found: ReturnType<typeof linesApart> = { schema: null, required: null, rest: [], words: '' };
  const lines = text.split('\n').map((line) => line.trim());
  // The words may be attributes alone, or their first sentence, as in `String. Sent with each call.`
  const [, first = text] = /^([^.;:]{2,40})\.(?:\s|$)/.exec(text.trim()) ?? [];
  const typed = lines.length < 2 ? typeAhead(text) : null;
  if (typed !== null) return { ...found, ...typed };
  if (lines.length < 2) {
    const own = ahead(text, first) ?? attributesPartly(first);
    return { ...found, words: text.trim(), ...(own ?? typeBeforeComma(text)) };
  }
  const others = lines.filter((line) => {
    const alone = ofField(line);
    if (!alone) return true;
    found.schema ??= alone.schema;
    found.required ??= alone.required;
    return false;
  });
  return { ...found, words: others.filter((line) => line !== '').join('\n') };
}

/** A line break inside a sentence: behind a word that wants another one. */
const goesOn = everywhere`(?<!\p{L})(${oneOf(
  ...[word.the, word.of, word.in, word.and, word.or, word.for, word.with, word.is, word.may],
  ...['to', 'so', 'by', 'be', 'yang', 'ke'],
)})\s*\n\s*`;

/** Words of several lines as one: each line is a sentence, unless the one before goes on in it. */
export const onOneLine = (text: string): string =>
  text.includes('\n') ? text.replace(goesOn, '$1 ').replace(/\.?\s*\n\s*/g, '. ') : text;
