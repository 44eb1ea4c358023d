/** Sentences that say something of the request or the answer, and that no reader used. */
import { announcesFields } from './all-mandatory.ts';
import type { Block } from './blocks.ts';
import { takesForm } from './content-types.ts';
import { takesBack } from './doubts.ts';
import { changesFacts, namesField, saysOfValue } from './for-some.ts';
import { statesLimit } from './limits.ts';
import { deedsIn, isOfNotices } from './made-before-sent.ts';
import { plainSentencesOf } from './mentions.ts';
import { isOfOthers } from './others.ts';
import { tokenPlace } from './proofs.ts';

/** Words of either language as one pattern of whole words. */
const anyOf = (...words: string[]): RegExp => RegExp(`\\b(?:${words.join('|')})\\b`, 'i');

/** What a fact of a contract is about. */
const subject = anyOf(
  'fields?|parameters?|headers?|members?|elements?|attributes?|propert(?:y|ies)|bod(?:y|ies)|payloads?|requests?|responses?|answers?|repl(?:y|ies)',
  'values?|formats?|signatures?|timestamps?|tokens?|credentials?|secrets?|passwords?|errors?|failures?|refusals?|calls?|requests?',
  'kolom|atribut|isian|isi|permintaan(?:nya)?|respons?e?(?:nya)?|jawaban(?:nya)?|balasan(?:nya)?|nilai(?:nya)?|tanda tangan|kredensial|galat|kesalahan|penolakan|panggilan',
);

/** Headers that other readers look for. */
const standardHeaders = ['content-type', 'content-length', 'cache-control', 'www-authenticate', 'retry-after'];

/** Words about whether something is there, its type, its form, its length, and how often it is taken. */
const telling = anyOf(
  'required|mandatory|obligatory|optional|always|never|must|omitted|absent|null|wajib|opsional|selalu|harus|dikosongkan',
  'json|strings?|integers?|numeric|booleans?|arrays?|lower[ -]?case|upper[ -]?case|case[- ](?:in)?sensitive|hex\\w*|base64\\w*|utc|iso ?8601|teks|bilangan|huruf (?:kecil|besar)',
  '\\d+ (?:characters?|chars?|digits?|bytes?|karakter|angka|digit|seconds?|minutes?|hours?|days?|detik|menit|jam|hari)|(?:at most|at least|no more than|paling (?:lama|banyak|sedikit)) \\d+',
  'unique|unik|only once|repeated|duplicated?|twice|idempoten\\w*|replay\\w*|same token|token yang sama|previous token|token (?:lama|sebelumnya)',
  'ignored|refused|rejected|blocked|locked|revoked|invalidat\\w*|diabaikan|ditolak|diblokir|dikunci|dicabut|dijawab|diperlakukan',
  '(?:valid|expires?) (?:until|at|on)|berlaku (?:sampai|hingga)',
  'another|differ(?:s|ent|ently)?|berbeda',
  '(?:http|status) [45]\\d\\d',
  'deprecated|no longer|since (?:version|release|v?\\d)|sejak (?:versi|rilis)|tidak lagi',
);

/** Names as programs write them, and those that are marked as code. */
const names = /`([A-Za-z_][\w-]*)`|\b([A-Za-z]+(?:[_-][A-Za-z\d]+)+|[a-z]+(?:[A-Z][a-z\d]+)+)\b/g;

/** A part that is named and may be of a field that nothing else describes, as `in the element code`. */
const namesPart =
  /\b(?:field|parameter|header|member|element|attribute|property|kolom|atribut|isian)s? [`"']{0,1}([A-Za-z_][\w-]*)/gi;

/** A header by the form of its name, or with its value as it is sent. */
const headers = /\b(X-[A-Za-z][\w-]*)|`([A-Za-z]+(?:-[A-Za-z]+)+):\s/g;

/** What is said of other operations than the one that issues tokens. */
const ofOthers = /\b(?:other|subsequent|protected|later|following|lain\w*|selanjutnya|berikutnya)\b/i;

/** Advice, and what is asked of a person: no request and no answer shows whether it was followed. */
const advice =
  /\b(?:keep|store|cache|re-?use|share[ds]?|disclos\w*|safe|secur(?:e|ely)|contact|support|portal|console|dashboard|onboard\w*|regist(?:er|ration)\w*|sign(?:ed)? up|recommend\w*|should|we (?:will|are)|your (?:team|account manager)|refer to|simpan|jaga|hubungi|rahasiakan|disarankan|pendaftaran|didaftarkan)\b|^\W*(?:see|lihat|note that you|please|mohon|silakan|before|sebelum|to (?:use|call|get|access|obtain|make|send)|untuk (?:memakai|menggunakan|mendapatkan|mengakses))\b/i;

/** A proof that a request is to hold, however softly it is said. */
const holdsAProof =
  /\b(?:should|shall|must|ought to|needs? to|ha(?:s|ve) to|harus|wajib|perlu|sebaiknya|hendaknya|seharusnya)\b[^.;]{0,40}?\b(?:include[ds]?|contain(?:ed|s)?|carry|carried|have|hold|add(?:ed)?|sen[dt]|attach(?:ed)?|accompanied|come with|compute[ds]?|calculate[ds]?|protected|bear|memuat|berisi|disertai|(?:di)?sertakan|menyertakan|memiliki|mengandung|membawa|ditambah(?:kan)?|dihitung)\b[^.;]{0,40}?\b(checksums?|check sums?|hash(?:es)?|digests?|crc\w*|hmac|macs?|fingerprints?|signatures?|tanda tangan)\b/i;

/** Calls of any kind, and that each of them is to be authenticated: with what is asked wherever no other words say it. */
const allCalls =
  '(?:(?:all|every|each|any|semua|setiap|seluruh)(?: of)? )?(?:the |our |this |these )?(?:(?:api|http|https|rest) )?(?:requests?|calls?|apis?|endpoints?|operations?|methods?|services?|resources?|permintaan|panggilan|layanan|operasi)(?: (?:to|of|on|in|ke|pada|dari) (?:(?:the|our|this|these) )?(?:apis?|endpoints?|services?|layanan))?';
const authenticated = '(?:authentication|authorization|authorisation|autentikasi|otentikasi|otorisasi)';
const needed = '(?:required|mandatory|needed|necessary|compulsory|wajib|diperlukan|dibutuhkan|diwajibkan)';
const needs = '(?:requires?|needs?|demands?|memerlukan|membutuhkan|mewajibkan|wajib memakai|wajib menggunakan)';
const isAuthenticated = RegExp(
  `^\\W*(?:${authenticated} (?:(?:is|are|adalah|bersifat) )?(?:always )?${needed} (?:for|on|by|with|in|at|untuk|pada|di|bagi|dalam) ${allCalls}|${allCalls} (?:always )?${needs} ${authenticated}|${allCalls} (?:must|have to|has to|need to|needs to|are to|harus|wajib|perlu) (?:always )?(?:be )?(?:authenticated|authorized|diautentikasi|terautentikasi|diotentikasi|terotentikasi)|you (?:must|have to|need to) authenticate ${allCalls})\\W*$`,
  'i',
);

/** What is done with a token once it is there. */
const useOfToken =
  /\b(?:send|pass|put|include|attach|use|sent|carry|passed|included|provided|kirim\w*|sertakan|gunakan|digunakan|dikirim)\b[^.]{0,80}\b(?:tokens?|bearer)\b[^.]{0,120}\b(?:each|every|all|other|subsequent|following|later|any|setiap|semua|lain\w*|selanjutnya|berikutnya)\b|\b(?:other|protected|subsequent) (?:\p{L}+ )?(?:calls?|requests?|services?|resources?|apis?|endpoints?)\b|\b(?:all|every|each) (?:\p{L}+ )?(?:services?|resources?|apis?|endpoints?)\b|\b(?:tokens?|bearer|https|tls)\b[^.]{0,120}\b(?:all|every|each) (?:\p{L}+ )?(?:calls?|requests?)\b|\b(?:all|every|each) (?:\p{L}+ )?(?:calls?|requests?)\b[^.]{0,120}\b(?:tokens?|bearer|https|tls)\b|\bresource servers?\b/iu;

/** How long a token lives, where its answer declares it as well. */
const plainLife =
  /\b(?:valid|expires?|lives?|lifetime|berlaku|kedaluwarsa)\b[^.;]{0,30}?\b\d+ (?:seconds?|minutes?|hours?|days?|detik|menit|jam|hari)\b/gi;

/** A body of JSON in words. */
const holdsBody = /`\{\s*"[^`]*\}`/;

/** Most sentences that are looked for; behind them there may be others. */
export const mostSentences = 60;

/** A sentence that no reader used, and the line of the block that it stands in; 0 without one. */
export interface Unused {
  words: string;
  line: number;
}

/** How a sentence is told apart: by what is around it, and by what readers take of it. */
export interface Looks {
  /** Whether the draft has a field of that name. */
  isField: (name: string) => boolean;
  /** Whether some reader takes a fact of a sentence of a block. */
  isUsed: (sentence: string, block: Block) => boolean;
  /** Whether a question quotes a sentence, beside those whether a field is mandatory. */
  isAsked: (sentence: string) => boolean;
  /** Whether it is about the time of a signed request, and the draft holds nothing of it. */
  isUntimed: (sentence: string) => boolean;
  /** Whether any question quotes it. */
  isNamed: (sentence: string) => boolean;
  /** Whether it says what a reader of text takes, and nothing holds: no reader of lists takes it. */
  isLost: (sentence: string) => boolean;
  /** Whether a body in the words of a block was read as a sample. */
  isSampled: (block: Block) => boolean;
}

/** The parts of a sentence, where it has several. */
function halvesOf(sentence: string): string[] {
  const parts = sentence.split(/,?\s(?:and|but|while|whereas|dan|tetapi|sedangkan|sementara)\s|;\s/i);
  return parts.length > 1 ? parts : [];
}

/** The sentences of some blocks that speak of facts and that no reader used, in their order. */
export function unusedSentences(
  blocks: Block[],
  { isField, isUsed, isAsked, isUntimed, isNamed, isLost, isSampled }: Looks,
): Unused[] {
  const found: Unused[] = [];
  const seen = new Set<string>();
  /** Whether a part says something of a field that is not read, as it may be beside another that is. */
  const isLeft = (half: string, block: Block): boolean =>
    namesField(half, isField) && saysOfValue(half) && !isAsked(half) && !isUsed(half, block);
  for (const block of blocks)
    for (const sentence of plainSentencesOf(block)) {
      if (found.length === mostSentences) return found;
      if (seen.has(sentence)) continue;
      seen.add(sentence);
      // What is done to a value before it is sent is held by no draft, whatever else the sentence gave.
      const deeds = isOfOthers(sentence) ? new Set() : deedsIn(sentence);
      const isChanged = deeds.has('changed') && !isNamed(sentence);
      const tells = deeds.size > 0 || speaksOfFacts(sentence, isField);
      const isUnread = holdsBody.test(sentence) ? !isSampled(block) : tells;
      // What is so for some requests alone is no fact, whatever else of the sentence was read.
      const isHalf = saysOfValue(sentence) && isNamed(sentence) && !isAsked(sentence);
      const isForSome = isHalf || (changesFacts(sentence, isField, block.title) && !isNamed(sentence));
      // Whether a sentence was used is told by reading it again: few have a part of which that is to be known.
      const isPart =
        halvesOf(sentence).some((half) => isLeft(half, block)) && !isAsked(sentence) && isUsed(sentence, block);
      const isOfList = block.kind === 'list' && isLost(sentence);
      const isLimit = statesLimit(sentence) && !isAsked(sentence) && !isOfOthers(sentence);
      const isUnheld = isLimit || (isUntimed(sentence) && !isNamed(sentence));
      if (isUnheld || isOfList || isChanged || isPart || isForSome || (isUnread && !isUsed(sentence, block)))
        found.push({ words: sentence.trim(), line: block.line });
    }
  return found;
}

/** Whether a sentence says something of the request or the answer that a contract could hold. */
export function speaksOfFacts(sentence: string, isField: Looks['isField']): boolean {
  const [, proof] = holdsAProof.exec(sentence) ?? [];
  if (proof !== undefined && !isField(proof) && !/[`_]|\bX-/.test(sentence))
    return !isOfNotices(sentence) && !isOfOthers(sentence) && !ofOthers.test(sentence);
  if (/auth|aut?ent|otent|otori/i.test(sentence) && isAuthenticated.test(sentence)) return false;
  if (takesForm(sentence)) return !isOfOthers(sentence);
  // What announces fields is read with them.
  if (announcesFields(sentence)) return false;
  // Most sentences tell nothing, and name nothing as programs do.
  if (!telling.test(sentence) && !/[`_]|[a-z][A-Z]|\bX-|\bquery\b/.test(sentence)) return false;
  if (/[:?]\s*$/.test(sentence)) return false;
  // A message is read as such, and two words are no sentence.
  if (/[{}]\s*"|"\s*[{}]|\bHTTP\/\d/.test(sentence) || !/\S\s+\S+\s+\S/.test(sentence)) return false;
  if (advice.test(sentence)) return false;
  const sent = [...sentence.matchAll(headers)].map(([, name, marked]) => name ?? marked ?? '');
  if (sent.some((name) => !isField(name) && !standardHeaders.includes(name.toLowerCase())) && !ofOthers.test(sentence))
    return true;
  // The clauses of a protected resource send the token as Bearer.
  if (useOfToken.test(sentence)) return tokenPlace(sentence) !== null;
  const tells = telling.test(sentence.replace(plainLife, ' '));
  if (tells && subject.test(sentence)) return true;
  const isAboutField = [...sentence.matchAll(names)].some(([, code, plain]) => isField(code ?? plain ?? ''));
  if (isAboutField && (tells || takesBack(sentence))) return true;
  return [...sentence.matchAll(namesPart)].some(
    ([whole, name = '']) => /[`"'_]|[a-z][A-Z]/.test(whole) && !isField(name),
  );
}
