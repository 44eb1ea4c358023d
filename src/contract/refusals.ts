/** Compares the refusals of a contract, and what a server in front answers, with the documented answers and the demands that name them. */
import type { ContractFile } from '../formats/contract.ts';
import type { DocumentedAnswers, Keys, Report } from './documented-answers.ts';
import { mutualTls } from './mutual-tls.ts';
import { match } from './rows.ts';
import { didYouMean } from './similar.ts';
import { isSuccess } from './status.ts';
import type { AnswerMatch } from './types.ts';

/** The demands that name a refusal: the operations they are about and the ways they break them in. */
export interface Users {
  operations: Set<string>;
  ways: Set<string>;
  /** The mechanisms that they break. */
  mechanisms: Set<string>;
}

/** The members by which an answer is recognised: those of its status, or of any refusal where none is documented. */
function checkMembers(one: AnswerMatch, ids: string[], keys: Keys, answers: DocumentedAnswers): void {
  const same = answers.schemasOf(ids, (status) => one.status !== 'probe' && one.status.includes(status));
  const schemas = same.length > 0 ? same : answers.schemasOf(ids, (status) => !isSuccess(status));
  for (const pointer of Object.keys(one.body)) answers.checkPointer(pointer, schemas, [...keys, 'body', pointer]);
}

/** What is wrong with an answer that a refusal takes, beside its members, with the keys that lead to it. */
function faultsOf(one: AnswerMatch, { ways, mechanisms }: Users, ids: string[], hasScope: boolean): [Keys, string][] {
  const faults: [Keys, string][] = one.ways
    .filter((name) => !ways.has(name))
    .map((way) => [
      ['ways'],
      `no demand with this refusal is broken in the way "${way}"; there is: ${[...ways].join(', ')}${didYouMean(way, [...ways])}`,
    ]);
  if (one.status === 'probe' && ids.length > 0)
    faults.push([['status'], `the status "probe" is for the protected resource; ${ids.join(', ')} is not one`]);
  if (one.handshake && !mechanisms.has(mutualTls))
    faults.push([
      ['status'],
      `the status "handshake" is for a client certificate; no demand of auth ${mutualTls} has this refusal`,
    ]);
  if (one.handshake && Object.keys(one.body).length > 0)
    faults.push([['body'], 'a refusal in the handshake has no body']);
  if (one.narrowed && !hasScope)
    faults.push([['narrowed'], 'token gives no scope, so a narrowed grant could not be recognised']);
  return faults;
}

/** Reports what is wrong with the answers of every refusal, each with the demands that name it. */
export function checkRefusals(
  file: ContractFile,
  users: ReadonlyMap<string, Users>,
  answers: DocumentedAnswers,
  report: Report,
): void {
  const hasScope = file.token.scope !== undefined;

  function checkMatch(one: AnswerMatch, by: Users, keys: Keys): void {
    const ids = answers.about([...by.operations]).map(({ id }) => id);
    answers.checkBody(one.body, [...keys, 'body']);
    for (const [inner, fault] of faultsOf(one, by, ids, hasScope)) report([...keys, ...inner], fault);
    checkMembers(one, ids, keys, answers);
  }

  for (const [name, row] of Object.entries(file.refusals)) {
    const by = users.get(name);
    if (!by) report(['refusals', name], `no demand uses the refusal "${name}"`);
    for (const kind of ['documented', 'tolerated'] as const)
      for (const [index, one] of (row[kind] ?? []).entries())
        if (by) checkMatch(match(one), by, ['refusals', name, kind, index]);
  }
}

/** Reports what is wrong with the answers by which a server in front of the provider is recognised. */
export function checkBlocked(file: ContractFile, ids: string[], answers: DocumentedAnswers): void {
  for (const [index, row] of (file.blocked ?? []).entries()) {
    answers.checkBody(match(row).body, ['blocked', index, 'body']);
    checkMembers(match(row), ids, ['blocked', index], answers);
  }
}
