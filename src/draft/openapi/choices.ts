/** Schemas that are a choice of several forms: which of them is meant, or what all of them say. */
import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../../formats/json.ts';
import { atPointer, isObject, own } from '../../formats/json.ts';
import { credentialKind } from '../page/values/values.ts';
import { otherGrantsIn } from '../page/words/other-grants.ts';
import { kebab, lettersOf } from '../page/words/spellings.ts';
import { isNull } from './compose.ts';
import type { Description } from './description.ts';
import { follow, merged, nowhere } from './follow.ts';

/** The members of a schema by their names, with what its parts say of them. */
function propertiesOf(api: Description, form: Json): JsonObject {
  const { properties } = merged(api, form, nowhere)?.schema ?? {};
  return isObject(properties) ? properties : {};
}

/** How much one form of a body speaks for a grant by client credentials. */
function pointsOf(api: Description, branch: Json, name: string): number {
  const properties = propertiesOf(api, branch);
  const valuesOf = (property: Json | undefined): (Json | undefined)[] => {
    const type = merged(api, property, nowhere)?.schema ?? {};
    return [type['const'], type['example'], type['default'], ...(Array.isArray(type['enum']) ? type['enum'] : [])];
  };
  const values = valuesOf(Object.entries(properties).find(([key]) => lettersOf(key) === 'granttype')?.[1]);
  // The member that says which grant is meant may be called otherwise.
  if (Object.values(properties).some((property) => valuesOf(property).includes('client_credentials'))) return 3;
  if (values.some((value) => typeof value === 'string')) return -1;
  const names = Object.keys(properties).map(lettersOf);
  if (names.includes('accesstoken')) return 3;
  return (
    (lettersOf(name).includes('clientcredential') ? 2 : 0) +
    (names.some((one) => /^client(?:secret|assertion)$/.test(one)) ? 1 : 0)
  );
}

/** What a choice of forms comes to. */
export interface Choice {
  /** The form that is meant; the schema itself where it is no choice, or where none is clearly the one. */
  schema: Json | undefined;
  /** Names of the forms among which a person has to choose, with members of them; empty where nothing is open. */
  open: string[];
  /** Names of the forms beside the one that was chosen. */
  left: string[];
}

interface Form {
  form: Json;
  /** How the description calls it. */
  name: string;
  /** The member that tells the forms apart, with the value that it has in this one, where the description gives it. */
  told: JsonObject | null;
}

/** The schemas that extend one which names the member that tells them apart, as generators write a choice. */
function extensionsOf(api: Description, base: JsonObject): Json[] {
  const schemas = atPointer(api, '/components/schemas');
  const extends_ = (schema: Json): boolean => {
    const parts = isObject(schema) && Array.isArray(schema['allOf']) ? schema['allOf'] : [];
    return parts.some((part) => isObject(part) && '$ref' in part && follow(api, part, nowhere)?.value === base);
  };
  return Object.entries(isObject(schemas) ? schemas : {}).flatMap(([name, schema]) =>
    extends_(schema) ? [{ $ref: `#/components/schemas/${name}` }] : [],
  );
}

/** The forms that a schema is a choice of; none where it is no choice. */
function formsOf(api: Description, schema: JsonObject): Form[] {
  const given = [schema['oneOf'], schema['anyOf']]
    .find(Array.isArray)
    ?.filter((form) => !isNull(follow(api, form, nowhere)?.value ?? {}));
  const member = atPointer(schema, '/discriminator/propertyName');
  const forms = given ?? (typeof member === 'string' ? extensionsOf(api, schema) : []);
  const mapping = atPointer(schema, '/discriminator/mapping');
  return forms.map((form, index) => {
    const reference = isObject(form) ? form['$ref'] : undefined;
    const called = typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : undefined;
    const key = Object.entries(isObject(mapping) ? mapping : {}).find(
      ([, target]) => target === reference || target === called,
    )?.[0];
    const title = isObject(form) ? form['title'] : undefined;
    return {
      form,
      name: key ?? called ?? String(title ?? `form ${index + 1}`),
      told: key !== undefined && typeof member === 'string' ? { properties: { [member]: { const: key } } } : null,
    };
  });
}

/** What is given in a grant that began otherwise: the client's own has none of it. */
const ofOtherGrants = /^(?:refreshtoken|devicecode|(?:auth(?:ori[sz]ation)?)?code)$/;

/** Whether a form is for another grant, as its name says, a value that it alone has, or a member that it demands. */
function isForAnother(api: Description, { form, name }: Form): boolean {
  const schema = merged(api, form, nowhere)?.schema ?? {};
  const values = Object.values(propertiesOf(api, form)).map((one) => merged(api, one, nowhere)?.schema['const']);
  const demanded = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  const words = [name, ...values.filter((value) => typeof value === 'string')].map((one) =>
    kebab(one).replaceAll('-', ' '),
  );
  return (
    words.some((one) => otherGrantsIn(one).length > 0) || demanded.some((one) => ofOtherGrants.test(lettersOf(one)))
  );
}

/** The only form that is for no other grant, where it holds what proves who asks. */
function onlyOwn(api: Description, forms: Form[]): Form | undefined {
  const [own, ...others] = forms.filter((one) => !isForAnother(api, one));
  const names = own && others.length === 0 ? Object.keys(propertiesOf(api, own.form)) : [];
  return names.some((name) => credentialKind(name) === 'secret' && !/password|token$/.test(lettersOf(name)))
    ? own
    : undefined;
}

/** Most members that a question names. */
const mostNamed = 8;

/** How a question calls forms: by their names, each with the members that not all of them have. */
function calledOf(api: Description, forms: Form[], shared: JsonObject): string[] {
  return forms.map(({ form, name }) => {
    const own = Object.keys(propertiesOf(api, form)).filter((one) => !Object.hasOwn(shared, one));
    const shown = [...own.slice(0, mostNamed), ...(own.length > mostNamed ? ['…'] : [])];
    return shown.length > 0 ? `${name} (${shown.join(', ')})` : name;
  });
}

/** What several schemas of one type say in the same words; null where they share no type. */
function commonOf([first = {}, ...others]: JsonObject[]): JsonObject | null {
  const same = Object.entries(first).filter(([keyword, value]) =>
    others.every((other) => isDeepStrictEqual(own(other, keyword), value)),
  );
  return same.some(([keyword]) => keyword === 'type') ? Object.fromEntries(same) : null;
}

/** What each of several schemas says: whichever of them is meant, it is so. */
function sharedBy(api: Description, [first = {}, ...others]: JsonObject[]): JsonObject {
  const membersOf = ({ properties }: JsonObject): JsonObject => (isObject(properties) ? properties : {});
  const demands = ({ required }: JsonObject, name: string): boolean =>
    Array.isArray(required) && required.includes(name);
  const same = Object.entries(membersOf(first)).flatMap(([name, schema]): [string, Json][] => {
    const all = [schema, ...others.map((other) => own(membersOf(other), name))];
    if (all.every((one) => isDeepStrictEqual(one, schema))) return [[name, schema]];
    const whole = all
      .map((one) => (one === undefined ? undefined : merged(api, one, nowhere)?.schema))
      .filter((one) => one !== undefined);
    const common = whole.length === all.length ? commonOf(whole) : null;
    return common === null ? [] : [[name, common]];
  });
  const names = same.map(([name]) => name);
  if (names.length === 0) return {};
  return {
    type: 'object',
    properties: Object.fromEntries(same),
    required: names.filter((name) => [first, ...others].every((one) => demands(one, name))),
  };
}

/** The form of a body that a grant by client credentials has, where a schema is a choice of several, or a part of it is. */
export function choiceOf(api: Description, schema: Json | undefined, depth = 0): Choice {
  const found = follow(api, schema, nowhere)?.value;
  if (!found || depth > 20) return { schema, open: [], left: [] };
  const { oneOf: _oneOf, anyOf: _anyOf, ...rest } = found;
  const forms = formsOf(api, found);
  if (forms.length === 0) {
    const parts = Array.isArray(found['allOf']) ? found['allOf'] : [];
    const chosen = parts.map((part) => choiceOf(api, part, depth + 1));
    const isChoice = chosen.some((one, index) => one.schema !== parts[index]);
    if (!isChoice) return { schema, open: [], left: [] };
    return {
      schema: { ...found, allOf: chosen.map((one) => one.schema ?? {}) },
      open: chosen.flatMap(({ open }) => open),
      left: chosen.flatMap(({ left }) => left),
    };
  }
  const ranked = forms
    .map((one) => ({ ...one, points: pointsOf(api, one.form, one.name) }))
    .sort((a, b) => b.points - a.points);
  const [first, second] = ranked;
  const isFirst = first && (!second || (first.points > 0 && first.points > second.points));
  const meant = isFirst ? first : onlyOwn(api, forms);
  if (meant) {
    const own = isObject(rest['properties']) ? [rest] : [];
    const parts = [...(meant.told ? [meant.told] : []), ...own, meant.form];
    const left = ranked.filter(({ form }) => form !== meant.form).map(({ name }) => name);
    return { schema: parts.length > 1 ? { allOf: parts } : meant.form, open: [], left };
  }
  const shared = sharedBy(
    api,
    forms.map(({ form }) => merged(api, form, nowhere)?.schema ?? {}),
  );
  const known = isObject(shared['properties']) ? shared['properties'] : {};
  return { schema: { allOf: [rest, shared] }, open: calledOf(api, ranked, known), left: [] };
}
