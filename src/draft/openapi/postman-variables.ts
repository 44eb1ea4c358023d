/** What a collection says in words of the variables in its addresses: they may name the hosts of other environments. */
import { atPointer, isObject, type JsonObject } from '../../formats/json.ts';

/** The key under which an operation has the words about variables of its address that name other hosts. */
export const otherHostsSaid = 'x-other-hosts-said';

/** A host in words: its last part is of letters alone, and a name with a stroke or an ending of a file is none. */
const host = /(?<![\w@.-])(?:[a-z\d-]{1,60}\.){1,6}[a-z]{2,20}(?![\w-]|\.\w)/gi;
const file = /\.(?:json|yaml|yml|md|html?|pdf|pem|txt|js|ts)$/i;

/** The host that an address begins with, with or without a scheme. */
const hostOf = (address: string): string => address.replace(/^https?:\/\//i, '').split(/[/?#]/)[0] ?? '';

/** The address of a request, with the variables that were not filled in. */
const rawOf = ({ request }: JsonObject): string =>
  String((isObject(request) ? atPointer(request, '/url/raw') : request) ?? '');

/** Notes at operations which other hosts the words about a variable of their address name. */
export function variableNotes(collection: JsonObject): (operation: JsonObject, item: JsonObject) => void {
  const { variable } = collection;
  const said = (Array.isArray(variable) ? variable.filter(isObject) : []).flatMap((one) => {
    const [value, words] = [String(one['value'] ?? ''), String(one['description'] ?? '')];
    const others = (words.match(host) ?? []).filter((name) => !file.test(name) && !value.includes(name));
    return others.length === 0 || value === '' ? [] : [{ name: String(one['key']), value, words }];
  });
  return (operation, item) => {
    const raw = rawOf(item);
    // Variables in addresses may be filled in by now.
    const own = said.filter(({ name, value }) => raw.includes(`{{${name}}}`) || hostOf(raw) === hostOf(value));
    if (own.length > 0) operation[otherHostsSaid] = own.map(({ name, words }) => ({ name, words }));
  };
}
