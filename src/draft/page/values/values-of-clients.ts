/** Fields of which each client has a value of its own, one of several that a page lists: its role, its channel, its type. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { partsOf } from './fair-examples.ts';

/** Whoever sends requests, by the words for them. */
const whoever = oneOf(
  ...[word.client, word.user, 'customers?', 'corporates?', 'compan(?:y|ies)', 'institutions?', 'members?', 'agents?'],
  ...['accounts?', 'tenants?', 'participants?', 'perusahaan', 'lembaga', 'instansi', 'anggota', 'agen', 'akun'],
);
const isWhoever = pattern`^${whoever}$`;

/** What one is or works by, whatever stands beside it. */
const ofOne = pattern`^${oneOf('roles?', 'channels?', 'tiers?', 'segments?', 'peran', 'kanal', 'saluran', 'segmen')}$`;

/** What anybody may choose for each request, whoever it is said to be of. */
const forAnybody = pattern`^${oneOf(
  ...['languages?', 'lang', 'locales?', 'currenc(?:y|ies)', 'formats?', 'versions?', 'encodings?', 'grants?'],
  ...['zone', 'time ?zone', 'bahasa', 'mata', 'versi', 'algorithms?', 'algoritma'],
)}$`;

/** Words by which a value is one of the client: what it is of, or that it is the reader's. */
const kind = oneOf(word.type, 'kinds?', 'roles?', 'class(?:es)?', 'categor(?:y|ies)', 'levels?', 'kategori', 'peran');
const whose = oneOf('yours?', 'anda', `${whoever}['’]s?`, `${whoever}s['’]`);
const saidOfOne = pattern`\b${oneOf(whose, `${kind} (?:${oneOf(word.of, 'milik')} )?(?:${word.the} )?${whoever}`, `${whoever} ${kind}`)}(?![\p{L}\d])`;

/** Characters of words that are looked at. */
const mostWords = 1000;

/** Whether another client may have to send another of the values of a field than the one that a page shows. */
export function isOfClient(name: string, notes: string): boolean {
  const parts = partsOf(name);
  if (parts.some((part) => forAnybody.test(part))) return false;
  return parts.some((part) => isWhoever.test(part) || ofOne.test(part)) || saidOfOne.test(notes.slice(0, mostWords));
}
