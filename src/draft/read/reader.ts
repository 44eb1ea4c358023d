/** The thread that reads pages: told one, it answers with its facts or with why there are none. */
import { parentPort } from 'node:worker_threads';
import { InputError } from '../../contract/problems.ts';
import type { Facts } from '../facts/facts.ts';
import type { DeriveOptions, Page } from '../facts/input.ts';
import { factsOf } from './derive.ts';

/** What the thread says: that it listens, then texts that the facts will have, then these, or the fault of the page. */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'texts'; texts: string[] }
  | { kind: 'facts'; facts: Facts }
  | { kind: 'input'; title: string; problems: string[] }
  | { kind: 'depth' };

function faultOf(error: unknown): Answer {
  if (error instanceof InputError) return { kind: 'input', title: error.title, problems: error.problems };
  // The parsers of pages call themselves for what is nested.
  if (error instanceof RangeError) return { kind: 'depth' };
  throw error;
}

async function answerTo(pages: Page[], options: DeriveOptions): Promise<void> {
  try {
    const facts = await factsOf(pages, options, (texts) =>
      parentPort?.postMessage({ kind: 'texts', texts } satisfies Answer),
    );
    // To copy the facts into the other thread goes as deep as they do.
    parentPort?.postMessage({ kind: 'facts', facts } satisfies Answer);
  } catch (error) {
    parentPort?.postMessage(faultOf(error));
  }
}

parentPort?.on(
  'message',
  ({ pages, options }: { pages: Page[]; options: DeriveOptions }) => void answerTo(pages, options),
);
parentPort?.postMessage({ kind: 'ready' } satisfies Answer);
