/** Near misses of the names of members, parameters and headers: what a reader takes that folds, trims or guesses names. */
import { bodyFormat } from '../../contract/media-type.ts';
import type { Contract, DemandClause } from '../../contract/types.ts';
import { sameHeader } from '../../formats/header-name.ts';
import type { RequestDraft } from '../draft.ts';
import type { Way } from '../ways/way.ts';
import { demandOn, type Family, type Origin, type Row, refusedRows } from './family.ts';
import { capital } from './parts.ts';

/** Words of a name: `grantType`, `grant_type` and `X-Client-Key` have two, two and three. */
const words = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .split(/[_-]/)
    .map((word) => word.toLowerCase());

const camel = (name: string): string =>
  words(name)
    .map((word, index) => (index === 0 ? word : capital(word)))
    .join('');

/** Another name made of a name, and what a title says of it. */
interface Renaming {
  title: string;
  make: (name: string) => string;
}

/**
 * What is made of a name of a field. A field is sent once for each of several names: a reader that takes any of them shows
 * it. Names that one careless reader makes the same are kept apart, since it may refuse a name that is given twice.
 */
const fieldNames: Record<string, [Renaming, ...Renaming[]]> = {
  'upper-case': [{ title: 'in capitals', make: (name) => name.toUpperCase() }],
  'other-style': [
    { title: 'in the other case style', make: (name) => (name.includes('_') ? camel(name) : words(name).join('_')) },
    { title: 'with dots', make: (name) => words(name).join('.') },
    { title: 'with one more letter', make: (name) => `${name}s` },
  ],
  hyphens: [
    { title: 'with hyphens', make: (name) => words(name).join('-') },
    { title: 'without its separator', make: (name) => words(name).join('') },
    { title: 'with a prefix', make: (name) => `_${name}` },
  ],
  pascal: [{ title: 'in capitalised words', make: (name) => words(name).map(capital).join('') }],
  list: [{ title: 'with brackets', make: (name) => `${name}[]` }],
  'blank-after': [{ title: 'with a blank after it', make: (name) => `${name} ` }],
  'nul-after': [{ title: 'with a NUL after it', make: (name) => `${name}\u0000` }],
  capitalised: [{ title: 'with a capital letter', make: capital }],
};

/** What is made of a name of a header. */
const headerNames: Record<string, Renaming> = {
  unprefixed: { title: 'without X-', make: (name) => name.replace(/^X-/i, '') },
  'header-joined': { title: 'without its last hyphen', make: (name) => name.replace(/-([^-]*)$/, '$1') },
  'header-lengthened': { title: 'with one more letter', make: (name) => `${name}S` },
};

/** The fields that must be given by their name: a request without one is refused, and never granted a default. */
function fieldsOf(contract: Contract): { name: string; base: DemandClause }[] {
  return Object.keys(contract.operation.control.body).flatMap((name) => {
    const base = demandOn(contract, 'field', name, ['absent']);
    const mayGrant = base?.refusal.tolerated.some(
      ({ status }) => status !== 'probe' && status.some((one) => one < 400),
    );
    return base && !mayGrant ? [{ name, base }] : [];
  });
}

/** The headers that must be given; those of the auth mechanism as well. */
function headersOf(contract: Contract): { name: string; base: DemandClause }[] {
  const named = contract.clauses.flatMap(({ request }) => (request?.part === 'header' ? [request.name] : []));
  const once = named.filter((name, index) => named.findIndex((one) => sameHeader(one, name)) === index);
  return once.flatMap((name) => {
    const base = demandOn(contract, 'header', name, ['absent']);
    return base ? [{ name, base }] : [];
  });
}

/** Ways the fields beside the first are tried in: a body of many fields must not cost a run of its own. */
const brief = ['upper-case', 'other-style', 'list', 'blank-after'];

const renamedField = (change: string, renamings: Renaming[]): Way => {
  const others = (name: string): Renaming[] => renamings.filter(({ make }) => make(name) !== name);
  return {
    title: ({ variant }) =>
      `${variant} ${others(variant)
        .map(({ title }) => title)
        .join(', ')}`,
    variantOf: 'field',
    variants: (contract) => {
      const all = fieldsOf(contract).map(({ name }) => name);
      return all.filter((name, index) => others(name).length > 0 && (index === 0 || brief.includes(change)));
    },
    apply: (draft, { variant }): RequestDraft => ({
      ...draft,
      fields: draft.fields.flatMap(([field, value]): RequestDraft['fields'] =>
        field === variant ? others(field).map(({ make }) => [make(field), value]) : [[field, value]],
      ),
    }),
  };
};

const nested: Way = {
  title: ({ variant }) => `${variant} in an object of its own`,
  variantOf: 'field',
  variants: (contract) =>
    bodyFormat(contract.operation.mediaType ?? '') === 'json'
      ? fieldsOf(contract)
          .slice(0, 1)
          .map(({ name }) => name)
      : [],
  apply: (draft, { variant }) => ({
    ...draft,
    fields: draft.fields.map(([field, value]) => (field === variant ? ['data', { [field]: value }] : [field, value])),
  }),
};

/** The draft with other names of the headers that are chosen. */
function withHeaderNames(draft: RequestDraft, chosen: readonly string[], make: Renaming['make']): RequestDraft {
  const known = chosen.map((name) => name.toLowerCase());
  return {
    ...draft,
    rewriteHeaders: [
      ...draft.rewriteHeaders,
      (headers) => headers.map(([name, value]) => [known.includes(name.toLowerCase()) ? make(name) : name, value]),
    ],
  };
}

const renamedHeader = (change: string, { title, make }: Renaming): Way => {
  return {
    title: ({ variant }) => `${variant} ${title}`,
    variantOf: 'header',
    variants: (contract) => {
      const all = headersOf(contract).map(({ name }) => name);
      return all.filter((name, index) => make(name) !== name && (index === 0 || change === 'unprefixed'));
    },
    apply: (draft, { variant }) => withHeaderNames(draft, [variant], make),
  };
};

/** A server that makes one character of both does so in every name, so that all are sent at once. */
const underscores: Way = {
  title: () => 'the names of the demanded headers with underscores',
  variants: (contract) => (headersOf(contract).some(({ name }) => name.includes('-')) ? [''] : []),
  apply: (draft, { contract }) =>
    withHeaderNames(
      draft,
      headersOf(contract).map(({ name }) => name),
      (name) => name.replaceAll('-', '_'),
    ),
};

const table = <T>(renamings: Record<string, T>, how: (change: string, renaming: T) => Way): Record<string, Way> =>
  Object.fromEntries(Object.entries(renamings).map(([change, one]) => [change, how(change, one)]));

/** A row about fields; the facts differ where a standard states more than the page. */
function fieldRows(contract: Contract): Row[] {
  const [first] = fieldsOf(contract);
  const isForm = bodyFormat(contract.operation.mediaType ?? '') === 'form';
  const ofForm = (at: string): Origin => ({ standard: 'rfc6749', at, level: 'must' });
  const ofJson: Origin = { standard: 'rfc8259', at: 'section 8.3', level: 'must' };
  return refusedRows(first?.base, {
    'letter-case': {
      statement: 'The name of a field is read in the letter case that is documented, and in no other.',
      origin: isForm ? ofForm('section 1.1') : ofJson,
      ways: ['upper-case', 'capitalised'],
    },
    style: {
      statement: 'A field under another name, however much alike, is not the field that is documented.',
      ways: ['other-style', 'hyphens', 'pascal'],
    },
    brackets: {
      statement: 'A name with brackets behind it, or the field inside an object of another name, is another field.',
      ...(isForm ? { origin: ofForm('section 3.2') } : {}),
      ways: ['list', 'nested'],
    },
    blanks: {
      statement: 'A name with a blank or a NUL beside it is another name.',
      origin: isForm ? ofForm('section 3.2') : ofJson,
      ways: ['blank-after', 'nul-after'],
    },
  });
}

function headerRows(contract: Contract): Row[] {
  const [first] = headersOf(contract);
  return refusedRows(first?.base, {
    header: {
      statement: 'A header under another name, however much alike, is not the header that is documented.',
      ways: ['unprefixed', 'header-joined', 'header-lengthened'],
    },
    // CGI and WSGI make one name of both (RFC 3875, 4.1.18), and a server behind them sees no difference.
    'header-underscores': {
      statement: 'A header name with underscores is another name than that with hyphens.',
      origin: { standard: 'rfc9110', at: 'section 5.1', level: 'should' },
      ways: ['underscores'],
    },
  });
}

/** Names of members, parameters and headers that are nearly right. */
export const names: Family = {
  name: 'names',
  about: 'names of members, parameters and headers that are nearly right: letter case, style, brackets, affixes',
  ways: {
    ...table(fieldNames, renamedField),
    nested,
    ...table(headerNames, renamedHeader),
    underscores,
  },
  rows: (contract) => [...fieldRows(contract), ...headerRows(contract)],
};
