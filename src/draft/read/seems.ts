/** What an input without facts seems to be, and what a person can do with it. */

/** An input that no reader here is made for. */
export interface Seeming {
  what: string;
  remedy: string;
}

const asText = 'save the documentation as Markdown, HTML or OpenAPI, or copy its text into a .md file';

/** First characters of a file that is no text; bytes that are no UTF-8 are read as U+FFFD. */
const marks: readonly (readonly [string, string, string])[] = [
  ['\uFFFDPNG', 'an image', asText],
  ['\uFFFD\uFFFD\uFFFD\uFFFD', 'an image', asText],
  [
    'PK\u0003\u0004',
    'a ZIP archive or an office document',
    'convert a document to Markdown (pandoc -t gfm page.docx -o page.md), or unpack an archive, and give what it holds',
  ],
  ['\u001F\uFFFD', 'a compressed file', 'unpack it, and give the file inside'],
];

const byStart: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(?:\s*:[\w-]+:.*\n|\s*\/\/.*\n|\s*\n)*= \S/,
    'AsciiDoc',
    'convert it to HTML (asciidoctor page.adoc, or npx asciidoctor page.adoc), and give that',
  ],
  [/^\{\\rtf/, 'RTF', 'convert it to Markdown (pandoc -f rtf -t gfm page.rtf -o page.md), and give that'],
  [
    /^meta \{\n(?:[^\n]*\n){1,8}?\s*type:\s*(?:http|graphql|grpc)\b/,
    'a request of Bruno',
    'export its collection for Postman in Bruno, and give that',
  ],
  [
    /^\s*(?:type:\s*["']?(?:collection|spec)\.insomnia\.rest|\{\s*"_type"\s*:\s*"export"|_type:\s*export)/,
    'an Insomnia export',
    'give the OpenAPI description behind it (inso export spec writes that of a design document), or a page of the documentation',
  ],
  [/^%PDF-/, 'a PDF', 'copy its text into a .md file (pdftotext -layout page.pdf page.md keeps the tables)'],
  [/^GIF8|^RIFF.{4}WEBP|^.{4,12}(JFIF|Exif)/s, 'an image', asText],
  [/^\s*(<\?xml[^>]*>\s*)?<svg\b/i, 'an image', asText],
  [
    /^#%RAML/,
    'RAML',
    'convert it to OpenAPI (npx oas-raml-converter --from RAML --to OAS30 page.raml, or the export of the API designer), and give that',
  ],
  [
    /^\s*<\?xml|^\s*<(\w+:)?(definitions|application|schema)\b/i,
    'XML, as WSDL or WADL',
    'convert WADL to OpenAPI (npx api-spec-converter --from=wadl --to=openapi_3 page.wadl); SOAP is not tested here: give the documentation of its REST interface',
  ],
  [
    /^\s*(---\s*)?["']?asyncapi["']?\s*:|^\s*\{\s*"asyncapi"/,
    'AsyncAPI',
    'give the description of its HTTP operations',
  ],
  [
    /^\s*(syntax\s*=\s*"proto|package\s+[\w.]+;)/,
    'a description of Protocol Buffers',
    'convert it to OpenAPI (protoc --openapi_out=. page.proto, of gnostic), and give that',
  ],
  [/^\s*(type|schema|query)\s+\w*\s*\{/, 'GraphQL', asText],
];

/** What a Postman collection of the format v1 holds, and no other description does. */
const oldPostman = /"requests"\s*:\s*\[[\s\S]*"(?:dataMode|collectionId|rawModeData)"\s*:/;

/** Characters in which a member of an old collection is looked for. */
const mostLooked = 20_000;

/** An input that is known by its first bytes as something that is not read; null for any other. */
export function knownAsOther(text: string): Seeming | null {
  const start = text.slice(0, 400);
  const marked = marks.find(([mark]) => start.startsWith(mark));
  if (marked) return { what: marked[1], remedy: marked[2] };
  const found = byStart.find(([pattern]) => pattern.test(start));
  if (found) return { what: found[1], remedy: found[2] };
  if (/^\s*\{/.test(start) && oldPostman.test(text.slice(0, mostLooked)))
    return {
      what: 'a Postman collection of the format v1',
      remedy: 'import it in Postman, export it as Collection v2.1, and give that',
    };
  return start.includes('\0') ? { what: 'a binary file', remedy: asText } : null;
}

/** What a page that gave no fact seems to be. */
export function seeming(text: string, format: 'markdown' | 'html' | 'openapi'): Seeming {
  const other = knownAsOther(text);
  if (other) return other;
  if (text.trim() === '') return { what: 'an empty file', remedy: asText };
  if (format === 'html') {
    const visible = text
      .replace(/<(script|style|noscript)\b[\s\S]*?<\/\1>/gi, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (/<script\b/i.test(text) && visible.length < 400)
      return {
        what: 'a page that a script builds in the browser',
        remedy: 'open it in a browser, and save or copy what it shows; or give the OpenAPI file behind it',
      };
    if (/type=["']?password/i.test(text))
      return { what: 'a page to sign in', remedy: 'sign in with a browser, and save the page behind it' };
  }
  return {
    what: 'text without any address, table, sample or description of a token endpoint',
    remedy: 'give the page that describes the request for an access token',
  };
}
