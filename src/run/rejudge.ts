/** Judges recorded exchanges again with today's contracts; no request is sent. */

import { isObject } from '../contract/openapi.ts';
import type { Contract, Json, JsonObject } from '../contract/types.ts';
import { type Background, judge, unjudged } from '../judge/judge.ts';
import type { ExchangeRecord, RedactedValue, TargetResult } from '../results/format.ts';
import { ledgerOf } from '../results/ledger.ts';
import type { TargetMeta } from '../results/meta.ts';
import { plan, type Scenario } from '../scenario/plan.ts';
import { plain } from '../scenario/text.ts';
import type { Exchange } from '../wire/exchange.ts';
import { jsonOf } from '../wire/record.ts';
import { createRedactor } from '../wire/redact.ts';
import type { Outcome } from './session.ts';

/** Checks that need the unredacted bytes, or what came before: their recorded observations stay. */
const kept = [
  'no-echo',
  'claims-hold-no-secret',
  'claims-unique',
  'jose-encoding',
  'jose-key',
  'jose-signature',
  'life-shrinks',
  'token-per-scope',
  'token-varies',
];

/** A value of the same length and syntax as the one that was redacted; a JWT with the same header and claims. */
function standIn({ shape, jwt, length }: RedactedValue): string {
  if (!jwt) return shape;
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const unsigned = `${encode(jwt.header)}.${encode(jwt.claims)}.`;
  return unsigned.padEnd(Math.max(length, unsigned.length + 1), 'a');
}

function restored(body: Json, redacted: RedactedValue[]): Json {
  const copy = structuredClone(body);
  for (const value of redacted) {
    const path = value.pointer.split('/').slice(1);
    const last = path.pop();
    const parent = path.reduce<Json | undefined>(
      (here, key) => (here !== null && typeof here === 'object' ? (here as JsonObject)[key] : undefined),
      copy,
    );
    if (last !== undefined && parent !== null && typeof parent === 'object')
      (parent as JsonObject)[last] = standIn(value);
  }
  return copy;
}

/** The exchange a record tells of, its secrets replaced by stand-ins; null when its body was cut and cannot be judged. */
function exchangeOf(record: ExchangeRecord, baseUrl: string): Exchange | null {
  const { request, response, attempts } = record;
  if (response?.body.cut) return null;
  const last = attempts.at(-1);
  const json = response ? jsonOf(Buffer.from(response.body.text)) : undefined;
  const text =
    isObject(json) && response ? JSON.stringify(restored(json, response.redacted)) : (response?.body.text ?? '');
  const answeredAt = new Date(Date.parse(last?.startedAt ?? '') + (last?.ms ?? 0));
  const trouble = response ? null : { kind: 'no-answer' as const, cause: last?.cause ?? 'no answer came' };
  return {
    scenario: record.scenario,
    baseUrl,
    request: {
      method: request.method,
      target: plain(request.url.slice(baseUrl.length)),
      headers: request.headers.map(([name, value]) => [name, plain(value)]),
      body: request.body && plain(request.body.text),
      prelude: [],
    },
    attempts: attempts.map(({ startedAt, ms }) => ({ startedAt: new Date(startedAt), ms, trouble })),
    response: response && {
      status: response.status,
      headers: response.headers,
      body: Buffer.from(text),
      bodyFault: null,
    },
    trouble,
    answeredAt,
  };
}

function rejudged(
  contract: Contract,
  scenario: Scenario,
  record: ExchangeRecord,
  target: TargetResult,
  background: Background,
): Outcome['observations'] {
  const baseUrl = record.request.url.slice(0, record.request.url.length - pathOf(record, contract).length);
  const exchange = exchangeOf(record, baseUrl);
  const recorded = target.clauses.flatMap(({ id, observations }) =>
    observations.map((one) => ({ clause: id, ...one })),
  );
  const before = recorded.filter(({ exchange: id }) => id === record.id);
  const incident = target.incidents.some((one) => one.scenario === scenario.id);
  if (incident) return before;
  const judged = exchange
    ? judge(contract, scenario, exchange, [], background)
    : unjudged(contract, scenario, 'the recorded body was cut');
  const keeps = new Set(
    contract.clauses.filter((clause) => 'check' in clause && kept.includes(clause.check)).map(({ id }) => id),
  );
  const redact = createRedactor(
    [],
    exchange?.response ? target.exchanges.flatMap(({ response }) => (response?.redacted ?? []).map(standIn)) : [],
  );
  const anew = judged
    .filter(({ clause }) => !keeps.has(clause))
    .map((one) => ({ ...one, received: redact(one.received), exchange: record.id }));
  return [...anew, ...before.filter(({ clause }) => keeps.has(clause))];
}

/** Path and query of a recorded request, behind its base URL. */
function pathOf({ request }: ExchangeRecord, { operation }: Contract): string {
  const at = request.url.indexOf(operation.path);
  return at < 0 ? new URL(request.url).pathname : request.url.slice(at);
}

/**
 * The ledger of a recorded target under today's contract. What needs bytes that were never recorded keeps its recorded
 * observation; scenarios that today's plan adds are not exercised.
 */
export function rejudge(target: TargetResult, contract: Contract, meta: TargetMeta, day: string): TargetResult {
  const scenarios = plan(contract);
  const refused = target.exchanges.flatMap(({ scenario, response }) =>
    scenario.includes('/no-token') && response ? [response.status] : [],
  );
  const background: Background = {
    probeRefused: refused.filter((status) => status >= 400 && status < 500),
    earlier: null,
    grants: [],
  };
  const outcomes = scenarios.flatMap((scenario): Outcome[] => {
    const record = target.exchanges.find((one) => one.scenario === scenario.id);
    if (!record) return [];
    const incident = target.incidents.find((one) => one.scenario === scenario.id) ?? null;
    const readings = target.readings.filter(({ exchange }) => exchange === record.id);
    return [
      {
        target: target.target,
        scenario: scenario.id,
        exchange: record,
        observations: rejudged(contract, scenario, record, target, background),
        readings,
        notes: target.notes,
        incident,
        notSent: null,
        requests: record.attempts.length,
      },
    ];
  });
  const selected = outcomes.map(({ scenario }) => scenario);
  return { ...ledgerOf({ meta, selected, outcomes, durationMs: target.durationMs, day }), requests: target.requests };
}
