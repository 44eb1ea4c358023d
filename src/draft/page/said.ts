/** What the words about a field say of its value beside its length: which values there are, and their bounds. */
import type { Schema } from '../../formats/json.ts';
import { isQualified } from './doubts.ts';
import { credentialKind } from './values.ts';

/** Words that announce every value there is, in English and Indonesian. */
const announces =
  /\b(?:(?:possible|allowed|allowable|valid|accepted|permitted|supported|enum(?:erated|eration)?|available) (?:values?|options?)|enum(?:eration)?s?|one of(?: the following(?: values)?| these(?: values)?)?|(?:two|three|four|five|[2-9]) (?:possible |allowed )?values|(?:dua|tiga|empat|lima) nilai|nilai yang (?:mungkin|diizinkan|diperbolehkan|valid)|pilihan(?: nilai)?|salah satu(?: dari)?)\s*(?:(?:are|is|adalah|yaitu)\s*)?[:=-]?\s*/i;

/** Words that leave a list open, or say that what is listed is not all. */
const open =
  /\b(?:e\.g|for example|such as|misalnya|contoh|etc|dll|and so on|among others|including|by default|optional)\b|\.{3}|…/i;

/** Words that say that a list may grow. */
const growing =
  /\b(?:more|other|new|further|additional) (?:values?|types?|ones|codes?|channels?)\b|\bmay (?:be (?:added|extended)|change|grow)\b|\b(?:lainnya|dapat bertambah|bisa bertambah)\b/i;

const literal = /^[\s,;|/[]*(?:(?:or|and|atau|dan)\s+)?(?:`([^`\s]+)`|"([^"\s]+)"|'([^'\s]+)'|“([^”\s]+)”)/i;
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

/** The values of a list, with or without marks, between commas, bars or line breaks; null for anything else. */
export function valuesIn(text: string): string[] | null {
  if (text === '' || open.test(text)) return null;
  const marked = literals(text);
  if (marked.values.length > 0) return /^[\s.;]*$/.test(marked.rest) ? marked.values : null;
  const values = text
    .replace(/[.;]\s*$/, '')
    .split(/\s*(?:[,;|\n/]|\s(?:or|and|atau|dan)\s)\s*/)
    .map((one) => one.replace(/^(?:or|and|atau|dan)\s/, '').trim())
    .filter((one) => one !== '');
  // One alone is a value where programs write it so, and people write no word.
  const isEnough = values.length > 1 || /^[a-z]+(?:_[a-z]+)+$/i.test(values[0] ?? '');
  return isEnough && values.length <= mostValues && values.every((one) => bare.test(one)) ? values : null;
}

/** Whether a list ends there: words behind it may go on with it. */
const isEnd = /^\s*(?:$|[.;)\]\n]|,?\s*(?:depending|by|according|as|tergantung|sesuai)\b)/i;

/** Marked values with a stroke or a bar between each two of them. */
const isParted = /^\s*`[^`\s]+`(?:\s?[/|]\s?`[^`\s]+`)+\s*$/;

/** Marked values at the beginning of words that leave the choice between them, as `id` or `en` between the marks of code. */
function markedChoice(notes: string): string[] | null {
  if (!/^\s*(?:either )?[`"“]/i.test(notes)) return null;
  const { values, rest } = literals(notes.replace(/^\s*either /i, ''));
  const listed = notes.slice(0, notes.length - rest.length);
  // Names of other fields are none of its values.
  const isChoice =
    values.length > 1 &&
    values.every((value) => credentialKind(value) === null) &&
    (/[`"”]\s*(?:,\s*)?\b(?:or|atau)\b[^,]*$/i.test(listed) || isParted.test(listed));
  return isChoice && /^\s*(?:$|[.;\n]|,\s*(?:defaults?|bawaan|baku)\b|\((?:defaults?|bawaan|baku)\b)/i.test(rest)
    ? values
    : null;
}

/** Every value that words about a field list, as `Possible values: a, b`; null where they list none, or not all. */
export function enumIn(notes: string): string[] | null {
  const [lead = ''] = announces.exec(notes) ?? [];
  if (growing.test(notes)) return null;
  if (lead === '') return markedChoice(notes);
  const begin = notes.indexOf(lead);
  if (/\b(?:not|no|never|tidak|bukan)\b[^.]*$/i.test(notes.slice(0, begin).split(/[.\n]/).at(-1) ?? '')) return null;
  // `One possible value: x` leaves others possible.
  if (/\b(?:one|an|another|other|further|some|salah satu)\s+$/i.test(notes.slice(0, begin))) return null;
  const listed = notes.slice(begin + lead.length);
  if (open.test(listed.split(/\.\s|\n\n/)[0] ?? '')) return null;
  const { values, rest } = literals(listed);
  if (values.length > 0) return isEnd.test(rest) ? values : null;
  // Words without marks are values where a sign announces them, and codes in capitals behind a word for a choice of them.
  const bareValues = valuesIn(listed.split(/\.(?:\s|$)|\n\n/)[0] ?? '');
  const isOfThem = /\b(?:of|dari)\s*$/i.test(lead) && bareValues?.every((value) => isCode.test(value));
  return /[:=]\s*$/.test(lead) || isOfThem ? bareValues : null;
}

/** What a list that is not sent stands for, which leaves its items as they are. */
const ofDefault =
  /(?<=[.;]\s|^)(?:all|everything|semua(?:nya)?)(?: of them)?,? (?:if|when|where|jika|bila|apabila) (?:not (?:given|sent|present|set)|omitted|left out|absent|missing|tidak (?:dikirim|diisi|disertakan|ada))(?=\s*(?:$|[.;]))/gi;

/** The values that words about a list give to its items, as `One or more of a, b` does; null where they give none, or take some back. */
export function enumOfItems(notes: string): string[] | null {
  // How many of them there have to be is a matter of the list.
  const words = notes
    .replace(ofDefault, '')
    .replace(
      /\b(?:one or more|any|at least one|satu atau lebih|(?:minimal|setidaknya|paling sedikit) satu)(?: values?| nilai)? (?:of|dari)\b/i,
      'one of',
    );
  return isQualified(words) ? null : (enumIn(words) ?? listedBehind(words));
}

/** A value that reads as a code. */
const isCode = /^[A-Z][A-Z0-9_]+$/;

/** Words before a choice that say nothing but what it is of, as `Market in which you trade: `. */
const lead =
  /^(?!.*\b(?:not|no|never|except|without|like|prefix\w*|starts?|begins?|ends?|bukan|tidak|kecuali|selain|diawali|seperti)\b)[\p{L}][\p{L} /-]{1,60}:\s+(?=`)/iu;

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
const vague =
  /\b(?:seperti|misal\w*|antara lain|examples?|defaults?|usually|typically|mainly|some|often|biasanya|umumnya|sebagian|beberapa|fields?|members?|keys|kolom|atribut|contains?|holds?|berisi|memuat)\b/i;

/** The same before values in capitals that are not marked, as `Currency: IDR or USD` has them. */
const leadOfCodes =
  /^(?!.*\b(?:not|no|never|except|without|like|prefix\w*|starts?|begins?|ends?|for|with|when|if|only|bukan|tidak|kecuali|selain|diawali|seperti|untuk|bagi|dengan|hanya)\b)\p{L}[\p{L} /-]{1,60}:\s+(?=[A-Z][A-Z\d_]+\b)/iu;

/** The last of several values, with the word before it that ends a choice. */
const chooses = /(?:\s|,)(?:or|atau)\s+[`"']?[\w.-]+[`"']?$/i;

/** Whether values are written as codes of one kind, where a word may as well be what a value is about. */
const areCodes = (values: string[]): boolean =>
  values.every((one) => credentialKind(one) === null) &&
  ((values.every((one) => /^[a-z]{2,3}$/.test(one)) && new Set(values.map(({ length }) => length)).size === 1) ||
    (values.every((one) => isCode.test(one)) && !values.some((one) => isForm.test(one))));

/** Names of forms that values have. */
const isForm =
  /^(?:[UG]UI?D|ULID|JWT|JSON|XML|SAML|SHA\d*|MD5|HMAC|RSA|AES|ISO\d*|RFC\d*|UTC|URL|URI|IP(?:V\d)?|PIN|OTP|ID)$/;

/** Characters of words that are looked at for a choice. */
const mostWords = 1000;

/** A choice without the one of its values that it calls the usual one. */
const withoutDefault = (text: string): string =>
  text.replace(
    /^(.{1,200}?)(?:,\s*|\s+\()(?:by )?(?:default|bawaan|baku)(?: adalah| is)?:? [`"]?([\w.-]{1,40})[`"]?\)?$/i,
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
    const text = withoutDefault(sentence.trim().replace(lead, '').replace(leadOfCodes, ''));
    if (!chooses.test(text)) continue;
    const { values, rest } = literals(text);
    // Names of other fields are no values.
    if (values.some((value) => credentialKind(value) !== null)) continue;
    if (values.length > 1 && rest.trim() === '') return text.includes('`') ? values : null;
    const bareValues = valuesIn(text);
    const isAlone = text === shown || leadOfCodes.test(sentence.trim());
    if (bareValues?.includes(shown) || (isAlone && bareValues && areCodes(bareValues))) return bareValues;
  }
  return null;
}

/** The values of which the words about a field leave the choice, where a sample shows one of them. */
export const choiceShown = (fields: { notes?: string; origin: string }[], shown: string): string[] | null =>
  fields
    .filter(({ notes = '', origin }) => origin !== 'openapi' && !isQualified(notes))
    .map(({ notes = '' }) => choiceIn(notes, shown))
    .find((values) => values !== null) ?? null;

const number = '(-?\\d{1,15}(?:\\.\\d{1,6})?)';
const bounds: readonly (readonly [RegExp, (one: number, two: number) => Schema])[] = [
  [
    RegExp(
      `\\b(?:between|from|antara|range:?|rentang:?|dari)\\s+${number}\\s*(?:and|to|dan|sampai|hingga|s/d|s\\.?d\\.?|[-–])\\s*${number}`,
      'i',
    ),
    (one, two) => (one <= two ? { minimum: one, maximum: two } : {}),
  ],
  [
    RegExp(`(?:^|,)\\s*${number}\\s*(?:to|sampai|hingga|s/d|s\\.?d\\.?|[-–])\\s*${number}(?=\\s*(?:$|[.,;)]))`, 'i'),
    (one, two) => (one <= two ? { minimum: one, maximum: two } : {}),
  ],
  [RegExp(`\\b(?:mulai dari|starting (?:from|at|with))\\s+${number}`, 'i'), (one) => ({ minimum: one })],
  [RegExp(`\\b(?:min(?:imum|imal|\\.)?(?: value)?|at least)\\s*:?\\s*${number}`, 'i'), (one) => ({ minimum: one })],
  [
    RegExp(`\\b(?:max(?:imum|imal|\\.)?(?: value)?|maks(?:imal|\\.)?|at most|up to)\\s*:?\\s*${number}`, 'i'),
    (one) => ({ maximum: one }),
  ],
  [
    RegExp(
      `(?:^|[,;(])\\s*${number}\\s*(?:at (?:the )?most|max(?:imum|imal|\\.)?|or less|(?:paling )?(?:banyak|maksimal))`,
      'i',
    ),
    (one) => ({ maximum: one }),
  ],
];

/** The bounds that words give to a number; what counts its digits is none. */
export function boundsIn(notes: string): Schema {
  const found: Schema = {};
  for (const sentence of notes.split(/(?<!\bs\.d)\.\s|\n/)) {
    if (/digit|char|karakter|length|panjang|example|contoh|e\.g/i.test(sentence)) continue;
    for (const [pattern, make] of bounds) {
      const [whole, one, two] = pattern.exec(sentence) ?? [];
      const after = whole === undefined ? '' : sentence.slice(sentence.indexOf(whole) + whole.length);
      // A number of something else has that behind it.
      if (
        whole === undefined ||
        !/^\s*(?:$|[.,;)\]]|(?:and|dan)\b|(?:milli)?(?:seconds?|secs?)|m?s\b|detik|minutes?|menit|hours?|jam\b|inclusive|\(inclusive)/i.test(
          after,
        )
      )
        continue;
      const made = make(Number(one), Number(two));
      if (!Object.keys(made).some((keyword) => keyword in found)) Object.assign(found, made);
    }
  }
  return found;
}
