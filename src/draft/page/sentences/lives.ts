/** Sentences that say how long a token lives. */
import type { LifeSaid } from '../../facts/said-in-words.ts';
import { glue } from '../../vocabulary/glue.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { numberWords, secondsIn, unitWords, withoutDurations, writtenOnce } from '../words/durations.ts';
import { ungrouped } from '../words/numbers.ts';
import { plainSentencesOf } from './mentions.ts';

/** That something lives so long: the time stands right behind it, or before it as in `a lifetime of 30 minutes`. */
const livesFor = oneOf(
  ...['valid(?:ity)?(?: period)?', 'expir(?:es?|y|ation)(?: time)?', 'lives?', 'lasts?', 'life(?:time|span)?', 'ttl'],
  ...['good', 'used', 'usable', 'active', 'aktif', 'berlaku(?:nya)?', 'umur(?:nya)?', word.expired],
);
const unit = oneOf(unitWords);
const lives = pattern`\b${livesFor}\b(?: \p{L}+| ?:){0,5}? (?:\d+|${numberWords})[\s-]${unit}\b|\b\d+[\s-]${unit} (?:life|${word.lifetime})\b`;

/** That a life is another one now and then, without a number. */
const life = oneOf(word.lifetime, 'valid(?: period)?', 'expir(?:y|ation)(?: time)?', 'masa berlaku\\p{L}*');
const another = oneOf(
  ...['shorter', 'longer', 'differs?', 'different', 'varies', 'vary', 'depends?', 'depending', 'changes?', 'extended'],
  ...['renewed', 'reduced', 'pendek', 'panjang', 'singkat', 'lama', 'berbeda', 'tergantung', 'bergantung', 'berubah'],
  'diperpanjang',
);
const varies = pattern`\b${life}\b[^.;]{0,60}\b${another}\b`;

/** What is done before a token ends, and not how long it lives. */
const before = pattern`\b${oneOf(word.before, 'prior', 'menjelang', 'earlier', 'remaining', 'left', 'sisa')}\b`;

/** What has a life of its own; a token may be got with a call. */
const ofOther = pattern`\b${oneOf(
  ...['refresh', 'codes?', 'kode', 'links?', 'tautan', 'certificates?', 'sertifikat', 'timestamps?', 'otp', 'nonces?'],
  ...['assertions?', 'secrets?', word.password, word.signature, word.key, 'requests?', 'permintaan'],
)}\b`;

const ofToken = /\b(?:tokens?(?:nya)?|bearer|sessions?|sesi)\b/i;
const isPronoun = /^\W*(?:it|they|this|these|its|the lifetime|masa berlaku\p{L}*|berlaku)\b/iu;

/** Words around a life that say nothing of it, or that it is the longest. */
const understood = new Set([
  ...glue,
  ...(
    'your our each every any all new token tokens access bearer session jwt they was will remains remain stays ' +
    'stay valid good live lives living life lasts last lifetime lifespan ttl validity period time expire expires ' +
    'expired expiry expiration has have for after from within since once can used usable active issue issued ' +
    'issuing issuance creation created generation generated granted when most up no longer than max maximum only ' +
    'always then exactly long counted returned akses berlaku berlakunya masa selama sejak setelah saat ' +
    'diterbitkan dibuat terbit penerbitan pembuatan umur umurnya hidup waktu kedaluwarsa kadaluarsa aktif akan ' +
    'maksimal paling lama setiap tiap semua jangka hingga sampai'
  ).split(' '),
]);

/** That a life stays as long as it is. */
const cannotBe = oneOf('(?:is|are) not', 'cannot be', 'can not be', 'tidak (?:dapat |bisa )?');
const prolonged = oneOf('extended', 'renewed', 'prolonged', 'diperpanjang');
const fixed = everywhere`\b(?:${oneOf(word.and, 'but')} )?(?:(?:it|they) )?${cannotBe}\s?${prolonged}(?: by use)?\b`;

/** What a sentence about a token says of its life; null where it says nothing of it. */
export function lifeIn(sentence: string, at: string): LifeSaid | null {
  const words = writtenOnce(ungrouped(sentence)).replace(/[`*_]/g, '').replace(fixed, ' ');
  if (!lives.test(words) || before.test(words) || ofOther.test(words)) return null;
  const left =
    withoutDurations(words)
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? [];
  const isWhole = left.every((word) => understood.has(word));
  return { words: sentence.trim(), seconds: isWhole ? secondsIn(words) : null, at };
}

/** Whether a sentence says by itself how long a token lives. */
export const tellsLife = (sentence: string): boolean => ofToken.test(sentence) && lifeIn(sentence, '') !== null;

/** What sentences of some blocks say of the life of a token, in their order; `place` is that of blocks without a title. */
export function livesIn(blocks: Block[], place: string | null = null): LifeSaid[] {
  const seen = new Set<string>();
  return blocks.flatMap((block) => {
    let isOfToken = false;
    return plainSentencesOf(block).flatMap((sentence): LifeSaid[] => {
      const isOwn = ofToken.test(sentence) || (isOfToken && isPronoun.test(sentence));
      const isVaried = varies.test(sentence) && !ofOther.test(sentence) && (isOwn || isOfToken);
      isOfToken = isOwn || (isOfToken && isVaried);
      if (seen.has(sentence)) return [];
      const at = place ?? `${block.title}, text`;
      const said = isOwn ? lifeIn(sentence, at) : null;
      const found = isVaried ? { words: sentence.trim(), seconds: null, at } : said;
      if (found) seen.add(sentence);
      return found ? [found] : [];
    });
  });
}
