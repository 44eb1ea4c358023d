/** Titles and sentences about something else than a grant of a token. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** Headings that begin something that is no grant of a token, as long as no address of the token's lies below them. */
const otherTopics = pattern`\b${oneOf(
  // What is done with a token that there is.
  ...['revok\\w*', 'refresh\\w*', 'introspect\\w*', '(?:validate|verify) token', 'token validation'],
  ...['cabut\\w*', 'perbarui', 'perpanjang\\w*'],
  // How a session ends or is kept.
  ...['log[- ]?(?:out|off)', 'sign[- ]?o(?:ut|ff)', 'keluar', 'terminate', 'close', 'keep[- ]?alive', 'heartbeat'],
  // Other resources.
  ...['payments?', 'transfers?', 'refunds?', 'withdraw\\w*', 'payouts?', 'disburse\\w*', 'balance', 'saldo', 'mutasi'],
  ...['inquiry', 'cancel\\w*', 'pembatalan', 'delete', 'update', 'callback', 'webhook', 'notif\\w*'],
  // Lists that are asked for with a token.
  ...['pag(?:ing|ination)', 'paginasi', 'halaman berikutnya', 'sorting', 'filtering', 'pengurutan', 'penyaringan'],
  // What comes behind the grant.
  `(?:us(?:e|ing)|memakai|menggunakan|penggunaan) (?:${word.the} )?(?:access )?token`,
  'authenticated requests?',
  `(?:calling|memanggil|pemanggilan) (?:(?:${word.the}|other) )?(?:${word.operation}|resources?)`,
)}\b`;

/** Whether the title of an operation or a heading speaks of something else than a grant. */
export const isOtherTopic = (title: string): boolean => otherTopics.test(title);
