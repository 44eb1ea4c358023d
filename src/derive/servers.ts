import { atPointer, isObject } from '../contract/json.ts';
import type { JsonObject } from '../contract/types.ts';
import type { Description } from './description.ts';
import type { ServerFact } from './facts.ts';
import { isProduction } from './words.ts';

/** The servers of an operation, or of the whole description, with their variables at their defaults. */
export function serversOf(api: Description, operation: JsonObject): ServerFact[] {
  const listed = [operation['servers'], api['servers']].find(Array.isArray) ?? [];
  return listed.filter(isObject).map((server, index) => {
    const variables = isObject(server['variables']) ? server['variables'] : {};
    const url = Object.entries(variables).reduce(
      (text, [name, variable]) => text.replaceAll(`{${name}}`, String(atPointer(variable, '/default') ?? '')),
      String(server['url']),
    );
    const label = String(server['description'] ?? '');
    return {
      url: url.replace(/\/+$/, ''),
      label: isProduction(label) || label.length <= 30 ? label : `Server ${index + 1}`,
      production: server['x-production'] === true || isProduction(label),
      at: 'OpenAPI, servers',
      origin: 'openapi',
    };
  });
}
