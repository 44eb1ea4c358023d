/** The scenarios of a contract as commands that a person sends by hand, with variables in place of what only the person knows. */
import { generateKeyPairSync } from 'node:crypto';
import { type Contract, probeOperationId } from '../contract/types.ts';
import { build, unavailable } from '../scenario/build.ts';
import type { Credential, Credentials } from '../scenario/draft.ts';
import { plan, type Scenario } from '../scenario/plan.ts';
import { through } from '../scenario/shell.ts';
import { credential, type Text } from '../scenario/text.ts';
import { variableOf } from '../target/credentials.ts';
import { curlOf } from '../wire/curl.ts';

let key: string | undefined;

/** A private key for the process; to make one takes a fifth of a second, and no page shows it. */
function placeholderKey(): string {
  key ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  return key;
}

/** Credentials that stand for the reader's own: texts built from them show variables, never values. */
function placeholders(contract: Contract): Credentials {
  return Object.fromEntries(
    Object.entries(contract.credentials)
      .filter(([, spec]) => !spec.optional)
      .map(([name, spec]): [string, Credential] => {
        const value = spec.list
          ? contract.operation.scopes
          : spec.format === 'private-key'
            ? placeholderKey()
            : 'Placeholder';
        return [name, { name, value, variable: variableOf(contract, name), secret: spec.secret }];
      }),
  );
}

/** Values that only the reader knows; a shell takes both from variables. */
const baseUrl = credential('base URL', '', 'BASE_URL', false);
/** The path of the reader's base URL, which a signature may be over. */
const basePath: Text = {
  ...baseUrl,
  value: '',
  shell: through(baseUrl.shell, "perl -pe 's,^[a-z]+://[^/]*,,;s,/+\\z,,'"),
};
const probePath = credential('path of a protected resource', '', 'PROBE_PATH', false);

/** What a page is made from. */
export interface Page {
  contract: Contract;
  scenarios: Scenario[];
  credentials: Credentials;
}

/** What the pages of a contract are made from. */
export function pageOf(contract: Contract): Page {
  return { contract, scenarios: plan(contract), credentials: placeholders(contract) };
}

/** The command that sends a scenario; null where no shell can send it. */
export function commandOf(scenario: Scenario, { contract, credentials }: Omit<Page, 'scenarios'>): string | null {
  const probe = { method: 'GET', path: '/', headers: {} };
  const token = 'Placeholder';
  const context = { contract, credentials, now: new Date(0), timestampOffset: 86_400, probe, token, basePath };
  if (unavailable(scenario, context) !== null) return null;
  const request = build(scenario, context);
  const target = scenario.operation === probeOperationId ? probePath : request.target;
  return curlOf({ ...request, target }, baseUrl);
}
