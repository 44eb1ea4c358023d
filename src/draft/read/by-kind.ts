import type { Block } from '../page/blocks/blocks.ts';
import { announcesHandedOver } from '../page/blocks/handed-over.ts';
import type { Context } from '../page/blocks/heading-words.ts';
import { createReading, isSilent, leave, type NoSample, type Reading, shownBlock } from '../page/blocks/reading.ts';
import { callsIn } from '../page/operations/listed-calls.ts';
import { withMethod } from '../page/operations/methods-above.ts';
import { readOpening } from '../page/operations/text-addresses.ts';
import { announcedHeaders } from '../page/readers/announced-headers.ts';
import { isList, showsListed } from '../page/readers/listed-bodies.ts';
import { readListedHosts } from '../page/readers/listed-hosts.ts';
import { readList } from '../page/readers/lists.ts';
import { readMediaWords } from '../page/readers/media-words.ts';
import { messagesIn, samplesIn } from '../page/readers/messages.ts';
import { type linesReader, readLines, statusesWithReason } from '../page/readers/prose.ts';
import { readSamples } from '../page/readers/samples.ts';
import { formIn, headersIn } from '../page/readers/sent-lines.ts';
import { readTable } from '../page/readers/tables.ts';
import { mayHoldFields } from '../page/readers/unread-lists.ts';
import { readAccept } from '../page/sentences/accepts.ts';
import { readBasicItems } from '../page/sentences/basic-pair.ts';
import { readHeading } from '../page/sentences/labels.ts';
import { madeInCode } from '../page/sentences/made-values.ts';
import { plainSentencesOf } from '../page/sentences/mentions.ts';
import { listedScopes, scopesSaid } from '../page/sentences/scope-lists.ts';
import { readSigning, readSigningItems, signingInCode } from '../page/sentences/signing-words.ts';
import { askEnvironments } from '../page/tables/addresses-beside.ts';
import type { Written } from '../page/tables/legends.ts';
import { isEnvironment, isProduction } from '../page/words/environments.ts';
import { refusedBelow } from '../page/words/status-words.ts';
import { columnOf } from '../page/words/words.ts';
import { oneOf, pattern } from '../vocabulary/pattern.ts';
import { word } from '../vocabulary/word.ts';
import { ofOwnAnswers } from './media-of-answers.ts';
import { isToken, plainTodo } from './plain-answers.ts';
import { readSchema, schemaIn } from './schema-block.ts';
import { isXml, saysXml, xmlTodo } from './xml.ts';

/** A heading that begins with the status of a refusal, which may stand in parentheses. */
const isOfStatus = pattern`^\W*(?:${oneOf('HTTP', 'status', word.answer, word.refusal)}\W{1,3}){0,3}[45]\d\d\b`;

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
  if ('why' in samples) reading.statement.made = madeInCode(block.text, `${block.title}, code`);
  if (signed.length > 0) {
    reading.statement.signed.push(...signed);
    return { ...reading, used: 1 };
  }
  if ('why' in samples)
    return {
      ...reading,
      why: samples.why,
      todos: otherSampleTodos(block, context) ?? sampleTodos(block, samples),
    };
  readSamples(samples, reading.statement);
  // The caption of a sample may be nothing but the name of its environment.
  const named = { label: block.title, production: isProduction(block.title) };
  if (isEnvironment(block.title))
    reading.statement.servers = reading.statement.servers.map((server) => ({ ...server, ...named }));
  return { ...reading, used: samples.length };
}

/** What a sample of an answer shows that is no JSON; null where it is none. */
function otherSampleTodos(block: Extract<Block, { kind: 'code' }>, context: Context): Reading['todos'] | null {
  if (isXml(block.text) && context.side !== 'request') return [xmlTodo(block, context)];
  const isGrant = context.side === 'response' && !context.error && (context.status ?? 200) < 400;
  return isGrant && isToken(block.text) ? [plainTodo(block, context)] : null;
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

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export function ofHeading(block: BlockOf<'heading'>, context: Context): Reading {
  const reading = createReading(block, 'text');
  const { title } = block;
  const at = `Heading ${title}`;
  readHeading(title, reading.statement);
  reading.statement.answers.push(...statusesWithReason([title], at));
  readMediaWords(title, context.side, at, reading.statement);
  // A line that is the name of an algorithm alone reads as a heading.
  if (/^\S+$/.test(title)) readSigning(title, '', at, reading.statement);
  if (saysXml(title, null)) reading.todos.push(xmlTodo(block, context));
  if (context.error) reading.todos.push(...refusedBelow(title, [title]));
  return ofOwnAnswers(reading, context);
}

export function ofTable(block: BlockOf<'table'>, context: Context, { tables, legends }: Written): Reading {
  // What a legend says is in the tables that it explains.
  if (legends.has(block))
    return { ...createReading(block, 'table'), isSettled: true, why: 'it explains the codes of others' };
  // A table without a head is read as one that has it, and stays the block that it is.
  const reading = { ...readTable(tables.get(block) ?? block, context), block };
  if (context.ofAll !== undefined && reading.used > 0) reading.statement.ofAll = context.ofAll;
  const isFilled = block.rows.length > 0 || block.head.filter((cell) => cell !== '').length > 2;
  const silent = (reading.used === 0 || isSilent(reading)) && reading.todos.length === 0 && isFilled;
  return silent && !reading.isSettled ? todoOf(reading, 'what') : ofOwnAnswers(reading, context);
}

/** A list as the scopes that it gives, or with the question which they are. */
function withScopes({ block }: Reading, listed: NonNullable<ReturnType<typeof listedScopes>>): Reading {
  const reading = createReading(block, 'table');
  reading.statement.scopes.push(...listed.scopes);
  if (listed.asked !== '') leave(reading, 'scopes', listed.asked);
  return { ...reading, used: listed.scopes.length };
}

/** Whether the items of a list are sentences, as the steps to a token are. */
const areSteps = ({ items }: BlockOf<'list'>): boolean =>
  items.every(({ text }) => /[.!]\W*$/.test(text) && text.split(/\s+/).length > 4);

/** Reads the items of a list as sentences. */
function readSteps({ title, line, items }: BlockOf<'list'>, context: Context): Reading {
  return readLines({ kind: 'lines', title, line, lines: items.map(({ text }) => `${text.trim()}\n`) }, context).reading;
}

export function ofList(block: BlockOf<'list'>, context: Context, before: Block | undefined): Reading {
  const calls = callsIn(block);
  if (calls) return { ...readTable(calls, context), block };
  if (announcesHandedOver(before)) {
    const why = 'people hand it over, which says nothing of what is sent';
    return todoOf({ ...createReading(block, 'table'), why }, 'what');
  }
  const scopes = listedScopes(block, before, context.side === 'response');
  const reading = readList(block, context);
  const isUnread = reading.used === 0 && reading.todos.length === 0;
  if (scopes !== null && (scopes.isSure || isUnread)) return withScopes(reading, scopes);
  const isPart = reading.used < block.items.length && !context.error && context.side !== 'response';
  const headers = isPart ? announcedHeaders(block, before) : null;
  if (headers) return { ...readTable(headers, { ...context, side: 'request', place: 'header' }), block };
  if (isUnread && isSilent(reading) && !context.error && areSteps(block) && !mayHoldFields(block, context)) {
    const steps = readSteps(block, context);
    if (steps.statement.servers.length > 0 || steps.statement.path) return { ...steps, block };
  }
  reading.used += readSigningItems(block, reading.statement);
  readBasicItems(block, reading.statement);
  const items = block.items.map(({ text }) => text);
  if (context.side !== 'response' && !context.error && readAccept(items, reading.statement)) reading.used ||= 1;
  if (context.error)
    reading.todos.push(
      ...refusedBelow(
        block.title,
        block.items.map(({ text }) => text),
      ),
    );
  const silent = reading.used === 0 && reading.todos.length === 0;
  return silent && mayHoldFields(block, context) ? todoOf(reading, 'what') : ofOwnAnswers(reading, context);
}

/** Lines that are a table of headers or a form, where they are one. */
export function sentLines(block: BlockOf<'lines'>, context: Context): Reading | null {
  const headers = headersIn(block, context);
  if (headers) return { ...readTable(headers, context), block };
  const form = context.side === 'request' ? formIn(block) : null;
  return form && { ...readCode(form, context), block };
}

/** What lines say, and of which status that and what follows is. */
export function ofWords(
  block: BlockOf<'lines'>,
  context: Context,
  before: Block | undefined,
  readOnce: ReturnType<typeof linesReader>,
): { reading: Reading; status: number | null } {
  const { reading: read, status } = readOnce(withMethod(block, before), context);
  const reading = { ...read, block };
  if (before?.kind === 'heading') readOpening(block.lines[0] ?? '', block.title, reading.statement);
  reading.statement.scopes.push(...plainSentencesOf(block).flatMap((one) => scopesSaid(one, `${block.title}, text`)));
  if (context.side !== 'response' && !context.error) readAccept(plainSentencesOf(block), reading.statement);
  if (block.lines.some((line) => saysXml(line, context.side))) reading.todos.push(xmlTodo(block, context));
  // What stands below a status of an error says when it is answered.
  if (context.status !== null && context.status >= 400 && isOfStatus.test(block.title))
    reading.statement.answers.push({
      ...{ status: context.status, at: `${block.title}, text`, origin: 'text', members: [] },
      words: block.lines.join(' '),
    });
  if (context.error) reading.todos.push(...refusedBelow(block.title, block.lines));
  askEnvironments(block, reading);
  if (block.lines.some(isHeadLine))
    reading.todos.push({
      name: `text ${block.title} ${block.line}`,
      what: `what ${shownBlock(block)} states; it looks like a table, and was not read as one`,
    });
  reading.todos.push(...listTodos(block, block.lines.join('\n'), reading.todos));
  return { reading, status };
}

/** The messages that lines show. */
export function ofMessages(block: BlockOf<'lines'>, context: Context): Reading {
  const reading = createReading(block, 'sample');
  readSamples(messagesIn(block, context), reading.statement);
  return reading;
}

/** What a block of code shows that holds no description of an API. */
export function ofCode(given: BlockOf<'code'>, context: Context, before: Block | undefined): Reading {
  const block = withMethod(given, before);
  const reading = { ...readCode(block, context), block: given };
  return { ...reading, todos: [...reading.todos, ...listTodos(block, block.text, reading.todos)] };
}
