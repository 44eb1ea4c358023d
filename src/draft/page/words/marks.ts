/** Marks in cells that lead to a note elsewhere on the page. */

const mark = /[¹²³⁴⁵⁶⁷⁸⁹†‡§]|\[\d{1,2}\]$/u;

/** Whether a cell bears the mark of a note. */
export function isMarked(cell: string): boolean {
  return mark.test(cell.trim());
}

/** A cell without the marks of notes. */
export function unmarked(cell: string): string {
  return cell
    .replace(/[¹²³⁴⁵⁶⁷⁸⁹†‡§]+/gu, '')
    .replace(/\s*\[\d{1,2}\]\s*$/, '')
    .trim();
}
