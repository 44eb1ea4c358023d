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
import { capital, fullwidth } from './parts.ts';

/** A field of the good request whose documented value is one word, and the demand that it be no other. */
function constantsOf(contract: Contract): { name: string; value: string; base: DemandClause }[] {
  return Object.entries(contract.operation.control.body).flatMap(([name, value]) => {
    const base = demandOn(contract, 'field', name, ['other-value', 'other-case']);
    return typeof value === 'string' && base ? [{ name, value, base }] : [];
  });
}

/** What is made of a word, each with what a title says of it. */
const spellings: Record<string, { title: string; make: (word: string) => string }> = {
  capitalised: { title: 'with a capital letter', make: capital },
  hyphens: { title: 'with hyphens', make: (word) => word.replaceAll('_', '-') },
  shortened: { title: 'cut by its last letter', make: (word) => word.slice(0, -1) },
  'blank-after': { title: 'with a blank after it', make: (word) => `${word} ` },
  'line-after': { title: 'with a second line', make: (word) => `${word}\nx` },
  'line-before': { title: 'as its second line', make: (word) => `x\n${word}` },
  'nul-after': { title: 'with a NUL and a letter after it', make: (word) => `${word}\u0000x` },
  quoted: { title: 'in quotation marks', make: (word) => `"${word}"` },
  'escaped-twice': { title: 'percent-encoded once more', make: (word) => word.replaceAll('_', '%5F') },
  listed: { title: 'in a list with another', make: (word) => `${word},password` },
  fullwidth: { title: 'with a fullwidth letter', make: fullwidth },
  wildcard: { title: 'as a wildcard', make: (word) => `${word.slice(0, 6)}%` },
};

/** Grants that OAuth knows beside that of the client's own credentials. */
const otherGrants = ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:jwt-bearer'];

/** Values that are no string, and that a loose comparison or a query takes for any. */
const noStrings: Record<string, { title: string; make: (word: Text) => TextJson }> = {
  zero: { title: 'the number 0', make: () => 0 },
  operator: { title: 'an operator of a query', make: () => ({ $ne: plain('x') }) },
  'nested-list': { title: 'a list in a list', make: (word) => [[word]] },
};

const spelled = ({ title, make }: (typeof spellings)[string]): Way => ({
  title: ({ variant }) => `${variant} ${title}`,
  variants: (contract) =>
    constantsOf(contract)
      .filter(({ value }) => make(value) !== value)
      .map(({ name }) => name),
  apply: (draft, { variant }): RequestDraft => withField(draft, variant, plain(make(current(draft, variant).value))),
});

const replaced = (title: string, make: (word: Text) => TextJson, only: (contract: Contract) => boolean): Way => ({
  title: ({ variant }) => `${variant} is ${title}`,
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
  'later-value': {
    title: ({ variant }) => `${variant} twice, the good value last`,
    variants: (contract) => (isJson(contract) ? [] : constantsOf(contract).map(({ name }) => name)),
    apply: (draft, { variant }) => ({
      ...draft,
      fields: [[variant, plain('password')], ...draft.fields],
    }),
  },
  'earlier-value': {
    title: ({ variant }) => `${variant} twice, the good value first`,
    variants: (contract) => (isJson(contract) ? [] : constantsOf(contract).map(({ name }) => name)),
    apply: (draft, { variant }) => ({
      ...draft,
      fields: [...draft.fields, [variant, plain('password')]],
    }),
  },
  'all-in-one': {
    title: ({ variant }) => `${variant} holding the other parameters as well`,
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
  rows: (contract) => [...constantRows(contract), ...credentialRows(contract)],
};
