import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requestSeeds, responseSeeds, type Seed } from './derive.ts';
import { fits } from './fits.ts';
import { createLinker, type Vocabulary } from './link.ts';
import { type Node, type OpenApi, openApi } from './openapi.ts';
import { InputError } from './problems.ts';
import { match, reading } from './rows.ts';
import { compileFormat, faultText } from './schema.ts';
import { type Clause, type Contract, type JsonObject, type Operation, type Schema, tokenOperation } from './types.ts';
import { readYaml } from './yaml.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const formats = new Map<string, Schema>();
// One object for each format: a schema is compiled once per object, and compiling is what loading costs most.
const format = (name: string): Schema => {
  const schema =
    formats.get(name) ?? (JSON.parse(readFileSync(join(root, 'contracts/formats', name), 'utf8')) as Schema);
  formats.set(name, schema);
  return schema;
};

/** Every provider that has a folder with a contract.yaml. */
export function providerNames(folder = join(root, 'contracts')): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'formats')
    .map((entry) => entry.name)
    .sort();
}

/**
 * Loads `contracts/<provider>/contract.yaml` and the OpenAPI file it names, and links them.
 * @throws InputError that lists every problem at once, each with file and line.
 */
export function loadContract(provider: string, vocabulary: Vocabulary, folder = join(root, 'contracts')): Contract {
  const problems: string[] = [];
  const contract = load(join(folder, provider, 'contract.yaml'), vocabulary, problems);
  if (contract && contract.provider !== provider) {
    problems.push(`${contract.file}: provider is "${contract.provider}", but the folder is called "${provider}"`);
  }
  if (!contract || problems.length > 0) throw new InputError(`The contract of ${provider} does not load:`, problems);
  return contract;
}

function load(file: string, vocabulary: Vocabulary, problems: string[]): Contract | null {
  const yaml = readYaml(file, problems);
  if (!yaml) return null;
  if (!fits(yaml, yaml.value, [], format('contract.schema.json'), problems)) return null;
  const raw = yaml.value as JsonObject;
  const api = openApi(resolve(dirname(file), String(raw['spec'])), problems);
  if (!api) return null;
  const linker = createLinker(yaml, raw, vocabulary, problems);
  const found = findOperations(
    api,
    [tokenOperation, ...Object.keys((raw['operations'] ?? {}) as JsonObject)],
    problems,
  );
  const operations = found.map(({ operation }) => ({ ...operation, control: linker.controlOf(operation) }));
  const [first] = operations;
  if (!first) return null;
  const clauses = [
    ...found.flatMap(({ operation, seeds }) => seeds.map((seed) => linker.fromSeed(seed, operation.id))),
    ...(raw['clauses'] as JsonObject[]).map((row, index) => linker.fromRow(row, index)),
  ].filter((clause) => clause !== null);
  const contract: Contract = {
    provider: String(raw['provider']),
    title: String(raw['title']),
    file,
    servers: serversOf(api),
    sources: linker.sources,
    credentials: linker.credentials,
    operation: first,
    operations,
    token: raw['token'] as Contract['token'],
    refusals: linker.refusals,
    blocked: ((raw['blocked'] ?? []) as JsonObject[]).map((row) => ({ ...match(row), reason: String(row['reason']) })),
    readings: ((raw['readings'] ?? []) as JsonObject[]).map(reading),
    clauses: shared(clauses),
  };
  linker.finish(contract);
  return contract;
}

/** One clause for a node that several operations refer to, about all of them. */
function shared(clauses: Clause[]): Clause[] {
  const byNode = new Map<string, Clause>();
  for (const clause of clauses) {
    const key = `${clause.id} ${clause.where}`;
    const known = byNode.get(key);
    if (known === undefined) {
      byNode.set(key, clause);
      continue;
    }
    known.operations.push(...clause.operations);
    if ('on' in known && 'on' in clause) known.on = [...new Set([...known.on, ...clause.on])];
  }
  return [...byNode.values()];
}

interface Found {
  operation: Omit<Operation, 'control'>;
  seeds: Seed[];
}

/** The operations of those ids, in that order; one that is not there goes to `problems`. */
function findOperations(api: OpenApi, ids: string[], problems: string[]): Found[] {
  const known = new Map<string, Found>();
  for (const [path, item] of api.children(api.root, 'paths')) {
    for (const method of ['get', 'put', 'post', 'delete', 'patch'] as const) {
      const node = api.child(item, method);
      const id = String(node?.value['operationId'] ?? '');
      const found = node && ids.includes(id) ? operationAt(api, node, path, method.toUpperCase(), problems) : null;
      if (found) known.set(id, found);
    }
  }
  return ids.flatMap((id) => {
    const found = known.get(id);
    if (!found) problems.push(`${api.root.file.where(['paths'])}: no operation has the operationId "${id}"`);
    return found ?? [];
  });
}

function operationAt(api: OpenApi, node: Node, path: string, method: string, problems: string[]): Found | null {
  const id = String(node.value['operationId']);
  const [content] = api.children(api.child(node, 'requestBody') ?? node, 'content');
  const schema = content && api.child(content[1], 'schema');
  if (content ? !schema : id === tokenOperation) {
    problems.push(`${node.file.where(node.path)}: the operation ${id} has no request body with a schema`);
    return null;
  }
  const mediaType = content?.[0] ?? null;
  const seeds = [...requestSeeds(api, node, method, mediaType), ...responseSeeds(api, node)];
  const markFormat = format('x-clause.schema.json');
  for (const seed of seeds) {
    if (!compileFormat(markFormat)(seed.mark)) {
      for (const error of compileFormat(markFormat).errors ?? [])
        problems.push(`${seed.where}: x-clause ${faultText(error)}`);
    }
  }
  const scopes = api
    .children(api.child(api.root, 'components') ?? api.root, 'securitySchemes')
    .flatMap(([, scheme]) => {
      const listed = api.child(scheme, 'flows', 'clientCredentials', 'scopes');
      return listed ? Object.keys(listed.value) : [];
    });
  const statuses = api.children(node, 'responses').map(([status]) => Number(status));
  const requestBody = schema ? api.inline(schema) : {};
  return { operation: { id, method, path, mediaType, statuses, requestBody, scopes }, seeds };
}

function serversOf(api: OpenApi): Contract['servers'] {
  return api.children(api.root, 'servers').map(([, { value }]) => ({
    url: String(value['url']),
    description: String(value['description'] ?? ''),
    production: value['x-production'] === true,
  }));
}
