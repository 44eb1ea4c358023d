/** What the sentences of a page state of the media type and of how a client authenticates. */
import type { AnswerFact } from '../../facts/facts.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import type { Block } from '../blocks/blocks.ts';
import { endInTabs, isClause, statusHeadings } from '../blocks/captions.ts';
import type { Context } from '../blocks/heading-words.ts';
import { createReading, isSilent, type Reading } from '../blocks/reading.ts';
import { methodAnnounced } from '../operations/methods-above.ts';
import { givesServer } from '../operations/server-sentences.ts';
import { readAddress, readServers, withOtherHost } from '../operations/text-addresses.ts';
import { readBasic } from '../sentences/basic-pair.ts';
import { readLabels } from '../sentences/labels.ts';
import { readNoBody } from '../sentences/no-body.ts';
import { isOfRefusals } from '../sentences/of-refusals.ts';
import { isOfOthers, otherSubject } from '../sentences/others.ts';
import { readSigning } from '../sentences/signing-words.ts';
import { readProofs } from '../sentences/stated-proofs.ts';
import { past, statusesSaid } from '../sentences/statuses-said.ts';
import { readWordedHeaders } from '../sentences/worded-headers.ts';
import { readWordedMembers } from '../sentences/worded-members.ts';
import { withoutCases } from '../values/refusal-members.ts';
import { calledCodes, codesSaid, withoutClientCodes } from '../words/body-codes.ts';
import { behindDenied, denies, withoutTurnedDown } from '../words/denied.ts';
import { isForSome, isPartial, takesBack } from '../words/doubts.ts';
import { isEnvironment, isProduction } from '../words/environments.ts';
import { announcesJson, sidesOfJson } from '../words/json-clauses.ts';
import { isOtherTopic } from '../words/other-topics.ts';
import { fillVersion } from '../words/path-version.ts';
import { serverLine, serverTitle, serverWords } from '../words/server-words.ts';
import {
  besideUse,
  givesToGrants,
  onlyStatuses,
  reasonOf,
  refusedAsGranted,
  refusesAsGranted,
  statusesIn,
  usesToken,
} from '../words/status-words.ts';
import { readCases } from './case-answers.ts';
import { namesMediaType, readMediaOf } from './media-words.ts';

/** Words of a paragraph about what is no longer to be used. */
const retired =
  /\b(?:no longer (?:supported|available|works?|used)|deprecated|retired|discontinued|obsolete|tidak (?:lagi|dipakai))\b/i;

const method = '(?:an? )?(?:HTTP )?[`*]*(GET|POST|PUT)';
const obtained = oneOf('requested', 'obtained', 'issued', 'fetched', 'diminta', 'didapat(?:kan)?', 'diperoleh');
const by = oneOf(word.with, word.by, word.via, 'using');
const requestIs = [
  pattern`\bthe request (?:is|${word.must} be) ${method}\b`,
  pattern`\b(?:make|send|kirim) ${method}[\`*]* ${word.request}\b.{0,120}\btoken\b`,
  pattern`\btokens?\b.{0,80}\b${obtained}\b.{0,80}\b${by} (?:the )?(?:(?:method|metode) )?${method}\b`,
];

/** A line without the marks and signs before its words. */
const bareLine = (line: string): string =>
  line
    .replace(/[`*]/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .trim();

const isNumber = (line: string): boolean => /^\s*\d{3}\s*$/.test(line);

/** The status of a line that is nothing else, as `201 Created` and `HTTP status 401`. */
function statusLine(line: string): number | null {
  if (statusesIn(line).length === 0 || isClause.test(line)) return null;
  if (isNumber(line) && reasonOf(line.trim()) === undefined) return null;
  const [, status] =
    /^(?:HTTP(?:\/[\d.]+)?\s+)?(?:status(?: code)?:?\s+)?([2-5]\d\d)(?:\s+[A-Z][A-Za-z' -]{1,40})?(?:[\s(–—-]+application\/[\w.+-]+\)?)?[.:]?$/i.exec(
      bareLine(line),
    ) ?? [];
  return status === undefined ? null : Number(status);
}

/** The statuses that lines give with their reason, on the same line or the next. */
export function statusesWithReason(lines: string[], at: string): AnswerFact[] {
  const found = lines.flatMap((line, index): number[] => {
    if (statusesIn(line).length === 0) return [];
    const [, code = '', reason = ''] =
      /^(?:HTTP(?:\/[\d.]+)?\s+)?([2-5]\d\d)[\s:–—-]*(.*)$/i.exec(bareLine(line)) ?? [];
    const words = reason === '' ? (lines[index + 1] ?? '').trim() : reason;
    const known = reasonOf(code);
    const isMarked = /^\s*(?:\*{2}`?|`)[45]\d\d\b[^*`]{0,40}`?(?:\*{2}|`)/.test(line);
    // A heading may give a code of the provider in place of the reason.
    const isAlone = lines.length === 1 && /^(?:[2-5]\d\d|[45]\d\d\s*[:–—-]\s.*)$/.test(line.trim());
    // A number alone that HTTP does not know may count anything, where it is no heading.
    if (known === undefined && isNumber(line) && !at.startsWith('Heading')) return [];
    // The others of a line that begins with one are written alike.
    if (isMarked)
      return [...line.matchAll(/(?:\*{2}`?|`)([45]\d\d)\b[^*`]{0,40}`?(?:\*{2}|`)/g)].map((one) => Number(one[1]));
    const isBodied = /^\{\s*"/.test(reason);
    return isAlone || isBodied || (known !== undefined && words.toLowerCase().startsWith(known)) ? [Number(code)] : [];
  });
  // What stands behind it says when it is answered.
  const wordsOf = (status: number): string =>
    lines.find((line) => line.includes(String(status)) && /\p{L}/u.test(line)) ?? '';
  return [...new Set(found)].map((status): AnswerFact => {
    const words = status < 400 ? '' : wordsOf(status);
    return { status, at, origin: 'text', members: [], ...(words === '' ? {} : { words }) };
  });
}

/** The statuses of the answers that a sentence is about: those that it says, or the one that it begins with. */
const ofAnswer = (sentence: string): readonly number[] => {
  const said = statusesSaid(sentence);
  return said.length > 0 ? said : statusesWithReason([sentence], '').map(({ status }) => status);
};

/** The statuses that lines below a heading of refusals, or of all answers, begin with, each of them with words behind it. */
function statusesAhead(lines: string[], at: string, isOfRefusals: boolean): AnswerFact[] {
  const filled = lines.map(bareLine).filter((line) => line !== '');
  const found = filled.map((line) => /^(?:HTTP )?([2-5]\d\d)[\s:–—-]+(.*\p{L}.*)$/u.exec(onlyStatuses(line)));
  const statuses = found.map((one) => Number(one?.[1]));
  if (filled.length < 2 || found.includes(null) || new Set(statuses).size < filled.length) return [];
  if (isOfRefusals ? statuses.some((one) => one < 400) : !statuses.some((one) => one >= 400)) return [];
  return found.flatMap((one): AnswerFact[] =>
    one === null || isForSome(one[2] ?? '')
      ? []
      : [{ ...{ status: Number(one[1]), at, origin: 'text', members: [] }, words: one[2] ?? '' }],
  );
}

/** What lines state, and the status that they give to what follows. */
type LinesRead = ReturnType<typeof readLines>;

/** Reads lines of one page, which may have the same line below very many headings: one that states nothing is read once. */
export function linesReader(): typeof readLines {
  const silent = new Set<string>();
  return (block, context): LinesRead => {
    const { side, status, error } = context;
    const text = block.lines.length > 3 ? '' : block.lines.join('\n');
    // Of a title it only counts whether servers stand below it.
    if (text === '' || text.length > longestKept || serverTitle.test(block.title)) return readLines(block, context);
    const key = `${side} ${status} ${error} ${text}`;
    if (silent.has(key)) return { reading: createReading(block, 'text'), status: null };
    const read = readLines(block, context);
    if (read.status === null && isSilent(read.reading)) silent.add(key);
    return read;
  };
}

/** Characters of the longest lines that are kept as such that state nothing. */
const longestKept = 200;

/** Reads lines of text; the status that a label in them gives to what follows is the second value. */
export function readLines(
  block: Extract<Block, { kind: 'lines' }>,
  context: Pick<Context, 'side' | 'status' | 'error'>,
): { reading: Reading; status: number | null } {
  const reading = createReading(block, 'text');
  const { statement } = reading;
  const { title } = block;
  const { side } = context;
  // The lines of a message are read as a sample: a header of an answer is no label.
  const message = block.lines.findIndex((line) => /(^|\s)HTTP\/\d/.test(line));
  const lines = message < 0 ? block.lines : block.lines.slice(0, message);
  const isRetired = retired.test(lines.join(' '));
  const labelled = isRetired ? null : readLabels(lines, title, statement, side);
  fillVersion(lines, statement);
  const isAbove = side !== 'request' && !endInTabs(lines) && statusHeadings(lines).length < 2;
  const alone = isAbove ? lines.map(statusLine).findLast((status) => status !== null) : null;
  const at = `${title}, text`;
  if (side !== 'request') statement.answers.push(...statusesWithReason(lines, at));
  if (context.error || (side === 'response' && context.status === null && !endInTabs(lines)))
    statement.answers.push(...statusesAhead(lines, at, context.error));
  if (serverTitle.test(title))
    for (const line of lines) {
      const [, address = '', label = ''] = /^\s*(https?:\/\/\S+)(?:\s+[-–—]\s+(.{1,40}))?\s*$/.exec(line) ?? [];
      if (address !== '') readLabels([`${isEnvironment(label) ? label : 'Base URL'}: ${address}`], title, statement);
    }
  for (const line of lines) if (serverLine.test(line) && !serverWords.test(line)) readServers(line, title, statement);
  const sentences = lines
    .join('\n')
    .replace(/\n(?!\n)/g, ' ')
    .split(/(?<=[.!?][*`]{0,3})(?<!\b(?:mis|maks|e\.g|i\.e)\.)\s+|\n+/i)
    // A sentence that was taken out leaves blanks.
    .map((sentence) => sentence.trim());
  const use = sentences.findIndex((sentence) => usesToken(sentence) || isOfOthers(sentence));
  for (const [index, sentence] of sentences.entries()) {
    readSigning(sentence, title, at, statement);
    if (past.test(sentence) || isRetired) continue;
    readNoBody(sentence, at, statement);
    // What is so for some clients or cases alone is no fact of every request. Most sentences state none.
    const isPart = (): boolean => takesBack(sentence);
    // Most sentences name no media type and no field.
    const isTyped = namesMediaType(sentence);
    const standing = isTyped && !isOfOthers(sentence) ? withoutTurnedDown(sentence) : '';
    const mayTell = isTyped || /`|_|[a-z][A-Z]/.test(sentence) || isOfRefusals(sentence);
    // What is said of one member in parentheses is none of the others.
    const whole = mayTell ? withoutCases(sentence) : '';
    const isOfCases = readCases(sentences, index, at, statement);
    if (mayTell && !isOfCases && !takesBack(whole) && !isPartial(whole) && !isOfOthers(sentence))
      readWordedMembers(sentences, index, context, at, statement);
    if (!isOfCases && !isOfOthers(sentence)) readWordedHeaders(sentence, context, at, statement);
    // When a grant is answered takes nothing back of the answer to one.
    const isWhole = standing !== '' && !isOfCases && (announcesJson(standing) || !isPart());
    if (isWhole && (!isOfRefusals(sentence) || sidesOfJson(standing).includes('refusal')))
      readMediaOf(standing, ofAnswer(sentence), side, at, statement);
    readProofs(sentence, denies(sentence), isPart, at, statement);
    if (denies(sentence)) {
      // What is turned down may be refused with a status.
      for (const status of use >= 0 && index >= use ? [] : statusesSaid(behindDenied(sentence)))
        if (status >= 400) statement.answers.push({ status, at, origin: 'text', members: [], words: sentence });
      continue;
    }
    const sited = /host|domain/i.test(sentence) && !isPart() ? withOtherHost(sentence) : sentence;
    const [before = '', , after = ''] = [sentences[index - 1], sentence, sentences[index + 1]];
    if (givesServer(sentence, sited, before, after)) readServers(sited, title, statement);
    const announcing = sentences[index - 1]?.trim() ?? '';
    const isAnnounced = announcing.endsWith(':') || methodAnnounced([announcing]) !== undefined;
    const isAlone = isAnnounced && /^\W*https?:\S+$/.test(sentence.trim());
    readAddress(isAlone ? `${announcing} ${sentence}` : sentence, title, statement, side);
    const asked = requestIs.flatMap((form) => form.exec(sentence)?.[1] ?? []).at(0);
    if (asked !== undefined && !isOtherTopic(sentence) && !isPart())
      statement.method ??= { value: asked.toUpperCase(), at };
    const codes = codesSaid(sentence);
    if (codes !== null && statement.codesInBody !== 'always') statement.codesInBody = codes;
    if (otherSubject.test(sentence)) continue;
    const said = statusesSaid(sentence);
    const statuses = use >= 0 && index >= use ? [] : said;
    if (statuses.length < said.length)
      reading.todos.push(besideUse(/\?\W*$/.test(sentence) ? `${sentence} ${after}` : sentence));
    const isAsGranted = refusesAsGranted(sentence, statuses);
    if (isAsGranted) reading.todos.push(refusedAsGranted(sentence));
    const isOfGrants = givesToGrants(sentence, statuses);
    for (const status of statuses)
      if (status >= 400 || isOfGrants)
        statement.answers.push({
          ...{ status, at, origin: 'text', members: [], words: sentence },
          ...(/\b(?:codes?|kode)\b/i.test(withoutClientCodes(sentence)) && calledCodes(sentence) === 'code'
            ? { coded: 'code' }
            : {}),
        });
    readBasic(sentence, sentences[index + 1] ?? '', isPart, at, statement);
  }
  // A tab or a heading names the environment of the address below it.
  if (isEnvironment(title))
    for (const server of statement.servers.filter(({ label }) => label === ''))
      Object.assign(server, { label: title, production: isProduction(title) });
  return { reading, status: labelled ?? alone ?? null };
}
