/** Sentences about refusals, whichever they are. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { announcesRefusals } from '../values/refusal-members.ts';

/** What is said of every refusal. */
const failedAnswer = `(?:error|failure|failed)\\s+${oneOf(word.answer, word.body)}`;
const refusal = oneOf(failedAnswer, '(?:respons|jawaban)\\s+(?:error|gagal|galat)', word.refusal);
const begin = `^[\\s\`*]*(?:${word.all}\\s+)?(?:(?:the|other)\\s+)?${refusal}`;
const ofRefusals = pattern`${begin}\b`;

/** The same with words that say whose they are, up to the first name. */
const ofThings = pattern`${begin}\s+${oneOf(word.of, word.for)}\s[^\`]{1,200}`;

/** Whether a sentence is about refusals, whichever they are: those of something that it names may be of another operation. */
export function isOfRefusals(sentence: string): boolean {
  if (!ofRefusals.test(sentence)) return false;
  const [before] = ofThings.exec(sentence) ?? [];
  return before === undefined || announcesRefusals(before.replace(/[\s.(:]+$/, ''));
}
