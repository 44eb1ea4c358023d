/** Sentences that say how long a token lives. */
import type { LifeSaid } from '../../facts/said-in-words.ts';
import { glue } from '../../vocabulary/glue.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { numberWords, secondsIn, unitWords, withoutDurations, writtenOnce } from '../words/durations.ts';
import { isEnvironmentWord } from '../words/environments.ts';
import { columnsOf } from '../words/head-columns.ts';
import { lowerWords } from '../words/lower-words.ts';
import { ungrouped } from '../words/numbers.ts';
import { plainSentencesOf } from './mentions.ts';

/** That something lives so long: the time stands right behind it, or before it as in `a lifetime of 30 minutes`. */
const livesFor = oneOf(
  ...['valid(?:ity)?(?: period)?', 'expir(?:es?|y|ation)(?: time)?', 'lives?', 'lasts?', 'life(?:time|span)?', 'ttl'],
  ...['good', 'used', 'usable', 'active', 'aktif', 'berlaku(?:nya)?', 'umur(?:nya)?', word.expired],
  ...['berdurasi', 'berumur'],
);
const unit = oneOf(unitWords);
/** A number that is not told. */
const someNumber = oneOf('several', 'some', '(?:a )?few', 'a number of', 'a couple of', 'beberapa', 'sejumlah');
const lives = pattern`\b${livesFor}\b(?: \p{L}[\p{L}\d]*| ?:){0,5}? (?:\d+|${numberWords}|${someNumber})[\s-]${unit}\b|\b\d+[\s-]${unit} (?:life|${word.lifetime})\b`;

/** How often a token is to be made anew, and a time that is a part of its name, as \`a 15-minute access token\` has it. */
const renewed = oneOf(
  ...['updated', 'refresh(?:ed)?', 'renew(?:ed)?', 'replaced?', 're-?generated?', 're-?issued?', 'new', 'baru'],
  ...['di?perbar\\p{L}+', 'memperbar\\p{L}+', 'perbarui', 'diganti', 'ganti'],
);
const every = oneOf('every', 'each', 'once (?:in )?(?:every|an?)', 'setiap', 'tiap(?:-tiap)?');
const isRenewed = pattern`^[^.]*\b${renewed}\b(?: \p{L}+){0,4}? ${every} (?:(?:\d+|${numberWords})[\s-])?${unit}\b`;
const named = pattern`\b(?:\d+|${numberWords})-${unit}(?: (?!for |of |in |to |window|before)[\p{L}.-]+){0,3}? (?:tokens?|sessions?)\b`;

/** That a life is another one now and then, without a number. */
const life = oneOf(word.lifetime, 'valid(?: period)?', 'expir(?:y|ation)(?: time)?', 'masa berlaku\\p{L}*');
const another = oneOf(
  ...['shorter', 'longer', 'differs?', 'different', 'varies', 'vary', 'depends?', 'depending', 'changes?', 'extended'],
  ...['renewed', 'reduced', 'pendek', 'panjang', 'singkat', 'lama', 'berbeda', 'tergantung', 'bergantung', 'berubah'],
  'diperpanjang',
);
const varies = pattern`\b${life}\b[^.;]{0,60}\b${another}\b`;

/** That a token ends at an hour of the day: what is left of that day is its life. */
const ending = oneOf(
  livesFor,
  word.expired,
  'ends?',
  'ended',
  'dies',
  'berakhir',
  'habis',
  'hangus',
  'kadaluwarsa',
  'mati',
);
const hour = oneOf(
  `(?:(?:pukul|jam|at|by) )?(?<!\\d[T:+-]? ?)(?:[01]?\\d|2[0-4])[.:][0-5]\\d(?![\\d:-])`,
  ...['(?:pukul|jam) \\d{1,2}', '\\d{1,2} ?[ap]\\.?m', 'midnight', 'tengah malam', 'noon'],
  ...['(?:the )?end of (?:the |each |that |this )?(?:same )?(?:business )?day', '(?:pada )?akhir hari'],
);
const until = oneOf(
  'until',
  'till',
  'through',
  'up to',
  'to',
  'at',
  'by',
  'on',
  'sampai',
  'hingga',
  'pada',
  's/d',
  'setiap',
  'every',
  'each',
);
const atHour = pattern`\b${ending}\b[^;]{0,60}?\b${until} (?:dengan |pada |hari )?${hour}`;

/** What is done before a token ends, and not how long it lives. */
const before = pattern`\b${oneOf(word.before, 'prior', 'menjelang', 'earlier', 'remaining', 'left', 'sisa')}\b`;

/** What has a life of its own; a token may be got with a call. */
const ofOther = pattern`\b${oneOf(
  ...['refresh', 'codes?', 'kode', 'links?', 'tautan', 'certificates?', 'sertifikat', 'timestamps?', 'otp', 'nonces?'],
  ...['assertions?', 'secrets?', word.password, word.signature, word.key, 'requests?', 'permintaan'],
)}\b`;

const ofToken = /\b(?:tokens?(?:nya)?|bearer|sessions?|sesi)\b/i;
const isPronoun = /^\W*(?:it|they|this|these|its|the lifetime|masa berlaku\p{L}*|berlaku)\b/iu;

/** A life that a sentence about something else gives, as `elsewhere it is ignored and the lifetime is 15 minutes`. */
const itsLife = pattern`\b${oneOf('the lifetime', 'the validity(?: period)?', 'the ttl', 'its lifetime', 'masa berlakunya', 'masa berlaku token', 'umurnya')}\b`;

/** Words around a life that say nothing of it, or that it is the longest. */
const understood = new Set([
  ...glue,
  ...(
    'your our each every any all new token tokens access bearer session jwt they was will remains remain stays ' +
    'stay valid good live lives living life lasts last lifetime lifespan ttl validity period time expire expires ' +
    'expired expiry expiration has have for after from within since once can used usable active issue issued ' +
    'issuing issuance creation created generation generated granted when most up no longer than max maximum only ' +
    'always then exactly long counted returned akses berlaku berlakunya masa selama sejak setelah saat ' +
    'diterbitkan dibuat terbit penerbitan pembuatan umur umurnya hidup waktu kedaluwarsa kadaluarsa aktif akan ' +
    'maksimal paling lama setiap tiap semua jangka hingga sampai'
  ).split(' '),
]);

/** That a life stays as long as it is. */
const cannotBe = oneOf('(?:is|are) not', 'cannot be', 'can not be', 'tidak (?:dapat |bisa )?');
const prolonged = oneOf('extended', 'renewed', 'prolonged', 'diperpanjang');
const fixed = everywhere`\b(?:${oneOf(word.and, 'but')} )?(?:(?:it|they) )?${cannotBe}\s?${prolonged}(?: by use)?\b`;

/** Clauses of a sentence, as far as they are about different things. */
const clauses = everywhere`[,;()]|\s${oneOf(word.and, 'so', 'but', 'jadi', 'sehingga', 'maka', 'tetapi')}\s`;

/** Whether words give the life of something else, or say what is done before a token ends. */
const isBeside = (words: string): boolean => before.test(words) || ofOther.test(words);

/** Whether a clause says how often a token is to be made anew; with what that is done stands behind it. */
function saysRenewed(clause: string): boolean {
  const [ahead] = isRenewed.exec(clause) ?? [];
  return ahead !== undefined && !isBeside(ahead.replace(pattern`\b${renewed}\b`, ' '));
}

/** Whether one clause says how long a token lives, or how often it is renewed, whatever the others are about. */
function saysInClause(words: string): boolean {
  const parts = words.split(clauses);
  const isOwn = (part: string, index: number): boolean => ofToken.test(part) || (index === 0 && isPronoun.test(part));
  const saysTime = (part: string): boolean => (lives.test(part) || named.test(part)) && !isBeside(part);
  return parts.some((part, index) => saysRenewed(part) || (isOwn(part, index) && saysTime(part)));
}

/** What a sentence about a token says of its life; null where it says nothing of it. */
export function lifeIn(sentence: string, at: string): LifeSaid | null {
  const words = writtenOnce(ungrouped(sentence)).replace(/[`*_]/g, '').replace(fixed, ' ');
  const open = { words: sentence.trim(), seconds: null, at };
  if (saysRenewed(words)) return open;
  if (isBeside(words)) return saysInClause(words) ? open : null;
  if (atHour.test(words)) return { words: sentence.trim(), seconds: null, atHour: true, at };
  if (!lives.test(words)) return saysInClause(words) ? open : null;
  const left =
    withoutDurations(words)
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? [];
  const isWhole = left.every((word) => understood.has(word));
  return { words: sentence.trim(), seconds: isWhole ? secondsIn(words) : null, at };
}

/** Whether a sentence says by itself how long a token lives. */
export const tellsLife = (sentence: string): boolean => ofToken.test(sentence) && lifeIn(sentence, '') !== null;

/** Whether words ask how long a token lives. */
const asked = oneOf(livesFor, life);
const asks = pattern`^\W*${oneOf(
  `(?:${oneOf('how long', 'when', 'what', 'which', 'berapa', 'kapan', 'apa')})\\b[^.!]*\\b${asked}\\b[^.!]*`,
  // Indonesian may ask at the end.
  `[^.!?]*\\b${asked}\\b[^.!?]*\\b(?:how long|berapa (?:lama|menit|jam|detik)|(?:sampai|hingga) kapan)\\b[^.!?]*`,
)}\?\W*$`;
const asksLife = (words: string): boolean => asks.test(words) && ofToken.test(words) && !ofOther.test(words);

/** The question at the beginning of words, and what stands behind it. */
const questionIn = (words: string): [question: string, rest: string] => {
  const [, question = '', rest = ''] = /^([^?]{1,120}\?)[\s*_]*(.*)$/s.exec(words) ?? [];
  return [question, rest];
};

/** What an answer to the question how long a token lives says; null where it gives no time. */
function answered(sentence: string, at: string): LifeSaid | null {
  const words = ungrouped(sentence);
  if (withoutDurations(words) === words || before.test(words) || /refresh/i.test(words)) return null;
  return lifeIn(`The token lives ${words}`, at) ?? { words, seconds: null, at };
}

/** Whether words behind a life give it another number for an environment, as `in UAT 86400` does, or in the same sentence. */
function givesAnother(next: string, isSame: boolean): boolean {
  const words = ungrouped(next);
  const isShort = words.split(/\s+/).length <= mostOfAnother;
  const isNumber = withoutDurations(words) !== words || (isShort && /(?<![\w.,:])\d{2,9}(?![\w-]|[.,:]\d)/.test(words));
  const isOfLife = isNumber && !before.test(words) && !ofOther.test(words);
  return isOfLife && (isSame || lowerWords(words).some(isEnvironmentWord));
}

/** Words of a piece that gives another number without a unit. */
const mostOfAnother = 8;

/** What a table of environments or addresses says of it beside each of them: it is so of that one, and of no other. */
function livesBeside({ head, rows, title }: Extract<Block, { kind: 'table' }>, place: string | null): LifeSaid[] {
  const { columns } = columnsOf(head);
  if (columns.name !== undefined || (columns.environment ?? columns.url) === undefined) return [];
  return livesInRows(rows, place ?? `${title}, table`);
}

/** What the cells of rows say of it, each with the first cell of its row. */
export function livesInRows(rows: string[][], at: string): LifeSaid[] {
  return rows.flatMap((row) =>
    row.flatMap((text, index): LifeSaid[] =>
      index > 0 && tellsLife(text) ? [{ words: `${row[0] ?? ''}: ${text}`.trim(), seconds: null, at }] : [],
    ),
  );
}

/** The sentences that ask how long a token lives, or stand behind that question; `title` is that above them. */
export function answersOnLife(sentences: string[], title: string): string[] {
  let isAnswer = asksLife(title);
  return sentences.filter((one) => {
    const [question] = questionIn(one);
    if (question !== '') isAnswer = asksLife(question);
    return isAnswer;
  });
}

/** What sentences of some blocks say of the life of a token, in their order; `place` is that of blocks without a title. */
export function livesIn(blocks: Block[], place: string | null = null): LifeSaid[] {
  const seen = new Set<string>();
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return livesBeside(block, place);
    let [isOfToken, others] = [false, false];
    const sentences = plainSentencesOf(block);
    const answers = new Set(answersOnLife(sentences, block.title));
    return sentences.flatMap((whole, index): LifeSaid[] => {
      const [question, rest] = questionIn(whole);
      const isAnswer = answers.has(whole);
      const sentence = isAnswer && question !== '' ? rest : whole;
      const isOwn = ofToken.test(sentence) || (isOfToken && isPronoun.test(sentence));
      const isVaried = varies.test(sentence) && !ofOther.test(sentence) && (isOwn || isOfToken);
      isOfToken = isOwn || (isOfToken && isVaried);
      if (seen.has(whole)) return [];
      const at = place ?? `${block.title}, text`;
      const other = isOwn || others || !itsLife.test(sentence) ? null : lifeIn(sentence, at);
      others ||= ofOther.test(sentence);
      const said =
        (isOwn ? lifeIn(sentence, at) : null) ??
        (isAnswer ? answered(sentence, at) : null) ??
        (other && { ...other, seconds: null });
      const next = sentences[index + 1] ?? '';
      const varied = { words: sentence.trim(), seconds: null, at };
      const found = isVaried
        ? varied
        : said && givesAnother(next, whole.trim().endsWith(';'))
          ? { ...varied, words: `${sentence.trim()} ${next.trim()}` }
          : said && { ...said, words: sentence.trim() };
      if (found) seen.add(whole);
      return found ? [found] : [];
    });
  });
}
