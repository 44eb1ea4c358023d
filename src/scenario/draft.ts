import { bodyFormat } from '../contract/media-type.ts';
import type { AuthSpec, Contract, ControlText, ControlValue, Operation, ResourceRequest } from '../contract/types.ts';
import { own } from '../formats/json.ts';
import { mechanisms } from './auth/index.ts';
import type { AuthDraft } from './auth/mechanism.ts';
import { type Credentials, credentialIn, givenFields, givenTexts, isText, type TextJson, textOf } from './given.ts';
import { encoded, formValue, formValueWithPlus, join, jsonString, plain, type Text } from './text.ts';

export { type Credential, type Credentials, isText, type TextJson, textOf } from './given.ts';

/** A request before it is authenticated and serialised; what a way to break or vary works on. */
export interface RequestDraft {
  method: string;
  /** Template, with `{name}` for each of the path values. */
  path: string;
  pathValues: Record<string, Text>;
  query: [name: Text, value: Text][];
  headers: [name: string, value: Text][];
  contentType: string | null;
  /** In the order in which they are applied. */
  auth: AuthDraft[];
  format: 'json' | 'form';
  fields: [name: string, value: TextJson][];
  /** Send no body at all. */
  bodiless: boolean;
  /** Replaces the serialised fields. */
  rawBody: Text | null;
  /** How form fields are written, or JSON is laid out. */
  layout: 'compact' | 'spaced' | 'plus' | 'percent';
  /** Applied to the header list when it is complete. */
  rewriteHeaders: ((headers: [string, Text][]) => [string, Text][])[];
  /** The header whose value, as it was made, is sent in every other place in its stead. */
  moved?: string;
  /** Shell lines that set variables which its own texts use. */
  prelude: string[];
}

/** What a draft is made from. */
export interface DraftContext {
  contract: Contract;
  credentials: Credentials;
  /** Instant of sending. */
  now: Date;
}

/** Names of the credentials in a value, at any depth. */
export function credentialsIn(value: unknown): string[] {
  const own = credentialIn(value);
  if (own !== null) return [own];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(credentialsIn) : [];
}

/** Those of the mechanisms' credentials that they cannot do without. */
function neededBy({ mechanism, inputs }: AuthSpec): string[] {
  const optional = [...(own(mechanisms, mechanism)?.optional ?? []), 'passphrase'];
  return Object.entries(inputs).flatMap(([input, name]) => (optional.includes(input) ? [] : [name]));
}

/** Names of the credentials a good request takes that this target has not got. */
export function missingCredentials(
  parts: Partial<Record<'headers' | 'path' | 'query', Record<string, ControlText>>> & {
    body?: Record<string, ControlValue>;
    auth?: readonly AuthSpec[];
  },
  credentials: Credentials,
): string[] {
  const { headers = {}, path = {}, query = {}, body = {}, auth = [] } = parts;
  const names = [...credentialsIn([headers, path, query, body]), ...auth.flatMap(neededBy)];
  return [...new Set(names)].filter((name) => !own(credentials, name));
}

/** The inputs of every mechanism of a request, by the mechanisms' own names. */
export function inputsOf({ auth }: Pick<RequestDraft, 'auth'>): Record<string, Text> {
  return Object.assign({}, ...auth.map(({ inputs }) => inputs));
}

/** The mechanisms of a request, with one way of the mechanism of that name, or of every one where none is named. */
export function withWay(auth: AuthDraft[], way: string, mechanism?: string): AuthDraft[] {
  return auth.map((one) => (mechanism === undefined || one.spec.mechanism === mechanism ? { ...one, way } : one));
}

function authDrafts(specs: readonly AuthSpec[], credentials: Credentials): AuthDraft[] {
  return specs.map((spec) => ({
    spec,
    inputs: Object.fromEntries(
      Object.entries(spec.inputs).map(([input, name]) => [input, textOf(own(credentials, name))]),
    ),
    way: null,
  }));
}

/** What no way has changed yet. */
const unchanged: Pick<RequestDraft, 'rawBody' | 'layout' | 'rewriteHeaders'> = {
  rawBody: null,
  layout: 'compact',
  rewriteHeaders: [],
};

/** The good request of an operation. */
export function controlDraft({ credentials }: DraftContext, operation: Operation): RequestDraft {
  const { control } = operation;
  const texts = (values: Record<string, ControlText>): [string, Text][] => givenTexts(values, credentials).values;
  const headers = givenTexts(control.headers, credentials);
  const fields = givenFields(control.body, credentials);
  return {
    ...unchanged,
    method: operation.method,
    path: operation.path,
    pathValues: Object.fromEntries(texts(control.path)),
    query: texts(control.query).map(([name, value]) => [plain(name), value]),
    headers: headers.values,
    contentType: operation.mediaType,
    auth: authDrafts(control.auth, credentials),
    format: bodyFormat(operation.mediaType ?? ''),
    fields: fields.values,
    bodiless: operation.mediaType === null,
    prelude: [...headers.prelude, ...fields.prelude],
  };
}

/** How a protected resource is asked where an environment does not say. */
export const bearerAlone: AuthSpec[] = [{ mechanism: 'bearer', inputs: {} }];

/** The good request to a protected resource. */
export function probeDraft(probe: ResourceRequest, credentials: Credentials): RequestDraft {
  const headers = givenTexts(probe.headers, credentials);
  const fields = givenFields(probe.body ?? {}, credentials);
  return {
    ...unchanged,
    method: probe.method,
    path: probe.path,
    pathValues: {},
    query: [],
    headers: [['Accept', plain('application/json')], ...headers.values],
    contentType: probe.body ? 'application/json' : null,
    auth: authDrafts(probe.auth ?? bearerAlone, credentials),
    format: 'json',
    fields: fields.values,
    bodiless: probe.body === undefined,
    prelude: [...headers.prelude, ...fields.prelude],
  };
}

/** JSON text of a value, as compact or as spaced out as asked. */
export function jsonText(value: TextJson, layout: RequestDraft['layout'] = 'compact'): Text {
  const [gap, colon] = layout === 'spaced' ? ['\n  ', ' : '] : ['', ':'];
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return plain(JSON.stringify(value));
  if (isText(value)) {
    return join('"', encoded(value, jsonString), '"');
  }
  const items = Array.isArray(value)
    ? value.map((item) => jsonText(item))
    : Object.entries(value).map(([name, item]) => join(`${JSON.stringify(name)}${colon}`, jsonText(item)));
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parts = items.flatMap((item, index) => [index === 0 ? gap : `,${gap}`, item]);
  return join(open, ...parts, layout === 'spaced' ? '\n' : '', close);
}

/** Form text of the fields: every reserved character escaped, and a space written as the layout says. */
export function formText(fields: RequestDraft['fields'], layout: RequestDraft['layout']): Text {
  const encoding = layout === 'plus' ? formValueWithPlus : formValue;
  const parts = fields.map(([name, value], index) => {
    const content = isText(value) ? value : plain(JSON.stringify(value));
    return join(index === 0 ? '' : '&', `${encoding.encode(name)}=`, encoded(content, encoding));
  });
  return join(...parts);
}
