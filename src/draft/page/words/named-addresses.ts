/** Addresses in words, with the environment of each behind it between brackets: it says which address that is. */
import { isEnvironment } from './environments.ts';

const named = /(https?:[^\s`>()]+[`>]{0,3})\s*\(([\p{L} -]{2,30})\)/gu;

/** Words without such names. */
export const withoutEnvironments = (words: string): string =>
  words.includes('http')
    ? words.replace(named, (whole, address: string, name: string) => (isEnvironment(name) ? address : whole))
    : words;
