/** What a process of Playwright is, by its arguments: a session begins no run before somebody asks for one. */
import { expect, test } from '@playwright/test';
import { readCommand } from '../../../src/playwright/command.ts';

const modes: [args: string[], mode: string][] = [
  [['test'], 'run'],
  [['test', '--project=pyng', '--grep', '--ui'], 'run'],
  [['test', '--list'], 'list'],
  [['test', '--ui'], 'session'],
  [['test', '--ui-port=0', '--list'], 'session'],
  [['test', '--ui-host', '127.0.0.1'], 'session'],
  [['test-server'], 'session'],
  [['test-server', '--port=0'], 'session'],
  [['run-test-mcp-server'], 'session'],
  [['merge-reports', 'blobs'], 'merge'],
  [['show-report'], 'other'],
];

test('a run, a list, a session in UI mode or of an editor, and what runs no tests are told apart', () => {
  const found = modes.map(([args]) => [args, readCommand(['node', 'playwright', ...args], {}).mode]);
  expect(found).toEqual(modes);
  expect(readCommand(['node', 'playwright', 'test'], { PWTEST_WATCH: '1' }).mode).toBe('session');
});
