/** Codes in what a page says of its answers: in the words of a status, or beside the member that holds them. */
import { lastKeyOf, shownPointer } from '../../../formats/json.ts';
import type { AnswerFact, Member } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { holdsCode } from '../../page/words/body-codes.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** A passage about codes, as a question quotes it. */
export interface CodesSaid {
  codes: string[];
  shown: string;
  /** It says what each of several codes is for, which no schema holds. */
  isLegend?: boolean;
  /** It is what a list, or words of a refusal, say of codes: what quotes them for another matter does not ask for them. */
  isListed?: boolean;
}

/** A number as codes are, with what it is for behind it. */
const explained = /(?:^|[;,.\n]\s*)(\d{4,8})\b(?=\s*[:=–—-]?\s*\p{L}{3})/gu;
/** What words call a code. */
const called = new RegExp(pattern`\b${oneOf(word.code, 'code', 'kode', 'rc')}\b\W{1,4}(\d{2,8})(?!\w)`.source, 'gi');
/** Numbers with nothing but signs between them. */
const alone = pattern`^(?:[\s\`'"*,;/|().]|\b(?:${word.or}|and|dan)\b|\b\d{4,8}\b)*$`;
/** A short number at the head of a line in capitals, as tables of hosts have it. */
const heading = /^(\d{2,3})\s+\p{Lu}{2}/u;

/** The codes of BI SNAP in some words, which begin with the status. */
const ofStatus = (status: number, words: string): string[] =>
  words.match(RegExp(`(?<![\\w.,-])${status}\\d{4}(?![\\w-]|[.,]\\d)`, 'g')) ?? [];

const allOf = (form: RegExp, text: string): string[] => [...text.matchAll(form)].map(([, code = '']) => code);

/** The codes in the words about a status, and in those about the member that holds them. */
function codesIn(words: string, status: number): string[] {
  const numbers = alone.test(words) ? (words.match(/\d{4,8}/g) ?? []) : [];
  const heads = words.split('\n').flatMap((line) => heading.exec(line)?.[1] ?? []);
  return [...numbers, ...heads, ...ofStatus(status, words), ...allOf(called, words)].filter(
    (code) => code !== String(status),
  );
}

/** Whether a member holds a code, and nothing says which. */
const isOpen = ({ pointer, notes = '', schema }: Member): boolean =>
  holdsCode(lastKeyOf(pointer), notes) && schema['const'] === undefined;

/** What is said of the codes of each answer. */
export function codesOfAnswers(answers: AnswerFact[]): CodesSaid[] {
  const holding = answers.map((answer) => answer.members.filter(isOpen));
  const isHeld = holding.some((members) => members.length > 0);
  return answers.flatMap(({ status, words = '' }, at): CodesSaid[] => {
    const members = holding[at] ?? [];
    const said =
      isHeld && words !== '' ? [{ codes: codesIn(words, status), shown: `${status} "${quotedWords(words)}"` }] : [];
    const noted = members.flatMap(({ pointer, notes = '' }) => {
      const meanings = allOf(explained, notes);
      const codes = meanings.length > 1 ? meanings : codesIn(notes, status);
      const place = meanings.length > 1 ? '' : ` of ${status}`;
      return [
        {
          codes,
          isLegend: meanings.length > 1,
          shown: `"${quotedWords(notes)}" beside ${shownPointer(pointer)}${place}`,
        },
      ];
    });
    return [...said, ...noted];
  });
}
