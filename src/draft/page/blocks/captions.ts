/** Lines that serve as a caption: a page copied out of a browser has lost the marks of its headings. */
import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { reworded } from '../words/rewordings.ts';
import { isReason, statusesIn } from '../words/status-words.ts';
import { type Context, contextOf, isNeutral, isPart, nothing, unknownIn } from './heading-words.ts';

const mostTitleWords = 5;

/** A word of a caption: letters, or a status. */
const titleWord = /^(\p{L}[\p{L}\d]*|\d{3})$/u;

/** Whether a line alone is a caption. */
export function isCaption(line: string): boolean {
  const text = line.trim();
  if (!/^\p{Lu}/u.test(text)) return false;
  const words = text.split(' ');
  return words.length <= mostTitleWords && words.every((word) => titleWord.test(word));
}

/** Whether a line begins with the number of a section of a section, as `3.1 Get Token` does. */
const isNumbered = (text: string): boolean => /^\d{1,2}(?:\.\d{1,2})+\.?\s+\p{Lu}/u.test(text);

/** The numbers before a title, as of `4.2.2 Call`. */
const numbersOf = (title: string): string[] =>
  /^\d{1,2}(?:\.\d{1,2})*(?=\.?\s+\p{Lu})/u.exec(title.trim())?.[0].split('.') ?? [];

/** Whether a title begins another chapter than the one that a section is in by its numbers: `7 Result codes` behind `4.2.2 Call`. */
export function leavesChapter(title: string, section: string): boolean {
  const [own, above] = [numbersOf(title), numbersOf(section)];
  return own.length > 0 && above.length > 1 && own[0] !== above[0];
}

/** Whether a caption begins something of its own by its number: it is no part of an operation, or not of the section before it. */
export const beginsSection = (title: string, section: string): boolean =>
  leavesChapter(title, section) || (isNumbered(title) && !isPart(title.replace(/^[\d.]+\s+/, '')));

/** What begins an appendix: its word with a letter or a number of its own, and its title. */
const ofAppendix =
  /^(?:appendix|annex|annexure|attachment|addendum|lampiran|apendiks)\s+(?:[A-Z]|\d{1,2}|[IVX]{1,5})(?:\s*[.:)–—-]\s*|\s+|$)(.*)$/i;

/** Whether a heading is that of an appendix, which is no part of the operation before it. */
export const isAppendix = (title: string): boolean => ofAppendix.test(title.trim());

/** Words of the title of an appendix at most. */
const mostAppendixWords = 8;

/** What a list of contents has behind the title of an appendix: the next one, or the number of a page. */
const nextAppendix = /[,;|]\s*(?:appendix|annex|annexure|attachment|addendum|lampiran|apendiks)\s+\S|\t\s*\d+$/i;

/** The title that a line alone gives to an appendix; null for any other line, as a sentence that speaks of one, or a list of contents. */
export function appendixIn(line: string, before: string | undefined, next = ''): string | null {
  const text = line.trim();
  if (nextAppendix.test(text) || ofAppendix.test(next.trim())) return null;
  const [, words = ''] = ofAppendix.exec(text) ?? [];
  const isTitle = /^\p{Lu}/u.test(text) && (words === '' || /^\p{Lu}/u.test(words)) && !/[.,;:!?]$|\. /.test(words);
  const isAlone = before === undefined || before.trim() === '' || /^[\s=_-]+$/.test(before);
  return ofAppendix.test(text) && isTitle && isAlone && words.split(/\s+/).length <= mostAppendixWords ? text : null;
}

/** A media type behind the name of a part. */
const bareType = /\s{1,4}(?:application|text|multipart)\/[\w.+-]+$/;

/** A button of a page that was copied, which is no part of it. */
const button =
  /^(?:try it(?: (?:out|now|live))?|copy(?: (?:code|link|to clipboard))?|coba (?:sekarang|langsung)|salin(?: kode)?)!?$/i;

/** The tab of a sample that is the same in each language. */
const tab = pattern`^${word.programming}$`;

/** Characters of the longest line that is taken for a caption. */
const longestCaption = 160;

/** The caption that a line is; one with a number, parentheses or a colon, as `2.1 Request body (JSON):`, where it names a part. */
export function captionIn(line: string): string | null {
  const text = line.trim();
  // Most lines are none: only a number and marks stand before the first letter of one.
  if (text.length > longestCaption || !/^[`\d.\s]*\p{Lu}/u.test(text)) return null;
  if (isOfSite(text)) return null;
  // What ends as a sentence is none; the type of a body may follow a colon.
  if (/[.,;!?]$/.test(text) && !text.includes(':')) return null;
  const plain = text
    .replaceAll('`', '')
    .replace(/:(?:\s*[\w.+-]+\/[\w.+-]+)?$/, '')
    .replace(bareType, '')
    .replace(/\s*\([^()]{1,30}\)$/, '')
    .replace(/^\d{1,2}(?:\.\d{1,2})*\.?\s+/, '');
  return isCaption(plain) && (plain === text || isPart(plain) || isNumbered(text))
    ? text.replaceAll('`', '').replace(/:$/, '')
    : null;
}

const isSuccess = pattern`^${word.succeeds}$`;

/** Whether a line is a status with the reason that HTTP gives it and nothing else, as a copied page has it above an answer. */
export function isStatusWithReason(line: string): boolean {
  const [, status = '', reason = ''] =
    /^(?:HTTP )?([2-5]\d\d)(?: |\s?[:–—-]\s)([A-Z][\w' -]{1,40})$/.exec(line.trim()) ?? [];
  return isReason(status, reason) || (status.startsWith('2') && isSuccess.test(reason));
}

/** Whether a line is a button, or the tab of a language or a format, which a page that was copied has around its samples. */
export const isOfSite = (line: string): boolean =>
  [button, tab, /^(?:json|raw)$/i].some((form) => form.test(line.trim()));

/** The statuses that lines end with, each on a line of its own, before the buttons of a sample: tabs where there are several. */
export function tabsIn(lines: string[]): number[] {
  const found: number[] = [];
  for (const line of lines.filter((one) => one.trim() !== '' && !isOfSite(one)).reverse()) {
    if (!/^\s*[2-5]\d\d\s*$/.test(line) && !isStatusWithReason(line)) break;
    found.unshift(...statusesIn(line).slice(0, 1));
  }
  return found;
}

/** Whether lines end with several statuses behind each other: tabs of which one is shown, and nothing says which. */
export const endInTabs = (lines: string[]): boolean => tabsIn(lines).length > 1;

/** Words that a sentence has, and no heading. */
export const isClause = pattern`\b(?:${word.is}|${word.when})\b`;

const heads = [
  /^\s*(?:HTTP )?[2-5]\d\d(?:\s?[:–—-]\s+|\s+)(\p{L}[\p{L}\d ,'’()/-]{1,50})\s*$/u,
  /^\s*(\p{Lu}[\p{L} ,'’/-]{1,50})\s\((?:HTTP )?[2-5]\d\d\)\s*$/u,
];

/** A status that is marked by itself at the beginning of a line, whatever follows: `**401** – the secret is wrong`. */
const markedHead = /^\s*(\*\*|__|`)(?:HTTP )?[2-5]\d\d(?: [A-Z][\p{L} ]{1,30})?\1(?:\s*[:–—-]\s*\S.*)?$/u;

/** The statuses of lines that head what is below them: a few words beside each, and no sentence. */
export const statusHeadings = (lines: string[]): number[] =>
  lines.flatMap((line) => {
    const marked = markedHead.test(line) ? statusesIn(line.replaceAll('__', ' ')) : [];
    if (marked.length === 1) return marked;
    const [words] = heads.flatMap((form) => form.exec(line)?.[1] ?? []);
    return words === undefined || isClause.test(words) ? [] : statusesIn(line);
  });

/** A caption without the number of its table, as `Table 3: request` has it. */
export const withoutNumber = (caption: string): string =>
  caption.replace(/^[\s*]*(?:table|tabel)\s+\d[\d.]*\w?\s*[:.–—-][\s*]*/i, '');

/** Whether words of a few are a side with its status or what it holds, and nothing beside that: `Returns 200 OK`, `Response (JSON)`. */
export function namesPart(words: string): boolean {
  const { side, status } = contextOf(words);
  const isShort =
    status !== null ||
    reworded(words)
      .split(/[^\p{L}\d]+/u)
      .filter((word) => word !== '').length <= 3;
  return side !== null && isShort && !/[.:;,]\s*$/.test(words) && unknownIn(words).length === 0;
}

/** What captions on one line name together, each a part or what it holds; null for a sentence. */
export function partsTogether(line: string): Context | null {
  const captions = line.replace(/[`*]/g, '').trim().split(/\.\s+/);
  if (captions.length < 2 || line.length > 80 || /[.;,]\s*$/.test(line.trim())) return null;
  const isPlain = (one: string): boolean => unknownIn(one).length === 0 && one.split(/\s+/).length <= 3;
  if (!captions.every(isPlain) || !captions.some(namesPart) || !captions.every(isPart)) return null;
  const { side, status, error } = contextOf(captions.join(' '));
  return { ...nothing, side, status, error };
}

/** Whether a caption is the name of a part and its media type, a few words in parentheses or what it holds behind a colon. */
export function isPartWithType(name: string, words: string): boolean {
  const part = name.replace(/:$/, '').trim();
  const isNamed =
    /^\p{Lu}/u.test(part) && (isNeutral(part) || contextOf(part).side !== null || contextOf(part).place !== null);
  if (!isNamed || unknownIn(part).length > 0 || !words.startsWith(part)) return false;
  const rest = words.slice(part.length).trim();
  return (
    /^(?::|:?\s?[–—-]?\s?[\w.+-]+\/[\w.+-]+:?|:?\s?(?:raw )?\([^().]{1,40}\):?)$/.test(rest) ||
    (/^:\s?[\p{L} ]{1,20}$/u.test(rest) && unknownIn(rest).length === 0)
  );
}

/** Words that say of one side what was said of the other. */
const asWell = /\s{1,3}(?:as\s+well|too)(?=\s*:?\s*$)|\b(?:juga|also)\s+/gi;

const denied = pattern`\b(?:${word.not}|${word.without}|non)\b`;

/** The side whose body a caption calls JSON, as `Response 200, JSON` does; null for any other words. */
export function sideOfJson(words: string): 'request' | 'response' | null {
  const caption = withoutNumber(words).replace(/[`*]/g, '').replace(asWell, '');
  const [, before] = /^\s*(.{4,50}?)[\s,(:–—-]+JSON\s*[).:]*\s*$/.exec(caption) ?? [];
  const plain = before?.replace(/[()]/g, ' ').trim() ?? '';
  if (denied.test(plain)) return null;
  return plain !== '' && namesPart(plain) ? contextOf(plain).side : null;
}

const mediaType = 'application/[a-z0-9.+-]*[a-z0-9]|json';
const captioned = pattern`^[\s*]*(?:request )?${word.body}(?: permintaan)?[\s*]*\W{1,4}(?:raw\W{1,3})?(${mediaType})[\s\`*)]*:?[\s*]*$`;

/** The media type that a caption of a body holds, as `Body (application/json):` and `Body, JSON:` do; null without one. */
export function typeOfCaption(words: string): string | null {
  const type = captioned.exec(words)?.[1]?.toLowerCase();
  return type === 'json' ? 'application/json' : (type ?? null);
}
