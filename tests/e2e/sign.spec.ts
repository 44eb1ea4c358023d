/** What a person sees of a signature: its headers for a request by hand, the text it was made over, and why it is refused. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { genericProvider } from '../../mock/generic.ts';
import { startMock } from '../../mock/server.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { expectNoSecret } from '../support/canaries.ts';
import { exampleContract, exampleNames, examples } from '../support/example.ts';
import { runHere } from '../support/here.ts';
import { changedExample, subject } from '../support/variant.ts';

// The one example whose operation is a SNAP transaction.
const [name = ''] = exampleNames.filter((one) =>
  exampleContract(one)
    .operations.slice(1)
    .some(({ control }) => control.auth.some(({ signature }) => signature?.algorithm === 'hmac-sha512')),
);
const contract = exampleContract(name);
const file = join(examples, name, 'environment.yaml');
const { secrets, credentials } = resolveTarget(loadEnvironment(file, { [name]: contract }), contract, {});
const [operation] = contract.operations.slice(1);
const variables = { CONFORMANCE_CONTRACTS: join(examples, name), TARGET_ENV: file };
const token = 'token-by-hand-of-16-characters';

test('sign prints the headers of any operation, what was signed, and no secret', async () => {
  const given = { ...variables, CONFORMANCE_TOKEN: token };
  const { code, output } = await runHere('sign', [name, operation?.id ?? ''], given);
  expect(output).toMatch(/X-SIGNATURE: [A-Za-z0-9+/]{86}==\n/);
  expect(output).toMatch(/X-EXTERNAL-ID: \d{36}\n/);
  expect(output).toMatch(
    /POST:\/v1\.0\/balance-inquiry:‹token›:[0-9a-f]{64}:\S+\+07:00 \(\d+ bytes, SHA-256 [0-9a-f]{64}\)/,
  );
  expect(output).toContain('"partnerReferenceNo"');
  expect(code).toBe(0);
  expectNoSecret(output, [token, ...secrets]);
});

test('sign prints what a mechanism puts into the body or the query', async () => {
  const asserting = exampleNames.find((one) =>
    exampleContract(one).operation.control.auth.some(({ assertion }) => assertion),
  );
  const folder = join(examples, asserting ?? '');
  const assertion = await runHere('sign', [asserting ?? ''], {
    CONFORMANCE_CONTRACTS: folder,
    TARGET_ENV: join(folder, 'environment.yaml'),
  });
  expect(assertion.output).toMatch(
    /Its body is:\n {2}grant_type=\S+&client_assertion_type=\S+&client_assertion=eyJ[\w.-]+\n/,
  );
  const example = changedExample()
    .replace('auth: { mechanism: bearer }', 'auth: { mechanism: bearer, parameter: key }')
    .replace('lengthened, basic-scheme,', 'lengthened,');
  const queried = await runHere('sign', [subject, 'createPayment'], {
    CONFORMANCE_CONTRACTS: example.folder,
    TARGET_ENV: join(example.folder, 'environment.yaml'),
    CONFORMANCE_TOKEN: token,
  });
  expect(queried.output).toContain('Its path and query are:\n');
  expect(queried.output).toMatch(/payments\?key='?"\$\(printf '%s' "\$CONFORMANCE_TOKEN"/);
  expectNoSecret(queried.output, [token]);
});

test('sign names no variable that nobody set', async () => {
  const probed = await runHere('sign', ['pyng@mock', 'probe'], { CONFORMANCE_TOKEN: token });
  expect(probed.output).toContain(`Authorization: 'Bearer '"$CONFORMANCE_TOKEN"\n`);
  const path = test.info().outputPath('unique.yaml');
  const auth = `{ mechanism: signature, header: X-Sig, algorithm: hmac-sha256, key: { credential: clientSecret }, encoding: base64, over: '{body}' }`;
  const body = '{ key: { credential: clientSecret }, ref: { unique: digits, length: 20 } }';
  const probe = `probe: { method: POST, path: /x, auth: [{ mechanism: bearer }, ${auth}], body: ${body}, refused: [401] }`;
  writeFileSync(path, readFileSync(file, 'utf8').replace(/^ {4}probe:.*/m, `    ${probe}`));
  const drawn = await runHere('sign', [name, 'probe'], { ...variables, TARGET_ENV: path, CONFORMANCE_TOKEN: token });
  // The signature is over the very value that is printed.
  expect(drawn.output).toMatch(/Its body is:\n.*\d{20}/);
  expect(drawn.output).not.toContain('conformance_');
});

test('sign names the token or the operation that is missing', async () => {
  const without = await runHere('sign', [name, operation?.id ?? ''], variables);
  const said = 'set CONFORMANCE_TOKEN to one that was granted';
  expect(without).toMatchObject({ code: 3, output: expect.stringContaining(said) });
  const unknown = await runHere('sign', [name, `${operation?.id}s`], variables);
  expect(unknown).toMatchObject({ code: 3, output: expect.stringContaining(`did you mean "${operation?.id}"?`) });
});

test('the doctor tries a signed probe, and shows what was signed where it is refused', async () => {
  const account = Object.fromEntries(Object.entries(credentials).map(([key, { value }]) => [key, value]));
  const served = genericProvider({ contract: contract.file, account });
  const mock = await startMock({ more: [served] });
  const doctor = (title: string, change: (text: string) => string) => {
    const path = test.info().outputPath(`${title}.yaml`);
    const address = `    baseUrl: ${mock.url}${served.basePath}\n    credentials:`;
    writeFileSync(path, change(readFileSync(file, 'utf8').replace('    credentials:', address)));
    return runHere('doctor', [], { ...variables, TARGET_ENV: path });
  };
  const well = await doctor('well', (text) => text);
  expect(well.output).toMatch(/ok +probe +accepts a fresh token/);
  const secret = String(credentials['clientSecret']?.value);
  const refused = await doctor('refused', (text) => text.replace(secret, `${secret}x`));
  expect(refused.code).toBe(2);
  expect(refused.output).toMatch(/unreached +probe +.*was answered 401/);
  expect(refused.output).toMatch(
    /warning +signature +X-SIGNATURE was made over POST:\/\w+\/v1\.0\/balance-inquiry:‹token›:/,
  );
  expectNoSecret(refused.output, [...secrets, `${secret}x`]);
  await mock.close();
});
