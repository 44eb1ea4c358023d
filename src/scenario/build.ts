import { mechanisms } from './auth/index.ts';
import { controlDraft, type Draft, type DraftContext, formText, jsonText } from './draft.ts';
import { fieldSchema, type Scenario } from './plan.ts';
import { join, plain, type Text } from './text.ts';
import { waysOf } from './ways/index.ts';
import { probeDraft } from './ways/probe.ts';

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
}

export interface BuildContext extends DraftContext {
  /** Seconds by which a timestamp is off when it is to be out of the window. */
  timestampOffset: number;
  /** The protected resource and the token to send it; only for scenarios that ask for it. */
  probe: { method: string; path: string; token: string } | null;
}

function goodDraft(scenario: Scenario, context: BuildContext): Draft {
  if (scenario.change?.part !== 'probe') return controlDraft(context);
  if (!context.probe) throw new Error(`${scenario.id} asks for a protected resource, and the target has none`);
  return probeDraft(context.probe, context.probe.token);
}

function changed(draft: Draft, scenario: Scenario, context: BuildContext): Draft {
  if (!scenario.change) return draft;
  const { part, name, way, variant } = scenario.change;
  const known = waysOf(part, name)[way];
  if (!known) throw new Error(`no way "${way}" to change ${part} ${name}`);
  return known.apply(draft, { ...context, name, schema: fieldSchema(context.contract, name), variant });
}

/** Why a scenario says nothing at a target with these credentials; null when it is to be sent. */
export function unavailable(scenario: Scenario, context: BuildContext): string | null {
  if (!scenario.change) return null;
  const { part, name, way, variant } = scenario.change;
  const draft = controlDraft(context);
  const byMechanism =
    part === 'auth' && draft.auth ? mechanisms[draft.auth.mechanism]?.unavailable?.(way, draft.auth) : null;
  if (byMechanism) return byMechanism;
  const wayContext = { ...context, name, schema: fieldSchema(context.contract, name), variant };
  return waysOf(part, name)[way]?.unavailable?.(wayContext) ?? null;
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
  const query = draft.query.flatMap(([name, value], index) => [index === 0 ? '?' : '&', name, '=', escaped(value)]);
  const fields =
    draft.format === 'form'
      ? formText(draft.fields, draft.layout)
      : jsonText(Object.fromEntries(draft.fields), draft.layout);
  return {
    method: draft.method,
    target: join(draft.path, ...query),
    headers,
    body: draft.bodiless ? null : (draft.rawBody ?? fields),
    prelude: sealed.prelude,
  };
}

function escaped(text: Text): Text {
  const value = encodeURIComponent(text.value);
  return text.shown === text.value ? plain(value) : { ...text, value };
}
