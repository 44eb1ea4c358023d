/** Reads pages of text: their blocks, the operations these describe, and the facts of the one that issues tokens. */
import { nothing, type Part, type Statement, type Todo } from '../facts/facts.ts';
import type { DeriveOptions, Page } from '../facts/input.ts';
import type { Passage } from '../facts/subjects.ts';
import { placed } from '../facts/todo.ts';
import { qualified } from '../merge/qualified.ts';
import { asOneQuestion } from '../merge/qualified-todos.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { titleIn } from '../page/blocks/page-title.ts';
import { shownBlock } from '../page/blocks/reading.ts';
import { usesIn } from '../page/blocks/token-places.ts';
import { chooseOperation, isShownInUse, scoreOf, shownOperation } from '../page/operations/choose.ts';
import type { PageOperation } from '../page/operations/operation.ts';
import { type ShownGrant, shownGrant } from '../page/operations/shown-grants.ts';
import { clocksIn, clocksOfRefusals } from '../page/sentences/clocks.ts';
import { livesIn } from '../page/sentences/lives.ts';
import { madeIn } from '../page/sentences/made-values.ts';
import type { Mentions } from '../page/sentences/mentions.ts';
import { namedHosts } from '../page/sentences/named-hosts.ts';
import { otherHosts, withOtherHosts } from '../page/sentences/other-hosts.ts';
import { type Address, sameAddress } from '../page/values/address.ts';
import { appendicesOfCodes, passagesAbout, placesIn, sampledOn, textAbout } from './about.ts';
import { describedPart, partOf, passageOf } from './account.ts';
import { type ApiFacts, doubtful } from './api.ts';
import { addressed, livesBeyond } from './beyond.ts';
import { leaveDenied } from './denied-refusals.ts';
import { type Named, namedIn, ofNamed } from './fields-of-all.ts';
import { withForAll } from './for-all.ts';
import { fileOf, passagesIn, todosIn } from './in-file.ts';
import { besideTodo, topicTodo, whyOther } from './left-parts.ts';
import { sentencesLeft } from './looks.ts';
import { methodTodos } from './methods.ts';
import { requireFewFields } from './most-fields.ts';
import { textWithoutOthers } from './own-text.ts';
import { askedFor, type PageOther, type PageOthers, readOthers } from './page-operations.ts';
import { takeChoices } from './said-choices.ts';
import { samplesAsOne } from './samples-as-one.ts';
import { finderOf, isOne, readingsOf, type Sheet, sendsToBrowser, sheetOf, wholeReading } from './sheets.ts';
import { ofAllTodos, ofSome } from './statuses-of-all.ts';

/** What pages of text give together. */
export interface PageFacts {
  statements: Statement[];
  apis: ApiFacts[];
  todos: Todo[];
  parts: Part[];
  /** What they have about the token's operation, and about none. */
  passages: Passage[];
  /** Operations beside the token's that were asked for. */
  others: PageOther[];
  /** The operations that the pages describe, the token's among them. */
  operations: PageOperation[];
  /** What they say that is of no other operation. */
  ownText?: string;
}

/** The statements of a page that are about an operation. */
function statementsAbout(sheet: Sheet, chosen: PageOperation): Statement[] {
  const placeOf = placesIn(sheet, chosen);
  return sheet.readings.flatMap(({ block, statement }) => (placeOf(block).belongs ? [statement] : []));
}

/** The statements of the parts of a page that are about an operation alone. */
function statementsOf(sheet: Sheet, chosen: PageOperation): Statement[] {
  const placeOf = placesIn(sheet, chosen);
  const isOwn = (block: Block): boolean =>
    !sheet.outline.ofAll.has(sheet.indexes.get(block) ?? 0) && placeOf(block).isOwn;
  return sheet.readings.flatMap(({ block, statement }) => (isOwn(block) ? [statement] : []));
}

/** No operation of a page: a description that is read with it has the one that issues tokens. */
const nowhere: PageOperation = { name: '', title: '', method: null, path: null, blocks: new Set() };

/** The operation of pages that issues tokens. */
function tokenOn(
  operations: PageOperation[],
  score: (operation: PageOperation) => number,
  shown: (operation: PageOperation) => ShownGrant,
  wanted: string | undefined,
  issued: Address | null,
): ReturnType<typeof chooseOperation> {
  const same = issued && operations.find((one) => one.path !== null && sameAddress(one, issued));
  if (same) return { chosen: same, certain: true };
  const isElsewhere = issued !== null && operations.every((one) => one.path !== null && score(one) < 2);
  return isElsewhere ? { chosen: nowhere, certain: true } : chooseOperation(operations, score, shown, wanted);
}

/** Told texts that are likely to be among the facts, before these are there. */
export type Told = (texts: string[]) => void;

/** Texts of a page that its facts will show: the parts of the account, and what is asked about them. */
function textsOf({ readings }: Sheet): string[] {
  return readings.flatMap(({ block, todos }) => [passageOf(block), ...todos.flatMap(({ name, what }) => [what, name])]);
}

/**
 * Reads pages of text together.
 * @param issued where a description that is read with them has the operation that issues tokens
 * @throws InputError where several of their operations could be that one.
 */
export async function readPages(
  pages: Page[],
  options: DeriveOptions,
  issued: Address | null = null,
  told: Told = () => {},
): Promise<PageFacts> {
  const found: PageFacts = { statements: [], apis: [], todos: [], parts: [], others: [], operations: [], passages: [] };
  if (pages.length === 0) return found;
  const read: Sheet[] = [];
  for (const page of pages) {
    const sheet = await sheetOf(page, options);
    told(textsOf(sheet));
    read.push(sheet);
  }
  const all = read.flatMap(({ outline }) => outline.operations);
  const isWanted = (one: PageOperation): boolean => addressed(one) && !one.isOfClient;
  const candidates = all.some(isWanted)
    ? all.filter((one) => isWanted(one) || one.name === options.operation)
    : all.slice(0, 1);
  // Two pages may describe one operation, each its own part.
  const find = finderOf(read);
  const distinct = candidates.filter((one) => find(one)[0]?.operation === one);
  const likely = distinct.find(({ name }) => name.toLowerCase() === options.likely?.toLowerCase())?.name;
  const score = (one: PageOperation): number =>
    scoreOf(one, find(one).flatMap(readingsOf), find(one).some(sendsToBrowser));
  const shown = (one: PageOperation): ShownGrant =>
    shownGrant(find(one).flatMap((of) => readingsOf(of).map(({ statement }) => statement)));
  const { chosen, certain } = tokenOn(distinct, score, shown, options.operation ?? likely, issued);
  const sheets = withForAll(read, chosen);
  // Before the words about each field are looked at.
  requireFewFields(
    sheets.flatMap((sheet) => statementsAbout(sheet, chosen)),
    pages,
  );
  const isInUse = options.operation === undefined && isShownInUse(chosen, find(chosen).flatMap(readingsOf));
  if ((!certain || isInUse) && addressed(chosen)) found.todos.push(doubtful(chosen.name));
  found.todos.push(...methodTodos(sheets, all, chosen));
  const title = titleIn(sheets.flatMap(({ blocks }) => blocks));
  if (title !== null) found.statements.push({ ...nothing('table'), title });
  found.ownText = textWithoutOthers(sheets, chosen);
  const { about, mentions, todos } = textAbout(sheets, chosen);
  const lives = livesIn([...about, ...sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))]);
  found.statements.push({
    ...nothing('text'),
    lives: lives.length > 0 ? lives : livesBeyond(sheets),
    clocks: clocksIn(about),
    made: madeIn(about),
    uses: sheets.flatMap(({ blocks }) => usesIn(blocks)),
  });
  found.todos.push(...todos);
  found.operations.push(...distinct.filter(addressed));
  const beside = distinct.filter((one) => !isOne(one, chosen));
  const named = namedIn(sheets.flatMap((sheet) => statementsOf(sheet, chosen)));
  const { others, parts } = readOthers(sheets, askedFor(beside, options.with ?? []));
  found.others.push(...others);
  for (const sheet of sheets) {
    found.passages.push(...passagesIn(fileOf(sheet, pages), passagesAbout(sheet, chosen)));
    const todos: Todo[] = [];
    takeSheet(sheet, chosen, mentions, parts, named, { ...found, todos });
    found.todos.push(...todosIn(fileOf(sheet, pages), todos));
  }
  told(found.passages.map(({ text }) => text));
  const servers = sheets.flatMap(({ blocks }) => namedHosts(blocks, chosen.path));
  if (servers.length > 0) found.statements.push({ ...nothing('text'), servers });
  const hosts = sheets.flatMap(({ blocks }) => otherHosts(blocks));
  if (hosts.length > 0)
    found.statements = found.statements.map((one) => ({ ...one, servers: withOtherHosts(one.servers, hosts) }));
  const clocks = clocksOfRefusals(found.statements.flatMap(({ answers }) => answers));
  if (clocks.length > 0) found.statements.push({ ...nothing('text'), clocks });
  leaveDenied(about, found);
  takeChoices(about, found);
  found.todos.push(...sentencesLeft(about, found.statements, found.todos, sampledOn(sheets)));
  return { ...found, todos: samplesAsOne(found.todos) };
}

function takeSheet(
  sheet: Sheet,
  chosen: PageOperation,
  mentions: Mentions,
  ofOthers: PageOthers['parts'],
  named: Named,
  found: PageFacts,
): void {
  const { page, indexes, readings, outline, apis } = sheet;
  const placeOf = placesIn(sheet, chosen);
  const left = new Set<PageOperation>(appendicesOfCodes(sheet, chosen));
  const asked = new Set<string>();
  const inOrder = readings
    .map((reading) => ({ reading, index: indexes.get(reading.block) ?? 0 }))
    .sort((a, b) => a.index - b.index);
  const refused = new Set(
    inOrder
      .filter(({ reading, index }) => !outline.ofAll.has(index) && placeOf(reading.block).belongs)
      .flatMap(({ reading }) => reading.statement.answers.flatMap(({ status }) => (status >= 400 ? [status] : []))),
  );
  for (const { reading: whole } of inOrder) {
    const { index, operation, belongs } = placeOf(whole.block);
    const read = belongs ? wholeReading(sheet, whole) : whole;
    const given = outline.ofAll.has(index) ? ofNamed(read, named) : read;
    // What stands in the path of the token's address is a question of its own.
    const { paths: _paths, ...own } = given.statement;
    const some = outline.ofAll.has(index) ? ofSome(given, refused) : [];
    // What it does not list itself may be of the others, where it lists any.
    if (refused.size > 0) own.answers = own.answers.filter(({ status }) => !some.includes(status));
    const { statement, todos } = belongs
      ? qualified(own, shownBlock(given.block), mentions)
      : { statement: given.statement, todos: [] };
    const stated = outline.ofAll.has(index) ? [...given.todos, ...ofAllTodos(given, some)] : given.todos;
    const reading = { ...given, statement, todos: asOneQuestion(stated, todos) };
    const part =
      ofOthers.get(whole) ?? partOf(reading, page.base, belongs ? null : shownOperation(operation ?? chosen));
    const api = belongs ? apis.get(reading.block)?.() : undefined;
    if (api) {
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
      found.todos.push(...reading.todos.flatMap((todo) => (asked.has(todo.what) ? [] : placed(todo, reading.block))));
      for (const { what } of reading.todos) asked.add(what);
    } else if (operation && (reading.used > 0 || reading.todos.length > 0)) {
      if (!addressed(operation)) left.add(operation);
      else if (outline.beside.has(index)) found.todos.push(placed(besideTodo(reading, operation), reading.block));
    }
  }
  const isDrafted = (one: PageOperation): boolean => found.others.some(({ operation }) => isOne(operation, one));
  for (const one of outline.operations.filter((other) => !isOne(other, chosen) && addressed(other))) {
    if (isDrafted(one)) continue;
    found.parts.push(describedPart(page.base, { kind: 'operation', title: one.name, why: whyOther(one) }));
  }
  for (const { title } of left) found.todos.push(topicTodo(title));
}
