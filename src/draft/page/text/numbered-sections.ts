/** The sections of a text out of a word processor: their numbers are all that is left of the marks of its headings. */

/** A line that is a number and a title, apart from what stands above it. */
const numberedLine = /^(\d{1,2})[.)]?[ \t]+(\p{Lu}[^\t.;:!?]{1,70})$/u;

interface Candidate {
  /** The index of its line. */
  at: number;
  number: number;
  /** Whether a part with its number stands below it, as `3.1 Request` below `3. Get token`. */
  hasParts: boolean;
}

/** The lines that may be titles of sections. */
function candidatesIn(lines: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  for (const [at, line] of lines.entries()) {
    const [, number = ''] = numberedLine.exec(line.trimEnd()) ?? [];
    if (number !== '' && (lines[at - 1] ?? '').trim() === '') {
      found.push({ at, number: Number(number), hasParts: false });
      continue;
    }
    const [, above = ''] = /^(\d{1,2})\.\d{1,2}\.?\s+\S/.exec(line) ?? [];
    const last = found.at(-1);
    if (last && Number(above) === last.number) last.hasParts = true;
  }
  return found;
}

/** Candidates whose numbers go on from one to the next. */
function runsOf(candidates: Candidate[]): Candidate[][] {
  const runs: Candidate[][] = [];
  for (const one of candidates) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.number === one.number - 1) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** The label of a line, and its value behind a colon that a tab sets apart from it. */
const labelled = /^([\p{L}\d][^\t:]{0,40}?)[ ]*\t+[ ]*:[ \t]+(?=\S)/u;

/**
 * A text with the marks of Markdown at the titles of its numbered sections, where parts below them have their numbers. Each
 * line keeps its place. A text that has marks of its own stays as it is.
 */
export function withNumberedSections(text: string): string {
  if (/^ {0,3}(?:#{1,6}\s|```|~~~)/m.test(text)) return text;
  const lines = text.split('\n');
  const runs = runsOf(candidatesIn(lines)).filter((run) => run.some(({ hasParts }) => hasParts));
  if (runs.length === 0) return text.includes('\t') ? lines.map(withoutTab).join('\n') : text;
  const titles = new Set(runs.flat().map(({ at }) => at));
  return lines.map((line, at) => (titles.has(at) ? `###### ${line.trim()}` : withoutTab(line))).join('\n');
}

const withoutTab = (line: string): string => line.replace(labelled, '$1: ');
