import type { Schema } from '../../formats/json.ts';
import { headerValues } from '../../wire/exchange.ts';
import { challenges } from '../../wire/headers.ts';
import { type Check, type Evidence, inapplicable } from './check.ts';
import { authScheme, headerToken } from './names.ts';

const name = 'WWW-Authenticate';

const same = (a: string, b: unknown): boolean => a.toLowerCase() === String(b).toLowerCase();

function received({ response }: Evidence): string {
  const lines = headerValues(response, name);
  return lines.length === 0 ? `no ${name}` : lines.map((line) => `${name}: ${line}`).join(', and ');
}

/** The scheme of the Authorization that a request sent; null where it sent none, or an empty value. */
function schemeSent({ exchange }: Evidence): string | null {
  const sent = exchange.request.headers.find(([header]) => same(header, 'Authorization'));
  return sent?.[1].value.split(' ')[0] || null;
}

/** `{ scheme, to, notTo }`: schemes of authentication. */
export const challengeParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: { scheme: authScheme, to: authScheme, notTo: authScheme },
};

/**
 * `{ scheme, to, notTo }`: the answer has a challenge of the scheme, or any challenge where no scheme is given. With
 * `to`, judged only for requests that sent credentials of that scheme; with `notTo`, only for the others.
 */
export const challenge: Check = (evidence, { scheme, to, notTo }) => {
  const documented = scheme === undefined ? `a challenge in ${name}` : `a challenge of the scheme ${scheme} in ${name}`;
  const sent = schemeSent(evidence);
  const [wanted, barred] = [to, notTo].map((one) => one !== undefined && sent !== null && same(sent, one));
  if ((to !== undefined && !wanted) || barred)
    return inapplicable(documented, sent === null ? 'the request sent no credentials' : `the request sent ${sent}`);
  // A line outside the grammar holds no challenge that a client could follow.
  const found = challenges(headerValues(evidence.response, name)) ?? [];
  const fine = found.some((one) => scheme === undefined || same(one.scheme, scheme));
  return { verdict: fine ? 'pass' : 'fail', documented, received: received(evidence), header: name };
};

/** `{ scheme, parameter }`: a scheme of authentication, and the parameter of its challenges. */
export const challengeParameterParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['scheme', 'parameter'],
  properties: { scheme: authScheme, parameter: headerToken },
};

/** `{ scheme, parameter }`: each challenge of the scheme has the parameter. */
export const challengeParameter: Check = (evidence, { scheme, parameter }) => {
  const documented = `${parameter} in each challenge of the scheme ${scheme}`;
  const found = (challenges(headerValues(evidence.response, name)) ?? []).filter((one) => same(one.scheme, scheme));
  if (found.length === 0) return inapplicable(documented, `no challenge of the scheme ${scheme}`);
  const fine = found.every(({ parameters }) => parameters[String(parameter).toLowerCase()] !== undefined);
  return { verdict: fine ? 'pass' : 'fail', documented, received: received(evidence), header: name };
};
