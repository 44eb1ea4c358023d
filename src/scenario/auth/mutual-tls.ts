import { X509Certificate } from 'node:crypto';
import { literal, type Shell, shellWord, variable } from '../shell.ts';
import type { ClientCertificate, Mechanism, Sealed, SentCertificate } from './mechanism.ts';
import { otherCertificate } from './other-certificate.ts';

const fileVariable = 'conformance_client';
const file = `"$${fileVariable}"`;

/** The files of other mechanisms, whose line for the end of the shell this one replaces. */
const others = ['conformance_key', 'conformance_message'].map((name) => `"\${${name}-}"`);

const newFile = [`${fileVariable}=$(mktemp)`, `trap 'rm -f ${[file, ...others].join(' ')}' EXIT`];

/** Shell lines that put certificate and key into one file, whether the variables hold PEM text or paths to .pem or .p12 files. */
function ownLines({ from }: ClientCertificate): string[] {
  const texts = [from.cert, ...(from.key ? [from.key] : [])];
  const put = (text: Shell): string[] => {
    const given = shellWord(text);
    const store = `openssl pkcs12 -in ${given} -nodes -passin env:conformance_client_passphrase`;
    // Line breaks may be written \n, as the suite takes them. The bracket before the pattern is for bash 3.2.
    return [
      `case ${given} in (*BEGIN*) printf '%b\\n' ${given};; (*) if grep -q BEGIN < ${given}; then cat < ${given}; else ${store}; fi;; esac >> ${file}`,
    ];
  };
  return [
    // A passphrase among the arguments of a command could be read by everyone on the machine.
    `export conformance_client_passphrase=${from.passphrase ? shellWord(from.passphrase) : "''"}`,
    ...newFile,
    ...texts.flatMap(put),
  ];
}

/** The names of a certificate as OpenSSL takes them: `/O=Acme/CN=client`. */
function subjectOf(cert: string): Shell {
  const names = new X509Certificate(cert).subject.split('\n');
  return literal(names.map((name) => `/${name.replaceAll('/', '\\/')}`).join(''));
}

/** Shell lines that make a certificate of the same names by a key of its own. */
const otherLines = (cert: string): string[] => [
  ...newFile,
  `openssl req -x509 -newkey rsa:2048 -nodes -utf8 -keyout ${file} -subj ${shellWord(subjectOf(cert))} -days 2 2>/dev/null >> ${file}`,
];

const sent = (certificate: SentCertificate, prelude: string[]): Sealed => ({ headers: [], prelude, certificate });

const none = sent({ identity: null, isOwn: false, options: [] }, []);

const fromFile: [string, Shell] = ['cert', variable(fileVariable)];

/** The client's own certificate: what a connection has where no mechanism says otherwise. */
export function ownCertificate(certificate: ClientCertificate): Sealed {
  const { cert, key, from } = certificate;
  const options: [string, Shell][] = [
    fromFile,
    ...(from.passphrase ? [['pass', from.passphrase] satisfies [string, Shell]] : []),
  ];
  return sent({ identity: { cert, key }, isOwn: true, options }, ownLines(certificate));
}

function another({ cert }: ClientCertificate): Sealed {
  return sent({ identity: otherCertificate(cert), isOwn: false, options: [fromFile] }, otherLines(cert));
}

const ways: Record<string, { title: string; seal(certificate: ClientCertificate): Sealed }> = {
  'no-certificate': { title: 'without a client certificate', seal: () => none },
  'other-certificate': { title: 'with a client certificate of the same names by another key', seal: another },
};

/** Mutual TLS (RFC 8705): the certificate of the connection, which the environment gives under `tls`, is the credential. */
export const mutualTls: Mechanism = {
  inputs: [],
  forged: () => Object.keys(ways),
  breaks: { 'no-certificate': 'out', 'other-certificate': 'own' },
  headers: () => [],
  ways: () => Object.fromEntries(Object.entries(ways).map(([way, { title }]) => [way, title])),
  seal({ way }, { clientCertificate }) {
    // A target that has none is refused before; a page may be made without any.
    if (!clientCertificate) return { headers: [], prelude: [] };
    if (way === null) return ownCertificate(clientCertificate);
    const known = ways[way];
    if (!known) throw new Error(`mutual TLS has no way "${way}"`);
    return known.seal(clientCertificate);
  },
};
