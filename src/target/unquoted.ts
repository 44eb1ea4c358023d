/** What is wrong with an environment file, without the secrets that its lines hold: a parser may quote any of them. */
import type { Contract } from '../contract/types.ts';
import { readYamlText, type SourceFile } from '../contract/yaml.ts';
import { isObject, type Json, own, pointerOf } from '../formats/json.ts';
import { createGate, textsOf } from '../wire/clear/gate.ts';
import { isKeyLike } from '../wire/clear/guess.ts';
import { innocentParts } from '../wire/clear/known.ts';
import { variables } from './variables.ts';

/** Fewest characters of a value that is not quoted. */
const least = 8;

/** The values of all lines of a text that could not be parsed, without the signs that make them something else. */
function valuesIn(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => /^\s*(?:- )?["']?[\w.-]+["']?\s*:\s+["'*&!@%`|>{[]*(.*)$/.exec(line)?.[1]);
  return lines.flatMap((value) => [value?.trim() ?? '', ...(value?.trim().split(/[\s"'{}[\],]+/) ?? [])]);
}

/** The values of the variables that a text refers to: one may be written out elsewhere in it. */
function referredIn(text: string): string[] {
  const known = variables();
  return [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => known[name] ?? '');
}

/**
 * The texts under `credentials` and `tls` of each provider, but those that the contract does not call secret; the name
 * where it has changed places with its value, or is none that a provider has.
 */
function secretsIn(value: Json, contracts: Record<string, Contract>): string[] {
  const providers = isObject(value) && isObject(value['providers']) ? Object.entries(value['providers']) : [];
  // A problem may name its place as a pointer.
  const strange = providers.flatMap(([provider]) =>
    /^[\w.-]+$/.test(provider) ? [] : [provider, pointerOf([provider])],
  );
  const ofProviders = providers.flatMap(([provider, settings]) => {
    if (!isObject(settings)) return [];
    const { credentials, tls } = settings;
    const known = own(contracts, provider)?.credentials ?? {};
    const given = isObject(credentials) ? Object.entries(credentials) : [['', credentials] as const];
    const swapped = given.filter(([, one]) => typeof one === 'string' && own(known, one) !== undefined);
    const secret = given.filter((entry) => !swapped.includes(entry) && own(known, entry[0])?.secret !== false);
    return [
      ...swapped.map(([name]) => name),
      ...textsOf(secret.map(([, one]) => one)),
      ...(isObject(tls) ? textsOf([tls['passphrase'], tls['key']]) : []),
    ];
  });
  return [...strange, ...ofProviders];
}

/** A text in place of names that nobody chose as names: a secret may have been written in place of one. */
function withoutKeys(text: string): string {
  return text.replace(/[^\s"'<>(),;]+/g, (word) =>
    isKeyLike(word.replace(/^[!*&$]+/, '')) ? `‹not shown: ${word.length} characters›` : word,
  );
}

/** The problems of an environment file, each after its place, with a mask for what may be a secret of the file. */
export function unquoted(
  problems: string[],
  file: string,
  yaml: SourceFile | null,
  contracts: Record<string, Contract>,
): string[] {
  const text = readYamlText(file, []) ?? '';
  const values = yaml ? secretsIn(yaml.value, contracts) : valuesIn(text);
  const secrets = [...values.filter((value) => !value.startsWith('$')), ...referredIn(text)]
    .filter((value) => value.length >= least)
    .map((value) => ({ name: 'of the client', value }));
  // A secret may hold the name of a credential, as `MyPassword1` does, and the problem is nothing without that name.
  const innocent = innocentParts(Object.values(contracts).flatMap(({ credentials }) => Object.keys(credentials)));
  const gate = createGate({ secrets, innocent });
  return problems.map((problem) => {
    const [, place = '', said = problem] = /^(\S+:\d+: )([\s\S]*)$/.exec(problem) ?? [];
    return `${place}${withoutKeys(gate.clear(said))}`;
  });
}
