// A browser controlled through the W3C WebDriver protocol.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE_MS = 30_000;
const PAUSE_MS = 50;

/** Starts the driver, and a browser through it. */
export async function openSession({ driver, args = [], capabilities = {}, env }) {
  const port = await freePort();
  const program = start(driver, [`--port=${port}`, ...args], { env: { ...process.env, ...env } });
  const send = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    const { value } = await response.json();
    if (!response.ok) {
      throw new Error(`${path}: ${value.error}: ${value.message}`);
    }
    return value;
  };
  await until(() => send('GET', '/status').then(({ ready }) => ready, () => false), `${driver} on port ${port}`);
  const { sessionId, capabilities: is } = await send('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  const version = `${is.browserName} ${is.browserVersion}`;
  return new Session((method, path, body) => send(method, `/session/${sessionId}${path}`, body), program, version);
}

/** Starts a program that neither delays the tests nor outlives them. Its output is ignored. */
export function start(program, args, options) {
  const started = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], ...options });
  started.unref();
  started.stdout.unref();
  started.stdout.resume();
  process.once('exit', () => started.kill());
  return started;
}

/** Polls until it is true. */
export async function until(isSo, what) {
  for (const end = Date.now() + PATIENCE_MS; !(await isSo());) {
    if (Date.now() > end) {
      throw new Error(`waited in vain for: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** A free port of this machine. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return String(port);
}

export class Session {
  constructor(send, program, version) {
    this.send = send;
    this.program = program;
    this.version = version;
  }

  go(url) {
    return this.send('POST', '/url', { url });
  }

  back() {
    return this.send('POST', '/back', {});
  }

  forward() {
    return this.send('POST', '/forward', {});
  }

  size(width, height) {
    return this.send('POST', '/window/rect', { width, height });
  }

  /** Switches to this frame or, without one, back to the page. */
  enter(frame = null) {
    return this.send('POST', '/frame', { id: frame });
  }

  find(selector) {
    return this.send('POST', '/element', { using: 'css selector', value: selector });
  }

  click(element) {
    return this.send('POST', `/element/${element[ELEMENT]}/click`, {});
  }

  /** Types into an element, or sets the file of a file input. */
  type(element, text) {
    return this.send('POST', `/element/${element[ELEMENT]}/value`, { text });
  }

  /** Runs a function in the page, which returns JSON or an element. */
  run(action, ...args) {
    return this.send('POST', '/execute/sync', { script: `return (${action})(...arguments);`, args });
  }

  /** The printed page, as a base64 PDF. */
  print() {
    return this.send('POST', '/print', {});
  }

  async close() {
    await this.send('DELETE', '').catch(() => {});
    this.program.kill();
  }
}
