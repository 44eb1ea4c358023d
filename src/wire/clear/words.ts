/** The words of a text, and the names before them. */
import { leastKey } from './guess.ts';
import { isCredentialName } from './names.ts';
import { plainOf } from './plain.ts';
import { textOf } from './view.ts';

/** A word of a text; `name` is the name whose value it is, empty where there is none. */
export interface Word {
  name: string;
  value: string;
}

/** A text with its escapes undone: of JSON strings, percent-encoding and character references. */
function decoded(text: string): string {
  const { view, plain } = plainOf(text);
  return plain === view ? text : textOf(plain.units.subarray(0, plain.length));
}

/** What a unit is between or inside words: part of a word, a colon that joins two parts, white space, or other. */
const inWord = 0;
const [colon, blank, assigns, closes, opens, other] = [1, 2, 3, 4, 5, 6];
const kinds = new Uint8Array(0x80);
for (const sign of '"\'`{}[](),;&?|\\') kinds[sign.charCodeAt(0)] = other;
for (const [sign, kind] of [
  [':', colon],
  ['=', assigns],
  ['>', closes],
  ['<', opens],
  [' ', blank],
  ['\t', blank],
  ['\n', blank],
  ['\v', blank],
  ['\f', blank],
  ['\r', blank],
] as const)
  kinds[sign.charCodeAt(0)] = kind;
const kindOf = (unit: number): number => {
  if (unit < 0x80) return kinds[unit] ?? inWord;
  return unit === 0xa0 || unit === 0xfeff || (unit >= 0x1680 && unit <= 0x3000 && /\s/.test(String.fromCharCode(unit)))
    ? blank
    : inWord;
};

const scheme = /^(?:bearer|basic|token|jwt|dpop)$/i;
/** Members and attributes whose value is the name of another: `name="access_token" value="…"`. */
const labelName = /^(?:name|field|property|param|type|id)$/i;
/** Words after a label that may be its value. */
const mostLabelled = 8;
const longestName = 64;

const [newline, less] = [10, 0x3c];

/** The characters between two words, as bits of those that matter, and where they end. */
interface Gap {
  end: number;
  assigns: boolean;
  closes: boolean;
  breaks: boolean;
  blank: boolean;
  last: number;
}

const newGap = (): Gap => ({ end: 0, assigns: false, closes: false, breaks: false, blank: true, last: 0 });

/**
 * Reads the characters from a place up to the next word; `goesOn` where they follow characters that were read before.
 */
function readGap(gap: Gap, text: string, start: number, goesOn: boolean): void {
  if (!goesOn) [gap.assigns, gap.closes, gap.breaks, gap.blank, gap.last] = [false, false, false, true, 0];
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    const kind = kindOf(unit);
    if (kind === inWord) break;
    if (kind !== blank) gap.blank = false;
    if (kind === assigns || kind === colon || kind === closes) gap.assigns = true;
    if (kind === closes) gap.closes = true;
    if (unit === newline) gap.breaks = true;
    gap.last = unit;
  }
  gap.end = end;
}

/** Where the word that begins there ends: a colon inside it belongs to it. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const kind = kindOf(text.charCodeAt(end));
    if (kind === inWord) continue;
    if (kind !== colon || end + 1 >= text.length || kindOf(text.charCodeAt(end + 1)) !== inWord) break;
  }
  return end;
}

/** The name at the end of a word, which is what is read of the name of a member. */
export const nameAtEnd = (word: string): string => /[\p{L}\p{N}_.-]+$/u.exec(word.slice(-longestName))?.[0] ?? '';

/** The words of the last long text: the gate and the checks ask for those of the same answer, between its headers. */
let lastRead: { text: string; words: readonly Word[] } = { text: '', words: [] };
const leastKept = 1 << 12;

/**
 * The words of a text, once escapes are undone, that may be credentials: those with a name, and those as long as a key.
 */
export function wordsOf(text: string): readonly Word[] {
  if (text === lastRead.text) return lastRead.words;
  const words: Word[] = [];
  eachWord(decoded(text), (name, value) => {
    if (name !== '' || value.length >= leastKey) words.push({ name, value });
  });
  if (text.length >= leastKept) lastRead = { text, words };
  return words;
}

/** The values of all words of a text, once escapes are undone. */
export function wordValues(text: string): string[] {
  const values: string[] = [];
  eachWord(decoded(text), (_name, value) => values.push(value));
  return values;
}

/** Calls back for every word of a text whose escapes are undone, with its name; in time linear in the text. */
function eachWord(text: string, visit: (name: string, value: string) => void): void {
  let [before, name, label, left, element] = ['', '', '', 0, ''];
  const gap = newGap();
  readGap(gap, text, 0, false);
  while (gap.end < text.length) {
    let end = wordEnd(text, gap.end);
    let value = text.slice(gap.end, end);
    // Characters of markup separate an element from its text.
    while (value === '!' || value === 'CDATA') {
      gap.blank = false;
      readGap(gap, text, end, true);
      if (gap.end >= text.length) return;
      end = wordEnd(text, gap.end);
      value = text.slice(gap.end, end);
    }
    const isElement = gap.last === less;
    if (gap.closes && !isElement) name = element || nameAtEnd(before);
    else if (gap.assigns) name = nameAtEnd(before);
    else name = gap.blank && gap.last !== 0 && scheme.test(before) ? name || 'token' : '';
    if (isElement) element = /^[\w.:-]{1,64}$/.test(value) ? value : '';
    const own = value.includes(':') ? /^([\w.-]{1,64}):(?!\/\/)(.+)$/s.exec(value) : null;
    if (own && isCredentialName(own[1] ?? '')) visit(own[1] ?? '', own[2] ?? '');
    // The words of a sentence after a label are not its value.
    else visit(left === 0 || !(gap.assigns || gap.breaks) || isCredentialName(name) ? name : label, value);
    left = Math.max(0, left - 1);
    if (name !== '' && labelName.test(name) && isCredentialName(value)) [label, left] = [value, mostLabelled];
    before = value;
    readGap(gap, text, end, false);
  }
}
