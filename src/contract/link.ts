/** Turns the rows and clause marks of a contract into clauses, and reports every reference that leads nowhere. */

import type { ChangeRow, ClauseRow, ContractFile } from '../formats/contract.ts';
import type { Requested, WayPlace } from './change.ts';
import type { UnlinkedClause } from './clauses-from-schema.ts';
import { checkReadings } from './readings.ts';
import { createReferences } from './references.ts';
import { list } from './rows.ts';
import { type Clause, type Contract, changeableParts, type RequestChange } from './types.ts';
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
  const references = createReferences(yaml, file, operations, vocabulary, problems);
  const { sources, refusals, answers, report, source, refusal, knownChange, knownCheck, operationsOf } = references;

  /** The place of a row's part, or of one of its ways. */
  const inRow =
    (row: ChangeRow, part: string, keys: (string | number)[]) =>
    (way: WayPlace | null): Place => {
      const lists = { ways: row.break ? 'break' : 'vary', deep: 'deep' };
      return yaml.place([...keys, ...(way === null ? [part] : [lists[way.list], way.index])]);
    };
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
    references.finish();
    answers.checkToken(contract.operation.id);
    checkReadings(yaml, contract, vocabulary, answers, problems);
  }

  return { sources, refusals, fromSeed, fromRow, finish };
}
