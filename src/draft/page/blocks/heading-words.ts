/** The words of headings: which side of the exchange one is about, which status, and where in the request. */
import type { Schema } from '../../../formats/json.ts';
import { glue } from '../../vocabulary/glue.ts';
import { numbers } from '../../vocabulary/numbers.ts';
import { wholeNumber } from '../values/values.ts';
import { remembered } from '../words/remembered.ts';
import { reasons, reworded, withAnswered } from '../words/rewordings.ts';

/** What a heading says the block below it is about. */
export interface Context {
  side: 'request' | 'response' | null;
  status: number | null;
  /** The other statuses of a heading that names several. */
  more: number[];
  /** Where in the request the fields are sent, where the heading says it. */
  place: 'header' | 'query' | 'path' | 'cookie' | null;
  error: boolean;
  /** Words above it that say that it is so for some requests alone; null where none do. */
  partial: string | null;
  /** What a star at a name leads to, where a note behind the block says that it is no mark for mandatory. */
  star: string | null;
  /** A sentence before it says that all of its fields have to be there. */
  always?: true;
  /** The words of that sentence. */
  ofAll?: string;
  /** Its caption gives the type of all of its fields that have none of their own. */
  ofEach?: Schema;
  /** Another table has these fields, and says whether they are mandatory or is asked about. */
  joined?: true;
  /** It stands below other fields or words that may say where its own are sent, and that were not understood. */
  unplaced?: true;
  /** A sentence before it says that it is what every refusal holds. */
  every?: true;
  /** It stands below a heading of a sample: a value alone is an example. */
  sample?: true;
}

/** The context of what stands below no heading. */
export const nothing: Context = {
  side: null,
  status: null,
  more: [],
  place: null,
  error: false,
  partial: null,
  star: null,
};

const responses = new Set(
  (
    'response responses output outputs result answer return returns reply respons respon keluaran tanggapan jawaban balasan ' +
    'returned respond responds responded receive receives received replies answers answered hasil kembalian diterima dikembalikan dijawab dibalas'
  ).split(' '),
);
/** Words that a heading of an answer has, and one of a request that succeeds as well. */
const successes = new Set(['success', 'successful', 'sukses', 'berhasil']);
const requests = new Set([
  'request',
  'requests',
  'arguments',
  'argumen',
  'form',
  'input',
  'inputs',
  'permintaan',
  'query',
  'kueri',
  'constraints',
  'send',
  'sends',
  'sent',
  'submit',
  'masukan',
  'kirim',
  'dikirim',
  'dikirimkan',
]);
/** Words of either side: they mean that of the heading above, or the request. */
const neutral = new Set(
  'body parameter parameters payload field fields badan isi header headers kepala element elements'.split(' '),
);
/** Words of a heading that speaks of a body, wherever the one before it places its fields. */
const bodies = new Set(['body', 'badan', 'payload', 'isi', 'data', 'json', 'form', 'muatan']);
/** Words of a caption that goes on with the part of the caption before it. */
const continuing = new Set('example examples sample contoh schema representation representations media'.split(' '));
const errors = new Set(
  (
    'error errors failed failure failures unsuccessful refused refusal refusals rejected exceptions unauthorized gagal kegagalan ' +
    'kesalahan galat invalid penolakan ditolak rejection rejections declined problems fault faults'
  ).split(' '),
);
/** Classes of errors, which name no status. */
const classes = new Set(['4xx', '5xx']);
const places: readonly (readonly [NonNullable<Context['place']>, ReadonlySet<string>])[] = [
  ['header', new Set(['header', 'headers', 'tajuk', 'kepala'])],
  ['query', new Set(['query', 'querystring', 'kueri'])],
  ['path', new Set(['path'])],
  ['cookie', new Set(['cookie', 'cookies'])],
];

/** Words of a heading that is a part of the section above it. */
const parts = new Set(
  (
    'example examples sample samples contoh curl success sukses berhasil code codes kode scope scopes status note notes catatan ' +
    'description deskripsi overview endpoint url specification details detail general authentication authorization usage schema ' +
    'openapi environment environments server servers host media representation representations'
  ).split(' '),
);

/** Words of a heading that say nothing of a side. */
const generic = (
  'item items line lines elemen butir client grant flow klien api token access auth b2b b2b2c snap bi the of and a an for to in with by list table structure ' +
  'struktur contents format model models schemas definition definitions specs object value values name names required optional ' +
  'mandatory attribute attributes property properties message pesan bab http post daftar tabel dan untuk get ' +
  'create generate obtain login content type information common application x www urlencoded all main ' +
  'rest oauth service call method dengan akses params param arguments raw path technical teknis informasi umum gambaran ringkasan utama requirements minimum penjelasan keterangan explanation info matter set add pass these following berikut'
).split(' ');

const understood: ReadonlySet<string> = new Set([
  ...[neutral, bodies, continuing, parts, generic, [...numbers.keys()]].flatMap((words) => [...words]),
]);

/** Whether each word of a heading is one that is known; another may say that it is about something else. */
export function isUnderstood(title: string): boolean {
  // The grant that a page is about.
  return wordsOf(title.replace(/\bclient[ _-]credentials?\b/gi, ' ')).every(
    (word) => word === '' || understood.has(word) || /^v?\d+$|^\p{L}$/u.test(word),
  );
}

/** Words of headings and of sentences above fields that say nothing of whom or what the fields are for. */
const plain = new Set([
  ...glue,
  ...(
    'what you string has have from your our we each every both following below here ok created accepted raw xml ' +
    'structure section details info keys key line start reason table column columns retrieve fetch exchange ' +
    'exchanging issue issues issuing issued grant grants granted open oauth2 jwt json forbidden not found ' +
    'unprocessable entity content conflict internal too many gateway unavailable bad no timeout hold holds take ' +
    'takes give gives given need needs require requires consist consists made up listed described memuat berisi ' +
    'terdiri dibutuhkan diperlukan dijelaskan tercantum can may must will should posted passed part parts ' +
    'encoded make makes making perform call calls using use specifying specify specified or atau character ' +
    'encoding utf id ids secret secrets basic bearer credentials username password handle successfully then back ' +
    'shows shown show look looks like such so supports supported accepts expects comes memperoleh menjawab ' +
    'memberikan mengirim mengirimkan menggunakan melakukan terdapat dapat akan harus server klien carry carries ' +
    'contain contains containing include includes including explanation setiap berikut penjelasan rincian ' +
    'semua memakai berformat maupun keterangan spesifikasi more further document documents isinya out cara membuat mendapatkan mengambil ' +
    'meminta dikirim dikirimkan diterima data kolom atribut nama tipe layanan wajib'
  ).split(' '),
]);

/** All words that are known in a heading. */
const known: ReadonlySet<string> = new Set([
  ...understood,
  ...plain,
  ...[responses, requests, successes, errors, ...places.map(([, own]) => own)].flatMap((words) => [...words]),
]);

/** The words of a text in small letters. Most are of ASCII alone, and need no look at the classes of Unicode. */
const lowerWords = (text: string): string[] =>
  // The name of a schema, as `TokenRequest`, is made of words.
  text
    .replace(/([a-z]{3})([A-Z][a-z]{2})/g, '$1 $2')
    .toLowerCase()
    .split(/[^ -~\s]/.test(text) ? /[^\p{L}\d]+/u : /[^a-z\d]+/);

/** Words that head a part of a page by themselves; beside a side they say for what it is. */
const apart = new Set(['servers', 'environments']);

/** The words of a heading that are none of those that are known. */
export const unknownIn = remembered((title: string): readonly string[] => {
  // Members of a body, and no people for whom something is.
  const named = reworded(title).replace(
    /\bclient[ _-]credentials?\b|\b(?:sign|log)[ -](?:in|on)\b|^\W*(?:the )?members? of\b|\b(?:these|following) members\b/gi,
    ' ',
  );
  const words = wordsOf(named);
  const isOfSide = hasAny(words, requests) || hasAny(words, responses);
  return words.filter(
    (word) => word !== '' && !(known.has(word) && !(isOfSide && apart.has(word))) && !/^v?\d+$|^\p{L}$/u.test(word),
  );
});

/** The words of a title, which is looked at for many things. */
const wordsOf = remembered((title: string): readonly string[] => lowerWords(title));

const hasAny = (words: readonly string[], any: ReadonlySet<string>): boolean => words.some((word) => any.has(word));

/** A name that ends with a number, as `INT-204` does. */
const numberedName = /(?<![\p{L}\d])(\p{L}[\p{L}\d]{0,20})-\d{3}(?![\d])/gu;

/** Words before the number of a status. */
const ofStatuses = [responses, successes, errors, new Set(['http', 'status', 'code', 'kode', 'galat', 'non'])];

/** A title without the numbers of names: what a status of HTTP stands behind is a word of headings. */
const withoutNames = (title: string): string =>
  title.replace(numberedName, (all, name: string) =>
    ofStatuses.some((words) => words.has(name.toLowerCase())) ? all : name,
  );

/** Reads a heading by itself: which side of the exchange, which status, headers or body. */
export const contextOf = remembered((title: string): Context => {
  const words = wordsOf(reworded(title));
  const [first = null, ...others] = (/\d/.test(title) ? wordsOf(reworded(withoutNames(title))) : [])
    .map(wholeNumber)
    .filter((number): number is number => number !== null && number >= 200 && number <= 599);
  const isRange = /\d{3}\s*(?:[-–—]|to|until|s\.?d\.?|sampai)\s*\d{3}/i.test(title);
  const error = hasAny(words, errors) || hasAny(words, classes);
  const response = hasAny(words, responses) || first !== null || error;
  const place = places.find(([, names]) => hasAny(words, names))?.[0] ?? null;
  const success = hasAny(words, successes) ? 'response' : null;
  const side = response ? 'response' : hasAny(words, requests) ? 'request' : success;
  // A range says of no status that there is such an answer.
  const status = isRange ? null : first;
  const more = isRange ? [] : [...new Set(others)].filter((one) => one !== status);
  return { side, status, more, place, error, partial: null, star: null };
});

/** Whether a heading names a part of an operation, as `Request Body` and `Example` do, and no other topic. */
export function isPart(title: string): boolean {
  const words = wordsOf(title);
  const { side, status, place } = contextOf(title);
  return side !== null || status !== null || place !== null || hasAny(words, neutral) || hasAny(words, parts);
}

/** Whether a heading speaks of fields of either side: it means that of the heading above, or the request. */
export function isNeutral(title: string): boolean {
  return hasAny(wordsOf(title), neutral);
}

/** Whether a heading speaks of a body, wherever the one before it places its fields. */
export function namesBody(title: string): boolean {
  return hasAny(wordsOf(title), bodies);
}

/** Whether a caption goes on with the part of the caption before it. */
export function goesOn(title: string): boolean {
  return hasAny(wordsOf(title), continuing);
}

/** Whether words speak of a request and of an answer. */
export function speaksOfBoth(words: string): boolean {
  const own = wordsOf(withAnswered(words.replace(reasons, ' ')));
  return hasAny(own, requests) && hasAny(own, responses);
}
