/** Of the alternatives that an object fits none of, the one that it is nearest to: the faults of the others say nothing true. */
import type { ErrorObject } from 'ajv';

/** Keywords of what is wrong with the keys of an object. */
const ofKeys = ['additionalProperties', 'required'];

/** The faults that one alternative finds in the keys of an object, and how many of those it does not know. */
interface Branch {
  errors: ErrorObject[];
  unknown: number;
}

/** A validator tries alternatives in turn, and names what a schema lacks before what it does not know: so one ends, and the next begins. */
function branchesOf(errors: ErrorObject[]): Branch[] {
  const branches: Branch[] = [];
  for (const [index, error] of errors.entries()) {
    const last = branches.at(-1);
    const begins = errors[index - 1]?.keyword === 'additionalProperties' && error.keyword === 'required';
    const branch = last && !begins ? last : { errors: [], unknown: 0 };
    if (branch !== last) branches.push(branch);
    branch.errors.push(error);
    if (error.keyword === 'additionalProperties') branch.unknown++;
  }
  return branches;
}

/** The errors without those of alternatives that know fewer of the keys of an object than another one does. */
export function ofNearestBranch(errors: ErrorObject[], all: readonly ErrorObject[]): ErrorObject[] {
  const dropped = new Set<ErrorObject>();
  const places = new Set(all.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath));
  for (const place of places) {
    const here = errors.filter(({ instancePath, keyword }) => instancePath === place && ofKeys.includes(keyword));
    // An alternative that adds a condition to the object is none of these: each of these is a schema of its own.
    if (here.some(({ schemaPath, keyword }) => schemaPath !== `#/${keyword}`)) continue;
    const branches = branchesOf(here);
    // What is wrong with the value of a key is said by an alternative that knows the key.
    const isKnown = here.some(({ params }) =>
      errors.some(({ instancePath }) => instancePath === `${place}/${params['additionalProperty']}`),
    );
    const least = Math.min(...branches.map(({ unknown }) => unknown), ...(isKnown ? [0] : []));
    const near = branches.filter(({ unknown }) => unknown === least);
    const fewest = Math.min(...near.map((one) => one.errors.length));
    for (const branch of branches)
      if (branch.unknown > least || branch.errors.length > fewest)
        for (const error of branch.errors) dropped.add(error);
  }
  return errors.filter((error) => !dropped.has(error));
}
