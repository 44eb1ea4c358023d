import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { compile } from '../../src/contract/schema.ts';
import type { Schema } from '../../src/contract/types.ts';

const folder = fileURLToPath(new URL('../../contracts/formats/', import.meta.url));

// The loader trusts them, to be quick; here each is checked against its meta-schema.
for (const file of readdirSync(folder)) {
  test(`${file} is a JSON Schema`, () => {
    const schema = JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Schema;
    expect(() => compile(schema)).not.toThrow();
  });
}
