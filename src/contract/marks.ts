/** Finds clause marks that nothing reads: without an error, their facts would stay untested. */

import type { JsonObject } from '../formats/json.ts';
import { isObject } from '../formats/json.ts';
import { isFormatted } from '../formats/validators.ts';
import { type Node, type OpenApi, sourcePosition } from './openapi.ts';

/** Keys whose values are data, and those where another check already refuses a clause mark. */
const unread = [
  'x-clause',
  'example',
  'examples',
  'default',
  'const',
  'enum',
  'callbacks',
  'links',
  'security',
  'servers',
];

/** Keys whose members have names that their author chose. */
const byName = ['properties', 'patternProperties', '$defs', 'dependentSchemas', 'content', 'headers', 'responses'];

const places =
  'the method, a parameter, the body of a request, its media type or a member of it, and a header or a member of an answer';

function faultOf({ value }: Node, mark: JsonObject): string {
  const subject = `x-clause ${JSON.stringify(mark['id'] ?? '')}`;
  if (typeof value['in'] === 'string' && value['required'] !== true)
    return `${subject} demands nothing, since the parameter is optional; write required: true, or delete it`;
  return `${subject} is not read here, but at ${places}; for any other fact write a row in contract.yaml`;
}

/** Reports, with file and line, every clause mark below an operation at a node of which no clause was made. */
export function checkMarks(api: OpenApi, operation: Node, taken: ReadonlySet<JsonObject>, problems: string[]): void {
  const walked = new Set<JsonObject>();
  const inside = (node: Node, key: string): void => {
    for (const [, child] of api.children(node, key)) walk(child);
  };
  function walk(node: Node): void {
    if (walked.has(node.value)) return;
    walked.add(node.value);
    const mark = node.value['x-clause'];
    // One that is not as its format says is named as such.
    if (isObject(mark) && isFormatted(mark, 'mark') && !taken.has(node.value))
      problems.push(`${sourcePosition(node)}: ${faultOf(node, mark)}`);
    for (const [key, value] of Object.entries(node.value)) {
      if (unread.includes(key)) continue;
      const child = byName.includes(key) || !isObject(value) ? null : api.child(node, key);
      if (child) walk(child);
      else inside(node, key);
    }
  }
  walk(operation);
}
