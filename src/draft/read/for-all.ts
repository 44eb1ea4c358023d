/** Sections of a page about other operations that are about the token's as well: servers, fields and refusals of all. */
import { sectionEnd } from '../page/blocks/blocks.ts';
import { isOfAll } from '../page/operations/of-all.ts';
import type { PageOperation } from '../page/operations/operation.ts';
import { addressed } from './beyond.ts';
import { isOne, type Sheet } from './sheets.ts';

/** Whether a block gives the address of an operation. */
const isPlaced = ({ readingsAt }: Sheet, index: number): boolean =>
  (readingsAt[index] ?? []).some(
    ({ statement: { method, path, servers } }) => method || path || servers.some((server) => server.path !== undefined),
  );

/** The indexes of the blocks in sections about all operations, none of which gives an address. */
function sectionsOfAll(sheet: Sheet): number[] {
  const found = new Set<number>();
  for (const [heading, block] of sheet.blocks.entries()) {
    if (block.kind !== 'heading' || found.has(heading) || !isOfAll(sheet.blocks, heading)) continue;
    const end = sectionEnd(sheet.blocks, heading);
    const all = Array.from({ length: end - heading }, (_, at) => heading + at);
    if (!all.some((index) => isPlaced(sheet, index))) for (const index of all) found.add(index);
  }
  return [...found];
}

/** The hosts that some blocks of a page give. */
const hostsAt = ({ readingsAt }: Sheet, indexes: Iterable<number>): string[] =>
  [...indexes].flatMap((index) =>
    (readingsAt[index] ?? []).flatMap(({ statement }) => statement.servers.map(({ url }) => new URL(url).host)),
  );

/** A page with what it says of all operations, where it gives a host of the token's, or names that among others. */
function ofOthers(sheet: Sheet, hosts: ReadonlySet<string>): Sheet {
  const all = sectionsOfAll(sheet);
  const isNamed = all.some((index) => (sheet.readingsAt[index] ?? []).some(({ byCall }) => byCall));
  if (!isNamed && !hostsAt(sheet, all).some((host) => hosts.has(host))) return sheet;
  const forAll = new Set(all);
  return {
    ...sheet,
    forAll,
    of: sheet.of.map((operation, index) => (forAll.has(index) ? undefined : operation)),
    outline: { ...sheet.outline, ofAll: new Set([...sheet.outline.ofAll, ...all]) },
  };
}

/** The pages of which one describes the token's operation, with what the others say of all operations. */
export function withForAll(sheets: Sheet[], chosen: PageOperation): Sheet[] {
  const own = sheets.flatMap((sheet) =>
    sheet.outline.operations
      .filter((one) => isOne(one, chosen))
      .map((operation) => ({ sheet, indexes: [...operation.blocks, ...sheet.outline.shared] })),
  );
  if (!addressed(chosen) || own.length === 0) return sheets;
  const hosts = new Set(own.flatMap(({ sheet, indexes }) => hostsAt(sheet, indexes)));
  const isOwn = new Set(own.map(({ sheet }) => sheet));
  return sheets.map((sheet) =>
    isOwn.has(sheet) || !sheet.outline.operations.some(addressed) ? sheet : ofOthers(sheet, hosts),
  );
}
