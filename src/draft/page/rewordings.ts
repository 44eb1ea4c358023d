/** Words that mean another side of the exchange than they name, and what stands for them. */

import { pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';

/** Reasons of a status that hold a word of a request. */
export const reasons =
  /\b(?:bad|invalid|malformed|wrong|faulty) request\b|\brequest (?:timeout|entity too large|header fields too large)\b/gi;

/** A request of which a sentence says how it is answered, or that it is refused: that speaks of the answer, and of nothing that is sent. */
const request = '\\b(?:requests?|calls?|permintaan|panggilan)(?= (?:(?!(?:and|dan|must|should|harus)\\b)\\p{L}+ ){0,6}';
const refused = RegExp(`${request}(?:fails?|failed|refused|rejected|denied|ditolak|gagal)(?![\\p{L}\\d_]))`, 'giu');
const answered = RegExp(`${request}(?:answered|replied|succeeds?|dijawab|dibalas|berhasil)(?![\\p{L}\\d_]))`, 'giu');

/** Words with an answer in place of a request that is answered, as `a good request is answered with 200` has it. */
export const withAnswered = (words: string): string =>
  // Most words speak of no request.
  /request|call|permintaan|panggilan/i.test(words)
    ? words.replace(refused, 'error answer').replace(answered, 'answer')
    : words;

/** Whoever sends or receives is no client, and what a client gets is the answer. */
const rewordings: readonly (readonly [RegExp, string])[] = [
  [/^\W*in\W*(?:\([^()]*\)\W*)?$/i, 'request'],
  [/^\W*out\W*(?=$|[([]|\d)/i, 'returned '],
  [/\byou(?:'ll| will)? get\b/i, 'you receive'],
  [/\bcomes? back\b/i, 'returned'],
  [/\b(?:(?:when|if|where) )?(?:it|something|anything|a call) (?:goes wrong|fails)\b/i, 'error'],
  [/\b(?:jika|bila|apabila|ketika) (?=gagal\b)/i, ''],
  [/\b(?:sent|dikirim(?:kan)?) (?:(?:by|from|oleh|dari) (?:the )?)?(?:server|bank|api|layanan|sistem)\b/i, 'returned'],
  [
    pattern`\b(?:we|kami|server|bank|api)(?: (?:will|then|also|akan|juga|${word.always})){0,2} (?:sends?|mengirim(?:kan)?|kirim(?:kan)?)\b`,
    'returned',
  ],
  [/\b(?:received|diterima) (?:(?:by|oleh) (?:the )?)?(?:server|bank|api|layanan|sistem)\b/i, 'request'],
  [reasons, ' error '],
];

/** Words with the side that they mean. */
export const reworded = (words: string): string =>
  withAnswered(rewordings.reduce((text, [form, by]) => text.replace(form, by), words));
