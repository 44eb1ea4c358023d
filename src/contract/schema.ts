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
  schema: 'schema.schema.json',
} as const;

const compiled = new WeakMap<Schema, ValidateFunction>();
let ajv: Ajv2020 | null = null;

function validator(): Ajv2020 {
  if (ajv) return ajv;
  // Every schema was read against the format `schema` when it was loaded; to read the meta-schema again takes 0.1 s.
  ajv = new Ajv2020({ ...ajvOptions, validateSchema: false });
  ajv.addVocabulary(['x-clause', 'example', 'externalDocs', 'discriminator', 'xml']);
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

const combining = ['oneOf', 'anyOf', 'allOf', 'not', 'if', 'propertyNames'];

/** The errors that say what is wrong, without those that only say that no alternative fits; all where there are none else. */
export function telling(errors: ErrorObject[]): ErrorObject[] {
  const found = errors.filter(({ keyword }) => !combining.includes(keyword));
  return found.length > 0 ? found : errors;
}

/** The keys of a JSON pointer; an index as a number. */
function keysOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((raw) => raw.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** The keys that lead to what an error is about: an unknown key itself, not the object that has it. */
export function placeOf({ instancePath, params }: ErrorObject): (string | number)[] {
  const unknown = params['additionalProperty'] ?? params['unevaluatedProperty'];
  return [...keysOf(instancePath), ...(typeof unknown === 'string' ? [unknown] : [])];
}

/** The name that an error is about; empty when it is about a value. */
function nameIn({ propertyName }: ErrorObject): string {
  return propertyName === undefined ? '' : `holds the name ${JSON.stringify(propertyName)}, which `;
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
      return `${place}${nameIn(error)}${error.message ?? error.keyword}`;
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
