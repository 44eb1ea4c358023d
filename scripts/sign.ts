/** `npm run sign -- finnet@dev`: prints fresh headers of the good request, for a request by hand. */
import { catalogue } from '../src/catalogue.ts';
import { InputError } from '../src/contract/problems.ts';
import { print } from '../src/output/print.ts';
import { build } from '../src/scenario/build.ts';
import { plan } from '../src/scenario/plan.ts';
import { shellWord } from '../src/scenario/shell.ts';
import { loadEnvironment } from '../src/target/environment.ts';
import { resolveTarget } from '../src/target/target.ts';
import { variables } from '../src/target/variables.ts';
import { commandLine, runCommand } from './command.ts';

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

const command = commandLine('sign').argument('<target>', 'provider@environment').parse();
await runCommand(
  'The signing',
  () => {
    print(headersOf(command.args[0] ?? '').join('\n'));
    return 0;
  },
  { holdsSecrets: true },
);
