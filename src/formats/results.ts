// Written by npm run formats; npm run check compares.
/** Results of a conformance run. */
import type { ExchangeRecord } from './exchange-record.ts';

/** 0 conforms, 1 deviates, 2 not judged, 3 error of the suite */
export type ExitCode = 0 | 1 | 2 | 3;
/** What an environment is for */
export type EnvironmentKind = 'mock' | 'sandbox' | 'production';
/** How the answers that no clause wants, and the breaches of a standard, weigh in an environment */
export type Strictness = 'standard' | 'page' | 'exact';
/** What a run found at one target */
export type TargetVerdict = 'conforms' | 'deviates' | 'not-judged' | 'error';
/** How binding a clause is */
export type Level = 'must' | 'should' | 'may';
/** The worst verdict of a clause over a run; not-exercised when no observation judged it */
export type ClauseVerdict = 'pass' | 'fail' | 'inconclusive' | 'not-exercised' | 'error';
/** What a clause's verdict does to the run */
export type Effect = 'fails' | 'warns' | 'waived' | 'none';
/** Why no observation judged a clause: untestable, absent (from the target) and unreached are the contract's or the environment's own words; not-selected and only-control (production) are the run's; not-sent is a scenario that says nothing at this target; interrupted and unshown leave a gap */
export type Unexercised =
  'untestable' | 'absent' | 'unreached' | 'not-selected' | 'only-control' | 'not-sent' | 'interrupted' | 'unshown';
/** How one clause was judged on one exchange */
export type Verdict = 'pass' | 'fail' | 'inconclusive' | 'inapplicable' | 'error';

/** Every value is redacted. Fields may be added within a format version; none is taken away or changed. */
export interface Results {
  formatVersion: 1;
  tool: {
    name: string;
    version: string;
  };
  run?: RunIdentity;
  /** sha256: and the hexadecimal SHA-256 of the file without this member, so that damage is noticed; absent in files of earlier versions */
  digest?: string;
  startedAt: string;
  durationMs: number;
  exitCode: ExitCode;
  /** What fails the run besides clauses: stale waivers, missing shards; each with its remedy */
  problems: string[];
  targets: TargetResult[];
}
/** Which run the results come from; absent in files of earlier versions */
export interface RunIdentity {
  /** A UUID, made when the run began */
  id: string;
  /** What the jobs of one run share, as CONFORMANCE_RUN or the CI names it; null or absent where nothing does */
  name?: string | null;
  /** Every name that the jobs of the run share, by the variable that gave it; absent in files of earlier versions */
  names?: {
    [k: string]: string;
  };
  /** Commit of the checkout that holds the contracts; null outside a checkout */
  commit: string | null;
  /** Null where nothing of the selected targets was left out */
  selection: null | Selection;
  /** Null for a whole run, and for one that was merged */
  shard: null | Shard;
}
/** What options of the command line left out of a run, named as for the gate: --grep=@gate --shard=1/2 */
export interface Selection {
  name: string;
}
/** One part of a run that was split */
export interface Shard {
  current: number;
  total: number;
}
/** What a run found at one target */
export interface TargetResult {
  target: string;
  provider: string;
  title: string;
  environment: string;
  kind: EnvironmentKind;
  /** Seconds by which the provider's clock is ahead of ours, by the Date header of the control; absent without an answer */
  clockSkew?: number;
  baseUrl: string;
  /** SHA-256 of the contract that the clauses were taken from, hexadecimal; absent in files of earlier versions */
  contractHash?: string;
  /** SHA-256 of the environment's settings without any secret, hexadecimal; absent in files of earlier versions */
  environmentHash?: string;
  /** SHA-256 of what the clauses are judged by: schemas, parameters, requests, refusals; part of contractHash */
  judgedByHash?: string;
  strictness?: Strictness;
  control?: ControlResult;
  /** Number of scenarios in the plan, and of those that the run selected */
  scenarios?: {
    planned: number;
    selected: number;
  };
  /** Scenarios for which nothing was sent */
  notSent?: (NotSent & {
    scenario: string;
  })[];
  /** Scenarios whose evidence is lost: a test of theirs broke off before it could attach it */
  lost?: string[];
  /** Selected scenarios that a stopped run did not reach */
  notRun?: string[];
  /** Clauses that were not exercised because the run's selection left their scenarios out; absent where none was */
  leftOut?: string[];
  /** Present where more was asked than in the default profile; the clauses are those of the profile */
  profile?: 'deep';
  verdict: TargetVerdict;
  reason: string;
  requests: number;
  durationMs: number;
  counts: Counts;
  clauses: ClauseResult[];
  readings: ReadingResult[];
  /** Absent where nothing was measured, and in files of earlier versions */
  facts?: Fact[];
  /** What a reader should know that is no clause: clock skew, waivers that end soon */
  notes: string[];
  incidents: Incident[];
  exchanges: ExchangeRecord[];
  /** What TARGET_ENV names the environment by: a name, or a path */
  environmentFile?: string;
}
/** What came of the good requests that the judgement of a target rests on */
export interface ControlResult {
  /** refused where that of any operation was; missing where that of the token was not sent, or gave nothing to judge */
  state: 'granted' | 'refused' | 'missing';
  /** Empty where it was granted */
  reason: string;
}
/** Why nothing was sent for a scenario, or nothing came of it */
export interface NotSent {
  /** control: the good request it rests on is not granted. stopped: the target was given up, the budget is spent, or the clock of this machine was set. only-control: production. unfit: it says nothing at this target. life: no token could be followed to its moment. resource: the protected resource does not accept a fresh token */
  kind: 'control' | 'stopped' | 'only-control' | 'unfit' | 'life' | 'resource';
  /** In a person's words */
  text: string;
}
/** Clauses by verdict and effect */
export interface Counts {
  pass: number;
  fail: number;
  warning: number;
  waived: number;
  /** Clauses of level may that fail: reported, without effect */
  advice: number;
  inconclusive: number;
  notExercised: number;
  error: number;
}
export interface ClauseResult {
  id: string;
  kind: 'promise' | 'demand';
  statement: string;
  level: Level;
  /** Key of the source in the contract; page is the provider's documentation page */
  source: string;
  sourceTitle: string;
  /** Whether the page names the source, so that it binds as the page does; absent in files of earlier versions */
  named?: boolean;
  /** Place in the source */
  at: string;
  url: string;
  verdict: ClauseVerdict;
  effect: Effect;
  /** Why the clause was not exercised or could not be judged; empty otherwise */
  reason: string;
  /** What breaks at strict clients when the clause fails */
  impact?: string;
  /** The waiver that covers it; where it could not be judged, that of the clause that it rests on */
  waiver: null | Waiver;
  standing?: Standing;
  /** Ids of the clauses that hide it: each answer that could have shown it fails one of them */
  restsOn?: string[];
  unexercised?: Unexercised;
  /** Its scenarios whose evidence is lost; absent where there are none */
  lost?: string[];
  /** Its scenarios that a stopped run did not reach; absent where there are none */
  notRun?: string[];
  observations: RecordedObservation[];
}
export interface Waiver {
  reason: string;
  owner: string;
  /** Last day the waiver holds, YYYY-MM-DD */
  until: string;
}
/** Since when a clause that fails does so without a run between that did not show it, by the history beside the report; absent where the clause does not fail, and in files of earlier versions */
export interface Standing {
  /** startedAt of the first of these runs */
  since: string;
  /** In how many of the last runs of the target it failed */
  failed: number;
  /** How many runs these are, this one included; at most 7 */
  of: number;
}
export interface RecordedObservation {
  scenario: string;
  verdict: Verdict;
  documented: string;
  received: string;
  /** Exchange id, ex-<n> within its target; empty when no exchange was made */
  exchange: string;
  /** JSON pointer into the response body of the value judged */
  pointer?: string;
  /** Response header judged */
  header?: string;
  /** Why a tolerated answer passes, or what a reader should know besides */
  note?: string;
  /** Id of the clause that reports the fault for which this one fails too; absent where the failure is a cause of its own */
  cause?: string;
  /** What is wrong with the answer, where clauses fail on several answers for one fault: failures with the same one have one cause */
  fault?: string;
  /** Faults for which the clause fails as well: where another failure of the run names one of them, both have one cause */
  impliedBy?: string[];
  /** The answer is tolerated though another is documented: its failure warns, and fails where strictness is exact */
  tolerated?: true;
  /** Id of the clause that fails by the same answer, so that this one could not be judged */
  because?: string;
}
export interface ReadingResult {
  id: string;
  statement: string;
  /** Name of the statement the server follows, neither, or unknown when nothing showed it */
  follows: string;
  documented: string[];
  /** Exchange that showed it; empty when nothing did */
  exchange: string;
}
/** What a run measured of a target that is no clause */
export interface Fact {
  id: string;
  /** A sentence without its full stop: accepts X-TIMESTAMP up to 5 min old (±5 s) */
  statement: string;
  /** What was measured, by name; the id says in which unit */
  value: {
    [k: string]: number;
  };
  /** Id of the exchange that showed it first */
  exchange: string;
}
/** Network problem in one scenario */
export interface Incident {
  scenario: string;
  cause: string;
  attempts: number;
}
