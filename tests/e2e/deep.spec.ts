/**
 * The deep profile: what its families make of a contract, what they say of a faithful provider, and which careless ones
 * they find.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Received, startMock } from '../../mock/server.ts';
import { jwt } from '../../proof/answers.ts';
import { issuing, now } from '../../proof/careless.ts';
import { raised } from '../../proof/proof.ts';
import { runProvider } from '../../proof/run.ts';
import { InputError } from '../../src/contract/problems.ts';
import { catalogue, chosenProfile } from '../../src/judge/catalogue.ts';
import { asksForDeep, readCommand } from '../../src/playwright/command.ts';
import { isTimed } from '../../src/run/life.ts';
import { deepened } from '../../src/scenario/families/deepen.ts';
import { families } from '../../src/scenario/families/index.ts';
import { plan, type Scenario } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { exampleContract, exampleNames, examples, runServed } from '../support/example.ts';
import { headerOf, type Raised, raised as raisedBy } from '../support/lax.ts';

const deep = catalogue(undefined, 'deep');
const providers = Object.keys(deep);
const contracts = [
  ...Object.values(deep),
  ...readdirSync('examples').flatMap((name) => Object.values(catalogue(`examples/${name}/contracts`, 'deep'))),
];

test('a family makes clauses that say what is stated, where and at what level, and leaves no way unused', () => {
  const used = new Set<string>();
  const wrong: string[] = [];
  for (const contract of contracts) {
    const made = contract.clauses.filter((clause) => clause.deep);
    expect(made.length).toBeGreaterThan(20);
    const ids = contract.clauses.map(({ id }) => id);
    wrong.push(...ids.filter((id, index) => ids.indexOf(id) !== index));
    const named = new RegExp(`^${contract.provider}-deep-(${families.map(({ name }) => name).join('|')})-`);
    for (const { id, statement, at, source, request } of made) {
      const isSaid = named.test(id) && statement.endsWith('.') && at !== '' && source.url.startsWith('https:');
      if (!isSaid) wrong.push(`${id}: ${statement} (${at}, ${source.url})`);
      for (const way of request?.ways ?? []) used.add(`${request?.name}/${way}`);
    }
    wrong.push(...plan(contract).flatMap(({ deep: isDeep, title }) => (isDeep && title.length > 75 ? [title] : [])));
  }
  expect(wrong).toEqual([]);
  const unused = families.flatMap(({ name, ways }) => Object.keys(ways).filter((way) => !used.has(`${name}/${way}`)));
  expect(unused).toEqual([]);
});

test('each operation has a share of the requests, however much the one that grants tokens could use', () => {
  const few = contracts.flatMap((contract) =>
    contract.operations.slice(1).flatMap(({ id }) => {
      const asked = plan(contract).filter(({ operation, change }) => operation === id && change?.part === 'family');
      return asked.length < 10 ? [`${contract.provider} ${id}: ${asked.length}`] : [];
    }),
  );
  expect(few).toEqual([]);
});

test('a standard that a contract does not cite binds its provider to nothing', () => {
  const binding = contracts.flatMap(({ clauses, sources }) =>
    clauses.filter((one) => one.deep && one.level === 'must' && !Object.values(sources).includes(one.source)),
  );
  expect(binding.map(({ id }) => id)).toEqual([]);
});

test('the default profile sends none of it', () => {
  for (const contract of Object.values(catalogue(undefined, 'default'))) {
    expect(plan(contract).filter((scenario) => scenario.deep)).toEqual([]);
    expect(plan(deepened(contract)).length).toBeGreaterThan(2 * plan(contract).length);
  }
});

for (const provider of providers) {
  test(`${provider}: nothing is said of the faithful mock, in 250 requests or fewer`, async () => {
    // On a clock of its own, so that nothing waits for a second to sign in.
    let now = Date.now();
    const mock = await startMock({ clock: () => now, lifeSeconds: 3 });
    const sleep = async (ms: number): Promise<void> => {
      now += ms;
    };
    const result = await runProvider(mock, provider, { profile: 'deep', clock: () => new Date(now), sleep });
    await mock.close();
    expect(raised(result)).toEqual([]);
    expect([result.profile, result.verdict, result.reason]).toEqual(['deep', 'conforms', '']);
    expect(result.requests).toBeLessThanOrEqual(250);
    expect(mock.requests).toBe(result.requests);
  });

  test(`${provider}: each way at the protected resource turns its clause red`, async () => {
    const mock = await startMock();
    let sent: Scenario | null = null;
    mock.intercept = (call) => {
      const answer = call.answer();
      for (const [, token = ''] of String(answer.body).matchAll(/"(?:access_token|accessToken)":"([^"]+)"/g))
        granted.add(token);
      if (call.operation !== 'resource' || sent === null || isPlain(call.received)) return answer;
      return { ...answer, status: sent.expects === 'refused' ? 200 : 401 };
    };
    const ways = (scenario: Scenario): boolean =>
      scenario.deep && scenario.change?.part === 'family' && scenario.operation === 'probe' && !isTimed(scenario);
    // The mock serves no other spelling of the path, so that no resource is asked.
    const all = plan(deep[provider] ?? never()).filter(
      (scenario) => ways(scenario) && scenario.change?.way !== 'no-token-slash',
    );
    const coming = all.values();
    sent = coming.next().value ?? null;
    const survivors: string[] = [];
    await runProvider(mock, provider, {
      profile: 'deep',
      select: ({ id }) => all.some((scenario) => scenario.id === id),
      isEnough: ({ observations }) => {
        const isSeen = observations.some(({ clause, verdict }) => clause === sent?.clause?.id && verdict === 'fail');
        if (!isSeen) survivors.push(`${sent?.id}`);
        sent = coming.next().value ?? null;
        return sent === null;
      },
    });
    await mock.close();
    expect(all.length).toBeGreaterThan(25);
    expect([survivors, sent]).toEqual([[], null]);
  });
}

test('nothing is said of a fair provider whose tokens and answers look like what the families send', async () => {
  const spelled = /(?:\/|;x=y|\.json)$|[A-Z]{3}/;
  const mock = await startMock();
  // Tokens under the very header that is put before others in vain.
  const issued = issuing((count) =>
    jwt({ jti: `${count}`, exp: now() + 900 }, { alg: 'HS512', typ: 'JWT' }, 'sha512'),
  )();
  mock.intercept = (call) => {
    const { path, method, headers } = call.received;
    if (spelled.test(path)) return { status: 308, headers: [['Location', '/elsewhere']], body: '' };
    if (method === 'OPTIONS')
      return {
        status: 200,
        headers: [['Content-Type', 'text/html']],
        body: '<!doctype html><html><body></body></html>',
      };
    if (method === 'SEARCH') return { status: 501, headers: [], body: '' };
    if (headers.some(([name]) => name === 'Range')) return { status: 416, headers: [], body: '' };
    return issued(call);
  };
  const result = await runProvider(mock, 'singapay', { profile: 'deep', select: (scenario) => !isTimed(scenario) });
  await mock.close();
  expect(raised(result)).toEqual([]);
  const unsent = (result.notSent ?? []).map(({ scenario }) => scenario);
  expect(unsent).toContain('singapay-deep-tokens-text/other-header');
});

/** Every token a mock of this file granted. */
const granted = new Set<string>();

/** Whether a request sends a token as documented: it is the control of the resource, and decides what can be judged. */
function isPlain({ method, headers }: Received): boolean {
  const lines = headers.filter(([name]) => name.toLowerCase() === 'authorization');
  const [line] = lines;
  const closes = headers.some(([name, value]) => name.toLowerCase() === 'connection' && value === 'close');
  const own = line?.[0] === 'Authorization' && /^Bearer [\w.-]{40,}$/.test(line[1]) && lines.length === 1;
  return method === 'GET' && own && !closes && granted.has(line[1].slice(7));
}

function never(): never {
  throw new Error('no such provider');
}

for (const name of exampleNames) {
  const contract = deepened(exampleContract(name));
  const [signature] = contract.operation.control.auth.flatMap((spec) => spec.signature ?? []);
  if (!signature) continue;
  const run = (takes: (signature: string) => boolean): Promise<Raised> =>
    runServed(contract, join(examples, name, 'environment.yaml'), {
      intercept: (call) => {
        const answer = call.answer();
        const lax = call.operation === 'token' && answer.status >= 400 && takes(headerOf(call, signature.header));
        return lax ? call.grant() : answer;
      },
      select: ({ id, change, clause }) =>
        id === 'control' ||
        (clause?.deep === true && /^(signature-|only-|without-|comma-|sha)/.test(change?.way ?? '')),
    }).then(raisedBy);

  test(`${name}: a signature that a contract describes as data is varied as any other`, async () => {
    expect(await run(() => false)).toEqual({});
    const twice = (text: string): boolean => text !== '' && text.slice(0, text.length / 2).repeat(2) === text;
    expect(await run(twice)).toEqual({ fails: ['deep-values-credential-form'] });
    expect(await run((text) => text.includes('*'))).toEqual({ warns: ['deep-values-hexadecimal'] });
    expect(await run((text) => /^[0-9a-f]{128}$/.test(text))).toEqual({ fails: ['deep-values-signed-text'] });
  });
}

test('a command asks for the profile by --grep, in each way Playwright takes it', () => {
  const asks = (...args: string[]): boolean => asksForDeep(readCommand(['node', 'playwright', 'test', ...args]));
  expect([asks('--grep', '@deep'), asks('--grep=@deep|@gate'), asks('-g', '@deep')]).toEqual([true, true, true]);
  expect([asks(), asks('--grep', '@gate'), asks('--grep-invert', '@deep'), asks('@deep')]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('it is paced beside a sandbox, and has room for its requests', () => {
  const environment = loadEnvironment('sandbox', deep);
  const variables = {
    SINGAPAY_PARTNER_ID: 'partner',
    SINGAPAY_CLIENT_ID: 'client',
    SINGAPAY_CLIENT_SECRET: 'throw-away',
  };
  const target = resolveTarget(environment, deep['singapay'] ?? never(), variables);
  expect([target.pace.perSecond, target.maxRequests]).toEqual([2, 300]);
});

test('production is never asked, whatever is allowed', () => {
  const environment = loadEnvironment('production', deep);
  const variables = {
    SINGAPAY_PRODUCTION_PARTNER_ID: 'partner',
    SINGAPAY_PRODUCTION_CLIENT_ID: 'client',
    SINGAPAY_PRODUCTION_CLIENT_SECRET: 'throw-away',
    ALLOW_PRODUCTION: 'production',
  };
  expect(() => resolveTarget(environment, deep['singapay'] ?? never(), variables)).toThrow(
    'the environment production has kind: production, where the deep profile is never sent',
  );
});

test('a profile that nobody knows is bad input', () => {
  const before = process.env['CONFORMANCE_PROFILE'];
  process.env['CONFORMANCE_PROFILE'] = 'deeper';
  try {
    expect(() => chosenProfile()).toThrow(InputError);
    expect(() => chosenProfile()).toThrow('there is: default, deep');
  } finally {
    if (before === undefined) delete process.env['CONFORMANCE_PROFILE'];
    else process.env['CONFORMANCE_PROFILE'] = before;
  }
});
