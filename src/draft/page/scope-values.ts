/** The scopes that the words about a field of that name list, as ``Separated by spaces: `a`, `b`.`` */
import type { Statement } from '../facts/facts.ts';
import { isQualified } from './doubts.ts';
import type { Field } from './reading.ts';

/** That several are written with blanks between them, and nothing but marked values behind that, to the end of the sentence. */
const spaced =
  /^\W*(?:(?:the |one or more |daftar )?scopes?(?: (?:that (?:you|are) (?:ask|asked) for|requested|yang diminta))?,? )?(?:(?:space|blank)[- ](?:separated|delimited)|(?:separated|delimited) (?:by|with) (?:a (?:single )?)?(?:spaces?|blanks?)|dipisah(?:kan)?(?: dengan| oleh)? spasi):\s*((?:`[^`\s]{1,80}`(?:\s*,|\s+(?:and|or|dan|atau))?\s*){1,40})$/i;

/** The scopes that fields named so give, where a sentence lists all of them. */
export function scopesOf(fields: Field[]): Statement['scopes'] {
  return fields
    .filter(({ name }) => /^scopes?$/i.test(name))
    .flatMap(({ notes, at }) => {
      const [first = '', ...others] = notes.slice(0, 1000).split(/\.(?:\s+|$)/);
      const [, listed = ''] = spaced.exec(first) ?? [];
      const isOpen = isQualified(first) || others.some((one) => /\b(?:other|more|new|lain\w*|etc|dll)\b|`/i.test(one));
      return isOpen ? [] : [...listed.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, at }));
    });
}
