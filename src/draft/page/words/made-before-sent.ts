/** Sentences that say what a sender does to a request, its body or a value of it before it is sent: signs, hashes or encrypts it. */

import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** What is said to be done. */
export type Deed = 'signed' | 'changed';

/** Most characters of a sentence that are looked at. */
const most = 1000;

/** The edges of a word, in names as well: `_` and `-` belong to it. */
const from = '(?<![\\p{L}\\d_-])';
const to = '(?![\\p{L}\\d_-])';

/** Words that begin another phrase: `sign in to read the request` signs no request, but a signature used when one asks does. */
const begins = oneOf(
  ...[word.before, word.with, word.for, word.and, word.or, word.by, word.of, word.is, 'must', 'be', 'as'],
  ...['to', 'in', 'on', 'into', 'using', 'where', 'that', 'which', 'who'],
  ...['if', 'when', 'jika', 'bila', 'yang', 'pada', 'di', 'ke', 'memakai', 'menggunakan'],
);

/** Up to four words between a verb and its object: `the whole` in `sign the whole request`. */
const within = `(?:(?!${begins}\\s)[\\p{L}\\d_-]{1,24}\\s+){0,4}?`;

/** A request and its parts. */
const request = oneOf(
  ...[word.request, word.body, 'messages?', 'parameters?', 'headers?', 'query(?: string)?', 'pesan'],
);

/** What shows who the client is, and names as programs write them, as `client_secret`. */
const values = oneOf(
  ...['secrets?', word.password, 'passphrases?', 'credentials?', 'client[ _-]?(?:ids?|secrets?|keys?)'],
  ...['api[ _-]?keys?', 'pins?', 'user ?names?', 'rahasia', 'kredensial', word.value, 'fields?', 'kolom'],
  'data (?:yang (?:di)?kirim\\p{L}*|(?:that )?you send|to be sent)',
  '[a-z]+(?:_[a-z\\d]+)+',
);

/** What a command may point back at, as in `then sign it`, or what is made to be sent. */
const pointed = oneOf(
  ...['it', 'them', 'jwts?', 'jws', 'assertions?', 'strings?', 'data', 'claims?', 'timestamps?', 'nonces?', 'tokens?'],
  ...['contents?', 'teks', 'ini'],
);

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

/** Up to so many characters of a clause. */
const upTo = (most: number): string => `[^.;]{0,${most}}`;
const someWords = '(?:\\p{L}+\\s){0,2}';

const theirOwn = oneOf('your', 'own', "(?:client|merchant|partner)['’]?s");
const theirKey = `\\b${theirOwn}\\s${someWords}(?:key|certificate)\\b|\\bkunci privat (?:anda|klien|merchant|mitra|milik)`;
const ofProvider = oneOf('our', "(?:bank|provider|server|gateway)['’]?s");
const publicKey = `\\b${ofProvider}\\s${someWords}public key\\b|\\bkunci publik (?:kami|bank|milik)`;

const words: Record<Deed, Words> = {
  signed: {
    acts: oneOf(
      '(?:counter)?sign(?:s|ing)?(?! (?:in|up|on|off|out)\\b)',
      '(?:me|pe)?(?:nanda|tanda) ?tangan(?:i|an)?(?:lah)?',
    ),
    done: oneOf('signed', 'di[- ]?tanda ?tangani?', 'bertanda ?tangan', 'di[- ]?sign'),
    nouns: oneOf('signatures?', 'signing', 'jws', 'tanda ?tangan(?: digital)?', 'penandatanganan'),
    parts: request,
    keyed: pattern`(?:\bsign|tanda ?tangan)${upTo(120)}(?:${theirKey})`,
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
    keyed: pattern`(?:\bencrypt|enkripsi)${upTo(120)}(?:${publicKey})`,
  },
};

const adverbs = oneOf(
  ...['\\p{L}+ly', 'first', 'also', 'then', 'both', word.always],
  ...['yang', 'harus', 'wajib', 'perlu', 'telah', 'akan', 'sudah', 'juga'],
);

/** What joins a part to what is done to it: `is always`, `harus`; a word of Indonesian may say it by its beginning alone. */
const isMade = `(?:${oneOf(word.is, 'be', 'been', 'being', 'gets?')}\\s+(?:${adverbs}\\s+){0,2}|(?:${adverbs}\\s+){1,2}|(?=di|ter))`;

/** What joins a part to what comes of a deed: `is`, `carries`, `memakai`. */
const carries = oneOf(
  ...[word.is, word.uses, 'be', 'as', 'into', 'in', 'by', 'with', 'carr(?:y|ies)', 'needs?', 'requires?'],
  ...['berupa', 'disertai', 'memerlukan', 'sebagai'],
);

/** The forms in which a sentence says so. */
function formsOf({ acts, done, nouns, parts }: Words): { active: RegExp; others: RegExp[] } {
  const form = (text: string): RegExp => everywhere`${from}${text}${to}`;
  return {
    // `Sign the whole request`, `hashing of each password`: whoever is the subject does it.
    active: form(`${acts}\\s+(?:${oneOf(word.of, 'atas')}\\s+)?${within}(?:${parts}|${pointed})`),
    others: [
      // `A signed request`.
      form(`${done}\\s+${within}${parts}`),
      // `The body of each request must be signed`, `permintaan harus ditandatangani`.
      form(`${parts}${to}[^.;]{0,120}?\\s${isMade}${done}`),
      // `The secret encrypted with our key`, `isi permintaan terenkripsi`.
      form(`${parts}\\s+(?:${adverbs}\\s+)?${done}`),
      // `A signature over the body`, `hash SHA-256 dari client_secret`.
      form(
        `${nouns}\\s+(?:value\\s+)?${oneOf(word.of, 'over', 'on', 'atas', 'terhadap', 'untuk', 'pada')}\\s+${within}${parts}`,
      ),
      // `SHA256(client_secret)`.
      form(`${nouns}\\s?\\(${parts}`),
      // `Request signing`, `payload encryption`.
      form(`${parts}[ -](?:level )?${nouns}`),
      // `The body is a JWS`, `payload memakai JWE`.
      form(`${parts}${to}[^.;]{0,60}?\\s${carries}\\s+(?:an? |the )?(?:${nouns}|signed jwt)`),
    ],
  };
}

const forms = { signed: formsOf(words.signed), changed: formsOf(words.changed) };

/** `Before it is sent`, `prior to submission`, `sebelum dikirim`, at the end of what is said of it. */
const itIs = `(?:(?:it|they|you|being|this)\\s+(?:(?:is|are|being)\\s+)?)?`;
const sendingEnds = '(?=\\s*(?:$|[.,;:)]|(?:it|them|this|these|to|over|ke)\\b))';
const sending =
  `(?:(?:before|prior to)\\s+${itIs}(?:sen[dt]|sending|transmi\\p{L}+|submi\\p{L}+)` +
  `|sebelum\\s+(?:anda\\s+)?(?:di|me|meng)?kirim(?:kan)?(?:nya)?)${sendingEnds}`;

/** Something that is done to a value right before it is sent, whatever it is. */
const beforeSent = everywhere`${from}${words.changed.parts}${to}[^.;]{0,160}?\s${sending}`;

/** Who else does it, before the verb or behind it: `we sign the request`, `the body is signed by our gateway`. */
const provider = oneOf('bank', 'server', 'gateway', 'provider');
const others = oneOf('we', 'our [\\p{L} ]{1,20}', `(?:the )?(?:${provider}|platform|api)`, 'tls', 'ssl', 'kami');
const otherDoer = pattern`\b${others}(?:\s(?:will|then|akan|juga|also|${word.always}|\p{L}+ly))?\s*$`;
const byThem = `(?:by (?:us|our|the ${provider})|oleh (?:kami|bank|server))`;
const byOther = pattern`^(?:(?!\b(?:is|are|must)\b)[^.;]){0,60}\b${byThem}\b`;

const not = everywhere`\b${oneOf(word.not, word.without, 'unless', 'nor', 'cannot', "\\p{L}+n['’]t", 'tak', 'jangan')}\b`;

/** What keeps a connection or a store secret, and no value of a request. */
const byTransport = /\b(?:tls|ssl|https|in transit|channel|connection|koneksi|saluran)\b/i;
const byItself = pattern`\b${oneOf('jwe', 'rsa', 'pgp', 'gpg', 'public key', 'kunci publik', word.before)}\b`;
const atRest = /\b(?:at rest|stor(?:e[sd]?|ing|age)|databases?|basis data|(?:di|meny)?simpan)\b/i;

const message = oneOf(word.body, 'messages?', 'headers?');
const notice = oneOf('webhooks?', 'call-?backs?', 'notifications?', 'notifikasi');
const ofNotices = `${notice}(?:\\s+${oneOf(message, word.request)})?`;
const ofAnswers = `${word.answer}(?:\\s+${message})?`;
const whose = oneOf('an?', 'the', 'our', word.all);
const partOf = `(?:${oneOf(word.body, 'headers?')}\\s+${oneOf(word.of, 'in', 'pada')}\\s+(?:${whose}\\s+)?)?`;
const notices = everywhere`\b(?:${partOf}${ofNotices}|(?:isi|badan|permintaan|panggilan)\s+${ofNotices})\b`;
const answers = everywhere`\b(?:${partOf}${ofAnswers}|(?:isi|badan)\s+${ofAnswers})\b`;

/** What a request is for, and a token of which something is said within a sentence about a request. */
const purpose = oneOf('for', 'of', 'to (?:get|obtain|fetch|create|issue)', 'untuk(?: \\p{L}+)?');
const forToken = everywhere`\b${purpose} (?:(?:an?|the|each|every|new)\s+){0,2}(?:access[ -]?)?tokens?\b`;
const which = '(?: (?:that|which))?';
const ofOneToken = `(?:token|jwt)(?: \\([^()]{0,30}\\))?,?(?: (?:that|which|yang))? (?:is|was|adalah)`;
const tokenIs = oneOf(ofOneToken, `(?:tokens|jwts),?${which} are`, 'token (?:akses )?yang');
const ofToken = everywhere`\b(?:access[ _-]?)?${tokenIs}\b[^.;,]{0,60}|\baccess[ _-]?tokens?\b`;
const requestForToken = everywhere`\b(permintaan|panggilan) (?:access )?token(?: akses)?\b`;

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
    .replace(requestForToken, '$1');

const ofRequest = pattern`\b${word.request}\b`;

/** Whether a sentence is about messages that the provider sends of itself, and about no request. */
export function isOfNotices(sentence: string): boolean {
  if (!/webhook|call-?back|notif/i.test(sentence)) return false;
  return !ofRequest.test(plain(sentence));
}

/** Whether a match is denied; what is not sent without it is done. */
const isDenied = (before: string): boolean =>
  (before.slice(Math.max(0, before.search(/[^.;:]*$/))).match(not)?.length ?? 0) % 2 === 1;

const mayTell = /sign|jws|hash|crypt|enkripsi|cipher|digest|sha-?\d|md5|jwe|tangan|before|prior|sebelum/i;

/** What a sentence says is done by the sender to the request, or to something that is sent with it. */
export function deedsIn(sentence: string): Set<Deed> {
  const found = new Set<Deed>();
  if (!mayTell.test(sentence)) return found;
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
