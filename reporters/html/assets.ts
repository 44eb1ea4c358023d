import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Esbuild from 'esbuild';
import { fileOf } from '../../src/package/place.ts';

/** The script and the style sheet of the report, each as one text. */
export interface Assets {
  script: string;
  style: string;
}

const HERE = fileURLToPath(new URL('./', import.meta.url));

/** Where `npm run build` leaves them: whoever installs the package has no bundler. */
const madeAhead = fileOf('reporters/html/assets.json');

let built: Assets | undefined;

/**
 * The script and the style sheet of the report; from their sources they are bundled once per process.
 * @throws Error of esbuild, with file and line, when a source of them does not compile.
 */
export function assets(): Assets {
  const known: Assets = built ?? (existsSync(madeAhead) ? JSON.parse(readFileSync(madeAhead, 'utf8')) : bundled());
  built = known;
  return known;
}

/** Bundles the script and the style sheet of the report from their sources. */
export function bundled(): Assets {
  return { script: bundle('client/main.ts'), style: bundle('style.css') };
}

/** Only the sources of this project need it. */
const loadEsbuild = (): typeof Esbuild => createRequire(import.meta.url)('esbuild');

function bundle(entry: string): string {
  const { outputFiles } = loadEsbuild().buildSync({
    absWorkingDir: HERE,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    format: 'iife',
    legalComments: 'none',
    platform: 'browser',
    target: ['chrome120', 'firefox121', 'safari17'],
    // The bundle must not depend on the user's tsconfig.
    tsconfigRaw: {},
  });
  const text = outputFiles[0]?.text ?? '';
  if (/<\/(?:script|style)/i.test(text))
    throw new Error(`reporters/html/${entry}: the bundle would end its own element`);
  return text.trim();
}
