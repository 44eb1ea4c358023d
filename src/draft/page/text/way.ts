/** The way to a page in the network: the proxies of a run, and its words where one does not let it through. */
import { Agent, type buildConnector } from 'undici';
import { variables } from '../../../target/variables.ts';
import { HandshakeFault, openWay, type Phase, WireFault } from '../../../wire/connect.ts';
import { proxyFor } from '../../../wire/proxy.ts';
import { troubleOf } from '../../../wire/trouble.ts';

/** How pages are fetched, and what went wrong. */
export interface Way {
  agent: Agent;
  fault(error: unknown): string;
}

/** Opens the way to a page; `signal` ends it after these milliseconds. */
export function wayTo(signal: AbortSignal, patience: number): Way {
  const all = variables();
  // Of the shell or of .env; pages, unlike providers, may be plain HTTP beyond this machine.
  const plain = { ...all, https_proxy: undefined, HTTPS_PROXY: all['http_proxy'] ?? all['HTTP_PROXY'] };
  let phase: Phase = 'connect';
  const connect: buildConnector.connector = ({ hostname, port, protocol }, callback) => {
    const secured = protocol === 'https:';
    const open = async () => {
      const proxy = proxyFor(`https://${hostname}:${port || (secured ? 443 : 80)}`, secured ? all : plain);
      const endpoint = { hostname: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (secured ? 443 : 80)) };
      return openWay(endpoint, { proxy, tls: secured ? {} : null }, signal, (reached) => {
        phase = reached;
      });
    };
    open().then(
      (socket) => {
        phase = 'answer';
        callback(null, socket);
      },
      (error: Error) => callback(error, null),
    );
  };
  return {
    agent: new Agent({ connect }),
    fault(error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const late = cause instanceof Error && ['TimeoutError', 'AbortError'].includes(cause.name);
      if (late || cause instanceof WireFault || cause instanceof HandshakeFault)
        return troubleOf(cause, { phase, begun: false, seconds: patience / 1000 }).cause;
      return cause instanceof Error ? cause.message : String(cause);
    },
  };
}
