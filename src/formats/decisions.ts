// Written by npm run formats; npm run check compares.
/** decisions.yaml: what the page said when it was read, and where people decided otherwise. */
import type { Json } from './json.ts';

export interface DecisionsFile {
  decisions: DecisionRow[];
  page?: PageRow;
}
/** Where people decided otherwise than the page says */
export interface DecisionRow {
  /** A fact, or the beginning of several: 400 is every fact about the 400 answer */
  fact: string;
  /** What the page says; absent where it says nothing */
  page?: Json;
  reason: string;
}
/** What the page said when the contract was derived; drift compares the page of today with it */
export interface PageRow {
  /** The operation that was asked for as the one that issues tokens */
  operation?: string;
  /** What each fact is about, and what the page said of it */
  facts: {
    [k: string]: Json;
  };
}
