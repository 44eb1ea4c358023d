/** Sentences that say which refusals have a body, or hold what stands above, as `A 413 has no body.` */
import type { Statement } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import type { BodiesSaid } from '../../facts/said-in-words.ts';
import { glue } from '../../vocabulary/glue.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const status = /(?<![\w.,-])[45]\d\d(?![\w-]|[.,]\d)/g;

const body = oneOf(word.body, word.member, 'content', 'json', 'objects?', 'objek');

const hold = oneOf(
  'ha(?:s|ve)',
  'carr(?:y|ies)',
  'contains?',
  'holds?',
  'memiliki',
  'mempunyai',
  'punya',
  'memuat',
  'membawa',
);
const lack = oneOf(word.without, 'never', 'tidak ada', `(?:(?:do|does|will) not|tidak) ${hold}`);
const ofAnswer = `(?: ${oneOf(word.of, word.for, word.in, word.with)} (?:an? |the )?(?:${word.answer} )?[45]\\d\\d)?`;
const stays = oneOf(word.is, 'stays?');

const otherKind = oneOf('html', 'plain text', 'xml', 'teks biasa');
const none = pattern`\b${oneOf(
  `${lack}(?: an?| any)? (?:(?:response|answer|json|error) )?${body}`,
  `${body}${ofAnswer} (?:${stays} )?(?:${word.always} )?${word.empty}`,
  `${word.empty} ${body}`,
  `${word.is} (?:${word.always} )?${word.empty}`,
  // Another body than the others have.
  `${hold} (?:an? |sebuah )?${otherKind}`,
  `${otherKind} ${oneOf(word.body, 'page')}`,
  `(?:${word.body}|halaman) ${otherKind}`,
)}\b`;

/** Words that point at what stands above and say that it comes with what is named. */
const all = oneOf('the', 'all', word.both);
const pointing = oneOf(word.these, word.above, word.both, 'this', 'that');
const those = pattern`^\W*(?:${word.only} )?(?:${all} )?(?:${pointing} (?:\p{L}+ )?${body}|they|${body} (?:${word.above}|ini|tersebut))\b`;

/** That these alone have one. */
const answers = oneOf(word.answer, 'status(?:es)?');
const alone = pattern`^\W*(?:${word.only}|just) (?:(?:the )?${answers} )?[45]\d\d\b[^.;]{0,40} ${hold} (?:an? )?${body}\W*$`;

const comes = pattern`\b${oneOf(word.sent, word.used, 'send', 'comes?', 'appears?', 'stands?', 'belongs?', 'muncul')}\b`;

const ownBody = pattern`\b${body}\b`;

/** Words beside these that say nothing else. */
const small = new Set([
  ...glue,
  ...(
    'or for has have response responses answer answers answered reply replies status statuses code codes http error ' +
    'errors refusal refusals always only alone just each both all any two three four when atau untuk respons jawaban ' +
    'balasan kode galat kesalahan selalu hanya saja carry carries contain contains hold holds dijawab memiliki ' +
    'mempunyai comes come sent returned present there appears appear stands belongs belong used included given ' +
    'dikirim dikembalikan disertakan muncul ada another media type body refused rejected ditolak jenis lain page not json ' +
    'no from by dari oleh gateway gateways proxy balancer firewall cdn gerbang our kami'
  ).split(' '),
]);

/** What a sentence says of the bodies of some statuses; null where it says nothing. */
export function bodiesSaid(sentence: string, at: string): BodiesSaid | null {
  const statuses = [...new Set((sentence.match(status) ?? []).map(Number))];
  if (statuses.length === 0 || sentence.length > 300) return null;
  const said = sentence.replace(/[`*_]/g, '');
  const pointsAt = alone.test(said) ? alone : those.test(said) && comes.test(said) ? those : null;
  const form = none.test(said) ? none : pointsAt;
  if (form === null) return null;
  const others = said
    .replace(form === alone ? ownBody : form, ' ')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !small.has(word.toLowerCase()));
  const says = others.length > 0 ? null : form === none ? 'none' : 'only';
  return { says, statuses, value: quotedWords(sentence), at };
}

/** Takes what a sentence says of it into a statement. */
export function readRefusedBodies(sentence: string, at: string, statement: Statement): void {
  const said = bodiesSaid(sentence, at);
  if (said !== null) statement.bodies = [...(statement.bodies ?? []), said];
}
