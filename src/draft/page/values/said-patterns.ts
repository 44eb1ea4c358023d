/** Regular expressions that words about a text give, as `must match ^[A-Z]{4}$` and ``Pattern: `[0-9]+`` do. */
import { patternFault, patternOf } from '../../../contract/pattern.ts';
import type { Schema } from '../../../formats/json.ts';
import type { Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { everywhere, oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isQualified } from '../words/doubts.ts';
import { kindAlone } from './only-kinds.ts';
import { isPlaceholder } from './values.ts';

const called = oneOf('reg(?:ular )?[- ]?ex(?:p(?:ression)?)?', 'pattern', 'pola', 'format');
const matches = oneOf('match(?:es|ing)?', 'satisf(?:y|ies)', 'sesuai(?: dengan)?', 'cocok dengan', 'mengikuti');
const announced = oneOf(`${called}(?: ${word.is})?\\s?[:=]?`, `${matches}(?: ${word.the})?(?: ${called})?:?`);
/** What is written behind such words: between marks of code, or up to the next space from the sign for the beginning to that for the end. */
const written = everywhere`\b${announced}\s*(?:\`([^\`\n]{2,200})\`|(\^\S{1,200}))`;

const turnsDown = everywhere`\b${oneOf(word.not, 'no')}\b[^.;]*$`;

/** Between strokes, as programs write one. */
const withoutStrokes = (text: string): string => /^\/(.+)\/$/.exec(text)?.[1] ?? text;

/** What is written, without what may stand behind the sign for its end. */
const textOf = (code: string | undefined, bare: string): string =>
  withoutStrokes((code ?? (bare.includes('$') ? bare.slice(0, bare.lastIndexOf('$') + 1) : bare)).trim());

/** Whether a text is a regular expression and no name of a form, as `YYYYMMDD` and `[SHOP]-[NUMBER]` are. */
const isRegular = (text: string): boolean =>
  (text.startsWith('^') && text.endsWith('$')) || /^(?!\/).*(?:\[[^\]]+\]|\\[dws])(?:[+*]|\{\d+(?:,\d*)?\})/.test(text);

/** A text that seems to be one, and cannot be taken as it is. */
const isLikely = (text: string): boolean =>
  text.startsWith('^') || /^\/.+\/[a-z]*$/.test(text) || /\\[dws]|[\])][+*{]/.test(text);

/** A regular expression that words give; `why` says what keeps it from being a fact. */
export interface SaidPattern {
  text: string;
  why: string | null;
}

/** What words say of a text by a regular expression; null where they give none. */
export function patternSaid(words: string, shown: string): SaidPattern | null {
  const own = words.slice(0, mostWords);
  if (!/[\^`]/.test(own)) return null;
  const found = [...own.matchAll(written)].flatMap(([whole, code, bare = '']) => {
    const text = textOf(code, bare);
    return isRegular(text) || isLikely(text) ? [{ whole, text }] : [];
  });
  const [first, ...others] = found;
  if (first === undefined) return null;
  const { text, whole } = first;
  const fault = isRegular(text) ? patternFault(text) : 'is not understood';
  const before = own.slice(0, own.indexOf(whole));
  if (others.length > 0) return { text, why: `has another one beside it, ${others[0]?.text}` };
  if (fault !== null) return { text, why: fault };
  if (before.search(turnsDown) >= 0 || isQualified(before.split(/[.;]\s/).at(-1) ?? ''))
    return { text, why: 'may be none of each value' };
  const isAnother = shown !== '' && !isPlaceholder(shown) && !/\s/.test(shown) && !patternOf(text).test(shown);
  return { text, why: isAnother ? `is not that of the value ${shown.slice(0, 80)} beside it` : null };
}

/** Characters of words that are looked at. */
const mostWords = 1000;

/** The pattern of a text that words give without a doubt. */
export function patternIn(words: string, shown: string): Schema {
  const said = patternSaid(words, shown);
  return said === null || said.why !== null ? {} : { pattern: said.text };
}

/** Words without the regular expressions in them, whose signs are no words. */
export const withoutPatterns = (words: string): string =>
  /[\^`]/.test(words)
    ? words.replace(written, (whole: string, code: string | undefined, bare = '') =>
        isRegular(textOf(code, bare)) ? 'pattern' : whole,
      )
    : words;

/** The questions about regular expressions of fields that cannot be taken as they are written, and about kinds of characters that may not be all. */
export function patternTodos(fields: { name: string; notes: string; value: string; at: string }[]): Todo[] {
  return fields.flatMap(({ name, notes, value, at }) => {
    const said = patternSaid(notes, value);
    const kind = said === null ? kindAlone(notes) : null;
    if (kind !== null)
      return [
        {
          name: `pattern ${name}`,
          what: `which characters ${name} has (${at}): the page says "${quotedWords(kind)}", and not that there are no others`,
        },
      ];
    if (said === null || said.why === null) return [];
    const what = `which form ${name} has (${at}): the page gives ${quotedWords(said.text)}, which ${said.why}`;
    return [{ name: `pattern ${name}`, what }];
  });
}
