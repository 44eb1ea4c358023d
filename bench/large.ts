/** A large public description, fetched for the measurement alone: it is too large for a dependency that every install brings. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { todoKey } from '../src/contract/todo.ts';
import { fromApi } from '../src/draft/openapi/api.ts';
import { bundle, operationsOf } from '../src/draft/openapi/description.ts';
import { factsOf } from '../src/draft/read/derive.ts';
import { draftOf } from '../src/draft/write/files/draft.ts';
import { textsOf } from '../src/draft/write/files/write.ts';
import type { Json, JsonObject } from '../src/formats/json.ts';
import { contractOf } from '../src/judge/catalogue.ts';
import { plan } from '../src/scenario/plan.ts';

/** What is fetched: the GitHub REST description. */
export const largePackage = '@octokit/openapi@23.0.2';
const member = 'package/generated/api.github.com.json';

/** Every operation of a large description read, in milliseconds, and the memory that took. */
export interface Large {
  bytes: number;
  operations: number;
  /** Facts of all operations together. */
  members: number;
  loadMs: number;
  allMs: number;
  /** The slowest operation. */
  worstMs: number;
  /** From the text to the files of a contract of every operation, as `npm run derive -- --with all` drafts it. */
  draftMs: number;
  /** That contract loaded and planned. */
  plannedMs: number;
  clauses: number;
  scenarios: number;
  peakMb: number;
}

const object = (properties: Record<string, string>): JsonObject => ({
  type: 'object',
  required: Object.keys(properties),
  properties: Object.fromEntries(Object.entries(properties).map(([name, type]) => [name, { type }])),
});

const content = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } });

/** The description has no operation that issues tokens, and a contract begins with one. */
const issues: JsonObject = {
  operationId: 'token',
  requestBody: { required: true, ...content(object({ client_id: 'string', client_secret: 'string' })) },
  responses: { '200': content(object({ access_token: 'string', expires_in: 'integer' })) },
};

/** A contract of every operation: drafted, its TODOs left out as if they were decided, loaded and planned. */
async function planned(
  api: JsonObject,
  folder: string,
): Promise<Pick<Large, 'draftMs' | 'plannedMs' | 'clauses' | 'scenarios'>> {
  const text = JSON.stringify({ ...api, paths: { ...(api['paths'] as JsonObject), '/oauth/token': { post: issues } } });
  const start = performance.now();
  const facts = await factsOf({ text, format: 'openapi', base: folder }, { operation: 'token', with: ['all'] });
  const draft = draftOf(facts, { provider: 'large', url: 'https://example.invalid/', read: '2026-01-02' });
  delete draft['contracts/large/contract.yaml']?.[todoKey];
  for (const [path, body] of Object.entries(textsOf(draft))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }
  const draftMs = performance.now() - start;
  const before = performance.now();
  const contract = contractOf('large', join(folder, 'contracts'));
  const scenarios = plan(contract).length;
  return { draftMs, plannedMs: performance.now() - before, clauses: contract.clauses.length, scenarios };
}

/** Fetches the description with npm into a temporary folder, reads every operation of it, and plans them. */
export async function large(): Promise<Large> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-large-'));
  try {
    execFileSync('npm', ['pack', '--silent', largePackage], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    const [archive = ''] = readdirSync(folder);
    execFileSync('tar', ['xzf', archive, member], { cwd: folder });
    const file = join(folder, member);
    const text = readFileSync(file, 'utf8');
    const start = performance.now();
    const api = await bundle(JSON.parse(text) as Json, file);
    const operations = operationsOf(api);
    const loadMs = performance.now() - start;
    const times: number[] = [];
    let members = 0;
    for (const operation of operations) {
      const before = performance.now();
      const statement = fromApi(api, operation);
      times.push(performance.now() - before);
      members += statement.request.length + statement.answers.reduce((sum, answer) => sum + answer.members.length, 0);
    }
    return {
      bytes: text.length,
      operations: operations.length,
      members,
      loadMs,
      allMs: times.reduce((sum, one) => sum + one, 0),
      worstMs: Math.max(...times),
      ...(await planned(api, folder)),
      peakMb: process.resourceUsage().maxRSS / 1024,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
