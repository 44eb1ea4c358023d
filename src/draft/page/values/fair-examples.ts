/** Whether an example that a page shows of a value may be sent as it is: any client may send it, and it is nobody's own. */
import type { Json } from '../../../formats/json.ts';
import { escapedPattern } from '../../../formats/pattern.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isPlaceholder } from './values.ts';

/** Those to whom a value belongs that names one of them. */
const owners = new Set(
  (
    'merchant merchants partner client customer consumer user member store shop outlet branch terminal device pos till kiosk account company corporate business ' +
    'corporation institution issuer tenant organisation organization org site project program programme agent agency vendor seller supplier reseller dealer ' +
    'name person contact owner signer brand city address contract agreement nama kota alamat kontrak perjanjian pemilik ' +
    'subscriber participant entity counter cashier acquirer biller employer station ' +
    'toko gerai cabang mitra klien pelanggan pengguna anggota perusahaan agen kasir loket lembaga instansi akun penjual warung nasabah'
  ).split(' '),
);

/** What is a kind of those and none of them. */
const ofKind =
  /^(?:type|types|role|kind|region|country|category|mode|level|class|tier|segment|group|language|locale|currency|status|tipe|jenis|peran|kategori|negara|wilayah)$/;

/** The words that a name is made of, in lower case. */
export const partsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');

/** Whether a name is that of somebody or something that each client has of its own, as `store_id` and `merchantAccount` are. */
export function isOfIdentity(name: string): boolean {
  const parts = partsOf(name);
  return parts.some((part) => owners.has(part)) && !parts.some((part) => ofKind.test(part));
}

/** Words that say that a value is the client's own, or that what is shown is one of many. */
const given = oneOf(
  ...['issued', 'assigned', 'registered', 'registration', 'onboarding', 'agreed', 'portal', 'dashboard', 'console'],
  ...['diberikan', 'diterbitkan', 'didaftarkan', 'terdaftar', 'pendaftaran', 'disepakati'],
);
const ofMany = oneOf(
  ...['e\\.?g', 'for (?:instance|example)', 'such as', 'could be', 'might be', 'like', 'say'],
  ...['misal\\w*', 'contoh\\w*', 'umpama\\w*', 'seperti'],
);
const ofOwn = pattern`\b${oneOf(
  ...['yours?', 'own', 'ours?', 'anda', 'milik', 'kamu'],
  'you (?:signed|got|received|agreed|registered|chose|were|are)',
  given,
  ofMany,
)}\b`;

const whose = oneOf(
  'your',
  'own',
  'anda',
  'milik',
  'kamu',
  'you (?:signed|got|received|agreed|registered|chose)',
  given,
);
const holds = oneOf(
  ...[
    word.is,
    word.holds,
    word.means,
    'takes',
    ':',
    '=',
    '[-–—]',
    'diisi',
    'isi(?:kan)?',
    'adalah',
    'berisi',
    'set to',
  ],
  ...['filled', word.with, 'dengan', 'oleh'],
);
const heldOwn = pattern`^[\s\`"*_]*(?:(?!\b(?:for|in|on|to|at|untuk|di|pada|bagi|agar|so)\b)[\p{L}\d'’/ -]){0,20}${holds}(?:(?!\b(?:for|in|on|to|at|untuk|di|pada|bagi|agar|so|if|when|jika|bila)\b).){0,60}?\b${whose}\b`;

/** Whether the words behind a name say that what it holds is the reader's own: `is your code`, `diisi dengan kode Anda`. */
export const saysOwn = (behind: string): boolean => heldOwn.test(behind);

/** Words that make a value depend on whose it is: one of an owner, or one that varies with them. */
const owner = oneOf(...owners);
const ofOwners = pattern`\b${oneOf(
  `${owner}s?['’]`,
  `of (?:the|each|every|that) ${owner}\\b`,
  `(?:negara|kota|wilayah|daerah|zona|mata uang) ${owner}\\b`,
  '(?:depend(?:s|ing)?|varies|differs|tergantung|bergantung)\\b',
)}`;

/** A word of a vocabulary, or a short number or version; an identifier, an address and a time have another form. */
const plainForm = /^(?:[A-Za-z]{1,20}(?:[ _/-][A-Za-z]{1,20}){0,3}|v?\d{1,3}(?:\.\d{1,3}){0,2})$/;

/** A version that is the date of its release. */
const dated = /^20\d\d-\d\d(?:-\d\d)?$/;

const either = pattern`\b${word.or}\b`;

/** Whether words list a value among others, of which no list was read: `reporting, payments or whatever you do`. */
function isAmongOthers(notes: string, example: Json): boolean {
  if (typeof example !== 'string' || !either.test(notes)) return false;
  const name = escapedPattern(example);
  const value = `(?<![\\w-])${name}(?![\\w-])[\`"”']?`;
  return RegExp(`${value}(?:,[^.;:]{1,60})?\\s+${word.or}\\b|\\b${word.or}\\s+[\`"“']?${value}`, 'i').test(notes);
}

/** Whether the example of a field is a fair value for whoever sends it. */
export function isFairExample(name: string, notes: string, example: Json): boolean {
  const words = notes.slice(0, mostWords);
  if (isOfIdentity(name) || [ofOwn, ofOwners].some((one) => one.test(words))) return false;
  if (isAmongOthers(words, example)) return false;
  if (typeof example !== 'string') return true;
  if (/versi/i.test(name) && dated.test(example)) return true;
  return !isPlaceholder(example) && plainForm.test(example);
}

/** Characters of words that are looked at. */
const mostWords = 1000;
