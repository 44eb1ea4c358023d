/** The question whether answers repeat what a request has: the words say it, and no clause of a contract can. */
import { lastKeyOf, shownPointer } from '../../formats/json.ts';
import type { AnswerFact, HeaderFact, Member, Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import type { Passage } from '../facts/subjects.ts';
import { isEchoed, saysEcho } from '../page/values/echoed.ts';

interface Merged {
  headers: HeaderFact[];
  queries: HeaderFact[];
  request: Member[];
  answers: AnswerFact[];
}

const sentencesOf = (notes: string): string[] => notes.split(/(?<=[.;])\s+|\n/);

/** The question about all such fields and sentences of one operation; none where questions have the words already. */
export function echoTodos({ headers, queries, request, answers }: Merged, passages: Passage[], todos: Todo[]): Todo[] {
  const sent = [
    ...[...headers, ...queries].map(({ name, notes = '' }) => ({ name, shown: name, notes })),
    ...request.map(({ pointer, notes = '' }) => ({ name: lastKeyOf(pointer), shown: shownPointer(pointer), notes })),
  ];
  const repeated = sent.flatMap(({ shown, notes }) => {
    const words = sentencesOf(notes).find(saysEcho);
    return words === undefined ? [] : [{ shown, words }];
  });
  const answered = answers.flatMap(({ members, headers: own = [] }) => [
    ...members.map(({ pointer, notes = '' }) => ({ shown: shownPointer(pointer), notes })),
    ...own.map(({ name, notes = '' }) => ({ shown: name, notes })),
  ]);
  const copied = answered.flatMap(({ shown, notes }) => {
    const words = sentencesOf(notes).find(isEchoed);
    return words === undefined ? [] : [{ shown, words }];
  });
  // A sentence of the text has to name a field that is sent, or all of them.
  const names = (text: string): boolean =>
    /\b(?:headers?|values?|nilai)\b/i.test(text) || sent.some(({ name }) => text.includes(name));
  const told = passages
    .filter(({ text }) => text.length <= mostCharacters && saysEcho(text) && names(text))
    .map(({ text }) => ({ shown: '', words: text }));
  const isAsked = (words: string): boolean => todos.some(({ what }) => what.includes(quotedWords(words)));
  const found = new Map<string, string>();
  for (const { shown, words } of [...repeated, ...copied, ...told]) {
    const quoted = quotedWords(words);
    const isKnown = [...found.keys()].some((one) => one.includes(quoted) || quoted.includes(one));
    if (!isKnown && !isAsked(words)) found.set(quoted, shown);
  }
  if (found.size === 0) return [];
  const said = [...found].slice(0, mostQuoted).map(([words, shown]) => `${shown === '' ? '' : `${shown} `}"${words}"`);
  return [
    {
      name: 'echo',
      what: `whether answers have the value of the request: the page says it of ${said.join(', ')}; no check compares the two, and the draft has no clause for it`,
    },
  ];
}

/** Characters of a passage that is one sentence, and passages that the question quotes. */
const mostCharacters = 300;
const mostQuoted = 5;
