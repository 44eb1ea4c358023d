/** Providers that are careless about what a request means, about ways around it, and about what came before. */
import { brotliCompressSync } from 'node:zlib';
import type { Intercept } from '../mock/server.ts';
import { withHeader, withText } from './answers.ts';
import {
  authorization,
  basic,
  basicOf,
  body,
  type DeepServer,
  f,
  header,
  p,
  pyngPair,
  reading,
  refusedIf,
  row,
  s,
  setHeader,
  singapayPair,
  trusting,
} from './careless.ts';
import { granted } from './variant.ts';

/** Listed before the ways of the families were chosen. */
export const carelessWays: DeepServer[] = [
  row(
    'same-json-escapes',
    'reads JSON by a pattern that knows no escapes',
    s,
    refusedIf((received) => body(received).includes('\\u')),
  ),
  row(
    'same-media-type',
    'knows no charset in quotation marks',
    s,
    refusedIf((received) => header(received, 'Content-Type').includes('"')),
  ),
  row(
    'same-accept',
    'wants Accept to name JSON and nothing else',
    s,
    refusedIf((received) => header(received, 'Accept') !== 'application/json'),
  ),
  row(
    'same-json-whitespace',
    'knows no line breaks in JSON',
    f,
    refusedIf((received) => /[\r\n\t]/.test(body(received))),
  ),
  row(
    'same-other-headers',
    'wants a User-Agent',
    s,
    refusedIf((received) => header(received, 'User-Agent') === ''),
  ),
  row(
    'same-connection',
    'refuses on a connection that is to be closed',
    s,
    refusedIf((received) => header(received, 'Connection') === 'close'),
  ),
  row(
    'same-form-escapes',
    'knows escapes of reserved characters only',
    p,
    refusedIf((received) => /%6[0-9A-F]/.test(body(received))),
  ),
  row(
    'same-other-headers',
    'refuses a cookie it did not set',
    s,
    refusedIf((received) => header(received, 'Cookie') !== ''),
  ),
  row(
    'same-optional-additional-info',
    'refuses additionalInfo, which BI SNAP allows',
    f,
    refusedIf((received) => body(received).includes('additionalInfo')),
  ),
  row(
    null,
    'codes its answer in a way that the client says it does not take',
    s,
    (): Intercept => (call) => {
      const answer = call.answer();
      if (!header(call.received, 'Accept-Encoding').includes('*;q=0')) return answer;
      return withText(withHeader(answer, 'Content-Encoding', 'br'), brotliCompressSync(Buffer.from(answer.body)));
    },
  ),
  row(
    'around-methods',
    'lets X-HTTP-Method-Override decide',
    s,
    reading((received) => {
      if (header(received, 'X-HTTP-Method-Override')) received.method = header(received, 'X-HTTP-Method-Override');
    }),
  ),
  row(
    'around-methods',
    'lets _method in the query decide',
    p,
    reading((received) => {
      received.method = new URLSearchParams(received.query).get('_method') ?? received.method;
    }),
  ),
  row(
    'around-forwarded',
    'trusts callers that X-Forwarded-For calls local',
    s,
    trusting((received) => header(received, 'X-Forwarded-For') === '127.0.0.1'),
  ),
  row(
    'around-forwarded',
    'trusts the user that a proxy names',
    s,
    trusting((received) => header(received, 'X-Remote-User') !== ''),
  ),
  row(
    'around-switches',
    'trusts everybody who sends debug=true',
    s,
    trusting((received) => /debug=(true|1)/.test(received.query)),
  ),
  row(
    'around-places',
    'takes the credentials of the body before those of the header',
    p,
    reading((received) => {
      const given = new URLSearchParams(body(received));
      const [id, secret] = [given.get('client_id'), given.get('client_secret')];
      if (id === null || secret === null) return;
      setHeader(received, 'Authorization', basic(`${id}:${secret}`));
      given.delete('client_id');
      given.delete('client_secret');
      received.body = Buffer.from(given.toString());
    }),
  ),
  row(
    'around-places',
    'reads the last of two Authorization lines',
    s,
    reading((received) => {
      const all = received.headers.filter(([name]) => name.toLowerCase() === 'authorization');
      if (all.length > 1) setHeader(received, 'Authorization', all.at(-1)?.[1] ?? '');
    }),
  ),
  row(
    'around-bodies',
    'takes multipart/form-data at a form endpoint',
    p,
    reading((received) => {
      if (!header(received, 'Content-Type').startsWith('multipart/')) return;
      const found = [...body(received).matchAll(/name="([^"]+)"\r\n\r\n(.*?)\r\n/g)].map(
        ([, name = '', value = '']): [string, string] => [name, value],
      );
      received.body = Buffer.from(new URLSearchParams(found).toString());
      setHeader(received, 'Content-Type', 'application/x-www-form-urlencoded');
    }),
  ),
  row(
    'around-methods',
    'grants by HEAD',
    s,
    (): Intercept => (call) =>
      call.received.method === 'HEAD' && call.operation === 'token' ? call.grant() : call.answer(),
  ),
  row(
    'around-cookies',
    'takes a session cookie, set with a grant, for credentials',
    s,
    (): Intercept => (call) => {
      if (header(call.received, 'Cookie').includes('sid=granted'))
        setHeader(call.received, 'Authorization', basic(singapayPair));
      const answer = call.answer();
      return granted(answer) ? withHeader(answer, 'Set-Cookie', 'sid=granted; HttpOnly') : answer;
    },
  ),
  row('again-basic-present-absent', 'remembers a connection as authenticated', s, (): Intercept => {
    let known = false;
    return (call) => {
      if (call.operation !== 'token') return call.answer();
      if (known && authorization(call.received) === '') setHeader(call.received, 'Authorization', basic(singapayPair));
      const answer = call.answer();
      known = granted(answer) && header(call.received, 'Connection') !== 'close';
      return answer;
    };
  }),
  row('again-basic-secret-other-secret', 'passes the third wrong secret in a row', p, (): Intercept => {
    let wrong = 0;
    let last = '';
    return (call) => {
      if (call.operation !== 'token') return call.answer();
      const given = basicOf(call.received);
      wrong = given !== pyngPair && given !== '' && given === last ? wrong + 1 : 0;
      last = given;
      if (wrong < 1) return call.answer();
      setHeader(call.received, 'Authorization', basic(pyngPair));
      return call.answer();
    };
  }),
  row('again-basic-present-absent', 'crashes on the second alike refusal', s, (): Intercept => {
    let last = '';
    return (call) => {
      const answer = call.answer();
      const key = `${answer.status} ${header(call.received, 'Authorization')} ${body(call.received)}`;
      const twice = call.operation === 'token' && !granted(answer) && key === last;
      last = key;
      return twice ? { status: 500, headers: [], body: '' } : answer;
    };
  }),
  row('again', 'locks out for one request after two refusals', s, (): Intercept => {
    let refused = 0;
    return (call) => {
      if (call.operation !== 'token') return call.answer();
      const answer = call.answer();
      if (!granted(answer)) refused += 1;
      else if (refused >= 2) {
        refused = 0;
        return { ...answer, status: 403, body: '{"status":403,"success":false,"error":{}}' };
      } else refused = 0;
      return answer;
    };
  }),
];
