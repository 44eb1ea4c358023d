/** What a page says in sentences of a part of the request by its name, wherever that stands. */
import { escapedPattern } from '../../../formats/pattern.ts';
import type { Facts } from '../../facts/facts.ts';
import { saysOwn } from '../../page/values/fair-examples.ts';
import { saysUsed } from '../../page/words/new-each-time.ts';
import { saidOnPage } from './said-on-page.ts';

/** Sentences that a question quotes. */
const mostSaid = 2;

/** Characters behind a name that are said of it. */
const near = 100;

/** What stands behind the next name, or the next code of a list, is said of that one. */
const next = /[;|]|,\s*\d{3,}\s|`(?=[A-Za-z][\w-]*`)/;

/** What the sentences of a page say right before a name, and behind it. */
const around = (isName: RegExp, sentence: string): { ahead: string; behind: string } | null => {
  const found = isName.exec(sentence);
  if (!found) return null;
  const [behind = ''] = sentence.slice(found.index + found[0].length).split(next);
  return { ahead: sentence.slice(Math.max(0, found.index - 20), found.index), behind };
};

/** What a page says of a name of which each value is good for one request. */
export function saidOnce(facts: Pick<Facts, 'written'>, name: string): string[] {
  const isName = RegExp(`(?<![\\w-])${escapedPattern(name)}(?![\\w-])`, 'i');
  return saidOnPage(facts, (sentence) => {
    const said = around(isName, sentence);
    return said !== null && (saysUsed(said.behind.slice(0, near)) || saysUsed(said.ahead));
  }).slice(0, mostSaid);
}

/** Whether a page says of a name that its value is the reader's own. A word of every language is a name where it is marked as one. */
export function isSaidOwn(facts: Pick<Facts, 'written'>, name: string): boolean {
  const isMarked = /[_\d-]|[a-z][A-Z]/.test(name);
  const isName = isMarked
    ? RegExp(`(?<![\\w-])${escapedPattern(name)}(?![\\w-])[\`"*_”]*`, 'i')
    : RegExp(`[\`"*_“]${escapedPattern(name)}[\`"*_”]+`, 'i');
  return (
    saidOnPage(facts, (sentence) => {
      const [behind = ''] = around(isName, sentence)?.behind.split(/[.,(]/) ?? [];
      return saysOwn(behind);
    }).length > 0
  );
}

/** What the sentences of a page say right behind a name, as far as a test tells it. */
export function saidBehind(facts: Pick<Facts, 'written'>, name: string, is: (behind: string) => boolean): string[] {
  const isName = RegExp(`(?<![\\w-])${escapedPattern(name)}(?![\\w-])`, 'i');
  return (
    saidOnPage(facts, (sentence) => {
      const said = around(isName, sentence);
      return said !== null && is(said.behind.slice(0, near));
    })
      .map((sentence) => sentence.slice(isName.exec(sentence)?.index ?? 0).split(next)[0] ?? '')
      // A description in JSON has its marks, and the ends of its lines as it writes them.
      .map((said) => said.replace(/\\n|[`*]/g, ' ').trim())
      .slice(0, mostSaid)
  );
}
