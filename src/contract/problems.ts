/** Categories of Unicode that a terminal obeys and does not show; line breaks and tabs are told apart. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text as a terminal may show it: what could move it, hide lines or set colours is written as its code. */
export function printable(text: string): string {
  return text.replace(unseen, (character) =>
    character === '\n' || character === '\t'
      ? character
      : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** Most problems that one message lists. */
const mostListed = 100;

/** A fault in what the user gave (a file, a variable, an argument); the run ends with exit code 3 before any request. */
export class InputError extends Error {
  readonly title: string;
  readonly problems: string[];

  constructor(title: string, problems: string[]) {
    const more = problems.length - mostListed;
    const listed = problems.slice(0, mostListed).map((problem) => `  - ${problem}`);
    super(printable([title, ...listed, ...(more > 0 ? [`  - and ${more} more`] : [])].join('\n')));
    this.name = 'InputError';
    this.title = title;
    this.problems = problems;
  }
}
