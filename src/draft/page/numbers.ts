/** Numbers as people write them. */

/** Words whose numbers have no sign between their thousands, as `1,500` and `1.500` have one. */
export const ungrouped = (words: string): string =>
  /\d[,.\u00A0\u2009\u202F'’]\d{3}/.test(words)
    ? words.replace(/(?<![\d.,])(\d{1,3})[,.\u00A0\u2009\u202F'’](\d{3})(?![\d.,]\d|\d)/g, '$1$2')
    : words;
