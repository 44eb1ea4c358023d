/** `npm run sign -- acme@dev`: prints fresh headers of the good request, for a request by hand. */

import { InputError } from '../contract/problems.ts';
import { catalogue } from '../judge/catalogue.ts';
import { print } from '../output/print.ts';
import { build } from '../scenario/build.ts';
import { plan } from '../scenario/plan.ts';
import { shellWord } from '../scenario/shell.ts';
import { loadEnvironment } from '../target/environment.ts';
import { resolveTarget } from '../target/target.ts';
import { variables } from '../target/variables.ts';
import type { CliCommand } from './command.ts';

function headersOf(name: string): string[] {
  const contracts = catalogue();
  const [provider = '', environment = variables()['TARGET_ENV'] ?? 'mock'] = name.split('@');
  const contract = contracts[provider];
  if (!contract)
    throw new InputError(`There is no provider "${provider}".`, [`there is: ${Object.keys(contracts).join(', ')}`]);
  const target = resolveTarget(loadEnvironment(environment, contracts), contract, variables());
  const context = {
    contract,
    credentials: target.credentials,
    now: new Date(),
    timestampOffset: target.timestampOffset,
    probe: null,
  };
  const { headers } = build(plan(contract)[0], context);
  // A signature is good for minutes and may be shown; what is made from a standing secret stays an expression.
  return headers.map(([header, value]) => {
    const standing = value.secrets.some((secret) => target.secrets.includes(secret));
    return `${header}: ${standing ? shellWord(value.shell) : value.value}`;
  });
}

export const command: CliCommand = {
  subject: 'The signing',
  holdsSecrets: true,
  define: (line) =>
    line
      .description('Prints fresh headers of the good request, for a request by hand.')
      .argument('<target>', 'provider@environment'),
  run: ([target = '']) => {
    print(headersOf(target).join('\n'));
    return 0;
  },
};
