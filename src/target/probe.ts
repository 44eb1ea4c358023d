/** The protected resource that an environment names, read and held against the contract. */
import { authOf, checkAuth } from '../contract/auth.ts';
import { didYouMean } from '../contract/similar.ts';
import type { Contract, ProbeRequest } from '../contract/types.ts';
import type { SourceFile } from '../contract/yaml.ts';
import type { SettingsRow } from '../formats/environment.ts';
import { namedTwice } from '../formats/header-name.ts';
import { own } from '../formats/json.ts';
import { mechanisms } from '../scenario/auth/index.ts';
import { credentialsIn } from '../scenario/draft.ts';

/** Protected resource of a provider, for the tests of a token's life. */
export type Probe = ProbeRequest & {
  /** Statuses that refuse. */
  refused: number[];
};

/** Names whatever keeps the request for the protected resource from being sent. */
export function checkProbe(contract: Contract, { probe }: SettingsRow, yaml: SourceFile, problems: string[]): void {
  if (!probe) return;
  if (probe.operation !== undefined) {
    const beside = Object.keys(probe).filter((key) => key !== 'operation' && key !== 'refused');
    if (beside.length > 0)
      problems.push(
        `${yaml.where(['providers', contract.provider, 'probe'])}: the good request of ${probe.operation} is sent as the contract gives it; delete ${beside.join(', ')}, or operation`,
      );
    const known = contract.operations.slice(1).map(({ id }) => id);
    const there = `there is: ${known.join(', ') || 'none beside the token'}${didYouMean(probe.operation, known)}`;
    if (!known.includes(probe.operation))
      problems.push(
        `${yaml.where(['providers', contract.provider, 'probe', 'operation'])}: no operation "${probe.operation}"; ${there}`,
      );
    return;
  }
  const { credentials } = contract;
  const keys = ['providers', contract.provider, 'probe'];
  const credential = (name: string, at: (string | number)[]): void => {
    if (own(credentials, name)) return;
    const known = Object.keys(credentials);
    const takes = `it takes: ${known.join(', ')}${didYouMean(name, known)}`;
    problems.push(`${yaml.where(at)}: ${contract.provider} has no credential "${name}"; ${takes}`);
  };
  for (const part of ['headers', 'body'] as const)
    for (const [name, value] of Object.entries(probe[part] ?? {}))
      for (const one of credentialsIn(value)) credential(one, [...keys, part, name]);
  for (const [name, fault] of namedTwice(probe.headers ?? {}))
    problems.push(`${yaml.where([...keys, 'headers', name])}: ${fault}`);
  const typed = probe.body ? ['Content-Type'] : [];
  checkAuth(probe.auth, [...keys, 'auth'], {
    credentials,
    mechanisms,
    sent: ['Accept', 'User-Agent', ...typed, ...Object.keys(probe.headers ?? {})],
    given: (place) => (place === 'field' ? Object.keys(probe.body ?? {}) : []),
    hasBody: probe.body !== undefined,
    report: (at, fault) => void problems.push(`${yaml.where(at)}: ${fault}`),
    credential,
  });
  if (probe.auth && !authOf(probe.auth).some(({ mechanism }) => mechanism === 'bearer'))
    problems.push(
      `${yaml.where([...keys, 'auth'])}: a probe shows what a token opens, and auth lists no mechanism bearer`,
    );
}

/** A setting that the file leaves out is left out here as well: the hash of an environment is over what its file says. */
export function probeOf(row: SettingsRow['probe']): Probe | null {
  if (!row) return null;
  const { operation, auth, headers = {}, method = 'GET', path = '/', refused, ...rest } = row;
  if (operation !== undefined) return { operation, refused };
  return { headers, method, path, refused, ...rest, ...(auth ? { auth: authOf(auth) } : {}) };
}
