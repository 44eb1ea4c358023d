import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Copies of the providers under other names, as data in a folder. */
export function generate(folder: string, count: number): { provider: string; like: string }[] {
  const likes = readdirSync(join(root, 'specs')).map((file) => file.split('.')[0] ?? '');
  mkdirSync(join(folder, 'specs'));
  return Array.from({ length: count }, (_, index) => {
    const like = likes[index % likes.length] ?? '';
    const provider = `generated${index}`;
    const renamed = (text: string): string =>
      text
        .replaceAll(`${like}-`, `${provider}-`)
        .replaceAll(`contracts/${like}/`, `contracts/${provider}/`)
        .replaceAll(`specs/${like}.`, `specs/${provider}.`)
        .replace(`provider: ${like}`, `provider: ${provider}`)
        // Playwright takes no two tests of one title.
        .replace('\ntitle: ', `\ntitle: ${provider} `);
    cpSync(join(root, 'contracts', like), join(folder, 'contracts', provider), { recursive: true });
    for (const file of readdirSync(join(folder, 'contracts', provider))) {
      const path = join(folder, 'contracts', provider, file);
      writeFileSync(path, renamed(readFileSync(path, 'utf8')));
    }
    writeFileSync(
      join(folder, 'specs', `${provider}.openapi.yaml`),
      renamed(readFileSync(join(root, 'specs', `${like}.openapi.yaml`), 'utf8')),
    );
    return { provider, like };
  });
}
