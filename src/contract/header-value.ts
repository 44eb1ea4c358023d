/** The value of the header of a signature, as a contract writes it: `Signature keyId="{credential:keyId}",signature="{signature}"`. Pure. */
import { ingredientOf, parseTemplate, type Template, type TemplateFault } from './template.ts';

/** What the value may be made of. */
const ofValues = ['signature', 'header', 'credential'] as const;

/** Reads the value of a header in which `{signature}` stands, once, for the signature. */
export function parseValue(text: string): { template: Template } | TemplateFault {
  const read = parseTemplate(text, ofValues);
  if ('fault' in read) return read;
  const expressions = read.template.flatMap((part) => (typeof part === 'string' ? [] : [part]));
  const signatures = expressions.filter((one) => ingredientOf(one).name === 'signature');
  const [only] = signatures;
  if (signatures.length === 1 && only?.kind === 'ingredient') return read;
  return { at: 1, fault: 'it must hold {signature} once, as it is: there the signature stands, in its encoding' };
}

/** The value of a contract that has loaded. @throws Error where it is no template. */
export function valueTemplateOf(text: string): Template {
  const result = parseValue(text);
  if ('fault' in result) throw new Error(`${JSON.stringify(text)}, character ${result.at}: ${result.fault}`);
  return result.template;
}
