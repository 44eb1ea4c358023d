/** Words that something may be left out. */
import { oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const leaves = oneOf(
  ...[word.missing, 'skipped', 'lacking', 'dihilangkan', 'ditiadakan', 'dilewati', 'dilewatkan'],
  `tidak ${word.sent}`,
);

const mostly = oneOf(
  ...[word.usually, 'mostly', 'often', 'most of the time', 'in most cases', 'at times', 'now and then'],
  ...['sering(?:kali)?', 'hampir selalu', 'sesekali', 'nearly always', 'almost always'],
);

/** That something need not be there. */
export const mayBeLeftOut = oneOf(
  `${word.may} (?:also )?(?:be )?${leaves}`,
  `(?:may|might|need) not be ${word.sent}`,
  `(?:${word.is} )?${word.not} ${word.always} ${word.sent}`,
  `tidak (?:harus|perlu) ${word.sent}`,
  `(?:${word.is} )?(?:${word.sent} ${mostly}|${mostly} ${word.sent})`,
);
