import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorObject } from 'ajv';
import { packageFolder } from '../files/package.ts';
import { atPointer, isObject, parseJson } from '../formats/json.ts';
import { type FormatName, type Formatted, formatFiles, formatOf, isFormatted } from '../formats/validators.ts';
import { errorPath, faultText, telling } from './schema.ts';
import { didYouMean } from './similar.ts';
import type { SourceFile } from './yaml.ts';

/** Most faults of one file that are reported: a person corrects those first. */
const mostFaults = 50;

const folder = join(packageFolder, 'formats');

/** The keys that the format defines where an unknown one stands: the error names the keyword that refused it. */
function keysBeside({ schemaPath }: ErrorObject, format: FormatName): string[] {
  const [file = '', pointer = ''] = schemaPath.split('#');
  const schema = parseJson(readFileSync(join(folder, file || formatFiles[format]), 'utf8'));
  const place = atPointer(schema, decodeURIComponent(pointer).replace(/\/[^/]*$/, ''));
  return isObject(place) && isObject(place['properties']) ? Object.keys(place['properties']) : [];
}

/** What is wrong with a value of a format, with the key that was probably meant in place of an unknown one. */
export function saidOf(error: ErrorObject, format: FormatName): string {
  const unknown = error.params['additionalProperty'] ?? error.params['unevaluatedProperty'];
  return `${faultText(error)}${typeof unknown === 'string' ? didYouMean(unknown, keysBeside(error, format)) : ''}`;
}

/** Whether a value of the file has the format; each fault goes to `problems` with the line of the node it is at. */
export function fits<Name extends FormatName>(
  yaml: SourceFile,
  value: unknown,
  path: (string | number)[],
  format: Name,
  problems: string[],
): value is Formatted[Name] {
  if (isFormatted(value, format)) return true;
  const errors = telling(formatOf(format).errors ?? []);
  for (const error of errors.slice(0, mostFaults))
    problems.push(`${yaml.where([...path, ...errorPath(error)])}: ${saidOf(error, format)}`);
  if (errors.length > mostFaults) problems.push(`${yaml.where([])}: and ${errors.length - mostFaults} more faults`);
  return false;
}
