import type { RequestDraft } from './draft.ts';
import { encoded, join, plain, type Text, urlComponent } from './text.ts';

/** The path of a request, its values in place of their names. */
export function pathOf({ path, pathValues }: Pick<RequestDraft, 'path' | 'pathValues'>): Text {
  const parts = path
    .split(/\{([^}]+)\}/)
    .map((part, index) => (index % 2 === 0 ? part : encoded(pathValues[part] ?? plain(''), urlComponent)));
  return join(...parts);
}

/** The query of a request, with the character that parts it from what stands before it. */
export function queryOf({ path, query }: Pick<RequestDraft, 'path' | 'query'>): Text {
  const parts = query.flatMap(([name, value], index) => [
    index === 0 && !path.includes('?') ? '?' : '&',
    name,
    '=',
    encoded(value, urlComponent),
  ]);
  return join(...parts);
}
