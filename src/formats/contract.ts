// Written by npm run formats; npm run check compares.
/** contract.yaml: what a provider's sources state that no schema can say. */
import type { Auth } from './auth.ts';
import type { JsonObject, Schema } from './json.ts';

export type Pointer = string;
export type Statuses = 'probe' | 'handshake' | number | number[];
export type Ways = string[];
export type Id = string;
export type Sentence = string;
export type OnRow = OneOnRow | OneOnRow[];
export type OneOnRow = ('granted' | 'refused' | 'any') | number;

export interface ContractFile {
  /** The format that the file is written in; left out, it is the first */
  formatVersion?: 1;
  provider: string;
  title: string;
  spec: string;
  sources: {
    [k: string]: SourceRow;
  };
  credentials: {
    [k: string]: CredentialRow;
  };
  control: ControlRow;
  operations?: {
    [k: string]: ControlRow;
  };
  token: TokenPointers;
  refusals: {
    [k: string]: RefusalRow;
  };
  blocked?: BlockedRow[];
  readings?: ReadingRow[];
  clauses: ClauseRow[];
}
/** A published page or standard that clauses are taken from */
export interface SourceRow {
  title: string;
  url: string;
  read: string;
  named?: boolean;
}
/** What an environment must give to be granted a token */
export interface CredentialRow {
  description: string;
  secret?: boolean;
  optional?: boolean;
  list?: boolean;
  format?: 'private-key';
}
export interface ControlRow {
  auth?: Auth;
  headers?: {
    [k: string]:
      | string
      | FromCredential
      | {
          unique: 'digits';
          length: number;
        };
  };
  path?: Texts;
  query?: Texts;
  body?: JsonObject;
}
export interface FromCredential {
  credential: string;
}
export interface Texts {
  [k: string]: string | FromCredential;
}
/** JSON pointers into a grant */
export interface TokenPointers {
  value: Pointer;
  /** none: the sources promise no life of a token, so that nothing of it is declared or watched */
  lifetime: 'none' | Pointer;
  /** instant: the date of expiry, in ISO 8601 or as seconds or milliseconds since the epoch */
  lifetimeUnit?: 'seconds' | 'minutes' | 'milliseconds' | 'instant';
  scope?: Pointer;
  shown?: Pointer[];
}
/** A class of documented rejection */
export interface RefusalRow {
  statement: string;
  documented: AnswerRow[];
  tolerated?: ToleratedRow[];
}
export interface AnswerRow {
  status: Statuses;
  body?: BodyMatch;
  ways?: Ways;
  note?: string;
}
export interface BodyMatch {
  [k: string]: Schema;
}
/** An answer that a fair provider may give besides the documented one */
export interface ToleratedRow {
  status: Statuses;
  body?: BodyMatch;
  narrowed?: boolean;
  nothing?: boolean;
  ways?: Ways;
  /** warns where the sources document another answer, notes where they say nothing of it */
  effect?: 'warns' | 'notes';
  note: string;
}
/** An answer that shows nothing of the provider */
export interface BlockedRow {
  status: Statuses;
  body?: BodyMatch;
  reason: string;
}
/** A contradiction inside the sources */
export interface ReadingRow {
  id: Id;
  statement: Sentence;
  at: string;
  on?: 'granted';
  scenario?: string;
  check?: string;
  options: ReadingOptionRow[];
}
/** One of the statements that contradict each other */
export interface ReadingOptionRow {
  name: string;
  documented: Sentence;
  status?: number;
  body?: BodyMatch;
  url?: string;
  when?: 'agree' | 'differ';
}
export interface ClauseRow {
  id: Id;
  statement: Sentence;
  level: 'must' | 'should' | 'may';
  source: string;
  at: string;
  operation?: string | string[];
  find?: string;
  impact?: Sentence;
  gate?: boolean;
  untestable?: Sentence;
  unreached?: string;
  needs?: 'probe' | 'expiry';
  refusal?: string;
  demand?: ChangeRow;
  promise?: PromiseRow;
}
export interface ChangeRow {
  method?: string;
  'media-type'?: string;
  header?: string;
  auth?: string;
  field?: string;
  body?: string;
  path?: string;
  parameter?: string;
  query?: string;
  whole?: string;
  probe?: string;
  break?: Ways;
  vary?: Ways;
  deep?: Ways;
}
/** How answers are judged */
export interface PromiseRow {
  check: string;
  on?: OnRow;
  with?: JsonObject;
  request?: ChangeRow;
}
