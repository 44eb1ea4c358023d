/** The text that a signature is made over: what a contract may write, and what is said of a slip. */
import { expect, test } from '@playwright/test';
import { parseDateForm } from '../../../src/contract/date-form.ts';
import { ingredientKey, ingredientsOf, parseTemplate, templateOf } from '../../../src/contract/template.ts';

test('a template names the parts of a request in their order, each once', () => {
  const template = templateOf('{method}:{path}:{sha256(minified body)|hex|lower}:{body}:{header:X-TIMESTAMP}{{}}');
  expect(ingredientsOf(template).map(ingredientKey)).toEqual(['method', 'path', 'body', 'header:x-timestamp']);
  expect(template.filter((part) => typeof part === 'string')).toEqual([':', ':', ':', ':', '{}']);
});

const slips: [template: string, at: number, fault: RegExp][] = [
  ['{methd}', 2, /no ingredient "methd"; there is: method, path, .*did you mean "method"\?/],
  ['{method}:{pth}', 11, /no ingredient "pth"/],
  ['{sha265(body)|hex}', 2, /no hash "sha265"; there is: sha256, sha512; did you mean "sha256"\?/],
  ['{sha256(body)}', 2, /a hash is no text; write it as \|hex or \|base64/],
  ['{sha256(body)|lower}', 15, /lower needs a text/],
  ['{sha256(sha256(body))|hex}', 2, /sha256 needs a text/],
  ['{sha256(body|hex}', 17, /is not closed/],
  ['{body|hexx}', 7, /no filter "hexx"; there is: hex, base64, lower, upper; did you mean "hex"\?/],
  ['{header}', 2, /header needs the name of a header/],
  ['{header:}', 9, /header needs the name of a header/],
  ['{method:POST}', 8, /method takes nothing behind it/],
  ['{date:yyyyMMDD}', 7, /"DD" is no part of a date; there is: yyyy/],
  ['{body) }', 6, /cannot stand here/],
  ['{}', 2, /the name of an ingredient is missing/],
  ['{body', 1, /is not closed/],
  ['body}', 5, /a \} without a \{/],
  ['a|b', 1, /names no part of the request/],
];

for (const [template, at, fault] of slips)
  test(`the slip in ${template} is told with its place`, () => {
    const result = parseTemplate(template);
    expect(result).toEqual({ at, fault: expect.stringMatching(fault) });
  });

const badForms: [form: string, fault: RegExp][] = [
  ["yyyy-MM-dd'T", /is not closed/],
  ['yyyy`id`', /"i" is no part of a date/],
  ['yyyy$', /"\$" cannot stand in the form/],
  ["'T'", /names no part of it/],
  ['yyy', /"yyy" is no part/],
];

for (const [form, fault] of badForms)
  test(`the form ${form} is refused`, () => {
    expect(parseDateForm(form)).toEqual({ fault: expect.stringMatching(fault) });
  });
