/** What a contract demands of a request, and the refusal of one that breaks it. */
import { sameSecret } from './credentials.ts';
import { mechanisms } from './generic-auth.ts';
import { type Account, at, credentialOf, headersOf, partName, type Row, type Served } from './generic-contract.ts';
import { bodyDemands } from './generic-fields.ts';
import { beyondText } from './generic-limits.ts';
import { takenOnce } from './generic-once.ts';
import { marked, refusalsIn } from './generic-refusals.ts';
import { type Received, singleHeader } from './http.ts';
import type { State } from './provider.ts';

/** Name of the refusal of a request that breaks a demand; null for one that breaks none, which is remembered. */
export type Demands = (received: Received, state: State) => string | null;

/** The demands of an operation; `auth` are the mechanisms of its good request, `basePath` stands before its path. */
export function demandsOf(served: Served, auth: Row[], account: Account, basePath: string): Demands {
  const { control } = served;
  const headers = headersOf(control);
  const rowRefusal = refusalsIn(served);
  const brokenBody = bodyDemands(served, account, rowRefusal);

  function brokenHeader(received: Received): string | null {
    for (const header of served.parameters.filter((parameter) => parameter['in'] === 'header')) {
      const name = String(header['name']);
      const { found } = singleHeader(received, name);
      if (found === undefined) {
        const refused = marked(header, 'required');
        // What no node demands may be demanded by a row, as a part of a mechanism.
        if (refused === '') continue;
        return refused;
      }
      const most = at(header, 'schema')['maxLength'];
      const own = credentialOf(headers, partName('header', name), account);
      const isOther = own !== undefined && !sameSecret(found, String(own));
      const other = rowRefusal('header', name, 'unknown') ?? marked(header, 'value');
      if (isOther && other !== '') return other;
      // One of which nothing says how another is refused may be beyond its limits.
      const beyond = beyondText(header, 'header', found, rowRefusal);
      if (beyond !== null || isOther) return beyond ?? other;
      if (typeof most === 'number' && found.length > most)
        return rowRefusal('header', name, 'very-long') ?? marked(header, 'length');
    }
    return null;
  }

  function brokenParameter(received: Received): string | null {
    const query = new URLSearchParams(received.query);
    const segments = received.path.slice(basePath.length).split('/');
    const template = served.path.split('/');
    for (const parameter of served.parameters.filter((one) => one['required'] === true)) {
      const name = String(parameter['name']);
      const inPath = parameter['in'] === 'path';
      if (!inPath && parameter['in'] !== 'query') continue;
      const value = inPath ? decodeURIComponent(segments[template.indexOf(`{${name}}`)] ?? '') : query.get(name);
      const sent = at(control, inPath ? 'path' : 'query');
      const own = credentialOf(sent, name, account);
      const other = rowRefusal(inPath ? 'path' : 'parameter', name, 'unknown');
      if (!value) return marked(parameter, 'required');
      if (own !== undefined && !sameSecret(value, String(own))) return other ?? marked(parameter, 'required');
      const beyond = inPath ? null : beyondText(parameter, 'parameter', value, rowRefusal);
      if (beyond !== null) return beyond;
      // Of one that is no credential a row may say that it has one value alone.
      if (other !== null && typeof sent[name] === 'string' && value !== sent[name]) return other;
    }
    return null;
  }

  function brokenAuth(received: Received, state: State): string | null {
    const isLive = (token: string): boolean => state.tokens.isLive(served.name, token);
    const clock = {
      ...{ now: state.clock(), windowSeconds: state.timestampWindowSeconds },
      sentOnce: state.sentOnce,
      bearer: auth.find((row) => row['mechanism'] === 'bearer') ?? {},
    };
    for (const row of auth) {
      const { mechanism: name, ...inputs } = row as Record<string, string>;
      const mechanism = String(name);
      const failed = mechanisms[mechanism]?.({ received, account, inputs, row, ...clock, isLive }) ?? null;
      if (failed === null) continue;
      const refused = rowRefusal('auth', mechanism, ...[failed].flat());
      // A token that ended is none that is known, and a signature does not show what it was made over.
      const another = mechanism === 'basic' ? null : rowRefusal('auth', mechanism);
      const found = refused ?? another;
      if (found !== null) return found;
    }
    return null;
  }

  /** A header whose value is made anew for each request: digits, of the length that is documented, and never twice. */
  function brokenUnique(received: Received, state: State): string | null {
    for (const [name, value] of Object.entries(headers)) {
      const { unique, length } = (value ?? {}) as { unique?: unknown; length?: unknown };
      if (unique === undefined) continue;
      const found = singleHeader(received, name).found ?? '';
      const digits = found.length === length && /^\d+$/.test(found);
      const key = `${served.name} ${name} ${found}`;
      if (digits && !state.sentOnce.has(key)) {
        state.sentOnce.add(key);
        continue;
      }
      const refused = rowRefusal('header', name, digits ? 'reused' : 'non-ascii') ?? rowRefusal('header', name);
      if (refused !== null) return refused;
    }
    return null;
  }

  const once = takenOnce(served.name, auth, (part, name) => rowRefusal(part, name, 'replayed'));

  return (received, state) => {
    // A header that is not there at all is a matter of the header; only one that is there can be wrong.
    const broken =
      brokenHeader(received) ??
      // A body that cannot be read holds no token either.
      (auth.some(({ field }) => field !== undefined) ? brokenBody(received) : null) ??
      brokenAuth(received, state) ??
      once.broken(received, state) ??
      brokenUnique(received, state) ??
      brokenParameter(received) ??
      brokenBody(received);
    if (broken === null) once.note(received, state);
    return broken;
  };
}
