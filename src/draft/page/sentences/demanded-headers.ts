/** Sentences that demand headers of the request, as `The request shall contain the header X.`, and the ones that go on with it. */
import { ignoredHeaders } from '../../facts/ignored-headers.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { attributesOf } from '../values/attributes.ts';
import { takesBack } from '../words/doubts.ts';
import { isOfOthers } from './others.ts';
import type { SentenceFields } from './sentence-fields.ts';

/** Characters of the longest such sentence. */
const longest = 400;

/** A name in marks, or one with a hyphen, as no other word has it. */
const marked = '[`"“*]{1,3}[A-Za-z][A-Za-z\\d]*(?:-[A-Za-z\\d]+)*[`"”*]{1,3}';
const hyphened = '[A-Z][A-Za-z\\d]*(?:-[A-Z\\d][A-Za-z\\d]*)+';
const name = `(?:${marked}|${hyphened})`;
const each = RegExp(name, 'g');
const header = oneOf('(?:http |request )?[Hh]eader fields?', '(?:http |request )?[Hh]eaders?', '[Tt]ajuk');
const article = `(?:${oneOf(word.the, 'another', 'sebuah')} )?`;
const names = `(?<names>${name}(?:(?:, | ${word.and} |, ${word.and} )${name}){0,5})`;
const headers = oneOf(`${article}${header} ${names}`, `${article}${names.replace('?<names>', '?<before>')} ${header}`);

/** The number of a clause, and words that only put one more beside the others. */
const begins = `^[\\s*]*(?:\\d+(?:\\.\\d+)*\\.?\\s+)?(?:${oneOf('selain itu', 'in addition', 'additionally', 'also', 'then', 'further(?:more)?', 'please', 'mohon', 'silakan', 'kemudian', 'lalu')},? )?`;
const also = oneOf(word.also, word.always, 'then');
const caller = `(?:(?:${oneOf(word.all, word.the)} )?(?:(?:http|token) )?${oneOf(word.request, word.client)}(?: ${oneOf('to', 'of', 'ke')} (?:this|the|token|ini) ?(?:token )?${word.operation}(?: ini)?)?|you|anda)`;
const must = oneOf(word.must, 'wajib', 'is to', 'are to');
const holds = oneOf(
  ...['contain', 'carry', 'include', 'have', 'set', 'add', 'bear', 'be sent with', word.send, word.holds],
  ...[
    'menyertakan',
    'mengirim(?:kan)?',
    'menambahkan',
    'disertai(?: dengan)?',
    'dilengkapi(?: dengan)?',
    'mencantumkan',
  ],
);
const deed = oneOf(word.send, 'add', 'set', 'tambahkan', 'cantumkan', 'gunakan', 'use');
const isTo = oneOf(
  `${word.not} ${word.mandatory}`,
  `(?:${oneOf(word.is, 'bersifat')} )?${oneOf(word.mandatory, word.optional)}(?: ${word.sent})?`,
  `${oneOf(must, word.may)} (?:be )?${word.sent}`,
);

/** The three orders: what a request holds, what to do, and what is so of the header. */
const forms = [
  pattern`${begins}${caller} (?<duty>${oneOf(must, word.may)}) (?:${also} )?${holds} (?:${also} )?${headers}(?<rest>.*)$`,
  pattern`${begins}${deed} (?:${also} )?${headers}(?<rest>.*)$`,
  pattern`${begins}${headers} (?:${word.is} )?(?<duty>${isTo})(?<rest>.*)$`,
];

/** A header that need not be there. */
const isOptional = pattern`^(?:${oneOf(word.is, 'bersifat')} )?(?:${word.not} ${word.mandatory}|${word.optional}|${word.may})\b`;

/** What a header holds, behind the words for that it does. */
const value = `(?:${word.the} )?(?:${word.value} )?`;
const holding = pattern`^,? ?(?:\(|${word.and} )?(?:yang |which |that )?(?:${oneOf(word.with, word.holds, 'containing', 'holding', 'set to', 'to', 'bernilai')}) ${value}(.{2,200})$`;
const ended = /^[\s.]*$/;

/** Advice and reasons behind the duty say nothing of the header. */
const butAdvised = pattern`^,? (?:${word.but} )?(?:(?:is|are|we|kami|sangat|strongly|highly|it is) )*(?:kami )?(?:recommend\w*|sarankan|disarankan|dianjurkan)\b[^.;]*[\s.]*$`;

/** Whom a header is asked of or where it goes, in words that say nothing new. */
const withEach = pattern`^ ?(?:${oneOf(word.with, word.in, word.to, word.for)} )?(?:(?:${oneOf(word.all, word.the)} )?${word.request}(?: ini)?)[\s.]*$`;

const inParentheses = /^ ?\(([^()]{2,60})\)[\s.]*$/;

/** What is said behind the name, as a cell would have it; null for words that are not understood. */
function saidBehind(rest: string): string | null {
  if (ended.test(rest) || butAdvised.test(rest) || withEach.test(rest)) return '';
  const [, inside] = inParentheses.exec(rest) ?? [];
  if (inside !== undefined && attributesOf(inside).rest.length === 0) return inside;
  const [, said] = holding.exec(rest) ?? [];
  return said === undefined || takesBack(said) ? null : said.replace(/\)?[\s.]*$/, '');
}

/** The headers of the request that a sentence demands or allows; null for any other sentence. */
export function headersDemanded(sentence: string): SentenceFields | null {
  if (sentence.length > longest || !mayDemand.test(sentence) || isOfOthers(sentence)) return null;
  const { groups } = forms.map((form) => form.exec(sentence)).find((found) => found !== null) ?? {};
  const { names: listed, before, duty = '', rest = '' } = groups ?? {};
  const found = [...(listed ?? before ?? '').matchAll(each)].map(([one]) => one.replace(/[^\w-]/g, ''));
  const said = saidBehind(rest);
  if (found.length === 0 || said === null || (found.length > 1 && said !== '')) return null;
  if (found.some((one) => ignoredHeaders.includes(one.toLowerCase()))) return null;
  const presence = isOptional.test(duty) ? 'optional' : 'required';
  const attributes = said === '' ? presence : `${presence}\n${said}`;
  return {
    ...{ side: 'request', statuses: [], error: false, place: 'header' },
    rows: found.map((one) => [one, attributes]),
  };
}

/** Most sentences name no header. */
const mayDemand = pattern`\b${header}\b`;

/** What a sentence may say of a header that it names: that it is sent, or whether it is there. */
const deeds = oneOf(
  ...[holds, deed, must, word.may, 'should', 'ought to', word.mandatory, word.optional, word.sent],
  ...['recommend\\w*', 'expect\\w*', 'sebaiknya', '(?:di)?sarankan', 'dianjurkan'],
);
const mayBeSent = pattern`\b${deeds}\b`;
const namesHeader = RegExp(`\\b${header} (${name})|(${name}) ${header}\\b`, 'g');

/** The headers that a sentence names as such and says are sent, in whatever words. */
export function headersNamed(sentence: string): string[] {
  if (!mayDemand.test(sentence) || !mayBeSent.test(sentence)) return [];
  return [...sentence.matchAll(namesHeader)].flatMap(([, behind, ahead]) =>
    (behind ?? ahead ?? '').replace(/[^\w-]/g, ''),
  );
}

/** A sentence about the field of the one before: what it is called there, and that it is so. */
const that = oneOf(
  `(?:(?:this|the|that) ${oneOf(header, word.member)}|it|${oneOf(header, word.member)} (?:ini|tersebut))(?: ${oneOf(word.is, `${must} be`, 'bersifat', 'harus')})?`,
  `(?:its |the )?(?:(?:maximum|minimum) )?${word.length}(?:nya)?(?: ${word.is})?`,
);
const goesOn = pattern`^[\s*]*${that} (.{3,80}?)[\s.*]*$`;
const lengthBehind = everywhere` (?:long|in length|panjangnya)$`;

/** The same where it says more than attributes: its description goes on with that, as a cell has several sentences. */
const ofIt = oneOf(
  `(?:${word.the} )?(?:${oneOf(word.value, 'formats?')}|isi)(?:nya)?(?: ${oneOf(word.is, `${word.must} be`, 'harus', 'berupa')})?`,
  `(?:(?:this|the|that) ${header}|${header} (?:ini|tersebut)|it)(?= ${oneOf(word.holds, 'match(?:es)?', 'must match', 'berisi', 'diisi')})`,
);
const describes = pattern`^[\s*]*${ofIt} (.{1,200})$`;

/** A field with what the next sentence says of it, where that is about nothing else; null for any other sentence. */
export function withNext([name, said]: readonly [string, string], next: string): [string, string] | null {
  if (next.length > longest) return null;
  const [, more = ''] = goesOn.exec(next) ?? [];
  const plain = more.replace(lengthBehind, '');
  const { required, rest } = attributesOf(`string, ${plain}`);
  if (more === '' || rest.length > 0) {
    const [, words] = describes.exec(next) ?? [];
    // Words without a value or a number are left to those who ask about sentences.
    return words === undefined || !/[`"“\d]/.test(words) ? null : [name, `${said}\n${words}`];
  }
  const [own = '', ...others] = said.split('\n');
  // What it says of presence stands in place of what the demand alone meant.
  const attributes = required === null ? [own, plain] : [plain];
  return [name, [...attributes, ...others].join('\n')];
}
