/** Lists that a form or a query sends as one text, with a sign between their values. */
import type { Json, JsonObject } from '../../formats/json.ts';
import { isObject } from '../../formats/json.ts';
import type { Member } from '../facts/facts.ts';

interface Sign {
  called: string;
  /** As a pattern has it. */
  written: string;
}

const spaces = { called: 'spaces', written: ' ' };
const bars = { called: 'bars', written: '\\|' };

/** The signs of Swagger 2.0; `multi` sends a field for each value. */
export const collections: Record<string, Sign> = {
  csv: { called: 'commas', written: ',' },
  ssv: spaces,
  tsv: { called: 'tabs', written: '\\t' },
  pipes: bars,
};

/** Those of the encoding of a form in OpenAPI 3. */
const styles: Record<string, Sign> = { spaceDelimited: spaces, pipeDelimited: bars };

/** The text that such a list is: the values that its items may have stand in its pattern. */
export function textOf({ items, description }: JsonObject, { called, written }: Sign): JsonObject {
  const values = isObject(items) ? [items['enum'] ?? items['const'] ?? []].flat().map(String) : [];
  const words = [description, `Values separated by ${called}`];
  // A value may hold signs of its own.
  const isPlain = values.length > 0 && values.every((value) => /^[\w.:/-]+$/.test(value));
  const one = `(?:${values.join('|').replaceAll('.', '\\.')})`;
  return {
    type: 'string',
    description: words.filter((word) => typeof word === 'string').join('. '),
    ...(isPlain ? { pattern: `^${one}(?:${written}${one})*$` } : {}),
  };
}

/** The members of a form, those as texts that its encoding sends so. */
export function withEncoding(members: Member[], encoding: Json | undefined): Member[] {
  if (!isObject(encoding)) return members;
  const signOf = (name: string): Sign | undefined => {
    const own = encoding[name];
    return isObject(own) && own['explode'] !== true ? styles[String(own['style'])] : undefined;
  };
  return members.flatMap((member) => {
    const [, name = '', ...inner] = member.pointer.split('/');
    const sign = signOf(name);
    const holder = inner.length === 0 ? member : members.find(({ pointer }) => pointer === `/${name}`);
    if (!sign || holder?.schema['type'] !== 'array') return [member];
    if (inner.length > 0) return [];
    const items = members.find(({ pointer }) => pointer.startsWith(`/${name}/`))?.schema ?? member.schema['items'];
    const { description, ...schema } = textOf(
      { ...(items ? { items } : {}), ...(member.notes ? { description: member.notes } : {}) },
      sign,
    );
    return [{ ...member, schema, notes: String(description) }];
  });
}
