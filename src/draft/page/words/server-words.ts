/** Words for the servers of a page and for where its operations are. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from './doubts.ts';

const environment = oneOf(word.testing, word.live);
// One API of which such a thing is said may be documented there, and not served.
const called = oneOf(
  ...['calls?', 'endpoints?', 'operations?', 'paths', 'addresses', 'everything'],
  `${word.all} ${oneOf(word.operation, word.request, word.address, 'paths?', 'jalur')}`,
);
const onPage = `(?: ${word.in} this (?:page|document|guide|chapter)| di (?:halaman|dokumen|panduan) ini)`;
const here = `(?:${onPage}| below| above| here| di bawah ini)?`;
const stands = oneOf(
  ...['live', 'lives', `${word.is} (?:served|found|reached|hosted|relative)`],
  ...['berada', 'dilayani', 'ada', 'tersedia'],
);

/** A sentence that gives the server of what is called, or of an environment. */
export const serverWords = pattern`\b${oneOf(
  `${oneOf(word.in, word.for)} (?:the )?${environment}(?: \\w+)?,? ${word.use}`,
  ...[`base (?:${word.address}|path)`, 'alamat (?:dasar|pangkal)', `uris? ${word.is} relative to`],
  '(?:requests?|calls?) (?:(?:are|is|must be) (?:made|sent)|go|goes) (?:to|against)',
  `${called}${here} ${stands} (?:${word.in}|under|to)`,
)}\b`;

/** An address that was one before. */
export const isFormer = pattern`\b${oneOf(
  `(?:old|former(?:ly)?|previous(?:ly)?|earlier|retired) (?:base|server|host|${word.address})`,
  '(?:was|were|used to be)[\\s`*:<]{1,5}https?:',
  '(?:yang lama|dulu(?:nya)?|sebelumnya)\\b',
)}`;

/** The server below which every address is. */
export const isAllBelow = pattern`\b${word.all} ${oneOf(word.address, 'paths?', 'endpoints?', 'jalur')} (?:\p{L}+ )?(?:below|under|relative to|di bawah)\b`;

const paths = `(?:${oneOf(word.all, 'the', 'these')} )?${oneOf('paths', 'jalur', `${word.all} (?:path|jalur)`)}`;
const below = oneOf('below', 'under', 'relative to', 'relatif (?:terhadap|ke)', 'di bawah(?:nya)?');
const them = `(?:(?:one of|either of|salah satu(?: dari)?) )?${oneOf('it', 'them', 'both', word.these, 'this', 'that', 'keduanya', 'itu')}`;

/** A sentence behind addresses: every path of the page is below them. */
export const areBelowThem = pattern`^${paths}${onPage}? (?:${word.is} |berada )?${below} ${them}(?: ${oneOf(word.address, word.server, 'hosts?', 'base urls?')})?\W*$`;

const isAt = `(?:is (?:found |reached |available |hosted )?|runs |lives |ada |berada |tersedia )(?:${word.in}|under)`;
const site = `(?:host|hostname|domain|base url|server|${word.address})(?:nya)?`;

/** A sentence that gives an environment its server, or says which host to put in place of the one before. */
export const isServerOf = pattern`${oneOf(
  `^\\W*(?:(?:the|our|lingkungan|server) )?${environment}(?: (?:environment|system|server|host|api))? ${isAt}`,
  `\\b${word.replace} (?:the )?${site} (?:${word.with}|by|to|for|menjadi|ke)`,
)} [\`<*]{0,3}https?:`;

/** A sentence behind such a one that is nothing but the server of another environment. */
export const isOtherServer = pattern`^(?:(?:the|our) )?${environment}(?: (?:environment|server|one))? (?:is|is at|adalah|ada di) \`?https?:[^\s\`]+\`?\.?$`;

/** A line that lists servers. */
export const serverLine = /^[\W_]*(?:environments?|servers?|base urls?|hosts?|lingkungan)\b[\W_]*:/i;

/** A heading above addresses alone. */
export const serverTitle = /^(?:servers?|base (?:url|uri|address)s?|hosts?)$/i;

/** What is called the base of an address has no path of an operation. */
export const isBase = /\b(?:base|dasar|host|hostname|domain|server|system|sistem)\b/i;

/** What a reader is told to do with an address behind it, in brackets: it says nothing of the address itself. */
const toldOf = pattern`\s\((?:set|put|enter|${word.use}|${word.replace}|isi|atur|masukkan)\s[^()]{1,80}\)[.;]?$`;

/** A value without what the reader is told to do with it, where nothing in that limits it. */
export function withoutTold(value: string): string {
  const found = toldOf.exec(value);
  return found === null || /https?:/i.test(found[0]) || isQualified(found[0]) ? value : value.slice(0, found.index);
}
