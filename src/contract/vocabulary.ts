import type { Schema } from '../formats/json.ts';
import type { AuthSpec, Contract, Control, Part, Rest } from './types.ts';

/** What the loader must know of an auth mechanism. */
export interface MechanismWords {
  inputs: readonly string[];
  /** The inputs that are optional. */
  optional?: readonly string[];
  /** Members that it adds to the body of a good request. */
  addsFields?(spec: AuthSpec): readonly string[];
  /** Parameters that it adds to the query. */
  addsParameters?(spec: AuthSpec): readonly string[];
  /** Whether it makes each good request another one. */
  anew?(spec: AuthSpec): boolean;
  /** Headers it adds to a good request. */
  headers(spec: AuthSpec): readonly string[];
}

/** The names of checks, ways and mechanisms, and what they take; the loader refuses any other. */
export interface Vocabulary {
  /** Each check with the schema of its parameters. */
  checks: Readonly<Record<string, Schema>>;
  /** Checks that judge the life of a token, those of readings included. */
  lifeChecks: readonly string[];
  /** Checks that only a reading may name. */
  readingChecks: readonly string[];
  /** Ways to break or vary, by part, each with what it rests on; those of a mechanism follow from how a good request uses it. */
  ways: (part: Part, name: string, control: Control) => Readonly<Record<string, readonly Rest[]>>;
  mechanisms: Readonly<Record<string, MechanismWords>>;
  /** Ids of the scenarios of a contract that has loaded. */
  scenarios: (contract: Contract) => string[];
}
