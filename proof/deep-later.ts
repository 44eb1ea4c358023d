/**
 * Providers that are careless in ways that no family was made for: they were listed after the families, from what issue
 * trackers of OAuth servers tell, so that the share of them that is caught is an honest one.
 */
import type { DeepServer } from './careless.ts';
import { laterRequests } from './later-requests.ts';
import { laterSigned } from './later-signed.ts';
import { laterTokens } from './later-tokens.ts';

/** Every provider of that list. */
export const laterServers: DeepServer[] = [...laterRequests, ...laterSigned, ...laterTokens];
