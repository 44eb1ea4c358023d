import { expect } from '@playwright/test';

/** Expects that no secret is in a text: raw, Base64, URL-encoded or hex. */
export function expectNoSecret(text: string, secrets: string[]): void {
  const lower = text.toLowerCase();
  const found = [...new Set(secrets)].filter((secret) => {
    const bytes = Buffer.from(secret);
    const base64 = bytes.toString('base64').replace(/=+$/, '');
    const forms = [secret, base64, bytes.toString('base64url'), encodeURIComponent(secret)];
    return forms.some((form) => text.includes(form)) || lower.includes(bytes.toString('hex'));
  });
  expect(found.map((secret) => `a secret of ${secret.length} characters is in the output`)).toEqual([]);
}
