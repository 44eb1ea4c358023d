/** Faults of a request as a question names them. */
import type { Fault, FieldFault } from './named-faults.ts';

const asked: Record<FieldFault | 'length long' | 'length short' | 'value long' | 'value short', string> = {
  required: 'missing',
  type: 'of another type',
  length: 'of another length',
  'length long': 'too long',
  'length short': 'too short',
  value: 'with another value',
  'value long': 'too large',
  'value short': 'too small',
  form: 'in another form',
};

/** What a question calls the kind of a fault, which has an end where it is one of what is allowed. */
const kindOf = (fault: Fault): string =>
  'end' in fault && fault.end !== undefined ? `${fault.of} ${fault.end}` : fault.of;

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
  const kinds = [...new Set(open.map(kindOf))];
  return kinds
    .map((kind) => {
      const named = open.flatMap((one) => (kindOf(one) === kind && 'name' in one ? [one] : []));
      const [first] = named;
      const namesOf = (all: typeof named): string => [...new Set(all.map(({ name }) => name))].join(' or ');
      const empty = named.filter(({ hasEmpty }) => hasEmpty);
      const wrong = Object.entries(asked).find(([of]) => of === kind)?.[1] ?? kind;
      if (first) return `${namesOf(named)} ${wrong}${empty.length > 0 ? `, ${namesOf(empty)} empty` : ''}`;
      return Object.entries(whole).find(([of]) => of === kind)?.[1] ?? kind;
    })
    .join(', ');
}
