import { formParameters, jsonObject } from './body.ts';
import { sameSecret } from './credentials.ts';
import { mechanisms } from './generic-auth.ts';
import { sampleOf, schemaAt, setAt } from './generic-body.ts';
import type { Account, Row, Served } from './generic-contract.ts';
import { at, headersOf, list, partName } from './generic-contract.ts';
import { headersOfAnswer } from './generic-headers.ts';
import { takenOnce } from './generic-once.ts';
import type { Answer, Received } from './http.ts';
import { bodyLimit, jsonAnswer, mediaType, singleHeader } from './http.ts';
import type { State } from './provider.ts';

/** One operation of a data-only provider. */
export interface ServedOperation {
  /** The documented refusal of a request that breaks a demand; null when it breaks none. */
  refusal(received: Received, state: State): Answer | null;
  /** The body of a documented good answer, and its schema. */
  good(): { status: number; body: Row; schema: Row };
  /** An answer of the media type that is documented for its status. */
  answer(status: number, body: unknown): Answer;
}

/** Refusal that the mark of a node names, for one group of its keywords. */
function marked(node: unknown, group: string): string {
  const refusal = at(node, 'x-clause')['refusal'];
  return typeof refusal === 'string' ? refusal : String((refusal as Row | undefined)?.[group] ?? '');
}

function refusalsIn(served: Served) {
  const rows = list(served.contract, 'clauses').filter(
    (row) => row['demand'] !== undefined && [row['operation'] ?? 'token'].flat().includes(served.id),
  );
  /** Refusal of the row that breaks a part in one of those ways; in any way where none is named. */
  return (part: string, name: string, ...ways: string[]): string | null => {
    const about = rows.filter((row) => {
      const named = at(row, 'demand')[part];
      return typeof named === 'string' && partName(part, named) === partName(part, name);
    });
    const broken = (row: Row): string[] => at(row, 'demand')['break'] as string[];
    const found = about.find((row) => ways.length === 0 || ways.some((way) => broken(row).includes(way)));
    return found === undefined ? null : String(found['refusal']);
  };
}

const challenges: Record<string, string> = { basic: 'Basic', bearer: 'Bearer' };

/** Whether a value is of the type that its schema gives, and so is every member and item below it. */
function isOfType(value: unknown, schema: Row): boolean {
  const type = [schema['type'] ?? []].flat()[0];
  if (type === undefined) return true;
  const own = Array.isArray(value) ? 'array' : Number.isInteger(value) && type === 'integer' ? 'integer' : typeof value;
  if (own !== type) return false;
  if (Array.isArray(value)) return value.every((item) => isOfType(item, at(schema, 'items')));
  if (own !== 'object') return true;
  const required = (schema['required'] ?? []) as string[];
  const members = value as Row;
  return (
    required.every((name) => members[name] !== undefined) &&
    Object.entries(at(schema, 'properties')).every(
      ([name, member]) => members[name] === undefined || isOfType(members[name], member as Row),
    )
  );
}

type Field = string | number | boolean | object | null | undefined;

/** Serves one operation from its contract: every demand it marks is refused as it says, everything else is good. */
export function serveOperation(served: Served, account: Account, basePath: string): ServedOperation {
  const { control } = served;
  const auth = [control['auth'] ?? []].flat() as Row[];
  const headers = headersOf(control);
  const rowRefusal = refusalsIn(served);
  const isTokenInBody = auth.some(({ field }) => field !== undefined);
  const bareType = served.mediaType.replace(/;.*/, '').trim().toLowerCase();
  const form = bareType.endsWith('x-www-form-urlencoded');
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

  const answer = (status: number, body: unknown, headers: [string, string][] = []): Answer =>
    jsonAnswer(
      status,
      body,
      [...headers, ...headersOfAnswer(served.operation, status)],
      served.answerTypes.get(status),
    );

  function refuse(name: string): Answer {
    const [documented] = list(at(served.contract, 'refusals', name), 'documented');
    if (documented?.['status'] === 'handshake') return { status: 0, headers: [], body: '', closes: true };
    const [status = 400] = [documented?.['status'] ?? 400].flat().map(Number);
    const errors = [...served.answers].filter(([known]) => known >= 400);
    const schema = served.answers.get(status) ?? errors[0]?.[1] ?? {};
    const body = sampleOf(schema) as Row;
    repeatStatus(body, status);
    for (const [pointer, wanted] of Object.entries(at(documented, 'body')))
      setAt(body, pointer, sampleOf({ ...schemaAt(schema, pointer), ...(wanted as Row) }, pointer));
    const challenge = challenges[String(auth[0]?.['mechanism'])] ?? 'Signature';
    const challenged: [string, string][] =
      status === 401 ? [['WWW-Authenticate', `${challenge} realm="${served.name}"`]] : [];
    return answer(status, body, status === 405 ? [['Allow', served.method]] : challenged);
  }

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
      const own = credentialOf(headers, partName('header', name));
      if (own !== undefined && !sameSecret(found, String(own)))
        return rowRefusal('header', name, 'unknown') ?? marked(header, 'value');
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
      const own = credentialOf(at(control, inPath ? 'path' : 'query'), name);
      if (!value) return marked(parameter, 'required');
      if (own !== undefined && !sameSecret(value, String(own)))
        return rowRefusal(inPath ? 'path' : 'parameter', name, 'unknown') ?? marked(parameter, 'required');
    }
    return null;
  }

  function brokenField(name: string, schema: Row, values: Field[], required: boolean): string | null {
    const [value] = values;
    if (values.length > 1) return rowRefusal('field', name, 'repeated') ?? marked(schema, 'value');
    if (value === undefined || value === null || value === '') return required ? marked(schema, 'required') : null;
    if (!form && !isOfType(value, schema)) return marked(schema, 'type');
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
    const mayBeLeftOut = requestBody['required'] !== true && received.body.length === 0;
    if (Object.keys(requestBody).length === 0 || mayBeLeftOut) return null;
    if (mediaType(received) !== bareType) return marked(served.content, 'value') || marked(requestBody, 'value');
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

  return {
    answer,
    refusal(received, state) {
      if (received.method !== served.method) return refuse(marked(served.operation, 'value'));
      // A header that is not there at all is a matter of the header; only one that is there can be wrong.
      const broken =
        brokenHeader(received) ??
        // A body that cannot be read holds no token either.
        (isTokenInBody ? brokenBody(received) : null) ??
        brokenAuth(received, state) ??
        once.broken(received, state) ??
        brokenUnique(received, state) ??
        brokenParameter(received) ??
        brokenBody(received);
      if (broken === null) once.note(received, state);
      return broken === null ? null : refuse(broken);
    },
    good() {
      const [status = 200, schema = {}] = [...served.answers].find(([known]) => known < 300) ?? [];
      const body = sampleOf(schema) as Row;
      repeatStatus(body, status);
      return { status, body, schema };
    },
  };
}
