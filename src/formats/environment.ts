// Written by npm run formats; npm run check compares.
/** Environment: where the providers run, and with which credentials. */
import type { Auth } from './auth.ts';
import type { JsonObject } from './json.ts';

/** production sends only the control unless ALLOW_PRODUCTION names this environment */
export type EnvironmentKind = 'mock' | 'sandbox' | 'production';
/** page: a breach of a standard that the page names is a warning; exact: an answer that is tolerated though the page documents another fails */
export type Strictness = 'standard' | 'page' | 'exact';

export interface EnvironmentFile {
  kind: EnvironmentKind;
  strictness?: Strictness;
  /** Only where kind is mock: hosts beside loopback that a mock runs at, a container's for instance; exact names without port */
  mockHosts?: string[];
  /** $NAME of the variable that holds the address of a webhook: it gets what is new at the targets of this environment, in place of CONFORMANCE_WEBHOOK */
  notify?: string;
  providers: {
    [k: string]: SettingsRow;
  };
  waivers?: WaiverRow[];
}
/** One provider in this environment */
export interface SettingsRow {
  /** Without the path of the operation; http only for loopback. Left out: the embedded mock */
  baseUrl?: string;
  /** Secrets are $NAME references to variables; literals only where kind is mock */
  credentials: {
    [k: string]: string | string[];
  };
  probe?: Probe;
  /** Most seconds a run may wait for a token to expire */
  expiryWait?: number;
  /** Seconds after its declared end within which a token may still be accepted; later is a failure. Without it the run asks after 2 seconds, up to 300 more are a warning (RFC 7519, section 4.1.4), and later is a failure */
  expiryLeeway?: number;
  /** Seconds by which a stale or future timestamp is off: beyond the provider's window */
  timestampOffset?: number;
  /** Most requests of one run: 200 by default, 300 in the deep profile */
  maxRequests?: number;
  /** Most seconds a run waits in all for a provider that limits the rate, before it sends a request again */
  retryBudget?: number;
  pace?: Pace;
  tls?: Tls;
}
/** The protected resource that a token opens */
export interface Probe {
  /** The operation of the contract whose good request is sent, in place of method, path and what goes with them */
  operation?: string;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  path?: string;
  /** Sent beside Accept and Authorization; { credential: name } takes a value from credentials, { unique: digits, length: 36 } makes one anew for each request */
  headers?: {
    [k: string]:
      | string
      | {
          credential: string;
        }
      | {
          unique: 'digits';
          length: number;
        };
  };
  auth?: Auth;
  body?: JsonObject;
  refused: number[];
}
export interface Pace {
  perSecond?: number;
  /** Seconds one attempt may take */
  timeout?: number;
}
/** Certificates and keys, each by the name of a file or variable */
export interface Tls {
  ca?: string;
  cert?: string;
  key?: string;
  passphrase?: string;
}
/** A known deviation that does not fail the run until a day */
export interface WaiverRow {
  clause: string;
  provider: string;
  reason: string;
  owner: string;
  until: string;
}
