import { InputError } from '../contract/problems.ts';
import type { Contract } from '../contract/types.ts';
import type { Place } from '../contract/yaml.ts';
import { own, recordOf } from '../formats/json.ts';
import { isUrl } from '../formats/url.ts';
import type { ClientCertificate } from '../scenario/auth/mechanism.ts';
import type { Credentials } from '../scenario/draft.ts';
import { isLoopback } from '../wire/address.ts';
import type { TlsSettings } from '../wire/connect.ts';
import { type ProxyServer, proxyFor } from '../wire/proxy.ts';
import { pathTwice, writingFaults } from './address.ts';
import { certificateFault, clientCertificateOf } from './client-certificate.ts';
import { readCredentials, variableOf } from './credentials.ts';
import type { Environment, ProviderSettings } from './environment.ts';
import { isMockHost, mockFault, productionFault, productionGuard, profileFault } from './guard.ts';
import { readProbe } from './probe-values.ts';
import { missingVariable, variableIn } from './reference.ts';
import { secretsOf } from './secrets.ts';
import { readTls } from './tls.ts';
import { verificationFaults } from './verification.ts';
import type { WaiverRow } from './waiver-rows.ts';

/** A provider in an environment, its secrets read: everything that a run needs. */
export interface Target extends Omit<ProviderSettings, 'credentials' | 'tls' | 'maxRequests'> {
  maxRequests: number;
  /** `provider@environment`. */
  name: string;
  contract: Contract;
  environment: Environment;
  credentials: Credentials;
  /** Every secret value of the environment, those of this provider first, for redaction. */
  readonly secrets: string[];
  /** The secrets among its own credentials: they show that a later run is of the same client. */
  ownSecrets: string[];
  waivers: WaiverRow[];
  tls: TlsSettings;
  /** The certificate that a mechanism of its contract may send; null where the environment gives none. */
  clientCertificate: ClientCertificate | null;
  proxy: ProxyServer | null;
  /** Whether the environment names its host as that of a mock, which needs no TLS. */
  mockHost: boolean;
  /** Why only the control may be sent; null when everything may. */
  onlyControl: string | null;
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
  const problems: string[] = [...verificationFaults(variables), ...profileFault(contract, environment)];
  const place = (...keys: string[]): Place => environment.yaml.place(['providers', provider, ...keys]);
  const resolve = (value: string, where: Place, optional = false): string => {
    const variable = variableIn(value);
    if (variable === null) return value;
    const found = own(variables, variable);
    if (!found && !optional) problems.push(`${where}: ${name} needs ${missingVariable(variable)}`);
    return found ?? '';
  };

  const reader = { environment, settings, place, resolve, problems };
  const asked = readProbe(reader);
  const credentials = recordOf([
    ...Object.entries(asked.credentials),
    ...Object.entries(readCredentials(reader, contract)),
  ]);
  const baseUrl = settings.baseUrl === null ? null : resolve(settings.baseUrl, place('baseUrl')).replace(/\/+$/, '');
  if (baseUrl)
    problems.push(
      ...addressProblems(baseUrl, environment, contract, variables).map((problem) => `${place('baseUrl')}: ${problem}`),
    );
  if (settings.baseUrl === null && environment.kind !== 'mock')
    problems.push(`${place()}: baseUrl is missing; only an environment of kind mock may leave it out`);
  const tls = readTls(reader, baseUrl, variables);
  const withoutCertificate = problems.length > 0 ? null : certificateFault(contract, tls, baseUrl);
  if (withoutCertificate !== null) problems.push(`${place()}: ${withoutCertificate}`);
  const proxy = readProxyOf(baseUrl, environment, variables, problems);
  if (problems.length > 0) throw new InputError(`${name} cannot be tested:`, problems);

  const ownSecrets = Object.values(credentials).flatMap(({ secret, value }) =>
    secret && !Array.isArray(value) && value !== '' ? [value] : [],
  );
  // Only a target that is tested needs them all: to read the keys of a hundred providers takes seconds.
  let known: string[] | null = null;
  return {
    ...settings,
    ...boundsOf(settings, contract, environment),
    name,
    contract,
    environment,
    baseUrl,
    credentials,
    probe: asked.probe,
    tls,
    clientCertificate: clientCertificateOf(tls, settings.tls, (part) => variableOf(contract, `tls_${part}`)),
    get secrets() {
      known ??= [...new Set([...ownSecrets, ...secretsOf(environment, environment.contracts, variables)])];
      return known;
    },
    ownSecrets,
    waivers: environment.waivers.filter((waiver) => waiver.provider === provider),
    proxy,
    mockHost: baseUrl !== null && isMockHost(baseUrl, environment),
    onlyControl: productionGuard(environment, variables),
  };
}

/** Most requests a second in the deep profile: it sends four times as many, and nobody waits for it. */
const deepPace = 2;

/** Most requests of a run where the environment gives no limit. */
const mostRequests = { default: 200, deep: 300 };

/** What a request to a target is built from, beside its time and its token. */
export function buildingOf({ contract, credentials, timestampOffset, probe, clientCertificate }: Target) {
  return { contract, credentials, timestampOffset, probe, clientCertificate };
}

/** The limits of the environment, adjusted to the profile. */
function boundsOf(
  { pace, maxRequests }: ProviderSettings,
  { profile }: Contract,
  { kind }: Environment,
): Pick<Target, 'pace' | 'maxRequests'> {
  const perSecond =
    profile === 'deep' && kind !== 'mock' ? Math.min(pace.perSecond ?? deepPace, deepPace) : pace.perSecond;
  return { pace: { ...pace, perSecond }, maxRequests: maxRequests ?? mostRequests[profile ?? 'default'] };
}

function readProxyOf(
  baseUrl: string | null,
  environment: Environment,
  variables: Record<string, string>,
  problems: string[],
): ProxyServer | null {
  if (!baseUrl || !isUrl(baseUrl)) return null;
  try {
    const proxy = proxyFor(baseUrl, variables);
    const host = proxy?.hostname.includes(':') ? `[${proxy.hostname}]` : proxy?.hostname;
    if (proxy)
      problems.push(
        ...productionFault(new URL(`${proxy.protocol}//${host}:${proxy.port}`), environment, variables).map(
          (fault) => `the proxy: ${fault}`,
        ),
      );
    return proxy;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    problems.push(error.message);
    return null;
  }
}

function addressProblems(
  baseUrl: string,
  environment: Environment,
  { operation, operations }: Contract,
  variables: Record<string, string>,
): string[] {
  const url = isUrl(baseUrl) ? new URL(baseUrl) : null;
  const production = url ? productionFault(url, environment, variables) : [];
  const written = writingFaults(baseUrl);
  if (!url || written.length + production.length > 0) return [...written, ...production];
  const twice = pathTwice(
    baseUrl,
    [operation, ...operations].map(({ path }) => path),
  );
  const misplaced = [
    ...mockFault(url, environment),
    ...(twice === null
      ? []
      : [`baseUrl ends with ${twice}, the path of an operation, which is put after it; leave it out`]),
  ];
  // A mock in a container beside the run has no certificate, and its secrets are made up.
  const plain = url.protocol === 'http:' && !isLoopback(baseUrl) && !isMockHost(baseUrl, environment);
  return plain
    ? [
        `http://${url.host} is not https; plain http is only for loopback, and for a host that mockHosts names`,
        ...misplaced,
      ]
    : misplaced;
}
