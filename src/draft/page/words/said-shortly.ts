/** Facts in few words: a length behind a name, what all values of a type are, that both are there, and answers to questions. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { environmentWords } from './environments.ts';
import { asksPlace } from './places-of-credentials.ts';

/** Names of environments that are other words as well. */
const commonWords = ['live', 'test', 'non', 'pre', 'pra', 'uji', 'coba', 'stage', 'acceptance', 'certification'];

const amount = `\\d+(?:\\W{1,3}\\d+)? ${oneOf(word.character, word.digit, 'bytes?')}`;
const named = '`[A-Za-z_][\\w.-]*`';

/** A name with the length of its value, whatever else the sentence says of it. */
const sizedName = pattern`${named}[,:(–— -]{1,3}(?:[\p{L}. ]{0,24} )?${amount}\b`;

/** All values of a type. */
const ofType = oneOf(
  ...['strings?', 'texts?', 'numbers?', 'amounts?', 'times?', 'timestamps?', 'dates?', 'booleans?', 'teks'],
  ...['angka', 'waktu', 'tanggal', 'nominal', 'jumlah'],
);
const which = `(?:${word.all} )?(?:${oneOf(word.value, word.member)} )?(?:(?:of|bertipe|berupa) )?${ofType}`;
const are = oneOf(word.is, word.must, 'have', 'has', 'use', 'berformat', 'memakai', 'menggunakan', 'maksimal');
const allOfType = pattern`^\W*${which}(?: ${oneOf(word.value, word.member)})? ${are}\b`;
const bounded = pattern`\b\d+\b|\b${oneOf('unix', 'epoch', 'utc', 'iso', 'rfc', 'milli\\w*', word.unit)}\b`;

/** That all of what was named is there. */
const those = oneOf(word.both, 'all (?:of them|three)', 'all of these', '(?:ketiga|keempat|semua)nya');
const areThere = pattern`^\W*${those} (?:${oneOf(word.must, word.is)} )?(?:be )?${oneOf(word.mandatory, 'present', 'there', 'sent', 'given', 'ada', 'dikirim', 'diisi', 'terisi')}\W*$`;

/** The unit of a time in one environment, which is another elsewhere: `UAT still has seconds`; a time that is counted has its own. */
const environment = pattern`\b${oneOf(...environmentWords.filter((one) => !commonWords.includes(one)))}\b`;
const bareUnit = pattern`(?<!\d[\s-]{0,3}|\b${oneOf('per', 'a', 'an', 'one', 'few', 'several', 'tiap', 'setiap', 'satu', 'beberapa', 'every', 'each')}\s)\b(?:(?:milli-?)?seconds|minutes|hours|(?:mili)?detik|menit|jam)\b`;

/** Whether a sentence says so of a value, of all values of a type, of those that were named, or of an environment. */
export const saysShortly = (sentence: string): boolean =>
  sizedName.test(sentence) ||
  (environment.test(sentence) && bareUnit.test(sentence)) ||
  (allOfType.test(sentence) && bounded.test(sentence)) ||
  areThere.test(sentence);

const howLong = pattern`\b${oneOf('how long', 'berapa lama', 'how many (?:seconds|minutes|hours|days)', 'kapan')}\b.*\btokens?\b|\btokens?\b.*\b${oneOf('how long', 'berapa lama', 'how many (?:seconds|minutes|hours|days)')}\b`;
const ofForm = pattern`\b${oneOf('case[- ](?:in)?sensitive', 'peka huruf', 'huruf besar', 'upper case', 'lower case', word.mandatory, word.optional)}\b`;

/** Whether a question is one that a contract holds the answer to. */
export const asksForFact = (sentence: string): boolean =>
  asksPlace(sentence) || (/\?[\s*_]*$/.test(sentence) && (howLong.test(sentence) || ofForm.test(sentence)));
