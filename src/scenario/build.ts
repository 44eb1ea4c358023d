import { type Contract, type ProbeRequest, probeOperationId } from '../contract/types.ts';
import { own } from '../formats/json.ts';
import { tokenVariable } from './auth/bearer.ts';
import { mechanisms } from './auth/index.ts';
import type { SealContext } from './auth/mechanism.ts';
import { controlDraft, type DraftContext, formText, jsonText, missingCredentials, type RequestDraft } from './draft.ts';
import { fieldSchema, operationOf, plan, type Scenario } from './plan.ts';
import { mentions } from './shell.ts';
import { encoded, join, plain, type Text, urlComponent } from './text.ts';
import { waysOf } from './ways/index.ts';
import { probeDraft } from './ways/probe.ts';
import type { WayContext } from './ways/way.ts';

/** A request ready to be sent, byte for byte. */
export interface Request {
  method: string;
  /** Path and query, to be put behind the base URL. */
  target: Text;
  headers: [name: string, value: Text][];
  /** Null for no body at all. */
  body: Text | null;
  /** Shell lines that set the variables the texts use. */
  prelude: string[];
  /** How the token that it sends is obtained; absent where it sends none. */
  grant?: Grant;
}

/** The request that grants a token, and the JSON pointer to the token in its answer. */
export interface Grant {
  request: () => Request;
  pointer: string;
}

export interface BuildContext extends DraftContext, SealContext {
  /** The protected resource; only for scenarios that ask for it. */
  probe: ProbeRequest | null;
}

function goodDraft(scenario: Scenario, context: BuildContext): RequestDraft {
  if (scenario.operation !== probeOperationId)
    return controlDraft(context, operationOf(context.contract, scenario.operation));
  if (!context.probe) throw new Error(`${scenario.id} asks for a protected resource, and the target has none`);
  return probeDraft(context.probe, context.credentials);
}

function wayContext(scenario: Scenario, context: BuildContext): WayContext {
  const { name = '', variant = '' } = scenario.change ?? {};
  return { ...context, name, schema: fieldSchema(operationOf(context.contract, scenario.operation), name), variant };
}

function changed(draft: RequestDraft, scenario: Scenario, context: BuildContext): RequestDraft {
  if (!scenario.change) return draft;
  const { part, name, way } = scenario.change;
  const known = waysOf(part, name)[way];
  if (!known) throw new Error(`no way "${way}" to change ${part} ${name}`);
  return known.apply(draft, wayContext(scenario, context));
}

/** Why a scenario says nothing at a target with these credentials; null when it is to be sent. */
export function unavailable(scenario: Scenario, context: BuildContext): string | null {
  const operation = operationOf(context.contract, scenario.operation);
  const [missing] = operation === context.contract.operation ? [] : missingCredentials(operation, context.credentials);
  if (missing !== undefined) return `${missing} is not given for this target`;
  if (!scenario.change) return null;
  const { part, name, way } = scenario.change;
  const draft = controlDraft(context, operation);
  const byMechanism =
    part === 'auth' && draft.auth ? mechanisms[draft.auth.mechanism]?.unavailable?.(way, draft.auth) : null;
  if (byMechanism) return byMechanism;
  return waysOf(part, name)[way]?.unavailable?.(wayContext(scenario, context), draft) ?? null;
}

/** The seconds since the epoch that a scenario's request shows as its time; none where it is not signed by the second. */
export function signedSeconds(scenario: Scenario, context: BuildContext): number[] {
  const { auth } = changed(goodDraft(scenario, context), scenario, context);
  return (auth && mechanisms[auth.mechanism]?.signedSeconds?.(auth, context)) ?? [];
}

/** The header of the time that a scenario shows out of every usual window, and the seconds it is off; null for any other. */
export function outOfWindow(scenario: Scenario, contract: Contract): { header: string; seconds: number } | null {
  const { auth } = operationOf(contract, scenario.operation).control;
  const { timeHeader, outOfWindow: ways = {} } = (auth && mechanisms[auth.mechanism]) ?? {};
  const seconds = scenario.change?.part === 'auth' ? own(ways, scenario.change.way) : undefined;
  return timeHeader === undefined || seconds === undefined ? null : { header: timeHeader, seconds };
}

/** The request of a scenario, authenticated and serialised. Throws what node:crypto throws on a key it cannot use. */
export function build(scenario: Scenario, context: BuildContext): Request {
  const draft = changed(goodDraft(scenario, context), scenario, context);
  const mechanism = draft.auth && mechanisms[draft.auth.mechanism];
  const sealed = draft.auth && mechanism ? mechanism.seal(draft.auth, context) : { headers: [], prelude: [] };
  const contentType: [string, Text][] = draft.contentType === null ? [] : [['Content-Type', plain(draft.contentType)]];
  const userAgent: [string, Text][] = [['User-Agent', plain('payment-token-conformance')]];
  const complete: [string, Text][] = [...userAgent, ...contentType, ...draft.headers, ...sealed.headers];
  const headers = draft.rewriteHeaders.reduce((list, rewrite) => rewrite(list), complete);
  const query = draft.query.flatMap(([name, value], index) => [
    index === 0 ? '?' : '&',
    name,
    '=',
    encoded(value, urlComponent),
  ]);
  const fields =
    draft.format === 'form'
      ? formText(draft.fields, draft.layout)
      : jsonText(Object.fromEntries(draft.fields), draft.layout);
  const target = join(...pathOf(draft), ...query);
  const { prelude = [] } = draft;
  const texts = [target, ...headers.map(([, value]) => value)];
  const sendsToken =
    texts.some(({ shell }) => mentions(shell, tokenVariable)) || prelude.some((line) => line.includes(tokenVariable));
  return {
    method: draft.method,
    target,
    headers,
    body: draft.bodiless ? null : (draft.rawBody ?? fields),
    prelude: [...sealed.prelude, ...prelude],
    ...(sendsToken ? { grant: grantOf(context) } : {}),
  };
}

function grantOf(context: BuildContext): Grant {
  const [control] = plan(context.contract);
  return { request: () => build(control, context), pointer: context.contract.token.value };
}

function pathOf({ path, pathValues }: RequestDraft): (Text | string)[] {
  return path
    .split(/\{([^}]+)\}/)
    .map((part, index) => (index % 2 === 0 ? part : encoded(pathValues[part] ?? plain(''), urlComponent)));
}
