import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import type { ServerFact } from '../facts/facts.ts';
import { isProduction } from '../page/environments.ts';
import type { Description } from './description.ts';

/** The description with its relative servers where its own address puts them, as OpenAPI has it. */
export function located(api: Description, base: string): Description {
  const servers = api['servers'];
  if (!Array.isArray(servers) || !isUrl(base)) return api;
  const locate = (server: Json): Json => {
    const url = isObject(server) ? server['url'] : undefined;
    // A template is filled in before it can be resolved, and is absolute as a rule.
    const relative = typeof url === 'string' && !url.includes('{') && !isUrl(url) && isUrl(url, base);
    return relative && isObject(server) ? { ...server, url: new URL(url, base).href } : server;
  };
  return { ...api, servers: servers.map(locate) };
}

/** The servers of an operation, or of the whole description, with their variables at their defaults; one that is relative names no host. */
export function serversOf(api: Description, operation: JsonObject): ServerFact[] {
  const listed = [operation['servers'], api['servers']].find(Array.isArray) ?? [];
  const servers = listed.filter(isObject).map((server, index): ServerFact => {
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
  return servers.filter(({ url }) => isUrl(url) && !url.includes('{'));
}
