import { randomInt, randomUUID } from 'node:crypto';
import { bearerToken } from './credentials.ts';
import { fits, numberOf, schemaAt, setAt, text } from './generic-body.ts';
import type { Account, Row } from './generic-contract.ts';
import { at, list, readOperations } from './generic-contract.ts';
import { serveOperation } from './generic-operation.ts';
import type { Answer, Received } from './http.ts';
import { jsonAnswer } from './http.ts';
import { boundTo } from './mutual-tls.ts';
import type { GrantOptions, Provider, State } from './provider.ts';
import { opaqueToken, signToken } from './tokens.ts';

export type { Account } from './generic-contract.ts';

/** How a data-only provider is served. */
export interface GenericOptions {
  /** Path of its contract.yaml. */
  contract: string;
  account: Account;
  /** What a suite puts between the origin and the path of the contract. */
  basePath?: string;
  resourcePath?: string;
}

/** Seconds in one of each unit that counts a life. */
const seconds: Record<string, number> = { seconds: 1, minutes: 60, milliseconds: 0.001 };

/** The life in seconds that is as near to `wanted` as its unit and the schema of the member that declares it allow. */
function lifeOf(wanted: number, unit: string, schema: Row): number {
  const one = seconds[unit];
  return one === undefined ? wanted : numberOf(schema, Math.ceil(wanted / one)) * one;
}

/** The longest life that a clause about it allows. */
function longestLife(contract: Row): number {
  const stated = list(contract, 'clauses').map((row) => at(row, 'promise'));
  const most = stated.flatMap((promise) => (promise['check'] === 'lifetime' ? [at(promise, 'with')['most']] : []));
  return Math.min(...most.filter((one) => typeof one === 'number'), Number.POSITIVE_INFINITY);
}

/** A JWT as a token, or an opaque one where the schema allows no such text. */
function tokenOf(jwt: string, schema: Row): string {
  if (schema['format'] === 'uuid') return randomUUID();
  if (fits(schema, jwt)) return jwt;
  const most = Number(schema['maxLength'] ?? 43);
  const opaque = opaqueToken()
    .repeat(Math.ceil(most / 43))
    .slice(0, most);
  return fits(schema, opaque) ? opaque : text(schema, 'the token', randomInt(2 ** 31));
}

/** A life in seconds as an answer declares it. */
function declared(life: number, unit: string, expiresAt: number, asText: boolean): string | number {
  if (unit === 'instant') return asText ? new Date(expiresAt).toISOString() : Math.floor(expiresAt / 1000);
  const figure = life / (seconds[unit] ?? 1);
  return asText ? String(figure) : figure;
}

/**
 * Serves a provider from its contract alone: every demand it marks is refused as it says, everything else granted.
 *
 * @example
 * ```ts
 * import { genericProvider, startMock } from 'payment-token-conformance/mock';
 * const account = { clientId: 'any', clientSecret: 'any' };
 * const mock = await startMock({ more: [genericProvider({ contract: 'contracts/acme/contract.yaml', account })] });
 * await mock.close();
 * ```
 */
export function genericProvider(options: GenericOptions): Provider {
  const [first, ...others] = readOperations(options.contract);
  const basePath = options.basePath ?? `/${first.name}`;
  const mechanisms = [first, ...others].flatMap(({ control }) => [control['auth'] ?? []].flat() as Row[]);
  const wantsCertificate = mechanisms.some(({ mechanism }) => mechanism === 'mutual-tls');
  const routeOf = (path: string): string => `${basePath}${path.replace(/\{([^}]+)\}/g, ':$1')}`;
  const operation = serveOperation(first, options.account, basePath);

  function grant(
    received: Received,
    state: State,
    { life: wanted = Math.min(state.lifeSeconds, longestLife(first.contract)) }: GrantOptions = {},
  ): Answer {
    const { status, body, schema } = operation.good();
    const token = at(first.contract, 'token') as Record<string, string>;
    const unit = token['lifetimeUnit'] ?? 'seconds';
    const lifetime = token['lifetime'] ?? '';
    const life = lifeOf(wanted, unit, lifetime === 'none' ? {} : schemaAt(schema, lifetime));
    const bound = wantsCertificate ? boundTo(received) : {};
    const signed = signToken(first.name, first.name, state.clock(), life, bound);
    const issued = tokenOf(signed.token, schemaAt(schema, token['value'] ?? ''));
    state.tokens.add(first.name, issued, signed.expiresAt);
    setAt(body, token['value'] ?? '', issued);
    if (lifetime === 'none') return operation.answer(status, body);
    setAt(body, lifetime, declared(life, unit, signed.expiresAt, schemaAt(schema, lifetime)['type'] === 'string'));
    return operation.answer(status, body);
  }

  function resource(received: Received, state: State): Answer {
    const bearer = bearerToken(received);
    const live = bearer !== undefined && state.tokens.isLive(first.name, bearer);
    return live ? jsonAnswer(200, {}) : jsonAnswer(401, {}, [['WWW-Authenticate', `Bearer realm="${first.name}"`]]);
  }

  return {
    name: first.name,
    wantsCertificate,
    basePath,
    tokenPath: routeOf(first.path),
    resourcePath: `${basePath}${options.resourcePath ?? '/protected'}`,
    token: (received, state) => operation.refusal(received, state) ?? grant(received, state),
    grant,
    resource,
    others: others.map((served) => {
      const other = serveOperation(served, options.account, basePath);
      return {
        id: served.id,
        path: routeOf(served.path),
        answer: (received, state) => {
          const { status, body } = other.good();
          return other.refusal(received, state) ?? other.answer(status, body);
        },
      };
    }),
  };
}
