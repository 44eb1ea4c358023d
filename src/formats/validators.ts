import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv';
import { fileOf } from '../package/place.ts';
import type { Auth } from './auth.ts';
import type { ClauseMark } from './clause-mark.ts';
import type { ContractFile } from './contract.ts';
import type { DecisionsFile } from './decisions.ts';
import type { EnvironmentFile } from './environment.ts';
import { own, type Schema } from './json.ts';
import type { Results } from './results.ts';

/** The formats of our files, by the file that states each. */
export const formatFiles = {
  contract: 'contract.schema.json',
  mark: 'x-clause.schema.json',
  environment: 'environment.schema.json',
  decisions: 'decisions.schema.json',
  schema: 'schema.schema.json',
  auth: 'auth.schema.json',
  results: 'results.schema.json',
} as const;

/** The type of a value of each format. */
export interface Formatted {
  contract: ContractFile;
  mark: ClauseMark;
  environment: EnvironmentFile;
  decisions: DecisionsFile;
  schema: Schema;
  auth: Auth;
  results: Results;
}

/** A format of a file, or of a part of one. */
export type FormatName = keyof Formatted;

/** Name under which the schema of a check's parameters is compiled. */
export const parameterName = (check: string): string => `parameters of ${check}`;

const compiled: Record<string, ValidateFunction> = createRequire(import.meta.url)(fileOf('src/formats/validators.cjs'));

/** The validator compiled under a name. @throws Error where `npm run formats` has not run since the name was added. */
function validatorOf(name: string): ValidateFunction {
  const validate = own(compiled, name);
  if (!validate) throw new Error(`There is no compiled validator of the ${name}; run: npm run formats`);
  return validate;
}

/** The validator of a format. `npm run formats` compiles it ahead: that takes longer than to load three contracts. */
export function formatOf(format: FormatName): ValidateFunction {
  return validatorOf(format);
}

/**
 * The validator of a check's parameters. @throws Error where `npm run formats` has not run since the check was added.
 */
export function parameterFormat(check: string): ValidateFunction {
  return validatorOf(parameterName(check));
}

/** Whether a value has a format; the validator of the format holds its errors where it does not. */
export function isFormatted<Name extends FormatName>(value: unknown, format: Name): value is Formatted[Name] {
  return formatOf(format)(value);
}
