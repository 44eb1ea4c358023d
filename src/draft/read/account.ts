/** What was read of a page and what was not: each part with the facts it gave, or why it gave none. */
import { type Facts, nothing, type Part, type Statement } from '../facts/facts.ts';
import { flatten } from '../merge/flatten.ts';
import type { Block } from '../page/blocks/blocks.ts';
import type { Reading } from '../page/blocks/reading.ts';
import { signedIn } from '../page/words/signed.ts';

const writtenPassage = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return block.title;
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join(' | ')).join('\n');
    case 'code':
      return block.text;
    case 'list':
      return block.items.map(({ text, depth }) => `${'  '.repeat(depth)}- ${text}`).join('\n');
    case 'lines':
      return block.lines.join('\n').trim();
  }
};

const passages = new WeakMap<Block, string>();

/** What a block says, as the account shows it. */
export function passageOf(block: Block): string {
  const passage = passages.get(block) ?? writtenPassage(block);
  passages.set(block, passage);
  return passage;
}

const kinds: Record<Block['kind'], Part['kind']> = {
  heading: 'text',
  table: 'table',
  code: 'code',
  list: 'list',
  lines: 'text',
};

/** The facts of a statement by what each is about. */
export function factsIn(statement: Statement): Part['facts'] {
  const security = statement.security?.value === 'none' ? null : statement.security;
  const facts = [...flatten({ ...statement, security })].map(([fact, { value }]): [string, typeof value] => [
    fact,
    value,
  ]);
  const more = statement.servers.flatMap(({ path }): Part['facts'] => (path === undefined ? [] : [['path', path]]));
  const members = statement.request.map(({ pointer }) => `request ${pointer}`);
  const answered = statement.answers.flatMap(({ status, members }) =>
    members.map(({ pointer }) => `${status} ${pointer}`),
  );
  const headers = [
    ...statement.headers.map(({ name }) => `request header ${name.toUpperCase()}`),
    ...statement.answers.flatMap(({ status, headers: own = [] }) =>
      own.map(({ name }) => `${status} header ${name.toUpperCase()}`),
    ),
  ];
  const queries = statement.queries.map(({ name }) => `request query ${name}`);
  // A member of which nothing else is said was seen all the same.
  const covered = new Set(facts.map(([fact]) => fact.slice(0, fact.lastIndexOf(' '))));
  const bare = [...members, ...answered, ...headers, ...queries].filter((name) => !covered.has(name));
  const unclear = statement.unclear.map(({ value }): [string, string] => ['authentication, undecided', value]);
  // Words that were not understood in full gave nothing: they are asked.
  const signed = statement.signed.flatMap(({ value, isUnsure }) =>
    isUnsure
      ? []
      : Object.entries(signedIn(value)).map(([name, said]): [string, string] => [`signature ${name}`, said]),
  );
  return [...facts, ...more, ...bare.map((name): [string, string] => [name, 'is there']), ...unclear, ...signed];
}

/** A reading of a block as a part of the account; `about` names the operation whose facts were left out. */
export function partOf(reading: Reading, page: string, about: string | null): Part {
  const { block, statement, used } = reading;
  const isSample = statement.origin === 'sample';
  const stated = about === null || isSample ? factsIn(statement) : [];
  const facts = about === null ? stated : [];
  const sample = isSample && stated.length > 0;
  const why = about !== null ? `it is about "${about}", another operation` : reading.why || 'it states nothing we read';
  return {
    page,
    kind: sample ? 'sample' : kinds[block.kind],
    title: block.title,
    line: block.line,
    heads: block.kind === 'table' ? block.head : [],
    // The head of a table of labels is a row as well.
    rows: block.kind === 'table' ? Math.max(used, block.rows.length) : block.kind === 'list' ? block.items.length : 0,
    used,
    facts,
    why: facts.length > 0 ? '' : why,
    passage: passageOf(block),
  };
}

/** A part of a description. */
export function describedPart(
  page: string,
  part: Pick<Part, 'kind' | 'title'> & Partial<Pick<Part, 'why' | 'line' | 'passage'>>,
  statement: Statement = nothing('openapi'),
): Part {
  const facts = factsIn(statement);
  const why = facts.length > 0 ? '' : (part.why ?? 'it states nothing we read');
  return { page, line: 0, passage: '', heads: [], rows: 0, used: 0, ...part, facts, why };
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function lineOf(part: Part, several: boolean): string {
  const place = [
    several ? part.page : '',
    part.line > 0 ? `line ${part.line}` : '',
    part.heads.join(', ').slice(0, 80),
  ];
  const where = place.filter((text) => text !== '').join('; ');
  const rows =
    part.rows > 0 && part.facts.length > 0
      ? `${part.used} of ${counted(part.rows, part.kind === 'list' ? 'item' : 'row')}, `
      : '';
  const gave = part.facts.length > 0 ? `${rows}${counted(part.facts.length, 'fact')}` : part.why;
  return `  ${part.kind} "${part.title.slice(0, 60)}"${where === '' ? '' : ` (${where})`}: ${gave}`;
}

/** The account as lines for a terminal: what gave facts, then what gave none. Text without facts is left out. */
export function accountLines({ account }: Pick<Facts, 'account'>): string[] {
  const several = new Set(account.map(({ page }) => page)).size > 1;
  const listed = account.filter(({ kind, facts }) => kind !== 'text' || facts.length > 0);
  const read = listed.filter(({ facts }) => facts.length > 0);
  const left = listed.filter(({ facts }) => facts.length === 0);
  return [
    ...(read.length > 0 ? ['Read:', ...read.map((part) => lineOf(part, several))] : []),
    ...(left.length > 0 ? ['Not read:', ...left.map((part) => lineOf(part, several))] : []),
  ];
}
