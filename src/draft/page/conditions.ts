/** Words about a member of an answer that say when it is there, and for which a contract has no word. */

/** When something is there: alone under a condition, or there under one. */
const condition =
  /(?:^|[.;,(]\s*)((?:(?:only|hanya)(?: \p{L}+)?|(?:is |are )?(?:present|returned|included|sent|there|given|ada|dikembalikan|dikirim|muncul|disertakan)(?: only| hanya)?) (?:if|when|with|after|for|in|jika|bila|apabila|ketika|dengan|setelah|untuk|pada|saat) [^.;]{1,200})/iu;

/** The words that say when a member that need not be there is; null where none do. */
export const conditionIn = (words: string): string | null => condition.exec(words.slice(0, 1000))?.[1]?.trim() ?? null;
