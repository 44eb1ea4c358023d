/** Tokens that are known by their form, in a view: as they are, split, and written backwards. */
import { backwards } from './forms.ts';
import { eachSplitToken, segmentsOf } from './split-tokens.ts';
import { eachToken, mayHoldBackwards } from './token-form.ts';
import { textOf, type View } from './view.ts';

/** A token of such a form, its place in the view, and how it is written there. */
export interface FormedToken {
  value: string;
  start: number;
  end: number;
  spelling: string[];
}

/** Calls back for each token; returns whether all of the view was read. */
export function tokensIn(view: View, take: (token: FormedToken) => void): boolean {
  eachToken(view, (start, end) => take({ value: textOf(view.units.subarray(start, end)), start, end, spelling: [] }));
  const isRead = eachSplitToken(view, (token) => take({ ...token, spelling: ['with other signs between'] }));
  if (mayHoldBackwards(view)) readBackwards(view, take);
  return isRead;
}

function readBackwards(view: View, take: (token: FormedToken) => void): void {
  const { length } = view;
  const turned = { ...view, units: backwards(view.units.subarray(0, length)), length };
  eachToken(turned, (start, end) => {
    const value = textOf(turned.units.subarray(start, end));
    if (segmentsOf(value.split('.', 1).join()) > 0)
      take({ value, start: length - end, end: length - start, spelling: ['written backwards'] });
  });
}
