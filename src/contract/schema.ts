import { createRequire } from 'node:module';
import type { ErrorObject, Options, ValidateFunction } from 'ajv';
import type * as Validator from 'ajv/dist/2020.js';
import type formats from 'ajv-formats';
import type { Json, Schema } from '../formats/json.ts';
import { isObject, keysOf } from '../formats/json.ts';
import { type Pattern, patternOf } from './pattern.ts';

/** The settings with which every schema is compiled. */
export const ajvOptions = {
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
};

type RegExpEngine = NonNullable<NonNullable<Options['code']>['regExp']>;

/** The maker of regular expressions for ajv, which recognises it by its name. */
const linear = Object.assign((source: string): Pattern => patternOf(source), {
  code: 'patternOf',
}) as unknown as RegExpEngine;

/** The same text for equal values, whatever the order of their members. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_name, member: Json) =>
    isObject(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}

/** Whether no two items are equal. ajv itself compares all pairs, which takes hours for a body of a megabyte. */
function areUnique(items: Json[]): boolean {
  return new Set(items.map(canonical)).size === items.length;
}

/** The member of a definition that contains itself, by which its uses are counted. */
const recursion = 'x-recursion';

/** Most uses of such definitions on one value: more than the parts of any answer that is read, and two seconds of work. */
const mostUses = 200_000;

let uses = 0;

/** Counts a use. Where alternatives contain themselves, each level of a value can double their number. */
function countUse(): boolean {
  uses += 1;
  if (uses > mostUses)
    throw new Error(
      `a schema that contains itself is used more than ${mostUses} times on one value: its alternatives repeat each other`,
    );
  return true;
}

/** A schema whose definitions count their uses: once references are followed, those alone are left that contain themselves. */
function counted(schema: Schema): Schema {
  const { $defs } = schema;
  if (!isObject($defs)) return schema;
  const definitions = Object.entries($defs).map(([name, one]) => [
    name,
    isObject(one) ? { ...one, [recursion]: true } : one,
  ]);
  return { ...schema, $defs: Object.fromEntries(definitions) };
}

const compiled = new WeakMap<Schema, ValidateFunction>();
let ajv: Validator.Ajv2020 | null = null;

/** Loaded only when a schema is compiled: most pages of documentation are read without one. */
const load = createRequire(import.meta.url);
const loadAjv = (): typeof Validator => load('ajv/dist/2020.js');
const loadFormats = (): typeof formats => load('ajv-formats');

function validator(): Validator.Ajv2020 {
  if (ajv) return ajv;
  // Every schema was checked against the format `schema` when it was loaded; reading the meta-schema again takes 0.1 s.
  ajv = new (loadAjv().Ajv2020)({ ...ajvOptions, validateSchema: false, code: { regExp: linear } });
  ajv.addVocabulary(['x-clause', 'example', 'externalDocs', 'discriminator', 'xml']);
  loadFormats().default(ajv);
  ajv.addKeyword({ keyword: recursion, validate: countUse });
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    error: { message: 'must NOT have equal items' },
    validate: (wanted: boolean, items: Json[]) => !wanted || areUnique(items),
  });
  return ajv;
}

/** Compiles a schema once. Throws ajv's error where the schema is invalid. */
export function compile(schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = validator().compile(counted(schema));
  compiled.set(schema, validate);
  return validate;
}

/** Most faults of one value that are reported. */
const mostFaults = 20;

/**
 * The faults of a value against a schema, one line each; empty when it is valid. At most `mostFaults` are listed.
 * @throws Error where a schema that contains itself would take too long
 */
export function faults(schema: Schema, value: unknown): string[] {
  return faultsBy(compile(schema), value);
}

/** The faults of a value by a compiled validator, in the same form. */
export function faultsBy(validate: ValidateFunction, value: unknown): string[] {
  uses = 0;
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const lines = errors.slice(0, mostFaults).map(faultText);
  return errors.length > mostFaults ? [...lines, `and ${errors.length - mostFaults} more`] : lines;
}

const combining = ['oneOf', 'anyOf', 'allOf', 'not', 'if', 'propertyNames'];

/**
 * The errors that say what is wrong, without those that only say that no alternative fits; all errors where no other
 * remains.
 */
export function specificErrors(errors: ErrorObject[]): ErrorObject[] {
  const found = errors.filter(({ keyword }) => !combining.includes(keyword));
  return found.length > 0 ? found : errors;
}

/** The keys that lead to what an error is about: an unknown key itself, not the object that has it. */
export function errorPath({ instancePath, params }: ErrorObject): (string | number)[] {
  const unknown = params['additionalProperty'] ?? params['unevaluatedProperty'];
  const keys = keysOf(instancePath).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  return [...keys, ...(typeof unknown === 'string' ? [unknown] : [])];
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
      return `${place}must be one of ${[error.params['allowedValues']]
        .flat()
        .map((value) => JSON.stringify(value))
        .join(', ')}`;
    case 'const':
      return `${place}must be ${JSON.stringify(error.params['allowedValue'])}`;
    default:
      return `${place}${nameIn(error)}${error.message ?? error.keyword}`;
  }
}
