/** Words about the value for which a request is refused. */
import { kebab } from '../page/spellings.ts';

/** A name as sentences write it: `x-api-key` as `API key`. */
export const spoken = (name: string): RegExp =>
  RegExp(`(?<![\\p{L}\\d])${kebab(name).replace(/^x-/, '').split('-').join('[\\s_-]?')}(?![\\p{L}\\d])`, 'iu');

/** Words for a value that is there and is not the one issued; one that may not do something is another matter. */
export const wrong =
  /\b(?:wrong|unknown|unregistered|invalid|incorrect|revoked|never issued|not (?:(?:one|any|among|part) (?:of )?)?(?:the |our |your )?(?:known|correct|right|valid|found|recogni[sz]ed|issued|registered|accepted|ours)|(?:does|do) not (?:match|exist|fit)|mismatch\w*|salah|tidak (?:sah|benar|dikenal\w*|valid|cocok|terdaftar|ditemukan))\b/i;

/** Words for a value that is not there. */
export const absent =
  /\b(?:missing|absent|without|not (?:sent|present|given|provided|supplied|set|there)|tanpa|tidak (?:ada|dikirim\w*|disertakan|diisi))\b/i;

/** Words about a certificate of the client. */
export const ofCertificate = /\bcert(?:ificate)?s?\b|\bsertifikat\b/i;
