/** What the words about a refusal say to be wrong with what they are about. Pure. */
import { absent } from './refusal-words.ts';

/** What is wrong with it: it is not there, or there without a value, or twice, or not of its form, or another one, or anything. */
export type Wrong = 'absent' | 'empty' | 'twice' | 'type' | 'format' | 'length' | 'other' | 'any';

const isAbsent = (words: string): boolean =>
  absent.test(words) ||
  /\b(?:required|mandatory|wajib|empty|blank|kosong|kurang|incomplete|(?:tidak|belum) lengkap|lack\w*|hilang|needed|not (?:found|filled|complete)|(?:tidak|belum) ditemukan)\b/i.test(
    words,
  );
const isLength = (words: string): boolean =>
  /\b(?:length|too (?:long|short)|longer|shorter|panjang|pendek|exceed\w*|melebihi|characters?|karakter)\b/i.test(
    words,
  );
const isType = (words: string): boolean => /\b(?:types?|tipe|jenis)\b/i.test(words);
const isFormat = (words: string): boolean =>
  /\b(?:format|malformed|formatted|formed|range|syntax|json|xml|parsed?|read(?:able)?|understood|decoded?|dibaca|terbaca|constraints?|violations?|batasan)\b/i.test(
    words,
  );
const isAny = (words: string): boolean =>
  /\b(?:in(?:valid|correct)|bad|wrong|errors?|can(?:not|['’]t)|could|faulty|not|no|un\w+|outside|mismatch\w*|fail\w*|refused|rejected|ditolak|gagal|salah|keliru|tidak|bukan|illegal|improper|broken|validation)\b/i.test(
    words,
  );

/** That a value is none of those that are taken: it is there, and of its type. */
const isUntaken =
  /\b(?:un|not (?:yet )?|n['’]t (?:yet )?)(?:supported|known|recogni[sz]ed|listed|offered|allowed|permitted|accepted|available|enabled|one of)\b|\b(?:tidak|belum|bukan) (?:didukung|dikenal\w*|terdaftar|diizinkan|diterima|tersedia|termasuk|salah satu)\b/gi;

/** What words say to be wrong; nothing where they do not tell. */
export function wrongIn(words: string): Wrong[] {
  if (/\b(?:invalid|bad|wrong|salah|tidak (?:valid|sah)) (?:mandatory|required|wajib)\b/i.test(words)) return ['any'];
  if (/\b(?:twice|repeated|duplicated?|ganda|dua kali|more than once)\b/i.test(words)) return ['twice'];
  const found: Wrong[] = [
    ...(isAbsent(words) ? ['absent' as const] : []),
    ...(/\b(?:empty|blank|kosong)\b/i.test(words) ? ['empty' as const] : []),
    ...(isLength(words) ? ['length' as const] : []),
    ...(isFormat(words) ? ['format' as const] : isType(words) ? ['type' as const] : []),
  ];
  if (found.length > 0) return found;
  if (isAny(words.replace(isUntaken, ' '))) return ['any'];
  if (words.search(isUntaken) >= 0) return ['other'];
  return /\b(?:else|other|another|differs?|different|berbeda|selain|lain(?:nya)?)\b/i.test(words) ? ['other'] : [];
}
