import { applyEdits, findNodeAtLocation, format, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { visibleLines } from '../../words.ts';
import { h, type Markup } from '../markup.ts';

/** A body as a reader sees it: pretty-printed when it is JSON, unchanged otherwise. */
export interface PrettyBody {
  markup: Markup;
  isJson: boolean;
  /** What the pointer found: a value that is marked, nothing, or no pointer was given. */
  pointed: 'value' | 'missing' | 'none';
}

/** Pretty-prints a body token by token, so that 2.50 stays 2.50 and a repeated member stays, and marks the value at `pointer`. */
export function prettyBody(text: string, pointer: string | undefined): PrettyBody {
  const formatted = reformat(text);
  if (formatted === null) return { markup: h`${visibleLines(text)}`, isJson: false, pointed: 'none' };
  const root = parse(formatted);
  const node = root && pointer !== undefined && pointer !== '' ? locate(root, pointer) : undefined;
  if (node === undefined) {
    const pointed = pointer === undefined || pointer === '' ? 'none' : 'missing';
    return { markup: h`${visibleLines(formatted)}`, isJson: true, pointed };
  }
  const start = node.parent?.type === 'property' ? node.parent.offset : node.offset;
  const end = node.offset + node.length;
  const parts = [formatted.slice(0, start), formatted.slice(start, end), formatted.slice(end)].map(visibleLines);
  return { markup: h`${parts[0]}<mark class="at">${parts[1]}</mark>${parts[2]}`, isJson: true, pointed: 'value' };
}

function reformat(text: string): string | null {
  try {
    if (parse(text) === undefined) return null;
    return applyEdits(text, format(text, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' }));
  } catch {
    // A body nested so deep that parsing overflows the stack is shown unchanged.
    return null;
  }
}

function parse(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  return errors.length === 0 && (root?.type === 'object' || root?.type === 'array') ? root : undefined;
}

/** RFC 6901: `~1` is `/` and `~0` is `~`; a step into an array is a number. */
function locate(root: Node, pointer: string): Node | undefined {
  let node: Node | undefined = root;
  for (const step of pointer.replace(/^\//, '').split('/')) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(name) : name]);
  }
  return node;
}
