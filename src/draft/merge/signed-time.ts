/** The time that is sent with a signature: its form, as all that a page says of it and shows of it gives it. Pure. */
import type { SignatureRow } from '../../formats/auth.ts';
import type { Facts, HeaderFact, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { ClockSaid } from '../facts/said-in-words.ts';
import { affirmedForm, type Form, isoTimes, patterns } from '../page/sentences/time-forms.ts';
import { isFresh, isProof } from '../page/values/values.ts';
import { lettersOf } from '../page/words/spellings.ts';

/** Whether a header holds a signature, and not what is signed with it. */
export function isSignature(name: string): boolean {
  return isProof(name) && !isFresh(name);
}

/** Whether a header holds the time of a request. */
export const isTime = ({ name }: HeaderFact): boolean => /timestamp$/.test(lettersOf(name));

/** The sentences that say which form the time has, in words that are understood: any other is a question alone. */
export const formsOf = (clocks: ClockSaid[]): string[] =>
  clocks.flatMap(({ says, words, isUnsure }) => (says === 'form' && !isUnsure ? [affirmedForm(words)] : []));

/** The form of a time, as the words about its header, sentences of the page or a sample show it; null where they do not. */
export function timeOf(
  { name, example = '', value = '', notes = '' }: HeaderFact,
  clocks: ClockSaid[] = [],
): SignatureRow['timestamp'] | null {
  const form = ({ hasFraction, isJoined }: Form): string =>
    `yyyy-MM-dd'T'HH:mm:ss${hasFraction ? '.SSS' : ''}${isJoined ? 'xx' : 'XXX'}`;
  const [shown] = isoTimes(example);
  // What is said of the form goes before a sample of it.
  for (const words of [`${value} ${notes}`, ...formsOf(clocks), example]) {
    const [sample] = isoTimes(words);
    if (sample) return { header: name, form: form(sample), zone: sample.zone };
    const [letters] = patterns(words);
    // Letters alone stand for the offset that a sample has; BI SNAP has the time of Jakarta where none does.
    const zone = letters?.zone || shown?.zone || '+07:00';
    // Java has `Z` for an offset without a colon, and others for UTC: a sample tells.
    if (letters?.zone === 'Z' && shown?.isJoined) return { header: name, form: form(shown), zone: shown.zone };
    if (letters)
      return { header: name, form: form({ ...letters, isJoined: letters.isJoined || shown?.isJoined === true }), zone };
    // A count says of what it is: a time of day has a fraction of its second as well.
    const isOfDay = /\biso\b|\butc\b|\bwith milli|dengan mili|precision|presisi/i.test(words);
    if (/\b\d{13}\b/.test(words) || (!isOfDay && /milli-?seconds?|milidetik/i.test(words)))
      return { header: name, form: 'epoch-milliseconds' };
    if (/\b\d{10}\b|\bepoch\b|\bunix\b/i.test(words)) return { header: name, form: 'epoch-seconds' };
  }
  return null;
}

/** What is said of a header, without the examples in it. */
export function withoutExample({ value, notes, ...fact }: HeaderFact): HeaderFact {
  const bare = (words = ''): string =>
    words.replace(/\b(?:examples?|e\.g\.?|for instance|contoh(?:nya)?|misal(?:nya)?)(?!\w)[\s\S]*$/i, '');
  return { ...fact, example: '', value: bare(value), notes: bare(notes) };
}

/** The headers of the time of a request that is signed: several statements may be about the same. */
const stampsIn = (headers: HeaderFact[]): HeaderFact[] =>
  headers.some(({ name }) => isSignature(name)) ? headers.filter(isTime) : [];

/** Characters of a time in a form; null of a count. */
function lengthOf(form: string, zone: string): number | null {
  if (!form.startsWith('yyyy')) return null;
  const ofZone = form.endsWith('xx') ? '+0700'.length : zone.length;
  return 'yyyy-MM-ddTHH:mm:ss'.length + (form.includes('.SSS') ? 4 : 0) + ofZone;
}

/** Whether words say that the time is counted. */
const isCount = (words: string): boolean => /\bepoch\b|\bunix\b/i.test(words);

/** In what the words and samples of a time differ, and in what its length does not fit; empty where they agree. */
function differences(time: HeaderFact, clocks: ClockSaid[]): string[] {
  // What sentences say in words is compared as well; the words of a cell are read with its own sample.
  const inWords = formsOf(clocks);
  const texts = [`${time.value ?? ''} ${time.notes ?? ''}`, ...inWords, time.example ?? ''];
  const samples = texts.flatMap(isoTimes);
  // `Z` among letters is an offset without a colon where a sample has one.
  const isOffset = samples.some(({ isJoined }) => isJoined);
  const letters = texts.flatMap(patterns).map((one) => (one.zone === 'Z' && isOffset ? { ...one, zone: '' } : one));
  const shown = [...samples, ...letters];
  const fractions = new Set([
    ...shown.map(({ hasFraction }) => hasFraction),
    ...inWords.flatMap((words) =>
      !isCount(words) && /milli|mili(?=detik)|\bfraction|\bpecahan/i.test(words) ? [true] : [],
    ),
  ]);
  const zones = new Set([
    ...shown.flatMap(({ zone }) => (zone === '' ? [] : [zone === 'Z'])),
    ...inWords.flatMap((words) => (/\b(?:UTC|GMT)\b(?!\s*[+(-])/.test(words) ? [true] : [])),
  ]);
  const counts = new Set([...shown.map(() => false), ...inWords.flatMap((words) => (isCount(words) ? [true] : []))]);
  const form = timeOf(time, clocks);
  const length = form ? lengthOf(form.form, form.zone ?? '') : null;
  const { maxLength, minLength } = time.schema;
  const isUnfit = length !== null && (Number(maxLength ?? length) < length || Number(minLength ?? length) > length);
  return [
    ...(counts.size > 1 ? ['as a count and as a date'] : []),
    ...(fractions.size > 1 ? ['with a fraction of the second and without'] : []),
    ...(zones.size > 1 ? ['in UTC with Z and with an offset'] : []),
    ...(isUnfit ? [`of ${[minLength, maxLength].find((one) => one !== undefined)} characters and of ${length}`] : []),
  ];
}

/** What a question says of the form of a time that a page does not give once, or in words that are not understood; null otherwise. */
export function openForm({ headers, clocks = [] }: Pick<Facts, 'headers' | 'clocks'>): string | null {
  const [time] = stampsIn(headers);
  if (!time) return null;
  const unlike = differences(time, clocks);
  const said = clocks.filter(({ says }) => says === 'form' || says === 'other form');
  const isOpen = unlike.length > 0 || said.some(({ says, isUnsure }) => isUnsure || says === 'other form');
  if (!isOpen) return null;
  const own = time.notes || time.value || '';
  // What its own words say is shown with what they may not agree with.
  const cell = patterns(own).length > 0 ? [`"${quotedWords(own)}" of it`] : [];
  const quoted = [...cell, ...said.map(({ words, at }) => `"${quotedWords(words)}" (${at})`)];
  const sample = time.example ? [`${time.example} as an example`] : [];
  const more = unlike.length > 0 ? `: the page gives more than one, ${unlike.join(', ')}` : '';
  const has = quoted.length > 0 ? `; it says ${[...quoted, ...sample].join(', ')}` : '';
  return `the form of ${time.name} (${time.at})${more}${has}`;
}

/** The form of the time that is sent with a signature, and where it is given; null where there is none. */
export function timeIn({
  headers,
  clocks = [],
}: Pick<Facts, 'headers' | 'clocks'>): (NonNullable<SignatureRow['timestamp']> & { at: string }) | null {
  const all = stampsIn(headers);
  const time = all.find((one) => timeOf(one, clocks) !== null);
  const form = time && timeOf(time, clocks);
  if (!form) return null;
  const isOwn = timeOf({ ...time, example: '' }) !== null;
  const saying = clocks.find(({ says, isUnsure }) => says === 'form' && !isUnsure);
  return { ...form, at: isOwn ? time.at : (saying?.at ?? time.at) };
}

/** Whether a question quotes words already. */
const isQuoted = (words: string, todos: Todo[]): boolean => todos.some(({ what }) => what.includes(quotedWords(words)));

/** The question which code an answer to a time that is off has, where the words about it give one that no answer is drafted with. */
function codeTodos({ clocks = [], answers, todos }: Pick<Facts, 'clocks' | 'answers' | 'todos'>): Todo[] {
  const held = new Set(
    answers.flatMap(({ members }) =>
      members.flatMap(({ schema }) => [schema['const'] ?? [], schema['enum'] ?? []].flat().map(String)),
    ),
  );
  const open = clocks.filter(
    ({ words, codes = [] }) => codes.some((code) => !held.has(code)) && !isQuoted(words, todos),
  );
  if (open.length === 0) return [];
  const quoted = open.map(({ words, at }) => `"${quotedWords(words)}" (${at})`);
  const what = `which code the answer to a time that is off by more holds: the page says ${quoted.slice(0, mostQuoted).join(', ')}; the draft promises none`;
  return [{ name: 'clock code', what }];
}

/**
 * The question about words beside fields that say how far a time may be off, where the draft has nothing of them.
 * @param isSigned whether the draft signs a time, so that clauses may send another
 */
export function clockTodos(facts: Pick<Facts, 'headers' | 'clocks' | 'answers' | 'todos'>, isSigned: boolean): Todo[] {
  const { headers, clocks = [], todos } = facts;
  const isTimed = isSigned && timeIn({ headers, clocks }) !== null;
  const left = clocks.filter(({ says, words }) => {
    const isHeld = says === 'window' ? isTimed : says !== null;
    return !isHeld && !isQuoted(words, todos);
  });
  if (left.length === 0) return isTimed ? codeTodos(facts) : [];
  const quoted = [...new Set(left.map(({ words, at }) => `"${quotedWords(words)}" (${at})`))];
  const what = `how far the time of a request may be off, and how one that is off by more is refused: the page says ${quoted.slice(0, mostQuoted).join(', ')}; no clause of the draft has that time from the page`;
  return [{ name: 'clock', what }];
}

/** The question about the one zone that a time has to be in. */
export function zoneTodos({ clocks = [] }: Pick<Facts, 'clocks'>): Todo[] {
  const zones = clocks.filter(({ says }) => says === 'zone');
  if (zones.length === 0) return [];
  const said = [...new Set(zones.map(({ words, at }) => `"${quotedWords(words)}" (${at})`))].join(', ');
  const what = `whether a time in another zone is refused: the page says ${said}, and the draft has no clause for that`;
  return [{ name: 'timestamp zone', what }];
}

/** Words that the question quotes. */
const mostQuoted = 5;
