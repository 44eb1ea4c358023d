import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fits } from '../contract/fits.ts';
import { InputError } from '../contract/problems.ts';
import { didYouMean } from '../contract/similar.ts';
import type { Contract } from '../contract/types.ts';
import { readYaml, type SourceFile } from '../contract/yaml.ts';
import { entryAt } from '../files/read.ts';
import { builtInFolders } from '../files/roots.ts';
import type { EnvironmentFile, SettingsRow } from '../formats/environment.ts';
import { own, recordOf } from '../formats/json.ts';
import type { EnvironmentKind, Strictness } from '../formats/results.ts';
import { harmless } from '../output/visible.ts';
import { isHostName } from './address.ts';
import { foldersByName } from './folders.ts';
import { checkProbe, type Probe, probeOf } from './probe.ts';
import { variableIn } from './reference.ts';
import { unquoted } from './unquoted.ts';
import { readWaivers, type WaiverRow } from './waiver-rows.ts';

export interface ProviderSettings {
  /** Null for the embedded mock. */
  baseUrl: string | null;
  credentials: Record<string, string | string[]>;
  probe: Probe | null;
  /** Seconds. */
  expiryWait: number;
  /** Seconds after its declared end within which a token may still be accepted; null where the file gives none. */
  expiryLeeway: number | null;
  /** Seconds. */
  timestampOffset: number;
  /** Null where the profile decides. */
  maxRequests: number | null;
  /** Seconds that a run waits, in all, for a provider that limits the rate, before it sends a request again. */
  retryBudget: number;
  pace: { perSecond: number | null; timeout: number };
  tls: Partial<Record<'ca' | 'cert' | 'key' | 'passphrase', string>>;
}

export interface Environment {
  name: string;
  /** The name or path by which it was asked for. */
  reference: string;
  file: string;
  kind: EnvironmentKind;
  strictness: Strictness;
  /** Hosts beside loopback where a mock runs; empty unless `kind` is mock. */
  mockHosts: string[];
  /** Variable that holds the address of a webhook; null where the file names none. */
  notify: string | null;
  providers: Record<string, ProviderSettings>;
  waivers: WaiverRow[];
  yaml: SourceFile;
  /** The contracts with which it was loaded, by provider. */
  contracts: Record<string, Contract>;
}

/** Names of the environments in folders; those under environments/, and where contracts are elsewhere, those beside them. */
export function environmentNames(folders: readonly string[] = foldersByName()): string[] {
  const files = folders.filter((folder) => entryAt(folder)?.isDirectory()).flatMap((folder) => readdirSync(folder));
  const names = files.filter((file) => file.endsWith('.yaml')).map((file) => basename(file, '.yaml'));
  return [...new Set(names)].sort();
}

/** The file of an environment, by its name or by its path. */
export function environmentFile(nameOrPath: string): string {
  if (/[/\\]|\.ya?ml$/.test(nameOrPath)) return resolve(nameOrPath);
  const files = foldersByName().map((folder) => join(folder, `${nameOrPath}.yaml`));
  return files.find((file) => existsSync(file)) ?? files[0] ?? nameOrPath;
}

/** Whether a file is found by its name alone. */
export function isNamed(file: string): boolean {
  const path = resolve(file);
  return path.endsWith('.yaml') && environmentFile(basename(path, '.yaml')) === path;
}

/** How a target is named whose file is elsewhere; a report prints its name like those of named files. Empty for another name. */
export function outsideHint(target: string): string[] {
  const [, provider, name] = /^([\w.-]+)@([\w.-]+?)(?:\.ya?ml)?$/.exec(target) ?? [];
  if (provider === undefined || name === undefined || existsSync(environmentFile(name))) return [];
  return [
    `the file of an environment that is elsewhere is named by TARGET_ENV, and its target by the provider: TARGET_ENV=${name}.yaml npm run doctor -- ${provider}`,
  ];
}

/**
 * Loads an environment by its name under environments/ or by a path.
 * Of providers whose contracts do not load, it is not compared with them.
 * @throws InputError that lists every unknown key, unknown provider and stale reference, with file and line.
 */
export function loadEnvironment(
  nameOrPath: string,
  contracts: Record<string, Contract>,
  unloaded: readonly string[] = [],
): Environment {
  const problems: string[] = [];
  const file = environmentFile(nameOrPath);
  if (!existsSync(file)) {
    const known = environmentNames();
    throw new InputError(`There is no environment "${nameOrPath}".`, [
      `looked for ${file}; TARGET_ENV is a path to a YAML file, or one of: ${known.join(', ')}${didYouMean(nameOrPath, known)}`,
    ]);
  }
  // The name becomes that of a Playwright project, which every report prints.
  const name = basename(file).replace(/\.ya?ml$/, '');
  if (harmless(name) !== name)
    throw new InputError(`The environment "${harmless(nameOrPath)}" does not load:`, [
      'its file name holds control characters, which a terminal would execute; rename the file',
    ]);
  const yaml = readYaml(file, problems);
  const value: unknown = yaml?.value;
  const fault = (): InputError =>
    new InputError(`The environment "${nameOrPath}" does not load:`, unquoted(problems, file, yaml, contracts));
  if (!yaml || !fits(yaml, value, [], 'environment', problems)) throw fault();
  const { kind, strictness = 'standard', mockHosts = [] } = value;
  const isKnown = (provider: string): boolean => unloaded.includes(provider) || own(contracts, provider) !== undefined;
  // A built-in file names every built-in provider, of which a configuration may leave some out; another name is a mistake.
  const isBuiltIn = dirname(file) === builtInFolders.environments;
  const isLeftOut = (provider: string): boolean =>
    isBuiltIn && !isKnown(provider) && existsSync(join(builtInFolders.contracts, provider));
  const kept = Object.entries(value.providers).filter(([provider]) => !isLeftOut(provider));
  // A file of which nothing is left is of other contracts, and its faults say so.
  const providers = recordOf(kept.length > 0 ? kept : Object.entries(value.providers));
  for (const [provider, settings] of Object.entries(providers)) {
    if (unloaded.includes(provider)) continue;
    const contract = own(contracts, provider);
    if (!contract) {
      problems.push(
        `${yaml.where(['providers', provider])}: no provider "${provider}"; there is: ${Object.keys(contracts).join(', ')}${didYouMean(provider, Object.keys(contracts))}`,
      );
      continue;
    }
    checkCredentials(contract, settings.credentials, provider, yaml, problems);
    checkProbe(contract, settings, yaml, problems);
  }
  checkMockHosts(value, yaml, problems);
  checkNotify(value, yaml, problems);
  const waivers = readWaivers(value, yaml, contracts, unloaded, problems);
  if (problems.length > 0) throw fault();
  return {
    reference: nameOrPath,
    name,
    file,
    kind,
    strictness,
    mockHosts,
    notify: variableIn(value.notify ?? ''),
    providers: recordOf(
      Object.entries(providers).map(([provider, settings]) => [provider, settingsOf(settings, kind)] as const),
    ),
    waivers,
    yaml,
    contracts,
  };
}

function checkCredentials(
  contract: Contract,
  given: SettingsRow['credentials'],
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

function checkNotify({ notify }: EnvironmentFile, yaml: SourceFile, problems: string[]): void {
  if (notify !== undefined && variableIn(notify) === null)
    problems.push(
      `${yaml.where(['notify'])}: notify is no $NAME; write the name of a variable, and the address, which is a secret, into that variable`,
    );
}

function checkMockHosts({ kind, mockHosts = [] }: EnvironmentFile, yaml: SourceFile, problems: string[]): void {
  if (mockHosts.length > 0 && kind !== 'mock')
    problems.push(`${yaml.where(['mockHosts'])}: only an environment of kind mock names hosts of a mock`);
  for (const [index, host] of mockHosts.entries()) {
    if (!isHostName(host))
      problems.push(
        `${yaml.where(['mockHosts', index])}: "${host}" is not the exact name of one host, without port or *`,
      );
  }
}

function settingsOf(row: SettingsRow, kind: EnvironmentKind): ProviderSettings {
  const { pace } = row;
  return {
    baseUrl: row.baseUrl ?? null,
    credentials: recordOf(Object.entries(row.credentials)),
    probe: probeOf(row.probe),
    expiryWait: row.expiryWait ?? 0,
    expiryLeeway: row.expiryLeeway ?? null,
    timestampOffset: row.timestampOffset ?? 86_400,
    maxRequests: row.maxRequests ?? null,
    retryBudget: row.retryBudget ?? 120,
    pace: { perSecond: pace?.perSecond ?? (kind === 'mock' ? null : 5), timeout: pace?.timeout ?? 10 },
    tls: row.tls ?? {},
  };
}
