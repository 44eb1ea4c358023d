/** The documentation of a contract: its clauses by topic, each with its source, its scenarios and how to send them by hand. */
import { placeUrl } from '../contract/place.ts';
import type { AnswerMatch, Clause, Contract, Reading, Refusal } from '../contract/types.ts';
import { isUntestable } from '../contract/types.ts';
import { untriedIn } from '../contract/untried.ts';
import { keysIn } from '../formats/json.ts';
import { isControl, type Scenario } from '../scenario/plan.ts';
import { commandOf, type Page, pageOf } from './by-hand.ts';
import { topicOf, topicOfReading, topics } from './topics.ts';

const notice = '<!-- Written by `npm run docs` from the contract; do not edit. -->';

function escaped(text: string): string {
  return text.replace(/[|<>*_`[\]\\]/g, (character) => `\\${character}`);
}

/** Text inside an HTML element, where Markdown has no meaning. */
function inElement(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The anchor that GitHub and others give a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** A scenario as one line that opens to its command; a plain line where no shell can send it. */
function scenarioLines(scenario: Scenario, page: Page): string[] {
  const command = commandOf(scenario, page);
  if (command === null) return [`- \`${scenario.id}\`: ${escaped(scenario.title)}`, ''];
  return [
    `<details><summary><code>${inElement(scenario.id)}</code>: ${inElement(scenario.title)}</summary>`,
    '',
    '```sh',
    command,
    '```',
    '',
    '</details>',
    '',
  ];
}

const words = { granted: 'grants', refused: 'refusals', any: 'every answer' } as const;

function clauseLines(clause: Clause, page: Page): string[] {
  const scenarios = page.scenarios.filter((scenario) => scenario.clause?.id === clause.id);
  const refusal = clause.kind === 'demand' && 'refusal' in clause ? clause.refusal : null;
  const judged = 'on' in clause ? clause.on.map((on) => (typeof on === 'number' ? `answers ${on}` : words[on])) : [];
  const facts = [
    refusal && `Expected: [${escaped(refusal.statement)}](#${anchor(`Refusal ${refusal.name}`)}).`,
    judged.length > 0 && `Judged on ${judged.join(', ')}.`,
    clause.unreached && escaped(clause.unreached),
    isUntestable(clause) && escaped(clause.untestable),
    clause.impact && `If it deviates: ${escaped(clause.impact)}`,
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return [
    `### ${clause.id}`,
    '',
    `**${escaped(clause.statement)}**`,
    '',
    `${clause.kind === 'demand' ? 'Demand' : 'Promise'}, level ${clause.level}. ` +
      `Source: [${escaped(clause.source.title)}](${placeUrl(clause)}), ${escaped(clause.at)}.`,
    ...(facts.length > 0 ? [facts.join(' ')] : []),
    '',
    ...scenarios.flatMap((scenario) => scenarioLines(scenario, page)),
  ];
}

function readingLines({ id, statement, at, options }: Reading): string[] {
  return [
    `> **Contradiction in the sources** (reading \`${id}\`): ${escaped(statement)} ${escaped(at)}.`,
    '>',
    ...options.map(({ name, documented }) => `> - ${name}: ${escaped(documented)}`),
    '',
  ];
}

function answerLine(kind: string, { status, effect, note, ways }: AnswerMatch): string {
  const warns = kind === 'tolerated' && effect === 'warns' ? ', with a warning' : '';
  const only = ways.length > 0 ? ` Only for: ${ways.join(', ')}.` : '';
  return `- ${kind}${warns}: ${[status].flat().join(', ')}. ${escaped(note)}${only}`.trimEnd();
}

function refusalLines({ name, statement, documented, tolerated }: Refusal): string[] {
  return [
    `### Refusal ${name}`,
    '',
    `A request is ${escaped(statement)}.`,
    '',
    ...documented.map((answer) => answerLine('documented', answer)),
    ...tolerated.map((answer) => answerLine('tolerated', answer)),
    '',
  ];
}

/** What the sources say of a request and no scenario breaks; nothing where each is broken. */
function untriedLines(contract: Contract): string[] {
  const untried = untriedIn(contract);
  if (untried.length === 0) return [];
  return [
    '## Not tried',
    '',
    'What is documented of the value of a request, and broken by no scenario, so that no clause shows it:',
    '',
    ...untried.map((one) => `- ${escaped(one)}`),
    '',
  ];
}

/** The Markdown page of one provider. */
export function providerPage(contract: Contract): string {
  const page = pageOf(contract);
  const { scenarios } = page;
  const sections = keysIn(topics)
    .map((topic) => ({
      topic,
      clauses: contract.clauses.filter((clause) => topicOf(clause) === topic),
      readings: contract.readings.filter((reading) => topicOfReading(reading, contract) === topic),
    }))
    .filter(({ clauses, readings }) => clauses.length + readings.length > 0);
  const refusals = new Map(
    contract.clauses.flatMap((clause) => ('refusal' in clause ? [[clause.refusal.name, clause.refusal] as const] : [])),
  );
  return [
    notice,
    '',
    `# ${contract.title}`,
    '',
    `\`${contract.operation.method} ${contract.operation.path}\`: ${count(contract.clauses.length, 'clause')}, ` +
      `tested by ${count(scenarios.length, 'scenario')}.`,
    '',
    '| topic | clauses |',
    '|---|---|',
    ...sections.map(({ topic, clauses }) => {
      const [heading] = topics[topic];
      const ids = clauses.map(({ id }) => `[${id.slice(contract.provider.length + 1)}](#${anchor(id)})`);
      return `| [${heading}](#${anchor(heading)}) | ${ids.join(', ')} |`;
    }),
    '',
    '| source | read |',
    '|---|---|',
    ...Object.values(contract.sources).map(({ title, url, read }) => `| [${escaped(title)}](${url}) | ${read} |`),
    '',
    '## Send a request by hand',
    '',
    'Each scenario below opens to its `curl` command. Set `BASE_URL`, the credentials that the command names, and `PROBE_PATH`',
    'for the path of a protected resource. The commands run in bash and zsh, on Linux and macOS, with curl, perl and openssl. A',
    'command that sends a token asks for one first. The good request of each operation is the control:',
    '',
    ...scenarios.filter(isControl).flatMap((scenario) => scenarioLines(scenario, page)),
    ...sections.flatMap(({ topic, clauses, readings }) => [
      `## ${topics[topic][0]}`,
      '',
      topics[topic][1],
      '',
      ...readings.flatMap(readingLines),
      ...clauses.flatMap((clause) => clauseLines(clause, page)),
    ]),
    '## Refusals',
    '',
    'How the sources say that a request is refused, and which other answers a fair provider may give.',
    '',
    ...[...refusals.values()].flatMap(refusalLines),
    ...untriedLines(contract),
  ].join('\n');
}

/** The Markdown page of the contradictions found in the sources of every contract. */
export function readingsPage(contracts: Contract[]): string {
  return [
    notice,
    '',
    '# Contradictions in the sources',
    '',
    'Where the sources of a provider contradict themselves, the report says which statement the server follows. Neither choice',
    'is a failure. The page of each provider also shows them beside their clauses.',
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
