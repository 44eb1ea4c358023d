/** The refusals and the clauses of operations beside the one that issues tokens. */
import type { Json, JsonObject } from '../../../formats/json.ts';
import { headerMisses } from '../../../scenario/near-misses.ts';
import type { AnswerFact, OtherFacts, Todo } from '../../facts/facts.ts';
import { grantIn } from '../../merge/grant.ts';
import { kebab } from '../../page/words/spellings.ts';
import type { DraftedSignature } from '../basis/signature.ts';
import { signatureRows } from './mechanism-rows.ts';
import type { OfKeys } from './operation-keys.ts';
import { mediaTypeStatement, promise } from './row.ts';

/** Names of the refusals of these operations. */
export const refusals = { token: 'operation-token', request: 'operation-request', unknown: 'operation-unknown' };
const broken = [
  'no-token',
  'foreign-token',
  'altered-signature',
  'alg-none',
  'unsigned',
  ...headerMisses,
  'basic-scheme',
];

/** Whether an operation is asked with a key of its own, in a header or in the query. */
export const isKeyed = ({ headers, queries }: OtherFacts): boolean =>
  [...headers, ...queries].some(({ credential }) => credential);

/** Whether an operation is asked with a token; one whose page is silent is taken to be, and is a TODO. */
export function sendsToken(other: OtherFacts): boolean {
  const { security } = other;
  return security === null ? !isKeyed(other) : ['bearer', 'oauth2'].includes(security.value);
}

/**
 * The refusals that these operations need; a status that none documents is a guess and a TODO.
 * @param keys how their keys are refused, which need none as that of a token
 */
export function refusalRows(
  others: OtherFacts[],
  { areAsToken, rows }: Pick<OfKeys, 'areAsToken' | 'rows'>,
  todos: Todo[],
): Record<string, JsonObject> {
  const documented = new Set(others.flatMap(({ answers }) => answers.map(({ status }) => status)));
  const row = (name: string, what: string, wanted: number[], rest: JsonObject = {}): Record<string, JsonObject> => {
    const found = wanted.filter((status) => documented.has(status));
    const status = found.length > 0 ? found : wanted;
    if (found.length === 0)
      todos.push({
        name: `refusal ${name}`,
        what: `how an operation refuses ${what}: none documents such a status, ${wanted.join(' or ')} is a guess`,
      });
    return { [name]: { statement: `refused for ${what} (${status.join(' or ')})`, documented: [{ status }], ...rest } };
  };
  const note = documented.has(404)
    ? 'What is not there may be in a form that is refused as such.'
    : 'The page names no status for what is not there.';
  const tolerated = [{ status: [400, 403, 422], effect: 'notes', note }];
  const secured = others.some((other) => sendsToken(other) || areAsToken(other));
  const asks = others.some(
    ({ queries, headers, request, bodyRequired }) =>
      bodyRequired ||
      request.length > 0 ||
      [...queries, ...headers].some(({ required, credential }) => required === true && !credential),
  );
  return {
    ...(secured ? row(refusals.token, 'its token', [401]) : {}),
    ...rows,
    ...(asks ? row(refusals.request, 'its request', [400, 422]) : {}),
    ...(others.some(({ paths }) => paths.length > 0)
      ? row(refusals.unknown, 'what is not there', [404], { tolerated })
      : {}),
  };
}

/** What is demanded of a request without a good token; of one whose life has ended where the page counts that life. */
const withoutToken = (life: JsonObject | null): JsonObject => ({
  demand: { auth: 'bearer', break: [...broken, ...(life === null ? ['after-end'] : [])], deep: ['unknown-token'] },
  refusal: refusals.token,
});

/** What the pages of these operations say of all of them. */
export interface OfPages {
  /** Whether they name BI SNAP. */
  isSnap: boolean;
  /** What a standard alone says of the life of a token: null where the page counts it. */
  life: JsonObject | null;
  /** The answers to the request for a token. */
  answers: AnswerFact[];
}

/** The clauses about these operations that no schema can say. */
export function clausesOf(
  others: OtherFacts[],
  signatures: ReadonlyMap<string, DraftedSignature>,
  idOf: (name: string) => string,
  { isSnap, life }: OfPages,
): JsonObject[] {
  const row = (name: string, statement: string, about: OtherFacts[], rest: JsonObject): JsonObject[] => {
    const [first] = about;
    const at = first?.method?.at ?? 'OpenAPI';
    const operation = about.map(({ id }) => id);
    return first ? [{ id: idOf(name), statement, level: 'must', source: 'page', at, operation, ...rest }] : [];
  };
  const granted = (other: OtherFacts): AnswerFact | undefined => grantIn(other.answers);
  const given = (other: OtherFacts): number[] => {
    const answer = granted(other);
    return answer && !answer.assumed ? [answer.status] : [];
  };
  const statuses = [...new Set(others.flatMap(given))];
  const spoken = others.filter((other) => (granted(other)?.members.length ?? 0) > 0);
  const guarded = others.filter(sendsToken);
  const isSaid = ({ security }: OtherFacts): boolean => security !== null;
  const types = [...new Set(others.flatMap((other) => granted(other)?.mediaType?.value ?? []))];
  const equals = (check: string, value: Json): JsonObject => promise(check, { on: 'granted', with: { equals: value } });
  return [
    ...statuses.flatMap((status) => {
      const about = others.filter((other) => given(other).includes(status));
      return row(`operations-${status}`, `A good request is answered with ${status}.`, about, equals('status', status));
    }),
    ...types.flatMap((type, index) => {
      const about = spoken.filter((other) => granted(other)?.mediaType?.value === type);
      const name = `operations-json${index === 0 ? '' : `-${index + 1}`}`;
      return row(name, mediaTypeStatement(type), about, equals('media-type', type));
    }),
    ...row(
      'operations-guarded',
      'A request without a good token is refused.',
      guarded.filter(isSaid),
      withoutToken(life),
    ),
    // Where the page is silent a token is a guess, and whether one is needed is a question.
    ...row(
      'operations-guarded-as-bearer',
      'A request without a good token is refused.',
      guarded.filter((other) => !isSaid(other)),
      { ...withoutToken(life), level: 'should', source: 'rfc6750', at: 'section 3.1' },
    ),
    // No demand on a token goes beyond what is said of its life.
    ...(life === null
      ? []
      : row('operations-token-ends', 'A request with a token is refused after the end of its declared life.', guarded, {
          ...{ demand: { auth: 'bearer', break: ['after-end'] }, refusal: refusals.token },
          ...life,
        })),
    ...[...signatures].flatMap(([operation, signature]) =>
      signatureRows(signature, isSnap, null).map(
        ({ id, statement, at, level = 'must', source = 'page', rest }): JsonObject => ({
          ...{ id: idOf(`${kebab(operation)}-${id}`), statement, level, source, at, operation },
          ...{ demand: rest['demand'] ?? {}, refusal: refusals.token },
        }),
      ),
    ),
  ];
}
