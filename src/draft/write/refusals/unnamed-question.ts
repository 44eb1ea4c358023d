/** The question about faults that no words of a page name, with the statuses that a draft guesses. */
import type { Facts, Todo } from '../../facts/facts.ts';
import { quotedLines } from '../../facts/quoted.ts';
import { faultsInWords } from './fault-phrases.ts';
import type { Refused, Wording } from './how-refused.ts';
import type { OwnRefusal } from './own-refusals.ts';

/** Words of refusals as a question shows them. */
function quoted({ answers }: Facts, statuses: number[]): string {
  return answers
    .filter(({ status }) => statuses.includes(status))
    .map(({ status, words = '' }) => (words === '' ? `${status}` : `${status} for ${quotedLines(words)}`))
    .join(', ');
}

/** The rows of a contract that have the statuses of such faults: another media type has one of its own. */
function rowsOf(open: Refused[]): string {
  const ofType = open.filter(({ fault }) => fault.of === 'media type' || fault.of === 'no media type');
  const others = ofType.length < open.length ? ['refusals.unnamed'] : [];
  return [...others, ...(ofType.length > 0 ? ['refusals.media-type'] : [])].join(', ');
}

/** What the question says of credentials that have statuses of their own. */
const ownOf = (open: Refused[], own: OwnRefusal[], parameters: number[]): string =>
  own
    .filter(({ name, place }) =>
      open.some(({ fault, as }) => as === 'unnamed' && 'name' in fault && fault.name === name && fault.place === place),
    )
    .map(({ name, statuses }) => `, and ${[...new Set([...parameters, ...statuses])].join(' or ')} for ${name}`)
    .join('');

/** The question about faults that no words name, with the statuses that the draft guesses. */
export function unnamedQuestion({ facts, own, refusals }: Wording, open: Refused[]): [number[], Todo[]] {
  const { credentials, unread } = refusals;
  const parameters = [...refusals.parameters, ...unread];
  if (open.length === 0) return [[], []];
  const decided = facts.refused?.unnamed;
  if (decided !== undefined) return [[decided], []];
  const statuses = [...new Set([...parameters, ...(open.some(({ isProof }) => isProof) ? credentials : [])])];
  const documented = facts.answers.map(({ status }) => status).filter((status) => status >= 400 && status < 500);
  const words = quoted(facts, parameters);
  const has = words === '' ? '' : `it has ${words}, and `;
  return [
    statuses,
    [
      {
        name: 'refusal parameters',
        what: `how these faults are refused, of which the page gives no status: ${faultsInWords(open.map(({ fault }) => fault))}; ${has}the draft ${has === '' ? 'has ' : ''}${statuses.join(' or ')} for them (${rowsOf(open)})${ownOf(open, own, parameters)}`,
        ask: {
          about: 'refusal',
          of: 'unnamed',
          statuses: [...new Set([...statuses, ...credentials, ...documented, 400, 422, 415])],
        },
      },
    ],
  ];
}
