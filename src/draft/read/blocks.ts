/** Reads the blocks of a page one by one. */
import type { JsonObject } from '../../formats/json.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { nothing as emptyContext } from '../page/blocks/heading-words.ts';
import { createReading, isSilent, type NoSample, type Reading, shownBlock } from '../page/blocks/reading.ts';
import { contextsOf } from '../page/operations/context.ts';
import { callsIn } from '../page/operations/listed-calls.ts';
import { readOpening } from '../page/operations/text-addresses.ts';
import { isList, showsListed } from '../page/readers/listed-bodies.ts';
import { readListedHosts } from '../page/readers/listed-hosts.ts';
import { readList } from '../page/readers/lists.ts';
import { readMediaWords } from '../page/readers/media-words.ts';
import { messagesIn, samplesIn } from '../page/readers/messages.ts';
import { linesReader, statusesWithReason } from '../page/readers/prose.ts';
import { readSamples } from '../page/readers/samples.ts';
import { formIn, headersIn } from '../page/readers/sent-lines.ts';
import { readTable } from '../page/readers/tables.ts';
import { mayHoldFields } from '../page/readers/unread-lists.ts';
import { readBasicItems } from '../page/sentences/basic-pair.ts';
import { readHeading, readLabels } from '../page/sentences/labels.ts';
import { readSigning, readSigningItems, signingInCode } from '../page/sentences/signing-words.ts';
import { askEnvironments } from '../page/tables/addresses-beside.ts';
import { inWords } from '../page/tables/legends.ts';
import { isLabelled } from '../page/text/plain.ts';
import { columnOf } from '../page/words/words.ts';
import { describedIn } from './description.ts';
import { ofOwnAnswers } from './media-of-answers.ts';
import { readSchema, schemaIn } from './schema-block.ts';
import { isXml, saysXml, xmlTodo } from './xml.ts';

/** The readings of the blocks of a page, and the descriptions in its code. */
export interface BlockReadings {
  readings: Reading[];
  descriptions: { block: Extract<Block, { kind: 'code' }>; value: JsonObject }[];
}

/** The value below a heading that is a label, as `POST` below `Method`; null for anything else. */
function valueBelow(block: Block, before: Block | undefined): string | null {
  if (before?.kind !== 'heading' || (block.kind !== 'code' && block.kind !== 'lines')) return null;
  const text = block.kind === 'code' ? block.text : block.lines.join('\n');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [value = ''] = lines.map((line) => line.replaceAll('`', '').trim());
  return lines.length === 1 && isLabelled(before.title, value) ? `${before.title}: ${value}` : null;
}

/** Lines below a heading that is a method and a name, as `POST Log in`, with the method before their address. */
function withMethod(block: Extract<Block, { kind: 'lines' }>, before: Block | undefined): typeof block {
  const method = before?.kind === 'heading' ? /^(GET|POST|PUT|PATCH|DELETE)\s+\S/.exec(before.title)?.[1] : undefined;
  const at = block.lines.findIndex((line) => line.trim() !== '');
  const line = (block.lines[at] ?? '').trim();
  if (method === undefined || !/^`?(?:https?:\/\/|\{{1,2}[^{}]{1,30}\}{1,2}\/|\/)\S*$/.test(line)) return block;
  return { ...block, lines: block.lines.with(at, `${method} ${line}`) };
}

function readCode(block: Extract<Block, { kind: 'code' }>, context: Parameters<typeof samplesIn>[1]): Reading {
  const schema = schemaIn(block.text);
  if (schema) {
    const stated = readSchema(block, schema, context);
    return stated.why === '' ? stated : todoOf(stated, 'what');
  }
  const hosts = createReading(block, 'table');
  const count = readListedHosts(block.text.split('\n'), block.title, hosts.statement);
  if (count > 0) return { ...hosts, used: count };
  const reading = createReading(block, 'sample');
  const samples = samplesIn(block, context);
  const signed = 'why' in samples ? signingInCode(block.text, block.title, `${block.title}, code`) : [];
  if (signed.length > 0) {
    reading.statement.signed.push(...signed);
    return { ...reading, used: 1 };
  }
  if ('why' in samples)
    return {
      ...reading,
      why: samples.why,
      todos: isXml(block.text) && context.side !== 'request' ? [xmlTodo(block, context)] : sampleTodos(block, samples),
    };
  readSamples(samples, reading.statement);
  return { ...reading, used: samples.length };
}

/** What a sample that could not be read may hold. */
function sampleTodos(block: Block, { why, mayHold }: NoSample): Reading['todos'] {
  return mayHold
    ? [
        {
          name: `sample ${block.title} ${block.line}`,
          kind: { of: 'unread sample', shown: shownBlock(block), why },
          what: `what ${shownBlock(block)} shows; it was not read: ${why}`,
        },
      ]
    : [];
}

function todoOf(reading: Reading, what: string): Reading {
  const { block, why } = reading;
  return {
    ...reading,
    todos: [
      {
        name: `${block.kind} ${block.title} ${block.line}`,
        kind: { of: 'unread' },
        what: `${what} ${shownBlock(block)} states; it was not read: ${why}`,
      },
    ],
  };
}

/** Whether a line reads as the heads of a table: cells apart by bars, tabs or spaces, of which two or more are heads. */
function isHeadLine(line: string): boolean {
  if (!/\||\t|\S {2,}\S/.test(line)) return false;
  const cells = line
    .trim()
    .split(/\s*\|+\s*|\t+| {2,}/)
    .filter((cell) => cell !== '');
  const known = cells.filter((cell) => columnOf(cell) !== null).length;
  return cells.length > 2 && known > 1 && known * 2 > cells.length;
}

/** The question about a list of grants that a text shows as a whole answer. */
const listTodos = (block: Block, text: string, asked: Reading['todos']): Reading['todos'] =>
  asked.length === 0 && showsListed(text) ? sampleTodos(block, { why: isList, mayHold: true }) : [];

/** Reads every block, in reading order. */
export async function readBlocks(blocks: Block[], base: string): Promise<BlockReadings> {
  const contexts = contextsOf(blocks);
  const written = inWords(blocks);
  const found: BlockReadings = { readings: [], descriptions: [] };
  const readOnce = linesReader();
  let status: number | null = null;
  for (const [index, block] of blocks.entries()) {
    const above = contexts[index] ?? emptyContext;
    const context = above.status === null && status !== null ? { ...above, status } : above;
    const labelled = valueBelow(block, blocks[index - 1]);
    if (labelled !== null) {
      const reading = createReading(block, 'text');
      readLabels([labelled], block.title, reading.statement);
      found.readings.push({ ...reading, used: 1 });
    } else if (block.kind === 'heading') {
      status = null;
      const reading = createReading(block, 'text');
      readHeading(block.title, reading.statement);
      reading.statement.answers.push(...statusesWithReason([block.title], `Heading ${block.title}`));
      readMediaWords(block.title, context.side, `Heading ${block.title}`, reading.statement);
      // A line that is the name of an algorithm alone reads as a heading.
      if (/^\S+$/.test(block.title)) readSigning(block.title, '', `Heading ${block.title}`, reading.statement);
      if (saysXml(block.title, null)) reading.todos.push(xmlTodo(block, context));
      // A page may have very many headings and lines, and most of them state nothing.
      if (!isSilent(reading)) found.readings.push(ofOwnAnswers(reading, context));
    } else if (written.legends.has(block) && block.kind === 'table') {
      // What it says is in the tables that it explains.
      found.readings.push({
        ...createReading(block, 'table'),
        isSettled: true,
        why: 'it explains the codes of others',
      });
    } else if (block.kind === 'table') {
      // A table without a head is read as one that has it, and stays the block that it is.
      const reading = { ...readTable(written.tables.get(block) ?? block, context), block };
      const isFilled = block.rows.length > 0 || block.head.filter((cell) => cell !== '').length > 2;
      const silent = (reading.used === 0 || isSilent(reading)) && reading.todos.length === 0 && isFilled;
      found.readings.push(silent && !reading.isSettled ? todoOf(reading, 'what') : ofOwnAnswers(reading, context));
    } else if (block.kind === 'list') {
      const calls = callsIn(block);
      if (calls) {
        found.readings.push({ ...readTable(calls, context), block });
        continue;
      }
      const reading = readList(block, context);
      reading.used += readSigningItems(block, reading.statement);
      readBasicItems(block, reading.statement);
      const silent = reading.used === 0 && reading.todos.length === 0;
      found.readings.push(
        silent && mayHoldFields(block, context) ? todoOf(reading, 'what') : ofOwnAnswers(reading, context),
      );
    } else if (block.kind === 'lines') {
      const headers = headersIn(block, context);
      if (headers) {
        found.readings.push({ ...readTable(headers, context), block });
        continue;
      }
      const form = context.side === 'request' ? formIn(block) : null;
      if (form) {
        found.readings.push({ ...readCode(form, context), block });
        continue;
      }
      const { reading: read, status: given } = readOnce(withMethod(block, blocks[index - 1]), context);
      const reading = { ...read, block };
      if (blocks[index - 1]?.kind === 'heading') readOpening(block.lines[0] ?? '', block.title, reading.statement);
      status = given ?? status;
      if (block.lines.some((line) => saysXml(line, context.side))) reading.todos.push(xmlTodo(block, context));
      // What stands below a status of an error says when it is answered.
      if (context.status !== null && context.status >= 400 && /^\W*(?:HTTP |status )?[45]\d\d\b/i.test(block.title))
        reading.statement.answers.push({
          ...{ status: context.status, at: `${block.title}, text`, origin: 'text', members: [] },
          words: block.lines.join(' '),
        });
      askEnvironments(block, reading);
      if (block.lines.some(isHeadLine))
        reading.todos.push({
          name: `text ${block.title} ${block.line}`,
          what: `what ${shownBlock(block)} states; it looks like a table, and was not read as one`,
        });
      reading.todos.push(...listTodos(block, block.lines.join('\n'), reading.todos));
      if (!isSilent(reading))
        found.readings.push(ofOwnAnswers(reading, status === null ? above : { ...above, status }));
      const samples = messagesIn(block, context);
      if (samples.length === 0) continue;
      const messages = createReading(block, 'sample');
      readSamples(samples, messages.statement);
      if (!isSilent(messages)) found.readings.push(messages);
    } else {
      const value = await describedIn(block, base);
      if (value) found.descriptions.push({ block, value });
      else {
        const reading = readCode(block, context);
        found.readings.push({ ...reading, todos: [...reading.todos, ...listTodos(block, block.text, reading.todos)] });
      }
    }
  }
  return found;
}
