/** What a page says of how a token is used. */

import type { Facts, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { tokenPlace } from '../page/proofs.ts';
import { grantedOf, tokenOf } from './open.ts';

/** The question where the words about the token send it otherwise than the clauses of a protected resource, as Bearer. */
export function useTodos(facts: Facts): Todo[] {
  const { notes = '', at = '' } = tokenOf(facts) ?? {};
  const place = tokenPlace(notes);
  return place === null
    ? []
    : [
        {
          name: 'token use',
          what: `how the token is sent: the page names ${place} (${at}), and the clauses about a protected resource are those of Bearer in Authorization`,
        },
      ];
}

/** Words that take the scheme back, or leave others. */
const otherwise =
  /\b(?:not|no|never|without|instead|rather|currently|at present|for now|or|bukan|tidak|tanpa|atau|saat ini|sementara)\b/i;

/** Whether a sentence of some words names the scheme Bearer, and says nothing against it. */
const namesBearer = (words: string): boolean =>
  words.split(/[.;](?:\s|$)|\n/).some((one) => /\bbearer\b/i.test(one) && !otherwise.test(one));

/** Where the page says that the token is sent as Bearer; null where it does not. */
export function bearerAt(facts: Facts): string | null {
  const members = grantedOf(facts).find(({ schema, example, notes = '' }) =>
    [schema['const'], example, notes].some((one) => typeof one === 'string' && namesBearer(one)),
  );
  if (members) return members.at;
  const { security } = facts;
  if (security?.value === 'bearer') return security.at;
  const part = facts.account.find(({ passage, title }) => namesBearer(title) || namesBearer(passage));
  return part ? part.title || 'Text' : null;
}

/** Words for a request for one more token, while the one before is in use. */
const oneMore =
  /\b(?:new|another|second|further|next|additional) (?:access[- ]?)?tokens?\b|\btoken (?:baru|kedua|lain)\b|\btokens?\b[^.;]{0,40}\b(?:still|already|masih|sudah)\b|\b(?:still|already|masih|sudah)\b[^.;]{0,30}\btokens?\b/i;

/** The question where the words about a status refuse a second token, which the clauses of a draft ask for. */
export function againTodos({ answers }: Facts): Todo[] {
  const found = answers
    .filter(({ status }) => status >= 400 && status < 500)
    .flatMap(({ status, words = '' }) =>
      words.split('\n').flatMap((one) => (oneMore.test(one) ? [{ status, words: one }] : [])),
    );
  const [first] = found;
  if (!first) return [];
  return [
    {
      name: 'granted again',
      what: `whether a second good request is granted: the page has ${first.status} for "${quotedWords(first.words)}", and the draft has the clause granted-again`,
    },
  ];
}
