/**
 * Finds what weakens TLS in the environment; a run then refuses to start, since credentials must not go to an
 * unverified host.
 */
import { InputError } from '../contract/problems.ts';

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';

/** Any other value means that the user wants verification off, whether or not Node.js reads it so. */
const harmless = ['', '1', 'true', 'yes', 'on'];

const weakening: [option: RegExp, effect: string][] = [
  [/^--insecure-http-parser$/, 'lets malformed HTTP pass'],
  [/^--tls-min-v1\.[01]$/, 'allows a version of TLS that is broken'],
  [/^--tls-keylog$/, 'writes the keys of every connection to a file'],
  [/^--tls-cipher-list=.*(NULL|SECLEVEL=0)/i, 'allows ciphers that protect nothing'],
  [/^--security-revert/, 'takes back the fix of a vulnerability'],
];

/**
 * The options among words, `--name` or `--name=value`; Node.js takes an underscore for a hyphen, and the value as a
 * separate word.
 */
function optionsIn(words: string[]): string[] {
  return words.flatMap((word, index) => {
    if (!word.startsWith('--')) return [];
    const [name = '', ...value] = word.split('=');
    const plain = name.replaceAll('_', '-');
    const next = words[index + 1];
    if (value.length > 0) return [plain, `${plain}=${value.join('=')}`];
    return next === undefined || next.startsWith('-') ? [plain] : [plain, `${plain}=${next}`];
  });
}

/** Words of NODE_OPTIONS: separated by spaces outside double quotes (Node.js, CLI, NODE_OPTIONS). */
const wordsOf = (text: string): string[] =>
  (text.match(/(?:[^\s"]|"(?:\\.|[^"\\])*")+/g) ?? []).map((word) => word.replaceAll('"', ''));

/**
 * What weakens TLS in the variables (shell and .env) and in the options of this process; one line each, with the
 * remedy.
 */
export function verificationFaults(
  variables: Record<string, string | undefined>,
  commandLine: string[] = process.execArgv,
): string[] {
  const value = variables[variable]?.trim().toLowerCase() ?? '';
  const switchedOff = harmless.includes(value)
    ? []
    : [
        `${variable} is "${value}", which asks not to verify certificates, and credentials would go to anybody; ` +
          'unset it, and give the certificate of your own authority as tls.ca or by NODE_EXTRA_CA_CERTS',
      ];
  const given: [string, string[]][] = [
    ['NODE_OPTIONS', wordsOf(variables['NODE_OPTIONS'] ?? '')],
    ['the command line', commandLine],
  ];
  const options = given.flatMap(([where, words]) =>
    optionsIn(words).flatMap((option) =>
      weakening
        .filter(([pattern]) => pattern.test(option))
        .map(([, effect]) => `${option} of ${where} ${effect}; remove it`),
    ),
  );
  return [...switchedOff, ...options];
}

/** Refuses to continue where TLS is weakened. @throws InputError */
export function requireVerification(variables: Record<string, string | undefined>): void {
  const faults = verificationFaults(variables);
  if (faults.length > 0) throw new InputError('Nothing was sent:', faults);
}
