/** The files of a draft as YAML text. */
import { dirname, join, relative, sep } from 'node:path';
import { stringify } from 'yaml';
import type { JsonObject } from '../../../formats/json.ts';
import { packageFolder } from '../../../package/place.ts';
import type { ContractDraft } from './draft.ts';

const formats = join(packageFolder, 'formats');

/** By the end of a file's name: the schema that an editor checks it with, a file of ours or the address of a standard's. */
const schemas = [
  ['.openapi.yaml', 'https://spec.openapis.org/oas/3.1/schema/2022-10-07'],
  ['.schema.yaml', 'schema.schema.json'],
  ['contract.yaml', 'contract.schema.json'],
  ['decisions.yaml', 'decisions.schema.json'],
] as const;

function schemaLine(path: string, folder: string): string {
  const [, schema] = schemas.find(([ending]) => path.endsWith(ending)) ?? [];
  if (schema === undefined) return '';
  const place = schema.startsWith('https:') ? schema : relative(dirname(join(folder, path)), join(formats, schema));
  return `# yaml-language-server: $schema=${place.replaceAll(sep, '/')}\n`;
}

/** YAML text of the file at a path below a folder: the schema for editors, a line that says what the file is, the value. */
export function yamlText(path: string, value: JsonObject, comment: string, folder = packageFolder): string {
  const about = comment === '' ? '' : `# ${comment}\n`;
  return `${schemaLine(path, folder)}${about}${stringify(value, { lineWidth: 120, aliasDuplicateObjects: false })}`;
}

/** Paths and texts of every file of a draft that is written below a folder. */
export function textsOf(draft: ContractDraft, folder = packageFolder): Record<string, string> {
  const comment = (path: string): string =>
    path.endsWith('contract.yaml')
      ? 'Drafted by npm run derive. Decide every x-todo, then read the rest against the page.'
      : '';
  return Object.fromEntries(
    Object.entries(draft).map(([path, value]) => [path, yamlText(path, value, comment(path), folder)]),
  );
}
