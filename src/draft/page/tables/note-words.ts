/** What stands beside the description of a field: each piece is understood word by word, or it may say for whom the field is. */
import type { Json } from '../../../formats/json.ts';
import { glue } from '../../vocabulary/glue.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { lengthsOf } from '../values/values.ts';
import { isOfEach } from '../words/known-pieces.ts';
import { withoutEnvironments } from '../words/named-addresses.ts';
import { takenOnce } from '../words/new-each-time.ts';
import { otherGrantsIn } from '../words/other-grants.ts';
import { isNoOther } from '../words/other-values.ts';
import { isPlaceTime } from '../words/zone-names.ts';
import { isAlwaysThere } from './required-words.ts';
import { saysMeaning } from './shown-meaning.ts';

/** Words about a value, and those between them, in English and Indonesian. */
const telling = new Set(
  // What a value is made of, and how it is written.
  (
    'formatted string text integer number numeric numeral decimal boolean array object list date time datetime timestamp timezone ' +
    'offset utc gmt wib local current unix epoch iso rfc format formatted form pattern regex uuid guid uri url base64 base hex hexadecimal hash ' +
    'hashed sha md md5 hmac aes rsa pkcs pem jwt jws json xml ascii utf encoded encoding encrypted signed signature asymmetric symmetric ' +
    'algorithm sha256withrsa plain random character characters char chars digit digits letter letters byte bytes bit bits length ' +
    'long longer short min max minimum maximum least most exactly between up upper lower case uppercase lowercase capital sensitive ' +
    'alphanumeric alphabetic alphabet alfabet letters value values fixed constant static hardcode hardcoded default defaults always equal equals ' +
    'same sama mulai unique single multiple separated delimited comma space spaces semicolon prefix prefixed suffix awalan akhiran start starts begins end ends ' +
    'following followed possible allowed accepted supported does do expire positive negative zero greater less true false null empty second ' +
    'seconds sec secs minute minutes min mins hour hours day days millisecond milliseconds ms s year month waktu ' +
    'zone portal special khusus dinyatakan melalui hold holds encode escape memuat lakukan pengiriman milidetik dikodekan dienkode detik menit jam hari zona angka huruf karakter digit numerik alfanumerik tepat persis panjang maksimal maksimum maks minimal minimum paling banyak sedikit pendek tetap nilai unik acak isi diisi berisi bernilai ' +
    'selalu pemisah dipisah spasi koma tanggal tanda tangan kapital besar kecil peka satuan bilangan teks larik objek ' +
    // How it is handled, and how it comes out.
    'available parse parsed opaque unchanged keep sure secure safe wrong rejected ditolak expected case kasus dibedakan distinguished outcome context ' +
    'words subscription hasil hasilnya including includes included termasuk ' +
    // What it is about.
    'access token tokens client clients secret key keys id ids identifier identity code codes name names type grant scope scopes ' +
    'scopes blank blanks boarding api app application partner merchant corporate company bank user username password account akun credential credentials ' +
    'request requests response responses answer header headers body parameter field member payload message description status ' +
    'result error success successful expiry expires expiration validity valid life lifetime session authorization ' +
    'authentication oauth bearer basic http https post get server service layanan system endpoint call calls sign signing here found ' +
    'pjp snap b2b private public privat publik yyyy mm dd hh ss sss ' +
    'pin otp passcode personal pribadi data instant certificate nonce non repudiation integrity checking proof unknown correlation trace reference transaction ' +
    'klien kunci rahasia kode nama jenis akses mitra pengguna sandi kata pesan respons tanggapan permintaan masa berlaku berhasil sukses keterangan deskripsi penjelasan uraian algoritma asimetris simetris ' +
    // Where it comes from, and where more is said.
    'given provided issued obtained received assigned generated created registered registration onboarding register received ' +
    'sent dikirim dikirimkan returned dashboard portal console email team us we documentation docs guide section appendix table chapter page above ' +
    'below see refer more information details example examples sample eg ie diberikan diterbitkan diperoleh didapat dibuat ' +
    'didaftarkan saat pendaftaran nomor number nr lihat bagian lampiran tabel contoh misal misalnya oleh pihak tim ' +
    // Attributes.
    'required mandatory optional wajib opsional must '
  ).split(' '),
);

/** Words between those, which say nothing of a value. */
const small = new Set([
  ...glue,
  ...(
    'until moment own without for from per each every your our you was should can may will has ' +
    'yaitu yakni namely currently now sekarang need needs have which what when used use using or not no only never before over both than then one two all any new part made process processed according ' +
    'hanya saja atas untuk atau setiap tiap per akan harus dapat digunakan dipakai menggunakan sesuai secara tanpa antara sampai hingga'
  ).split(' '),
]);

/** Whether a word is one about a value, or a small one. */
export const isKnown = (word: string): boolean => telling.has(word) || small.has(word);

/** Known words that may as well say whom a value is for. */
const whom = new Set(
  (
    'service layanan system server endpoint partner mitra merchant corporate company bank user pengguna team us we snap b2b ' +
    'public private http api app application new both only hanya saja'
  ).split(' '),
);

/** One of those who send requests; in English it stands behind the word for its kind. */
const sender = new Set('client partner merchant company bank user team app application server'.split(' '));

/** Several of those who send requests. */
const senders = new Set(
  'clients partners merchants companies corporates banks users teams apps applications accounts servers'.split(' '),
);

/** What Indonesian names before its owner, as in `rahasia merchant`. */
const owned = new Set('id data token kode nama kunci rahasia nomor jenis pesan kata sandi nilai akun'.split(' '));

/** Whether a word is one about a value. */
export const isTelling = (word: string): boolean => telling.has(word);

const tellsWhom = (word: string): boolean =>
  whom.has(word) || sender.has(word) || senders.has(word) || word === 'klien';

/** Whether words are about some of those who send requests: they name nothing else, or a kind of them that belongs to no other word. */
function isOfSome(words: string[]): boolean {
  const joins = (word: string | undefined): boolean => word !== undefined && small.has(word) && !whom.has(word);
  const namesAny = words.some(tellsWhom) && words.every((word) => tellsWhom(word) || joins(word));
  if (namesAny && !joins(words[0])) return true;
  if (words.some((word, at) => senders.has(word) && !joins(words[at - 1]))) return true;
  return sender.has(words.at(-1) ?? '') && !words.some(joins) && !owned.has(words[0] ?? '');
}

/** Words that are nothing but the value to send. */
const setsValue =
  /^\W*(?:set|fixed|equal|equals|filled|isi|diisi|berisi)(?: (?:to|as|with|dengan))?\s+`?[\w.-]*[A-Z\d_][\w.-]*`?\W*$/;

/** Words of a choice of marked values. */
const isOfChoice = pattern`^(?:either|it|${word.or}|${word.is}|${word.value})$`;

/** Words of a piece that may say nothing but for whom a field is; a longer one says so with a condition. */
const fewWords = 6;

/** A sentence that lists values. */
const listsValues = pattern`\b(?:one of|salah satu|pilihan|${oneOf(word.accepted, 'possible', 'valid')} ${word.value})\b`;

/** Values of which one is to be chosen, and nothing beside them. */
const bareChoice = pattern`^\s*(?:either )?[\w.-]+(?:\s*(?:\b${word.or}\b|/)\s*[\w.-]+)+[\s.]*$`;

/** Whether a piece is a choice of values, of which one is shown. */
export const isChoice = (piece: string, example: Json | undefined): boolean =>
  bareChoice.test(piece) && piece.match(/[\w.-]*\w/g)?.includes(String(example)) === true;

/** Whether a piece names another grant; a password by itself is a value. */
const namesOtherGrant = (piece: string): boolean =>
  otherGrantsIn(/\b(?:grants?|flows?|alur)\b/i.test(piece) ? piece : piece.replace(/\bpasswords?\b|\bsandi\b/gi, ' '))
    .length > 0;

/** The pieces of a sentence; what is marked as code is never taken apart. */
const piecesOf = (sentence: string): string[] =>
  sentence.replace(/`[^`]*`/g, (code) => code.replace(/[,;()]/g, ' ')).split(/,(?!\d{3}\b)|[;()]|\s[-–—]\s/);

/** A piece without what it names: code, what is quoted, names as programs write them, formats and numbers. */
const wordsOf = (piece: string): string[] =>
  piece
    .replace(
      /`[^`]*`|"[^"]*"|“[^”]*”|'[^']*'|\S*[\d_/<>{}|=+^\\]\S*|\S+[:.]\S+|\b[a-z]+[A-Z]\w*|\b[A-Za-z]+(?:-[A-Z]\w*)+/g,
      ' ',
    )
    .split(/[^\p{L}']+/u)
    .filter((word) => /\p{L}{2}/u.test(word));

/** A word for mandatory that is the first sentence: what the field is stands behind it. */
const dutyAhead = pattern`^[\s*_]*${word.mandatory}[\s*_]*\.[\s*_]+(?=\S)`;

/** How a length begins that stands as an attribute. */
const isLength = pattern`^\s*${word.length}\b`;

/** The operations that a token is for, by their names: one list. */
const ofToken = /(?<=\b[Tt]oken for [A-Z][a-z]+)(?:, [A-Z][a-z]+){0,6},? (?:and|or) [A-Z][a-z]+(?=\s*(?:[.;]|$))/g;

/** Words that are known together, though not each of them. */
const plainly = everywhere`'s\b|\b${oneOf(
  '(?:since|sejak) (?=1970\\b|(?:the )?(?:unix )?epoch\\b)',
  ...['time to live\\b', 'apa adanya\\b', 'as (?:it )?is\\b', 'nothing else\\b', 'older (?:than|requests|ones)\\b'],
)}`;

/**
 * The first piece beside the description of a field of which some word is not known; null where all are.
 * @param name the field's
 * @param isOwn whether a word is one for what the page is about, as its title has it
 * @param example a value of the field, which shows that the words beside it are values as well
 */
export function strangePiece(
  notes: string,
  name: string,
  isOwn: (word: string) => boolean,
  example?: Json,
): string | null {
  const sentences = withoutEnvironments(notes.slice(0, mostNotes).replace(dutyAhead, '').replace(ofToken, '')).split(
    /(?<=[.;!?])(?<!\b(?:e\.g|i\.e|mis|cth)\.)\s+|\n+/,
  );
  // The first piece says what the field is, whatever that may be.
  // A length that stands as an attribute says nothing of what the field is.
  const first = sentences.findIndex(
    (sentence) => !isLength.test(sentence) || lengthsOf(sentence.replace(/\.\s*$/, '')) === null,
  );
  const beside = sentences
    .slice(Math.max(first, 0))
    .flatMap((sentence, index) => (listsValues.test(sentence) ? [] : piecesOf(sentence).slice(index === 0 ? 1 : 0)));
  return (
    beside.find((piece) => {
      if (isOfEach(piece) || saysMeaning(piece, example) || isPlaceTime(piece)) return false;
      if (isChoice(piece, example) || isAlwaysThere(piece) || isNoOther(piece)) return false;
      const words = wordsOf(piece.replace(plainly, '').replace(takenOnce, '')).map((word) => word.toLowerCase());
      if (words.length > fewWords || words.every((word) => isOfChoice.test(word))) return false;
      // A user is what a user name is about.
      const isNamed = words.length === 1 && name.toLowerCase().startsWith(words[0] ?? '');
      return (
        namesOtherGrant(piece) || (isOfSome(words) && !isNamed) || words.some((word) => !isKnown(word) && !isOwn(word))
      );
    }) ?? null
  );
}

/** The words of a name. */
export const partsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1);

const asks = /^(?:what|who|whom|whose|when|where|how|which|whether|apa|siapa|kapan|berapa)\b/i;
const ofSomething = pattern`^(?:${word.of}|milik)\s`;

/**
 * Whether a description of a few words has none that is known and none of the field's name: it may say for whom the field is.
 */
export function isStrange(description: string, name: string): boolean {
  const notes = description.slice(0, mostNotes);
  if (isOfEach(notes)) return false;
  if (setsValue.test(notes.trim().replace(/^(?=[A-Z][a-z])[A-Z]/, (letter) => letter.toLowerCase()))) return false;
  const words = wordsOf(notes.replace(/'s\b/g, '').replace(takenOnce, '')).map((word) => word.toLowerCase());
  // One word in capitals is the name of a format, or of a service that the field is for.
  const alone = /^[A-Z][A-Z\d]{1,7}s?$/.exec(notes.trim())?.[0].toLowerCase();
  if (alone !== undefined) {
    const word = alone.replace(/\d+$/, '');
    return !(telling.has(word) && !whom.has(word)) && !partsOf(name).some((part) => alone.startsWith(part));
  }
  if (words.length < 2 || words.length > 3 || /[`"'.,;:()]/.test(notes.trim().replace(/\.$/, ''))) return false;
  // A question is what the value answers.
  if (asks.test(notes.trim())) return false;
  // `Of the application` says whose value it is, and not for whose requests.
  if (ofSomething.test(notes.trim()) && words.every((word) => isKnown(word) || word === 'milik')) return false;
  const parts = partsOf(name);
  const isNamed = (word: string): boolean =>
    parts.some((part) => word.startsWith(part.slice(0, 4)) || part.startsWith(word.slice(0, 4)));
  if (words.some((word) => senders.has(word) && !parts.includes(word))) return isOfSome(words);
  if (words.some(isNamed)) return false;
  return isOfSome(words) || !words.some((word) => telling.has(word) && !whom.has(word));
}

/** What RFC 6749, section 4.4, says of the grant itself: it is so of each request for one, whatever its words are. */
const client = oneOf('(?:the )?client', 'klien');
const ofGrant = [
  everywhere`${client} can request an access token using only its client credentials ?\( ?or other supported means of authentication ?\) when ${client} is requesting access to the protected resources under its control`,
  everywhere`${client} dapat meminta ${oneOf('token akses', 'akses token', 'access token')} hanya (?:dengan )?menggunakan ${oneOf('kredensial klien(?:nya)?', 'client credentials?(?:nya)?')} ?\( ?atau ${oneOf('cara', 'metode', 'sarana')} (?:o|au)tentikasi lain(?:nya)? yang didukung ?\) ${word.when} ${client} meminta akses (?:ke|terhadap) sumber daya (?:yang )?(?:di|ter)lindungi (?:yang )?(?:ada |berada )?di ?bawah kendalinya`,
];

/** A description without the sentence of the standard about its grant. */
export const withoutGrant = (notes: string): string =>
  /\btoken akses|\ba(?:ccess|kses) token/i.test(notes)
    ? ofGrant.reduce((left, form) => left.replace(form, ' '), notes.replace(/\s+/g, ' '))
    : notes;

/** Characters of a description that are looked at. */
const mostNotes = 1000;
