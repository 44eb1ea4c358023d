/** Tables of statuses for several calls, with a column that says of which of them each row is. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { columnsOf } from '../words/head-columns.ts';
import { cell, type TableBlock } from './columns.ts';

/** Heads of a column that names calls. */
const calls = oneOf(word.operation, 'calls?', 'panggilan');
const naming = pattern`^(?:(?:api|http) )?(?:${calls}|applies to|used by|berlaku untuk)$`;

const ofEvery = pattern`^${oneOf(word.all, 'both')}(?: ${calls})?$`;

/** A call that gives a token, by a name without words for anything that is done with one. */
const ofToken =
  /^(?:\p{L}+[ -])?(?:log ?in|logon|sign ?in|token|access token|auth|authenticat\w+|otentikasi|autentikasi|sessions?)(?:[ -]\p{L}+)?$/iu;
const withToken = /refresh|renew|revoke|logout|inspect|introspect|delete|check|perbarui|cabut|hapus|cek/i;

/** What may be the call for a token, or that for a payment. */
const ofEither = /authori[sz]|otorisasi/i;

const isIssuing = (name: string): boolean => ofToken.test(name) && !withToken.test(name);

const betweenCalls = pattern`\s*[,;/]\s*|\s+${oneOf(word.and, word.or)}\s+`;

/** The calls that a cell names. */
const callsIn = (text: string): string[] =>
  text
    .split(betweenCalls)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The rows of the call for a token and of all calls, and those of others alone; null where no column tells them apart. */
export function rowsOfCalls({ head, rows }: TableBlock): { own: string[][]; others: string[][] } | null {
  const { status } = columnsOf(head).columns;
  const at = head.findIndex((title) => naming.test(title.trim()));
  if (status === undefined || at < 0 || at === status || rows.some((row) => cell(row, at) === '')) return null;
  const calls = rows.map((row) => callsIn(cell(row, at)));
  const named = calls.flat();
  if (!named.some(isIssuing) || named.some((name) => ofEither.test(name))) return null;
  const isOwn = (_: string[], index: number): boolean =>
    calls[index]?.some((name) => ofEvery.test(name) || isIssuing(name)) === true;
  // Which calls a row is of says nothing of why it is answered.
  const told = (row: string[]): string[] => row.map((text, column) => (column === at ? '' : text));
  const [own, others] = [rows.filter(isOwn).map(told), rows.filter((row, index) => !isOwn(row, index))];
  return others.length > 0 ? { own, others } : null;
}
