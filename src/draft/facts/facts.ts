/** What the sources of one page state about a token endpoint, each fact with the place it was taken from. */
import type { TokenPointers } from '../../formats/contract.ts';
import type { Json, Schema } from '../../formats/json.ts';
import type { Part } from './part.ts';
import type { BodiesSaid, ClockSaid, LifeSaid, MadeSaid, Said } from './said-in-words.ts';
import type { Same } from './same.ts';
import type { Passage } from './subjects.ts';
import type { Todo } from './todo.ts';
import type { Withdrawn } from './withdrawn.ts';

export type { Part } from './part.ts';
export type { Said } from './said-in-words.ts';
export type { Ask, Todo, TodoKind } from './todo.ts';

/** The kind of statement a fact was taken from, the most telling first. */
export const origins = ['table', 'openapi', 'text', 'sample'] as const;
export type FactOrigin = (typeof origins)[number];

/** A member of a body, at a JSON pointer. */
export interface Member {
  pointer: string;
  at: string;
  origin: FactOrigin;
  /** Null where the source does not say. */
  required: boolean | null;
  /** Own keywords only: type, lengths, const, enum, pattern, format, bounds. */
  schema: Schema;
  example?: Json;
  /** Its value in the good request, where a person gave it. */
  sent?: Json;
  /** What the source says about it in words; read, never copied. */
  notes?: string;
  /** What stands with its attributes and was not understood. */
  left?: string;
  /** The words about it leave open whether a value that they name is its only one: that is a question. */
  isOpen?: true;
  /** A table of statuses gives its values for this one, below a head that is its name; or in cells among those of words. */
  byStatus?: true | 'among words';
  /** Its values are those that such a table gives to the faults of the status. */
  ofFaults?: true;
  /** The codes that answers of the status show of it, each with the name of its answer: another fault may have another. */
  codesShown?: ShownCode[];
  /** Such a table alone says that the answer holds it. */
  fromColumn?: true;
  /** The words about it take it out of the request. */
  withdrawn?: Withdrawn;
  /** The source says that it need not be there, and words about it that it has to be at times. */
  freed?: true;
  /** Whether that table has a dash in place of a value for the status. */
  absent?: true;
  /** Id of the clause that states it, where it was read from a contract. */
  clause?: string;
  /** Key of the source its clause cites, where that is not the page. */
  cites?: string;
}

/** The code of an answer that is shown, and what that answer is called or says. */
export interface ShownCode {
  code: Json;
  name: string;
}

export interface HeaderFact {
  name: string;
  at: string;
  origin: FactOrigin;
  required: boolean | null;
  schema: Schema;
  value?: string;
  example?: string;
  /** Its value in the good request, where a person gave it. */
  sent?: Json;
  /** What the source says about it in words; read, never copied. */
  notes?: string;
  /** What stands with its attributes and was not understood. */
  left?: string;
  withdrawn?: Withdrawn;
  /** A security scheme names it: it holds a credential. */
  credential?: true;
  clause?: string;
  cites?: string;
}

/** The place of a fact that a person gave. */
export const decidedAt = 'Decided when the contract was derived';

export interface AnswerFact {
  status: number;
  at: string;
  origin: FactOrigin;
  /** The source names no status; 200 is our guess. */
  assumed?: true;
  /** What stands above its status calls it a code, which the body may hold, or a status, and neither that of HTTP. */
  coded?: 'code' | 'status';
  mediaType?: Said;
  members: Member[];
  /** Its members are those that the page gives to several statuses at once. */
  shared?: true;
  headers?: HeaderFact[];
  /** What the source says of when it is answered; read, never copied. */
  words?: string;
}

export interface ServerFact {
  url: string;
  /** Path of the endpoint below it, where the same statement gives it. */
  path?: string;
  label: string;
  production: boolean;
  at: string;
  origin: FactOrigin;
}

/** What one origin states about the operation that issues tokens; a list is empty and a value absent where it says nothing. */
export interface Statement {
  origin: FactOrigin;
  title?: string;
  servers: ServerFact[];
  /** Addresses of a description that those of the operation or of its path stand in place of. */
  replaced?: string[];
  method?: Said;
  path?: Said;
  mediaType?: Said;
  /** A sentence that says that the request has no body. */
  noBody?: Said;
  bodyRequired?: boolean;
  /** Where that is said, and the clause that wants a body where it was read from a contract. */
  bodyAt?: string;
  bodyClause?: string;
  headers: HeaderFact[];
  queries: HeaderFact[];
  /** The parameters of the path, where a description declares them. */
  paths?: HeaderFact[];
  request: Member[];
  answers: AnswerFact[];
  /** What every refusal holds, its media type, and the sentences that say so below a heading alone. */
  refusals?: { members: Member[]; mediaType?: Said; same?: Same; repeats?: string; words?: string[] };
  bodies?: BodiesSaid[];
  scopes: { name: string; at: string }[];
  /** `basic`, `bearer`; null where it says nothing, `none` where it says that there is none. */
  security: Said | null;
  /** What the source says of a signature, in its words. */
  signed: Said[];
  /** Authentication that the source states and no draft can say, in words. */
  unclear: Said[];
  /** It says that codes stand in the body, or that every answer has the status of a grant besides. */
  codesInBody?: 'some' | 'always';
  /** What the source says in words of how long a token lives, and of the time of a signed request. */
  lives?: LifeSaid[];
  clocks?: ClockSaid[];
  /** How values of the request are made of others. */
  made?: MadeSaid[];
  /** The words that say of all of its fields, or of those with a mark, that they are there; each sentence on a line. */
  ofAll?: string;
  /** The media type of every answer that the source gives none of its own. */
  answerType?: Said;
  /** The media type that a good request accepts, where the source gives it. */
  accept?: string;
  /** What the source says that neither a schema nor a clause holds, by how a comparison calls it. */
  beside?: { name: string; value: Json; at: string }[];
  /** Where other operations are sent the token, if as no Bearer, and parts of a page that show how it is sent. */
  tokenUse?: Said;
  uses?: Said[];
  /** What the source leaves open. */
  todos?: Todo[];
}

/** A statement that says nothing yet. */
export function nothing(origin: FactOrigin): Statement {
  return {
    origin,
    servers: [],
    headers: [],
    queries: [],
    request: [],
    answers: [],
    scopes: [],
    security: null,
    signed: [],
    unclear: [],
  };
}

/** What pages and descriptions state about an operation beside the one that issues tokens. */
export interface OtherFacts extends Statement {
  /** The passages that may speak of what a contract holds of it. */
  passages?: Passage[];
  /** The operationId, or method and path where there is none. */
  id: string;
  paths: HeaderFact[];
}

/** Two statements that cannot both hold. */
export interface PageReading {
  name: string;
  statement: string;
  at: string;
  /** Id suffix of the request member that shows it when it is left out; the control's answer shows it otherwise. */
  leftOut?: string;
  options: {
    name: FactOrigin | 'claims' | 'lifetime';
    documented: string;
    body?: Record<string, Schema>;
    url?: string;
    status?: number;
    when?: 'agree' | 'differ';
  }[];
  check?: string;
}

/** What the page states as a whole, the contradictions in it, and what it leaves open. */
export interface Facts extends Omit<Statement, 'origin' | 'todos'> {
  contradictions: PageReading[];
  todos: Todo[];
  /** What a person decided about the members of a grant, where the page does not say it. */
  token?: Partial<TokenPointers>;
  /** How wrong credentials, wrong parameters, and faults that no words name are refused, where a person decided it. */
  refused?: { credentials?: number; parameters?: number; unnamed?: number };
  /** The page names OAuth 2.0, in words or in paths alone, and the pages as they are written. */
  isOauth?: 'words' | 'path';
  written?: string;
  /** A person found the way to authenticate right that is drafted. */
  isConfirmed?: true;
  /** What was open of the authentication before a person decided it. */
  undecided?: Said[];
  /** What the questions say of which a person finds the draft right, or for which facts were stated. */
  settled?: string[];
  /** Operations beside the one that issues tokens, as they were asked for. */
  others: OtherFacts[];
  /** The passages that may speak of what a contract holds: what no reader took of them is no silence of the page. */
  passages?: Passage[];
  /** What was read, part by part, and what each part gave. */
  account: Part[];
}

/** One fact as a line of the comparison. */
export interface Fact {
  value: Json;
  at: string;
  clause?: string;
  cites?: string;
}
