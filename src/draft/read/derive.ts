/** From the text of documentation pages, or of an OpenAPI file, to the facts they state. */

import { InputError } from '../../contract/problems.ts';
import { decide } from '../facts/decide.ts';
import type { Facts, OtherFacts } from '../facts/facts.ts';
import type { DeriveOptions, Page } from '../facts/input.ts';
import { claimed } from '../merge/claims.ts';
import { flatten } from '../merge/flatten.ts';
import { merge } from '../merge/merge.ts';
import { oauthNamed } from '../page/words/named-oauth.ts';
import { accountLines } from './account.ts';
import { apiFacts, type Described } from './api.ts';
import { belowNoHeading } from './below-no-heading.ts';
import { descriptionIn } from './description.ts';
import { withFootnotes } from './footnotes.ts';
import { requireFewFields } from './most-fields.ts';
import { othersOf, requireAsked } from './others.ts';
import { descriptionWithoutOthers } from './own-text.ts';
import { readPages, type Told } from './pages.ts';
import { knownAsOther, seeming } from './seems.ts';

/** Whether facts are about a request or its answers: addresses of servers, and statuses, stand on pages of many kinds. */
const isOfRequest = (key: string): boolean => !/^server |^\d+ status$/.test(key);

function nothingRead(pages: Page[], facts: Pick<Facts, 'account'>, given: string[]): InputError {
  const tables = facts.account.some(({ kind }) => kind === 'table');
  const lines = pages.map(({ text, format, base }) => {
    const { what, remedy } = seeming(text, format);
    if (given.length > 0)
      return `${base} describes no request: it gives ${given.join(', ')} alone; give the page that describes the request for a token as well`;
    return tables ? `${base}: none of its parts could be read` : `${base} seems to be ${what}; ${remedy}`;
  });
  return new InputError(`Nothing was read of ${pages.map(({ base }) => base).join(', ')}:`, [
    ...lines,
    ...accountLines(facts)
      .filter((line) => line.startsWith(' '))
      .map((line) => line.trim()),
  ]);
}

const addressOf = ({ method, path }: OtherFacts): string => `${method?.value} ${path?.value}`;

/**
 * Reads the facts of pages about one provider.
 * @param told is given texts of the facts while these are still read
 * @throws InputError where one cannot be read, holds no operation that is clearly the token's, or nothing was read of any.
 */
export async function factsOf(given: Page | Page[], options: DeriveOptions = {}, told?: Told): Promise<Facts> {
  const pages = [given].flat();
  for (const { text, base } of pages) {
    const other = knownAsOther(text);
    if (other) throw new InputError(`Nothing was read of ${base}:`, [`it seems to be ${other.what}; ${other.remedy}`]);
  }
  const texts = pages.filter(({ format }) => format !== 'openapi');
  const descriptions: Described[] = [];
  for (const { text, base } of pages.filter(({ format }) => format === 'openapi'))
    descriptions.push({ value: await descriptionIn(text, base), base });
  const apis = descriptions.length > 0 ? await apiFacts(descriptions, options, texts.length > 0) : [];
  const { method, path } = apis.find(({ statement }) => statement.path)?.statement ?? {};
  const read = await readPages(
    texts,
    // One that a description has by another name is read of its page as well.
    { ...options, with: [...(options.with ?? []), ...apis.flatMap((api) => api.others.map(addressOf))] },
    path ? { method: method?.value ?? null, path: path.value } : null,
    told,
  );
  const described = [...apis, ...read.apis];
  if (!options.lenient) requireAsked(options.with ?? [], texts, described, read);
  const statements = [...read.statements, ...apis.flatMap(({ statement, words }) => [statement, ...words])];
  requireFewFields(statements, pages);
  for (const other of read.others) requireFewFields(other.statements, pages);
  const passages = [...read.passages, ...described.flatMap((api) => api.passages)];
  const merged = merge(statements, read.todos, passages);
  const account = [...read.parts, ...apis.flatMap(({ parts }) => parts)];
  const keys = [...flatten(merged).keys()];
  if (!keys.some(isOfRequest)) throw nothingRead(pages, { account }, keys);
  const others = othersOf(
    described.flatMap((api) => api.others),
    read.others,
    merged,
  ).map((other) => ({ ...other, todos: claimed(other.todos ?? [], other.passages ?? []) }));
  // What is said of another operation names no standard of this one.
  const own = descriptions.map(
    ({ value, base }) =>
      descriptionWithoutOthers(value, { method: method?.value ?? null, path: path?.value ?? null }) ??
      pages.find((page) => page.base === base)?.text,
  );
  const named = new Set([read.ownText, ...own].map((text = '') => oauthNamed(text)));
  const standard = named.has('words') ? 'words' : named.has('path') ? 'path' : null;
  const written = pages.map(({ text }) => text).join('\n');
  const found = belowNoHeading({ ...decide(merged, options.decided ?? {}), others });
  return {
    ...found,
    request: withFootnotes(found.request, written),
    headers: withFootnotes(found.headers, written),
    ...(standard === null ? {} : { isOauth: standard }),
    account,
    written,
  };
}
