/** What stays open of the lifetime, the media types and the bodies of a draft. */
import { shownPointer } from '../../formats/json.ts';
import type { Facts, Member, Todo } from '../facts/facts.ts';
import { memberCalled } from '../facts/merge.ts';
import { hasBody } from './spec.ts';

const minutes = /\b(minutes?|menit|hours?|jam|milli-?seconds?|ms|milidetik|days?|hari)\b/i;
const instant = /(date|at|until|(?<!life)time|expires|expiry|expiration)$/i;

/** The member that counts the seconds a token lives; one that gives them otherwise is a TODO, as no contract says it. */
export function lifetimeOf(granted: Member[]): { member: Member | null; todos: Todo[] } {
  const counted = memberCalled(
    granted,
    'expiresin',
    'expiresinseconds',
    'ttl',
    'lifetime',
    'validity',
    'expiry',
    'expires',
  );
  const other = granted.find(({ pointer }) => /expir|ttl|valid|lifetime/i.test(pointer));
  const ask = (what: string): { member: null; todos: Todo[] } => ({
    member: null,
    todos: [{ name: 'lifetime', what }],
  });
  if (!counted) {
    const hint = other
      ? `; ${shownPointer(other.pointer)} (${other.at}) may give it in another form, as the instant of the end`
      : '';
    return ask(`the member of a granted answer that counts the seconds of the lifetime (token.lifetime)${hint}`);
  }
  const name = shownPointer(counted.pointer);
  const unit = minutes.exec(counted.notes ?? '')?.[0];
  const seconds = /\b(seconds?|detik|secs?)\b/i.test(counted.notes ?? '');
  const isInstant =
    !seconds &&
    !/in$|ttl$/i.test(name) &&
    (/[-:T]/.test(String(counted.example ?? '')) ||
      Number(counted.example) > 1e8 ||
      (instant.test(name) && counted.example === undefined));
  if (isInstant) return ask(`the lifetime (token.lifetime): ${name} (${counted.at}) looks like the instant of the end`);
  if (unit !== undefined && !seconds)
    return ask(`the lifetime (token.lifetime): ${name} (${counted.at}) counts ${unit}, and a contract says seconds`);
  return { member: counted, todos: [] };
}

/** What stays open of media types and bodies: no default stands for what a page does not say. */
export function bodyTodos(facts: Facts): Todo[] {
  const { mediaType, answers, method, queries } = facts;
  const todos: Todo[] = [];
  if (hasBody(facts) && mediaType === undefined)
    todos.push({
      name: 'media type',
      what: 'the media type of the request (requestBody.content of the spec, with its x-clause); the page names none; npm run derive with --media-type drafts its clauses',
      ask: { about: 'media type' },
    });
  if (mediaType !== undefined && !/json$|x-www-form-urlencoded$/.test(mediaType.value))
    todos.push({
      name: 'media type',
      what: `how a body of ${mediaType.value} (${mediaType.at}) is written; JSON and forms are all that is sent`,
    });
  if (!hasBody(facts) && method?.value !== 'GET' && queries.length === 0)
    todos.push({ name: 'request', what: 'what the request holds; the page shows no body and no parameters of it' });
  const silent = answers.filter((answer) => answer.mediaType === undefined && answer.members.length > 0);
  if (silent.length > 0)
    todos.push({
      name: 'answer media type',
      what: `the media type of the answers ${silent.map(({ status }) => status).join(', ')}; the page names none (a clause with the check media-type states it)`,
      ask: { about: 'answer media type' },
    });
  return todos;
}
