/** Reads the blocks of a page one by one. */
import type { JsonObject } from '../../formats/json.ts';
import type { Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { type Block, boldDepth } from '../page/blocks/blocks.ts';
import { contentsOf } from '../page/blocks/contents.ts';
import { nothing as emptyContext } from '../page/blocks/heading-words.ts';
import { signsAsWords } from '../page/blocks/presence-signs.ts';
import { createReading, isSilent, type Reading } from '../page/blocks/reading.ts';
import { contextsOf } from '../page/operations/context.ts';
import { linesReader } from '../page/readers/prose.ts';
import { readLabels } from '../page/sentences/labels.ts';
import { type Corrected, correctedTables } from '../page/tables/corrections.ts';
import { encodedHalves } from '../page/tables/encoded-halves.ts';
import { joinedTables } from '../page/tables/joined-names.ts';
import { inWords } from '../page/tables/legends.ts';
import { isLabelled } from '../page/text/labelled.ts';
import { ofCode, ofHeading, ofList, ofMessages, ofTable, ofWords, sentLines } from './by-kind.ts';
import { describedIn } from './description.ts';
import { ofOwnAnswers } from './media-of-answers.ts';
import { besideSamples, isSample } from './shown-above.ts';

/** The readings of the blocks of a page, and the descriptions in its code. */
export interface BlockReadings {
  readings: Reading[];
  descriptions: { block: Extract<Block, { kind: 'code' }>; value: JsonObject }[];
}

/** The text of a block that is no table. */
function textOf(block: Extract<Block, { kind: 'code' | 'lines' | 'list' }>): string {
  if (block.kind === 'code') return block.text;
  return block.kind === 'lines' ? block.lines.join('\n') : block.items.map(({ text }) => text).join('\n');
}

/** The value below a heading that is a label, as `POST` below `Method`; null for anything else. */
function valueBelow(block: Block, before: Block | undefined): string | null {
  if (before?.kind !== 'heading' || block.kind === 'heading' || block.kind === 'table') return null;
  const text = textOf(block);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [value = ''] = lines.map((line) => line.replaceAll('`', '').trim());
  return lines.length === 1 && isLabelled(before.title, value) ? `${before.title}: ${value}` : null;
}

/** Lines whose first paragraph is the value of the label that the heading above them is, with that label before it. */
function withLabel(block: Extract<Block, { kind: 'lines' }>, before: Block | undefined): typeof block {
  const [first = '', next = ''] = block.lines;
  const value = first.replaceAll('`', '').trim();
  if (before?.kind !== 'heading' || next.trim() !== '' || !isLabelled(before.title, value)) return block;
  return { ...block, lines: [`${before.title.replace(/:\s*$/, '')}: ${value}`, ...block.lines.slice(1)] };
}

/** What is asked of corrections that were not understood, by the fields that they name. */
const correctionTodos = (block: Block, { open }: Corrected): Todo[] =>
  (open.get(block) ?? []).map(({ name, words }) => ({
    name: `correction of ${name}`,
    what: `what the correction of ${name} (${block.title}) changes: the page says "${quotedWords(words)}"; the draft has ${name} as it stands in its table`,
  }));

/** Reads every block, in reading order. */
export async function readBlocks(blocks: Block[], base: string): Promise<BlockReadings> {
  const contexts = contextsOf(blocks);
  const written = inWords(blocks);
  const halves = encodedHalves(blocks, contexts);
  const joined = joinedTables(blocks, contexts);
  const corrected = correctedTables(blocks);
  const spelled = signsAsWords(blocks);
  const contents = contentsOf(blocks);
  const found: BlockReadings = { readings: [], descriptions: [] };
  // A page may have very many headings and lines, and most of them state nothing.
  const keep = (...readings: Reading[]): void =>
    void found.readings.push(...readings.filter((reading) => !isSilent(reading)));
  const readOnce = linesReader();
  let status: number | null = null;
  // Those of the part of the page that the last heading begins, which may have captions.
  let samples: Reading[] = [];
  for (const [index, block] of blocks.entries()) {
    const above = contexts[index] ?? emptyContext;
    const context = above.status === null && status !== null ? { ...above, status } : above;
    const before = blocks[index - 1];
    const labelled = valueBelow(block, before);
    if (labelled !== null) {
      const reading = createReading(block, 'text');
      readLabels([labelled], block.title, reading.statement);
      found.readings.push({ ...reading, used: 1 });
    } else if (halves.has(block)) {
      const why = 'its two fields are what Basic encodes, and no members of a body';
      found.readings.push({ ...createReading(block, 'table'), isSettled: true, why });
    } else if (contents.has(block)) {
      const why = 'it lists the titles of the page';
      found.readings.push({ ...createReading(block, 'text'), isSettled: true, why });
    } else if (corrected.read.has(block)) {
      const why = 'its corrections are read with the tables that they name';
      found.readings.push({ ...createReading(block, 'table'), isSettled: true, why });
    } else if (block.kind === 'lines' && written.notes.has(block)) {
      const reading = createReading(block, 'text');
      reading.statement.ofAll = textOf(block);
      found.readings.push({ ...reading, isSettled: true, why: 'its notes are read with the table above it' });
    } else if (block.kind === 'heading') {
      status = null;
      if (block.depth < boldDepth) samples = [];
      keep(ofHeading(block, context));
    } else if (block.kind === 'table') {
      const own = joined.get(block);
      const told = besideSamples(block, own?.context ?? context, samples);
      const reading = ofTable(own?.block ?? corrected.tables.get(block) ?? block, told, written);
      found.readings.push({ ...reading, block, todos: [...reading.todos, ...correctionTodos(block, corrected)] });
    } else if (block.kind === 'list') {
      found.readings.push({ ...ofList(spelled(block), context, before), block });
    } else if (block.kind === 'lines') {
      const sent = sentLines(block, context);
      if (sent) {
        found.readings.push(sent);
        continue;
      }
      const { reading: read, status: given } = ofWords(withLabel(block, before), context, before, readOnce);
      const reading = { ...read, block };
      status = given ?? status;
      const own = status === null ? above : { ...above, status };
      const messages = ofMessages(block, context);
      keep(ofOwnAnswers(reading, own, above.status === null), messages);
      if (isSample(messages)) samples.push(messages);
    } else {
      const value = await describedIn(block, base);
      if (value) {
        found.descriptions.push({ block, value });
        continue;
      }
      const code = ofCode(block, context, before);
      found.readings.push(code);
      if (isSample(code)) samples.push(code);
    }
  }
  return found;
}
