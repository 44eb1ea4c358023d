import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { startMock } from '../../mock/server.ts';

const main = fileURLToPath(new URL('../../mock/main.ts', import.meta.url));
const run = (...args: string[]) => spawn(process.execPath, ['--import', 'tsx', main, ...args]);

test('prints a base URL per provider and stops on a signal', async () => {
  const command = run('--port', '0');
  let printed = '';
  for await (const chunk of command.stdout) {
    printed += String(chunk);
    if (printed.includes('TARGET_ENV')) break;
  }
  command.kill('SIGTERM');
  if (command.exitCode === null) await once(command, 'exit');
  const origin = /^singapay\s+(http:\/\/127\.0\.0\.1:\d+)$/m.exec(printed)?.[1];
  expect(printed).toContain(`baseUrl: ${origin}/pg/snap`);
});

test('a busy port is one clear line and exit code 3', async () => {
  const mock = await startMock();
  try {
    const { port } = new URL(mock.url);
    const command = run('--port', port);
    const [said, [code]] = await Promise.all([text(command.stderr), once(command, 'exit')]);
    expect(code).toBe(3);
    expect(said.trim()).toBe(
      `Port ${port} of 127.0.0.1 is in use. Stop what listens there, or choose another port with --port.`,
    );
  } finally {
    await mock.close();
  }
});

test('a bad argument is exit code 3', async () => {
  const command = run('--life', 'soon');
  const [said, [code]] = await Promise.all([text(command.stderr), once(command, 'exit')]);
  expect(code).toBe(3);
  expect(said).toContain('--life');
});
