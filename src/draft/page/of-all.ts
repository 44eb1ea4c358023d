/** Sections beside the operations of a page that say of themselves that they are about all of these. */
import { type Block, captionDepth } from './blocks.ts';
import { takesBack } from './doubts.ts';
import { contextOf, unknownIn } from './heading-words.ts';
import { plainSentencesOf } from './mentions.ts';
import { isOfOthers } from './others.ts';
import { rowsOfCalls } from './rows-of-calls.ts';

/** What a sentence calls every operation of a page. */
const everyOne =
  /\b(?:every|each|all|any|both|semua|setiap|seluruh|tiap)\b(?: one)?(?: of)?(?: the| our| these| this)?(?: (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}))?(?: (?:api|http))? (?:endpoints?|operations?|requests?|calls?|apis?|api's|methods?|services?|layanan|permintaan|panggilan|operasi)\b|\bke(?:dua|tiga|empat|lima) (?:layanan|permintaan|panggilan|operasi|endpoint)\b/i;

/** Errors of a whole API, or of whatever is called. */
const ofWhole =
  /\b(?:every|each|all|any|semua|setiap|seluruh) (?:errors?|refusals?|problems?|failures?|galat|kesalahan|penolakan)(?: (?:of|in|from|by|dari|pada) (?:the|this|our) (?:whole )?(?:api|service|platform)\b|,? (?:whatever|whichever|no matter (?:which|what)|regardless of|independent of|apa ?pun|mana ?pun) (?:the |its |which )?(?:endpoint|operation|call|request|layanan|operasi|panggilan)(?:s|nya)?\b)/i;

/** What is said of some of them, by a word behind those for all. */
const ofSome = /^[\s]*(?:with|that|which|after|under|below|except|but|but for|dengan|yang|selain|kecuali)\b/i;

/** Whether the section of refusals that begins with a heading says that it is about every operation. */
export function isOfAll(blocks: Block[], heading: number): boolean {
  const title = blocks[heading]?.title ?? '';
  const { error, side, status } = contextOf(title);
  if (status !== null || !(error || side === 'response') || unknownIn(title).length > 0) return false;
  for (const block of blocks.slice(heading + 1, heading + mostBlocks)) {
    // A line that announces what is below it is a caption.
    const isCaption = block.kind === 'heading' && block.depth >= captionDepth;
    if (block.kind === 'heading' && !isCaption) return false;
    if (block.kind === 'table' && rowsOfCalls(block) !== null) return true;
    if (block.kind !== 'lines' && !isCaption) continue;
    const sentences = isCaption ? [block.title] : plainSentencesOf(block);
    const form = [ofWhole, everyOne].find((one) => sentences.some((sentence) => one.test(sentence)));
    const found = form && sentences.find((one) => form.test(one));
    if (form === undefined || found === undefined) continue;
    const behind = found.slice(found.search(form)).replace(form, '');
    return !ofSome.test(behind) && !sentences.some((one) => takesBack(one) || isOfOthers(one));
  }
  return false;
}

/** Blocks of a section that are looked at. */
const mostBlocks = 6;
