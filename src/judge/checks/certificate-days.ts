import type { Schema } from '../../formats/json.ts';
import { type Check, inapplicable } from './check.ts';

const day = 86_400_000;

/** `{ least }`: days, by default 14. */
export const certificateDaysParameters: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: { least: { type: 'integer', minimum: 1 } },
};

/** `{ least }`: the server's certificate is valid for at least this many more days, by default 14. */
export const certificateDays: Check = ({ exchange }, parameters) => {
  const least = Number(parameters['least'] ?? 14);
  const documented = `a certificate that is valid for ${least} days or more`;
  if (!exchange.tls) return inapplicable(documented, 'the connection is not secured');
  const { validTo } = exchange.tls;
  const days = Math.floor((validTo.getTime() - exchange.answeredAt.getTime()) / day);
  const received = `${days} days left, until ${validTo.toISOString().slice(0, 10)}`;
  return { verdict: days >= least ? 'pass' : 'fail', documented, received };
};
