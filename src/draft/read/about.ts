/** What pages of text say about an operation: which of their blocks are about it, and what their text takes back. */

import type { Json } from '../../formats/json.ts';
import type { Member, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { Passage } from '../facts/subjects.ts';
import type { Block } from '../page/blocks/blocks.ts';
import type { PageOperation } from '../page/operations/operation.ts';
import { changesFacts } from '../page/sentences/for-some.ts';
import {
  doubtsBeside,
  generalDoubts,
  type Mentions,
  mentionsIn,
  plainSentencesOf,
} from '../page/sentences/mentions.ts';
import { isAnnouncedForOthers, isOfOtherThing } from '../page/sentences/not-of-token.ts';
import { passagesOf } from '../page/sentences/passages.ts';
import { isForOwnClients } from '../page/words/own-clients.ts';
import { reasonOf } from '../page/words/status-words.ts';
import { passageOf } from './account.ts';
import { addressed, saidBeyond } from './beyond.ts';
import { limitsOfEnvironments } from './environment-cells.ts';
import { commentsIn } from './sample-comments.ts';
import { isOne, type Sheet } from './sheets.ts';

/** A status alone, or with the codes of a service and a case behind it. */
const ofStatus = /(?<![\w.-])([2-5]\d\d)(?:\*\*\d\d|xx\d\d|\d{4})?(?!\w)/gi;

/** The appendices behind other operations that have statuses, or codes that begin with one: those of a token may be among them. */
export function appendicesOfCodes({ blocks, outline }: Sheet, chosen: PageOperation): PageOperation[] {
  const hasCode = (block: Block | undefined): boolean =>
    block !== undefined &&
    block.kind !== 'heading' &&
    [...passageOf(block).matchAll(ofStatus)].some(([, status = '']) => reasonOf(status) !== undefined);
  return outline.operations.filter(
    ({ behind, blocks: own }) => behind && !isOne(behind, chosen) && [...own].some((index) => hasCode(blocks[index])),
  );
}

/** Of which operation a block is, whether it is about the chosen one, and whether it is a part of that alone. */
interface Place {
  index: number;
  operation: PageOperation | undefined;
  belongs: boolean;
  isOwn: boolean;
}

/** Tells whether a block is about an operation, and of which operation it is. */
export function placesIn(
  { blocks, indexes, outline, of, forAll }: Sheet,
  chosen: PageOperation,
): (block: Block) => Place {
  const ones = new Set(
    outline.operations.filter((one) => isOne(one, chosen) || (one.behind && isOne(one.behind, chosen))),
  );
  const hasAddress = outline.operations.some(addressed);
  const isOfOther = ones.size === 0 && isOfOtherThing(blocks);
  return (block) => {
    const index = indexes.get(block) ?? -1;
    const operation = of[index];
    // What is announced as none of the request for a token is of another, wherever it stands.
    if (block.kind !== 'heading' && block.kind !== 'lines' && isAnnouncedForOthers(blocks, index))
      return { index, operation, belongs: false, isOwn: false };
    if (operation !== undefined && ones.has(operation)) return { index, operation, belongs: true, isOwn: true };
    // A page without an address of its own is about what the other pages are about.
    const belongs = hasAddress
      ? operation === undefined && (ones.size > 0 || forAll?.has(index) === true)
      : operation === outline.operations[0] && !isOfOther;
    return { index, operation, belongs, isOwn: false };
  };
}

/** Whether lines end with the address that another operation begins with: what stands before it is of none, or of the one before. */
const endsBefore = (block: Block, others: ReadonlySet<number> | undefined, index: number): boolean =>
  block.kind === 'lines' &&
  others !== undefined &&
  !others.has(index - 1) &&
  !/\b(?:GET|POST|PUT|PATCH|DELETE)\b|https?:|^\W*\//.test(block.lines.find((line) => line.trim() !== '') ?? '');

/** What a page has about an operation, or beside it, that may speak of a subject of a contract. */
export function passagesAbout(sheet: Sheet, chosen: PageOperation): Passage[] {
  const placeOf = placesIn(sheet, chosen);
  // A page about other calls may say all the same where tokens are issued.
  const isOfOther = isOfOtherThing(sheet.blocks);
  const isAbout = (block: Block): boolean => {
    const { index, belongs } = placeOf(block);
    return belongs || isOfOther || sheet.outline.beside.has(index) || endsBefore(block, sheet.of[index]?.blocks, index);
  };
  return passagesOf(sheet.blocks, isAbout, sheet.page.text);
}

/** The blocks that gave fields. */
function fieldedIn(sheet: Sheet): Set<Block> {
  return new Set(
    sheet.readings
      .filter(({ statement: { headers, queries, request, answers } }) =>
        [headers, queries, request, ...answers.map(({ members }) => members)].some((facts) => facts.length > 0),
      )
      .map(({ block }) => block),
  );
}

/** The text about an operation: lines, and lists that gave no fields. */
function textsAbout(sheet: Sheet, chosen: PageOperation, fielded: Set<Block>): Block[] {
  const placeOf = placesIn(sheet, chosen);
  return sheet.blocks.filter(
    (block) => (block.kind === 'lines' || (block.kind === 'list' && !fielded.has(block))) && placeOf(block).belongs,
  );
}

/** Text that gives another address in passing, for some requests alone: it may be one of the token's. */
function inPassing({ blocks, of }: Sheet): Block[] {
  const known = new Map<PageOperation, boolean>();
  // An operation may have very many blocks, and is asked about for each of them.
  const hasHeading = (operation: PageOperation): boolean => {
    const has = known.get(operation) ?? [...operation.blocks].some((index) => blocks[index]?.kind === 'heading');
    known.set(operation, has);
    return has;
  };
  return blocks.filter((block, index) => {
    const operation = of[index];
    return (
      block.kind === 'lines' &&
      operation !== undefined &&
      !hasHeading(operation) &&
      plainSentencesOf(block).some((one) => changesFacts(one, () => false))
    );
  });
}

/** The blocks that hold a sample. */
export function sampledOn(sheets: Sheet[]): Set<Block> {
  const sampled = sheets.flatMap(({ readings }) =>
    readings.filter(({ statement }) => statement.origin === 'sample' || statement.refusals !== undefined),
  );
  return new Set(sampled.map(({ block }) => block));
}

/** The samples of bodies about an operation. */
function samplesAbout(sheet: Sheet, chosen: PageOperation): Block[] {
  const placeOf = placesIn(sheet, chosen);
  const isOf = ({ block, statement }: Sheet['readings'][number]): boolean =>
    block.kind === 'code' && statement.origin === 'sample' && placeOf(block).belongs;
  return [...new Set(sheet.readings.filter(isOf).map(({ block }) => block))];
}

/** The values that samples of an operation show, by the names of the facts. */
function shownBy(sheets: Sheet[], chosen: PageOperation): Map<string, Json> {
  const shown = new Map<string, Json>();
  const take = (part: string, members: Member[]): void => {
    for (const { pointer, example } of members) if (example !== undefined) shown.set(`${part} ${pointer}`, example);
  };
  for (const sheet of sheets) {
    const placeOf = placesIn(sheet, chosen);
    for (const { block, statement } of sheet.readings) {
      if (statement.origin !== 'sample' || !placeOf(block).belongs) continue;
      take('request', statement.request);
      for (const { status, members } of statement.answers) take(String(status), members);
    }
  }
  return shown;
}

/** The text about an operation, what it says of fields by their names, and the question where it is so for some requests alone. */
export function textAbout(
  sheets: Sheet[],
  chosen: PageOperation,
): { about: Block[]; mentions: Mentions; todos: Todo[] } {
  const texts = sheets.map((sheet) => {
    const fielded = fieldedIn(sheet);
    return { sheet, fielded, own: textsAbout(sheet, chosen, fielded) };
  });
  const about = texts.flatMap(({ own }) => own);
  const titles = sheets.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'heading').slice(0, 1));
  const headings = titles.map(({ title }) => title);
  const shown = shownBy(sheets, chosen);
  const found = mentionsIn(about, [...headings, chosen.title]);
  const beside = texts.flatMap(({ sheet, fielded, own }) => doubtsBeside(sheet.blocks, new Set(own), fielded));
  const open = [...generalDoubts(about), ...beside].filter((words) => !isForOwnClients(words, headings));
  const todos = open.slice(0, 1).map(
    (words): Todo => ({
      name: 'for some',
      kind: { of: 'sentences' },
      what: `for which requests the draft is so: the page says "${quotedWords(words)}"`,
    }),
  );
  return {
    about: [
      ...[...about, ...sheets.flatMap(inPassing), ...sheets.flatMap((sheet) => saidBeyond(sheet, chosen))],
      ...sheets.flatMap(({ blocks }) => limitsOfEnvironments(blocks)),
      ...sheets.flatMap((sheet) => commentsIn(samplesAbout(sheet, chosen))),
    ],
    mentions: { ...found, shown: (fact) => shown.get(fact) },
    todos,
  };
}
