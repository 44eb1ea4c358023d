import { type FormatName, formats } from './formats.ts';
import { faultText, placeOf, telling } from './schema.ts';
import type { Json } from './types.ts';
import type { SourceFile } from './yaml.ts';

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
  for (const error of telling(validate.errors ?? []))
    problems.push(`${yaml.where([...path, ...placeOf(error)])}: ${faultText(error)}`);
  return false;
}
