/** A page of very many parts: what is asked and shown of them stays as much as a person reads, and says how many more there are. */
import { expect, test } from '@playwright/test';
import { groupsOf } from '../../../src/draft/page/operations/groups.ts';
import { factsOf } from '../../../src/draft/read/derive.ts';
import { reportOf } from '../../../src/draft/write/files/report.ts';
import { endpoint, table } from '../../support/draft.ts';

const samples = (count: number): string =>
  Array.from({ length: count }, (_, index) => `\`\`\`json\n{"a${index}": "b"}\n\`\`\`\n\n`).join('');

test('samples that were not read for one reason are each a question up to a hundred, and one question beyond', async () => {
  const asked = async (count: number) => {
    const { todos, account } = await factsOf({ text: endpoint + samples(count), format: 'markdown', base: 'page' });
    const left = account.filter(({ kind }) => kind === 'code');
    return { left: left.length, whats: todos.map(({ what }) => what).filter((what) => what.includes('not read')) };
  };
  const { whats, left } = await asked(1_200);
  expect(left).toBe(1_200);
  expect(whats).toHaveLength(101);
  expect(whats.at(-1)).toMatch(
    /^what 1100 more samples show, from the sample "[^"]+" \(line \d+\) to the sample "[^"]+" \(line \d+\); they were not read: nothing says whether it is a request or an answer$/,
  );
  for (const few of [100, 101]) expect((await asked(few)).whats).toHaveLength(few);
});

test('a report shows a thousand parts that gave nothing, and says how many more there are and from where', async () => {
  const text = endpoint + samples(1_200);
  const facts = await factsOf({ text, format: 'markdown', base: 'page.md' });
  const report = reportOf(facts, facts.todos, 'x');
  expect(report.split('<h3>code').length - 1).toBe(1_000);
  const next = facts.account.filter((part) => part.facts.length === 0).at(1_000);
  expect(report).toContain(`Not shown here: 200 more, from line ${next?.line} of page.md.`);
});

test('a question stands beside the part that it came of, whatever its words are', async () => {
  const text = `${endpoint}Partners of the second kind send these members:\n\n| Name | Required |\n|---|---|\n| branch | yes |\n`;
  const facts = await factsOf({ text, format: 'markdown', base: 'page.md' });
  const asked = facts.todos.find(({ what }) => what.includes('Partners of the second kind'));
  expect(asked?.places).toEqual([
    { title: expect.any(String), line: text.split('\n').indexOf('| Name | Required |') + 1 },
  ]);
  const [, beside = ''] = reportOf(facts, facts.todos, 'x').split('<h3>table');
  expect(beside.split('<h3>')[0]).toContain('whether what stands below &quot;Partners of the second kind');
});

test('the operation for tokens is found behind hundreds of others, and takes nothing of theirs', async () => {
  const other = (index: number): string =>
    `# Operation ${index}\n\nPOST /v1/op${index}\n\n${table('Name | Type | Required', `f${index} | string | yes`)}`;
  const text = `${Array.from({ length: 600 }, (_, index) => other(index)).join('')}# Get token\n\nPOST /oauth/token\n\n${table('Name | Type | Required', 'client_id | string | yes')}`;
  const { path, request } = await factsOf({ text, format: 'markdown', base: 'page.md' });
  expect(path?.value).toBe('/oauth/token');
  expect(request.map(({ pointer }) => pointer)).toEqual(['/client_id']);
});

test('a page of more operations than are told apart is refused', () => {
  const markers = Array.from({ length: 20_001 }, (_, index) => ({
    ...{ index, method: 'POST', path: `/v1/op${index}`, sample: false },
  }));
  expect(groupsOf(markers.slice(1), 'page.md')).toHaveLength(20_000);
  expect(() => groupsOf(markers, 'page.md')).toThrow(
    /page\.md cannot be drafted:\n {2}- it describes more than 20000 operations; give the part/,
  );
});
