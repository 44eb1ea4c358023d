import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fits } from '../contract/fits.ts';
import { own, recordOf } from '../contract/json.ts';
import { InputError } from '../contract/problems.ts';
import { didYouMean } from '../contract/similar.ts';
import type { Clause, Contract, Json, JsonObject, ProbeRequest } from '../contract/types.ts';
import { readYaml, type SourceFile } from '../contract/yaml.ts';
import { harmless } from '../output/visible.ts';
import type { EnvironmentKind, Strictness, Waiver } from '../results/format.ts';
import { deepened } from '../scenario/families/deepen.ts';
import { isHostName } from './address.ts';
import { environmentsFolder, foldersBeside } from './production.ts';

/** Protected resource of a provider, for the tests of a token's life. */
export interface Probe extends ProbeRequest {
  /** Statuses that refuse. */
  refused: number[];
}

export interface ProviderSettings {
  /** Null for the embedded mock. */
  baseUrl: string | null;
  credentials: Record<string, string | string[]>;
  probe: Probe | null;
  /** Seconds. */
  expiryWait: number;
  /** Seconds after its declared end within which a token may still be good; null where the file says nothing. */
  expiryLeeway: number | null;
  /** Seconds. */
  timestampOffset: number;
  /** Null where it is left to the profile. */
  maxRequests: number | null;
  /** Seconds a run waits in all for a provider that limits the rate, before it sends a request again. */
  retryBudget: number;
  pace: { perSecond: number | null; timeout: number };
  tls: Partial<Record<'ca' | 'cert' | 'key' | 'passphrase', string>>;
}

/** A waiver with the clause it is for and the line it stands at. */
export interface WaiverRow extends Waiver {
  clause: string;
  provider: string;
  where: string;
}

export interface Environment {
  name: string;
  /** What it was asked for by: its name, or a path. */
  reference: string;
  file: string;
  kind: EnvironmentKind;
  strictness: Strictness;
  /** Hosts beside loopback that a mock runs at; empty unless `kind` is mock. */
  mockHosts: string[];
  providers: Record<string, ProviderSettings>;
  waivers: WaiverRow[];
  yaml: SourceFile;
  /** Those it was loaded with, by provider. */
  contracts: Record<string, Contract>;
}

/** Names of the files under environments/. */
export function environmentNames(folder = environmentsFolder): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();
}

/**
 * Environments by name, each with what it is asked for by: those under environments/, and where contracts stand in
 * another folder, its YAML files and those in its environments/.
 */
export function environmentsBeside(contractsParent: string | undefined): Map<string, string> {
  const theirs = foldersBeside(contractsParent)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      environmentNames(folder).map((name): [string, string] => [name, join(folder, `${name}.yaml`)]),
    );
  return new Map([...environmentNames().map((name): [string, string] => [name, name]), ...theirs]);
}

/** The file of an environment that is called by its name under environments/ or by a path. */
export function environmentFile(nameOrPath: string): string {
  const looksLikePath = /[/\\]|\.ya?ml$/.test(nameOrPath);
  return looksLikePath ? resolve(nameOrPath) : join(environmentsFolder, `${nameOrPath}.yaml`);
}

/** Whether a file is called by its name alone. */
export function isNamed(file: string): boolean {
  return dirname(resolve(file)) === environmentsFolder;
}

/**
 * Loads an environment by its name under environments/ or by a path.
 * @throws InputError that lists every unknown key, unknown provider and stale reference, with file and line.
 */
export function loadEnvironment(nameOrPath: string, contracts: Record<string, Contract>): Environment {
  const problems: string[] = [];
  const file = environmentFile(nameOrPath);
  if (!existsSync(file)) {
    const known = environmentNames();
    throw new InputError(`There is no environment "${nameOrPath}".`, [
      `looked for ${file}; TARGET_ENV is a path to a YAML file, or one of: ${known.join(', ')}${didYouMean(nameOrPath, known)}`,
    ]);
  }
  // The name becomes that of a project, which Playwright and every report print.
  const name = basename(file).replace(/\.ya?ml$/, '');
  if (harmless(name) !== name)
    throw new InputError(`The environment "${harmless(nameOrPath)}" does not load:`, [
      'its file name holds characters that a terminal acts upon; rename the file',
    ]);
  const yaml = readYaml(file, problems);
  if (!yaml || !fits(yaml, yaml.value, [], 'environment', problems))
    throw new InputError(`The environment "${nameOrPath}" does not load:`, problems);
  const raw = yaml.value as JsonObject;
  for (const [provider, settings] of Object.entries(raw['providers'] as JsonObject)) {
    const contract = own(contracts, provider);
    if (!contract) {
      problems.push(
        `${yaml.where(['providers', provider])}: no provider "${provider}"; there is: ${Object.keys(contracts).join(', ')}${didYouMean(provider, Object.keys(contracts))}`,
      );
      continue;
    }
    checkCredentials(contract, (settings as JsonObject)['credentials'] as JsonObject, provider, yaml, problems);
    checkProbe(contract, settings as JsonObject, yaml, problems);
  }
  checkMockHosts(raw, yaml, problems);
  const waivers = readWaivers(raw, yaml, contracts, problems);
  if (problems.length > 0) throw new InputError(`The environment "${nameOrPath}" does not load:`, problems);
  const kind = raw['kind'] as EnvironmentKind;
  return {
    reference: nameOrPath,
    name,
    file,
    kind,
    strictness: (raw['strictness'] ?? 'standard') as Strictness,
    mockHosts: (raw['mockHosts'] ?? []) as string[],
    providers: recordOf(
      Object.entries(raw['providers'] as JsonObject).map(
        ([provider, settings]) => [provider, settingsOf(settings as JsonObject, kind)] as const,
      ),
    ),
    waivers,
    yaml,
    contracts,
  };
}

function checkCredentials(
  contract: Contract,
  given: JsonObject,
  provider: string,
  yaml: SourceFile,
  problems: string[],
): void {
  const specs = contract.credentials;
  const place = (name: string): string => yaml.where(['providers', provider, 'credentials', name]);
  for (const [name, value] of Object.entries(given)) {
    const spec = own(specs, name);
    if (!spec)
      problems.push(
        `${place(name)}: ${provider} has no credential "${name}"; it takes: ${Object.keys(specs).join(', ')}${didYouMean(name, Object.keys(specs))}`,
      );
    else if (spec.list !== Array.isArray(value))
      problems.push(`${place(name)}: ${name} is ${spec.list ? 'a list' : 'a single value'}`);
  }
  for (const [name, spec] of Object.entries(specs)) {
    if (!spec.optional && own(given, name) === undefined)
      problems.push(`${place(name)}: credential "${name}" of ${provider} is missing: ${spec.description}`);
  }
}

function checkMockHosts(raw: JsonObject, yaml: SourceFile, problems: string[]): void {
  const hosts = (raw['mockHosts'] ?? []) as string[];
  if (hosts.length > 0 && raw['kind'] !== 'mock')
    problems.push(`${yaml.where(['mockHosts'])}: only an environment of kind mock names hosts of a mock`);
  for (const [index, host] of hosts.entries()) {
    if (!isHostName(host))
      problems.push(
        `${yaml.where(['mockHosts', index])}: "${host}" is not the exact name of one host, without port or *`,
      );
  }
}

function checkProbe(contract: Contract, settings: JsonObject, yaml: SourceFile, problems: string[]): void {
  const headers = ((settings['probe'] ?? {}) as JsonObject)['headers'] as ProbeRequest['headers'] | undefined;
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (typeof value === 'string' || own(contract.credentials, value.credential)) continue;
    const place = yaml.where(['providers', contract.provider, 'probe', 'headers', name]);
    const known = Object.keys(contract.credentials);
    problems.push(
      `${place}: ${contract.provider} has no credential "${value.credential}"; it takes: ${known.join(', ')}${didYouMean(value.credential, known)}`,
    );
  }
}

function readWaivers(
  raw: JsonObject,
  yaml: SourceFile,
  contracts: Record<string, Contract>,
  problems: string[],
): WaiverRow[] {
  return ((raw['waivers'] ?? []) as JsonObject[]).map((row, index) => {
    const where = yaml.where(['waivers', index]);
    const contract = own(contracts, String(row['provider']));
    const named = ({ id }: Clause): boolean => id === row['clause'];
    // A waiver of a deep clause stands in the file through runs of the default profile, too.
    const clause = contract && (contract.clauses.find(named) ?? deepened(contract).clauses.find(named));
    const near = (name: unknown, known: string[]): string => didYouMean(String(name), known);
    if (!contract)
      problems.push(
        `${where}: the waiver names no provider: "${row['provider']}"; delete it or correct the name${near(row['provider'], Object.keys(contracts))}`,
      );
    else if (!clause)
      problems.push(
        `${where}: the waiver names no clause of ${contract.provider}: "${row['clause']}"; delete it or correct the id${near(
          row['clause'],
          deepened(contract).clauses.map(({ id }) => id),
        )}`,
      );
    return { ...(row as unknown as WaiverRow), where };
  });
}

function settingsOf(raw: JsonObject, kind: EnvironmentKind): ProviderSettings {
  const pace = (raw['pace'] ?? {}) as Record<string, number>;
  return {
    baseUrl: typeof raw['baseUrl'] === 'string' ? raw['baseUrl'] : null,
    credentials: recordOf(Object.entries(raw['credentials'] as Record<string, string | string[]>)),
    probe: raw['probe'] ? Object.assign({ headers: {} }, raw['probe'] as unknown as Probe) : null,
    expiryWait: Number(raw['expiryWait'] ?? 0),
    expiryLeeway: typeof raw['expiryLeeway'] === 'number' ? raw['expiryLeeway'] : null,
    timestampOffset: Number(raw['timestampOffset'] ?? 86_400),
    maxRequests: raw['maxRequests'] === undefined ? null : Number(raw['maxRequests']),
    retryBudget: Number(raw['retryBudget'] ?? 120),
    pace: { perSecond: pace['perSecond'] ?? (kind === 'mock' ? null : 5), timeout: pace['timeout'] ?? 10 },
    tls: (raw['tls'] ?? {}) as Record<string, Json> as ProviderSettings['tls'],
  };
}
