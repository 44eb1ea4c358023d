/** Lines of text as blocks: a page copied out of a browser has lost the marks of its headings, tables and lists. */

import { appendixDepth, type Block, captionDepth, type Item, numberedDepth } from '../blocks/blocks.ts';
import { captionOfAll } from '../blocks/caption-of-all.ts';
import { appendixIn, beginsSection, captionIn, isStatusWithReason } from '../blocks/captions.ts';
import { namedField } from '../blocks/named-fields.ts';
import { withValuesBelow } from '../blocks/values-below.ts';
import { isMethod } from '../sentences/labels.ts';
import { isLabel } from '../words/label-words.ts';
import { isReason, reasonOf } from '../words/status-words.ts';
import { byAlignedRows, byAlignment, byAttributes } from './aligned.ts';
import { byLines, type Cut, headOf } from './cell-lines.ts';
import { byGaps, byStatuses } from './cells-with-gaps.ts';
import { byCodes } from './codes-run-together.ts';
import { isAboveAddress, isLabelled } from './labelled.ts';
import { closingBraces, codeAt } from './loose-code.ts';
import { withinObjects } from './object-captions.ts';
import { bySpaces, headsApart } from './spaced-cells.ts';
import { wordsBelow } from './status-lines.ts';
import { byTabsAt } from './tabbed-rows.ts';
import { byBars } from './table-rules.ts';

/** The table that begins at a line, by whatever its cells are apart. */
function cutAt(lines: string[], index: number): Cut | null {
  const text = lines[index] ?? '';
  if (text.includes('\t')) return byTabsAt(lines, index);
  if (text.includes('|')) return byBars(lines, index);
  const codes = byCodes(lines, index);
  if (codes !== null) return codes;
  if (/\S {2,}\S/.test(text))
    return byAlignment(lines, index) ?? byAlignedRows(lines, index) ?? byAttributes(lines, index);
  if (headOf(text) === null) return null;
  const apart = headsApart(lines, index);
  const spaced = apart ? bySpaces(lines, index, apart) : null;
  if (spaced) return spaced;
  const cut = byLines(lines, index);
  const other = byGaps(lines, index) ?? (cut === null ? byStatuses(lines, index) : null);
  const found = other && other.end > (cut?.end ?? 0) ? other : cut;
  // One of which the heads alone were understood may have two for the type.
  const isRead = found?.rows.some((row) => row.some((cell) => cell !== ''));
  return (isRead === false && apart === 0 ? bySpaces(lines, index, 0) : null) ?? found;
}

/** The reason of a status that a line alone is. */
const reasonIn = (line: string): string | undefined => (/^\s*\d{3}\s*$/.test(line) ? reasonOf(line.trim()) : undefined);

/** Whether a line is a status alone, and the next one its reason, as a copied page has them. */
const isStatusAbove = (line: string, next: string | undefined): boolean =>
  /^[2-5]\d\d$/.test(line.trim()) && next !== undefined && isReason(line.trim(), next);

/** A line without the marks of code around it. */
const bareOf = (line = ''): string => line.trim().replace(/^`([^`]+)`$/, '$1');

/** The address below a line that is a method alone; a copied page may have each part of a path on a line of its own. */
function addressBelow(lines: string[], index: number): { place: string; count: number } | null {
  const method = bareOf(lines[index]);
  if (!isMethod(method.toUpperCase())) return null;
  // Where a page was made into Markdown, an empty line parts what stood in boxes beside each other.
  const isApart = (lines[index + 1] ?? '').trim() === '';
  const next = bareOf(lines[index + (isApart ? 2 : 1)]);
  if (/^(\/.|https?:\/\/)\S*$/.test(next)) return { place: next, count: isApart ? 2 : 1 };
  let place = '';
  let count = 0;
  while (count < mostParts && (lines[index + count + 1] ?? '').trim() === '/') {
    const part = (lines[index + count + 2] ?? '').trim();
    if (!/^[\w{}.:~-]+$/.test(part)) break;
    place += `/${part}`;
    count += 2;
  }
  return place === '' ? null : { place, count };
}

/** The caption of an operation whose method and name stand on lines of their own above its address, as a copied page has them. */
function captionOfOperation(lines: string[], index: number): string | null {
  const [method = '', name = '', address = ''] = lines.slice(index, index + 3).map((line) => line.trim());
  const isName =
    /^\p{L}[\p{L}\d' ()/-]{1,58}[\p{L}\d)]$/u.test(name) && !isMethod(name.toUpperCase()) && !isLabel(name);
  return isMethod(method) && isName && /^https?:\/\/\S+$/.test(address) ? `${method} ${name}` : null;
}

/** The next line with text at a place or behind it, or before it; empty at the end of the page, or far from there. */
function filledAt(lines: string[], at: number, step: 1 | -1): string {
  for (let index = at; index >= 0 && index < lines.length && Math.abs(index - at) < 3; index += step)
    if (lines[index]?.trim()) return lines[index]?.trim() ?? '';
  return '';
}

/**
 * The caption that a status with its meaning is, above the schema of its answer, or with the reason of HTTP above whatever
 * is said of it; several behind each other are the tabs that show one of them, and nothing says which.
 */
function statusCaption(lines: string[], index: number): string | null {
  const line = (lines[index] ?? '').trim();
  if (!/^(?:HTTP )?[2-5]\d\d\b/.test(line) || line.length > 60) return null;
  const isNamed = /^[2-5]\d\d [A-Z][\w' -]{1,40}$/.test(line);
  if (isNamed && /^response (?:schema|headers|body)\b/i.test(lines[index + 1]?.trim() ?? '')) return line;
  const [before, behind] = [filledAt(lines, index - 1, -1), filledAt(lines, index + 1, 1)];
  const isAlone = ![before, behind].some(isStatusWithReason);
  return isStatusWithReason(line) && isAlone && behind !== '' ? line : null;
}

/** What Swagger UI has below the media type of an answer, where its own heading says nothing of one. */
const ofAnswers = /^Controls Accept header\b/i;

type Heading = Extract<Block, { kind: 'heading' }>;

/** Lines that the parts of a path may have. */
const mostParts = 40;

/** The blocks of lines that begin at a line of the page, under a title. */
export function plainBlocks(lines: string[], line: number, under: string): Block[] {
  const blocks: Block[] = [];
  let [title, section] = [under, under];
  let run: string[] = [];
  let begin = 0;
  let items: Item[] = [];
  let isMessage = false;
  const closing = closingBraces(lines);
  const flush = (): void => {
    if (run.some((one) => one.trim() !== '')) blocks.push({ kind: 'lines', title, line: line + begin, lines: run });
    if (items.length > 0) blocks.push({ kind: 'list', title, line: line + begin, items: withinObjects(items) });
    run = [];
    items = [];
    isMessage = false;
  };
  const head = (words: string, index: number, depth = captionDepth, more: Pick<Heading, 'ofFields'> = {}): void => {
    flush();
    title = words.replace(/\s+/g, ' ');
    blocks.push({ kind: 'heading', title, line: line + index, depth, ...more });
  };
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index] ?? '';
    const cut = cutAt(lines, index);
    // The value of a label may stand behind an empty line.
    const below = (lines[index + 1] ?? '').trim() === '' ? index + 2 : index + 1;
    const ofAll = captionOfAll(text);
    const caption = ofAll?.part ?? captionIn(text) ?? statusCaption(lines, index);
    const operation = captionOfOperation(lines, index);
    const ofStatus = wordsBelow(lines, index, title);
    const definition = /^:\s+(.*)$/.exec(lines[index + 1] ?? '');
    const named = cut || isAboveAddress(lines, index) ? 0 : namedField(lines, index);
    // The body of a message is read with it.
    isMessage ||= /(^|\s)HTTP\/\d/.test(text);
    const code = cut || isMessage ? 0 : codeAt(lines, index, closing);
    const appendix = cut || isMessage || code > 0 ? null : appendixIn(text, lines[index - 1], lines[index + 1]);
    if (appendix !== null) {
      head(appendix, index, appendixDepth);
    } else if (code > 0) {
      flush();
      const text = lines.slice(index, index + code).join('\n');
      blocks.push({ kind: 'code', title, line: line + index, language: '', info: '', text });
      index += code - 1;
    } else if (cut) {
      flush();
      blocks.push({ kind: 'table', title, line: line + index, head: cut.head, rows: cut.rows });
      index = cut.end - 1;
    } else if (named > 0) {
      if (items.length === 0) {
        flush();
        begin = index;
      }
      const field = lines
        .slice(index, index + named)
        .map((line) => line.trim())
        .filter((line) => line !== '');
      items.push({ text: withValuesBelow(field).join('\n'), depth: 0 });
      index += named - 1;
    } else if (isReason(text.trim(), lines[index + 1] ?? '')) {
      head(`${text.trim()} ${(lines[index + 1] ?? '').trim()}`, index);
      index++;
    } else if (reasonIn(lines[index + 1] ?? '') === undefined && isStatusAbove(text, lines[below])) {
      head(`${text.trim()} ${(lines[below] ?? '').trim()}`, index);
      index = below;
    } else if (ofStatus !== null) {
      head(text.trim(), index);
      begin = index + 1;
      run.push(...lines.slice(begin, begin + ofStatus));
      index += ofStatus;
    } else if (operation !== null) {
      head(operation, index);
      index++;
    } else if (isLabelled(text, lines[below])) {
      if (run.length === 0) begin = index;
      const label = ofAnswers.test(filledAt(lines, below + 1, 1))
        ? 'Response media type'
        : text.trim().replace(/:$/, '');
      run.push(`${label}: ${(lines[below] ?? '').trim()}`);
      for (; index < below; index++) run.push('');
    } else if (definition && text.trim() !== '') {
      if (items.length === 0) {
        flush();
        begin = index;
      }
      items.push({ text: `${text.trim()}\n${definition[1]}`, depth: 0 });
      index++;
    } else if (caption !== null && !isMethod(text.trim().split(' ').at(-1) ?? '')) {
      const isSection = beginsSection(caption, section);
      if (isSection) section = caption;
      head(caption, index, isSection ? numberedDepth : captionDepth, ofAll ? { ofFields: ofAll.said } : {});
    } else {
      if (items.length > 0 && text.trim() !== '') flush();
      if (items.length > 0) continue;
      if (run.length === 0) begin = index;
      const address = addressBelow(lines, index);
      run.push(address ? `${bareOf(text).toUpperCase()} ${address.place}` : text);
      for (let rest = 0; address && rest < address.count; rest++) run.push('');
      index += address?.count ?? 0;
    }
  }
  flush();
  return blocks;
}
