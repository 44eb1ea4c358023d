/** Names that are each given once: ids of clauses, operations and credentials. Pure. */

/** Whether a name has letters or digits in each of its parts; one in another script has none that an id may hold. */
const isSound = (name: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(name);

type IsTaken = (name: string) => boolean;

/** A name with the lowest number that makes it free, or as it is where it is free. */
export function numbered(name: string, isTaken: IsTaken, joint = '-'): string {
  let found = name;
  for (let count = 2; isTaken(found); count++) found = `${name}${joint}${count}`;
  return found;
}

/** The first of some names that is free, or the last one with a number; null where none of them can be an id. */
export function freeName(candidates: string[], isTaken: IsTaken, joint = '-'): string | null {
  const sound = candidates.filter(isSound);
  const last = sound.at(-1);
  if (last === undefined) return null;
  return sound.find((name) => !isTaken(name)) ?? numbered(last, isTaken, joint);
}
