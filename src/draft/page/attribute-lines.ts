/** Lines and sentences of a cell that are attributes of its field, apart from the words about it. */
import type { Schema } from '../../formats/json.ts';
import { type Attributes, attributesOf } from './attributes.ts';

/** A line of words that are attributes alone, as `Mandatory` and `string, required`; null for any other. */
export function attributesAlone(line: string): { schema: Schema | null; required: boolean | null } | null {
  const text = line
    .replace(/[*_`•]/g, '')
    .replace(/\.\s*$/, '')
    .replace(/^(string|text|teks) (?:of|with|dengan|berisi) /i, '$1, ')
    .trim();
  if (text === '' || text.length > 60 || /^[-–—.]+$/.test(text)) return null;
  const spaced = /^[\p{L}<>[\]-]+(?: [\p{L}<>[\]-]+){1,2}$/u.test(text) ? text.replaceAll(' ', ', ') : text;
  for (const one of [text, spaced]) {
    const { schema, required, rest } = attributesOf(one);
    if (rest.length === 0 && (schema !== null || required !== null)) return { schema, required };
  }
  return /^(?:conditional|kondisional|c)$/i.test(text) ? { schema: null, required: null } : null;
}

/** Words with values that stand one to a line below a colon behind that colon, as a list in a cell has them. */
export function withListed(words: string): string {
  const lines = words.split('\n');
  const at = lines.findIndex((line) => line.trim().endsWith(':'));
  const rest = at < 0 ? [] : lines.slice(at + 1).filter((line) => line.trim() !== '');
  const isList = rest.length > 1 && rest.every((line) => /^\s*`[^`\s]{1,60}`\s*$/.test(line));
  return isList
    ? [...lines.slice(0, at), `${lines[at]} ${rest.map((line) => line.trim()).join(', ')}`].join('\n')
    : words;
}

/** Attributes with a type and a word for mandatory, of which other pieces are not understood; null for any other words. */
function attributesPartly(text: string): Attributes | null {
  const said = attributesOf(text);
  return text.length <= 60 && said.schema !== null && said.required !== null ? said : null;
}

/** An answer to a question that only a head asks, as `true` and `Ya`; beside no head it is a value. */
const isAnswer = /^[\s`*"'(]*(?:true|false|yes|no|y|n|ya|tidak|[01])[\s`*"').]*$/i;

/** A line of words about a field that are attributes alone. */
const ofField = (line: string): ReturnType<typeof attributesAlone> =>
  isAnswer.test(line) ? null : attributesAlone(line);

/** What lines of a cell that are attributes alone say, the other lines, and what of the attributes was not understood. */
export function linesApart(text: string): Attributes & { words: string } {
  const found: ReturnType<typeof linesApart> = { schema: null, required: null, rest: [], words: '' };
  const lines = text.split('\n').map((line) => line.trim());
  // The words may be attributes alone, or their first sentence, as in `String. Sent with each call.`
  const [, first = text] = /^([^.;:]{2,40})\.(?:\s|$)/.exec(text.trim()) ?? [];
  if (lines.length < 2) return { ...found, ...(ofField(first) ?? attributesPartly(first)), words: text.trim() };
  const others = lines.filter((line) => {
    const alone = ofField(line);
    if (!alone) return true;
    found.schema ??= alone.schema;
    found.required ??= alone.required;
    return false;
  });
  return { ...found, words: others.filter((line) => line !== '').join('\n') };
}

/** A line break inside a sentence: behind a word that wants another one. */
const goesOn =
  /(?<![\p{L}])(your|the|an?|of|to|on|in|at|and|or|so|for|with|by|from|is|be|can|yang|dan|atau|di|ke|dari|untuk|pada|dengan|adalah)\s*\n\s*/giu;

/** Words of several lines as one: each line is a sentence, unless the one before goes on in it. */
export const onOneLine = (text: string): string =>
  text.includes('\n') ? text.replace(goesOn, '$1 ').replace(/\.?\s*\n\s*/g, '. ') : text;
