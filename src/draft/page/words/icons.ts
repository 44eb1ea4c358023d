/** Icons by their names, as Markdown of some sites writes them: `:white_check_mark:`, `:material-check:`. */
const icon = /:((?:[a-z]+-)*)([a-z][a-z_-]*):/g;
const checks = /^(?:(?:white_|heavy_)?check(?:_mark|-bold|-circle)?|ballot_box_with_check|tick)$/;
const crosses = /^(?:x|cross_mark|negative_squared_cross_mark|close|close-circle|no_entry|no_entry_sign)$/;

/** Words with the sign that an icon draws in its place; any other name stays. */
export const withSigns = (words: string): string =>
  words.includes(':')
    ? words.replace(icon, (whole, set: string, name: string) => {
        const called = `${set}${name}`.replace(/^(?:material|fontawesome(?:-(?:solid|regular))?|octicons|simple)-/, '');
        return checks.test(called) ? '✓' : crosses.test(called) ? '✗' : whole;
      })
    : words;
