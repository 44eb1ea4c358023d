/** Fields whose names stand alone on a line, above lines that say what they are. */

import { attributesAlone } from '../values/attribute-lines.ts';
import { captionIn } from './captions.ts';
import { isPart } from './heading-words.ts';
import { isValue } from './values-below.ts';

/** Lines of one field at most, beside values that stand below a label. */
const mostLines = 12;

/** Such values of one field at most. */
const mostValues = 60;

const name =
  /^(?:`[A-Za-z_$][\w$.-]*`|\*\*`?[A-Za-z_$][\w$.-]*`?\*\*|[a-z]+(?:[_.-][A-Za-z0-9]+)*|[a-z]+[A-Z]\w*|[A-Z]\w*(?:-[A-Z]\w*)+)(?: ?\*)?$/;

/** The captions of parts as tools that show descriptions have them, and a status that begins an answer. */
const beginsPart =
  /^(?:responses?|(?:request body|response) schema:.*|(?:query|header|path|cookie) parameters|[2-5]\d\d(?: [A-Z][\w' -]{1,40})?)$/i;

/** Whether a line is a name, and the next one what it is; a word for that is no name before another such word. */
function isNamed(line: string | undefined, next: string | undefined): boolean {
  if (!name.test(line?.trim() ?? '')) return false;
  const said = attributesAlone(next ?? '');
  return said !== null && (attributesAlone(line ?? '') === null || said.schema !== null);
}

/** How many lines a field has that begins at a line, words about it included; 0 for no field. */
export function namedField(lines: string[], start: number): number {
  // Most lines are no name, and are looked at no further.
  if (!name.test(lines[start]?.trim() ?? '')) return 0;
  const isSpaced = (lines[start + 1] ?? '').trim() === '';
  const behind = (index: number): number => {
    let next = index + 1;
    while (isSpaced && next < lines.length && next - index < 4 && (lines[next] ?? '').trim() === '') next++;
    return next;
  };
  const first = behind(start);
  if (!isNamed(lines[start], lines[first])) return 0;
  let end = first + 1;
  let words = 0;
  let values = 0;
  let isListed = false;
  for (
    let index = behind(first);
    index < lines.length && index - start - values < mostLines * (isSpaced ? 2 : 1) && values <= mostValues;
    index = behind(index)
  ) {
    const line = lines[index] ?? '';
    const next = behind(index);
    if (line.trim() === '' || beginsPart.test(line.trim())) break;
    // A caption below values, as `Body` is, begins the next part.
    if (isListed && captionIn(line) !== null && isPart(line)) break;
    // Below a label, what stands above a field that is called as a type is, as `text` above `string`, is a value.
    if (isNamed(line, lines[next]) && !(isListed && isNamed(lines[next], lines[behind(next)]))) break;
    isListed = line.endsWith(':') || (isListed && isValue(line));
    if (isListed) values++;
    // Between paragraphs nothing but the first one is about the field, and a caption begins the next part.
    if (isSpaced && attributesAlone(line) === null && (words++ > 0 || (captionIn(line) !== null && isPart(line))))
      break;
    end = index + 1;
  }
  return valuesBehind(lines, end) - start;
}

/** The label of the values of a field, which a copied page may have apart from the words about it. */
const ofValues =
  /^(?:(?:allowed|accepted|possible|permitted|valid)(?: values?)?|nilai(?: yang)? (?:diizinkan|diperbolehkan|valid)):$/i;

/** The line behind the values that stand below such a label behind the lines of a field, one to a line; the first of them where none do. */
function valuesBehind(lines: string[], end: number): number {
  const filled = (from: number): number => {
    let index = from;
    while (index < from + 2 && (lines[index] ?? '').trim() === '') index++;
    return index;
  };
  const label = filled(end);
  if (label === end || !ofValues.test(lines[label]?.trim() ?? '')) return end;
  let last = end;
  for (let index = filled(label + 1); index - end < mostValues; index = filled(index + 1)) {
    const line = lines[index] ?? '';
    if (!isValue(line) || isNamed(line, lines[filled(index + 1)]) || (captionIn(line) !== null && isPart(line))) break;
    last = index + 1;
  }
  return last;
}
