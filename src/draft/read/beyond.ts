/** What sections behind the operations of a page say of the request for a token. */
import type { LifeSaid } from '../facts/said-in-words.ts';
import type { Block } from '../page/blocks/blocks.ts';
import type { PageOperation } from '../page/operations/operation.ts';
import { clockIn } from '../page/sentences/clocks.ts';
import { answersOnLife, tellsLife } from '../page/sentences/lives.ts';
import { livesNoted } from '../page/sentences/lives-noted.ts';
import { plainSentencesOf } from '../page/sentences/mentions.ts';
import { statesLimit } from '../page/words/limits.ts';
import { isOtherTopic } from '../page/words/other-topics.ts';
import { placesAsked } from '../page/words/places-of-credentials.ts';
import { passageOf } from './account.ts';
import { isOne, type Sheet } from './sheets.ts';

/** Whether a page gives an operation an address, or a part of one. */
export const addressed = ({ method, path }: PageOperation): boolean => method !== null || path !== null;

/** A code of BI SNAP: a status, the service, and a case. */
const codeOfService = /(?<![\w.-])[2-5]\d\d(\d\d)\d\d(?![\w-])/g;

/** Tells whether a sentence has a code of a service, and of no other than that whose codes stand in some blocks. */
function ownCodes(blocks: Block[]): (sentence: string) => boolean {
  const servicesIn = (words: string): string[] => [...words.matchAll(codeOfService)].map(([, service = '']) => service);
  const [only, ...others] = new Set(blocks.flatMap((block) => servicesIn(passageOf(block))));
  return (sentence) => {
    const services = servicesIn(sentence);
    return only !== undefined && others.length === 0 && services.length > 0 && services.every((one) => one === only);
  };
}

/** A title about tokens, and a path at which they may be issued: a section about them may stand behind a call that uses one. */
const namesTokens = /(?<!refresh[- ])\b(?:tokens?|bearer|sessions?|sesi)\b/i;
const issues = /token|auth|session|login|grant|refresh/i;

/** What tables beside the operations of some pages say of the life of a token. */
export const livesBeyond = (sheets: Sheet[]): LifeSaid[] =>
  sheets.flatMap(({ blocks, of }) =>
    blocks.flatMap((block, index) => {
      const operation = of[index];
      const isElsewhere = operation !== undefined && addressed(operation);
      return block.kind === 'table' && !isElsewhere ? livesNoted(block) : [];
    }),
  );

/** The sentences about limits, about clocks, about where credentials go and about the life of a token in sections of their own, behind the operations and about none of them. */
export function saidBeyond({ blocks, of }: Sheet, chosen: PageOperation): Block[] {
  // A section that names the same address with another method, as one for old clients, is about the same tokens.
  const isElsewhere = (one: PageOperation): boolean =>
    addressed(one) && (one.path === null || one.path !== chosen.path || isOne(one, chosen));
  const own = ownCodes(blocks.filter((_, index) => of[index] === chosen));
  return blocks.flatMap((block, index): Block[] => {
    const operation = of[index];
    if (!operation) return [];
    const isBeyond = !isElsewhere(operation) && !isOtherTopic(operation.title);
    const isOfUse = namesTokens.test(block.title) && !issues.test(operation.path ?? '');
    const sentences = block.kind === 'lines' || block.kind === 'list' ? plainSentencesOf(block) : [];
    const answers = answersOnLife(sentences, block.title);
    const asked = isBeyond ? placesAsked(sentences, block.title) : [];
    const lines = sentences.filter((one) =>
      isBeyond
        ? statesLimit(one) || tellsLife(one) || answers.includes(one) || clockIn(one, '') !== null
        : (operation !== chosen && own(one)) || (isOfUse && tellsLife(one)),
    );
    lines.push(...asked.filter((one) => !lines.includes(one)));
    return lines.length === 0
      ? []
      : [{ kind: 'lines', title: block.title, line: block.line, lines: [lines.join('\n\n')] }];
  });
}
