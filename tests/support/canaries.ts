import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { type Accounts, readAccounts } from '../../mock/accounts.ts';
import type { Answer } from '../../mock/server.ts';
import { environmentAt, mockEnvironment } from './command.ts';
import { moduleOfRun } from './script.ts';
import { canaries } from './spellings.ts';

/** Expects that no secret is in a text: raw, Base64, URL-encoded or hex. */
export function expectNoSecret(text: string, secrets: string[]): void {
  const lower = text.toLowerCase();
  const found = [...new Set(secrets)].filter((secret) => {
    const bytes = Buffer.from(secret);
    const base64 = bytes.toString('base64').replace(/=+$/, '');
    const forms = [secret, base64, bytes.toString('base64url'), encodeURIComponent(secret)];
    return forms.some((form) => text.includes(form)) || lower.includes(bytes.toString('hex'));
  });
  expect(found.map((secret) => `a secret of ${secret.length} characters is in the output`)).toEqual([]);
}

/** What is in an archive, by name; of one that a killed process left unfinished, as much as can be read. */
function entriesOf(archive: Uint8Array): [name: string, bytes: Uint8Array][] {
  try {
    return Object.entries(unzipSync(archive));
  } catch {
    const read: [string, Uint8Array][] = [];
    const unzip = new Unzip((file) => {
      file.ondata = (_error, bytes) => read.push([file.name, bytes]);
      file.start();
    });
    unzip.register(UnzipInflate);
    unzip.push(archive);
    return read;
  }
}

function textsOf(name: string, bytes: Uint8Array): string[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return entriesOf(bytes).flatMap(([inner, part]) => textsOf(inner, part));
  const text = Buffer.from(bytes).toString('latin1');
  // Playwright's page holds its data as an archive in Base64.
  const archives = name.endsWith('.html') ? text.matchAll(/data:application\/zip;base64,([A-Za-z0-9+/=]+)/g) : [];
  return [text, ...[...archives].flatMap(([, archive = '']) => textsOf('data.zip', Buffer.from(archive, 'base64')))];
}

/** Every text in a folder, archives opened; the viewer that Playwright puts beside its page holds nothing of a run. */
export function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/html[/\\]trace/.test(entry.parentPath))
    .flatMap((entry) => textsOf(entry.name, readFileSync(join(entry.parentPath, entry.name))));
}

/** Options that make Playwright write all it can, and the variables that make it write into a folder. */
export const talkative: string[] = [
  '--trace=on',
  `--reporter=list,line,junit,json,html,blob,${moduleOfRun('reporters/conformance')}`,
];
export function writingInto(folder: string): Record<string, string> {
  return {
    DEBUG: 'pw:api',
    PLAYWRIGHT_JUNIT_OUTPUT_FILE: join(folder, 'junit.xml'),
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'results.json'),
    PLAYWRIGHT_HTML_OUTPUT_DIR: join(folder, 'html'),
    PLAYWRIGHT_BLOB_OUTPUT_FILE: join(folder, 'blob.zip'),
  };
}

const key = /BEGIN PRIVATE KEY-----\s+(\S+)/.exec(mockEnvironment)?.[1] ?? '';

/** The secrets of the embedded mock: client secret, password, and a line of the private key. */
export const mockSecrets: string[] = [
  ...[...mockEnvironment.matchAll(/(?:clientSecret|password): (\S+)/g)].map(([, secret = '']) => secret),
  key,
];

/** The tokens an answer of the mock grants. */
export function tokensOf(answer: Answer): string[] {
  return String(answer.body).match(/(?<="(?:access_token|accessToken)":")[^"]+/g) ?? [];
}

/** The eight secrets of `spellings.ts`, in the order in which an environment holds them. */
export const values: string[] = Object.values(canaries);
const [password = '', clientSecret = '', passphrase = '', first = '', second = '', third = '', proxy = '', other = ''] =
  values;

/** Variables that hold two of them: the passwords of proxies. */
export const proxies = {
  HTTPS_PROXY: `http://user:${encodeURIComponent(proxy)}@proxy.example:8080`,
  ALL_PROXY: `http://user:${encodeURIComponent(other)}@proxy.example:8080`,
};

/** The environment of the mock at an origin, with one of them in every place for a secret. */
export function secretEnvironment(origin: string): string {
  const quoted = JSON.stringify;
  const file = environmentAt(origin);
  const lines: [RegExp, string][] = [
    [/clientSecret: \S+/, `clientSecret: ${quoted(clientSecret)}`],
    [/password: \S+/, `password: ${quoted(password)}`],
    [/ {6}privateKey:/, `      passphrase: ${quoted(passphrase)}\n      privateKey:`],
    [/ {2}singapay:\n/, `  singapay:\n    tls: { passphrase: ${quoted(first)} }\n`],
    [/ {2}finnet:\n/, `  finnet:\n    tls: { passphrase: ${quoted(second)} }\n`],
    [/ {2}pyng:\n/, `  pyng:\n    tls: { passphrase: ${quoted(third)} }\n`],
  ];
  const text = lines.reduce((all, [at, line]) => all.replace(at, () => line), readFileSync(file, 'utf8'));
  writeFileSync(file, text);
  return file;
}

/** The accounts of the mock that belong to it. */
export function secretAccounts(): Accounts {
  const accounts = readAccounts();
  accounts.singapay.clientSecret = clientSecret;
  accounts.pyng.password = password;
  return accounts;
}
