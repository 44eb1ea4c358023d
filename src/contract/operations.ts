/** The operations of an OpenAPI file that a contract names, each with the clauses its nodes state. */

import type { JsonObject } from '../formats/json.ts';
import { isObject } from '../formats/json.ts';
import { requestSeeds, responseSeeds, type UnlinkedClause } from './clauses-from-schema.ts';
import type { Documented } from './documented.ts';
import { envelopesOf } from './envelopes.ts';
import { checkMarks } from './marks.ts';
import { checkObject } from './objects.ts';
import { type Node, type OpenApi, sourcePosition } from './openapi.ts';
import { checkSchemas } from './schemas.ts';
import { didYouMean } from './similar.ts';

/** An operation, and the clauses of its nodes before they are linked. */
export interface Found {
  operation: Documented;
  seeds: UnlinkedClause[];
}

/** The seeds of all operations; a node that several refer to gives one seed, about all of them. */
export function sharedSeeds(found: Found[]): { seed: UnlinkedClause; operations: string[] }[] {
  const all = new Map<JsonObject, { seed: UnlinkedClause; operations: string[] }[]>();
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

/** Those seeds that are the only ones of their id, or yield to no other seed and to no row. */
export function unyielding(
  seeds: ReturnType<typeof sharedSeeds>,
  rows: readonly { id: string }[],
): ReturnType<typeof sharedSeeds> {
  const ids = new Set([...rows, ...seeds.flatMap(({ seed }) => (seed.yields ? [] : [seed]))].map(({ id }) => id));
  return seeds.filter(({ seed }) => !(seed.yields && ids.has(seed.id)));
}

/** The operations with these ids, in that order; a missing one goes to `problems`. */
export function findOperations(api: OpenApi, ids: string[], problems: string[]): Found[] {
  const known = new Map<string, Found>();
  const others: string[] = [];
  checkObject(api, api.root, 'OpenAPI', problems);
  for (const [path, item] of api.children(api.root, 'paths')) {
    for (const method of ['get', 'put', 'post', 'delete', 'patch'] as const) {
      const node = api.child(item, method);
      const id = String(node?.value['operationId'] ?? '');
      if (node && id !== '' && known.has(id))
        problems.push(`${sourcePosition(node)}: the operationId "${id}" is used twice`);
      const found = node && ids.includes(id) ? operationAt(api, node, path, method.toUpperCase(), problems) : null;
      if (found) {
        known.set(id, found);
        checkObject(api, item, 'Path Item', problems);
      } else if (id !== '') others.push(id);
    }
  }
  return ids.flatMap((id) => {
    const found = known.get(id);
    if (!found && !others.includes(id))
      problems.push(
        `${api.root.file.where(['paths'])}: no operation has the operationId "${id}"${didYouMean(id, others)}`,
      );
    return found ?? [];
  });
}

function operationAt(api: OpenApi, node: Node, path: string, method: string, problems: string[]): Found | null {
  const id = String(node.value['operationId']);
  const [content] = api.children(api.child(node, 'requestBody') ?? node, 'content');
  const schema = content && api.child(content[1], 'schema');
  if (content && !schema) {
    problems.push(`${node.file.where(node.path)}: the request body of ${id} has no schema`);
    return null;
  }
  checkObject(api, node, 'Operation', problems);
  checkSchemas(api, node, problems);
  const mediaType = content?.[0] ?? null;
  const seeds = [...requestSeeds(api, node, method, mediaType, problems), ...responseSeeds(api, node, problems)];
  // An optional member without constraints states nothing that could be broken; its mark only keeps its place in the
  // page.
  const members = schema ? api.children(schema, 'properties').map(([, { value }]) => value) : [];
  checkMarks(api, node, new Set([...seeds.map((seed) => seed.node), ...members]), problems);
  const answers = api.children(node, 'responses').flatMap(([status, response]) => {
    const [body] = api.children(response, 'content');
    const answer = body && api.child(body[1], 'schema');
    return answer ? [{ status: Number(status), schema: api.inline(answer) }] : [];
  });
  const parameters = api.children(node, 'parameters').map(([, parameter]) => {
    const { value } = parameter;
    const schema = api.child(parameter, 'schema');
    return {
      name: String(value['name']),
      in: String(value['in']),
      required: value['required'] === true,
      schema: schema ? api.inline(schema) : {},
    };
  });
  const statuses = api.children(node, 'responses').map(([status]) => Number(status));
  const requestBody = schema ? api.inline(schema) : {};
  const operation = {
    ...{ id, method, path, mediaType, statuses, requestBody, answers, parameters },
    envelopes: envelopesOf(api, node),
    scopes: scopesOf(api),
  };
  return { operation, seeds };
}

function scopesOf(api: OpenApi): string[] {
  const components = api.child(api.root, 'components') ?? api.root;
  return api.children(components, 'securitySchemes').flatMap(([, scheme]) => {
    const listed = api.child(scheme, 'flows', 'clientCredentials', 'scopes');
    return isObject(listed?.value) ? Object.keys(listed.value) : [];
  });
}
