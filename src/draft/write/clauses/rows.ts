/** The clauses of a draft that no schema can say: what every token endpoint promises, and how its mechanism is broken. */
import { isSuccess } from '../../../contract/status.ts';
import type { JsonObject } from '../../../formats/json.ts';
import type { AnswerFact, Facts, ServerFact } from '../../facts/facts.ts';
import { grantIn } from '../../merge/grant.ts';
import { mayBePlain } from '../../merge/plain-answers.ts';
import { demandsHttps } from '../../page/words/secured.ts';
import { newerTodo } from '../../read/harms.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { isForm, isJson } from '../basis/bodies.ts';
import { saidOnPage } from '../basis/said-on-page.ts';
import { withOnlyValue } from '../refusals/faults-outside.ts';
import { directiveRows } from './answer-headers.ts';
import { authRows } from './auth-rows.ts';
import { challengeRows } from './challenge-rows.ts';
import { lifeOfStandard, sectionSources } from './citations.ts';
import { envelopeRows } from './envelope-rows.ts';
import { lifeRows, lifetimeRow, longestRow } from './life-rows.ts';
import { mayHave405, methodRows } from './method-rows.ts';
import { lifetimeOf } from './open.ts';
import { prolongedIn } from './prolonged.ts';
import { queryRows } from './query-rows.ts';
import { echoRows, refusedRows } from './refused-rows.ts';
import { mediaTypeStatement, promise, type Row, type RowContext } from './row.ts';
import { isWhatIsLeft } from './said-life.ts';
import { bearerAt, mayBeBearer } from './use.ts';
import { sendsOnce } from './used-once.ts';
import { wayRows } from './way-rows.ts';

/** The answers that clauses are judged on: one of another class shows a failure. */
function judgedAnswers({ facts, refused }: RowContext): AnswerFact[] {
  const granted = grantIn(facts.answers);
  return facts.answers.filter((answer) => answer === granted || refused.includes(answer.status));
}

/** What answers are, as `on` of a promise names them. */
const kindsOf = (answers: AnswerFact[]): (string | number)[] => [
  ...new Set(answers.map(({ status }) => (isSuccess(status) ? 'granted' : status))),
];

/** The promise that a good request which is written otherwise is granted. */
const grantedWith = (part: string, name: string, vary: string): JsonObject =>
  promise('granted', { request: { [part]: name, vary: [vary] } });

/** Words by which a token may be asked for whenever a client likes. */
const asked = oneOf(word.obtain, 'requested', 'obtained', 'fetched', 'issued', 'diminta');
const whenever = oneOf('at any ?time', 'any ?time', 'as often as', 'kapan saja');
const atAnyTime = pattern`\b${oneOf(`${asked}\\b[^.;]{0,40}\\btokens?`, `tokens?\\b[^.;]{0,40}\\b${asked}`)}\b[^.;]{0,20}\b${whenever}\b`;

/** Whether the page says that a token is granted beside one that is good: in so many words, or by what becomes of the older one. */
const isGrantedAgain = (facts: Facts): boolean =>
  !sendsOnce(facts) &&
  (facts.todos.some(({ name }) => name === newerTodo([]).name) ||
    saidOnPage(facts, (one) => atAnyTime.test(one)).length > 0);

/** The good request is granted, and so is a second one: of that a page may say nothing. */
function grantRows(facts: Facts): Row[] {
  const { answers } = facts;
  const granted = grantIn(answers);
  if (!granted) return [];
  const { status, at } = granted;
  const first: Row = {
    id: 'granted',
    statement: `A good request is granted with ${status}.`,
    at,
    rest: { ...promise('status', { on: 'granted', with: { equals: status } }), gate: true },
  };
  return [
    // A status that the page does not give is a question.
    ...(granted.assumed ? [] : [first]),
    {
      id: 'granted-again',
      statement: 'A second good request is granted as well.',
      ...(isGrantedAgain(facts) ? {} : { level: 'should' as const }),
      at,
      rest: grantedWith('whole', 'request', 'again'),
    },
  ];
}

/** The media types that the answers name, each with all of those that name it. */
function mediaTypeRows(judged: AnswerFact[]): Row[] {
  const named = judged.flatMap((answer) => (answer.mediaType ? [{ answer, ...answer.mediaType }] : []));
  const types = [...new Set(named.map(({ value }) => value))];
  return types.flatMap((type, index): Row[] => {
    const about = named.filter(({ value }) => value === type);
    return about.slice(0, 1).map(({ at }) => ({
      id: index === 0 ? 'json' : `json-${index + 1}`,
      statement: mediaTypeStatement(type),
      at,
      rest: promise('media-type', { on: kindsOf(about.map(({ answer }) => answer)), with: { equals: type } }),
    }));
  });
}

/** What the JSON of the answers is. */
function jsonRows(judged: AnswerFact[], refused: number[]): Row[] {
  const shown = judged.filter(isJson);
  const objects = shown.filter(({ members }) => members.length > 0);
  return [
    ...objects.slice(0, 1).map(
      ({ at }): Row => ({
        id: 'json-object',
        statement: 'The body of an answer is one JSON object.',
        at,
        rest: promise('json-object', { on: kindsOf(objects) }),
      }),
    ),
    {
      id: 'unique-members',
      statement: 'A member name occurs once in a JSON object.',
      at: 'section 4',
      level: 'should',
      source: 'rfc8259',
      rest: promise('unique-members', { on: shown.length > 0 ? kindsOf(shown) : ['granted', ...refused] }),
    },
  ];
}

/** How long a token lives, and how it is used. */
function tokenRows(context: RowContext, answerAt: string): Row[] {
  const { facts, lifetime, standard } = context;
  const life = lifetimeOf(facts);
  const at = life.member?.at ?? answerAt;
  const declared = standard ? lifeOfStandard(facts) : { at };
  return [
    ...lifetimeRow(declared, context),
    ...longestRow(life),
    ...lifeRows({
      ...{ life: lifetime === null ? null : declared, use: bearerAt(facts), isBearer: mayBeBearer(facts) },
      // What is always the same declares nothing of what is left.
      ...{ isFixed: life.member?.schema['const'] !== undefined, isLeft: isWhatIsLeft(life) },
      isProlonged: prolongedIn(facts).length > 0,
    }),
  ];
}

/** Whether the source gives the scheme of a server as well: a host alone leaves it open. */
const isWritten = ({ url, origin }: ServerFact, { written = '' }: Facts): boolean =>
  origin === 'openapi' || written === '' || written.toLowerCase().includes(`https://${new URL(url).host}`);

/** What holds of every endpoint that HTTP is spoken at. */
function httpRows(facts: Facts): Row[] {
  const { method, servers, account } = facts;
  const said = account.find(({ passage }) => demandsHttps(passage));
  // A server of plain HTTP takes back what the addresses of others say.
  const isPlain = servers.some(({ url }) => /^http:/i.test(url));
  const sited = servers.find((one) => one.url.startsWith('https:') && isWritten(one, facts));
  const secure = (isPlain ? undefined : sited) ?? (said && { at: said.title || 'Text' });
  const allow = (name: string): Row => ({
    id: 'allow',
    statement: `A 405 lists ${name} in Allow.`,
    at: 'section 15.5.6',
    source: 'rfc9110',
    rest: {
      ...promise('allow', { on: [405], with: { method: name } }),
      unreached: 'only a provider that answers another method with 405 shows it',
    },
  });
  return [
    ...(method && mayHave405(facts) ? [allow(method.value)] : []),
    {
      id: 'https',
      statement: 'The endpoint is served over https.',
      ...(secure ? { at: secure.at } : { level: 'should', source: 'rfc6750', at: 'section 5.3' }),
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
      rest: grantedWith('whole', 'request', 'lower-case-headers'),
    },
  ];
}

/** In which forms the body of the request is read, a form or JSON. */
function bodyRows(context: RowContext): Row[] {
  const { access, facts } = context;
  const { mediaType, queries } = facts;
  if (mediaType?.value.endsWith('json'))
    return [
      {
        id: 'spaced',
        statement: 'JSON over several lines is read as any other.',
        at: 'section 9',
        source: 'rfc8259',
        rest: grantedWith('body', 'json', 'spaced'),
      },
    ];
  if (!mediaType || !isForm(mediaType) || Object.keys(access.body).length === 0) return [];
  return [
    ...(queries.length > 0 ? [] : queryRows(context)),
    {
      id: 'parameter-order',
      statement: 'The parameters are read in any order.',
      at: 'Appendix B',
      level: 'should',
      source: sectionSources.form,
      rest: grantedWith('body', 'form', 'reversed-parameters'),
    },
  ];
}

/** Another value of a parameter of the query than its only one: a schema says it of members alone. */
const queryValueRows = ({ facts, names, faults }: RowContext): Row[] =>
  withOnlyValue(facts).map((fact) => ({
    id: `${names.query(fact.name).slice(names.of('').length)}-value`,
    statement: `${fact.name} in the query is ${JSON.stringify(fact.schema['const'])}: any other value is refused.`,
    at: fact.at,
    rest: { demand: { parameter: fact.name, break: ['unknown'] }, refusal: faults.otherInQuery(fact) },
  }));

/** The rows of a draft, in the order of a contract. */
export function rowsOf(context: RowContext): JsonObject[] {
  const { access, facts, names, refused } = context;
  const at = grantIn(facts.answers)?.at ?? 'Response';
  // Of one that may be the token itself nothing is said as of JSON.
  const judged = judgedAnswers(context).filter((one) => !mayBePlain(facts) || one !== grantIn(facts.answers));
  const rows: Row[] = [
    ...authRows(context),
    ...queryValueRows(context),
    ...wayRows(context),
    ...grantRows(facts),
    ...directiveRows(facts.answers.filter((one) => one.status >= 400 || one === grantIn(facts.answers))),
    ...mediaTypeRows(judged),
    ...jsonRows(judged, refused),
    ...tokenRows(context, at),
    ...refusedRows(context, judged),
    ...envelopeRows(context, at),
    ...(refused.includes(401) ? challengeRows(access.mechanism === 'basic', facts) : []),
    ...echoRows(context),
    ...methodRows(facts),
    ...httpRows(facts),
    ...bodyRows(context),
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
