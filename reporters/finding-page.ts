/** One finding as Markdown, to send to the provider: what is documented, what was received, and how to see it again. */
import { InputError } from '../src/contract/problems.ts';
import { didYouMean } from '../src/contract/similar.ts';
import type { ClauseResult, Results, Standing, TargetResult } from '../src/formats/results.ts';
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

/** One finding of a run, with what a provider needs to see it again. */
export interface FindingReport extends Pick<ClauseResult, 'statement' | 'level' | 'sourceTitle' | 'at' | 'url'> {
  clause: string;
  /** What breaks at strict clients; null where the contract does not say. */
  impact: string | null;
  /** startedAt of the run that shows it. */
  startedAt: string;
  targets: FindingAt[];
}

/** A finding at one target. */
export interface FindingAt extends Pick<TargetResult, 'target' | 'title' | 'baseUrl'> {
  /** Since when it fails; null where no history says. */
  standing: Standing | null;
  /** What was documented and received, each pair once. */
  seen: { documented: string; received: string }[];
  /** The first answers that show it, at most three, each as a text: request, answer, command. */
  exchanges: { title: string; text: string }[];
}

function findingAt(target: TargetResult, clause: ClauseResult): FindingAt {
  const { observations, standing = null } = clause;
  const failed = observations.filter(({ verdict }) => verdict === 'fail');
  const pairs = new Map(
    failed.map(({ documented, received }) => [JSON.stringify([documented, received]), { documented, received }]),
  );
  const exchanges = [...new Set(failed.map(({ exchange }) => exchange))]
    .flatMap((id) => target.exchanges.find((exchange) => exchange.id === id) ?? [])
    .slice(0, mostExchanges)
    .map((exchange) => ({ title: exchange.title, text: exchangeText(exchange) }));
  const { title, baseUrl } = target;
  return { target: target.target, title, baseUrl, standing, seen: [...pairs.values()], exchanges };
}

/** A finding of a run, by its clause. @throws InputError where no target of the run has such a finding. */
export function findingIn(results: Results, id: string): FindingReport {
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
  const { statement, level, sourceTitle, at, url, impact = null } = first.clause;
  return {
    clause: id,
    ...{ statement, level, sourceTitle, at, url, impact },
    startedAt: results.startedAt,
    targets: failing.map(({ target, clause }) => findingAt(target, clause)),
  };
}

function targetPart({ target, title, baseUrl, standing, seen, exchanges }: FindingAt): string[] {
  return [
    `## ${escapeText(target)}`,
    `${escapeText(title)} at ${baseUrl ? escapeCode(baseUrl) : 'the embedded mock'}.${standing ? ` It fails ${standingText(standing)}.` : ''}`,
    ...seen.map(
      ({ documented, received }) => `- documented: ${escapeText(documented)}\n- received: ${escapeText(received)}`,
    ),
    ...exchanges.flatMap((exchange) => [
      `### ${escapeText(exchange.title)}`,
      'The request, the answer, and a command that sends the request again with variables in place of secrets:',
      block(exchange.text),
    ]),
  ];
}

/** The Markdown page of a finding. */
export function findingPage(finding: FindingReport): string {
  const { clause, statement, level, impact, startedAt, targets } = finding;
  const parts = [
    `# ${escapeText(statement)}`,
    `Documented: ${placeLink(finding)}. Clause ${escapeCode(clause)}, level ${level}. Seen in the run of ${instant(startedAt)}.`,
    ...(impact ? [`What it breaks: ${escapeText(impact)}`] : []),
    ...targets.flatMap(targetPart),
  ];
  return `${parts.join('\n\n')}\n`;
}
