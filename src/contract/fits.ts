import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { type FormatName, formats } from './formats.ts';
import { atPointer, isObject } from './json.ts';
import { faultText, formatFiles, placeOf, telling } from './schema.ts';
import { didYouMean } from './similar.ts';
import type { Json } from './types.ts';
import type { SourceFile } from './yaml.ts';

/** Most faults of one file that are told: a person corrects those first. */
const mostTold = 50;

const folder = join(import.meta.dirname, '../../contracts/formats');

/** The keys that the format defines where an unknown one stands: the error names the keyword that refused it. */
function keysBeside({ schemaPath }: ErrorObject, format: FormatName): string[] {
  const [file = '', pointer = ''] = schemaPath.split('#');
  const schema = JSON.parse(readFileSync(join(folder, file || formatFiles[format]), 'utf8')) as Json;
  const place = atPointer(schema, decodeURIComponent(pointer).replace(/\/[^/]*$/, ''));
  return isObject(place) && isObject(place['properties']) ? Object.keys(place['properties']) : [];
}

/** What is wrong with a value of a format, with the key that was probably meant in place of an unknown one. */
export function saidOf(error: ErrorObject, format: FormatName): string {
  const unknown = error.params['additionalProperty'] ?? error.params['unevaluatedProperty'];
  return `${faultText(error)}${typeof unknown === 'string' ? didYouMean(unknown, keysBeside(error, format)) : ''}`;
}

/** Whether a value of the file has the format; each fault goes to `problems` with the line of the node it is at. */
export function fits(
  yaml: SourceFile,
  value: Json,
  path: (string | number)[],
  format: FormatName,
  problems: string[],
): boolean {
  const validate = formats[format];
  if (validate(value)) return true;
  const errors = telling(validate.errors ?? []);
  for (const error of errors.slice(0, mostTold))
    problems.push(`${yaml.where([...path, ...placeOf(error)])}: ${saidOf(error, format)}`);
  if (errors.length > mostTold) problems.push(`${yaml.where([])}: and ${errors.length - mostTold} more faults`);
  return false;
}
