/** Starts the hosts of sessions, in the process that began the run. */
import type { ChildProcess } from 'node:child_process';
import type { FullProject } from '@playwright/test';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { startSender } from '../files/processes.ts';
import { roots } from '../files/roots.ts';
import { isSource, moduleFile } from '../package/place.ts';
import type { Hosting } from './hosted.ts';
import { hostVariable } from './worker.ts';

/** Red tests of a target from which on its session is hosted: with fewer, to start a host costs more than it saves. */
const enough = 2;

const red: readonly TestResult['status'][] = ['failed', 'timedOut'];

/** The hosts of a run, one for each target whose tests are red again and again. */
export class Hosts {
  private readonly reds = new Map<string, number>();
  private readonly children = new Map<string, ChildProcess>();
  private readonly scratch: string;

  constructor(scratch: string) {
    this.scratch = scratch;
  }

  ended(test: TestCase, { status }: TestResult): void {
    const project = test.parent.project();
    if (!project || !red.includes(status)) return;
    const { name } = project;
    const reds = (this.reds.get(name) ?? 0) + 1;
    this.reds.set(name, reds);
    // The sources themselves would need a loader.
    if (reds >= enough && !this.children.has(name) && !isSource) this.children.set(name, this.start(project));
  }

  close(): void {
    for (const child of this.children.values()) if (child.connected) child.disconnect();
  }

  private start({ metadata, outputDir }: FullProject): ChildProcess {
    const { environment, target } = metadata;
    const hosting: Hosting = { metadata: { environment, target }, outputDir, scratch: this.scratch, roots: roots() };
    const child = startSender(moduleFile('src/playwright/host'), { [hostVariable]: target.target });
    // Without a host, each worker opens a session of its own.
    child.on('error', () => undefined);
    child.send(hosting, () => undefined);
    // It ends with this process, and does not keep it.
    child.unref();
    child.channel?.unref();
    return child;
  }
}
