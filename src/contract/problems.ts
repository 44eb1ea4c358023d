/** A fault in what the user gave (a file, a variable, an argument); the run ends with exit code 3 before any request. */
export class InputError extends Error {
  readonly problems: string[];

  constructor(title: string, problems: string[]) {
    super([title, ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}
