import { visibleLines } from '../output/visible.ts';

/** Most problems that one message lists. */
const mostListed = 100;

/** A fault in what the user gave (a file, a variable, an argument); the run ends with exit code 3 before any request. */
export class InputError extends Error {
  readonly title: string;
  readonly problems: string[];

  constructor(title: string, problems: string[]) {
    const more = problems.length - mostListed;
    const listed = problems.slice(0, mostListed).map((problem) => `  - ${problem}`);
    super(visibleLines([title, ...listed, ...(more > 0 ? [`  - and ${more} more`] : [])].join('\n')));
    this.name = 'InputError';
    this.title = title;
    this.problems = problems;
  }
}
