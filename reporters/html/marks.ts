import { type Change, diffChars, diffWordsWithSpace } from 'diff';
import { visible } from '../words.ts';
import { h, type Markup } from './markup.ts';

/** A run of text, and whether the other line lacks it. */
export interface Mark {
  text: string;
  differs: boolean;
}

/** Beyond this number of edits, two lines are simply different: to compute their differences would take minutes. */
const EDITS_AT_MOST = 300;

/** Lines beyond this length are compared word by word: characters would take seconds and give noise. */
const CHARACTERS_AT_MOST = 400;

/** Below this share of common text, two lines are different sentences, and marks would only confuse. */
const ALIKE = 0.3;

/** From this share of common characters on, two lines are alike even without a common word. */
const ALIKE_CHARACTERS = 0.6;

/** From this share on, a line contains the other, however long it is. */
const HELD = 0.8;

/** Below this share of common characters a changed word is marked as a whole. */
const ALIKE_WORD = 0.5;

/** Splits what was documented and what was received into what they share and what differs. */
export function marks(documented: string, received: string): { documented: Mark[]; received: Mark[] } {
  const [left, right] = [visible(documented), visible(received)];
  const changes = alike(left, right);
  if (changes === null) return { documented: whole(left, false), received: whole(right, left !== right) };
  return { documented: side(changes, 'removed'), received: side(changes, 'added') };
}

/** Documented and received, one line each, the differing characters marked. */
export function comparison(documented: string, received: string): Markup {
  const both = marks(documented, received);
  return h`<dl class="cmp"><div><dt>documented</dt><dd>${both.documented.map((mark) => drawn(mark, 'doc'))}</dd></div><div><dt>received</dt><dd>${both.received.map((mark) => drawn(mark, 'rec'))}</dd></div></dl>`;
}

function drawn(mark: Mark, kind: 'doc' | 'rec'): Markup {
  return mark.differs ? h`<mark class="${kind}">${mark.text}</mark>` : h`${mark.text}`;
}

function alike(left: string, right: string): Change[] | null {
  if (left === '' || right === '') return null;
  const short = Math.max(left.length, right.length) <= CHARACTERS_AT_MOST;
  const words = diffWordsWithSpace(left, right, { maxEditLength: EDITS_AT_MOST });
  if (words === undefined) return null;
  const isLonger = common(words) >= HELD * Math.min(left.length, right.length);
  const isAlike =
    share(words, left, right) >= ALIKE || (short && share(diffChars(left, right), left, right) >= ALIKE_CHARACTERS);
  if (!isLonger && !isAlike) return null;
  return short ? refine(words) : words;
}

/** Within a pair of changed words only the characters that differ are marked, when the words are alike themselves. */
function refine(words: readonly Change[]): Change[] {
  return words.flatMap((change, index) => {
    const next = words[index + 1];
    const previous = words[index - 1];
    if (change.removed && next?.added) {
      const inner = diffChars(change.value, next.value);
      return share(inner, change.value, next.value) >= ALIKE_WORD ? inner : [change, next];
    }
    return change.added && previous?.removed ? [] : [change];
  });
}

function share(changes: readonly Change[], left: string, right: string): number {
  return (2 * common(changes)) / Math.max(1, left.length + right.length);
}

function common(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + (change.added || change.removed ? 0 : change.value.length), 0);
}

function side(changes: readonly Change[], own: 'added' | 'removed'): Mark[] {
  const other = own === 'added' ? 'removed' : 'added';
  return changes
    .filter((change) => !change[other])
    .map((change) => ({ text: change.value, differs: change[own] === true }))
    .reduce<Mark[]>((all, mark) => {
      const last = all.at(-1);
      if (last?.differs === mark.differs) last.text += mark.text;
      else all.push(mark);
      return all;
    }, []);
}

function whole(text: string, differs: boolean): Mark[] {
  return text === '' ? [] : [{ text, differs }];
}
