/** How words about a field take it out of the request: `in part` under conditions, or in a way that was not wholly understood. */
export type Withdrawn = 'whole' | 'in part';
