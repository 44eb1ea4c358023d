/** Whether words about a field say of a value that it is the only one: every word beside the value is understood. */

import { escapedPattern } from '../../../formats/pattern.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { lettersOf } from '../words/spellings.ts';
import { credentialKind } from './values.ts';

/** The grants that a request names. */
export const grants: readonly string[] = ['client_credentials', 'password', 'authorization_code', 'refresh_token'];

/** Words that say that there is one value, or which one to send. */
const strong =
  'always only sole single fixed constant constantly static literal must has have needs need shall set fill filled ' +
  'equal equals exactly use is are be selalu hanya tetap harus wajib diisi isi isikan each every setiap tiap ' +
  'bernilai berisi adalah merupakan yaitu value values nilai nilainya gunakan pakai satu-satunya';

/** Words between those and the value, and nouns that such a sentence is about: they take nothing back. */
const beside =
  'a an the this that its it to of with by we our i support supported supports accept accepts accepted allow allowed permitted possible valid taken used ' +
  'string text word here field parameter member header type kind code name grant grants token access scheme flow oauth oauth2 authentication authorization api ' +
  'request requests response all in on for sent send call calls endpoint required mandatory expected ' +
  'dengan sebagai untuk pada tipe jenis kolom isian kode nama data permintaan panggilan kirim dikirim dikirimkan semua ini dari yang didukung diterima berlaku kami';

const set = (list: string): Set<string> => new Set(list.split(' '));

const affirming = set(strong);
const ahead = set(`${strong} ${beside}`);

/** Words behind a value that say that there is no other, how it is written, or that it is so of each request. */
const behind = set(
  'only always saja selalu tetap alone fixed constant value values grant grants type types one is are be it this that the a an all any every each ' +
    'supported allowed accepted permitted valid possible taken used available offered sent didukung diterima diizinkan dipakai digunakan ' +
    'nilai yang adalah satu-satunya sole for of in to with untuk pada setiap semua permintaan ini our we ' +
    'here b2b flow flows api apis endpoint integration request requests call calls operation tokens token ' +
    'lower upper small capital case lowercase uppercase letters exactly as written dengan huruf kecil besar semua string text literal',
);

/** That there is no other, in words that deny nothing of the value itself. */
const noOther = everywhere`\b(?:${word.and} )?${oneOf(
  'nothing else',
  `no others?(?: ${oneOf(word.value, word.type, 'grants?')})*`,
  '(?:tidak ada|bukan) (?:yang|nilai) lain',
  `nilai lain (?:${word.refused}|tidak diterima)`,
)}\b`;

const wordsOf = (piece: string): string[] => piece.toLowerCase().match(/[\p{L}\d][\p{L}\d'-]*/gu) ?? [];

/** Signs that may stand around a value and between words. */
const signs = /^[\s"'`“”‘’.,:;=()*_!\\/–—-]*$/;

const hasOtherSigns = (piece: string): boolean =>
  !signs.test(piece.replace(/[\p{L}\d](?:[\p{L}\d'-]*[\p{L}\d])?/gu, ''));

/** What is the value of something has the value of another field; `always has a value of` gives it itself. */
const ofAnother = pattern`(?<!\b(?:has|have) (?:a|the) )\b(?:${word.value}|isi) ${word.of}(?: (?:${word.the}|${word.member}|header))*\W*$`;

/** Whether a value is the name of a field, of the same one or of one that holds a credential. */
const isName = (value: string, name: string): boolean =>
  lettersOf(value) === lettersOf(name) || (credentialKind(value) !== null && !grants.includes(value));

/** What is so now may be otherwise later. */
const forNow = /\b(?:currently|now|for now|at (?:the|this) moment|at present|saat ini|sekarang|sementara ini)\b/gi;

/** How many values there are, before a colon: `one value: x` is no one of several. */
const oneValue = pattern`^\W*(?:one|satu)(?= ${word.value}\s*[:=])`;

/** What is taken where nothing is sent, beside a sentence that there is no other value. */
const saysDefault = pattern`^\W*(?:the |its )?(?:${word.default})(?: ${oneOf(word.value, word.is, 'to')})*\W*$`;
const isDefault = (piece: string, value: string): boolean => {
  const [before = '', after = '', ...more] = piece.split(value);
  return more.length === 0 && saysDefault.test(before) && signs.test(after);
};

/** Pieces of words that are looked at. */
const mostPieces = 200;

/**
 * Whether the words around each place of a value are understood, and say that it is the only one.
 * @param name that of the field, which the words may name
 */
export function affirmsValue(notes: string, value: string, name = ''): boolean {
  if (isName(value, name)) return false;
  // More grants and types of tokens may come, and the one that is asked for is the same.
  const isOfOAuth = grants.includes(value) || /^bearer$/i.test(value);
  const words = isOfOAuth ? notes.replace(forNow, ' ').replace(/\bshould be\b/gi, 'must be') : notes;
  const own = new Set(wordsOf(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_./-]+/g, ' ')));
  const alone = RegExp(`(?<![\\w./-])${escapedPattern(value)}(?![\\w/]|[.-]\\w)`);
  const pieces = words
    // What is marked as code with more than the value is none of its places.
    .replace(/`[^`]*`/g, (code) => (code.replace(/[`"'\s]/g, '') === value ? code : code.replace(/[^`]/g, '')))
    .split(/[.;](?:\s+|$)|\n+|[,()]\s*|\s[–—-]\s/)
    .slice(0, mostPieces)
    .filter((piece) => alone.test(piece) && !isDefault(piece, value));
  return pieces.length > 0 && pieces.every((piece) => isAffirmed(piece, piece.search(alone), value, own));
}

function isAffirmed(piece: string, at: number, value: string, own: Set<string>): boolean {
  const before = piece.slice(0, at);
  const after = piece.slice(at + value.length);
  if (hasOtherSigns(before) || hasOtherSigns(after) || ofAnother.test(before)) return false;
  // A mark that joins the value with more is a part of what is sent.
  if (/^[`"'”’]?[-+]/.test(after)) return false;
  const [first, last] = [wordsOf(before.replace(oneValue, ' ')), wordsOf(after.replace(noOther, ' '))];
  if (!first.every((word) => ahead.has(word) || own.has(word))) return false;
  if (!last.every((word) => behind.has(word))) return false;
  return first.length === 0 || first.some((word) => affirming.has(word));
}
