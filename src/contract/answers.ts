/** Compares what a contract says of answers with the answers that the OpenAPI file documents. */

import type { ContractFile } from '../formats/contract.ts';
import type { JsonObject, Schema } from '../formats/json.ts';
import { isObject, own } from '../formats/json.ts';
import { type Documented, isDocumented, membersOf } from './documented.ts';
import { mutualTls } from './mutual-tls.ts';
import { patternFault, patternFaults } from './pattern.ts';
import { requiredFaults } from './required.ts';
import { list, match, matchRows } from './rows.ts';
import { didYouMean } from './similar.ts';
import { isSuccess } from './status.ts';
import { noLifetime } from './token.ts';
import type { AnswerMatch, On, ReadingOption } from './types.ts';
import type { SourceFile } from './yaml.ts';

type Keys = (string | number)[];

/** The demands that name a refusal: the operations they are about and the ways they break them in. */
export interface Users {
  operations: Set<string>;
  ways: Set<string>;
  /** The mechanisms that they break. */
  mechanisms: Set<string>;
}

/** Checks what one contract says of answers; each fault goes to `problems` with its line. */
export function createAnswers(yaml: SourceFile, file: ContractFile, operations: Documented[], problems: string[]) {
  const report = (keys: Keys, fault: string): void => void problems.push(`${yaml.where(keys)}: ${fault}`);
  const refusals = Object.values(file.refusals).flatMap(matchRows).map(match);
  const inRefusals = refusals.flatMap(({ status }) => (status === 'probe' ? [] : status));
  const about = (ids: readonly string[]): Documented[] => operations.filter(({ id }) => ids.includes(id));

  function schemasOf(ids: readonly string[], wanted: (status: number) => boolean): Schema[] {
    return about(ids).flatMap(({ answers }) =>
      answers.filter(({ status }) => wanted(status)).map(({ schema }) => schema),
    );
  }

  function checkPointer(pointer: string, schemas: Schema[], keys: Keys): void {
    if (isDocumented(schemas, pointer)) return;
    const known = membersOf(schemas);
    report(
      keys,
      `no documented answer has a member at ${pointer}; there is: ${known.join(', ')}${didYouMean(pointer, known)}`,
    );
  }

  /** Statuses that a promise may be about: those the OpenAPI file documents, and those a refusal names. */
  function checkOn(on: On, ids: string[], keys: Keys): void {
    const known = [...new Set([...about(ids).flatMap(({ statuses }) => statuses), ...inRefusals])].sort(
      (a, b) => a - b,
    );
    for (const status of on)
      if (typeof status === 'number' && !known.includes(status))
        report(
          keys,
          `neither the OpenAPI file nor a refusal of ${ids.join(', ')} has the status ${status}; there is: ${known.join(', ')}`,
        );
  }

  /** A member of the request, which at least one of the operations must have. */
  function checkField(field: string, ids: string[], keys: Keys): void {
    const known = about(ids).flatMap(({ requestBody: { properties } }) =>
      isObject(properties) ? Object.keys(properties) : [],
    );
    if (!known.includes(field))
      report(
        keys,
        `the body of ${ids.join(', ')} has no member "${field}"; there is: ${known.join(', ') || 'none'}${didYouMean(field, known)}`,
      );
  }

  /** What a check's parameters refer to: a pointer into the answers its promise is about, a member of the request. */
  function checkReferences(schema: Schema, parameters: JsonObject, on: On, ids: string[], keys: Keys): void {
    const wanted = (status: number): boolean =>
      on.some(
        (one) =>
          one === 'any' || (one === 'granted' ? isSuccess(status) : one === 'refused' ? status >= 400 : one === status),
      );
    for (const [name, property] of Object.entries(isObject(schema['properties']) ? schema['properties'] : {})) {
      const given = own(parameters, name);
      const refers = isObject(property) ? String(property['$ref']) : '';
      if (typeof given !== 'string') continue;
      if (refers.endsWith('#/$defs/pointer')) checkPointer(given, schemasOf(ids, wanted), [...keys, name]);
      if (refers.endsWith('#/$defs/requestField')) checkField(given, ids, [...keys, name]);
    }
  }

  function checkBody(body: AnswerMatch['body'], keys: Keys): void {
    for (const [pointer, schema] of Object.entries(body))
      for (const { keys: inner, fault } of [...patternFaults(schema), ...requiredFaults(schema)])
        report([...keys, pointer, ...inner], fault);
  }

  /** The members by which an answer is recognised: those of its status, or of any refusal where none is documented. */
  function checkMembers(one: AnswerMatch, ids: string[], keys: Keys): void {
    const same = schemasOf(ids, (status) => one.status !== 'probe' && one.status.includes(status));
    const schemas = same.length > 0 ? same : schemasOf(ids, (status) => !isSuccess(status));
    for (const pointer of Object.keys(one.body)) checkPointer(pointer, schemas, [...keys, 'body', pointer]);
  }

  function checkMatch(one: AnswerMatch, { operations: ids, ways, mechanisms }: Users, keys: Keys): void {
    checkBody(one.body, [...keys, 'body']);
    for (const way of one.ways.filter((name) => !ways.has(name)))
      report(
        [...keys, 'ways'],
        `no demand with this refusal is broken in the way "${way}"; there is: ${[...ways].join(', ')}${didYouMean(way, [...ways])}`,
      );
    const documented = about([...ids]).map(({ id }) => id);
    if (one.status === 'probe' && documented.length > 0)
      report(
        [...keys, 'status'],
        `the status "probe" is for the protected resource; ${documented.join(', ')} is not one`,
      );
    if (one.handshake && !mechanisms.has(mutualTls))
      report(
        [...keys, 'status'],
        `the status "handshake" is for a client certificate; no demand of auth ${mutualTls} has this refusal`,
      );
    if (one.handshake && Object.keys(one.body).length > 0)
      report([...keys, 'body'], 'a refusal in the handshake has no body');
    if (one.narrowed && file.token.scope === undefined)
      report([...keys, 'narrowed'], 'token gives no scope, so a narrowed grant could not be recognised');
    checkMembers(one, documented, keys);
  }

  /** The answers of every refusal, each with the demands that name it. */
  function checkRefusals(users: ReadonlyMap<string, Users>): void {
    for (const [name, row] of Object.entries(file.refusals)) {
      const by = users.get(name);
      if (!by) report(['refusals', name], `no demand uses the refusal "${name}"`);
      for (const kind of ['documented', 'tolerated'] as const)
        for (const [index, one] of (row[kind] ?? []).entries())
          if (by) checkMatch(match(one), by, ['refusals', name, kind, index]);
    }
    const all = operations.map(({ id }) => id);
    for (const [index, row] of (file.blocked ?? []).entries()) {
      checkBody(match(row).body, ['blocked', index, 'body']);
      checkMembers(match(row), all, ['blocked', index]);
    }
  }

  /** The places of the token in the answer that grants it. */
  function checkToken(id: string): void {
    const { lifetime, lifetimeUnit, ...others } = file.token;
    const isNone = lifetime === noLifetime;
    if (isNone && lifetimeUnit !== undefined)
      report(['token', 'lifetimeUnit'], `lifetimeUnit has no effect: token.lifetime is ${noLifetime}`);
    for (const [name, pointers] of Object.entries({ ...others, ...(isNone ? {} : { lifetime }) }))
      for (const pointer of list(pointers)) checkPointer(pointer, schemasOf([id], isSuccess), ['token', name]);
  }

  /** The statuses, bodies and addresses by which a reading is decided, beside its check. */
  function checkOption({ status, body = {}, url }: ReadingOption, ids: string[], keys: Keys): void {
    checkBody(body, [...keys, 'body']);
    for (const pointer of Object.keys(body))
      checkPointer(
        pointer,
        schemasOf(ids, () => true),
        [...keys, 'body', pointer],
      );
    if (status !== undefined) checkOn([status], ids, [...keys, 'status']);
    const fault = url === undefined ? null : patternFault(url);
    if (fault !== null) report([...keys, 'url'], `${JSON.stringify(url)} ${fault}`);
  }

  return { checkOn, checkReferences, checkRefusals, checkToken, checkOption };
}
