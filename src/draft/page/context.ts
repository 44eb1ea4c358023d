/** What the headings above a part of a page say that it is about. */
import { type Block, boldDepth } from './blocks.ts';
import { isPartial } from './doubts.ts';
import { wholeNumber } from './values.ts';
import { isEnvironment } from './words.ts';

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
}

const responses = [
  ...['response', 'responses', 'output', 'result', 'answer', 'return', 'returns', 'reply', 'respons', 'respon'],
  ...[
    'keluaran',
    'tanggapan',
    'jawaban',
    'balasan',
    'returned',
    'receive',
    'receives',
    'received',
    'replies',
    'answers',
    'answered',
  ],
];
/** Words that a heading of an answer has, and one of a request that succeeds as well. */
const successes = ['success', 'successful', 'sukses', 'berhasil'];
const requests = [
  'request',
  'requests',
  'arguments',
  'argumen',
  'form',
  'input',
  'permintaan',
  'query',
  'constraints',
  'send',
  'sent',
  'submit',
  'masukan',
  'kirim',
];
/** Words of either side: they mean that of the heading above, or the request. */
const neutral = ['body', 'parameter', 'parameters', 'payload', 'field', 'fields', 'badan', 'isi', 'header', 'headers'];
/** Words of a heading that speaks of a body, wherever the one before it places its fields. */
const bodies = ['body', 'badan', 'payload', 'isi', 'data', 'json', 'form', 'muatan'];
/** Words of a caption that goes on with the part of the caption before it. */
const continuing = ['example', 'examples', 'sample', 'contoh', 'schema', 'representation', 'representations', 'media'];
const errors = [
  ...['error', 'errors', 'failed', 'failure', 'refused', 'unauthorized', 'gagal', 'kesalahan', 'galat', 'invalid'],
];
const places: readonly (readonly [NonNullable<Context['place']>, readonly string[]])[] = [
  ['header', ['header', 'headers', 'tajuk']],
  ['query', ['query', 'querystring']],
  ['path', ['path']],
  ['cookie', ['cookie', 'cookies']],
];

/** Words of a heading that is a part of the section above it. */
const parts = [
  ...[
    'example',
    'examples',
    'sample',
    'samples',
    'contoh',
    'curl',
    'success',
    'sukses',
    'berhasil',
    'code',
    'codes',
    'kode',
  ],
  ...[
    'scope',
    'scopes',
    'status',
    'note',
    'notes',
    'catatan',
    'description',
    'deskripsi',
    'overview',
    'endpoint',
    'url',
  ],
  ...['specification', 'details', 'detail', 'general', 'authentication', 'authorization', 'usage', 'schema', 'openapi'],
  ...['environment', 'environments', 'server', 'servers', 'host', 'media', 'representation', 'representations'],
];

/** Words of a heading that say nothing of a side. */
const generic = [
  ...[
    'api',
    'token',
    'access',
    'auth',
    'b2b',
    'b2b2c',
    'snap',
    'bi',
    'the',
    'of',
    'and',
    'a',
    'an',
    'for',
    'to',
    'in',
    'with',
    'by',
  ],
  ...[
    'list',
    'table',
    'structure',
    'struktur',
    'format',
    'definition',
    'definitions',
    'specs',
    'object',
    'value',
    'values',
    'name',
  ],
  ...[
    'names',
    'required',
    'optional',
    'mandatory',
    'attribute',
    'attributes',
    'property',
    'properties',
    'message',
    'http',
    'post',
  ],
  ...[
    'daftar',
    'tabel',
    'dan',
    'untuk',
    'get',
    'create',
    'generate',
    'obtain',
    'login',
    'content',
    'type',
    'information',
    'common',
  ],
  ...[
    'application',
    'x',
    'www',
    'urlencoded',
    'all',
    'main',
    'rest',
    'oauth',
    'service',
    'call',
    'method',
    'dengan',
    'akses',
  ],
];

/** Whether each word of a heading is one that is known; another may say that it is about something else. */
function isUnderstood(title: string): boolean {
  return wordsOf(title).every(
    (word) =>
      word === '' ||
      /^v?\d+$|^\p{L}$/u.test(word) ||
      [...neutral, ...bodies, ...continuing, ...parts, ...generic].includes(word),
  );
}

const wordsOf = (title: string): string[] => title.toLowerCase().split(/[^\p{L}\d]+/u);

const hasAny = (words: string[], any: readonly string[]): boolean => any.some((word) => words.includes(word));

/** Reasons of a status that hold a word of a request. */
const reasons =
  /\b(?:bad|invalid|malformed|wrong|faulty) request\b|\brequest (?:timeout|entity too large|header fields too large)\b/gi;

/** Reads a heading by itself: which side of the exchange, which status, headers or body. */
export function contextOf(title: string): Context {
  const words = wordsOf(title.replace(reasons, ' error '));
  const [first = null, ...others] = words
    .map(wholeNumber)
    .filter((number): number is number => number !== null && number >= 200 && number <= 599);
  const isRange = /\d{3}\s*(?:[-–—]|to|until|s\.?d\.?|sampai)\s*\d{3}/i.test(title);
  // `4xx` is a class of errors, and names no status.
  const error = hasAny(words, [...errors, '4xx', '5xx']);
  const response = hasAny(words, responses) || first !== null || error;
  const place = places.find(([, names]) => hasAny(words, names))?.[0] ?? null;
  const success = hasAny(words, successes) ? 'response' : null;
  const side = response ? 'response' : hasAny(words, requests) ? 'request' : success;
  // A range says of no status that there is such an answer.
  const status = isRange ? null : first;
  const more = isRange ? [] : [...new Set(others)].filter((one) => one !== status);
  return { side, status, more, place, error, partial: null, star: null };
}

/** Numbers of a sentence that are statuses: no lengths and no lives, and none below 200. */
const statusInWords =
  /\b([2-5]\d\d)\b(?!\s*(?:seconds?|detik|ms|millis\w*|minutes?|menit|char\w*|karakter|requests?|bytes?|%))/;

/** The statuses that words name, each once. */
export function statusesIn(words: string): number[] {
  return [...new Set([...words.matchAll(RegExp(statusInWords, 'g'))].map(([, status]) => Number(status)))];
}

/** What a sentence before a block says of it, as `On failure we answer 401 with:`; null where it announces nothing. */
function introOf(block: Block | undefined): Context | null {
  const sentence = block?.kind === 'lines' ? (block.lines.findLast((line) => line.trim() !== '') ?? '') : '';
  const last = sentence.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  if (!/:[\s*_]*$/.test(last) && !/\b(?:berikut|following|below|di bawah(?: ini)?)\b[^,;]{0,40}$/i.test(last))
    return null;
  const [status = null, ...more] = statusesIn(last);
  const { side, error, ...said } = contextOf(last.replace(/\d+/g, ' '));
  // A caption alone says where fields are sent; a sentence may name a header beside a body.
  const place = last.trim().split(/\s+/).length <= 3 ? said.place : null;
  const words = wordsOf(last.replace(reasons, ' '));
  // One that speaks of both sides announces neither.
  const both = hasAny(words, requests) && hasAny(words, responses);
  if (both || (side === null && status === null)) return null;
  if (status === null || side === 'request') return { ...nothing, side, place, error };
  return { ...nothing, side: 'response', status, more, error };
}

/** The context of a block below a sentence that announces it. */
function announced(above: Context, before: Block | undefined): Context {
  const intro = introOf(before);
  const partial = above.partial ?? announcesPart(before);
  if (intro === null) return partial === above.partial ? above : { ...above, partial };
  const kept = above.side === null || above.side === intro.side ? above : nothing;
  // Another answer than the one of the heading has a status of its own.
  const status = intro.status ?? (intro.error && !kept.error ? null : kept.status);
  return { ...kept, ...intro, status, place: intro.place ?? kept.place, error: intro.error || kept.error, partial };
}

/** Whether a heading names a part of an operation, as `Request Body` and `Example` do, and no other topic. */
export function isPart(title: string): boolean {
  const words = wordsOf(title);
  const { side, status, place } = contextOf(title);
  return side !== null || status !== null || place !== null || hasAny(words, neutral) || hasAny(words, parts);
}

const addressed = /\b(?:GET|POST|PUT)\b[\s`*:<]{1,8}(?:\/|https?:)|https?:\/\//;

/** Whether a block gives the address of an operation or of a server. */
function holdsAddress(block: Block): boolean {
  if (block.kind === 'lines') return block.lines.some((line) => addressed.test(line));
  return block.kind === 'table' && block.rows.slice(0, 8).some((row) => row.some((cell) => addressed.test(cell)));
}

/** Whether a heading says that what is below it is so for some requests alone: an environment, a version, or for whom. */
function partialHeading(title: string): boolean {
  if (isEnvironment(title)) return true;
  return isPart(title)
    ? isPartial(title.replace(/\bfor\b.*\btoken\b/i, ' '))
    : isPartial(title.replace(aboutToken, ' '));
}

/** What the heading of an operation says of itself: its version, and what it grants. */
const aboutToken =
  /^.*\b(?:tokens?|auth\w*|log-?in|sign-?in|sessions?|otentikasi|autentikasi|otorisasi|oauth\S*)\b.*$/i;

/** The note behind a block that a star leads to; null where there is none, or where it says that a star means mandatory. */
function starredNote(block: Block | undefined): string | null {
  const [first = ''] =
    block?.kind === 'lines'
      ? block.lines.filter((line) => line.trim() !== '')
      : block?.kind === 'list' && block.items.length === 1
        ? [`* ${block.items[0]?.text ?? ''}`]
        : [];
  const [, note = ''] = /^\s*\\?\*{1,3}\)?\s*(\S.*)$/.exec(first) ?? [];
  return note === '' ||
    note.endsWith('**') ||
    /^[^.]{0,30}\b(?:required|mandatory|wajib|obligatory|harus)\b[^.]{0,20}\.?$/i.test(note)
    ? null
    : note;
}

/** The sentence before a block that announces it for some requests alone. */
function announcesPart(block: Block | undefined): string | null {
  const sentence = block?.kind === 'lines' ? (block.lines.findLast((line) => line.trim() !== '') ?? '') : '';
  const last = sentence.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  const announces = /:[\s*_]*$|\b(?:berikut|following|below|di bawah)\b/i.test(last) && last.length < 300;
  return announces && isPartial(last) ? last : null;
}

interface Open {
  depth: number;
  context: Context;
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

/** The context of each block: what its heading says, and where it says nothing, the headings above it. */
export function contextsOf(blocks: Block[]): Context[] {
  const open: Open[] = [];
  let current = nothing;
  const contexts = blocks.map((block, index) => {
    // Headings above an address are those of the operation itself.
    if (holdsAddress(block)) {
      for (const one of open) one.context = { ...one.context, partial: null };
      current = { ...current, partial: null };
    }
    if (block.kind === 'lines') return current;
    if (block.kind !== 'heading') {
      const context = announced(current, blocks[index - 1]);
      const star = block.kind === 'code' ? null : starredNote(blocks[index + 1]);
      return star === null ? context : { ...context, star };
    }
    let before: Context | null = null;
    for (let last = open.at(-1); last && last.depth >= block.depth; last = open.at(-1)) {
      // Captions have no depth of their own: `Body` goes with the `Response` above it.
      if (last.depth === block.depth && block.depth >= boldDepth) before = last.context;
      open.pop();
    }
    const own = contextOf(block.title);
    const isNeutral = hasAny(wordsOf(block.title), neutral);
    const last = blocks[index - 1];
    // `Unauthorized` below `401 Unauthorized` says the same again.
    const isRepeated =
      last?.kind === 'heading' &&
      last.depth === block.depth &&
      own.side !== 'request' &&
      own.status === null &&
      before?.status;
    const goesOn = block.depth >= boldDepth && (isRepeated || hasAny(wordsOf(block.title), continuing));
    const above =
      isRepeated || ((isNeutral || goesOn) && own.side === null)
        ? (before ?? open.at(-1)?.context ?? nothing)
        : (open.at(-1)?.context ?? nothing);
    // What another side says of statuses and places is not about this one.
    const kept = own.side !== null && above.side !== null && own.side !== above.side ? nothing : above;
    const context: Context = {
      side: own.side ?? above.side ?? (isNeutral && isUnderstood(block.title) ? 'request' : null),
      status: own.status ?? kept.status,
      more: own.status === null ? kept.more : own.more,
      place: own.place ?? (hasAny(wordsOf(block.title), bodies) ? null : kept.place),
      error: own.error || kept.error,
      star: null,
      partial: partialHeading(block.title) ? block.title : above.partial,
    };
    open.push({ depth: block.depth, context });
    current = context;
    return context;
  });
  return contexts.map((context, index) =>
    context.side === null && context.place === null && !context.error && asksBefore(blocks, contexts, index)
      ? { ...context, side: 'request' }
      : context,
  );
}

/** Blocks beside a table that are looked at. */
const mostBeside = 12;

/** Whether a table or a list of fields stands between the address of what is posted and the answer to it. */
function asksBefore(blocks: Block[], contexts: Context[], index: number): boolean {
  const kind = blocks[index]?.kind;
  if (kind !== 'table' && kind !== 'list') return false;
  let at = index - 1;
  while (at >= 0 && index - at < mostBeside && !isPosted(blocks[at])) {
    const before = blocks[at];
    if (before?.kind === 'heading' || contexts[at]?.side === 'response') return false;
    at--;
  }
  if (!isPosted(blocks[at])) return false;
  const after = blocks.findIndex(
    (block, next) => next > index && next - index < mostBeside && (block.kind === 'heading' || block.kind === 'table'),
  );
  return contexts[after]?.side === 'response';
}

/** Whether a block is the address of what is posted. */
function isPosted(block: Block | undefined): boolean {
  const lines = block?.kind === 'lines' ? block.lines : block?.kind === 'heading' ? [block.title] : [];
  return lines.some((line) => /\b(?:POST|PUT)\b[\s`*:<]{1,8}(?:\/|https?:)/.test(line));
}
