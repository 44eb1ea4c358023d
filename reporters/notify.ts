/** A notice to the chat of a team, sent when a run shows something that the runs before did not. */

import { InputError } from '../src/contract/problems.ts';
import { isSuccess } from '../src/contract/status.ts';
import type { Results } from '../src/formats/results.ts';
import { isUrl } from '../src/formats/url.ts';
import { printError } from '../src/output/print.ts';
import { groupBy } from '../src/results/group.ts';
import { runsOf } from '../src/results/history.ts';
import type { Request } from '../src/scenario/build.ts';
import { plain } from '../src/scenario/text.ts';
import type { TargetMeta } from '../src/target/meta.ts';
import { variables, webhookVariable } from '../src/target/variables.ts';
import { proxyFor } from '../src/wire/proxy.ts';
import { createTransport } from '../src/wire/transport.ts';
import type { Extras } from './extras.ts';
import { headline, visible } from './words.ts';

/** Runs without a verdict after which it is time to look: one bad night is no news. */
const nightsNotJudged = 3;

/** Seconds that the receiver may take. */
const mostSeconds = 10;

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

/** Why a notice did not arrive, in words that hold nothing of the address, which is a secret; null where it did. */
async function whyNotSent(url: URL, text: string, known: Record<string, string>): Promise<string | null> {
  // As requests to a provider go out: through the proxy that is named, the certificate verified whatever the shell says, no
  // redirect followed.
  const transport = createTransport({
    baseUrl: url.origin,
    timeout: mostSeconds,
    perSecond: null,
    tls: {},
    proxy: proxyFor(url.href, known),
  });
  const request: Request = {
    method: 'POST',
    target: plain(`${url.pathname}${url.search}`),
    headers: [['Content-Type', plain('application/json')]],
    body: plain(JSON.stringify(noticeBody(text, url.hostname))),
    prelude: [],
  };
  try {
    const { response } = await transport.exchange('notice', () => request, { attempts: 1 });
    if (!response) return `it could not be reached, or gave no answer within ${mostSeconds} s`;
    return isSuccess(response.status) ? null : `it answered ${response.status}`;
  } finally {
    await transport.close();
  }
}

type Receiving = Pick<TargetMeta, 'target' | 'notify'>;

/** The results of the targets that share a receiver, by the variable that holds its address. */
function byReceiver(results: Results, metas: readonly Receiving[]): [variable: string, part: Results][] {
  const named = new Map(metas.map(({ target, notify }) => [target, notify]));
  const groups = groupBy(results.targets, ({ target }) => named.get(target) ?? webhookVariable);
  return [...groups].map(([variable, targets]) => [variable, { ...results, targets }]);
}

/** Why the news of a run were not sent to the address in a variable; null where they were, or where there is none to send. */
async function faultOf(variable: string, results: Results, extras: Extras): Promise<string | null> {
  const known = variables();
  const address = known[variable] ?? '';
  // An environment that names a receiver wants a notice; without one, nobody does.
  if (address === '' && variable === webhookVariable) return null;
  const news = newsOf(results, extras);
  if (news.length === 0) return null;
  if (address === '') return `${variable}, which the environment names under notify, is not set`;
  const url = isUrl(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return `${variable} is no http or https address`;
  const fault = await whyNotSent(url, [headline(results), ...news].join('\n'), known);
  return fault === null ? null : `the receiver in ${variable} did not take it: ${fault}`;
}

/**
 * Sends what is new in a run, to the address that the environment of each target names, else to that in CONFORMANCE_WEBHOOK.
 * Whatever happens to a notice changes no verdict, and is one line.
 */
export async function notify(results: Results, extras: Extras, metas: readonly Receiving[]): Promise<void> {
  for (const [variable, part] of byReceiver(results, metas)) {
    const fault = await faultOf(variable, part, extras).catch((error: unknown) =>
      error instanceof InputError || error instanceof TypeError ? error.message : 'the suite itself failed',
    );
    if (fault !== null) printError(`No notice was sent: ${fault}.`);
  }
}
