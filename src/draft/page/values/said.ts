/** What the words about a field say of its value beside its length: which values there are, and their bounds. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from '../words/doubts.ts';
import { eitherIn, isForm } from './either-values.ts';
import { areGrants, nameFields } from './grant-values.ts';
import { credentialKind } from './values.ts';

/** Words that announce every value there is, in English and Indonesian. */
const allowed = oneOf(word.accepted, 'valid', 'possible', 'allowable', 'available', 'mungkin');
const everyValue = oneOf(
  `${oneOf(allowed, 'enum(?:erated|eration)?')} (?:values?|options?)`,
  'enum(?:eration)?s?',
  `one of(?: ${oneOf('the following', 'these', 'the(?= values)')}(?: values)?)?`,
  `${oneOf('two', 'three', 'four', 'five', 'dua', 'tiga', 'empat', 'lima', '[2-9]')} (?:${allowed} )?(?:values|nilai)`,
  `nilai yang ${allowed}`,
  'pilihan(?: nilai)?',
  'salah satu(?: dari)?(?: nilai)?(?: berikut(?: ini)?)?',
);
/** Words that announce them before a sign alone, where a sentence begins. */
const labels = `(?<=(?:^|[.;]\\s+))(?:${oneOf(word.accepted, 'values?', 'options?', 'nilai', 'pilihan')})\\s*[:=]`;
const announces = pattern`(?:\b${everyValue}\s*(?:${oneOf(word.is, 'yaitu')}\s*)?[:=-]?|${labels})\s*`;

/** Words that leave a list open, or say that what is listed is not all. */
const open = pattern`\b${oneOf(word.suchAs, word.andSoOn, 'including', 'by default', 'optional')}\b|\.{3}|…`;

/** Words that say that a list may grow. */
const more = oneOf('more', 'new', 'further', 'additional', 'others?');
const grows = oneOf(`${word.may} ${oneOf('be (?:added|extended)', 'grow', 'bertambah')}`, 'may change');
const growing = pattern`\b${oneOf(`${more} (?:values?|types?|ones|codes?|channels?)`, grows, 'lainnya')}\b`;

const join = oneOf(word.or, word.and);
const literal = pattern`^[\s,;|/[]*(?:${join}\s+)?(?:\`([^\`\s]+)\`|"([^"\s]+)"|'([^'\s]+)'|“([^”\s]+)”)`;
const bare = /^[A-Za-z0-9][\w.-]*$/;

/** Most values of a list that is taken. */
const mostValues = 60;

/** Values that are written as such one behind the other, at the beginning of words. */
function literals(words: string): { values: string[]; rest: string } {
  const values: string[] = [];
  let rest = words;
  for (let found = literal.exec(rest); found && values.length < mostValues; found = literal.exec(rest)) {
    const value = found.slice(1).find((one) => one !== undefined) ?? '';
    values.push(/^"[^"]+"$|^'[^']+'$/.test(value) ? value.slice(1, -1) : value);
    rest = rest.slice(found[0].length);
    // What is said of a value, as `A (the first)`, is none.
    rest = rest.replace(/^\s*(?:\([^()]{0,80}\)|[-–:=]\s*[^,;|`"'\n]{1,80}(?=[,;|\n]))/, '');
  }
  return { values, rest };
}

const betweenValues = RegExp(`\\s*(?:[,;|\\n/]|\\s${join}\\s)\\s*`);
const joinAhead = RegExp(`^${join}\\s`);

/** The values of a list, with or without marks, between commas, bars or line breaks; null for anything else. */
export function valuesIn(text: string): string[] | null {
  if (text === '' || open.test(text)) return null;
  const marked = literals(text);
  if (marked.values.length > 0) return /^[\s.;]*$/.test(marked.rest) ? marked.values : null;
  const values = text
    .replace(/[.;]\s*$/, '')
    .split(betweenValues)
    .map((one) => one.replace(joinAhead, '').trim())
    .filter((one) => one !== '');
  // One alone is a value where programs write it so, and people write no word.
  const isEnough = values.length > 1 || /^[a-z]+(?:_[a-z]+)+$/i.test(values[0] ?? '');
  return isEnough && values.length <= mostValues && values.every((one) => bare.test(one)) ? values : null;
}

/** Whether a list ends there: words behind it may go on with it. */
const isEnd = /^\s*(?:$|[.;)\]\n]|,?\s*(?:depending|by|according|as|tergantung|sesuai)\b)/i;

/** A list between brackets, as programs write one. */
const bracketed = /^\s*\[([^[\]\n]{1,400})\]/;

/** Marked values with a stroke or a bar between each two of them. */
const isParted = /^\s*`[^`\s]+`(?:\s?[/|]\s?`[^`\s]+`)+\s*$/;

/** The last of several marked values, and what may stand behind it. */
const endsInChoice = pattern`[\`"”]\s*(?:,\s*)?\b${word.or}\b[^,]*$`;
const isEndOfChoice = pattern`^\s*(?:$|[.;\n]|(?:,\s*|\()${word.default}\b)`;

/** Words before a choice that say no more than that the value is one of it. */
const isOneOf = pattern`^\s*(?:${oneOf(`${word.must} be`, word.is, 'harus')} )?(?:either )?(?=[\`"“])`;

/** Marked values at the beginning of words that leave the choice between them, as `id` or `en` between the marks of code. */
function markedChoice(notes: string): string[] | null {
  if (!isOneOf.test(notes)) return null;
  const { values, rest } = literals(notes.replace(isOneOf, ''));
  const listed = notes.slice(0, notes.length - rest.length);
  // Names of other fields are none of its values.
  const isChoice = values.length > 1 && !nameFields(values) && (endsInChoice.test(listed) || isParted.test(listed));
  return isChoice && isEndOfChoice.test(rest) ? values : null;
}

/** A mark of a note below, which may take back one of the values before it. */
const noteMark = /^\s*(?:[⁰¹²³⁴-⁹*†‡]|[[(]\d{1,2}[\])])/;

/** Whether words leave a choice between marked values of which a note says more. */
export function hasNotedChoice(notes: string): boolean {
  const words = notes.replace(isOneOf, '');

  const { values, rest } = literals(words.replace(/(?<=[`"”])\s*[⁰¹²³⁴-⁹*†‡]{1,3}/g, ''));
  const isNoted = /[`"”]\s*[⁰¹²³⁴-⁹*†‡]/.test(words) || noteMark.test(literals(words).rest);
  return isNoted && values.length > 1 && !nameFields(values) && /^\s*(?:$|[.;(\n])/.test(rest);
}

const turnsDown = pattern`\b${oneOf(word.not, 'no')}\b[^.]*$`;
const ofSome = pattern`\b${oneOf('one', 'an', word.other, 'further', 'some', 'salah satu')}\s+$`;

/** Every value that words about a field list, as `Possible values: a, b`; null where they list none, or not all. */
export function enumIn(notes: string): string[] | null {
  const [lead = ''] = announces.exec(notes) ?? [];
  if (growing.test(notes)) return null;
  if (lead === '') return markedChoice(notes) ?? eitherIn(notes);
  const begin = notes.indexOf(lead);
  if (turnsDown.test(notes.slice(0, begin).split(/[.\n]/).at(-1) ?? '')) return null;
  // `One possible value: x` leaves others possible.
  if (ofSome.test(notes.slice(0, begin))) return null;
  const listed = notes.slice(begin + lead.length);
  if (open.test(listed.split(/\.\s|\n\n/)[0] ?? '')) return null;
  const { values, rest } = literals(listed);
  if (values.length > 0) return isEnd.test(rest) ? values : null;
  const [all, inBrackets] = bracketed.exec(listed) ?? [];
  if (inBrackets !== undefined && isEnd.test(listed.slice(all?.length))) {
    const held = valuesIn(inBrackets);
    return held === null || nameFields(held) ? null : held;
  }
  // Words without marks are values where a sign announces them, and codes in capitals behind a word for a choice of them.
  const bareValues = valuesIn(listed.split(/\.(?:\s|$)|\n\n/)[0] ?? '');
  const isOfThem = /\b(?:of|dari)\s*$/i.test(lead) && bareValues?.every((value) => isCode.test(value));
  return /[:=]\s*$/.test(lead) || isOfThem ? bareValues : null;
}

/** What a list that is not sent stands for, which leaves its items as they are. */
const isLeft = oneOf(`${word.not} ${word.sent}`, word.missing);
const ofDefault = everywhere`(?<=[.;]\s|^)${oneOf('all', 'everything', 'semua(?:nya)?')}(?: of them)?,? ${oneOf(word.when, 'where')} ${isLeft}(?=\s*(?:$|[.;]))`;

const oneOrMore = pattern`\b${oneOf('one or more', 'any', 'satu atau lebih', `${word.atLeast} (?:one|satu)`, `\\d{1,4}\\s?(?:[-–]|${word.to})\\s?\\d{1,4}`)}(?: ${word.value})? (?:of|dari)\b`;

/** The values that words about a list give to its items, as `One or more of a, b` does; null where they give none, or take some back. */
export function enumOfItems(notes: string): string[] | null {
  // How many of them there have to be is a matter of the list.
  const words = notes.replace(ofDefault, '').replace(oneOrMore, 'one of');
  return isQualified(words) ? null : (enumIn(words) ?? listedBehind(words));
}

/** A value that reads as a code. */
const isCode = /^[A-Z][A-Z0-9_]+$/;

/** Words before a choice that say nothing but what it is of, as `Market in which you trade: `. */
const taken = oneOf(word.not, word.without, word.unless, 'like', 'seperti', 'selain');
const ofPart = oneOf('prefix\\w*', 'starts?', 'begins?', 'ends?', 'diawali');
const lead = pattern`^(?!.*\b${oneOf(taken, ofPart)}\b)\p{L}[\p{L} /-]{1,60}:\s+(?=\`)`;

/**
 * The values of a sentence that is nothing but what a list is of and several values, each marked as code, as ``Services that
 * you ask for: `a`, `b`, `c`.``; null where a word may leave the list open.
 */
function listedBehind(notes: string): string[] | null {
  const [first = ''] = notes.slice(0, mostWords).split(/[.;](?:\s+|$)|\n+/);
  const [before = ''] = lead.exec(first) ?? [];
  if (before === '' || open.test(first) || growing.test(notes) || vague.test(first)) return null;
  if (isQualified(before.replace(/:\s*$/, ''))) return null;
  const { values, rest } = literals(first.slice(before.length));
  return values.length > 1 && rest.trim() === '' ? values : null;
}

/** Words that give some of the values alone, or the names of fields. */
const usually = oneOf('usually', 'typically', 'mainly', 'some', 'often', 'biasanya', 'umumnya', 'sebagian', 'beberapa');
const vague = pattern`\b${oneOf(word.suchAs, word.andSoOn, word.example, word.default, usually, word.member, 'keys', word.holds)}\b`;

/** The same before values in capitals that are not marked, as `Currency: IDR or USD` has them. */
const bound = oneOf(word.for, word.with, word.when, word.only);
const leadOfCodes = pattern`^(?!.*\b${oneOf(taken, ofPart, bound)}\b)\p{L}[\p{L} /-]{1,60}:\s+(?=[A-Z][A-Z\d_]+\b)`;

/** The last of several values, with the word before it that ends a choice. */
const chooses = pattern`[\s,]${word.or}\s+[\`"']?[\w.-]+[\`"']?$`;

/** Whether values are written as codes of one kind, where a word may as well be what a value is about. */
const areCodes = (values: string[]): boolean =>
  values.every((one) => credentialKind(one) === null) &&
  ((values.every((one) => /^[a-z]{2,3}$/.test(one)) && new Set(values.map(({ length }) => length)).size === 1) ||
    (values.every((one) => isCode.test(one)) && !values.some((one) => isForm.test(one))));

/** Characters of words that are looked at for a choice. */
const mostWords = 1000;

/** A choice without the one of its values that it calls the usual one. */
const withoutDefault = (text: string): string =>
  text.replace(
    pattern`^(.{1,200}?)(?:,\s*|\s+\()(?:by )?${word.default}(?: ${word.is})?:? [\`"]?([\w.-]{1,40})[\`"]?\)?$`,
    (all, choice: string, usual: string) =>
      RegExp(`(?<![\\w.-])${usual.replaceAll('.', '\\.')}(?![\\w.-])`).test(choice) ? choice : all,
  );

/**
 * Every value of a sentence that is nothing but a choice of values, each marked as code, as in ``a`, `b` or `c`.`; without
 * marks only where the value that the page shows is one of them. Null where there is none, or where it may go on.
 */
export function choiceIn(notes: string, shown: string): string[] | null {
  const words = notes.slice(0, mostWords);
  if (open.test(words.replace(/\boptional\b|\bby default\b/gi, ' ')) || growing.test(words)) return null;
  // A cell of values may hold the choice itself.
  const chosen = chooses.test(shown) ? [shown] : [];
  for (const sentence of [...words.split(/[.;](?:\s+|$)|\n+/), ...chosen]) {
    const said = withoutDefault(sentence.trim().replace(lead, '').replace(leadOfCodes, ''));
    if (!chooses.test(said)) continue;
    const text = said.replace(/^either\s+/i, '');
    const { values, rest } = literals(text);
    if (nameFields(values)) continue;
    if (values.length > 1 && rest.trim() === '') return text.includes('`') ? values : null;
    const bareValues = valuesIn(text);
    const isAlone = text === shown || (text !== said && /[A-Z]/.test(text)) || leadOfCodes.test(sentence.trim());
    if (bareValues && areGrants(bareValues)) return bareValues;
    const areValues = bareValues && (areGrants(bareValues) || (isAlone && areCodes(bareValues)));
    if (areValues || bareValues?.includes(shown)) return bareValues;
  }
  return null;
}

/** The values of which the words about a field leave the choice, where a sample shows one of them. */
export const choiceShown = (fields: { notes?: string; origin: string }[], shown: string): string[] | null =>
  fields
    .filter(({ notes = '', origin }) => origin !== 'openapi' && !isQualified(notes))
    .map(({ notes = '' }) => choiceIn(notes, shown))
    .find((values) => values !== null) ?? null;
