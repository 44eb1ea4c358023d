/** Fields that lie in the items of a list, by the rows around them or by how their names are written. */
import type { Schema } from '../../formats/json.ts';
import { inItems } from '../facts/list-items.ts';
import type { Reading } from './reading.ts';

/** Puts the members below a list into its items. */
export function placeItems({ statement }: Reading): void {
  statement.request = inItems(statement.request);
  statement.answers = statement.answers.map((answer) => ({ ...answer, members: inItems(answer.members) }));
}

/** What follows the name of a list and means any of its items: `accounts[].id`, `accounts.[].id`, `accounts[0].id`, `accounts.0.id`. */
const ofItem = /\.?\[(?:\d{0,2}|\*|n|i|x|idx|index)\](?=\.)|\.(?:0|1|\*)(?=\.)/gi;

/** The name of a list that is written with its brackets, as `accounts[]` of objects is; null for a name of anything else. */
export function listName(written: string, type: Schema | null): string | null {
  const [, name = ''] = /^(.*[^\s[\]])\[\](?=\W*$)/.exec(written) ?? [];
  return name !== '' && ['array', 'object'].includes(String(type?.['type'])) ? name : null;
}

/** A name with the items that it goes through as one part each; one that ends with an item is left as it is. */
export const withItems = (name: string): string =>
  /[[*]|\.[01]\./.test(name) ? name.replace(/\[\](?=[A-Za-z_])/g, '[].').replace(ofItem, '.*') : name;
