/** Requests with what is good for one of them: that a second one is granted follows from no other words of the page. */
import { lastKeyOf } from '../../../formats/json.ts';
import type { Facts, Member, Todo } from '../../facts/facts.ts';
import { quotedWords } from '../../facts/quoted.ts';
import { isOfOtherCalls } from '../../page/sentences/others.ts';
import { lettersOf } from '../../page/words/spellings.ts';
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { saidOnPage } from '../basis/said-on-page.ts';

const nameOf = ({ pointer }: Pick<Member, 'pointer'>): string => lettersOf(lastKeyOf(pointer));
const isGrantType = (member: Member): boolean => nameOf(member) === 'granttype';
const ofClient = /\bclient_credentials\b/;

/** What a person or an earlier answer gave for one request: a code alone is one only beside the type of a grant. */
const once = /^(?:auth(?:ori[sz]ation)?code|refreshtoken|(?:client)?assertion|otp(?:code)?)$/;

/** The members of the good request that may be good for one request alone. */
function onceIn({ request }: Pick<Facts, 'request'>): Member[] {
  const grants = request.filter(isGrantType);
  const isOfClient = grants.some(({ schema, example, notes = '' }) =>
    [schema['const'], schema['enum'], example, notes].flat().some((one) => ofClient.test(String(one ?? ''))),
  );
  const isOnce = (member: Member): boolean =>
    once.test(nameOf(member)) || (nameOf(member) === 'code' && grants.length > 0);
  return request.filter((one) => isOnce(one) && (one.required === true || (one.required === null && !isOfClient)));
}

/** Whether a good request may hold what is good for one alone. */
export const sendsOnce = (facts: Pick<Facts, 'request'>): boolean => onceIn(facts).length > 0;

const subject = oneOf('codes?', 'refresh\\w*', 'assertions?', 'kode', 'otps?', 'exchang\\w*', 'penukaran', 'grants?');
const may = oneOf(word.may, 'be', 'is', 'are');
const spent = oneOf(
  'used',
  'valid',
  'good',
  'exchanged',
  'redeemed',
  'digunakan',
  'dipakai',
  'ditukar(?:kan)?',
  'berlaku',
);
const time = oneOf('once', 'one time', 'a single time', 'sekali', '(?:satu|1) kali');
const oneUse = oneOf(
  ...['one[- ]time(?! pass| pin\\b)', 'single[- ]use', 'sekali pakai'],
  `${spent} (?:for )?(?:${word.only} |exactly |at most )?${time}`,
  `${word.only} (?:${may} ){0,2}${spent}? ?(?:untuk )?${time}`,
  `(?:cannot|can ?not|must not|may not|tidak (?:dapat|bisa|boleh)) (?:be )?(?:re-?used|used (?:again|twice)|(?:digunakan|dipakai) (?:lagi|ulang|kembali))`,
);
const saysOnce = pattern`\b${subject}\b[^.;]{0,80}\b${oneUse}\b|\b${oneUse}\b[^.;]{0,40}\b${subject}\b`;

/** Sentences that the question quotes. */
const most = 3;

/** The question about a second good request, where the page lets what it holds be used once. */
export function onceTodos(facts: Facts): Todo[] {
  const sent = onceIn(facts).map(({ pointer }) => lastKeyOf(pointer));
  if (sent.length === 0) return [];
  const said = saidOnPage(facts, (one) => saysOnce.test(one) && !isOfOtherCalls(one)).slice(0, most);
  if (said.length === 0) return [];
  const quoted = said.map((one) => `"${quotedWords(one)}"`).join(', ');
  return [
    {
      name: 'used once',
      what: `whether a request with ${sent.join(', ')} is granted more than once: the page says ${quoted}, and the draft has clauses that send it again, as granted-again`,
    },
  ];
}
