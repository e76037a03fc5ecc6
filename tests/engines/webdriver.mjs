// A browser at the other end of a WebDriver, in the words of the W3C protocol.
import { spawn } from 'node:child_process';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Starts the driver on a free port and opens a session. */
export async function openSession(driver, capabilities) {
  const program = spawn(driver, ['--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((found, failed) => {
    program.once('error', failed);
    program.once('exit', (code) => failed(new Error(`${driver} ended with ${code}`)));
    program.stdout.on('data', (data) => {
      const [, port] = /Listening on [\d.]+:(\d+)/.exec(String(data)) ?? [];
      if (port) {
        found(port);
      }
    });
  });
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
  const { sessionId } = await send('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  return new Session((method, path, body) => send(method, `/session/${sessionId}${path}`, body), program);
}

class Session {
  constructor(send, program) {
    this.send = send;
    this.program = program;
  }

  go(url) {
    return this.send('POST', '/url', { url });
  }

  size(width, height) {
    return this.send('POST', '/window/rect', { width, height });
  }

  /** Enters the frame that this script hands over. */
  async enter(script) {
    return this.send('POST', '/frame', { id: await this.run(script) });
  }

  find(xpath) {
    return this.send('POST', '/element', { using: 'xpath', value: xpath });
  }

  press(element) {
    return this.send('POST', `/element/${element[ELEMENT]}/click`, {});
  }

  run(script, ...args) {
    return this.send('POST', '/execute/sync', { script, args });
  }

  /** Runs a script that calls its last argument when it is done. */
  runLong(script, ...args) {
    return this.send('POST', '/execute/async', { script, args });
  }

  /** The page in print, as base64 of a PDF. */
  print() {
    return this.send('POST', '/print', {});
  }

  async until(isSo, what) {
    for (let tries = 0; !(await isSo()); tries += 1) {
      if (tries > 100) {
        throw new Error(`waited in vain for: ${what}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async close() {
    await this.send('DELETE', '').catch(() => {});
    this.program.kill();
  }
}
