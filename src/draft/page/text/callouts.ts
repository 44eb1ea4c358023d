/** Notes, tabs and foldable parts of site builders as the Markdown that they hold, with the same lines. */
import { blanks, captionMark, columnsOf, type Mark, markIn, mayHoldMarks, noteIn, tagsIn } from './callout-marks.ts';

/** A part that is open at a line. */
interface Part extends Mark {
  /** The column of its mark, that of what it would stand at without it, and that of its text; null as long as it has none. */
  own: number;
  base: number;
  text: number | null;
  /** Columns that the part around it is moved by. */
  outer: number;
  /** Its title behind those of the parts around it. */
  path: string;
  /** The line of its mark. */
  at: number;
}

/** Parts within each other that are read. */
const mostOpen = 50;

/** The lines of a text without the marks of its parts. */
class Unwrapped {
  readonly made: string[] = [];
  private readonly open: Part[] = [];
  /** The title that holds from here on, where the page does not say it yet. */
  private title: string | null = null;

  /** A line at the column where it stands without the parts around it; lines that are indented no more end theirs. */
  place(line: string, isCode: boolean): { indent: number; text: string } {
    const indent = columnsOf(line);
    for (let last = this.open.at(-1); !isCode && last?.ends === 'indent' && indent <= last.own; last = this.open.at(-1))
      this.pop();
    const last = this.open.at(-1);
    if (last && last.text === null) last.text = Math.max(last.outer, last.outer + indent - last.base);
    return { indent, text: `${blanks(indent - (last?.text ?? 0))}${line.trimStart()}` };
  }

  begin(mark: Mark, indent: number): void {
    const above = this.open.at(-1);
    if (this.open.length >= mostOpen) return;
    const path = [above?.path ?? '', mark.title].filter(Boolean).join(': ');
    const base = indent + mark.before.length;
    this.open.push({ ...mark, own: indent, base, text: null, outer: above?.text ?? 0, path, at: this.made.length });
    if (mark.title !== '') this.title = path;
  }

  /** Ends the last part of a kind, and those within it. */
  end(ends: Part['ends'], name: string): void {
    const index = this.open.findLastIndex((part) => part.ends === ends && part.name === name);
    while (index >= 0 && this.open.length > index) this.pop();
  }

  private pop(): void {
    if (this.open.pop()?.title) this.title = this.open.at(-1)?.path ?? '';
  }

  /** A line of marks alone says the title that holds from here on. */
  marks(indent: number): void {
    const { before = '', outer = 0, at } = this.open.at(-1) ?? {};
    const isBegun = at === this.made.length && before !== '';
    if (isBegun) this.made.push(`${blanks(indent - outer)}${before.trimEnd()}`);
    else this.made.push(this.title === null ? '' : captionMark(this.title, indent - outer));
    this.title = null;
  }

  /** A line of text; an earlier title that holds again is said on the empty line above it. */
  add(text: string): void {
    if (this.title !== null && this.made.at(-1) === '') this.made[this.made.length - 1] = captionMark(this.title, 0);
    this.title = null;
    const { at, before = '' } = this.open.at(-1) ?? {};
    const isFirst = at !== undefined && before !== '' && this.made.slice(at + 1).every((line) => line === '');
    if (isFirst && !/^\s*(?:`{3}|~{3}|\|)/.test(text)) {
      this.made[at] = `${this.made[at] ?? ''} ${text.trim()}`;
      this.made.push('');
    } else this.made.push(text);
  }
}

/** A text whose notes, tabs and foldable parts are Markdown in their place, below their titles. */
export function withoutCallouts(text: string): string {
  if (!mayHoldMarks(text)) return text;
  const page = new Unwrapped();
  let fence = '';
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      page.made.push('');
      continue;
    }
    const { indent, text: placed } = page.place(line, fence !== '');
    const [, marked = ''] = /^\s*(`{3,}|~{3,})/.exec(placed) ?? [];
    const wasCode = fence !== '';
    if (marked !== '') fence = fence === '' ? marked : placed.trim().startsWith(fence) ? '' : fence;
    const mark = wasCode || marked !== '' ? null : markIn(placed);
    const tags = wasCode || mark ? [] : tagsIn(placed);
    if (mark?.isEnd) page.end(mark.ends, mark.name);
    else if (mark) page.begin(mark, indent);
    for (const one of tags)
      if (one.isEnd) page.end('tag', one.name);
      else page.begin(one, indent);
    if (mark || tags.length > 0) page.marks(indent);
    else page.add(wasCode ? placed : noteIn(placed));
  }
  return page.made.join('\n');
}
