// A small local server for the shipped files, the host pages, and files that a test overrides.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

import { answerForHost } from './hosts.mjs';

const ROOT = new URL('../../../', import.meta.url);
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

/**
 * @param {Record<string, { body?: string, headers?: Record<string, string>, pauseMs?: number }>} overlay by path;
 *   without a body, the file of that path is served with the extra headers, and with a pause in its middle
 * @param {number} port by default any free one
 */
export async function serve(overlay = {}, port = 0) {
  if (!existsSync(new URL('dist/adal-check.html', ROOT))) {
    throw new Error('dist/ is empty; `cargo xtask bundle` makes it');
  }
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    requests.push(request.url);
    response.setHeader('cache-control', 'no-store');
    const host = answerForHost(pathname, `http://${request.headers.host}`);
    if (host) {
      response.writeHead(200, { 'content-type': TYPES[host.type], ...host.headers }).end(host.body);
      return;
    }
    const { body, headers, pauseMs } = overlay[pathname] ?? {};
    try {
      const content = body ?? (await readFile(new URL(fileOf(pathname), ROOT)));
      const type = TYPES[pathname.split('.').pop()] ?? TYPES.html;
      response.writeHead(200, { 'content-type': type, ...headers });
      if (pauseMs) {
        response.write(content.subarray(0, content.length / 2));
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        response.end(content.subarray(content.length / 2));
      } else {
        response.end(content);
      }
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function fileOf(pathname) {
  if (pathname.startsWith('/npm/')) {
    return pathname.replace('/npm/', 'node_modules/');
  }
  return pathname.startsWith('/hosts/') ? `tests/e2e${pathname}` : `dist${pathname}`;
}
