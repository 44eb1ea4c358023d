import { changeableParts, type Part } from '../../contract/types.ts';
import { mechanisms } from '../auth/index.ts';
import { againWays } from '../families/again.ts';
import { familyWays } from '../families/index.ts';
import { bodyWays } from './body.ts';
import { fieldWays } from './field.ts';
import { headerWays } from './header.ts';
import { mediaTypeWays } from './media-type.ts';
import { methodWays, misplacedWays, queryWays, wholeWays } from './method.ts';
import { parameterWays, pathWays } from './parameter.ts';
import { probeWays } from './probe.ts';
import { scopeWays } from './scope.ts';
import type { Way } from './way.ts';

/** An auth mechanism's own ways, as ways of a draft. */
function authWays(mechanism: string): Record<string, Way> {
  const known = mechanisms[mechanism];
  return Object.fromEntries(
    Object.entries(known?.ways ?? {}).map(([way, title]): [string, Way] => [
      way,
      {
        title: () => title,
        apply: (draft) => ({ ...draft, auth: draft.auth && { ...draft.auth, way } }),
      },
    ]),
  );
}

/** The ways of the part and name that stand in the name, as `auth:basic`, once more. */
function sentAgain(name: string): Record<string, Way> {
  const [before = '', own = ''] = name.split(/:(.*)/s);
  const part = changeableParts.find((one) => one === before);
  return part ? againWays(waysOf(part, own), own) : {};
}

/** The ways to break or vary one part of a request, by name. */
export function waysOf(part: Part, name: string): Record<string, Way> {
  switch (part) {
    case 'again':
      return sentAgain(name);
    case 'auth':
      return authWays(name);
    case 'body':
      return name === 'json' || name === 'form' ? { ...bodyWays[name], ...misplacedWays } : {};
    case 'family':
      return familyWays(name);
    case 'field':
      return { ...fieldWays, ...scopeWays };
    case 'header':
      return headerWays;
    case 'media-type':
      return mediaTypeWays;
    case 'method':
      return methodWays;
    case 'parameter':
      return parameterWays;
    case 'path':
      return pathWays;
    case 'probe':
      return probeWays;
    case 'query':
      return queryWays;
    case 'whole':
      return wholeWays;
  }
}
