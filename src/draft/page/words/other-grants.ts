/** Grants beside the one by the credentials of the client, as headings and notes name them. */
import { everywhere, oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';
import { remembered } from './remembered.ts';

const grants: readonly (readonly [string, RegExp])[] = [
  ['password', /\bpasswords?\b|\bkata sandi\b|\bresource[ _-]owner\b/i],
  ['authorization code', /\bauth(?:ori[sz]ation)?[ _-]?codes?\b|\bkode otorisasi\b/i],
  ['refresh', /\brefresh(?:ed|ing)?(?![a-z])/i],
  ['implicit', /\bimplicit\b/i],
  ['device', /\bdevice[ _-](?:code|authori[sz]ation|flow|grant)\b/i],
  ['assertion', /\b(?:jwt|saml\d?)[ _-]bearer\b/i],
  ['exchange', /\btoken[ _-]exchange\b/i],
  ['customer', /\bb2b2c\b/i],
];

/** Credentials that a client may have as well, and an operation that issues a token whichever way: neither names a grant. */
const either = [
  everywhere`\b(?:user(?:[ _-]?(?:name|id))?|login|e-?mail|pengguna)(?:\s*[,&/+:]\s*|\s+${word.and}\s+)(?:password|kata sandi)\b`,
  everywhere`\b(?:create|get|issue|generate|obtain|request|access)(?:[ _-]tokens?)?(?:\s*[&/]\s*|\s+${oneOf(word.and, word.or)}\s+)refresh\b`,
] as const;

const ownGrant = /\bclient[ _-]?credentials?\b|\bkredensial klien\b/i;

/** The other grants that words name; none where they name the one by the credentials of the client too. */
export const otherGrantsIn = remembered((words: string): readonly string[] => {
  if (ownGrant.test(words)) return [];
  const plain = either.reduce((text, form) => text.replace(form, ' '), words).replaceAll('_', ' ');
  return grants.flatMap(([name, pattern]) => (pattern.test(plain) ? [name] : []));
});
