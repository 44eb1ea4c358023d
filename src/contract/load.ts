import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requestSeeds, responseSeeds, type Seed } from './derive.ts';
import { envelopesOf } from './envelopes.ts';
import { fits } from './fits.ts';
import { formats } from './formats.ts';
import { createLinker, type Vocabulary } from './link.ts';
import { type Node, type OpenApi, openApi } from './openapi.ts';
import { InputError } from './problems.ts';
import { match, reading } from './rows.ts';
import { faultText } from './schema.ts';
import { checkSchemas } from './schemas.ts';
import { type Contract, type JsonObject, type Operation, tokenOperation } from './types.ts';
import { readYaml } from './yaml.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Every provider that has a folder with a contract.yaml. */
export function providerNames(folder = join(root, 'contracts')): string[] {
  if (!existsSync(folder))
    throw new InputError(`There are no contracts in ${folder}:`, [
      'CONFORMANCE_CONTRACTS names a folder that holds specs/ and contracts/; correct it, or unset it for our own',
    ]);
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
  if (!fits(yaml, yaml.value, [], 'contract', problems)) return null;
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
    ...sharedSeeds(found).map(({ seed, operations }) => linker.fromSeed(seed, operations)),
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
    clauses,
  };
  linker.finish(contract);
  return contract;
}

/** The seeds of all operations; a node that several refer to gives one seed, about all of them. */
function sharedSeeds(found: Found[]): { seed: Seed; operations: string[] }[] {
  const all = new Map<JsonObject, { seed: Seed; operations: string[] }[]>();
  for (const { operation, seeds } of found) {
    for (const seed of seeds) {
      const here = all.get(seed.node) ?? [];
      all.set(seed.node, here);
      const known = here.find((one) => one.seed.id === seed.id);
      if (!known) {
        here.push({ seed, operations: [operation.id] });
        continue;
      }
      known.operations.push(operation.id);
      if (known.seed.judged.kind === 'promise' && seed.judged.kind === 'promise')
        known.seed.judged.on = [...new Set([...known.seed.judged.on, ...seed.judged.on])];
    }
  }
  return [...all.values()].flat();
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
  checkSchemas(api, node, problems);
  const mediaType = content?.[0] ?? null;
  const seeds = [...requestSeeds(api, node, method, mediaType), ...responseSeeds(api, node)];
  for (const seed of seeds) {
    if (formats.mark(seed.mark)) continue;
    for (const error of formats.mark.errors ?? []) problems.push(`${seed.where}: x-clause ${faultText(error)}`);
  }
  const scopes = api
    .children(api.child(api.root, 'components') ?? api.root, 'securitySchemes')
    .flatMap(([, scheme]) => {
      const listed = api.child(scheme, 'flows', 'clientCredentials', 'scopes');
      return listed ? Object.keys(listed.value) : [];
    });
  const statuses = api.children(node, 'responses').map(([status]) => Number(status));
  const requestBody = schema ? api.inline(schema) : {};
  const envelopes = envelopesOf(api, node);
  return { operation: { id, method, path, mediaType, statuses, requestBody, envelopes, scopes }, seeds };
}

function serversOf(api: OpenApi): Contract['servers'] {
  return api.children(api.root, 'servers').map(([, { value }]) => ({
    url: String(value['url']),
    description: String(value['description'] ?? ''),
    production: value['x-production'] === true,
  }));
}
