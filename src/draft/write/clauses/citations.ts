/** The standards that the clauses of a draft cite, each as a source of its own. */
import type { Json, JsonObject } from '../../../formats/json.ts';
import { isObject } from '../../../formats/json.ts';
import { isStandard, standardCalled } from '../../../formats/standards.ts';
import type { Facts } from '../../facts/facts.ts';

/** The source for what BI SNAP states. */
export const snapSource = 'snap';

/**
 * A single section of RFC 6749. A source of its own: the page does not name the standard, and nothing else of that binds the
 * provider.
 */
export const sectionSources = {
  lifetime: 'rfc6749-unit',
  left: 'rfc6749-life',
  form: 'rfc6749-form',
  uri: 'rfc6749-uri',
  clientGrant: 'rfc6749-client-grant',
} as const;

/** The level of what OAuth 2.0 states: it binds a page that names it in words, and is a proposal for one that has its parameters alone. */
export const ofStandard = ({ isOauth }: Pick<Facts, 'isOauth'>): { level?: 'should' } =>
  isOauth === 'words' ? {} : { level: 'should' };

/** Where a life is counted of which a page gives no unit. */
export const lifeOfStandard = (facts: Pick<Facts, 'isOauth'>): { at: string; source: string; level?: 'should' } => ({
  ...{ at: 'expires_in', source: sectionSources.lifetime },
  ...ofStandard(facts),
});

/** What a provider keeps to whatever its page says: nothing that it was sent in secret, or gives in secret, goes elsewhere. */
export const secrecySource = 'cwe-201';

/** And no secret stands in an address. */
export const addressSource = 'cwe-598';

const own: Record<string, { title: string; url: string }> = {
  [snapSource]: {
    title: 'BI SNAP, Access Token B2B (ASPI)',
    url: 'https://apidevportal.aspi-indonesia.or.id/api-services/keamanan',
  },
  [sectionSources.lifetime]: {
    title: 'RFC 6749, section 5.1',
    url: `${standardCalled('rfc6749').url}#section-5.1`,
  },
  [sectionSources.left]: {
    title: 'RFC 6749, section 5.1, expires_in',
    url: `${standardCalled('rfc6749').url}#section-5.1`,
  },
  [sectionSources.form]: { title: 'RFC 6749, Appendix B', url: `${standardCalled('rfc6749').url}#appendix-B` },
  [sectionSources.uri]: { title: 'RFC 6749, section 2.3.1', url: `${standardCalled('rfc6749').url}#section-2.3.1` },
  [sectionSources.clientGrant]: {
    title: 'RFC 6749, section 4.4.2',
    url: `${standardCalled('rfc6749').url}#section-4.4.2`,
  },
  [addressSource]: {
    title: 'CWE-598 Use of GET Request Method With Sensitive Query Strings',
    url: 'https://cwe.mitre.org/data/definitions/598.html',
  },
  [secrecySource]: {
    title: 'CWE-201 Insertion of Sensitive Information Into Sent Data',
    url: 'https://cwe.mitre.org/data/definitions/201.html',
  },
};

/** The sources of these clauses beside the page, as they were read on a day; `isSnap` tells whether the page names BI SNAP. */
export function sourcesOf(clauses: Json[], read: string, isSnap: boolean): Record<string, JsonObject> {
  const cited = new Set(clauses.flatMap((row) => (isObject(row) ? [String(row['source'])] : [])));
  return Object.fromEntries(
    [...cited].flatMap((key): [string, JsonObject][] => {
      const found = own[key] ?? (isStandard(key) ? standardCalled(key) : undefined);
      return found ? [[key, { ...found, read, ...(key === snapSource && isSnap ? { named: true } : {}) }]] : [];
    }),
  );
}
