import { expect } from '@playwright/test';

/** Expects that no secret is in a text: raw, Base64, URL-encoded or hex. */
export function expectNoSecret(text: string, secrets: string[]): void {
  for (const secret of secrets) {
    const bytes = Buffer.from(secret);
    const base64 = bytes.toString('base64').replace(/=+$/, '');
    const forms = [secret, base64, bytes.toString('base64url'), encodeURIComponent(secret), bytes.toString('hex')];
    for (const form of forms) {
      expect(text.includes(form), `a secret of ${secret.length} characters is in the output`).toBe(false);
      expect(text.toLowerCase().includes(bytes.toString('hex'))).toBe(false);
    }
  }
}
