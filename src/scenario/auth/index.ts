import { basic } from './basic.ts';
import { bearer } from './bearer.ts';
import type { Mechanism } from './mechanism.ts';
import { mutualTls } from './mutual-tls.ts';
import { privateKeyJwt } from './private-key-jwt.ts';
import { signature } from './signature.ts';
import { snapSignature } from './snap-signature.ts';

/** Every auth mechanism, by the name a contract uses. */
export const mechanisms: Record<string, Mechanism> = {
  basic,
  bearer,
  'mutual-tls': mutualTls,
  signature,
  'private-key-jwt': privateKeyJwt,
  'snap-signature': snapSignature,
};
