/** How long a token lives by the words of a page, beside the member of a grant that declares it. */
import { lastKeyOf, shownPointer } from '../../../formats/json.ts';
import type { Facts, Member, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import type { LifeSaid } from '../../facts/said-in-words.ts';
import { lifeIn, tellsLife } from '../../page/sentences/lives.ts';
import { givesEnds } from '../../page/values/ends.ts';
import { secondsIn, withoutDurations, writtenOnce } from '../../page/words/durations.ts';
import { isEnvironmentWord } from '../../page/words/environments.ts';
import { lowerWords } from '../../page/words/lower-words.ts';
import { ungrouped } from '../../page/words/numbers.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isPlainLife, type Unit } from './lifetime-unit.ts';

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

/** Values that are examples, and numbers that count characters. */
const shownOnly = everywhere`\b${oneOf('e\\.g', 'such as', word.example)}\b[^;]*|\b\d+ (?:digits?|characters?|chars?|karakter)\b`;

/** Words that count a life from the answer on, so that it is what is left: `until it expires`, `from now`. */
const left = oneOf(
  word.remaining,
  `${oneOf('until', 'till', 'before', 'sampai', 'hingga', 'sebelum')}\\b.{0,40}\\b${oneOf(word.expired, 'expir\\w+', 'ends?', 'berakhir', 'habis')}`,
  `${oneOf('from', 'since', 'sejak', 'dari', 'dihitung')} (?:${word.the} )?${oneOf('now', 'sekarang', '(?:time|moment|waktu|saat) .{0,20}', 'responses?', 'answers?', 'respons', 'jawaban')}`,
);
const saysLeft = pattern`\b${left}\b`;

/** Whether the page says of the member that counts the life that it is what is left of it; an instant is the same in each answer. */
export const isWhatIsLeft = ({ member, unit }: Pick<Life, 'member' | 'unit'>): boolean =>
  unit === 'instant' || saysLeft.test(member?.notes ?? '');

/** Whether words about a member say how long a token lives, or what it counts in an environment. */
const saysLife = (words: string): boolean =>
  lowerWords(words).some(isEnvironmentWord) || words.split(/(?<=[.;])\s+/).some(tellsLife);

/** A number alone in brackets: a life, the longest one, or an example of it. */
const bracketed = /\(\s*\d{2,9}\s*\)/;

/** A number that words give tokens of a kind, or of some clients. */
const ofTokens = /\btokens?\b[^.;\d]{0,30}(?<![\w.,-])\d{2,9}(?![\w-]|[.,]\d)/i;

/** The time that words give the member which counts the life, as `in seconds, namely 900`; null where they give none. */
function besideMember({ pointer, notes = '', at }: Member, unit: Unit): LifeSaid | null {
  const words = writtenOnce(ungrouped(notes)).replace(shownOnly, ' ');
  const numbers = withoutDurations(words).match(/(?<![\w.,-])\d{2,9}(?![\w-]|[.,]\d)/g) ?? [];
  const times = numbers.map((one) => Number(one) * (secondsOf[unit] ?? Number.NaN));
  const long = withoutDurations(words) === words ? [] : [secondsIn(words) ?? Number.NaN];
  const [seconds, ...others] = new Set([...times, ...long]);
  if (seconds === undefined) return null;
  const isPlain = others.length === 0 && !bracketed.test(words) && isPlainLife(words, lastKeyOf(pointer));
  // Passages of several places are none in one pair of marks: that with the time is quoted.
  const timed = notes.split('\n').filter((one) => /\d/.test(one) || withoutDurations(one) !== one);
  return { words: timed.join(' ') || notes, seconds: isPlain && seconds > 0 ? seconds : null, at };
}

/** What is said of the life of the token, in sentences, beside the member that holds it, and beside the one that counts it. */
function saidOf({ lives = [] }: Pick<Facts, 'lives'>, token: Member | undefined, { member, unit }: Life): LifeSaid[] {
  const own = token?.notes === undefined ? null : lifeIn(`Token: ${token.notes}`, token.at);
  const all = own && token?.notes !== undefined ? [...lives, { ...own, words: token.notes }] : lives;
  const counted = member ? besideMember(member, unit) : null;
  const isUnbound = member?.schema['minimum'] === undefined && member?.schema['maximum'] === undefined;
  // Words that are not understood tell of no life, unless they name an environment, and make another that is said a question.
  const tells = ({ words, seconds }: LifeSaid): boolean =>
    seconds !== null ||
    all.length > 0 ||
    bracketed.test(words) ||
    saysLife(words) ||
    ofTokens.test(words.replace(shownOnly, ' ')) ||
    (isUnbound && givesEnds(words));
  return counted && tells(counted) ? [...all, counted] : all;
}

/** A lifetime that is declared by a member, where words end a token at an hour of the day: one of them alone holds. */
function endingAt({ pointer, at }: Member, { words }: LifeSaid): Life {
  const what = `whether a token lives as long as ${shownPointer(pointer)} (${at}) declares (token.lifetime), or none where no life is promised: the page says "${quotedWords(words)}", by which it ends at an hour of the day, and the draft has no clause for either`;
  return { member: null, unit: 'seconds', todos: [{ name: 'lifetime', what, ask: { about: 'lifetime' } }] };
}

/** A lifetime with what words say of it: the longest that it may be, where all of them are understood, or a question with them. */
export function withSaid(life: Life, facts: Facts, token: Member | undefined): Life {
  const said = saidOf(facts, token, life);
  const [first] = said;
  if (!first || life.none || facts.token?.lifetime !== undefined) return life;
  const { member, unit, todos } = life;
  const hourly = said.find(({ atHour }) => atHour);
  if (member && hourly) return endingAt(member, hourly);
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
  const most = member?.schema['maximum'];
  const isMore = shown > (first.seconds ?? shown) ? `, and shows ${shown} seconds` : '';
  const what = `how long a token lives at most: the page says ${passages}${isMore}${declared}; the draft has ${most === undefined ? 'no bound' : `the maximum ${String(most)} of that member alone`}`;
  return { ...life, todos: [{ name: 'life', what }] };
}
