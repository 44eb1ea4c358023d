/** The certificate of somebody else who calls himself as the client does. */
import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { createRequire } from 'node:module';
import type Forge from 'node-forge';

// Loaded only where such a certificate is sent.
const loadForge = (): typeof Forge => createRequire(import.meta.url)('node-forge');

/** PEM texts; the key is unencrypted. */
export interface Identity {
  cert: string;
  key: string;
}

interface Kind {
  generate(): { publicKey: KeyObject; privateKey: KeyObject };
  hash: 'sha256' | null;
  /** Object identifier of the signature, and whether it has the parameter NULL (RFC 4055, RFC 5758, RFC 8410). */
  oid: string;
  hasNull: boolean;
}

const rsa: Kind = {
  generate: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  hash: 'sha256',
  oid: '1.2.840.113549.1.1.11',
  hasNull: true,
};

/** A key of the kind of another: a server may take no other kind. */
function kindOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): Kind {
  if (asymmetricKeyType === 'ec') {
    const namedCurve = asymmetricKeyDetails?.namedCurve ?? 'P-256';
    const generate = () => generateKeyPairSync('ec', { namedCurve });
    return { generate, hash: 'sha256', oid: '1.2.840.10045.4.3.2', hasNull: false };
  }
  if (asymmetricKeyType === 'ed25519')
    return { generate: () => generateKeyPairSync('ed25519'), hash: null, oid: '1.3.101.112', hasNull: false };
  return rsa;
}

/** A certificate that says all that the given one says, by a key of its own that also signs it. */
function forge({ raw, publicKey: own }: X509Certificate): Identity {
  const { asn1, util } = loadForge();
  const { generate, hash, oid, hasNull } = kindOf(own);
  const { publicKey, privateKey } = generate();
  const parse = (der: Buffer): Forge.asn1.Asn1 => asn1.fromDer(util.createBuffer(der.toString('binary')));
  const { UNIVERSAL } = asn1.Class;
  const algorithm = asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, [
    asn1.create(UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(oid).getBytes()),
    ...(hasNull ? [asn1.create(UNIVERSAL, asn1.Type.NULL, false, '')] : []),
  ]);
  const [signed] = members(parse(raw));
  // Version, serial, algorithm, issuer, validity, subject, key, extensions (RFC 5280, section 4.1); the first may be left out.
  const parts = members(signed);
  const first = parts[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC ? 1 : 0;
  const key = parse(publicKey.export({ type: 'spki', format: 'der' }));
  const changed = parts.map((part, index) => (index === first + 1 ? algorithm : index === first + 5 ? key : part));
  const content = asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, changed);
  const bytes = Buffer.from(asn1.toDer(content).getBytes(), 'binary');
  const signature = sign(hash, bytes, privateKey).toString('binary');
  const whole = asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, [
    content,
    algorithm,
    asn1.create(UNIVERSAL, asn1.Type.BITSTRING, false, `\0${signature}`),
  ]);
  const der = Buffer.from(asn1.toDer(whole).getBytes(), 'binary');
  return {
    cert: new X509Certificate(der).toString(),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function members(node: Forge.asn1.Asn1 | undefined): Forge.asn1.Asn1[] {
  return Array.isArray(node?.value) ? node.value : [];
}

const made = new Map<string, Identity>();

/** Another's certificate for each of the client's: of the same names, number and dates, and of another key. */
export function otherCertificate(cert: string): Identity {
  const known = made.get(cert) ?? forge(new X509Certificate(cert));
  made.set(cert, known);
  return known;
}
