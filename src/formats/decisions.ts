// Written by npm run formats; npm run check compares.
/** decisions.yaml: where people decided otherwise than the page, read by a program, says. */
import type { Json } from './json.ts';

export interface DecisionsFile {
  decisions: DecisionRow[];
}
/** Where people decided otherwise than the page says */
export interface DecisionRow {
  /** A fact, or the beginning of several: 400 is every fact about the 400 answer */
  fact: string;
  /** What the page says; absent where it says nothing */
  page?: Json;
  reason: string;
}
