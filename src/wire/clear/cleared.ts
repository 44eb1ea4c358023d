declare const mark: unique symbol;

/** A text that passed the gate: every secret, signature and token in it was masked before it was cut. */
export type Cleared = string & { readonly [mark]: true };

/** Marks a text as cleared; only the gate may say so. */
export function passedText(text: string): Cleared {
  return text as Cleared;
}

/** Joins our own words with texts that passed the gate; the compiler accepts no other text. */
export function say(own: TemplateStringsArray, ...passed: (Cleared | number)[]): Cleared {
  return passedText(own.reduce((text, part, index) => `${text}${part}${passed[index] ?? ''}`, ''));
}

/** A cleared text on one line. */
export function oneLine(text: Cleared): Cleared {
  return passedText(text.replace(/\s+/g, ' ').trim());
}

/** A record whose members `K` passed the gate. */
export type ClearedIn<T, K extends keyof T> = Omit<T, K> & {
  [name in K]: T[name] extends string ? Cleared : Cleared | Exclude<T[name], string>;
};
