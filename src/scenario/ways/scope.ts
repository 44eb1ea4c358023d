import type { Credentials, RequestDraft } from '../draft.ts';
import { plain } from '../text.ts';
import { current, withField } from './field.ts';
import type { Way } from './way.ts';

const unknownScope = 'unknown:scope:conformance';

/** The scopes of the control. */
function scopes(draft: RequestDraft, name: string): string[] {
  return current(draft, name)
    .value.split(' ')
    .filter((scope) => scope !== '');
}

/** Why a scope cannot be asked for; null where it was granted to the client at onboarding. */
function notGranted(credentials: Credentials, scope: string): string | null {
  const granted = Object.values(credentials).some(({ value }) => Array.isArray(value) && value.includes(scope));
  return granted ? null : `${scope} is not granted to this client`;
}

function scopeWay(title: string, how: (scopes: string[]) => string[], least = 1): Way {
  return {
    title: () => title,
    rests: ['sent'],
    unavailable: ({ credentials }) => {
      const granted = Object.values(credentials).find((credential) => Array.isArray(credential.value))?.value ?? [];
      return granted.length < least ? `fewer than ${least} scopes are granted to this client` : null;
    },
    apply: (draft, { name }) => withField(draft, name, plain(how(scopes(draft, name)).join(' '))),
  };
}

const pairOf = (variant: string): string[] => variant.split('+');

/** Every two of the scopes; they are asked for together. */
function pairs(all: string[]): string[] {
  return all.flatMap((first, index) => all.slice(index + 1).map((second) => `${first}+${second}`));
}

/** Pairs that hold each scope once; of an odd number, the last is paired with the first. */
function fewestPairs(all: string[]): string[] {
  if (all.length < 3) return [];
  const last = all.length % 2 === 1 ? [`${all[0]}+${all.at(-1)}`] : [];
  const neighbours = pairs(all).filter((pair) => {
    const [first = '', second = ''] = pairOf(pair);
    return all.indexOf(first) % 2 === 0 && all.indexOf(second) === all.indexOf(first) + 1;
  });
  return [...neighbours, ...last];
}

const inPairs = (variants: (all: string[]) => string[]): Way => ({
  title: ({ variant }) => pairOf(variant).join(' and '),
  rests: ['sent', 'scopes'],
  variants: ({ operation }) => variants(operation.scopes),
  unavailable: ({ credentials, variant }) =>
    pairOf(variant)
      .map((scope) => notGranted(credentials, scope))
      .find((reason) => reason !== null) ?? null,
  apply: (draft, { name, variant }) => withField(draft, name, plain(pairOf(variant).join(' '))),
});

/** Ways to ask for other scopes. */
export const scopeWays: Record<string, Way> = {
  'unknown-scope': {
    title: () => 'a scope that is not documented',
    apply: (draft, { name }) => withField(draft, name, plain(unknownScope)),
  },
  'unknown-beside-known': scopeWay('a scope that is not documented beside documented ones', (known) => [
    ...known,
    unknownScope,
  ]),
  alone: {
    title: ({ variant }) => `${variant} alone`,
    rests: ['sent', 'scopes'],
    variants: ({ operation }) => operation.scopes,
    unavailable: ({ credentials, variant }) => notGranted(credentials, variant),
    apply: (draft, { name, variant }) => withField(draft, name, plain(variant)),
  },
  pair: inPairs(fewestPairs),
  'other-pairs': inPairs((all) => pairs(all).filter((pair) => !fewestPairs(all).includes(pair))),
  reversed: scopeWay('the scopes in reverse order', (known) => [...known].reverse(), 2),
};
