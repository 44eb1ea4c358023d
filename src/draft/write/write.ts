/** The files of a draft as YAML text. */
import { stringify } from 'yaml';
import type { JsonObject } from '../../formats/json.ts';
import type { ContractDraft } from './draft.ts';

/** YAML text of one file, with a line above it that says what it is. */
export function yamlText(value: JsonObject, comment: string): string {
  return `${comment === '' ? '' : `# ${comment}\n`}${stringify(value, { lineWidth: 120, aliasDuplicateObjects: false })}`;
}

/** Paths and texts of every file of a draft. */
export function textsOf(draft: ContractDraft): Record<string, string> {
  const comment = (path: string): string =>
    path.endsWith('contract.yaml')
      ? 'Drafted by npm run derive. Decide every x-todo, then read the rest against the page.'
      : '';
  return Object.fromEntries(Object.entries(draft).map(([path, value]) => [path, yamlText(value, comment(path))]));
}
