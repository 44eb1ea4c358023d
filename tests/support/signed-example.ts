/** An example whose payment is signed in each way that a row gives. */
import { generateKeyPairSync } from 'node:crypto';
import { twistsOf } from '../../src/scenario/auth/signature/twists.ts';
import { rsaKey } from './keys.ts';
import { type ChangedExample, changedExample } from './variant.ts';

/** A signature of a contract; the timestamp is written as YAML. */
export interface Row {
  algorithm: string;
  encoding: string;
  over: string;
  timestamp?: string;
  /** What stands in the header beside the signature. */
  value?: string;
}

const pemOf = (key: { export(options: object): string | Buffer }): string =>
  key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** A key for each kind of algorithm; the names of the algorithms begin with the kinds. */
const keys: Record<string, () => string> = {
  rsa: () => rsaKey,
  ecdsa: () => pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
  ed25519: () => pemOf(generateKeyPairSync('ed25519').privateKey),
  hmac: () => 'Throw away: a secret with blanks, "quotes", $signs and ünïcode',
};

/** A signature of each algorithm and encoding, over each kind of ingredient. */
export const rows: Record<string, Row> = {
  'RSA, Base64, a token and the path with its query': {
    algorithm: 'rsa-sha256',
    encoding: 'base64',
    over: '{method} {target} {token|lower}',
    timestamp: '{ header: X-Time, form: "yyyy-MM-dd\'T\'HH:mm:ss.SSSxx", zone: "-03:30" }',
  },
  'RSA-PSS, Base64url, the body as it is sent': {
    algorithm: 'rsa-pss-sha256',
    encoding: 'base64url',
    over: '{body}.{header:X-Time}',
    timestamp: '{ header: X-Time, form: epoch-seconds }',
  },
  'ECDSA, hexadecimal, a hash of the body': {
    algorithm: 'ecdsa-p256-sha256',
    encoding: 'hex',
    over: '{{{sha256(body)|base64}}}\n{header:Idempotency-Key|upper}{header:X-Time}',
    timestamp: '{ header: X-Time, form: epoch-milliseconds }',
  },
  'Ed25519, hexadecimal in capitals, header and body, one part of its header': {
    algorithm: 'ed25519',
    encoding: 'hex-upper',
    over: '{header:Content-Type}|{sha512(minified body)|hex|upper}',
    value: 'Signature keyId="{credential:clientId}", key="{header:Idempotency-Key|lower}",signature="{signature}"',
  },
  'HMAC-SHA-256, Base64, a credential and the date': {
    algorithm: 'hmac-sha256',
    encoding: 'base64',
    over: '{credential:clientId}_{date:yyyyMMdd}_{path}_{body}',
  },
  'HMAC-SHA-256, hexadecimal behind its name, the date of HTTP': {
    algorithm: 'hmac-sha256',
    encoding: 'hex',
    value: 'HMACSHA256={signature}',
    over: '{method} {path}\n{header:X-Time}',
    timestamp: '{ header: X-Time, form: "EEE, dd MMM yyyy HH:mm:ss \'GMT\'" }',
  },
  'HMAC-SHA-512, hexadecimal, the SNAP transaction': {
    algorithm: 'hmac-sha512',
    encoding: 'hex',
    over: '{method}:{path}:{token}:{sha256(minified body)|hex|lower}:{header:X-Time}',
    timestamp: '{ header: X-Time, form: "yyyy-MM-dd\'T\'HH:mm:ssXXX", zone: "+07:00" }',
  },
};

/** The kind of algorithm, which decides the key. */
export const kindOf = ({ algorithm }: Row): string => algorithm.split('-')[0] ?? '';

/** The example whose payment is signed beside its token; every way that the row gives is broken by one demand. */
export function signedExample(row: Row): ChangedExample {
  const { algorithm, encoding, over, timestamp, value } = row;
  const format = kindOf(row) === 'hmac' ? '' : ', format: private-key';
  const spoken = {
    mechanism: 'signature' as const,
    header: 'X-Sign',
    key: { credential: 'signingKey' },
    ...{ algorithm, encoding, over, ...(value === undefined ? {} : { value }) },
    ...(timestamp
      ? {
          timestamp: {
            header: 'X-Time',
            form: /form: ("[^"]+"|[^,}]+)/.exec(timestamp)?.[1]?.replace(/"/g, '').trim() ?? '',
          },
        }
      : {}),
  };
  // A time in UTC is one of the provider's time, written otherwise; nothing else is.
  const broken = Object.keys(twistsOf(spoken as Parameters<typeof twistsOf>[0])).filter(
    (way) => way !== 'timestamp-utc',
  );
  const line = `auth: [{ mechanism: bearer }, { mechanism: signature, header: X-Sign, algorithm: ${algorithm}, key: { credential: signingKey }, encoding: ${encoding}, over: ${JSON.stringify(over)}${value ? `, value: ${JSON.stringify(value)}` : ''}${timestamp ? `, timestamp: ${timestamp}` : ''} }]`;
  return changedExample()
    .replace(
      '    auth: { mechanism: bearer }\n    headers: { Accept: application/json, Idem',
      `    ${line}\n    headers: { Accept: application/json, Idem`,
    )
    .replace(
      '  accountId:\n',
      `  signingKey: { description: What payments are signed with, secret: true${format} }\n  accountId:\n`,
    )
    .replace(
      'clauses:\n',
      `clauses:\n  - id: EXAMPLE-signed\n    statement: A signature over anything else than the request is refused.\n    level: must\n    source: payments\n    at: Signature\n    operation: createPayment\n    demand: { auth: signature, break: [${broken.join(', ')}] }\n    refusal: token\n`,
    )
    .replace('      accountId:', `      signingKey: ${JSON.stringify(keys[kindOf(row)]?.())}\n      accountId:`, {
      file: 'environment.yaml',
    });
}
