/** Sentences that say what a sender does to a request, its body or a value of it before it is sent: signs, hashes or encrypts it. */

/** What is said to be done. */
export type Deed = 'signed' | 'changed';

/** Most characters of a sentence that are looked at. */
const most = 1000;

/** One of several, each written as a regular expression. */
const oneOf = (...forms: string[]): string => forms.join('|');

/** The edges of a word, in names as well: `_` and `-` belong to it. */
const from = '(?<![\\p{L}\\d_-])';
const to = '(?![\\p{L}\\d_-])';

/** Words that begin another phrase: `sign in to read the request` signs no request. */
const begins =
  'before|with|to|and|or|for|by|in|on|into|using|when|where|that|which|who|if|from|of|is|are|must|be|as|' +
  'sebelum|dengan|untuk|dan|atau|jika|bila|yang|oleh|pada|di|ke|dari|memakai|menggunakan';

/** Up to four words between a verb and its object: `the whole` in `sign the whole request`. */
const within = `(?:(?!(?:${begins})\\s)[\\p{L}\\d_-]{1,24}\\s+){0,4}?`;

/** A request and its parts. */
const request = oneOf(
  ...['requests?', 'calls?', 'bod(?:y|ies)', 'payloads?', 'messages?', 'parameters?', 'headers?', 'query(?: string)?'],
  ...['permintaan', 'panggilan', 'badan', 'muatan', 'pesan', 'isi', 'parameter'],
);

/** What shows who the client is, and names as programs write them, as `client_secret`. */
const values = oneOf(
  ...['secrets?', 'passwords?', 'passphrases?', 'credentials?', 'client[ _-]?(?:ids?|secrets?|keys?)'],
  ...['api[ _-]?keys?', 'pins?', 'fields?', 'values?', 'user ?names?'],
  ...['(?:kata )?sandi', 'rahasia', 'kredensial', 'nilai', 'kolom'],
  'data (?:yang (?:di)?kirim\\p{L}*|(?:that )?you send|to be sent)',
  '[a-z]+(?:_[a-z\\d]+)+',
);

/** What a command may point back at, as in `then sign it`, or what is made to be sent. */
const pointed = 'it|them|jwts?|jws|assertions?|strings?|data|claims?|timestamps?|nonces?|tokens?|contents?|teks|ini';

/** The words of a deed. */
interface Words {
  /** The verb: `sign`, `hashing`. */
  acts: string;
  /** What is done by it: `signed`, `terenkripsi`. */
  done: string;
  /** What comes of it: `signature`, `digest`. */
  nouns: string;
  /** What it is done to. */
  parts: string;
  /** A deed with a key by which only the sender can do it: `signed with your private key`. */
  keyed: RegExp;
}

const words: Record<Deed, Words> = {
  signed: {
    acts: oneOf(
      '(?:counter)?sign(?:s|ing)?(?! (?:in|up|on|off|out)\\b)',
      '(?:me|pe)?(?:nanda|tanda) ?tangan(?:i|an)?(?:lah)?',
    ),
    done: oneOf('signed', 'di[- ]?tanda ?tangani?', 'bertanda ?tangan', 'di[- ]?sign'),
    nouns: oneOf('signatures?', 'signing', 'jws', 'tanda ?tangan(?: digital)?', 'penandatanganan'),
    parts: request,
    keyed:
      /(?:\bsign|tanda ?tangan)[^.;]{0,120}(?:\b(?:your|own|(?:client|merchant|partner)['’]?s)\s(?:\p{L}+\s){0,2}(?:key|certificate)\b|\bkunci privat (?:anda|klien|merchant|mitra|milik))/iu,
  },
  changed: {
    acts: oneOf(
      ...['hash(?:es|ing|kan|lah)?', 'encrypt(?:s|ing)?', 'encipher(?:s|ing)?'],
      ...['(?:meng|peng)?enkripsi(?:kan|lah|an)?', 'meng-?(?:hash|enkripsi)(?:kan)?'],
    ),
    done: oneOf(
      ...['hashed', 'encrypted', 'enciphered'],
      ...['(?:di|ter)[- ]?enkripsi(?:kan)?', '(?:di|ter)[- ]?hash(?:kan)?', 'di[- ]?encrypt'],
    ),
    nouns: oneOf(
      '(?:hash(?:es|ing)?|digests?|encryption|ciphertext|jwe|enkripsi|pengenkripsian)(?: sha-?\\d{1,3}| md5)?',
      '(?:sha-?\\d{1,3}|md5|bcrypt)(?:[- ](?:hash|digest|sum))?',
    ),
    parts: oneOf(request, values, 'answers?'),
    keyed:
      /(?:\bencrypt|enkripsi)[^.;]{0,120}(?:\b(?:our|(?:bank|provider|server|gateway)['’]?s)\s(?:\p{L}+\s){0,2}public key\b|\bkunci publik (?:kami|bank|milik))/iu,
  },
};

const adverbs = '(?:\\p{L}+ly|first|also|then|always|both|yang|harus|wajib|perlu|selalu|telah|akan|sudah|juga)';

/** What joins a part to what is done to it: `is always`, `harus`; a word of Indonesian may say it by its beginning alone. */
const isMade = `(?:(?:is|are|be|been|being|gets?|adalah)\\s+(?:${adverbs}\\s+){0,2}|(?:${adverbs}\\s+){1,2}|(?=di|ter))`;

/** What joins a part to what comes of a deed: `is`, `carries`, `memakai`. */
const carries = `(?:${oneOf(
  'is|are|be|as|into|uses?|in|by|with|carr(?:y|ies)|needs?|requires?',
  'adalah|berupa|disertai|memakai|memerlukan|menggunakan|sebagai',
)})`;

/** The forms in which a sentence says so. */
function formsOf({ acts, done, nouns, parts }: Words): { active: RegExp; others: RegExp[] } {
  const form = (text: string): RegExp => RegExp(`${from}${text}${to}`, 'giu');
  return {
    // `Sign the whole request`, `hashing of each password`: whoever is the subject does it.
    active: form(`(?:${acts})\\s+(?:(?:of|dari|atas)\\s+)?${within}(?:${parts}|${pointed})`),
    others: [
      // `A signed request`.
      form(`(?:${done})\\s+${within}(?:${parts})`),
      // `The body of each request must be signed`, `permintaan harus ditandatangani`.
      form(`(?:${parts})${to}[^.;]{0,120}?\\s${isMade}(?:${done})`),
      // `The secret encrypted with our key`, `isi permintaan terenkripsi`.
      form(`(?:${parts})\\s+(?:${adverbs}\\s+)?(?:${done})`),
      // `A signature over the body`, `hash SHA-256 dari client_secret`.
      form(`(?:${nouns})\\s+(?:value\\s+)?(?:of|over|on|dari|atas|terhadap|untuk|pada)\\s+${within}(?:${parts})`),
      // `SHA256(client_secret)`.
      form(`(?:${nouns})\\s?\\((?:${parts})`),
      // `Request signing`, `payload encryption`.
      form(`(?:${parts})[ -](?:level )?(?:${nouns})`),
      // `The body is a JWS`, `payload memakai JWE`.
      form(`(?:${parts})${to}[^.;]{0,60}?\\s${carries}\\s+(?:an? |the )?(?:${nouns}|signed jwt)`),
    ],
  };
}

const forms = { signed: formsOf(words.signed), changed: formsOf(words.changed) };

/** `Before it is sent`, `prior to submission`, `sebelum dikirim`, at the end of what is said of it. */
const sending =
  '(?:(?:before|prior to)\\s+(?:(?:it|they|you|being|this)\\s+(?:(?:is|are|being)\\s+)?)?(?:sen[dt]|sending|transmi\\p{L}+|submi\\p{L}+)' +
  '|sebelum\\s+(?:anda\\s+)?(?:di|me|meng)?kirim(?:kan)?(?:nya)?)(?=\\s*(?:$|[.,;:)]|(?:it|them|this|these|to|over|ke)\\b))';

/** Something that is done to a value right before it is sent, whatever it is. */
const beforeSent = RegExp(`${from}(?:${words.changed.parts})${to}[^.;]{0,160}?\\s${sending}`, 'giu');

/** Who else does it, before the verb or behind it: `we sign the request`, `the body is signed by our gateway`. */
const otherDoer =
  /\b(?:we|our [\p{L} ]{1,20}|(?:the )?(?:bank|server|gateway|provider|platform|api)|tls|ssl|kami)(?:\s(?:will|also|always|then|akan|juga|\p{L}+ly))?\s*$/iu;
const byOther =
  /^(?:(?!\b(?:is|are|must)\b)[^.;]){0,60}\b(?:by (?:us|our|the (?:bank|server|gateway|provider))|oleh (?:kami|bank|server))\b/i;

const not = /\b(?:not|never|no|without|unless|nor|cannot|\p{L}+n['’]t|tidak|tak|bukan|jangan|tanpa|belum)\b/giu;

/** What keeps a connection or a store secret, and no value of a request. */
const byTransport = /\b(?:tls|ssl|https|in transit|channel|connection|koneksi|saluran)\b/i;
const byItself = /\b(?:jwe|rsa|pgp|gpg|public key|kunci publik|before|sebelum)\b/i;
const atRest = /\b(?:at rest|stor(?:e[sd]?|ing|age)|databases?|basis data|(?:di|meny)?simpan)\b/i;

const ofNotices =
  '(?:webhooks?|call-?backs?|notifications?|notifikasi)(?:\\s+(?:bod(?:y|ies)|payloads?|requests?|calls?|messages?|headers?))?';
const ofAnswers =
  '(?:responses?|answers?|repl(?:y|ies)|respons|jawaban|balasan)(?:\\s+(?:bod(?:y|ies)|payloads?|messages?|headers?))?';
const partOf =
  '(?:(?:bod(?:y|ies)|payloads?|headers?|isi|badan)\\s+(?:of|in|dari|pada)\\s+(?:(?:an?|the|each|every|all|our|setiap|semua)\\s+)?)?';
const notices = RegExp(`\\b(?:${partOf}${ofNotices}|(?:isi|badan|permintaan|panggilan)\\s+${ofNotices})\\b`, 'gi');
const answers = RegExp(`\\b(?:${partOf}${ofAnswers}|(?:isi|badan)\\s+${ofAnswers})\\b`, 'gi');

/** What a request is for, and a token of which something is said within a sentence about a request. */
const forToken =
  /\b(?:for|of|to (?:get|obtain|fetch|create|issue)|untuk(?: \p{L}+)?) (?:(?:an?|the|each|every|new)\s+){0,2}(?:access[ -]?)?tokens?\b/giu;
const ofToken =
  /\b(?:access[ _-]?)?(?:(?:token|jwt)(?: \([^()]{0,30}\))?,?(?: (?:that|which|yang))? (?:is|was|adalah)|(?:tokens|jwts),?(?: (?:that|which))? are|token (?:akses )?yang)\b[^.;,]{0,60}|\baccess[ _-]?tokens?\b/gi;

/** A sentence without marks, with what is said of notices and what a request is for blanked, and names in the one form that is looked for. */
const plain = (sentence: string): string =>
  sentence
    .slice(0, most)
    .replace(/`([a-z][a-z\d]{1,30})`/g, '$1_field')
    .replace(/[`*"“”]/g, '')
    .replace(/\b[a-z]{1,30}(?:[A-Z][a-z\d]{0,30}){1,6}\b/g, (name) =>
      name.replace(/[A-Z]/g, (one) => `_${one.toLowerCase()}`),
    )
    .replace(notices, 'notice')
    .replace(answers, 'answer')
    .replace(forToken, ' ')
    .replace(/\b(permintaan|panggilan) (?:access )?token(?: akses)?\b/gi, '$1');

/** Whether a sentence is about messages that the provider sends of itself, and about no request. */
export function isOfNotices(sentence: string): boolean {
  if (!/webhook|call-?back|notif/i.test(sentence)) return false;
  return !/\b(?:requests?|calls?|permintaan|panggilan)\b/i.test(plain(sentence));
}

/** Whether a match is denied; what is not sent without it is done. */
const isDenied = (before: string): boolean =>
  (before.slice(Math.max(0, before.search(/[^.;:]*$/))).match(not)?.length ?? 0) % 2 === 1;

/** What a sentence says is done by the sender to the request, or to something that is sent with it. */
export function deedsIn(sentence: string): Set<Deed> {
  const found = new Set<Deed>();
  if (!/sign|jws|hash|crypt|enkripsi|cipher|digest|sha-?\d|md5|jwe|tangan|before|prior|sebelum/i.test(sentence))
    return found;
  const whole = plain(sentence);
  const own = whole.replace(ofToken, 'token');
  const isSaid = (form: RegExp, isActive = false, isAnswered = false): boolean =>
    [...own.matchAll(form)].some(({ 0: all, index }) => {
      const [before, after] = [own.slice(0, index), own.slice(index + all.length)];
      if (isDenied(before + all)) return false;
      return (isAnswered && /\banswers?\b/.test(all)) || !((isActive && otherDoer.test(before)) || byOther.test(after));
    });
  const isKept =
    (byTransport.test(own) && !byItself.test(own)) ||
    (atRest.test(own) && !own.match(beforeSent) && !words.changed.keyed.test(own));
  for (const deed of ['signed', 'changed'] as const) {
    const keyed = words[deed].keyed.exec(whole);
    const isByKey = keyed !== null && !isDenied(whole.slice(0, keyed.index)) && !/\bcsr\b/i.test(whole);
    const { active, others } = forms[deed];
    // An answer that is encrypted has to be decrypted by the sender, whoever did it.
    const isAnswered = deed === 'changed';
    if (isByKey || isSaid(active, true, isAnswered) || others.some((form) => isSaid(form, false, isAnswered)))
      found.add(deed);
  }
  if (isSaid(beforeSent) && !found.has('signed')) found.add('changed');
  if (isKept) found.delete('changed');
  return found;
}
