import { otherRsaKey } from './keys.ts';
import type { Change } from './mock-requests.ts';
import { basic, credentials, scopes, sign, signedAt, timestamp } from './mock-requests.ts';

/** One broken demand and how it is refused, or one liberty and that it is granted. */
export type Row = [title: string, change: Change, expected: string];

/** A value no answer may hold. */
export const canary = 'EchoCanary';

const { singapay, finnet, pyng } = credentials;
const header = (name: string, value: string | string[] | null): Change => ({ headers: { [name]: value } });
const auth = (value: string | string[] | null) => header('Authorization', value);
const long = canary + 'x'.repeat(64 * 1024);
const latin = `${canary}\u00e9\u00ff`;

/** Broken HTTP Basic credentials, the same for both providers that take them. */
const brokenBasic = (user: string, password: string, expected: string): Row[] =>
  (
    [
      ['no Authorization', null],
      ['an empty Authorization', ''],
      ['another scheme', `Bearer ${canary}`],
      ['no credentials after the scheme', 'Basic'],
      ['credentials that are not Base64', 'Basic %%%%'],
      ['Base64 of another alphabet', basic(user, password).replace(/.$/, '-')],
      ['no colon', `Basic ${Buffer.from(user + password).toString('base64')}`],
      ['a wrong id', basic(canary, password)],
      ['a wrong secret', basic(user, canary)],
      ['a secret in another case', basic(user, password.toUpperCase())],
      ['a truncated secret', basic(user, password.slice(0, -1))],
      ['an empty secret', basic(user, '')],
      ['an empty id', basic('', password)],
      ['id and secret swapped', basic(password, user)],
      ['a repeated Authorization', [basic(user, password), basic(user, password)]],
      ['an overlong secret', basic(user, long)],
      ['a secret that is not ASCII', basic(user, latin)],
    ] as [string, string | string[] | null][]
  ).map(([title, value]) => [title, auth(value), expected]);

/** A header that is missing, repeated, or says who nobody is, with how each is refused. */
const brokenHeader = (
  name: string,
  title: string,
  good: string,
  refused: Record<'missing' | 'repeated' | 'unknown', string>,
): Row[] => [
  [`no ${title}`, header(name, null), refused.missing],
  [`an empty ${title}`, header(name, ''), refused.missing],
  [`a repeated ${title}`, header(name, [good, good]), refused.repeated],
  [`an unknown ${title}`, header(name, canary), refused.unknown],
  [`an overlong ${title}`, header(name, long), refused.unknown],
  [`a ${title} that is not ASCII`, header(name, latin), refused.unknown],
];

const lowerScheme = (value: string) => auth(value.replace('Basic', 'bASIC'));

/** Expected: the status. */
const ofSingapay: Row[] = [
  ['the good request', {}, '200'],
  ...['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'].map((method): Row => [method, { method }, '405']),
  ...brokenBasic(singapay.clientId, singapay.clientSecret, '401'),
  ['a lower-case scheme', lowerScheme(basic(singapay.clientId, singapay.clientSecret)), '200'],
  ...brokenHeader('X-PARTNER-ID', 'partner', singapay.partnerId, { missing: '422', repeated: '422', unknown: '401' }),
  ['a form', header('Content-Type', 'application/x-www-form-urlencoded'), '422'],
  ['no media type', header('Content-Type', null), '422'],
  ['a repeated media type', header('Content-Type', ['application/json', 'application/json']), '422'],
  ['a media type in another case', header('Content-Type', 'Application/JSON; charset=utf-8'), '200'],
  ['malformed JSON', { body: '{"grant_type":' }, '422'],
  ['a body that is not UTF-8', { body: Buffer.from('{"grant_type":"\xff"}', 'latin1') }, '422'],
  ['an empty body', { body: '' }, '422'],
  ['an array', { body: '["client_credentials"]' }, '422'],
  ['a string', { body: '"client_credentials"' }, '422'],
  ['a body over 1 MiB', { body: `{"grant_type":"client_credentials","more":"${'x'.repeat(1 << 20)}"}` }, '422'],
  ['no grant_type', { body: '{}' }, '422'],
  ['grantType instead', { body: '{"grantType":"client_credentials"}' }, '422'],
  ...[null, '', 1, true, ['client_credentials'], 'password', 'CLIENT_CREDENTIALS', ' client_credentials', long].map(
    (value): Row => [
      `grant_type ${JSON.stringify(value).slice(0, 30)}`,
      { body: JSON.stringify({ grant_type: value }) },
      '422',
    ],
  ),
  ['an unknown member', { body: '{"grant_type":"client_credentials","more":1}' }, '200'],
  ['bad credentials and a bad body', { ...auth(null), body: '' }, '401'],
];

const sent = signedAt(timestamp).headers?.['X-SIGNATURE'] as string;

/** Expected: the response code, which starts with the status. */
const ofFinnet: Row[] = [
  ['the good request', {}, '2007300'],
  ['GET', { method: 'GET' }, '4057300'],
  ...brokenHeader('X-CLIENT-KEY', 'client key', finnet.clientKey, {
    missing: '4007302',
    repeated: '4007301',
    unknown: '4017300',
  }),
  ['no timestamp', header('X-TIMESTAMP', null), '4007302'],
  ['an empty timestamp', header('X-TIMESTAMP', ''), '4007302'],
  ['a repeated timestamp', header('X-TIMESTAMP', [timestamp, timestamp]), '4007301'],
  ...[
    '2026-03-04T12:06:07',
    '2026-03-04T12:06+07:00',
    '2026-03-04',
    '2026-03-04 12:06:07+07:00',
    '2026-02-30T12:06:07+07:00',
    '2026-13-04T12:06:07+07:00',
    '2026-03-04T12:06:07+0700',
    '2026-03-04T12:06:07+24:00',
    '2026-03-04T25:06:07+07:00',
    '1772600767',
    'Wed, 04 Mar 2026 05:06:07 GMT',
    canary,
    latin,
  ].map((at): Row => [`the timestamp ${at}`, signedAt(at), '4007301']),
  ...['2026-03-04T05:06:07Z', '2026-03-04T05:06:07.123Z', '2026-03-04T05:06:07-00:00', '2026-03-03T21:36:07-07:30'].map(
    (at): Row => [`the timestamp ${at}`, signedAt(at), '2007300'],
  ),
  ['a timestamp at the end of the window', signedAt('2026-03-04T05:11:07Z'), '2007300'],
  ['a timestamp from the future', signedAt('2026-03-04T05:11:08Z'), '4017300'],
  ['a stale timestamp', signedAt('2026-03-04T05:01:07Z'), '4017300'],
  ['no signature', header('X-SIGNATURE', null), '4017300'],
  ['an empty signature', header('X-SIGNATURE', ''), '4017300'],
  ['a repeated signature', header('X-SIGNATURE', [sent, sent]), '4007301'],
  ['a signature without padding', header('X-SIGNATURE', sent.replace(/=+$/, '')), '4017300'],
  ['a signature in hexadecimal', header('X-SIGNATURE', Buffer.from(sent, 'base64').toString('hex')), '4017300'],
  ['a truncated signature', header('X-SIGNATURE', sent.slice(0, 100)), '4017300'],
  ['an overlong signature', header('X-SIGNATURE', long), '4017300'],
  ['the signature of another key', header('X-SIGNATURE', sign(finnet.clientKey, timestamp, otherRsaKey)), '4017300'],
  ['the signature of another client', header('X-SIGNATURE', sign(canary, timestamp)), '4017300'],
  ['the signature of another moment', header('X-TIMESTAMP', '2026-03-04T05:06:07Z'), '4017300'],
  ['SHA-1', header('X-SIGNATURE', sign(finnet.clientKey, timestamp, undefined, 'RSA-SHA1')), '4017300'],
  ['a form', header('Content-Type', 'application/x-www-form-urlencoded'), '4007300'],
  ['no media type', header('Content-Type', null), '2007300'],
  ['malformed JSON', { body: '{"grantType":' }, '4007300'],
  ['an empty body', { body: '' }, '4007300'],
  ['an array', { body: '[]' }, '4007300'],
  ['no grantType', { body: '{}' }, '4007302'],
  ['grant_type instead', { body: '{"grant_type":"client_credentials"}' }, '4007302'],
  ['grantType null', { body: '{"grantType":null}' }, '4007302'],
  ['grantType empty', { body: '{"grantType":""}' }, '4007302'],
  ...[1, {}, 'password', 'client_credentials1', 'Client_Credentials', long].map(
    (value): Row => [
      `grantType ${JSON.stringify(value).slice(0, 30)}`,
      { body: JSON.stringify({ grantType: value }) },
      '4007301',
    ],
  ),
  ['an unknown member', { body: '{"grantType":"client_credentials","additionalInfo":{}}' }, '2007300'],
];

const grantType = 'grant_type=client_credentials';
const [first = '', second = ''] = pyng.scopes;

/** Expected: the status and the error, or 200 and the scope granted. */
const ofPyng: Row[] = [
  ['the good request', {}, `200 ${pyng.scopes.join(' ')}`],
  ['GET', { method: 'GET' }, '405 invalid_request'],
  ...brokenBasic(pyng.username, pyng.password, '401 invalid_client'),
  ['a lower-case scheme', lowerScheme(basic(pyng.username, pyng.password)), `200 ${pyng.scopes.join(' ')}`],
  [
    'form-encoded credentials',
    auth(basic(pyng.username.replace('M', '%4D'), pyng.password)),
    `200 ${pyng.scopes.join(' ')}`,
  ],
  [
    'credentials in the URI alone',
    { ...auth(null), query: `?client_id=a&client_secret=${canary}` },
    '401 invalid_client',
  ],
  ['credentials in the URI too', { query: `?client_id=a&client_secret=${canary}` }, '400 invalid_request'],
  [
    'credentials in the body alone',
    { ...auth(null), body: `${grantType}&scope=${first}&client_secret=a` },
    '401 invalid_client',
  ],
  [
    'credentials in the body too',
    { body: `${grantType}&scope=${first}&client_id=a&client_secret=a` },
    '400 invalid_request',
  ],
  ['JSON', { ...header('Content-Type', 'application/json'), body: '{}' }, '400 invalid_request'],
  ['no media type', header('Content-Type', null), '400 invalid_request'],
  [
    'a charset',
    header('Content-Type', 'Application/x-www-form-urlencoded;charset=UTF-8'),
    `200 ${pyng.scopes.join(' ')}`,
  ],
  ['a bad escape', { body: `${grantType}&scope=${first}%2` }, '400 invalid_request'],
  ['an escape that is not UTF-8', { body: `${grantType}&scope=%ff` }, '400 invalid_request'],
  ['a repeated grant_type', { body: `${grantType}&${grantType}&scope=${first}` }, '400 invalid_request'],
  ['a repeated scope', { body: `${grantType}&scope=${first}&scope=${second}` }, '400 invalid_request'],
  ['an empty body', { body: '' }, '400 invalid_request'],
  ['a body over 1 MiB', { body: `${grantType}&scope=${first}&more=${'x'.repeat(1 << 20)}` }, '400 invalid_request'],
  ['no grant_type', { body: `scope=${first}` }, '400 invalid_request'],
  ['an empty grant_type', { body: `grant_type=&scope=${first}` }, '400 invalid_request'],
  ['parameters in the URI only', { query: `?${grantType}&scope=${first}`, body: '' }, '400 invalid_request'],
  ...['password', 'Client_Credentials', 'client_credentials%20', long].map(
    (value): Row => [
      `the grant ${value.slice(0, 30)}`,
      { body: `grant_type=${value}&scope=${first}` },
      '400 unsupported_grant_type',
    ],
  ),
  ['no scope', { body: grantType }, '400 invalid_scope'],
  ...[
    '',
    '%20',
    canary,
    first.toUpperCase(),
    `${first}%20${canary}`,
    `${first},${second}`,
    `${first}%20`,
    long,
    '%C3%A9',
    '%00',
  ].map(
    (value): Row => [`the scope '${value.slice(0, 60)}'`, { body: `${grantType}&scope=${value}` }, '400 invalid_scope'],
  ),
  ['one scope', { body: `${grantType}&scope=${first}` }, `200 ${first}`],
  ['a plus for the space', { body: `${grantType}&scope=${first}+${second}` }, `200 ${first} ${second}`],
  ['an escaped colon', { body: `${grantType}&scope=${encodeURIComponent(first)}` }, `200 ${first}`],
  ['scopes in another order', { body: `scope=${second}%20${first}&${grantType}` }, `200 ${second} ${first}`],
  ['a scope twice', { body: `${grantType}&scope=${first}%20${first}` }, `200 ${first}`],
  ['an unrecognised parameter', { body: `${grantType}&scope=${scopes}&more=1` }, `200 ${pyng.scopes.join(' ')}`],
];

/** Every row by provider. */
export const demands: Record<string, Row[]> = { singapay: ofSingapay, finnet: ofFinnet, pyng: ofPyng };
