import { type FormatName, type Formatted, formatOf, isFormatted } from '../formats/validators.ts';
import { errorPath, faultText, telling } from './schema.ts';
import type { SourceFile } from './yaml.ts';

/** Most faults of one file that are reported: a person corrects those first. */
const mostFaults = 50;

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
    problems.push(`${yaml.where([...path, ...errorPath(error)])}: ${faultText(error)}`);
  if (errors.length > mostFaults) problems.push(`${yaml.where([])}: and ${errors.length - mostFaults} more faults`);
  return false;
}
