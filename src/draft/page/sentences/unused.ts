/** Sentences that say something of the request or the answer, and that no reader used. */
import { ignoredHeaders } from '../../facts/ignored-headers.ts';
import { everywhere, oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { announcesFields } from '../blocks/all-mandatory.ts';
import type { Block } from '../blocks/blocks.ts';
import { tokenPlace } from '../values/proofs.ts';
import { lengthsIn } from '../words/amended.ts';
import { takesForm } from '../words/content-types.ts';
import { takesBack } from '../words/doubts.ts';
import { statesLimit } from '../words/limits.ts';
import { deedsIn, isOfNotices } from '../words/made-before-sent.ts';
import { refusesPlace } from '../words/places-of-credentials.ts';
import { givesByEnvironment, settlesSources } from '../words/rules-said.ts';
import { asksForFact, saysShortly } from '../words/said-shortly.ts';
import {
  advice,
  closes,
  codesOfCalls,
  countsOfAll,
  holdsAProof,
  isAuthenticated,
  lengthOfOthers,
  plainLife,
  runsTogether,
  subject,
  telling,
  useOfToken,
} from '../words/unused-words.ts';
import { headersNamed } from './demanded-headers.ts';
import { changesFacts, namesField, saysOfValue } from './for-some.ts';
import { plainSentencesOf } from './mentions.ts';
import { choiceOf } from './open-choices.ts';
import { isOfOthers } from './others.ts';
import { describesUnknown } from './unknown-names.ts';

/** Headers that other readers look for. */
const standardHeaders = ['content-type', 'content-length', 'www-authenticate', 'retry-after'];
const readElsewhere = [...standardHeaders, ...ignoredHeaders];

/** Names as programs write them, and those that are marked as code. */
const names = /`([A-Za-z_][\w-]*)`|\b([A-Za-z]+(?:[_-][A-Za-z\d]+)+|[a-z]+(?:[A-Z][a-z\d]+)+)\b/g;

/** A part that is named and may be of a field that nothing else describes, as `in the element code`. */
const namesPart = everywhere`\b${oneOf('headers?', word.member)} [\`"']?([A-Za-z_][\w-]*)`;

/** A header by the form of its name, or with its value as it is sent. */
const headers = /\b(X-[A-Za-z][\w-]*)|`([A-Za-z]+(?:-[A-Za-z]+)+):\s/g;

/** The name of a header of several words, as it is marked. */
const marked = /`([A-Z][A-Za-z\d]*(?:-[A-Z][A-Za-z\d]*)+)`/g;

/** What is said of other operations than the one that issues tokens; a later revision is one of the page. */
const release = '(?:revisi(?:on)?|versi(?:on)?|rilis|release|edisi|edition|dokumen|document)';
const ofOthers = pattern`\b(?:other|subsequent|protected|(?:later|following)(?! ${release})|lain\w*|(?<!${release} )(?:selanjutnya|berikutnya))\b`;

/** What some or all refusals hold, by the names of members. */
const named = '(?:\\`[A-Za-z_][\\w.]*\\`|(?:[A-Za-z_]\\w*, )*[A-Za-z_]\\w* (?:and|dan) [A-Za-z_]\\w*[,.\\s]*)';
const theirBody = `${word.refusal}(?: ${oneOf(word.body, word.answer, 'objects?')})?`;
const saysWhatRefusalsHold = pattern`^\W*(?:${oneOf(word.all, word.the, 'some', 'most', 'many', 'beberapa', 'sebagian')} )?${theirBody} (?:${oneOf(word.always, word.may, word.also)} )?(?:${word.holds}|contain|hold|carry|include)\b(?: (?:${oneOf(word.the, word.member)})){0,2} ${named}`;

/** What something is answered with, in the words for what it gets. */
const getsStatus = pattern`\b${oneOf('gets?', 'mendapat(?:kan)?')} (?:(?:you|${word.client}) )?(?:an? )?(?:HTTP )?[\`*]*[45]\d\d\b`;

/** That something may be sent at another place, as `Alternatively, send them as form fields` says. */
const otherPlace = pattern`\b${oneOf('alternativ\\w*', 'sebagai alternatif', 'instead', `${oneOf(word.may, 'dapat', 'bisa')} ${oneOf('also', 'juga')}`)}\b.*\b${oneOf('in', 'as', 'di', 'pada', 'sebagai', 'via', 'lewat', 'dalam')} (?:\p{L}+ ){0,2}${oneOf(word.body, 'form', word.member, 'headers?', 'query')}\b`;

/** A body of JSON in words. */
const holdsBody = /`\{\s*"[^`]*\}`/;

/** Most sentences that are looked for; behind them there may be others. */
export const mostSentences = 60;

/** A sentence that no reader used, and the line of the block that it stands in; 0 without one. */
export interface Unused {
  words: string;
  line: number;
}

/** How a sentence is told apart: by what is around it, and by what readers take of it. */
export interface Looks {
  /** Whether the draft has a field of that name. */
  isField: (name: string) => boolean;
  /** Whether the draft has a value among those that a field may have, or among the scopes. */
  isValue: (value: string) => boolean;
  /** Whether a field that is named in a sentence has a length. */
  isLengthIn: (sentence: string, length: number) => boolean;
  /** Whether some reader takes a fact of a sentence of a block. */
  isUsed: (sentence: string, block: Block) => boolean;
  /** Whether a question quotes a sentence, beside those whether a field is mandatory. */
  isAsked: (sentence: string) => boolean;
  /** Whether it is about the time of a signed request, and the draft holds nothing of it. */
  isUntimed: (sentence: string) => boolean;
  /** Whether any question quotes it. */
  isNamed: (sentence: string) => boolean;
  /** Whether it says what a reader of text takes, and nothing holds: no reader of lists takes it. */
  isLost: (sentence: string) => boolean;
  /** Whether an answer of the draft, or a question, has a status. */
  isAnswered: (status: number) => boolean;
  /** Whether a body in the words of a block was read as a sample. */
  isSampled: (block: Block) => boolean;
}

/** The statuses of refusals that a sentence calls so, or marks as code. */
const refusalsIn = (sentence: string): number[] =>
  [...sentence.matchAll(/(?:\bHTTP(?: status)?(?: code)? |\b[Ss]tatus(?: code)? |`)([45]\d\d)\b/g)].map(([, status]) =>
    Number(status),
  );

const betweenHalves = pattern`,?\s${oneOf(word.and, word.but, word.while)}\s|;\s`;

/** The parts of a sentence, where it has several. */
function halvesOf(sentence: string): string[] {
  const parts = sentence.split(betweenHalves);
  return parts.length > 1 ? parts : [];
}

/** Sentences, those that ask for a fact with the answer behind them. */
function withAnswers(sentences: string[]): string[] {
  if (!sentences.some(asksForFact)) return sentences;
  return sentences.flatMap((one, at) => {
    const next = sentences[at + 1];
    if (asksForFact(one)) return next === undefined ? [] : [`${one.trim()} ${next.trim()}`];
    return asksForFact(sentences[at - 1] ?? '') ? [] : [one];
  });
}

/** A part of a sentence with what stands behind its semicolon: a default goes with the field before it. */
const withRest = (part: string, next: string | undefined): string =>
  part.endsWith(';') && next !== undefined ? `${part} ${next.trim()}` : part;

/** The sentences of some blocks that speak of facts and that no reader used, in their order. */
export function unusedSentences(
  blocks: Block[],
  { isField, isValue, isLengthIn, isUsed, isAsked, isUntimed, isNamed, isLost, isAnswered, isSampled }: Looks,
): Unused[] {
  const found: Unused[] = [];
  const seen = new Set<string>();
  /** Whether a part says something of a field that is not read, as it may be beside another that is. */
  const isLeft = (half: string, block: Block): boolean =>
    saysOfValue(half) && namesField(half, isField) && !isAsked(half) && !isUsed(half, block);
  /** Whether it leaves the choice of values that no field has; names of fields are no values. */
  const isOpenChoice = (sentence: string): boolean => {
    const values = choiceOf(sentence);
    return values.length > 0 && !values.some(isField) && !values.every(isValue);
  };
  /** Whether it gives a field a length that the field has not. */
  const givesLength = (sentence: string): boolean =>
    lengthsIn(sentence).some((length) => !isLengthIn(sentence, length)) &&
    !isOfOthers(sentence) &&
    namesField(sentence, isField);
  for (const block of blocks) {
    const sentences = withAnswers(plainSentencesOf(block));
    for (const [at, sentence] of sentences.entries()) {
      if (found.length === mostSentences) return found;
      if (seen.has(sentence)) continue;
      seen.add(sentence);
      // It was quoted with the part before it.
      if (found.at(-1)?.words.endsWith(`; ${sentence.trim()}`)) continue;
      // What is done to a value before it is sent is held by no draft, whatever else the sentence gave.
      const deeds = isOfOthers(sentence) ? new Set() : deedsIn(sentence);
      const isChanged = deeds.has('changed') && !isNamed(sentence);
      const isUnknown =
        describesUnknown(sentence, isField, isValue) && !isOfOthers(sentence) && !ofOthers.test(sentence);
      const tells =
        isUnknown ||
        deeds.size > 0 ||
        isOpenChoice(sentence) ||
        givesLength(sentence) ||
        speaksOfFacts(sentence, isField);
      const isUnread = holdsBody.test(sentence) ? !isSampled(block) : tells;
      // What is so for some requests alone is no fact, whatever else of the sentence was read.
      const isHalf = saysOfValue(sentence) && isNamed(sentence) && !isAsked(sentence);
      const isForSome = isHalf || (changesFacts(sentence, isField, block.title) && !isNamed(sentence));
      // Whether a sentence was used is told by reading it again: few have a part of which that is to be known.
      const isPart =
        halvesOf(sentence).some((half) => isLeft(half, block)) && !isAsked(sentence) && isUsed(sentence, block);
      const isOfList = block.kind === 'list' && isLost(sentence);
      const isLimit = statesLimit(sentence) && !isAsked(sentence) && !isOfOthers(sentence);
      const isUnanswered =
        refusalsIn(sentence).some((status) => !isAnswered(status)) && !isOfOthers(sentence) && !ofOthers.test(sentence);
      const isRule =
        (givesByEnvironment(sentence) || settlesSources(sentence)) && !isNamed(sentence) && !isOfOthers(sentence);
      const isRefusedPlace = refusesPlace(sentence) && !isNamed(sentence) && !isOfOthers(sentence);
      const isUnheld =
        isLimit || isRule || isRefusedPlace || isUnanswered || (isUntimed(sentence) && !isNamed(sentence));
      if (isUnheld || isOfList || isChanged || isPart || isForSome || (isUnread && !isUsed(sentence, block)))
        found.push({ words: withRest(sentence.trim(), sentences[at + 1]), line: block.line });
    }
  }
  return found;
}

/** Whether a sentence says something of the request or the answer that a contract could hold. */
export function speaksOfFacts(sentence: string, isField: Looks['isField']): boolean {
  const [, proof] = holdsAProof.exec(sentence) ?? [];
  if (proof !== undefined && !isField(proof) && !/[`_]|\bX-/.test(sentence))
    return !isOfNotices(sentence) && !isOfOthers(sentence) && !ofOthers.test(sentence);
  if (/auth|aut?ent|otent|otori/i.test(sentence) && isAuthenticated.test(sentence)) return false;
  if (runsTogether(sentence)) return true;
  if (takesForm(sentence) || otherPlace.test(sentence)) return !isOfOthers(sentence);
  if (asksForFact(sentence.replace(/\?[^?]*$/, '?'))) return true;
  if (saysShortly(sentence)) return !isOfOthers(sentence);
  // What announces fields is read with them.
  if (announcesFields(sentence)) return false;
  if (saysWhatRefusalsHold.test(sentence) || getsStatus.test(sentence)) return !isOfOthers(sentence);
  if (countsOfAll.test(sentence) || lengthOfOthers.test(sentence) || codesOfCalls.test(sentence)) return true;
  // A header that is named as such is sent, or answered, whatever is said of it beside that.
  const named = headersNamed(sentence).filter((name) => !readElsewhere.includes(name.toLowerCase()));
  if (named.some((name) => !isField(name))) return !isOfOthers(sentence);
  // Most sentences tell nothing, and name nothing as programs do.
  if (!telling.test(sentence) && !/[`_]|[a-z][A-Z]|\bX-|\bquery\b/.test(sentence)) return false;
  // What announces something else may name a header by the way.
  if (/\?\s*$/.test(sentence) || (/:\s*$/.test(sentence) && sentence.search(headers) < 0)) return false;
  // A message is read as such, and two words are no sentence.
  if (/[{}]\s*"|"\s*[{}]|\bHTTP\/\d/.test(sentence) || !/\S\s+\S+\s+\S/.test(sentence)) return false;
  // A header with its value advises nothing, as `Cache-Control: no-store` does not.
  if (advice.test(sentence.replace(/`[A-Za-z-]+:\s[^`]*`/g, ' '))) return false;
  const sent = [...sentence.matchAll(headers)].map(([, name, marked]) => name ?? marked ?? '');
  // One that a sentence says anything of is sent, or answered, by whatever name.
  if (telling.test(sentence)) sent.push(...[...sentence.matchAll(marked)].map(([, name = '']) => name));
  if (sent.some((name) => !isField(name) && !standardHeaders.includes(name.toLowerCase())) && !ofOthers.test(sentence))
    return true;
  // The clauses of a protected resource send the token as Bearer.
  if (useOfToken.test(sentence)) return tokenPlace(sentence) !== null;
  const tells = telling.test(sentence.replace(plainLife, ' '));
  if (tells && subject.test(sentence)) return true;
  const isAboutField = [...sentence.matchAll(names)].some(([, code, plain]) => isField(code ?? plain ?? ''));
  if (isAboutField && (tells || closes.test(sentence) || takesBack(sentence))) return true;
  return [...sentence.matchAll(namesPart)].some(
    ([whole, name = '']) => /[`"'_]|[a-z][A-Z]/.test(whole) && !isField(name),
  );
}
