/** Sentences that say which refusals have a body, or hold what stands above, as `A 413 has no body.` */
import type { Statement } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { BodiesSaid } from '../facts/said-in-words.ts';

const status = /(?<![\w.,-])[45]\d\d(?![\w-]|[.,]\d)/g;

const body =
  '(?:bod(?:y|ies)|payloads?|content|json|fields?|members?|objects?|properties|attributes|isi|badan|kolom|isian|muatan|objek)';

const none = RegExp(
  `\\b(?:no|without(?: an?| any)?|never|tanpa|tidak (?:ada|memiliki|mempunyai|punya|memuat|membawa)|(?:do|does|will) not (?:have|carry|contain|hold)(?: an?| any)?) (?:response |answer |json |error )?${body}\\b|\\b${body}(?: (?:of|for|in|with|dari|pada|untuk) (?:an? |the )?(?:(?:responses?|answers?|respons|jawaban) )?[45]\\d\\d)? (?:(?:is|are|adalah|stays?) )?(?:always |selalu )?(?:empty|kosong)\\b|\\b(?:an? )?empty ${body}\\b|\\b${body} kosong\\b|\\b(?:is|are) (?:always )?empty\\b`,
  'i',
);

/** Words that point at what stands above and say that it comes with what is named. */
const those = RegExp(
  `^\\W*(?:(?:only|hanya) )?(?:the |all |both )?(?:(?:these|those|this|that|both|above) (?:\\p{L}+ )?${body}|they|${body} (?:above|ini|tersebut|di atas))\\b`,
  'iu',
);

/** That these alone have one. */
const alone = RegExp(
  `^\\W*(?:only|just|hanya) (?:(?:the )?(?:responses?|answers?|respons|jawaban|status|statuses) )?[45]\\d\\d\\b[^.;]{0,40} (?:has|have|carry|carries|contains?|memiliki|mempunyai|memuat) (?:an? )?${body}\\W*$`,
  'i',
);

const comes =
  /\b(?:comes?|sent|send|returned|present|there|appears?|stands?|belongs?|used|included|given|hanya ada|ada|dikirim|dikembalikan|disertakan|muncul)\b/i;

/** Words beside these that say nothing else. */
const small = new Set(
  (
    'a an the and or with in on of for to by is are it its has have response responses answer answers answered reply replies status statuses code codes http error errors ' +
    'refusal refusals always only alone just each both all any two three four at when dan atau dengan pada untuk yang respons jawaban balasan kode galat kesalahan selalu hanya saja ' +
    'carry carries contain contains hold holds adalah dijawab memiliki mempunyai comes come sent returned present there appears appear stands belongs belong used included given dikirim dikembalikan disertakan muncul ada'
  ).split(' '),
);

/** What a sentence says of the bodies of some statuses; null where it says nothing. */
export function bodiesSaid(sentence: string, at: string): BodiesSaid | null {
  const statuses = [...new Set((sentence.match(status) ?? []).map(Number))];
  if (statuses.length === 0 || sentence.length > 300) return null;
  const said = sentence.replace(/[`*_]/g, '');
  const pointing = alone.test(said) ? alone : those.test(said) && comes.test(said) ? those : null;
  const form = none.test(said) ? none : pointing;
  if (form === null) return null;
  const others = said
    .replace(form === alone ? /\b(?:bod(?:y|ies)|payloads?|content|json|fields?|isi|badan|muatan)\b/i : form, ' ')
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
