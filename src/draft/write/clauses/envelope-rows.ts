/** The clauses of a draft that an answer is a grant or a refusal: of members that the other outcome cannot have. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { AnswerFact, Facts } from '../../facts/facts.ts';
import { isInItems } from '../../facts/list-items.ts';
import { lastLetters } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { spoken } from '../refusals/refusal-words.ts';
import { promise, type Row, type RowContext } from './row.ts';

/** Letters of the names that members of a grant alone have: a token, its type, its life and its scope. */
const granting = /token|jwt|bearer|scopes?$|^expir|expir[a-z]*$|ttl$|lifetime|validity|validuntil|berlaku/;

/** Words that give a member to every answer, whatever it says. */
const refusals = oneOf(word.refusal, `${word.refusal} ${oneOf(word.answer, word.body)}`);
const inAnyAnswer = pattern`\b${oneOf(
  `${word.all}(?: (?:of the|api|json))? ${word.answer}`,
  `${word.also} (?:${word.sent} )?${word.in} (?:(?:${word.all}|the) )?${refusals}`,
  `${refusals} (?:${word.also}|${word.sent}|alike)`,
  `${word.in} ${refusals} ${word.and} (?:in )?(?:grants|${word.succeeds})`,
  `(?:grants|${word.succeeds})(?: ${word.answer})? ${word.and} ${refusals}`,
)}(?![\p{L}-])`;

const isRefusal = ({ status }: AnswerFact): boolean => status >= 400;

const pointersOf = (some: AnswerFact[]): string[] =>
  some.flatMap(({ members }) => members.map(({ pointer }) => pointer).filter((pointer) => !isInItems(pointer)));

/** Those that the answers of one outcome have alone; what holds others is there with them. */
const onlyIn = (these: string[], others: string[]): string[] =>
  these.filter((pointer) => !others.includes(pointer) && !these.some((one) => one.startsWith(`${pointer}/`)));

/** Whether the page says of one of some members that any answer holds it, in a sentence with its name or beside it. */
function areInAny({ answers, passages = [] }: Facts, pointers: string[]): boolean {
  const notes = answers.flatMap(({ members }) => members.filter(({ pointer }) => pointers.includes(pointer)));
  if (notes.some((one) => inAnyAnswer.test(one.notes ?? ''))) return true;
  const names = pointers.map((pointer) => spoken(lastKeyOf(pointer)));
  return passages.some(({ text }) => inAnyAnswer.test(text) && names.some((name) => name.test(text)));
}

/** A column of a table of statuses gives a member its values, and says nothing of what else a refusal holds. */
const isWhole = ({ members }: AnswerFact): boolean => members.length > 0 && members.some((one) => !one.fromColumn);

/**
 * The refusals that hold no member of a grant: all, where no member but the token and what is said of it is of grants alone or
 * each shows its body; those that show it, where others are known by their status; null where there are none.
 */
function refusedAlone({ facts, refused }: RowContext, own: string[]): 'refused' | number[] | null {
  const refusals = facts.answers.filter(isRefusal);
  if (own.length === 0 || refusals.some(({ members }) => members.length > 0 && members.every((one) => one.fromColumn)))
    return null;
  const others = own.filter((pointer) => !granting.test(lastLetters(pointer)));
  if (others.length === 0 || (refusals.every(isWhole) && !areInAny(facts, others))) return 'refused';
  const shown = refusals.filter((one) => isWhole(one) && refused.includes(one.status)).map(({ status }) => status);
  return shown.length === 0 || areInAny(facts, others) ? null : [...new Set(shown)];
}

/**
 * An answer is a grant or a refusal: judged where one of the envelopes has a member of its own. What a page shows of an
 * answer does not say that it has nothing else.
 */
export function envelopeRows(context: RowContext, at: string): Row[] {
  const { answers } = context.facts;
  const granted = pointersOf(answers.filter((answer) => !isRefusal(answer)));
  const refused = pointersOf(answers.filter(isRefusal));
  if (granted.length === 0 || refused.length === 0) return [];
  const row = (id: string, statement: string, on: string | number[], place: string): Row => ({
    ...{ id, statement, level: 'should', at: place },
    rest: promise('one-envelope', { on }),
  });
  const on = refusedAlone(context, onlyIn(granted, refused));
  const ofRefusals = onlyIn(refused, granted);
  const shown = answers.find((answer) => isRefusal(answer) && isWhole(answer));
  return [
    ...(on === null
      ? []
      : [row('refusal-alone', 'An answer that refuses carries no member of a grant.', on, shown?.at ?? at)]),
    ...(ofRefusals.length === 0 || areInAny(context.facts, ofRefusals)
      ? []
      : [row('grant-alone', 'An answer that grants carries no member of a refusal beside the token.', 'granted', at)]),
  ];
}
