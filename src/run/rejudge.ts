/** Judges recorded exchanges again with today's contracts; no request is sent. */

import { isObject } from '../contract/openapi.ts';
import type { Contract, Json, JsonObject } from '../contract/types.ts';
import { type Background, judge, unjudged } from '../judge/judge.ts';
import type { ExchangeRecord, RedactedValue, TargetResult } from '../results/format.ts';
import { ledgerOf } from '../results/ledger.ts';
import type { TargetMeta } from '../results/meta.ts';
import { plan, type Scenario } from '../scenario/plan.ts';
import { plain } from '../scenario/text.ts';
import { createGate, type Gate, type GateOptions, textsOf } from '../wire/clear/gate.ts';
import type { Exchange } from '../wire/exchange.ts';
import { jsonOf } from '../wire/json.ts';
import { clearedRecord } from '../wire/record.ts';
import { type ClearedOutcome, clearedFinding } from './outcome.ts';

/** Checks that need the unredacted bytes, or what came before: their recorded observations stay. */
const kept = ['no-echo', 'claims-hold-no-secret', 'life-shrinks'];

/** Shortest stand-in that is masked: the letters of a shorter one may be those of an innocent word. */
const leastStandIn = 8;

/** A value of the same length and syntax as the one that was redacted; a JWT with the same header and claims. */
function standIn({ shape, jwt, length }: RedactedValue): string {
  if (!jwt) return shape;
  const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const unsigned = `${encode(jwt.header)}.${encode(jwt.claims)}.`;
  return unsigned.padEnd(Math.max(length, unsigned.length + 1), 'a');
}

/** The member of an object or an item of a list that is its own; what is inherited is no part of a document. */
function ownMember(here: Json | undefined, name: string): Json | undefined {
  return here !== null && typeof here === 'object' && Object.hasOwn(here, name)
    ? (here as JsonObject)[name]
    : undefined;
}

function restored(body: Json, redacted: RedactedValue[]): Json {
  const copy = structuredClone(body);
  for (const value of redacted) {
    const path = value.pointer
      .split('/')
      .slice(1)
      .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = path.pop();
    const parent = path.reduce<Json | undefined>(ownMember, copy);
    if (last !== undefined && ownMember(parent, last) !== undefined) (parent as JsonObject)[last] = standIn(value);
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
  gate: Gate,
): ClearedOutcome['observations'] {
  const baseUrl = record.request.url.slice(0, record.request.url.length - pathOf(record, contract).length);
  const exchange = exchangeOf(record, baseUrl);
  const recorded = target.clauses.flatMap(({ id, observations }) =>
    observations.map((one) => ({ clause: id, ...one })),
  );
  const before = recorded.filter(({ exchange: id }) => id === record.id);
  const incident = target.incidents.some((one) => one.scenario === scenario.id);
  const cleared = (one: (typeof before)[number]) => ({ ...clearedFinding(one, gate), exchange: one.exchange });
  if (incident) return before.map(cleared);
  const judged = exchange
    ? judge(contract, scenario, exchange, gate, background)
    : unjudged(contract, scenario, 'the recorded body was cut');
  const keeps = new Set(
    contract.clauses.filter((clause) => 'check' in clause && kept.includes(clause.check)).map(({ id }) => id),
  );
  const anew = judged.filter(({ clause }) => !keeps.has(clause)).map((one) => ({ ...one, exchange: record.id }));
  return [...anew, ...before.filter(({ clause }) => keeps.has(clause))].map(cleared);
}

/** Path and query of a recorded request, behind its base URL. */
function pathOf({ request }: ExchangeRecord, { operation }: Contract): string {
  const at = request.url.indexOf(operation.path);
  return at < 0 ? new URL(request.url).pathname : request.url.slice(at);
}

/** A gate for what a file holds: it masks the stand-ins, and the secrets where they are known. */
function gateOfRecord(target: TargetResult, contract: Contract, secrets: GateOptions['secrets']): Gate {
  const gate = createGate({ secrets, innocent: textsOf([contract.token, contract.operations]) });
  for (const { response } of target.exchanges)
    for (const value of response?.redacted ?? []) {
      const stands = standIn(value);
      if (stands.length >= leastStandIn) gate.known.add(stands, 'token', 'token', value.sha256);
    }
  return gate;
}

/**
 * The ledger of a recorded target under today's contract. What needs bytes that were never recorded keeps its recorded
 * observation; scenarios that today's plan adds are not exercised.
 */
export function rejudge(
  target: TargetResult,
  contract: Contract,
  meta: TargetMeta,
  day: string,
  secrets: GateOptions['secrets'] = [],
): TargetResult {
  const gate = gateOfRecord(target, contract, secrets);
  const scenarios = plan(contract);
  const refused = target.exchanges.flatMap(({ scenario, response }) =>
    scenario.includes('/no-token') && response ? [response.status] : [],
  );
  const background: Background = {
    probeRefused: refused.filter((status) => status >= 400 && status < 500),
    earlier: null,
  };
  const outcomes = scenarios.flatMap((scenario): ClearedOutcome[] => {
    const record = target.exchanges.find((one) => one.scenario === scenario.id);
    if (!record) return [];
    const incident = target.incidents.find((one) => one.scenario === scenario.id) ?? null;
    const readings = target.readings.filter(({ exchange }) => exchange === record.id);
    return [
      {
        target: target.target,
        scenario: scenario.id,
        exchange: clearedRecord(record, gate),
        observations: rejudged(contract, scenario, record, target, background, gate),
        readings,
        notes: target.notes.map((note) => gate.clear(note)),
        incident: incident && { ...incident, cause: gate.clear(incident.cause) },
        notSent: null,
        requests: record.attempts.length,
      },
    ];
  });
  const selected = outcomes.map(({ scenario }) => scenario);
  return { ...ledgerOf({ meta, selected, outcomes, durationMs: target.durationMs, day }), requests: target.requests };
}
