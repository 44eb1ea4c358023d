/** Compares what a contract says of answers with the answers that the OpenAPI file documents. */

import type { ContractFile } from '../formats/contract.ts';
import type { JsonObject, Schema } from '../formats/json.ts';
import { isObject, own } from '../formats/json.ts';
import type { Documented } from './documented.ts';
import { documentedAnswers, type Keys, type Report } from './documented-answers.ts';
import { patternFault } from './pattern.ts';
import { checkBlocked, checkRefusals, type Users } from './refusals.ts';
import { list, match, matchRows } from './rows.ts';
import { didYouMean } from './similar.ts';
import { isSuccess } from './status.ts';
import { noLifetime } from './token.ts';
import type { On, ReadingOption } from './types.ts';
import type { SourceFile } from './yaml.ts';

/** Whether a promise that is judged on these exchanges is judged on an answer of a status. */
const isOn = (on: On, status: number): boolean =>
  on.some(
    (one) =>
      one === 'any' || (one === 'granted' ? isSuccess(status) : one === 'refused' ? status >= 400 : one === status),
  );

/** Checks what one contract says of answers; each fault goes to `problems` with its line. */
export function createAnswers(yaml: SourceFile, file: ContractFile, operations: Documented[], problems: string[]) {
  const report: Report = (keys, fault) => void problems.push(`${yaml.where(keys)}: ${fault}`);
  const answers = documentedAnswers(operations, report);
  const { about, schemasOf, checkPointer, checkBody } = answers;
  const refusals = Object.values(file.refusals).flatMap(matchRows).map(match);
  const inRefusals = refusals.flatMap(({ status }) => (status === 'probe' ? [] : status));

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
    const judged = schemasOf(ids, (status) => isOn(on, status));
    for (const [name, property] of Object.entries(isObject(schema['properties']) ? schema['properties'] : {})) {
      const given = own(parameters, name);
      const refers = isObject(property) ? String(property['$ref']) : '';
      if (typeof given !== 'string') continue;
      if (refers.endsWith('#/$defs/pointer')) checkPointer(given, judged, [...keys, name]);
      if (refers.endsWith('#/$defs/requestField')) checkField(given, ids, [...keys, name]);
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

  return {
    checkOn,
    checkReferences,
    checkToken,
    checkOption,
    /** What a refusal and a server in front may answer; `users` are the demands that name each refusal. */
    checkRefusals(users: ReadonlyMap<string, Users>): void {
      checkRefusals(file, users, answers, report);
      const all = operations.map(({ id }) => id);
      checkBlocked(file, all, answers);
    },
  };
}
