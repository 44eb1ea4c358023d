/** Providers that are careless about requests in ways that no family was made for. */
import type { Call } from '../mock/server.ts';
import { jsonOf, withHeader, withMember } from './answers.ts';
import {
  answering,
  authorization,
  basic,
  basicOf,
  body,
  type DeepServer,
  failed,
  granting,
  header,
  p,
  reading,
  refusedIf,
  row,
  s,
  setHeader,
  singapayPair,
} from './careless.ts';
import { granted } from './variant.ts';

const crashing = (when: (call: Call) => boolean) => answering((call) => (when(call) ? failed : null));

const isKnown = ({ received }: Call): boolean => authorization(received) === basic(singapayPair);

const form = ({ received }: Call): URLSearchParams => new URLSearchParams(body(received));

/** Listed after the families. */
export const laterRequests: DeepServer[] = [
  row(
    null,
    'fails on a NUL in the id',
    s,
    crashing(({ received }) => basicOf(received).includes('\u0000')),
  ),
  row(
    null,
    'fails on a NUL in a parameter',
    p,
    crashing(({ received }) => body(received).includes('%00')),
  ),
  row(
    null,
    'lets the client choose the life of a token, in a form',
    p,
    answering((call) => {
      const life = Number(form(call).get('expires_in') ?? 0);
      return life > 0 && granted(call.answer()) ? call.grant({ life }) : null;
    }),
  ),
  row(
    null,
    'lets the client choose the life of a token, in JSON',
    s,
    answering((call) => {
      const life = Number(/"expires_in":"?(\d+)/.exec(body(call.received))?.[1] ?? 0);
      return life > 0 && granted(call.answer()) ? call.grant({ life }) : null;
    }),
  ),
  row(
    null,
    'takes the first of two members',
    s,
    reading((received) => {
      const [first] = [...body(received).matchAll(/"grant_type"\s*:\s*("[^"]*")/g)];
      if (first && body(received).startsWith('{')) received.body = Buffer.from(`{"grant_type":${first[1]}}`);
    }),
  ),
  row(
    null,
    'fails on JSON that is nested deep',
    s,
    crashing(({ received }) => /\[{50}/.test(body(received))),
  ),
  row(
    null,
    'fails on a number beyond its type',
    s,
    crashing(({ received }) => /\de\+?\d{3}/i.test(body(received))),
  ),
  row(
    null,
    'reads a list of one object as the object',
    s,
    reading((received) => {
      if (body(received).startsWith('[')) received.body = Buffer.from(body(received).slice(1, -1));
    }),
  ),
  row(
    null,
    'fails on a member that is null',
    s,
    crashing(({ received }) => /"\w+"\s*:\s*null/.test(body(received))),
  ),
  row(
    null,
    'knows no escapes in member names',
    s,
    refusedIf((received) => /"[^"]*\\u[^"]*"\s*:/.test(body(received))),
  ),
  row(
    null,
    'takes id and secret in either order',
    s,
    granting(({ received }) => basicOf(received) === singapayPair.split(':').reverse().join(':')),
  ),
  row(
    null,
    'asks a data base by what came, without escapes',
    s,
    granting((call) => isKnown(call) && /' or '?1/i.test(header(call.received, 'X-PARTNER-ID'))),
  ),
  row(
    null,
    'fails on a quotation mark in the id',
    s,
    crashing(({ received }) => /^[^:]*'/.test(basicOf(received))),
  ),
  row(
    null,
    'wraps its answer in the function that callback names',
    s,
    answering((call) => {
      const name = new URLSearchParams(call.received.query).get('callback');
      return name === null ? null : { ...call.answer(), body: `${name}(${String(call.answer().body)})` };
    }),
  ),
  row(
    null,
    'gives back the request to TRACE',
    s,
    answering(({ received }) =>
      received.method === 'TRACE'
        ? {
            status: 200,
            headers: [['Content-Type', 'message/http']],
            body: received.headers.map((line) => line.join(': ')).join('\r\n'),
          }
        : null,
    ),
  ),
  row(
    null,
    'answers 411 to a body in chunks',
    s,
    answering(({ received }) => (header(received, 'Transfer-Encoding') ? { ...failed, status: 411 } : null)),
  ),
  row(
    null,
    'knows escapes in capitals only',
    p,
    refusedIf((received) => /%[0-9]?[a-f]/.test(body(received))),
  ),
  row(
    null,
    'fails on a parameter without an equals sign',
    p,
    crashing(({ received }) => /(^|&)\w+(&|$)/.test(body(received))),
  ),
  row(
    null,
    'grants 204 to a preflight with credentials, and a token to OPTIONS',
    s,
    answering((call) => (call.received.method === 'OPTIONS' ? call.grant() : null)),
  ),
  row(
    null,
    'says no-store of refusals alone',
    p,
    answering((call) =>
      granted(call.answer()) && header(call.received, 'Accept-Encoding') !== ''
        ? withHeader(call.answer(), 'Cache-Control', 'max-age=60')
        : null,
    ),
  ),
  row(
    null,
    'leaves the scope out where all is granted',
    p,
    answering((call) =>
      granted(call.answer()) && (form(call).get('scope') ?? '').split(' ').length > 3
        ? withMember(call.answer(), '/scope', undefined)
        : null,
    ),
  ),
  row(
    null,
    'names the life in milliseconds',
    s,
    answering((call) =>
      granted(call.answer())
        ? withMember(
            call.answer(),
            '/data/expires_in',
            String(Number((jsonOf(call.answer())['data'] as Record<string, string>)['expires_in']) * 1000),
          )
        : null,
    ),
  ),
  row(
    null,
    'asks whether the scheme starts with Basic',
    s,
    reading((received) =>
      setHeader(received, 'Authorization', authorization(received).replace(/^Basic\w+ /i, 'Basic ') || null),
    ),
  ),
  row(
    null,
    'reads the secret up to a NUL',
    s,
    reading((received) => {
      if (basicOf(received).split('\u0000')[0] === singapayPair)
        setHeader(received, 'Authorization', basic(singapayPair));
    }),
  ),
];
