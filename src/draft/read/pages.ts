/** Reads pages of text: their blocks, the operations these describe, and the facts of the one that issues tokens. */
import { InputError } from '../../contract/problems.ts';
import { nothing, type Part, type Statement, type Todo } from '../facts/facts.ts';
import { asOneQuestion, qualified } from '../facts/qualified.ts';
import { operationName, operationsOf } from '../openapi/description.ts';
import { lastPart, sameAddress } from '../page/address.ts';
import type { Block } from '../page/blocks.ts';
import { chooseOperation, scoreOf, shownOperation } from '../page/choose.ts';
import { generalDoubts, type Mentions, mentionsIn } from '../page/mentions.ts';
import { type Outline, outlineOf, type PageOperation } from '../page/outline.ts';
import { blocksOf } from '../page/page.ts';
import { createReading, type Reading, shownBlock } from '../page/reading.ts';
import { describedPart, partOf } from './account.ts';
import { type ApiFacts, apiFacts, doubtful } from './api.ts';
import { type BlockReadings, readBlocks } from './blocks.ts';
import type { DeriveOptions, Page } from './input.ts';
import { requireFewFields } from './most-fields.ts';
import { nestObjects } from './nested.ts';

/** What pages of text give together. */
export interface PageFacts {
  statements: Statement[];
  apis: ApiFacts[];
  todos: Todo[];
  parts: Part[];
}

interface Sheet {
  page: Page;
  blocks: Block[];
  indexes: Map<Block, number>;
  readings: Reading[];
  /** The readings of each block, by the index of the block. */
  readingsAt: Reading[][];
  outline: Outline;
  /** The operation that each block is of, by the index of the block. */
  of: (PageOperation | undefined)[];
  /** The description in a block of code, or why it could not be read. */
  apis: Map<Block, ApiFacts | InputError>;
}

/** The operation that the words behind the language of a fence name. */
function operationIn(info: string): string | undefined {
  const words = info.split(' ');
  const index = words.findIndex((word) => ['get', 'post', 'put'].includes(word.toLowerCase()));
  const path = words[index + 1];
  return index >= 0 && path?.startsWith('/') ? `${words[index]} ${path}` : undefined;
}

async function described(
  { block, value }: BlockReadings['descriptions'][number],
  { base }: Page,
  options: DeriveOptions,
): Promise<ApiFacts | InputError> {
  const { operation: wanted, ...rest } = options;
  const names = operationsOf(value).map(operationName);
  const asked = names.some((name) => name.toLowerCase() === wanted?.toLowerCase());
  const single = names.length === 1 ? names[0] : undefined;
  const operation = asked ? wanted : (operationIn(block.info) ?? single ?? wanted);
  try {
    return await apiFacts(value, base, { ...rest, ...(operation === undefined ? {} : { operation }) });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

async function sheetOf(page: Page, options: DeriveOptions): Promise<Sheet> {
  const blocks = blocksOf(page.text, page.format === 'html' ? 'html' : 'markdown');
  const { readings: read, descriptions } = await readBlocks(blocks, page.base);
  const indexes = new Map(blocks.map((block, index) => [block, index]));
  const readings = nestObjects(blocks, indexes, read);
  const apis: Sheet['apis'] = new Map();
  for (const one of descriptions) {
    const found = await described(one, page, options);
    apis.set(one.block, found);
    const statement = found instanceof InputError ? nothing('openapi') : found.statement;
    readings.push({ ...createReading(one.block, 'openapi'), statement, used: 1 });
  }
  const outline = outlineOf(blocks, indexes, readings);
  const readingsAt = blocks.map((): Reading[] => []);
  for (const reading of readings) readingsAt[indexes.get(reading.block) ?? -1]?.push(reading);
  const of: Sheet['of'] = new Array(blocks.length);
  for (const operation of outline.operations) for (const index of operation.blocks) of[index] ??= operation;
  return { page, blocks, indexes, readings, readingsAt, outline, of, apis };
}

const addressed = ({ method, path }: PageOperation): boolean => method !== null || path !== null;

/** Whether two pages describe one operation. */
const isOne = (one: PageOperation, other: PageOperation): boolean =>
  one === other || (one.path !== null && other.path !== null && sameAddress(one, other));

/** An operation as one page describes it. */
interface Described {
  sheet: Sheet;
  operation: PageOperation;
}

/** Finds what all pages describe of an operation, in reading order. Each may have very many operations. */
function finderOf(sheets: Sheet[]): (operation: PageOperation) => Described[] {
  // Addresses of one operation end alike; one without an address is on one page alone.
  const keyOf = (operation: PageOperation) => (operation.path === null ? operation : lastPart(operation.path));
  const known = new Map<ReturnType<typeof keyOf>, Described[]>();
  for (const sheet of sheets)
    for (const operation of sheet.outline.operations) {
      const list = known.get(keyOf(operation)) ?? [];
      list.push({ sheet, operation });
      known.set(keyOf(operation), list);
    }
  return (operation) => (known.get(keyOf(operation)) ?? []).filter((one) => isOne(one.operation, operation));
}

const readingsOf = ({ sheet, operation }: Described): Reading[] =>
  [...operation.blocks].flatMap((index) => sheet.readingsAt[index] ?? []);

/** The statements of a page that are about an operation. */
function statementsAbout(sheet: Sheet, chosen: PageOperation): Statement[] {
  const placeOf = placesIn(sheet, chosen);
  return sheet.readings.flatMap(({ block, statement }) => (placeOf(block).belongs ? [statement] : []));
}

/** Reads pages of text together. @throws InputError where several of their operations could be the one that issues tokens. */
export async function readPages(pages: Page[], options: DeriveOptions): Promise<PageFacts> {
  const found: PageFacts = { statements: [], apis: [], todos: [], parts: [] };
  if (pages.length === 0) return found;
  const sheets: Sheet[] = [];
  for (const page of pages) sheets.push(await sheetOf(page, options));
  const all = sheets.flatMap(({ outline }) => outline.operations);
  const candidates = all.some(addressed)
    ? all.filter((one) => addressed(one) || one.name === options.operation)
    : all.slice(0, 1);
  // Two pages may describe one operation, each its own part.
  const find = finderOf(sheets);
  const distinct = candidates.filter((one) => find(one)[0]?.operation === one);
  const { chosen, certain } = chooseOperation(
    distinct,
    (one) => scoreOf(one, find(one).flatMap(readingsOf)),
    options.operation,
  );
  // Before the words about each field are looked at.
  requireFewFields(
    sheets.flatMap((sheet) => statementsAbout(sheet, chosen)),
    pages,
  );
  if (!certain && addressed(chosen)) found.todos.push(doubtful(chosen.name));
  const [heading] = sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'heading'));
  if (heading) found.statements.push({ ...nothing('table'), title: heading.title });
  const about = sheets.flatMap((sheet) => textsAbout(sheet, chosen));
  const mentions = mentionsIn(about);
  for (const words of generalDoubts(about).slice(0, 1))
    found.todos.push({
      name: 'for some',
      what: `for which requests the draft is so: the page says "${words.slice(0, 200)}"`,
    });
  for (const sheet of sheets) takeSheet(sheet, chosen, mentions, found);
  return found;
}

/** The question whether a part beside another operation is about the token as well. */
function besideTodo({ block }: Reading, operation: PageOperation): Todo {
  return {
    name: `beside ${block.title} ${block.line}`,
    what: `whether ${shownBlock(block)} is about the request for a token as well; it is beside ${shownOperation(operation)}, and its facts were left out`,
  };
}

/** Tells whether a block is about an operation, and of which operation it is. */
function placesIn({ indexes, outline, of }: Sheet, chosen: PageOperation) {
  const ones = new Set(outline.operations.filter((one) => isOne(one, chosen)));
  const hasAddress = outline.operations.some(addressed);
  return (block: Block) => {
    const index = indexes.get(block) ?? -1;
    const operation = of[index];
    if (operation !== undefined && ones.has(operation)) return { index, operation, belongs: true };
    // A page without an address of its own is about what the other pages are about.
    const belongs = hasAddress ? operation === undefined && ones.size > 0 : operation === outline.operations[0];
    return { index, operation, belongs };
  };
}

/** The text about an operation: lines, and lists that gave no fields. */
function textsAbout(sheet: Sheet, chosen: PageOperation): Block[] {
  const fielded = new Set(
    sheet.readings
      .filter(({ statement: { headers, queries, request, answers } }) =>
        [headers, queries, request, answers.flatMap(({ members }) => members)].some((facts) => facts.length > 0),
      )
      .map(({ block }) => block),
  );
  const placeOf = placesIn(sheet, chosen);
  return sheet.blocks.filter(
    (block) => (block.kind === 'lines' || (block.kind === 'list' && !fielded.has(block))) && placeOf(block).belongs,
  );
}

function takeSheet(sheet: Sheet, chosen: PageOperation, mentions: Mentions, found: PageFacts): void {
  const { page, indexes, readings, outline, apis } = sheet;
  const placeOf = placesIn(sheet, chosen);
  const left = new Set<PageOperation>();
  const asked = new Set<string>();
  const inOrder = readings
    .map((reading) => ({ reading, index: indexes.get(reading.block) ?? 0 }))
    .sort((a, b) => a.index - b.index);
  for (const { reading: given } of inOrder) {
    const { index, operation, belongs } = placeOf(given.block);
    const { statement, todos } = belongs
      ? qualified(given.statement, shownBlock(given.block), mentions)
      : { statement: given.statement, todos: [] };
    const reading = { ...given, statement, todos: asOneQuestion(given.todos, todos) };
    const part = partOf(reading, page.base, belongs ? null : shownOperation(operation ?? chosen));
    const api = apis.get(reading.block);
    if (api instanceof InputError && belongs) throw api;
    if (api && !(api instanceof InputError) && belongs) {
      found.apis.push(api);
      found.parts.push(...api.parts.map((one) => ({ ...one, line: part.line })));
    } else if (part.kind !== 'text' || part.facts.length > 0) {
      const repeated =
        reading.statement.origin === 'sample' && reading.block.kind === 'lines' && part.facts.length === 0;
      if (!repeated) found.parts.push(part);
    }
    if (belongs) {
      found.statements.push(reading.statement);
      // What several parts below one heading ask is one question.
      found.todos.push(...reading.todos.filter(({ what }) => !asked.has(what)));
      for (const { what } of reading.todos) asked.add(what);
    } else if (operation && (reading.used > 0 || reading.todos.length > 0)) {
      if (!addressed(operation)) left.add(operation);
      else if (outline.beside.has(index)) found.todos.push(besideTodo(reading, operation));
    }
  }
  for (const { name, title } of outline.operations.filter((one) => !isOne(one, chosen) && addressed(one)))
    found.parts.push(
      describedPart(page.base, { kind: 'operation', title: name, why: `another operation, under "${title}"` }),
    );
  for (const { title } of left)
    found.todos.push({
      name: `topic ${title}`,
      what: `whether what the page says under "${title}" is about the request for a token as well; its facts were left out`,
    });
}
