/** How a client shows who it is, as far as the facts of a page tell. */
import type { JsonObject } from '../../formats/json.ts';
import type { Facts, Member, Todo } from '../facts/facts.ts';
import { camel } from '../page/words.ts';

/** The control of a draft, and the credentials it takes. */
export interface Access {
  mechanism: string | null;
  auth: JsonObject | null;
  headers: JsonObject;
  body: JsonObject;
  credentials: Record<string, JsonObject>;
  /** Names of body members that hold a credential. */
  fields: string[];
  todos: Todo[];
}

const secretWords = ['secret', 'password', 'passphrase', 'apikey', 'private'];
const isSecret = (name: string): boolean =>
  secretWords.some((word) =>
    name
      .replace(/[^a-z]/gi, '')
      .toLowerCase()
      .includes(word),
  );

const snapHeaders = ['x-timestamp', 'x-client-key', 'x-signature'];

/** Reads the auth mechanism out of the facts, and fills the good request with constants and credentials. */
export function accessOf(facts: Facts): Access {
  const names = facts.headers.map(({ name }) => name.toLowerCase());
  const access: Access = {
    mechanism: null,
    auth: null,
    headers: { Accept: 'application/json' },
    body: {},
    credentials: {},
    fields: [],
    todos: [],
  };
  const snap = snapHeaders.every((name) => names.includes(name));
  if (facts.security?.value === 'basic') {
    access.mechanism = 'basic';
    access.auth = { mechanism: 'basic', id: 'clientId', secret: 'clientSecret' };
    access.credentials['clientId'] = { description: 'Id of HTTP Basic' };
    access.credentials['clientSecret'] = { description: 'Secret of HTTP Basic', secret: true };
  } else if (snap) {
    access.mechanism = 'snap-signature';
    access.auth = {
      mechanism: 'snap-signature',
      clientKey: 'clientKey',
      privateKey: 'privateKey',
      passphrase: 'passphrase',
    };
    access.credentials['clientKey'] = { description: 'The client id issued at onboarding, sent as X-CLIENT-KEY' };
    access.credentials['privateKey'] = {
      description: 'RSA private key whose public half the provider holds: PEM text, or a path to a .pem or .p12 file',
      secret: true,
      format: 'private-key',
    };
    access.credentials['passphrase'] = { description: 'Passphrase of the private key', secret: true, optional: true };
  }
  for (const header of facts.headers) {
    if (header.required === false || (snap && snapHeaders.includes(header.name.toLowerCase()))) continue;
    const name = camel(header.name.replace(/^x-/i, ''));
    access.headers[header.name] = { credential: name };
    access.credentials[name] = {
      description: `Value of the header ${header.name}`,
      ...(isSecret(header.name) ? { secret: true } : {}),
    };
  }
  for (const member of facts.request) field(member, facts, access);
  if (access.mechanism === null && access.fields.length === 0)
    access.todos.push({
      name: 'auth',
      what: 'how a client authenticates: control.auth with a mechanism, or credentials in control.body; the page shows none we know',
    });
  return access;
}

function field(member: Member, facts: Facts, access: Access): void {
  const name = member.pointer.slice(1);
  if (name.includes('/')) {
    access.todos.push({
      name: `request ${name}`,
      what: `the value of ${name} inside control.body; only members at the top are filled in`,
    });
    return;
  }
  if (member.schema['type'] === 'object' || member.required === false) return;
  const constant = member.schema['const'];
  if (constant !== undefined) {
    access.body[name] = constant;
    return;
  }
  if (name === 'scope') {
    access.body[name] = { credential: 'scopes' };
    access.credentials['scopes'] = { description: 'The scopes granted at onboarding', list: true };
    return;
  }
  const credential = camel(name);
  access.body[name] = { credential };
  access.credentials[credential] = {
    description: `Value of ${name} in the request`,
    ...(isSecret(name) ? { secret: true } : {}),
  };
  if (isSecret(name) || facts.security?.value !== 'basic') access.fields.push(name);
}
