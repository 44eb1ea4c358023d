/** Whether words of a page that are about fields are about those of the body alone, and about no header. */
import type { Facts, HeaderFact } from '../../facts/facts.ts';
import { pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { asWords } from './fault-subjects.ts';
import type { Named } from './named-faults.ts';
import { spoken } from './refusal-words.ts';

const fields = /\bfields?\b/i;
/** What a page calls all that a request holds, and any header; a place for a name is for that of a header as well. */
const ofAll =
  /\b(?:headers?|param(?:eter)?s?|values?|inputs?|elements?|arguments?|nilai|isian)\b|[{<][^{}<>]{0,40}[}>]/i;
/** Messages of BI SNAP, whose fields are headers as well. */
const ofStandard = pattern`\b${word.wrong} (?:${word.mandatory} field|field format)\b`;

/** What lists a part: the table or the section. */
const listOf = (at: string): string => at.slice(0, Math.max(0, at.lastIndexOf(', ')));

/** Whether what lists a header lists members of the body too: it is one of the fields there. */
const isListedWith = ({ at }: HeaderFact, { request }: Facts): boolean =>
  request.some((member) => listOf(member.at) === listOf(at));

/**
 * Whether all that names a fault of a header are words about fields, which the page has in the body, and nothing of it calls a
 * header one. Mandatory fields are all that the page calls mandatory, headers among them.
 * @param statuses those of wrong parameters
 */
export function isOfBodyAlone(header: HeaderFact, named: Named[], facts: Facts, statuses: number[]): boolean {
  const { answers, headers, request } = facts;
  if (request.length === 0 || named.length === 0 || isListedWith(header, facts)) return false;
  if (!named.every(({ subject }) => subject === 'fields')) return false;
  const lines = answers
    .filter(({ status }) => statuses.includes(status))
    .flatMap(({ words = '' }) => words.split('\n'))
    .filter((line) => fields.test(line));
  const isOfHeaders = (line: string): boolean =>
    ofAll.test(line) || ofStandard.test(asWords(line)) || headers.some(({ name }) => spoken(name).test(line));
  return lines.length > 0 && !lines.some(isOfHeaders);
}
