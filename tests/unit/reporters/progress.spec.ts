/** What a run prints while it goes: on a terminal, without one, and of errors that are not findings. */
import { Writable } from 'node:stream';
import { expect, test } from '@playwright/test';
import type { FullConfig, FullResult, Suite, TestCase, TestResult, TestStep } from '@playwright/test/reporter';
import { contractNamed, contracts } from '../../../proof/run.ts';
import { lineOf } from '../../../reporters/live.ts';
import ProgressReporter from '../../../reporters/progress.ts';
import { redByEvidence } from '../../../src/playwright/test-report.ts';
import type { ScenarioEvidence } from '../../../src/run/session.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { metaOf, type TargetMeta } from '../../../src/target/meta.ts';

const pyng = metaOf(contractNamed('pyng'), loadEnvironment('mock', contracts));

/** A stream that keeps what is written to it. */
function paper(isTTY: boolean, columns = 100) {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY, columns }), text: () => text };
}

/** A reporter in a run of `total` scenarios of a target, and what it prints. */
function running(isTTY: boolean, variables: Record<string, string> = {}, total = 3, meta = pyng) {
  const { stream, text } = paper(isTTY);
  const reporter = new ProgressReporter({ stream, variables });
  const project = (target?: TargetMeta) =>
    ({
      project: () => ({ metadata: target ? { target } : {} }),
      allTests: () => Array.from({ length: total }),
    }) as unknown as Suite;
  reporter.onBegin({} as FullConfig, { suites: [project(meta)] } as unknown as Suite);
  const end = (target: TargetMeta | undefined, title: string, result: Partial<TestResult>) =>
    reporter.onTestEnd(
      { title, parent: project(target), titlePath: () => ['', 'unit', title], ok: () => false } as unknown as TestCase,
      { status: 'passed', duration: 1, errors: [], attachments: [], ...result } as unknown as TestResult,
    );
  return { reporter, text, end };
}

/** Gives the reporter a step whose attachment says this of a wait. */
function stepOf(reporter: ProgressReporter, waiting: unknown): void {
  const attachments = [
    { name: 'waiting', contentType: 'application/json', body: Buffer.from(JSON.stringify(waiting)) },
  ];
  reporter.onStepEnd({} as TestCase, {} as TestResult, { attachments } as unknown as TestStep);
}

/** The result of a scenario with these observations, as its test attaches it. */
function shown(
  scenario: string,
  observations: Partial<ScenarioEvidence['observations'][number]>[],
): Partial<TestResult> {
  const whole = observations.map((one) => ({ scenario, exchange: 'ex-0', verdict: 'fail', documented: 'a', ...one }));
  const body = Buffer.from(JSON.stringify({ scenario, observations: whole }));
  const repeated = 'expect(received).toConform()\n\nrepeats the evidence';
  return {
    status: 'failed',
    errors: [{ message: `Error: ${repeated}` }],
    attachments: [
      { name: 'evidence', contentType: 'application/json', body },
      {
        name: redByEvidence,
        contentType: 'application/json',
        body: Buffer.from(JSON.stringify({ message: repeated })),
      },
    ],
  };
}

const broken = (received: string) => ({ clause: 'pyng-expires-in', received });
const esc = '\u001b';

test('without a terminal a finding is printed at once as a plain block, a promise only once', () => {
  const { end, text } = running(false);
  end(pyng, 'control: good', shown('control', [broken('"900": must be integer')]));
  expect(text()).toMatch(
    /^ {2}pyng@mock\n {4}fails {2}pyng-expires-in: .+\n {6}.+, .+\n {6}control\n {8}documented: a\n {8}received: {3}"900": must be integer\n/,
  );
  end(pyng, 'again: good', shown('again', [broken('"901": must be integer')]));
  expect(text()).not.toContain('901');
  expect(text()).not.toContain('repeats the evidence');
  end(pyng, 'last: good', { status: 'passed' });
  expect(text()).toContain('\n  pyng@mock 3/3 done, 1 finding\n');
  expect(text()).not.toContain(esc);
});

test('a demand broken in two ways is printed for each, its statement once', () => {
  const { end, text } = running(false);
  const demand = pyng.clauses.find(({ kind, scenarios }) => kind === 'demand' && scenarios.length > 1);
  const [first = '', second = ''] = demand?.scenarios ?? [];
  for (const scenario of [first, second])
    end(pyng, scenario, shown(scenario, [{ clause: demand?.id ?? '', received: `granted at ${scenario}` }]));
  expect(text()).toContain(`granted at ${first}`);
  expect(text()).toContain(`granted at ${second}`);
  expect(text().split(demand?.statement ?? '').length - 1).toBe(1);
});

/** Three demands whose failure fails the run, and a clause whose failure warns. */
const [known = '', unknown = '', third = ''] = pyng.clauses.flatMap(({ id, kind, level }) =>
  kind === 'demand' && level === 'must' ? [id] : [],
);
const [advised = ''] = pyng.clauses.flatMap(({ id, level }) => (level === 'should' ? [id] : []));
const granted = (clause: string, fault: string, ...impliedBy: string[]) =>
  shown(clause, [{ clause, received: `granted: ${clause}`, fault, impliedBy }]);
const printed = (text: string): string[] => [...text.matchAll(/granted: (\S+)/g)].map(([, clause = '']) => clause);

test('what was done and not sent is counted: of production, only the control is', () => {
  const { end, text } = running(false, {}, 2);
  const unsent = {
    scenario: 'x',
    observations: [],
    notSent: { kind: 'only-control', text: 'only the control was sent' },
  };
  const attachment = { name: 'evidence', contentType: 'application/json', body: Buffer.from(JSON.stringify(unsent)) };
  end(pyng, 'control', {});
  end(pyng, 'x', { status: 'skipped', attachments: [attachment] });
  expect(text()).toContain('2/2 done, 1 of them not sent, 0 findings');
});

test('a fault that is waived, or only warned of, hides no clause that fails for it', () => {
  const waiver = {
    clause: known,
    provider: 'pyng',
    reason: 'known',
    owner: 'us',
    until: '2099-01-01',
    where: 'x.yaml:1',
  };
  const meta = { ...pyng, waivers: [waiver] };
  for (const excused of [known, advised]) {
    const { end, text } = running(false, {}, 3, meta);
    end(meta, 'first', granted(excused, 'without x'));
    end(meta, 'second', granted(unknown, 'without x'));
    end(meta, 'third', granted(third, 'with any x', 'without x'));
    // The third is explained by the second, which fails as it does.
    expect(printed(text())).toEqual([excused, unknown]);
    expect(text()).toContain('3/3 done, 2 findings');
  }
});

test('what a printed fault explains is printed no more, however far it follows', () => {
  const { end, text } = running(false);
  end(pyng, 'first', granted(known, 'without x'));
  end(pyng, 'second', granted(unknown, 'with any x', 'without x'));
  end(pyng, 'third', granted(third, 'with another x', 'with any x'));
  expect(printed(text())).toEqual([known]);
  expect(text()).toContain('3/3 done, 1 finding\n');
});

test('on a terminal one line is redrawn, shows waits, and makes room for a block', () => {
  const { reporter, end, text } = running(true);
  expect(text()).toBe('  pyng@mock 0/3');
  stepOf(reporter, { target: 'pyng@mock', ms: 2100, what: 'for a token to expire' });
  expect(text()).toMatch(/pyng@mock 0\/3 waiting 2\.[01] s for a token to expire$/);
  end(pyng, 'control: good', shown('control', [broken('"900"')]));
  const last = text().split(`${esc}[2K${esc}[1G`).at(-1) ?? '';
  expect(last).toContain(`${esc}[31mfails${esc}[39m  pyng-expires-in`);
  expect(last).toMatch(/\n {2}pyng@mock 1\/3$/);
  reporter.onEnd({} as FullResult);
  expect(text().endsWith(`${esc}[2K${esc}[1G`)).toBe(true);
});

test('NO_COLOR is honoured, and no answer moves the cursor or poses as another line', () => {
  const { end, text } = running(true, { NO_COLOR: '1' });
  end(pyng, 'control: good', shown('control', [broken(`a${esc}[31mb\n  pyng@mock 3/3 done`)]));
  expect(text()).toContain('received:   a\\u001B[31mb\\u000A  pyng@mock 3/3 done');
  expect(text().replaceAll(`${esc}[2K`, '').replaceAll(`${esc}[1G`, '')).not.toContain(esc);
});

test('what could not be judged is printed once for each reason', () => {
  const { end, text } = running(false);
  const open = { ...broken('the control is not granted: 401'), verdict: 'inconclusive' as const };
  end(pyng, 'control: good', shown('control', [open]));
  end(pyng, 'again: good', shown('again', [open]));
  expect(text().match(/not judged {2}/g)).toHaveLength(1);
  expect(text()).toContain('not judged  control: the control is not granted: 401');
});

test('no error of ours is lost: a scenario that threw, a worker that went, a test of no target, a global error', () => {
  const { reporter, end, text } = running(false);
  end(pyng, 'control: good', { status: 'failed', errors: [{ message: 'thrown', stack: 'thrown\n at session.ts:1' }] });
  end(pyng, 'again: good', { status: 'interrupted' });
  end(undefined, 'own test', { status: 'failed', errors: [{ message: 'expected 1', snippet: '> 1 |' }] });
  reporter.onError({ message: 'no tests found' });
  reporter.onStdErr('a warning\n');
  for (const part of [
    'error  control: good: failed\nthrown\n at session.ts:1',
    'error  again: good: interrupted',
    'failed  unit › own test (1 ms)\nexpected 1\n> 1 |',
    'no tests found',
    'a warning',
  ])
    expect(text()).toContain(part);
});

test('a time-out is printed beside the error that repeats the evidence', () => {
  const { end, text } = running(false);
  const red = shown('control', [broken('"900"')]);
  end(pyng, 'control: good', {
    ...red,
    errors: [{ message: 'Test timeout of 1 ms exceeded.' }, ...(red.errors ?? [])],
  });
  expect(text()).toContain('Test timeout of 1 ms exceeded.');
  expect(text()).not.toContain('repeats the evidence');
});

test('without a terminal a wait is a line, and a step or an output that only resembles one is no wait', () => {
  const { reporter, text } = running(false);
  const what = 'for a token to expire';
  stepOf(reporter, { target: 'pyng@mock', ms: 2100, what });
  stepOf(reporter, { target: 'pyng@mock', ms: '2100', what });
  stepOf(reporter, { target: 'another@mock', ms: 2100, what });
  stepOf(reporter, ['pyng@mock']);
  reporter.onStdOut(`pyng@mock waits 9.9 s ${what}\n{"waiting":\n`);
  expect(text()).toBe(`  pyng@mock waits 2.1 s ${what}\npyng@mock waits 9.9 s ${what}\n{"waiting":\n`);
});

test('the line keeps to its width and counts the targets that are done', () => {
  const target = (name: string, done: number) => ({ target: name, done, total: 3, waiting: null });
  expect(lineOf([target('a@x', 1), target('b@x', 3)], 0, 80)).toBe('  a@x 1/3  1 done');
  const many = lineOf(
    Array.from({ length: 20 }, (_, n) => target(`provider${n}@sandbox`, 1)),
    0,
    60,
  );
  expect(many).toHaveLength(60);
  expect(many.endsWith(' …')).toBe(true);
});
