/** How a signed request is refused whose time is beyond the window, as far as words say it. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { aboutStatus, faultsIn } from '../../page/words/fault-pieces.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { namesWhole, whichRefuse } from './which-refuses.ts';

/** The words about a status that speak of a time beyond the window. */
const old = oneOf(word.expired, 'stale', 'old', 'late', 'lama');
const apart = oneOf('outside', 'window', 'differs?', 'off', 'selisih', 'luar');
const timestamp = oneOf('time-?stamp', 'waktu', 'clock');
const ofLate = pattern`\b${timestamp}\b.{0,60}\b${oneOf(old, apart)}\b|\b${old}\b.{0,30}\b${timestamp}\b`;

/**
 * The class of refusal of a time beyond the window. Where nothing says it, it may be that of wrong parameters as well as of
 * wrong credentials, unless the words about these are of authentication that fails: a proof that came late is one of those. Where
 * they name some credentials alone, no words say it.
 * @param credentials the statuses of wrong credentials
 */
export function lateAs(facts: Facts, credentials: number[]): 'credentials' | 'parameters' | 'either' | 'unnamed' {
  const beside = (facts.clocks ?? []).flatMap(({ says, statuses = [] }) => (says === 'window' ? statuses : []));
  const inWords = facts.answers.flatMap(({ status, words = '' }) =>
    words.split('\n').some((one) => ofLate.test(one)) ? [status] : [],
  );
  const late = [...beside, ...inWords];
  if (beside.some((status) => ![400, 422, ...credentials].includes(status))) return 'unnamed';
  if (late.length > 0) return late.every((status) => [400, 422].includes(status)) ? 'parameters' : 'credentials';
  const refusing = whichRefuse(facts).filter(({ status }) => credentials.includes(status));
  const isSome = refusing.some((one) => one.credentials === 'some');
  if (isSome && !refusing.some((one) => one.credentials === 'all' || one.silent)) return 'unnamed';
  // Words for authentication that fails are of a proof that came late as well; a status alone is not.
  return refusing.some((one) => one.credentials === 'all' || namesWhole(one)) ? 'credentials' : 'either';
}

/** The questions, where that about all wrong parameters is one about a time beyond the window as well. */
export const withLate = (todos: Todo[], late: string): Todo[] =>
  todos.map((todo) => {
    const isOfAll = todo.ask?.about === 'refusal' && todo.ask.of === 'parameters' && late === 'either';
    const what = todo.what.replace(/^how wrong parameters are refused/, '$&, and a time beyond the window');
    return isOfAll ? { ...todo, what } : todo;
  });

const isApart = pattern`\b${apart}\b`;

/** Where words about refusals name a time that is off. */
export interface LateSaid {
  at: string;
  /** Whether they are of one that is ahead as well: `too old` says nothing of that. */
  isEither: boolean;
}

/** What the words about refusals say of a time that is off; null where they say nothing. */
export function lateSaid({ answers }: Pick<Facts, 'answers'>): LateSaid | null {
  const said = answers
    .filter(({ status }) => status >= 400 && status < 500)
    .flatMap(({ status, words = '', at }) =>
      aboutStatus(words, status)
        .filter((line) => !line.undivided)
        .flatMap((line) => faultsIn(line.words))
        .filter((fault) => ofLate.test(fault))
        .map((fault) => ({ at, isEither: isApart.test(fault) })),
    );
  return said.find(({ isEither }) => isEither) ?? said[0] ?? null;
}
