import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Json, Schema } from './types.ts';

const options = { allErrors: true, strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true };
const ajv = new Ajv2020(options);
ajv.addKeyword('x-clause');
formats.default(ajv);
// The formats are ours and a test compiles them in full; the meta-schema and the optimiser would double the time to load.
const trusting = new Ajv2020({ ...options, validateSchema: false, code: { optimize: false } });
formats.default(trusting);

const compiled = new WeakMap<Schema, ValidateFunction>();

function once(by: Ajv2020, schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = by.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

/** Compiles a schema once. Throws what ajv throws on a schema that is none. */
export function compile(schema: Schema): ValidateFunction {
  return once(ajv, schema);
}

/** Compiles one of the schemas under contracts/formats once, without checking that it is a schema. */
export function compileFormat(schema: Schema): ValidateFunction {
  return once(trusting, schema);
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
