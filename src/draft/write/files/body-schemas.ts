/** The schemas of the bodies that a draft knows, each in a file. */
import { type JsonObject, keysOf, lastKeyOf, pointerOf } from '../../../formats/json.ts';
import type { AnswerFact, Facts, Member } from '../../facts/facts.ts';
import { anyItem, isInItems } from '../../facts/list-items.ts';
import { grantIn } from '../../merge/grant.ts';
import { mayBePlain } from '../../merge/plain-answers.ts';
import { hasBody, isJson, mayBeIgnored } from '../basis/bodies.ts';
import type { Names } from '../basis/names.ts';
import { withOwn } from '../refusals/rows-of-own.ts';
import type { Faults } from '../refusals/unnamed.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** What a page that names a member of it alone says of its holder: an object, or a list where any of its items has it. */
const holder = (below: string[]): Partial<Member> & Pick<Member, 'schema'> => ({
  schema: { type: below[0] === anyItem ? 'array' : 'object' },
  // A list may be empty, whatever each of its items has.
  ...(below.includes(anyItem) ? { required: null } : {}),
});

/** A body schema; a member of a member stands inside it. A mark of null states the fact without a clause of its own. */
export function bodySchema(title: string, members: Member[], mark: (member: Member) => JsonObject | null): JsonObject {
  const tree = new Map<string, Member[]>();
  const known = new Map(members.map((member) => [member.pointer, member]));
  for (const member of members) {
    const keys = keysOf(member.pointer);
    for (let depth = 0; depth < keys.length; depth++) {
      const parent = pointerOf(keys.slice(0, depth));
      const pointer = pointerOf(keys.slice(0, depth + 1));
      const own = tree.get(parent) ?? [];
      tree.set(parent, own);
      if (own.some((one) => one.pointer === pointer)) continue;
      // A page may name a member of a member alone: what holds it is an object, and there wherever that has to be.
      own.push(known.get(pointer) ?? { ...member, pointer, ...holder(keys.slice(depth + 1)) });
    }
  }
  const typed = (member: Member): JsonObject => {
    const below = tree.get(member.pointer);
    const clause = known.has(member.pointer) && !isInItems(member.pointer) ? mark(member) : null;
    const items = below?.find(({ pointer }) => pointer === `${member.pointer}/${anyItem}`);
    return {
      ...(below ? { type: items ? 'array' : 'object' } : {}),
      ...member.schema,
      ...(items ? { items: typed(items) } : {}),
      ...(clause ? { 'x-clause': clause } : {}),
      ...(below && !items ? level(member.pointer) : {}),
    };
  };
  const level = (parent: string): JsonObject => {
    const own = tree.get(parent) ?? [];
    const nameOf = ({ pointer }: Member): string => lastKeyOf(pointer);
    const required = own.filter((member) => member.required === true).map(nameOf);
    const properties = own.map((member): [string, JsonObject] => [nameOf(member), typed(member)]);
    return { ...(required.length > 0 ? { required } : {}), properties: Object.fromEntries(properties) };
  };
  return { $schema: dialect, title, type: 'object', ...level('') };
}

/** The files of the bodies that answers refuse with. */
export interface RefusedFiles {
  /** The name of the file, by the status of an answer. */
  byStatus: Map<number, string>;
  /** The first answer of each file. */
  first: Map<string, AnswerFact>;
}

/** The files of these answers: those of the same members share one, and the first has the plainest name. */
export function refusedFiles(errors: AnswerFact[]): RefusedFiles {
  const files = new Map<string, string>();
  const found: RefusedFiles = { byStatus: new Map(), first: new Map() };
  for (const answer of errors.filter(isJson)) {
    const shape = JSON.stringify(answer.members.map(({ pointer, schema, required }) => [pointer, schema, required]));
    const plainest = files.size === 0 ? 'refused.schema.yaml' : `refused-${answer.status}.schema.yaml`;
    const file = files.get(shape) ?? plainest;
    if (!files.has(shape)) found.first.set(file, answer);
    files.set(shape, file);
    found.byStatus.set(answer.status, file);
  }
  return found;
}

/** What the schemas of a draft are made of. */
export interface SchemaContext {
  facts: Facts;
  provider: string;
  names: Names;
  refused: RefusedFiles;
  /** How each fault of the request is refused. */
  faults: Faults;
}

/** Whether a member has a refusal of its own where it has another value. */
const ownOf = ({ pointer }: Member, { own }: Faults): boolean =>
  own.some(({ name, place }) => place === 'body' && name === lastKeyOf(pointer));

/** The body schemas of a draft, by their files. */
export function bodySchemas({ facts, provider, names, refused, faults }: SchemaContext): Record<string, JsonObject> {
  const ofRequest = (member: Member): JsonObject | null => {
    // A clause of a request is read at the members at its top alone.
    if (keysOf(member.pointer).length > 1) return null;
    if (mayBeIgnored(member, facts)) return null;
    const id = names.request(member);
    return { id, at: member.at, refusal: withOwn(faults.member(member), ownOf(member, faults) ? id : null) };
  };
  const request = bodySchema(`Access-token request of ${provider}`, facts.request, ofRequest);
  const granted = bodySchema(
    `Access-token answer of ${provider} when it grants`,
    grantIn(facts.answers)?.members ?? [],
    (member) => (mayBePlain(facts) ? null : { id: names.granted(member), at: member.at }),
  );
  const refusals = [...refused.first].map(([file, { members, status }]): [string, JsonObject] => [
    file,
    bodySchema(`Answer of ${provider} when it refuses`, members, (member) => ({
      id: names.refused(member, status),
      at: member.at,
    })),
  ]);
  return {
    ...(hasBody(facts) ? { 'request.schema.yaml': request } : {}),
    'granted.schema.yaml': granted,
    ...Object.fromEntries(refusals),
  };
}
