/** `npm run sign -- acme@dev [operation]`: prints fresh headers of a good request, and what its signature was made over. */

import { InputError } from '../contract/problems.ts';
import { didYouMean } from '../contract/similar.ts';
import { type AuthSpec, type Contract, probeOperationId, tokenOperationId } from '../contract/types.ts';
import { own } from '../formats/json.ts';
import { wholeCatalogue } from '../judge/catalogue.ts';
import { print } from '../output/print.ts';
import { tokenVariable } from '../scenario/auth/bearer.ts';
import { mechanisms } from '../scenario/auth/index.ts';
import { signedLine } from '../scenario/auth/signed-line.ts';
import { build, type Request, unavailable } from '../scenario/build.ts';
import { isControl, operationOf, plan, type Scenario, unplannedControl } from '../scenario/plan.ts';
import { asSent, renamedIn, shellWord } from '../scenario/shell.ts';
import type { Text } from '../scenario/text.ts';
import { basePathOf } from '../target/address.ts';
import { environmentNames, loadEnvironment, outsideHint } from '../target/environment.ts';
import { buildingOf, resolveTarget, type Target } from '../target/target.ts';
import { dotenvFaults, variables, variablesIn } from '../target/variables.ts';
import type { CliCommand } from './command.ts';

/** The variable that holds a token for an operation that sends one. */
const tokenName = 'CONFORMANCE_TOKEN';

/** The scenario that sends the good request of an operation, or of the protected resource. */
function scenarioOf(contract: Contract, operation: string): Scenario {
  const known = [...contract.operations.map(({ id }) => id), probeOperationId];
  if (!known.includes(operation))
    throw new InputError(`${contract.provider} has no operation "${operation}".`, [
      `there is: ${known.join(', ')}${didYouMean(operation, known)}`,
    ]);
  const [control, ...others] = plan(contract);
  if (operation === tokenOperationId) return control;
  return others.find((one) => one.operation === operation && isControl(one)) ?? unplannedControl(operation);
}

/** A good request, and whether its mechanisms add to its body or to its query. */
interface Made {
  target: Target;
  request: Request;
  added: { field: boolean; parameter: boolean };
}

/** The mechanisms of the request that a scenario sends. */
function authOf(contract: Contract, operation: string, { probe }: Target): readonly AuthSpec[] {
  if (operation !== probeOperationId || probe === null) return operationOf(contract, operation).control.auth;
  return 'operation' in probe ? operationOf(contract, probe.operation).control.auth : (probe.auth ?? []);
}

function requestOf(name: string, operation: string): Made {
  const { contracts, unloaded } = wholeCatalogue();
  const [provider = '', environment = variables()['TARGET_ENV'] ?? 'mock'] = name.split('@');
  const contract = own(contracts, provider);
  const fault = own(unloaded, provider);
  if (fault) throw fault;
  if (!contract)
    throw new InputError(`There is no provider "${provider}".`, [
      `there is: ${Object.keys(contracts).join(', ')}${didYouMean(provider, Object.keys(contracts))}`,
    ]);
  const elsewhere = outsideHint(name).map((hint) => hint.replace('run doctor', 'run sign'));
  if (elsewhere.length > 0)
    throw new InputError(`There is no environment "${environment}".`, [
      `there is: ${environmentNames().join(', ')}${didYouMean(environment, environmentNames())}`,
      ...elsewhere,
    ]);
  const loaded = loadEnvironment(environment, contracts, Object.keys(unloaded));
  const faults = dotenvFaults(variablesIn([loaded.providers[provider], `$${tokenName}`]));
  if (faults.length > 0) throw new InputError('The request cannot be made:', faults);
  const target = resolveTarget(loaded, contract, variables());
  const { probe, baseUrl } = target;
  const token = variables()[tokenName] ?? '';
  const basePath = baseUrl === null ? '' : basePathOf(baseUrl);
  const scenario = scenarioOf(contract, operation);
  if (operation === probeOperationId && probe === null)
    throw new InputError(`${target.name} has no probe.`, ['give it one in the environment file']);
  const context = { ...buildingOf(target), now: new Date(), token, basePath };
  const missing = unavailable(scenario, context);
  if (missing !== null)
    throw new InputError(`The request cannot be made:`, [
      `${missing}; give it in the environment file, or set its variable`,
    ]);
  const request = build(scenario, context);
  if (request.grant && token === '')
    throw new InputError(`${operation} sends a token.`, [
      `set ${tokenName} to one that was granted, in the shell or in .env`,
    ]);
  const auth = authOf(contract, operation, target);
  const adds = (list: 'addsFields' | 'addsParameters'): boolean =>
    auth.some((spec) => (own(mechanisms, spec.mechanism)?.[list]?.(spec) ?? []).length > 0);
  return { target, request, added: { field: adds('addsFields'), parameter: adds('addsParameters') } };
}

/** The headers as lines; a signature is good for minutes and may be shown, what is made from a standing secret stays an expression. */
function linesOf({ target, request, added }: Made): string[] {
  const standing = [...target.secrets, ...(variables()[tokenName] ? [variables()[tokenName]] : [])];
  const shown = (text: Text): string =>
    text.secrets.some((secret) => standing.includes(secret))
      ? // The variables of a curl command are set by its own lines, which are not printed here.
        shellWord(renamedIn(asSent(text.shell), tokenVariable, tokenName))
      : text.value;
  const headers = request.headers.map(([header, value]) => `${header}: ${shown(value)}`);
  const signed = (request.signed ?? []).flatMap((one) => [
    '',
    `${one.header} is the signature of:`,
    `  ${signedLine(one)}`,
  ]);
  // A signature may be over the body, and is good for that body alone; an assertion or a token may stand in it.
  const isShown = signed.length > 0 || added.field;
  const body = request.body && isShown ? ['', 'Its body is:', `  ${shown(request.body)}`] : [];
  const query = added.parameter ? ['', 'Its path and query are:', `  ${shown(request.target)}`] : [];
  return [...headers, ...signed, ...query, ...body];
}

export const command: CliCommand = {
  subject: 'The signing',
  holdsSecrets: true,
  define: (line) =>
    line
      .description(
        'Prints fresh headers of a good request, for a request by hand, and what its signature was made over.',
      )
      .argument('<target>', 'provider@environment')
      .argument(
        '[operation]',
        `an operation of the contract, or probe; with a token in ${tokenName}`,
        tokenOperationId,
      ),
  run: ([target = '', operation = tokenOperationId]) => {
    print(linesOf(requestOf(target, operation)).join('\n'));
    return 0;
  },
};
