/** What the clauses of a contract refer to: sources, refusals, operations, checks and ways to break a request. A name that leads nowhere is reported. */
import type { ClauseRow, ContractFile, PromiseRow } from '../formats/contract.ts';
import { own } from '../formats/json.ts';
import { createAnswers } from './answers.ts';
import { changeFaults, type Requested, type WayPlace } from './change.ts';
import { parameterFaults } from './parameters.ts';
import type { Users } from './refusals.ts';
import { list, sectionsOf } from './rows.ts';
import { didYouMean } from './similar.ts';
import { noLifetime } from './token.ts';
import { type On, probeOperationId, type Refusal, type RequestChange, type Source, tokenOperationId } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Place, SourceFile } from './yaml.ts';

const thereIs = (name: string, known: readonly string[]): string =>
  `there is: ${known.join(', ') || 'none'}${didYouMean(name, known)}`;

/** The references of one contract; `operations` are those it names, with their good requests. */
export function createReferences(
  yaml: SourceFile,
  file: ContractFile,
  operations: Requested[],
  vocabulary: Vocabulary,
  problems: string[],
) {
  const { sources, refusals } = sectionsOf(file);
  const answers = createAnswers(yaml, file, operations, problems);
  const cited = new Set<string>();
  const users = new Map<string, Users>();
  const report = (keys: (string | number)[], fault: string): void =>
    void problems.push(`${yaml.where(keys)}: ${fault}`);

  function source(key: string, place: Place): Source | null {
    cited.add(key);
    const found = own(sources, key);
    if (!found) problems.push(`${place}: source "${key}" is not under sources; ${thereIs(key, Object.keys(sources))}`);
    return found ?? null;
  }

  function refusal(name: string, request: RequestChange, about: string[], place: Place): Refusal | null {
    const by = users.get(name) ?? { operations: new Set(), ways: new Set(), mechanisms: new Set() };
    users.set(name, by);
    for (const id of about) by.operations.add(id);
    if (request.part === 'auth') by.mechanisms.add(request.name);
    for (const way of [...request.ways, ...request.deep]) by.ways.add(way);
    const found = own(refusals, name);
    if (!found)
      problems.push(
        name === ''
          ? `${place}: a demand names its refusal`
          : `${place}: refusal "${name}" is not under refusals; ${thereIs(name, Object.keys(refusals))}`,
      );
    return found ?? null;
  }

  /** Reports what is wrong with a change; `placeOf` gives the line of the part or of one of its ways. */
  function knownChange(request: RequestChange, about: string[], placeOf: (way: WayPlace | null) => Place): void {
    // The ways to ask a protected resource are the same whatever the good requests are.
    const changed = about.includes(probeOperationId)
      ? operations.slice(0, 1)
      : operations.filter(({ id }) => about.includes(id));
    for (const { way, fault } of changeFaults(request, changed, vocabulary, file.token))
      problems.push(`${placeOf(way)}: ${fault}`);
  }

  /** The check of a promise with its parameters; `keys` lead to the promise. */
  function knownCheck(promise: PromiseRow, on: On, about: string[], keys: (string | number)[]): void {
    const { check: name, with: parameters = {} } = promise;
    const schema = own(vocabulary.checks, name);
    if (!schema) {
      const known = Object.keys(vocabulary.checks);
      report([...keys, 'check'], `no check "${name}"; there is: ${known.join(', ')}${didYouMean(name, known)}`);
      return;
    }
    if (file.token.lifetime === noLifetime && vocabulary.lifeChecks.includes(name))
      report([...keys, 'check'], `the check ${name} is about a life, and token.lifetime is ${noLifetime}`);
    const faults = parameterFaults(name, schema, parameters);
    for (const { keys: inner, fault } of faults) report([...keys, 'with', ...inner], fault);
    if (faults.length === 0) answers.checkReferences(schema, parameters, on, about, [...keys, 'with']);
  }

  function operationsOf(row: ClauseRow, index: number): string[] {
    const changed = row.demand ?? row.promise?.request;
    if (changed?.probe !== undefined) return [probeOperationId];
    const named = list(row.operation ?? tokenOperationId);
    const known = [tokenOperationId, ...Object.keys(file.operations ?? {})];
    for (const id of named.filter((one) => !known.includes(one)))
      report(
        ['clauses', index, 'operation'],
        `no operation "${id}"; there is: ${known.join(', ')}${didYouMean(id, known)}`,
      );
    return named;
  }

  /** Reports what is referred to by nothing, and what is documented of a refusal that none of its users can be given. */
  function finish(): void {
    for (const key of Object.keys(sources))
      if (!cited.has(key)) report(['sources', key], `no clause cites the source "${key}"`);
    answers.checkRefusals(users);
  }

  return { sources, refusals, answers, report, source, refusal, knownChange, knownCheck, operationsOf, finish };
}
