/** Reads pages of text: their blocks, the operations these describe, and the facts of the one that issues tokens. */
import { InputError } from '../../contract/problems.ts';
import { nothing, type Part, type Statement, type Todo } from '../facts/facts.ts';
import { asOneQuestion, qualified } from '../facts/qualified.ts';
import { sameAddress } from '../page/address.ts';
import type { Block } from '../page/blocks.ts';
import { chooseOperation, scoreOf, shownOperation } from '../page/choose.ts';
import { doubtsBeside, generalDoubts, type Mentions, mentionsIn } from '../page/mentions.ts';
import type { PageOperation } from '../page/outline.ts';
import { type Reading, shownBlock } from '../page/reading.ts';
import { describedPart, partOf } from './account.ts';
import { type ApiFacts, doubtful } from './api.ts';
import type { DeriveOptions, Page } from './input.ts';
import { sentencesLeft } from './looks.ts';
import { requireFewFields } from './most-fields.ts';
import { finderOf, isOne, readingsOf, type Sheet, sheetOf } from './sheets.ts';

/** What pages of text give together. */
export interface PageFacts {
  statements: Statement[];
  apis: ApiFacts[];
  todos: Todo[];
  parts: Part[];
}

const addressed = ({ method, path }: PageOperation): boolean => method !== null || path !== null;

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
  const likely = distinct.find(({ name }) => name.toLowerCase() === options.likely?.toLowerCase())?.name;
  const { chosen, certain } = chooseOperation(
    distinct,
    (one) => scoreOf(one, find(one).flatMap(readingsOf)),
    options.operation ?? likely,
  );
  // Before the words about each field are looked at.
  requireFewFields(
    sheets.flatMap((sheet) => statementsAbout(sheet, chosen)),
    pages,
  );
  if (!certain && addressed(chosen)) found.todos.push(doubtful(chosen.name));
  const shown = all.find(
    (one) =>
      one.sampled && !chosen.sampled && one.method !== chosen.method && sameAddress({ ...one, method: null }, chosen),
  );
  if (shown && chosen.path !== null && chosen.method !== null)
    found.todos.push({
      name: 'method',
      what: `the method: ${chosen.method}, or ${shown.method} as a sample of ${shown.path} shows`,
    });
  const [heading] = sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'heading'));
  if (heading) found.statements.push({ ...nothing('table'), title: heading.title });
  const texts = sheets
    .map((sheet) => ({ sheet, fielded: fieldedIn(sheet) }))
    .map((one) => ({ ...one, own: textsAbout(one, chosen) }));
  const about = texts.flatMap(({ own }) => own);
  const titles = sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'heading').slice(0, 1));
  const mentions = mentionsIn(about, [...titles.map(({ title }) => title), chosen.title]);
  const beside = texts.flatMap(({ sheet, fielded, own }) => doubtsBeside(sheet.blocks, new Set(own), fielded));
  for (const words of [...generalDoubts(about), ...beside].slice(0, 1))
    found.todos.push({
      name: 'for some',
      what: `for which requests the draft is so: the page says "${words.slice(0, 200)}"`,
    });
  for (const sheet of sheets) takeSheet(sheet, chosen, mentions, found);
  const sampled = sheets.flatMap(({ readings }) => readings.filter(({ statement }) => statement.origin === 'sample'));
  found.todos.push(...sentencesLeft(about, found.statements, found.todos, new Set(sampled.map(({ block }) => block))));
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

/** The blocks that gave fields. */
function fieldedIn(sheet: Sheet): Set<Block> {
  return new Set(
    sheet.readings
      .filter(({ statement: { headers, queries, request, answers } }) =>
        [headers, queries, request, answers.flatMap(({ members }) => members)].some((facts) => facts.length > 0),
      )
      .map(({ block }) => block),
  );
}

/** The text about an operation: lines, and lists that gave no fields. */
function textsAbout({ sheet, fielded }: { sheet: Sheet; fielded: Set<Block> }, chosen: PageOperation): Block[] {
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
