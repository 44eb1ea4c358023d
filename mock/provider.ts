import type { Accounts } from './accounts.ts';
import type { Answer, Received } from './http.ts';
import type { TokenStore } from './tokens.ts';

/** What a provider answers from. */
export interface State {
  accounts: Accounts;
  /** Milliseconds since the epoch. */
  clock: () => number;
  lifeSeconds: number;
  timestampWindowSeconds: number;
  tokens: TokenStore;
  /** Values that may be sent once, each with its provider and header. */
  sentOnce: Set<string>;
}

/** What a grant may differ in from the faithful one. */
export interface GrantOptions {
  scope?: string;
  /** Seconds. */
  life?: number;
}

/** One provider: its routes, and its answers as functions of what was received. */
export interface Provider {
  name: string;
  /** What a suite puts between the origin and the paths of this provider. */
  basePath: string;
  tokenPath: string;
  resourcePath: string;
  token: (received: Received, state: State) => Answer;
  grant: (received: Received, state: State, options?: GrantOptions) => Answer;
  resource: (received: Received, state: State) => Answer;
  /** Whether a client certificate authenticates the client, so that it is served over TLS alone. */
  wantsCertificate?: boolean;
  /** Operations beside these two; `path` as Hono writes it. */
  others?: { id: string; path: string; answer: (received: Received, state: State) => Answer }[];
}
