/** The answer that grants a token, among those that an operation documents. */
import { isSuccess } from '../../contract/status.ts';
import type { AnswerFact, Todo } from '../facts/facts.ts';

const isGood = ({ status }: AnswerFact): boolean => isSuccess(status);

/** The answer that grants: the first that shows members, or the first of a good status. */
export function grantIn(answers: AnswerFact[]): AnswerFact | undefined {
  return answers.find((answer) => isGood(answer) && answer.members.length > 0) ?? answers.find(isGood);
}

/** The answers with one alone that grants; the members that were drafted are its own where it shows none. */
export function grantedWith(answers: AnswerFact[], chosen: number): AnswerFact[] {
  const drafted = grantIn(answers);
  const kept = answers.filter((answer) => !isGood(answer) || answer.status === chosen);
  return kept.map((answer) =>
    drafted && isGood(answer) && answer.members.length === 0 ? { ...drafted, status: chosen } : answer,
  );
}

/** What the question says of the parts of the other answers: the draft has their statuses alone. */
function leftOf(answers: AnswerFact[]): string {
  const left = answers.flatMap(({ status, members, headers = [] }) => {
    const top = members.filter(({ pointer }) => pointer.lastIndexOf('/') === 0).map(({ pointer }) => pointer.slice(1));
    const parts = [
      ...(top.length > 0 ? [`its body (${top.slice(0, mostNamed).join(', ')})`] : []),
      ...(headers.length > 0
        ? [
            `the headers ${headers
              .map(({ name }) => name)
              .slice(0, mostNamed)
              .join(', ')}`,
          ]
        : []),
    ];
    return parts.length > 0 ? [`of ${status} the draft leaves out ${parts.join(' and ')}`] : [];
  });
  return left.length === 0 ? '' : `; ${left.join('; ')}`;
}

/** Members and headers that it names. */
const mostNamed = 8;

/** The question which answer grants, where several could. */
export function grantTodos(answers: AnswerFact[]): Todo[] {
  const statuses = answers.filter(isGood).map(({ status }) => status);
  const drafted = grantIn(answers)?.status;
  if (drafted === undefined || statuses.length < 2) return [];
  const others = statuses.filter((status) => status !== drafted);
  return [
    {
      name: 'grant status',
      what: `which of the answers ${statuses.join(', ')} grants: the page documents them all, and ${drafted} is drafted${leftOf(answers.filter((one) => others.includes(one.status)))}`,
      ask: { about: 'grant', statuses: [drafted, ...others] },
    },
  ];
}

/** The media types of the answers, as a good request accepts them: that of the grant first. Undefined where that has none. */
export function acceptedOf(answers: AnswerFact[]): string | undefined {
  const granted = grantIn(answers)?.mediaType?.value;
  if (granted === undefined) return undefined;
  const refused = answers.flatMap(({ status, mediaType }) => (status >= 400 && mediaType ? [mediaType.value] : []));
  return [...new Set([granted, ...refused])].join(', ');
}
