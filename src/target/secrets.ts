import type { Contract } from '../contract/types.ts';
import { own } from '../formats/json.ts';
import { proxySecrets } from '../wire/proxy.ts';
import type { Environment, ProviderSettings } from './environment.ts';
import { keyTexts } from './keys.ts';
import { probeSecrets } from './probe-values.ts';
import { variableIn } from './reference.ts';
import { webhookVariable } from './variables.ts';

type Resolve = (value: string) => string;

function credentialSecrets(settings: ProviderSettings, contract: Contract | undefined, resolve: Resolve): string[] {
  const given = settings.credentials;
  const passphrase = typeof given['passphrase'] === 'string' ? resolve(given['passphrase']) : '';
  return Object.entries(given).flatMap(([name, value]) => {
    const values = [value].flat().map(resolve);
    const keys = (): string[] => values.flatMap((one) => keyTexts(one, passphrase));
    // Without its contract, any may be secret, and any a key.
    if (!contract) return [...values, ...keys()];
    const spec = own(contract.credentials, name);
    if (!spec?.secret) return [];
    return spec.format === 'private-key' ? keys() : values;
  });
}

function tlsSecrets({ tls }: ProviderSettings, resolve: Resolve): string[] {
  const passphrase = tls.passphrase === undefined ? '' : resolve(tls.passphrase);
  const keys = [tls.key, tls.cert].flatMap((value) =>
    value === undefined ? [] : keyTexts(resolve(value), passphrase),
  );
  return [passphrase, ...keys];
}

/**
 * Every secret value of an environment, of all of its providers: an answer of one may hold a secret of another.
 * Credentials that the contracts call secret, all of those whose contract does not load, passphrases, private keys (as given, and as PKCS#8 PEM), variables that a probe names, the addresses of
 * webhooks and the password of the proxy; missing and unreadable ones are left out. Each once, none empty.
 */
export function secretsOf(
  environment: Pick<Environment, 'providers' | 'notify'>,
  contracts: Record<string, Contract>,
  variables: Record<string, string>,
): string[] {
  const resolve: Resolve = (value) => {
    const variable = variableIn(value);
    return variable === null ? value : (variables[variable] ?? '');
  };
  const found = Object.entries(environment.providers).flatMap(([provider, settings]) => [
    ...credentialSecrets(settings, contracts[provider], resolve),
    ...tlsSecrets(settings, resolve),
    ...probeSecrets(settings, resolve),
  ]);
  const webhooks = [environment.notify ?? '', webhookVariable].map((name) => variables[name] ?? '');
  return [...new Set([...found, ...webhooks, ...proxySecrets(variables)])].filter((secret) => secret !== '');
}
