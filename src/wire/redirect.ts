/** Explains a redirect. The suite follows none: a request that is signed for one address is not sent to another. */
import { isUrl } from '../formats/url.ts';
import { headerValues, type Response, type Trouble } from './exchange.ts';

/** Where an answer leads, and the base URL for that place; null for an answer that does not redirect. */
interface Lead {
  target: URL;
  baseUrl: string | null;
}

const statuses = [300, 301, 302, 303, 307, 308];

/** What is shown of an address: its query may hold what was sent, and is left out. */
const shown = ({ origin, pathname }: URL): string => `${origin}${pathname}`;

/** Whether the status means a permanent redirect (RFC 9110, section 15.4). */
const forGood = (status: number): boolean => status === 301 || status === 308;

function leadOf(response: Response, baseUrl: string, path: string): Lead | null {
  const [location] = headerValues(response, 'Location');
  if (!statuses.includes(response.status) || location === undefined) return null;
  if (!isUrl(location, baseUrl + path)) return null;
  const target = new URL(location, baseUrl + path);
  if (target.protocol !== 'http:' && target.protocol !== 'https:') return null;
  const ending = target.pathname.endsWith(path) && target.pathname.slice(0, target.pathname.length - path.length);
  return { target, baseUrl: typeof ending === 'string' ? `${target.origin}${ending}` : null };
}

/** The path of a request, without its query. */
const pathIn = (target: string): string => target.split('?', 1)[0] ?? target;

/** What a redirect means for baseUrl; null for any other answer. `target` is that of the request. */
export function redirectText(response: Response, baseUrl: string, target: string): string | null {
  const lead = leadOf(response, baseUrl, pathIn(target));
  if (!lead) return null;
  const text = `the provider answered ${response.status} and leads to ${shown(lead.target)}`;
  if (lead.baseUrl !== null) return `${text}; baseUrl in the environment file should be ${lead.baseUrl}`;
  return `${text}; baseUrl in the environment file should lead there at once`;
}

/** The trouble of an answer that leads to another host; null for any other answer. */
export function redirectTrouble(response: Response, baseUrl: string, target: string): Trouble | null {
  const path = pathIn(target);
  const lead = leadOf(response, baseUrl, path);
  if (!lead || lead.target.hostname === new URL(baseUrl).hostname) return null;
  const { host } = lead.target;
  const moved = forGood(response.status) || lead.baseUrl !== null;
  return {
    kind: 'refused-by-network',
    cause: moved
      ? (redirectText(response, baseUrl, target) ?? '')
      : `the answer leads to another host, ${host}, as a sign-in page of a network does`,
  };
}
