import type { Schema } from '../formats/json.ts';
import type { AuthSpec, Contract, Control, Part, Rest } from './types.ts';

/** What the loader has to know of an auth mechanism. */
export interface MechanismWords {
  inputs: readonly string[];
  /** Those of the inputs that may be left out. */
  optional?: readonly string[];
  /** Headers it adds to a good request. */
  headers(spec: AuthSpec): readonly string[];
}

/** The names that engine pieces are known by and what they take, for the loader to refuse anything else. */
export interface Vocabulary {
  /** Each check with the schema of its parameters. */
  checks: Readonly<Record<string, Schema>>;
  /** Checks that only a reading asks for. */
  readingChecks: readonly string[];
  /** Ways to break or vary, by part, each with what it rests on; those of a mechanism follow from how a good request uses it. */
  ways: (part: Part, name: string, control: Control) => Readonly<Record<string, readonly Rest[]>>;
  mechanisms: Readonly<Record<string, MechanismWords>>;
  /** Ids of the scenarios of a contract that has loaded. */
  scenarios: (contract: Contract) => string[];
}
