/** What a person decides, as facts. */
import { type AnswerFact, decidedAt as at, type Facts, type Said } from '../../facts/facts.ts';

/** An answer of which a person gives the status. */
export function decidedStatus({ assumed: _guess, ...answer }: AnswerFact, status: number): AnswerFact {
  return { ...answer, status };
}

/** The facts with the media types that a person names; null leaves one open. */
export function withMediaTypes({ answers }: Facts, ofRequest: string | null, ofAnswers: string | null): Partial<Facts> {
  const said = (value: string): Said => ({ value, at });
  return {
    ...(ofRequest === null ? {} : { mediaType: said(ofRequest) }),
    ...(ofAnswers === null ? {} : { answers: answers.map((answer) => ({ mediaType: said(ofAnswers), ...answer })) }),
  };
}

/** The answers with those of some statuses, of which nothing else is known. */
export function withRefused({ answers }: Facts, statuses: number[]): AnswerFact[] {
  const added = [...new Set(statuses)].filter((status) => !answers.some((answer) => answer.status === status));
  return [...answers, ...added.map((status): AnswerFact => ({ status, at, origin: 'text', members: [] }))];
}
