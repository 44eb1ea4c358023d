/** Parts of a request that several families send otherwise. */
import type { AuthSpec, Contract } from '../../contract/types.ts';
import { sameHeader } from '../../formats/header-name.ts';
import { mechanisms } from '../auth/index.ts';
import type { RequestDraft } from '../draft.ts';
import { credentialIn } from '../given.ts';
import { change, plain, type Text } from '../text.ts';
import type { Way, WayContext } from '../ways/way.ts';

/** The draft with other lines in place of what its auth mechanism would add. */
export function withoutAuth(draft: RequestDraft, lines: [name: string, value: Text][] = []): RequestDraft {
  return { ...draft, auth: [], headers: [...draft.headers, ...lines] };
}

/** The draft with header lines whose values hold nothing to hide. */
export function withHeaders(draft: RequestDraft, ...lines: [name: string, value: string][]): RequestDraft {
  return {
    ...draft,
    headers: [...draft.headers, ...lines.map(([name, value]): [string, Text] => [name, plain(value)])],
  };
}

/** The draft with the header lines of one name replaced. */
export function withHeader(draft: RequestDraft, name: string, ...values: string[]): RequestDraft {
  const rest = draft.headers.filter(([key]) => !sameHeader(key, name));
  return withHeaders({ ...draft, headers: rest }, ...values.map((value): [string, string] => [name, value]));
}

/** Whether a value of a contract is taken from a credential that is a secret. */
export function isSecret({ credentials }: Contract, value: unknown): boolean {
  return credentials[credentialIn(value) ?? '']?.secret === true;
}

/**
 * The request without anything that shows who sends it: no auth, and no header or field that holds a secret. A mechanism
 * that signs signs with a key that nobody knows, so that all that it demands beside the signature is there.
 */
export function anonymous(draft: RequestDraft, contract: Contract): RequestDraft {
  const { headers, body } = contract.operation.control;
  return {
    ...draft,
    auth: draft.auth
      .filter(({ spec }) => mechanisms[spec.mechanism]?.ways(spec)['other-key'] !== undefined)
      .map((auth) => ({ ...auth, way: 'other-key' })),
    headers: draft.headers.filter(([name]) => !isSecret(contract, headers[name])),
    fields: draft.fields.filter(([name]) => !isSecret(contract, body[name])),
  };
}

/** A way that changes nothing of a request without a body. */
export const ofBody = (own: Way): Way => ({
  ...own,
  variants: ({ operation }) => (operation.mediaType === null ? [] : ['']),
});

/** The places beside its header in which a value of the good request can be sent, as a title lists them. */
export function placesBeside({ operation }: Contract, ...more: string[]): string {
  const places = ['the query', ...(operation.mediaType === null ? [] : ['the body']), 'a cookie', ...more];
  return `${places.slice(0, -1).join(', ')} and ${places.at(-1)}`;
}

/** How the good request uses HTTP Basic; its defaults where it does not. */
export function basicSpec(auth: readonly AuthSpec[]): AuthSpec {
  return auth.find(({ mechanism }) => mechanism === 'basic') ?? { mechanism: 'basic', inputs: {} };
}

/** A word with a capital letter. */
export function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** A word whose first letter is the fullwidth one of the same name, which compatibility forms of Unicode make equal. */
export function fullwidth(word: string): string {
  return word.replace(/^[!-~]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

/** A way whose title says all. */
export function way(title: string, apply: (draft: RequestDraft, context: WayContext) => RequestDraft): Way {
  return { title: () => title, apply };
}

/** Parameters of a query that hold nothing to hide. */
export function asQuery(...parameters: [name: string, value: string][]): RequestDraft['query'] {
  return parameters.map(([name, value]) => [plain(name), plain(value)]);
}

/** A text rewritten, and the Perl program that does the same to it in a shell. */
export function byPerl(text: Text, said: string, value: (value: string) => string, program: string): Text {
  return change(text, {
    value,
    shown: (shown) => `${shown}‹${said}›`,
    command: `perl -CS -0777 -pe '${program}'`,
  });
}
