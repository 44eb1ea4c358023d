/** Codes that a page gives to refusals beside their statuses, and that neither the draft nor a question holds. */
import { escapedPattern } from '../../../formats/pattern.ts';
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** Names of algorithms and standards, which are written as codes are. */
const standards = /^(?:SHA|HMAC|UTF|RFC|ISO|AES|RSA|MD|TLS|HTTP|BASE|ANS?|RS|HS|ES|PS)[-_ ]?\d/i;

/** A refusal's status alone, as a cell of a table has it. */
const statusAlone = /^\W*(?:HTTP\s*)?[45]\d\d\b[^\d]{0,40}$/i;
const status = /(?<![\w.,-])[45]\d\d(?![\w-]|[.,]\d)/;

/** A code in a cell of its own. */
const codeAlone = /^[`*"]*([A-Za-z]+(?:[_-][A-Za-z\d]+)*[_-]?\d+|[A-Za-z]+(?:_[A-Za-z\d]+)+|\d{4,8})[`*"]*$/;

/** A code among words: capital letters and a number, or what they call a code. */
const inWords = [
  /(?<![\w/.-])([A-Z]{2,8}[-_]\d{2,6})(?![\w-])/g,
  new RegExp(pattern`\b(?:${oneOf(word.code, 'code', 'kode')})\s+[\`"]([\w-]*\d[\w-]*)[\`"]`.source, 'gi'),
];

/** The codes that a passage gives to a refusal. */
function codesIn(text: string): string[] {
  const cells = text.split(' | ').map((cell) => cell.trim());
  const alone =
    cells.length > 1 && cells.some((cell) => statusAlone.test(cell))
      ? cells.filter((cell) => !statusAlone.test(cell)).flatMap((cell) => codeAlone.exec(cell)?.[1] ?? [])
      : [];
  const among = status.test(text)
    ? inWords.flatMap((form) => [...text.matchAll(form)].map(([, code = '']) => code))
    : [];
  return [...new Set([...alone, ...among])].filter((code) => !standards.test(code));
}

/** Passages that a question quotes. */
const most = 12;

/** The question what codes of refusals are, where no fact and no other question has them. */
export function unreadCodes({ answers, passages = [], request, headers }: Facts, asked: Todo[]): Todo[] {
  const held = JSON.stringify([answers.map(({ members }) => members), request, headers.map(({ name }) => name)]);
  const said = `${held}\n${asked.map(({ what }) => what).join('\n')}`;
  const isKnown = (code: string): boolean => RegExp(`(?<![\\w-])${escapedPattern(code)}(?![\\w-])`).test(said);
  const open = passages.flatMap(({ text }) => {
    const line = text.replace(/\s+/g, ' ').trim();
    return codesIn(line).some((code) => !isKnown(code)) ? [line] : [];
  });
  const lines = [...new Set(open)];
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most).map((line) => `"${quotedWords(line)}"`);
  const more = lines.length > most ? ', and more' : '';
  const what = `which code each refusal holds, and where: the page has ${shown.join(', ')}${more}; the draft has none of these codes`;
  return [{ name: 'codes unread', what }];
}
