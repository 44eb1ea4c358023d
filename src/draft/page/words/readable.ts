/** What is read of a text that nobody wrote by hand: each part of a page is looked at very often. */

/** Characters of a heading, and of a word outside of code, that are read. */
const longestHeading = 1000;
const longestWord = 4000;
const overlong = RegExp(`(\\S{${longestWord}})\\S+`, 'g');

/** A text whose words have at most 4,000 characters each. */
export const readable = (text: string): string => (text.length > longestWord ? text.replace(overlong, '$1') : text);

/** The first 1,000 characters of a heading, with a blank for each run of blanks and tabs. */
export const readableTitle = (title: string): string => title.slice(0, longestHeading).replace(/\s+/g, ' ');
