import { formParameters, jsonObject } from './body.ts';
import { bearerToken, sameSecret } from './credentials.ts';
import type { Account } from './generic-auth.ts';
import { mechanisms } from './generic-auth.ts';
import { sampleOf, schemaAt, setAt } from './generic-body.ts';
import type { Row, Served } from './generic-contract.ts';
import { at, list, readServed } from './generic-contract.ts';
import type { Answer, Received } from './http.ts';
import { bodyLimit, jsonAnswer, mediaType, singleHeader } from './http.ts';
import type { GrantOptions, Provider, State } from './provider.ts';
import { signToken } from './tokens.ts';

export type { Account } from './generic-auth.ts';

/** How a data-only provider is served. */
export interface GenericOptions {
  /** Path of its contract.yaml. */
  contract: string;
  account: Account;
  /** What a suite puts between the origin and the path of the contract. */
  basePath?: string;
  resourcePath?: string;
}

/** Refusal that the mark of a node names, for one group of its keywords. */
function marked(node: unknown, group: string): string {
  const refusal = at(node, 'x-clause')['refusal'];
  return typeof refusal === 'string' ? refusal : String((refusal as Row | undefined)?.[group] ?? '');
}

function refusalsIn(served: Served) {
  const rows = list(served.contract, 'clauses').filter((row) => row['demand'] !== undefined);
  /** Refusal of the row that breaks a part in one of those ways. */
  return (part: string, name: string, ...ways: string[]): string | null => {
    const about = rows.filter((row) => at(row, 'demand')[part] === name);
    const found = about.find((row) => ways.some((way) => (at(row, 'demand')['break'] as string[]).includes(way)));
    return found === undefined ? null : String(found['refusal']);
  };
}

type Field = string | number | boolean | object | null | undefined;

/** Serves a provider from its contract alone: every demand it marks is refused as it says, everything else granted. */
export function genericProvider(options: GenericOptions): Provider {
  const served = readServed(options.contract);
  const { account } = options;
  const control = at(served.contract, 'control');
  const { mechanism, ...inputs } = at(control, 'auth') as Record<string, string>;
  const rowRefusal = refusalsIn(served);
  const form = served.mediaType.endsWith('x-www-form-urlencoded');
  const credentialOf = (holder: Row, name: string): string | string[] | undefined => {
    const credential = at(holder, name)['credential'];
    return typeof credential === 'string' ? account[credential] : undefined;
  };

  function repeatStatus(body: Row, status: number): void {
    for (const row of list(served.contract, 'clauses')) {
      const promise = at(row, 'promise');
      const pointer = at(promise, 'with')['at'];
      if (promise['check'] !== 'repeats-status' || typeof pointer !== 'string' || at(promise, 'with')['digits'])
        continue;
      if (Object.keys(schemaAt(served.answers.get(status) ?? {}, pointer)).length > 0) setAt(body, pointer, status);
    }
  }

  function refuse(name: string): Answer {
    const [documented] = list(at(served.contract, 'refusals', name), 'documented');
    const [status = 400] = [documented?.['status'] ?? 400].flat().map(Number);
    const errors = [...served.answers].filter(([known]) => known >= 400);
    const schema = served.answers.get(status) ?? errors[0]?.[1] ?? {};
    const body = sampleOf(schema) as Row;
    repeatStatus(body, status);
    for (const [pointer, wanted] of Object.entries(at(documented, 'body')))
      setAt(body, pointer, sampleOf({ ...schemaAt(schema, pointer), ...(wanted as Row) }, pointer));
    const challenge = mechanism === 'basic' ? 'Basic' : 'Signature';
    const headers: [string, string][] =
      status === 401 ? [['WWW-Authenticate', `${challenge} realm="${served.name}"`]] : [];
    return jsonAnswer(status, body, status === 405 ? [['Allow', served.method]] : headers);
  }

  function brokenHeader(received: Received): string | null {
    for (const header of served.headers) {
      const name = String(header['name']);
      const { found } = singleHeader(received, name);
      if (found === undefined) return marked(header, 'required');
      const most = at(header, 'schema')['maxLength'];
      const own = credentialOf(at(control, 'headers'), name);
      if (own !== undefined && !sameSecret(found, String(own)))
        return rowRefusal('header', name, 'unknown') ?? marked(header, 'value');
      if (typeof most === 'number' && found.length > most)
        return rowRefusal('header', name, 'very-long') ?? marked(header, 'length');
    }
    return null;
  }

  function brokenField(name: string, schema: Row, values: Field[], required: boolean): string | null {
    const [value] = values;
    if (values.length > 1) return rowRefusal('field', name, 'repeated') ?? marked(schema, 'value');
    if (value === undefined || value === null || value === '') return required ? marked(schema, 'required') : null;
    if (typeof value !== schema['type'] && schema['type'] === 'string') return marked(schema, 'type');
    const text = String(value);
    if (typeof schema['maxLength'] === 'number' && text.length > schema['maxLength']) return marked(schema, 'length');
    if (schema['const'] !== undefined && value !== schema['const']) return marked(schema, 'value');
    const own = credentialOf(at(control, 'body'), name);
    if (own === undefined) return null;
    const known = Array.isArray(own) ? text.split(' ').every((one) => own.includes(one)) : sameSecret(text, own);
    return known ? null : (rowRefusal('field', name, 'other-value', 'unknown-scope') ?? marked(schema, 'value'));
  }

  function brokenBody(received: Received): string | null {
    const requestBody = at(served.operation, 'requestBody');
    if (mediaType(received) !== served.mediaType)
      return marked(served.content, 'value') || marked(requestBody, 'value');
    const parameters = form && received.body.length <= bodyLimit ? formParameters(received.body) : undefined;
    const members = form ? undefined : jsonObject(received.body);
    if (!parameters && !members) return marked(requestBody, 'value');
    const valuesOf = (name: string): Field[] =>
      parameters ? (parameters.get(name) ?? []) : members?.has(name) ? [members.get(name) as Field] : [];
    const required = (served.request['required'] ?? []) as string[];
    if (received.body.length === 0) return marked(requestBody, 'value');
    for (const [name, schema] of Object.entries(at(served.request, 'properties'))) {
      const broken = brokenField(name, schema as Row, valuesOf(name), required.includes(name));
      if (broken !== null) return broken;
    }
    return null;
  }

  function grant(_received: Received, state: State, { life = state.lifeSeconds }: GrantOptions = {}): Answer {
    const [status = 200, schema = {}] = [...served.answers].find(([known]) => known < 300) ?? [];
    const token = at(served.contract, 'token') as Record<string, string>;
    const signed = signToken(served.name, served.name, state.clock(), life);
    state.tokens.add(served.name, signed.token, signed.expiresAt);
    const body = sampleOf(schema) as Row;
    repeatStatus(body, status);
    setAt(body, token['value'] ?? '', signed.token);
    const lifetime = token['lifetime'] ?? '';
    setAt(body, lifetime, schemaAt(schema, lifetime)['type'] === 'string' ? String(life) : life);
    return jsonAnswer(status, body);
  }

  function token(received: Received, state: State): Answer {
    if (received.method !== served.method) return refuse(marked(served.operation, 'value'));
    const attempt = { received, account, inputs, now: state.clock(), windowSeconds: state.timestampWindowSeconds };
    const failed = (mechanism && mechanisms[mechanism]?.(attempt)) || null;
    // A header that is not there at all is a matter of the header; only one that is there can be wrong.
    const broken =
      brokenHeader(received) ??
      (failed && mechanism ? rowRefusal('auth', mechanism, failed) : null) ??
      brokenBody(received);
    return broken === null ? grant(received, state) : refuse(broken);
  }

  function resource(received: Received, state: State): Answer {
    const bearer = bearerToken(received);
    const live = bearer !== undefined && state.tokens.isLive(served.name, bearer);
    return live ? jsonAnswer(200, {}) : jsonAnswer(401, {}, [['WWW-Authenticate', `Bearer realm="${served.name}"`]]);
  }

  const basePath = options.basePath ?? `/${served.name}`;
  return {
    name: served.name,
    basePath,
    tokenPath: `${basePath}${served.path}`,
    resourcePath: `${basePath}${options.resourcePath ?? '/protected'}`,
    token,
    grant,
    resource,
  };
}
