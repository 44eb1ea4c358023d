/** A column that says with which calls each field of a table is sent. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isNotOfToken } from '../sentences/not-of-token.ts';
import { isOfMovingCalls } from '../words/only-others.ts';
import { cell, type TableBlock } from './columns.ts';

const call = oneOf(word.request, word.operation);
const ofEvery = pattern`^${word.all}(?: (?:(?:api|http) )?${call})?$`;
const ofToken = pattern`^(?:${word.the} )?(?:access )?token(?: ${call})?$`;

/** A cell that names the token means the request for it. */
const asCalls = (text: string): string => text.replace(/\btokens?$/i, 'token request');

/** Whether a cell names calls of which that for a token is surely one, or surely none; null for any other. */
function isOwn(text: string): boolean | null {
  if (ofEvery.test(text) || ofToken.test(text)) return true;
  return isNotOfToken(asCalls(text)) || isOfMovingCalls(text) ? false : null;
}

/**
 * The rows with the calls as words about the fields that are of others, where each cell of one column whose head is not known
 * names calls; that column is then one of `again`.
 */
export function withCalls({ head, rows }: TableBlock, unknown: string[], again: number[]): string[][] {
  const at = head.findIndex(
    (title, index) =>
      unknown.includes(title.trim()) &&
      rows.every((row) => isOwn(cell(row, index)) !== null) &&
      rows.some((row) => isOwn(cell(row, index)) === false),
  );
  if (at < 0) return rows;
  unknown.splice(unknown.indexOf((head[at] ?? '').trim()), 1);
  again.push(at);
  return rows.map((row) => row.map((text, index) => (index !== at ? text : isOwn(cell(row, at)) ? '' : asCalls(text))));
}
