/** A request without the Accept that a page wants may be refused: the good request sends it, wherever the page gives it. */
import { expect, test } from '@playwright/test';
import { atPointer } from '../../../src/formats/json.ts';
import { answer, body, drafted, head } from '../../support/refusals-drafted.ts';

/** What the good request of a page with these words accepts. */
async function accepted(words: string): Promise<unknown> {
  const { files } = await drafted(`${head}${words}\n\n${body}${answer}`);
  return atPointer(files['contracts/x/contract.yaml'] ?? {}, '/control/headers/Accept');
}

const type = 'application/vnd.a+json';

test('the good request accepts what a sentence, an item, a block or a call has', async () => {
  for (const words of [
    `All requests must send the header \`Accept: ${type}\` and \`Content-Type: application/json\`.`,
    `- **Format:** JSON. Kirim header \`Accept: ${type}\` dan \`Content-Type: application/json\`.\n- **Port:** 443`,
    `Each request must have an Accept header of \`${type}\`.`,
    `## Headers\n\nAll requests must have these headers:\n\n\`\`\`\nAccept: ${type}\nContent-Type: application/json\n\`\`\``,
    `\`\`\`sh\ncurl -X POST https://a.test/token -H 'Accept: ${type}' -d '{"client_id": "a"}'\n\`\`\``,
  ])
    expect(await accepted(words), words).toBe(type);
});

test('what a client may accept, or what is accepted of it, is no header of each request', async () => {
  for (const words of [
    `You may send \`Accept: ${type}\` for another form.`,
    `Send \`Accept: ${type}\` or \`Accept: text/xml\`.`,
    `Do not send \`Accept: ${type}\`.`,
    `If you need the long form, send \`Accept: ${type}\`.`,
    `We accept ${type} bodies alone.`,
    `\`\`\`sh\ncurl -X POST https://a.test/token -H 'Accept: */*' -d '{"client_id": "a"}'\n\`\`\``,
  ])
    expect(await accepted(words), words).not.toBe(type);
});
