/** The shapes of results.json. The JSON Schema beside the contracts (contracts/formats/results.schema.json) is the same in data. */
import type { ControlResult, Measured, NotSent, Unexercised } from './state.ts';

/** How one clause was judged on one exchange. */
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'inapplicable' | 'error';

/** The worst verdict of a clause over a run; `not-exercised` when no observation judged it. */
export type ClauseVerdict = 'pass' | 'fail' | 'inconclusive' | 'not-exercised' | 'error';

export type Level = 'must' | 'should' | 'may';

/** What a clause's verdict does to the run. */
export type Effect = 'fails' | 'warns' | 'waived' | 'none';

export type TargetVerdict = 'conforms' | 'deviates' | 'not-judged' | 'error';

export type EnvironmentKind = 'mock' | 'sandbox' | 'production';

/** How the answers that no clause wants, and the breaches of a standard, weigh in an environment. */
export type Strictness = 'standard' | 'page' | 'exact';

export type ExitCode = 0 | 1 | 2 | 3;

/** One clause judged on one exchange. `documented` and `received` are one line each, redacted. */
export interface Observation {
  clause: string;
  scenario: string;
  verdict: Verdict;
  documented: string;
  received: string;
  /** Exchange id, `ex-<n>` within its target; empty when no exchange was made. */
  exchange: string;
  /** JSON pointer into the response body of the value judged. */
  pointer?: string;
  /** Response header judged. */
  header?: string;
  /** Why a tolerated answer passes, or what a reader should know besides. */
  note?: string;
  /** Id of the clause that tells the fault for which this one fails too; absent where the failure is a cause of its own. */
  cause?: string;
  /** The answer is tolerated though another is documented: its failure warns, and fails where strictness is exact. */
  tolerated?: true;
  /** Id of the clause that fails by the same answer, so that this one could not be judged. */
  because?: string;
}

export interface Waiver {
  reason: string;
  owner: string;
  /** Last day the waiver holds, YYYY-MM-DD. */
  until: string;
}

export interface ClauseResult {
  id: string;
  kind: 'promise' | 'demand';
  statement: string;
  level: Level;
  /** Key of the source in the contract; `page` is the provider's documentation page. */
  source: string;
  sourceTitle: string;
  /** Whether the page names the source, so that it binds as the page does; absent in files of earlier versions. */
  named?: boolean;
  /** Place in the source. */
  at: string;
  url: string;
  verdict: ClauseVerdict;
  effect: Effect;
  /** Why the clause was not exercised or could not be judged; empty otherwise. */
  reason: string;
  /** What breaks at strict clients when the clause fails. */
  impact?: string;
  /** The waiver that covers it; where it could not be judged, that of the clause that it rests on. */
  waiver: Waiver | null;
  /** Ids of the clauses that hide it: each answer that could have shown it fails one of them; absent where one does not. */
  restsOn?: string[];
  /** Why no observation judged it; only where it is not exercised, and absent in files of earlier versions. */
  unexercised?: Unexercised;
  /** Its scenarios whose evidence is lost, and those a stopped run did not reach; absent where there are none. */
  lost?: string[];
  notRun?: string[];
  observations: Omit<Observation, 'clause'>[];
}

export interface ReadingResult {
  id: string;
  statement: string;
  /** Name of the statement the server follows, `neither`, or `unknown` when nothing showed it. */
  follows: string;
  documented: string[];
  /** Exchange that showed it; empty when nothing did. */
  exchange: string;
}

/** A body as recorded: redacted text, cut at a bounded length. */
export interface BodyRecord {
  text: string;
  /** Length of the body before redaction and cutting, bytes, after content decoding. */
  bytes: number;
  cut: boolean;
}

/** A secret value found in an exchange: where, and what may be told of it. */
export interface RedactedValue {
  /** JSON pointer into the response body. */
  pointer: string;
  length: number;
  /** First 8 hex digits of the SHA-256 of the value. */
  sha256: string;
  /** The value with every letter replaced by `a`/`A` and every digit by `0`: keeps length and syntax. */
  shape: string;
  /** Decoded header and claims, when the value is a JWT. */
  jwt?: { header: unknown; claims: unknown };
}

export interface RequestRecord {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  body: BodyRecord | null;
}

export interface ResponseRecord {
  status: number;
  headers: [name: string, value: string][];
  body: BodyRecord;
  redacted: RedactedValue[];
}

/** One try to send a request. */
export interface AttemptRecord {
  /** ISO 8601 instant. */
  startedAt: string;
  /** Milliseconds from the first byte sent to the last byte received, or to giving up. */
  ms: number;
  outcome: 'answered' | 'no-answer' | 'broken-answer';
  /** In a person's words, when the outcome is not `answered`, or when the request was sent again after a rate limit. */
  cause?: string;
}

export interface ExchangeRecord {
  id: string;
  scenario: string;
  title: string;
  request: RequestRecord;
  response: ResponseRecord | null;
  attempts: AttemptRecord[];
  /** Version of TLS and last day of the server's certificate; absent without TLS. */
  tls?: { version: string; validTo: string };
  /** A shell command that sends the same request, with `$NAME` in place of every secret. */
  curl: string;
}

/** Trouble of the network in one scenario. */
export interface Incident {
  scenario: string;
  cause: string;
  attempts: number;
}

export interface Counts {
  pass: number;
  fail: number;
  warning: number;
  waived: number;
  /** Clauses of level may that fail: told, without effect. */
  advice: number;
  inconclusive: number;
  notExercised: number;
  error: number;
}

/** What of a run was left out by options of the command line, named as for the gate: `--grep=@gate --shard=1/2`. */
export interface Selection {
  name: string;
}

/** Which run results come from. */
export interface RunIdentity {
  /** A UUID, made when the run began. */
  id: string;
  /** What the jobs of one run share, as CONFORMANCE_RUN or the CI names it; null or absent where nothing does. */
  name?: string | null;
  /** Commit of the checkout that holds the contracts; null outside a checkout. */
  commit: string | null;
  /** Null where nothing of the selected targets was left out. */
  selection: Selection | null;
  /** The shard of a run that was sharded; null for a whole run, and for one that was merged. */
  shard: { current: number; total: number } | null;
}

export interface TargetResult extends Measured {
  target: string;
  provider: string;
  title: string;
  environment: string;
  /** What TARGET_ENV names the environment by: a name, or a path. */
  environmentFile?: string;
  kind: EnvironmentKind;
  baseUrl: string;
  /** SHA-256 of the contract that the clauses were taken from, hexadecimal; absent in files of earlier versions. */
  contractHash?: string;
  /** SHA-256 of the environment's settings without any secret, hexadecimal; absent in files of earlier versions. */
  environmentHash?: string;
  /** SHA-256 of what the clauses are judged by: schemas, parameters, requests, refusals; part of contractHash. */
  judgedByHash?: string;
  /** How strict the environment is; absent in files of earlier versions, as are the members that follow. */
  strictness?: Strictness;
  control?: ControlResult;
  /** Number of scenarios in the plan, and of those that the run selected. */
  scenarios?: { planned: number; selected: number };
  /** Scenarios for which nothing was sent. */
  notSent?: ({ scenario: string } & NotSent)[];
  /** Scenarios whose evidence is lost: a test of theirs broke off before it could attach it. */
  lost?: string[];
  /** Selected scenarios that a stopped run did not reach. */
  notRun?: string[];
  /** Clauses that were not exercised because the run's selection left their scenarios out; absent where none was. */
  leftOut?: string[];
  /** Present where more was asked than in the default profile; the clauses are those of the profile. */
  profile?: 'deep';
  verdict: TargetVerdict;
  reason: string;
  requests: number;
  durationMs: number;
  /** Seconds by which the provider's clock is ahead of ours, by the Date header of the control; absent without an answer. */
  clockSkew?: number;
  counts: Counts;
  clauses: ClauseResult[];
  readings: ReadingResult[];
  /** Facts about the run that are no clause: clock skew, waivers that end soon. */
  notes: string[];
  incidents: Incident[];
  exchanges: ExchangeRecord[];
}

export interface Results {
  formatVersion: 1;
  tool: { name: string; version: string };
  /** Absent in files of earlier versions. */
  run?: RunIdentity;
  /** `sha256:` and the hexadecimal SHA-256 of the file without this member, so that damage is noticed; absent in files of earlier versions. */
  digest?: string;
  startedAt: string;
  durationMs: number;
  exitCode: ExitCode;
  /** What fails the run besides clauses: stale waivers, missing shards; each with its remedy. */
  problems: string[];
  targets: TargetResult[];
}
