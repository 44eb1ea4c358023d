/**
 * Checks the schemas of an operation when it is loaded: an invalid one would otherwise show only when an answer is
 * judged.
 */
import { formatOf } from '../formats/validators.ts';
import { saidOf } from './fits.ts';
import type { Node, OpenApi } from './openapi.ts';
import { patternFaults } from './pattern.ts';
import { requiredFaults } from './required.ts';
import { errorPath, specificErrors } from './schema.ts';

function schemasOf(api: OpenApi, operation: Node): Node[] {
  const contents = (node: Node | null): Node[] =>
    node ? api.children(node, 'content').map(([, content]) => content) : [];
  const responses = api.children(operation, 'responses').map(([, response]) => response);
  const holders = [
    ...contents(api.child(operation, 'requestBody')),
    ...responses.flatMap((response) => contents(response)),
    ...[operation, ...responses].flatMap((node) =>
      ['parameters', 'headers'].flatMap((key) => api.children(node, key).map(([, child]) => child)),
    ),
  ];
  return holders.flatMap((node) => api.child(node, 'schema') ?? []);
}

/** `file:line` of the node at these keys of the inlined schema, `$ref`s followed. */
function whereAt(api: OpenApi, schema: Node, keys: (string | number)[]): string {
  let here = schema;
  for (const [index, key] of keys.entries()) {
    const next = api.child(here, String(key));
    if (!next) return here.file.where([...here.path, ...keys.slice(index)]);
    here = next;
  }
  return here.file.where(here.path);
}

/** Reports each fault in the schemas of an operation to `problems`, with file and line. */
export function checkSchemas(api: OpenApi, operation: Node, problems: string[]): void {
  const found = new Set<string>();
  for (const node of schemasOf(api, operation)) {
    const schema = api.inline(node);
    for (const { keys, fault } of [...patternFaults(schema), ...requiredFaults(schema)])
      found.add(`${whereAt(api, node, keys)}: schema ${fault}`);
    const validate = formatOf('schema');
    if (validate(schema)) continue;
    for (const error of specificErrors(validate.errors ?? []))
      found.add(`${whereAt(api, node, errorPath(error))}: schema ${saidOf(error, 'schema', schema)}`);
  }
  problems.push(...found);
}
