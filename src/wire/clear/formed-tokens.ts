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

/** Calls back for each token until it answers no; returns whether all of the view was read. */
export function tokensIn(view: View, take: (token: FormedToken) => boolean): boolean {
  let goesOn = true;
  const found = (token: FormedToken): boolean => {
    goesOn &&= take(token);
    return goesOn;
  };
  eachToken(view, (start, end) => found({ value: textOf(view.units.subarray(start, end)), start, end, spelling: [] }));
  const isRead = goesOn && eachSplitToken(view, (token) => found({ ...token, spelling: ['with other signs between'] }));
  if (goesOn && mayHoldBackwards(view)) readBackwards(view, found);
  return isRead && goesOn;
}

function readBackwards(view: View, take: (token: FormedToken) => boolean): void {
  const { length } = view;
  const turned = { ...view, units: backwards(view.units.subarray(0, length)), length };
  eachToken(turned, (start, end) => {
    const value = textOf(turned.units.subarray(start, end));
    if (segmentsOf(value.split('.', 1).join()) === 0) return true;
    return take({ value, start: length - end, end: length - start, spelling: ['written backwards'] });
  });
}
