/** Labels whose value stands alone on the next line, as a page that was copied out of a browser has them. */
import { isMethod } from '../sentences/labels.ts';
import { isLabel, labelOf } from '../words/label-words.ts';

/** How Redoc heads the names of the schemes that authenticate an operation; several stand in parentheses, run together. */
const ofSchemes = /^authorizations:$/i;

/** Whether a line is a label, and the next one its value alone. */
export function isLabelled(line: string, next: string | undefined): boolean {
  const value = next?.trim() ?? '';
  if (/^(?:http )?basic(?: ?auth\p{L}*)?$/iu.test(value) && /^(?:auth|security)/i.test(line.trim())) return true;
  if (ofSchemes.test(line.trim()) && /^\(?[\w.-]+(?: or [\w.-]+)*\)?$/i.test(value)) return true;
  // A method below another label is none of it: a copied page may have a name above each operation.
  const isOther = isMethod(value) && labelOf(line.trim()) === 'authentication';
  return (
    !isOther &&
    (isMethod(value) || /^(?:https?:\/\/|(?:\{{1,2}[\w -]{1,30}\}{1,2})?\/|[a-z]+\/)[^\s]*$/i.test(value)) &&
    isLabel(line.trim())
  );
}

/** Whether the line below a line is the label of an address that other lines have too, and no type of what the line names. */
export function isAboveAddress(lines: string[], index: number): boolean {
  const [label = '', place = ''] = lines
    .slice(index + 1, index + 1 + mostAround)
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim());
  if (!/^https?:\/\/\S+$/.test(place) || labelOf(label.toLowerCase()) !== 'address') return false;
  return lines.some((line, at) => line.includes(place) && (at <= index || at > index + mostAround));
}

/** Lines of a label and its address, with the empty ones between them. */
const mostAround = 4;
