/** Bodies of refusals that a page describes once, beside a table of the statuses that have them. */
import type { AnswerFact, Member, Statement } from '../facts/facts.ts';
import { holdsAddress } from '../page/blocks/beside.ts';
import { type Block, captionDepth } from '../page/blocks/blocks.ts';
import { contextOf, unknownIn } from '../page/blocks/heading-words.ts';
import type { Reading } from '../page/blocks/reading.ts';
import { sectionsOf } from '../page/blocks/sections.ts';

/** The heading of the part about refusals that each block is in, by its index; null where no heading says that it is. */
function partsOf(blocks: Block[]): (number | null)[] {
  const open: { depth: number; from: number | null }[] = [];
  return blocks.map((block, index) => {
    if (block.kind === 'heading') {
      while ((open.at(-1)?.depth ?? -1) >= block.depth) open.pop();
      const { error, side } = contextOf(block.title);
      // A caption goes on with the part that it is in, as `The body then holds:` does.
      const goesOn = block.depth >= captionDepth && side !== 'request' && unknownIn(block.title).length === 0;
      const from = error ? (open.at(-1)?.from ?? index) : goesOn ? (open.at(-1)?.from ?? null) : null;
      open.push({ depth: block.depth, from });
    }
    return open.at(-1)?.from ?? null;
  });
}

/** Readings by the part that they are in. */
function byPart(readings: Reading[], partOf: (reading: Reading) => number | null): Map<number, Reading[]> {
  const found = new Map<number, Reading[]>();
  for (const reading of readings) {
    const part = partOf(reading);
    if (part === null) continue;
    const list = found.get(part);
    if (list) list.push(reading);
    else found.set(part, [reading]);
  }
  return found;
}

/** Whether a block says which statuses there are, and of their bodies no more than values. */
const listsStatuses = ({ statement: { answers } }: Reading): boolean =>
  answers.some(({ status }) => status >= 400) &&
  answers.every(({ members }) => members.every(({ byStatus }) => byStatus));

const refusedIn = ({ statement: { answers } }: Reading): number[] =>
  answers.map(({ status }) => status).filter((status) => status >= 400);

/** Readings that list statuses, without sentences that say no more of these than the one table among them does. */
function withoutRepeats(listings: Reading[]): Reading[] {
  const [list, ...more] = listings.filter(({ block }) => block.kind === 'table');
  if (list === undefined || more.length > 0) return listings;
  const listed = refusedIn(list);
  return listings.filter((one) => one.block.kind !== 'lines' || refusedIn(one).some((own) => !listed.includes(own)));
}

/** The one reading of a list; null where there are none or several. */
const onlyOf = <One>(list: One[] = []): One | null => (list.length === 1 ? (list[0] ?? null) : null);

/**
 * The block that alone lists statuses below the heading that a refusal's body is below as well, as a list of all codes beside
 * `Error body` does; null where another body, another list or the address of an operation is there.
 */
function listedBeside(
  blocks: Block[],
  indexes: Map<Block, number>,
  readings: Reading[],
  reading: Reading,
): Reading | null {
  const { of } = sectionsOf(blocks);
  const place = ({ block }: Reading): number => indexes.get(block) ?? -1;
  const above = of[place(reading)]?.parent ?? null;
  const beside = readings.filter((one) => above !== null && of[place(one)]?.parent === above);
  const listing = onlyOf(withoutRepeats(beside.filter(listsStatuses)));
  if (above === null || listing === null || onlyOf(beside.filter(({ refused }) => refused)) === null) return null;
  const [from, to] = [place(reading), place(listing)].sort((one, other) => one - other);
  const isOther = blocks.slice(from, to).some(holdsAddress);
  const { side, status } = contextOf(listing.block.title);
  // Words that are not known may say of which answers it is.
  const isOfAnswers = side === 'response' && status === null && unknownIn(listing.block.title).length === 0;
  return isOther || !isOfAnswers ? null : listing;
}

/** A reading whose body is taken: its question is answered. */
const taken = (reading: Reading, members: Member[], statement: Statement): Reading => ({
  ...{ ...reading, statement, used: members.length, why: '' },
  todos: reading.todos.filter(({ name }) => name !== reading.refused?.asked),
});

/** The media type that the sentence a block stands for gives to its body; nothing without one. */
function typeOf(block: Block): Pick<AnswerFact, 'mediaType'> {
  const value = block.kind === 'table' ? block.about?.type : undefined;
  return value === undefined ? {} : { mediaType: { value, at: block.title } };
}

/** A reading of a sentence about every refusal, as what each status holds that is read. */
function ofEvery(reading: Reading, isRefused: boolean): Reading {
  const { block, refused, statement } = reading;
  if (!isRefused || !refused || block.kind !== 'table' || !block.about?.every) return reading;
  return taken(reading, refused.members, { ...statement, refusals: { members: refused.members, ...typeOf(block) } });
}

/**
 * The readings with the statuses of each such body, where one block alone of its part of the page says which there are; what a
 * sentence says of every refusal is so of all of the page, where its part says of any that there is one.
 */
export function withRefusals(blocks: Block[], indexes: Map<Block, number>, readings: Reading[]): Reading[] {
  // Most pages have no such body.
  if (!readings.some(({ refused }) => refused)) return readings;
  const parts = partsOf(blocks);
  const partOf = ({ block }: Reading): number | null => parts[indexes.get(block) ?? -1] ?? null;
  const listing = byPart(readings.filter(listsStatuses), partOf);
  const bodies = byPart(
    readings.filter((one) => one.refused),
    partOf,
  );
  const isRefused = (part: number | null): boolean =>
    readings.some(
      (one) => (part === null || partOf(one) === part) && one.statement.answers.some(({ status }) => status >= 400),
    );
  return readings.map((reading) => {
    const { refused, statement, block } = reading;
    const part = partOf(reading);
    if (!refused || part === null) return ofEvery(reading, isRefused(part));
    const own = withoutRepeats(listing.get(part) ?? []);
    // A sentence below the body may be about one of the statuses that a table beside it lists.
    const isListed = own.some(({ block: { kind } }) => kind !== 'lines');
    const only = (isListed ? null : listedBeside(blocks, indexes, readings, reading)) ?? onlyOf(own);
    if (!only || bodies.get(part)?.length !== 1) return ofEvery(reading, isRefused(part));
    const answers = refusedIn(only).map(
      (status): AnswerFact => ({
        ...{ status, at: block.title, origin: 'table' },
        ...{ members: refused.members, shared: true },
      }),
    );
    return taken(reading, refused.members, { ...statement, answers: [...statement.answers, ...answers] });
  });
}
