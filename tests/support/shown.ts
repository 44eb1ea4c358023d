/** An exchange made of a body and headers, and what a gate shows of it. */
import { plain } from '../../src/scenario/text.ts';
import type { Gate } from '../../src/wire/clear/gate.ts';
import type { Exchange } from '../../src/wire/exchange.ts';

/** Where a grant of these exchanges holds its token and lifetime, and a member that may be shown. */
export const places = { token: { value: '/accessToken', lifetime: '/expiresIn', shown: ['/deviceKey'] } };
/** Two tokens that nothing but their shape gives away. */
export const opaque = 'q7Wf0aKz3XvT9mBd2LhR6yPj5NcE8sUg';
export const mixed = 'A7kQ2mZx9Lp4Vt8Rw3Yb6Nc1';

/** The exchange of a control that was answered so. */
export function exchange(
  body: string | Uint8Array,
  headers: [string, string][] = [],
  type = 'application/json',
): Exchange {
  const request = { method: 'POST', target: plain('/token'), headers: [], body: null, prelude: [] };
  const all: [string, string][] = [['Content-Type', type], ...headers];
  const response = { status: 200, headers: all, body: Buffer.from(body), bodyFault: null };
  return {
    scenario: 'control',
    baseUrl: 'https://host.example',
    request,
    attempts: [],
    response,
    trouble: null,
    answeredAt: new Date(0),
  };
}

/** What a gate shows of an exchange: its headers, then its body. */
export function shownOf(gate: Gate, one: Exchange, grants = true): string {
  gate.learn(one, places, grants);
  if (!one.response) return '';
  const headers = one.response.headers.map(([name, value]) => `${gate.clear(name)}: ${gate.clear(value)}`);
  return [...headers, gate.body(one.response)].join('\n');
}
