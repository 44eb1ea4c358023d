/** Recorded exchanges of an operation whose path has parameters are judged as they were. */
import { expect, test } from '@playwright/test';
import type { Intercept } from '../../mock/server.ts';
import { contractNamed, contracts } from '../../proof/run.ts';
import type { TargetResult } from '../../src/formats/results.ts';
import { rejudge } from '../../src/results/rejudge-target.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { metaOf } from '../../src/target/meta.ts';
import { recorded } from '../support/recorded.ts';

const verdicts = ({ clauses }: TargetResult): string[] => clauses.map(({ id, verdict }) => `${id}: ${verdict}`);

/** Refusals whose Content-Type is not the documented one. */
const plainRefusals: Intercept = (call) => {
  const answer = call.answer();
  return answer.status < 400 ? answer : { ...answer, headers: [['Content-Type', 'text/plain']] };
};

/** A recorded target whose token path is another one behind a base URL with a path, and the contract that documents it so. */
function movedTo(result: TargetResult, sent: string, path: string) {
  const contract = contractNamed('pyng');
  const operation = { ...contract.operation, path };
  const operations = contract.operations.map((one) => (one.id === operation.id ? operation : one));
  const moved: TargetResult = JSON.parse(JSON.stringify(result).replaceAll(contract.operation.path, sent));
  return { moved, contract: { ...contract, operation, operations } };
}

for (const path of ['/x/{id}/token', '/{tenant}/{id}/token', '/x/{id}'])
  for (const base of ['embedded mock', 'address'] as const)
    test(`answers at ${path} are judged as at a path without parameters, the base URL recorded as: ${base}`, async () => {
      const result = await recorded('pyng', plainRefusals);
      const meta = metaOf(contractNamed('pyng'), loadEnvironment('mock', contracts));
      const [origin = ''] = /^http:\/\/[^/]*/.exec(result.exchanges[0]?.request.url ?? '') ?? [];
      const sent = path.replace(/\{.*?\}/g, '7');
      const [literal, templated] = [sent, path].map((documented) => {
        const { moved, contract } = movedTo(result, `/api/v2${sent}`, documented);
        const baseUrl = base === 'address' ? `${origin}/api/v2` : base;
        return verdicts(rejudge({ ...moved, baseUrl }, contract, meta, '2026-11-23'));
      });
      expect(templated).toEqual(literal);
      expect(literal?.filter((one) => one.endsWith(': fail'))).not.toEqual([]);
    });
