/** The version in the path of an operation, where a row or a line beside the path gives it. */
import type { Statement } from '../../facts/facts.ts';

/** A whole part of a path that stands for the version. */
const open =
  /(?<=\/)(?:\{{1,2}(?:api[_-]?)?versi(?:on)?\}{1,2}|<(?:api[_-]?)?versi(?:on)?>|:(?:api[_-]?)?version)(?=\/|$)/gi;

/** A line that is the label of a version and one as paths hold it; `1.0` may be written there with a letter or without. */
const given = /^\W*(?:api )?versi(?:on)?(?: api)?\W+(v\d{1,3}(?:\.\d{1,3}){0,2})\W*$/i;

/** Puts the only version that lines beside the path of a statement give into it. */
export function fillVersion(lines: string[], statement: Statement): void {
  const { path } = statement;
  if (!path || path.value.search(open) < 0) return;
  const versions = new Set(lines.flatMap((line) => given.exec(line)?.[1] ?? []));
  const [only, ...others] = versions;
  if (only === undefined || others.length > 0) return;
  statement.path = { ...path, value: path.value.replace(open, only) };
}
