/** The parts that a documentation page is made of. */
import type { Schema } from '../../../formats/json.ts';

/** The place a block has on its page. */
interface Placed {
  /** The heading, or the caption line, above it. */
  title: string;
  /** Its first line, counted from 1; 0 where a parser does not give it. */
  line: number;
  /** Whether the text says of all its fields that they are there. */
  always?: true;
}

/** What a caption says of all fields below it. */
export interface OfFields {
  /** Whether they are there. */
  always?: true;
  /** Their type. */
  schema?: Schema;
}

/** What a sentence says of the fields that it describes: their side, the statuses of their answer, and where they are sent. */
export interface About {
  side: 'request' | 'response' | null;
  statuses: readonly number[];
  error: boolean;
  place: 'header' | 'query' | 'path' | 'cookie' | null;
  /** Whether it says so of every refusal. */
  every?: true;
  /** The media type that it gives to the body of these. */
  type?: string;
}

/** An item of a list, with its depth. */
export interface Item {
  text: string;
  depth: number;
}

/** The parts of a table. */
interface TableParts {
  kind: 'table';
  head: string[];
  rows: string[][];
  about?: About;
  /** Words that give some of its rows to some calls alone, by the index of the row; empty for all others. */
  forSome?: string[];
}

/** A part of a page. */
export type Block = Placed &
  (
    | { kind: 'heading'; depth: number; ofFields?: OfFields }
    | TableParts
    | { kind: 'code'; language: string; info: string; text: string }
    | { kind: 'list'; items: Item[] }
    | { kind: 'lines'; lines: string[] }
  );

/** The depth of an appendix in a plain text: it is on the level of the whole. */
export const appendixDepth = 1;

/** The depth of a heading that a number alone marks, of an operation: its parts may be bold lines. */
export const numberedDepth = 6.5;

/** Depths of what serves as a heading: a bold line, a caption that has lost its mark, and a row of a table. */
export const boldDepth = 7;
export const captionDepth = 8;
export const rowDepth = 9;

/** The index behind the last block of the section that a heading begins. */
export function sectionEnd(blocks: readonly Block[], heading: number): number {
  const first = blocks[heading];
  if (first?.kind !== 'heading') return heading + 1;
  let end = heading + 1;
  for (; end < blocks.length; end++) {
    const block = blocks[end];
    if (block?.kind === 'heading' && block.depth <= first.depth) break;
  }
  return end;
}
