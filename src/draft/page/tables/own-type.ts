/** The media type in a table of labels about one answer. */
import type { Statement } from '../../facts/facts.ts';

/** Gives the media type in a table of one answer, which has a status and no address, to that answer alone. */
export function ownType(statement: Statement): void {
  const { method, path, servers, answers, mediaType, answerType } = statement;
  const [only, ...others] = answers;
  const type = answerType ?? mediaType;
  if (!only || others.length > 0 || !type || method || path || servers.length > 0) return;
  only.mediaType = type;
  delete statement.answerType;
  if (type === mediaType) delete statement.mediaType;
}
