import { fileURLToPath } from 'node:url';
import { readYaml } from './yaml.ts';

/** The one account each provider knows. */
export interface Accounts {
  singapay: { partnerId: string; clientId: string; clientSecret: string };
  /** `publicKey` is an SPKI PEM. */
  finnet: { clientKey: string; publicKey: string };
  pyng: { username: string; password: string; scopes: string[] };
}

/** Reads the throw-away accounts of accounts.yaml. */
export function readAccounts(): Accounts {
  return readYaml(fileURLToPath(new URL('./accounts.yaml', import.meta.url))) as Accounts;
}
