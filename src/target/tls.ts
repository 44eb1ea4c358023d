/** The TLS settings of a target, read and checked. */
import type { TlsSettings } from '../wire/connect.ts';
import { readClientIdentity } from './keys.ts';
import { passphraseRemedy } from './passphrase-remedy.ts';
import { variableIn } from './reference.ts';
import type { SettingsReader } from './settings-reader.ts';
import { valueFault } from './value-fault.ts';

/** Our own authority and client certificate as PEM texts; what is wrong with them is reported. */
export function readTls(
  { environment, settings, place, resolve, problems }: SettingsReader,
  baseUrl: string | null,
  variables: Record<string, string>,
): TlsSettings {
  const given = Object.fromEntries(
    Object.entries(settings.tls).map(([key, value]) => [key, resolve(value, place('tls', key))]),
  );
  for (const key of ['key', 'passphrase'] as const) {
    const value = settings.tls[key];
    // A path to a key is not a secret; its text is, and so is a passphrase.
    const clear =
      value !== undefined && variableIn(value) === null && (key === 'passphrase' || value.includes('-----BEGIN'));
    if (clear && environment.kind !== 'mock')
      problems.push(`${place('tls', key)}: ${key} is written here in clear; put it into a variable and write $NAME`);
  }
  if (Object.values(given).includes('')) return {};
  const file = variables['NODE_EXTRA_CA_CERTS'] ?? '';
  const known = process.env['NODE_EXTRA_CA_CERTS'] === file;
  const { identity, faults, closed } = readClientIdentity(
    given,
    file && baseUrl?.startsWith('https:') ? { file, known } : null,
  );
  for (const { name, fault, passphrase = null } of faults) {
    const remedy = passphraseRemedy({ passphrase }, settings.tls.passphrase, 'passphrase');
    const where = name === 'NODE_EXTRA_CA_CERTS' ? name : `${place('tls', name)}: tls.${name}`;
    problems.push(`${where} ${fault}${remedy}`);
  }
  // What opens a key is right, whatever it looks like.
  const { passphrase = '' } = given;
  const fault = closed ? valueFault(passphrase, { mock: environment.kind === 'mock', lines: false }) : null;
  if (fault !== null) problems.push(`${place('tls', 'passphrase')}: tls.passphrase ${fault}`);
  return identity;
}
