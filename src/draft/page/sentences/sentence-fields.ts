/** Sentences that describe fields, as ``An error has `code` (string, always) and `text` (string, optional).`` */

import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { About } from '../blocks/blocks.ts';
import { contextOf, speaksOfBoth, unknownIn } from '../blocks/heading-words.ts';
import { attributesOf } from '../values/attributes.ts';
import { takesBack } from '../words/doubts.ts';
import { statusesIn } from '../words/status-words.ts';

/** What a sentence says of the fields that it names. */
export interface SentenceFields extends About {
  /** Name and attributes of each. */
  rows: [name: string, attributes: string][];
}

/** Characters of the longest such sentence. */
const longest = 600;

const field =
  /(?:`([A-Za-z_$][\w$.-]*)`|\b([a-z]+(?:_[a-z\d]+|[A-Z][a-z\d]+)+)\b)\s*\(((?:[^()]|\([^()]{1,20}\)){1,60})\)/g;

/** Words between fields that say nothing of them. */
const small = new Set(
  (
    'has have having two three four five six each every them it they its both all these those one are is also plus well with ' +
    'members member carries comprises memiliki mempunyai masing tiap semua dua tiga empat lima semuanya keduanya serta juga dengan'
  ).split(' '),
);

/** Words that leave it open which of the fields there are, or that there is one. */
const leavesOpen = pattern`\b${oneOf(word.not, word.without, word.or, word.only, word.may, 'neither', 'either', 'some', 'other', 'lain\\w*')}\b`;

const ofPresence = `(${oneOf(word.always, word.mandatory, word.optional)})`;
const saysPresence = pattern`\b${ofPresence}\b`;

/** Fields of what lies within a body are none of the body itself. */
const list = oneOf('arrays?', 'items?', 'entr(?:y|ies)', 'lists?', 'data', 'elements? of', 'larik', 'butir', 'objek');
const inIt = oneOf('inside', 'within', 'nested', 'in (?:it|them|which)', 'of which', 'therein', 'whose', 'di dalamnya');
const within = pattern`[\`"]|\b(?<!JSON )objects?\b|\b${oneOf(list, inIt)}\b`;

/** What is said of all fields behind the last, or before the first of them. */
const them = oneOf(word.and, word.all, word.both, word.is, 'semuanya', 'they', 'of', 'them');
const behind = pattern`^[\s,;–—-]*(?:${them}\s+)*${ofPresence}(?:\s+${word.sent})?[\s.]*$`;
const ahead = pattern`\b${ofPresence}\s+${word.member}\W*$|\b${word.member}\s+${ofPresence}\W*$`;

/** Each of several answers, and that it holds what follows. */
const each = `${oneOf(word.both, word.all, 'kedua')}(?: of (?:these|them))?`;
const answers = oneOf(word.refusal, word.answer, word.body);
const ofEachOne = pattern`^\W*${each}(?: (?:of )?(?:the )?(?:\p{L}+ ){0,2}?${answers})? ${word.holds}\W*$`;

/** A unit of time, or how long something lasts now: the words of a lifetime. */
const unit = oneOf(word.unit, 'milliseconds?', 'milidetik');
const now = oneOf('currently', 'now', 'saat ini');
const ofTime = pattern`^(?:${oneOf('in', 'dalam', 'number of', 'jumlah')} )?${unit}$|^(?:${now} )?\d{1,9} ${word.unit}$`;

/** Attributes without the one that is a value, and that value: it may be an example or the only one. */
function withoutValue(attributes: string): { said: string; values: string[] } {
  const pieces = attributes.split(/[,;]\s*/);
  const values = pieces.filter((piece) => /^\s*`[^`\s]+`\s*$/.test(piece));
  const [only] = values;
  // A type may be marked as code, and several values are a choice.
  if (only === undefined || values.length > 1 || attributesOf(only.replaceAll('`', '')).rest.length === 0)
    return { said: attributes.replaceAll('`', ''), values: [] };
  const rest = pieces.filter((piece) => piece !== only).join(', ');
  return { said: rest.replaceAll('`', ''), values };
}

/** The condition that the request succeeds: what is answered then is the answer that grants. */
const anyWord = oneOf(
  word.the,
  word.is,
  word.request,
  ...['it', 'all', 'everything', 'was', 'has', 'login', 'server', 'ini'],
);
const ifGranted = everywhere`\b${oneOf(word.when, 'once')}\s+(?:${anyWord}\s+){0,4}${word.succeeds}(?![\p{L}-])`;

/** A sign or a word that only puts one more beside the others. */
const isSign = pattern`^\s*(?:[,;]\s*)?(?:${oneOf(word.and, 'plus', '&')}\s+)?$`;

/** The fields that a sentence describes, each word of it understood; null for any other sentence. */
export function fieldsIn(written: string): SentenceFields | null {
  if (written.length > longest || !written.includes('(')) return null;
  const sentence = written.replace(/`((?:HTTP )?[2-5]\d\d)`/g, '$1').replace(/\(((?:HTTP )?[2-5]\d\d)\)/g, ' $1');
  const found = [...sentence.matchAll(field)];
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last) return null;
  let before = sentence.slice(0, first.index);
  let after = sentence.slice(last.index + last[0].length);
  const said = [ahead.exec(before)?.slice(1).find(Boolean), behind.exec(after)?.[1]].filter((one) => one !== undefined);
  // What each of them holds is always there.
  if (said.length === 0 && ofEachOne.test(before)) said.push('always');
  if (said.length > 1) return null;
  if (said.length > 0) {
    before = before.replace(ahead, ' fields ');
    after = after.replace(behind, '');
  }
  const inner = sentence.slice(first.index, last.index + last[0].length).replace(field, ' ');
  const around = `${before} ${inner} ${after}`;
  if (within.test(around)) return null;
  const words = around.replaceAll('*', '').replace(ifGranted, ' ');
  const isKnown = unknownIn(words).every((one) => small.has(one));
  if (!isKnown || leavesOpen.test(words) || takesBack(words) || speaksOfBoth(words) || /[()]/.test(words)) return null;
  if (saysPresence.test(words)) return null;
  const valued = found.map(([, code, plain, attributes = '']) => ({
    name: code ?? plain ?? '',
    ...withoutValue(attributes),
  }));
  const rows = valued.map(({ name, said }): [string, string] => [name, said]);
  const read = rows.map(([, attributes]) => attributesOf(attributes));
  if (
    !read.every(
      ({ schema, required, rest }) => rest.every((one) => ofTime.test(one)) && (schema !== null || required !== null),
    )
  )
    return null;
  if (new Set(rows.map(([name]) => name)).size < rows.length) return null;
  // What follows an object or a list by more than a sign may lie in it.
  const isHolder = (at: number): boolean => ['object', 'array'].includes(String(read[at]?.schema?.['type']));
  const isApart = ({ 0: { length }, index }: RegExpExecArray, at: number): boolean =>
    isSign.test(sentence.slice(index + length, found[at + 1]?.index));
  if (found.slice(0, -1).some((one, at) => isHolder(at) && !isApart(one, at))) return null;
  const { side, error, place } = contextOf(words.replace(/\d+/g, ' '));
  const statuses = statusesIn(words);
  return {
    side: statuses.length > 0 ? 'response' : side,
    statuses,
    error,
    place,
    rows: rows.map(([name, attributes], at) => {
      const { required = null, rest = [] } = read[at] ?? {};
      const pieces = attributes.split(/[,;]\s*/).filter((piece) => !rest.includes(piece.trim()));
      // What says nothing of the type or of presence stands on lines of its own, as below a name.
      const own = [...pieces, ...(required === null ? said : [])].join(', ');
      return [name, [own, ...rest, ...(valued[at]?.values ?? [])].join('\n')];
    }),
  };
}

/** A sentence that is nothing but what the fields of the one before it are, and of how many it says so. */
const whichOfThem = oneOf(word.both, 'all three', 'all', 'each', 'they', '(?:ketiga|semua)nya');
const are = oneOf(word.is, `${word.must} be`, 'bersifat', 'harus');
const ofThose = pattern`^\W*(${whichOfThem})(?: of (?:them|these))?(?: ${are})?\s+(.{3,80}?)[\s.*]*$`;
const howMany: Record<string, number> = { both: 2, keduanya: 2, 'all three': 3, ketiganya: 3 };

const alwaysThere = everywhere`\b(${word.always}) ${word.sent}\b`;
const betweenAttributes = [pattern`,\s*|\s+${word.and}\s+`, pattern`,\s*|\s+(?:${word.and}\s+)?`];

/** The attributes that such a sentence gives, each of them understood; null where any is not. */
function attributesBehind(said: string): string | null {
  const plain = said
    .replace(/\b(?:berupa|bertipe|of type|an?)\s+/gi, '')
    .replace(alwaysThere, '$1')
    .replace(/\b(string|integer|number|boolean|object|text)s\b/gi, '$1');
  for (const apart of betweenAttributes) {
    const attributes = plain.split(apart).join(', ');
    const { schema, required, rest } = attributesOf(attributes);
    if (rest.length === 0 && (schema !== null || required !== null)) return attributes;
  }
  return null;
}

const ofExample = pattern`\b${oneOf(word.example, word.suchAs)}\b`;

/**
 * What two sentences say together of fields that the first names and the second describes, as ``Send `a` and `b` in the body.
 * Both are mandatory strings.``; null for any others.
 */
export function fieldsInBoth(sentence: string, next: string): SentenceFields | null {
  const [, which = '', said = ''] = next.length > longest ? [] : (ofThose.exec(next) ?? []);
  if (which === '' || sentence.length > longest || ofExample.test(sentence)) return null;
  const attributes = attributesBehind(said);
  const marked = sentence.match(/`[^`]*`/g) ?? [];
  const count = howMany[which.toLowerCase()] ?? marked.length;
  if (attributes === null || marked.length === 0 || marked.length !== count) return null;
  const form = sentence.replace(/\s\((JSON|form)\)/g, ' $1');
  return fieldsIn(form.replace(/`[A-Za-z_$][\w$.-]*`/g, (name) => `${name} (${attributes})`));
}
