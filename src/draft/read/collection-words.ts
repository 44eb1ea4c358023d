/** What a collection says of its request in words: the tables of its description, and the descriptions of its parameters. */
import { Lexer } from 'marked';
import { atPointer, isObject, type Json, type JsonObject } from '../../formats/json.ts';
import { isUrl } from '../../formats/url.ts';
import { nothing, type Statement, type Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { qualified } from '../merge/qualified.ts';
import { asOneQuestion } from '../merge/qualified-todos.ts';
import { cited } from '../openapi/cited.ts';
import { wordsOfForm } from '../openapi/postman.ts';
import { answersOfOthers } from '../openapi/postman-answers.ts';
import { otherHostsSaid } from '../openapi/postman-variables.ts';
import { testedStatements } from '../openapi/tested-answers.ts';
import type { Block } from '../page/blocks/blocks.ts';
import { shownBlock } from '../page/blocks/reading.ts';
import { noMentions } from '../page/sentences/mentions.ts';
import { cellOf, inlineBy } from '../page/text/inline-text.ts';
import { blocksOf } from '../page/text/page.ts';
import { isEnvironment } from '../page/words/environments.ts';
import { belowNoHeading } from './below-no-heading.ts';
import { readBlocks } from './blocks.ts';
import { plainWords } from './parameter-words.ts';

/** Parameters that are sent by their names. */
const sent = ['header', 'query'];

/** A description as the cell of a table: Postman shows Markdown. */
const inOneLine = (description: string): string => cellOf(inlineBy(new Lexer())(description)).replace(/\s*\n\s*/g, ' ');

/** Words that leave a parameter out, as a request that does not send it shows as well. */
const isOptional = /^\W*(?:optional|opsional|not required|tidak wajib)(?![\w-])/i;

/** A parameter with the words about it and the value that is sent, as texts. */
const described = (name: Json | undefined, description: Json | undefined, sent: Json | undefined) => ({
  name: String(name),
  words: inOneLine(String(description)),
  sent: ['string', 'number', 'boolean'].includes(typeof sent) ? String(sent) : '',
});

/** The parameters of a form with the words beside them; one that is switched off is among them where these say that it may be. */
function ofForm(operation: JsonObject): { rows: string[][]; off: string[] } {
  const said = operation[wordsOfForm];
  const all = (Array.isArray(said) ? said.filter(isObject) : []).map(({ name, value, description, isOff }) => ({
    row: [String(name), 'body', plainWords(described(name, description, value))],
    said: described(name, description, value),
    isOff: isOff === true && !isOptional.test(String(description)),
  }));
  return {
    rows: all.filter(({ isOff }) => !isOff).map(({ row }) => row),
    off: all.filter(({ isOff }) => isOff).map(({ row: [name = ''] }) => name),
  };
}

/** The question about parameters that the collection describes and does not send. */
const switchedOff = (names: string[]): Todo[] =>
  names.length === 0
    ? []
    : [
        {
          name: `switched off ${names[0]}`,
          what: `whether ${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} sent: the collection has ${names.length > 1 ? 'them' : 'it'}, and a request has ${names.length > 1 ? 'them' : 'it'} switched off`,
        },
      ];

/** The question about refusals that are saved as pages of HTML. */
function savedPages({ [answersOfOthers]: left }: JsonObject): Todo[] {
  const pages = (Array.isArray(left) ? left.filter(isObject) : []).map(
    ({ status, name }) => `${status} "${quotedWords(String(name))}"`,
  );
  const what = `whether the request for a token is answered so: ${pages.join(', ')}; the collection has it saved as a page of HTML, as servers before that of a provider answer, and the draft leaves it out`;
  return pages.length === 0 ? [] : [{ name: 'saved pages', what }];
}

/** The question about other hosts that the words about variables of the address name. */
function otherHosts({ [otherHostsSaid]: said }: JsonObject): Todo[] {
  const shown = (Array.isArray(said) ? said.filter(isObject) : []).map(
    ({ name, words }) => `"${quotedWords(String(words))}" of ${name}`,
  );
  const what = `whether the endpoint is served elsewhere as well: the collection says ${shown.join(', ')} (variable); a live server has x-production: true in the spec`;
  return shown.length === 0 ? [] : [{ name: 'variable hosts', what }];
}

/** A text with its length, as a column of types has it, among the words about a parameter. */
const sized = /(?:^|(?<=[.,;] ))(?:string|text|alphanumeric|varchar|char)\s?\((\d+)\)(?:[.,;](?: |$)|$)/i;

/** The rows of parameters, with the lengths among the words about them in a column of their own. */
function withLengths(rows: string[][]): { head: string[]; rows: string[][] } {
  const head = ['Name', 'In', 'Description'];
  if (!rows.some(([, , words = '']) => sized.test(words))) return { head, rows };
  return {
    head: ['Name', 'In', 'Length', 'Description'],
    rows: rows.map(([name = '', place = '', words = '']) => {
      const [, length = ''] = sized.exec(words) ?? [];
      return [name, place, length, words.replace(sized, '').trim()];
    }),
  };
}

/** The parameters that have a description as a table of them. */
function parameterTable(operation: JsonObject, form: string[][]): Block[] {
  const { parameters } = operation;
  const named = (Array.isArray(parameters) ? parameters.filter(isObject) : []).flatMap((one) => {
    const { name, in: place, description } = one;
    const isDescribed = typeof description === 'string' && description.trim() !== '' && sent.includes(String(place));
    const shown = one['example'] ?? atPointer(one, '/schema/example');
    return isDescribed ? [[String(name), String(place), plainWords(described(name, description, shown))]] : [];
  });
  const rows = [...named, ...form];
  return rows.length === 0 ? [] : [{ kind: 'table', title: 'Parameters', line: 0, ...withLengths(rows) }];
}

/** Blocks that list environments. */
const listing = ['table', 'list', 'lines'];

/** The urls of the servers that a node of a description has itself. */
const urlsOf = (node: Json | undefined): string[] => {
  const listed = atPointer(node, '/servers');
  return (Array.isArray(listed) ? listed : []).map((one) => (isObject(one) ? String(one['url']) : ''));
};

/** What a server of the collection has behind an address: the base of its path where that gives the host alone; null where it is another. */
const baseBehind = (own: string, url: string): string | null =>
  own === url ? '' : isUrl(own) && new URL(own).origin === url ? own.slice(url.length) : null;

/**
 * The addresses of the environments that a collection is used with, as the words before its requests list them: one of them is
 * the address that the collection has, so that the others are those of the same requests.
 */
async function environmentsOf(api: JsonObject, operation: JsonObject, base: string): Promise<Statement[]> {
  const words = atPointer(api, '/info/description');
  const blocks = typeof words === 'string' ? blocksOf(words, 'markdown') : [];
  const [own = []] = [urlsOf(operation), urlsOf(api)].filter((urls) => urls.length > 0);
  const { readings } = await readBlocks(
    blocks.filter(({ kind }) => listing.includes(kind)),
    base,
  );
  return readings.flatMap(({ statement: { servers } }) => {
    const behind = own.flatMap((one) => servers.flatMap(({ url }) => baseBehind(one, url) ?? []));
    const [more] = behind.toSorted((one, other) => one.length - other.length);
    if (more === undefined) return [];
    // An address in a sentence may be of anything.
    const named = servers.filter(({ origin, label }) => origin === 'table' || isEnvironment(label));
    return [{ ...nothing('table'), servers: named.map((one) => ({ ...one, url: `${one.url}${more}` })) }];
  });
}

/**
 * The statements of such words, where a collection is read for an operation.
 * @param pointer where the operation lies in the description that the collection became
 */
export async function collectionWords(api: JsonObject, pointer: string, base: string): Promise<Statement[]> {
  const operation = atPointer(api, pointer);
  if (!isObject(operation)) return [];
  const { description } = operation;
  // What stands below no heading of a request is about that request.
  const title: Block = { kind: 'heading', title: 'Request', depth: 1, line: 0 };
  const written = typeof description === 'string' ? blocksOf(description, 'markdown') : [];
  const blocks = written.filter(({ kind }) => kind === 'table' || kind === 'heading');
  const { rows, off } = ofForm(operation);
  const { readings } = await readBlocks([title, ...parameterTable(operation, rows), ...blocks], base);
  const open = [...switchedOff(off), ...savedPages(operation), ...otherHosts(operation)];
  const asked = open.length === 0 ? [] : [{ ...nothing('openapi'), todos: open }];
  const found = readings
    .filter(({ block: { kind } }) => kind === 'table')
    .map((reading) => {
      const placed = belowNoHeading(reading.statement, cited(api, 'description'));
      const { statement, todos } = qualified(placed, shownBlock(reading.block), noMentions);
      return { ...statement, todos: [...(statement.todos ?? []), ...asOneQuestion(reading.todos, todos)] };
    });
  const elsewhere = await environmentsOf(api, operation, base);
  return [...found, ...asked, ...testedStatements(api, operation), ...elsewhere];
}
