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

/**
 * Whether a line is a status with its words on the next line, and nothing beside them: `401`, and below it what is wrong.
 * @param title the caption above it
 */
export function hasWordsBelow(lines: string[], index: number, title: string): boolean {
  const [before = '', own = '', words = '', behind = ''] = [-1, 0, 1, 2].map((step) =>
    (lines[index + step] ?? '').trim(),
  );
  if (!/^[2-5]\d\d$/.test(own) || reasonOf(own) === undefined || !isMeaning(words)) return false;
  // A number may count anything, where no caption says that answers stand below it.
  const { side, status } = contextOf(title);
  const isOfAnswers = side === 'response' || status !== null;
  return isOfAnswers && behind === '' && (before === '' || captionIn(before) === title);
}
