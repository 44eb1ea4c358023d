import type { Contract } from '../contract/types.ts';
import { hashOf } from '../formats/digest.ts';
import type { Environment } from './environment.ts';
import { variableIn } from './reference.ts';
import { variables } from './variables.ts';

/** A setting as a hash may hold it: a reference unchanged, and a value only where it is not a secret. */
function shown(value: string, secret: boolean): string {
  return secret && variableIn(value) === null ? 'a value' : value;
}

/**
 * SHA-256, hexadecimal, of the settings of one provider in an environment file, without any secret. An address from a
 * variable is included, since one name may mean different servers on two machines.
 */
export function environmentHash({ provider, credentials: specs }: Contract, environment: Environment): string {
  const { kind, strictness, waivers } = environment;
  const settings = environment.providers[provider];
  if (!settings) return hashOf([kind, strictness]);
  const { baseUrl, credentials, tls, ...rest } = settings;
  const variable = variableIn(baseUrl ?? '');
  const given = Object.entries(credentials).map(([name, value]) => [
    name,
    [value].flat().map((item) => shown(item, specs[name]?.secret ?? true)),
  ]);
  const files = Object.entries(tls).map(([name, value]) => [
    name,
    shown(value ?? '', name === 'key' || name === 'passphrase'),
  ]);
  const waived = waivers.filter((waiver) => waiver.provider === provider).map(({ where: _where, ...row }) => row);
  const address = variable === null ? baseUrl : (variables()[variable] ?? baseUrl);
  return hashOf({ kind, strictness, address, given, files, waived, ...rest });
}
