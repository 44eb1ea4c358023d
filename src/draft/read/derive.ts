/** From the text of a documentation page, or of an OpenAPI file, to the facts it states. */

import { InputError } from '../../contract/problems.ts';
import { parseYaml } from '../../contract/yaml.ts';
import type { JsonObject } from '../../formats/json.ts';
import { isObject, parseJson } from '../../formats/json.ts';
import type { Facts, OtherFacts, Statement, Todo } from '../facts/facts.ts';
import { merge } from '../facts/merge.ts';
import { fromApi, otherFrom } from '../openapi/api.ts';
import { bundle, findTokenOperation, otherOperations } from '../openapi/description.ts';
import { located } from '../openapi/servers.ts';
import { samplesOf } from '../page/messages.ts';
import { type Block, blocksOf } from '../page/page.ts';
import { fromSamples } from '../page/samples.ts';
import { fromTables } from '../page/tables.ts';

/** A page as it was read. */
export interface Page {
  text: string;
  format: 'markdown' | 'html' | 'openapi';
  /** File or URL it was read from; relative references start there. */
  base: string;
}

/** How a page is to be read. */
export interface DeriveOptions {
  /** `POST /path`, where an OpenAPI description holds several operations. */
  operation?: string;
  /** Operations beside that one to be drafted too, by the same names; `all` for every one. */
  with?: string[];
}

const languages = ['yaml', 'yml', 'json', 'openapi', ''];

/** A text in JSON or YAML. A large description is JSON as a rule, and JSON reads a hundred times faster as JSON. */
function parsed(text: string): ReturnType<typeof parseYaml> {
  if (text.trimStart().startsWith('{')) {
    try {
      return { value: parseJson(text) };
    } catch {
      // The flow style of YAML begins as JSON does.
    }
  }
  return parseYaml(text);
}

/** The description a block holds; null for a block that is a sample of something else. */
function description(text: string): JsonObject | null {
  if (!text.includes('openapi')) return null;
  const found = parsed(text);
  const value = 'value' in found ? found.value : null;
  return isObject(value) && typeof value['openapi'] === 'string' ? value : null;
}

/** Why a text is no description, with the line where there is one. */
function whyNone(text: string): string[] {
  const found = parsed(text);
  return 'faults' in found
    ? found.faults.map(({ line, reason }) => `line ${line}: ${reason}`)
    : ['it is no OpenAPI 3 description in YAML or JSON'];
}

/** The operation that the words behind the language of a fence name. */
function operationIn(info: string): string | undefined {
  const words = info.split(' ');
  const index = words.findIndex((word) => ['get', 'post', 'put'].includes(word.toLowerCase()));
  const path = words[index + 1];
  return index >= 0 && path?.startsWith('/') ? `${words[index]} ${path}` : undefined;
}

interface ApiFacts {
  statement: Statement;
  others: OtherFacts[];
}

async function apiFacts(value: JsonObject, base: string, options: DeriveOptions): Promise<ApiFacts> {
  if (!String(value['openapi']).startsWith('3.'))
    throw new InputError(`${base} is OpenAPI ${value['openapi']}:`, ['3.0 and 3.1 can be read']);
  const api = located(await bundle(value, base), base);
  const token = findTokenOperation(api, options.operation);
  const others = otherOperations(api, token, options.with ?? []).map(([one, id]) => otherFrom(api, one, id));
  return { statement: fromApi(api, token), others };
}

async function embedded(blocks: Block[], base: string, options: DeriveOptions): Promise<ApiFacts[]> {
  const found: ApiFacts[] = [];
  for (const block of blocks) {
    if (block.kind !== 'code' || !languages.includes(block.language)) continue;
    const value = description(block.text);
    const operation = options.operation ?? operationIn(block.info);
    if (value) found.push(await apiFacts(value, base, { ...options, ...(operation ? { operation } : {}) }));
  }
  return found;
}

/**
 * Reads the facts of a page.
 * @throws InputError where an OpenAPI description cannot be read, or holds no token operation that stands out.
 */
export async function factsOf(page: Page, options: DeriveOptions = {}): Promise<Facts> {
  if (page.format === 'openapi') {
    const value = description(page.text);
    if (!value) throw new InputError(`${page.base} does not load:`, whyNone(page.text));
    const { statement, others } = await apiFacts(value, page.base, options);
    return { ...merge([statement], []), others };
  }
  const todos: Todo[] = [];
  const blocks = blocksOf(page.text, page.format);
  const { table, text } = fromTables(blocks, todos);
  const apis = await embedded(blocks, page.base, options);
  const statements = apis.map(({ statement }) => statement);
  const merged = merge([table, ...statements, text, fromSamples(samplesOf(blocks))], todos);
  const others = apis.flatMap((api) => api.others);
  if (options.with && others.length === 0)
    throw new InputError(`${page.base} holds no OpenAPI description:`, [
      '--with drafts operations of one; write them into the spec by hand',
    ]);
  return { ...merged, others };
}
