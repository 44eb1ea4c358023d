/** What `npm run bench` measures; each part runs in a process of its own, so that nothing is warm by accident. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Dispatcher, request as send } from 'undici';
import { baseUrls, startMock } from '../mock/server.ts';
import type { Contract } from '../src/contract/types.ts';
import { catalogue, contractOf } from '../src/judge/catalogue.ts';
import { isTimed } from '../src/run/life.ts';
import { memoryStore, openSession, type ScenarioEvidence } from '../src/run/session.ts';
import { type BuildContext, build, type Request, unavailable } from '../src/scenario/build.ts';
import { plan } from '../src/scenario/plan.ts';
import { loadEnvironment } from '../src/target/environment.ts';
import { resolveTarget, type Target } from '../src/target/target.ts';
import { generate } from './generate.ts';

/** Milliseconds of processor time since then: it does not grow with what else the machine does. */
export function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The middle one; the mean of the middle two. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}

/** Milliseconds to load and plan the providers, modules imported already and nothing else warm. */
export function loadAndPlan(): { ms: number; cpuMs: number; providers: number; scenarios: number } {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const contracts = Object.values(catalogue());
  const scenarios = contracts.reduce((sum, contract) => sum + plan(contract).length, 0);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000, providers: contracts.length, scenarios };
}

export async function bare(base: string, requests: Request[], client: Client): Promise<number[]> {
  const times: number[] = [];
  for (const { method, target, headers, body } of requests) {
    const start = performance.now();
    const answer = await send(`${base}${target.value}`, {
      method: method as Dispatcher.HttpMethod,
      headers: headers.flatMap(([name, value]) => [name, Buffer.from(value.value, 'utf8').toString('latin1')]),
      body: body === null ? null : body.value,
      dispatcher: client,
    });
    await answer.body.arrayBuffer();
    times.push(performance.now() - start);
  }
  return times;
}

export function targets(contracts: Record<string, Contract>): Target[] {
  const environment = loadEnvironment('mock', contracts);
  return Object.values(contracts).map((contract) => resolveTarget(environment, contract, {}));
}

/** What the requests of a target are built from, without a protected resource. */
export function contextOf({ contract, credentials, timestampOffset }: Target): BuildContext {
  return { contract, credentials, now: new Date(), timestampOffset, probe: null };
}

/** A scenario that sent nothing costs nothing, and would make every figure look good. @throws Error */
function sent(outcome: ScenarioEvidence): void {
  if (outcome.exchange === null || outcome.incident)
    throw new Error(
      `${outcome.scenario} was not answered: ${outcome.notSent?.text ?? outcome.incident?.cause ?? 'no exchange'}`,
    );
}

/** One provider: milliseconds per exchange, ours and bare, medians over rounds, and over scenarios the median. */
export interface Overhead {
  provider: string;
  scenarios: number;
  ours: number;
  bare: number;
  /** Median over the scenarios of ours minus bare. */
  overhead: number;
}

/** The scenarios of a target sent by us and by bare undici, round by round in turn. */
async function besideBare(target: Target, url: string, client: Client, rounds: number): Promise<Overhead> {
  const base = `${url}${baseUrls[target.contract.provider]}`;
  const context = contextOf(target);
  // A scenario at the protected resource needs a token of its own, which bare undici has not got.
  const scenarios = plan(target.contract).filter(
    (scenario) => scenario.change?.part !== 'probe' && !isTimed(scenario) && unavailable(scenario, context) === null,
  );
  const requests = scenarios.map((scenario) => build(scenario, context));
  const ours: number[][] = scenarios.map(() => []);
  const theirs: number[][] = scenarios.map(() => []);
  const store = memoryStore();
  const session = openSession({ ...target, maxRequests: Number.POSITIVE_INFINITY, probe: null }, base, store);
  for (let round = 0; round < rounds; round++) {
    // Each round is a run of its own: one that signs as much as all of them would wait for seconds to sign for.
    store.write({ ...store.read(), signed: [] });
    const times = await bare(base, requests, client);
    for (const [index, scenario] of scenarios.entries()) {
      const start = performance.now();
      sent(await session.run(scenario));
      ours[index]?.push(performance.now() - start);
      theirs[index]?.push(times[index] ?? 0);
    }
  }
  await session.close();
  const [mine, other] = [ours.map(median), theirs.map(median)];
  return {
    provider: target.contract.provider,
    scenarios: scenarios.length,
    ours: median(mine),
    bare: median(other),
    overhead: median(mine.map((ms, index) => ms - (other[index] ?? 0))),
  };
}

/** Our run beside bare undici: the same requests to the same server. */
export async function overhead(rounds: number): Promise<Overhead[]> {
  const mock = await startMock();
  const client = new Client(mock.url, { pipelining: 1 });
  const known = targets(catalogue());
  // Code is compiled and connections are opened in the first rounds: that is start-up.
  for (const target of known) await besideBare(target, mock.url, client, 3);
  const results: Overhead[] = [];
  for (const target of known) results.push(await besideBare(target, mock.url, client, rounds));
  await client.close();
  await mock.close();
  return results;
}

/** A run of many providers in one process. */
export interface Scale {
  providers: number;
  requests: number;
  loadMs: number;
  /** Median milliseconds per scenario. */
  scenarioMs: number;
  /** The last third of the scenarios to the first third, by their medians. */
  growth: number;
  /** Peak resident memory, MB; the mock is in the same process. */
  peakMb: number;
}

/** Loads and plans as many providers, and runs the first: what one worker of Playwright holds, the mock included. */
export const worker = (count: number): Promise<Scale> => scale(count, 1);

/** Loads, plans and runs generated providers one after the other against the mock. */
export async function scale(count: number, run = count): Promise<Scale> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const mock = await startMock();
  try {
    const generated = generate(folder, count);
    const start = performance.now();
    const contracts = generated.map(({ provider }) => contractOf(provider, join(folder, 'contracts')));
    const plans = contracts.map(plan);
    const loadMs = performance.now() - start;
    const known = targets(catalogue());
    const times: number[] = [];
    for (const [index, contract] of contracts.slice(0, run).entries()) {
      const like = known.find((target) => target.contract.provider === generated[index]?.like);
      if (!like) continue;
      const session = openSession(
        { ...like, contract },
        `${mock.url}${baseUrls[like.contract.provider]}`,
        memoryStore(),
      );
      for (const scenario of plans[index] ?? []) {
        const before = performance.now();
        const outcome = await session.run(scenario);
        if (outcome.exchange !== null) times.push(performance.now() - before);
      }
      await session.close();
    }
    const peakMb = process.resourceUsage().maxRSS / 1024;
    const third = Math.ceil(times.length / 3);
    const growth = median(times.slice(-third)) / median(times.slice(0, third));
    return { providers: count, requests: mock.requests, loadMs, scenarioMs: median(times), growth, peakMb };
  } finally {
    await mock.close();
    rmSync(folder, { recursive: true });
  }
}
