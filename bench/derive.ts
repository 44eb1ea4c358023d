/** What it costs to read a page of a megabyte: `npm run derive` as a user starts it, on one page of each shape. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './parts.ts';
import { type Spent, spent } from './spent.ts';

/** Milliseconds, medians of the rounds. */
export interface Derived {
  shape: string;
  wallMs: number;
  cpuMs: number;
  rounds: number;
}

const megabyte = 1 << 20;

/** Rows up to a megabyte, behind what stands before them. */
function filled(before: string, row: (index: number) => string): string {
  const rows = [before];
  for (let index = 0, bytes = before.length; bytes < megabyte; index++) {
    const text = row(index);
    rows.push(text);
    bytes += text.length;
  }
  return rows.join('');
}

const token = '# Token\n\nPOST https://a.test/token\n\n';
const head = '| Name | Type | Mandatory | Length | Description |\n|---|---|---|---|---|\n';
const field = (index: number): string => `| f${index} | String | Yes | 10 | text |\n\n`;

/** The page of each shape, by the name of its file. */
const pages: Record<string, [shape: string, text: () => string]> = {
  'descriptions.md': [
    'operations, each with a description in OpenAPI',
    () =>
      filled(
        '',
        (index) =>
          `# Operation ${index}\n\n\`\`\`yaml\nopenapi: 3.1.0\ninfo: {title: x, version: "1"}\nservers: [{url: https://a.test}]\npaths:\n  /v1/op${index}:\n    post:\n      summary: does thing ${index}\n      description: The caller sends it once. Each is stored for a year.\n      requestBody:\n        content:\n          application/json:\n            schema: {type: object, required: [id], properties: {id: {type: string, maxLength: 32, description: Number of thing ${index}}}}\n      responses:\n        "200": {description: ok, content: {application/json: {schema: {type: object, properties: {status: {type: string}}}}}}\n\`\`\`\n\n`,
      ),
  ],
  'headings.md': ['headings', () => filled(token, (index) => `## Heading ${index}\n\nText.\n\n`)],
  'huge-table.md': [
    'one huge table',
    () =>
      filled(
        token + head,
        (index) => `| field${index} | String | Yes | 32 | Field number ${index} of the request body |\n`,
      ),
  ],
  'list.md': [
    'a list of fields',
    () => filled(token, (index) => `- \`field${index}\` (string, required): the field number ${index}\n`),
  ],
  'openapi.yaml': [
    'an OpenAPI description',
    () =>
      filled(
        'openapi: 3.1.0\ninfo: {title: x, version: "1"}\nservers: [{url: https://a.test}]\npaths:\n  /oauth/token:\n    post:\n      responses:\n        "200": {description: ok}\n',
        (index) =>
          `  /v1/things${index}:\n    get:\n      summary: get thing ${index}\n      parameters:\n        - name: id\n          in: query\n          schema: {type: string, maxLength: 10}\n      responses:\n        "200": {description: ok}\n`,
      ),
  ],
  'operations.md': [
    'operations, each with a table',
    () => filled('', (index) => `# Operation ${index}\n\nPOST /v1/op${index}\n\n${head}${field(index)}`),
  ],
  'page.html': [
    'HTML',
    () =>
      filled(
        '<html><body><h1>Token</h1><p>POST https://a.test/token</p>',
        (index) => `<p>The customer ${index} is <b>served</b> by <a href="#${index}">this</a>.</p>`,
      ),
  ],
  'prose.md': [
    'prose',
    () =>
      filled(
        token,
        (index) =>
          `The customer number ${index} is sent with every request, and the bank answers it within the time that was agreed for payment ${index}. It must be stored.\n\n`,
      ),
  ],
  'samples.md': [
    'samples of JSON',
    () => filled(token, (index) => `\`\`\`json\n{"a${index}": "b", "c": ${index}}\n\`\`\`\n\n`),
  ],
  'short-lines.md': ['short lines', () => filled(token, (index) => `a${index}\n`)],
  'small-tables.md': ['small tables', () => filled(token, (index) => head + field(index))],
};

/** What derive says of a page that it has read: what it wrote, that it has too many fields to be drafted, or which operations. */
const wasRead = /^wrote contracts\/|at most \d+ are drafted|--operation/m;

/** Runs `npm run derive` on the page of each shape. @throws Error where one is not read */
export async function derived(rounds: number): Promise<Derived[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-derive-'));
  const run = async (page: string): Promise<Spent> => {
    const out = mkdtempSync(join(folder, 'out-'));
    const one = await spent(['npm', 'run', 'derive', '--', page, '--provider', 'acme', '--out', out], {});
    if (!wasRead.test(one.output)) throw new Error(`derive did not read ${page}:\n${one.output.slice(-3000)}`);
    return one;
  };
  try {
    const [small, found]: [string, Derived[]] = [join(folder, 'small.md'), []];
    writeFileSync(small, token);
    // The first run compiles the sources.
    await run(small);
    for (const [name, [shape, text]] of Object.entries({ 'small.md': ['one line', () => token] as const, ...pages })) {
      const page = join(folder, name);
      writeFileSync(page, text());
      const runs: Spent[] = [];
      for (let round = 0; round < rounds; round++) runs.push(await run(page));
      const of = (each: (one: Spent) => number): number => median(runs.map(each));
      found.push({ shape, rounds, wallMs: of(({ wallMs }) => wallMs), cpuMs: of(({ cpuMs }) => cpuMs) });
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
