/** Words about a request as a whole: what they name by the status that they are about, and beside other words. */
import type { Subject } from './fault-subjects.ts';
import type { Wrong } from './wrong-words.ts';

/** What a status is about by itself: of 422 the request could be read, and what it holds is wrong (RFC 9110, section 15.5.21). */
export const ofStatus = (status: number): Subject => (status === 422 ? 'what it holds' : 'request');

interface Naming {
  subject: Subject;
  wrong: Wrong;
  isApart?: true;
}

/**
 * What a line names, where a request that is called wrong has the meaning of its status, as it has where nothing is said: one
 * that is malformed is so by its form alone where the line names another fault as well.
 */
export function withGeneral<One extends Naming>(status: number, named: One[]): One[] {
  const isOther = named.some(({ subject }) => subject !== 'request');
  return named.map((one) => {
    if (one.subject !== 'request') return one;
    if (one.wrong === 'any') return { ...one, subject: ofStatus(status) };
    return one.wrong === 'format' && isOther ? { ...one, isApart: true } : one;
  });
}
