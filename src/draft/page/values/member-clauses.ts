/** Members that clauses describe, as ``the object has `code`, a string, …; `text`, …``, in the form with parentheses behind each name. */
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** A name that is marked as code. */
export const marked = '`[A-Za-z_][\\w.-]{0,60}`';

/** A name in bold letters with parentheses behind it. */
const bold = /\*\*([A-Za-z_][\w.-]{0,60})\*\*(?=\s?\()/g;

/** What a member is, between its name and what is said of it; the language of a text says nothing that is read. */
const language = `(?: ${oneOf('in (?:plain )?English', 'in Indonesian', 'dalam bahasa (?:Inggris|Indonesia)')})?`;
const predicate = oneOf(word.is, word.may, word.always, word.mandatory, word.optional, word.only);
const apposition = everywhere`(${marked}), (?:${word.also} )?(?:an?|sebuah|juga|berupa) (\p{L}{2,20})${language},? (?=${predicate}\b)`;

/** That something is so of this one as well. */
const asWell = everywhere`(?<= (?:${word.sent}|${word.mandatory}|${word.optional}))(?: ${word.also})(?=\s*(?:[;.]|$))`;

const inIt = pattern`,? (?:${word.and} )?${oneOf('in it', 'inside it', 'within it', 'di dalamnya')},? (?=${marked})`;
const each = RegExp(marked, 'g');

/** A sentence without `in it` where the names behind it begin with that of the member before it, and say the same. */
function withPaths(sentence: string): string {
  const [before = '', behind, ...more] = sentence.split(inIt);
  const holder = before.match(each)?.at(-1)?.slice(0, -1);
  if (behind === undefined || holder === undefined || more.length > 0) return sentence;
  const isWithin = (behind.match(each) ?? []).every((name) => name.startsWith(`${holder}.`));
  return isWithin ? `${before}, ${behind}` : sentence;
}

/** That the member behind it is there in some answers alone, as ``and, mostly, `text``` has it. */
const notAlways = oneOf(word.usually, 'sometimes', 'mostly', 'often', 'in most cases', 'kadang(?:-kadang)?', 'sering');
const ahead = everywhere`(?:,?\s(${word.and}))?,?\s(?:juga )?${notAlways},?\s(?:an? |the )?(${marked})(?! ?\()`;

/** A sentence with each such member in that form. */
export const withClauses = (sentence: string): string =>
  withPaths(sentence.replace(bold, '`$1`'))
    .replace(apposition, '$1 ($2) ')
    .replace(asWell, '')
    .replace(
      ahead,
      (_, and: string | undefined, name: string) => `${and === undefined ? '' : ` ${and}`} ${name} (optional)`,
    );

/** What stands between the parentheses behind a name, with a length between its own. */
export const inParentheses = '((?:[^()]|\\([^()]{1,20}\\)){1,80})';

const between = everywhere`(\s*[,;]\s*|\s+)((?:${oneOf(word.and, word.with, 'plus', 'juga')}\s+)?)(?=${marked})`;
const piece = RegExp(`^\`([\\w.-]+)\`(?:\\s*\\(${inParentheses}\\))?(?:\\s+([^\`()]{1,80}))?$`);

/** A part of a list: the name of a member, what stands between parentheses behind it, and what is said behind those. */
interface Part {
  name: string;
  inside: string | undefined;
  after: string | undefined;
}

const joins = pattern`^${word.and}\s`;
const ofOne = pattern`^(?:is|adalah)\b`;

/** The parts of a list; what is said behind the last of several that are joined is said of each: `` `a` and `b` are optional``. */
export function partsOf(list: string): Part[] {
  const signs = [...list.matchAll(between)];
  const begins = [0, ...signs.map(({ 0: whole, index }) => index + whole.length)];
  const found = begins.map((begin, at): Part => {
    const [, name = '', inside, after] = piece.exec(list.slice(begin, signs[at]?.index)) ?? [];
    return { name, inside, after };
  });
  for (const [at, { after }] of found.entries()) {
    if (after === undefined || ofOne.test(after) || !joins.test(signs[at - 1]?.[2] ?? '')) continue;
    for (let one = at - 1; found[one]?.after === undefined; one--) {
      const part = found[one];
      if (part === undefined) break;
      part.after = after;
      if (signs[one - 1]?.[1]?.includes(';')) break;
    }
  }
  return found;
}

/** Words for each member of a list. */
export const eachOfThem = oneOf(word.both, 'all', 'each', 'semuanya?');

/** That a refusal holds no token, behind its members. */
const noToken = pattern`,? (?:(?:${word.and}|but) )?(?:with )?${word.without} (?:an? )?(?:\p{L}+ )?tokens?[\s.]*$`;

/** What is said of all members between parentheses behind the last, as `(both string, mandatory)`. */
const ofAllBeside = pattern`(?<=\`) ?\((${eachOfThem} [^()\`]{2,60})\)[\s.]*$`;

const severalOf = /\b(string|integer|number|boolean|object)s\b/gi;

/** A sentence with what is said of all of its members behind a comma, and without the token that there is not. */
export const withAllBehind = (sentence: string): string =>
  sentence
    .replace(noToken, '')
    .replace(ofAllBeside, (_, said: string) => `, ${said.replace(severalOf, '$1').split(/,\s*/).join(' and ')}`);
