/** Secrets that a request for the protected resource holds beside those of the contract: each stands in a variable. */
import type { Place } from '../contract/yaml.ts';
import { isObject, type Json, type JsonObject, recordOf } from '../formats/json.ts';
import type { Credential, Credentials } from '../scenario/draft.ts';
import { isKeyLike } from '../wire/clear/guess.ts';
import { isCredentialName } from '../wire/clear/names.ts';
import type { ProviderSettings } from './environment.ts';
import type { Probe } from './probe.ts';
import { variableIn } from './reference.ts';
import type { SettingsReader } from './settings-reader.ts';
import { valueFault } from './value-fault.ts';

/** A text of a probe, the name under which it is sent, and where in the file it stands. */
interface ProbeText {
  part: 'headers' | 'body' | 'path';
  name: string;
  text: string;
}

/** Characters of the shortest value under the name of a key that may be one. */
const leastKey = 8;

/** A key that makes a request known when it is sent again is no secret. */
const keyName = /(?<!idempotency[-_]?)key$/i;

const isSecret = ({ name, text }: ProbeText): boolean =>
  text !== '' && (isCredentialName(name) || (keyName.test(name) && text.length >= leastKey) || isKeyLike(text));

/** The texts in a value; what is made of a credential, or anew for each request, is none. */
function textsIn(part: ProbeText['part'], name: string, value: unknown): ProbeText[] {
  if (typeof value === 'string') return [{ part, name, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(part, name, item));
  if (!isObject(value) || 'credential' in value || 'unique' in value) return [];
  return Object.entries(value).flatMap(([member, one]) => textsIn(part, member, one));
}

function textsOf(probe: Probe | null): ProbeText[] {
  if (!probe || 'operation' in probe) return [];
  const query = new URLSearchParams(probe.path.split('?').slice(1).join('?'));
  return [
    ...textsIn('headers', '', probe.headers),
    ...textsIn('body', '', probe.body),
    ...[...query].flatMap(([name, text]) => textsIn('path', name, text)),
  ];
}

/** The values of the variables that a probe names, for redaction. */
export function probeSecrets({ probe }: Pick<ProviderSettings, 'probe'>, resolve: (value: string) => string): string[] {
  return textsOf(probe).flatMap(({ part, text }) =>
    part !== 'path' && variableIn(text) !== null ? [resolve(text)] : [],
  );
}

/** What is wrong with a text; null where it may stand there. */
function faultOf(one: ProbeText, isMock: boolean): string | null {
  const { part, name, text } = one;
  const isNamed = variableIn(text) !== null;
  if (part === 'path' && isNamed)
    return `no variable is read in a path; send ${name} with auth, or in headers or the body`;
  if (isMock || isNamed || !isSecret(one)) return null;
  const remedy =
    part === 'path'
      ? 'send it with auth, or as $NAME in headers or the body'
      : 'put it into a variable and write $NAME';
  return `${name} may be a secret and is written here in clear; ${remedy}`;
}

/**
 * The probe with a credential of the target in place of each `$NAME`, so that it is masked, and shown as its variable in
 * commands. What is missing, or stands in clear where the environment is no mock, is reported.
 */
export function readProbe({ environment, settings, place, resolve, problems }: SettingsReader): {
  probe: Probe | null;
  credentials: Credentials;
} {
  const [{ kind }, { probe }] = [environment, settings];
  if (!probe || 'operation' in probe) return { probe, credentials: {} };
  for (const one of textsOf(probe)) {
    const fault = faultOf(one, kind === 'mock');
    if (fault !== null)
      problems.push(`${place('probe', one.part, ...(one.part === 'headers' ? [one.name] : []))}: ${fault}`);
  }
  const found = new Map<string, Credential>();
  const taken = <Value>(value: Value, name: string, where: Place): Value | { credential: string } => {
    const variable = typeof value === 'string' ? variableIn(value) : null;
    if (typeof value !== 'string' || variable === null) return value;
    if (found.has(value)) return { credential: value };
    const sent = resolve(value, where);
    const fault = sent === '' ? null : valueFault(sent, { mock: kind === 'mock', lines: false });
    if (fault !== null) problems.push(`${where}: ${name} (variable ${variable}) ${fault}`);
    found.set(value, { name, value: sent, variable, secret: true });
    return { credential: value };
  };
  const headers = Object.entries(probe.headers).map(
    ([name, value]) => [name, taken(value, name, place('probe', 'headers', name))] as const,
  );
  const within = (value: Json, name: string): Json => {
    if (Array.isArray(value)) return value.map((item) => within(item, name));
    return isObject(value) ? members(value) : taken(value, name, place('probe', 'body'));
  };
  const members = (body: JsonObject): JsonObject =>
    recordOf(Object.entries(body).map(([name, value]) => [name, within(value, name)] as const));
  const body = probe.body === undefined ? {} : { body: members(probe.body) };
  return { probe: { ...probe, headers: recordOf(headers), ...body }, credentials: recordOf(found) };
}
