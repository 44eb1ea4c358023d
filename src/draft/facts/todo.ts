/** The questions of a draft: what a page leaves open, and how an answer becomes a fact. */

import type { Subject } from './subjects.ts';

/** What a person has to decide, with the name the loader gives it. */
export interface Todo {
  name: string;
  what: string;
  /** What kind of question it is, where several of its kind become one, or where another part of the page may answer it. */
  kind?: TodoKind;
  /** What it says behind that of the page: that it is silent, unless passages of it have words of the subject. */
  claim?: Claim;
  /**
   * The refusals of which it asks whether they are of this request, with what the page says of them; `asks` is the question
   * without what the draft has of them, where that is nothing.
   */
  doubted?: { refusals: { status: number; words: string }[]; asks: string | null };
  /** The parts of the page that it came of. One without a line stands for all parts below its heading. */
  places?: Place[];
  /** How an answer becomes a fact; without it a person states facts, or finds right what is drafted. */
  ask?: Ask;
}

/** A part of a page: the heading above it, and its first line. */
export interface Place {
  title: string;
  line?: number;
}

/** A question with the part of the page that it came of, and those that it has already. */
export function placed(todo: Todo, { title, line }: Place): Todo {
  return { ...todo, places: [...(todo.places ?? []), { title, ...(line === undefined ? {} : { line }) }] };
}

/** The parts that several questions are about, for the one that they become. */
export function placesOf(...todos: Todo[]): Pick<Todo, 'places'> {
  const places = todos.flatMap((todo) => todo.places ?? []);
  return places.length > 0 ? { places } : {};
}

/** That a page is silent about a subject, of some names where there are any; `guess` stays where passages are quoted instead. */
export interface Claim {
  subject: Subject;
  names?: string[];
  none: string;
  guess?: string;
  /** It says that samples alone show something: what else names it is quoted, whatever it is about. */
  alone?: true;
}

/**
 * Kinds of questions: what is mandatory, the lengths, keywords, examples, conditions and items of values, whether a part is so
 * for each request, what stands in the path, what a block states that was not read, what unread sentences say, what an
 * answer of XML holds, whether an answer is a token alone, what a sample holds that was not read, and why, what a sample
 * alone shows; `about` names what it shows, and of what body; and what is asked of several places in the same words.
 */
export type TodoKind =
  | { of: 'mandatory' | 'lengths' | 'keywords' | 'example' | 'conditions' | 'items' }
  | { of: 'part' | 'path' | 'unread' | 'sentences' | 'xml' | 'plain answer' }
  | { of: 'unread sample'; shown: string; why: string }
  | { of: 'sample'; about: string }
  | { of: 'places'; before: string; all: string[]; behind: string };

/** A question about one place, which is one with those that are asked in the same words of others. */
export const inPlaces = (before: string, place: string, behind: string): Pick<Todo, 'what' | 'kind'> => ({
  what: `${before}${place}${behind}`,
  kind: { of: 'places', before, all: [place], behind },
});

/** What a TODO asks for. */
export type Ask =
  | { about: 'auth' | 'servers' | 'method' | 'path' | 'page url' | 'refused' }
  /** The media type of the request, of the answers, or of both at once. */
  | { about: 'media type' | 'answer media type' | 'media types' }
  /** The members of a body that the page does not show, and those of a grant that hold the token and its lifetime. */
  | { about: 'request' | 'granted' | 'token' | 'lifetime' }
  | { about: 'status'; status: number }
  | { about: 'refusal'; of: 'credentials' | 'parameters' | 'unnamed'; statuses: number[] }
  /** Which of some statuses the request for a token is answered with. */
  | { about: 'answers'; statuses: number[] }
  /** Which of several answers grants; the one that is drafted is the first. */
  | { about: 'grant'; statuses: number[] }
  /** The questions about statuses, of the grant and of refusals, in their order. */
  | { about: 'statuses'; of: Todo[] }
  /** Facts as a comparison calls them: `request /name`, `200 /name`, `request header NAME`, `request query name`; `values` are those of the good request. */
  | { about: 'mandatory' | 'type' | 'values'; facts: string[] }
  /** What has to be written into the files. */
  | { about: 'files' };
