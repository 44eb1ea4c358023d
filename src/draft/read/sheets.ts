/** Pages of text, each with its blocks, what these state, and the operations that it describes. */

import { InputError } from '../../contract/problems.ts';
import { nothing, type Statement } from '../facts/facts.ts';
import type { DeriveOptions, Page } from '../facts/input.ts';
import { operationName, operationsOf } from '../openapi/description.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { createReading, type Reading } from '../page/blocks/reading.ts';
import { sendsBrowser } from '../page/operations/browser-calls.ts';
import { calledByLeads } from '../page/operations/led.ts';
import { withListed } from '../page/operations/listed-operations.ts';
import type { PageOperation } from '../page/operations/operation.ts';
import { type Outline, outlineOf } from '../page/operations/outline.ts';
import { rowsToCalls } from '../page/operations/rows-to-calls.ts';
import { withSchemes } from '../page/sentences/hosts-alone.ts';
import { plainSentencesOf } from '../page/sentences/mentions.ts';
import { sentencesApart } from '../page/sentences/sentences-apart.ts';
import { codesBelowStatus } from '../page/tables/codes-below-status.ts';
import { blocksOf } from '../page/text/page.ts';
import { lastPart, sameAddress } from '../page/values/address.ts';
import { type ApiFacts, openApis } from './api.ts';
import { withBases } from './bases.ts';
import { type BlockReadings, readBlocks } from './blocks.ts';
import { nestObjects } from './nested.ts';
import { withRefusals } from './refused-bodies.ts';
import { withSameBodies } from './same-bodies.ts';

/** A page of text as it was read. */
export interface Sheet {
  page: Page;
  blocks: Block[];
  indexes: Map<Block, number>;
  readings: Reading[];
  /** The readings of each block, by the index of the block. */
  readingsAt: Reading[][];
  outline: Outline;
  /** The operation that each block is of, by the index of the block. */
  of: (PageOperation | undefined)[];
  /** Blocks of a page about other operations that are about all of them. */
  forAll?: Set<number>;
  /** Reads the description in a block of code whole. It throws an InputError where that cannot be read. */
  apis: Map<Block, () => ApiFacts>;
}

/** The operation that the words behind the language of a fence name. */
function operationIn(info: string): string | undefined {
  const words = info.split(' ');
  const index = words.findIndex((word) => ['get', 'post', 'put'].includes(word.toLowerCase()));
  const path = words[index + 1];
  return index >= 0 && path?.startsWith('/') ? `${words[index]} ${path}` : undefined;
}

/** What a description in a block of code states of its operation, and how it is read whole. */
interface DescribedThere {
  stated: Statement;
  whole: () => ApiFacts;
}

async function described(
  { block, value }: BlockReadings['descriptions'][number],
  { base }: Page,
  options: DeriveOptions,
): Promise<DescribedThere> {
  const { operation: wanted, likely: _likely, ...rest } = options;
  const names = operationsOf(value).map(operationName);
  const asked = names.some((name) => name.toLowerCase() === wanted?.toLowerCase());
  const single = names.length === 1 ? names[0] : undefined;
  const operation = asked ? wanted : (operationIn(block.info) ?? single ?? wanted);
  try {
    const opened = await openApis([{ value, base }], { ...rest, ...(operation === undefined ? {} : { operation }) });
    const whole = (): ApiFacts => {
      const [facts] = opened.facts();
      if (!facts) throw new InputError(`The description in ${base} cannot be read:`, ['it has no operation']);
      return facts;
    };
    return { stated: opened.stated, whole };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const whole = (): never => {
      throw error;
    };
    return { stated: nothing('openapi'), whole };
  }
}

/** Reads a page of text by itself. */
export async function sheetOf(page: Page, options: DeriveOptions): Promise<Sheet> {
  const written = withSchemes(blocksOf(page.text, page.format === 'html' ? 'html' : 'markdown'));
  const blocks = rowsToCalls(codesBelowStatus(calledByLeads(sentencesApart(written))));
  const { readings: read, descriptions } = await readBlocks(blocks, page.base);
  const indexes = new Map(blocks.map((block, index) => [block, index]));
  const nested = nestObjects(blocks, indexes, withRefusals(blocks, indexes, read));
  const readings = withBases(blocks, indexes, withSameBodies(blocks, indexes, withListed(blocks, nested)));
  const apis: Sheet['apis'] = new Map();
  for (const one of descriptions) {
    const { stated, whole } = await described(one, page, options);
    apis.set(one.block, whole);
    readings.push({ ...createReading(one.block, 'openapi'), statement: stated, used: 1 });
  }
  const outline = outlineOf(blocks, indexes, readings, page.base);
  const readingsAt = blocks.map((): Reading[] => []);
  for (const reading of readings) readingsAt[indexes.get(reading.block) ?? -1]?.push(reading);
  const of: Sheet['of'] = new Array(blocks.length);
  for (const operation of outline.operations) for (const index of operation.blocks) of[index] ??= operation;
  return { page, blocks, indexes, readings, readingsAt, outline, of, apis };
}

/** Whether two pages describe one operation. */
export function isOne(one: PageOperation, other: PageOperation): boolean {
  return one === other || (one.path !== null && other.path !== null && sameAddress(one, other));
}

/** An operation as one page describes it. */
export interface Described {
  sheet: Sheet;
  operation: PageOperation;
}

/** Finds what all pages describe of an operation, in reading order. Each may have very many operations. */
export function finderOf(sheets: Sheet[]): (operation: PageOperation) => Described[] {
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

/** The readings of an operation on one page, in reading order. */
export function readingsOf({ sheet, operation }: Described): Reading[] {
  return [...operation.blocks].flatMap((index) => sheet.readingsAt[index] ?? []);
}

/** Whether words about an operation on one page say that a browser is sent there. */
export const sendsToBrowser = ({ sheet, operation }: Described): boolean =>
  [...operation.blocks].some((index) => {
    const block = sheet.blocks[index];
    return block?.kind === 'lines' && plainSentencesOf(block).some(sendsBrowser);
  });

/** A reading with all that is stated there, where it is of a description. @throws InputError where that cannot be read */
export function wholeReading({ apis }: Sheet, reading: Reading): Reading {
  const api = apis.get(reading.block);
  return api ? { ...reading, statement: api().statement } : reading;
}
