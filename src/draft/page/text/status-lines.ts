/** Statuses of a copied page that stand alone on a line, each with its words on the next one, below a caption of answers. */
import { captionIn } from '../blocks/captions.ts';
import { contextOf, isPart } from '../blocks/heading-words.ts';
import { isLabel } from '../words/label-words.ts';
import { reasonOf } from '../words/status-words.ts';

/** Characters of the longest line of such words. */
const longest = 200;

/** Words that say when it is answered: several, and neither a label, a part of the page nor what names a field. */
const isMeaning = (line: string): boolean =>
  line.length <= longest && /^\p{L}[^\t|{}]*\s[^\t|{}]*$/u.test(line) && !isLabel(line) && !isPart(line);

/** Whether a line is the caption of what an answer holds. */
const isOfAnswer = (line: string): boolean => contextOf(captionIn(line) ?? '').side === 'response';

/** How far below a status the caption of its answer stands, with one line of words between them at most; 0 for none. */
function answerBelow(lines: string[], index: number): number {
  const filled = [1, 2, 3, 4].filter((step) => (lines[index + step] ?? '').trim() !== '').slice(0, 2);
  const at = filled.find((step) => isOfAnswer(lines[index + step] ?? '')) ?? 0;
  const [first = 0] = filled;
  const words = (lines[index + first] ?? '').trim();
  return at === first || (/^\p{L}[^\t|{}]*$/u.test(words) && words.length <= longest) ? at : 0;
}

/**
 * How many lines of words stand below a line that is a status alone: `401`, and below it what is wrong, or the caption of its
 * answer; null for any other line.
 * @param title the caption above it
 */
export function wordsBelow(lines: string[], index: number, title: string): number | null {
  const [before = '', own = '', words = '', behind = ''] = [-1, 0, 1, 2].map((step) =>
    (lines[index + step] ?? '').trim(),
  );
  if (!/^[2-5]\d\d$/.test(own) || reasonOf(own) === undefined) return null;
  // A number may count anything, where no caption says that answers stand below it.
  const { side, status } = contextOf(title);
  const isOfAnswers = side === 'response' || status !== null;
  if (!isOfAnswers || (before !== '' && captionIn(before) !== title)) return null;
  const answer = answerBelow(lines, index);
  if (answer > 0) return answer - 1;
  return isMeaning(words) && behind === '' ? 1 : null;
}
