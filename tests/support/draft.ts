/** What a page that a test writes gives: its facts as a comparison calls them, and what it leaves to a person. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '../../src/draft/facts/input.ts';
import { flatten } from '../../src/draft/merge/flatten.ts';
import { factsOf } from '../../src/draft/read/derive.ts';
import { type ContractDraft, todosOf } from '../../src/draft/write/files/draft.ts';
import { textsOf } from '../../src/draft/write/files/write.ts';

/** Reads a text as `derive` does; `asked` holds its questions, one on each line. */
export async function readDraft(text: string, format: Page['format'] = 'markdown') {
  const found = await factsOf({ text, format, base: 'page' });
  const todos = todosOf(found, { provider: 'x', url: 'https://x.test', read: '2026-01-02' });
  const facts = Object.fromEntries([...flatten(found)].map(([key, { value }]) => [key, value]));
  return { facts, asked: todos.map(({ what }) => what).join('\n') };
}

/** The title and the address of an operation that issues tokens. */
export const endpoint = '# Token\n\nPOST https://a.test/token\n\n';

/** A table of Markdown: its head and its rows, each with bars between its cells. */
export const table = (head: string, ...rows: string[]): string =>
  `| ${head} |\n|${head.split('|').fill('---').join('|')}|\n${rows.map((row) => `| ${row} |\n`).join('')}\n`;

/** Writes the files of a draft below a folder, as `derive` does. */
export function writeDraft(folder: string, draft: ContractDraft): void {
  for (const [path, text] of Object.entries(textsOf(draft))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A page, and how it is read. */
export interface Reading {
  what: string;
  page: string;
  /** Facts that are read, with their values. */
  facts?: Record<string, unknown>;
  /** Facts that are not. */
  none?: string[];
  /** Words of the questions that are asked. */
  asked?: string[];
  /** Words that no question holds. */
  silent?: string[];
}

/** Reads each page, and expects what is said of it: once for each page, for a step of Playwright costs more than most pages. */
export async function expectReadings(readings: Reading[]): Promise<void> {
  for (const { what, page, facts = {}, none = [], asked = [], silent = [] } of readings) {
    const read = await readDraft(page);
    expectRead(read, what, { facts, none, asked, silent });
  }
}

/** Expects what is said of a page that was read; what is wrong is shown with all the questions of the page. */
function expectRead(
  read: Awaited<ReturnType<typeof readDraft>>,
  what: string,
  { facts = {}, none = [], asked = [], silent = [] }: Omit<Reading, 'what' | 'page'>,
): void {
  const readThough = none.filter((fact) => Object.hasOwn(read.facts, fact)).map((fact) => [fact, read.facts[fact]]);
  const notAsked = asked.filter((words) => !read.asked.includes(words));
  const askedThough = silent.filter((words) => read.asked.includes(words));
  const questions = notAsked.length + askedThough.length > 0 ? read.asked : '';
  expect
    .soft({ facts: read.facts, readThough, notAsked, askedThough, questions }, what)
    .toMatchObject({ facts, readThough: [], notAsked: [], askedThough: [], questions: '' });
}
