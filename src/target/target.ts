import { InputError } from '../contract/problems.ts';
import type { Contract } from '../contract/types.ts';
import type { Credential, Credentials } from '../scenario/draft.ts';
import type { Environment, ProviderSettings, WaiverRow } from './environment.ts';
import { KeyError, pemText, readPrivateKey } from './keys.ts';

/** A provider in an environment, its secrets read: everything a run needs. */
export interface Target extends Omit<ProviderSettings, 'credentials'> {
  /** `provider@environment`. */
  name: string;
  contract: Contract;
  environment: Environment;
  credentials: Credentials;
  /** Every secret value of the target, for redaction. */
  secrets: string[];
  waivers: WaiverRow[];
}

const reference = /^\$([A-Za-z_][A-Za-z0-9_]*)$/;
const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a base URL is on this machine. */
export function isLoopback(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && loopback.includes(new URL(baseUrl).hostname);
}

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
  const resolve = (value: string, where: string): string => {
    const variable = reference.exec(value)?.[1];
    if (!variable) return value;
    const found = variables[variable];
    if (!found) problems.push(`${where}: ${name} needs the variable ${variable}; set it in the shell or in .env`);
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
  const tls = readTls(environment, settings, resolve, place, problems);
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
    secrets: [...secrets, ...[tls.key, tls.passphrase].filter((value) => value !== undefined)],
    waivers: environment.waivers.filter((waiver) => waiver.provider === provider),
  };
}

type Resolve = (value: string, where: string) => string;
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
    return [
      [
        name,
        { name, value: resolve(given, where), variable: variable ?? variableOf(contract, name), secret: spec.secret },
      ],
    ];
  });
  const credentials = Object.fromEntries(entries);
  for (const [name, spec] of Object.entries(contract.credentials)) {
    const found = credentials[name];
    if (spec.format !== 'private-key' || !found || Array.isArray(found.value) || found.value === '') continue;
    const passphrase = credentials['passphrase']?.value;
    try {
      found.value = readPrivateKey(found.value, typeof passphrase === 'string' ? passphrase : undefined);
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      problems.push(
        `${place('credentials', name)}: ${name} (variable ${found.variable}) cannot be read: ${error.message}`,
      );
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
): ProviderSettings['tls'] {
  return Object.fromEntries(
    Object.entries(settings.tls).map(([key, value]) => {
      const where = place('tls', key);
      const resolved = resolve(value, where);
      if (key === 'passphrase' || resolved === '') return [key, resolved];
      if (key === 'key' && resolved.includes('-----BEGIN') && !reference.test(value) && environment.kind !== 'mock') {
        problems.push(`${where}: the key stands here in clear; put it into a variable and write $NAME`);
      }
      try {
        return [key, pemText(resolved)];
      } catch (error) {
        problems.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
        return [key, ''];
      }
    }),
  );
}

function addressProblems(baseUrl: string, environment: Environment, contract: Contract): string[] {
  if (!URL.canParse(baseUrl)) return [`baseUrl is no URL: ${baseUrl}`];
  const url = new URL(baseUrl);
  const problems: string[] = [];
  if (url.username || url.password) problems.push('baseUrl holds credentials; put them under credentials');
  if (url.search || url.hash) problems.push('baseUrl ends before any ? or #');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(baseUrl))) {
    problems.push(`${url.protocol}//${url.host} is not https; plain http is only for loopback`);
  }
  const production = contract.servers.filter((server) => server.production).map((server) => new URL(server.url).host);
  if (environment.kind !== 'production' && production.includes(url.host)) {
    problems.push(`${url.host} is a documented production host; a ${environment.kind} environment may not reach it`);
  }
  return problems;
}
