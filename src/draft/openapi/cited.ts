/** Places of facts in a description, as the file itself calls them: it may have been converted from another kind. */
import { convertedFrom, type Description } from './description.ts';

/** Parts of a description, as OpenAPI calls them. */
export type Part =
  | 'description'
  | 'parameter'
  | 'path'
  | 'requestBody'
  | 'response'
  | 'security'
  | 'securitySchemes'
  | 'servers';

/** What files of another kind call them, where that is something else. */
const called: Record<string, Partial<Record<Part, string>>> = {
  'Swagger 2.0': { requestBody: 'body', servers: 'host', securitySchemes: 'securityDefinitions' },
  Postman: { requestBody: 'body', servers: 'url', path: 'url', security: 'auth', securitySchemes: 'auth' },
};

/** How a fact cites a part of a description, as `OpenAPI, response 401`; `name` tells it from others of its kind. */
export function cited(api: Description, part: Part, name = ''): string {
  const kind = api[convertedFrom];
  const file = typeof kind === 'string' ? kind : 'OpenAPI';
  const own = called[file]?.[part] ?? part;
  // Authentication has no name of its own in a collection.
  if (name === '' || own === 'auth') return `${file}, ${own}`;
  return `${file}, ${own}${part === 'securitySchemes' ? '.' : ' '}${name}`;
}
