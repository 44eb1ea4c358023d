/** The clauses of a draft that no schema can say: what every token endpoint promises, and how its mechanism is broken. */
import { isSuccess } from '../../contract/status.ts';
import type { JsonObject } from '../../formats/json.ts';
import type { AnswerFact } from '../facts/facts.ts';
import { grantIn } from '../facts/grant.ts';
import { isInItems } from '../facts/list-items.ts';
import { authRows } from './auth-rows.ts';
import { challengeRows } from './challenge-rows.ts';
import { sectionSources } from './citations.ts';
import { lifeRows, lifetimeRow } from './life-rows.ts';
import { lifetimeOf } from './open.ts';
import { echoRows, refusedRows } from './refused-rows.ts';
import type { Row, RowContext } from './row.ts';
import { isJson } from './spec.ts';
import { bearerAt } from './use.ts';

/** An answer is a grant or a refusal: judged where one of the envelopes has a member of its own. */
function envelopeRows({ facts }: RowContext, at: string): Row[] {
  const members = (refuses: boolean): string[] =>
    facts.answers
      .filter(({ status }) => status >= 400 === refuses)
      .flatMap((answer) => answer.members.map(({ pointer }) => pointer).filter((pointer) => !isInItems(pointer)));
  const [granted, refused] = [members(false), members(true)];
  if (granted.length === 0 || refused.length === 0) return [];
  const row = (id: string, statement: string, on: string): Row => ({
    id,
    statement,
    at,
    rest: { promise: { check: 'one-envelope', on } },
  });
  return [
    ...(granted.every((pointer) => refused.includes(pointer))
      ? []
      : [row('refusal-alone', 'An answer that refuses carries no member of a grant.', 'refused')]),
    ...(refused.every((pointer) => granted.includes(pointer))
      ? []
      : [row('grant-alone', 'An answer that grants carries no member of a refusal beside the token.', 'granted')]),
  ];
}

/** The rows of a draft, in the order of a contract. */
export function rowsOf(context: RowContext): JsonObject[] {
  const { access, facts, names, refused } = context;
  const answer = grantIn(facts.answers);
  const at = answer?.at ?? 'Response';
  const all = ['granted', ...refused];
  const form = facts.mediaType?.value.endsWith('x-www-form-urlencoded') === true;
  const json = facts.mediaType?.value.endsWith('json') === true;
  // An answer of another class shows a failure, and no clause is judged on it.
  const judged = facts.answers.filter((one) => one === answer || refused.includes(one.status));
  const spoken = judged.filter(({ mediaType }) => mediaType !== undefined);
  const types = [...new Set(spoken.map(({ mediaType }) => mediaType?.value ?? ''))];
  const shown = judged.filter(isJson);
  const objects = shown.filter(({ members }) => members.length > 0);
  const should = (source: string, place: string): Partial<Row> => ({ level: 'should', source, at: place });
  const secure = facts.servers.find(({ url }) => url.startsWith('https:'));
  const kinds = (answers: AnswerFact[]): (string | number)[] => [
    ...new Set(answers.map(({ status }) => (isSuccess(status) ? 'granted' : status))),
  ];
  const promise = (check: string, rest: JsonObject): JsonObject => ({ promise: { check, ...rest } });
  const declared = lifetimeOf(facts).member?.at ?? at;
  const life =
    context.lifetime === null
      ? null
      : context.standard
        ? { at: 'expires_in', source: sectionSources.lifetime }
        : { at: declared };
  const request = (part: string, name: string, vary: string[]): JsonObject =>
    promise('granted', { request: { [part]: name, vary } });
  const rows: Row[] = [
    ...authRows(context),
    // A status that the page does not give is a question.
    ...(answer && !answer.assumed
      ? [
          {
            id: 'granted',
            statement: `A good request is granted with ${answer.status}.`,
            at,
            rest: { ...promise('status', { on: 'granted', with: { equals: answer.status } }), gate: true },
          },
        ]
      : []),
    ...(answer
      ? [
          {
            id: 'granted-again',
            statement: 'A second good request is granted as well.',
            at,
            rest: request('whole', 'request', ['again']),
          },
        ]
      : []),
    ...types.map((type, index): Row => {
      const about = spoken.filter(({ mediaType }) => mediaType?.value === type);
      return {
        id: index === 0 ? 'json' : `json-${index + 1}`,
        statement:
          type === 'application/json'
            ? 'An answer is JSON, and says so in Content-Type.'
            : `An answer is of the media type ${type}.`,
        at: about[0]?.mediaType?.at ?? at,
        rest: promise('media-type', {
          on: kinds(about),
          with: { equals: type },
        }),
      };
    }),
    ...(objects.length > 0
      ? [
          {
            id: 'json-object',
            statement: 'The body of an answer is one JSON object.',
            at: objects[0]?.at ?? at,
            rest: promise('json-object', {
              on: kinds(objects),
            }),
          },
        ]
      : []),
    {
      id: 'unique-members',
      statement: 'A member name occurs once in a JSON object.',
      at: 'section 4',
      level: 'should',
      source: 'rfc8259',
      rest: promise('unique-members', { on: shown.length > 0 ? kinds(shown) : all }),
    },
    ...lifetimeRow(declared, context),
    ...lifeRows({ life, use: bearerAt(facts) }),
    ...refusedRows(context, judged),
    ...envelopeRows(context, at),
    ...(refused.includes(401) ? challengeRows(access.mechanism === 'basic') : []),
    ...echoRows(judged),
    ...(facts.method
      ? [
          {
            id: 'allow',
            statement: `A 405 lists ${facts.method.value} in Allow.`,
            at: 'section 15.5.6',
            source: 'rfc9110',
            rest: {
              ...promise('allow', { on: [405], with: { method: facts.method.value } }),
              unreached: 'only a provider that answers another method with 405 shows it',
            },
          },
        ]
      : []),
    {
      id: 'https',
      statement: 'The endpoint is served over https.',
      at: secure?.at ?? at,
      ...(secure ? {} : should('rfc6750', 'section 5.3')),
      rest: {
        ...promise('https', { on: 'granted' }),
        unreached: 'a target on loopback may be reached over plain http',
      },
    },
    {
      id: 'header-case',
      statement: 'Header names are read in any letter case.',
      at: 'section 5.1',
      source: 'rfc9110',
      rest: request('whole', 'request', ['lower-case-headers']),
    },
    ...(form && Object.keys(access.body).length > 0
      ? [
          {
            id: 'query-parameters',
            statement: 'The parameters are taken from the body; those in the query of the URL give no token.',
            at: facts.mediaType?.at ?? at,
            rest: {
              demand: { query: 'parameters', break: ['parameters-in-query'] },
              refusal: access.mechanism === 'private-key-jwt' ? 'body' : 'parameters',
            },
          },
          {
            id: 'parameter-order',
            statement: 'The parameters are read in any order.',
            at,
            ...should(sectionSources.form, 'Appendix B'),
            rest: request('body', 'form', ['reversed-parameters']),
          },
        ]
      : []),
    ...(json
      ? [
          {
            id: 'spaced',
            statement: 'JSON over several lines is read as any other.',
            at: 'section 9',
            source: 'rfc8259',
            rest: request('body', 'json', ['spaced']),
          },
        ]
      : []),
  ];
  return rows.map(({ id, statement, at: place, level, source, rest }) => ({
    id: names.of(id),
    statement,
    level: level ?? 'must',
    source: source ?? 'page',
    at: place,
    ...rest,
  }));
}
