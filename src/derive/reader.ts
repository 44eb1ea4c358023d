/** The thread that reads a page: told a page once, it answers with its facts or with why there are none. */
import { parentPort } from 'node:worker_threads';
import { InputError } from '../contract/problems.ts';
import { type DeriveOptions, factsOf, type Page } from './derive.ts';
import type { Facts } from './facts.ts';

/** What the thread says: that it listens, then the facts, or the fault of the page. */
export type Answer =
  | { kind: 'ready' }
  | { kind: 'facts'; facts: Facts }
  | { kind: 'input'; title: string; problems: string[] }
  | { kind: 'depth'; reason: string };

function faultOf(error: unknown): Answer {
  if (error instanceof InputError) return { kind: 'input', title: error.title, problems: error.problems };
  // The parsers of pages call themselves for what is nested.
  if (error instanceof RangeError) return { kind: 'depth', reason: 'it is nested too deeply' };
  throw error;
}

const tell = (answer: Answer): void => parentPort?.postMessage(answer);
parentPort?.once('message', ({ page, options }: { page: Page; options: DeriveOptions }) => {
  factsOf(page, options).then(
    (facts) => tell({ kind: 'facts', facts }),
    (error: unknown) => tell(faultOf(error)),
  );
});
tell({ kind: 'ready' });
