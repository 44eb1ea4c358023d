import { parseDateForm, resolutionOf } from '../../contract/date-form.ts';
import { parseValue } from '../../contract/header-value.ts';
import { ingredientsOf, parseTemplate } from '../../contract/template.ts';
import type { AuthSpec } from '../../contract/types.ts';
import type { SignatureRow } from '../../formats/auth.ts';
import type { AuthDraft, Mechanism } from './mechanism.ts';
import { type Signing, seal, secondsShown } from './signature/seal.ts';
import { breaks, forgedBy, mistimedBy, outOfWindow, twistsOf } from './signature/twists.ts';

function rowOf({ signature, mechanism }: AuthSpec): SignatureRow {
  if (!signature) throw new Error(`The mechanism ${mechanism} needs what is signed and how`);
  return signature;
}

function signingOf({ spec, inputs, way }: AuthDraft): Signing {
  const row = rowOf(spec);
  const twist = way === null ? null : twistsOf(row)[way];
  if (twist === undefined) throw new Error(`The signature in ${row.header} has no way "${way}"`);
  return { row, inputs, twist };
}

/** Whether what a contract says of a signature can be read; the loader reports what cannot. */
function isReadable({ over, value, timestamp }: SignatureRow): boolean {
  const isValue = value === undefined || 'template' in parseValue(value);
  return (
    isValue &&
    'template' in parseTemplate(over) &&
    (timestamp === undefined || 'parts' in parseDateForm(timestamp.form))
  );
}

/** Whether two good requests differ: in their time, or in a signature of which a part is drawn. */
function isMadeAnew({ algorithm, over, timestamp }: SignatureRow): boolean {
  const drawn = algorithm === 'rsa-pss-sha256' || algorithm === 'ecdsa-p256-sha256';
  const parsed = parseTemplate(over);
  const dates = 'template' in parsed ? ingredientsOf(parsed.template).filter(({ name }) => name === 'date') : [];
  const forms = [...(timestamp ? [timestamp.form] : []), ...dates.map(({ argument }) => argument)];
  return drawn || forms.some((form) => ['second', 'millisecond'].includes(resolutionOf(form)));
}

/** A signature over parts of the request, as a contract says. */
export const signature: Mechanism = {
  inputs: [],
  signature: rowOf,
  forged: (spec) => forgedBy(rowOf(spec)),
  breaks,
  mistimed: (spec) => mistimedBy(rowOf(spec)),
  headers(spec) {
    const { header, timestamp } = rowOf(spec);
    return [...(timestamp ? [timestamp.header] : []), header];
  },
  // There is nothing to derive ways from without a contract, and from one that does not load.
  ways: ({ signature: row }) =>
    row && isReadable(row)
      ? {
          ...Object.fromEntries(Object.entries(twistsOf(row)).map(([way, { title }]) => [way, title])),
          replayed: `the request sent again, byte for byte, with its ${row.header}`,
        }
      : {},
  repeats: ['replayed'],
  // What cannot be read is a fault of its own.
  anew: (spec) => !isReadable(rowOf(spec)) || isMadeAnew(rowOf(spec)),
  timeHeader: (spec) => rowOf(spec).timestamp?.header ?? null,
  outOfWindow,
  signedSeconds: (auth, context) => secondsShown(signingOf(auth), context),
  seal: (auth, context, message) => seal(signingOf(auth), context, message),
};
