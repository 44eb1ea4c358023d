/**
 * A value that all copies of this package in a process share: a run loads it compiled, and who names one of its sources, as
 * `--reporter` may, loads that beside it. `T` must be a type of plain data, which every copy reads alike.
 */
export function shared<T extends object>(name: string, initial: T): T {
  const key = Symbol.for(`payment-token-conformance.${name}`);
  const known: T | undefined = Reflect.get(globalThis, key);
  if (known !== undefined) return known;
  Reflect.set(globalThis, key, initial);
  return initial;
}
