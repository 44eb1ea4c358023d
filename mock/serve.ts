import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { mintAuthority } from './certificates.ts';
import { print, printError } from './print.ts';
import type { Mock, MockOptions } from './server.ts';
import { baseUrls, startMock } from './server.ts';

interface Arguments {
  host: string;
  port: number;
  life: number;
  tls?: true;
}

const ownFault = 3;

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

function mintTls(host: string): { tls: NonNullable<MockOptions['tls']>; caFile: string } {
  const authority = mintAuthority();
  const altNames = [...new Set(['localhost', '127.0.0.1', '::1', host])];
  const { key, cert } = authority.issue({ commonName: 'localhost', usage: 'server', altNames });
  const caFile = join(mkdtempSync(join(tmpdir(), 'mock-authority-')), 'ca.pem');
  writeFileSync(caFile, authority.cert);
  return { tls: { key, cert }, caFile };
}

function instructions(mock: Mock, caFile: string | undefined): string {
  const entries = Object.entries(baseUrls).flatMap(([provider, basePath]) => [
    `  ${provider}:`,
    `    baseUrl: ${mock.url}${basePath}`,
    ...(caFile ? [`    tls: { ca: ${JSON.stringify(caFile)} }`] : []),
    `    # credentials and probe as in environments/mock.yaml`,
  ]);
  const { hostname } = new URL(mock.url);
  return [
    `The mock is listening; Ctrl+C stops it.`,
    '',
    ...Object.entries(baseUrls).map(([provider, basePath]) => `${provider.padEnd(10)}${mock.url}${basePath}`),
    '',
    `To point the suite at it, copy environments/mock.yaml to environments/local.yaml and add the base URLs:`,
    '',
    'kind: mock',
    ...(/^(127\.|localhost$|\[::1\]$)/.test(hostname) ? [] : [`mockHosts: [${JSON.stringify(hostname)}]`]),
    'providers:',
    ...entries,
    '',
    `Then run: TARGET_ENV=local npx playwright test`,
  ].join('\n');
}

function explain(error: unknown, { host, port }: Arguments): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is in use. Stop what listens there, or choose another port with --port.`;
  }
  if (code === 'EACCES') return `Port ${port} of ${host} may not be opened by this user. Choose one above 1023.`;
  if (code === 'EADDRNOTAVAIL') return `${host} is no address of this machine. Choose another with --host.`;
  return `The mock did not start: ${error instanceof Error ? error.message : String(error)}`;
}

/** Serves the mock as the arguments of a command line say, until a signal ends it. @returns the exit code of what went wrong. */
export async function serveMock(words: readonly string[]): Promise<number> {
  const command = new Command('mock')
    .description('Serves the three providers on one port, for runs by hand and from other machines.')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on; 0 takes a free one', wholeNumber(0, 65535), 4010)
    .option('--life <seconds>', 'lifetime of the tokens', wholeNumber(1, 99999), 900)
    .option('--tls', 'serve HTTPS with a certificate minted for this run')
    .configureOutput({ writeOut: (text) => print(text.trimEnd()), writeErr: (text) => printError(text.trimEnd()) })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : ownFault));
  const args = command.parse(words, { from: 'user' }).opts<Arguments>();
  const minted = args.tls ? mintTls(args.host) : undefined;
  try {
    const { host, port, life: lifeSeconds } = args;
    const mock = await startMock({ host, port, lifeSeconds, ...(minted && { tls: minted.tls }) });
    print(instructions(mock, minted?.caFile));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void mock.close());
    return 0;
  } catch (error) {
    printError(explain(error, args));
    return ownFault;
  }
}
