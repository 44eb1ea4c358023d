/** The clause that the parameters of a form are taken from the body. */
import { isObject } from '../../../formats/json.ts';
import type { Facts } from '../../facts/facts.ts';
import { addressSource, ofStandard, sectionSources } from './citations.ts';
import type { Row, RowContext } from './row.ts';

/** What says that the parameters of a form are taken from no address, at its level; null where nothing does. */
function againstQuery({ body, credentials }: RowContext['access'], facts: Facts): Partial<Row> | null {
  const sent = Object.values(body).flatMap((value) => (isObject(value) ? [String(value['credential'])] : []));
  const hasSecret = sent.some((name) => isObject(credentials[name]) && credentials[name]['secret'] === true);
  const isOauth = 'grant_type' in body;
  if (isOauth && 'client_id' in body && 'client_secret' in body)
    return { ...ofStandard(facts), source: sectionSources.uri, at: 'client_secret' };
  // Where none has to be in the body, a request without a body lacks nothing.
  const isDemanded = facts.bodyRequired === true || facts.request.some(({ required }) => required !== false);
  if (body['grant_type'] === 'client_credentials' && isDemanded)
    return { level: 'should', source: sectionSources.clientGrant, at: 'grant_type' };
  return hasSecret ? { level: 'should', source: addressSource, at: 'Description' } : null;
}

/** The parameters of a form in the query, where something says that they are not taken from there. */
export function queryRows({ access, facts, faults }: RowContext): Row[] {
  const cited = againstQuery(access, facts);
  if (!cited) return [];
  return [
    {
      id: 'query-parameters',
      statement: 'The parameters are taken from the body; those in the query of the URL give no token.',
      at: '',
      rest: {
        demand: { query: 'parameters', break: ['parameters-in-query'] },
        refusal: access.mechanism === 'private-key-jwt' ? 'body' : faults.inQuery,
      },
      ...cited,
    },
  ];
}
