/** What stands above a page for the program that makes a site of it: settings, and the title that the site shows. */

/** Characters of it at most. */
const longest = 5000;

const setting = /^(?:[\w.-]+[ \t]*:(?:[ \t].*)?|[ \t].*|-[ \t].*|#.*|)$/;

/** A description of an operation may be named there: that is for a reader. */
const ofOperation = /^(?:openapi|swagger|api)[ \t]*:/;

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');

/** A page without its settings, each line in its place: the title is a heading where the page has none, and text elsewhere, as the description is. */
export function withoutFrontMatter(text: string): string {
  if (!/^\uFEFF?---[ \t]*\n/.test(text)) return text;
  const end = /\n---[ \t]*(?:\n|$)/.exec(text.slice(3, longest));
  if (end === null) return text;
  const [, ...settings] = text.slice(0, end.index + 3).split('\n');
  if (
    settings.length === 0 ||
    !settings.every((line) => setting.test(line)) ||
    settings.some((line) => ofOperation.test(line))
  )
    return text;
  const rest = text.slice(end.index + 3 + end[0].length);
  const isTitled = /^#[ \t]/m.test(rest);
  const values = settings.map((line) => /^(title|description)[ \t]*:[ \t]+([^|>\s].*)$/.exec(line) ?? []);
  const title = unquoted(values.find(([, key]) => key === 'title')?.[2] ?? '');
  const first = title === '' || isTitled ? title : `# ${title}`;
  const shown = values.map(([, key, value = '']) => (key === 'title' ? '' : unquoted(value)));
  return `${first}\n${shown.join('\n')}\n\n${rest}`;
}
