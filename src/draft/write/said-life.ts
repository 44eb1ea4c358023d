/** How long a token lives by the words of a page, beside the member of a grant that declares it. */
import { shownPointer } from '../../formats/json.ts';
import type { Facts, Member, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { LifeSaid } from '../facts/said-in-words.ts';
import { lifeIn } from '../page/lives.ts';
import type { Unit } from './lifetime-unit.ts';

/** The lifetime of a token in a granted answer; without a member where that stays open. */
export interface Life {
  member: Member | null;
  unit: Unit;
  /** A person decided that no life is promised. */
  none?: true;
  /** The page says no unit, and its answer is that of RFC 6749, which gives it. */
  standard?: true;
  /** The longest life that the page gives it in words, in seconds, and where. */
  most?: { seconds: number; at: string };
  todos: Todo[];
}

/** Seconds of the units that a member may count. */
const secondsOf: Partial<Record<Unit, number>> = { milliseconds: 0.001, seconds: 1, minutes: 60 };

/** Passages that a question quotes. */
const mostQuoted = 4;

/** What is said of the life of the token, in sentences and beside the member that holds it. */
function saidOf({ lives = [] }: Pick<Facts, 'lives'>, token: Member | undefined): LifeSaid[] {
  const own = token?.notes === undefined ? null : lifeIn(`Token: ${token.notes}`, token.at);
  return own && token?.notes !== undefined ? [...lives, { ...own, words: token.notes }] : lives;
}

/** A lifetime with what words say of it: the longest that it may be, where all of them are understood, or a question with them. */
export function withSaid(life: Life, facts: Facts, token: Member | undefined): Life {
  const said = saidOf(facts, token);
  const [first] = said;
  if (!first || life.none || facts.token?.lifetime !== undefined) return life;
  const { member, unit, todos } = life;
  const shown = Number(member?.example) * (secondsOf[unit] ?? Number.NaN);
  const isAgreed = said.every(({ seconds }) => seconds === first.seconds);
  if (member && first.seconds !== null && isAgreed && !(shown > first.seconds))
    return { ...life, most: { seconds: first.seconds, at: first.at } };
  const quoted = [...new Set(said.map(({ words }) => `"${quotedWords(words)}"`))];
  const passages = quoted.slice(0, mostQuoted).join(', ');
  const [todo, ...more] = todos;
  if (todo) {
    const what = todo.what.replace(', or none where no life is promised', '');
    return { ...life, todos: [{ ...todo, what: `${what}; the page says ${passages}` }, ...more] };
  }
  const declared = member ? `, beside ${shownPointer(member.pointer)} (${member.at})` : '';
  const isMore = shown > (first.seconds ?? shown) ? `, and shows ${shown} seconds` : '';
  const what = `how long a token lives at most: the page says ${passages}${isMore}${declared}; the draft has one year`;
  return { ...life, todos: [{ name: 'life', what }] };
}
