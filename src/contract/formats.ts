import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv';
import { own } from './json.ts';
import type { formatFiles } from './schema.ts';

/** A format of a file that people write. */
export type FormatName = keyof typeof formatFiles;

/** Name under which the schema of a check's parameters is compiled. */
export const parameterName = (check: string): string => `parameters of ${check}`;

const compiled = createRequire(import.meta.url)('./formats.cjs') as Record<string, ValidateFunction>;

/** Validators of the formats, compiled ahead by `npm run formats`: it takes longer than loading three contracts does. */
export const formats = compiled as Record<FormatName, ValidateFunction>;

/** The validator of the parameters of a check. @throws Error where `npm run formats` was not run since the check was added. */
export function parameterFormat(check: string): ValidateFunction {
  const validate = own(compiled, parameterName(check));
  if (!validate) throw new Error(`The parameters of the check ${check} are not compiled; run: npm run formats`);
  return validate;
}
