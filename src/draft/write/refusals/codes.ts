/** The values that a table of statuses gives to a member: codes of the faults that its words name, and of no others. */
import { type JsonObject, type Schema, shownPointer } from '../../../formats/json.ts';
import type { AnswerFact, Facts, Todo } from '../../facts/facts.ts';
import { codesAt, codesOfFaults } from '../../merge/codes-of-faults.ts';
import { valuesOf } from '../../merge/headed.ts';

/** The codes of an answer that refuses, by the pointers of the members that hold them. */
function codesOf({ members }: AnswerFact): Record<string, Schema> {
  const coded = members.filter(({ ofFaults }) => ofFaults);
  return Object.fromEntries(
    coded.map(({ pointer, schema }) => [
      pointer,
      schema['const'] === undefined ? { enum: schema['enum'] ?? [] } : { const: schema['const'] },
    ]),
  );
}

/** An answer without its codes: one that refuses a fault which no words name may have another. */
export function withoutCodes(answer: AnswerFact): AnswerFact {
  const members = answer.members.map((member) => {
    if (!member.ofFaults) return member;
    const { const: _value, enum: _values, ...schema } = member.schema;
    return { ...member, schema };
  });
  return { ...answer, members };
}

/** The words of an answer without the codes that stand before each of its faults: one of three digits is no status there. */
export function withoutCodesOf({ members, words = '' }: AnswerFact): string {
  const codesOfOne = (member: AnswerFact['members'][number]) => [
    ...(member.ofFaults ? valuesOf(member) : []),
    ...(member.codesShown ?? []).map(({ code }) => code),
  ];
  const codes = new Set(members.flatMap(codesOfOne).map(String));
  if (codes.size === 0) return words;
  const rest = (line: string): string =>
    line.replace(/^[\s|`"*]*([\w.-]+)[\s|`"*:–—-]+/u, (whole, first: string) =>
      codes.has(first) && /\d/.test(first) ? '' : whole,
    );
  return words.split('\n').map(rest).join('\n');
}

/** What documents a refusal for faults that words name: its statuses, with the codes of those that other faults have as well. */
export function documentedWith({ answers }: Facts, shared: number[], statuses: number[]): JsonObject[] {
  const codes = statuses.map((status) => {
    const answer = answers.find((one) => one.status === status);
    return answer && shared.includes(status) ? codesOf(answer) : {};
  });
  if (codes.every((one) => Object.keys(one).length === 0))
    return [{ status: statuses.length > 1 ? statuses : (statuses[0] ?? 0) }];
  return statuses.map((status, at) => ({ status, body: codes[at] ?? {} }));
}

/** The question which of several codes of one status is for which fault, where that of the table does not ask it. */
export function codeTodos({ answers, todos }: Facts): Todo[] {
  const asked = todos.filter(({ name }) => name === codesOfFaults);
  const open = answers.flatMap(({ status, members, words = '' }) =>
    members.flatMap((member) => {
      const values = member.ofFaults ? valuesOf(member) : [];
      const isAsked = asked.some(({ what }) => what.includes(codesAt(member.pointer, status)));
      return values.length > 1 && !isAsked ? [{ status, member, values, words }] : [];
    }),
  );
  if (open.length === 0) return [];
  const shown = open.map(
    ({ status, member, values }) => `${values.join(' or ')} in ${shownPointer(member.pointer)} of ${status}`,
  );
  const words = [...new Set(open.map((one) => one.words.replace(/\s+/g, ' ').trim().slice(0, 200)))];
  return [
    {
      name: codesOfFaults,
      what: `which code is for which fault: ${shown.join(', ')}; the page has ${words.map((one) => `"${one}"`).join(', ')}, and the draft takes each for any`,
    },
  ];
}
