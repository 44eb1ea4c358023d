/** Which members of an answer show that it grants or refuses: those that only one of the two envelopes has. */
import { pointerOf } from '../formats/json.ts';
import type { Node, OpenApi } from './openapi.ts';
import { isSuccessKey } from './status.ts';

/** JSON pointers of the members that the schemas give to answers of one kind alone. */
export interface Envelopes {
  granted: string[];
  refused: string[];
}

/** The members of the answers of an operation, those inside others included, that only grants or only refusals have. */
export function envelopesOf(api: OpenApi, operation: Node): Envelopes {
  const members = { granted: new Set<string>(), refused: new Set<string>() };
  const walk = (node: Node, pointer: string, into: Set<string>): void => {
    for (const [name, member] of api.children(node, 'properties')) {
      const at = `${pointer}${pointerOf([name])}`;
      // A schema that refers to itself would never end.
      if (into.size > 1000) return;
      into.add(at);
      walk(member, at, into);
    }
  };
  for (const [status, response] of api.children(operation, 'responses')) {
    const [content] = api.children(response, 'content');
    const schema = content && api.child(content[1], 'schema');
    if (schema) walk(schema, '', isSuccessKey(status) ? members.granted : members.refused);
  }
  const only = (these: Set<string>, others: Set<string>): string[] =>
    others.size === 0 ? [] : [...these].filter((pointer) => !others.has(pointer));
  return { granted: only(members.granted, members.refused), refused: only(members.refused, members.granted) };
}
