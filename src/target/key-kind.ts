/** The kinds of private keys, and which of them a contract asks for. */
import type { KeyObject } from 'node:crypto';
import type { Contract } from '../contract/types.ts';
import type { SignatureRow } from '../formats/auth.ts';
import { own } from '../formats/json.ts';

/** A kind of private key that a contract may ask for. */
export type KeyKind = 'RSA' | 'EC P-256' | 'Ed25519';

const called: Readonly<Record<string, KeyKind>> = { rsa: 'RSA', ed25519: 'Ed25519' };

/** The kind of a key; as Node.js calls it where no contract asks for such a one. */
export function kindOf(key: KeyObject): string {
  const { asymmetricKeyType: type = 'unknown', asymmetricKeyDetails: details } = key;
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'EC P-256';
  return own(called, type) ?? type;
}

const keyKinds: Partial<Record<SignatureRow['algorithm'], KeyKind>> = {
  'ecdsa-p256-sha256': 'EC P-256',
  ed25519: 'Ed25519',
};

/** The kind of key that what is signed with a credential needs. */
export function keyKindOf({ operations }: Contract, credential: string): KeyKind {
  const rows = operations.flatMap(({ control }) => control.auth.flatMap(({ signature }) => signature ?? []));
  const row = rows.find(({ key }) => key.credential === credential);
  return (row && keyKinds[row.algorithm]) ?? 'RSA';
}
