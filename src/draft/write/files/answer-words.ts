/** What a person writes for members, media types and statuses, read; a text says what is wrong with it. */
import { pointerOf } from '../../../formats/json.ts';
import { decidedAt, type Member, type Todo } from '../../facts/facts.ts';
import { typeOf } from '../../page/values/attributes.ts';
import { mediaTypeIn } from '../../page/words/content-types.ts';

/** Members as a person writes them: `name`, with `.` between the levels, `*` for mandatory and `:type`. */
export function membersIn(text: string): Member[] | string {
  const members: Member[] = [];
  for (const word of text.split(/[\s,]+/)) {
    const [, name, star, type] = /^([A-Za-z_$@][\w$@-]*(?:\.[\w$@-]+)*)(\*?)(?::([a-z-]+))?$/.exec(word) ?? [];
    const schema = type === undefined ? {} : typeOf(type);
    if (name === undefined) return `${word} is no name of a member`;
    if (schema === null) return `${type} is no type of JSON`;
    members.push({
      pointer: pointerOf(name.split('.')),
      at: decidedAt,
      origin: 'text',
      required: star === '*',
      schema,
    });
  }
  return members;
}

/** The media types of the request and of the answers as a person writes both: one for both, or two; `-` leaves one open. */
export function bothMediaTypes(text: string): (string | null)[] | string {
  // A parameter belongs to its media type.
  const words = text.replace(/\s*;\s*/g, ';').split(/[\s,]+/);
  const [first = '', second = first, ...more] = words;
  if (more.length > 0) return 'it is more than one media type for the request and one for the answers';
  if (first === '-' && second === '-') return 'an empty line leaves both open';
  const found = [first, second].map((word) => (word === '-' ? null : mediaTypeIn(word)));
  const known = found.filter((one) => one !== undefined);
  return known.length === found.length ? known : 'it is no media type';
}

/** A status; null for anything else. */
export function statusIn(text: string): number | null {
  return /^[2-5]\d\d$/.test(text) ? Number(text) : null;
}

/** The statuses that a question asks for, as the draft guesses them. */
export function guessedStatuses({ ask }: Todo): number[] {
  switch (ask?.about) {
    case 'status':
      return [ask.status];
    case 'refusal':
    case 'grant':
      return ask.statuses.slice(0, 1);
    case 'refused':
      return [401, 400];
    default:
      return [];
  }
}

/** The statuses that a person gives to several questions, by question; those that `-` leaves open are not among them. */
export function statusesFor(of: Todo[], text: string): Map<Todo, string> | string {
  const words = text.split(/[\s,]+/);
  const wanted = of.flatMap(guessedStatuses);
  if (words.length !== wanted.length) return `it takes ${wanted.length} statuses, as ${wanted.join(' ')}`;
  if (words.every((word) => word === '-')) return 'an empty line leaves all of them open';
  const given = of.map((todo): [Todo, string] => {
    const own = words.splice(0, guessedStatuses(todo).length);
    return [todo, own.filter((word) => word !== '-').join(' ')];
  });
  return new Map(given.filter(([, own]) => own !== ''));
}
