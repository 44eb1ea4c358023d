/** Tables of statuses for several calls, with a column that says of which of them each row is. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { columnsOf } from '../words/head-columns.ts';
import { cell, type TableBlock } from './columns.ts';

/** Heads of a column that names calls. */
const calls = oneOf(word.operation, 'calls?', 'panggilan');
const naming = pattern`^(?:(?:api|http) )?(?:${calls}|applies to|used by|berlaku untuk)$`;

/** Whether a cell names every call. */
export const ofEvery = pattern`^${oneOf(word.all, 'both', 'keduanya')}(?: ${calls})?$`;

/** A call that gives a token, by a name without words for anything that is done with one. */
const ofToken =
  /^(?:\p{L}+[ -])?(?:log ?in|logon|sign ?in|token|access token|auth|authenticat\w+|otentikasi|autentikasi|sessions?)(?:[ -]\p{L}+)?$/iu;
const withToken = /refresh|renew|revoke|logout|inspect|introspect|delete|check|perbarui|cabut|hapus|cek/i;

/** What may be the call for a token, or that for a payment. */
const ofEither = /authori[sz]|otorisasi/i;

/** Whether a name is that of the call for a token. */
export const isIssuing = (name: string): boolean => ofToken.test(name) && !withToken.test(name);

const betweenCalls = pattern`\s*[,;/&+]\s*|\s+${oneOf(word.and, word.or)}\s+`;

/** The calls that a cell names. */
export const callsIn = (text: string): string[] =>
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

/** Heads of a column that says of which services each row is. */
const service = oneOf(
  'services?',
  'layanan',
  'servis',
  'produk',
  'products?',
  'fitur',
  'features?',
  'modul',
  'modules?',
);
const anyCall = oneOf(calls, service, 'endpoints?', 'apis?');
const ofServices = oneOf(anyCall, `kode ${anyCall}`, `${anyCall} codes?`);
const namingServices = pattern`^(?:${oneOf('for', 'untuk', 'pada', 'applies to', 'berlaku (?:untuk|pada)', 'used by')} )?(?:${word.the} )?${ofServices}$|^(?:${oneOf('for', 'applies to', 'used by', 'berlaku (?:untuk|pada)', 'scope of use')})$`;

/** Every service, and none is taken out. */
const ofEachService = pattern`^${oneOf(word.all, 'both', 'any', 'every')}(?: (?:${ofServices}|of them))?$`;
/** All but some, and numbers of services: nothing tells which of them is the call for a token. */
const exceptSome = pattern`\b${oneOf('but', 'except', 'without', 'other than', 'kecuali', 'selain', 'tanpa')}\b`;
const codesOfServices = /^[\dA-Z]{0,4}\d{1,4}(?:\s*(?:[,;/&]|and|or|dan|atau)\s*[\dA-Z]{0,4}\d{1,4})*$/i;

/** The rows of every service, and those of some that nobody knows; null where no column tells services apart. */
export function rowsOfServices({ head, rows }: TableBlock): { own: string[][]; some: string[][] } | null {
  const { status } = columnsOf(head).columns;
  const at = head.findIndex((title, index) => index !== status && namingServices.test(title.trim()));
  if (at < 0) return null;
  const isOfAll = (row: string[]): boolean =>
    ['', '-', '–', '—', '*'].includes(cell(row, at)) || ofEachService.test(cell(row, at));
  const some = rows.filter((row) => !isOfAll(row));
  const isUnknown = (row: string[]): boolean => exceptSome.test(cell(row, at)) || codesOfServices.test(cell(row, at));
  // Names of calls are read elsewhere, unless they stand beside rows of all of them.
  const areMixed = rows.some((row) => ofEachService.test(cell(row, at)));
  if (some.length === 0 || !(areMixed || some.some(isUnknown))) return null;
  const told = (row: string[]): string[] => row.map((text, column) => (column === at ? '' : text));
  return { own: rows.filter(isOfAll).map(told), some };
}
