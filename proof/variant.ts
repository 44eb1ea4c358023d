/** What a conforming variant of a provider is, and what variants are made with. */
import type { Answer, Call, Reply } from '../mock/server.ts';
import { isSuccess } from '../src/contract/status.ts';
import type { Contract } from '../src/contract/types.ts';
import type { JsonObject } from '../src/formats/json.ts';
import type { Scenario } from '../src/scenario/plan.ts';

/** One respect in which a conforming provider may differ. */
export interface Variant {
  name: string;
  /** What it changes: at most one of a kind goes into a combination. */
  kind:
    | 'token'
    | 'life'
    | 'members'
    | 'layout'
    | 'coding'
    | 'content-type'
    | 'headers'
    | 'connection'
    | 'scope'
    | 'type';
  /** Whether the contract leaves room for it. */
  fits?(contract: Contract): boolean;
  answer(faithful: Answer, context: { contract: Contract; call: Call; scenario: Scenario }): Reply;
}

/** Whether an answer grants. */
export const granted = (answer: Answer): boolean => isSuccess(answer.status);
/** The schema of a mandatory member; empty where there is none. */
export const schemaAt = (contract: Contract, pointer: string): JsonObject =>
  (
    contract.clauses.find(
      (clause) =>
        clause.kind === 'promise' &&
        'parameters' in clause &&
        clause.check === 'value' &&
        clause.parameters['at'] === pointer &&
        clause.parameters['required'] === true,
    ) as { parameters: { schema: JsonObject } } | undefined
  )?.parameters.schema ?? {};
/** Whether the token has to be a JWT. */
export const mustBeJwt = ({ clauses }: Contract): boolean =>
  clauses.some((clause) => 'check' in clause && clause.check === 'jwt');

/** Only grants differ. */
export const onGrant =
  (how: (answer: Answer, contract: Contract, call: Call) => Answer): Variant['answer'] =>
  (faithful, { contract, call }) =>
    granted(faithful) ? how(faithful, contract, call) : faithful;
