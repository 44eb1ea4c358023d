/** Near misses of credentials beyond those of the default profile, and of the form they are sent in. */
import { createHash } from 'node:crypto';
import type { Contract, DemandClause } from '../../contract/types.ts';
import { mechanisms } from '../auth/index.ts';
import { inputsOf, type RequestDraft } from '../draft.ts';
import { credentialIn } from '../given.ts';
import { base64, change, join, plain, type Text } from '../text.ts';
import { current, withField } from '../ways/field.ts';
import type { Way } from '../ways/way.ts';
import { formRows, formWays } from './credential-forms.ts';
import { demandOn, type Row, refusedRows } from './family.ts';
import { byPerl, fullwidth, isSecret } from './parts.ts';

type Place = 'auth' | 'header' | 'field';

/** Where a credential of the good request is sent, and the demand that it be the one issued. */
interface Carrier {
  /** Name of the input of the mechanism, of the header or of the field. */
  name: string;
  place: Place;
  /** The mechanism that sends it; none for a header or a field of the contract. */
  mechanism?: string;
  /** Whether it is the whole value of a header that a mechanism sends: that holds no line break. */
  isHeader?: boolean;
  secret: boolean;
  base: DemandClause;
}

type Found = Omit<Carrier, 'base'> & { base: DemandClause | undefined };

const found = ({ base, ...carrier }: Found): Carrier[] => (base ? [{ ...carrier, base }] : []);

function carriersOf(contract: Contract): Carrier[] {
  const { auth, headers, body } = contract.operation.control;
  const named = (values: object): { name: string; secret: boolean }[] =>
    Object.entries(values).flatMap(([name, value]) => {
      const key = credentialIn(value);
      const isOne = key !== null && contract.credentials[key]?.list !== true;
      return isOne ? [{ name, secret: isSecret(contract, value) }] : [];
    });
  const compared = auth.flatMap(({ mechanism, inputs }) =>
    Object.entries(mechanisms[mechanism]?.compared ?? {}).flatMap(([name, { way, header }]) => {
      const base = demandOn(contract, 'auth', mechanism, [way]);
      return found({
        name,
        place: 'auth',
        mechanism,
        isHeader: header !== undefined,
        secret: isSecret(contract, { credential: inputs[name] }),
        base,
      });
    }),
  );
  return [
    ...compared,
    ...named(headers).flatMap((one) =>
      found({ ...one, place: 'header', base: demandOn(contract, 'header', one.name, ['unknown']) }),
    ),
    ...named(body).flatMap((one) =>
      found({ ...one, place: 'field', base: demandOn(contract, 'field', one.name, ['lengthened']) }),
    ),
  ];
}

const everywhere: Place[] = ['auth', 'header', 'field'];

/** The digest of a text in hexadecimal. */
const digest = (text: Text, hash: 'sha256' | 'md5'): Text =>
  change(text, {
    value: (value) => createHash(hash).update(value).digest('hex'),
    shown: (shown) => `‹${hash} of ${shown}›`,
    command: `openssl dgst -${hash} -binary | perl -0777 -pe '$_=unpack q(H*),$_'`,
  });

/** What is made of a credential, with what a title says of it and where it can be sent. */
const misses: Record<string, { title: string; make: (text: Text, draft: RequestDraft) => Text; places: Place[] }> = {
  'word-null': { title: 'which is the word null', make: () => plain('null'), places: everywhere },
  sha256: {
    title: 'as its SHA-256 in hexadecimal, as a data base may hold it',
    make: (text) => digest(text, 'sha256'),
    places: everywhere,
  },
  base64: { title: 'in Base64', make: base64, places: everywhere },
  'word-undefined': { title: 'which is the word undefined', make: () => plain('undefined'), places: everywhere },
  md5: {
    title: 'as its MD5 in hexadecimal, as a data base may hold it',
    make: (text) => digest(text, 'md5'),
    places: everywhere,
  },
  quoted: { title: 'in quotation marks', make: (text) => join('"', text, '"'), places: everywhere },
  listed: { title: 'behind another, with a comma', make: (text) => join('none,', text), places: everywhere },
  'zero-width': {
    title: 'with a zero-width space after it',
    make: (text) => join(text, plain('\u200b')),
    places: everywhere,
  },
  fullwidth: {
    title: 'with a fullwidth letter',
    make: (text) => byPerl(text, 'its first letter fullwidth', fullwidth, 's/^([!-~])/chr(ord($1)+0xFEE0)/e'),
    places: everywhere,
  },
  'of-another': {
    title: 'which is another part of the same client',
    make: (text, draft) => inputsOf(draft)['id'] ?? text,
    places: ['header'],
  },
  wildcard: { title: 'as a wildcard', make: () => plain('%'), places: everywhere },
  'return-after': { title: 'with a CR after it', make: (text) => join(text, '\r'), places: ['auth', 'field'] },
  escaped: {
    title: 'percent-encoded',
    make: (text) =>
      byPerl(
        text,
        'percent-encoded',
        (value) =>
          [...Buffer.from(value)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
        's/(.)/sprintf q(%%%02X),ord $1/ges',
      ),
    places: everywhere,
  },
  'first-cut': {
    title: 'without its first character',
    make: (text) => byPerl(text, 'without its first character', (value) => value.slice(1), 's/^.//'),
    places: everywhere,
  },
};

/** Of a credential that is no secret fewer are tried: it is looked up, not compared. */
const brief = ['quoted', 'listed', 'zero-width', 'wildcard', 'of-another', 'escaped'];

/** A header holds no line break, and a blank or tab at its end is no part of it. */
const onlyEncoded = ['return-after'];

/** What a reader of a whole header may take off that a reader of decoded credentials knows nothing of. */
const onlyInHeaders = ['quoted', 'listed', 'escaped'];

function able(contract: Contract, miss: string): Carrier[] {
  return carriersOf(contract).filter(
    ({ place, secret, isHeader }) =>
      (secret || brief.includes(miss)) &&
      misses[miss]?.places.includes(place) &&
      !(isHeader && onlyEncoded.includes(miss)) &&
      (isHeader || place === 'header' || !onlyInHeaders.includes(miss)),
  );
}

function put(draft: RequestDraft, { name, place, mechanism }: Carrier, make: (text: Text) => Text): RequestDraft {
  switch (place) {
    case 'auth':
      return {
        ...draft,
        auth: draft.auth.map((auth) =>
          auth.spec.mechanism === mechanism
            ? { ...auth, inputs: { ...auth.inputs, [name]: make(auth.inputs[name] ?? plain('')) } }
            : auth,
        ),
      };
    case 'header':
      return { ...draft, headers: draft.headers.map(([key, value]) => [key, key === name ? make(value) : value]) };
    case 'field':
      return withField(draft, name, make(current(draft, name)));
  }
}

function sentIn(draft: RequestDraft, carrier: Carrier): Text {
  let value = plain('');
  put(draft, carrier, (text) => {
    value = text;
    return text;
  });
  return value;
}

const missed = (miss: string): Way => {
  const { title = '', make = (text: Text): Text => text } = misses[miss] ?? {};
  const carrier = (contract: Contract, variant: string): Carrier | undefined =>
    carriersOf(contract).find(({ name }) => name === variant);
  return {
    title: ({ variant }) => `the ${variant} ${title}`,
    variantOf: 'credential',
    variants: (contract) => able(contract, miss).map(({ name }) => name),
    unavailable: ({ contract, variant }, draft) => {
      const at = carrier(contract, variant);
      const value = at ? sentIn(draft, at) : plain('');
      return make(value, draft).value === value.value ? 'it would be the same value' : null;
    },
    apply: (draft, { contract, variant }) => {
      const at = carrier(contract, variant);
      return at ? put(draft, at, (text) => make(text, draft)) : draft;
    },
  };
};

/** Ways to send credentials that are nearly right. */
export const credentialWays: Record<string, Way> = {
  ...Object.fromEntries(Object.keys(misses).map((miss) => [`credential-${miss}`, missed(miss)])),
  ...formWays,
};

/** What is signed otherwise, in the ways that no demand of the contract tries. */
function forgedRows(contract: Contract): Row[] {
  return contract.operation.control.auth.flatMap((spec) => {
    const { mechanism } = spec;
    const forged = mechanisms[mechanism]?.forged?.(spec) ?? [];
    const tried = contract.clauses.flatMap(({ request }) =>
      request?.part === 'auth' && request.name === mechanism ? [...request.ways, ...request.deep] : [],
    );
    const ways = forged.filter((way) => !tried.includes(way));
    if (ways.length === 0) return [];
    return refusedRows(demandOn(contract, 'auth', mechanism, [...forged]), {
      'signed-text': {
        statement: 'A signature over another text, by another hash or by another kind of key is refused.',
        part: { part: 'auth', name: mechanism },
        ways,
      },
    });
  });
}

/** A signed time that is nearly in the documented form, in the ways that no demand of the contract tries. */
function timeRows(contract: Contract): Row[] {
  return contract.operation.control.auth.flatMap((spec) => {
    const { mechanism } = spec;
    const tried = contract.clauses.flatMap(({ request, deep }) =>
      request?.part === 'auth' && request.name === mechanism && !deep ? [...request.ways, ...request.deep] : [],
    );
    const ways = (mechanisms[mechanism]?.mistimed?.(spec) ?? []).filter((way) => !tried.includes(way));
    const base = demandOn(contract, 'auth', mechanism, ['timestamp-stale', 'timestamp-no-offset', 'timestamp-not-iso']);
    return refusedRows(ways.length > 0 ? base : undefined, {
      'signed-time': {
        statement: 'A signed time in another form than the documented one, or in a zone that it is not of, is refused.',
        level: 'should',
        part: { part: 'auth', name: mechanism },
        ways,
      },
    });
  });
}

/** The rows on credentials of a contract. */
export function credentialRows(contract: Contract): Row[] {
  const [first] = carriersOf(contract);
  const compared = refusedRows(first?.base, {
    credentials: {
      statement: 'A credential is compared character by character; what is nearly it is refused.',
      ways: Object.keys(misses).map((miss) => `credential-${miss}`),
    },
  });
  return [...compared, ...formRows(contract), ...forgedRows(contract), ...timeRows(contract)];
}
