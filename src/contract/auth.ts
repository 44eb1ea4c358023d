/** How a good request is authenticated, read from its section of a contract or an environment and held against what is sent. */
import type { AssertionRow, Auth, MechanismRow, SignatureRow } from '../formats/auth.ts';
import { sameHeader } from '../formats/header-name.ts';
import { own } from '../formats/json.ts';
import { parseDateForm } from './date-form.ts';
import { parseValue } from './header-value.ts';
import { noMechanism } from './mechanism-names.ts';
import { didYouMean } from './similar.ts';
import { type Ingredient, ingredientKey, ingredientsOf, parseTemplate } from './template.ts';
import type { AuthSpec, CredentialSpec } from './types.ts';
import type { MechanismWords } from './vocabulary.ts';

type Keys = (string | number)[];

/** What the mechanisms of a good request are held against. */
export interface AuthSurroundings {
  credentials: Readonly<Record<string, CredentialSpec>>;
  mechanisms: Readonly<Record<string, MechanismWords>>;
  /** Headers that are sent beside those of the mechanisms. */
  sent: readonly string[];
  /** Names of the members of its body, or of the parameters of its query, that it gives a value for. */
  given(place: 'field' | 'parameter'): readonly string[];
  hasBody: boolean;
  report(keys: Keys, fault: string): void;
  /** Notes that a credential is used, and reports a name that is none. */
  credential(name: string, keys: Keys): void;
}

const isSignature = (row: MechanismRow): row is SignatureRow => row.mechanism === 'signature';

const isAssertion = (row: MechanismRow): row is AssertionRow => row.mechanism === 'private-key-jwt';

function assertionInputs({ key, client, audience, keyId }: AssertionRow): Record<string, string> {
  return {
    key: key.credential,
    ...(key.passphrase === undefined ? {} : { passphrase: key.passphrase }),
    ...{ client, audience },
    ...(keyId === undefined ? {} : { keyId }),
  };
}

/** The parts of the request that a template names; none where it is no template. */
function ingredientsIn(over: string): Ingredient[] {
  const parsed = parseTemplate(over);
  return 'template' in parsed ? ingredientsOf(parsed.template) : [];
}

/** The parts that the value of the header of a signature names; none where it is no template. */
function ingredientsInValue({ value }: SignatureRow): Ingredient[] {
  const parsed = value === undefined ? null : parseValue(value);
  return parsed && 'template' in parsed ? ingredientsOf(parsed.template) : [];
}

function signatureInputs(row: SignatureRow): Record<string, string> {
  const { key, over } = row;
  const named = [...ingredientsIn(over), ...ingredientsInValue(row)].filter(({ name }) => name === 'credential');
  return {
    key: key.credential,
    ...(key.passphrase === undefined ? {} : { passphrase: key.passphrase }),
    ...Object.fromEntries(named.map((one) => [ingredientKey(one), one.argument])),
  };
}

/** Where a token may go: into one of these. */
const tokenPlaces = ['header', 'field', 'parameter'] as const;

/** A token in a header of its own or under another scheme, `none` for the token as it stands; or in the body or the query. */
function tokenSpec(row: Record<string, string>): AuthSpec {
  const isOfToken = ([key]: [string, string]): boolean => [...tokenPlaces, 'scheme'].includes(key);
  const token = Object.fromEntries(Object.entries(row).filter(isOfToken));
  const inputs = Object.fromEntries(Object.entries(row).filter((entry) => !isOfToken(entry)));
  return { mechanism: 'bearer', inputs, ...(Object.keys(token).length > 0 ? { token } : {}) };
}

/** HTTP Basic; `encoding` is no credential. */
function basicSpec({ encoding, ...inputs }: Record<string, string>): AuthSpec {
  return { mechanism: 'basic', inputs, ...(encoding === undefined ? {} : { encoding }) };
}

/** The mechanisms of a section, in their order. */
export function authOf(auth: Auth | undefined): AuthSpec[] {
  return [auth ?? []].flat().map((row): AuthSpec => {
    if (isSignature(row)) return { mechanism: row.mechanism, inputs: signatureInputs(row), signature: row };
    if (isAssertion(row)) return { mechanism: row.mechanism, inputs: assertionInputs(row), assertion: row };
    const { mechanism, ...inputs } = row;
    if (mechanism === 'bearer') return tokenSpec(inputs);
    return mechanism === 'basic' ? basicSpec(inputs) : { mechanism, inputs };
  });
}

/** Names whatever keeps the mechanisms of a good request from working; `keys` lead to the section. */
export function checkAuth(auth: Auth | undefined, keys: Keys, around: AuthSurroundings): void {
  const specs = authOf(auth);
  const at = (index: number): Keys => (Array.isArray(auth) ? [...keys, index] : keys);
  const names = specs.map(({ mechanism }) => mechanism);
  for (const [index, spec] of specs.entries()) {
    if (names.indexOf(spec.mechanism) < index)
      around.report([...at(index), 'mechanism'], `auth names the mechanism "${spec.mechanism}" twice`);
    if (spec.signature) checkSignature(spec.signature, at(index), around, specs);
    else if (spec.assertion) checkKey(spec.assertion, true, at(index), around);
    else checkNamed(spec, at(index), around);
    for (const [input, name] of Object.entries(spec.assertion ? spec.inputs : {}))
      if (input !== 'key' && input !== 'passphrase') around.credential(name, [...at(index), input]);
  }
}

/** What a header name and a scheme are made of (RFC 9110, section 5.6.2). */
const httpToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** What a mechanism takes beside the names of credentials. */
const settings: Readonly<Record<string, readonly string[]>> = {
  bearer: [...tokenPlaces, 'scheme'],
  basic: ['encoding'],
};

/** Where the token goes: to one place, in which nothing else is sent. */
function checkToken(token: NonNullable<AuthSpec['token']>, keys: Keys, around: AuthSurroundings): void {
  const { sent, report } = around;
  const [place = 'header', more] = tokenPlaces.filter((one) => token[one] !== undefined);
  if (more !== undefined) report([...keys, more], `the token goes into one place, and ${place} names one already`);
  if (place !== 'header' && token.scheme !== undefined)
    report([...keys, 'scheme'], `a token has a scheme in a header alone, and this one goes into a ${place}`);
  const name = token[place] ?? 'Authorization';
  const taken = place === 'header' ? sent.some((one) => sameHeader(one, name)) : around.given(place).includes(name);
  if (taken) report(keys, `${name} holds the token, and the good request gives a value for it as well; delete that`);
  if (place === 'field' && !around.hasBody) report([...keys, place], 'the request has no body to hold the token');
}

function checkNamed({ mechanism, inputs, encoding, token = {} }: AuthSpec, keys: Keys, around: AuthSurroundings): void {
  const { mechanisms, report, credential } = around;
  const words = own(mechanisms, mechanism);
  if (!words) {
    report([...keys, 'mechanism'], noMechanism(mechanism, mechanisms));
    return;
  }
  for (const key of ['header', 'scheme'] as const)
    if (!httpToken.test(token[key] ?? 'none'))
      report([...keys, key], `${JSON.stringify(token[key])} is no ${key} of HTTP`);
  if (encoding !== undefined && encoding !== 'form')
    report(
      [...keys, 'encoding'],
      `basic has no encoding "${encoding}"; there is: form${didYouMean(encoding, ['form'])}`,
    );
  if (mechanism === 'bearer') checkToken(token, keys, around);
  for (const [input, name] of Object.entries(inputs)) {
    const taken = [...words.inputs, ...(settings[mechanism] ?? [])];
    if (words.inputs.length > 0) credential(name, [...keys, input]);
    if (!words.inputs.includes(input))
      report(
        [...keys, input],
        `auth has the unknown key "${input}"; ${mechanism} takes ${taken.join(', ')}${didYouMean(input, taken)}`,
      );
  }
  for (const input of words.inputs)
    if (own(inputs, input) === undefined && !words.optional?.includes(input))
      report(keys, `${mechanism} needs ${input}: the name of the credential to use`);
}

/** Whether the key is of the kind that the algorithm signs with. */
function checkKey(
  { algorithm, key }: Pick<SignatureRow | AssertionRow, 'algorithm' | 'key'>,
  wantsPrivate: boolean,
  keys: Keys,
  { credentials, report, credential }: AuthSurroundings,
): void {
  credential(key.credential, [...keys, 'key', 'credential']);
  if (key.passphrase !== undefined && own(credentials, key.passphrase)) credential(key.passphrase, keys);
  else if (key.passphrase !== undefined)
    // What stands here may be the passphrase itself, which no message quotes.
    report([...keys, 'key', 'passphrase'], 'passphrase is the name of a credential, and none under credentials has it');
  const spec = own(credentials, key.credential);
  if (!spec || (spec.format === 'private-key') === wantsPrivate) return;
  report(
    [...keys, 'key', 'credential'],
    wantsPrivate
      ? `${algorithm} signs with a private key; give the credential ${key.credential} the format: private-key`
      : `${algorithm} signs with a shared secret, and ${key.credential} is a private key`,
  );
}

function checkSignature(row: SignatureRow, keys: Keys, around: AuthSurroundings, specs: AuthSpec[]): void {
  const { header, algorithm, key, over, timestamp } = row;
  const { mechanisms, sent, report, credential } = around;
  checkKey({ algorithm, key }, !algorithm.startsWith('hmac'), keys, around);
  for (const name of [header, ...(timestamp ? [timestamp.header] : [])])
    if (sent.some((one) => sameHeader(one, name)))
      report(keys, `${name} is made by the signature, and the good request gives a value for it as well; delete that`);
  if (timestamp) {
    if (sameHeader(timestamp.header, header))
      report([...keys, 'timestamp', 'header'], `${header} is the header of the signature`);
    const form = parseDateForm(timestamp.form);
    if ('fault' in form) report([...keys, 'timestamp', 'form'], form.fault);
  }
  const parsed = parseTemplate(over);
  if ('fault' in parsed) {
    report([...keys, 'over'], `character ${parsed.at}: ${parsed.fault}`);
    return;
  }
  const others = specs
    .filter((one) => !one.signature)
    .flatMap((one) => own(mechanisms, one.mechanism)?.headers(one) ?? []);
  const known = [...sent, ...others, ...(timestamp ? [timestamp.header] : [])];
  const value = row.value === undefined ? null : parseValue(row.value);
  if (value && 'fault' in value) report([...keys, 'value'], `character ${value.at}: ${value.fault}`);
  const named = [
    ...ingredientsOf(parsed.template).map((one) => ({ ...one, at: 'over' })),
    ...ingredientsInValue(row).map((one) => ({ ...one, at: 'value' })),
  ];
  for (const { name, argument, at } of named) {
    if (name === 'credential') credential(argument, [...keys, at]);
    if (name === 'header' && at === 'over' && sameHeader(argument, header))
      report([...keys, at], `${header} holds this signature; it cannot be signed`);
    else if (name === 'header' && !known.some((one) => sameHeader(one, argument)))
      report(
        [...keys, at],
        `the good request sends no header "${argument}"; it sends ${known.join(', ')}${didYouMean(argument, known)}`,
      );
    if (name === 'token' && !specs.some(({ mechanism }) => mechanism === 'bearer'))
      report([...keys, 'over'], 'the token is signed, and none is sent: auth lists no mechanism bearer');
  }
}
