/** Titles of tabs that site builders take from elsewhere than their tag, or write in tags of their own. */
import { isEnvironment } from '../words/environments.ts';

const listed =
  /\{\s*(?:label:\s*["']([^"'\n]{1,60})["'],\s*value:\s*["']([^"'\n]{1,60})["']|value:\s*["']([^"'\n]{1,60})["'],\s*label:\s*["']([^"'\n]{1,60})["'])/g;

/** Tabs of Docusaurus without a label: it is the one that the list of all of them gives their value, or the value where none is listed. */
function withLabels(text: string): string {
  if (!text.includes('<TabItem')) return text;
  const labels = new Map([...text.matchAll(listed)].map(([, one, by, other, label]) => [by ?? other, one ?? label]));
  return text.replace(/<TabItem\b([^<>\n]{0,300})>/g, (tag: string, attributes: string) => {
    const [, value] = /\bvalue=\{?["']([^"'\n]+)["']/.exec(attributes) ?? [];
    if (value === undefined || /\b(?:label|title)=/.test(attributes)) return tag;
    const label = labels.size > 0 ? labels.get(value) : value;
    return label === undefined ? tag : `<TabItem label="${label}"${attributes}>`;
  });
}

/** The shortcodes of Hugo for tabs, as the tags between signs of percent that others write. */
function withoutShortcodes(text: string): string {
  if (!/\{\{[<%]\s*\/?\s*tab/.test(text)) return text;
  return text.replace(
    /\{\{[<%]\s*(\/?)\s*(tabs?|tabpane)\b([^{}\n]{0,200}?)[>%]\}\}/g,
    (_, end: string, name: string, attributes: string) => {
      const [, named, alone] =
        /\b(?:name|title|header|label)=["']([^"'\n]+)["']|^\s*["']([^"'\n]+)["']/.exec(attributes) ?? [];
      const title = named ?? alone;
      const tag = name === 'tab' ? 'tab' : 'tabs';
      return end
        ? `{% end${tag} %}`
        : `{% ${tag}${title === undefined || tag === 'tabs' ? '' : ` title="${title}"`} %}`;
    },
  );
}

/** A text whose tags of tabs have the titles that are shown. */
export const withTabTitles = (text: string): string => withoutShortcodes(withLabels(text));

/** The environment that the words behind the fence of a listing call it, as tabs of listings do; null for any other words. */
export function environmentOf(info: string): string | null {
  const [, bracketed, named] = /\[([^\]\n]+)\]|\b(?:title|tab|label|name)=["']([^"'\n]+)["']/.exec(info) ?? [];
  const title = (bracketed ?? named ?? '').trim();
  return isEnvironment(title) ? title : null;
}
