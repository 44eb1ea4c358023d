/** Members as MSON has them, the notation of API Blueprint, as the rows of a table. */
import type { Item } from './blueprint-items.ts';

/** A row: each cell by the head of its column. */
export interface MemberRow {
  line: number;
  name: string;
  type: string;
  required: string;
  fixed: string;
  allowed: string;
  example: string;
  notes: string;
}

/** Structures by their names: the type that each is made of, and its items. */
export type Structures = Map<string, { base: string; items: Item[] }>;

/** What one item of MSON says. */
interface Member {
  name: string;
  value: string;
  attributes: string[];
  notes: string;
}

const bare = (text: string): string => text.replace(/^([`*_]+)(.*?)\1$/, '$2').trim();

/** The index where the first of some marks begins; the end of the text without any. */
const firstOf = (text: string, marks: string[]): number =>
  Math.min(text.length, ...marks.map((mark) => text.indexOf(mark)).filter((at) => at >= 0));

/** An item as `name: value (attributes) - words`. */
export function memberIn(text: string): Member {
  const [, quoted] = /^(`[^`]+`|\*[^*]+\*)/.exec(text) ?? [];
  const name = quoted ?? text.slice(0, firstOf(text, [':', ' (', ' - ']));
  let rest = text.slice(name.length).trim();
  let value = '';
  if (rest.startsWith(':')) {
    rest = rest.slice(1).trim();
    const [code = rest.slice(0, firstOf(` ${rest}`, [' (', ' - ']))] = /^`[^`]*`/.exec(rest) ?? [];
    value = code.replaceAll('`', '').trim();
    rest = rest.slice(code.length).trim();
  }
  const close = rest.startsWith('(') ? rest.indexOf(')') : -1;
  const attributes = close < 0 ? [] : rest.slice(1, close).split(',');
  return {
    ...{ name: bare(name), value },
    attributes: attributes.map((one) => one.replaceAll('`', '').trim()).filter((one) => one !== ''),
    notes: rest
      .slice(close + 1)
      .replace(/^\s*(?:-|\.{3})\s+/, '')
      .trim(),
  };
}

/** Attributes that are no types. */
const duties = new Set(['required', 'optional', 'fixed', 'fixed-type', 'nullable', 'default', 'sample']);

/** The type among attributes; empty where none is named. */
const typeOf = (attributes: string[]): string => attributes.find((one) => !duties.has(one)) ?? '';

/** The type that an array or an enumeration holds; empty for any other. */
const heldBy = (type: string): string => /^(?:array|enum)\s*\[([^\][]*)\]$/.exec(type)?.[1]?.trim() ?? '';

/** Items that group others, and say nothing of a member. */
const groups = /^(?:Members|Items|Properties)$/;
const isAside = /^(?:Default|Sample)(?::.*)?$/;

const plainTypes = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'enum', '']);

/** Rows that a structure has at most; one may name others very often. */
const mostRows = 1000;

/** The rows of items as members below a name, and the types that are nowhere described. */
export class MemberRows {
  readonly rows: MemberRow[] = [];
  readonly unknown: Set<string> = new Set();
  private readonly structures: Structures;

  constructor(structures: Structures) {
    this.structures = structures;
  }

  /** Adds the members of a named structure, unless it is within itself. */
  addNamed(type: string, above: string, within: string[] = []): void {
    const known = this.structures.get(type.toLowerCase());
    if (!known) {
      if (!plainTypes.has(type)) this.unknown.add(type);
      return;
    }
    if (within.includes(type)) return;
    this.addNamed(known.base, above, [...within, type]);
    this.add(known.items, above, [...within, type]);
  }

  /** Adds the members that items are. */
  add(items: Item[], above: string, within: string[] = []): void {
    for (const item of items) {
      if (this.rows.length >= mostRows) return;
      const [, included = null] = /^Include\s+(\S.*)$/.exec(item.text) ?? [];
      if (included !== null) this.addNamed(bare(included), above, within);
      else if (groups.test(item.text)) this.add(item.below, above, within);
      else if (/^One Of$/i.test(item.text)) this.unknown.add('One Of');
      else if (!isAside.test(item.text)) this.addMember(item, above, within);
    }
  }

  private addMember(item: Item, above: string, within: string[]): void {
    const { name, value, attributes, notes } = memberIn(item.text);
    const named = this.structures.get(typeOf(attributes).toLowerCase());
    const isNamedEnum = named?.base.startsWith('enum') === true;
    const type = isNamedEnum ? named.base : typeOf(attributes);
    const below = (isNamedEnum ? named.items : item.below).flatMap((one) =>
      groups.test(one.text) ? one.below : [one],
    );
    const own = below.filter(({ text }) => !isAside.test(text));
    const isList = type.startsWith('array');
    const isEnum = type.startsWith('enum');
    const path = `${above}${name}`;
    const said = item.held.map(({ text }) => text.trim()).filter((text) => text !== '');
    this.rows.push({
      ...{ line: item.line, name: path },
      type: `${this.shownType(type, own.length > 0)}${attributes.includes('nullable') ? ' or null' : ''}`,
      required: attributes.includes('required') ? 'yes' : attributes.includes('optional') ? 'no' : '',
      fixed: attributes.includes('fixed') && own.length === 0 ? value : '',
      allowed: isEnum ? own.map(({ text }) => `\`${memberIn(text).value || memberIn(text).name}\``).join(', ') : '',
      example: attributes.includes('fixed') || attributes.includes('default') ? '' : value,
      notes: [notes, ...said].join(' ').trim(),
    });
    if (isEnum) return;
    const held = heldBy(type);
    if (!isList) {
      if (!plainTypes.has(type)) this.addNamed(type, `${path}.`, within);
      this.add(own, `${path}.`, within);
      return;
    }
    if (!plainTypes.has(held)) this.addNamed(held, `${path}[].`, within);
    for (const one of own) this.add(one.below, `${path}[].`, within);
  }

  /** A type in words that tables have. */
  private shownType(type: string, isObject: boolean): string {
    const held = heldBy(type);
    if (type.startsWith('enum')) return held || 'string';
    if (type.startsWith('array')) return plainTypes.has(held) && held !== '' ? `array of ${held}` : 'array';
    if (this.structures.has(type.toLowerCase())) return 'object';
    return type === '' && isObject ? 'object' : type;
  }
}
