/** Whether a credential is compared letter case and all, as far as a page says, or a standard for its form. */
import { type Json, keysOf } from '../../../formats/json.ts';
import { headerMisses, missesOf } from '../../../scenario/near-misses.ts';
import type { Facts, HeaderFact, Member, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Access } from '../basis/good-request.ts';
import { isOfPerson } from './named-credentials.ts';

/** Words that speak of the letter case of a value. */
const speaks =
  /\bcase[- ]?(?:in)?sensitiv|\b(?:letter|upper|lower)[- ]?case\b|\bcase (?:matters|counts)\b|\bhuruf (?:besar|kecil)|\bkapital/i;

/** Pieces that say nothing but whether letter case counts. */
const of = oneOf(
  'value',
  'name',
  'user ?name',
  'nilai',
  'nama pengguna',
  word.password,
  'field',
  'string',
  'text',
  'teks',
);
const isOrMust = oneOf(word.is, word.must, 'be', 'bersifat', 'adalah', 'berupa');
const subject = `(?:(?:it|(?:the |this )?${of}) )?(?:${isOrMust} ){0,2}`;
const both = oneOf(
  'huruf (?:besar|kapital)(?: ?(?:dan|atau|maupun|serta|/|&|-))? ?(?:huruf )?(?:kecil|non-?kapital)',
  '(?:upper|capital)(?:[- ]?case)?(?: (?:and|or)|/| &)? ?(?:lower|small)[- ]?(?:case)?(?: letters?)?',
);
const letterCase = oneOf('(?:the )?(?:letter )?case', both);
const sensitive = oneOf(
  'case[- ]?sensitive',
  'sensitif kapital',
  `(?:peka|sensitif|membedakan)(?: (?:terhadap|pada|akan))? ${both}`,
);
const insensitive = oneOf(
  '(?:not case[- ]?|case[- ]?in)sensitive',
  `tidak (?:peka|sensitif|membedakan)(?: (?:terhadap|pada|akan))? ${both}`,
);
const end = `(?: ${of})?$`;
const counts = pattern`^${letterCase} (?:matters|counts|is significant|(?:are|is) (?:distinguished|distinct)|berpengaruh|diperhatikan|dibedakan)$|^${subject}${sensitive}${end}`;
const isNothing = pattern`^${letterCase} (?:(?:does not|doesn['’]t) (?:matter|count)|(?:is|are) (?:ignored|not significant|not distinguished)|tidak (?:berpengaruh|diperhatikan|dibedakan)|diabaikan)$|^${subject}${insensitive}${end}`;

/** A form of which nothing says in which letters it is read: a server may read the number that it is. */
const isHex =
  /\bhex(?:a?decimals?|es)?\b|\bhe(?:ks|x)adesimal\b|\b(?:base ?16)\b|(?:a-fA-F|A-Fa-f|0-9a-f|0-9A-F|a-f0-9|A-F0-9)/i;

type Named = Pick<HeaderFact, 'name' | 'at' | 'notes' | 'schema'>;

/** Whether a pattern lists what it takes, and no capital letter is among that: another letter case is malformed. */
const hasNoCapitals = (pattern: Json | undefined): boolean =>
  typeof pattern === 'string' && /^\^(?:\[[a-z\d_.@-]+\](?:[+*]|\{[\d,]+\})?|[a-z\d_@-])+\$$/.test(pattern);

/** What words say of letter case, piece by piece; a word that it is mandatory may go before. */
const saidOf = (notes = ''): string[] =>
  notes
    .replace(/[`*_]/g, '')
    .split(/[.;,:()\n]|\s[-–—]\s|\b(?:dan|and|serta)\s+(?=(?:case|peka|sensitif|membedakan|bersifat)\b)/i)
    .map((piece) => piece.trim())
    .filter((piece) => speaks.test(piece));

/** Whether letter case counts: it does of what identifies a program, and nothing says so of the name by which a person logs in. */
function caseOf({ name, notes = '', schema }: Named): 'counts' | 'open' | 'ignored' {
  if (schema['format'] === 'uuid' || hasNoCapitals(schema['pattern'])) return 'ignored';
  const said = saidOf(notes);
  const pattern = String(schema['pattern'] ?? '');
  if (said.length === 0) return isOfPerson(name) || isHex.test(`${notes}\n${pattern}`) ? 'open' : 'counts';
  if (said.every((piece) => counts.test(piece))) return 'counts';
  return said.every((piece) => isNothing.test(piece)) ? 'ignored' : 'open';
}

const named = (member: Member): Named => ({ ...member, name: keysOf(member.pointer)[0] ?? '' });

/** The near misses of a credential, and what the clause says of its letter case. */
export function missesIn(place: 'header' | 'field', one: HeaderFact | Member) {
  const { break: every, deep } = place === 'header' ? { break: [...headerMisses], deep: [] } : missesOf();
  const isCompared = caseOf('pointer' in one ? named(one) : one) === 'counts';
  const tried = every.filter((miss) => isCompared || miss !== 'flipped-case');
  return { break: tried, deep, said: isCompared ? ', to the letter,' : '' };
}

/** The question about the credentials of which the page leaves open whether their letter case counts. */
export function letterCaseTodos({ headers, request }: Facts, { fields, known }: Access): Todo[] {
  const all = [
    ...headers.filter(({ name }) => known.headers.includes(name)),
    ...request.map(named).filter(({ name }) => fields.includes(name)),
  ].filter((one) => caseOf(one) === 'open');
  if (all.length === 0) return [];
  const shown = all.map(({ name, at }) => `${name} (${at})`).join(' and ');
  const quoted = all.flatMap(({ notes }) => saidOf(notes).map((one) => `"${quotedWords(one)}"`));
  const said = quoted.length > 0 ? `the page says ${quoted.join(', ')}` : 'the page does not settle it';
  const what = `whether ${shown} ${all.length > 1 ? 'are' : 'is'} read in any letter case: ${said}, and the draft tries no other one (flipped-case)`;
  return [{ name: 'letter case', what }];
}
