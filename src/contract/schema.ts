import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Json, Schema } from './types.ts';

/** How every schema is read. */
export const ajvOptions = {
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
};

/** The formats of the files people write, by the schema under contracts/formats that says them. */
export const formatFiles = {
  contract: 'contract.schema.json',
  mark: 'x-clause.schema.json',
  environment: 'environment.schema.json',
  decisions: 'decisions.schema.json',
} as const;

const compiled = new WeakMap<Schema, ValidateFunction>();
let ajv: Ajv2020 | null = null;

function validator(): Ajv2020 {
  if (ajv) return ajv;
  ajv = new Ajv2020(ajvOptions);
  ajv.addKeyword('x-clause');
  formats.default(ajv);
  return ajv;
}

/** Compiles a schema once. Throws what ajv throws on a schema that is none. */
export function compile(schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = validator().compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/** The faults of a value against a schema, one line each; empty when it is valid. */
export function faults(schema: Schema, value: Json | undefined): string[] {
  const validate = compile(schema);
  return validate(value) ? [] : (validate.errors ?? []).map(faultText);
}

/** One ajv error as a line: the pointer, then what was expected. */
export function faultText(error: ErrorObject): string {
  const place = error.instancePath === '' ? '' : `${error.instancePath} `;
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = error.params['additionalProperty'] ?? error.params['unevaluatedProperty'];
      return `${place}has the unknown key "${key}"`;
    }
    case 'enum':
      return `${place}must be one of ${(error.params['allowedValues'] as Json[]).map((value) => JSON.stringify(value)).join(', ')}`;
    case 'const':
      return `${place}must be ${JSON.stringify(error.params['allowedValue'])}`;
    default:
      return `${place}${error.message ?? error.keyword}`;
  }
}

/** The value at a JSON pointer; undefined where there is none. */
export function atPointer(value: Json | undefined, pointer: string): Json | undefined {
  if (pointer === '') return value;
  let here = value;
  for (const raw of pointer.slice(1).split('/')) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (here === null || typeof here !== 'object') return undefined;
    here = Array.isArray(here) ? here[Number(key)] : Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
}
