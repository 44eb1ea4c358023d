/** Operations that are called by name where no address stands: by the announcement of a part, by a purpose, or by a version. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { isPart, unknownIn } from '../blocks/heading-words.ts';
import { isOtherTopic } from '../words/other-topics.ts';
import type { PageOperation } from './operation.ts';

/** Whether a block announces what is below it: a heading, or a short line before a colon. */
export const isCalled = (block: Block): boolean =>
  block.kind === 'heading' || (block.kind === 'lines' && /^[^\n]{1,80}:[\s*_]*$/.test(block.lines.join('\n').trim()));

/** Words without the marks around them, in small letters. */
const plainWords = (words: string): string => words.replace(/[*_`]/g, '').toLowerCase();

/** Characters of an announcement at most. */
const longestCall = 120;

const betweenParts = pattern`\s${oneOf(word.of, word.for, 'pada')}\s|\s[-–—]\s|[:()]`;

/** Finds the operation that the announcement of a part names, as `Errors of Create token` does, with nothing else beside words for a part. */
export function namesOf(operations: PageOperation[]): (block: Block) => PageOperation | null {
  const known = new Map<string, PageOperation | null>();
  const titles = operations.map((one) => ({
    one,
    title: plainWords(one.title)
      .replace(/^[\d.]+\s+/, '')
      .trim(),
  }));
  for (const { one, title } of titles) known.set(title, known.has(title) ? null : one);
  // Its title may say more of it, as `Access Token B2B` does.
  const called = (piece: string): PageOperation | null => {
    const exact = known.get(piece);
    if (exact !== undefined || !/\s/.test(piece)) return exact ?? null;
    const [only, ...others] = titles.filter(({ title }) => ` ${title} `.includes(` ${piece} `));
    return only && others.length === 0 ? only.one : null;
  };
  return (block) => {
    const words = plainWords(block.kind === 'lines' ? block.lines.join(' ') : block.title);
    if (words.length > longestCall || !isPart(words)) return null;
    const pieces = words.split(betweenParts).map((piece) => piece.trim());
    const named = pieces.flatMap((piece) => (piece === '' ? [] : (called(piece) ?? [])));
    const isOther = pieces.some((piece) => called(piece) === null && unknownIn(piece).length > 0);
    return named.length === 1 && pieces.length > 1 && !isOther ? (named[0] ?? null) : null;
  };
}

const ofGrant = pattern`\b${word.for} ${oneOf(`(?:${word.the} )?`)}(?:access )?tokens? ${oneOf('generation', 'creation', 'issuance', word.request)}\b|\b${oneOf('pembuatan', word.request)} (?:access )?token\b`;

/** Finds the only operation that issues tokens, where a heading beside it says what is below it for whoever asks for one: `For token generation`. */
export function grantsOf(operations: PageOperation[]): (block: Block) => PageOperation | null {
  const issuing = operations.filter(
    ({ title, path }) => /token|oauth/i.test(path ?? '') && !isOtherTopic(`${title} ${path}`),
  );
  const [only = null] = issuing;
  return ({ kind, title }) =>
    kind === 'heading' && issuing.length === 1 && ofGrant.test(title) && !isOtherTopic(title) ? only : null;
}

/** The operation of the version that a heading names, where one operation alone is of it. */
export function ofVersion(operations: PageOperation[], title: string): PageOperation | null {
  const [version] = /\bv\d+(?:\.\d+)?\b/i.exec(title.toLowerCase()) ?? [];
  if (version === undefined) return null;
  const [only, ...others] = operations.filter((one) => `${one.path} ${one.title}`.toLowerCase().includes(version));
  return only && others.length === 0 ? only : null;
}
