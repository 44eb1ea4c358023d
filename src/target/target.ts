import { own, recordOf } from '../contract/json.ts';
import { InputError } from '../contract/problems.ts';
import type { Contract } from '../contract/types.ts';
import type { Credential, Credentials } from '../scenario/draft.ts';
import type { TlsSettings } from '../wire/connect.ts';
import { isLoopback, type ProxyServer, proxyFor } from '../wire/proxy.ts';
import type { Environment, ProviderSettings, WaiverRow } from './environment.ts';
import { misplacedHost, productionGuard } from './guard.ts';
import { KeyError, readClientIdentity, readPrivateKey } from './keys.ts';

/** A provider in an environment, its secrets read: everything a run needs. */
export interface Target extends Omit<ProviderSettings, 'credentials' | 'tls'> {
  /** `provider@environment`. */
  name: string;
  contract: Contract;
  environment: Environment;
  credentials: Credentials;
  /** Every secret value of the target, for redaction. */
  secrets: string[];
  waivers: WaiverRow[];
  tls: TlsSettings;
  proxy: ProxyServer | null;
  /** Why only the control may be sent; null when everything may. */
  onlyControl: string | null;
}

const reference = /^\$([A-Za-z_][A-Za-z0-9_]*)$/;

/** Name of the variable a shell command takes a credential from, where the environment names none: `PROVIDER_CREDENTIAL`. */
export function variableOf(contract: Contract, credential: string): string {
  return `${contract.provider}_${credential}`
    .replaceAll('-', '_')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase();
}

/** `provider@environment`. */
export function targetName(provider: string, environment: string): string {
  return `${provider}@${environment}`;
}

/**
 * Resolves one provider of an environment: variables, keys, address.
 * @throws InputError that lists everything that is missing or wrong, with the line, the variable, and the remedy.
 */
export function resolveTarget(environment: Environment, contract: Contract, variables: Record<string, string>): Target {
  const { provider } = contract;
  const name = targetName(provider, environment.name);
  const settings = environment.providers[provider];
  if (!settings) {
    const known = Object.keys(environment.providers).join(', ');
    throw new InputError(`${name} is not configured:`, [
      `${environment.file} configures ${known}; add ${provider} under providers`,
    ]);
  }
  const problems: string[] = [];
  const place = (...keys: string[]): string => environment.yaml.where(['providers', provider, ...keys]);
  const resolve = (value: string, where: string, optional = false): string => {
    const variable = reference.exec(value)?.[1];
    if (!variable) return value;
    const found = own(variables, variable);
    if (!found && !optional)
      problems.push(`${where}: ${name} needs the variable ${variable}; set it in the shell or in .env`);
    return found ?? '';
  };

  const credentials = readCredentials(environment, contract, settings, resolve, place, problems);
  const baseUrl = settings.baseUrl === null ? null : resolve(settings.baseUrl, place('baseUrl')).replace(/\/+$/, '');
  if (baseUrl)
    problems.push(
      ...addressProblems(baseUrl, environment, contract).map((problem) => `${place('baseUrl')}: ${problem}`),
    );
  if (settings.baseUrl === null && environment.kind !== 'mock')
    problems.push(`${place()}: baseUrl is missing; only an environment of kind mock may leave it out`);
  const { tls, passphrases } = readTls(environment, settings, resolve, place, problems);
  const proxy = readProxyOf(baseUrl, variables, problems);
  if (problems.length > 0) throw new InputError(`${name} cannot be tested:`, problems);

  const secrets = Object.values(credentials).flatMap(({ secret, value }) =>
    secret && !Array.isArray(value) && value !== '' ? [value] : [],
  );
  return {
    ...settings,
    name,
    contract,
    environment,
    baseUrl,
    credentials,
    tls,
    secrets: [...secrets, ...passphrases, ...(tls.key ? [tls.key] : []), ...(proxy?.secrets ?? [])],
    waivers: environment.waivers.filter((waiver) => waiver.provider === provider),
    proxy,
    onlyControl: productionGuard(environment, variables),
  };
}

type Resolve = (value: string, where: string, optional?: boolean) => string;
type Place = (...keys: string[]) => string;

function readCredentials(
  environment: Environment,
  contract: Contract,
  settings: ProviderSettings,
  resolve: Resolve,
  place: Place,
  problems: string[],
): Credentials {
  const entries = Object.entries(contract.credentials).flatMap(([name, spec]): [string, Credential][] => {
    const given = settings.credentials[name];
    if (given === undefined) return [];
    const where = place('credentials', name);
    if (Array.isArray(given))
      return [[name, { name, value: given.map((item) => resolve(item, where)), variable: '', secret: false }]];
    const variable = reference.exec(given)?.[1];
    if (spec.secret && !variable && environment.kind !== 'mock') {
      problems.push(`${where}: ${name} is a secret and stands here in clear; put it into a variable and write $NAME`);
    }
    const value = resolve(given, where, spec.optional);
    if (spec.optional && value === '') return [];
    return [[name, { name, value, variable: variable ?? variableOf(contract, name), secret: spec.secret }]];
  });
  const credentials = recordOf(entries);
  for (const [name, spec] of Object.entries(contract.credentials)) {
    const found = credentials[name];
    if (spec.format !== 'private-key' || !found || Array.isArray(found.value) || found.value === '') continue;
    const passphrase = credentials['passphrase']?.value;
    try {
      found.value = readPrivateKey(found.value, typeof passphrase === 'string' ? passphrase : undefined);
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      problems.push(`${place('credentials', name)}: ${name} (variable ${found.variable}) ${error.message}`);
    }
  }
  return credentials;
}

function readTls(
  environment: Environment,
  settings: ProviderSettings,
  resolve: Resolve,
  place: Place,
  problems: string[],
): { tls: TlsSettings; passphrases: string[] } {
  const given = Object.fromEntries(
    Object.entries(settings.tls).map(([key, value]) => [key, resolve(value, place('tls', key))]),
  );
  for (const key of ['key', 'passphrase'] as const) {
    const value = settings.tls[key];
    // A path to a key is no secret; its text is, and so is a passphrase.
    const clear =
      value !== undefined && !reference.test(value) && (key === 'passphrase' || value.includes('-----BEGIN'));
    if (clear && environment.kind !== 'mock')
      problems.push(`${place('tls', key)}: ${key} stands here in clear; put it into a variable and write $NAME`);
  }
  const passphrases = given['passphrase'] ? [given['passphrase']] : [];
  if (Object.values(given).includes('')) return { tls: {}, passphrases };
  const { identity, faults } = readClientIdentity(given);
  problems.push(...faults.map(({ name, fault }) => `${place('tls', name)}: tls.${name} ${fault}`));
  return { tls: identity, passphrases };
}

function readProxyOf(
  baseUrl: string | null,
  variables: Record<string, string>,
  problems: string[],
): ProxyServer | null {
  if (!baseUrl || !URL.canParse(baseUrl)) return null;
  try {
    return proxyFor(baseUrl, variables);
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    return null;
  }
}

function addressProblems(baseUrl: string, environment: Environment, contract: Contract): string[] {
  if (!URL.canParse(baseUrl)) return ['baseUrl is no URL; write https://host'];
  const url = new URL(baseUrl);
  const problems: string[] = [];
  if (url.username || url.password) problems.push('baseUrl holds credentials; put them under credentials');
  if (url.search || url.hash) problems.push('baseUrl ends before any ? or #');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(baseUrl))) {
    problems.push(`${url.protocol}//${url.host} is not https; plain http is only for loopback`);
  }
  const misplaced = misplacedHost(url, environment.kind, contract);
  if (misplaced) problems.push(misplaced);
  return problems;
}
