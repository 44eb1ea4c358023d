import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** The script and the style sheet of the report, each as one text. */
export interface Assets {
  script: string;
  style: string;
}

const HERE = fileURLToPath(new URL('./', import.meta.url));

let built: Assets | undefined;

/**
 * Bundles the script and the style sheet of the report, once per process.
 * @throws Error of esbuild, with file and line, when a source of them does not compile.
 */
export function assets(): Assets {
  built ??= { script: bundle('client/main.ts'), style: bundle('style.css') };
  return built;
}

function bundle(entry: string): string {
  const { outputFiles } = buildSync({
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
