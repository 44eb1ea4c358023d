/** Sentences that describe fields, as ``An error has `code` (string, always) and `text` (string, optional).`` */

import { attributesOf } from './attributes.ts';
import type { About } from './blocks.ts';
import { takesBack } from './doubts.ts';
import { contextOf, speaksOfBoth, unknownIn } from './heading-words.ts';
import { statusesIn } from './status-words.ts';

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
const leavesOpen =
  /\b(?:no|not|never|neither|without|or|either|only|some|other|tidak|bukan|tanpa|atau|hanya|lain\w*)\b|\b(?:may|can|could|might|dapat|bisa|boleh)\b/i;

const ofPresence = '(always|mandatory|required|optional|obligatory|wajib|opsional|selalu)';

/** Fields of what lies within a body are none of the body itself. */
const within =
  /[`"]|\b(?<!JSON )objects?\b|\b(?:arrays?|items?|entr(?:y|ies)|lists?|data|elements? of|inside|within|nested|objek|larik|butir|in (?:it|them|which)|of which|therein|whose|di dalamnya)\b/i;

/** What is said of all fields behind the last, or before the first of them. */
const behind = RegExp(
  `^[\\s,;–—-]*(?:(?:and|dan|all|both|each|every|semua|semuanya|keduanya|are|is|they|of|them)\\s+)*${ofPresence}(?:\\s+(?:there|present|ada|returned|sent|dikirim))?[\\s.]*$`,
  'i',
);
const ahead = RegExp(
  `\\b${ofPresence}\\s+(?:fields?|members?|parameters?|elements?|attributes?)\\W*$|\\b(?:kolom|atribut|parameter|isian)\\s+${ofPresence}\\W*$`,
  'i',
);

/** Each of several answers, and that it holds what follows. */
const ofEachOne =
  /^\W*(?:both|all|each|every|semua|setiap|keduanya|kedua)(?: of (?:these|them))?(?: (?:of )?(?:the )?(?:\p{L}+ ){0,2}?(?:errors?|answers?|responses?|refusals?|bodies|galat|kesalahan|jawaban|respons))? (?:carr(?:y|ies)|ha(?:s|ve)|holds?|contains?|includes?|memuat|berisi|memiliki|mempunyai)\W*$/iu;

/** A unit of time, or how long something lasts now: the words of a lifetime. */
const ofTime =
  /^(?:in |dalam |number of |jumlah )?(?:seconds?|minutes?|milliseconds?|detik|menit|milidetik)$|^(?:currently |now |saat ini )?\d{1,9} (?:seconds?|minutes?|hours?|days?|detik|menit|jam|hari)$/i;

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
const ifGranted =
  /\b(?:if|when|once|jika|bila|apabila|ketika)\s+(?:(?:it|this|the|your|all|everything|is|was|has|request|call|login|server|permintaan|panggilan|ini)\s+){0,4}(?:success|successful|succeeds|succeeded|berhasil|sukses)(?![\p{L}-])/giu;

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
  const isKnown = unknownIn(words).every((word) => small.has(word));
  if (!isKnown || leavesOpen.test(words) || takesBack(words) || speaksOfBoth(words) || /[()]/.test(words)) return null;
  if (RegExp(`\\b${ofPresence}\\b`, 'i').test(words)) return null;
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
    /^\s*(?:[,;]\s*)?(?:(?:and|dan|plus|serta|&)\s+)?$/i.test(sentence.slice(index + length, found[at + 1]?.index));
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
const ofThose =
  /^\W*(both|all three|all|each|they|(?:ke(?:dua|tiga)|semua)nya)(?: of (?:them|these))?(?: (?:are|is|must be|have to be|adalah|bersifat|harus))?\s+(.{3,80}?)[\s.*]*$/i;
const howMany: Record<string, number> = { both: 2, keduanya: 2, 'all three': 3, ketiganya: 3 };

/** The attributes that such a sentence gives, each of them understood; null where any is not. */
function attributesBehind(said: string): string | null {
  const plain = said
    .replace(/\b(?:berupa|bertipe|of type|an?)\s+/gi, '')
    .replace(/\b(always|selalu) (?:there|present|returned|sent|included|ada|dikirim|disertakan)\b/gi, '$1')
    .replace(/\b(string|integer|number|boolean|object|text)s\b/gi, '$1');
  for (const apart of [/,\s*|\s+(?:and|dan)\s+/, /,\s*|\s+(?:(?:and|dan)\s+)?/]) {
    const attributes = plain.split(apart).join(', ');
    const { schema, required, rest } = attributesOf(attributes);
    if (rest.length === 0 && (schema !== null || required !== null)) return attributes;
  }
  return null;
}

/**
 * What two sentences say together of fields that the first names and the second describes, as ``Send `a` and `b` in the body.
 * Both are mandatory strings.``; null for any others.
 */
export function fieldsInBoth(sentence: string, next: string): SentenceFields | null {
  const [, which = '', said = ''] = next.length > longest ? [] : (ofThose.exec(next) ?? []);
  if (which === '' || sentence.length > longest || /\b(?:examples?|e\.g|such as|contoh|misal\w*)\b/i.test(sentence))
    return null;
  const attributes = attributesBehind(said);
  const marked = sentence.match(/`[^`]*`/g) ?? [];
  const count = howMany[which.toLowerCase()] ?? marked.length;
  if (attributes === null || marked.length === 0 || marked.length !== count) return null;
  const form = sentence.replace(/\s\((JSON|form)\)/g, ' $1');
  return fieldsIn(form.replace(/`[A-Za-z_$][\w$.-]*`/g, (name) => `${name} (${attributes})`));
}
