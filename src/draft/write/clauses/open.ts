/** What stays open of the lifetime, the media types and the bodies of a draft. */
import { noLifetime } from '../../../contract/token.ts';
import { lastKeyOf, shownPointer } from '../../../formats/json.ts';
import type { Facts, Member, Todo } from '../../facts/facts.ts';
import { isInItems } from '../../facts/list-items.ts';
import { once } from '../../facts/once.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { quotedOf, unlessSaid } from '../../facts/subjects.ts';
import { grantIn } from '../../merge/grant.ts';
import { isRetired } from '../../page/words/doubts.ts';
import { isOauth } from '../../page/words/named-oauth.ts';
import { kebab, lastLetters } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isOtherThanJson } from '../basis/bodies.ts';
import { saidBehind } from '../basis/said-of-names.ts';
import { namesOtherUnit, unitOf } from './lifetime-unit.ts';
import { mediaTypeTodos, requestTodos } from './open-request.ts';
import { type Life, withSaid } from './said-life.ts';
import { isOfOtherToken, tokenAmong, tokenSent } from './which-token.ts';

const instant = /(date|at|until|(?<!life)time|expires|expiry|expiration)$/i;

/** Words that speak of the instant at which a token ends, and of no time that it lives. */
const speaksOfInstant =
  /(?<!\bnot an? |\bnot the |\bbukan )\b(?:time-?stamp|epoch|date|tanggal|unix[ -]?time)\b|\b(?:since|sejak)\b.{0,20}\b1970\b|\bat which\b|\bpada saat\b/i;

/** `Waktu` is an instant where no word beside it makes it a span. */
const isWaktu = (notes: string): boolean =>
  /\bwaktu\b/i.test(notes) && !/\b(?:jangka|rentang|selama|lama|masa|berlaku|berlakunya|hidup)\b/i.test(notes);

/** Names of members that count a lifetime. */
const isLifetime =
  /^(?:masa|lama)?berlaku(?:token)?(?:dalam)?(?:detik|menit)?$|^(?:token)?(?:exp|kedaluwarsa|kadaluwarsa|kadaluarsa|umurtoken)$|^(?:access|token|accesstoken)?(?:expires?|expired|expiry|expiration|valid|validity|life|lifetime|ttl)(?:in|for|time|period)?(?:seconds|secs?|minutes|mins?|milliseconds|millis|ms)?$/i;

/** Words that call a member the life of the token. */
const behindLife = oneOf(
  word.unit,
  'of the',
  'of this',
  'left',
  'in',
  'as',
  'dalam',
  'token',
  'access',
  'akses',
  'ini',
);
const callsLife = pattern`^\W*(?:(?:the|remaining|rest of the|sisa|token|access|token's) )*(?:life|${word.lifetime})(?: period)?(?: ${behindLife})*[\s.]*$`;

/** Whether a number is the life of the token by the words about it, with a unit in them or in its name. */
const isCalledLife = ({ pointer, schema, notes = '' }: Member): boolean =>
  ['integer', 'number'].includes(String(schema['type'])) &&
  callsLife.test(notes) &&
  !['none', 'open'].includes(unitOf(notes, lastKeyOf(pointer)));

/** The members of the answer that grants a token, those of the items of its lists left aside: none is the token. */
export function grantedOf({ answers }: Pick<Facts, 'answers'>): Member[] {
  return grantIn(answers)?.members.filter(({ pointer }) => !isInItems(pointer)) ?? [];
}

/** The member that holds the token: the one that a person named, or the one that is called so. */
export const tokenOf = once((facts: Facts): Member | undefined => {
  const granted = grantedOf(facts);
  return (
    granted.find(({ pointer }) => pointer === facts.token?.value) ??
    tokenAmong(granted) ??
    tokenSent(granted, facts.uses ?? [])
  );
});

/** Seconds that a token lives at most, as far as its unit is not named: four weeks. */
const longestLife = 28 * 24 * 3600;

/** How long a token lives: the member that declares it, and what the page says of it in words. */
export const lifetimeOf = once((facts: Facts): Life => withSaid(countedIn(facts), facts, tokenOf(facts)));

/** The words of one place about a member: those of others stand on lines of their own. */
const firstWords = (notes: string): string => quotedWords(notes.split('\n')[0] ?? '');

/** What a question says of a member that may give the lifetime as well. */
const inAnotherForm = ({ pointer, at, notes = '' }: Member): string =>
  `${shownPointer(pointer)} (${at}) may give it in another form, as the instant of the end${notes === '' ? '' : `, of which the page says "${firstWords(notes)}"`}`;

/** What may tell of the end of a life, in the words of a name. */
const maybeEnd = /expir|\bttl|ttl\b|(?<!in)valid(?!at)|lifetime|berlaku|masa-?aktif|k[ae]d[ae]luw?arsa/;

/** What a question says of a number that is called as a unit of time is: of what, nothing says. */
function unitNamed(granted: Member[]): string {
  const one = granted.find(({ pointer, schema }) => isUnit.test(lastKeyOf(pointer)) && schema['type'] !== 'string');
  return one ? `; ${shownPointer(one.pointer)} (${one.at}) may count it` : '';
}
const isUnit = pattern`^${word.unit}$`;

/** The member that declares how long a token lives, with its unit; one that gives it otherwise is a TODO. */
function countedIn(facts: Facts): Life {
  const granted = grantedOf(facts);
  if (facts.token?.lifetime === noLifetime) return { member: null, unit: 'seconds', none: true, todos: [] };
  const decided = granted.find(({ pointer }) => pointer === facts.token?.lifetime);
  if (decided) return { member: decided, unit: facts.token?.lifetimeUnit ?? 'seconds', todos: [] };
  const token = tokenOf(facts);
  const named = granted.filter(({ pointer }) => isLifetime.test(lastLetters(pointer)));
  const lives = named.length > 0 ? named : granted.filter(isCalledLife);
  const own = lives.filter((member) => !isOfOtherToken(member, token, granted));
  // Beside the one of RFC 6749 another counts where words say so.
  const standard = own.find(({ pointer }) => lastLetters(pointer) === 'expiresin');
  const isPlain = own.every((one) => one === standard || unitOf(one.notes ?? '', lastKeyOf(one.pointer)) === 'none');
  const [counted, ...more] = standard && isPlain ? [standard] : own;
  const other = granted.find((one) => one !== counted && maybeEnd.test(kebab(one.pointer)));
  const beside = counted === undefined || other === undefined || other === counted ? '' : `; ${inAnotherForm(other)}`;
  const ask = (what: string): Life => ({
    ...{ member: null, unit: 'seconds' },
    todos: [{ name: 'lifetime', what: `${what}${more.length > 0 ? '' : beside}`, ask: { about: 'lifetime' } }],
  });
  if (more.length > 0)
    return ask(
      `which member counts the lifetime, and its unit (token.lifetime): ${own.map(({ pointer, at }) => `${shownPointer(pointer)} (${at})`).join(' or ')}`,
    );
  if (!counted) {
    // What is said of the life is quoted with it, and what is said of the time of a request is none of it.
    const clocks = new Set((facts.clocks ?? []).map(({ words }) => quotedWords(words)));
    const all = facts.passages ?? [];
    const passages = clocks.size === 0 ? all : all.filter(({ text }) => !clocks.has(quotedWords(text)));
    const life = facts.lives?.length ? null : quotedOf(passages, 'lifetime');
    const said = life === null ? '' : `; ${life}`;
    const hint = other ? `; ${inAnotherForm(other)}` : '';
    return ask(
      `the member of a granted answer that counts the lifetime, and its unit (token.lifetime), or none where no life is promised${unitNamed(granted)}${hint}${said}`,
    );
  }
  const name = shownPointer(counted.pointer);
  if ([counted.schema['type']].flat().includes('null'))
    return ask(
      `whether a life is promised (token.lifetime), or none: ${name} (${counted.at}) may be null, as the page has it`,
    );
  const notes = counted.notes ?? '';
  // The name may hold the unit, as `ttlMinutes` does.
  const unit = unitOf(notes, lastKeyOf(counted.pointer));
  const isSilent = unit === 'none';
  if (isRetired(notes))
    return ask(`the lifetime (token.lifetime): of ${name} (${counted.at}) the page says "${quotedWords(notes)}"`);
  // No token lives for years.
  const isLate = Number(counted.example) > 1e9;
  const isInstant =
    isLate ||
    (isSilent &&
      !/in$|ttl$/i.test(name) &&
      (/[-:T]/.test(String(counted.example ?? '')) ||
        Number(counted.example) > 1e8 ||
        (instant.test(name) && counted.example === undefined)));
  if (!isInstant && (speaksOfInstant.test(notes) || (isSilent && isWaktu(notes))))
    return ask(
      `the lifetime (token.lifetime): of ${name} (${counted.at}) the page says "${quotedWords(notes)}", which speaks of the instant of the end`,
    );
  const told = notes === '' ? '' : `; the page says "${firstWords(notes)}" of it`;
  if (isInstant)
    return ask(`the lifetime (token.lifetime): ${name} (${counted.at}) looks like the instant of the end${told}`);
  if (typeof counted.example === 'string' && Number.isNaN(Number(counted.example)))
    return ask(
      `the lifetime (token.lifetime): of ${name} (${counted.at}) the page shows "${counted.example.slice(0, 40)}", which is no number${told}`,
    );
  if (/\biso[ -]?8601\b|\bP(?:\d+D)?T\d+[HMS]/i.test(notes))
    return ask(`the lifetime (token.lifetime): of ${name} (${counted.at}) the page says "${quotedWords(notes)}"`);
  // RFC 6749 gives the unit of expires_in, and no token lives for weeks of seconds.
  if (isSilent && Number(counted.example) > longestLife)
    return ask(
      `the unit of the lifetime (token.lifetime): of ${name} (${counted.at}) the page shows ${Number(counted.example)}`,
    );
  // The answer of RFC 6749 has both under these names, in an envelope or not, where the page names it; of any other it says nothing.
  const inStandard = counted.pointer.replace(/\/expires_in$/, '/access_token');
  const isStandard =
    inStandard !== counted.pointer && granted.some(({ pointer }) => pointer === inStandard) && isOauth(facts);
  if (isSilent && !isStandard)
    return ask(
      `the unit of the lifetime (token.lifetime): of ${name} (${counted.at}); ${unlessSaid(facts.passages, 'unit of the lifetime', 'the page says none')}`,
    );
  const elsewhere = isSilent ? saidBehind(facts, lastKeyOf(counted.pointer), namesOtherUnit) : [];
  if (elsewhere.length > 0)
    return ask(
      `the unit of the lifetime (token.lifetime): of ${name} (${counted.at}) the page has ${elsewhere.map((one) => `"${quotedWords(one)}"`).join(', ')}, where RFC 6749 has seconds`,
    );
  if (unit === 'open')
    return ask(
      `the unit of the lifetime (token.lifetime): of ${name} (${counted.at}) the page says "${quotedWords(notes)}"`,
    );
  return isSilent
    ? { member: counted, unit: 'seconds', standard: true, todos: [] }
    : { member: counted, unit, todos: [] };
}

/** What stays open of media types and bodies: no default stands for what a page does not say. */
export function bodyTodos(facts: Facts): Todo[] {
  const { mediaType } = facts;
  const todos = mediaTypeTodos(facts);
  if (mediaType !== undefined && !/json$|x-www-form-urlencoded$/.test(mediaType.value))
    todos.push({
      name: 'media type',
      what: `how a body of ${mediaType.value} (${mediaType.at}) is written; JSON and forms are all that is sent`,
    });
  const granted = grantIn(facts.answers);
  // A sample of XML asked the same.
  const isAsked = facts.todos.some(({ kind }) => kind?.of === 'xml');
  if (!isAsked && granted?.mediaType && isOtherThanJson(granted.mediaType.value))
    todos.push({
      name: granted.mediaType.value.endsWith('xml') ? 'answer xml' : 'answer form',
      what: `what the answers ${granted.status} hold: they are of ${granted.mediaType.value} (${granted.mediaType.at}); a draft has clauses about JSON alone`,
    });
  todos.push(...requestTodos(facts));
  const said = quotedOf(facts.passages ?? [], 'token');
  if (!tokenOf(facts))
    todos.push({
      name: 'token',
      what: `the member of a granted answer that holds the token (token.value)${said === null ? '' : `; ${said}`}`,
      ask: { about: 'token' },
    });
  return todos;
}
