/** What a contract, or an environment, gives of a good request. */
import type { AssertionRow, SignatureRow } from '../formats/auth.ts';
import type { Json, JsonObject } from '../formats/json.ts';

/** A value of the control: as it stands, taken from the credentials, or made anew for each request, of so many digits. */
export type UniqueValue = { unique: 'digits'; length: number };
export type ControlValue = Json | { credential: string };
export type ControlText = string | { credential: string } | UniqueValue;

/** How a good request is authenticated: a mechanism, and the credentials it takes by the mechanism's own names. */
export interface AuthSpec {
  mechanism: string;
  inputs: Record<string, string>;
  /** How `basic` writes id and secret before it joins them: `form` (RFC 6749, section 2.3.1), or as they are. */
  encoding?: string;
  /** Where a token goes, and what is signed or asserted: of the mechanisms `bearer`, `signature` and `private-key-jwt`. */
  token?: { header?: string; scheme?: string; field?: string; parameter?: string };
  signature?: SignatureRow;
  assertion?: AssertionRow;
}

export interface Control {
  /** In the order in which they are applied; a signature may be over what those before it add. */
  auth: AuthSpec[];
  headers: Record<string, ControlText>;
  /** Values of the path's parameters. */
  path: Record<string, ControlText>;
  /** Parameters of the query. */
  query: Record<string, ControlText>;
  body: Record<string, ControlValue>;
}

/** A request for a protected resource, as an environment gives it; its body is JSON. */
export interface ResourceRequest {
  method: string;
  path: string;
  /** Beside Accept and those of its mechanisms. */
  headers: Record<string, ControlText>;
  /** The token as Bearer where it is left out. */
  auth?: AuthSpec[];
  body?: JsonObject;
}

/** How the protected resource of an environment is asked: by a request of its own, or by the good request of an operation. */
export type ProbeRequest = ResourceRequest | { operation: string };
