/** What a page calls its clients: the word beside an identifier or a secret that a request holds, as `Kode anggota` and `Your account id`. */

/** Words for what identifies a client, or what it alone knows. */
const proofs =
  '(?:ids?|uuid|guid|identifiers?|identity|code|number|no|key|secret|password|passphrase|pin|user ?names?|kode|nomor|identitas|kunci|rahasia|sandi|kata sandi|nama pengguna)';

/** English puts the client before it, or behind `of`; Indonesian puts it behind. */
const forms = [
  RegExp(`^(?:(?:the|your|an?|unique) ){0,3}(\\p{L}{3,20}) ${proofs}\\b`, 'iu'),
  RegExp(
    `^(?:(?:the|your|an?|unique|secret|public|private) ){0,3}${proofs} (?:of|for|untuk|milik|dari) (?:(?:the|your|an?) )?(\\p{L}{3,20})\\b`,
    'iu',
  ),
  RegExp(`^${proofs} (\\p{L}{3,20})\\b`, 'iu'),
];

/** What is asked for, made or moved with requests, and is none of those that send them. */
const things =
  /^(?:tokens?|access|cards?|payments?|orders?|invoices?|transactions?|transfers?|refunds?|bills?|kartu|pembayaran|pesanan|tagihan|transaksi|rekening|referensi|reference|serial|phone|telepon|mobile|virtual|bank|sequence|urut|unik|acak|sessions?|sesi|products?|produk)$/i;

/** The names of a client in the words about a field that is sent; none where they are about anything else. */
export function clientNames(notes: string): string[] {
  const words = notes.slice(0, 80).replace(/[`*_]/g, '').trim();
  return forms
    .flatMap((form) => form.exec(words)?.[1] ?? [])
    .filter((name) => !things.test(name))
    .map((name) => name.toLowerCase());
}
