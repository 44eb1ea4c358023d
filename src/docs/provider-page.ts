/** The documentation of a contract: every clause with its source, the scenarios that test it, and how to send each by hand. */
import { generateKeyPairSync } from 'node:crypto';
import { placeUrl } from '../contract/place.ts';
import type { Clause, Contract } from '../contract/types.ts';
import { isUntestable, probeOperationId } from '../contract/types.ts';
import { build, unavailable } from '../scenario/build.ts';
import type { Credential, Credentials } from '../scenario/draft.ts';
import { plan, type Scenario } from '../scenario/plan.ts';
import { through } from '../scenario/shell.ts';
import { credential, type Text } from '../scenario/text.ts';
import { variableOf } from '../target/target.ts';
import { curlOf } from '../wire/curl.ts';

const notice = '<!-- Written by `npm run docs` from the contract; do not edit. -->';

/** Credentials that stand for the reader's own: what is built from them shows variables, never values. */
function placeholders(contract: Contract): Credentials {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return Object.fromEntries(
    Object.entries(contract.credentials)
      .filter(([, spec]) => !spec.optional)
      .map(([name, spec]): [string, Credential] => {
        const value = spec.list ? contract.operation.scopes : spec.format === 'private-key' ? pem : 'Placeholder';
        return [name, { name, value, variable: variableOf(contract, name), secret: spec.secret }];
      }),
  );
}

/** Stand for what only the reader knows; a shell takes both from the variables. */
const baseUrl = credential('base URL', '', 'BASE_URL', false);
/** The path of the reader's base URL, which a signature may be over. */
const basePath: Text = {
  ...baseUrl,
  value: '',
  shell: through(baseUrl.shell, "perl -pe 's,^[a-z]+://[^/]*,,;s,/+\\z,,'"),
};
const probePath = credential('path of a protected resource', '', 'PROBE_PATH', false);

function escaped(text: string): string {
  return text.replace(/[|<>*_`[\]\\]/g, (character) => `\\${character}`);
}

function curlBlock(scenario: Scenario, contract: Contract, credentials: Credentials): string[] {
  const probe = { method: 'GET', path: '/', headers: {} };
  const token = 'Placeholder';
  const context = { contract, credentials, now: new Date(0), timestampOffset: 86_400, probe, token, basePath };
  if (unavailable(scenario, context) !== null) return [];
  const request = build(scenario, context);
  const target = scenario.operation === probeOperationId ? probePath : request.target;
  return ['```sh', curlOf({ ...request, target }, baseUrl), '```'];
}

function clauseLines(clause: Clause, scenarios: Scenario[]): string[] {
  const judgedOn = 'on' in clause && clause.on.length > 0 ? `Judged on: ${clause.on.join(', ')}.` : '';
  const reached = isUntestable(clause) ? `Not testable from outside: ${clause.untestable}` : (clause.unreached ?? '');
  const refusal = clause.kind === 'demand' && 'refusal' in clause ? clause.refusal : null;
  return [
    `### ${clause.id}`,
    '',
    escaped(clause.statement),
    '',
    `${clause.kind}, ${clause.level}. [${escaped(clause.source.title)}](${placeUrl(clause)}), ${escaped(clause.at)}.`,
    ...[judgedOn, reached && `${escaped(reached)}`, clause.impact ? `Impact: ${escaped(clause.impact)}` : ''].filter(
      (line) => line !== '',
    ),
    ...(refusal ? ['', `Expected: ${escaped(refusal.statement)}.`] : []),
    ...(refusal?.tolerated ?? []).map(
      ({ status, effect, note }) =>
        `- tolerated${effect === 'warns' ? ', with a warning' : ''}: ${[status].flat().join(', ')}. ${escaped(note)}`,
    ),
    ...(scenarios.length > 0
      ? ['', ...scenarios.map(({ id, title }) => `- [\`${id}\`](#${anchor(id)}): ${escaped(title)}`)]
      : []),
    '',
  ];
}

function anchor(id: string): string {
  return id.replace(/[^a-z0-9-]/gi, '').toLowerCase();
}

/** The Markdown page of one provider. */
export function providerPage(contract: Contract): string {
  const scenarios = plan(contract);
  const credentials = placeholders(contract);
  const sources = Object.values(contract.sources);
  return [
    notice,
    '',
    `# ${contract.title}`,
    '',
    `\`${contract.operation.method} ${contract.operation.path}\`, ${contract.clauses.length} clauses, ${scenarios.length} scenarios.`,
    '',
    '| source | read |',
    '|---|---|',
    ...sources.map(({ title, url, read }) => `| [${escaped(title)}](${url}) | ${read} |`),
    '',
    '## Clauses',
    '',
    ...contract.clauses.flatMap((clause) =>
      clauseLines(
        clause,
        scenarios.filter((scenario) => scenario.clause?.id === clause.id),
      ),
    ),
    '## Scenarios',
    '',
    'Set `BASE_URL`, the credentials, and `PROBE_PATH` for the path of a protected resource. Each command runs in bash and',
    'zsh, on Linux and macOS, with curl, perl and openssl; a command that sends a token asks for one first.',
    '',
    ...scenarios.flatMap((scenario) => [
      `### ${scenario.id}`,
      '',
      `${escaped(scenario.title)}; ${scenario.expects === 'granted' ? 'expected to succeed' : 'expected to be refused'}.`,
      '',
      ...curlBlock(scenario, contract, credentials),
      '',
    ]),
  ].join('\n');
}

/** The Markdown page of the contradictions found in the sources of every contract. */
export function readingsPage(contracts: Contract[]): string {
  return [
    notice,
    '',
    '# Readings',
    '',
    'Where the sources of a provider contradict themselves, a run tells which statement the server follows. Neither is a failure.',
    '',
    ...contracts.flatMap((contract) => [
      `## ${contract.title}`,
      '',
      ...contract.readings.flatMap((reading) => [
        `### ${reading.id}`,
        '',
        `${escaped(reading.statement)} ${escaped(reading.at)}.`,
        '',
        ...reading.options.map(({ name, documented }) => `- ${name}: ${escaped(documented)}`),
        '',
      ]),
    ]),
  ].join('\n');
}
