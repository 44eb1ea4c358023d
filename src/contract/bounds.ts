/**
 * Limits for a YAML or JSON text from a person or a page: a larger one is refused, since to read it would take too
 * long.
 */
import type { EventType, State } from 'js-yaml';

/** Largest file that is read, in bytes: the largest description in public use, that of GitHub, has 13 MB. */
export const mostBytes = 16 * 1024 * 1024;

/** Most values of a text, counting an aliased value at each use: what the largest file may hold at eight bytes each. */
const mostValues = 2_000_000;

/** Most items of one list; a contract of all GitHub has 14,000 clauses. */
const mostItems = 50_000;

/** Most members of one object: the time to find the line of a member grows with their number. */
const mostMembers = 20_000;

/**
 * Deepest nesting, aliases followed: the limit of js-yaml. A schema within a schema takes two levels; no contract has
 * twenty.
 */
export const mostDepth = 100;

/** A fault of a text with its line, from 1. */
export class TextFault extends Error {
  readonly line: number;
  readonly reason: string;

  constructor(line: number, reason: string) {
    super(`${line}: ${reason}`);
    this.name = 'TextFault';
    this.line = line;
    this.reason = reason;
  }
}

/** Keys that a program, or another reader of YAML, understands otherwise than the person who wrote them. */
const misread: [key: string, fault: string][] = [
  ['__proto__', 'the key "__proto__" is not read; give it another name'],
  ['<<', 'the merge key "<<" is not of YAML 1.2; write the members out'],
];

interface Size {
  values: number;
  depth: number;
}

function childrenOf(value: object): unknown[] {
  return Array.isArray(value) ? value : Object.values(value);
}

/**
 * Follows js-yaml through one text and stops it at the limits, so that a small text cannot expand to a large value.
 * Throws a TextFault.
 */
export function boundsOf(): (event: EventType, state: State) => void {
  const sizes = new WeakMap<object, Size>();
  const starts: { line: number; at: number }[] = [];

  const sizeOf = (value: unknown): Size =>
    (typeof value === 'object' && value !== null ? sizes.get(value) : undefined) ?? { values: 1, depth: 1 };

  return (event, state) => {
    if (event === 'open') {
      starts.push({ line: state.line + 1, at: state.position });
      return;
    }
    const { line, at } = starts.pop() ?? { line: state.line + 1, at: 0 };
    const value: unknown = state.result;
    if (typeof value !== 'object' || value === null || sizes.has(value)) return;
    // An alias has no kind of its own; what it refers to is not complete yet.
    if (state.kind === null) throw new TextFault(line, 'an alias is inside the value that it refers to');
    for (const [key, fault] of misread)
      if (Object.hasOwn(value, key)) {
        const before = state.input.slice(at, state.input.indexOf(key, at));
        throw new TextFault(line + before.split('\n').length - 1, fault);
      }
    const children = childrenOf(value);
    const [what, most] = Array.isArray(value) ? ['items', mostItems] : ['members', mostMembers];
    if (children.length > most) throw new TextFault(line, `${children.length} ${what}; at most ${most} are read`);
    const size: Size = { values: 1, depth: 1 };
    for (const child of children) {
      const { values, depth } = sizeOf(child);
      size.values += values;
      size.depth = Math.max(size.depth, depth + 1);
    }
    if (size.values > mostValues)
      throw new TextFault(line, `more than ${mostValues} values, aliases counted as often as they are used`);
    if (size.depth > mostDepth) throw new TextFault(line, `nested deeper than ${mostDepth} levels`);
    sizes.set(value, size);
  };
}
