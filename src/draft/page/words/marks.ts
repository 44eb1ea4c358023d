/** Marks in cells that lead to a note elsewhere on the page. */

const mark = /[¹²³⁴⁵⁶⁷⁸⁹†‡§]|\[\d{1,2}\]$/u;

/** Whether a cell bears the mark of a note. */
export function isMarked(cell: string): boolean {
  return mark.test(cell.trim());
}

/** The same at the end of a word or of a sentence in words; a unit has its power. */
const inWords = /(?<!\b[ckd]?m)[¹²³⁴⁵⁶⁷⁸⁹†‡§]|\p{L}\s?\[\d{1,2}\](?=[\s.,;:)]*$)|\p{L}\s?\*{1,3}\)(?=[\s.,;:)]*$)/u;

/** Whether a sentence bears the mark of a note that stands elsewhere. */
export function bearsMark(sentence: string): boolean {
  return inWords.test(sentence);
}

/** A cell without the marks of notes. */
export function unmarked(cell: string): string {
  return cell
    .replace(/[¹²³⁴⁵⁶⁷⁸⁹†‡§]+/gu, '')
    .replace(/\s*\[\d{1,2}\]\s*$/, '')
    .trim();
}
