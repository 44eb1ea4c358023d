/** A server that gives secrets back in every spelling at every place of an answer. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Intercept, Reply } from '../../mock/server.ts';
import { jwt } from '../../proof/answers.ts';
import { isUrl } from '../../src/formats/url.ts';
import { spellings } from './spellings.ts';

/** What an answer is made of while secrets are put into it. */
interface Draft {
  status: number;
  statusText: string;
  headers: [string, string][];
  body: string;
  trailers: [string, string][];
}

const token = /("(?:access_token|accessToken)":")([^"]+)"/;
const isJson = (draft: Draft): boolean => draft.body.startsWith('{');

/** A spelling inside a JSON string: unchanged where allowed, else escaped as little as JSON demands. */
function inJson(spelt: string): string {
  try {
    JSON.parse(`"${spelt}"`);
    return spelt;
  } catch {
    return JSON.stringify(spelt).slice(1, -1);
  }
}

/** What a line of a header may hold, as bytes of UTF-8. */
const line = (spelt: string): string =>
  Buffer.from(spelt.replace(/\p{Cc}+/gu, ' '))
    .toString('latin1')
    .trim();

const member = (draft: Draft, text: string): Draft =>
  isJson(draft) ? { ...draft, body: `${draft.body.slice(0, -1)},${text}}` } : draft;

/** The places of an answer; each puts a spelling there, or leaves the answer unchanged where it is not allowed. */
const places: Record<string, (draft: Draft, spelt: string, nth: string, at: number) => Draft> = {
  'a JSON value': (draft, spelt, nth) => member(draft, `"note${nth}":"${inJson(spelt)}"`),
  'a JSON name': (draft, spelt, nth) => member(draft, `"${nth}${inJson(spelt)}":1`),
  'text of a body': (draft, spelt) =>
    draft.status < 300
      ? draft
      : { ...draft, body: `<html><p>${spelt}</p></html>`, headers: [['Content-Type', 'text/html; charset=utf-8']] },
  'a header': (draft, spelt, nth) => ({ ...draft, headers: [...draft.headers, [`X-Note${nth}`, line(spelt)]] }),
  'a name of a header': (draft, spelt, nth) =>
    /^[!#$%&'*+.^_`|~\w-]+$/.test(spelt) ? { ...draft, headers: [...draft.headers, [`X${nth}-${spelt}`, 'x']] } : draft,
  'a cookie': (draft, spelt, nth) => ({
    ...draft,
    headers: [...draft.headers, ['Set-Cookie', line(`c${nth}=${spelt}; path=/`)]],
  }),
  'the status text': (draft, spelt) => ({ ...draft, statusText: `${draft.statusText} ${line(spelt)}` }),
  'a trailer': (draft, spelt, nth) => ({ ...draft, trailers: [...draft.trailers, [`X-End${nth}`, line(spelt)]] }),
  'a redirect': (draft, spelt) => {
    if (draft.status < 300) return draft;
    const [[name = '', before = ''] = []] = draft.headers;
    if (name === 'Location') return { ...draft, headers: [['Location', `${before}&back=${line(spelt)}`]] };
    const address = `https://${spelt}.login.example/`;
    const fits = isUrl(address) && new URL(address).hostname.endsWith('.login.example');
    const host = `${fits ? spelt : spelt.replace(/[^a-z\d-]/gi, '')}.login.example`;
    return { ...draft, status: 302, headers: [['Location', line(`https://${host}/?back=${spelt}`)]] };
  },
  'a claim of the token': (draft, spelt, _nth, at) => {
    const now = Math.floor(at / 1000);
    const claims = { iss: 'x', iat: now, nbf: now, exp: now + 900, note: spelt };
    return { ...draft, body: draft.body.replace(token, (_, start: string) => `${start}${jwt(claims)}"`) };
  },
};

/** One spelling at one place. */
export interface Cell {
  spelling: string;
  place: string;
}

/** Every spelling at every place. */
export const cells: Cell[] = Object.keys(places).flatMap((place) =>
  Object.keys(spellings).map((spelling) => ({ spelling, place })),
);

function send({ status, statusText, headers, body, trailers }: Draft, at: number): Reply {
  return {
    raw: (response: ServerResponse & { req: IncomingMessage }) => {
      const own = headers.filter(([name]) => !/^(content-length|transfer-encoding)$/i.test(name));
      const names = trailers.map(([name]) => name).join(', ');
      response.writeHead(status, statusText, [...own, ['Date', new Date(at).toUTCString()], ['Trailer', names]].flat());
      response.write(body);
      response.addTrailers(trailers);
      response.end();
    },
  };
}

/**
 * Answers as the mock does, and puts all secrets into each answer, some cells at a time; `used` gets every cell that was sent.
 * `now`, in milliseconds since the epoch, is what the server takes for the moment.
 */
export function echoing(secrets: string[], cellsPerAnswer: number, used: Set<string>, now = Date.now): Intercept {
  // Each provider in an order of its own, from another third of the cells on: their requests come side by side.
  const reached = new Map<string, number>();
  return (call) => {
    const at = now();
    let next = reached.get(call.provider) ?? Math.floor((reached.size * cells.length) / 3);
    const answer: Answer = call.answer();
    const body = Buffer.from(answer.body).toString('utf8');
    let draft: Draft = { ...answer, statusText: 'Echo', body, trailers: [] };
    for (let count = 0; count < cellsPerAnswer; count++) {
      const cell = cells[next++ % cells.length];
      if (!cell) continue;
      const before = draft;
      for (let index = 0; index < secrets.length; index++) {
        // Another one is the first each time: only one can be the host of a redirect.
        const secret = secrets[(index + next) % secrets.length] ?? '';
        const spelt = spellings[cell.spelling]?.(secret) ?? '';
        draft = places[cell.place]?.(draft, spelt, `${next % 997}-${index}`, at) ?? draft;
      }
      if (draft !== before) used.add(`${cell.spelling} in ${cell.place}`);
    }
    reached.set(call.provider, next);
    return send(draft, at);
  };
}
