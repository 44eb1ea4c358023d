import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { entryAt } from '../files/read.ts';
import { builtInFolders, roots } from '../files/roots.ts';
import { createControls } from './control.ts';
import { fits } from './fits.ts';
import { laterFormat } from './format-version.ts';
import { createLinker } from './link.ts';
import { unknownMechanisms } from './mechanism-names.ts';
import { openApi } from './openapi.ts';
import { findOperations, sharedSeeds, unyielding } from './operations.ts';
import { InputError } from './problems.ts';
import { match, reading, sectionsOf } from './rows.ts';
import { serversOf } from './servers.ts';
import { tokenMembers } from './token.ts';
import { type Clause, type Contract, tokenOperationId } from './types.ts';
import type { Vocabulary } from './vocabulary.ts';
import { readYaml } from './yaml.ts';

/** Whether a name is not that of a provider: a hidden folder, or `formats`, which an earlier version kept here. */
const beside = (name: string): boolean => name.startsWith('.') || name === 'formats';

/** Whether a folder holds contract files: true also for a provider that was left without its contract.yaml. */
const holdsContractFiles = (folder: string): boolean =>
  readdirSync(folder).some((name) => /\.(ya?ml|json)$/i.test(name));

/**
 * Every provider: a folder with a contract.yaml. A hidden folder, and one without any YAML or JSON file, is ignored.
 * @throws InputError where there is no such folder, one holds contract files and no contract.yaml, or a link leads nowhere.
 */
export function providerNames(folder: string = builtInFolders.contracts): string[] {
  if (!entryAt(folder)?.isDirectory())
    throw new InputError(`There are no contracts in ${folder}:`, [
      'CONFORMANCE_CONTRACTS names a folder that holds specs/ and contracts/; correct it, or unset it for our own',
    ]);
  const entries = readdirSync(folder)
    .filter((name) => !beside(name))
    .map((name) => ({ name, entry: entryAt(join(folder, name)) }));
  const lost = entries.filter(({ entry }) => entry === null);
  // A run without this provider would look like a run of all.
  if (lost.length > 0)
    throw new InputError(
      'A provider is not where its link leads:',
      lost.map(({ name }) => `${relative(process.cwd(), join(folder, name))}: correct the link, or delete it`),
    );
  const folders = entries.filter(({ entry }) => entry?.isDirectory()).map(({ name }) => name);
  const names = folders.filter((name) => existsSync(join(folder, name, 'contract.yaml')));
  const without = folders.filter((name) => !names.includes(name) && holdsContractFiles(join(folder, name)));
  if (without.length > 0)
    throw new InputError(
      'A provider has no contract:',
      without.map((name) => {
        const place = relative(process.cwd(), join(folder, name));
        return `${place}: it holds no file called contract.yaml; write one, or move the folder elsewhere`;
      }),
    );
  return names.sort();
}

/**
 * Loads `contracts/<provider>/contract.yaml` and the OpenAPI file it names, and links them.
 * @throws InputError that lists every problem at once, each with file and line.
 */
export function loadContract(
  provider: string,
  vocabulary: Vocabulary,
  folder: string = builtInFolders.contracts,
): Contract {
  const problems: string[] = [];
  if (roots().ownProjects.some(({ name }) => name === provider))
    throw new InputError(`No provider can be called ${provider}:`, [
      `a Playwright project of the configuration that is no target has that name; rename the folder, or that project`,
    ]);
  const contract = load(join(folder, provider, 'contract.yaml'), vocabulary, problems);
  if (contract && contract.provider !== provider) {
    problems.push(`${contract.file}: provider is "${contract.provider}", but the folder is called "${provider}"`);
  }
  // A node that several operations refer to is read by each of them.
  if (!contract || problems.length > 0)
    throw new InputError(`The contract of ${provider} does not load:`, [...new Set(problems)]);
  return contract;
}

/** A clause about a life that an answer need not declare. */
function mayBeSilent(clause: Clause, { lifeChecks }: Vocabulary): Clause {
  const isOfLife = 'check' in clause && lifeChecks.includes(clause.check);
  return isOfLife ? { unreached: 'the lifetime is optional, and no answer gave it', ...clause } : clause;
}

function load(file: string, vocabulary: Vocabulary, problems: string[]): Contract | null {
  const yaml = readYaml(file, problems);
  if (!yaml) return null;
  const { value } = yaml;
  const later = laterFormat(yaml);
  if (later !== null) {
    // By the rules of this format, what a later one says would be one fault after another.
    problems.splice(0, problems.length, later);
    return null;
  }
  const misnamed = unknownMechanisms(yaml.value, vocabulary.mechanisms);
  for (const { keys, fault } of misnamed) problems.push(`${yaml.where(keys)}: ${fault}`);
  // What is wrong with the keys of such a mechanism, or with what it would use, follows from its name alone.
  const isOfMisnamed = (keys: (string | number)[]): boolean =>
    misnamed.some((one) => one.keys.slice(0, -1).every((key, index) => keys[index] === key));
  if (!fits(yaml, value, [], 'contract', problems, isOfMisnamed) || misnamed.length > 0) return null;
  const api = openApi(resolve(dirname(file), value.spec), problems);
  if (!api) return null;
  const { credentials } = sectionsOf(value);
  const ids = [tokenOperationId, ...Object.keys(value.operations ?? {})];
  // The memory of a run stores the outcome of each operation under its id.
  for (const id of ids.filter((one) => one in Object.prototype))
    problems.push(
      `${yaml.where(['operations', id])}: every object has a member "${id}"; give the operation another operationId`,
    );
  const found = findOperations(api, ids, problems);
  const controls = createControls(yaml, value, credentials, vocabulary, problems);
  const operations = found.map(({ operation }) => ({ ...operation, control: controls.controlOf(operation) }));
  const [first] = operations;
  if (first?.id !== tokenOperationId) return null;
  controls.finish();
  const linker = createLinker(yaml, value, operations, vocabulary, problems);
  const clauses = [
    ...unyielding(sharedSeeds(found), value.clauses).map(({ seed, operations }) => linker.fromSeed(seed, operations)),
    ...value.clauses.map((row, index) => linker.fromRow(row, index)),
  ].filter((clause) => clause !== null);
  const token = tokenMembers(value.token, first.answers);
  const contract: Contract = {
    provider: value.provider,
    title: value.title,
    file,
    servers: serversOf(api, problems),
    sources: linker.sources,
    credentials,
    operation: first,
    operations,
    token,
    refusals: linker.refusals,
    blocked: (value.blocked ?? []).map((row) => ({ ...match(row), reason: row.reason })),
    readings: (value.readings ?? []).map(reading),
    clauses: token.optionalLifetime ? clauses.map((clause) => mayBeSilent(clause, vocabulary)) : clauses,
  };
  linker.finish(contract);
  return contract;
}
