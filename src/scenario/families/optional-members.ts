/** Members that a standard allows beside those of the page. */
import type { Contract } from '../../contract/types.ts';
import { inputsOf, type RequestDraft } from '../draft.ts';
import { plain } from '../text.ts';
import type { Way } from '../ways/way.ts';
import type { Row } from './family.ts';

/** A member that a standard allows beside those of the page. */
const optionalMembers: {
  way: string;
  title: string;
  source: RegExp;
  at: string;
  add: (draft: RequestDraft) => RequestDraft;
}[] = [
  {
    way: 'additional-info',
    title: 'an empty additionalInfo',
    source: /aspi-indonesia/,
    at: 'additionalInfo',
    add: (draft) => ({ ...draft, fields: [...draft.fields, ['additionalInfo', {}]] }),
  },
  {
    way: 'client-id',
    title: 'client_id in the body as well',
    source: /rfc6749$/,
    at: 'section 3.2.1',
    add: (draft) => ({ ...draft, fields: [...draft.fields, ['client_id', inputsOf(draft)['id'] ?? plain('')]] }),
  },
  {
    // One who takes it declares a life that the clause about lives fails for.
    way: 'life',
    title: 'expires_in, of more than a year, which means nothing in a request',
    source: /rfc6749$/,
    at: 'section 3.2',
    add: (draft) => ({ ...draft, fields: [...draft.fields, ['expires_in', plain('99999999')]] }),
  },
];

/** The good request with one of those members. */
export const optional: Record<string, Way> = Object.fromEntries(
  optionalMembers.map(({ way, title, add }): [string, Way] => [way, { title: () => title, apply: add }]),
);

/** The rows of those members. */
export function optionalRows({ sources }: Contract): Row[] {
  return optionalMembers.flatMap(({ way, source, at }): Row[] => {
    const key = Object.values(sources).find(({ url }) => source.test(url));
    if (!key) return [];
    const row = {
      what: `optional-${way}`,
      statement: 'A member that the standard allows beside those of the page is taken.',
      ways: [way],
      judged: { check: 'granted' },
    };
    // The standards that a contract cites, it cites as its own sources: the row is placed there.
    return [{ ...row, origin: { source: key, at, level: 'should' } }];
  });
}
