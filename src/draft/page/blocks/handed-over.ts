/** Lists of what people hand over to each other before any request: none of it is a member of an exchange. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from './blocks.ts';

/** Words for how people do so. */
const handsOver = pattern`\b${oneOf(
  ...['hand(?:s|ed)? over', 'onboarding', '(?:at|on|upon|during|after) registration', 'sign-?up', 'e-?mail'],
  ...['(?:saat|waktu|setelah|proses) (?:pendaftaran|registrasi)', '(?:di)?serahkan', 'menyerahkan'],
)}\b`;

/** Words for what is sent by a program. */
const exchanged = pattern`\b${oneOf(word.request, word.answer, word.send, word.body, word.operation, 'sent', 'dikirim\\w*', 'headers?', 'json')}\b`;

/** Whether the last sentence before a list says that people hand over what it holds. */
export function announcesHandedOver(before: Block | undefined): boolean {
  if (before?.kind !== 'lines') return false;
  const line = before.lines.findLast((one) => one.trim() !== '') ?? '';
  const last =
    line
      .trim()
      .split(/(?<=[.!?])\s+/)
      .at(-1) ?? '';
  return /:[\s*_]*$/.test(last) && handsOver.test(last) && !exchanged.test(last);
}
