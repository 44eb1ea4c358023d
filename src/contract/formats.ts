import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv';
import type { formatFiles } from './schema.ts';

/** A format of a file that people write. */
export type FormatName = keyof typeof formatFiles;

/** Validators of the formats, compiled ahead by `npm run formats`: it takes longer than loading three contracts does. */
export const formats = createRequire(import.meta.url)('./formats.cjs') as Record<FormatName, ValidateFunction>;
