/** What a source says that refusals and an answer that grants have alike. */

/** Members of each refusal by their names; `listed` for those alone that a table of statuses gives values to. */
export interface Same {
  names: string[];
  at: string;
  listed?: true;
}
