/** Whether a credential is compared letter case and all, as far as a page says, or a standard for its form. */
import { type Json, keysOf } from '../../../formats/json.ts';
import { headerMisses, missesOf } from '../../../scenario/near-misses.ts';
import type { Facts, HeaderFact, Member, Todo } from '../../facts/facts.ts';
import type { Access } from '../basis/good-request.ts';
import { isOfPerson } from './named-credentials.ts';

/** Words that speak of the letter case of a value. */
const speaks = /\bcase[- ]?(?:in)?sensitiv|\b(?:letter|upper|lower)[- ]?case\b|\bhuruf (?:besar|kecil)|\bkapital/i;

/** Pieces that say nothing but whether letter case counts. */
const subject = '(?:(?:it|(?:the |this )?(?:value|name|user ?name|nilai|nama pengguna)) )?(?:is )?';
const letterCase = '(?:(?:the )?(?:letter )?case|huruf besar(?: dan|/)(?: huruf)? ?kecil)';
const counts = RegExp(
  `^${letterCase} (?:matters|counts|is significant|berpengaruh|diperhatikan|dibedakan)$|^${subject}(?:case[- ]sensitive|(?:peka|membedakan) huruf besar(?: dan|/)(?: huruf)? ?kecil)$`,
  'i',
);
const isNothing = RegExp(
  `^${letterCase} (?:(?:does not|doesn['’]t) (?:matter|count)|is (?:ignored|not significant)|tidak (?:berpengaruh|diperhatikan|dibedakan)|diabaikan)$|^${subject}(?:(?:not case[- ]|case[- ]in)sensitive|tidak (?:peka|membedakan) huruf besar(?: dan|/)(?: huruf)? ?kecil)$`,
  'i',
);

/** A form of which nothing says in which letters it is read: a server may read the number that it is. */
const isHex =
  /\bhex(?:a?decimals?|es)?\b|\bhe(?:ks|x)adesimal\b|\b(?:base ?16)\b|(?:a-fA-F|A-Fa-f|0-9a-f|0-9A-F|a-f0-9|A-F0-9)/i;

type Named = Pick<HeaderFact, 'name' | 'at' | 'notes' | 'schema'>;

/** Whether a pattern lists what it takes, and no capital letter is among that: another letter case is malformed. */
const hasNoCapitals = (pattern: Json | undefined): boolean =>
  typeof pattern === 'string' && /^\^(?:\[[a-z\d_.@-]+\](?:[+*]|\{[\d,]+\})?|[a-z\d_@-])+\$$/.test(pattern);

/** Whether letter case counts: it does of what identifies a program, and nothing says so of the name by which a person logs in. */
function caseOf({ name, notes = '', schema }: Named): 'counts' | 'open' | 'ignored' {
  if (schema['format'] === 'uuid' || hasNoCapitals(schema['pattern'])) return 'ignored';
  const pieces = notes.split(/[.;,()\n]/).map((piece) => piece.trim());
  const said = pieces.filter((piece) => speaks.test(piece));
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
  const what = `whether ${shown} ${all.length > 1 ? 'are' : 'is'} read in any letter case: the page does not settle it, and the draft tries no other one (flipped-case)`;
  return [{ name: 'letter case', what }];
}
