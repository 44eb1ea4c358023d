/** Turns the rows and clause marks of a contract into clauses, and reports every reference that leads nowhere. */

import type { ChangeRow, ClauseRow, ContractFile, PromiseRow } from '../formats/contract.ts';
import { own } from '../formats/json.ts';
import { createAnswers, type Users } from './answers.ts';
import { changeFaults, type Requested, type WayPlace } from './change.ts';
import type { UnlinkedClause } from './clauses-from-schema.ts';
import { parameterFaults } from './parameters.ts';
import { checkReadings } from './readings.ts';
import { list, sectionsOf } from './rows.ts';
import { didYouMean } from './similar.ts';
import { noLifetime } from './token.ts';
import {
  type Clause,
  type Contract,
  changeableParts,
  type On,
  probeOperationId,
  type Refusal,
  type RequestChange,
  type Source,
  tokenOperationId,
} from './types.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Place, SourceFile } from './yaml.ts';

/** The linker of one contract; `operations` are those it names, with their good requests. */
export function createLinker(
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
    if (!found) problems.push(`${place}: source "${key}" is not under sources${didYouMean(key, Object.keys(sources))}`);
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
          : `${place}: refusal "${name}" is not under refusals${didYouMean(name, Object.keys(refusals))}`,
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
  /** The place of a row's part, or of one of its ways. */
  const inRow =
    (row: ChangeRow, part: string, keys: (string | number)[]) =>
    (way: WayPlace | null): Place => {
      const lists = { ways: row.break ? 'break' : 'vary', deep: 'deep' };
      return yaml.place([...keys, ...(way === null ? [part] : [lists[way.list], way.index])]);
    };
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
  function change({ break: broken, vary, deep = [], ...parts }: ChangeRow): RequestChange {
    const part = changeableParts.find((one) => parts[one] !== undefined) ?? 'whole';
    return { part, name: parts[part] ?? '', ways: broken ?? vary ?? [], deep };
  }

  function fromSeed(seed: UnlinkedClause, about: string[]): Clause | null {
    const origin = source(seed.mark.source ?? 'page', seed.where);
    if (!origin) return null;
    const { judged, mark } = seed;
    const base = {
      id: seed.id,
      statement: judged.kind === 'promise' ? (mark.statement ?? seed.statement) : seed.statement,
      level: mark.level ?? 'must',
      source: origin,
      at: seed.at,
      gate: mark.gate === true,
      where: seed.where,
      operations: about,
      ...(mark.find === undefined ? {} : { find: mark.find }),
      ...(mark.impact === undefined ? {} : { impact: mark.impact }),
    };
    if (judged.kind === 'promise') {
      const optional = judged.parameters['required'] !== true;
      return {
        ...base,
        ...judged,
        request: null,
        ...(optional ? { unreached: 'it is optional, and no answer gave it' } : {}),
      };
    }
    const request = { part: judged.part, name: judged.name, ways: judged.ways, deep: judged.deep };
    knownChange(request, about, () => seed.where);
    const refused = refusal(judged.refusal, request, about, seed.where);
    return refused && { ...base, kind: 'demand', request, refusal: refused };
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

  function fromRow(row: ClauseRow, index: number): Clause | null {
    const where = yaml.place(['clauses', index]);
    const origin = source(row.source, yaml.place(['clauses', index, 'source']));
    if (!origin) return null;
    const about = operationsOf(row, index);
    const { demand, promise, refusal: refusedBy = '', untestable, operation: _, ...facts } = row;
    const base = { ...facts, source: origin, gate: row.gate === true, where, operations: about };
    if (untestable !== undefined) return { ...base, kind: 'promise', untestable, request: null };
    if (demand) {
      const request = change(demand);
      knownChange(request, about, inRow(demand, request.part, ['clauses', index, 'demand']));
      const refused = refusal(refusedBy, request, about, yaml.place(['clauses', index, 'refusal']));
      return refused && { ...base, kind: 'demand', request, refusal: refused };
    }
    // The format of a contract makes each clause one of the three kinds.
    if (!promise) return null;
    const keys = ['clauses', index, 'promise'];
    const request = promise.request ? change(promise.request) : null;
    if (promise.request && request)
      knownChange(request, about, inRow(promise.request, request.part, [...keys, 'request']));
    const on = list(promise.on);
    if (request && on.length > 0)
      report([...keys, 'on'], 'on has no effect beside request: the answers to it are judged');
    else answers.checkOn(on, about, [...keys, 'on']);
    knownCheck(promise, request ? ['granted'] : on, about, keys);
    return { ...base, kind: 'promise', check: promise.check, on, parameters: promise.with ?? {}, request };
  }

  function finish(contract: Contract): void {
    const ids = new Map<string, Place>();
    for (const clause of contract.clauses) {
      const first = ids.get(clause.id);
      if (first) problems.push(`${clause.where}: clause id "${clause.id}" is used at ${first} already`);
      ids.set(clause.id, clause.where);
      if (!clause.id.startsWith(`${contract.provider}-`))
        problems.push(`${clause.where}: clause id "${clause.id}" lacks the prefix "${contract.provider}-"`);
    }
    for (const key of Object.keys(sources))
      if (!cited.has(key)) report(['sources', key], `no clause cites the source "${key}"`);
    answers.checkRefusals(users);
    answers.checkToken(contract.operation.id);
    checkReadings(yaml, contract, vocabulary, answers, problems);
  }

  return { sources, refusals, fromSeed, fromRow, finish };
}
