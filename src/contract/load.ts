import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requestSeeds, responseSeeds, type Seed } from './derive.ts';
import { fits } from './fits.ts';
import { formats } from './formats.ts';
import { createLinker, type Vocabulary } from './link.ts';
import { type Node, type OpenApi, openApi } from './openapi.ts';
import { InputError } from './problems.ts';
import { match, reading } from './rows.ts';
import { faultText } from './schema.ts';
import type { Contract, JsonObject, Operation } from './types.ts';
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
  const found = findOperation(api, problems);
  if (!found) return null;

  const linker = createLinker(yaml, raw, vocabulary, problems);
  const clauses = [
    ...found.seeds.map((seed) => linker.fromSeed(seed)),
    ...(raw['clauses'] as JsonObject[]).map((row, index) => linker.fromRow(row, index)),
  ].filter((clause) => clause !== null);
  const contract: Contract = {
    provider: String(raw['provider']),
    title: String(raw['title']),
    file,
    servers: found.servers,
    sources: linker.sources,
    credentials: linker.credentials,
    operation: found.operation,
    control: linker.control,
    token: raw['token'] as Contract['token'],
    refusals: linker.refusals,
    blocked: ((raw['blocked'] ?? []) as JsonObject[]).map((row) => ({ ...match(row), reason: String(row['reason']) })),
    readings: ((raw['readings'] ?? []) as JsonObject[]).map(reading),
    clauses,
  };
  linker.finish(contract);
  return contract;
}

interface Found {
  operation: Operation;
  servers: Contract['servers'];
  seeds: Seed[];
}

function findOperation(api: OpenApi, problems: string[]): Found | null {
  for (const [path, item] of api.children(api.root, 'paths')) {
    for (const method of ['get', 'put', 'post', 'delete', 'patch'] as const) {
      const node = api.child(item, method);
      if (node?.value['operationId'] === 'token') return operationAt(api, node, path, method.toUpperCase(), problems);
    }
  }
  problems.push(`${api.root.file.where(['paths'])}: no operation has the operationId "token"`);
  return null;
}

function operationAt(api: OpenApi, node: Node, path: string, method: string, problems: string[]): Found | null {
  const [content] = api.children(api.child(node, 'requestBody') ?? node, 'content');
  const schema = content && api.child(content[1], 'schema');
  if (!content || !schema) {
    problems.push(`${node.file.where(node.path)}: the operation has no request body with a schema`);
    return null;
  }
  const seeds = [...requestSeeds(api, node, method, content[0]), ...responseSeeds(api, node)];
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
  const operation = {
    id: 'token',
    method,
    path,
    mediaType: content[0],
    statuses,
    requestBody: api.inline(schema),
    scopes,
  };
  const servers = api.children(api.root, 'servers').map(([, { value }]) => ({
    url: String(value['url']),
    description: String(value['description'] ?? ''),
    production: value['x-production'] === true,
  }));
  return { operation, servers, seeds };
}
