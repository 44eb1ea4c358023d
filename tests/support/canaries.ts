import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import type { Answer } from '../../mock/server.ts';
import { mockEnvironment } from './command.ts';

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
  '--reporter=list,line,junit,json,html,blob,./reporters/conformance.ts',
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
