/** What site builders write that is no Markdown, as Markdown with the same lines. */
import { own } from '../../../formats/json.ts';
import { captionMark } from './callout-marks.ts';
import { withoutCallouts } from './callouts.ts';
import { withDefinitions } from './definition-lists.ts';
import { withoutJsonBlocks } from './json-blocks.ts';
import { padded } from './lines-kept.ts';
import { withMethods } from './method-tags.ts';
import { withTabTitles } from './tab-titles.ts';
import { withoutWikiMarks } from './wiki-marks.ts';

/** The tags of site builders: the title of a tab or a block is a caption, and every other tag shows nothing. */
function withCaptions(text: string): string {
  if (!/\{%|<Tab|^===/m.test(text)) return text;
  // Several tags of tabs on one line begin what the last of them does.
  const single = text.replace(
    /^[ \t]*(?:<\/?Tab(?:Item|s)?\b[^>\n]*>[ \t]*){1,4}(<\/?Tab(?:Item|s)?\b[^>\n]*>)[ \t]*$/gm,
    '$1',
  );
  return single.replace(
    /^[ \t]*(?:\{%([^%\n]*)%\}|<\/?Tab(?:Item|s)?\b([^>\n]*)>|===[+!]?[ \t]+("[^"\n]+"))[ \t]*$/gm,
    (_, ...tags) => {
      const [first, second, third] = tags.map((tag) => (typeof tag === 'string' ? tag : ''));
      const words = first || second || (third ? `title=${third}` : '');
      const [, title = ''] = /\b(?:title|label|summary)=["']([^"']+)["']/.exec(words) ?? [];
      return title === '' ? '' : `###### ${title}`;
    },
  );
}

/** The tabs of Stoplight, which stand in comments: each with its title, or the first with those of all that follow it. */
function withCommentedTabs(text: string): string {
  if (!/<!--\s*type:\s*tab\b/.test(text)) return text;
  let titles: string[] = [];
  return text.replace(/^[ \t]*<!--\s*type:[ \t]*tab(-end)?\b((?:(?!-->)[^<]){0,500})-->/gm, (whole, end, words) => {
    const [, one, all] = /\b(?:title:[ \t]*([^\n]+)|titles:[ \t]*([^\n]+))/.exec(String(words)) ?? [];
    if (end) titles = [];
    else if (one ?? all) titles = one ? [one] : (all ?? '').split(',');
    const title = end ? '' : (titles.shift() ?? '').replace(/["']/g, '').trim();
    return padded(title === '' && !end ? '' : captionMark(title, 0), String(whole));
  });
}

/** Rows of a table that begin with a mark for their level, which is no quotation, and a sign that is none either. */
function withoutQuotations(text: string): string {
  if (!/^>+\s*\S[^|\n]*\||^[^\S\n]*>=/m.test(text)) return text;
  const lines = text.split('\n');
  return lines
    .map((line, index) =>
      /^>+\s*[\w.`*-]+\s*\|/.test(line) && lines[index - 1]?.includes('|')
        ? `| ${line}`
        : line.replace(/^(\s*)>=/, '$1≥'),
    )
    .join('\n');
}

/** The value of an attribute of a tag. */
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"\\n]*)"`).exec(tag)?.[1] ?? '';

/** Most characters of the words about a parameter. */
const mostWords = 2000;

const parameter = RegExp(
  `\\{%\\s*swagger-parameter\\b([^%\\n]*)%\\}([^{]{0,${mostWords}}?)\\{%\\s*endswagger-parameter\\s*%\\}`,
  'g',
);

const places: Record<string, string> = {
  header: 'Request headers',
  query: 'Query parameters',
  path: 'Path parameters',
};

/** What the attribute for it says of whether a parameter has to be there. */
const duties: Record<string, string> = { true: 'required', false: 'optional' };

/** The tag of an answer, with the line before it where that shows nothing. */
const response =
  /^([ \t]*(?:\{%\s*end[\w-]{1,40}\s*%\}[ \t]*)?\n)?[ \t]*\{%\s*swagger-response\s((?:[^%\n]|%(?!\}))*)%\}/gm;

/** The operations of GitBook: an address, a field for each parameter, and a caption for each answer. */
function withOperations(text: string): string {
  if (!text.includes('{% swagger')) return text;
  return text
    .replace(/\{%\s*swagger\s+([^%\n]*)%\}/g, (_, tag: string) => {
      const path = attribute(tag, 'path').replace(/^(?!\/|https?:)/, '/');
      const address = /^https?:/.test(path) ? path : `${attribute(tag, 'baseUrl').replace(/\/+$/, '')}${path}`;
      return `\`${attribute(tag, 'method').toUpperCase()} ${address}\``;
    })
    .replace(parameter, (whole: string, tag: string, words: string) => {
      const said = [attribute(tag, 'type'), own(duties, attribute(tag, 'required')) ?? ''].filter(Boolean);
      const field = `- \`${attribute(tag, 'name')}\` (${said.join(', ') || 'string'}): ${words.replace(/\s+/g, ' ').trim()}`;
      return padded(`${captionMark(own(places, attribute(tag, 'in')) ?? 'Request body', 0)}\n${field}`, whole);
    })
    .replace(/^[ \t]*\{%\s*endswagger\s*%\}/gm, captionMark('', 0))
    .replace(response, (_, before: string | undefined, tag: string) => {
      const title = captionMark(`Response ${attribute(tag, 'status')}`, 0);
      const words = attribute(tag, 'description').trim();
      if (words === '') return `${before ?? ''}${title}`;
      // The caption stands on the line before, so that the lines stay as many; a sentence is no caption itself.
      return `${title}\n${words}${/[.!?]$/.test(words) ? '' : '.'}`;
    });
}

/** The attributes of a tag: brackets stand in quoted values alone. */
const tagAttributes = `(?:[^<>"\\n]|"[^"\\n]{0,500}"){0,${mostWords}}`;

const fieldTag = RegExp(
  `<(ParamField|ResponseField)\\b(${tagAttributes})>([^<]{0,${mostWords}}?)</\\1>|<(ParamField|ResponseField)\\b(${tagAttributes})/>`,
  'g',
);

/** The fields of Mintlify, one for each tag; the side of an answer is that of the heading above it. */
function withFields(text: string): string {
  if (!/<(?:Param|Response)Field\b/.test(text)) return text;
  return text
    .replace(/^api:\s*["']?((?:GET|POST|PUT|PATCH|DELETE)\s+\S+?)["']?\s*$/m, '\n`$1`\n')
    .replace(fieldTag, (whole: string, one, given, said, other, alone) => {
      const tag = String(given ?? alone ?? '');
      const place = ['header', 'query', 'path', 'body'].find((name) => attribute(tag, name) !== '');
      const name = place === undefined ? attribute(tag, 'name') : attribute(tag, place);
      const isRequired = /\srequired(?:\s|$|=["'{]+true)/.test(`${tag} `);
      const attributes = [attribute(tag, 'type'), isRequired ? 'required' : ''].filter(Boolean).join(', ');
      const title = (one ?? other) === 'ResponseField' ? 'Response' : (places[place ?? ''] ?? 'Request body');
      const field = `- \`${name}\` (${attributes || 'string'}): ${String(said ?? '')
        .replace(/\s+/g, ' ')
        .trim()}`;
      return padded(`###### ${title}\n${field}`, whole);
    });
}

/** Heads whose cells are apart by spaces, above a rule of dashes: they are no heading. */
function withoutRules(text: string): string {
  return text.replace(/^([^\n|]+)\n[ \t]*-{3,}[ \t]*$/gm, (lines: string, heads: string) =>
    heads.trim().split(/ {2,}/).length > 2 ? `${heads}\n` : lines,
  );
}

/** A text whose numbered titles with a line below them are headings: Markdown takes such a title for the item of a list. */
const withNumberedTitles = (text: string): string =>
  text.replace(
    /^(\d{1,2}(?:\.\d{1,2})*[.)]?[ \t]+\S.{0,80})\n(={3,}|-{3,})[ \t]*$/gm,
    (whole, title: string, rule: string) =>
      Math.abs(title.trimEnd().length - rule.length) > 2 ? whole : `${rule.startsWith('=') ? '#' : '##'} ${title}\n`,
  );

/** A page as Markdown alone. */
export function asMarkdown(text: string): string {
  // A cell that is a dash alone is no rule below a heading.
  const plain = withDefinitions(
    withoutCallouts(withoutJsonBlocks(withMethods(withTabTitles(text)))).replace(/^[-=]$/gm, '–'),
  );
  return withoutQuotations(
    withCaptions(
      withCommentedTabs(withFields(withOperations(withoutWikiMarks(withoutRules(withNumberedTitles(plain)))))),
    ),
  );
}
