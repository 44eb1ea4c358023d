/** What is said beside a field of other values than the one that it has: nothing of whether the field is there. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const one = oneOf(word.value, 'numbers?', 'codes?', 'grants?', 'grant[- _]types?', 'kode', 'nomor', 'yang');
const taken = oneOf(word.accepted, 'available', 'possible', 'known', 'valid', 'tersedia');
const is = oneOf(word.is, 'will be', 'akan');

/** That there is none: `no other grant is available`. */
const none = pattern`^\W*${word.and}? ?(?:${word.without} ${word.other} ${one}|tidak ada ${one} ${word.other}(?: yang)?)(?: ${is})?(?: ${taken})?[\s.]*$`;

const it = oneOf('it', 'this', 'the value', 'this value', 'nilai ini');
const kept = oneOf(
  `(?:keep|leave|use|send) (?:${it} )?(?:the )?(?:same|unchanged|as(?: (?:it )?is|-is))`,
  `${word.doNot} (?:change|modify|edit|alter)(?: ${it})?`,
  `${word.doNot} (?:di)?(?:ubah|ganti)(?: ${it})?`,
);
const keptAlone = pattern`^\W*${kept}\W*$`;

/** Whether a piece says that there is no other value, or that the one that it has is to stay. */
export const isNoOther = (piece: string): boolean => none.test(piece) || keptAlone.test(piece);

/** Where others come from: `other numbers are assigned at onboarding`. */
const others = everywhere`(?<=[,;(.]\s|^)${word.other} ${one}(?: ${is})? ${oneOf('assigned', 'given', 'issued', 'agreed', 'diberikan', 'ditetapkan')}(?: ${word.in} \p{L}+| ${word.when} \p{L}+| by us| oleh kami)?(?=\W*$|[,;)])`;

/** A number that is so in most cases, as `1800 in most cases`. */
const mostly = everywhere`(?<=[,;(.]\s|^)[\`"']?\d+[\`"']? (?:${word.in}|${word.for}) (?:most|some|many|sebagian besar|kebanyakan|beberapa) \p{L}+(?=\W*$|[,;)])`;

/** The value for something, as ``For reports, it is `reports` ``: it is there for anything else as well. */
const valueFor = everywhere`(?<=^|[.;]\s)${word.for} [^,.;\`]{1,60}, (?:${it}|its value) ${word.is} \`[^\`\s]{1,60}\`(?=\s*(?:$|[.;]))`;

/** Whether words give a value for something, and none for anything else. */
export const givesForSome = (notes: string): boolean => notes.search(valueFor) >= 0;

/** Words about a field without those that say where other values of it come from, or when it has its own. */
export const withoutOthers = (notes: string): string =>
  [others, mostly, valueFor].reduce((left, form) => left.replace(form, ' '), notes);

/** That the value is to stay as it is, and nothing else: `"keep it same"`, `(do not change)`. */
const keptAsIs = everywhere`[.,;:]?\s["'“‘(]*${kept}["'”’).]*(?=\s*$)`;
const isExample = pattern`\b${oneOf(word.suchAs, word.example)}\b`;

/** Words about a field that end with such a piece, with the word for a fixed value in its place; an example may be kept as well. */
export const withKept = (notes: string): string =>
  isExample.test(notes) ? notes : notes.replace(keptAsIs, ' (fixed)');
