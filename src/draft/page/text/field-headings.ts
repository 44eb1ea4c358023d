/** Fields that a page gives a heading each, as `scope string optional`, with the text below about them. */

import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block, Item } from '../blocks/blocks.ts';
import { isPart } from '../blocks/heading-words.ts';
import { isCaption } from '../tables/below-headers.ts';
import { attributesAlone } from '../values/attribute-lines.ts';
import { typeOf } from '../values/attributes.ts';
import { saysRequired } from '../words/words.ts';

/** What a list holds, behind the word for one, and what is always there. */
const arrayOf = pattern`\b(${word.array}) ${word.of} \w+`;
const alwaysThere = pattern`\b(${word.always}) ${word.sent}\b`;

/** Whether a heading is a name with its type; a word for mandatory or a name as programs write it tells it from a topic. */
function isField(title: string, among = false): boolean {
  // What a field is stands behind its attributes.
  const [own = ''] = title.split(/\s[-–—]\s|:\s|(?<=\p{L}{3})\.(?:\s|$)/u);
  // A sentence is long; what is looked at is short.
  if (own.length > 120) return false;
  // A word alone says nothing of its type, and most titles and lines begin with other words than a name has.
  if (!/^[\s`*,()]*[A-Za-z_$][\w$.`*-]*[\s,()]/.test(own)) return false;
  const isMarked = /^[`*]/.test(title.trimStart());
  const isCode = /^`[a-z]/.test(title.trimStart());
  const [name = '', ...rest] = own
    .replace(/[`*]| [·•|](?= )/g, '')
    .replace(arrayOf, '$1')
    .replace(alwaysThere, '$1')
    .trim()
    .split(/[\s,()]+/)
    .filter((word) => word !== '');
  // Most titles and lines go on with another word.
  if (!/^[A-Za-z_$][\w$.-]*\*?$/.test(name) || !rest.every((word) => isType(word) || says(word))) return false;
  const isWritten = /[a-z][_-][a-z]|[a-z]-?[A-Z]/.test(name);
  return (
    (rest.some(isType) && (among || rest.some(says) || isWritten || isCode)) ||
    (isMarked && isWritten && rest.some(says))
  );
}

/** Most numbers of a page are those of headings and lines. */
const isNumber = /^\d+$/;

const isType = (word: string): boolean => !isNumber.test(word) && typeOf(word) !== null;

const says = (word: string): boolean => word.length > 1 && !isNumber.test(word) && saysRequired(word) !== null;

/** Words that begin a sentence about the answer. */
const saysAnswered = /^(?:(?:it )?(?:returns|answers with|responds with)|mengembalikan|dijawab dengan) `/i;

/** Whether a heading is a name as programs write it, above a line that says what it is and nothing else. */
function isNamed(title: string, next: Block | undefined): boolean {
  const first = next?.kind === 'lines' ? (next.lines.find((line) => line.trim() !== '') ?? '') : '';
  return /^[a-z_$][\w$.-]*$/.test(title) && attributesAlone(first) !== null;
}

/** Whether an item of a list below a field is a field of its own. */
const isTypedItem = (text: string): boolean =>
  attributesAlone((/^[`*]*[A-Za-z_$][\w$.-]*[`*]*\s*[:(–—-]+\s*([^,.;)\n]+)/.exec(text) ?? [])[1] ?? '') !== null;

/** The items below a field as words about it: values that are marked as such, or what they say. */
function listed(items: Item[]): string {
  const values = items.map(({ text }) => /^`[^`\s]+`/.exec(text)?.[0]);
  return values.every((value) => value !== undefined)
    ? `${values.join(', ')}.`
    : items.map(({ text }) => `${text.replace(/\.$/, '')}.`).join('\n');
}

const linesOf = (block: Block | undefined): string[] => (block?.kind === 'lines' ? block.lines : []);

/** Whether a line behind the words about a field is the caption of the fields below it: an empty line parts it from the field alone. */
function endsFields(said: string, isApart: boolean, line: string, below: string[]): boolean {
  // Most lines are words about the field.
  if (!isApart || !isCaption(line.trim())) return false;
  const next = below.findIndex((one) => one.trim() !== '');
  const isAlone = next > 0 && said.trimEnd().indexOf('\n') < 0;
  return next >= 0 && next < 3 && !isAlone && isField(below[next] ?? '', true);
}

/** The blocks with each run of such headings, or of such lines, as one list. */
export function foldFieldHeadings(blocks: Block[]): Block[] {
  const folded: Block[] = [];
  const run: { items: Item[] | null } = { items: null };
  let title = '';
  let depth = 0;
  // The last line with words about a field; a parser may give none.
  let spoken = 0;
  const isApart = (line: number): boolean => line > spoken + 1;
  const add = (text: string, line: number): void => {
    spoken = line;
    const item = { text, depth: 0 };
    if (run.items === null) {
      run.items = [item];
      folded.push({ kind: 'list', title, line, items: run.items });
    } else run.items.push(item);
  };
  for (const [index, block] of blocks.entries()) {
    const last = run.items?.at(-1);
    if (block.kind === 'heading' && (isField(block.title) || isNamed(block.title, blocks[index + 1]))) {
      add(block.title, block.line);
      depth = block.depth;
    } else if (
      last &&
      block.kind === 'heading' &&
      block.depth > depth &&
      !isPart(block.title) &&
      !(depth === 0 && endsFields(last.text, isApart(block.line), block.title, linesOf(blocks[index + 1])))
    ) {
      last.text += `\n${block.title}.`;
      spoken = block.line;
    } else if (last && block.kind === 'list' && depth > 0 && !block.items.some(({ text }) => isTypedItem(text)))
      last.text += `\n${listed(block.items)}`;
    else if (block.kind === 'lines') {
      const before: string[] = [];
      const start = folded.length;
      // What is answered is said of no field: a line that begins with it ends the last one.
      const end = block.lines.findLastIndex((line) => isField(line, true));
      const answered = block.lines.findIndex((line, at) => at > end && saysAnswered.test(line));
      const own = run.items === null && end < 0 ? -1 : answered;
      const given = own < 0 ? block.lines : block.lines.slice(0, own);
      for (const [index, line] of given.entries()) {
        const last = run.items?.at(-1);
        // Beside a field a name with its type is one as well.
        if (isField(line, last !== undefined)) add(line, block.line + index);
        else if (last && endsFields(last.text, isApart(block.line + index), line, given.slice(index + 1))) {
          run.items = null;
          folded.push({ ...block, line: block.line + index, lines: [line] });
        } else if (last) {
          last.text += `\n${line}`;
          if (line.trim() !== '') spoken = block.line + index;
        } else if (folded.length === start || line.trim() !== '') before.push(line);
      }
      const isFirst = before.length > 0 && before.length < block.lines.length;
      if (isFirst) folded.splice(start, 0, { ...block, lines: before });
      else if (before.length > 0) folded.push(block);
      if (own >= 0) {
        run.items = null;
        folded.push({ ...block, line: block.line + own, lines: block.lines.slice(own) });
      }
    } else {
      run.items = null;
      depth = 0;
      if (block.kind === 'heading') title = block.title;
      folded.push(block);
    }
  }
  return folded;
}
