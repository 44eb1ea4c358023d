/** Signatures as data: what a contract says is signed is what is sent, and whatever is signed otherwise is seen. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { genericProvider } from '../../mock/generic.ts';
import { startMock } from '../../mock/server.ts';
import { laxParts, missedParts } from '../../proof/credentials.ts';
import type { Contract } from '../../src/contract/types.ts';
import { memoryStore, openSession } from '../../src/run/session.ts';
import { plan, type Scenario } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { exampleContract, exampleNames, examples, runServed } from '../support/example.ts';
import { headerOf, raised } from '../support/lax.ts';
import { installed, openShell } from '../support/shells.ts';
import { kindOf, type Row, rows, signedExample } from '../support/signed-example.ts';

/** The good requests, and those with another token or signature. */
const ofCredentials = ({ clause, change }: Scenario): boolean =>
  clause === null || (change?.part === 'auth' && (change.name === 'signature' || change.name === 'bearer'));

test('a way that would leave the request as it is says so, and accuses nobody', async () => {
  const row = {
    algorithm: 'hmac-sha256',
    encoding: 'hex',
    over: '{method},{path},{header:X-Blank},{credential:clientId}',
    timestamp: '{ header: X-Time, form: yyyyMMdd }',
  };
  const example = signedExample(row)
    .replace('headers: { Accept: application/json, Idem', 'headers: { X-Blank: "", Accept: application/json, Idem')
    .replace('    expiryWait', '    timestampOffset: 1\n    expiryWait', { file: 'environment.yaml' });
  const result = await runServed(example.load(), `${example.folder}/environment.yaml`);
  expect(raised(result)).toEqual({});
  const signed = result.clauses.find(({ id }) => id.endsWith('-signed'))?.observations ?? [];
  const judged = signed.map(({ scenario }) => scenario.split('/')[1]?.split('@')[0] ?? '');
  const same = ['comma-text', 'timestamp-future', 'timestamp-stale', 'without-x-blank'];
  expect(judged.filter((way) => same.includes(way))).toEqual([]);
  expect(judged).toEqual(expect.arrayContaining(['joined-text', 'without-method', 'other-x-blank', 'other-key']));
});

for (const [place, token] of Object.entries({
  'a header of its own, without a scheme': 'header: X-Access-Token, scheme: none',
  'a member of the body': 'field: accessToken',
  'a parameter of the query': 'parameter: access_token',
}))
  test(`a token in ${place}, is guarded and signed as any other`, async () => {
    const row = { algorithm: 'hmac-sha256', encoding: 'hex', over: '{token}:{target}' };
    const example = signedExample(row)
      .replace('{ mechanism: bearer }, {', `{ mechanism: bearer, ${token} }, {`)
      .replace('lengthened, basic-scheme,', 'lengthened,');
    const file = `${example.folder}/environment.yaml`;
    const contract = example.load();
    const result = await runServed(contract, file, { select: ofCredentials });
    expect(raised(result)).toEqual({});
    expect(result.verdict).toBe('conforms');
    expect(await missedParts(contract, file)).toEqual({ total: 12, missed: [] });
  });

test('what a contract says wrongly of the place of a token is named, with what is allowed', () => {
  const row = { algorithm: 'hmac-sha256', encoding: 'hex', over: '{token}:{body}' };
  const told = (token: string, operation = 'createPayment'): string =>
    signedExample(row)
      .replace(
        operation === 'createPayment' ? '{ mechanism: bearer }, {' : 'auth: { mechanism: bearer }',
        operation === 'createPayment' ? `{ mechanism: bearer, ${token} }, {` : `auth: { mechanism: bearer, ${token} }`,
      )
      .problems();
  const at = /contract\.yaml:\d+: /.source;
  const keys = 'bearer takes header, field, parameter, scheme; did you mean "scheme"';
  expect(told('schem: none')).toMatch(new RegExp(`${at}auth has the unknown key "schem"; ${keys}`));
  expect(told('field: token, parameter: token')).toMatch(new RegExp(`${at}the token goes into one place, and field`));
  expect(told('field: token, scheme: none')).toMatch(new RegExp(`${at}a token has a scheme in a header alone`));
  expect(told('field: amount')).toMatch(new RegExp(`${at}amount holds the token, and the good request gives a value`));
  expect(told('field: token', 'listPayments')).toMatch(new RegExp(`${at}the request has no body to hold the token`));
});

for (const name of exampleNames) {
  const contract = exampleContract(name);
  if (laxParts(contract).length > 0)
    test(`${name}: a server that is lax in one part of a signature or credential is seen`, async () => {
      expect(await missedParts(contract, join(examples, name, 'environment.yaml'))).toMatchObject({ missed: [] });
    });
}

test('an environment that holds other providers as well is proven as one of its own', async () => {
  const other = '  pyng:\n    credentials: { username: any, password: any, scopes: [any] }\n';
  const example = signedExample(Object.values(rows)[4] ?? { algorithm: '', encoding: '', over: '' }).replace(
    'providers:\n',
    `providers:\n${other}`,
    { file: 'environment.yaml' },
  );
  const { total, missed } = await missedParts(example.load(), `${example.folder}/environment.yaml`);
  expect([total > 0, missed]).toEqual([true, []]);
});

/** Ways to break what a key, an algorithm and an encoding make; all others break what is signed, or when. */
const ofMaking = ['other-key', 'empty-key', 'other-algorithm', 'sha1', 'sha256', 'sha512', 'unreadable'];
const ofEncoding = ['other-encoding', 'truncated', 'bit-flip'];

/** What a command of a way is written by: where two rows agree in it, the command of one shows that of the other. */
function writtenBy(row: Row, way: string): string {
  if (ofMaking.includes(way)) return `${way} ${kindOf(row)}`;
  if (ofEncoding.includes(way)) return `${way} ${row.encoding}`;
  // Which part is left out, and by how much a time is off, is no other expression of the shell.
  return way
    .replace(/^(only|without)-.+/, '$1')
    .replace(/^timestamp-(?:stale|future|quarter-hour-(?:old|ahead))$/, 'timestamp-off');
}

/** The ways whose commands no row before this one shows, and no way before in this row. */
function waysShownBy(row: Row): string[] {
  const before = Object.values(rows).slice(0, Object.values(rows).indexOf(row));
  const shown = new Set(before.flatMap((one) => waysOf(loaded(one).contract).map((way) => writtenBy(one, way))));
  return waysOf(loaded(row).contract).filter((way) => {
    const key = writtenBy(row, way);
    return !shown.has(key) && shown.add(key);
  });
}

const examplesOf = new Map<Row, { contract: Contract; file: string }>();

/** The contract and the environment file of a row, made once for the tests of this file. */
function loaded(row: Row): { contract: Contract; file: string } {
  const known = examplesOf.get(row);
  if (known) return known;
  const example = signedExample(row);
  const made = { contract: example.load(), file: `${example.folder}/environment.yaml` };
  examplesOf.set(row, made);
  return made;
}

const ofSignature = ({ change }: Scenario): boolean => change?.part === 'auth' && change.name === 'signature';
const waysOf = (contract: Contract): string[] =>
  plan(contract).flatMap((scenario) => (ofSignature(scenario) && scenario.change ? [scenario.change.way] : []));

for (const [title, row] of Object.entries(rows)) {
  test(`${title}: a server that is lax in one part of what is signed is seen`, async () => {
    const { contract, file } = loaded(row);
    const { total, missed } = await missedParts(contract, file);
    expect(missed).toEqual([]);
    expect(total).toBeGreaterThanOrEqual(2);
  });

  test(`${title}: the good request is accepted, and no other signature`, async () => {
    const { contract, file } = loaded(row);
    // Every way of a signature that is over many parts.
    const target = () => ({ maxRequests: Number.POSITIVE_INFINITY });
    const result = await runServed(contract, file, { target, select: ofCredentials });
    expect(raised(result)).toEqual({});
    expect(result.verdict).toBe('conforms');
    const signed = result.clauses.find(({ id }) => id.endsWith('-signed'));
    expect(signed?.observations.length).toBeGreaterThanOrEqual(12);
  });

  test(`${title}: every command that another row does not show sends what the suite sends, and shows no secret to other processes`, async () => {
    test.setTimeout(60_000);
    const { contract, file } = loaded(row);
    const environment = loadEnvironment(file, { [contract.provider]: contract });
    const target = resolveTarget(environment, contract, {});
    const account = Object.fromEntries(Object.entries(target.credentials).map(([name, { value }]) => [name, value]));
    const served = genericProvider({ contract: contract.file, account });
    const mock = await startMock({ more: [served] });
    const session = openSession(target, `${mock.url}${served.basePath}`, memoryStore(), {
      sleep: async () => undefined,
    });
    let received = '';
    mock.intercept = (call) => {
      if (call.operation === 'createPayment') received = headerOf(call, 'X-Sign');
      return call.answer();
    };
    // DER writes a number in as many bytes as it needs, so that two signatures of ECDSA may differ in length.
    const shown = (): string => (kindOf(row) === 'ecdsa' ? '' : `${received.length} ${/^[0-9a-f]+$/.test(received)}`);
    const sent: { id: string; curl: string; status: number; shape: string }[] = [];
    const ways = waysShownBy(row);
    for (const scenario of plan(contract).filter(ofSignature)) {
      if (!ways.includes(scenario.change?.way ?? '')) continue;
      const { exchange } = await session.run(scenario);
      if (exchange?.response)
        sent.push({ id: scenario.id, curl: exchange.curl, status: exchange.response.status, shape: shown() });
    }
    expect(sent).toHaveLength(ways.length);
    const good = await session.run(
      plan(contract).find(({ id }) => id === 'control@createPayment') ?? plan(contract)[0],
    );
    sent.push({
      id: 'control',
      curl: good.exchange?.curl ?? '',
      status: good.exchange?.response?.status ?? 0,
      shape: shown(),
    });
    expect(sent.at(-1)?.status).toBe(201);
    await session.close();
    const variables = Object.values(target.credentials).map(({ variable, value }) => [variable, String(value)]);
    // One shell for each row, by turns; both read the same words, which curl.spec.ts shows.
    const name = installed[Object.keys(rows).indexOf(title) % installed.length] ?? 'bash';
    const shell = openShell(name, Object.fromEntries(variables));
    const wrong: unknown[] = [];
    for (const { id, curl, status, shape } of sent) {
      received = '';
      const printed = await shell.run(curl);
      const again = { status: Number(/^HTTP\/[\d.]+ (\d{3})/.exec(printed)?.[1]), shape: shown() };
      if (again.status !== status || again.shape !== shape) wrong.push({ id, curl, printed, again, status, shape });
    }
    expect(wrong, name).toEqual([]);
    const processes = shell.processes();
    await shell.close();
    const secrets = target.secrets.flatMap((secret) => secret.split('\n')).filter((text) => !text.includes('-----'));
    expect(secrets.filter((secret) => secret !== '' && processes.includes(secret))).toEqual([]);
    await mock.close();
  });
}
