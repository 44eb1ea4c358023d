/** Values of an answer that are those of the request, as the words about them say: no schema holds that. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const same = oneOf(
  ...[
    'same',
    'identical',
    'equals?',
    'equal to',
    'echo(?:es|ed)?',
    'unchanged',
    'cop(?:y|ied)',
    'as (?:it was )?sent',
    'returned as',
    'as in',
  ],
  ...['sama', 'dikembalikan', 'diulang', 'salinan', 'apa adanya'],
);
const request = oneOf('requests?', 'requested', 'asked for', 'sent', 'permintaan', 'diminta', 'dikirim(?:kan)?');
const echoed = pattern`\b${same}\b[^.;]{0,60}\b${request}\b|\b${request}\b[^.;]{0,40}\b${same}\b`;

/** Whether words say of a value of an answer that it is one of the request. */
export const isEchoed = (words: string): boolean => echoed.test(words);

const verb = oneOf(
  'return(?:s|ed)?',
  'return back',
  'repeat(?:s|ed)?',
  'sen[dt] back',
  'cop(?:y|ied)',
  '(?:di|kami )?kembalikan',
  'diulang',
  'disalin',
);
const manner = oneOf(
  'unchanged',
  'unaltered',
  'unmodified',
  'as[- ]is',
  'as (?:it was )?(?:sent|received)',
  'apa adanya',
  'tanpa (?:diubah|perubahan)',
);
const back = `${verb}\\b[^.;]{0,60}\\b(?:${manner}|(?:same|sama)\\b)`;
const inAnswer = `(?:in|with|di|dalam|pada) (?:${word.the} |our |setiap |every |each )?(?:API )?(?:${word.answer}|header)`;
const echo = `\\becho(?:es|ed|ing)?\\b(?! (?:request|test|endpoint|server))`;
/** Where a clause begins that is about the field itself. */
const clause = `(?:^|[,;.:(–—-]\\s*|\\b(?:${word.and}|which|that|yang)\\s)\\W*`;
const sentBack = pattern`${echo}|\b${back}|${clause}(?:(?:it|this|ini)\s)?(?:${word.is} |will be |akan )?(?:returned|repeated|dikembalikan|diulang)\b[^.;]{0,20}\b${inAnswer}`;
const isDenied = pattern`\b(?:${word.not}|never|tidak)\b`;

/** Whether words about a field of a request, or a sentence that names one, say that an answer repeats it. */
export const saysEcho = (words: string): boolean => sentBack.test(words) && !isDenied.test(words);
