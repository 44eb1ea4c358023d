/** Codes that the words about refusals give in marks, and lists of codes that give no status: what a table has in a column. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { holdsCode } from '../../page/words/body-codes.ts';
import { lettersOf } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { CodesSaid } from './codes-of-answers.ts';

/** A code as refusals have it: parts between dots, dashes or low lines. */
const partedWords = '[A-Za-z][A-Za-z\\d]*(?:[._][A-Za-z\\d]+)+';
const parted = '[A-Z][A-Z\\d]{0,7}(?:[-_.](?:\\d[\\dxX]*|[A-Z\\d]{1,8}|[nNxX]{1,4})){1,4}';
const numbered = '\\d{2,4}[_-]\\d{2,4}';
const marked = RegExp(`[\`"](${partedWords}|${parted}|${numbered})[\`"]`, 'g');
const atStart = RegExp(`^(?:[45]\\d\\d\\b[\\s|:–—-]{1,4})?(${numbered})(?=[\\s|:–—]+\\p{L})`, 'u');

/** That words are about a part of the request by its name, and about no code. */
const things = oneOf(word.member, 'headers?', 'query', 'claims?', 'scopes?');
const state = oneOf(
  word.is,
  word.must,
  word.not,
  word.missing,
  word.empty,
  word.wrong,
  word.mandatory,
  word.holds,
  'was',
  'has',
);
const namedBefore = pattern`\b${oneOf(things, word.missing, word.wrong, word.empty, word.the, word.without)}\s*$`;
const namedBehind = pattern`^\s*(?:${oneOf(things, state)})\b`;

/** The codes that words have in marks, or begin with. */
function codesIn(line: string, isName: (text: string) => boolean): string[] {
  const inMarks = [...line.matchAll(marked)].flatMap(({ 0: whole, 1: code = '', index }) =>
    isName(code) || namedBefore.test(line.slice(0, index)) || namedBehind.test(line.slice(index + whole.length))
      ? []
      : [code],
  );
  return [...new Set([...inMarks, ...(atStart.exec(line)?.slice(1) ?? [])])];
}

/** A line of a list of codes, with what each is for. */
const entry = RegExp(
  `^[\\s\`*]*((?=[\\w.-]*\\d)(?:${parted}|${numbered})|\\d{4,8})(?![\\w-])[\`*]*(?:\\s*[:=–—|-]+\\s*|\\s{2,}|\\s(?=\\p{Lu}))\\p{L}`,
  'u',
);

/** Fewest lines that are a list. */
const fewest = 2;

/** The lists of codes beside answers that hold some in a member of which nothing says which. */
function listed({ answers, passages = [] }: Facts): CodesSaid[] {
  const isOpen = answers.some(({ members }) =>
    members.some(
      ({ pointer, notes = '', schema }) =>
        holdsCode(lastKeyOf(pointer), notes) && schema['const'] === undefined && schema['enum'] === undefined,
    ),
  );
  if (!isOpen) return [];
  const rows = passages
    .flatMap(({ text }) => text.split('\n'))
    .flatMap((line): CodesSaid[] => {
      const code = entry.exec(line)?.[1];
      return code === undefined ? [] : [{ codes: [code], shown: `"${quotedWords(line)}"`, isListed: true }];
    });
  return rows.length < fewest ? [] : rows;
}

/** What is said of the codes of refusals in their words, and in lists. */
export function codesInWords(facts: Facts): CodesSaid[] {
  const { answers, request, headers, queries } = facts;
  const fields = [...headers, ...queries].map(({ name }) => name);
  const members = [...request, ...answers.flatMap((one) => one.members)].map(({ pointer }) => lastKeyOf(pointer));
  const names = new Set([...fields, ...members].map(lettersOf));
  const isName = (text: string): boolean =>
    names.has(lettersOf(text)) || names.has(lettersOf(text.split('.').at(-1) ?? ''));
  const said = answers.flatMap(({ status, words = '' }) =>
    status < 400
      ? []
      : words.split('\n').flatMap((line): CodesSaid[] => {
          const codes = codesIn(line, isName);
          return codes.length === 0 ? [] : [{ codes, shown: `${status} "${quotedWords(line)}"`, isListed: true }];
        }),
  );
  return [...said, ...listed(facts)];
}
