import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Esbuild from 'esbuild';
import { writeWhole } from '../../src/files/whole.ts';
import { sha256Of } from '../../src/formats/sha256.ts';
import { fileOf, keptFolder, packageFolder } from '../../src/package/place.ts';

/** The script and the style sheet of the report, each as one text. */
export interface Assets {
  script: string;
  style: string;
}

const sources = join(packageFolder, 'reporters/html');

/** Where `npm run build` leaves them: whoever installs the package has no bundler. */
const madeAhead = fileOf('reporters/html/assets.json');

/** Where the bundle of the sources is kept for the next run: making it takes a tenth of one. */
const keptFile = join(keptFolder, 'report.json');

/** A bundle, and the digest of each file that it was made of. */
interface Kept {
  inputs: Record<string, string>;
  assets: Assets;
}

const digestOfInput = (input: string): string => sha256Of(readFileSync(join(sources, input)));

/** The kept bundle, where each of its sources is as it was. */
function kept(): Assets | null {
  try {
    const { inputs, assets }: Kept = JSON.parse(readFileSync(keptFile, 'utf8'));
    return Object.entries(inputs).every(([input, digest]) => digestOfInput(input) === digest) ? assets : null;
  } catch {
    return null;
  }
}

function keep(kept: Kept): void {
  try {
    writeWhole(keptFile, JSON.stringify(kept));
  } catch {
    // A folder that cannot be written only costs the time again.
  }
}

let built: Assets | undefined;

/**
 * The script and the style sheet of the report; from their sources they are bundled when one of those has changed.
 * @throws Error of esbuild, with file and line, when a source of them does not compile.
 */
export function assets(): Assets {
  const known: Assets =
    built ?? (existsSync(madeAhead) ? JSON.parse(readFileSync(madeAhead, 'utf8')) : (kept() ?? bundled()));
  built = known;
  return known;
}

/** Only the sources of this project need it. */
const loadEsbuild = (): typeof Esbuild => createRequire(import.meta.url)('esbuild');

/** Bundles both from their sources, at once: esbuild starts a process of its own for each call. */
export function bundled(): Assets {
  const { outputFiles, metafile } = loadEsbuild().buildSync({
    absWorkingDir: sources,
    entryPoints: { script: 'client/main.ts', style: 'style.css' },
    outdir: 'bundled',
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
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
  const assets = { script: textOf('script.js'), style: textOf('style.css') };
  keep({
    inputs: Object.fromEntries(Object.keys(metafile.inputs).map((input) => [input, digestOfInput(input)])),
    assets,
  });
  return assets;
}
