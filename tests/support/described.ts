/** Descriptions of one operation that issues tokens, each with what a test is about in place of its plain parts. */
import { parse } from 'yaml';
import type { Facts } from '../../src/draft/facts/facts.ts';
import type { Page } from '../../src/draft/facts/input.ts';
import { flatten } from '../../src/draft/merge/flatten.ts';
import { todosOf } from '../../src/draft/write/files/draft.ts';
import type { Json } from '../../src/formats/json.ts';

/** A description as a page that was read. */
export const page = (value: Json, base = 'api.json'): Page => ({
  text: JSON.stringify(value),
  format: 'openapi',
  base,
});

const json = (schema: Json): { [name: string]: Json } => ({ content: { 'application/json': { schema } } });

const granted = { type: 'object', required: ['access_token'], properties: { access_token: { type: 'string' } } };

/** A description of one operation; `more` is YAML that stands in for its parts. */
export function described(more: string, path = '/oauth/token'): { [name: string]: Json } {
  const { request, schemas, responses, item, operation, ...root } = parse(more) ?? {};
  return {
    ...{ openapi: '3.1.0', info: { title: 'Acme', version: '1' }, servers: [{ url: 'https://api.acme.test' }] },
    paths: {
      [path]: {
        ...item,
        post: {
          ...{ summary: 'Issue a token', ...(request ? { requestBody: { required: true, ...json(request) } } : {}) },
          ...{ responses: responses ?? { 200: { description: 'ok', ...json(granted) } }, ...operation },
        },
      },
    },
    components: { schemas: schemas ?? {} },
    ...root,
  };
}

/** The facts whose names begin so, by the rest of their names. */
export const about = (facts: Facts, start: string): Record<string, Json> =>
  Object.fromEntries(
    [...flatten(facts)].flatMap(([key, { value }]) =>
      key.startsWith(start) ? [[key.slice(start.length), value]] : [],
    ),
  );

/** What a draft leaves open, a line each. */
export const open = (facts: Facts): string =>
  todosOf(facts, { provider: 'acme', url: 'https://acme.test', read: '2026-01-02' })
    .map(({ what }) => what)
    .join('\n');
