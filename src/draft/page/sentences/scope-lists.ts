/** The scopes that a list or a sentence gives, where what it is called by says so. */
import type { Statement } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { glue } from '../../vocabulary/glue.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { shownBlock } from '../blocks/reading.ts';
import { attributesOf } from '../values/attributes.ts';
import { isPlaceholder } from '../values/values.ts';
import { isQualified } from '../words/doubts.ts';

type ListBlock = Extract<Block, { kind: 'list' }>;

/** Words that call scopes so and say nothing else of them: with any other they may be some of them, or those of others. */
const known = new Set([
  ...glue,
  ...(
    'scope scopes oauth oauth2 api access token tokens list available supported valid possible allowed accepted defined ' +
    'following below you can may ask request requested for cakupan daftar tersedia didukung berikut bagi untuk'
  ).split(' '),
]);
const ofScopes = /^(?:scopes?|cakupan)$/;
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];

/** How words call what is below them: as the scopes and no more, as scopes with words that are not understood, or they only name scopes. */
function calls(lead: string): 'scopes' | 'some' | 'named' | null {
  const words = wordsOf(lead);
  const at = words.findIndex((one) => ofScopes.test(one));
  if (at < 0 || lead.length > longestLead) return null;
  const isKnown = (some: string[]): boolean => some.every((one) => known.has(one));
  if (isKnown(words)) return 'scopes';
  return isKnown(words.slice(0, at)) ? 'some' : 'named';
}

/** Characters of the longest words that call a list something. */
const longestLead = 120;

const marked = /^[*_]*`([^`\s/][^`\s]{0,79})`[*_]*/;
/** A scope without marks: parts with signs between them, before what it is for. */
const bare = /^([A-Za-z][\w-]*(?:[.:/][\w-]+)+|[a-z\d]+(?:_[a-z\d]+)+)(?=\s*$|:\s|\s[-–—]\s)/;

/** The scope that an item begins with, and what is said of it; null where it begins with none. */
function itemOf(text: string): { name: string; rest: string } | null {
  const [whole = '', name = ''] = marked.exec(text) ?? bare.exec(text) ?? [];
  return name === '' || isPlaceholder(name) ? null : { name, rest: text.slice(whole.length) };
}

/** Whether an item describes a field: its type, or whether it has to be there, stands behind it. */
function isField({ name, rest }: { name: string; rest: string }): boolean {
  const [, inner = ''] = /^\s*[([]([^()[\]]{1,60})[)\]]/.exec(rest) ?? [];
  const { schema, required } = attributesOf(inner);
  return ofScopes.test(name.toLowerCase()) || (inner !== '' && (schema !== null || required !== null));
}

/** What a list says of scopes: these, or a question what it says; `isSure` tells that it holds nothing else. */
interface Listed {
  scopes: Statement['scopes'];
  asked: string;
  isSure: boolean;
}

/** The last line of a text that announces what is below it. */
function leadOf(before: Block | undefined): string | null {
  if (before?.kind !== 'lines') return null;
  const line = before.lines.findLast((one) => one.trim() !== '')?.trim() ?? '';
  return line.endsWith(':') ? (line.split(/[.!?]\s+/).at(-1) ?? line) : null;
}

/** What a list says of scopes, by the words above it; null for a list of anything else. */
export function listedScopes(block: ListBlock, before: Block | undefined, isOfAnswer: boolean): Listed | null {
  const called = calls(leadOf(before) ?? block.title);
  if (called === null) return null;
  const items = block.items.map(({ text }) => itemOf(text.trim()));
  const found = items.filter((one) => one !== null);
  if (found.length * 2 < items.length || found.some(isField)) return null;
  const isPlain =
    called === 'scopes' && !isOfAnswer && found.length === items.length && !found.some(({ rest }) => isQualified(rest));
  const shown = block.items.map(({ text }) => `"${quotedWords(text.trim())}"`).slice(0, mostShown);
  return {
    scopes: isPlain ? found.map(({ name }) => ({ name, at: block.title })) : [],
    asked: isPlain ? '' : `which scopes there are: ${shownBlock(block)} has ${shown.join(', ')}`,
    isSure: called !== 'named',
  };
}

/** Items that a question quotes. */
const mostShown = 6;

const value = '`[^`\\s/][^`\\s]{0,79}`';
const join = `\\s*(?:,|${oneOf(word.and, word.or)})\\s*(?:${oneOf(word.and, word.or)}\\s+)?`;
const sentence = pattern`^([^\`]{4,120}?):?\s+(${value}(?:${join}${value}){0,30})[\s.*]*$`;

/** The scopes of a sentence that is nothing but what they are called, and all of them, as ``The scopes are `a` and `b`.`` */
export function scopesSaid(text: string, at: string): Statement['scopes'] {
  const [, lead = '', listed = ''] = text.length > longestSentence ? [] : (sentence.exec(text.trim()) ?? []);
  if (calls(lead) !== 'scopes') return [];
  return [...listed.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, at }));
}

/** Characters of a sentence that is looked at. */
const longestSentence = 1000;
