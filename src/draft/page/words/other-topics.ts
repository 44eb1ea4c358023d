/** Titles and sentences about something else than a grant of a token. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const call = oneOf(
  'requests?',
  'headers?',
  'apis?',
  'services?',
  'calls?',
  'endpoints?',
  'layanan',
  'permintaan',
  'panggilan',
);
const transaction = oneOf('transactions?', 'transaksi', 'transaksional', 'transactional');

/** The calls that tokens are asked for: those of transactions, by what they are called together. */
const transactions = oneOf(
  `${transaction}(?:[- ]level)? ${call}`,
  `${call} (?:(?:level|tingkat|untuk|for|of) ){0,2}(?:${word.the} )?${transaction}`,
);
const ofTransactions = pattern`\b${transactions}\b`;

/** Whether words are about the calls of transactions, and name no token. */
export const isOfTransactions = (words: string): boolean => ofTransactions.test(words) && !/token/i.test(words);

/** Headings that begin something that is no grant of a token, as long as no address of the token's lies below them. */
const otherTopics = pattern`\b${oneOf(
  // What is done with a token that there is.
  ...['revok\\w*', 'refresh\\w*', 'introspect\\w*', '(?:validate|verify) token', 'token validation'],
  ...['cabut\\w*', 'perbarui', 'perpanjang\\w*'],
  // How a session ends or is kept.
  ...['log[- ]?(?:out|off)', 'sign[- ]?o(?:ut|ff)', 'keluar', 'terminate', 'close', 'keep[- ]?alive', 'heartbeat'],
  // Other resources.
  ...['payments?', 'transfers?', 'refunds?', 'withdraw\\w*', 'payouts?', 'disburse\\w*', 'balance', 'saldo', 'mutasi'],
  ...['inquiry', 'cancel\\w*', 'pembatalan', 'delete', 'update', 'callbacks?', 'webhooks?', 'notif\\w*'],
  // Lists that are asked for with a token.
  ...['pag(?:ing|ination)', 'paginasi', 'halaman berikutnya', 'sorting', 'filtering', 'pengurutan', 'penyaringan'],
  // What comes behind the grant.
  `(?:us(?:e|ing)|memakai|menggunakan|penggunaan) (?:${word.the} )?(?:access )?token`,
  'authenticated requests?',
  `(?:calling|memanggil|pemanggilan) (?:(?:${word.the}|other) )?(?:${word.operation}|resources?)`,
)}\b`;

const obtain = oneOf(
  'get',
  'create',
  'generate',
  'obtain',
  'issue',
  'request',
  'fetch',
  'membuat',
  'mendapatkan',
  'minta',
);
const orElse = `\\s?(?:${word.or}|${word.and}|[/&])\\s?`;
const beside = `(?: (?:${word.the} )?(?:access )?tokens?)?`;

/** A token that is either issued or refreshed: what follows is of both. */
const issuedOrRefreshed = everywhere`\b${oneOf(
  `${obtain}${beside}${orElse}refresh`,
  `refresh${beside}${orElse}${obtain}`,
)}\b`;

/** A title whose refresh is one of two with a grant, as that grant alone. */
export const asGrant = (title: string): string => title.replace(issuedOrRefreshed, 'get');

/** Whether the title of an operation or a heading speaks of something else than a grant. */
export const isOtherTopic = (title: string): boolean => otherTopics.test(asGrant(title)) || isOfTransactions(title);
