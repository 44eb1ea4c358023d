/** Addresses that a page gives to the names it writes in place of a host, as `{SANDBOX_URL} > pay.a.test/api`. */

import { isUrl } from '../../../formats/url.ts';
import type { Statement } from '../../facts/facts.ts';
import { server } from '../sentences/labels.ts';
import { isEnvironment } from '../words/environments.ts';

const named =
  /^\s*(?:\{{1,2}|<|\$\{?)([A-Za-z][\w -]{1,40})(?:\}{0,2}|>)\s*(?:[-=]?>|[=:])\s*["'`]?((?:https?:\/\/)?[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?(?:\/[^\s"'`]*)?)["'`]?\s*$/i;

/** Reads lines each of which gives an address to the name of an environment; gives how many, and 0 where any line says something else. */
export function readListedHosts(lines: string[], title: string, statement: Statement): number {
  const filled = lines.filter((line) => line.trim() !== '');
  const found = filled.flatMap((line) => {
    const [, name = '', address = ''] = named.exec(line) ?? [];
    const label = name.replace(/_/g, ' ').trim();
    const whole = /^https?:/i.test(address) ? address : `https://${address}`;
    return label !== '' && isEnvironment(label) && isUrl(whole) ? [{ label, whole }] : [];
  });
  if (found.length === 0 || found.length < filled.length) return 0;
  for (const { label, whole } of found) server(whole, '', label, `${title}, ${label}`, statement);
  return found.length;
}
