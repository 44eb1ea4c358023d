/** Which method the operation that issues tokens has, where a page shows it with several. */
import type { Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { Block } from '../page/blocks/blocks.ts';
import type { PageOperation } from '../page/operations/operation.ts';
import { sameAddress } from '../page/values/address.ts';
import { isOfOneTime, isRetired } from '../page/words/doubts.ts';
import type { Sheet } from './sheets.ts';

const requestLine = /^[^\p{L}/]{0,10}(GET|POST|PUT|PATCH|DELETE)\s+(\S{1,300})(.*)$/u;

const linesOf = (block: Block): string[] =>
  block.kind === 'lines' ? block.lines : block.kind === 'list' ? block.items.map(({ text }) => text) : [];

/** The lines of a page that give a path a method, of which one says when: `POST /token (since 1 February)`. */
function timedLines({ blocks }: Sheet, { path }: PageOperation): { method: string; line: string }[] {
  const found = blocks.flatMap(linesOf).flatMap((line) => {
    const [, method = '', address = '', rest = ''] = requestLine.exec(line.trim()) ?? [];
    const isSame = address !== '' && sameAddress({ method: null, path: address }, { method: null, path });
    return isSame ? [{ method, line: line.trim().replace(/\s+/g, ' '), rest }] : [];
  });
  return found.some(({ rest }) => isOfOneTime(rest) || isRetired(rest)) ? found : [];
}

/** The question about the method, where lines of a page or a sample give another than the one that is drafted. */
export function methodTodos(sheets: Sheet[], all: PageOperation[], chosen: PageOperation): Todo[] {
  const { method, path } = chosen;
  if (path === null || method === null) return [];
  const sample = all.find(
    (one) => one.sampled && !chosen.sampled && one.method !== method && sameAddress({ ...one, method: null }, chosen),
  );
  const lines = sheets.flatMap((sheet) => timedLines(sheet, chosen));
  const others = [...new Set(lines.map((one) => one.method))].filter((one) => one !== method);
  const shown = [...new Set(lines.map(({ line }) => `"${quotedWords(line)}"`))].join(', ');
  const said =
    others.length > 0
      ? `${method}, or ${others.join(' or ')}: the page has ${shown}`
      : sample
        ? `${method}, or ${sample.method} as a sample of ${sample.path} shows`
        : null;
  return said === null ? [] : [{ name: 'method', what: `the method: ${said}`, ask: { about: 'method' } }];
}
