import { randomUUID } from 'node:crypto';
import type { AssertionRow } from '../../formats/auth.ts';
import { own } from '../../formats/json.ts';
import { output, shellWord, through, variable } from '../shell.ts';
import { altered, change, encoded, join, jsonString, plain, type Text } from '../text.ts';
import { toBase64url } from './bearer.ts';
import type { AuthDraft, Mechanism, SealContext } from './mechanism.ts';
import { type Algorithm, keyLines, type SigningKey, signatureOf, signCommand } from './signature/algorithms.ts';
import { carriedKey } from './signature/unknown-keys.ts';

const bearerType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const [nowVariable, idVariable, inputVariable] = [
  'conformance_assertion_now',
  'conformance_assertion_id',
  'conformance_assertion_input',
];

type Name = AssertionRow['algorithm'];

const algorithms: Record<Name, Algorithm> = {
  RS256: { kind: 'rsa', hash: 'sha256' },
  PS256: { kind: 'rsa-pss', hash: 'sha256' },
  ES256: { kind: 'ecdsa', hash: 'sha256' },
  EdDSA: { kind: 'ed25519', hash: 'sha512' },
};

/** Another algorithm that the same key signs by; those of elliptic curves have none in JOSE. */
const otherAlgorithm: Partial<Record<Name, Name>> = { RS256: 'PS256', PS256: 'RS256' };

type Claim = 'iss' | 'sub' | 'aud' | 'exp' | 'jti';

/** What a way does otherwise than documented. */
interface Twist {
  title: string;
  /** A claim that is another, or that is not there. */
  other?: Claim;
  without?: Claim;
  /** Seconds from now to exp. */
  expiry?: number;
  audienceList?: true;
  key?: 'unknown' | 'published';
  /** The alg of the header, with no signature to it. */
  none?: 'none' | 'None';
  /** What becomes of the signature. */
  signature?: 'absent' | 'bit-flip';
  otherAlgorithm?: true;
  /** What is sent in place of the assertion; null for no parameter. */
  instead?: string | null;
  type?: string;
  /** The identifier of an assertion that was granted before. */
  replayed?: boolean;
}

const claimNames: Record<Claim, string> = {
  iss: 'issuer',
  sub: 'subject',
  aud: 'audience',
  exp: 'expiry',
  jti: 'identifier',
};

const ways: Record<string, Twist> = {
  absent: { title: 'no client assertion', instead: null },
  empty: { title: 'an empty client assertion', instead: '' },
  'not-jwt': { title: 'a client assertion that is no JWT', instead: 'not.a.JWT' },
  'other-type': {
    title: 'a client assertion of the type of SAML',
    type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
  },
  'other-key': { title: 'a client assertion of another private key', key: 'unknown' },
  'other-algorithm': { title: 'a client assertion by another algorithm', otherAlgorithm: true },
  'alg-none': { title: 'a client assertion under alg none, unsigned', none: 'none' },
  'alg-none-capitalised': { title: 'a client assertion under alg None, unsigned', none: 'None' },
  // A reader that takes any of these from the header takes the key of whoever signs (RFC 8725, section 3.10).
  'embedded-key': { title: 'a client assertion by the key that its own header carries', key: 'published' },
  unsigned: { title: 'a client assertion with its signature taken away', signature: 'absent' },
  'bit-flip': { title: 'a client assertion with one bit of its signature flipped', signature: 'bit-flip' },
  ...Object.fromEntries(
    (['iss', 'sub', 'aud'] as const).map((claim): [string, Twist] => [
      `other-${claimNames[claim]}`,
      { title: `a client assertion with another ${claim}, well signed`, other: claim },
    ]),
  ),
  ...Object.fromEntries(
    (['iss', 'sub', 'aud', 'exp', 'jti'] as const).map((claim): [string, Twist] => [
      `no-${claimNames[claim]}`,
      { title: `a client assertion without ${claim}, well signed`, without: claim },
    ]),
  ),
  expired: { title: 'a client assertion that has expired, well signed', expiry: -600 },
  replayed: { title: 'a client assertion whose jti was sent before, well signed', replayed: true },
  'audience-list': { title: 'a client assertion whose aud is a list of one', audienceList: true },
};

const base64url = (text: Text): Text =>
  change(text, {
    value: (value) => Buffer.from(value).toString('base64url'),
    shown: (shown) => `‹Base64url of ${shown}›`,
    command: toBase64url,
  });

const quoted = (text: Text): Text => join('"', encoded(text, jsonString), '"');

/** The members of a JSON object. */
const object = (members: [name: string, value: Text][]): Text =>
  join(
    '{',
    ...members.flatMap(([name, value], index) => [index === 0 ? '' : ',', `${JSON.stringify(name)}:`, value]),
    '}',
  );

/** The two numbers of an ECDSA signature, of 32 bytes each, as JOSE wants them (RFC 7518, section 3.4). */
function rawOf(der: Buffer): Buffer {
  const length = der[3] ?? 0;
  const numbers = [der.subarray(4, 4 + length), der.subarray(6 + length)];
  return Buffer.concat(numbers.map((number) => Buffer.concat([Buffer.alloc(32), number]).subarray(-32)));
}

const toRaw = `perl -0777 -ne '$n=ord substr $_,3,1;for(substr($_,4,$n),substr($_,6+$n)){print substr((chr(0)x32).$_,-32)}'`;

const flipped = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]);
const flip = `perl -0777 -pe 'substr($_,-1)=chr(ord(substr($_,-1))^1)'`;

/** A value, and the shell expression that makes it when the command runs. */
const made = (value: string, name: string, plus = 0): Text => ({
  ...plain(value),
  shell: plus === 0 ? variable(name) : through(variable(name), `perl -pe '$_+=${plus}'`),
});

function claimsOf({ spec, inputs }: AuthDraft, twist: Twist | null, { now, sentUnique = {} }: SealContext): Text {
  const { assertion, mechanism } = spec;
  const before = twist?.replayed ? own(sentUnique, mechanism) : undefined;
  const { client = plain(''), audience = plain('') } = inputs;
  const seconds = Math.floor(now.getTime() / 1000);
  const life = twist?.expiry ?? assertion?.lifetime ?? 60;
  // What has expired was issued before that.
  const issued = Math.min(0, life - 60);
  const at = (offset: number): Text => made(String(seconds + offset), nowVariable, offset);
  const values: Record<Claim, Text> = {
    iss: quoted(client),
    sub: quoted(client),
    aud: quoted(audience),
    exp: at(life),
    jti: quoted(before === undefined ? made(randomUUID(), idVariable) : plain(before)),
  };
  const claims = (['iss', 'sub', 'aud', 'exp', 'jti'] as const)
    .filter((claim) => claim !== twist?.without)
    .map((claim): [string, Text] => {
      const value = twist?.other === claim ? quoted(altered(claim === 'aud' ? audience : client)) : values[claim];
      return [claim, claim === 'aud' && twist?.audienceList ? join('[', value, ']') : value];
    });
  return object([...claims, ['iat', at(issued)]]);
}

/** The assertion, and the shell lines that set what it is made of. */
function assertionOf(auth: AuthDraft, twist: Twist | null, context: SealContext): { text: Text; prelude: string[] } {
  const { inputs, spec } = auth;
  const documented = spec.assertion?.algorithm ?? 'RS256';
  const name = (twist?.otherAlgorithm && otherAlgorithm[documented]) || documented;
  const algorithm = algorithms[name];
  const { key = plain(''), passphrase = plain(''), keyId } = inputs;
  const signing: SigningKey = twist?.key ?? { own: key, passphrase };
  const alg = plain(JSON.stringify(twist?.none ?? name));
  const carried = algorithm.kind === 'ecdsa' ? 'ecdsa' : 'rsa';
  const header = object([
    ['alg', alg],
    ['typ', plain('"JWT"')],
    ...(keyId ? [['kid', quoted(keyId)] satisfies [string, Text]] : []),
    ...(twist?.key === 'published' ? carriedKey(carried) : []).map(([member, value]): [string, Text] => [
      member,
      plain(JSON.stringify(value)),
    ]),
  ]);
  const input = join(base64url(header), '.', base64url(claimsOf(auth, twist, context)));
  const isUnsigned = twist?.none !== undefined || twist?.signature === 'absent';
  const bytes = isUnsigned ? Buffer.alloc(0) : signatureOf(algorithm, signing, input.value);
  const raw = algorithm.kind === 'ecdsa' ? rawOf(bytes) : bytes;
  const isFlipped = twist?.signature === 'bit-flip';
  const signature = isUnsigned ? '' : (isFlipped ? flipped(raw) : raw).toString('base64url');
  const pipe = [
    signCommand(algorithm, signing),
    ...(algorithm.kind === 'ecdsa' ? [toRaw] : []),
    ...(isFlipped ? [flip] : []),
    toBase64url,
  ];
  const value = `${input.value}.${signature}`;
  // What is asserted is no secret, and a token may say the same: only the signature makes it one.
  const secrets = signature === '' ? [] : [signature];
  const shell = [
    ...variable(inputVariable),
    ...plain('.').shell,
    ...(isUnsigned ? [] : pipe.reduce(through, variable(inputVariable))),
  ];
  return {
    text: { value, shown: `‹client assertion, ${twist?.title ?? 'as documented'}›`, shell, secrets },
    prelude: [
      `${nowVariable}=$(date +%s)`,
      `${idVariable}=${shellWord(output("perl -e 'printf q(%08x-%08x),rand 2**32,rand 2**32'"))}`,
      `${inputVariable}=${shellWord(input.shell)}`,
      ...(isUnsigned ? [] : keyLines(algorithm, signing)),
    ],
  };
}

/** A key may be good for a second algorithm, and RFC 7523 lets a provider ignore jti. */
const forged: readonly string[] = Object.keys(ways).filter(
  (way) => !['other-algorithm', 'no-identifier', 'replayed', 'audience-list'].includes(way),
);

/** A client assertion that the client signs (RFC 7523, section 2.2), in parameters of the body. */
export const privateKeyJwt: Mechanism = {
  inputs: [],
  forged: () => forged,
  breaks: { absent: 'out' },
  addsFields: () => ['client_assertion_type', 'client_assertion'],
  anew: () => true,
  reuses: ['replayed'],
  headers: () => [],
  ways: ({ assertion }) =>
    Object.fromEntries(
      Object.entries(ways)
        .filter(
          ([, { otherAlgorithm: other }]) => !other || otherAlgorithm[assertion?.algorithm ?? 'RS256'] !== undefined,
        )
        .map(([way, { title }]) => [way, title]),
    ),
  unavailable: (way, { spec }, { sentUnique = {} }) =>
    ways[way]?.replayed && own(sentUnique, spec.mechanism) === undefined
      ? 'no request with a client assertion was granted before'
      : null,
  sentOnce(body) {
    const [, payload = ''] = new URLSearchParams(body).get('client_assertion')?.split('.') ?? [];
    return /"jti":"([^"]+)"/.exec(Buffer.from(payload, 'base64url').toString())?.[1] ?? null;
  },
  fields(auth, context) {
    const twist = auth.way === null ? null : ways[auth.way];
    if (twist === undefined) throw new Error(`A client assertion has no way "${auth.way}"`);
    const type: [string, Text] = ['client_assertion_type', plain(twist?.type ?? bearerType)];
    if (twist?.instead === null) return { fields: [], prelude: [] };
    if (twist?.instead !== undefined)
      return { fields: [type, ['client_assertion', plain(twist.instead)]], prelude: [] };
    const { text, prelude } = assertionOf(auth, twist, context);
    return { fields: [type, ['client_assertion', text]], prelude };
  },
  seal: () => ({ headers: [], prelude: [] }),
};
