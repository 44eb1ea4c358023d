/** What of a page could speak about a subject, so that no question says of a page that it is silent where it is not. */
import { escapedPattern } from '../../formats/pattern.ts';
import { pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** A sentence, a cell row or a line of a sample, as the page has it; its line is 0 where there is none. */
export interface Passage {
  text: string;
  line: number;
  /** The file, where several are read together. */
  file?: string;
}

/** What a page may be silent about. */
export type Subject = keyof typeof subjects;

/** Words of either language as one pattern of whole words. */
const anyOf = (...words: string[]): RegExp => RegExp(`(?<![\\p{L}\\d_])(?:${words.join('|')})(?![\\p{L}\\d_])`, 'iu');

const answers =
  'respon[sd]\\w*|answer\\w*|repl(?:y|ies)|return\\w*|errors?|jawaban\\w*|balasan\\w*|respons?|dijawab|mengembalikan';
const requests = 'requests?|bod(?:y|ies)|payloads?|sen[dt]|submit\\w*|post|permintaan\\w*|isi|dikirim\\w*|parameters?';
const refusals =
  'errors?|refus\\w+|reject\\w+|fail\\w*|invalid|denied|unauthori[sz]ed|forbidden|wrong|salah|gagal|ditolak|galat|kesalahan';
const lives = `expir\\w+|lifetimes?|life ?span|lives|ttl|validity|valid (?:for|until|till)|berlaku\\w*|k[ae]d[ae]luw?arsa|masa aktif`;
const units = 'seconds?|minutes?|hours?|days?|detik|menit|jam|hari';

/** What a number counts, as no status does: `512 characters`. */
const counted = `characters?|chars?|digits?|letters?|bytes?|bits?|karakter|digit|angka|huruf|bita|${units}`;

/** What lives, and words for that: how long a client is to wait, or how often it may ask, has a length of time as well. */
const ofLife = anyOf(lives, 'tokens?|sessions?|sesi');

/** What tells that a passage speaks of a subject. */
interface Words {
  words: RegExp;
  /** Passages with these are shown before others. */
  first?: RegExp;
  /** Where some passages have these, of the others the lines are told alone. */
  alone?: RegExp;
}

/** The words that speak of each subject. */
const subjects = {
  'media type of the request': {
    words: anyOf(
      'json|xml|content[- ]?types?|media[- ]?types?|application/\\S+|multipart\\S*|(?:x-www-form-)?url-?encod\\w+',
      'forms?[- ](?:data|fields?|body|parameters?|encod\\w+)|(?:as an?|html) form|form|formulir',
    ),
    first: anyOf(requests),
  },
  'media type of answers': {
    words: anyOf('json|xml|content[- ]?types?|media[- ]?types?|application/\\S+'),
    first: anyOf(answers),
  },
  method: { words: /\b(?:GET|POST|PUT|PATCH|DELETE)\b|\b(?:HTTP )?(?:methods?|verbs?|metode)\b/ },
  path: { words: /(?:^|[\s`("'])\/[\w{}.-]+(?:\/[\w{}.-]+)*|https?:\/\/|\b(?:endpoints?|paths?|urls?|jalur)\b/i },
  address: {
    words:
      /https?:\/\/|\b(?:hosts?|hostnames?|base[- ]?(?:url|uri|path)s?|servers?(?! errors?\b)|domains?|alamat)\b|(?<![@\w.-])(?:[a-z\d][a-z\d-]*\.){2,}[a-z]{2,}\b/i,
  },
  answer: {
    words: anyOf(
      'respon[sd]\\w*|answer\\w*|repl(?:y|ies)|returns?|returned|jawaban\\w*|balasan\\w*|mengembalikan',
      '(?<![.-]|\\w\\()20[0-6](?![-.\\d])|success\\w*|succeeds?|berhasil|sukses|access_?tokens?',
      'tokens? (?:is|stands|comes|ada|berada|terdapat)(?: back)? (?:in|at|as|di|pada|dalam)',
    ),
  },
  'status of a grant': {
    words: /(?<![\w.-]|\w\()20[0-6](?![\w-])|\b(?:status(?:es)?|created|success\w*|berhasil|sukses)\b/i,
    first: /(?<![\w.-]|\w\()20[0-6](?![\w-])/,
  },
  refusal: {
    words: anyOf(refusals, `(?<![.-]|\\w\\()[45]\\d\\d(?!-| (?:${counted}))`),
    first: RegExp(`(?<![\\w.-]|\\w\\()[45]\\d\\d(?![\\w-]| (?:${counted}))`),
  },
  lifetime: {
    words: anyOf(
      lives,
      `(?:\\d[\\d,.]*|an?|one|two|five|ten|thirty|satu|dua|lima|sepuluh) (?:${units})|se(?:jam|hari)|\\d[\\d,.]* ?(?:s|h|min|m|j)|(?:in|of|dalam) (?:milli)?(?:${units})`,
    ),
    alone: ofLife,
  },
  token: {
    words: anyOf(
      'bearer|access_?token',
      'tokens? (?:is|stands|comes|ada|berada|terdapat)(?: back)? (?:in|at|as|di|pada|dalam)',
    ),
    first: /^\W*access_?token(?![\p{L}\d])/iu,
  },
  'unit of the lifetime': { words: anyOf(`(?:milli)?(?:${units})|ms|millis|secs?|mins?`), alone: ofLife },
  authentication: {
    words: anyOf(
      'authenti\\w+|authori[sz]\\w+|autentik\\w+|otentik\\w+|otoris\\w+|basic|bearer|(?<![/.])oauth(?: ?\\d[\\d.]*)?|hmac\\S*|rsa|sign(?:ed|s|ing|atures?)|tanda tangan',
      'api[- ]?keys?|api[- ]users?|credentials?|kredensial|mtls|mutual|certificates?|sertifikat|sha-?\\d+\\w*',
    ),
  },
  signature: {
    words:
      /(?<![\w-])(?:sign(?:ed|s|ing|atures?)?|asymmetric\w*|symmetric\w*|tanda tangan|hmac[\w-]*|rsa|sha-?\d+\w*|private key|kunci privat)(?![\w-])/i,
  },
  request: { words: anyOf('bod(?:y|ies)|payloads?|parameters?|fields?|(?:isi|badan) permintaan|isian|kolom') },
  presence: {
    words: anyOf(
      'required|mandatory|obligatory|compulsory|optional\\w*|conditional\\w*|omit\\w*|left out|leave out|absent|missing|present|always|never|need not|may be|can be|if|when|unless|only',
      'wajib|mandatori|opsional|kondisional|harus|boleh|dikosongkan|kosong|selalu|tidak ada|jika|bila|apabila|hanya|pilihan',
    ),
  },
  'presence and type': {
    words: anyOf(
      'required|mandatory|obligatory|optional\\w*|omit\\w*|left out|absent|missing|always|never|if|when|unless|only|strings?|integers?|numbers?|numeric|booleans?|objects?|arrays?|characters?|digits?',
      'wajib|opsional|harus|boleh|kosong|selalu|jika|bila|hanya|teks|angka|bilangan|bulat|karakter|huruf|detik|seconds?',
    ),
  },
  place: { words: anyOf('headers?|quer(?:y|ies)|bod(?:y|ies)|params?|url|tajuk|kepala|isi') },
  standard: { words: anyOf('b?i?[- ]?snap(?:[- ]bi)?|aspi|bank indonesia|open api') },
} satisfies Record<string, Words>;

const all: Words[] = Object.values(subjects);

/** A name that is marked as code, or written as that of a header: what is asked of it quotes the sentence. */
const name = /`[\w.-]{2,60}`|\b[A-Z]\w*-[A-Z]\w*/;

/** Whether a text has a word of any subject, or a name. */
export const speaksOfAny = (text: string): boolean => name.test(text) || all.some(({ words }) => words.test(text));

/** Passages that a question quotes, of which the lines of the others are told. */
const [mostQuoted, mostLines] = [4, 12];

/** Characters of a passage that are quoted. */
const longest = 220;

/** Words about all members of what a passage stands beside, which names none of them. */
const ofAllMembers = pattern`\b(?:${word.all}|both|kedua)\b[^.;:]{0,20}\b${word.member}\b`;

/** What any passage has. */
const anything: Words = { words: /(?:)/ };

/** The passages that have words of a subject, or of whatever, and any of the names where there are some; the most telling first. */
export function speakingOf(passages: Passage[], subject: Subject | null, names: string[] = []): Passage[] {
  const { words, first }: Words = subject === null ? anything : subjects[subject];
  const named =
    names.length > 0
      ? RegExp(`(?<![\\p{L}\\d_-])(?:${names.map(escapedPattern).join('|')})(?![\\p{L}\\d_-])`, 'iu')
      : null;
  const found = passages.filter(
    ({ text }) => words.test(text) && (named?.test(text) !== false || (subject !== null && ofAllMembers.test(text))),
  );
  const unique = [...new Map(found.map((one) => [one.text, one])).values()];
  return first
    ? [...unique.filter(({ text }) => first.test(text)), ...unique.filter(({ text }) => !first.test(text))]
    : unique;
}

/** A text as a question quotes it: all of it, or what stands around the words that matter. */
function excerpt(text: string, words: RegExp): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const from = Math.max(0, Math.min(line.search(words) - longest / 2, line.length - longest));
  const start = from === 0 ? 0 : line.indexOf(' ', from) + 1;
  const end = start + longest >= line.length ? line.length : line.lastIndexOf(' ', start + longest);
  return `${start > 0 ? '… ' : ''}${line.slice(start, end > start ? end : start + longest)}${end < line.length ? ' …' : ''}`;
}

const inFile = (file: string | undefined): string => (file === undefined ? '' : ` of ${file}`);
const onLine = ({ line, file }: Passage): string => (line > 0 ? ` on line ${line}${inFile(file)}` : '');

/** The lines of passages, as the end of a question tells them: those of each file together. */
function linesOf(passages: Passage[]): string {
  const placed = passages.filter(({ line }) => line > 0);
  const distinct = placed.filter(
    (one, index) => placed.findIndex(({ line, file }) => line === one.line && file === one.file) === index,
  );
  if (distinct.length === 0) return '';
  const told = distinct.slice(0, mostLines);
  const byFile = [...new Set(told.map(({ file }) => file))].map((file) => {
    const lines = told.filter((one) => one.file === file).map(({ line }) => line);
    return `${lines.sort((a, b) => a - b).join(', ')}${inFile(file)}`;
  });
  const beyond = distinct.length > mostLines ? ' and others' : '';
  return `, and more on line${distinct.length > 1 ? 's' : ''} ${byFile.join(', ')}${beyond}`;
}

/** The passages of a page that may speak of a subject, as a question quotes them; null where nothing on the page can. */
export function quotedOf(passages: Passage[], subject: Subject | null, names: string[] = []): string | null {
  const found = speakingOf(passages, subject, names);
  if (found.length === 0) return null;
  const { words, alone }: Words = subject === null ? anything : subjects[subject];
  // What has no line can be told of in no other way.
  const telling = found.filter(({ text, line }) => line === 0 || alone?.test(text));
  const isTold = telling.some(({ text }) => alone?.test(text));
  const shown = (isTold ? telling : found).slice(0, mostQuoted);
  const quoted = shown.map((one) => `"${excerpt(one.text, words)}"${onLine(one)}`);
  const others = found.filter((one) => !shown.includes(one));
  return `the page has ${quoted.join(', ')}${linesOf(others)}`;
}

/**
 * What a question says of a page that gives no fact of a subject.
 * @param none that the page is silent, which is said only where no passage of it has a word of the subject
 */
export function unlessSaid(
  passages: Passage[] | undefined,
  subject: Subject,
  none: string,
  names: string[] = [],
): string {
  return quotedOf(passages ?? [], subject, names) ?? none;
}
