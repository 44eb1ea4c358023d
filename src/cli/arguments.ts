import { InvalidArgumentError } from 'commander';

/** The name of a provider as an argument gives it. @throws InvalidArgumentError where it cannot be one. */
export function providerName(text: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(text)) return text;
  throw new InvalidArgumentError('It is written in lower-case letters, digits and hyphens.');
}
