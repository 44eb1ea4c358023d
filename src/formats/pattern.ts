/** A text as a part of a regular expression that matches this text and no other. */
export function escapedPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether a name matches a pattern with `*` for any text, in any letter case, as Playwright reads --project. */
export function matcher(pattern: string): (name: string) => boolean {
  const source = pattern.split('*').map(escapedPattern);
  const whole = new RegExp(`^${source.join('.*')}$`, 'i');
  return (name) => whole.test(name);
}
