/** What the account of a reading lists. */
import type { Json } from '../../formats/json.ts';

/** A part of a page or of a description, with the facts that it gave. */
export interface Part {
  page: string;
  kind: 'table' | 'list' | 'text' | 'sample' | 'code' | 'operation' | 'security scheme' | 'callback' | 'reference';
  title: string;
  /** Its first line; 0 where there is none. */
  line: number;
  heads: string[];
  /** Rows or items: how many there are, and of how many something was taken. */
  rows: number;
  used: number;
  /** What a fact is about, and its value, as in a comparison. */
  facts: [fact: string, value: Json][];
  /** Why it gave no fact; empty where it gave some. */
  why: string;
  passage: string;
}
