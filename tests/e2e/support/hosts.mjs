// The sample sites in tests/e2e/hosts. Each file starts with what it shows and how its server behaves.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('../hosts/', import.meta.url);
const DIST = new URL('../../../dist/', import.meta.url);

/**
 * @typedef {object} Host
 * @property {string} name
 * @property {string} shows
 * @property {'widget' | 'fallback' | 'ready'} expect
 * @property {number} [count] how many widgets there are
 * @property {Record<string, string>} [page] headers of the page
 * @property {Record<string, string>} [files] headers of the two files
 * @property {'missing' | 'cut'} [frame] what is wrong with adal-check.html
 * @property {'missing'} [loader] what is wrong with adal-check.js
 * @property {string} [console] what the console tells the administrator
 * @property {string[]} [lacks] what the browser does not have
 * @property {object} [browser] settings of the browser
 */

/** @returns {Host[]} */
export function readHosts() {
  return readdirSync(FOLDER)
    .map((file) => ({ file, first: /^<!-- (\{.*\}) -->\n/.exec(readFileSync(new URL(file, FOLDER), 'utf8')) }))
    .filter(({ first }) => first)
    .map(({ file, first }) => ({ name: file.replace('.html', ''), ...JSON.parse(first[1]) }));
}

/**
 * The server's response for the sample sites. Each has the two files in its own folder, as its server sends them.
 *
 * @param {string} pathname
 * @param {string} origin
 * @returns {{ body: string | Buffer, type: string, headers: Record<string, string> } | undefined}
 */
export function answerForHost(pathname, origin) {
  const [, name, file] = /^\/hosts\/([a-z-]+)\/([a-z.-]*)$/.exec(pathname) ?? [];
  const host = readHosts().find((host) => host.name === name);
  if (!host) {
    return undefined;
  }
  const read = (path) => readFileSync(new URL(path, DIST));
  if (file === '') {
    const markup = readFileSync(new URL(`${name}.html`, FOLDER), 'utf8');
    return { body: fill(markup, origin), type: 'html', headers: JSON.parse(fill(JSON.stringify(host.page ?? {}), origin)) };
  }
  if (file === 'adal-check.js' && !host.loader) {
    return { body: read(file), type: 'js', headers: host.files ?? {} };
  }
  if (file === 'adal-check.html' && host.frame !== 'missing') {
    const whole = read(file);
    return { body: host.frame === 'cut' ? whole.subarray(0, whole.length * 0.7) : whole, type: 'html', headers: host.files ?? {} };
  }
  return undefined;
}

/** The same server under its other name is another origin. */
function fill(text, origin) {
  const integrity = `sha384-${createHash('sha384').update(readFileSync(new URL('adal-check.js', DIST))).digest('base64')}`;
  const cdn = origin.includes('localhost') ? origin.replace('localhost', '127.0.0.1') : origin.replace('127.0.0.1', 'localhost');
  return text.replaceAll('{origin}', origin).replaceAll('{cdn}', cdn).replaceAll('{integrity}', integrity);
}
