/** What a person decides where no page says it as it is read. */
import { decidedAt, type Facts } from './facts.ts';

/** What was decided of authentication and media type. */
export interface Decided {
  auth?: string;
  mediaType?: string;
}

/** The facts with what a person decided of authentication and media type. */
export function decide(facts: Facts, { auth, mediaType }: Decided): Facts {
  const at = decidedAt;
  return {
    ...facts,
    ...(auth === undefined
      ? {}
      : {
          ...{ security: { value: auth, at, isDecided: true as const }, signed: [], unclear: [] },
          undecided: facts.unclear,
        }),
    ...(mediaType === undefined
      ? {}
      : {
          mediaType: { value: mediaType, at },
          todos: facts.todos.filter(({ name }) => !['media type', 'request media type'].includes(name)),
        }),
  };
}
