/** The credentials of a target, read and checked. */
import type { Contract } from '../contract/types.ts';
import { own, recordOf } from '../formats/json.ts';
import type { Credential, Credentials } from '../scenario/draft.ts';
import { keyUseOf } from './key-kind.ts';
import { readPrivateKey } from './keys.ts';
import { passphraseRemedy } from './passphrase-remedy.ts';
import { KeyError } from './pem.ts';
import { variableIn } from './reference.ts';
import type { SettingsReader } from './settings-reader.ts';
import { sentInHeaders, valueFault } from './value-fault.ts';

/**
 * Name of the variable from which a shell command takes a credential that the environment gives no name:
 * `PROVIDER_CREDENTIAL`.
 */
export function variableOf(contract: Contract, credential: string): string {
  return `${contract.provider}_${credential}`
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/^(?=[0-9])|[^A-Za-z0-9_]/g, '_')
    .toUpperCase();
}

/** The credentials by name, keys as PKCS#8 PEM; what is missing or cannot be meant is reported. */
export function readCredentials(reader: SettingsReader, contract: Contract): Credentials {
  const { environment, settings, place, resolve, problems } = reader;
  const entries = Object.entries(contract.credentials).flatMap(([name, spec]): [string, Credential][] => {
    const given = settings.credentials[name];
    if (given === undefined) return [];
    const where = place('credentials', name);
    if (Array.isArray(given))
      return [[name, { name, value: given.map((item) => resolve(item, where)), variable: '', secret: false }]];
    const variable = variableIn(given);
    if (spec.secret && !variable && environment.kind !== 'mock') {
      problems.push(
        `${where}: ${name} is a secret and is written here in clear; put it into a variable and write $NAME`,
      );
    }
    const value = resolve(given, where, spec.optional);
    if (spec.optional && value === '') return [];
    return [[name, { name, value, variable: variable ?? variableOf(contract, name), secret: spec.secret }]];
  });
  const credentials = recordOf(entries);
  const opening = openKeys(reader, contract, credentials);
  const inHeaders = sentInHeaders(contract, settings);
  for (const [name, { value }] of Object.entries(credentials)) {
    // A key says itself what it lacks, and what opens one is right, whatever it looks like.
    if (contract.credentials[name]?.format !== undefined || opening.has(name)) continue;
    const use = { mock: environment.kind === 'mock', lines: !inHeaders.has(name) };
    for (const [index, item] of [value].flat().entries()) {
      const fault = item === '' ? null : valueFault(item, use);
      const variable = variableIn([settings.credentials[name] ?? ''].flat()[index] ?? '');
      const from = variable === null ? '' : ` (variable ${variable})`;
      if (fault !== null) problems.push(`${place('credentials', name)}: ${name}${from} ${fault}`);
    }
  }
  return credentials;
}

/** Reads the private keys in place. Returned are the names of the passphrases that belong to keys which could be read. */
function openKeys(
  { settings, place, problems }: SettingsReader,
  contract: Contract,
  credentials: Credentials,
): ReadonlySet<string> {
  const opening = new Set<string>();
  for (const [name, { format }] of Object.entries(contract.credentials)) {
    const found = own(credentials, name);
    if (format !== 'private-key' || !found || Array.isArray(found.value) || found.value === '') continue;
    const { kind, passphrase } = keyUseOf(contract, name);
    const phrase = [own(settings.credentials, passphrase)].flat()[0];
    try {
      found.value = readPrivateKey(found.value, String(own(credentials, passphrase)?.value ?? ''), kind);
      opening.add(passphrase);
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      problems.push(
        `${place('credentials', name)}: ${name} (variable ${found.variable}) ${error.message}${passphraseRemedy(error, phrase, passphrase)}`,
      );
    }
  }
  return opening;
}
