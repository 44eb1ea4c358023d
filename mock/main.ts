import { serveMock } from './serve.ts';

process.exitCode = await serveMock(process.argv.slice(2));
