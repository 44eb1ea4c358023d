/** The faults that messages in the samples of refusals name, each of a part that is not there. */
import type { AnswerFact, Facts } from '../../facts/facts.ts';
import { once } from '../../facts/once.ts';
import { type Fault, faultsNamed, type Named } from './named-faults.ts';

/** The texts of several words that a sample shows: a single one is a code. */
const messagesOf = ({ members }: AnswerFact): string[] =>
  members.flatMap(({ example }) => (typeof example === 'string' && /\p{L}\s+\p{L}/u.test(example) ? [example] : []));

/** The refusals of a page, each with the messages of its samples for its words. */
const shownBy = once(
  (facts: Facts): Facts => ({
    ...facts,
    answers: facts.answers
      .filter((one) => one.status >= 400 && messagesOf(one).length > 0)
      .map((one) => ({ ...one, words: messagesOf(one).join('\n') })),
  }),
);

/**
 * What messages in samples of some statuses call a fault: a sample is of one fault, so that it says nothing but of the part that
 * it names, and nothing of a value that is wrong, which it may have looked up.
 */
export function faultsShown(facts: Facts, statuses: number[]): (fault: Fault) => Named[] {
  const shown = shownBy(facts);
  if (shown.answers.length === 0) return () => [];
  const named = faultsNamed(shown, statuses);
  return (fault) => named(fault).filter(({ subject, wrong }) => typeof subject === 'object' && wrong === 'absent');
}
