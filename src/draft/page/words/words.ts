/** The words pages use in the heads of their tables, in English and Indonesian. */
import { keysIn } from '../../../formats/json.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { withSigns } from './icons.ts';
import { remembered } from './remembered.ts';

/** What a column of a table holds. */
export type Column =
  | 'number'
  | 'name'
  | 'header'
  | 'value'
  | 'example'
  | 'enum'
  | 'type'
  | 'required'
  | 'optional'
  | 'least'
  | 'most'
  | 'length'
  | 'notes'
  | 'place'
  | 'environment'
  | 'method'
  | 'url'
  | 'scope'
  | 'status'
  | 'ignored';

/** Whole heads. */
export const heads: Record<Column, readonly string[]> = {
  number: ['no', 'nr', '#', 'number', 'nomor'],
  name: [
    ...['name', 'parameter', 'param', 'field', 'key', 'attribute', 'member', 'property', 'element', 'variable'],
    ...['body', 'argument', 'nama', 'atribut', 'kolom', 'parameters', 'fields', 'kunci', 'properti', 'isian', 'item'],
  ],
  header: ['header', 'headers', 'http header', 'tajuk'],
  value: [
    ...['value', 'header value', 'nilai', 'isi', 'content', 'contents', 'description/value', 'value/description'],
    ...[
      'fixed value',
      'exactly this',
      'exactly',
      'exact value',
      'constant',
      'constant value',
      'nilai tetap',
      'isi dengan',
    ],
    ...['what to send', 'value to send', 'yang dikirim', 'nilai yang dikirim'],
  ],
  example: ['sample value', 'example', 'sample', 'example value', 'contoh', 'contoh nilai', 'contoh isian', 'examples'],
  enum: [
    ...[
      'enumeration',
      'enum',
      'enums',
      'allowed values',
      'possible values',
      'valid values',
      'accepted values',
      'values',
    ],
    ...['allowed', 'accepted', 'diizinkan', 'allowed value', 'possible value', 'valid value', 'accepted value'],
    ...['options', 'permitted values', 'nilai yang diizinkan', 'nilai yang diperbolehkan', 'pilihan'],
  ],
  type: [
    'type',
    'kind',
    'schema',
    'data type',
    'datatype',
    'format',
    'tipe',
    'tipe data',
    'jenis',
    'jenis data',
    'bentuk',
    'content type',
    'representation',
  ],
  required: [
    ...['mandatory', 'm', 'required', 'mandatory/optional', 'presence', 'req', 'wajib', 'mandatori', 'man'],
    ...['is required', 'is mandatory', 'required/optional', 'wajib/opsional', 'status mandatory', 'mand', 'condition'],
    ...'obligatory|compulsory|obligation|necessity|needed|always present|always returned|present|returned|use'.split(
      '|',
    ),
    ...["req'd", 'to be sent', 'keharusan', 'kewajiban', 'kehadiran', 'sifat', 'ada', 'ada/tidak', 'ada atau tidak'],
    'wajib/tidak',
    ...['must be sent', 'must be present', 'harus ada', 'harus dikirim', 'harus diisi'],
    ...['cardinality', 'multiplicity', 'mult', 'occurrence', 'occurs', 'occ', 'kemunculan'],
  ],
  optional: ['optional', 'opsional'],
  least: ['min', 'minlength', 'min len', 'minimal'],
  most: ['max', 'maxlength', 'max len', 'maksimal', 'maks', 'maksimum', 'pnjg maks', 'pjg maks'],
  length: ['length', 'size', 'len', 'panjang', 'pnjg', 'pjg', 'ukuran', 'batas', 'limit'],
  notes: [
    ...'description|descriptions|desc|notes|note|remarks|remark|comment|comments|details|meaning'.split('|'),
    ...'keterangan|deskripsi|catatan|penjelasan|uraian|explanation|information|info|definition|what it is|what is it|what it holds|what it contains|what it means'.split(
      '|',
    ),
    ...'arti|makna|maksud|fungsi|kegunaan|purpose|unit|units|satuan'.split('|'),
  ],
  place: 'in|location|located in|position|lokasi|letak|param in|sent in|passed in|request on'.split('|'),
  environment: ['environment', 'env', 'stage', 'lingkungan'],
  method: ['method', 'http method', 'verb', 'metode', 'metode http'],
  url: [
    ...['url', 'uri', 'endpoint', 'address', 'base url', 'path', 'url path', 'alamat', 'server', 'host'],
    'http request',
  ],
  scope: ['scope', 'scope name'],
  status: ['http', 'http status', 'status', 'status code', 'http status code', 'http code', 'kode http', 'kode status'],
  ignored: ['default', 'default value', 'def'],
};

const length = oneOf('length', 'len', 'size', 'panjang');

/** Words inside a longer head, the most telling first. */
const within: readonly (readonly [RegExp, Column])[] = [
  [/\b(header) (name|key|parameter|field)\b|\b(nama|request|response) headers?\b/, 'header'],
  [pattern`\b${oneOf(word.mandatory, word.always)}\b|\bm\/o`, 'required'],
  [pattern`\b${word.example}\b`, 'example'],
  [pattern`\b${word.atLeast} ${length}\b|\bpanjang min`, 'least'],
  [pattern`\b${word.atMost} ${oneOf(length, word.character, 'digits?')}\b|\b(?:panjang|ukuran) ma(?:x|ks)`, 'most'],
  [/\b(char\w*|length|size) limit\b|\bbatas (karakter|panjang)\b/, 'most'],
  // A column of types may give lengths with them, and they are read there.
  [/\b(data ?type|tipe|type)\b/, 'type'],
  [/\b(length|panjang|size)\b/, 'length'],
  [/\b(desc|description|keterangan|deskripsi|remarks?)\b/, 'notes'],
  [/\b(url|uri|address|alamat)\b/, 'url'],
  [/\b(names?|nama|params?|parameters?|fields?|attribute|property|properties|elements?|elemen)\b/, 'name'],
];

/** Any of these words: most cells hold none of them. */
const anyWithin = RegExp(within.map(([{ source }]) => source).join('|'));

const exact = new Map(keysIn(heads).flatMap((column) => heads[column].map((head): [string, Column] => [head, column])));

function normal(cell: string): string {
  // A column of addresses may be called as a collection calls its variable, `baseUrl`; another such name is that of a field.
  const spaced = cell.replace(/([a-z])(?=[A-Z])/g, '$1 ').toLowerCase();
  const lower = exact.get(spaced) === 'url' ? spaced : cell.toLowerCase();
  // Most cells are words without any sign.
  if (/^[a-z]+(?: [a-z]+)*$/.test(lower)) return lower;
  return lower
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[*`_?:]/g, ' ')
    .replace(/\.(\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\b([moc]) ?\/ ?(?=[moc]\b)/g, '$1/')
    .trim();
}

/** Characters of the longest head, which may stand there in two languages. */
export const longestHead = 60;

/** What a head says that its column holds; null for a head we do not know. */
export function columnOf(cell: string): Column | null {
  if (cell.length > (cell.includes(' / ') ? longestHead : 40) || cell.includes('://')) return null;
  return known(cell);
}

/** Each line of a page may be a head. */
const known = remembered(lookedUp);

function lookedUp(cell: string): Column | null {
  const halves = cell.split(' / ');
  // A head may stand there in two languages.
  if (halves.length === 2 && !exact.has(normal(cell))) {
    const [one = null, other = null] = halves.map(lookedUp);
    if (one === null || other === null || one === other) return one ?? other;
  }
  const whole = normal(cell);
  // A head like `(M/O)` is all parentheses.
  const head = whole === '' ? normal(cell.replace(/[()]/g, ' ')) : whole;
  if (head === '') return null;
  const listed = exact.get(head);
  if (listed) return listed;
  // Its letters stand in any order: mandatory, optional, conditional.
  if (/^[moc](?: ?\/ ?[moc]){1,2}$/.test(head)) return 'required';
  if (head.split(' ').length > 4 || !anyWithin.test(head)) return null;
  return within.find(([form]) => form.test(head))?.[1] ?? null;
}

const yes = new Set(
  (
    'm|y|yes|required|mandatory|true|✓|✔|✅|☑|must|r|ya|wajib|harus|mandatori|obligatory|compulsory|always|selalu|' +
    'ada|always present|always returned|selalu ada|selalu dikirim|selalu diisi|harus ada|harus diisi|harus dikirim|' +
    'wajib ada|wajib diisi|wajib dikirim|must be present|must be sent|1|1..1'
  ).split('|'),
);
const no = new Set(
  (
    'o|n|no|optional|false|-|–|—||✗|✘|❌|✕|tidak|opsional|tidak wajib|may be absent|may be missing|not always present|' +
    'tidak selalu ada|tidak harus ada|tidak harus|boleh tidak ada|boleh tidak dikirim|boleh dihilangkan|boleh|' +
    'may be left out|can be left out|can be absent|can be omitted|may be omitted|may|sometimes|kadang|kadang-kadang|' +
    'pilihan|0|0..1'
  ).split('|'),
);
const negated = [
  'not required',
  'not mandatory',
  'non mandatory',
  'non-mandatory',
  'nonmandatory',
  'optional field',
  'not always',
  'tidak selalu',
];

function wordOf(cell: string): string {
  const lower = cell.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .replace(/^\*{2}(.+)\*{2}$/, '$1')
    .replace(/[`_[\]]|\.(?!\.|\d)(?<!\.\.)/g, '')
    .replace(/\((.*)\)$/, (_, inner: string) => (yes.has(inner.trim()) || no.has(inner.trim()) ? '' : ` ${inner}`))
    .trim();
}

/** Whether a cell says that something is mandatory; null where it says neither, as `Conditional` does. */
export const saysRequired = remembered((cell: string): boolean | null => {
  // `Yes / Ya` says it in two languages.
  const [one, ...again] = cell.includes(' / ') ? cell.split(' / ').map(saysRequired) : [];
  if (one !== undefined) return again.every((other) => other === one) ? one : null;
  const drawn = withSigns(cell);
  // A sign before a word says the same again.
  const [, sign, behind] = /^([✓✔✅☑✗✘❌✕])\uFE0F?\s+(\S.*)$/.exec(drawn) ?? [];
  if (sign !== undefined && behind !== undefined) {
    const [drawnAs, named] = [saysRequired(sign), saysRequired(behind)];
    return drawnAs === named ? named : null;
  }
  const said = wordOf(drawn);
  if (yes.has(said)) return true;
  return no.has(said) || negated.includes(said) ? false : null;
});

/** Whether a word is one of those that say whether something is mandatory. */
export function isRequiredWord(cell: string): boolean {
  return saysRequired(cell) !== null || ['c', 'conditional', 'kondisional', 'bersyarat'].includes(wordOf(cell));
}

const isThere = oneOf(word.always, word.mandatory, `${word.must} (?:be )?${word.sent}`);
const thereUnderCondition = pattern`^${isThere} ${word.when}\s`;

/** Whether a cell says in several words that something is there, or that it is so under a condition: whatever its head is. */
export const answersPresence = (cell: string): boolean =>
  (/\s/.test(cell.trim()) && saysRequired(cell) !== null) || thereUnderCondition.test(cell);
