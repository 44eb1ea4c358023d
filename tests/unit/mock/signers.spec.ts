/** Signers that others wrote, both ways: what they sign our mock accepts, and what we sign is what they would have signed. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { genericProvider } from '../../../mock/generic.ts';
import { type Mock, type Received, startMock } from '../../../mock/server.ts';
import { memoryStore, openSession } from '../../../src/run/session.ts';
import { plan } from '../../../src/scenario/plan.ts';
import { loadEnvironment } from '../../../src/target/environment.ts';
import { resolveTarget } from '../../../src/target/target.ts';
import { exampleContract, exampleNames, examples } from '../../support/example.ts';

const require = createRequire(import.meta.url);

interface SnapBi {
  withAccessToken(token: string): SnapBi;
  withTimeStamp(time: string): SnapBi;
  withBody(body: object): SnapBi;
  getStatus(externalId: string): Promise<Record<string, unknown>>;
}

const config = require('midtrans-client/lib/snapBi/snapBiConfig') as Record<string, string>;
const midtrans = require('midtrans-client/lib/snapBi/snapBi') as {
  DEBIT_STATUS: string;
  directDebit(): SnapBi;
  getSymmetricSignatureHmacSh512(
    token: string,
    body: unknown,
    method: string,
    path: string,
    secret: string,
    timestamp: string,
  ): string;
};
const doku = require('doku-nodejs-library/_services/tokenService') as {
  generateSymmetricSignature(
    method: string,
    path: string,
    token: string,
    body: unknown,
    timestamp: string,
    secret: string,
  ): string;
};

// The one example whose operation is a SNAP transaction.
const [name = ''] = exampleNames.filter((one) =>
  exampleContract(one)
    .operations.slice(1)
    .some(({ control }) => control.auth.some(({ signature }) => signature?.algorithm === 'hmac-sha512')),
);
const contract = exampleContract(name);
const environment = loadEnvironment(join(examples, name, 'environment.yaml'), { [name]: contract });
const target = resolveTarget(environment, contract, {});
const [operation] = contract.operations.slice(1);
const value = (credential: string): string => String(target.credentials[credential]?.value);
const account = Object.fromEntries(Object.entries(target.credentials).map(([key, { value: given }]) => [key, given]));

let mock: Mock;
let received: Received | undefined;
/** The token that was granted last. */
let token = '';
const { NO_PROXY } = process.env;

test.beforeAll(async () => {
  mock = await startMock({ more: [genericProvider({ contract: contract.file, account, basePath: '' })] });
  mock.intercept = (call) => {
    const answer = call.answer();
    if (call.operation === operation?.id) received = call.received;
    token = /"accessToken":"([^"]+)"/.exec(String(answer.body))?.[1] ?? token;
    return answer;
  };
  // Their HTTP client would send loopback requests through a proxy of the environment.
  process.env['NO_PROXY'] = '127.0.0.1';
});
test.afterAll(async () => {
  if (NO_PROXY === undefined) delete process.env['NO_PROXY'];
  else process.env['NO_PROXY'] = NO_PROXY;
  await mock.close();
});

/** Sends our own good request of the operation. */
async function sendOurs(): Promise<number | undefined> {
  const session = openSession(target, mock.url, memoryStore());
  const scenario = plan(contract).find((one) => one.operation === operation?.id && one.clause === null);
  if (!scenario) throw new Error(`no control of ${operation?.id}`);
  const { exchange } = await session.run(scenario);
  await session.close();
  return exchange?.response?.status;
}

const header = (called: string): string =>
  received?.headers.find(([key]) => key.toLowerCase() === called.toLowerCase())?.[1] ?? '';

test('what we sign is what the libraries of two providers would have signed', async () => {
  expect(await sendOurs()).toBe(200);
  const { method = '', path = '', body } = received ?? {};
  const members: unknown = JSON.parse(Buffer.from(body ?? []).toString());
  const [timestamp, secret] = [header('X-TIMESTAMP'), value('clientSecret')];
  const ours = header('X-SIGNATURE');
  expect(header('Authorization')).toBe(`Bearer ${token}`);
  expect(doku.generateSymmetricSignature(method, path, token, members, timestamp, secret)).toBe(ours);
  expect(midtrans.getSymmetricSignatureHmacSh512(token, members, method, path, secret, timestamp)).toBe(ours);
});

test('a transaction of midtrans-client is accepted, and refused where its secret is another', async () => {
  await sendOurs();
  Object.assign(config, {
    SNAP_BI_SANDBOX_BASE_URL: mock.url,
    snapBiClientSecret: value('clientSecret'),
    snapBiPartnerId: value('partnerId'),
    snapBiChannelId: '95221',
  });
  midtrans.DEBIT_STATUS = operation?.path ?? '';
  const ask = (externalId: string): Promise<Record<string, unknown>> =>
    midtrans
      .directDebit()
      .withAccessToken(token)
      .withTimeStamp(`${new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`)
      .withBody({ partnerReferenceNo: '2026112600000002', accountNo: '7382382957893840' })
      .getStatus(externalId);
  expect(await ask('100000000000000000000000000000000001')).toMatchObject({ responseCode: '2001100' });
  // The value was sent before on the same day.
  expect(await ask('100000000000000000000000000000000001')).toMatchObject({ responseCode: '4091100' });
  config['snapBiClientSecret'] = 'another secret';
  expect(await ask('100000000000000000000000000000000002')).toMatchObject({ responseCode: '4011100' });
});

test('a transaction signed by doku-nodejs-library is accepted, and refused where the body is another', async () => {
  await sendOurs();
  const body = { partnerReferenceNo: '2026112600000003', accountNo: '7382382957893840' };
  const timestamp = `${new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
  const path = operation?.path ?? '';
  const signature = doku.generateSymmetricSignature('POST', path, token, body, timestamp, value('clientSecret'));
  const ask = async (sent: object, externalId: string): Promise<number> => {
    const answer = await fetch(`${mock.url}${path}`, {
      method: 'POST',
      headers: {
        ...{ 'Content-Type': 'application/json', Authorization: `Bearer ${token}`, 'CHANNEL-ID': '95221' },
        ...{ 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': signature, 'X-PARTNER-ID': value('partnerId') },
        'X-EXTERNAL-ID': externalId,
      },
      body: JSON.stringify(sent, null, 2),
    });
    return answer.status;
  };
  // What is signed is the minified body, however it is laid out.
  expect(await ask(body, '200000000000000000000000000000000001')).toBe(200);
  expect(await ask({ ...body, accountNo: '1' }, '200000000000000000000000000000000002')).toBe(401);
});
