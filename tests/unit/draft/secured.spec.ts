/** Sentences that demand HTTPS, which an address need not show then. */
import { expect, test } from '@playwright/test';
import { demandsHttps } from '../../../src/draft/page/words/secured.ts';

test('a sentence demands HTTPS of every request where it says nothing else', () => {
  for (const words of [
    'HTTPS wajib.',
    '- **HTTPS is required.** Personal data is sent.',
    'All requests must be made over HTTPS.',
    'Every API call must use TLS',
    'Only HTTPS is supported.',
    'Semua permintaan wajib dikirim melalui HTTPS.',
  ])
    expect(demandsHttps(words), words).toBe(true);
  for (const words of [
    'HTTPS is required in production.',
    'HTTPS is not required.',
    'Payments must be made over HTTPS.',
    'HTTPS is recommended',
    'All requests must be made over HTTPS or from your own network.',
  ])
    expect(demandsHttps(words), words).toBe(false);
});
