/** A header of the good request, sent elsewhere or twice. */
import type { Contract } from '../../contract/types.ts';
import { sameHeader } from '../../formats/header-name.ts';
import { mechanisms } from '../auth/index.ts';
import type { RequestDraft } from '../draft.ts';
import { altered, join, plain, type Text } from '../text.ts';
import type { Way } from '../ways/way.ts';
import { demandOn } from './family.ts';
import { placesBeside } from './parts.ts';

/** A header as it will be sent: of the good request, or a credential that its mechanism sends as a header. */
function headerText(draft: RequestDraft, header: string): Text | null {
  const sent = draft.auth.flatMap(({ spec, inputs }) =>
    Object.entries(mechanisms[spec.mechanism]?.compared ?? {}).flatMap(([input, compared]) =>
      compared.header !== undefined && sameHeader(compared.header, header) ? (inputs[input] ?? []) : [],
    ),
  );
  return draft.headers.find(([name]) => sameHeader(header, name))?.[1] ?? sent[0] ?? null;
}

/** The headers that are sent as they are given, and must be. */
function wholeHeaders(contract: Contract): string[] {
  const { auth, headers } = contract.operation.control;
  const byMechanism = auth.flatMap(({ mechanism }) =>
    Object.values(mechanisms[mechanism]?.compared ?? {}).flatMap(({ header }) => header ?? []),
  );
  return [...Object.keys(headers), ...byMechanism].filter((name) => demandOn(contract, 'header', name, ['absent']));
}

/** A header of the good request, which is sent in every other place. */
export const misplacedHeaders: Record<string, Way> = {
  'header-elsewhere': {
    title: ({ contract, variant }) => `${variant} in ${placesBeside(contract)}`,
    variantOf: 'header',
    variants: wholeHeaders,
    apply: (draft, { variant }) => {
      const value = headerText(draft, variant) ?? plain('');
      return {
        ...draft,
        headers: [...draft.headers, ['Cookie', join(`${variant}=`, value)]],
        query: [...draft.query, [plain(variant), value]],
        fields: [...draft.fields, [variant, value]],
        rewriteHeaders: [...draft.rewriteHeaders, (headers) => headers.filter(([name]) => !sameHeader(variant, name))],
      };
    },
  },
};

/** The headers that show who calls: those of its mechanism, and those whose value must be the one that was issued. */
function callerHeaders(contract: Contract): string[] {
  const { auth, headers } = contract.operation.control;
  const issued = Object.keys(headers).filter((name) => demandOn(contract, 'header', name, ['unknown']));
  const byMechanism = auth.flatMap((spec) => mechanisms[spec.mechanism]?.headers(spec) ?? []);
  // Two lines of Authorization are tried as places of credentials.
  return [...issued, ...byMechanism].filter((name) => !sameHeader(name, 'Authorization'));
}

const twice = (title: string, make: (value: Text) => Text[], of: (all: string[]) => string[]): Way => ({
  title: ({ variant }) => `two ${variant} lines, the ${title} one good`,
  variantOf: 'header',
  variants: (contract) => of(callerHeaders(contract)),
  apply: (draft, { variant }) => ({
    ...draft,
    rewriteHeaders: [
      ...draft.rewriteHeaders,
      (headers) =>
        headers.flatMap((line): [string, Text][] =>
          sameHeader(variant, line[0]) ? make(line[1]).map((value) => [line[0], value]) : [line],
        ),
    ],
  }),
});

/** A header that is given twice with two values; a reader that takes one of them takes the same of every header. */
export const twiceHeaders: Record<string, Way> = {
  'last-good': twice(
    'last',
    (value) => [altered(value), value],
    (all) => all,
  ),
  'first-good': twice(
    'first',
    (value) => [value, altered(value)],
    (all) => all.slice(-1),
  ),
};
