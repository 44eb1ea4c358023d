/** Sentences about what the clauses of a draft may bring about: an account that is locked, a token that is not to be asked for. */
import type { Todo } from '../facts/facts.ts';
import { quotedWords } from '../facts/quoted.ts';
import { isOfOtherCalls } from '../page/others.ts';

const locked =
  '(?:lock(?:s|ed|out)?|block(?:s|ed)?|suspend(?:s|ed)?|disabled?|frozen|(?:ter|di)kunci|(?:ter|di)blokir|dibekukan|dinonaktifkan)';
const failures = '(?:fail\\w*|attempts?|tries|times|wrong|kali|percobaan|kegagalan|gagal|salah)';

/** That so many failures lock something. */
const locks = [
  RegExp(`\\b${locked}\\b[^.;]{0,60}\\b(?:after|on|setelah|sesudah|jika|bila)\\b[^.;]{0,40}\\b${failures}\\b`, 'i'),
  RegExp(
    `\\b(?:(?<![\\w-])\\d{1,2}|three|five|ten|tiga|lima|too many|repeated)\\b[^.;]{0,30}\\b${failures}\\b[^.;]{0,60}\\b${locked}\\b`,
    'i',
  ),
];

/** That no token is to be asked for while one is good. */
const again =
  /\b(?:do not|don[’']t|never|must not|should not|jangan(?:lah)?|tidak boleh)\b[^.;]{0,60}\b(?:request|ask|fetch|get|create|obtain|meminta|minta|mengambil|membuat)\b[^.;]{0,40}\btokens?\b[^.;]{0,20}\b(?:while|until|before|if|selama|sebelum|jika|bila|sampai)\b|\b(?:jangan(?:lah)?|tidak boleh)\b[^.;]{0,30}\btoken baru\b/i;

/** What a sentence says that a draft does all the same; null where it says nothing of the kind. */
export function harmIn(sentence: string): 'lock' | 'again' | null {
  if (isOfOtherCalls(sentence)) return null;
  if (locks.some((form) => form.test(sentence))) return 'lock';
  return again.test(sentence) ? 'again' : null;
}

const quoted = (all: string[]): string =>
  [...new Set(all.map((one) => `"${quotedWords(one)}"`))].slice(0, most).join(', ');

/** Sentences of a kind that a question quotes. */
const most = 3;

/** The questions about such sentences. */
export function harmTodos(sentences: string[]): Todo[] {
  const of = (harm: 'lock' | 'again'): string[] => sentences.filter((one) => harmIn(one) === harm);
  const [locking, repeating] = [of('lock'), of('again')];
  return [
    ...(locking.length === 0
      ? []
      : [
          {
            name: 'account locked',
            what: `whether wrong credentials may be sent as often as the draft does: the page says ${quoted(locking)}, and many clauses send some, so that what is behind the last that is allowed may be refused for that alone`,
          },
        ]),
    ...(repeating.length === 0
      ? []
      : [
          {
            name: 'granted again',
            what: `whether a second good request is granted: the page says ${quoted(repeating)}, and the draft has the clause granted-again`,
          },
        ]),
  ];
}
