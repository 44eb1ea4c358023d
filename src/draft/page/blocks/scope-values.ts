/** The scopes that the words about a field of that name list, as ``Separated by spaces: `a`, `b`.`` */
import type { Statement } from '../../facts/facts.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from '../words/doubts.ts';
import type { Field } from './reading.ts';

/** That several are written with blanks between them, and nothing but marked values behind that, to the end of the sentence. */
const asked = oneOf('that (?:you|are) (?:ask|asked) for', 'requested', 'yang diminta');
const ofScopes = `(?:the |one or more |daftar )?scopes?(?: ${asked})?,? `;
const parted = oneOf(
  '(?:space|blank)[- ](?:separated|delimited)',
  '(?:separated|delimited) (?:by|with) (?:a (?:single )?)?(?:spaces?|blanks?)',
  'dipisah(?:kan)?(?: dengan| oleh)? spasi',
);
/** A scope is marked, or has parts with signs between them; the sign that ends a sentence is none of it. */
const bare = '[A-Za-z][\\w-]{1,40}(?:[.:/][\\w-]{1,40}){1,6}(?![\\w:/-]|\\.\\S)';
const values = `(?:(?:\`[^\`\\s]{1,80}\`|${bare})(?:\\s*,|\\s+${oneOf(word.and, word.or)})?\\s*){1,40}`;
const spaced = pattern`^\W*(?:${ofScopes})?${parted}:\s*(${values})$`;

/** The same with all that may be sent first, and that several may stand together behind it: `` `a`, `b`, or both with a space between them``. */
const several = oneOf(word.both, word.all, 'several', 'more(?: than one)?', 'beberapa');
const between = '(?:a (?:single )?)?(?:spaces?|blanks?)(?: (?:in )?between(?: (?:them|each))?)?';
const withBlanks = oneOf(parted, `(?:with|by) ${between}`, 'dengan spasi(?: di antaranya)?', 'dipisah(?:kan)? spasi');
const together = pattern`^\s*(${values})${word.or} ${several}(?: of (?:them|these))?,? ${withBlanks}\W*$`;

/** Each scope of such a list. */
const named = RegExp(`\`[^\`]+\`|${bare}`, 'g');

/** Words that leave a list open. */
const leavesOpen = pattern`\b${oneOf('others?', 'more', 'new', 'lain\\w*', word.andSoOn)}\b|\``;

/** The values that a field allows, where each of them is one scope: several may stand in one value. */
const allowedBy = ({ schema, at }: Field): Statement['scopes'] => {
  const all = Array.isArray(schema['enum']) ? schema['enum'] : [];
  return all.every((one) => typeof one === 'string' && !/[\s,+|]/.test(one))
    ? all.map((one) => ({ name: String(one), at }))
    : [];
};

/** The scopes that fields named so give, where a sentence lists all of them, or their allowed values do. */
export function scopesOf(fields: Field[]): Statement['scopes'] {
  return fields
    .filter(({ name }) => /^scopes?$/i.test(name))
    .flatMap((field) => {
      const { notes, at } = field;
      const allowed = allowedBy(field);
      if (allowed.length > 0) return allowed;
      const [first = '', ...others] = notes.slice(0, 1000).split(/\.(?:\s+|$)/);
      const [, listed = ''] = spaced.exec(first) ?? together.exec(first) ?? [];
      const isOpen = isQualified(first) || others.some((one) => leavesOpen.test(one));
      return isOpen ? [] : (listed.match(named) ?? []).map((name) => ({ name: name.replaceAll('`', ''), at }));
    });
}
