/** The network part of the doctor: name, connection, TLS, the good request, the clock, the protected resource. */
import { X509Certificate } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { thumbprintOf, wantsCertificate } from '../contract/mutual-tls.ts';
import { probeOperationId } from '../contract/types.ts';
import { skewOf } from '../judge/judge.ts';
import { whyNotGranted } from '../judge/refused-control.ts';
import { skewRisk, skewText } from '../judge/skew.ts';
import { whyNotAccepted } from '../run/controls.ts';
import { grantIn } from '../run/grant.ts';
import { isAccepted } from '../run/moments.ts';
import { mostCharacters } from '../run/outcome.ts';
import { gateOfTarget } from '../run/target-gate.ts';
import { signedLine } from '../scenario/auth/signed-line.ts';
import { build, unavailable } from '../scenario/build.ts';
import { isResourceControl, plan, unplannedControl } from '../scenario/plan.ts';
import { basePathOf } from '../target/address.ts';
import { buildingOf, type Target } from '../target/target.ts';
import type { Gate } from '../wire/clear/gate.ts';
import { asksCertificate, type Endpoint, issuerOf, openTcp, openTunnel, secure, tlsFacts } from '../wire/connect.ts';
import type { Exchange } from '../wire/exchange.ts';
import { type WhyNoProxy, whyNoProxy } from '../wire/proxy.ts';
import { createTransport, type Transport } from '../wire/transport.ts';
import { troubleOf } from '../wire/trouble.ts';
import type { Diagnosis } from './diagnosis.ts';
import { handshakeRemedy, refusalRemedy, troubleRemedy } from './remedies.ts';

const day = 86_400_000;

/** What else to do where a host is not reached without a proxy. */
function otherwise(why: WhyNoProxy | null): string {
  if (why === null) return 'or set HTTPS_PROXY';
  return why === 'NO_PROXY names the host' ? 'or take the host out of NO_PROXY' : 'and the address';
}

/** Opens name, connection and TLS in turn; the first failure ends the series. */
async function open(target: Target, baseUrl: string, timeout: number, why: WhyNoProxy | null): Promise<Diagnosis[]> {
  const { hostname, port, protocol, host } = new URL(baseUrl);
  const name = hostname.replace(/^\[|\]$/g, '');
  const endpoint: Endpoint = { hostname: name, port: Number(port || (protocol === 'https:' ? 443 : 80)) };
  const { proxy } = target;
  const found: Diagnosis[] = [];
  const signal = AbortSignal.timeout(timeout * 1000);
  const trouble = (error: unknown, phase: 'connect' | 'proxy' | 'tls'): string =>
    troubleOf(error, { phase, begun: false, seconds: timeout }).cause;

  if (proxy) found.push({ check: 'proxy', state: 'ok', text: `${proxy.hostname}:${proxy.port} by ${proxy.variable}` });
  else if (why !== null) found.push({ check: 'proxy', state: 'ok', text: `none: ${why}` });
  if (!proxy && !isIP(name)) {
    try {
      const addresses = await lookup(name, { all: true });
      found.push({
        check: 'name',
        state: 'ok',
        text: `${name} is ${addresses.map(({ address }) => address).join(', ')}`,
      });
    } catch (error) {
      const remedy = `check baseUrl, the VPN and the name server, ${otherwise(why)}`;
      return [...found, { check: 'name', state: 'unreached', text: `${name}: ${trouble(error, 'connect')}`, remedy }];
    }
  }
  const way = proxy ? openTunnel(proxy, endpoint, signal) : openTcp(endpoint, signal);
  const socket = await way.catch((error: unknown) => trouble(error, proxy ? 'proxy' : 'connect'));
  if (typeof socket === 'string') {
    const refused: Diagnosis = { check: 'connection', state: 'unreached', text: socket };
    // Some faults of a proxy say by themselves what to do.
    if (proxy && /_PROXY|another proxy/i.test(socket)) return [...found, refused];
    const remedy = proxy ? `check ${proxy.variable} and NO_PROXY` : `check baseUrl and the firewall, ${otherwise(why)}`;
    return [...found, { ...refused, remedy }];
  }
  found.push({ check: 'connection', state: 'ok', text: host });
  if (protocol !== 'https:') {
    socket.destroy();
    return found;
  }
  const secured = await secure(socket, name, target.tls, signal).catch((error: unknown) => ({
    text: trouble(error, 'tls'),
    remedy: handshakeRemedy(error),
  }));
  if ('remedy' in secured) {
    socket.destroy();
    return [...found, { check: 'TLS', state: 'unreached', ...secured }];
  }
  const facts = tlsFacts(secured);
  const issuer = issuerOf(secured);
  const asks = asksCertificate(secured);
  secured.destroy();
  const days = Math.floor(((facts?.validTo.getTime() ?? 0) - Date.now()) / day);
  const text = `${facts?.version ?? 'unknown version'}, issued by ${issuer ?? 'unknown'}, ${days} days left`;
  const ending = days < 14 ? { state: 'warning' as const, remedy: 'ask the operator of the host to renew it' } : null;
  return [...found, { check: 'TLS', state: 'ok', text, ...ending }, ...certificateAsked(target, asks)];
}

/** Whether the server asks for the certificate that authenticates the client, and which one it is given. */
function certificateAsked({ contract, clientCertificate }: Target, asks: boolean): Diagnosis[] {
  if (!wantsCertificate(contract) || !clientCertificate) return [];
  const { cert } = clientCertificate;
  const { subject } = new X509Certificate(cert);
  const ours = `${subject.replace(/\n/g, ', ')} (x5t#S256 ${thumbprintOf(cert)})`;
  if (asks)
    return [{ check: 'mutual TLS', state: 'ok', text: `the server asks for a certificate; ours is of ${ours}` }];
  return [
    {
      check: 'mutual TLS',
      state: 'warning',
      text: `the server asks for no certificate, and ours authenticates the client: ${ours}`,
      remedy: 'check baseUrl: many providers have another host for mutual TLS',
    },
  ];
}

function clock(skew: number): Diagnosis {
  const text = skewText(skew);
  const risk = skewRisk(skew);
  return risk === null
    ? { check: 'clock', state: 'ok', text }
    : { check: 'clock', state: 'warning', text, remedy: `set this machine by NTP; ${risk}` };
}

/** Sends a token that was just granted to the protected resource: what is tried there means something only where that is accepted. */
async function tryProbe(
  target: Target,
  basePath: string,
  transport: Transport,
  granted: Exchange,
  gate: Gate,
): Promise<Diagnosis[]> {
  const { contract, probe, onlyControl } = target;
  const grant = grantIn(granted, contract.token);
  if (!probe || onlyControl !== null) return [];
  const check = 'probe';
  if (!grant)
    return [
      {
        check,
        state: 'unreached',
        text: `the grant holds no token${contract.token.lifetime === null ? '' : ' with a lifetime'}`,
        remedy: 'run the suite: it reports what the answer lacks',
      },
    ];
  const scenario = plan(contract).find(isResourceControl) ?? unplannedControl(probeOperationId);
  const { token } = grant;
  const context = () => ({ ...buildingOf(target), now: new Date(), token, basePath });
  const missing = unavailable(scenario, context());
  if (missing !== null) {
    const remedy = 'without it no run watches how long a token opens what it is for';
    return [{ check, state: 'warning', text: `not tried: ${missing}`, remedy }];
  }
  const make = () => build(scenario, context());
  const exchange = await transport.exchange(scenario.id, make, { attempts: 1 });
  gate.learn(exchange, contract, false);
  if (isAccepted(exchange)) return [{ check, state: 'ok', text: 'accepts a fresh token' }];
  if (exchange.trouble) {
    const otherwise = 'try again later; nothing that rests on the protected resource can be judged before it answers';
    const remedy = troubleRemedy(exchange, otherwise);
    return [{ check, state: 'unreached', text: gate.clear(exchange.trouble.cause), remedy }];
  }
  const { text, remedy } = whyNotAccepted(exchange, gate);
  return [{ check, state: 'unreached', text, remedy }, ...signatures(exchange)];
}

/** What the signatures of a request that was refused were made over. */
function signatures({ request: { signed = [] } }: Exchange): Diagnosis[] {
  return signed.map(
    (one): Diagnosis => ({
      check: 'signature',
      state: 'warning',
      text: `${one.header} was made over ${signedLine(one)}`,
      remedy:
        'compare it with what the provider makes the signature over; npm run sign shows the same for any operation',
    }),
  );
}

/**
 * Sends the good request once; reports whether it is granted, whether its token is accepted, and how the clocks differ.
 */
async function sendControl(target: Target, baseUrl: string, gate: Gate): Promise<Diagnosis[]> {
  const { contract, pace, tls, proxy } = target;
  const [control] = plan(contract);
  if (!control) throw new Error(`the plan of ${contract.provider} is empty`);
  const transport = createTransport({ baseUrl, ...pace, tls, proxy });
  const basePath = basePathOf(baseUrl);
  try {
    const make = () => build(control, { ...buildingOf(target), now: new Date(), probe: null, basePath });
    const exchange = await transport.exchange(control.id, make, { attempts: 1 });
    gate.learn(exchange, contract, true);
    const reason = whyNotGranted(contract, control, exchange, gate);
    const clocks = exchange.trouble ? [] : [clock(skewOf(exchange))];
    if (reason === null) {
      const tried = await tryProbe(target, basePath, transport, exchange, gate);
      return [...clocks, { check: 'control', state: 'ok', text: 'granted' }, ...tried];
    }
    const remedy = exchange.trouble
      ? troubleRemedy(exchange, 'try again later; nothing can be judged before it is granted')
      : refusalRemedy(exchange, contract.operation.path);
    const refused: Diagnosis = { check: 'control', state: 'unreached', text: gate.cut(reason, mostCharacters), remedy };
    return [...clocks, refused, ...(exchange.trouble ? [] : signatures(exchange))];
  } finally {
    await transport.close();
  }
}

/** Goes to a target as a run would, and reports how far it comes. */
export async function reach(target: Target, baseUrl: string, variables: Record<string, string>): Promise<Diagnosis[]> {
  const gate = gateOfTarget(target);
  const opened = await open(target, baseUrl, target.pace.timeout, whyNoProxy(baseUrl, variables));
  const blocked = opened.some(({ state }) => state === 'unreached');
  const found = blocked ? opened : [...opened, ...(await sendControl(target, baseUrl, gate))];
  // Names of hosts and issuers, messages of libraries and paths come from elsewhere.
  return found.map(({ text, remedy, ...one }) => ({
    ...one,
    text: gate.clear(text),
    ...(remedy === undefined ? {} : { remedy: gate.clear(remedy) }),
  }));
}
