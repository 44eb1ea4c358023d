/** The clauses of a draft about a signature, a client assertion and a client certificate. */
import { forgedBy, twistsOf } from '../../../scenario/auth/signature/twists.ts';
import type { DraftedSignature } from '../basis/signature.ts';
import type { LateSaid } from '../refusals/late.ts';
import { certificateRefusals } from '../refusals/refused-certificates.ts';
import type { Faults } from '../refusals/unnamed.ts';
import { snapSource } from './citations.ts';
import { currentRows } from './current-rows.ts';
import { gate, type Row, row } from './row.ts';

/** The demands that there is a client assertion: one for each refusal that its faults have. */
function assertedRows(at: string, { absent, empty, form, otherType }: Faults['assertion']): Row[] {
  const auth = 'private-key-jwt';
  const one = (id: string, what: string, broken: string[], refusal: string): Row =>
    row(id, `A request ${what}, is refused.`, at, { auth, break: broken }, { ...gate, refusal });
  const [none, noJwt, other] = [
    'without a client assertion',
    'a client assertion that is no JWT',
    'one of another type',
  ];
  const lacking = ['absent', 'empty'];
  const isTypeAlike = form === otherType;
  const formed = ['not-jwt', ...(isTypeAlike ? ['other-type'] : [])];
  const typed = isTypeAlike
    ? []
    : [one('assertion-type', `with a client assertion of another type`, ['other-type'], otherType)];
  if (absent === form && empty === form)
    return [
      one(
        'assertion-there',
        `${none}, or with ${isTypeAlike ? other : 'one that is no JWT'}`,
        [...lacking, ...formed],
        absent,
      ),
      ...typed,
    ];
  const there =
    absent === empty
      ? [one('assertion-there', `${none}, or with one that is empty`, lacking, absent)]
      : [
          one('assertion-there', none, ['absent'], absent),
          one('assertion-filled', 'with a client assertion that is empty', ['empty'], empty),
        ];
  return [
    ...there,
    one('assertion-form', `with ${noJwt}${isTypeAlike ? `, or with ${other}` : ''}`, formed, form),
    ...typed,
  ];
}

/** The demands on a client assertion. */
export function assertionRows(at: string, { assertion }: Pick<Faults, 'assertion'>): Row[] {
  const auth = 'private-key-jwt';
  const claims = [
    ...['other-issuer', 'other-subject', 'other-audience', 'no-issuer', 'no-subject', 'no-audience'],
    ...['no-expiry', 'expired'],
  ];
  return [
    ...assertedRows(at, assertion),
    row(
      'assertion-signed',
      "A client assertion that the client's key did not sign is refused.",
      at,
      { auth, break: ['other-key', 'alg-none', 'unsigned', 'bit-flip'] },
      gate,
    ),
    {
      ...row(
        'assertion-claims',
        'A client assertion whose issuer, subject, audience or expiry is another or is not there is refused.',
        'section 3',
        { auth, break: claims },
      ),
      source: 'rfc7523',
    },
  ];
}

/** The demands on a client certificate: another one and none at all may have refusals of their own. */
export function certificateRows(
  at: string,
  { noCertificate, certificates }: Pick<Faults, 'noCertificate' | 'certificates'>,
): Row[] {
  const auth = 'mutual-tls';
  const without = 'A connection without a client certificate';
  const own = Object.keys(certificateRefusals(certificates));
  const [other = 'credentials', none = other] = own;
  const refusal = own.length > 0 ? none : noCertificate;
  const broken = ['no-certificate', 'other-certificate'];
  if (refusal === other)
    return [
      row(
        'certificate',
        `${without}, or with one of another key, is given no token.`,
        at,
        { auth, break: broken },
        { ...gate, refusal },
      ),
    ];
  return [
    row(
      'certificate',
      `A connection with a client certificate of another key is given no token.`,
      at,
      { auth, break: ['other-certificate'] },
      { ...gate, refusal: other },
    ),
    row(
      'certificate-there',
      `${without} is given no token.`,
      at,
      { auth, break: ['no-certificate'] },
      { ...gate, refusal },
    ),
  ];
}

/** What a clause about a signature cites where the page does not state it; `follows` tells whether the page names BI SNAP. */
function sourceOf(id: string, { ofStandard, clocks }: DraftedSignature, follows: boolean): Partial<Row> {
  const own = id === 'timestamp-utc' ? clocks.find(({ says }) => says === 'no UTC') : undefined;
  if (own) return { at: own.at };
  const isOfStandard =
    (id === 'signature-verified' && ofStandard.over) || (id === 'signature-form' && ofStandard.encoding);
  if (!isOfStandard) return {};
  return { source: snapSource, at: 'X-SIGNATURE', ...(follows ? {} : { level: 'should' as const }) };
}

/**
 * The demands on a signature, as they follow from what is signed and how.
 * @param follows whether the page names BI SNAP, which gives what the page does not say
 * @param late what its words about refusals say of a time that is off
 */
export function signatureRows(drafted: DraftedSignature, follows: boolean, late: LateSaid | null): Row[] {
  const { row: signed, at, timeAt } = drafted;
  const auth = 'signature';
  const ways = Object.keys(twistsOf(signed));
  const some = (...wanted: string[]): string[] => wanted.filter((way) => ways.includes(way));
  const forged = forgedBy(signed);
  const others = forged.filter((way) => way.startsWith('other-'));
  const name = signed.header;
  const rows: [id: string, statement: string, broken: string[], deep: string[]][] = [
    [
      'signature-verified',
      `A request whose ${name} is not over what is sent, or not by the client's key, is refused.`,
      others,
      forged.filter((way) => !others.includes(way)),
    ],
    [
      'signature-form',
      `A value of ${name} that is cut, changed or not in its encoding is refused.`,
      some('truncated', 'bit-flip', 'unreadable'),
      [],
    ],
    [
      'timestamp-format',
      'The time of a request is in the form that is documented; any other is refused.',
      drafted.isFormShown
        ? []
        : some('timestamp-not-iso', 'timestamp-no-offset', 'timestamp-iso', 'timestamp-other-unit'),
      [],
    ],
    [
      'timestamp-utc',
      'A time in UTC with Z in place of its offset is refused.',
      drafted.clocks.some(({ says }) => says === 'no UTC') ? some('timestamp-utc') : [],
      [],
    ],
  ];
  const current = currentRows({
    ...{ auth, statement: "A time out of the provider's window is refused.", late },
    broken: some('timestamp-stale', 'timestamp-future'),
    window: drafted.clocks.find(({ says }) => says === 'window'),
  });
  const own = rows
    .filter(([, , broken]) => broken.length > 0)
    .map(([id, statement, broken, deep]) => {
      const place = id.startsWith('timestamp') ? timeAt : at;
      const demand = { auth, break: broken, ...(deep.length > 0 ? { deep } : {}) };
      return { ...row(id, statement, place, demand, gate), ...sourceOf(id, drafted, follows) };
    });
  return [...own, ...current];
}
