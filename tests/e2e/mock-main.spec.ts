import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { startMock } from '../../mock/server.ts';
import { runHere } from '../support/here.ts';
import { startTypeScript } from '../support/process.ts';

const main = fileURLToPath(new URL('../../mock/main.ts', import.meta.url));

test('prints a base URL per provider and stops on a signal', async () => {
  const { child, ended } = startTypeScript(main, ['--port', '0'], { input: '' });
  let heard = '';
  child.stdout.on('data', (chunk) => {
    heard += String(chunk);
    if (heard.includes('TARGET_ENV')) child.kill('SIGTERM');
  });
  const { stdout: printed } = await ended;
  const origin = /^singapay\s+(http:\/\/127\.0\.0\.1:\d+)$/m.exec(printed)?.[1];
  expect(printed).toContain(`baseUrl: ${origin}/pg/snap`);
});

test('a busy port is one clear line and exit code 3', async () => {
  const mock = await startMock();
  try {
    const { port } = new URL(mock.url);
    const { code, stderr: said } = await runHere('mock', ['--port', port]);
    expect(code).toBe(3);
    expect(said.trim()).toBe(
      `Port ${port} of 127.0.0.1 is in use. Stop what listens there, or choose another port with --port.`,
    );
  } finally {
    await mock.close();
  }
});

test('a bad argument is exit code 3', async () => {
  const { code, stderr: said } = await runHere('mock', ['--life', 'soon']);
  expect(code).toBe(3);
  expect(said).toContain('--life');
});
