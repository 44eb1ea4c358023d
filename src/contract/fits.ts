import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { atPointer, isJson, isObject, type Json, type JsonObject, keysOf, own, parseJson } from '../formats/json.ts';
import { type FormatName, type Formatted, formatFiles, formatOf, isFormatted } from '../formats/validators.ts';
import { packageFolder } from '../package/place.ts';
import { inWords } from './in-words.ts';
import { ofNearestBranch } from './nearest-branch.ts';
import { errorPath, specificErrors } from './schema.ts';
import type { SourceFile } from './yaml.ts';

/** Most faults of one file that are reported: a person corrects those first. */
const mostFaults = 50;

const folder = join(packageFolder, 'formats');

/** A schema of this project by the name of its file; nothing for one of elsewhere. */
const schemaFile = (name: string): Json =>
  Object.values(formatFiles).some((file) => file === name) ? parseJson(readFileSync(join(folder, name), 'utf8')) : {};

/** Whether a schema is of another kind of object than a value: one of its members is a constant that the value has not. */
function isOfOtherKind({ properties }: JsonObject, value: Json | undefined): boolean {
  if (!isObject(properties) || !isObject(value)) return false;
  return Object.entries(properties).some(([key, schema]) => {
    const constant = isObject(schema) ? schema['const'] : undefined;
    return constant !== undefined && own(value, key) !== undefined && own(value, key) !== constant;
  });
}

/** The schemas that apply to a place of a format: references are followed, and branches listed one by one. */
function schemasAt(root: Json, schema: Json | undefined, keys: readonly string[]): JsonObject[] {
  if (!isObject(schema)) return [];
  const [file = '', pointer = ''] = String(schema['$ref'] ?? '').split('#');
  const home = file === '' ? root : schemaFile(file);
  const target = schema['$ref'] === undefined ? undefined : atPointer(home, pointer);
  const branches = ['allOf', 'anyOf', 'oneOf', 'then', 'else'].flatMap((name) => schema[name] ?? []);
  const others = [...schemasAt(home, target, keys), ...branches.flatMap((one) => schemasAt(root, one, keys))];
  const [key, ...rest] = keys;
  if (key === undefined) return [schema, ...others];
  const { properties, additionalProperties, items } = schema;
  const inner = isObject(properties) ? own(properties, key) : undefined;
  return [...schemasAt(root, inner ?? additionalProperties ?? items, rest), ...others];
}

/** The keys that the format allows in the place of an unknown one. */
function keysBeside({ instancePath }: ErrorObject, format: FormatName, whole: unknown): string[] {
  const root = schemaFile(formatFiles[format]);
  const value = isJson(whole) ? atPointer(whole, instancePath) : undefined;
  const schemas = schemasAt(root, root, keysOf(instancePath)).filter((schema) => !isOfOtherKind(schema, value));
  return schemas.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : []));
}

/** What is wrong with a value of a format, in words; for an unknown key, with the key that was probably meant. */
export function saidOf(error: ErrorObject, format: FormatName, value: unknown): string {
  const said = inWords(error, value, () => keysBeside(error, format, value));
  const isOfRequest = error.instancePath === '' && error.params['additionalProperty'] === 'auth';
  return format === 'contract' && isOfRequest ? `${said}; auth belongs under control or under an operation` : said;
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

/** Whether a value of the file has the format; each fault goes to `problems` with the line of its node, but one at a place that is `known`. */
export function fits<Name extends FormatName>(
  yaml: SourceFile,
  value: unknown,
  path: (string | number)[],
  format: Name,
  problems: string[],
  known: (keys: (string | number)[]) => boolean = () => false,
): value is Formatted[Name] {
  if (isFormatted(value, format)) return true;
  const found = formatOf(format).errors ?? [];
  const all = ofNearestBranch(withoutOtherTypes(specificErrors(found)), found);
  const errors = all.filter((error) => !known(errorPath(error)));
  for (const error of errors.slice(0, mostFaults))
    problems.push(`${yaml.where([...path, ...errorPath(error)])}: ${saidOf(error, format, value)}`);
  if (errors.length > mostFaults) problems.push(`${yaml.where([])}: and ${errors.length - mostFaults} more faults`);
  return false;
}
