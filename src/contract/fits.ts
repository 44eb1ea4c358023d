import { type FormatName, formats } from './formats.ts';
import { faultText, placeOf, telling } from './schema.ts';
import type { Json } from './types.ts';
import type { SourceFile } from './yaml.ts';

/** Most faults of one file that are told: a person corrects those first. */
const mostTold = 50;

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
    problems.push(`${yaml.where([...path, ...placeOf(error)])}: ${faultText(error)}`);
  if (errors.length > mostTold) problems.push(`${yaml.where([])}: and ${errors.length - mostTold} more faults`);
  return false;
}
