import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { atPointer, isObject, type Json, type JsonObject, keysOf, own, parseJson } from '../formats/json.ts';
import { type FormatName, type Formatted, formatFiles, formatOf, isFormatted } from '../formats/validators.ts';
import { packageFolder } from '../package/place.ts';
import { inWords } from './in-words.ts';
import { errorPath, specificErrors } from './schema.ts';
import type { SourceFile } from './yaml.ts';

/** Most faults of one file that are reported: a person corrects those first. */
const mostFaults = 50;

const folder = join(packageFolder, 'formats');

/** The schemas that apply to a place of a format: references are followed, and branches listed one by one. */
function schemasAt(root: Json, schema: Json | undefined, keys: readonly string[]): JsonObject[] {
  if (!isObject(schema)) return [];
  const reference = schema['$ref'];
  const target = typeof reference === 'string' ? atPointer(root, reference.slice(1)) : undefined;
  const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => schema[name] ?? []);
  const others = [target, ...branches].flatMap((one) => schemasAt(root, one, keys));
  const [key, ...rest] = keys;
  if (key === undefined) return [schema, ...others];
  const { properties, additionalProperties, items } = schema;
  const inner = isObject(properties) ? own(properties, key) : undefined;
  return [...schemasAt(root, inner ?? additionalProperties ?? items, rest), ...others];
}

/** The keys that the format allows in the place of an unknown one. */
function keysBeside({ instancePath }: ErrorObject, format: FormatName): string[] {
  const root = parseJson(readFileSync(join(folder, formatFiles[format]), 'utf8'));
  return schemasAt(root, root, keysOf(instancePath)).flatMap(({ properties }) =>
    isObject(properties) ? Object.keys(properties) : [],
  );
}

/** What is wrong with a value of a format, in words; for an unknown key, with the key that was probably meant. */
export function saidOf(error: ErrorObject, format: FormatName, value: unknown): string {
  return inWords(error, value, () => keysBeside(error, format));
}

/** Errors that only a value of the right type has. */
const ofRightType = ['minLength', 'minItems', 'minProperties', 'pattern', 'required', 'additionalProperties'];

/** The errors without those that want another type than an alternative whose type the value has. */
function withoutOtherTypes(errors: readonly ErrorObject[]): ErrorObject[] {
  const right = errors.filter(({ keyword }) => ofRightType.includes(keyword));
  return errors.filter(
    ({ keyword, instancePath }) =>
      keyword !== 'type' || !right.some((one) => `${one.instancePath}/`.startsWith(`${instancePath}/`)),
  );
}

/** Whether a value of the file has the format; each fault goes to `problems` with the line of its node. */
export function fits<Name extends FormatName>(
  yaml: SourceFile,
  value: unknown,
  path: (string | number)[],
  format: Name,
  problems: string[],
): value is Formatted[Name] {
  if (isFormatted(value, format)) return true;
  const errors = withoutOtherTypes(specificErrors(formatOf(format).errors ?? []));
  for (const error of errors.slice(0, mostFaults))
    problems.push(`${yaml.where([...path, ...errorPath(error)])}: ${saidOf(error, format, value)}`);
  if (errors.length > mostFaults) problems.push(`${yaml.where([])}: and ${errors.length - mostFaults} more faults`);
  return false;
}
