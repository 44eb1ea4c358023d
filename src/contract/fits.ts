import { type FormatName, formats } from './formats.ts';
import { faultText } from './schema.ts';
import type { Json } from './types.ts';
import type { SourceFile } from './yaml.ts';

const combining = ['oneOf', 'anyOf', 'allOf', 'not', 'if'];

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
  const errors = validate.errors ?? [];
  const telling = errors.filter((error) => !combining.includes(error.keyword));
  for (const error of telling.length > 0 ? telling : errors) {
    const keys = error.instancePath
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const unknown = error.params['additionalProperty'];
    const place = [...keys, ...(typeof unknown === 'string' ? [unknown] : [])].map((key) =>
      /^\d+$/.test(key) ? Number(key) : key,
    );
    problems.push(`${yaml.where([...path, ...place])}: ${faultText(error)}`);
  }
  return false;
}
