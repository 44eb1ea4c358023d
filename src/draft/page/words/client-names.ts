/** What a page calls its clients: the word beside an identifier or a secret that a request holds, as `Kode anggota` and `Your account id`. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { remembered } from './remembered.ts';

/** Words for what identifies a client, or what it alone knows; several of these are those of nobody. */
const proofs = oneOf(
  ...[
    'ids?',
    'uuid',
    'guid',
    'identifiers?',
    'identity',
    'identitas',
    'number',
    'no',
    'nomor',
    'code',
    'kode',
    'key',
    'pin',
  ],
  ...['secret', 'password', 'passphrase', 'kunci', 'rahasia', '(?:kata )?sandi', 'user ?names?', 'nama pengguna'],
);

/** Ours is no client's. */
const article = oneOf('the', 'your', 'an?');
const ofWhom = oneOf('of', 'dari', word.for, 'milik');

/** English puts the client before it, or behind `of`; Indonesian puts it behind. */
const forms = [
  pattern`^(?:(?:${article}|unique) ){0,3}(\p{L}{3,20}) ${proofs}\b`,
  pattern`^(?:(?:${article}|unique|secret|public|private) ){0,3}${proofs} ${ofWhom} (?:${article} )?(\p{L}{3,20})\b`,
  pattern`^${proofs} (\p{L}{3,20})\b`,
];

/** What is asked for, made or moved with requests, and is none of those that send them. */
const things = pattern`^${oneOf(
  ...['tokens?', 'access', 'cards?', 'payments?', 'orders?', 'invoices?', 'transactions?', 'transfers?', 'refunds?'],
  ...['bills?', 'kartu', 'pembayaran', 'pesanan', 'tagihan', 'transaksi', 'rekening', 'bank', 'virtual', 'mobile'],
  ...['references?', 'referensi', 'serial', 'phone', 'telepon', 'sequence', 'urut', 'unik', 'acak'],
  ...['sessions?', 'sesi', 'products?', 'produk'],
)}$`;

/** The names of a client that words begin with. */
const namesAhead = remembered((ahead: string): readonly string[] => {
  const words = ahead.replace(/[`*_]/g, '').trim();
  return forms
    .flatMap((form) => form.exec(words)?.[1] ?? [])
    .filter((name) => !things.test(name))
    .map((name) => name.toLowerCase());
});

/** The names of a client in the words about a field that is sent; none where they are about anything else. */
export const clientNames = (notes: string): readonly string[] => namesAhead(notes.slice(0, 80));
