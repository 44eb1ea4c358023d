/**
 * Compares the good request of each operation, from its section of the contract, with what the OpenAPI file documents.
 */

import type { ContractFile, ControlRow } from '../formats/contract.ts';
import { namedTwice, sameHeader } from '../formats/header-name.ts';
import type { Json } from '../formats/json.ts';
import { isObject, own } from '../formats/json.ts';
import { authOf, checkAuth } from './auth.ts';
import { type Documented, misfit } from './documented.ts';
import { didYouMean } from './similar.ts';
import { type Control, type CredentialSpec, tokenOperationId } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { SourceFile } from './yaml.ts';

type Keys = (string | number)[];

/** What is sent with every request, whatever a contract says. */
const always = ['user-agent', 'content-type', 'accept', 'host'];

/** Reads the good requests of one contract; `finish` names the credentials that none of them uses. */
export function createControls(
  yaml: SourceFile,
  file: ContractFile,
  credentials: Readonly<Record<string, CredentialSpec>>,
  vocabulary: Vocabulary,
  problems: string[],
) {
  const used = new Set<string>();
  const report = (keys: Keys, fault: string): void => void problems.push(`${yaml.where(keys)}: ${fault}`);

  function credential(name: string, keys: Keys): void {
    used.add(name);
    if (own(credentials, name) === undefined)
      report(keys, `credential "${name}" is not under credentials${didYouMean(name, Object.keys(credentials))}`);
  }

  /** The credentials that a value uses, however deep in it. */
  function credentialsIn(value: Json, keys: Keys): void {
    if (isObject(value) && typeof value['credential'] === 'string')
      credential(value['credential'], [...keys, 'credential']);
    else if (value !== null && typeof value === 'object')
      for (const [key, item] of Object.entries(value))
        credentialsIn(item, [...keys, Array.isArray(value) ? Number(key) : key]);
  }

  function checkParameters(control: Control, operation: Documented, keys: Keys, byMechanisms: readonly string[]): void {
    const sent = [...always, ...byMechanisms, ...Object.keys(control.headers)];
    const queried = control.auth.flatMap(
      (spec) => own(vocabulary.mechanisms, spec.mechanism)?.addsParameters?.(spec) ?? [],
    );
    for (const { name, in: kind, required } of operation.parameters) {
      const given =
        kind === 'header'
          ? sent.some((one) => sameHeader(one, name))
          : queried.includes(name) || own(control.query, name) !== undefined;
      if (required && kind !== 'path' && kind !== 'cookie' && !given)
        report(keys, `the good request of ${operation.id} sends no ${name}, which the OpenAPI file requires`);
    }
    const wanted = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    for (const name of wanted.filter((one) => own(control.path, one) === undefined))
      report(keys, `path gives no value for {${name}} of ${operation.path}`);
    for (const name of Object.keys(control.path).filter((one) => !wanted.includes(one)))
      report([...keys, 'path', name], `${operation.path} has no parameter {${name}}${didYouMean(name, wanted)}`);
  }

  function checkBody({ body, auth }: Control, { id, requestBody }: Documented, keys: Keys): void {
    const properties = isObject(requestBody['properties']) ? requestBody['properties'] : {};
    const known = Object.keys(properties);
    for (const [name, value] of Object.entries(body)) {
      const here = [...keys, 'body', name];
      const schema = own(properties, name);
      const closed = requestBody['additionalProperties'] === false && requestBody['patternProperties'] === undefined;
      const similar = didYouMean(
        name,
        known.filter((one) => own(body, one) === undefined),
      );
      if (schema === undefined && known.length > 0 && (closed || similar !== ''))
        report(here, `the request schema of ${id} has no member "${name}"${similar}`);
      const taken = isObject(value) && typeof value['credential'] === 'string';
      const fault = isObject(schema) && !taken ? misfit(schema, value) : null;
      if (fault !== null) report(here, `${name} ${fault}, as the request schema of ${id} has it`);
    }
    const required = Array.isArray(requestBody['required']) ? requestBody['required'].map(String) : [];
    const added = auth.flatMap((spec) => own(vocabulary.mechanisms, spec.mechanism)?.addsFields?.(spec) ?? []);
    for (const name of required.filter((one) => own(body, one) === undefined && !added.includes(one)))
      report([...keys, 'body'], `the good request of ${id} sends no ${name}, which its schema requires`);
  }

  /** The good request of an operation; each fault goes to the problems. */
  function controlOf(operation: Documented): Control {
    const { id } = operation;
    const keys = id === tokenOperationId ? ['control'] : ['operations', id];
    const row: ControlRow = id === tokenOperationId ? file.control : (own(file.operations ?? {}, id) ?? {});
    const control: Control = {
      auth: authOf(row.auth),
      headers: row.headers ?? {},
      path: row.path ?? {},
      query: row.query ?? {},
      body: row.body ?? {},
    };
    for (const part of ['headers', 'path', 'query', 'body'] as const)
      credentialsIn({ ...control[part] }, [...keys, part]);
    for (const [name, fault] of namedTwice(control.headers)) report([...keys, 'headers', name], fault);
    const { mechanisms } = vocabulary;
    const typed = operation.mediaType === null ? [] : ['Content-Type'];
    const sent = ['User-Agent', ...typed, ...Object.keys(control.headers)];
    const given = (place: 'field' | 'parameter') => Object.keys(place === 'field' ? control.body : control.query);
    const hasBody = operation.mediaType !== null;
    checkAuth(row.auth, [...keys, 'auth'], { credentials, mechanisms, sent, given, hasBody, report, credential });
    const token = control.auth.findIndex(({ mechanism }) => mechanism === 'bearer');
    if (id === tokenOperationId && token >= 0)
      report(
        [...keys, 'auth', ...(Array.isArray(row.auth) ? [token] : []), 'mechanism'],
        'the request for a token has no token to send: mechanism bearer belongs to an operation (operations.<operationId>.auth)',
      );
    const byMechanisms = control.auth.flatMap((spec) => own(mechanisms, spec.mechanism)?.headers(spec) ?? []);
    checkParameters(control, operation, keys, byMechanisms);
    checkBody(control, operation, keys);
    return control;
  }

  /** Names the credentials that no good request uses; an optional one may be for a protected resource. */
  function finish(): void {
    for (const [name, { optional }] of Object.entries(credentials))
      if (!used.has(name) && !optional)
        report(['credentials', name], `no good request takes the credential "${name}"; delete it, or use it`);
  }

  return { controlOf, finish };
}
