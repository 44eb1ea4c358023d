/** Which member of a grant is the token, and which counts its life, where several are called so. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { Member, Said } from '../../facts/facts.ts';
import { asBearer, shownIn } from '../../page/blocks/token-places.ts';
import { namesOtherToken } from '../../page/words/other-tokens.ts';
import { lastLetters, lettersOf } from '../../page/words/spellings.ts';
import { spoken } from '../refusals/refusal-words.ts';

/** Names that the token has. */
const tokenNames = [
  ...['accesstoken', 'token', 'jwt', 'authtoken', 'sessiontoken', 'bearertoken', 'aksestoken', 'tokenakses', 'bearer'],
];

/** The names of the token that nothing else has. */
const access = ['accesstoken', 'aksestoken', 'tokenakses'];

/** Tokens that show nobody's right to ask for anything. */
const other = /\b(?:refresh|id|csrf|xsrf|device|card|push|remember)[ _-]?tokens?\b|\btoken (?:refresh|penyegar)/i;

/** Words that begin with a name of the token. */
const isCalledToken =
  /^\W*(?:(?:the|an?|this|your|issued|generated)\s+)*(?:(?:access|session|bearer|auth(?:entication|orization)?)[ -]token|token (?:akses|sesi|otorisasi))\b(?! (?:type|expir|lifetime|valid|id\b|url|scope))/i;

const isOther = ({ notes = '' }: Member): boolean => other.test(notes) || namesOtherToken(notes);

/** The member that holds the token, by its name or by what it is called; none where several could. */
export function tokenAmong(granted: Member[]): Member | undefined {
  // What holds others is no token itself.
  const holds = ({ pointer }: Member): boolean => granted.some((one) => one.pointer.startsWith(`${pointer}/`));
  const named = granted.filter(
    (member) => tokenNames.includes(lastLetters(member.pointer)) && !isOther(member) && !holds(member),
  );
  const called = granted.filter(({ notes = '', origin }) => origin !== 'sample' && isCalledToken.test(notes));
  const [own, ...more] = named.filter(({ pointer }) => access.includes(lastLetters(pointer)));
  // The words of another may call that one the token.
  if (own && more.length === 0) return called.every((one) => one === own) || called.includes(own) ? own : undefined;
  const [one, ...others] = named;
  if (one && others.length === 0) return one;
  const said = called.filter((member) => named.length === 0 || named.includes(member));
  return said.length === 1 ? said[0] : undefined;
}

/** The one member of a grant whose name stands where the page shows what is sent as Bearer: `Authorization: Bearer <access>`. */
export function tokenSent(granted: Member[], uses: Said[]): Member | undefined {
  const shown = uses
    .filter(({ value }) => asBearer.test(value))
    .flatMap(({ value }) => [...value.matchAll(shownIn)])
    .flatMap(([, , scheme = '', name = '']) => (/^bearer$/i.test(scheme) ? [lettersOf(name)] : []));
  const [own, ...more] = granted.filter((member) => shown.includes(lastLetters(member.pointer)) && !isOther(member));
  return new Set(shown).size === 1 && more.length === 0 ? own : undefined;
}

/** Whether words about a life speak of another token of the answer than that one, or of one of another kind. */
export function isOfOtherToken({ pointer, notes = '' }: Member, token: Member | undefined, granted: Member[]): boolean {
  const own = token === undefined ? '' : lastKeyOf(token.pointer);
  const others = granted
    .map((member) => lastKeyOf(member.pointer))
    .filter((name) => /token/i.test(name) && name !== own && name !== lastKeyOf(pointer) && !spoken(name).test(own));
  const words = `${lastKeyOf(pointer)} ${notes}`;
  if (other.test(words) && !other.test(own)) return true;
  const rest = own === '' ? words : words.replace(spoken(own), ' ');
  return others.some((name) => lastLetters(name) !== 'token' && spoken(name).test(rest));
}
