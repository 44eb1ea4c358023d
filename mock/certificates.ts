import { privateEncrypt, randomBytes } from 'node:crypto';
import net from 'node:net';
import forge from 'node-forge';

/** A private key and its certificate, as PEM texts. */
export interface Identity {
  key: string;
  cert: string;
  /** The key, the certificate and its authority as a PKCS#12 key store. */
  pkcs12(passphrase: string): Buffer;
}

/** What a certificate is issued for. */
export interface CertificateRequest {
  commonName: string;
  usage: 'server' | 'client';
  /** Host names and IP addresses. */
  altNames?: readonly string[];
  /** A day ago, unless given. */
  notBefore?: Date;
  /** In thirty days, unless given. */
  notAfter?: Date;
  /** 2048, unless given. */
  keyBits?: number;
}

/** A throw-away certificate authority. */
export interface Authority {
  /** Its own certificate, PEM. */
  cert: string;
  issue(request: CertificateRequest): Identity;
}

const day = 24 * 3600 * 1000;

/** A certificate all but signed: positive random serial (RFC 5280, section 4.1.2.2), subject and validity. */
function draft(keys: forge.pki.rsa.KeyPair, request: Omit<CertificateRequest, 'usage'>): forge.pki.Certificate {
  const cert = forge.pki.createCertificate();
  cert.publicKey = keys.publicKey;
  cert.serialNumber = `01${randomBytes(15).toString('hex')}`;
  cert.validity.notBefore = request.notBefore ?? new Date(Date.now() - day);
  cert.validity.notAfter = request.notAfter ?? new Date(Date.now() + 30 * day);
  cert.setSubject([{ name: 'commonName', value: request.commonName }]);
  return cert;
}

function altName(name: string) {
  return net.isIP(name) ? { type: 7, ip: name } : { type: 2, value: name };
}

function extensionsOf(request: CertificateRequest) {
  const usage = request.usage === 'server' ? { serverAuth: true } : { clientAuth: true };
  const altNames = (request.altNames ?? []).map(altName);
  return [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', ...usage },
    ...(altNames.length > 0 ? [{ name: 'subjectAltName', altNames }] : []),
  ];
}

/** What stands before a hash of SHA-256 in what RSA signs (RFC 8017, section 9.2). */
const beforeHash = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** A key whose signatures are those of node-forge, made by OpenSSL: in JavaScript they take ten times as long. */
function quickly(key: forge.pki.rsa.PrivateKey): forge.pki.rsa.PrivateKey {
  const pem = forge.pki.privateKeyToPem(key);
  return {
    ...key,
    sign(hash) {
      const bytes = Buffer.from(typeof hash === 'string' ? hash : hash.digest().getBytes(), 'latin1');
      return privateEncrypt(pem, Buffer.concat([beforeHash, bytes])).toString('latin1');
    },
  };
}

/**
 * Mints an authority that lives only as long as it is kept; nothing is written to disk.
 * @param keyPair gives each key, by its number of bits; a new one, unless given
 */
export function mintAuthority(
  commonName = 'Throw-away test authority',
  keyPair: (bits: number) => forge.pki.rsa.KeyPair = (bits) => forge.pki.rsa.generateKeyPair(bits),
): Authority {
  const caKeys = keyPair(2048);
  const signing = quickly(caKeys.privateKey);
  const caCert = draft(caKeys, { commonName, notBefore: new Date(Date.now() - 3650 * day) });
  caCert.setIssuer(caCert.subject.attributes);
  caCert.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  caCert.sign(signing, forge.md.sha256.create());

  const issue = (request: CertificateRequest): Identity => {
    const keys = keyPair(request.keyBits ?? 2048);
    const cert = draft(keys, request);
    cert.setIssuer(caCert.subject.attributes);
    cert.setExtensions(extensionsOf(request));
    cert.sign(signing, forge.md.sha256.create());
    return {
      key: forge.pki.privateKeyInfoToPem(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(keys.privateKey))),
      cert: forge.pki.certificateToPem(cert),
      pkcs12: (passphrase) => {
        const store = forge.pkcs12.toPkcs12Asn1(keys.privateKey, [cert, caCert], passphrase, { algorithm: 'aes256' });
        return Buffer.from(forge.asn1.toDer(store).getBytes(), 'latin1');
      },
    };
  };
  return { cert: forge.pki.certificateToPem(caCert), issue };
}
