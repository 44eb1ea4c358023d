/** `npm run formats`: compiles contracts/formats and the schemas of the checks' parameters into src/contract/formats.cjs; with `--check` exits 1 when that is not what it would write. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import { transformSync } from 'esbuild';
import { parameterName } from '../src/contract/formats.ts';
import { ajvOptions, formatFiles } from '../src/contract/schema.ts';
import type { Schema } from '../src/contract/types.ts';
import { checks } from '../src/judge/checks/index.ts';
import { print, printError } from '../src/output/print.ts';
import { commandLine, runCommand } from './command.ts';

const root = join(import.meta.dirname, '..');
const output = 'src/contract/formats.cjs';

function compiled(): string {
  const ajv = new Ajv2020({ ...ajvOptions, inlineRefs: false, code: { source: true } });
  formats.default(ajv);
  for (const file of Object.values(formatFiles)) {
    const schema = JSON.parse(readFileSync(join(root, 'contracts/formats', file), 'utf8')) as Schema;
    ajv.addSchema({ ...schema, $id: file });
  }
  const parameters = Object.entries(checks).map(([check, entry]): [string, string] => {
    const id = `${encodeURIComponent(check)}.parameters.json`;
    ajv.addSchema({ ...entry.parameters, $id: id });
    return [parameterName(check), id];
  });
  const all = { ...formatFiles, ...Object.fromEntries(parameters) };
  const { code } = transformSync(standalone.default(ajv, all), { minify: true, target: 'node20' });
  return `// Written by npm run formats from contracts/formats and the checks; npm run check compares.\n${code}`;
}

const { check } = commandLine('formats')
  .description(`Compiles contracts/formats into ${output}.`)
  .option('--check', 'write nothing; exit 1 when the file is not what would be written', false)
  .parse()
  .opts<{ check: boolean }>();

await runCommand('The compilation of the formats', () => {
  const text = compiled();
  const file = join(root, output);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) print(`${output} is up to date`);
  else if (check) {
    printError(`${output}: not what contracts/formats say today; run: npm run formats`);
    return 1;
  } else {
    writeFileSync(file, text);
    print(`wrote ${output}`);
  }
  return 0;
});
