/** Codes that answers hold in their body, which a page may list as it would list statuses of HTTP. */
import type { Json } from '../../../formats/json.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { lettersOf } from './spellings.ts';

/** Whoever sends requests. */
const whoever = oneOf(
  ...[word.client, word.user, 'agents?', 'stores?', 'shops?', 'branch(?:es)?', 'terminals?', 'members?', 'tenants?'],
  ...['agen', 'toko', 'cabang', 'anggota', 'perusahaan', 'gerai', 'outlet', 'nasabah', 'pelanggan'],
);

/** A part of a body; a parameter is one of a request. */
const member = `(?!param)${word.member}`;

/** A sentence that puts codes into the body. */
const inBody = [
  pattern`\b(?:${word.code}|rc)\b[^.;]{0,60}\b(?:${member}|${word.body}|json)\b`,
  pattern`\b(?:${member}|body|badan)\b[^.;]{0,60}\b${word.code}\b`,
];

const every = `\\b${oneOf(word.always, word.all, word.only, 'tetap', 'even', 'meskipun', 'walaupun')}\\b`;

/** One that gives every answer the status of a grant. */
const alwaysGranted = [
  pattern`\bhttp\b[^.;]{0,40}${every}[^.;]{0,40}\b2\d\d\b`,
  pattern`${every}[^.;]{0,60}\b(?:http|status)\b[^.;]{0,20}\b2\d\d\b`,
];

/** The code of whoever sends a request, as `merchant code` and `kode agen`: it is one of its credentials. */
const ofClients = everywhere`\b(?:${whoever} ${word.code}|kode ${whoever})\b`;

/** A sentence without what it calls the codes of clients. */
export const withoutClientCodes = (sentence: string): string => sentence.replace(ofClients, ' ');

/** What a sentence says of codes in the body: that they are there, or that the status of HTTP tells nothing; null for most. */
export function codesSaid(said: string): 'some' | 'always' | null {
  const sentence = withoutClientCodes(said);
  if (alwaysGranted.some((form) => form.test(sentence))) return 'always';
  return inBody.some((form) => form.test(sentence)) ? 'some' : null;
}

const ofCode = oneOf(word.answer, word.fault, 'hasil', 'status');
const namesCode = pattern`^(?:rc|(?:resp|response|result|return|status|error|err|reason|fault)?(?:code|kode)|kode${ofCode}|responsestatus)$`;
const callsCode = pattern`\b(?:response|result|return|status|error) codes?\b|\bkode ${ofCode}\b`;

/** Whether a member of an answer holds a code by its name, or by what is said of it. */
export const holdsCode = (name: string, notes: string): boolean =>
  namesCode.test(lettersOf(name)) || callsCode.test(notes);

/** The status that a code of BI SNAP begins with; null for any other value. */
export const statusOfCode = (code: Json | undefined): number | null =>
  typeof code === 'string' && /^[2-5]\d{6}$/.test(code) ? Number(code.slice(0, 3)) : null;

/** What the words above numbers call them: codes, which the body may hold, or a status of which they do not say that it is that of HTTP. */
export function calledCodes(words: string): 'code' | 'status' | null {
  if (/\bhttp\b/i.test(words)) return null;
  return /\bstatus/i.test(words) ? 'status' : 'code';
}
