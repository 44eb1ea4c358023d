import { createPrivateKey, X509Certificate } from 'node:crypto';
import { relative } from 'node:path';
import { InputError } from '../contract/problems.ts';
import type { Contract } from '../contract/types.ts';
import type { ExitCode } from '../formats/results.ts';
import { trusting } from '../target/account.ts';
import type { Environment } from '../target/environment.ts';
import { certificatesBeside, timeFault } from '../target/keys.ts';
import { variableIn } from '../target/reference.ts';
import { secretsOf } from '../target/secrets.ts';
import { resolveTarget, type Target, targetName } from '../target/target.ts';
import { valueFault } from '../target/value-fault.ts';
import { dotenvSlips, variablesIn } from '../target/variables.ts';
import { createGate } from '../wire/clear/gate.ts';
import type { Diagnosis } from './diagnosis.ts';
import { reach } from './reach.ts';

/** One provider of an environment, its secrets not yet read. */
export interface Selected {
  environment: Environment;
  contract: Contract;
}

/** The embedded mock, which only a command may start. */
export interface Embedded {
  baseUrl: string;
  /** PEM text of the authority of its certificate; null without TLS. */
  ca: string | null;
  close(): Promise<void>;
}

const day = 86_400_000;

/** Characters below which a secret is masked nowhere, and below which it is masked only whole (docs/redaction.md). */
const [leastMasked, shownInPart] = [4, 8];

/** The variables of a target, and what looks wrong in them though a run takes it; values are never shown. */
function variableDiagnoses({ environment, contract }: Selected, variables: Record<string, string>): Diagnosis[] {
  const settings = environment.providers[contract.provider];
  const given = Object.entries(settings?.credentials ?? {}).flatMap(([name, value]) =>
    [value].flat().map((item) => ({ spec: contract.credentials[name], variable: variableIn(item) ?? undefined })),
  );
  const read = given.filter(({ variable }) => variable !== undefined && variables[variable] !== undefined);
  const found = read.flatMap(({ spec, variable = '' }): Diagnosis[] => {
    const value = variables[variable] ?? '';
    if (!spec?.secret || spec.format || value.length >= shownInPart) return [];
    // What is empty or cannot be meant is a fault, and will be another value.
    if (value === '' || valueFault(value, { mock: environment.kind === 'mock', lines: true }) !== null) return [];
    const masked =
      value.length < leastMasked ? 'it is not masked in reports' : 'reports mask it only where it stands whole';
    const length = `${value.length} ${value.length === 1 ? 'character' : 'characters'}`;
    const text = `${variable} has only ${length}: ${masked}`;
    return [{ check: 'variables', state: 'warning', text, remedy: 'compare it with what the provider issued' }];
  });
  found.push(
    ...dotenvSlips(variablesIn(settings)).map(
      ({ certain, ...slip }): Diagnosis => ({ check: 'variables', state: certain ? 'fault' : 'warning', ...slip }),
    ),
  );
  const names = read.map(({ variable }) => variable).join(', ');
  return found.length > 0 ? found : [{ check: 'variables', state: 'ok', text: names || 'none is needed' }];
}

/** A certificate of a key: how long it lives, and why it authenticates nobody. A run refuses one that it would send. */
function certificateDiagnosis(check: string, certificate: X509Certificate, matches: boolean): Diagnosis {
  if (!matches)
    return {
      check,
      state: 'warning',
      text: 'belongs to another key',
      remedy: 'give a key and the certificate made for it',
    };
  const outOfTime = timeFault(certificate);
  if (outOfTime !== null) return { check, state: 'warning', ...outOfTime };
  const days = Math.floor((Date.parse(certificate.validTo) - Date.now()) / day);
  const text = `of the key, ${days} days left`;
  return days < 14 ? { check, state: 'warning', text, remedy: 'renew it in time' } : { check, state: 'ok', text };
}

/** Whether the webhook that an environment names has an address; a run needs none. */
function noticeDiagnoses({ notify }: Environment, variables: Record<string, string>): Diagnosis[] {
  if (notify === null) return [];
  if (variables[notify]) return [{ check: 'notify', state: 'ok', text: notify }];
  const text = `${notify} is not set, so no notice will be sent`;
  return [{ check: 'notify', state: 'warning', text, remedy: 'set it in the shell or in .env' }];
}

/** The private keys of a target, and the certificates that lie beside them. */
function keyDiagnoses(target: Target, variables: Record<string, string>): Diagnosis[] {
  const { contract, credentials, environment, tls } = target;
  const passphrase = credentials['passphrase']?.value;
  const own = Object.entries(contract.credentials).flatMap(([name, { format }]): Diagnosis[] => {
    const credential = credentials[name];
    if (format !== 'private-key' || !credential || Array.isArray(credential.value)) return [];
    const key = createPrivateKey(credential.value);
    const { modulusLength: bits, namedCurve: curve } = key.asymmetricKeyDetails ?? {};
    const text = bits === undefined ? `${name}: ${curve ?? key.asymmetricKeyType}` : `${name}: RSA, ${bits} bits`;
    const given = environment.providers[contract.provider]?.credentials[name];
    const raw = typeof given === 'string' ? variables[variableIn(given) ?? ''] : undefined;
    const beside = raw === undefined ? [] : certificatesBeside(raw, typeof passphrase === 'string' ? passphrase : '');
    const certificate = beside.find((one) => one.checkPrivateKey(key)) ?? beside[0];
    return [
      { check: 'key', state: 'ok', text },
      ...(certificate ? [certificateDiagnosis('certificate', certificate, certificate.checkPrivateKey(key))] : []),
    ];
  });
  const client = tls.cert === undefined ? [] : [certificateDiagnosis('tls.cert', new X509Certificate(tls.cert), true)];
  return [...own, ...client];
}

/** Examines one target: first what was given, then, if that is sound, the way to the provider. */
export async function examine(
  selected: Selected,
  variables: Record<string, string>,
  startMock: (target: Target) => Promise<Embedded>,
): Promise<Diagnosis[]> {
  const { environment, contract } = selected;
  const malformedOnes = variableDiagnoses(selected, variables);
  let target: Target;
  try {
    target = resolveTarget(environment, contract, variables);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const secrets = secretsOf(environment, environment.contracts, variables);
    const gate = createGate({ secrets: secrets.map((value) => ({ name: 'of the environment', value })) });
    const faults = error.problems.map(
      (text): Diagnosis => ({ check: 'set-up', state: 'fault', text: gate.clear(text) }),
    );
    return [...faults, ...malformedOnes.filter(({ state }) => state !== 'ok')];
  }
  const file: Diagnosis = { check: 'file', state: 'ok', text: relative(process.cwd(), environment.file) };
  const notices = noticeDiagnoses(environment, variables);
  const given = [file, ...malformedOnes, ...notices, ...keyDiagnoses(target, variables)];
  if (given.some(({ state }) => state === 'fault')) return given;
  const embedded = target.baseUrl === null ? await startMock(target) : null;
  try {
    const reached = trusting(target, embedded?.ca ?? null);
    return [...given, ...(await reach(reached, embedded?.baseUrl ?? target.baseUrl ?? '', variables))];
  } finally {
    await embedded?.close();
  }
}

/** Diagnoses as lines under the name of their target. */
export function diagnosisLines({ environment, contract }: Selected, diagnoses: Diagnosis[]): string[] {
  return [
    targetName(contract.provider, environment.name),
    ...diagnoses.map(({ check, state, text, remedy }) => {
      const line = `  ${state.padEnd(9)} ${check.padEnd(11)} ${text.replace(/\s+/g, ' ')}`;
      return remedy === undefined ? line : `${line}; ${remedy}`;
    }),
  ];
}

/** Exit code of the doctor: 0 ready, 2 the provider could not be reached or does not grant, 3 the set-up is at fault. */
export function exitCodeOfDiagnoses(diagnoses: Diagnosis[]): ExitCode {
  const states = new Set(diagnoses.map(({ state }) => state));
  if (states.has('fault')) return 3;
  return states.has('unreached') ? 2 : 0;
}
