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

/** Only the sources of this project need it. */
const loadEsbuild = (): typeof Esbuild => createRequire(import.meta.url)('esbuild');

/** Bundles both from their sources, at once: esbuild starts a process of its own for each call. */
export function bundled(): Assets {
  const { outputFiles } = loadEsbuild().buildSync({
    absWorkingDir: HERE,
    entryPoints: { script: 'client/main.ts', style: 'style.css' },
    outdir: 'bundled',
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
  const textOf = (name: string): string => {
    const text = outputFiles.find(({ path }) => path.endsWith(name))?.text ?? '';
    if (/<\/(?:script|style)/i.test(text)) throw new Error(`reporters/html: ${name} would end its own element`);
    return text.trim();
  };
  return { script: textOf('script.js'), style: textOf('style.css') };
}
