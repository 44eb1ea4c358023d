import { schemaOf } from '../contract/part-schema.ts';
import { type Contract, type Control, type ProbeRequest, probeOperationId } from '../contract/types.ts';
import { headerEntry } from '../formats/header-name.ts';
import { own } from '../formats/json.ts';
import { changedWithAdded } from './added.ts';
import { tokenVariable } from './auth/bearer.ts';
import { mechanisms } from './auth/index.ts';
import type { Message, SealContext, Sealed, SentCertificate, SignedText } from './auth/mechanism.ts';
import { ownCertificate } from './auth/mutual-tls.ts';
import { cookieVariable } from './cookies.ts';
import {
  bearerAlone,
  controlDraft,
  type DraftContext,
  formText,
  jsonText,
  missingCredentials,
  probeDraft,
  type RequestDraft,
} from './draft.ts';
import { withMoved } from './moved.ts';
import { breaksForm } from './one-answer.ts';
import { operationOf, plan, type Scenario, seenFrom } from './plan.ts';
import { isReplay } from './replay.ts';
import { mentions } from './shell.ts';
import { pathOf, queryOf } from './target-text.ts';
import { join, plain, type Text } from './text.ts';
import { waysOf } from './ways/index.ts';
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
  /** What its signatures were made over; none where it is left out. */
  signed?: SignedText[];
  /** The client certificate of its connection, a way's or the target's; absent where the target has none. */
  certificate?: SentCertificate;
  /** The text that a way put in the place of a value breaks what is documented of its form. */
  breaksForm?: true;
  /** It was sent before, byte for byte. */
  repeated?: true;
  /** How the token that it sends is obtained; absent where it sends none. */
  grant?: Grant;
  /** The request that is answered with the cookies that it gives back; absent where it gives none back. */
  cookiesOf?: () => Request;
}

/** The request that grants a token, and the JSON pointer to the token in its answer. */
export interface Grant {
  request: () => Request;
  pointer: string;
}

export interface BuildContext extends DraftContext, SealContext {
  /** The protected resource; only for scenarios that ask for it. */
  probe: ProbeRequest | null;
  /** The cookies that the provider set, as a client gives them back; none where it is left out. */
  cookies?: string;
}

function goodDraft(scenario: Scenario, context: BuildContext): RequestDraft {
  if (scenario.operation !== probeOperationId)
    return controlDraft(context, operationOf(context.contract, scenario.operation));
  if (!context.probe) throw new Error(`${scenario.id} asks for a protected resource, and the target has none`);
  const { probe } = context;
  if ('operation' in probe) return controlDraft(context, operationOf(context.contract, probe.operation));
  return probeDraft(probe, context.credentials);
}

/** The good request for the protected resource, as a contract gives that of an operation; null for any other scenario. */
function probeOf(
  scenario: Scenario,
  { probe, contract }: BuildContext,
): Pick<Control, 'auth' | 'headers' | 'body'> | null {
  if (scenario.operation !== probeOperationId || !probe) return null;
  if ('operation' in probe) return operationOf(contract, probe.operation).control;
  const { auth = bearerAlone, headers, body = {} } = probe;
  return { auth, headers, body };
}

function wayContext(scenario: Scenario, context: BuildContext): WayContext {
  const { part, name = '', variant = '' } = scenario.change ?? {};
  const contract = seenFrom(context.contract, scenario.operation);
  return { ...context, contract, name, schema: schemaOf(contract.operation, part, name), variant };
}

function changed(draft: RequestDraft, scenario: Scenario, context: BuildContext): RequestDraft {
  if (!scenario.change) return draft;
  const { part, name, way } = scenario.change;
  const known = waysOf(part, name, operationOf(context.contract, scenario.operation).control)[way];
  if (!known) throw new Error(`no way "${way}" to change ${part} ${name}`);
  return known.apply(draft, wayContext(scenario, context));
}

/** Whether a way to break a signature leaves this request as it is documented. */
function isSameAnyway(scenario: Scenario, context: BuildContext): boolean {
  const token = context.token || 'a token that stands for any';
  return build(scenario, { ...context, token }).signed?.some(({ isSame }) => isSame) === true;
}

/** Why a scenario says nothing at a target with these credentials; null when it is to be sent. */
export function unavailable(scenario: Scenario, context: BuildContext): string | null {
  const operation = operationOf(context.contract, scenario.operation);
  const probe = probeOf(scenario, context);
  const asked = probe ?? (operation === context.contract.operation ? {} : operation.control);
  const [missing] = missingCredentials(asked, context.credentials);
  if (missing !== undefined) return `${missing} is not given for this target`;
  if (!scenario.change) return null;
  const { part, name, way } = scenario.change;
  if (part === 'family' && probe && (probe.auth.length > 1 || probe.auth[0]?.token))
    return 'it is about a resource that a token alone opens, and this one wants more';
  const known = waysOf(part, name, operation.control)[way];
  if (part !== 'auth' && !known?.unavailable) return null;
  const draft = controlDraft(context, operation);
  const changed = part === 'auth' ? draft.auth.find(({ spec }) => spec.mechanism === name) : undefined;
  const byMechanism = changed && mechanisms[name]?.unavailable?.(way, changed, context);
  if (byMechanism) return byMechanism;
  if (changed && !isReplay(scenario) && isSameAnyway(scenario, context)) return 'it would be the same request';
  return known?.unavailable?.(wayContext(scenario, context), draft) ?? null;
}

/** The values of a request that are made anew for each, by the header or the mechanism that sends them. */
export function uniqueValues(contract: Contract, operation: string, request: Request): Record<string, string> {
  const { auth, headers } = operationOf(contract, operation).control;
  const inHeaders = request.headers.flatMap(([sent, { value }]) => {
    const [name, given] = headerEntry(headers, sent) ?? [];
    return typeof given === 'object' && 'unique' in given ? [[name, value]] : [];
  });
  const byMechanisms = auth.flatMap(({ mechanism }) => {
    const value = mechanisms[mechanism]?.sentOnce?.(request.body?.value ?? '') ?? null;
    return value === null ? [] : [[mechanism, value]];
  });
  return Object.fromEntries([...inHeaders, ...byMechanisms]);
}

/** The seconds since the epoch that a scenario's request shows as its time; none where it is not signed by the second. */
export function signedSeconds(scenario: Scenario, context: BuildContext): number[] {
  // No way adds a mechanism.
  const asked = probeOf(scenario, context) ?? operationOf(context.contract, scenario.operation).control;
  if (!asked.auth.some(({ mechanism }) => mechanisms[mechanism]?.signedSeconds)) return [];
  const { auth } = changed(goodDraft(scenario, context), scenario, context);
  return auth.flatMap((one) => mechanisms[one.spec.mechanism]?.signedSeconds?.(one, context) ?? []);
}

/** The header of the time that a scenario shows out of every usual window, and the seconds it is off; null for any other. */
export function outOfWindow(scenario: Scenario, contract: Contract): { header: string; seconds: number } | null {
  const { part, name, way } = scenario.change ?? {};
  const spec = operationOf(contract, scenario.operation).control.auth.find(({ mechanism }) => mechanism === name);
  if (part !== 'auth' || !spec || way === undefined) return null;
  const { timeHeader, outOfWindow: ways = {} } = mechanisms[spec.mechanism] ?? {};
  const header = timeHeader?.(spec) ?? null;
  const seconds = own(ways, way);
  return header === null || seconds === undefined ? null : { header, seconds };
}

/** Applies the mechanisms one after the other, each to what those before it made. */
function sealed(
  draft: RequestDraft,
  context: BuildContext,
  message: Message,
): Omit<Sealed, 'token' | 'signed'> & { signed: SignedText[] } {
  let { headers, token } = message;
  let certificate: SentCertificate | undefined;
  const prelude: string[] = [];
  // Last: its line for the end of the shell is for the files of every mechanism.
  const onConnection: string[] = [];
  const signed: SignedText[] = [];
  for (const auth of draft.auth) {
    const added = mechanisms[auth.spec.mechanism]?.seal(auth, context, { ...message, headers, token });
    if (!added) throw new Error(`there is no auth mechanism "${auth.spec.mechanism}"`);
    headers = [...headers, ...added.headers];
    token = added.token ?? token;
    certificate = added.certificate ?? certificate;
    if (added.certificate) onConnection.push(...added.prelude);
    else prelude.push(...added.prelude);
    if (added.signed) signed.push(added.signed);
  }
  if (!certificate && context.clientCertificate) {
    // It is no credential here, and the server's side of TLS wants it all the same.
    const own = ownCertificate(context.clientCertificate);
    certificate = own.certificate;
    onConnection.push(...own.prelude);
  }
  return { headers, prelude: [...prelude, ...onConnection], signed, ...(certificate ? { certificate } : {}) };
}

/** The request of a scenario, authenticated and serialised. Throws what node:crypto throws on a key it cannot use. */
export function build(scenario: Scenario, context: BuildContext): Request {
  const good = goodDraft(scenario, context);
  const draft = changedWithAdded(good, context, (whole) => changed(whole, scenario, context));
  const contentType: [string, Text][] = draft.contentType === null ? [] : [['Content-Type', plain(draft.contentType)]];
  const userAgent: [string, Text][] = [['User-Agent', plain('payment-token-conformance')]];
  const fields =
    draft.format === 'form'
      ? formText(draft.fields, draft.layout)
      : jsonText(Object.fromEntries(draft.fields), draft.layout);
  const path = pathOf(draft);
  const query = queryOf(draft);
  const body = draft.bodiless ? null : (draft.rawBody ?? fields);
  const message: Message = {
    method: draft.method,
    path: join(context.basePath ?? '', path),
    query,
    headers: [...userAgent, ...contentType, ...draft.headers],
    rewritten: [],
    body,
    token: plain(''),
  };
  const rewritten = (headers: [string, Text][]): [string, Text][] =>
    draft.rewriteHeaders.reduce((list, rewrite) => rewrite(list), headers);
  const first = sealed(draft, context, message);
  // A header that a way rewrites is signed as it is sent: a request with two faults may be refused for either.
  const {
    headers: complete,
    prelude: lines,
    signed,
    certificate,
  } = draft.rewriteHeaders.length === 0
    ? first
    : sealed(draft, context, { ...message, rewritten: rewritten(first.headers) });
  const whole = { target: join(path, query), headers: rewritten(complete), body };
  const sent = draft.moved === undefined ? whole : withMoved(whole, draft.moved, draft.format);
  const texts = [sent.target, ...sent.headers.map(([, value]) => value), ...(sent.body ? [sent.body] : [])];
  const sendsToken =
    texts.some(({ shell }) => mentions(shell, tokenVariable)) ||
    [...draft.prelude, ...lines].some((line) => line.includes(tokenVariable));
  return {
    method: draft.method,
    ...sent,
    prelude: [...draft.prelude, ...lines],
    ...(signed.length > 0 ? { signed } : {}),
    ...(breaksForm(scenario, context.contract, { ...draft, headers: sent.headers }) ? { breaksForm: true } : {}),
    ...(certificate ? { certificate } : {}),
    ...(sendsToken ? { grant: grantOf(context) } : {}),
    ...(texts.some(({ shell }) => mentions(shell, cookieVariable)) ? { cookiesOf: grantOf(context).request } : {}),
  };
}

function grantOf(context: BuildContext): Grant {
  const [control] = plan(context.contract);
  return { request: () => build(control, context), pointer: context.contract.token.value };
}
