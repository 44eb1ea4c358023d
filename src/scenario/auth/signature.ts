import type { AuthSpec } from '../../contract/types.ts';
import type { SignatureRow } from '../../formats/auth.ts';
import type { AuthDraft, Mechanism } from './mechanism.ts';
import { type Signing, seal, secondsShown } from './signature/seal.ts';
import { outOfWindow, twistsOf } from './signature/twists.ts';

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

/** A signature over parts of the request, as a contract says. */
export const signature: Mechanism = {
  inputs: [],
  headers(spec) {
    const { header, timestamp } = rowOf(spec);
    return [...(timestamp ? [timestamp.header] : []), header];
  },
  // Without a contract there is nothing to derive ways from.
  ways: ({ signature: row }) =>
    row ? Object.fromEntries(Object.entries(twistsOf(row)).map(([way, { title }]) => [way, title])) : {},
  timeHeader: (spec) => rowOf(spec).timestamp?.header ?? null,
  outOfWindow,
  signedSeconds: (auth, context) => secondsShown(signingOf(auth), context),
  seal: (auth, context, message) => seal(signingOf(auth), context, message),
};
