/** Statuses that sentences name. */
import { STATUS_CODES } from 'node:http';
import { own } from '../../formats/json.ts';
import type { Todo } from '../facts/facts.ts';

/** The reason that HTTP gives to a status, in lower case; undefined for any other text. */
export const reasonOf = (status: string): string | undefined => own(STATUS_CODES, status)?.toLowerCase();

/** Whether words are the reason that HTTP gives to a status. */
export const isReason = (status: string, words: string): boolean =>
  /^\d{3}$/.test(status) && reasonOf(status) === words.trim().toLowerCase();

/** Numbers of a sentence that are statuses: no lengths and no lives, and none below 200. */
const statusInWords =
  /\b([2-5]\d\d)\b(?!\s*(?:seconds?|detik|ms|millis\w*|minutes?|menit|char\w*|karakter|requests?|bytes?|%))/;

/** The statuses that words name, each once. */
export function statusesIn(words: string): number[] {
  return [...new Set([...words.matchAll(RegExp(statusInWords, 'g'))].map(([, status]) => Number(status)))];
}

/** Words for a request that is given no token. */
const refusing =
  /\b(?:refus(?:ed|als?)|reject(?:ed|ions?)|declined|denied|fail(?:ed|ures?)|errors?|faults?|ditolak|penolakan|gagal|kesalahan|galat)\b/i;

/** Words that give every answer one status. */
const ofAll =
  /\b(?:always|selalu|even (?:if|when|for)|meskipun|walaupun)\b|\b(?:every|all|any|each|both|semua|setiap) (?:answers?|responses?|requests?|calls?|jawaban|respons|permintaan)\b/i;

/** Words for one that is given a token. */
const granting = /\b(?:success\w*|succeed\w*|grant(?:s|ed)|berhasil|sukses)\b/i;

/** Whether a sentence gives refusals the status of a grant; those of a failure may have another. */
export function refusesAsGranted(sentence: string, statuses: number[]): boolean {
  const [first] = statuses;
  if (first === undefined || first >= 300) return false;
  const isOnly = statuses.every((status) => status < 300);
  const before = sentence.slice(0, sentence.indexOf(String(first)));
  return (isOnly && ofAll.test(sentence)) || (refusing.test(isOnly ? sentence : before) && !granting.test(sentence));
}

/** The question how a request is refused, of a sentence that gives refusals the status of a grant. */
export function refusedAsGranted(sentence: string): Todo {
  return {
    name: 'refused as granted',
    what: `how a request is refused: the page says "${sentence.replace(/\s+/g, ' ').trim().slice(0, 160)}", and a draft expects a status of 4xx (refusals, and the clause documented-status)`,
  };
}

/** Whether a sentence calls a fault by its status, as `an unknown shop is 404` does; other things are numbers as well. */
export const callsFault = (sentence: string): boolean =>
  /\b(?:is|are|adalah) (?:an? )?(?:HTTP )?[`*]*[45]\d\d\b/i.test(sentence) &&
  !/\b(?:limit\w*|default|max\w*|min\w*|timeout|port|sizes?|length|amount|rate|quota|code|price|batas|bawaan)\b/i.test(
    sentence,
  );

/** Whether a sentence is about a request that a token is sent with. */
export const usesToken = (sentence: string): boolean =>
  /\b(?:GET|POST|PUT|PATCH|DELETE)\b[\s`*]+(?:https?:\/)?\/\S/.test(sentence) && /\bBearer\b/.test(sentence);

/** The question what a status is of that stands behind words about the use of a token. */
export function besideUse(sentence: string): Todo {
  return {
    name: 'status beside use',
    what: `whether the request for a token is answered so; the page says it beside the use of the token: "${sentence.replace(/\s+/g, ' ').trim().slice(0, 160)}"`,
  };
}
