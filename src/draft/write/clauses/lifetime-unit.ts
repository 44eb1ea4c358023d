/** The unit that words about a lifetime give it: every word beside the one for the unit is understood, or it is a question. */
import type { TokenPointers } from '../../../formats/contract.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';

export type Unit = NonNullable<TokenPointers['lifetimeUnit']>;

/** The words for each unit of a lifetime, and for those that a contract has not got. */
const units: readonly (readonly [Unit | 'other', RegExp])[] = [
  ['milliseconds', /\b(milli-?seconds?|millis|ms|msecs?|milidetik)\b/i],
  ['seconds', /(?<!milli-)\b(seconds?|detik|secs?)\b/i],
  ['minutes', /\b(minutes?|mins?|menit)\b/i],
  ['other', /\b(hours?|jam|days?|hari|weeks?|minggu)\b/i],
];

const unitsNamed = (words: string): (Unit | 'other')[] =>
  units.filter(([, word]) => word.test(words)).map(([unit]) => unit);

const word =
  '(?:milli-?)?(?:seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?)|ms|(?:mili)?detik|menit|jam|hari|minggu';

/** How long something lasts, as `15 minutes` and `one hour` say it: its unit may be that of the member or not. */
const aLife = RegExp(
  `(?:\\d[\\d.,]*\\s{0,3}(?:-\\s?)?|\\b(?:one|two|three|four|five|six|ten|twelve|fifteen|twenty|thirty|an?|half an?|(?:a )?few|some|several|satu|dua|tiga|lima|sepuluh|beberapa)\\s+)(?:${word})\\b|\\b(?:min|max|maks)\\.?\\s*:?\\s*\\d+`,
  'gi',
);

/** A unit that the words turn down beside another. */
const turnedDown = RegExp(`^\\s*(?:and |dan )?(?:not|bukan|never)(?: in| as| dalam)?(?: the)? (?:${word})\\s*$`, 'i');

/** Words beside a unit, and about a lifetime of which the page says none. */
const understood = new Set(
  (
    'in as dalam the a an of this that it its is are was be will for from to and until till when after before while how long which what by at with on ' +
    'token tokens access accesstoken session sessions bearer jwt expire expires expired expiry expiration expiring end ends ended die dies live lives living life lifetime lifespan left has have ' +
    'valid validity good period time duration span ttl remaining remains rest stay stays lasts last number amount count counted counts total whole integer int string number numeric text value ' +
    'given expressed measured shown returned present always currently now usually typically normally moment most least between up max maximum min minimum see about approximately ' +
    'new one issued issuing issue issuance creation created granted grant used usable use can may i.e e.g eg ie namely yaitu yakni until unit units unit: all any every each times durations periods lifetimes our api apis ' +
    'field parameter member response answer holds tells says gives states default defaults no longer accepted invalid again you must log ' +
    'masa berlaku berlakunya akses jangka waktu lama lamanya sampai hingga habis kedaluwarsa kadaluarsa kadaluwarsa berakhir umur sisa aktif sejak diterbitkan dibuat dari untuk selama satuan jumlah hidup ' +
    'yang adalah ini dihitung dinyatakan nilai nilainya selalu saat bilangan bulat angka semua durasi pada setelah sebelum token sesi'
  ).split(' '),
);

const parts = (words: string): string[] => words.split(/[.;,!?]+(?:\s+|$)|[()\n]+|,(?!\d)|\s[–—-]\s/);

/** Words that are no name of a field, no number and no value that is marked. */
const plainWords = (piece: string, name: string): string[] =>
  piece
    .replace(/`([^`]*)`/g, (_, code: string) => (code === name || !/[A-Za-z]{2}/.test(code) ? ' ' : ` ${code} `))
    .replace(/\b(?:for|untuk|bagi) (?:all|every|each|any|semua|setiap|tiap) \p{L}+/giu, ' ')
    .replace(/(?<![\w])["“'‘]?\d[\d.,]*["”'’]?(?!\w)/g, ' ')
    .split(/[\s"'“”‘’:=/*]+/)
    .map((one) => one.toLowerCase().replace(/^\W+|[.,]+$/g, ''))
    .filter((one) => one !== '' && one !== name.toLowerCase());

const isUnderstood = (piece: string, name: string): boolean =>
  plainWords(piece, name).every((one) => understood.has(one) || RegExp(`^(?:${word})$`, 'i').test(one));

/** Words by which a time is none that each token has. */
const weak = pattern`\b${oneOf('usually', 'normally', 'typically', 'about', 'approximately', 'defaults?', 'least', 'min(?:imum)?', 'currently', 'now', 'moment', 'at present', 'saat', 'may', 'can')}\b`;

/** Whether each word about a lifetime is understood, and none makes it another now and then. */
export const isPlainLife = (notes: string, name: string): boolean =>
  !weak.test(notes) && parts(notes.slice(0, mostWords)).every((piece) => isUnderstood(piece, name));

/** Whether words name another unit than seconds, and not as a part of a life, as `15 minutes` is. */
export const namesOtherUnit = (words: string): boolean => {
  const named = unitsNamed(words.replace(aLife, ' '));
  return named.length > 0 && !named.includes('seconds');
};

/** What words say of the unit: the unit, that there is none, or that a person has to look. */
export function unitOf(notes: string, name: string): Unit | 'none' | 'open' {
  const inName = unitsNamed(name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' '));
  const own = parts(notes.slice(0, mostWords)).map((piece) => piece.replace(aLife, ' '));
  const naming = own.filter((piece) => unitsNamed(piece).length > 0);
  const standing = naming.filter((piece) => !turnedDown.test(piece));
  const named = [...new Set([...inName, ...standing.flatMap(unitsNamed)])];
  const [unit, ...others] = named;
  if (others.length > 0 || unit === 'other') return 'open';
  if (unit === undefined) return ofLife(notes, naming, own, name);
  return standing.every((piece) => isUnderstood(piece, name)) &&
    naming.every((piece) => standing.includes(piece) || !unitsNamed(piece).includes(unit))
    ? unit
    : 'open';
}

/** Without a unit the life itself may give it, as `900 seconds` does; any other may be in another one. */
function ofLife(notes: string, naming: string[], own: string[], name: string): Unit | 'none' | 'open' {
  if (naming.length > 0) return 'open';
  const lives = unitsNamed((notes.match(aLife) ?? []).filter((one) => !/^(?:min|max|maks)/i.test(one)).join(' '));
  const isPlain = own.every((piece) => isUnderstood(piece, name));
  if (lives.length === 0) return isPlain ? 'none' : 'open';
  return isPlain && lives.length === 1 && lives[0] === 'seconds' ? 'seconds' : 'open';
}

/** Characters of words that are looked at. */
const mostWords = 2000;
