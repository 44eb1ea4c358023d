import { visibleLines } from '../output/visible.ts';

/** Most problems that one message lists. */
const mostListed = 100;

/** The place at the head of a problem. */
const placed = /^([^\n:]+):(\d+): /;

/** Problems, those of one file by line: whoever mends them goes through the file from its top. */
function byLine(problems: readonly string[]): string[] {
  const places = problems.map((problem) => {
    const [, file = '', line] = placed.exec(problem) ?? [];
    return { problem, file, line: Number(line) };
  });
  const sorted = new Map<string, string[]>();
  for (const { file } of places)
    if (!sorted.has(file)) {
      const own = places.filter((one) => one.file === file);
      sorted.set(
        file,
        (file === '' ? own : own.sort((a, b) => a.line - b.line)).map(({ problem }) => problem),
      );
    }
  return places.map(({ file, problem }) => sorted.get(file)?.shift() ?? problem);
}

/** A fault in what the user gave (a file, a variable, an argument); the run ends with exit code 3 before any request. */
export class InputError extends Error {
  readonly title: string;
  readonly problems: string[];

  constructor(title: string, given: readonly string[]) {
    const problems = byLine(given);
    const more = problems.length - mostListed;
    const listed = problems.slice(0, mostListed).map((problem) => `  - ${problem}`);
    super(visibleLines([title, ...listed, ...(more > 0 ? [`  - and ${more} more`] : [])].join('\n')));
    this.name = 'InputError';
    this.title = title;
    this.problems = problems;
  }
}
