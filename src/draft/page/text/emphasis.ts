/** A value that a page sets apart in bold, where it marks others as code. */
import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isTelling } from '../tables/note-words.ts';

/** Words behind which nothing but the only value stands. */
const announces = pattern`\b(?:${word.always}|${word.must} be|harus|fixed|tetap)[\s:]*$`;

/** One word as values are written, and people write none, that is neither a form nor a type. */
const isValue = (text: string): boolean =>
  /^[A-Za-z\d][\w.-]{0,39}$/.test(text) && /[A-Z\d]/.test(text) && !isTelling(text.toLowerCase());

/** Words in bold behind others: as code, where these call them the only value. */
export const inBold = (text: string, before: string): string =>
  announces.test(before) && isValue(text) ? `\`${text}\`` : text;
