/** Statuses whose words name a credential and say more of it than that it is not there: another value may have them. */
import type { AnswerFact, Facts } from '../../facts/facts.ts';
import { aboutStatus, faultsIn } from '../../page/words/fault-pieces.ts';
import { codesAsWords, lettersOf } from '../../page/words/spellings.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { type Named, namesFor, withoutOthers } from './called-names.ts';
import { withoutCodesOf } from './codes.ts';
import { absent, coded } from './refusal-words.ts';
import { calledWrong } from './refused-names.ts';
import { namesWhole, whichRefuse } from './which-refuses.ts';

/** Statuses for faults of the form of a request, for how it is sent, and for what becomes of a client that asks too often. */
const ofOther = [400, 405, 406, 408, 411, 413, 414, 415, 422, 423, 429];

/** Characters of a line about refusals that is looked at. */
const longest = 300;

const isEmpty = pattern`\b${oneOf(word.empty, word.mandatory)}\b`;

/** What a value is to be and is not goes on about it, whatever it names: `or not that of the client`. */
const denial = pattern`^\W*(?:${word.is} )?${word.not}\b`;

/** Words that say nothing of what is wrong. */
const glue = everywhere`\b${oneOf(
  ...[word.the, word.is, word.and, word.or, word.sent, word.request, word.fault, word.code],
  ...[
    'was',
    'were',
    'has',
    'have',
    'been',
    'that',
    'which',
    'header',
    'field',
    'parameter',
    'value',
    'of',
    'in',
    'for',
  ],
  ...['forbidden', 'unauthori[sz]ed', 'sudah', 'telah', 'yang', 'dari', 'pada', 'nilai', 'because', 'if', 'when'],
)}\b`;

/** Where the first of some forms stands in words; behind all where none does. */
const placeOf = (words: string, forms: RegExp[]): number =>
  Math.min(...forms.map((form) => words.search(form)).map((at) => (at < 0 ? Number.POSITIVE_INFINITY : at)));

/** What a piece is about: the value, another one that it names first, or what the piece before it is about. */
function subjectOf(piece: string, one: Named, all: readonly Named[]): 'own' | 'other' | 'before' {
  if (denial.test(piece)) return 'before';
  const words = withoutOthers(piece, one, all);
  const forms = namesFor(one, all).filter((form) => form.test(words));
  const others = all.filter(({ name }) => name !== one.name).flatMap((other) => namesFor(other, all));
  const [own, other] = [placeOf(piece, forms), placeOf(piece, others)];
  if (own === other) return own === Number.POSITIVE_INFINITY ? 'before' : 'own';
  return own < other ? 'own' : 'other';
}

/** Whether a line says more of a value that it names than that it is not there, in words that name no other. */
function saysMore(line: string, one: Named, all: readonly Named[]): boolean {
  const forms = namesFor(one, all);
  let isOf = false;
  return faultsIn(line).some((piece) => {
    const subject = subjectOf(piece, one, all);
    isOf = subject === 'own' || (subject === 'before' && isOf);
    if (!isOf || absent.test(piece) || isEmpty.test(piece)) return false;
    const rest = forms.reduce((text, form) => text.split(form).join(' '), piece);
    return /\p{L}{2}/u.test(rest.replace(/[\w-]*\d[\w-]*/g, ' ').replace(glue, ' '));
  });
}

/** The lines of the words about a refusal that are about its own status, without codes and its reason. */
function linesOf(answer: AnswerFact, all: readonly Named[]): string[] {
  const isName = (code: string): boolean => all.some(({ name }) => lettersOf(name) === lettersOf(code));
  return aboutStatus(withoutCodesOf(answer), answer.status).map(({ words }) =>
    codesAsWords(words.replace(coded, (code) => (isName(code) ? code : ' ')).slice(0, longest)),
  );
}

/**
 * The answers that may be those of another value of a credential: their words name it, and those about wrong credentials name
 * neither it nor all of them.
 */
export function mayRefuse(one: Named, all: readonly Named[], facts: Facts, credentials: number[]): AnswerFact[] {
  const isOf = (status: number): boolean => credentials.includes(status);
  if (whichRefuse(facts).some((each) => isOf(each.status) && namesWhole(each))) return [];
  // Words that name a value by its short name may be about another of that name, where others have its whole name.
  const isWhole = (words: string): boolean => words.toLowerCase().includes(one.name.toLowerCase());
  const isCalled = calledWrong(one, all, facts, isOf) !== null;
  if (isCalled && whichRefuse(facts).some(({ status, words }) => isOf(status) && isWhole(words))) return [];
  return facts.answers.filter(
    (answer) =>
      answer.status >= 400 &&
      answer.status < 500 &&
      !isOf(answer.status) &&
      !ofOther.includes(answer.status) &&
      linesOf(answer, all).some((line) => (!isCalled || isWhole(line)) && saysMore(line, one, all)),
  );
}
