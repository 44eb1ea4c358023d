/** Sentences that no reader of fields takes: what a value is in each environment, and which of two sources is right. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { environmentWords } from './environments.ts';

/** An environment by a name that is no everyday word. */
const environment = oneOf(
  ...environmentWords.filter((one) => !['live', 'non', 'pre', 'pra', 'test', 'stage'].includes(one)),
  'uji coba',
  'live',
  'tests?',
);
const inOne = `(?:${oneOf('in', 'on', 'for', 'at', 'di', 'pada', 'untuk')} (?:${word.the} |lingkungan )?)?${environment}(?: environment)?`;
const value = oneOf(word.value, word.is, 'nilainya', 'isinya', 'are', 'bernilai', 'of');
/** A number that is no part of an address or of a version. */
const number = `(?<![\\w.:/-])\\d{1,9}(?![\\w:/-]|\\.\\d)`;
const given = `\\b${inOne}\\b(?:[\\s,:=*()]|\\b(?:it|${value})\\b){1,6}[\`"]?${number}`;
const turned = `${number}[\`"]?\\s+${oneOf('in', 'on', 'di', 'pada')} (?:${word.the} )?${environment}\\b`;
const byEnvironment = pattern`${oneOf(given, turned)}`;

/** Whether a sentence gives a number to an environment, as `In production it is 12, in the sandbox 1.` does. */
export const givesByEnvironment = (sentence: string): boolean => byEnvironment.test(sentence.replace(/\s+/g, ' '));

/** Parts of documentation that may say different things. */
const sources = oneOf(
  'text',
  'schemas?',
  'descriptions?',
  'examples?',
  'samples?',
  'tables?',
  'document(?:ation)?',
  'specification',
  'teks',
  'skema',
  'contoh',
  'tabel',
  'dokumen',
  'deskripsi',
  'keterangan',
);
const unlike = oneOf(
  'disagree',
  'differ',
  'conflict',
  'contradict',
  'deviat\\w*',
  'discrepan\\w*',
  'berbeda',
  'perbedaan',
  'bertentangan',
  'selisih',
);
const right = oneOf(
  'is right',
  'are right',
  'prevails?',
  'take[sn]? precedence',
  'wins?',
  'binding',
  'authoritative',
  'counts?',
  'applies',
  'yang benar',
  'yang berlaku',
  'yang dipakai',
  'berlaku',
  'diutamakan',
  'acuan',
);
const settles = pattern`\b${unlike}\b.*\b${sources}\b.*\b${right}\b|\b${sources}\b.*\b${unlike}\b.*\b${right}\b|\b${sources}\b[^.;]*\b${right}\b[^.;]*\b${unlike}\b`;

/** Whether a sentence says which part of the documentation is right where two of them differ. */
export const settlesSources = (sentence: string): boolean => settles.test(sentence.replace(/\s+/g, ' '));
