/** Operations that make tokens of another kind than those that show a right to ask. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { kebab, lettersOf } from './spellings.ts';

/** What a token may be of that shows nobody's right to ask. */
const things = oneOf(
  ...['cards?', 'kartu', 'checkouts?', 'carts?', 'keranjang', 'orders?', 'pesanan', 'invoices?', 'tagihan', 'uploads?'],
  ...['wallets?', 'payment-methods?', 'one-time', 'sekali-pakai', 'apns', 'registration'],
);

/** Words for tokens that show nobody's right to ask: of forms, devices, cards and orders. */
const otherTokens = pattern`\b${oneOf(
  '(?:csrf|xsrf|otp|fcm|push|devices?|perangkat|tokeni[sz]\\w*)',
  `${things}-tokens?`,
  `token-${things}`,
  `tokens?-${oneOf(word.for, word.of)}-(?:${oneOf(word.the, word.all)}-)?${things}`,
)}\b`;

/** What an operation is asked about that does something with money, goods or a card. */
const ofBusiness = new Set(
  (
    'amount totalamount grossamount nominal jumlah currency matauang orderid ordernumber nomorpesanan invoiceid invoicenumber ' +
    'cardnumber pan nomorkartu expmonth expyear cvv cvc msisdn beneficiaryaccount accountno destinationaccount'
  ).split(' '),
);

/** Whether words of an operation name a token of another kind. */
export const namesOtherToken = (words: string): boolean => otherTokens.test(kebab(words));

/** Whether a request names what only another operation than a grant is asked about; the last parts of its names. */
export const asksForBusiness = (names: string[]): boolean => names.some((name) => ofBusiness.has(lettersOf(name)));

/** Where the keys are read with which tokens are verified, or what a server says of itself. */
const ofKeys =
  /(?:^|[/._-])jwks?(?:[/._-]|$)|\/\.well-known\/|\/(?:certs|certificates)$|(?:public|signing|verification|token)[-_/]?(?:keys?|certs?|certificates?)$/i;

/** Whether an operation gives anybody who asks the keys by which tokens are verified: it grants none itself. */
export const readsKeys = ({ method, path }: { method: string | null; path: string | null }): boolean =>
  (method === null || method === 'GET') && ofKeys.test((path ?? '').split('?')[0]?.replace(/\.json$|\/$/, '') ?? '');
