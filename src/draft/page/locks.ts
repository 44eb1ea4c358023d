/** Sentences that lock a client out after so many failures. */

/** Words for a lock. */
export const locks =
  /\b(?:locks?|locked|lock-?outs?|blocks?|blocked|disabled?|suspend(?:s|ed)?|bans?|banned|terkunci|dikunci|mengunci|diblokir|memblokir|terblokir|dibekukan)\b/i;
const failures =
  /\b(?:fail\w*|wrong|incorrect|invalid|bad|unsuccessful|attempts?|tries|gagal|salah|keliru|percobaan|kegagalan)\b/i;
const count =
  /\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|several|(?:too )?many|repeated(?:ly)?|consecutive|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|beberapa|berulang\w*|berturut\w*|terlalu banyak)\b/i;

/** A status is no count of failures. */
const status = /\b[1-5]\d\d\b/g;

/** Characters of a sentence that is looked at. */
const longest = 400;

/** Whether a sentence locks a client after a number of failures. */
export const isLock = (sentence: string): boolean =>
  sentence.length <= longest &&
  locks.test(sentence) &&
  failures.test(sentence) &&
  count.test(sentence.replace(status, ' '));
