/** One finding as Markdown, to send to the provider: what is documented, what was received, and how to see it again. */
import { InputError } from '../src/contract/problems.ts';
import { didYouMean } from '../src/contract/similar.ts';
import type { ClauseResult, Results, TargetResult } from '../src/formats/results.ts';
import { exchangeText } from '../src/results/exchange-text.ts';
import { escapeCode, escapeText, placeLink } from './markdown.ts';
import { instant, standingText, visibleLines } from './words.ts';

/** Most answers that are shown whole; the others show the same clause. */
const mostExchanges = 3;

/** Text as a block of code, indented: no fence, which the text could close. */
const block = (text: string): string =>
  visibleLines(text)
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');

function targetPart(target: TargetResult, clause: ClauseResult): string[] {
  const failed = clause.observations.filter(({ verdict }) => verdict === 'fail');
  const { standing } = clause;
  const exchanges = [...new Set(failed.map(({ exchange }) => exchange))]
    .flatMap((id) => target.exchanges.find((exchange) => exchange.id === id) ?? [])
    .slice(0, mostExchanges);
  const { baseUrl, title } = target;
  return [
    `## ${escapeText(target.target)}`,
    `${escapeText(title)} at ${baseUrl ? escapeCode(baseUrl) : 'the embedded mock'}.${standing ? ` It fails ${standingText(standing)}.` : ''}`,
    ...[...new Set(failed.map(({ documented, received }) => JSON.stringify([documented, received])))].map((text) => {
      const [documented = '', received = '']: string[] = JSON.parse(text);
      return `- documented: ${escapeText(documented)}\n- received: ${escapeText(received)}`;
    }),
    ...exchanges.flatMap((exchange) => [
      `### ${escapeText(exchange.title)}`,
      'The request, the answer, and a command that sends the request again with variables in place of secrets:',
      block(exchangeText(exchange)),
    ]),
  ];
}

/**
 * The Markdown page of a clause that fails. @throws InputError where no target of the run has such a finding.
 */
export function findingPage(results: Results, id: string): string {
  const failing = results.targets.flatMap((target) => {
    const clause = target.clauses.find((one) => one.id === id && one.verdict === 'fail');
    return clause ? [{ target, clause }] : [];
  });
  const [first] = failing;
  if (!first) {
    const known = results.targets.flatMap(({ clauses }) =>
      clauses.filter(({ verdict }) => verdict === 'fail').map((clause) => clause.id),
    );
    const all = [...new Set(known)];
    throw new InputError(`No clause "${id}" fails in this run.`, [
      all.length === 0 ? 'no clause fails at all' : `failing: ${all.join(', ')}${didYouMean(id, all)}`,
    ]);
  }
  const { clause } = first;
  const parts = [
    `# ${escapeText(clause.statement)}`,
    `Documented: ${placeLink(clause)}. Clause ${escapeCode(clause.id)}, level ${clause.level}. Seen in the run of ${instant(results.startedAt)}.`,
    ...(clause.impact ? [`What it breaks: ${escapeText(clause.impact)}`] : []),
    ...failing.flatMap((one) => targetPart(one.target, one.clause)),
  ];
  return `${parts.join('\n\n')}\n`;
}
