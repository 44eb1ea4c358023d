import { sampleOf, schemaAt, setAt } from './generic-body.ts';
import { type Account, at, list, type Row, type Served } from './generic-contract.ts';
import { demandsOf } from './generic-demands.ts';
import { headersOfAnswer } from './generic-headers.ts';
import { marked } from './generic-refusals.ts';
import { type Answer, jsonAnswer, type Received } from './http.ts';
import type { State } from './provider.ts';

/** One operation of a data-only provider. */
export interface ServedOperation {
  /** The documented refusal of a request that breaks a demand; null when it breaks none. */
  refusal(received: Received, state: State): Answer | null;
  /** The body of a documented good answer, and its schema. */
  good(): { status: number; body: Row; schema: Row };
  /** An answer of the media type that is documented for its status. */
  answer(status: number, body: unknown): Answer;
}

const challenges: Record<string, string> = { basic: 'Basic', bearer: 'Bearer' };

/** Serves one operation from its contract: every demand it marks is refused as it says, everything else is good. */
export function serveOperation(served: Served, account: Account, basePath: string): ServedOperation {
  const auth = [served.control['auth'] ?? []].flat() as Row[];
  const brokenBy = demandsOf(served, auth, account, basePath);

  function repeatStatus(body: Row, status: number): void {
    for (const row of list(served.contract, 'clauses')) {
      const promise = at(row, 'promise');
      const pointer = at(promise, 'with')['at'];
      if (promise['check'] !== 'repeats-status' || typeof pointer !== 'string' || at(promise, 'with')['digits'])
        continue;
      if (Object.keys(schemaAt(served.answers.get(status) ?? {}, pointer)).length > 0) setAt(body, pointer, status);
    }
  }

  const answer = (status: number, body: unknown, headers: [string, string][] = []): Answer =>
    jsonAnswer(
      status,
      body,
      [...headers, ...headersOfAnswer(served.operation, status)],
      served.answerTypes.get(status),
    );

  function refuse(name: string): Answer {
    const [documented] = list(at(served.contract, 'refusals', name), 'documented');
    if (documented?.['status'] === 'handshake') return { status: 0, headers: [], body: '', closes: true };
    const [status = 400] = [documented?.['status'] ?? 400].flat().map(Number);
    const errors = [...served.answers].filter(([known]) => known >= 400);
    const schema = served.answers.get(status) ?? errors[0]?.[1] ?? {};
    const body = sampleOf(schema) as Row;
    repeatStatus(body, status);
    for (const [pointer, wanted] of Object.entries(at(documented, 'body')))
      setAt(body, pointer, sampleOf({ ...schemaAt(schema, pointer), ...(wanted as Row) }, pointer));
    const challenge = challenges[String(auth[0]?.['mechanism'])] ?? 'Signature';
    const challenged: [string, string][] =
      status === 401 ? [['WWW-Authenticate', `${challenge} realm="${served.name}"`]] : [];
    return answer(status, body, status === 405 ? [['Allow', served.method]] : challenged);
  }

  return {
    answer,
    refusal(received, state) {
      if (received.method !== served.method) return refuse(marked(served.operation, 'value'));
      const broken = brokenBy(received, state);
      return broken === null ? null : refuse(broken);
    },
    good() {
      const [status = 200, schema = {}] = [...served.answers].find(([known]) => known < 300) ?? [];
      const body = sampleOf(schema) as Row;
      repeatStatus(body, status);
      return { status, body, schema };
    },
  };
}
