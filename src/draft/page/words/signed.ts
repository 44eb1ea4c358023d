/** What words say of a signature: its algorithm, its encoding, and what is signed, as a template of a contract. Pure. */
import type { SignatureRow } from '../../../formats/auth.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { remembered } from './remembered.ts';

/** As much as was understood. */
export interface SignedWords {
  algorithm?: SignatureRow['algorithm'];
  encoding?: SignatureRow['encoding'];
  over?: string;
}

/** Most characters that are read: a formula is short. */
const most = 1000;

const algorithms: readonly (readonly [SignatureRow['algorithm'], RegExp])[] = [
  ['hmac-sha512', /\bhmac[ _-]{0,2}sha[ _-]?512|\bsha[ _-]?512[ _-]{0,2}hmac/i],
  ['hmac-sha256', /\bhmac[ _-]{0,2}sha[ _-]?256|\bsha[ _-]?256[ _-]{0,2}hmac/i],
  ['rsa-pss-sha256', /\bps256\b|\brsa(?:ssa)?[ _-]?pss\b/i],
  ['rsa-sha256', /\bsha[ _-]?256[ _-]{0,2}with[ _-]{0,2}rsa|\brsa[ _-]{0,2}(?:with[ _-]{0,2})?sha[ _-]?256|\brs256\b/i],
  ['ecdsa-p256-sha256', /\bes256\b|\becdsa\b/i],
  ['ed25519', /\bed25519\b|\beddsa\b/i],
];

const inUpper = ` (?:(?:in|dengan|dalam) )?${word.upperCase}`;
const encodings: readonly (readonly [SignatureRow['encoding'], RegExp])[] = [
  ['base64url', /\bbase[ -]?64[ _-]?url/i],
  ['base64', /\bbase[ -]?64\b(?![ _-]?url)/i],
  ['hex-upper', pattern`\b${word.upperCase} hex|\b${oneOf('hex\\w{0,12}', 'heksa?desimal')}${inUpper}`],
  ['hex', pattern`(?<!${word.upperCase} )\b${oneOf('hex(?:a?decimal|a)?', 'heksa?desimal')}\b(?!${inUpper})`],
];

/** A part of a request, as writers call it, and the ingredient of a template; the first that fits counts. */
const parts: readonly (readonly [pattern: string, ingredient: (found: RegExpMatchArray) => string])[] = [
  [
    // Lowercase(HexEncode(SHA-256(minify(RequestBody)))), or sha256(body).
    '(lower(?:case)?\\(|upper(?:case)?\\()?(?:hex(?:encode|digest)?\\()?sha-?(256|512)\\((minif(?:y|ied)[( ])?(?:http ?)?(?:request[ _]?)?(?:body|payload)\\){1,4}',
    ([, letters = '', bits = '256', minified]) =>
      `{sha${bits}(${minified ? 'minified ' : ''}body)|hex${letters.toLowerCase().startsWith('upper') ? '|upper' : '|lower'}}`,
  ],
  ['minif(?:y|ied)[( ](?:request[ _]?)?(?:body|payload)\\)?', () => '{minified body}'],
  ['(?:http|request)?[ _]?(?:method|verb)', () => '{method}'],
  ['(?:relative|endpoint|request)?[ _]?(?:url|uri|path)(?:[ _]?path)?', () => '{path}'],
  ['(?:b2b[ _]?)?(?:access[ _]?)?token(?:[ _]?b2b)?', () => '{token}'],
  ['x-[a-z][a-z0-9-]{1,40}', ([name]) => `{header:${name.toUpperCase()}}`],
  ['(?:request[ _]?)?time[ _-]?stamp', () => '{timestamp}'],
  ['client[ _-]?(?:id|key)', () => '{client}'],
  ['(?:request[ _]?)?(?:body|payload)', () => '{body}'],
  ['nonce', () => '{nonce}'],
  [
    '(?:date\\()?yyyymmdd\\)?|yyyy-mm-dd(?![t\\w])',
    ([date]) => `{date:${date.includes('-') ? 'yyyy-MM-dd' : 'yyyyMMdd'}}`,
  ],
];

const part = `(?:${parts.map(([form]) => form.replace(/(?<!\\)\((?!\?)/g, '(?:')).join('|')})`;
/** What stands between two parts: a sign alone, or between plus signs and in quotes. */
const between = `(?: ?\\+ ?["'](?:[:|.,_&;-]|\\\\n)["'] ?\\+ ?|[:|_&;.]| ?\\+ ?(?!["']))`;
const formula = new RegExp(`(?<![\\w-])${part}(?:${between}${part}){1,8}(?![\\w-])`, 'gi');
/** A formula of which only a part was understood says nothing. */
const goesOn = new RegExp(`^${between}[\\w"']`, 'i');
const goesBefore = new RegExp(`\\w\\)?${between}$`, 'i');
const each = new RegExp(`(${part})(${between})?`, 'gi');

/** The words as one line, without the marks that writers put around names. */
const plainer = (words: string): string =>
  words
    .slice(0, most)
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[`*<>{}[\]$]/g, '')
    .replace(/\( +/g, '(')
    .replace(/ +\)/g, ')')
    .replace(/\s+/g, ' ');

function ingredientOf(text: string): string {
  for (const [form, ingredient] of parts) {
    const found = new RegExp(`^${form}$`, 'i').exec(text.trim());
    if (found) return ingredient(found);
  }
  return '';
}

/** The sign between two parts: that within the quotes, or none where they only follow each other. */
const signOf = (text: string): string => {
  const [, quoted] = /["'](.|\\n)["']/.exec(text) ?? [];
  if (quoted !== undefined) return quoted === '\\n' ? '\n' : quoted;
  return text.includes('+') ? '' : text;
};

/** The template of the longest formula in a text; null without one. */
function templateIn(text: string): string | null {
  const found = [...text.matchAll(formula)].flatMap(({ 0: all, index }) =>
    goesOn.test(text.slice(index + all.length)) || goesBefore.test(text.slice(Math.max(0, index - 20), index))
      ? []
      : [all],
  );
  const [longest] = found.sort((a, b) => b.length - a.length);
  if (longest === undefined) return null;
  return [...longest.matchAll(each)].map(([, one = '', sign = '']) => ingredientOf(one) + signOf(sign)).join('');
}

const namedIn = <T>(rows: readonly (readonly [T, RegExp])[], text: string): T[] =>
  rows.filter(([, form]) => form.test(text)).map(([name]) => name);

const only = <T>(rows: readonly (readonly [T, RegExp])[], text: string): T | undefined => {
  const named = namedIn(rows, text);
  return named.length === 1 ? named[0] : undefined;
};

/** Words without the formula of what is signed, whose parts are written in ways of their own. */
const withoutFormula = (text: string): string => text.replace(formula, ' ').replace(/\bhex ?encode\b/gi, ' ');

/** The algorithms that words name beside the formula of what is signed. */
export const algorithmsIn = (words: string): SignatureRow['algorithm'][] =>
  namedIn(algorithms, withoutFormula(plainer(words)));

/** The encodings that words name beside the formula of what is signed. */
export const encodingsIn = (words: string): SignatureRow['encoding'][] =>
  namedIn(encodings, withoutFormula(plainer(words)));

/** The words for each algorithm and each encoding, wherever they stand. */
const understood = [...algorithms, ...encodings].map(([, form]) => RegExp(form, 'giu'));

/** Words without what is understood of a signature: its algorithm, its encoding, and the formula of what is signed. */
export const withoutKnown = (words: string): string =>
  understood.reduce((text, form) => text.replace(form, ' '), withoutFormula(plainer(words)));

/** Whether words are about a signature at all: a path and a colon occur in others as well. */
function speaksOfSigning(words: string): boolean {
  return /\bsign|hmac|signature|string-?to-?sign|tanda ?tangan/i.test(words.slice(0, most));
}

/** What words say of a signature; where they name two of a kind, nothing of that kind. */
export const signedIn = remembered((words: string): Readonly<SignedWords> => {
  if (!speaksOfSigning(words)) return {};
  const text = plainer(words);
  const over = templateIn(text);
  const rest = withoutFormula(text);
  const [algorithm, encoding] = [only(algorithms, rest), only(encodings, rest)];
  return {
    ...(algorithm === undefined ? {} : { algorithm }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(over === null ? {} : { over }),
  };
});
