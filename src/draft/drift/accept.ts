/** Takes a change of a page over: into the schema of the contract where a keyword of a member says it, and into what is recorded. */
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Contract } from '../../contract/types.ts';
import type { Json } from '../../formats/json.ts';
import { keysOf } from '../../formats/json.ts';
import { holdsMask, withoutHashes } from '../../wire/clear/mask.ts';
import type { Fact } from '../facts/facts.ts';
import { freeName } from '../facts/free-name.ts';
import { keywords } from '../facts/keywords.ts';
import { anyItem, isInItems } from '../facts/list-items.ts';
import { namesIn } from '../page/values/address.ts';
import { kebab } from '../page/words/spellings.ts';
import { answerNames } from '../write/basis/names.ts';
import { type Change, isBeside, same } from './compare.ts';
import { decisionsFile, specFile } from './decisions.ts';
import { operationOf } from './operation-of.ts';

/** Files with their new texts, and what a person has to change by hand or to look at. */
export interface Accepted {
  files: Map<string, string>;
  byHand: { change: Change; text: string }[];
  /** Changes that no contract takes, since the page has a secret or a token there; they are recorded as they were seen. */
  masked: Change[];
  /** Changes that cannot be compared with the contract, which states this in another form; they are recorded as they were seen. */
  uncompared: Change[];
}

/** The part that a fact is about, without its keyword. */
const partOf = (fact: string): string => fact.replace(/ \S+$/, '');

const member = /^(request|\d{3}) (\/\S*) (\w+)$/;

/** Facts of what a request or an answer may hold, in the operation that issues tokens or in another. */
const inBody = /^(?:[A-Z]+ \S+: )?(?:request|\d{3}) /;

type Operation = Contract['operations'][number];

const line = { lineWidth: 120 } as const;

/** The schema file that the spec refers to for a body; null where it is elsewhere, or serves several bodies. */
function schemaFile(spec: Document, folder: string, part: string, { method, path }: Operation): string | null {
  const body = part === 'request' ? ['requestBody'] : ['responses', part];
  const content = spec.getIn(['paths', path, method.toLowerCase(), ...body, 'content']);
  if (!isMap(content)) return null;
  const [file, ...more] = content.items.flatMap(({ value }) => {
    const reference = isMap(value) ? value.getIn(['schema', '$ref']) : undefined;
    return typeof reference === 'string' && !reference.includes('#') ? [reference] : [];
  });
  if (file === undefined || more.length > 0) return null;
  let uses = 0;
  visit(spec, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === '$ref' && isScalar(value) && value.value === file) uses++;
    },
  });
  return uses > 1 ? null : resolve(folder, file);
}

const isKeyword = (name: string): boolean => name === 'required' || keywords.includes(name);

/** Where a schema has the member at some keys. */
const placeOf = (keys: string[]): string[] =>
  keys.flatMap((key) => (key === anyItem ? ['items'] : ['properties', key]));

/** Adds a member to the schema of an answer, with a clause of its own. One of a request needs a refusal, which a person knows. */
function addMember(schema: Document, pointer: string, { part, at, names, taken }: AddedTo): boolean {
  const place = placeOf(keysOf(pointer));
  if (part === 'request' || !isMap(schema.getIn(place.slice(0, -1)))) return false;
  // The clause of a list is that of all its items.
  if (isInItems(pointer)) {
    schema.setIn(place, schema.createNode({}));
    return true;
  }
  const id = freeName(names(pointer), (name) => taken.has(name));
  // A name without a letter that an id may hold: a person finds one.
  if (id === null) return false;
  taken.add(id);
  schema.setIn(place, schema.createNode({ 'x-clause': { id, at } }));
  return true;
}

/** What a member that is added is of: the part of its facts, its place on the page, ids for its clause, and those that are taken. */
interface AddedTo {
  part: string;
  at: string;
  names: (pointer: string) => string[];
  taken: Set<string>;
}

function setKeyword(
  schema: Document,
  pointer: string,
  keyword: string,
  value: Json | undefined,
  added: AddedTo,
): boolean {
  const keys = keysOf(pointer);
  const parent = placeOf(keys.slice(0, -1));
  const name = keys.at(-1) ?? '';
  const isThere = schema.hasIn(placeOf(keys));
  if (!isKeyword(keyword) || (!isThere && (value === undefined || !addMember(schema, pointer, added)))) return false;
  if (keyword === 'required') {
    const list = schema.getIn([...parent, 'required']);
    const names = isSeq(list) ? list.items.map((item) => String(isScalar(item) ? item.value : item)) : [];
    const wanted = value === true ? [...new Set([...names, name])] : names.filter((one) => one !== name);
    if (wanted.length > 0) schema.setIn([...parent, 'required'], wanted);
    else schema.deleteIn([...parent, 'required']);
    return true;
  }
  const place = [...placeOf(keys), keyword];
  if (value === undefined) schema.deleteIn(place);
  else schema.setIn(place, value);
  return true;
}

/** The parameter of an operation in a spec, by where it is sent and its name; null where the spec has none. */
function parameterPath(spec: Document, operation: string[], kind: string, name: string): (string | number)[] | null {
  const list = spec.getIn([...operation, 'parameters']);
  const index = isSeq(list)
    ? list.items.findIndex(
        (item) =>
          isMap(item) && item.get('in') === kind && String(item.get('name')).toLowerCase() === name.toLowerCase(),
      )
    : -1;
  return index < 0 ? null : [...operation, 'parameters', index];
}

/** Gives an operation that is alone under its path another one, whose parameters are called as before. */
function movePath(spec: Document, from: string, to: Json | undefined): boolean {
  const paths = spec.get('paths');
  if (!isMap(paths) || typeof to !== 'string' || paths.has(to)) return false;
  if (!isDeepStrictEqual(namesIn(from).sort(), namesIn(to).sort())) return false;
  const pair = paths.items.find(({ key }) => String(isScalar(key) ? key.value : key) === from);
  const methods = isMap(pair?.value)
    ? pair.value.items.filter(({ key }) => /^(get|put|post|delete|options|head|patch|trace)$/.test(String(key)))
    : [];
  if (!pair || methods.length !== 1) return false;
  pair.key = spec.createNode(to);
  return true;
}

/** Sets what the OpenAPI file itself says: keywords of a parameter, whether a body has to be sent, the path, the servers. */
function setInSpec(
  spec: Document,
  { fact, page }: Pick<Change, 'fact' | 'page'>,
  { method, path }: Operation,
): boolean {
  const operation = ['paths', path, method.toLowerCase()];
  const [, kind = '', name = '', keyword = ''] = /^request (header|query|path) (\S+) (\w+)$/.exec(fact) ?? [];
  const parameter = kind === '' ? null : parameterPath(spec, operation, kind, name);
  if (parameter !== null && isKeyword(keyword)) {
    const place = keyword === 'required' ? [...parameter, keyword] : [...parameter, 'schema', keyword];
    if (page === undefined && keyword !== 'required') spec.deleteIn(place);
    else spec.setIn(place, page ?? false);
    return true;
  }
  if (fact === 'request body required' && spec.hasIn([...operation, 'requestBody'])) {
    spec.setIn([...operation, 'requestBody', 'required'], page === true);
    return true;
  }
  if (fact === 'path') return movePath(spec, path, page);
  const [, status] = /^([45]\d\d) status$/.exec(fact) ?? [];
  if (status !== undefined && page === true && !spec.hasIn([...operation, 'responses', status])) {
    spec.setIn([...operation, 'responses', status], { description: 'Refused' });
    return true;
  }
  const [, url] = /^server (\S+)$/.exec(fact) ?? [];
  const servers = spec.get('servers');
  if (url === undefined || !isSeq(servers)) return false;
  const index = servers.items.findIndex((item) => isMap(item) && item.get('url') === url);
  if (page === undefined && index >= 0 && servers.items.length > 1) servers.delete(index);
  else if (page !== undefined && index < 0) servers.add(spec.createNode({ url }));
  else return false;
  return true;
}

/** Records what the page says of a fact; a mask may stand there with its hash, as an earlier form of derive wrote it. */
function record(recorded: Document, { fact, page }: Change): void {
  const facts = recorded.getIn(['page', 'facts']);
  const names = isMap(facts) ? facts.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
  const name = names.find((one) => withoutHashes(one) === fact) ?? fact;
  if (page === undefined) recorded.deleteIn(['page', 'facts', name]);
  else recorded.setIn(['page', 'facts', name], page);
}

/**
 * Takes changes over. Reads the files it changes, and writes none. What a person has to change stays a change until the
 * contract says it, and is recorded only then: else the next comparison would find nothing.
 * @param ours the facts of the contract
 */
export function accept(contract: Contract, changes: Change[], ours: Map<string, Fact>): Accepted {
  const open = new Map<string, Document>();
  const documentOf = (file: string): Document => {
    const known = open.get(file) ?? parseDocument(readFileSync(file, 'utf8'));
    open.set(file, known);
    return known;
  };
  const spec = specFile(contract);
  const recorded = decisionsFile(contract);
  const byHand: Accepted['byHand'] = [];
  const masked: Change[] = [];
  const uncompared: Change[] = [];
  const changed = new Set<string>();
  // Everything else is found by the path that the contract has, and a list keeps one entry while others are added.
  const order = ({ fact, page }: Change): number => (/^(?:.*: )?path$/.test(fact) ? 2 : page === undefined ? 1 : 0);
  const stated = new Set([...ours.keys()].map(partOf));
  const { provider } = contract;
  const taken = new Set(contract.clauses.map(({ id }) => id));
  for (const change of [...changes].sort((a, b) => order(a) - order(b))) {
    const about = operationOf(contract, change.fact);
    const [, part = '', pointer = '', keyword = ''] = member.exec(about?.fact ?? '') ?? [];
    const file = pointer === '' || !about ? null : schemaFile(documentOf(spec), dirname(spec), part, about.of);
    const names = (of: string): string[] =>
      about?.isToken === false
        ? [`${provider}-${kebab(about.of.id)}-${part}-${kebab(of)}`]
        : answerNames(of, Number(part)).map((name) => `${provider}-${name}`);
    // A contract says nothing of what may be left out of a request.
    const isLeftOut = change.kind === 'changed' && inBody.test(change.fact) && !stated.has(partOf(change.fact));
    if (isLeftOut || same(ours.get(change.fact)?.value, change.page)) changed.add(recorded);
    // No contract means a mask. What is recorded may hold it: without its hash the next comparison has the same.
    else if (change.page !== undefined && holdsMask(JSON.stringify([change.fact, change.page]))) masked.push(change);
    // The contract may state this in another form, so it cannot be compared.
    else if (isBeside(change.fact) && !ours.has(change.fact)) uncompared.push(change);
    else if (
      file !== null &&
      setKeyword(documentOf(file), pointer, keyword, change.page, { part, at: change.at, names, taken })
    )
      changed.add(file);
    else if (about && setInSpec(documentOf(spec), { fact: about.fact, page: change.page }, about.of)) changed.add(spec);
    else {
      const [inFile = '', place = ''] = change.place.split('#');
      const where = relative(process.cwd(), file ?? (inFile === 'spec' ? spec : contract.file));
      const said = change.page === undefined ? 'the page says it no more' : JSON.stringify(change.page);
      const text = `${change.fact}: ${said}; in ${where}${file === null ? `#${place}` : ''}, or the clause ${change.clause || 'about it'}`;
      byHand.push({ change, text });
      continue;
    }
    changed.add(recorded);
    record(documentOf(recorded), change);
  }
  const files = new Map([...changed].map((file) => [file, documentOf(file).toString(line)]));
  return { files, byHand, masked, uncompared };
}
