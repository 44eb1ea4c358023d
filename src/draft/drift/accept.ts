/** Takes a change of a page over: into the schema of the contract where a keyword of a member says it, and into what is recorded. */
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Contract } from '../../contract/types.ts';
import type { Json } from '../../formats/json.ts';
import { keysOf } from '../../formats/json.ts';
import { keywords } from '../facts/facts.ts';
import type { Change } from './compare.ts';
import { decisionsFile, specFile } from './decisions.ts';

/** Files with their new texts, and what a person has to change by hand. */
export interface Accepted {
  files: Map<string, string>;
  byHand: string[];
}

const member = /^(request|\d{3}) (\/\S*) (\w+)$/;

const line = { lineWidth: 120 } as const;

/** The schema file that the spec refers to for a body; null where it is elsewhere, or serves several statuses. */
function schemaFile(
  spec: Document,
  folder: string,
  part: string,
  { method, path }: Contract['operation'],
): string | null {
  const operation = ['paths', path, method.toLowerCase()];
  const bodies = (status: string): string[] => {
    const content = spec.getIn([
      ...operation,
      ...(status === 'request' ? ['requestBody'] : ['responses', status]),
      'content',
    ]);
    if (!isMap(content)) return [];
    return content.items.flatMap(({ value }) => {
      const reference = isMap(value) ? value.getIn(['schema', '$ref']) : undefined;
      return typeof reference === 'string' && !reference.includes('#') ? [reference] : [];
    });
  };
  const [file, ...more] = bodies(part);
  if (file === undefined || more.length > 0) return null;
  const responses = spec.getIn([...operation, 'responses']);
  const statuses = isMap(responses) ? responses.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
  const users = statuses.filter((status) => status !== part && bodies(status).includes(file));
  return users.length > 0 ? null : resolve(folder, file);
}

function setKeyword(schema: Document, pointer: string, keyword: string, value: Json | undefined): boolean {
  const keys = keysOf(pointer);
  const parent = keys.slice(0, -1).flatMap((key) => ['properties', key]);
  const name = keys.at(-1) ?? '';
  if (!schema.hasIn([...parent, 'properties', name])) return false;
  if (keyword === 'required') {
    const list = schema.getIn([...parent, 'required']);
    const names = isSeq(list) ? list.items.map((item) => String(isScalar(item) ? item.value : item)) : [];
    const wanted = value === true ? [...new Set([...names, name])] : names.filter((one) => one !== name);
    if (wanted.length > 0) schema.setIn([...parent, 'required'], wanted);
    else schema.deleteIn([...parent, 'required']);
    return true;
  }
  if (!keywords.includes(keyword)) return false;
  const place = [...parent, 'properties', name, keyword];
  if (value === undefined) schema.deleteIn(place);
  else schema.setIn(place, value);
  return true;
}

/** Takes changes over. Reads the files it changes, and writes none. */
export function accept(contract: Contract, changes: Change[]): Accepted {
  const open = new Map<string, Document>();
  const documentOf = (file: string): Document => {
    const known = open.get(file) ?? parseDocument(readFileSync(file, 'utf8'));
    open.set(file, known);
    return known;
  };
  const spec = specFile(contract);
  const recorded = decisionsFile(contract);
  const byHand: string[] = [];
  const changed = new Set<string>([recorded]);
  for (const change of changes) {
    const [, part = '', pointer = '', keyword = ''] = member.exec(change.fact) ?? [];
    const file =
      pointer === ''
        ? null
        : schemaFile(parseDocument(readFileSync(spec, 'utf8')), dirname(spec), part, contract.operation);
    if (file !== null && setKeyword(documentOf(file), pointer, keyword, change.page)) changed.add(file);
    else
      byHand.push(
        `${change.fact}: ${JSON.stringify(change.page ?? null)} in ${relative(process.cwd(), file ?? spec)}, or the clause ${change.clause || 'about it'}`,
      );
    const place = ['page', 'facts', change.fact];
    if (change.page === undefined) documentOf(recorded).deleteIn(place);
    else documentOf(recorded).setIn(place, change.page);
  }
  return { files: new Map([...changed].map((file) => [file, documentOf(file).toString(line)])), byHand };
}
