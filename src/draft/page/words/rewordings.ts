/** Words that mean another side of the exchange than they name, and what stands for them. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { remembered } from './remembered.ts';

const reason = oneOf(
  `${oneOf(word.wrong, 'malformed')} request`,
  'request (?:timeout|entity too large|header fields too large)',
);

/** Reasons of a status that hold a word of a request. */
export const reasons = everywhere`\b${reason}\b`;

/** A request of which a sentence says how it is answered, or that it is refused: that speaks of the answer, and of nothing that is sent. */
const request = `\\b${word.request}(?= (?:(?!${oneOf(word.and, word.must, 'should')}\\b)\\p{L}+ ){0,6}`;
const refused = everywhere`${request}${oneOf(word.fails, word.refused)}(?![\p{L}\d_]))`;
const isAnswered = '(?:answered|replied|succeeds?|dijawab|dibalas|berhasil)';
const answered = everywhere`${request}${isAnswered}(?![\p{L}\d_]))`;
const ofRequest = pattern`${word.request}`;

/** Words with an answer in place of a request that is answered, as `a good request is answered with 200` has it. */
export const withAnswered = (words: string): string =>
  // Most words speak of no request.
  ofRequest.test(words) ? words.replace(refused, 'error answer').replace(answered, 'answer') : words;

const server = oneOf(word.server, 'api', 'layanan');

/** Whoever sends or receives is no client, and what a client gets is the answer. */
const rewordings: readonly (readonly [RegExp, string])[] = [
  [/^\W*in\W*(?:\([^()]*\)\W*)?$/i, 'request'],
  [/^\W*out\W*(?=$|[([]|\d)/i, 'returned '],
  [/\byou(?:'ll| will)? get\b/i, 'you receive'],
  [pattern`\brequested (?=${word.member}(?:$|\W))`, 'request '],
  [/\bcomes? back\b/i, 'returned'],
  [
    pattern`\b(?:${oneOf(word.when, 'where')} )?(?:it|something|anything|a call) (?:goes wrong|${word.fails})\b`,
    'error',
  ],
  [
    pattern`\b${word.when} ${oneOf('we', 'it', 'kami', `(?:the )?${server}`)} (?:says? no|(?:refuse|reject|decline)s?|menolak)\b`,
    'error',
  ],
  [
    pattern`^\W*(?:${oneOf(word.when, 'where', 'what')} )?${oneOf(
      "(?:it|this|that|things) (?:do|does)(?: not|n['’]t) work",
      '(?:can|may|could) go wrong',
      'we (?:say no|refuse)',
      `(?:permintaan )?tidak ${word.succeeds}`,
    )}\W*$`,
    'error',
  ],
  [pattern`\b${word.when} (?=gagal\b)`, ''],
  // Beside the status of a grant any other is that of a refusal.
  [pattern`\b(?:${word.all}|the) other (?:http )?status(?:es| codes?)?\b|\bstatus lain(?:nya)?\b`, 'error'],
  [pattern`\b(?:sent|dikirim(?:kan)?) (?:(?:by|from|oleh|dari) (?:the )?)?${server}\b`, 'returned'],
  [
    pattern`\b(?:we|kami|server|bank|api)(?: (?:will|then|akan|${oneOf(word.also, word.always)})){0,2} (?:sends?|mengirim(?:kan)?|kirim(?:kan)?)\b`,
    'returned',
  ],
  [pattern`\b(?:received|diterima) (?:(?:by|oleh) (?:the )?)?${server}\b`, 'request'],
  [reasons, ' error '],
];

/** Words with the side that they mean: those of a heading are asked for by each who looks at it. */
export const reworded = remembered((words: string): string =>
  withAnswered(rewordings.reduce((text, [form, by]) => text.replace(form, by), words)),
);
