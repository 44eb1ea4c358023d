/** What reStructuredText writes otherwise than Markdown does, as Markdown with the same lines. */
import { gridRow, simpleRule } from './drawn-tables.ts';
import { listTable } from './list-tables.ts';

/** A line that is written in no other language: a directive, or a rule below a title that Markdown has not. */
const marked = /^[ \t]*\.\. [a-z][a-z:_-]{0,40}::|^\S.{0,200}\n(?:~{4,}|\^{4,}|"{4,}|\*{4,})[ \t]*$/m;

const adornment = /^([=\-~^"'*+#`:.<>_])\1{2,}[ \t]*$/;
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Directives whose lines are code, and those that show nothing. */
const code = /^(?:code|code-block|sourcecode|parsed-literal|literalinclude|prompt|http:example)$/;
const hidden = /^(?:contents|toctree|meta|highlight|index|image|figure|role|default-role|_.*)$/;

/** Marks within a line, each with what it is in Markdown: a link with its address, and a text with its role. */
const inLine: readonly (readonly [RegExp, string])[] = [
  [/`([^`<>]{1,200}?)[ \t]*<([^`<>\s]{1,500})>`__?/g, '[$1]($2)'],
  // A role shows its text, whatever it is a link to.
  [/((?<![\w`]):[a-z][a-z:+-]{0,30}:`[^`<>]{1,200}?)[ \t]*<[^`<>]{1,500}>`/g, '$1`'],
  [/(?<![\w`]):[a-z][a-z:+-]{0,30}:`([^`<>]{1,200})`/g, '$1'],
  [/(?<!`)``([^`]{1,500})``(?!`)/g, '`$1`'],
];

/** A line with its marks as those of Markdown. */
const plain = (line: string): string =>
  line.includes('`') ? inLine.reduce((text, [form, made]) => text.replace(form, made), line) : line;

/** The same for a line of a table that is drawn, whose cells have to stay below each other. */
const plainInPlace = (line: string): string =>
  line.includes('`')
    ? inLine.reduce(
        (text, [form, made]) => text.replace(form, (whole) => whole.replace(form, made).padEnd(whole.length)),
        line,
      )
    : line;

/** A field that says with which status a request is answered, as the item of a list. */
const asItem = (line: string): string =>
  line.replace(
    /^([ \t]*):(?:statuscode|status|code)[ \t]{1,4}([2-5]\d\d)(?:[ \t][^:]{0,40})?:[ \t]*(?=\S)/,
    '$1- `$2` – ',
  );

/** The lines of tables that are drawn: those with bars, and those between the rules over columns. */
function drawnIn(lines: string[]): boolean[] {
  let isOpen = false;
  return lines.map((line, at) => {
    const isRule = simpleRule.test(line);
    if (isRule) isOpen = !isBlank(lines[at + 1]);
    return isOpen || gridRow.test(line);
  });
}

/** A line of verse, whose bar alone keeps it apart from the next; a row of a table has more bars. */
const withoutBar = (line: string): string => line.replace(/^([ \t]*)\|(?:[ \t]+([^|]*))?$/, '$1$2');

/** Where the lines end that are indented more than the one before them, and what they are. */
function blockAt(lines: string[], start: number, outer: number): { end: number; indent: number } {
  let end = start;
  let indent = Number.POSITIVE_INFINITY;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (indentOf(line) <= outer) break;
    indent = Math.min(indent, indentOf(line));
    end = at + 1;
  }
  return { end, indent };
}

/** Directives within each other that are read: the lines within one are read anew. */
const mostNested = 20;

/** What each line of a text of reStructuredText is in Markdown. */
function converted(lines: string[], depth = 0): string[] {
  const made: string[] = [];
  /** Not as arguments of one call: a text may have very many lines. */
  const add = (all: string[]): void => {
    for (const one of all) made.push(one);
  };
  const isDrawn = drawnIn(lines);
  const styles: string[] = [];
  const heading = (title: string, style: string): string => {
    if (!styles.includes(style)) styles.push(style);
    return `${'#'.repeat(Math.min(styles.indexOf(style) + 1, 6))} ${plain(title.trim())}`;
  };
  /** Lines of code between fences; the second of these stands on an empty line, or the lines begin on the one before them. */
  const fenced = (language: string, start: number, outer: number): number => {
    const { end, indent } = blockAt(lines, start, outer);
    const own = lines.slice(start, end).map((line) => (isBlank(line) ? '' : line.slice(indent)));
    // The options of a directive are no code.
    for (let at = 0; /^:[\w-]+:/.test(own[at] ?? ''); at++) own[at] = '';
    if (own.every(isBlank)) return start;
    made.push(`\`\`\`${language}`);
    const isFollowed = end < lines.length && !isBlank(lines[end]);
    if (isFollowed && isBlank(own[0])) own.shift();
    add(own);
    made.push('```');
    return isFollowed ? end : end + 1;
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const next = lines[at + 1] ?? '';
    const over = adornment.test(line) && !isBlank(next) && (lines[at + 2] ?? '').trim() === line.trim();
    const length = [...line.trim()].length;
    const isTitle =
      /^[^\s|+].*\w/.test(line) && isBlank(lines[at - 1]) && adornment.test(next) && next.trim().length >= length - 2;
    const [, margin = '', name = '', argument = ''] =
      /^([ \t]*)\.\. ([a-z_][\w:.-]{0,60}?)::[ \t]*(.*)$/i.exec(line) ?? [];
    const isDirective = name !== '' && depth < mostNested;
    const [, method] = /^http:(get|post|put|patch|delete)$/i.exec(name) ?? [];
    if (over) {
      made.push('', heading(next, `${line[0]}over`), '');
      at += 3;
    } else if (isTitle) {
      made.push(heading(line, next[0] ?? ''), '');
      at += 2;
    } else if (isDirective && code.test(name)) at = fenced(argument.trim(), at + 1, margin.length);
    else if (isDirective && name === 'list-table') {
      const { end } = blockAt(lines, at + 1, margin.length);
      const table = listTable(lines.slice(at + 1, end), argument, plain);
      add(table ?? lines.slice(at, end));
      at = Math.max(end, at + 1);
    } else if (isDirective || (depth < mostNested && /^[ \t]*\.\.(?:[ \t]|$)/.test(line))) {
      // A target or a comment shows nothing, nor does a directive that we do not know; the lines within it do.
      const { end, indent } = blockAt(lines, at + 1, margin.length);
      made.push(
        method
          ? `\`${method.toUpperCase()} ${argument.trim()}\``
          : isDirective && !hidden.test(name)
            ? plain(argument)
            : '',
      );
      const isShown = isDirective && !hidden.test(name);
      const within = lines.slice(at + 1, end).map((one) => (isBlank(one) ? '' : one.slice(indent)));
      const shown = within.map((one) => (/^:[\w-]+:[ \t]*\S*$/.test(one) ? '' : one));
      add(isShown ? converted(shown, depth + 1) : within.map(() => ''));
      at = Math.max(end, at + 1);
    } else if (/::[ \t]*$/.test(line) && isBlank(next) && blockAt(lines, at + 1, indentOf(line)).end > at + 1) {
      made.push(plain(line.replace(/::[ \t]*$/, line.trim() === '::' ? '' : ':')));
      // The empty line before the code is where its first fence stands.
      at = fenced('', at + 2, indentOf(line));
    } else {
      made.push(isDrawn[at] ? plainInPlace(line) : plain(asItem(withoutBar(line))));
      at++;
    }
  }
  return made;
}

/** A text of reStructuredText as Markdown; any other stays as it is. */
export function fromRestructured(text: string): string {
  if (!marked.test(text)) return text;
  return converted(text.split('\n')).join('\n');
}
