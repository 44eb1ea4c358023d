/** The kinds of private keys, and which of them a contract asks for. */
import type { KeyObject } from 'node:crypto';
import type { Contract } from '../contract/types.ts';
import type { AssertionRow, SignatureRow } from '../formats/auth.ts';
import { own } from '../formats/json.ts';

/** A kind of private key that a contract may ask for. */
export type KeyKind = 'RSA' | 'EC P-256' | 'Ed25519';

const types: Readonly<Record<string, KeyKind>> = { rsa: 'RSA', ec: 'EC P-256', ed25519: 'Ed25519' };

/** Why a key is not of the kind; null where it is. */
export function notOfKind(key: KeyObject, wanted: KeyKind): string | null {
  const { asymmetricKeyDetails: details } = key;
  const type = String(key.asymmetricKeyType);
  if (own(types, type) !== wanted) return `is a key of type ${type}, not ${wanted}`;
  const curve = details?.namedCurve;
  return type === 'ec' && curve !== 'prime256v1' ? `is a key on the curve ${curve}, not on P-256` : null;
}

const keyKinds: Partial<Record<SignatureRow['algorithm'] | AssertionRow['algorithm'], KeyKind>> = {
  'ecdsa-p256-sha256': 'EC P-256',
  ed25519: 'Ed25519',
  ES256: 'EC P-256',
  EdDSA: 'Ed25519',
};

/** The kind of key that a credential is to hold, and the credential that is its passphrase. */
export function keyUseOf({ operations }: Contract, credential: string): { kind: KeyKind; passphrase: string } {
  const rows = operations.flatMap(({ control }) =>
    control.auth.flatMap(({ signature, assertion }) => signature ?? assertion ?? []),
  );
  const row = rows.find(({ key }) => key.credential === credential);
  return { kind: (row && keyKinds[row.algorithm]) ?? 'RSA', passphrase: row?.key.passphrase ?? 'passphrase' };
}
