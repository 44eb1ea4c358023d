/** The text that a signature is made over, as a contract writes it: `{method}:{path}:{sha256(body)|hex}:{header:X-TIMESTAMP}`. Pure. */
import { parseDateForm } from './date-form.ts';
import { didYouMean } from './similar.ts';

/** A part of a request that may be signed; `argument` names a header or a credential, or is the form of a date. */
export interface Ingredient {
  kind: 'ingredient';
  name: IngredientName;
  argument: string;
}

/** What stands between the braces of a template. */
export type Expression =
  | Ingredient
  | { kind: 'hash'; algorithm: HashName; of: Expression }
  | { kind: 'filter'; filter: FilterName; of: Expression };

/** A template: texts as they stand, and expressions. */
export type Template = (string | Expression)[];

/** What is wrong with a template: the character, from 1, at which it is, and what is allowed there. */
export interface TemplateFault {
  at: number;
  fault: string;
}

const ingredients = [
  'method',
  'path',
  'target',
  'token',
  'body',
  'minified body',
  'header',
  'credential',
  'date',
] as const;
const hashes = ['sha256', 'sha512'] as const;
const filters = ['hex', 'base64', 'lower', 'upper'] as const;

export type IngredientName = (typeof ingredients)[number] | 'signature';
export type HashName = (typeof hashes)[number];
export type FilterName = (typeof filters)[number];

/** The ingredients that take an argument, and what it is. */
const argued: Partial<Record<IngredientName, string>> = {
  header: 'the name of a header, as in {header:X-TIMESTAMP}',
  credential: 'the name of a credential, as in {credential:clientId}',
  date: 'a form, as in {date:yyyyMMdd}',
};

class Slip extends Error {
  readonly at: number;
  constructor(at: number, fault: string) {
    super(fault);
    this.at = at;
  }
}

/** Whether an expression gives bytes, which only an encoding makes a text of. */
const isBytes = (expression: Expression): boolean => expression.kind === 'hash';

const oneOf = (names: readonly string[]): string => names.join(', ');

function oneNamed<Name extends string>(
  names: readonly Name[],
  written: string,
  what: string,
  at: number,
  others: readonly string[] = [],
): Name {
  const found = names.find((name) => name === written);
  if (found !== undefined) return found;
  const all = [...names, ...others];
  throw new Slip(at, `there is no ${what} "${written}"; there is: ${oneOf(all)}${didYouMean(written, all)}`);
}

/** Reads one expression from `text`, whose first character is the `offset`th of the template. */
function expressionOf(text: string, offset: number, known: readonly IngredientName[]): Expression {
  let at = 0;
  const here = (): number => offset + at + 1;
  const blanks = (): void => {
    while (text[at] === ' ') at++;
  };

  function argument(name: IngredientName, start: number): string {
    const form = argued[name];
    if (text[at] !== ':') {
      if (form !== undefined) throw new Slip(start, `${name} needs ${form}`);
      return '';
    }
    if (form === undefined) throw new Slip(here(), `${name} takes nothing behind it`);
    at++;
    const begin = at;
    let quoted = false;
    while (at < text.length && (quoted || !/[|)]/.test(text[at] ?? ''))) {
      if (text[at] === "'") quoted = !quoted;
      at++;
    }
    const given = text.slice(begin, at).trim();
    if (given === '') throw new Slip(begin + offset + 1, `${name} needs ${form}`);
    if (name === 'date') {
      const parsed = parseDateForm(given);
      if ('fault' in parsed) throw new Slip(begin + offset + 1, parsed.fault);
    }
    return given;
  }

  function primary(): Expression {
    blanks();
    const start = here();
    const [word = ''] = /^[^:|()]*/.exec(text.slice(at)) ?? [];
    const written = word.trim().replace(/ +/g, ' ');
    at += word.length;
    if (text[at] === '(') {
      const algorithm = oneNamed(hashes, written, 'hash', start);
      at++;
      const open = `the bracket of ${algorithm}( is not closed`;
      if (!text.includes(')', at)) throw new Slip(offset + text.length + 1, open);
      const of = filtered();
      if (text[at] !== ')') throw new Slip(here(), open);
      if (isBytes(of)) throw new Slip(start, `${algorithm} needs a text; write the hash in it as |hex or |base64`);
      at++;
      return { kind: 'hash', algorithm, of };
    }
    if (written === '') throw new Slip(start, `the name of an ingredient is missing; there is: ${oneOf(known)}`);
    const name = oneNamed(
      known,
      written,
      'ingredient',
      start,
      hashes.map((hash) => `${hash}(…)`),
    );
    return { kind: 'ingredient', name, argument: argument(name, start) };
  }

  function filtered(): Expression {
    let of = primary();
    for (blanks(); text[at] === '|'; blanks()) {
      at++;
      blanks();
      const start = here();
      const [word = ''] = /^[^|)]*/.exec(text.slice(at)) ?? [];
      at += word.length;
      const filter = oneNamed(filters, word.trim(), 'filter', start);
      if (isBytes(of) && (filter === 'lower' || filter === 'upper'))
        throw new Slip(start, `${filter} needs a text; write the hash as |hex or |base64 first`);
      of = { kind: 'filter', filter, of };
    }
    return of;
  }

  const expression = filtered();
  if (at < text.length) throw new Slip(here(), `"${text.slice(at)}" cannot stand here; an expression ends with }`);
  if (isBytes(expression))
    throw new Slip(offset + 1, 'a hash is no text; write it as |hex or |base64, as in {sha256(body)|hex}');
  return expression;
}

/** The index of the brace that closes an expression; a quoted part of a date may hold any character. */
function closing(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") quoted = !quoted;
    else if (text[at] === '}' && !quoted) return at;
  }
  return -1;
}

/** Reads a template. `{{` and `}}` stand for one brace. */
export function parseTemplate(
  text: string,
  known: readonly IngredientName[] = ingredients,
): { template: Template } | TemplateFault {
  const template: Template = [];
  const literal = (part: string): void => {
    const last = template.at(-1);
    if (typeof last === 'string') template.splice(-1, 1, last + part);
    else template.push(part);
  };
  try {
    for (let at = 0; at < text.length; ) {
      const two = text.slice(at, at + 2);
      if (two === '{{' || two === '}}') {
        literal(two.slice(1));
        at += 2;
      } else if (text[at] === '}') throw new Slip(at + 1, 'a } without a {; write }} for the character itself');
      else if (text[at] === '{') {
        const end = closing(text, at + 1);
        if (end < 0) throw new Slip(at + 1, 'this { is not closed; write {{ for the character itself');
        template.push(expressionOf(text.slice(at + 1, end), at + 1, known));
        at = end + 1;
      } else {
        literal(text.slice(at, at + 1));
        at++;
      }
    }
    if (!template.some((part) => typeof part !== 'string'))
      throw new Slip(1, `it names no part of the request; there is: ${known.map((name) => `{${name}}`).join(', ')}`);
  } catch (error) {
    if (error instanceof Slip) return { at: error.at, fault: error.message };
    throw error;
  }
  return { template };
}

const parsed = new Map<string, Template>();

/** The template of a text that a contract was loaded with. @throws Error where it is none. */
export function templateOf(text: string): Template {
  const before = parsed.get(text);
  if (before) return before;
  const result = parseTemplate(text);
  if ('fault' in result) throw new Error(`${JSON.stringify(text)}, character ${result.at}: ${result.fault}`);
  parsed.set(text, result.template);
  return result.template;
}

/** The ingredient of an expression. */
export function ingredientOf(expression: Expression): Ingredient {
  return expression.kind === 'ingredient' ? expression : ingredientOf(expression.of);
}

/** Name of an ingredient, alike wherever it is the same part of the request: the body and the minified body are. */
export function ingredientKey({ name, argument }: Ingredient): string {
  if (name === 'header') return `header:${argument.toLowerCase()}`;
  if (name === 'credential') return `credential:${argument}`;
  return name === 'minified body' ? 'body' : name;
}

/** The ingredients of a template, each part of the request once, in their order. */
export function ingredientsOf(template: Template): Ingredient[] {
  const all = template.flatMap((part) => (typeof part === 'string' ? [] : [ingredientOf(part)]));
  return all.filter((one, index) => all.findIndex((other) => ingredientKey(other) === ingredientKey(one)) === index);
}
