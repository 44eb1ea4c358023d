/** Values of a label that say nothing of what it names. */

/** Whether a value is the number of a page, as a table of contents has it behind the title of each section. */
const isPageNumber = (value: string): boolean => /^[\s.·…_-]*\d{1,4}\s*(?:\n|$)/.test(value);

/** Whether a value is such a number, or says that there is none. */
export const saysNothing = (value: string): boolean => isPageNumber(value) || /^(none|no|n\/a|-)/i.test(value.trim());
