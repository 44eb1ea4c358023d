/** What a loaded contract holds: the facts of one provider, linked and checked. */
import type { TokenPointers } from '../formats/contract.ts';
import type { JsonObject, Schema } from '../formats/json.ts';
import type { Level } from '../formats/results.ts';
import type { Envelopes } from './envelopes.ts';
import type { Control } from './good-request.ts';
import type { LimitName } from './limits.ts';
import type { Place } from './yaml.ts';

export type {
  AuthSpec,
  Control,
  ControlText,
  ControlValue,
  ProbeRequest,
  ResourceRequest,
  UniqueValue,
} from './good-request.ts';

/** A published page or standard that clauses are taken from. */
export interface Source {
  key: string;
  title: string;
  url: string;
  /** Date the source was read, YYYY-MM-DD. */
  read: string;
  /** The page names this standard, so that it binds as the page does. */
  named: boolean;
}

/** What a grant holds, and where; `lifetime` is null where the sources promise no life of a token. */
export interface TokenMembers extends Omit<TokenPointers, 'lifetime'> {
  lifetime: string | null;
  /** An answer may leave the lifetime out, as its schema says. */
  optionalLifetime?: true;
}

export interface CredentialSpec {
  description: string;
  secret: boolean;
  optional: boolean;
  list: boolean;
  format?: 'private-key';
}

/** Parts of a request that a row of a contract can change. */
export const changeableParts = [
  'method',
  'media-type',
  'header',
  'auth',
  'field',
  'body',
  'path',
  'parameter',
  'query',
  'whole',
  'probe',
] as const;

/**
 * Part of a request that a demand is about, and the name of the header or field where there is one. `family` names a family
 * of the deep profile, and `again` the part and the name of a way that is sent once more, as `auth:basic`; no contract file
 * gives those two.
 */
export type Part = (typeof changeableParts)[number] | 'family' | 'again';

/**
 * What a way to break or vary rests on, without which it changes nothing: the part is in the good request, or the good request
 * itself gives its value, its value is made anew, its schema has a limit to go beyond, scopes are documented, the request is
 * authenticated by an id and a secret, the sources promise a life of a token, or no two good requests are the same.
 */
export type Rest =
  | 'sent'
  | 'given'
  | 'unique'
  | LimitName
  | 'scopes'
  | 'id-and-secret'
  | 'body-parameters'
  | 'lifetime'
  | 'anew';

/** The scenarios a clause asks for: ways to break (or to vary) one part of the control. */
export interface RequestChange {
  part: Part;
  name: string;
  ways: string[];
  /** Ways that only a longer profile tries. */
  deep: string[];
}

/** Which exchanges a promise is judged on: the granted, the refused, all, or those with one of the statuses. */
export type On = ('granted' | 'refused' | 'any' | number)[];

export interface AnswerMatch {
  /** `probe` for the statuses that the environment lists for its protected resource. */
  status: number[] | 'probe';
  /** The client certificate is turned away in the handshake of TLS, so that no answer comes; `status` is empty then. */
  handshake?: true;
  /** JSON pointer → schema that the value there must satisfy; an absent value never does. */
  body: Record<string, Schema>;
  /** The answer is a grant that names its scope: some of what was asked for, or a default. */
  narrowed: boolean;
  /** For a narrowed grant: it may also be narrowed to nothing. */
  nothing: boolean;
  /** The ways to break the demand that this answer belongs to; empty for all of them. */
  ways: string[];
  /**
   * What a tolerated answer does: it warns where the sources document another one, and is noted where they say nothing.
   */
  effect: 'warns' | 'notes';
  note: string;
}

/** A class of documented rejection. */
export interface Refusal {
  name: string;
  statement: string;
  documented: AnswerMatch[];
  tolerated: AnswerMatch[];
  /** An answer that grants nothing may have a status of success, as that to OPTIONS. */
  mayAnswer?: true;
}

interface ClauseBase {
  id: string;
  statement: string;
  level: Level;
  source: Source;
  at: string;
  /** A name or a few words that occur at its place in the source; without it, the name that the clause is about. */
  find?: string;
  impact?: string;
  /** The clause belongs to the quick subset. */
  gate: boolean;
  /** A family of the deep profile made it. */
  deep?: true;
  /** Why nothing that is visible from outside can show it. */
  untestable?: string;
  /** Why a conforming provider may never give an answer to judge it on. */
  unreached?: string;
  /** What the target must have for the clause to apply. */
  needs?: 'probe' | 'expiry';
  /** File and line of the clause. */
  where: Place;
  /** Ids of the operations it is about; `probe` for the protected resource of an environment. */
  operations: string[];
}

export interface PromiseClause extends ClauseBase {
  kind: 'promise';
  check: string;
  on: On;
  parameters: JsonObject;
  request: RequestChange | null;
}

export interface DemandClause extends ClauseBase {
  kind: 'demand';
  request: RequestChange;
  refusal: Refusal;
  /** The demand of the contract that one of a family is like; absent for any other. */
  like?: DemandClause;
}

export interface UntestableClause extends ClauseBase {
  kind: 'promise' | 'demand';
  untestable: string;
  request: null;
}

export type Clause = PromiseClause | DemandClause | UntestableClause;

export interface ReadingOption {
  name: string;
  documented: string;
  status?: number;
  body?: Record<string, Schema>;
  url?: string;
  when?: 'agree' | 'differ';
}

/** A contradiction inside the sources. The report says which statement the server follows; neither is a failure. */
export interface Reading {
  id: string;
  statement: string;
  at: string;
  on: 'granted' | null;
  scenario: string | null;
  check: string | null;
  options: ReadingOption[];
}

/** Id of the operation that grants tokens; the others send one. */
export const tokenOperationId = 'token';
/** What stands for an operation id where the protected resource of an environment is meant. */
export const probeOperationId = 'probe';

export interface Operation {
  /** The operationId of the OpenAPI file. */
  id: string;
  method: string;
  /** Template, with `{name}` for each path parameter. */
  path: string;
  /** Null where the request has no body. */
  mediaType: string | null;
  /** Statuses the OpenAPI file documents. */
  statuses: number[];
  requestBody: Schema;
  /** Its parameters in the header, the query and the path. */
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  /** Members of its answers that only a grant or only a refusal has. */
  envelopes: Envelopes;
  /** Scopes the OpenAPI file documents. */
  scopes: string[];
  /** Its good request. */
  control: Control;
}

/** How much is asked of a provider in one run: what the contract says, or that and the families of the deep profile. */
export const profiles = ['default', 'deep'] as const;
export type Profile = (typeof profiles)[number];

export interface Contract {
  provider: string;
  /** Absent for the default profile. */
  profile?: 'deep';
  title: string;
  file: string;
  /** Addresses that the page gives; `production` where they move real money. */
  servers: { url: string; description: string; production: boolean }[];
  sources: Record<string, Source>;
  credentials: Record<string, CredentialSpec>;
  /** The one that grants tokens. */
  operation: Operation;
  /** Every operation, the one that grants tokens first. */
  operations: Operation[];
  /** JSON pointers into a grant; `shown` are members that a report may show though they look like a token. */
  token: TokenMembers;
  refusals: Record<string, Refusal>;
  blocked: (AnswerMatch & { reason: string })[];
  readings: Reading[];
  clauses: Clause[];
}

/** Whether nothing that is visible from outside can show the clause. */
export function isUntestable(clause: Clause): clause is UntestableClause {
  return clause.untestable !== undefined;
}
