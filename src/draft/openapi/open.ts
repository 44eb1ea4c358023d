/** What an operation of a description leaves open as a whole. */

import { atPointer, isObject, type Json, type JsonObject } from '../../formats/json.ts';
import type { Todo } from '../facts/facts.ts';
import { addedTodos } from './added-by-scripts.ts';
import { choiceOf } from './choices.ts';
import { cited } from './cited.ts';
import { leadsNowhere } from './dead-references.ts';
import type { Description } from './description.ts';
import { elsewhereTodos } from './elsewhere.ts';
import { follow, merged, missingFrom, nowhere, parametersOf } from './follow.ts';
import { requestsOfAddress } from './postman.ts';
import { wholeAddress } from './postman-addresses.ts';
import { brokenAddress, environmentTodos, serversOf } from './servers.ts';

/** The only value of a mandatory parameter that is called Accept; null for any other. */
function acceptedIn(api: Description, { in: place, name, required, schema: given }: JsonObject): string | null {
  if (place !== 'header' || String(name).toLowerCase() !== 'accept' || required !== true) return null;
  const schema = merged(api, given, nowhere)?.schema ?? {};
  const [only, ...others] = 'const' in schema ? [schema['const']] : Array.isArray(schema['enum']) ? schema['enum'] : [];
  return typeof only === 'string' && others.length === 0 ? only : null;
}

/** Parameters that no draft can say: those in a cookie, and a header that OpenAPI ignores as one, though it is to be sent so alone. */
function parameterTodos(api: Description, lists: (Json | undefined)[]): Todo[] {
  return parametersOf(api, lists).flatMap((parameter): Todo[] => {
    const { in: place, name } = parameter;
    if (place === 'cookie')
      return [{ name: `cookie ${name}`, what: `how the cookie ${name} is sent; a draft cannot say it` }];
    const accepted = acceptedIn(api, parameter);
    const at = cited(api, 'parameter', String(name));
    const what = `whether a request without Accept, or with another one than ${accepted}, is refused, and how: the description wants it so (${at}), and the draft sends it and tries no other`;
    return accepted === null ? [] : [{ name: 'accept', what }];
  });
}

/** The question which of several requests of a collection is meant. */
function meantOf({ [requestsOfAddress]: names }: JsonObject): Todo[] {
  const listed = (Array.isArray(names) ? names : []).map((name) => `"${name}"`);
  const what = `which request of the collection is meant: ${listed.join(', ')} have one address; the first of these was read`;
  return listed.length === 0 ? [] : [{ name: 'request meant', what }];
}

/** The question for the parts that an operation refers to, and that the description has not got. */
function missingFor(api: Description, nodes: Json[]): Todo[] {
  const missing = [...new Set(nodes.flatMap((node) => missingFrom(api, node)))].filter(
    (one) => leadsNowhere(one) === null,
  );
  const what = `what ${missing.join(', ')} says: the description refers to it, and has no such part`;
  return missing.length === 0 ? [] : [{ name: 'missing parts', what }];
}

/** The question for the addresses, where a description gives none that is whole. */
function servedAt(api: Description, nodes: JsonObject[], path: string): Todo[] {
  const broken = serversOf(api, nodes, path).length === 0 ? brokenAddress(nodes) : null;
  const address = broken === null ? null : (nodes[0]?.[wholeAddress] ?? broken);
  const what = `the addresses of the provider; the description gives ${address}, which is no whole address`;
  return address === null ? [] : [{ name: 'servers', what, ask: { about: 'servers' } }];
}

/** The name of the question how a request with other members is refused. */
export const otherMembers = 'other members';

/** The question whether other members are refused than those that a description lists, where it allows no others: no demand of a draft is about one. */
export function closedBody(api: Description, { requestBody }: JsonObject): Todo[] {
  const content = follow(api, requestBody, nowhere)?.value['content'];
  const isClosed = Object.values(isObject(content) ? content : {}).some((one) => {
    const schema = merged(api, choiceOf(api, atPointer(one, '/schema')).schema, nowhere)?.schema ?? {};
    return schema['additionalProperties'] === false || schema['unevaluatedProperties'] === false;
  });
  const what = `how a request with another member than those of ${cited(api, 'requestBody')} is refused: the description allows no others (additionalProperties), and the draft demands nothing of such a member: one is sent only beside another fault`;
  return isClosed ? [{ name: otherMembers, what }] : [];
}

/**
 * The questions about an operation as a whole.
 * @param item the path that it is below, as `path` writes it
 */
export function openOfOperation(api: Description, operation: JsonObject, item: JsonObject, path: string): Todo[] {
  return [
    ...parameterTodos(api, [operation['parameters'], item['parameters']]),
    ...servedAt(api, [operation, item, api], path),
    ...environmentTodos(api, [operation, item, api], path),
    ...meantOf(operation),
    ...addedTodos(operation),
    ...elsewhereTodos(api, operation),
    ...missingFor(api, [operation, item['parameters'] ?? []]),
  ];
}
