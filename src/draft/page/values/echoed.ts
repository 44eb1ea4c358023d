/** Values of an answer that are those of the request, as the words about them say: no schema holds that. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';

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
  ],
  ...['sama', 'dikembalikan', 'diulang', 'salinan', 'apa adanya'],
);
const request = oneOf('requests?', 'sent', 'permintaan', 'dikirim(?:kan)?');
const echoed = pattern`\b${same}\b[^.;]{0,60}\b${request}\b|\b${request}\b[^.;]{0,40}\b${same}\b`;

/** Whether words say of a value of an answer that it is one of the request. */
export const isEchoed = (words: string): boolean => echoed.test(words);
