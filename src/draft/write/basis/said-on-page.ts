/** Sentences of a page as it is written, whatever part of it they stand in. */
import type { Facts } from '../../facts/facts.ts';

/** A tag of HTML, and what sets a sign of Markdown apart. */
const tag = /<[^<>]{0,200}>/g;
const escapes = /\\(?=[_*`[\]()#-])/g;

/** A new paragraph, item, row, heading or member of a description: any other line goes on with the one before. */
const apart = /\n\s*(?=\n|[-*+|#<>{}[\]"]|\d+[.)]\s|[\w$./-]{1,60}:\s)/;

/** The sentences of pages, each once, without marks. */
function sentencesOf(written: string): string[] {
  const sentences = written.split(apart).flatMap((part) =>
    part
      .replace(tag, ' ')
      .replace(escapes, '')
      .replace(/\s+/g, ' ')
      .split(/(?<=[.;!?])\s+/),
  );
  return [...new Set(sentences.map((one) => one.replace(/^[\s\-*+#|]+/, '').trim()))];
}

/** Those of the pages that were asked for last: each of several questions goes through all of them. */
let last = { written: '', sentences: sentencesOf('') };

/** The sentences of the pages that are told apart by a test, each once, without marks. */
export function saidOnPage({ written = '' }: Pick<Facts, 'written'>, is: (sentence: string) => boolean): string[] {
  if (last.written !== written) last = { written, sentences: sentencesOf(written) };
  return last.sentences.filter(is);
}
