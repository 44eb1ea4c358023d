import { bodyFormat } from '../contract/clauses-from-schema.ts';
import type { Contract, ControlText, Operation } from '../contract/types.ts';
import type { Json } from '../formats/json.ts';
import { isObject, own } from '../formats/json.ts';
import { credential, encoded, formValue, formValueWithPlus, join, jsonString, plain, type Text } from './text.ts';

/** A credential of a target, read and ready for use. */
export interface Credential {
  name: string;
  /** One value, or the items of a list. */
  value: string | string[];
  /** Name of the variable a shell command takes it from. */
  variable: string;
  secret: boolean;
}

export type Credentials = Record<string, Credential>;

/** A JSON value whose strings are texts. */
export type TextJson = null | boolean | number | Text | TextJson[] | { [name: string]: TextJson };

/** The auth mechanism of a request, its credentials by the mechanism's own names, and what is done otherwise than documented. */
export interface AuthDraft {
  mechanism: string;
  inputs: Record<string, Text>;
  /** One of the mechanism's own ways; null for the documented one. */
  way: string | null;
}

/** A request before it is authenticated and serialised; what a way to break or vary works on. */
export interface RequestDraft {
  method: string;
  /** Template, with `{name}` for each of the path values. */
  path: string;
  pathValues: Record<string, Text>;
  query: [name: Text, value: Text][];
  headers: [name: string, value: Text][];
  contentType: string | null;
  auth: AuthDraft | null;
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
  /** Shell lines that set variables which its own texts use. */
  prelude?: string[];
}

/** What a draft is made from. */
export interface DraftContext {
  contract: Contract;
  credentials: Credentials;
  /** Instant of sending. */
  now: Date;
}

/** Names of the credentials an operation takes that this target has not got. */
export function missingCredentials({ control }: Operation, credentials: Credentials): string[] {
  const { headers, path, query, body } = control;
  const values: Json[] = [headers, path, query, body].flatMap((part): Json[] => Object.values(part));
  const names = values.flatMap((value) => (isObject(value) ? [value['credential']] : []));
  return [...new Set(names.filter((name) => typeof name === 'string'))].filter((name) => !own(credentials, name));
}

/** The text of a credential, the items of a list with blanks between them; empty for one that is not given. */
export function textOf(found: Credential | undefined): Text {
  if (!found) return plain('');
  if (Array.isArray(found.value)) return plain(found.value.join(' '));
  return credential(found.name, found.value, found.variable, found.secret);
}

function fieldValue(value: Json, credentials: Credentials): TextJson {
  if (isObject(value) && typeof value['credential'] === 'string') return textOf(own(credentials, value['credential']));
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map((item) => fieldValue(item, credentials));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fieldValue(item, credentials)]));
  return value;
}

/** Values of headers or parameters, those of credentials filled in. */
export function givenTexts(values: Record<string, ControlText>, credentials: Credentials): [string, Text][] {
  return Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? plain(value) : textOf(own(credentials, value.credential)),
  ]);
}

/** The good request of an operation. */
export function controlDraft({ credentials }: DraftContext, operation: Operation): RequestDraft {
  const { control } = operation;
  const texts = (values: Record<string, ControlText>): [string, Text][] => givenTexts(values, credentials);
  return {
    method: operation.method,
    path: operation.path,
    pathValues: Object.fromEntries(texts(control.path)),
    query: texts(control.query).map(([name, value]) => [plain(name), value]),
    headers: texts(control.headers),
    contentType: operation.mediaType,
    auth: control.auth && {
      mechanism: control.auth.mechanism,
      inputs: Object.fromEntries(
        Object.entries(control.auth.inputs).map(([input, name]) => [input, textOf(own(credentials, name))]),
      ),
      way: null,
    },
    format: bodyFormat(operation.mediaType ?? ''),
    fields: Object.entries(control.body).map(([name, value]) => [name, fieldValue(value, credentials)]),
    bodiless: operation.mediaType === null,
    rawBody: null,
    layout: 'compact',
    rewriteHeaders: [],
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

/** Whether a value is a text. */
export function isText(value: TextJson | undefined): value is Text {
  return typeof value === 'object' && value !== null && 'secrets' in value && 'shell' in value;
}
