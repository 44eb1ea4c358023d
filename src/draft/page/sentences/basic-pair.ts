/** What words about Basic authentication say is encoded: an id and a secret, or one value with nothing beside it. */
import type { Statement } from '../../facts/facts.ts';
import { glue } from '../../vocabulary/glue.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { denies } from '../words/denied.ts';
import { takesBack } from '../words/doubts.ts';
import { isOfOthers } from './others.ts';

/** Words that leave one of the two out. */
const leftOut = [
  pattern`\b${oneOf(word.secret, 'username')}\b[^.;]{0,40}\b${word.empty}\b`,
  pattern`\b${oneOf(word.empty, word.without, 'leave', 'kosongkan')}\b[^.;]{0,20}\b${oneOf(word.secret, 'username')}\b`,
  pattern`\b(?:followed by|diikuti)(?: an?| the| tanda)? (?:colon|titik dua|[\`"':]+)(?!,? (?:${word.and}|then|lalu)\b)`,
];

/** Whether words about Basic leave out one of the two that it sends, as an empty password does. */
export const leavesOut = (words: string): boolean => leftOut.some((form) => form.test(words));

/** Words for two values, or for both as one. */
const two = pattern`\b(?:${word.and}|credentials?|kredensial|pair)\b|[+&]`;

/** Words for the secret of the two, and those for the id. */
const secret = pattern`\b(?:${word.secret}|key|apikey)\b`;
const id = pattern`\b(?:${word.user}|ids?|nama)\b`;

const wordsApart = (name: string): string => name.replace(/([a-z])([A-Z])|_/g, '$1 $2');

/** Whether words about Basic leave it with an id and a secret, which the mechanism sends; `base64(key:)` does not. */
export function encodesPair(words: string): boolean {
  if (leavesOut(words)) return false;
  const [, encoded = ''] = /base_?64(?:[ -]?encoded?)?(.*)$/is.exec(words) ?? [];
  const parts = encoded.split(':');
  if (parts.length > 1) return parts.every((part) => /[\p{L}\d]/u.test(part));
  const named = [id, secret].filter((form) => form.test(wordsApart(encoded))).length;
  return two.test(encoded) || named !== 1;
}

/** Whether a value of Authorization is that of Basic with an id and a secret; a token that is given may be any. */
export function isBasic(value: string): boolean {
  const said = wordsApart(value.replace(/^.*?\bbasic\b/i, ''));
  return encodesPair(value) && (/base_?64/i.test(value) || two.test(said) || !/\btoken\b/i.test(said));
}

/** The value of Authorization that the argument `-u` of curl stands for. */
export const basicOf = (user: string): string =>
  user.endsWith(':') ? 'Basic with an empty password' : 'Basic of user and password';

/** Words of a value that says how Basic is sent; none of them turns it down, or says of which calls it is. */
const ofValue = new Set([
  ...glue,
  ...(
    'basic http https auth authentication authorization authorisation otentikasi autentikasi otorisasi header headers ' +
    'scheme schemes type method skema metode base base64 64 encode encoded encoding enkode dienkode your our both ' +
    'must required mandatory wajib always selalu harus using use uses via over through then lalu value string nilai ' +
    'client clients app application api consumer merchant partner mitra klien user users username name pengguna nama ' +
    'password secret secrets key keys id ids kata sandi rahasia kunci kode token credential credentials kredensial ' +
    'pair basicauth followed diikuti disusul joined blank space spasi separated concatenated concatenation colon single titik dua digabung gabungan ' +
    'dipisahkan pemisah rfc 7617 2617 e g i see example contoh oauth oauth2 2 0 standard format hasil result access ' +
    'server issued given sent send dikirim kirim number nomor keduanya you anda were was each every any setiap ' +
    'request account akun onboarding registration saat pendaftaran ialah'
  ).split(' '),
]);

/** What stands for a value: a sample, or a name that the reader replaces. */
const standIn =
  /[<{[]{1,2}[\w .:-]{1,60}[>}\]]{1,2}|(?<=\bbasic )[`"']?[\w+/-]{8,}={0,2}(?![\w ])|\b[\w+/-]*\d[\w+/-]{6,}={0,2}|\S*x{3,}\S*|\.{3}|…/gi;

/** Where a value comes from. */
const noOrigin = oneOf(
  ...[word.without, word.not, word.only, word.for, word.when, word.after, word.request],
  ...['reports?', 'payments?'],
);
const origin = everywhere`\b(?:from|dari|oleh|by)\s(?:(?!${noOrigin}\b)[\p{L}\d'’-]+\s?){1,6}`;

/** Whether each word of a value of Authorization, or of a label for how a client authenticates, is one about Basic. */
export function saysBasicAlone(value: string): boolean {
  const named = (text: string): string[] =>
    text
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? [];
  const own = value.replace(origin, ' ');
  const rest = own.replace(standIn, (all) => (named(all).every((word) => ofValue.has(word)) ? all : ' '));
  return named(rest).every((word) => ofValue.has(word));
}

const asWhat = oneOf(word.in, word.with, 'as', 'using', 'via', 'sebagai', 'lewat');
const asBasic = pattern`^(.{1,120}?)\s${asWhat} (?:an? |the )?(?:http )?basic(?: auth\w*| credentials?| header| scheme| kredensial)*[\s.]*$`;
const both = pattern`\b${word.and}\b`;

/** Whether words end with Basic as the form in which the two before it are sent, as `your id and secret as HTTP Basic credentials` does. */
export function isPairAsBasic(value: string): boolean {
  const [, before = ''] = asBasic.exec(value.replaceAll('`', '')) ?? [];
  return both.test(before) && [id, secret].every((form) => form.test(wordsApart(before)));
}

/** What a header shows of its scheme: its value alone, or its words with it where they take it back. */
export function shownScheme(value: string, notes: string): string {
  if (value === '') return notes;
  return denies(notes) || isOfOthers(notes) || takesBack(notes) ? `${value} ${notes}` : value;
}

/** Who sends, and what is sent: the words that may stand before the verb of a sentence which says how a client authenticates. */
const ofSubject = pattern`^${oneOf(
  ...[word.client, 'callers?', 'apps?', 'applications?', 'integration', 'they', 'it', 'you', 'anda', 'developers?'],
  ...[word.request, word.secret, word.user, 'api', 'http', 'token', 'endpoint', 'operation'],
  ...['ids?', 'keys?', 'names?', 'credentials'],
  ...[word.the, word.all, word.both, word.and, word.is, word.must, 'ini', 'wajib'],
  ...['please', 'should', 'has', 'have', 'to', 'be', 'silakan'],
)}$`;
const isSubject = (words: string): boolean => /(?:^|\s)$/.test(words) && words.trim().split(/\s+/).every(isOfSubject);
const isOfSubject = (one: string): boolean => one === '' || ofSubject.test(one);

/** What a client does, or is to do, with Basic. */
const uses = everywhere`\b${oneOf(
  ...[word.is, word.use, 'uses', 'menggunakan', 'memakai', 'authenticates?', 'authenticated', 'identify', 'identifies'],
  ...['sends?', 'sent', 'pass(?:es|ed)?', 'suppl(?:y|ies)', 'provides?', 'kirim(?:kan)?', 'dikirim(?:kan)?'],
  ...['requires?', 'required', 'mewajibkan', 'expects?', 'needs?', 'takes?', 'go(?:es)?', 'secured', 'protected'],
  ...['diautentikasi', '(?:o|au)tentikasi'],
)}\b`;

/** Words behind which a part of the sentence is about something else. */
const apart = pattern`\b${oneOf(word.when, word.unless, word.until, 'that', 'which', 'who(?:ever|se)?', 'where', 'while', 'yang')}\b`;

/** Basic as what a label or the begin of a sentence names, and that it is used. */
const label = oneOf(
  ...['clients?', 'klien', 'api', 'access', 'tokens?', 'endpoint', word.type, 'methods?', 'metode', 'schemes?'],
  ...['auth\\w*', '(?:o|au)tentikasi', 'security', 'keamanan', 'over', 'of', word.for, 'the'],
);
const isUsed = `(?:${word.is}|${word.must}(?: be)?|wajib)\\s+(?:${word.used}|${word.mandatory}|expected|sent|dikirim)`;
const behindLabel = oneOf(
  '\\W*$',
  '\\s*[,:;(=–—-]',
  `\\s+${oneOf(word.with, 'over', 'of', 'using', 'via', 'melalui')}\\b`,
  `\\s+${isUsed}`,
);
const labelled = pattern`^\W*(?:${label}\W+)*(?:http[ -])?basic(?: auth\w*)?(?: (?:header|scheme|credentials))*${behindLabel}`;

/** Characters before the word that are looked at; a longer sentence is a question. */
const mostBefore = 300;

/** Whether a sentence says that a client authenticates by Basic: who does what with it, each word before it understood. */
const affirms = (sentence: string): boolean =>
  labelled.test(sentence) ||
  sentence.split(/[;:.]\s+/).some((part) => {
    const at = part.search(/\b(?:http[ -])?basic\b/i);
    if (at < 0 || at > mostBefore) return false;
    const before = part
      .slice(0, at)
      .replace(/[`*_"()/]/g, ' ')
      .replace(/^\W+/, '');
    return [...before.matchAll(uses)].some(
      (verb) => isSubject(before.slice(0, verb.index)) && !apart.test(before.slice(verb.index)),
    );
  });

const oneOfSeveral = pattern`\b(?:${word.or}|either|alternatively)\b`;

/** How a question calls Basic in a sentence that does not say that a client uses it. */
export const basicMentioned = 'HTTP Basic, in words that do not say that a client uses it';

/** That Basic is taken no more, of no part of the requests. */
const gone = oneOf(
  ...['switched off', 'turned off', 'removed', 'withdrawn', 'disabled', 'discontinued', 'dropped', 'abolished'],
  ...['dihentikan', 'dihapus', 'dinonaktifkan', 'dimatikan', 'ditiadakan'],
);
const switchedOff = pattern`^\W*(?:http )?basic(?: auth\w*)? (?:(?:was|has been|were|had been|telah|sudah) ${gone}|(?:tidak lagi|sudah tidak) (?:didukung|diterima|dipakai|digunakan|berlaku))(?: ${oneOf('on', 'in', 'since', 'pada', 'sejak')} [\w ,.]{4,30})?\W*$`;
const isGone = (sentence: string): boolean =>
  sentence.split(/;|,? (?:and|dan) /).some((part) => switchedOff.test(part));

/** How something is sent, which is so of no request alone: `sent with HTTP Basic`. */
const manner = everywhere`\b${word.sent} ${oneOf(word.with, word.in, word.via, 'by', 'as', 'using')} (?:${word.the} )?(?:http )?basic\b`;

/**
 * Reads a sentence about Basic.
 * @param next the sentence behind it, which may say more of the same
 * @param isPart whether it is so for some requests alone
 */
export function readBasic(
  sentence: string,
  next: string,
  isPart: () => boolean,
  at: string,
  statement: Statement,
): void {
  if (!/\bhttp basic\b|\bbasic auth(?:entication|orization)?\b/i.test(sentence) || isGone(sentence)) return;
  if ((isPart() && takesBack(sentence.replace(manner, ' '))) || oneOfSeveral.test(sentence))
    statement.unclear.push({ value: 'HTTP Basic for some requests', at });
  else if (!affirms(sentence)) statement.unclear.push({ value: basicMentioned, at });
  else if (encodesPair(sentence) && !leavesOut(next)) statement.security ??= { value: 'basic', at };
  else statement.unclear.push({ value: 'HTTP Basic of one value alone', at });
}

/** Reads the items of a list that are sentences about Basic, as the steps to a token are. */
export function readBasicItems({ items, title }: Extract<Block, { kind: 'list' }>, statement: Statement): void {
  for (const { text } of items) {
    const sentences = text.split(/(?<=[.!?])\s+/);
    for (const [index, sentence] of sentences.entries())
      if (sentence.split(/\s+/).length > 3 && /[.!?][`*_)"'\s]{0,4}$/.test(sentence))
        readBasic(sentence, sentences[index + 1] ?? '', () => takesBack(sentence), `${title}, list`, statement);
  }
}
