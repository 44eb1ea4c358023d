/** Words beside a field that is not mandatory which say that it is: for some requests, from some time on, or after all. */

/** Words for what has to be there. */
const duty =
  /\b(?:required|mandatory|obligatory|compulsory|necessary|needed|wajib|diwajibkan|mandatori|diperlukan|dibutuhkan)\b/i;

const behind =
  '(?=\\W*$|\\W+(?:if|when|whenever|where|for|in|by|with|from|on|since|after|before|unless|except|jika|bila|apabila|kalau|untuk|bagi|pada|saat|oleh|di|sejak|mulai|kecuali|dengan)\\b)';

/** That it is sent, or always is. */
const deeds = [
  RegExp(
    `\\b(?:must|shall|has to|have to|needs? to|harus|perlu)(?: always| selalu)? (?:be )?(?:sent|send|present|given|provided|supplied|filled(?: in)?|included|passed|there|ada|dikirim(?:kan)?|diisi|disertakan|dicantumkan)${behind}`,
    'i',
  ),
  /\b(?:always|selalu) (?:send|sent|present|there|returned|include[ds]?|given|provided?|pass(?:ed)?|fill(?:ed)?|kirim(?:kan)?|dikirim(?:kan)?|ada|isi|diisi|disertakan)\b/i,
  /\b(?:not|never|no longer|tidak(?: lagi)?|bukan) (?:an )?(?:optional|opsional)\b/i,
  /\b(?:cannot|can['’]t|must not|may not|tidak (?:boleh|dapat|bisa)) be (?:omitted|left (?:out|empty|blank)|missing|absent|empty)\b|\b(?:tidak boleh|jangan) (?:kosong|dikosongkan)\b/i,
];

/** That it has not to be there, and what is called so beside it; with an exception it may have to. */
const harmless =
  /\b(?:not|never|isn['’]t|aren['’]t|tidak|bukan) (?:strictly |always |be |selalu )?(?:required|mandatory|obligatory|compulsory|necessary|needed|wajib|diwajibkan|mandatori|diperlukan|dibutuhkan)\b(?![^.;]*\b(?:unless|except|kecuali)\b)|\b(?:the|an?|any|all|its|your|each) (?:required|mandatory|necessary|needed) \w+|\b(?:required|needed|mandatory) (?:scopes?|permissions?|formats?|values?|length|fields?|parameters?)\b|\b(?:if|when|where|as|jika|bila|apabila) (?:needed|required|necessary|diperlukan|dibutuhkan|perlu)\b|\bno (?:\w+ )?(?:is |are )?(?:required|needed)\b|\b(?:not|tidak) (?:always|selalu) (?:sen[dt]|present|there|returned|included?|given|dikirim(?:kan)?|ada|disertakan|dikembalikan)\b|\b(?:tidak|bukan) (?:harus|perlu) (?:ada|dikirim(?:kan)?|diisi|disertakan|dicantumkan)\b/gi;

/** Characters of words that are looked at. */
const most = 2000;

/** The first sentence that says of a field that is not mandatory that it has to be there; null where none does. */
export function dutyDoubt(words: string): string | null {
  if (words === '') return null;
  const says = (sentence: string): boolean => {
    const own = sentence.replace(harmless, ' ');
    return duty.test(own) || deeds.some((form) => form.test(own));
  };
  return (
    words
      .slice(0, most)
      .split(/(?<=[.;!?])\s+|\n+/)
      .find(says) ?? null
  );
}
