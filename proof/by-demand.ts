/** Providers that meet a broken demand in the wrong way. */
import type { Answer, Call } from '../mock/server.ts';
import { isSuccess } from '../src/contract/status.ts';
import { type AnswerMatch, type Clause, type DemandClause, isUntestable } from '../src/contract/types.ts';
import type { Json, Schema } from '../src/formats/json.ts';
import { at, crash, jsonOf, withHeader, withMember, withStatus } from './answers.ts';
import type { Deviation, Material } from './mutant.ts';
import { breaks } from './values.ts';

const statuses = [401, 400, 422, 403, 404, 409, 410, 418, 451];

/** Whether an answer is one the contract documents or tolerates, read without the engine. */
export function allowed(answer: Answer, matches: AnswerMatch[], way: string): boolean {
  const json = jsonOf(answer);
  return matches.some(
    (match) =>
      match.status !== 'probe' &&
      match.status.includes(answer.status) &&
      !match.narrowed &&
      (match.ways.length === 0 || match.ways.includes(way)) &&
      Object.entries(match.body).every(([pointer, schema]) => {
        const found = at(json, pointer);
        return found !== undefined && !breaks(schema, found);
      }),
  );
}

/** Codes the contract's own refusals use at a pointer: those of another class come from here. */
function codes({ rig }: Material, pointer: string): Json[] {
  return Object.values(rig.contract.refusals)
    .flatMap(({ documented }) => documented)
    .flatMap(({ body }) => {
      const schema = body[pointer];
      return schema ? [schema['const'] ?? [], schema['enum'] ?? []].flat() : [];
    });
}

/** A grant of all that was asked for, whether it is known or not. */
function grantOf(call: Call, { rig }: Material): Answer {
  const { scope } = rig.contract.token;
  const asked = new URLSearchParams(Buffer.from(call.received.body).toString('utf8')).get('scope');
  return scope && asked ? withMember(call.grant(), scope, asked) : call.grant();
}

/** Answers with a status of success that grant nothing; to some requests a provider may answer in any way. */
const withSuccess: Deviation[] = [
  { name: 'an empty 200', answer: () => ({ status: 200, headers: [], body: '' }) },
  { name: 'its refusal under 200', answer: (answer) => ({ ...answer, status: 200 }) },
];

/** A lax provider, a crashing one, and those that refuse in their own form, but as another class of fault. */
export function byDemand(clause: DemandClause, material: Material): Deviation[] {
  const { documented, tolerated, mayAnswer } = clause.refusal;
  const matches = [...documented, ...tolerated];
  const { faithful, way } = material;
  // A parameter that no server need know may be ignored, and the request granted.
  const grants = ({ narrowed, status }: AnswerMatch): boolean =>
    narrowed || (status !== 'probe' && status.length > 0 && status.every(isSuccess));
  const mayGrant = tolerated.some((match) => grants(match) && match.ways.includes(way));
  const found: Deviation[] = [
    ...(mayGrant ? [] : [{ name: 'granted', answer: (_faithful: Answer, call: Call) => grantOf(call, material) }]),
    { name: 'a crash', answer: () => crash },
    ...(mayAnswer ? [] : withSuccess),
    { name: 'its refusal under 500', answer: (answer) => withStatus(answer, 500) },
  ];
  const status = statuses.find((one) => !allowed(withStatus(faithful, one), matches, way));
  // As a server would answer with it: a 401 names a challenge.
  const put = (answer: Answer, to: number): Answer =>
    to === 401 ? withHeader(withStatus(answer, to), 'WWW-Authenticate', 'Basic realm="one"') : withStatus(answer, to);
  if (status) found.push({ name: `refused with ${status}`, answer: (answer) => put(answer, status) });
  const wrongCode = codeDeviations(material, matches, clause);
  return [...found, ...wrongCode];
}

/** The promise that states the form of the value at a pointer of this answer, and binds as the demand does, where the value breaks it. */
function statedBy(
  { rig, faithful }: Material,
  demand: DemandClause,
  pointer: string,
  value: Json | undefined,
): Pick<Deviation, 'stated'> {
  const binds = ({ level, source }: Clause): boolean =>
    demand.level === 'must'
      ? level === 'must' && (source.key === 'page' || (source.named && demand.source.key !== 'page'))
      : level === 'must' || level === demand.level;
  const promise = rig.contract.clauses.find(
    (clause) =>
      clause.kind === 'promise' &&
      !isUntestable(clause) &&
      clause.operations.some((operation) => demand.operations.includes(operation)) &&
      clause.check === 'value' &&
      clause.parameters['at'] === pointer &&
      clause.on.some((on) => on === 'any' || on === 'refused' || on === faithful.status) &&
      binds(clause) &&
      (value === undefined
        ? clause.parameters['required'] === true
        : breaks(clause.parameters['schema'] as Schema, value)),
  );
  return promise ? { stated: { clause: promise.id, check: 'value' } } : {};
}

function codeDeviations(material: Material, matches: AnswerMatch[], clause: DemandClause): Deviation[] {
  const { faithful, way } = material;
  const pointers = [...new Set(matches.flatMap(({ body }) => Object.keys(body)))];
  return pointers.flatMap((pointer) => {
    const said = at(jsonOf(faithful), pointer);
    const status = String(faithful.status);
    const sameForm = (code: Json): boolean =>
      typeof code === 'string' && (!/^\d{7}$/.test(code) || code.startsWith(status));
    const others: Json[] = [
      ...codes(material, pointer).filter(sameForm),
      ...(typeof said === 'boolean' ? [!said] : [`${String(said).slice(0, -2)}99`]),
    ];
    const wrong = others.find((code) => !allowed(withMember(faithful, pointer, code), matches, way));
    const absent = allowed(withMember(faithful, pointer, undefined), matches, way);
    return [
      ...(wrong === undefined
        ? []
        : [
            {
              name: `refused with ${pointer} ${JSON.stringify(wrong)}`,
              answer: (answer: Answer) => withMember(answer, pointer, wrong),
              ...statedBy(material, clause, pointer, wrong),
            },
          ]),
      ...(absent
        ? []
        : [
            {
              name: `refused without ${pointer}`,
              answer: (answer: Answer) => withMember(answer, pointer, undefined),
              ...statedBy(material, clause, pointer, undefined),
            },
          ]),
    ];
  });
}
