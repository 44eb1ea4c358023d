/** An article and words of duty before a member that a sentence names, as in `a mandatory `title` (string)`. */
import { everywhere, oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const duty = oneOf(word.mandatory, word.optional);
const ahead = oneOf(word.and, word.with, word.holds, 'plus', ',');
const named = '(`[A-Za-z_][\\w.-]{0,60}`)(?: ?\\(([^()]{1,60})\\))?';
const behindArticle = everywhere`(?<=(?:^|\s)${ahead} )(?:(?:an? |the )(?:(${duty}) )?|(${duty}) )(?:${word.member} )?${named}`;

/** An example of a value, which says nothing of others. */
const example = everywhere`,? ?(?:${word.suchAs})[.:,]? (?:\`[^\`]{1,60}\`|"[^"]{1,60}")(?=\s*\))`;

/** A sentence with such words between the parentheses of the member, and without examples there. */
export const withDuties = (sentence: string): string =>
  sentence.includes('`')
    ? sentence
        .replace(example, '')
        .replace(
          behindArticle,
          (_, behind: string | undefined, alone: string | undefined, name: string, inside?: string) => {
            const said = [inside, behind ?? alone].filter((one) => one !== undefined).join(', ');
            return said === '' ? name : `${name} (${said})`;
          },
        )
    : sentence;
