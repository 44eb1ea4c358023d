/** A new provider after one that is alike: its files under another name, every fact of the page an open question. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contractFormat } from '../../../contract/format-version.ts';
import { InputError } from '../../../contract/problems.ts';
import { todoKey } from '../../../contract/todo.ts';
import type { Json, JsonObject } from '../../../formats/json.ts';
import { isObject } from '../../../formats/json.ts';
import { yamlText } from './write.ts';

/** The text with the name of the one provider, where it stands in ids and paths, exchanged for the other. */
function renamed(text: string, like: string, name: string): string {
  return text
    .replaceAll(`${like}-`, `${name}-`)
    .replaceAll(`contracts/${like}/`, `contracts/${name}/`)
    .replaceAll(`specs/${like}.`, `specs/${name}.`)
    .replace(new RegExp(`\\b${like}\\b`, 'gi'), name);
}

const ask = (node: JsonObject, todo: string, what: string): void => {
  node[todoKey] = { ...(isObject(node[todoKey]) ? node[todoKey] : {}), [todo]: what };
};

/** Asks for every fact that a mark takes from the page. Standards hold for the new provider as well. */
function askMarks(value: Json): void {
  if (Array.isArray(value)) for (const item of value) askMarks(item);
  if (!isObject(value)) return;
  const mark = value['x-clause'];
  if (isObject(mark) && (mark['source'] === undefined || mark['source'] === 'page'))
    ask(
      value,
      String(mark['id']),
      `where the page states this, and whether in the same way (x-clause.at is "${mark['at']}")`,
    );
  for (const [key, item] of Object.entries(value)) if (key !== 'x-clause' && key !== todoKey) askMarks(item);
}

/** The object that a contract or a description has under a name. */
function objectAt(holder: JsonObject, name: string): JsonObject {
  const found = holder[name];
  if (!isObject(found)) throw new InputError('The provider to begin from cannot be read:', [`it has no ${name}`]);
  return found;
}

function askSpec(spec: JsonObject, name: string): void {
  objectAt(spec, 'info')['title'] = `${name}, access token`;
  spec['servers'] = [{ url: 'https://example.invalid', description: 'Sandbox' }];
  ask(spec, `${name}-servers`, 'the addresses of the provider, x-production: true where money moves');
  const paths = objectAt(spec, 'paths');
  for (const path of Object.keys(paths))
    ask(paths, `${name}-path`, `the path of the token endpoint, if it is not ${path}`);
}

function askContract(contract: JsonObject, name: string, read: string): void {
  contract['provider'] = name;
  contract['title'] = name;
  const sources = objectAt(contract, 'sources');
  const page: JsonObject = { title: `${name}, access token`, url: 'https://example.invalid/', read };
  sources['page'] = page;
  ask(page, `${name}-page`, 'the title and the address of the page');
  for (const [key, source] of Object.entries(sources)) {
    if (isObject(source) && source['named'] === true)
      ask(source, `${name}-source-${key}`, `whether the page names this source as well (${source['title']})`);
  }
  // A contradiction is one page's own.
  delete contract['readings'];
  delete contract['blocked'];
  for (const [refusal, row] of Object.entries(objectAt(contract, 'refusals')))
    if (isObject(row))
      ask(row, `${name}-refusal-${refusal}`, 'the statuses and codes that the page documents for this refusal');
  for (const row of Array.isArray(contract['clauses']) ? contract['clauses'] : []) {
    if (isObject(row) && row['source'] === 'page')
      ask(row, String(row['id']), `where the page states this, and whether it does (at is "${row['at']}")`);
  }
}

/** The files of a new provider, by path. Reads those of the one it is like below `root`; they are to be written below `out`. */
export function scaffold(root: string, like: string, name: string, read: string, out = root): Record<string, string> {
  const load = (path: string): JsonObject => {
    const value: unknown = parse(renamed(readFileSync(join(root, path), 'utf8'), like, name));
    if (!isObject(value)) throw new InputError(`${path} cannot be read:`, ['it is no object']);
    return value;
  };
  const spec = load(`specs/${like}.openapi.yaml`);
  askSpec(spec, name);
  askMarks(spec);
  const specPath = `specs/${name}.openapi.yaml`;
  const files: Record<string, string> = { [specPath]: yamlText(specPath, spec, '', out) };
  for (const file of readdirSync(join(root, 'contracts', like))) {
    // What the page of one provider says, and the report of its draft, is not the other's.
    if (file === 'decisions.yaml' || !file.endsWith('.yaml')) continue;
    const written = load(`contracts/${like}/${file}`);
    const value = file === 'contract.yaml' ? { formatVersion: contractFormat, ...written } : written;
    if (file === 'contract.yaml') askContract(value, name, read);
    else {
      value['title'] = file.replace('.schema.yaml', ` body of ${name}`);
      askMarks(value);
    }
    const path = `contracts/${name}/${file}`;
    files[path] = yamlText(
      path,
      value,
      file === 'contract.yaml'
        ? `Scaffolded by npm run new-provider. Each x-todo is a fact to look up on the page; delete it when it is.`
        : '',
      out,
    );
  }
  return files;
}
