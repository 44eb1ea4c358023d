/** Sentences about the time of a signed request: how far it may be off, which form it has, and that UTC with `Z` is refused. */
import type { AnswerFact, HeaderFact } from '../../facts/facts.ts';
import type { ClockSaid } from '../../facts/said-in-words.ts';
import { glue } from '../../vocabulary/glue.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { secondsIn, withoutDurations } from '../words/durations.ts';
import { ungrouped } from '../words/numbers.ts';
import { lettersOf } from '../words/spellings.ts';
import { plainSentencesOf } from './mentions.ts';
import { isOfOthers } from './others.ts';
import { formIn, zoneIn } from './time-forms.ts';

/** A time that is sent, or the clocks that make it. */
const ofTime = pattern`\btime-?stamps?|\b[\w-]+-(?:Date|Time)\b|\b(?:header|field) Date\b|\b${oneOf(
  'in the (?:future|past)',
  'clocks?',
  '(?:server|request) times?',
  `time of ${word.the} request`,
  ...['jam', 'waktu'],
)}\b`;

/** That it may be off by so much, or is refused beyond that. */
const ofWindow = pattern`\b${oneOf(
  ...['differ\\w*', 'deviat\\w*', 'drift\\w*', 'skew\\w*', 'toleranc\\w*', 'window'],
  ...['within', 'outside', 'older', 'newer', 'off', 'ahead', 'behind'],
  ...['(?:ber)?selisih(?:nya)?', 'meleset', 'berbeda', 'perbedaan', 'toleransi', 'rentang', 'lebih lama', 'lebih tua'],
)}\b`;

/** Words of such a sentence that say nothing else. */
const understood = new Set([
  ...glue,
  ...(
    'your our us ours we you client clients server servers clock clocks time times timestamp timestamps x request ' +
    'requests call calls must may can was sent signed differ differs different differing deviate deviates deviation ' +
    'drift difference skew off from most up maximum than more less no not older newer later earlier within outside ' +
    'window tolerance range allowed accepted permitted refused rejected if when whose which between or for past ' +
    'future before after ahead behind current actual header value will each every any all counted allow permintaan ' +
    'panggilan nya berselisih selisih berbeda perbedaan lebih akan ditolak waktu jam klien mitra anda kami bank harus ' +
    'boleh tidak maksimal paling banyak lama toleransi atau rentang batas antara luar stempel terhadap sekarang saat ' +
    'setiap semua besar kecil bank largest greatest diterima diperbolehkan nilai untuk otherwise else answered answer get gets return returns returned ' +
    'with http status response code error note catatan jika kalau dengan dijawab dibalas mendapat kode'
  ).split(' '),
]);

/** A status with which a time beyond the window is refused, or a code of BI SNAP that begins with it. */
const ofFault = /\b(4\d\d)(?:\d{4})?\b/g;

/** Seconds that a window has at most: what is off by a day is outside of it. */
const longestWindow = 12 * 3600;

/** That a time in UTC with its letter is none that is taken. */
const letterZ = `(?:${word.the} )?${oneOf('time', 'timestamp', 'form', 'suffix', 'akhiran', word.letter)}`;
const isRefused = `${word.not} (?:be )?(?:${word.accepted}|valid)|${word.refused}`;
const refusesLetter = pattern`^\W*(?:${letterZ}\W+(?:(?:in|${word.with}) )?)?(?:UTC \W*)?\WZ\W+(?:(?:${word.is}|will be|akan) )?(?:${isRefused})\W*$`;

/**
 * What a sentence says of the time of a signed request; null where it says nothing of it.
 * @param isBeside whether it stands beside the field of that time, which it need not name
 */
export function clockIn(sentence: string, at: string, isBeside = false): ClockSaid | null {
  const words = ungrouped(sentence).replace(/[`*_]/g, '');
  if (refusesLetter.test(` ${words}`)) return { words: sentence.trim(), says: 'no UTC', seconds: null, at };
  const rest = withoutDurations(words);
  const codes = rest.match(ofFault)?.filter((one) => one.length > 3) ?? [];
  const statuses = [...new Set([...rest.matchAll(ofFault)].map(([, one]) => Number(one)))];
  if (rest === words || !(isBeside || ofTime.test(words)) || !ofWindow.test(words) || isOfOthers(sentence)) return null;
  // Names of headers are no words.
  const left =
    rest
      .replace(ofFault, ' ')
      .replace(/\b[A-Za-z]+(?:-[A-Za-z]+)+\b/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? [];
  const seconds = secondsIn(words);
  const isOne = seconds !== null && seconds <= longestWindow && statuses.length <= 1;
  const says = isOne && left.every((word) => understood.has(word)) ? 'window' : null;
  const refused = { ...(statuses.length > 0 ? { statuses } : {}), ...(codes.length > 0 ? { codes } : {}) };
  return { words: sentence.trim(), says, seconds, at, ...refused };
}

/** What sentences of some blocks say of the time of a signed request, in their order. */
export const clocksIn = (blocks: Block[]): ClockSaid[] =>
  blocks.flatMap((block) =>
    plainSentencesOf(block).flatMap(
      (one) => clockIn(one, `${block.title}, text`) ?? formIn(one, `${block.title}, text`) ?? [],
    ),
  );

/** Names that end as that of a time does: of the headers alone it is known that they are signed. */
const isStamp = (name: string): boolean => /timestamp$/.test(lettersOf(name));
const mayBeTime = (name: string): boolean => /(?:timestamp|date|time|waktu|tanggal)$/.test(lettersOf(name));

/** What the words about the fields of a request say of its time; of one that is no time of a signature it is a question alone. */
export const clocksBeside = (fields: Pick<HeaderFact, 'name' | 'notes' | 'at'>[]): ClockSaid[] =>
  fields
    .filter(({ name }) => mayBeTime(name))
    .flatMap(({ name, notes = '', at }) =>
      notes
        .split(/(?<=[.;!?])\s+|\n+/)
        .flatMap((one) => clockIn(one, at, true) ?? (isStamp(name) ? zoneIn(one, at) : null) ?? [])
        .map((said) => (isStamp(name) ? said : { ...said, says: null })),
    );

/** What the words about a refusal say of that time: how far one is off that is refused so. */
export const clocksOfRefusals = (answers: Pick<AnswerFact, 'status' | 'words' | 'at'>[]): ClockSaid[] =>
  answers
    .filter(({ status }) => status >= 400 && status < 500)
    .flatMap(({ status, words = '', at }) =>
      words
        .split(/(?<=[.;!?])\s+|\n+/)
        .flatMap((one) => clockIn(one, at) ?? [])
        .map((said) => ({ ...said, statuses: [...new Set([...(said.statuses ?? []), status])] })),
    );
