/** Sentences about a token that is sent, and about requests for one. */
import { oneOf, pattern } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

/** A sentence about a token that is sent. */
const sends = oneOf(
  'use',
  'send',
  'put',
  'pass',
  'include',
  'gunakan',
  'pakai',
  'kirim(?:kan)?',
  'sertakan',
  'cantumkan',
  'bawa',
);
const isSent = oneOf(word.used, word.sent, 'put', 'dibawa', 'dipasang', 'diletakkan');
export const ofToken = pattern`\b(?:access|session|the|this|that|your|its|obtained|issued|granted|received)[- ]tokens?\b|\bsession[- ]key\b|\btoken (?:akses|ini|tersebut|sesi)\b|\b${sends} tokens?\b|\btokens? (?:\p{L}+ ){0,3}${isSent}\b`;

/** Words for the request that issues a token, and for tokens of another kind. */
export const ofIssue = pattern`\b${oneOf(word.for, word.obtain, 'renew')} (?:an? |the |new |access[- ]?)*token\b|\brefresh[- ]?token\b`;
