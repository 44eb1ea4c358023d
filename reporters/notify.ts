/** A notice to the chat of a team, sent when a run shows something that the runs before did not. */
import type { Results } from '../src/formats/results.ts';
import { printError } from '../src/output/print.ts';
import { runsOf } from '../src/results/history.ts';
import { variables } from '../src/target/variables.ts';
import type { Extras } from './extras.ts';
import { headline, visible } from './words.ts';

const variable = 'CONFORMANCE_WEBHOOK';

/** Runs without a verdict after which it is time to look: one bad night is no news. */
const nightsNotJudged = 3;

/** Milliseconds that the receiver may take. */
const mostMs = 10_000;

/** Servers of Microsoft Teams, which shows cards and no bare text. */
const ofTeams = /(?:^|\.)(?:office\.com|logic\.azure\.com|powerplatform\.com)$/;

/** Whether the last runs of a target, as many as it takes and no more, could not be judged. */
function isThirdNight(history: NonNullable<Extras['history']>, target: string): boolean {
  const open = runsOf(history, target).map(({ verdict }) => verdict === 'not-judged' || verdict === 'error');
  const judged = open.lastIndexOf(false);
  return open.length - 1 - judged === nightsNotJudged;
}

/**
 * What is new in a run, one line each: a finding, a finding that is fixed, a target not judged for the third time. Empty
 * where nothing is. It holds no text of an answer.
 */
export function newsOf(results: Results, { changes, history = [] }: Extras): string[] {
  return results.targets.flatMap(({ target, clauses }) => {
    const known = changes?.targets.find((one) => one.target === target);
    const failing = known
      ? known.newlyFailing.map(({ clause }) => clause)
      : clauses.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
    // A finding of level may, or one that a waiver covers, is no news.
    const news = clauses.filter(({ id, effect }) => failing.includes(id) && (effect === 'fails' || effect === 'warns'));
    return [
      ...news.map(({ id, statement, effect }) => `${target}: ${effect} ${id}, ${statement}`),
      ...(known?.fixed ?? []).map(({ clause, statement }) => `${target}: fixed ${clause}, ${statement}`),
      ...(isThirdNight(history, target) ? [`${target}: not judged in the last ${nightsNotJudged} runs`] : []),
    ].map(visible);
  });
}

/** The body of a notice, in the form that the receiver at a host shows. */
export function noticeBody(text: string, host: string): object {
  // Slack and Mattermost, and what follows them.
  if (!ofTeams.test(host)) return { text };
  const body = text.split('\n').map((line) => ({ type: 'TextBlock', text: line, wrap: true }));
  const card = { type: 'AdaptiveCard', version: '1.4', body };
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
}

/** Why a notice did not arrive; the address is a secret and is not part of it. */
async function sent(url: URL, text: string): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(noticeBody(text, url.hostname)),
      redirect: 'error',
      signal: AbortSignal.timeout(mostMs),
    });
    await response.body?.cancel();
    return response.ok ? null : `it answered ${response.status}`;
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return isLate ? `it did not answer within ${mostMs / 1000} s` : 'it could not be reached';
  }
}

/** Sends what is new in a run to the address in CONFORMANCE_WEBHOOK; a notice that does not arrive changes no verdict. */
export async function notify(results: Results, extras: Extras): Promise<void> {
  const address = variables()[variable] ?? '';
  if (address === '') return;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    printError(`${variable} is no http or https address; no notice was sent.`);
    return;
  }
  const news = newsOf(results, extras);
  if (news.length === 0) return;
  const fault = await sent(url, [headline(results), ...news].join('\n'));
  if (fault !== null) printError(`The receiver in ${variable} did not take the notice: ${fault}.`);
}
