/** The ways that the text that is signed gives: each part of it otherwise than it is sent, and near misses of the whole. Pure. */
import { resolutionOf } from '../../../contract/date-form.ts';
import {
  type Ingredient,
  ingredientKey,
  ingredientsOf,
  type Template,
  templateOf,
} from '../../../contract/template.ts';
import type { SignatureRow } from '../../../formats/auth.ts';
import { altered, plain, type Text } from '../../text.ts';
import type { Twist } from './twist.ts';

/** A name in small letters, with hyphens between its words. */
export const kebab = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

/** What ways are called already beside the ingredients. */
const taken = ['key', 'algorithm', 'encoding', 'method', 'path', 'target', 'token', 'body', 'date', 'timestamp'];

/** How the ways and their titles call an ingredient; a header or credential named like another thing says what it is. */
function calledOf(row: SignatureRow, one: Ingredient): { way: string; title: string } {
  const { name, argument } = one;
  if (name === 'header') {
    const lower = argument.toLowerCase();
    if (row.timestamp?.header.toLowerCase() === lower) return { way: 'timestamp', title: argument };
    return { way: taken.includes(lower) ? `header-${lower}` : lower, title: argument };
  }
  if (name === 'credential') {
    const own = kebab(argument);
    const isTaken = taken.includes(own) || row.over.toLowerCase().includes(`{header:${own}`);
    return { way: isTaken ? `credential-${own}` : own, title: argument };
  }
  return name === 'minified body' ? { way: 'body', title: 'body' } : { way: name, title: name };
}

const ingredientOf = (part: Template[number]): Ingredient | null =>
  typeof part === 'string' ? null : (ingredientsOf([part])[0] ?? null);

const isOf =
  (key: string) =>
  (part: Template[number]): boolean => {
    const own = ingredientOf(part);
    return own !== null && ingredientKey(own) === key;
  };

/** The template with its first two expressions in each other's place. */
function swapped(template: Template): Template {
  const [first, second] = template.flatMap((part, index) => (typeof part === 'string' ? [] : [index]));
  return template.map((part, index) => {
    if (index === first) return template[second ?? index] ?? part;
    return index === second ? (template[first ?? index] ?? part) : part;
  });
}

const joined =
  (separator: string) =>
  (template: Template): Template =>
    template
      .map((part, index) => {
        const isInner = index > 0 && index < template.length - 1;
        return typeof part === 'string' && (isInner || separator === '') ? separator : part;
      })
      .filter((part) => part !== '');

/** The ways that the text that is signed gives. */
export function ofText(row: SignatureRow, named: string): Record<string, Twist> {
  const template = templateOf(row.over);
  const all = ingredientsOf(template);
  const each = (
    make: (one: Ingredient, called: { way: string; title: string }) => [string, Twist],
  ): Record<string, Twist> => Object.fromEntries(all.map((one) => make(one, calledOf(row, one))));
  const others = each((one, { way, title }) => [
    `other-${way}`,
    { title: `${named} over another ${title}`, other: ingredientKey(one) },
  ]);
  if (all.length < 2) return others;
  const separated = template.some((part) => typeof part === 'string');
  return {
    ...others,
    ...each((one, { way, title }) => [
      `without-${way}`,
      {
        title: `${named} that leaves out the ${title}`,
        template: (whole) => whole.filter((part) => !isOf(ingredientKey(one))(part)),
      },
    ]),
    ...each((one, { way, title }) => [
      `only-${way}`,
      { title: `${named} over the ${title} alone`, template: (whole) => whole.filter(isOf(ingredientKey(one))) },
    ]),
    ...(separated
      ? {
          'joined-text': { title: `${named} over its parts with nothing between them`, template: joined('') },
          'comma-text': { title: `${named} over its parts with commas between them`, template: joined(',') },
        }
      : {}),
    swapped: { title: `${named} over its first two parts in the other order`, template: swapped },
  };
}

/**
 * Seconds between what is sent and what is signed where an ingredient of time is signed otherwise. Of a day it is the one before
 * yesterday: around midnight a provider may take the date of either clock.
 */
export function signedOff(form: string): number {
  return resolutionOf(form) === 'longer' ? -172_800 : -7200;
}

const methods: Record<string, string> = { GET: 'POST', POST: 'PUT', PUT: 'POST', PATCH: 'PUT', DELETE: 'GET' };

/** Another value of an ingredient that is no time. */
export function otherValue({ name }: Ingredient, value: Text): Text {
  if (name === 'method') return plain(methods[value.value] ?? 'GET');
  return altered(value);
}
