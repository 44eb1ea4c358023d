/** The marks of a wiki as those of Markdown, with the same lines but for the rule below the heads of a table. */

/** A heading of a wiki, or the heads of its table; the rule below the heads of a table is Markdown's alone. */
const wikiBlock = /^h[1-6]\.[ \t]+\S|^\|\|[ \t]*[\p{L}*{].*\|\|[ \t]*$/mu;
const ruled = /^\|?[ \t]*:?-{3,}:?[ \t]*\|/m;

const isWiki = (text: string): boolean => wikiBlock.test(text) && !ruled.test(text);

/** Code of a wiki, whose text is left as it is. */
const codeOfWiki = /(\{(?:code|noformat)(?::[^{}\n]{0,200})?\})/;

/** Words in the type of code: a name alone, where braces inside are the placeholders of a template. */
const monospace = /(?<![/:{])\{\{([^{}\n]{1,300})\}\}(?!\})/g;

/** What stands between two braces and names no value that is filled in: an address, a media type or a method. */
const noName =
  /^(?:\/[\w{}.:~-]+(?:\/[\w{}.:~-]*)*|https?:\/\/\S+|(?:application|text|multipart)\/[^\s{}]+(?:; ?[^{}]+)?|GET|POST|PUT|PATCH|DELETE)$/;

/** Code between braces, where they are the marks of it; before the rest of an address they are a placeholder. */
const asCode = (whole: string, words: string, behind: string, isMarkup: boolean): string => {
  const isHeld = /^\/[\w{]/.test(behind) && !/[/:]/.test(words);
  if (isHeld || !(isMarkup || noName.test(words.trim())) || words.includes('`')) return whole;
  return `\`${words.trim().replaceAll('|', '\\|')}\``;
};

const withCode = (text: string, isMarkup: boolean): string =>
  text.replace(monospace, (whole: string, words: string, at: number) =>
    asCode(whole, words, text.slice(at + whole.length, at + whole.length + 2), isMarkup),
  );

/** Marks that show nothing themselves: the colour of words, a place that links lead to, and the box around a note. */
const shownPlainly = (text: string): string =>
  text
    .replace(/\{color(?::[^{}\n]{1,30})?\}|\{anchor:[^{}\n]{1,100}\}/g, '')
    .replace(/^[ \t]*\{(?:info|note|tip|warning|panel|expand|quote|excerpt|toc)(?::[^{}\n]{0,300})?\}[ \t]*$/gm, '')
    .replace(/\[([^[\]|\n]{1,200})\|([^[\]|\s]{1,300})\]/g, '[$1]($2)');

/** A cell whose words as a whole are struck through. */
const struckCell = /(?<=\|)[ \t]*-(?=[^\s-])([^|\n]*[^\s-])-[ \t]*(?=\|)/g;

const plainPart = (text: string): string =>
  withCode(shownPlainly(text), true)
    .replace(/^\|.*$/gm, (row) => row.replace(struckCell, ' ~~$1~~ '))
    .replace(/^(#{1,3})[ \t]+(?=\S)/gm, (_, marks: string) => `${'   '.repeat(marks.length - 1)}1. `)
    .replace(/^h([1-6])\.[ \t]+(?=\S)/gm, (_, depth: string) => `${'#'.repeat(Number(depth))} `)
    .replace(/^\|\|(.*)\|\|[ \t]*$/gm, (_, heads: string) => {
      const cells = heads.split('||');
      return `| ${cells.join(' | ')} |\n|${cells.map(() => '---|').join('')}`;
    });

/** A text of a wiki as Markdown: headings, tables, code, links, and marks that show nothing. */
export function withoutWikiMarks(text: string): string {
  if (!text.includes('{{') && !isWiki(text)) return text;
  // The end of a part of a template looks as an address does.
  if (!isWiki(text)) return text.includes('{{#') ? text : withCode(text, false);
  let isCode = false;
  return text
    .split(codeOfWiki)
    .map((part, index) => {
      if (index % 2 === 0) return isCode ? part : plainPart(part);
      isCode = !isCode;
      const [, language = ''] = /^\{code:(?:title=[^|}]*\|)?(?:language=)?(\w{1,20})\b(?!=)/.exec(part) ?? [];
      return isCode ? `\`\`\`${language}` : '```';
    })
    .join('');
}
