/** What a token says, and when it really dies: each way to get it wrong is caught by its clause, on a clock of our own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Answer, startMock } from '../../mock/server.ts';
import {
  bearerOf,
  byAge,
  closed,
  closedResources,
  follow,
  json,
  type LifeDeviation,
  life,
  lifeDeviations,
  newestOnly,
} from '../../proof/life.ts';
import { contractNamed, contracts, runProvider, withVerdict } from '../../proof/run.ts';
import { ownJudges } from '../../src/judge/judge.ts';
import { fileNeighbours } from '../../src/run/neighbours.ts';
import type { Scenario } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { expectNoSecret } from '../support/canaries.ts';
import { newFolder } from '../support/folders.ts';

const providers = ['singapay', 'finnet', 'pyng'];

/** Of the ways to break each clause every third, another third at each provider, and one at least. */
function deviationsAt(provider: string): LifeDeviation[] {
  const clauses = [...new Set(lifeDeviations.map(({ clause }) => clause))];
  const of = (clause: string): LifeDeviation[] => lifeDeviations.filter((one) => one.clause === clause);
  const nth = providers.indexOf(provider);
  return clauses.flatMap((clause) =>
    of(clause).filter((_, index, all) => index % 3 === nth || (all.length <= nth && index === 0)),
  );
}

for (const provider of providers) {
  test(`${provider}: a faithful provider raises nothing`, async () => {
    const result = await follow(provider, () => undefined);
    expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
    const followed = ['resource-guarded', 'token-accepted', 'token-lives', 'token-shrinks', 'token-ends'];
    expect(withVerdict(result, 'pass')).toEqual(expect.arrayContaining(followed.map((id) => `${provider}-${id}`)));
    expect(result.notes).toEqual(['an older token stays valid beside a newer one']);
  });

  for (const { title, clause, intercept } of deviationsAt(provider)) {
    test(`${provider}: caught: ${title}`, async () => {
      expect(withVerdict(await follow(provider, intercept), 'fail')).toContain(`${provider}-${clause}`);
    });
  }

  test(`${provider}: a provider that caches tokens fairly raises nothing`, async () => {
    const result = await follow(provider, (now) => {
      let cached: { answer: Answer; until: number } | null = null;
      return (call) => {
        if (call.operation === 'resource') return call.answer();
        if (!cached || now() >= cached.until) cached = { answer: call.answer(), until: now() + life * 1000 };
        const left = Math.ceil((cached.until - now()) / 1000);
        const body = String(cached.answer.body).replace(/("expires_?[iI]n":"?)\d+/, `$1${left}`);
        return { ...cached.answer, body };
      };
    });
    expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
    expect(result.notes).toEqual(['a second grant gives the same token again']);
  });

  for (const workers of [false, true]) {
    test(`${provider}: a newer token that ends the older one raises nothing${workers ? ', worker after worker' : ''}`, async () => {
      const result = await follow(provider, newestOnly, ownJudges, { workers });
      expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
      expect(result.notes).toEqual(['a newer token ends an older one']);
      expect(withVerdict(result, 'pass')).toEqual(
        expect.arrayContaining(['token-accepted', 'token-lives', 'token-ends'].map((id) => `${provider}-${id}`)),
      );
      expect(result.clauses.find(({ id }) => id === `${provider}-token-shrinks`)?.reason).toContain(
        'a newer token ends an older one here',
      );
    });
  }

  for (const way of ['half-life', 'before-end', 'after-end', 'no-token']) {
    test(`${provider}: ${way} alone sends the control, a fresh token and itself, and no grant besides`, async () => {
      const sent: string[] = [];
      const result = await follow(
        provider,
        () => {
          const answer = newestOnly();
          return (call) => {
            sent.push(call.operation);
            return answer(call);
          };
        },
        ownJudges,
        { select: ({ operation, change }) => operation === 'probe' && change?.way === way },
      );
      expect(sent).toEqual(['token', 'resource', 'resource']);
      expect(withVerdict(result, 'fail', 'inconclusive', 'error')).toEqual([]);
      expect(result.exchanges.map(({ scenario }) => scenario).map((id) => id.split('/').at(-1))).toEqual([
        'control',
        'fresh',
        way,
      ]);
    });
  }

  for (const [title, answer, cause] of closedResources) {
    test(`${provider}: ${title}: all that rests on the resource is not judged, with the cause`, async () => {
      const result = await follow(provider, closed(answer));
      expect(withVerdict(result, 'fail', 'error')).toEqual([]);
      const rests = ['resource-guarded', 'token-accepted', 'token-lives', 'token-ends'].map(
        (id) => `${provider}-${id}`,
      );
      expect(withVerdict(result, 'inconclusive').sort()).toEqual([...rests].sort());
      const others = result.clauses.filter(({ id, reason }) => rests.includes(id) && !cause.test(reason));
      expect(others.map(({ id, reason }) => [id, reason])).toEqual([]);
      expect(result).toMatchObject({ verdict: 'not-judged', notes: [], control: { state: 'granted' } });
      expect(new Set(result.notSent?.map(({ kind }) => kind))).toEqual(new Set(['resource']));
    });
  }
}

const end = { expiryLeeway: null, expiryWait: 5 };

const leeways: [title: string, late: number, wait: number, effect: string, received: RegExp][] = [
  ['compares whole seconds of an expires_in that is rounded down', 1.9, 5, 'none', /^refused/],
  [
    'allows 60 s, in a run that waits for no more',
    60,
    5,
    'warns',
    /accepted \(200\) 2\.0 s after its end: .*declared for 2 s; RFC 7519/,
  ],
  ['allows 60 s, in a run that may wait', 60, 400, 'warns', /2\.0 s after its end and refused 301 s after it/],
  ['allows 5 minutes', 299, 400, 'warns', /2\.0 s after its end and refused 301 s after it/],
  ['allows 10 minutes', 600, 400, 'fails', /accepted \(200\) 301\.0 s after its end: .*expiryLeeway/],
  ['keeps its tokens for ever', 1e9, 400, 'fails', /accepted \(200\) 301\.0 s after its end/],
];

for (const [title, late, wait, effect, received] of leeways) {
  test(`the end of a token at a provider that ${title}`, async () => {
    const target = { ...end, expiryWait: wait };
    const intercept = byAge((age) => age < life + late);
    const result = await follow('pyng', intercept, ownJudges, { target });
    const clause = result.clauses.find(({ id }) => id === 'pyng-token-ends');
    expect(clause?.observations[0]?.received).toMatch(received);
    expect(clause?.effect).toBe(effect);
    expect(withVerdict(result, 'fail')).toEqual(effect === 'none' ? [] : ['pyng-token-ends']);
    const exact = await follow('pyng', intercept, ownJudges, { target, meta: { strictness: 'exact' } });
    expect(exact.verdict).toBe(effect === 'none' ? 'conforms' : 'deviates');
    // A leeway that the environment states leaves none to the standard.
    const stated = await follow('pyng', intercept, ownJudges, { target: { expiryLeeway: 3, expiryWait: 400 } });
    const found = stated.clauses.find(({ id }) => id === 'pyng-token-ends');
    expect(found?.verdict).toBe(late < 3 ? 'pass' : 'fail');
    if (late < 3) return;
    expect(found?.effect).toBe('fails');
    expect(found?.observations[0]?.received).toMatch(
      /granted at 08:00:00 UTC.*expiryLeeway in the environment file allows 3 s$/,
    );
  });
}

test('a cached token that has its full life again breaks that clause, and no other', async () => {
  const row = lifeDeviations.find(({ clause }) => clause === 'token-shrinks');
  expect(withVerdict(await follow('pyng', row?.intercept ?? (() => undefined)), 'fail')).toEqual([
    'pyng-token-shrinks',
  ]);
});

test('a token that dies early is reported with its grant, its declared life and the moment', async () => {
  const result = await follow(
    'pyng',
    byAge((age) => age < 0.5),
  );
  const clause = result.clauses.find(({ id }) => id === 'pyng-token-lives');
  expect(clause?.observations[0]?.received).toMatch(
    /answered 401, 1\.2 s before the end of a token granted at 08:00:\d\d UTC and declared for 2 s$/,
  );
});

test('what a second grant does is asked for before the end of a token that an earlier run kept is judged', async () => {
  const kept = { token: 'kept-by-an-earlier-run', endsAt: Date.parse('2026-11-22T08:00:00Z') };
  const state = { read: () => kept, write: async () => true, notes: () => [] };
  const options = { state, target: { expiryWait: 0 }, select: ({ change }: Scenario) => change?.way === 'after-end' };
  const ended = await follow('pyng', newestOnly, ownJudges, options);
  expect(ended.clauses.find(({ id }) => id === 'pyng-token-ends')).toMatchObject({
    verdict: 'not-exercised',
    reason: expect.stringContaining('a newer token ends an older one here'),
  });
  const fair = await follow('pyng', () => undefined, ownJudges, options);
  expect(withVerdict(fair, 'pass')).toContain('pyng-token-ends');
});

test('caught among mocks: the token of another provider is good here too', async () => {
  const folder = newFolder('neighbours');
  const environment = loadEnvironment('mock', contracts);
  const targetOf = (provider: string) => resolveTarget(environment, contractNamed(provider), {});
  const [pyng, finnet] = [targetOf('pyng'), targetOf('finnet')];
  const mock = await startMock();
  const granted = new Set<string>();
  mock.intercept = (call) => {
    const answer = call.answer();
    const token = /"(?:access_token|accessToken)":"([^"]+)"/.exec(String(answer.body))?.[1];
    if (token) granted.add(token);
    return call.operation === 'resource' && granted.has(bearerOf(call.received.headers)) ? json(200, {}) : answer;
  };
  const select = ({ id, change }: Scenario) => id === 'control' || change?.way === 'foreign-token';
  const alone = await runProvider(mock, 'finnet', { select, neighbours: fileNeighbours(folder, finnet, [() => pyng]) });
  expect(withVerdict(alone, 'fail')).toEqual([]);

  await runProvider(mock, 'pyng', { select, neighbours: fileNeighbours(folder, pyng, [() => finnet]) });
  const beside = await runProvider(mock, 'finnet', {
    select,
    neighbours: fileNeighbours(folder, finnet, [() => pyng]),
  });
  expect(withVerdict(beside, 'fail')).toEqual(['finnet-resource-guarded']);
  await mock.close();

  const kept = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  expect(kept).toHaveLength(2);
  expectNoSecret([...kept, JSON.stringify(beside)].join('\n'), [...granted]);
});

for (const [ahead, note] of [
  [0, []],
  [-45, ['the provider’s clock is 45 s behind; a signed timestamp may seem to come from the future']],
  [45, ['the provider’s clock is 45 s ahead; a signed timestamp may seem stale']],
] as const) {
  test(`a clock ${ahead} s ahead is measured from the Date header, and noted when it puts X-TIMESTAMP at risk`, async () => {
    const mock = await startMock({ clock: () => Date.now() + ahead * 1000 });
    const result = await runProvider(mock, 'finnet', { select: ({ id }) => id === 'control' });
    await mock.close();
    expect(result.clockSkew).toBeGreaterThanOrEqual(ahead - 2);
    expect(result.clockSkew).toBeLessThanOrEqual(ahead + 2);
    expect(result.notes.map((one) => one.replace(/4[3-7] s/, '45 s'))).toEqual(note);
    expect(withVerdict(result, 'fail')).toEqual([]);
  });
}
