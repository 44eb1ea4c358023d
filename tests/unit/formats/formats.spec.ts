import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { ajvOptions } from '../../../src/contract/schema.ts';
import type { Json, Schema } from '../../../src/formats/json.ts';
import { type FormatName, formatFiles, formatOf } from '../../../src/formats/validators.ts';

const folder = 'formats';

/** The format of a file, compiled now; unlike the loader's, checked against its meta-schema. */
function now(file: string): ValidateFunction {
  const ajv = new Ajv2020(ajvOptions);
  formats.default(ajv);
  const schemas = readdirSync(folder).map((name) => {
    const schema = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema;
    return { ...schema, $id: name };
  });
  ajv.addSchema(schemas);
  const validate = ajv.getSchema(file);
  if (!validate) throw new Error(`There is no ${file} in ${folder}.`);
  return validate as ValidateFunction;
}

for (const file of readdirSync(folder)) {
  test(`${file} is a JSON Schema`, () => {
    expect(() => now(file)).not.toThrow();
  });
}

for (const [name, file] of Object.entries(formatFiles) as [FormatName, string][]) {
  test(`the ${name} format as compiled ahead finds what its schema finds`, () => {
    const schema = now(file);
    const values: Json[] = [
      null,
      { pattern: '(', provider: 7, clauses: [{ id: 'X' }], unknown: true, kind: 'none', at: '' },
      { items: { type: 'strin', format: 'dat' }, minLength: -1, prefixItems: [], decisions: [{}], providers: 1 },
    ];
    for (const value of values) {
      const said = (validate: ValidateFunction): unknown =>
        validate(value) ||
        validate.errors?.map(({ instancePath, message, params }) => ({ instancePath, message, params }));
      expect(said(formatOf(name))).toEqual(said(schema));
      expect(said(schema)).not.toBe(true);
    }
  });
}
