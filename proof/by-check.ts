/** Deviations written by hand, for the clauses that are behaviour: a table by check. */
import { gzipSync } from 'node:zlib';
import type { Answer } from '../mock/server.ts';
import { isSuccess } from '../src/contract/status.ts';
import type { PromiseClause } from '../src/contract/types.ts';
import { at, crash, jsonOf, jwt, put, withBody, withHeader, withMember, withStatus, withText } from './answers.ts';
import { headerTables } from './by-header.ts';
import { joseTables } from './by-jose.ts';
import { scopesGranted, scopeTables } from './by-scope.ts';
import { tokenTables } from './by-token.ts';
import { type Deviation, type Maker, type Material, one } from './mutant.ts';

const text = (answer: Answer): string => Buffer.from(answer.body).toString('utf8');
const now = (): number => Math.floor(Date.now() / 1000);

const refusedHere: Maker = (_clause, { rig }) => {
  const refused = rig.scenarios.find(({ expects }) => expects === 'refused');
  const refusal = refused && rig.faithful.get(refused.id);
  const { value } = rig.contract.token;
  return [
    ...(refusal
      ? [
          one("refused in the provider's own way", () => refusal),
          one('a refusal under 200', () => ({ ...refusal, status: 200 })),
        ]
      : []),
    one('a crash', () => crash),
    one('a redirect', (faithful) => withHeader(withText({ ...faithful, status: 302 }, ''), 'Location', '/login')),
    one('an empty 204', (faithful) => ({ ...withText(faithful, ''), status: 204 })),
    one('no token', (faithful) => withMember(faithful, value, undefined)),
    one('an empty token', (faithful) => withMember(faithful, value, '')),
  ];
};

const jsonBodies: Record<string, (body: string) => string | Uint8Array> = {
  empty: () => '',
  blanks: () => '  \n',
  'a text': () => 'Granted.',
  'a page with a comment of JSON': (body) => `<!-- ${body} -->`,
  'an array': (body) => `[${body}]`,
  'a string': (body) => JSON.stringify(body),
  null: () => 'null',
  true: () => 'true',
  'a number': () => '200',
  'cut off': (body) => body.slice(0, -1),
  'junk behind': (body) => `${body}}`,
  'a warning before': (body) => `Warning: undefined index on line 7\n${body}`,
  'a warning behind': (body) => `${body}\n<br />Deprecated: trim()`,
  'two objects': (body) => `${body}\n${body}`,
  'single quotes': (body) => body.replaceAll('"', "'"),
  'a trailing comma': (body) => `${body.slice(0, -1)},}`,
  'a comment': (body) => `/* ok */${body}`,
  'a guard prefix': (body) => `)]}',\n${body}`,
  JSONP: (body) => `callback(${body})`,
  NaN: (body) => `${body.slice(0, -1)},"extra":NaN}`,
  'a raw line break in a string': (body) => `${body.slice(0, -1)},"extra":"a\nb"}`,
  'a byte order mark': (body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)]),
  'UTF-16': (body) => Buffer.from(`\ufeff${body}`, 'utf16le'),
  'UTF-16 without mark': (body) => Buffer.from(body, 'utf16le'),
  'Latin-1': (body) => Buffer.from(`${body.slice(0, -1)},"extra":"é"}`, 'latin1'),
  'a NUL behind': (body) => `${body}\u0000`,
  'a form': (body) => new URLSearchParams(JSON.parse(body) as Record<string, string>).toString(),
  XML: () => '<?xml version="1.0"?><response><status>200</status></response>',
  'gzip that says nothing of it': (body) => gzipSync(body),
};

const mediaTypes = [
  'application/json',
  'text/html',
  'text/plain',
  'text/json',
  'application/problem+json',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/jsonp',
  'application json',
  'json',
  '',
  'application/octet-stream',
  'charset=utf-8',
];

const each = (text: string, spell: (unit: number) => string): string =>
  text
    .split('')
    .map((unit) => spell(unit.charCodeAt(0)))
    .join('');

/** Six spellings of a secret, none of which the one before finds. */
const secretForms: Record<string, (secret: string) => string> = {
  raw: (secret) => secret.replaceAll('\n', ''),
  'Base64, at another offset': (secret) => Buffer.from(`a${secret}`).toString('base64'),
  'with escapes of JSON': (secret) => each(secret, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`),
  'with character references': (secret) => each(secret, (unit) => `&#${unit};`),
  'percent-encoded twice': (secret) => each(secret, (unit) => `%25${unit.toString(16).padStart(2, '0')}`),
  hex: (secret) => Buffer.from(secret).toString('hex'),
};

const tables: Record<string, Maker> = {
  ...tokenTables,
  ...headerTables,
  ...joseTables,
  ...scopeTables,
  status: (clause) => [
    ...[201, 202, 203, 206, 226, 299]
      .filter((status) => status !== clause.parameters['equals'])
      .map((status) => one(`${status}`, (faithful) => ({ ...faithful, status }))),
    one('204', (faithful) => ({ ...withText(faithful, ''), status: 204 })),
  ],
  granted: refusedHere,
  accepted: () => [
    one('the token refused', (faithful) => withStatus(faithful, 401)),
    one('the resource not found', (faithful) => withStatus(faithful, 404)),
    one('a crash', () => crash),
  ],
  'media-type': ({ parameters: { equals } }) => [
    one('no Content-Type', (faithful) => withHeader(faithful, 'Content-Type')),
    ...mediaTypes
      .filter((type) => type !== equals)
      .map((type) => one(`Content-Type: ${type}`, (faithful) => withHeader(faithful, 'Content-Type', type))),
    one('two that differ', (faithful) => withHeader(faithful, 'Content-Type', `${equals}`, 'text/html')),
    one('two alike', (faithful) => withHeader(faithful, 'Content-Type', `${equals}`, `${equals}`)),
    one('two in one line', (faithful) => withHeader(faithful, 'Content-Type', `${equals}, text/html`)),
  ],
  'json-object': () =>
    Object.entries(jsonBodies).map(([name, how]) => one(name, (faithful) => withText(faithful, how(text(faithful))))),
  'unique-members': () => [
    one('its first member twice', (faithful) => {
      const [name = '', value = null] = Object.entries(jsonOf(faithful))[0] ?? [];
      return withText(faithful, `{${JSON.stringify(name)}:${JSON.stringify(value)},${text(faithful).slice(1)}`);
    }),
    one('a member twice further down', (faithful) =>
      withText(faithful, `${text(faithful).slice(0, -1)},"more":{"a":[{"b":1,"b":2}]}}`),
    ),
    one('a member twice, once with an escape', (faithful) =>
      withText(faithful, `${text(faithful).slice(0, -1)},"x":1,"\\u0078":2}`),
    ),
  ],
  'repeats-status': (clause) => {
    const pointer = String(clause.parameters['at']);
    const others = [199, 201, 202, 400, 401, 403, 404, 422, 500];
    return others.map((other) =>
      one(`${pointer} says ${other}`, (faithful) => {
        const said = at(jsonOf(faithful), pointer);
        const wrong = other === faithful.status ? other + 1 : other;
        const value = typeof said === 'string' ? `${wrong}${said.slice(3)}` : wrong;
        return withMember(faithful, pointer, value);
      }),
    );
  },
  'client-error': () => [
    one('a crash', () => crash),
    one('500 in the provider’s form', (faithful) => withStatus(faithful, 500)),
    one('a redirect', (faithful) => withHeader({ ...faithful, status: 302 }, 'Location', '/login')),
    one('505', (faithful) => withStatus(faithful, 505)),
    one('599', (faithful) => withStatus(faithful, 599)),
  ],
  'no-token': (_clause, { rig }) => {
    const { value } = rig.contract.token;
    const token = jwt({ exp: now() + 900 });
    const [, leaf = ''] = /([^/]+)$/.exec(value) ?? [];
    return [
      one('a token at its place', (faithful) => withMember(faithful, value, token)),
      one('an opaque token at its place', (faithful) => withMember(faithful, value, '0123456789abcdef')),
      one('a token further down', (faithful) =>
        withBody(faithful, { ...jsonOf(faithful), debug: { [leaf]: '0123456789abcdef' } }),
      ),
      one('a JWT in the reason phrase', ({ status, headers, body }) => ({
        raw: (response) => response.writeHead(status, `Refused ${token}`, headers.flat()).end(body),
      })),
      one('a token in a header', (faithful) => withHeader(faithful, 'X-Access-Token', '0123456789abcdef')),
      one('a JWT under another name', (faithful) => withBody(faithful, put(jsonOf(faithful), '/jwt', token))),
      one('a JWT in a cookie', (faithful) => withHeader(faithful, 'Set-Cookie', `session=${token}`)),
      one('a whole grant beside the refusal', (faithful, call) =>
        withBody(faithful, { ...jsonOf(call.grant()), ...jsonOf(faithful) }),
      ),
    ];
  },
  'one-envelope': (clause, { rig, faithful }) => {
    const { granted, refused } = rig.contract.operation.envelopes;
    const besides = (clause.parameters['besides'] ?? []) as string[];
    const barred = [...(isSuccess(faithful.status) ? refused : granted), ...besides];
    const named = isSuccess(faithful.status)
      ? []
      : ['/access_token', '/accessToken', '/data/Access-Token', '/refresh_token'];
    // What holds other members is broken by them, and by a text in its place.
    const tokens = named.map((pointer) => one(`${pointer} is "abc"`, (answer) => withMember(answer, pointer, 'abc')));
    const members = barred.flatMap((pointer) =>
      ['abc', 1, true].map((value) =>
        one(`${pointer} is ${JSON.stringify(value)}`, (answer) => withMember(answer, pointer, value)),
      ),
    );
    return [...members, ...tokens];
  },
  'no-echo': (_clause, { rig }) => [
    ...Object.values(rig.target.credentials)
      .filter(({ secret }) => secret)
      .flatMap(({ name, value }) =>
        Object.entries(secretForms).flatMap(([form, how]) => {
          const spelt = how(String(value));
          return [
            one(`${name} in the body, ${form}`, (faithful) =>
              withBody(faithful, { ...jsonOf(faithful), debug: spelt }),
            ),
            one(`${name} in a header, ${form}`, (faithful) => withHeader(faithful, 'X-Debug', spelt.slice(0, 8000))),
          ];
        }),
      ),
    one('the request headers in the body', (faithful, call) => {
      const { headers } = call.received;
      const [first = '', ...others] = rig.target.secrets;
      const isSecret = headers.some(([, value]) => [first, ...others].some((secret) => value.includes(secret)));
      // A request without a secret in its headers has none to give back from there.
      const lines = isSecret || headers.some(([name]) => /^(authorization|x-signature)$/i.test(name)) ? [] : [first];
      return withBody(faithful, { ...jsonOf(faithful), debug: [...headers, ...lines] });
    }),
    ...Object.entries(secretForms).map(([form, how]) =>
      one(`the Authorization or signature in a header, ${form}`, (faithful, call) => {
        const sent = call.received.headers.filter(([name]) => /^(authorization|x-signature)$/i.test(name));
        // Its end: a signature may stand behind other parts of its header.
        const values = sent.map(([, value]) => value.slice(-100));
        // A request that sent neither has nothing else to give back.
        const spelt = how(values.length > 0 ? values.join(' ') : (rig.target.secrets[0] ?? ''));
        return withHeader(faithful, 'X-Received', spelt.slice(0, 8000));
      }),
    ),
  ],
  'certificate-days': () =>
    [13, 0, -1].map((days) => ({
      name: `a certificate with ${days} days left`,
      answer: (faithful) => faithful,
      elsewhere: (exchange) => ({
        ...exchange,
        tls: { version: 'TLSv1.3', validTo: new Date(exchange.answeredAt.getTime() + days * 86_400_000) },
      }),
    })),
  https: () => [
    {
      name: 'served over http',
      answer: (faithful) => faithful,
      elsewhere: (exchange) => ({ ...exchange, baseUrl: 'http://provider.example' }),
    },
  ],
  'scope-granted': (clause, material) => [...refusedHere(clause, material), ...scopesGranted(clause, material)],
};

/** The deviations that a clause of the check has to catch; none for a check nobody wrote any for. */
export function byCheck(clause: PromiseClause, material: Material): Deviation[] {
  return tables[clause.check]?.(clause, material) ?? [];
}
