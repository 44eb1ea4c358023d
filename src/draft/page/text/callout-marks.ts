/** The marks and tags that site builders begin and end their notes, tabs and foldable parts with. */

/** What a mark says. */
export interface Mark {
  /** What ends its part: a line that is indented no more, a line of colons, or a tag. */
  ends: 'indent' | 'colons' | 'tag';
  name: string;
  /** The title that is a caption of its text; empty where it has none. */
  title: string;
  /** What stands before it on its line. */
  before: string;
  /** Whether it ends its part. */
  isEnd: boolean;
}

/** A mark that the lines indented below it belong to, as `!!! note "Title"` and `=== "Title"`, which may begin a definition. */
const indenting =
  /^\s*(:[ \t]+|[-*+][ \t]+)?(?:(?:!!!|\?\?\?\+?)[ \t]+[A-Za-z][^"\n]{0,60}|===[+!]?[ \t]+(?="))(?:"([^"\n]*)")?[ \t]*$/;

/** A mark that a line of colons ends, as `:::note[Title]` and `::: warning Title`. */
const colons =
  /^\s*(:{3,})[ \t]*(?:\{?\.?([A-Za-z][\w-]*)\}?[ \t]*(?:\[([^\]\n]{0,200})\]|\{[^}\n]{0,200}\}|([^{[\n].{0,200}))?[ \t]*)?$/;

/** Tags of notes, and of other parts; none shows anything itself. */
const notes = 'Note|Warning|Info|Tip|Check|Danger|Caution|Important|Callout|Aside|Admonition|Alert';
const names =
  `Tabs?|TabItem|TabPanel|CodeGroup|Accordion|AccordionGroup|Expandable|Steps?|Cards?|CardGroup|Columns?|Frame|Panel|` +
  `RequestExample|ResponseExample|${notes}`;
const tag = `<(/?)(${names})\\b((?:[^<>"'{}\\n]|"[^"\\n]{0,500}"|'[^'\\n]{0,500}'|\\{[^{}\\n]{0,500}\\}){0,200})>`;
const tags = new RegExp(tag, 'g');
const tagsAlone = new RegExp(`^\\s*(?:${tag}\\s*){1,6}$`);

/** The same between signs of percent; the other ones that stand there end nowhere, or are read with what they hold. */
const percentTag = `\\{%-?\\s*(/|end)?(tabs?|hint|code|stepper|step|columns?|accordion|callout)(?=[\\s%-])((?:[^%\\n]|%(?!\\})){0,500})%\\}`;
const percentTags = new RegExp(percentTag, 'g');
const percentTagsAlone = new RegExp(`^\\s*(?:${percentTag}\\s*){1,6}$`);
const noteTags = new RegExp(`</?(?:${notes})\\b[^<>\\n]{0,500}>`, 'g');

/** The first line of a quotation that is a note, as `> [!NOTE]`. */
const quoted = /^((?:[ \t]*>)+[ \t]*)\[![A-Za-z]+\][-+]?[ \t]*/;

const any = new RegExp(
  `^[ \\t]*(?:(?:[:*+-][ \\t]+)?(?:!!!|\\?\\?\\?|===[+!]?[ \\t])|:::|>[> \\t]*\\[!)|<(?:${names})\\b|\\{%-?\\s*(?:tab|hint|code|step|column|accordion|callout)`,
  'm',
);

/** Whether a text may hold any of them. */
export const mayHoldMarks = (text: string): boolean => any.test(text);

/** Titles that say of a note alone that it is one. */
const saysNothing =
  /^(?:(?:please )?notes?|tips?|hints?|info(?:rmation)?|warnings?|important|caution|danger|attention|catatan|penting|perhatian|peringatan)?[:!.]*$/i;

const titled = (title = ''): string => (saysNothing.test(title.trim()) ? '' : title.trim());

/** The mark that a line is; null for any other line. */
export function markIn(line: string): Mark | null {
  const below = indenting.exec(line);
  if (below) {
    const [, before = '', title] = below;
    return { ends: 'indent', name: '', title: before === '' ? titled(title) : '', before, isEnd: false };
  }
  const [whole, , name = '', bracketed, title] = colons.exec(line) ?? [];
  if (whole === undefined) return null;
  return { ends: 'colons', name: '', title: titled(bracketed ?? title), before: '', isEnd: name === '' };
}

/** The title that the attributes of a tag give, or that its name is. */
function titleOf(name: string, attributes: string): string {
  const [, double, single] = /\b(?:title|label|summary)=\{?(?:"([^"\n]+)"|'([^'\n]+)')/.exec(attributes) ?? [];
  return titled(double ?? single ?? /^(Request|Response)Example$/.exec(name)?.[1]);
}

/** The tags that a line holds and nothing else; a tag that ends itself holds no text. */
export function tagsIn(line: string): Mark[] {
  const isOfPercent = line.includes('{%');
  if (!(isOfPercent ? percentTagsAlone : tagsAlone).test(line)) return [];
  return [...line.matchAll(isOfPercent ? percentTags : tags)]
    .filter(([, , , attributes = '']) => !attributes.trimEnd().endsWith('/'))
    .map(([, end = '', name = '', attributes = '']) => ({
      ends: 'tag',
      name,
      title: titleOf(name, attributes),
      before: '',
      isEnd: end !== '',
    }));
}

/** A line without the marks that say that its words are a note. */
export const noteIn = (line: string): string =>
  (line.includes('[!') ? line.replace(quoted, '$1') : line).replace(noteTags, '');

export const blanks = (count: number): string => ' '.repeat(Math.max(0, count));

/** The columns before the text of a line; a tab goes to the next fourth. */
export function columnsOf(line: string): number {
  let columns = 0;
  for (const sign of line)
    if (sign === ' ') columns++;
    else if (sign === '\t') columns += 4 - (columns % 4);
    else break;
  return columns;
}

/** A sign that no page shows: a heading that begins with it is the title of a part, or ends one where it has no words. */
const sign = '\u2063';

/** The line that begins what stands below a title, or ends it. */
export const captionMark = (title: string, columns: number): string => `${blanks(columns)}###### ${sign}${title}`;

/** The title that the words of such a heading begin, empty where they end one; null for any other heading. */
export const captionBegun = (words: string): string | null =>
  words.startsWith(sign) ? words.slice(sign.length) : null;
