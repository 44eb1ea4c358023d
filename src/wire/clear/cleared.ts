declare const mark: unique symbol;

/** A text that passed the gate: whatever secret, signature or token it held is masked, and only then was it cut. */
export type Cleared = string & { readonly [mark]: true };

/** Joins a sentence of our own with texts that passed the gate; the compiler lets nothing else in. */
export function say(own: TemplateStringsArray, ...passed: (Cleared | number)[]): Cleared {
  return own.reduce((text, part, index) => `${text}${part}${passed[index] ?? ''}`, '') as Cleared;
}

/** A cleared text on one line. */
export function oneLine(text: Cleared): Cleared {
  return text.replace(/\s+/g, ' ').trim() as Cleared;
}

/** A record whose members `K` passed the gate. */
export type ClearedIn<T, K extends keyof T> = Omit<T, K> & {
  [name in K]: T[name] extends string ? Cleared : Cleared | Exclude<T[name], string>;
};
