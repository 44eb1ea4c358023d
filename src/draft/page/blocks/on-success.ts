/** What pages say is there, or so, where a request succeeds: in the answer that grants it always is. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { codeOfGrant, tokenIssued } from '../words/granted-words.ts';
import type { Field } from './reading.ts';

const there = `(?:${word.always} )?${oneOf(word.sent, word.mandatory)}`;
const onlyThere = `(?:${word.only} )?${there}(?: ${word.only})?`;
const when = oneOf(word.when, 'once', 'on', 'upon', 'in case of', 'saat');
const ofRequest = oneOf(
  word.the,
  word.request,
  word.answer,
  ...['it', 'is', 'was', 'login', 'authentication', 'transaksi', 'proses', 'autentikasi'],
);

/** That the request succeeds: in words for that, or by a token that is issued, or by the code of the answer. */
const granted = oneOf(`(?:(?!${word.not}\\s)\\p{L}+ ){0,3}?${word.succeeds}`, tokenIssued, codeOfGrant);

/** Words that say that a field is there in each answer that grants. */
const thereOnSuccess = pattern`(?:^|[.;]\s+)${onlyThere} ${when} ${granted}\W*(?:$|[.;:]\s)`;

/** That a field is there on success alone: every word of it is understood, so that it is no choice of an answer that grants. */
const onlyOnSuccess = pattern`(?:^|[.;,(]\s*)(?:${onlyThere}|${word.only}) ${when} ${oneOf(`(?:${ofRequest} ){0,4}${word.succeeds}`, tokenIssued, codeOfGrant)}(?: only| saja)?\s*(?:\)|(?=$|[.;:,]))`;

/** The only word behind a colon is the value. */
const valueBehind = /^\W*:\s*([A-Za-z][\w-]*)\.?$/;

/** A value before the words that it is there on success: a sentence of its own. */
const valueBefore = /^(\s*["“`][\w.-]{1,60}["”`]),\s+(?=\p{L})/u;

/** What each of these has: most words about fields have none of it, and the patterns are costly. */
const namesSuccess = pattern`${oneOf(word.succeeds, tokenIssued, codeOfGrant)}`;

/** A value that is nothing but that of success, as `0000` between the marks of code before `if successful`. */
const valueOnSuccess = pattern`^\s*(\`[\w.-]{1,60}\`|"[\w.-]{1,60}"|(?=[\w.-]{0,59}\d)[\w.-]{2,60}) (?:(?:${word.is} )?${word.sent} )?${when} ${oneOf(`(?:${ofRequest} ){0,3}${word.succeeds}`, tokenIssued)}[\s.]*$`;

/** A code and the word for success behind it, and nothing else: `00 = sukses`. */
const codeOfSuccess = pattern`^\s*[\`"]?((?=[\w.-]*\d)[\w.-]{1,60})[\`"]?\s*(?:[=:–—→]|->|${word.means}|${word.is})\s*${word.succeeds}[\s.)]*$`;

/** The same the other way round: `sukses = 00`. */
const successOfCode = pattern`^\s*${when}?\s*${word.succeeds}\s*(?:[=:–—→]|->|${word.means})\s*[\`"]?((?=[\w.-]*\d)[\w.-]{1,60})[\`"]?[\s.)]*$`;

/** The code of success in words that give one of all codes alone, whatever else they say of it; null for any other words. */
export function codeAlone(notes: string): string | null {
  const clauses = notes.split(/[.;,]\s+|\s*\(|\n+/).filter((one) => one.trim() !== '');
  const codes = clauses.map((one) => codeOfSuccess.exec(one)?.[1] ?? successOfCode.exec(one)?.[1] ?? null);
  const [only, ...more] = codes.filter((one) => one !== null);
  const isRestPlain = clauses.every((one, at) => codes[at] !== null || !/\d|["`“]/.test(one));
  return only !== undefined && more.length === 0 && isRestPlain ? only : null;
}

/** What stands before the value that a field always has then. */
const alwaysOnSuccess = pattern`(^|[.;,]\s*)${when} (?:${ofRequest} ){0,3}${word.succeeds},? (?:(?:it|the value|nilainya) )?(?:${word.is} )?(?=${word.always} [\`"“])`;

/** Words without the condition that the request succeeds before the value that a field always has then. */
export const withoutBefore = (words: string): string =>
  namesSuccess.test(words) ? words.replace(alwaysOnSuccess, '$1') : words;

const withValueApart = (field: Field): Field => {
  const notes = field.notes.replace(valueBefore, '$1. ');
  return notes !== field.notes && thereOnSuccess.test(notes) ? { ...field, notes } : field;
};

/** A field that is there on success, without the words for that. */
const withoutCondition = (field: Field): Field => ({
  ...field,
  required: true,
  notes: field.notes
    .replace(onlyOnSuccess, '')
    .replace(valueBehind, 'Fixed value: $1')
    .replace(/^[\s.:;,]+/, '')
    .trim(),
});

/** A field without words that say that it is there on success: it is. */
const withoutPresence = (field: Field): Field => ({
  ...field,
  required: field.required ?? true,
  notes: field.notes
    .replace(thereOnSuccess, (said) => (said.trimEnd().endsWith(':') ? ': ' : '. '))
    .replace(valueBehind, 'Fixed value: $1')
    .replace(/^[.:] /, '')
    .trim(),
});

/** A field as the words about success leave it. */
function asSaid(given: Field): Field {
  const code = codeAlone(given.notes);
  const told = code === null ? given.notes : `Fixed value: \`${code}\``;
  const notes = withoutBefore(
    told.replace(valueOnSuccess, (_, value = '') => `Fixed value: ${/^\w/.test(value) ? `\`${value}\`` : value}`),
  );
  const field = withValueApart({ ...given, notes });
  const met = onlyOnSuccess.test(field.notes) ? withoutCondition(field) : field;
  return thereOnSuccess.test(met.notes) ? withoutPresence(met) : met;
}

/**
 * Fields of an answer that grants: each that the page has for success is there, its condition is met, and the value that it
 * has then is its only one; what refusals have alike takes no value from it.
 */
export const onSuccess = (fields: Field[]): Field[] =>
  fields
    .map((field) => (field.isOnSuccess ? { ...field, required: true } : field))
    .map((field) => (namesSuccess.test(field.notes) ? asSaid(field) : { ...field }));

/**
 * The names of what is in every answer, where a table without a status has some fields in answers that grant alone: the
 * others, those too that may be there; none where it says so of no field.
 */
export function notOnSuccess(fields: Field[]): string[] {
  const isOfSuccess = ({ isOnSuccess, notes }: Field): boolean =>
    isOnSuccess === true || (namesSuccess.test(notes) && (thereOnSuccess.test(notes) || onlyOnSuccess.test(notes)));
  const others = fields.filter((field) => field.required !== null && !isOfSuccess(field));
  return fields.some(isOfSuccess) ? others.map(({ name }) => name) : [];
}

const ifGranted = everywhere`\b${oneOf(word.when, 'once')} (?:(?!${word.not}\s)\p{L}+ ){0,3}?${word.succeeds}(?![\p{L}-])`;

/** A sentence about an answer without the condition that the request succeeds. */
export const withoutSuccess = (sentence: string): string => sentence.replace(ifGranted, ' ');
