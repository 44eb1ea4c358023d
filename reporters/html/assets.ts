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
  built ??= bundle();
  return built;
}

/** Both at once: esbuild starts a process of its own for each call. */
function bundle(): Assets {
  const { outputFiles } = buildSync({
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
