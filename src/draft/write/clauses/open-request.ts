/** What stays open of a request of which a page shows nothing, and of the media types of a draft. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { type Passage, quotedOf, speakingOf, unlessSaid } from '../../facts/subjects.ts';
import { statusesIn } from '../../page/words/status-words.ts';
import { hasBody } from '../basis/bodies.ts';
import { asksForAny } from '../refusals/refusals.ts';

/** Whether nothing was read of what a request holds, though it may hold something. */
function isOpen({ request, bodyRequired, method, noBody, queries }: Facts): boolean {
  const isBodiless = method?.value === 'GET' || (noBody !== undefined && !noBody.isUnsure);
  return request.length === 0 && !bodyRequired && !isBodiless && queries.length === 0;
}

/**
 * What a page says of the statuses of wrong parameters, where a draft has no clause about any: what a request holds was not
 * read, so that nothing else tells a person how it is refused.
 */
function refusedAs(facts: Facts): string {
  if (asksForAny(facts)) return '';
  const statuses = facts.answers.map(({ status }) => status).filter((status) => [400, 422].includes(status));
  const about = (facts.passages ?? []).filter(({ text }) => statusesIn(text).some((one) => statuses.includes(one)));
  const said = quotedOf(about, 'refusal');
  return said === null ? '' : `; and how it is refused where anything of it is missing or wrong: ${said}`;
}

/** The question what a request holds of which nothing was read. */
export function requestTodos(facts: Facts): Todo[] {
  if (!isOpen(facts)) return [];
  const held = unlessSaid(facts.passages, 'request', 'the page shows no body and no parameters of it');
  return [{ name: 'request', what: `what the request holds; ${held}${refusedAs(facts)}`, ask: { about: 'request' } }];
}

/** The subject of a request's media type. */
const ofRequest = 'media type of the request';

/** Whether a page speaks of a form that is sent: no answer is one. */
const isTypeSaid = ({ passages = [] }: Facts): boolean =>
  speakingOf(passages, ofRequest).some(
    (one) => /\bform(?:ulir)?\b|urlencoded/i.test(one.text) && speakingOf([one], 'answer').length === 0,
  );

/** The media types that no page says, those of the request and of the answers as one question: one person knows both. */
export function mediaTypeTodos(facts: Facts): Todo[] {
  const { mediaType, answers } = facts;
  const silent = answers.filter((answer) => answer.mediaType === undefined && answer.members.length > 0);
  const statuses = silent.map(({ status }) => status).join(', ');
  const inSpec = 'requestBody.content of the spec, with its x-clause';
  const derived = 'npm run derive with --media-type drafts';
  if (mediaType === undefined && (hasBody(facts) || (isOpen(facts) && isTypeSaid(facts))))
    return [
      silent.length === 0
        ? {
            name: 'media type',
            what: `the media type of the request (${inSpec}); ${unlessSaid(facts.passages, ofRequest, 'the page names none')}; ${derived} its clauses`,
            ask: { about: 'media type' },
          }
        : {
            name: 'media type',
            what: `the media type of the request (${inSpec}), and that of the answers ${statuses} (a clause with the check media-type states it); ${unlessSaid(facts.passages, ofRequest, 'the page names neither')}; ${derived} the clauses of the request`,
            ask: { about: 'media types' },
          },
    ];
  if (silent.length === 0) return [];
  // Words with the form of a request and none about answers are of the request: no answer is a form.
  const isOfAnswers = (one: Passage): boolean =>
    !one.text.includes('x-www-form-urlencoded') || speakingOf([one], 'answer').length > 0;
  const passages = facts.passages?.filter(isOfAnswers);
  return [
    {
      name: 'answer media type',
      what: `the media type of the answers ${statuses}; ${unlessSaid(passages, 'media type of answers', 'the page names none')} (a clause with the check media-type states it)`,
      ask: { about: 'answer media type' },
    },
  ];
}
