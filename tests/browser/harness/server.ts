/** Serves pages on 127.0.0.1, each under the content security policy that the address asks for. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { SavedPage } from './corpus';

/** Policies that a page can be served under, by the name in `?csp=`. */
export const POLICIES = {
  /** As saved pages are: no header. */
  none: null,
  /** The page's own scripts do not run; saved pages whose scripts run without network take down their own text. */
  quiet: "script-src 'wasm-unsafe-eval'",
  /** As strict as news sites get. */
  strict: "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'",
  /** Stricter: no inline style either, and trusted types. */
  harsh:
    "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
} as const;

export type Policy = keyof typeof POLICIES;

export interface Server {
  /** Method and path of each request. Grows. */
  readonly requests: readonly string[];
  /** Address of a saved page. */
  url(page: SavedPage, policy?: Policy): string;
  /** Address of a page with this content. */
  html(content: string, policy?: Policy): string;
  close(): Promise<void>;
}

export async function serve(): Promise<Server> {
  const bodies = new Map<string, () => Buffer | string>();
  const requests: string[] = [];
  const server = http.createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const body = bodies.get(url.pathname);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    const policy = POLICIES[(url.searchParams.get('csp') ?? 'none') as Policy];
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(policy ? { 'content-security-policy': policy } : {}),
    });
    response.end(body());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const put = (path: string, body: () => Buffer | string, policy: Policy): string => {
    bodies.set(path, body);
    return `http://127.0.0.1:${port}${path}?csp=${policy}`;
  };
  return {
    requests,
    url: (page, policy = 'none') => put(`/${encodeURIComponent(page.id)}`, () => read(page.file), policy),
    html: (content, policy = 'none') => put(`/made/${bodies.size}`, () => content, policy),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

function read(file: string): Buffer {
  const bytes = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
