/** Words for an answer that grants: that a token is issued, and that the code of the answer is one of success. */
import { oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const issuedWord = oneOf('issued', 'granted', 'created', 'generated', 'diterbitkan', 'dibuat', 'terbit');

/** That a token is issued. */
export const tokenIssued = `(?:(?:the|an?) )?(?:access )?token (?:(?:is|was|has been|berhasil|sudah|telah) )?(?:${word.succeeds} )?${issuedWord}`;

const code = `[\`"“]?(?:[A-Za-z]\\w{0,30}[-_ ]?)?(?:code|kode)(?:[-_ ]?[A-Za-z]{1,20})?[\`"”]?`;
const sign = oneOf('={1,3}', ':', word.is, 'equals', 'bernilai', 'sama dengan');

/** That the code of the answer is one of success: it begins with a status of a grant, or has zeros alone. */
export const codeOfGrant = `${code}\\s*${sign}\\s*[\`"“']?(?:20\\d{1,8}|0{2,6})[\`"”']?`;
