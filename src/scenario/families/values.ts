/** Near misses of constants and credentials: what a comparison takes that trims, folds, cuts, decodes or matches a pattern. */
import { bodyFormat } from '../../contract/media-type.ts';
import type { Contract, DemandClause } from '../../contract/types.ts';
import type { RequestDraft, TextJson } from '../draft.ts';
import { isText } from '../draft.ts';
import { join, plain, type Text } from '../text.ts';
import { current, withField } from '../ways/field.ts';
import type { Way } from '../ways/way.ts';
import { credentialRows, credentialWays } from './credentials.ts';
import { demandOn, type Family, type RefusedRow, type Row, refusedRows } from './family.ts';
import { fullwidth } from './parts.ts';

/** A field of the good request whose documented value is one word, and the demand that it be no other. */
function constantsOf(contract: Contract): { name: string; value: string; base: DemandClause }[] {
  return Object.entries(contract.operation.control.body).flatMap(([name, value]) => {
    const base = demandOn(contract, 'field', name, ['other-value', 'other-case']);
    return typeof value === 'string' && base ? [{ name, value, base }] : [];
  });
}

/** What is made of a word, each with what a title says of it. */
const spellings: Record<string, { title: string; make: (word: string) => string }> = {
  'nul-after': { title: 'with a NUL and a letter after it', make: (word) => `${word}\u0000x` },
  'blank-after': { title: 'with a blank after it', make: (word) => `${word} ` },
  hyphens: { title: 'with hyphens', make: (word) => word.replaceAll('_', '-') },
  listed: { title: 'in a list with another', make: (word) => `${word},password` },
  'line-between': { title: 'as the second of three lines', make: (word) => `x\n${word}\nx` },
  quoted: { title: 'in quotation marks', make: (word) => `"${word}"` },
  fullwidth: { title: 'with a fullwidth letter', make: fullwidth },
  'escaped-twice': { title: 'percent-encoded once more', make: (word) => word.replaceAll('_', '%5F') },
  shortened: { title: 'cut by its last letter', make: (word) => word.slice(0, -1) },
};

/** Grants that OAuth knows beside that of the client's own credentials. */
const otherGrants = ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:jwt-bearer'];

/** Values that are no string, and that a loose comparison or a query takes for any. */
const noStrings: Record<string, { title: string; make: (word: Text) => TextJson }> = {
  zero: { title: 'the number 0', make: () => 0 },
  operator: { title: 'an operator of a query', make: () => ({ $ne: plain('x') }) },
};

/** What a server may take for every scope, or for all of a kind. */
const manyScopes: Record<string, { title: string; make: (scopes: string) => string }> = {
  'scope-wildcard': { title: 'as a wildcard', make: () => '*' },
  'scope-of-a-kind': {
    title: 'as a wildcard of its kind',
    make: (scopes) => `${/^[\w-]*[^\w -]?/.exec(scopes)?.[0]}*`,
  },
};

/** The field that holds scopes, and the demand that they be known; undefined where the contract states none. */
function scopeOf(contract: Contract): { name: string; base: DemandClause } | undefined {
  return Object.keys(contract.operation.control.body).flatMap((name) => {
    const base = demandOn(contract, 'field', name, ['unknown-scope']);
    return base ? [{ name, base }] : [];
  })[0];
}

const spelled = ({ title, make }: (typeof spellings)[string]): Way => ({
  title: ({ variant }) => `${variant} ${title}`,
  variantOf: 'field',
  variants: (contract) =>
    constantsOf(contract)
      .filter(({ value }) => make(value) !== value)
      .map(({ name }) => name),
  apply: (draft, { variant }): RequestDraft => withField(draft, variant, plain(make(current(draft, variant).value))),
});

const replaced = (title: string, make: (word: Text) => TextJson, only: (contract: Contract) => boolean): Way => ({
  title: ({ variant }) => `${variant} is ${title}`,
  variantOf: 'field',
  variants: (contract) => (only(contract) ? constantsOf(contract).map(({ name }) => name) : []),
  apply: (draft, { variant }) => withField(draft, variant, make(current(draft, variant))),
});

const isJson = ({ operation }: Contract): boolean => bodyFormat(operation.mediaType ?? '') === 'json';
const isGrant = (contract: Contract): boolean =>
  constantsOf(contract).some(({ value }) => value === 'client_credentials');

const grantName = (grant: string): string => (grant.startsWith('urn:') ? 'jwt-bearer' : grant.replaceAll('_', '-'));

const ways: Record<string, Way> = {
  ...Object.fromEntries(Object.entries(spellings).map(([way, one]) => [way, spelled(one)])),
  ...Object.fromEntries(otherGrants.map((grant) => [grantName(grant), replaced(grant, () => plain(grant), isGrant)])),
  ...Object.fromEntries(
    Object.entries(noStrings).map(([way, { title, make }]) => [way, replaced(title, make, isJson)]),
  ),
  ...Object.fromEntries(
    Object.entries(manyScopes).map(([way, { title, make }]): [string, Way] => [
      way,
      {
        title: ({ variant }) => `${variant} ${title}`,
        variantOf: 'field',
        variants: (contract) => [scopeOf(contract)?.name ?? []].flat(),
        apply: (draft, { variant }) => withField(draft, variant, plain(make(current(draft, variant).value))),
      },
    ]),
  ),
  'later-value': {
    title: ({ variant }) => `${variant} twice, the good value last`,
    variantOf: 'field',
    variants: (contract) => (isJson(contract) ? [] : constantsOf(contract).map(({ name }) => name)),
    apply: (draft, { variant }) => ({
      ...draft,
      fields: [[variant, plain('password')], ...draft.fields],
    }),
  },
  'earlier-value': {
    title: ({ variant }) => `${variant} twice, the good value first`,
    variantOf: 'field',
    variants: (contract) => (isJson(contract) ? [] : constantsOf(contract).map(({ name }) => name)),
    apply: (draft, { variant }) => ({
      ...draft,
      fields: [...draft.fields, [variant, plain('password')]],
    }),
  },
  'all-in-one': {
    title: ({ variant }) => `${variant} holding the other parameters as well`,
    variantOf: 'field',
    variants: (contract) => constantsOf(contract).map(({ name }) => name),
    apply: (draft, { variant }) => {
      const rest = draft.fields.flatMap(([name, value]) =>
        name === variant || !isText(value) ? [] : [join(`&${name}=`, value)],
      );
      const value = join(current(draft, variant), ...(rest.length > 0 ? rest : ['&scope=all']));
      return { ...draft, fields: [[variant, value]] };
    },
  },
};

const repeatedRow: Record<string, RefusedRow> = {
  repeated: {
    statement: 'A parameter that is given twice with two values is refused, whichever comes first.',
    origin: { standard: 'rfc6749', at: 'section 3.2', level: 'must' },
    ways: ['later-value', 'earlier-value'],
  },
};

function scopeRows(contract: Contract): Row[] {
  return refusedRows(scopeOf(contract)?.base, {
    scopes: {
      statement: 'A scope that stands for others is no scope that is documented.',
      ways: Object.keys(manyScopes),
    },
  });
}

function constantRows(contract: Contract): Row[] {
  const [first] = constantsOf(contract);
  return refusedRows(first?.base, {
    constant: {
      statement: 'A constant is compared character by character; what is nearly it is refused.',
      ways: Object.keys(spellings),
    },
    'other-grants': { statement: 'A grant that the page does not name is refused.', ways: otherGrants.map(grantName) },
    'no-string': { statement: 'A constant of another JSON type is refused.', ways: Object.keys(noStrings) },
    ...(isJson(contract) ? {} : repeatedRow),
    'joined-parameters': {
      statement: 'A value that holds what looks like further parameters is one value.',
      ways: ['all-in-one'],
    },
  });
}

/** Constants and credentials that are nearly right. */
export const values: Family = {
  name: 'values',
  about: 'constants and credentials that are nearly right: letter case, blanks, cuts, encodings, wildcards',
  ways: { ...ways, ...credentialWays },
  rows: (contract) => [...credentialRows(contract), ...scopeRows(contract), ...constantRows(contract)],
};
