/** A text with at least as many lines as another: what stands behind it keeps its number. */
export const padded = (text: string, like: string): string => {
  const lines = text.split('\n');
  const count = like.split('\n').length;
  return [...lines, ...Array.from({ length: Math.max(0, count - lines.length) }, () => '')].join('\n');
};
