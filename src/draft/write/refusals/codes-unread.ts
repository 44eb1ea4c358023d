/** Codes that a page gives to answers beside their statuses, and that neither the draft nor a question holds. */
import { escapedPattern } from '../../../formats/pattern.ts';
import type { AnswerFact, Facts, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { codesInWords } from './codes-in-words.ts';
import { type CodesSaid, codesOfAnswers } from './codes-of-answers.ts';

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

/** The lines of a passage: each row of a table in Markdown by itself, and no head of it. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  const rule = lines.findIndex((line) => /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?\s*)?$/.test(line));
  const rows = rule < 0 ? [text] : lines.filter((_, at) => at !== rule && at !== rule - 1);
  return rows.map((row) =>
    row
      .replace(/\s+/g, ' ')
      .replace(/^\s*\|\s*|\s*\|\s*$/g, '')
      .trim(),
  );
}

/** Passages that a question quotes. */
const most = 12;

/** What the draft holds of the codes of an answer. */
const heldIn = ({ members }: AnswerFact): unknown[] =>
  members.map(({ pointer, schema, codesShown }) => [pointer, schema['const'], schema['enum'], codesShown]);

/** The question what codes of answers are, where no fact and no other question has them. */
export function unreadCodes(facts: Facts, asked: Todo[]): Todo[] {
  const { answers, passages = [], request, headers } = facts;
  const held = JSON.stringify([answers.map(heldIn), request, headers.map(({ name }) => name)]);
  const questions = asked.map(({ what }) => what).join('\n');
  // What a legend says is quoted for other matters as well.
  const ofCodes = asked
    .filter(({ name }) => /^(?:codes|by status)\b/.test(name))
    .map(({ what }) => what)
    .join('\n');
  const isIn = (text: string, code: string): boolean =>
    RegExp(`(?<![\\w-])${escapedPattern(code)}(?![\\w-])`).test(text);
  const rows: CodesSaid[] = [
    ...passages
      .flatMap(({ text }) => linesOf(text))
      .map((line) => ({ line, codes: codesIn(line), shown: `"${quotedWords(line)}"` })),
    ...codesOfAnswers(answers),
    ...codesInWords(facts),
  ];
  const isLeft = ({ codes, isLegend }: CodesSaid): boolean =>
    isLegend === true || codes.some((code) => !isIn(held, code));
  const isAsked = ({ codes, isLegend, isListed, shown }: CodesSaid): boolean =>
    isLegend === true
      ? ofCodes.includes(shown.slice(0, shown.lastIndexOf('"') + 1))
      : codes.every((code) => isIn(held, code) || isIn(isListed ? ofCodes : questions, code));
  const left = rows.filter(isLeft);
  // What other questions quote is shown beside what none does: all of a table are of one kind.
  if (left.every(isAsked)) return [];
  // The words of a status may be a passage of the page as well.
  const all = [...new Set(left.map(({ shown }) => shown))];
  const lines = all.filter((one) => !all.some((other) => other !== one && one.endsWith(other)));
  const more = lines.length > most ? ', and more' : '';
  const areHeld = left.every(({ codes }) => codes.every((code) => isIn(held, code)));
  const drafted = areHeld ? 'takes any of these codes with each' : 'has none of these codes, or not for each status';
  const what = `which code each answer holds, and where: the page has ${lines.slice(0, most).join(', ')}${more}; the draft ${drafted}`;
  return [{ name: 'codes unread', what }];
}
