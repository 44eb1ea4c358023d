/** Answers of a megabyte that a provider might give to stop the judge. */
import { catalogue } from '../src/judge/catalogue.ts';
import { checks } from '../src/judge/checks/index.ts';
import { judge, ownJudges } from '../src/judge/judge.ts';
import { gateOfTarget } from '../src/run/target-gate.ts';
import { build } from '../src/scenario/build.ts';
import { plan, type Scenario } from '../src/scenario/plan.ts';
import type { Target } from '../src/target/target.ts';
import type { Exchange } from '../src/wire/exchange.ts';
import { recordOf } from '../src/wire/record.ts';
import { contextOf, median, since, targets } from './parts.ts';

const megabyte = 1024 * 1024;

const filled = (text: string, size: number): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);

/** A text that begins and ends as given, filled up to a size between. */
const framed = (start: string, between: string, end: string, size: number): string =>
  `${start}${filled(between, size).slice(0, Math.floor((size - start.length - end.length) / between.length) * between.length)}${end}`;

const numbered = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index)).join(',');

/** The shapes, by name, in nearly so many bytes: each is the member or the text at `token`, or the whole body. */
const shapes: Record<string, (grant: (token: string) => string, size: number) => string> = {
  'deep nesting': (_, size) => `${'['.repeat(size / 2)}${']'.repeat(size / 2)}`,
  'members named alike': (_, size) => `{${numbered(size / 12, (index) => `"tok${index}":1`)}}`,
  'duplicate members': (_, size) => framed('{', '"a":{},', '"a":1}', size),
  'a token of eyJ-': (grant, size) => grant(`"${filled('eyJ-', size).slice(0, size - 200)}"`),
  'an array of tokens': (grant, size) => grant(`[${numbered(size / 42, () => '"abcdefgh"')}]`),
  'huge numbers': (grant, size) => grant(filled('9', size).slice(0, size - 200)),
  'many escapes': (grant, size) => grant(`"${'\\u002B'.repeat((size - 376) / 6)}"`),
  'header lines': (_, size) => filled('X-Access-Token: Basic realm="a", Bearer realm="b"\r\n', size),
  'array of arrays': (grant, size) => grant(`[${numbered(size / 5, (index) => `[${index % 10}]`)}]`),
  'lone surrogates': (grant, size) => grant(`"${'\\ud800'.repeat((size - 376) / 6)}"`),
};

/** What judges without the search for secrets and tokens, which is the redactor's. */
const withoutSearch = {
  ...ownJudges,
  checks: {
    ...checks,
    ...Object.fromEntries(
      Object.entries(checks)
        .filter(([name]) => ['no-echo', 'no-token', 'claims-hold-no-secret'].includes(name))
        .map(([name, entry]) => [name, { ...entry, check: checks['https']?.check ?? entry.check }]),
    ),
  },
};

/** Names of the shapes, in order. */
export const shapeNames: string[] = Object.keys(shapes);

/**
 * One shape learned, recorded and judged as a grant and as a refusal of every provider, once the code is warm: milliseconds
 * of processor time of the slowest, each the median of some rounds, and observations that are our own fault.
 */
export interface Hostile {
  shape: string;
  bytes: number;
  worstMs: number;
  /** The same of the very first answer of a process. */
  coldMs: number;
  /** What it takes to judge it without the checks that search for secrets and tokens. */
  aloneMs: number;
  errors: number;
}

/** How often each answer is judged once the code is warm: what collects garbage meanwhile counts as processor time. */
const rounds = 5;

let made: { target: Target; control: Scenario; refused: Scenario }[] | null = null;

/** Every provider with a good request and one that is refused; they are the same for each shape. */
function asked(): NonNullable<typeof made> {
  made ??= targets(catalogue()).map((target) => {
    const [control, ...others] = plan(target.contract);
    const refused = others.find((one) => one.expects === 'refused' && one.operation === control.operation);
    return { target, control, refused: refused ?? control };
  });
  return made;
}

/**
 * Judges the shape of that index as the answer of every provider. Where nothing is to be measured, once, and a megabyte of it at
 * one of them, by turns.
 */
export function hostile(index: number, measured = true): Hostile {
  const shape = shapeNames[index] ?? '';
  const make = shapes[shape];
  if (!make) throw new Error(`There is no shape ${index}`);
  const all = asked();
  let [coldMs, bytes, errors] = [0, 0, 0];
  const whole = new Map<string, number[]>();
  const alone = new Map<string, number[]>();
  const note = (times: Map<string, number[]>, key: string, ms: number): void => {
    times.set(key, [...(times.get(key) ?? []), ms]);
  };
  const worst = (times: Map<string, number[]>): number => Math.max(0, ...[...times.values()].map(median));
  // The first time round the code is compiled.
  const turns = Array.from({ length: measured ? 1 + rounds : 1 }, () => all).flat();
  for (const [turn, { target, control, refused }] of turns.entries()) {
    const { contract } = target;
    const name = contract.token.value.split('/').at(-1) ?? '';
    const nested = contract.token.value.split('/').length > 2;
    const size = measured || turn === index % all.length ? megabyte : megabyte / 4;
    const body = make((token) => (nested ? `{"data":{"${name}":${token}}}` : `{"${name}":${token}}`), size);
    bytes = Math.max(bytes, Buffer.byteLength(body));
    for (const [scenario, status] of [
      [control, 200],
      [refused, 401],
    ] as const) {
      const exchange: Exchange = {
        scenario: scenario.id,
        baseUrl: 'https://host.example',
        request: build(scenario, contextOf(target)),
        attempts: [{ startedAt: new Date(0), ms: 1, trouble: null }],
        response: { status, headers: [['Content-Type', 'application/json']], body: Buffer.from(body), bodyFault: null },
        trouble: null,
        answeredAt: new Date(0),
      };
      const begun = process.cpuUsage();
      const gate = gateOfTarget(target);
      const tokens = gate.learn(exchange, contract, scenario === control);
      recordOf(exchange, 'ex-0', scenario.title, gate, tokens);
      const judged = judge(contract, scenario, exchange, gate);
      const spent = since(begun);
      if (coldMs === 0) coldMs = spent;
      errors += judged.filter(({ verdict }) => verdict === 'error').length;
      if (turn < all.length) continue;
      const key = `${contract.provider} ${status}`;
      note(whole, key, spent);
      const start = process.cpuUsage();
      judge(contract, scenario, exchange, gate, undefined, withoutSearch);
      note(alone, key, since(start));
    }
  }
  return { shape, bytes, worstMs: worst(whole), coldMs, aloneMs: worst(alone), errors };
}
