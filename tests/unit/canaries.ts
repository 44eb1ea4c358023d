import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { Answer } from '../../mock/server.ts';
import { mockEnvironment } from './support/command.ts';

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

/** Every text in a folder, archives opened. */
export function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      if (!entry.name.endsWith('.zip')) return [bytes.toString('latin1')];
      return Object.values(unzipSync(bytes)).flatMap((inner) => {
        const archive = inner[0] === 0x50 && inner[1] === 0x4b;
        return archive
          ? Object.values(unzipSync(inner)).map((each) => Buffer.from(each).toString('latin1'))
          : [Buffer.from(inner).toString('latin1')];
      });
    });
}

/** Options that make Playwright write all it can, and the variables that make it write into a folder. */
export const talkative: string[] = ['--trace=on', '--reporter=list,junit,json,html,blob,./reporters/conformance.ts'];
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
