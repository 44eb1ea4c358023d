import { type AuthSpec, type Control, changeableParts, type Part } from '../../contract/types.ts';
import { own } from '../../formats/json.ts';
import { mechanisms } from '../auth/index.ts';
import { withWay } from '../draft.ts';
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

/** The ways of each good request's mechanisms: several are asked for with each request. */
const known = new WeakMap<readonly AuthSpec[], Map<string, Record<string, Way>>>();

/** An auth mechanism's own ways, as the good request uses it. */
function authWays(mechanism: string, auth: readonly AuthSpec[]): Record<string, Way> {
  const ofRequest = known.get(auth) ?? new Map<string, Record<string, Way>>();
  known.set(auth, ofRequest);
  const ways = ofRequest.get(mechanism) ?? madeWays(mechanism, auth);
  ofRequest.set(mechanism, ways);
  return ways;
}

function madeWays(mechanism: string, auth: readonly AuthSpec[]): Record<string, Way> {
  const spec = auth.find((one) => one.mechanism === mechanism) ?? { mechanism, inputs: {} };
  const { ways, repeats = [], breaks = {} } = own(mechanisms, mechanism) ?? {};
  return Object.fromEntries(
    Object.entries(ways?.(spec) ?? {}).map(([way, title]): [string, Way] => [
      way,
      repeats.includes(way)
        ? { title: () => title, rests: ['anew'], apply: (draft) => draft }
        : {
            title: () => title,
            breaks: breaks[way],
            apply: (draft) => ({ ...draft, auth: withWay(draft.auth, way, mechanism) }),
          },
    ]),
  );
}

/** The ways of the part that the name holds, as `auth:basic` does, for requests that are sent again. */
function sentAgain(name: string, control: Pick<Control, 'auth'>): Record<string, Way> {
  const [before = '', about = ''] = name.split(/:(.*)/s);
  const part = changeableParts.find((one) => one === before);
  return part ? againWays(waysOf(part, about, control), about) : {};
}

/** The ways to break or vary one part of a good request, by name. */
export function waysOf(part: Part, name: string, control: Pick<Control, 'auth'>): Record<string, Way> {
  switch (part) {
    case 'again':
      return sentAgain(name, control);
    case 'auth':
      return authWays(name, control.auth);
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
