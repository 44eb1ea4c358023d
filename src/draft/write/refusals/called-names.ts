/** How sentences name the values of a request, each beside the others. */
import { remembered } from '../../page/words/remembered.ts';
import { kebab } from '../../page/words/spellings.ts';
import { calledShortly, type ShortForms, shortForms } from './called-shortly.ts';
import { spoken } from './refusal-words.ts';

/** Words by which many things are called, so that they name none of them alone. */
const general = /^(?:id|code|name|no|number|kode|nama|nomor|type|value|date|time)$/i;

/** What the first words about a value call it, as `API key` of `API key of the application`; null for a single word. */
export const phraseIn = remembered((notes: string): string => {
  const [, phrase = ''] =
    /^\W*(?:(?:your|the|an?|our) )?((?:[\p{L}\d-]+ ){1,2}[\p{L}\d-]+?)(?= (?:of|for|from|that|which|we|issued|given|as|dari|untuk|milik|yang|anda)(?![\p{L}\d])|\s*(?:[.,;:(]|$))/iu.exec(
      notes,
    ) ?? [];
  return phrase;
});

/** The same in other spellings. */
const calledIn = remembered((notes: string): RegExp | null => {
  const phrase = phraseIn(notes);
  return phrase === '' ? null : RegExp(`(?<![\\p{L}\\d])${phrase.replace(/[-\s]+/g, '[\\s_-]?')}(?![\\p{L}\\d])`, 'iu');
});

/** A value, and the words about it. */
export interface Named {
  name: string;
  notes: string;
}

/** What several values are called together. */
interface Called {
  shorts: ShortForms;
  /** How many of them have a phrase. */
  phrases: ReadonlyMap<string, number>;
  /** The names of others that each fault has in it. */
  inFault: Map<string, RegExp[]>;
}

/** Of those values of which it was asked: each of very many is compared with all. */
const asked = new WeakMap<readonly Named[], Called>();

function calledAmong(all: readonly Named[]): Called {
  const before = asked.get(all);
  if (before) return before;
  const phrases = new Map<string, number>();
  for (const { notes } of all) {
    const phrase = calledIn(notes)?.source;
    if (phrase !== undefined) phrases.set(phrase, (phrases.get(phrase) ?? 0) + 1);
  }
  const called = { shorts: shortForms(all), phrases, inFault: new Map() };
  asked.set(all, called);
  return called;
}

/** How sentences name a value. */
export function namesFor({ name, notes }: Named, all: readonly Named[]): RegExp[] {
  const { shorts, phrases } = calledAmong(all);
  const short = calledShortly(name, shorts);
  const words = short === null ? [] : [short];
  const own = calledIn(notes);
  const isAlone = own !== null && phrases.get(own.source) === 1;
  return [
    ...(own !== null && isAlone ? [own] : []),
    ...(general.test(name) ? [] : [spoken(name)]),
    ...words.filter((one) => !/\(\?:(?:id|code|name|number|kode|nama|nomor)\)/.test(one.source)),
  ];
}

/** Words without the names of the other values, in which a short name of this one may stand: `client` in `client secret`. */
export function withoutOthers(words: string, one: Pick<Named, 'name'>, all: readonly Named[]): string {
  const { inFault } = calledAmong(all);
  // A name is one whole word: where another is taken out, none comes to stand there that did not before.
  const named = inFault.get(words) ?? all.map(({ name }) => spoken(name)).filter((form) => form.test(words));
  inFault.set(words, named);
  const own = kebab(one.name).split('-').join(' ');
  return named.reduce((text, form) => (form.test(own) ? text : text.replace(form, ' ')), words);
}
