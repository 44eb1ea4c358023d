/** A token that was just granted, in place of the credentials that it is granted for. */

import { ingredientsOf, parseTemplate } from '../../contract/template.ts';
import type { Contract } from '../../contract/types.ts';
import { sameHeader } from '../../formats/header-name.ts';
import { mechanisms } from '../auth/index.ts';
import type { RequestDraft } from '../draft.ts';
import type { Text } from '../text.ts';
import type { Way } from '../ways/way.ts';
import { anonymous, isSecret, placesBeside, way } from './parts.ts';
import { bearer, tokenOf } from './token-forms.ts';

/** The headers in which the mechanisms of the good request send a signature. */
function signatureHeaders({ operation }: Contract): string[] {
  return operation.control.auth.flatMap((spec) => mechanisms[spec.mechanism]?.signature?.(spec)?.header ?? []);
}

/** The field in which a mechanism of the good request sends what it signs; undefined where none does. */
const assertionField = ({ operation }: Contract): string | undefined =>
  operation.control.auth.flatMap((spec) => mechanisms[spec.mechanism]?.addsFields?.(spec).at(-1) ?? [])[0];

/** The draft with a text in place of each secret and each signature. */
function withSecrets(draft: RequestDraft, contract: Contract, text: Text): RequestDraft {
  const { headers, body } = contract.operation.control;
  const signatures = signatureHeaders(contract);
  return {
    ...draft,
    auth: draft.auth.map((auth) =>
      auth.inputs['secret'] ? { ...auth, inputs: { ...auth.inputs, secret: text } } : auth,
    ),
    headers: draft.headers.map(([name, value]) => [name, isSecret(contract, headers[name]) ? text : value]),
    fields: draft.fields.map(([name, value]) => [
      name,
      name === assertionField(contract) || isSecret(contract, body[name]) ? text : value,
    ]),
    rewriteHeaders: [
      ...draft.rewriteHeaders,
      (lines) =>
        lines.map(([name, value]) => [name, signatures.some((header) => sameHeader(header, name)) ? text : value]),
    ],
  };
}

/** Whether a good request sends a secret, or a signature, as it is. */
function sendsSecret(contract: Contract): boolean {
  const { auth, headers, body } = contract.operation.control;
  const values = [...Object.values(headers), ...Object.values(body)];
  return (
    signatureHeaders(contract).length > 0 ||
    assertionField(contract) !== undefined ||
    auth.some(({ inputs }) => inputs['secret'] !== undefined) ||
    values.some((value) => isSecret(contract, value))
  );
}

/** The headers of signatures that cover nothing of what a header is moved to. */
function movableHeaders({ operation }: Contract): string[] {
  return operation.control.auth.flatMap((spec) => {
    const signature = mechanisms[spec.mechanism]?.signature?.(spec);
    const parsed = signature && parseTemplate(signature.over);
    const covered = parsed && 'template' in parsed ? ingredientsOf(parsed.template).map(({ name }) => name) : ['body'];
    return signature && !covered.some((name) => !['header', 'date', 'credential'].includes(name))
      ? [signature.header]
      : [];
  });
}

/** Whether the good request has an Authorization line of its own. */
function sendsAuthorization({ operation: { control } }: Contract): boolean {
  const byMechanisms = control.auth.flatMap((spec) => mechanisms[spec.mechanism]?.headers(spec) ?? []);
  return [...Object.keys(control.headers), ...byMechanisms].some((name) => sameHeader('Authorization', name));
}

/** A signature that is right, and is sent in every place but its header. */
export const movedSignatures: Record<string, Way> = {
  'signature-elsewhere': {
    title: ({ contract, variant }) =>
      `${variant} in ${placesBeside(contract, ...(sendsAuthorization(contract) ? [] : ['Authorization']))}`,
    variantOf: 'header',
    variants: movableHeaders,
    apply: (draft, { variant }) => ({ ...draft, moved: variant }),
  },
};

/** What would let a client renew its tokens for ever by those that it holds. */
export const grantedTokens: Record<string, Way> = {
  'token-for-caller': {
    ...way('no credentials, and a token that was just granted', (draft, context) => {
      const bare = anonymous(draft, context.contract);
      return { ...bare, headers: [...bare.headers, ['Authorization', bearer(tokenOf(context))]] };
    }),
    sendsToken: true,
  },
  'token-for-secret': {
    ...way('a token that was just granted in place of each secret', (draft, context) =>
      withSecrets(draft, context.contract, tokenOf(context)),
    ),
    variants: (contract) => (sendsSecret(contract) ? [''] : []),
    wrong: 'secret',
    sendsToken: true,
  },
};
