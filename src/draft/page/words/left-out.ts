/** Words that something may be left out. */
import { oneOf } from '../../vocabulary/pattern.ts';
import { word } from '../../vocabulary/word.ts';

const leaves = oneOf(
  ...[word.missing, 'skipped', 'lacking', 'dihilangkan', 'ditiadakan', 'dilewati', 'dilewatkan'],
  `tidak ${word.sent}`,
);

/** That something need not be there. */
export const mayBeLeftOut = oneOf(
  `${word.may} (?:also )?(?:be )?${leaves}`,
  `(?:may|might|need) not be ${word.sent}`,
  `(?:${word.is} )?${word.not} ${word.always} ${word.sent}`,
  `tidak (?:harus|perlu) ${word.sent}`,
);
