/** How the TODOs of a draft are asked, which of them first, and in which form each is answered. */
import type { Ask, Todo } from '../../facts/facts.ts';
import { guessedStatuses } from './answer-words.ts';

/** Mechanisms that a person can name. */
export const authNames = ['basic', 'snap-signature', 'mutual-tls', 'none'];

/** What a person answers who finds right what is drafted. */
export const asDrafted = 'drafted';

/** The form in which a person answers what has no form of its own. */
const ofFacts = `what the page says, as "branchCode maxLength 4; 200 data.token required", or ${asDrafted} where the draft is right without it`;

/** The form in which each TODO is answered. */
const forms: Record<Ask['about'], string> = {
  auth: `${authNames.join(', ')}, or ${asDrafted} where the draft has it right`,
  'media type': 'a media type, as application/json',
  'answer media type': 'a media type, as application/json',
  'media types':
    'a media type for both, as application/json, or that of the request and that of the answers with a blank between them; - leaves one open',
  servers: 'addresses with blanks between them, that of the sandbox first',
  method: 'a method, as POST',
  path: 'a path, as /oauth/token',
  'page url': 'an address',
  refused: 'the status for wrong credentials and that for wrong parameters, as 401 400',
  refusal: 'a status',
  answers: 'those that it may be answered with, with blanks between them, or none',
  status: 'a status',
  grant: 'a status',
  statuses: 'their statuses in this order with blanks between them',
  mandatory: 'the names that are mandatory with blanks between them, or all, or none',
  type: 'string, integer, number, boolean, object or array',
  values: 'the value of each, as name=value with blanks between them; name=unique where each request has another',
  files: '',
  request: 'the names of its members with blanks between them, as client_id*:string scope; a star says mandatory',
  granted:
    'the names of its members with blanks between them, as data.token*:string data.ttl:integer; a star says mandatory',
  token: 'the name of the member, as data.token',
  lifetime:
    'the name of the member and its unit (seconds, minutes, milliseconds, instant), as data.ttl minutes; none where no life is promised',
};

function formOf(ask: Ask): string {
  if (ask.about === 'refusal' || ask.about === 'grant') return ask.statuses.join(' or ');
  if (ask.about === 'statuses')
    return `${forms.statuses}, as ${ask.of.flatMap(guessedStatuses).join(' ')}; - leaves one open`;
  return ask.about === 'status' ? `${forms.status}, as ${ask.status}` : forms[ask.about];
}

const first: readonly (Ask['about'] | undefined)[] = ['granted', 'request', 'token'];

/** The TODO that is asked next: what a body holds comes first, since it answers others. */
export function nextOf(todos: Todo[]): Todo | undefined {
  return first.flatMap((about) => todos.find(({ ask }) => ask?.about === about) ?? []).at(0) ?? todos[0];
}

/** How a TODO is asked, and in which form it is answered; the form is empty where a person has to write it into the files. */
export function question({ what, ask }: Todo): { text: string; form: string } {
  return { text: what.split('; npm run derive with')[0] ?? what, form: ask ? formOf(ask) : ofFacts };
}
