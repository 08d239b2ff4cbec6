/**
 * A proxy that lets nothing through and notes what it was asked for. A browser behind it reaches 127.0.0.1
 * and nothing else, whoever asks: page, extension or the browser itself.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RefusingProxy {
  /** `host:port` of each refused connection, the address of each refused plain request. Grows. */
  readonly asked: readonly string[];
  /** The same with the method in front: `GET http://…`, `CONNECT host:port`. */
  readonly requests: readonly string[];
  readonly chromiumArgs: readonly string[];
  readonly firefoxPrefs: Readonly<Record<string, string | number>>;
  close(): Promise<void>;
}

export async function refusingProxy(): Promise<RefusingProxy> {
  const asked: string[] = [];
  const requests: string[] = [];
  const note = ({ method, url = '' }: http.IncomingMessage): void => {
    asked.push(url);
    requests.push(`${method} ${url}`);
  };
  const server = http.createServer((request, response) => {
    note(request);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note(request);
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    requests,
    chromiumArgs: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=127.0.0.1'],
    firefoxPrefs: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.no_proxies_on': '127.0.0.1',
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
