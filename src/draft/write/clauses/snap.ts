/** BI SNAP: what of its signature a page states itself, and what the standard alone does. Pure. */
import { headerMisses } from '../../../scenario/near-misses.ts';
import type { Facts, HeaderFact, Said } from '../../facts/facts.ts';
import type { ClockSaid } from '../../facts/said-in-words.ts';
import { formsOf, timeIn, withoutExample } from '../../merge/signed-time.ts';
import { signedIn } from '../../page/words/signed.ts';
import { headerCalled, together } from '../basis/signature.ts';
import { lateSaid } from '../refusals/late.ts';
import { whichRefuse } from '../refusals/which-refuses.ts';
import { snapSource } from './citations.ts';
import { currentRows } from './current-rows.ts';
import { isFormOfSnap, isSettledSnap } from './follows-snap.ts';
import { gate, type Row, row } from './row.ts';
import { saysOffset, saysTimeOfDay } from './time-words.ts';

/** The headers of a request for an access token. */
export const snapHeaders = ['x-timestamp', 'x-client-key', 'x-signature'];

/** Words that say whose a client key is. */
const ofClient =
  /\b(?:clients?|klien|merchants?|partners?|mitra|issued|given|provided|assigned|regist\w+|onboarding|diberikan|diterbitkan|terdaftar|pendaftaran)\b/i;

/** The places where the page states what the signature needs; null where no words of it do. */
interface Stated {
  /** It names ISO 8601 and no more: a date alone is one of it. */
  isBare: boolean;
  form: string | null;
  offset: string | null;
  client: string | null;
  algorithm: string | null;
  over: string | null;
}

/** All that a page says in the row of a header. */
export const wordsOf = ({ value = '', example = '', notes = '' }: HeaderFact): string => `${value} ${example} ${notes}`;

/** Whether the words about wrong credentials name some of them, and no client or key: of these the standard alone says it. */
export const refusesOthers = (facts: Facts): boolean =>
  whichRefuse(facts).some(
    ({ status, credentials, words }) =>
      status === 401 && credentials === 'some' && !/\b(?:clients?|keys?|klien|kunci|mitra|partners?)\b/i.test(words),
  );

/** Where the page says that the time has an offset, beside its header or in a sentence about its form; null where it does not. */
function offsetAt(stamp: HeaderFact | undefined, clocks: ClockSaid[] = []): string | null {
  if (stamp === undefined) return null;
  if (saysOffset(stamp)) return stamp.at;
  return clocks.find((one) => formsOf([one]).some((notes) => saysOffset({ notes })))?.at ?? null;
}

/** Where the page states what the signature needs. */
export function statedIn(facts: Facts): Stated {
  const stamp = headerCalled(facts.headers, 'x-timestamp');
  const clientKey = headerCalled(facts.headers, 'x-client-key');
  const place = (fact: HeaderFact | undefined, says: (words: string) => boolean): string | null =>
    fact && says(wordsOf(fact)) ? fact.at : null;
  const said = together(facts.signed);
  // Words of another algorithm are about the signature of something else, as that of the calls behind the token.
  const isOfOthers = said.algorithm !== undefined && said.algorithm !== 'rsa-sha256';
  const signed = (key: 'algorithm' | 'over'): string | null =>
    said[key] === undefined || isOfOthers
      ? null
      : (facts.signed.find(({ value }: Said) => signedIn(value)[key] !== undefined)?.at ?? null);
  const timeOf = (all: HeaderFact[]): ReturnType<typeof timeIn> =>
    timeIn({ ...facts, headers: all.map((header) => ({ ...header, value: wordsOf(header) })) });
  const shown = timeOf(facts.headers);
  // An example says of no other form that it is refused.
  const form = timeOf(facts.headers.map(withoutExample));
  const formal = stamp?.schema['format'] === 'date-time' ? stamp.at : null;
  return {
    isBare: shown === null && formal === null && stamp !== undefined && !saysTimeOfDay(wordsOf(stamp)),
    offset: offsetAt(stamp, facts.clocks),
    form: form?.at ?? formal ?? place(stamp, (words) => /\biso[ -]?8601\b/i.test(words)),
    client: refusesOthers(facts) ? null : place(clientKey, (words) => ofClient.test(words)),
    algorithm: signed('algorithm'),
    over: signed('over'),
  };
}

/** What the page says of how far the time may be off. */
const windowIn = ({ clocks = [] }: Pick<Facts, 'clocks'>): ClockSaid | undefined =>
  clocks.find(({ says }) => says === 'window');

/** Seconds of a window that a quarter of an hour is beyond, with the time that a request takes. */
const withinQuarter = 840;

/** The demands on the signature of BI SNAP: each from the page where its words state it, else from the standard. */
export function snapRows(facts: Facts): Row[] {
  const auth = 'snap-signature';
  const { form, offset, isBare, client, algorithm, over } = statedIn(facts);
  const follows = isSettledSnap(facts);
  const window = windowIn(facts);
  const cite = (one: Row, stated: string | null, header: string, isBound = follows): Row =>
    stated === null
      ? {
          ...one,
          at: `Access Token B2B, ${header}`,
          source: snapSource,
          ...(isBound ? {} : { level: 'should' as const }),
        }
      : { ...one, at: stated };
  const isOfSnap = isFormOfSnap(facts);
  // A page may give the form, and show the offset in an example alone: that it is needed the standard says.
  const isApart = form !== null && offset === null;
  const dateOnlyIn = isApart && isBare ? 'timestamp-offset' : 'timestamp-format';
  const ofForm = (id: string, statement: string, ...broken: string[]): Row =>
    row(
      id,
      statement,
      '',
      { auth, break: broken, ...(id === dateOnlyIn ? { deep: ['timestamp-date-only'] } : {}) },
      { refusal: 'parameters' },
    );
  const format = 'X-TIMESTAMP is an ISO 8601 date and time';
  const forms = isApart
    ? [
        cite(
          ofForm(
            'timestamp-format',
            `${isBare ? 'X-TIMESTAMP is in ISO 8601' : format}; anything else is refused.`,
            'timestamp-not-iso',
          ),
          form,
          '',
        ),
        cite(
          ofForm('timestamp-offset', `${format} with offset; one without is refused.`, 'timestamp-no-offset'),
          null,
          'X-TIMESTAMP',
          isOfSnap,
        ),
      ]
    : [
        cite(
          ofForm(
            'timestamp-format',
            `${format} with offset; anything else is refused.`,
            'timestamp-not-iso',
            'timestamp-no-offset',
          ),
          form,
          'X-TIMESTAMP',
          isOfSnap,
        ),
      ];
  return [
    ...forms,
    ...currentRows({
      ...{ auth, statement: "A timestamp out of the provider's window is refused.", window, late: lateSaid(facts) },
      broken: ['timestamp-stale', 'timestamp-future'],
    }),
    {
      ...row(
        'timestamp-window',
        'A signed request is taken for minutes around its X-TIMESTAMP; one that is 15 minutes off, either way, is refused.',
        'section 11.1',
        { auth, break: ['timestamp-quarter-hour-old', 'timestamp-quarter-hour-ahead'] },
      ),
      ...(window && Number(window.seconds) <= withinQuarter
        ? { at: window.at }
        : { level: 'should' as const, source: 'rfc9449' }),
    },
    cite(
      row(
        'client-key-known',
        'An X-CLIENT-KEY that is not the one issued, to the letter, is refused.',
        '',
        { auth, break: ['unknown-client', ...headerMisses.map((miss) => `${miss}-client`)] },
        gate,
      ),
      client,
      'X-CLIENT-KEY',
    ),
    cite(
      row(
        'signature-verified',
        'A request whose X-SIGNATURE does not verify is refused.',
        '',
        {
          auth,
          break: ['other-key', 'other-timestamp', 'other-client', 'sha1', 'bit-flip', 'not-base64'],
          deep: ['swapped', 'truncated'],
        },
        gate,
      ),
      over ?? algorithm,
      'X-SIGNATURE',
    ),
  ];
}
