/** An editor checks every YAML file that the project holds or drafts, by the schema that its first line names. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { contractFormat } from '../../../src/contract/format-version.ts';
import { readPage } from '../../../src/draft/page/text/source.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { draftOf } from '../../../src/draft/write/files/draft.ts';
import { scaffold } from '../../../src/draft/write/files/scaffold.ts';
import { textsOf } from '../../../src/draft/write/files/write.ts';
import type { Json, JsonObject } from '../../../src/formats/json.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const openApi = 'https://spec.openapis.org/oas/3.1/schema/2022-10-07';

const validators = new Map<string, ValidateFunction>();

/** The validator of a schema, which may refer to those beside it. */
function validatorOf(schemaFile: string): ValidateFunction {
  const known = validators.get(schemaFile);
  if (known) return known;
  const folder = dirname(schemaFile);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.json') && entry !== basename(schemaFile)))
    ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject, name);
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as JsonObject);
  validators.set(schemaFile, validate);
  return validate;
}

/** What an editor would say of a file: its first line names no schema, or the file is not what that schema wants. */
function faultsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const [, place] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
  if (place === undefined) return [`${file} names no schema on its first line`];
  // The schema of the standard is not at hand offline; `npm run check:specs` reads these files by its rules.
  if (place === openApi) return file.endsWith('.openapi.yaml') ? [] : [`${file} is no OpenAPI file`];
  const validate = validatorOf(join(dirname(file), place));
  // A TODO of a draft is no part of its format: the loader refuses it until somebody has decided it.
  const value = JSON.parse(JSON.stringify(parse(text)), (key, member: Json) =>
    key === 'x-todo' ? undefined : member,
  ) as Json;
  const isContract = basename(file) === 'contract.yaml';
  if (isContract && (value as JsonObject)['formatVersion'] !== contractFormat) return [`${file} names no format`];
  return validate(value) ? [] : [`${file}: ${JSON.stringify(validate.errors)}`];
}

/** Writes the texts below a folder, and names the files. */
function written(folder: string, texts: Record<string, string>): string[] {
  return Object.entries(texts).map(([path, text]) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  });
}

test('every contract, specification and environment that the project holds', () => {
  const files = ['contracts', 'environments', 'examples', 'specs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(root, folder, name)),
  );
  expect(files.length).toBeGreaterThan(30);
  expect(files.flatMap(faultsOf)).toEqual([]);
});

test('every file that derive and new-provider draft, wherever they write it', async () => {
  const page = await readPage(join(root, 'tests/fixtures/pages/unseen.html'));
  const drafted = draftOf(await factsOf(page), { provider: 'acme', url: null, read: '2026-01-02' });
  for (const folder of [test.info().outputPath('a'), test.info().outputPath('b/c')]) {
    const files = [
      ...written(folder, textsOf(drafted, folder)),
      ...written(folder, scaffold(root, 'finnet', 'other', '2026-01-02', folder)),
    ];
    expect(files.length).toBeGreaterThan(8);
    expect(files.flatMap(faultsOf)).toEqual([]);
  }
});

test('a file without the line, or that is not what its schema wants, is found', () => {
  const text = readFileSync(join(root, 'environments/sandbox.yaml'), 'utf8');
  const schema = join(root, 'formats/environment.schema.json');
  const named = text.replace(/\$schema=\S+/, `$$schema=${relative(test.info().outputPath('x'), schema)}`);
  const [bare = '', whole = '', wrong = ''] = written(test.info().outputPath('x'), {
    'bare.yaml': text.replace(/^.*\n/, ''),
    'whole.yaml': named,
    'wrong.yaml': named.replace('kind: sandbox', 'kind: sandpit'),
  });
  expect(faultsOf(bare)).toEqual([expect.stringContaining('names no schema')]);
  expect(faultsOf(whole)).toEqual([]);
  expect(faultsOf(wrong)).toEqual([expect.stringContaining('kind')]);
});
