/** Faults of a request as a question names them. */
import type { Fault, FieldFault } from './named-faults.ts';

const asked: Record<FieldFault, (names: string) => string> = {
  required: (names) => `${names} missing`,
  type: (names) => `${names} of another type`,
  length: (names) => `${names} too long`,
  value: (names) => `${names} with another value`,
  form: (names) => `${names} in another form`,
};

const whole = {
  body: 'a body that cannot be read',
  'media type': 'another media type',
  'no media type': 'a media type that the words about 415 do not name',
  scheme: 'another scheme than HTTP Basic',
  authorization: 'HTTP Basic missing',
  'basic form': 'HTTP Basic without its colon',
  late: 'a time beyond the window',
  certificate: 'a connection without a client certificate',
};

/** Faults in words, those of one kind together. */
export function faultsInWords(open: Fault[]): string {
  const kinds = [...new Set(open.map(({ of }) => of))];
  return kinds
    .map((kind) => {
      const named = open.flatMap((one) => (one.of === kind && 'name' in one ? [one] : []));
      const [first] = named;
      const namesOf = (all: typeof named): string => [...new Set(all.map(({ name }) => name))].join(' or ');
      const empty = named.filter(({ hasEmpty }) => hasEmpty);
      if (first) return `${asked[first.of](namesOf(named))}${empty.length > 0 ? `, ${namesOf(empty)} empty` : ''}`;
      return Object.entries(whole).find(([of]) => of === kind)?.[1] ?? kind;
    })
    .join(', ');
}
