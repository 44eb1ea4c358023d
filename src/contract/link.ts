/** Turns the rows and marks of a contract into clauses, and names every reference that leads nowhere. */
import type { Level } from '../results/format.ts';
import type { Seed } from './derive.ts';
import { isObject } from './openapi.ts';
import { list, sectionsOf } from './rows.ts';
import {
  type Clause,
  type Contract,
  type Control,
  type JsonObject,
  type On,
  type Operation,
  type Part,
  probeOperation,
  type Refusal,
  type RequestChange,
  type Source,
  tokenOperation,
} from './types.ts';
import type { Place, SourceFile } from './yaml.ts';

/** The names that engine pieces are known by, for the loader to refuse any other. */
export interface Vocabulary {
  checks: readonly string[];
  /** Ways to break or vary, by part. */
  ways: (part: Part, name: string) => readonly string[];
  mechanisms: Record<string, readonly string[]>;
}

/** The linker of one contract; `finish` checks what only the whole can show. */
export function createLinker(yaml: SourceFile, raw: JsonObject, vocabulary: Vocabulary, problems: string[]) {
  const { sources, credentials, refusals } = sectionsOf(raw);
  const placeOf = (operation: string): string[] =>
    operation === tokenOperation ? ['control'] : ['operations', operation];
  const cited = new Set<string>();
  const used = new Set<string>();

  function source(key: string, place: Place): Source | null {
    cited.add(key);
    const found = sources[key];
    if (!found) problems.push(`${place}: source "${key}" is not under sources`);
    return found ?? null;
  }
  function refusal(name: string, place: Place): Refusal | null {
    used.add(name);
    const found = refusals[name];
    if (!found)
      problems.push(
        `${place}: ${name === '' ? 'a demand names its refusal' : `refusal "${name}" is not under refusals`}`,
      );
    return found ?? null;
  }
  function knownChange(change: RequestChange, place: Place): void {
    const known = vocabulary.ways(change.part, change.name);
    for (const way of change.deep.filter((one) => change.ways.includes(one)))
      problems.push(`${place}: the way "${way}" stands under deep as well; it belongs in one of the two`);
    for (const way of [...change.ways, ...change.deep]) {
      if (!known.includes(way)) {
        problems.push(
          `${place}: no way "${way}" to change ${change.part} ${change.name}; there is: ${known.join(', ') || 'none'}`,
        );
      }
    }
  }
  function knownCheck(name: string, place: Place): void {
    if (!vocabulary.checks.includes(name))
      problems.push(`${place}: no check "${name}"; there is: ${vocabulary.checks.join(', ')}`);
  }
  function change(row: JsonObject): RequestChange {
    const { break: broken, vary, deep = [], ...part } = row;
    const [key = '', name] = Object.entries(part)[0] ?? [];
    return { part: key as Part, name: String(name), ways: (broken ?? vary) as string[], deep: deep as string[] };
  }

  /** The good request of an operation, as its section of the contract gives it. */
  function controlOf({ id, path }: Pick<Operation, 'id' | 'path'>): Control {
    const row = (id === tokenOperation ? raw['control'] : (raw['operations'] as JsonObject)[id]) as JsonObject;
    const { mechanism, ...inputs } = (row['auth'] ?? {}) as Record<string, string>;
    const texts = (key: string): Control['headers'] => (row[key] ?? {}) as Control['headers'];
    const control: Control = {
      auth: mechanism === undefined ? null : { mechanism, inputs },
      headers: texts('headers'),
      path: texts('path'),
      query: texts('query'),
      body: (row['body'] ?? {}) as Control['body'],
    };
    checkControl(control, yaml.place(placeOf(id)));
    const wanted = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    for (const name of wanted.filter((one) => control.path[one] === undefined))
      problems.push(`${yaml.where(placeOf(id))}: path gives no value for {${name}} of ${path}`);
    for (const name of Object.keys(control.path).filter((one) => !wanted.includes(one)))
      problems.push(`${yaml.where([...placeOf(id), 'path', name])}: ${path} has no parameter {${name}}`);
    return control;
  }

  function fromSeed(seed: Seed, operations: string[]): Clause | null {
    const origin = source(String(seed.mark['source'] ?? 'page'), seed.where);
    if (!origin) return null;
    const { judged, mark } = seed;
    const base = {
      id: seed.id,
      statement: String(judged.kind === 'promise' ? (mark['statement'] ?? seed.statement) : seed.statement),
      level: (mark['level'] ?? 'must') as Level,
      source: origin,
      at: seed.at,
      gate: mark['gate'] === true,
      where: seed.where,
      operations,
      ...(typeof mark['find'] === 'string' ? { find: mark['find'] } : {}),
      ...(typeof mark['impact'] === 'string' ? { impact: mark['impact'] } : {}),
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
    knownChange(request, seed.where);
    const refused = refusal(judged.refusal, seed.where);
    return refused && { ...base, kind: 'demand', request, refusal: refused };
  }

  function operationsOf(row: JsonObject, index: number): string[] {
    const change = (row['demand'] ?? ((row['promise'] ?? {}) as JsonObject)['request'] ?? {}) as JsonObject;
    if (change['probe'] !== undefined) return [probeOperation];
    const named = list((row['operation'] ?? tokenOperation) as string | string[]);
    const known = [tokenOperation, ...Object.keys((raw['operations'] ?? {}) as JsonObject)];
    for (const id of named.filter((one) => !known.includes(one)))
      problems.push(
        `${yaml.where(['clauses', index, 'operation'])}: no operation "${id}"; there is: ${known.join(', ')}`,
      );
    return named;
  }

  function fromRow(row: JsonObject, index: number): Clause | null {
    const where = yaml.place(['clauses', index]);
    const origin = source(String(row['source']), yaml.place(['clauses', index, 'source']));
    if (!origin) return null;
    const text = (key: string): Record<string, string> => (typeof row[key] === 'string' ? { [key]: row[key] } : {});
    const base = {
      id: String(row['id']),
      statement: String(row['statement']),
      level: row['level'] as Level,
      source: origin,
      at: String(row['at']),
      gate: row['gate'] === true,
      where,
      operations: operationsOf(row, index),
      ...text('find'),
      ...text('impact'),
      ...text('unreached'),
      ...(typeof row['needs'] === 'string' ? { needs: row['needs'] as 'probe' | 'expiry' } : {}),
    };
    if (typeof row['untestable'] === 'string')
      return { ...base, kind: 'promise', untestable: row['untestable'], request: null };
    if (isObject(row['demand'])) {
      const request = change(row['demand']);
      knownChange(request, yaml.place(['clauses', index, 'demand']));
      const refused = refusal(String(row['refusal']), yaml.place(['clauses', index, 'refusal']));
      return refused && { ...base, kind: 'demand', request, refusal: refused };
    }
    const promise = row['promise'] as JsonObject;
    const request = isObject(promise['request']) ? change(promise['request']) : null;
    if (request) knownChange(request, yaml.place(['clauses', index, 'promise']));
    knownCheck(String(promise['check']), yaml.place(['clauses', index, 'promise', 'check']));
    return {
      ...base,
      kind: 'promise',
      check: String(promise['check']),
      on: list(promise['on'] as On[number] | On),
      parameters: (promise['with'] ?? {}) as JsonObject,
      request,
    };
  }

  function finish(contract: Contract): void {
    const ids = new Map<string, Place>();
    for (const clause of contract.clauses) {
      const first = ids.get(clause.id);
      if (first) problems.push(`${clause.where}: clause id "${clause.id}" stands at ${first} already`);
      ids.set(clause.id, clause.where);
      if (!clause.id.startsWith(`${contract.provider}-`))
        problems.push(`${clause.where}: clause id "${clause.id}" lacks the prefix "${contract.provider}-"`);
    }
    for (const key of Object.keys(sources)) {
      if (!cited.has(key)) problems.push(`${yaml.place(['sources', key])}: no clause cites the source "${key}"`);
    }
    for (const key of Object.keys(refusals)) {
      if (!used.has(key)) problems.push(`${yaml.place(['refusals', key])}: no demand uses the refusal "${key}"`);
    }
    for (const [index, one] of contract.readings.entries()) {
      if (one.check) knownCheck(one.check, yaml.place(['readings', index, 'check']));
    }
  }

  function checkControl(control: Control, place: Place): void {
    const { headers, path, query } = control;
    const names = [
      ...[headers, path, query]
        .flatMap((texts) => Object.values(texts))
        .flatMap((value) => (typeof value === 'string' ? [] : [value.credential])),
      ...Object.values(control.body).flatMap((value) =>
        isObject(value) && typeof value['credential'] === 'string' ? [value['credential']] : [],
      ),
      ...Object.values(control.auth?.inputs ?? {}),
    ];
    for (const name of names) {
      if (!credentials[name]) problems.push(`${place}: credential "${name}" is not under credentials`);
    }
    if (!control.auth) return;
    const wanted = vocabulary.mechanisms[control.auth.mechanism];
    if (!wanted) {
      problems.push(
        `${place}: no auth mechanism "${control.auth.mechanism}"; there is: ${Object.keys(vocabulary.mechanisms).join(', ')}`,
      );
      return;
    }
    for (const input of Object.keys(control.auth.inputs)) {
      if (!wanted.includes(input))
        problems.push(
          `${place}: auth has the unknown key "${input}"; ${control.auth.mechanism} takes ${wanted.join(', ')}`,
        );
    }
  }

  return { sources, credentials, refusals, controlOf, fromSeed, fromRow, finish };
}
