/** What words that read as conditions say of a value and not of whether it is there: its characters, where it was made, how long it is good. */
import { everywhere, oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { takenOnce } from './new-each-time.ts';
import { remembered } from './remembered.ts';

const characters = oneOf(
  ...[word.letter, word.digit, word.character, 'numbers?', 'numerals?', 'numeric', 'alphanumerics?', 'alphabets?'],
  ...['(?:upper|lower)[- ]?case', 'ascii', 'integers?'],
);

const flow = oneOf('grants?', 'flows?', 'alur');

/** How a value was made or given. `diberikan jika` says when it is there. */
const made = oneOf(
  ...['obtained', 'received', 'issued', 'given', 'created', 'generated', 'registered', 'provided', 'assigned'],
  ...['supplied', 'shown', 'made', 'sent', 'configured', 'agreed', 'returned by'],
  ...['diperoleh', 'didapat(?:kan)?', 'diberikan', 'diterbitkan', 'dibuat', 'terdaftar', 'didaftarkan'],
);
const whenMade = oneOf(
  ...[word.after, word.before, 'when', 'if', 'upon', 'during', 'from', 'in', 'on'],
  ...['saat', 'ketika', 'pada', 'dari'],
);
const usedFor = oneOf(
  ...[word.for, word.with, word.before, word.after, word.until, 'when', 'in', 'to', 'as'],
  ...['saat', 'ketika', 'pada', 'dalam', 'sebagai'],
);

/** Whatever a token is sent with. */
const called = oneOf(word.request, 'apis?', 'endpoints?', 'services?', 'operations?', 'resources?');
const next = oneOf(word.other, 'subsequent', 'later', 'following', 'next');
const nextCalls = oneOf(`${next} ${called}`, `${word.request} (?:lain(?:nya)?|berikutnya)`);
const sendIt = `(?:${word.send}|${word.use}|put) (?:it|this|ini)`;
const anyWords = '(?:\\`[^\\`]{0,80}\\`|[^.;\\n\\`]){0,120}';

/** What a client wants to do tells which of several values it sends, and nothing of whether it sends one. */
const wants = oneOf('you (?:wish|want|would like|need) to', '(?:anda )?(?:ingin|hendak|mau)');
const ofValue = oneOf(word.the, word.value, word.type, word.with, 'grant', 'to', 'it');
const choosing = `${oneOf(word.use, word.send, 'set', 'choose', 'select', 'pilih')}(?: ${ofValue}){0,4}`;

// Its first words are looked for ahead of where they stand: to look back from each place is costly.
const choice = everywhere`(?=${word.when} ${wants})(?<=^\s*|[.;!?]\s+)${word.when} ${wants} [^.;\n\`]{1,160}, ${choosing} \`[^\`\s]{1,60}\`(?=\s*(?:$|[.;]))`;

/** Words with a plain one for each sentence that tells which value to choose. */
export const withoutChoices = (words: string): string => words.replace(choice, 'value');

const knows = oneOf('known', 'diketahui', 'dikenal');
const knownBy = oneOf('to', 'by', 'between', 'among', 'oleh', 'antara');

const harmless: readonly RegExp[] = [
  choice,
  takenOnce,
  /\b(?:karakter|huruf|tanda) khusus\b/gi,
  everywhere`\b(?:${word.sent}|${word.mandatory}) (?:${word.in}|${word.with}) ${word.all} ${word.request}(?=\s*(?:$|[.,;:]))`,
  // What is there in the answer is there in each.
  everywhere`\b${word.sent} (?:back )?(?:${word.in}|${word.with}) (?:${word.the}|(?!any\b)${word.all}) ${word.answer}(?=\s*(?:$|[.,;:]))`,
  // Of one field what its value is like.
  everywhere`^\W*khusus (?:untuk )?[\`"']?[\w.-]+[\`"']?,? (?:panjang|nilai|isi)nya (?:harus |selalu )?(?:${word.exactly}|tetap)\b`,
  everywhere`^\s*${word.only}\s+[a-z]+_[a-z_]+\s*\.?$`,
  everywhere`\b${characters}(?: \p{L}+){0,2} (?:${word.only}|saja)\b`,
  // Who knows a secret.
  everywhere`\b${oneOf(`${knows} ${word.only} (?:${knownBy})`, `${word.only} ${knows} (?:${knownBy})`)}\b[^.;\n]*`,
  everywhere`\b${word.only} (?:the )?(?:${word.value}|${characters}|one)\b`,
  everywhere`\b${word.only} [\`"'“‘][^\`"'”’]+[\`"'”’]`,
  everywhere`\b${word.only} [\w-]+ (?:${word.is}|${word.may} be|yang) (?:${word.accepted}|valid|possible|available)\b(?! ${oneOf(word.for, word.in, word.when)}\b)`,
  // The grant is by the credentials of the client and nothing else.
  /\b(?:using only|hanya dengan) (?:its |the )?(?:client )?(?:credentials|kredensial)\w*/gi,
  // The flow that the page is about, and all there are.
  everywhere`\b(?:${word.for}|${word.in}) (?:${oneOf(word.all, 'this', 'the current')} ${flow}|${flow} ini)\b`,
  // How or when a value was made or given, and what it is used for.
  everywhere`\b${made}\s(?:\p{L}+,? ){0,6}?${whenMade}\b[^.;\n]*`,
  everywhere`(?<!\b(?:${word.not}|${word.only}) )\b(?:${word.used}|valid|needed) ${usedFor}\b[^.;\n]*`,
  // When something happened, as the time of a request does.
  /(?:^\s*|\b(?:times?(?:stamp)?|instant|moment|date|waktu) )when (?:it|the|this|they|a)\b[^.;\n]*\b(?:was|were|is|are) (?:sent|made|created|generated|issued|signed|called|initiated|started)\b/gi,
  // The end of a life.
  everywhere`\b${oneOf(word.until, word.before, word.after, word.when, 'once')}\b[^.;,\n]*\b(?:${word.expired}|expir\w*|ends?|berakhir|habis)\b`,
  everywhere`^\s*saat (?:\p{L}+ ){1,2}(?:berakhir|habis|kedaluwarsa|kadaluarsa)(?=\s*(?:$|[.,;]))`,
  // What ends under a condition, which is what the value of the field is about.
  everywhere`^\W*${oneOf('the', 'this', 'an?')}? ?(?:access )?${oneOf('sessions?', 'tokens?', 'sesi', 'link', 'tautan')}(?: akses)?(?: ini)? ${word.is}? ?(?:akan |automatically |otomatis )?${oneOf(word.expired, 'expires?', 'ends?', 'closed', 'revoked', 'terminated', 'invalidated', 'berakhir', 'habis', 'ditutup', 'dicabut', 'diakhiri')}(?: secara otomatis)? ${word.when}\b[^.;\n]*`,
  // What is left as it is.
  /\bnot removed\b/gi,
  /\b(?:usually|normally|typically|biasanya|umumnya)\s+[`"'“‘][^`"'”’]+/gi,
  /\b(?:[Uu]sually|[Nn]ormally|[Tt]ypically|[Bb]iasanya|[Uu]mumnya)\s+[A-Z\d]{2,}\b/g,
  // One token beside another, which is none of some clients.
  /\b(?:the|an?) (?:old|new|existing|previous) (?:one|tokens?)\b/gi,
  /\bnew (?:uuid|guid|id|value|number|nonce|one|random \p{L}+)\b|\bsaat ini\b/giu,
  // A token is for whatever is called with it.
  everywhere`\btoken ${oneOf(word.for, word.in, word.with)} (?:(?:${word.all}|the) ){0,2}${nextCalls}\b`,
  // The same of whatever is sent there, as `Send it with each of the other calls` does.
  everywhere`\b${sendIt}\b${anyWords}\b${oneOf(word.in, word.with, word.for, 'to')} (?:(?:${word.all}|of|the) ){0,3}(?:${nextCalls}|${next})\b`,
  // What a value means, as `2007300 if it succeeded` does.
  everywhere`(?:^|[,;(:]|[–\-]\s)\s*\d{2,}\s*(?:=\s*)?(?:${word.when}|${word.for})\b[^.;,\n]*`,
  // An example of a value with what it means.
  everywhere`\b${word.suchAs}[.:,]*\s+[\`"'“‘]?[\w-]+[\`"'”’]?\s+(?:=|${word.for}|${word.when}|${word.means})\s[^.;,\n]*`,
  // What a person's own tools do.
  everywhere`\b${word.when} (?:(?:your|the) )?(?:(?:http|rest) )?(?:client )?(?:library|framework|sdk|tool|language|pustaka)\b[^.;\n]*`,
  // What a refusal is for is a condition by itself.
  everywhere`\b(?:in case of|${word.when}) (?:an? )?(?:${word.fault}|failure)\b`,
];

/** Words about a field without those. */
export const plainly = remembered((words: string): string =>
  harmless.reduce((text, form) => text.replace(form, ' '), words),
);
