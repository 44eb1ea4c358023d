/** The media type that a request accepts, where a sentence or the item of a list gives its header: `Accept: application/json`. */
import type { Statement } from '../../facts/facts.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { denies } from '../words/denied.ts';
import { takesBack } from '../words/doubts.ts';
import { isOfOthers } from './others.ts';

const mark = '["\'`*]{0,3}';
const header = `(?<![\\w-])${mark}Accept${mark}`;
const set = oneOf(
  ':',
  '=',
  `(?:headers? )?(?:${oneOf(word.with, word.of, word.is, word.must, 'set', 'be', 'to', ':')} ){1,4}`,
);
const accepts = pattern`${header}\s?${set}\s?${mark}([a-z]{2,20}\/[\w.+-]{1,80}\w)(?![\w*])`;

/** Words that leave it to the client what it accepts, or make it one of several. */
const isOpen = pattern`\b${oneOf(word.may, word.optional, word.or, word.when, word.suchAs)}\b`;

/** Reads the media type that a good request accepts; whether there is one. */
export function readAccept(sentences: string[], statement: Statement): boolean {
  const isOfEach = (one: string): boolean => !isOpen.test(one) && !denies(one) && !takesBack(one) && !isOfOthers(one);
  const found = sentences.flatMap((one) => {
    const [, type] = /\baccept\b/i.test(one) ? (accepts.exec(one) ?? []) : [];
    return type !== undefined && isOfEach(one) ? [type.toLowerCase()] : [];
  });
  const [type, ...others] = new Set(found);
  if (type === undefined || others.length > 0) return false;
  statement.accept ??= type;
  return true;
}
