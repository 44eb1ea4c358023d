/** The addresses that an OpenAPI file gives, at any level. */

import type { Json } from '../formats/json.ts';
import { isObject, own } from '../formats/json.ts';
import { isUrl } from '../formats/url.ts';
import { checkObject } from './objects.ts';
import { type Node, type OpenApi, sourcePosition } from './openapi.ts';
import type { Contract } from './types.ts';

/** Most addresses that the values of its variables make of one server. */
const mostAddresses = 100;

/** The values a variable of a server may have: those it enumerates, or its default. */
function valuesOf(variable: Json | undefined): string[] {
  if (!isObject(variable)) return [];
  const { enum: listed, default: usual } = variable;
  const values = [...(Array.isArray(listed) ? listed : []), ...(usual === undefined ? [] : [usual])];
  return [...new Set(values.map(String))];
}

/** Every address that a template with its variables can mean, or why they cannot be listed. */
function addressesOf(server: Node): { addresses: string[] } | { fault: string } {
  const variables = isObject(server.value['variables']) ? server.value['variables'] : {};
  const template = String(server.value['url']);
  let addresses = [template];
  for (const name of new Set([...template.matchAll(/\{([^{}]*)\}/g)].map(([, one = '']) => one))) {
    const values = valuesOf(own(variables, name));
    if (values.length === 0) return { fault: `has no default for its variable "${name}"` };
    // An address that is left out would count as undocumented, and so as not production.
    if (addresses.length * values.length > mostAddresses)
      return {
        fault: `stands for more than ${mostAddresses} addresses by the values of its variables, which cannot all be guarded; enumerate fewer values, or write its hosts as servers of their own`,
      };
    addresses = addresses.flatMap((address) => values.map((value) => address.replaceAll(`{${name}}`, value)));
  }
  return { addresses };
}

function serverNodes(api: OpenApi): Node[] {
  const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];
  const paths = api.children(api.root, 'paths').map(([, item]) => item);
  const operations = paths.flatMap((item) => methods.flatMap((method) => api.child(item, method) ?? []));
  return [api.root, ...paths, ...operations].flatMap((node) =>
    api.children(node, 'servers').map(([, server]) => server),
  );
}

/**
 * The absolute addresses of an OpenAPI file, their variables filled in. A relative one is legal but names no host. It
 * is left out, unless it is marked as production: it could guard nothing. An invalid address goes to `problems`.
 */
export function serversOf(api: OpenApi, problems: string[]): Contract['servers'] {
  return serverNodes(api).flatMap((server) => {
    const { url, description } = server.value;
    checkObject(api, server, 'Server', problems);
    const production = server.value['x-production'] === true;
    const report = (fault: string): [] => {
      problems.push(`${sourcePosition(server)}: the server ${JSON.stringify(url ?? null)} ${fault}`);
      return [];
    };
    if (typeof url !== 'string') return report('has no url');
    const found = addressesOf(server);
    if ('fault' in found) return report(found.fault);
    return found.addresses.flatMap((address) => {
      if (!/^[a-z][a-z0-9+.-]*:/i.test(address) && !address.startsWith('//'))
        return production
          ? report('is relative: a production server must name its host, so that no other run reaches it')
          : [];
      if (!isUrl(address) || !/^https?:$/.test(new URL(address).protocol))
        return report('is not an http or https address');
      return [{ url: address, description: String(description ?? ''), production }];
    });
  });
}
