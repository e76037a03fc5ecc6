// Attributes, events, parts, properties and messages must be the same in code, types, manifest and documents.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { openBrowser, openPage } from './support/browser.mjs';
import { serve } from './support/server.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found))].sort();
const names = (list) => list.map(({ name }) => name).sort();

const LOADER = read('embed/adal-check.js');
const TYPES = read('embed/adal-check.d.ts');
const DOCUMENT = read('docs/EMBEDDING.md');
const [ELEMENT] = JSON.parse(read('embed/custom-elements.json')).modules[0].declarations;

let browser;
let server;
let attributes;

before(async () => {
  browser = await openBrowser();
  server = await serve();
  const page = await openPage(browser);
  await page.goto(`${server.origin}/hosts/sample.html`);
  attributes = await page.evaluate(() => [...customElements.get('adal-check').observedAttributes].sort());
  await page.close();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** The first column of the document's table whose heading starts with this word. */
function table(word) {
  const [, rows] = new RegExp(`\\| ${word} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`).exec(DOCUMENT);
  return all(rows, /^\| `([^`]+)`/gm);
}

test('attributes', () => {
  assert.ok(attributes.length > 15);
  assert.deepEqual(table('attribute'), attributes);
  assert.deepEqual(names(ELEMENT.attributes), attributes);
  const [, body, groups] = /type AdalAttributes = \{([^]*?)\n\} & .*`contact-\$\{([^}]*)\}/.exec(TYPES);
  const parts = all(/type AdalContactPart = (.*);/.exec(TYPES)[1], /'([a-z]+)'/g);
  const contacts = all(groups, /'([a-z-]*)'/g).flatMap((group) => parts.map((part) => `contact-${group}${part}`));
  assert.deepEqual([...all(body, /^ {2}'?([a-z-]+)'?\?:/gm), ...contacts].sort(), attributes);
  const markup = [read('README.md'), DOCUMENT].flatMap((text) => all(text, /```html\n([^]*?)```/g)).join('');
  for (const snippet of markup.matchAll(/<adal-check([^>]*)>/g)) {
    for (const name of all(snippet[1], / ([a-z-]+)(?==|$| )/g)) {
      assert.ok(attributes.includes(name), `${snippet[0]} has ${name}`);
    }
  }
});

test('events and the reasons of a failure', () => {
  const events = all(LOADER, /Event\('(adal-[a-z]+)'/g);
  assert.deepEqual(table('event'), events);
  assert.deepEqual(names(ELEMENT.events), events);
  assert.deepEqual(all(TYPES, /addEventListener\(\s*type: '(adal-[a-z]+)'/g), events);
  const reasons = all(LOADER, /(?:fail\('|type === '(?=failed))([a-z]+)'/g);
  assert.deepEqual(all(/type AdalFailure = (.*);/.exec(TYPES)[1], /'([a-z]+)'/g), reasons);
  for (const reason of reasons) {
    assert.ok(DOCUMENT.includes(`\`${reason}\` (`), reason);
  }
});

test('messages', () => {
  const documented = all(DOCUMENT, /^\| `adal=1&type=([a-z]+)/gm);
  assert.deepEqual(all(LOADER, /^ \* {3}adal=1&type=([a-z]+)/gm), documented);
  const heard = all(LOADER, /type === '([a-z]+)'/g);
  assert.deepEqual([...heard, 'attributes'].sort(), documented);
  const said = all(read('embed/boot/host.js'), /'(ready|top|leave|failed)'|`(?:height|language)&/g);
  assert.deepEqual(said.filter(Boolean), ['failed', 'leave', 'ready', 'top']);
});

test('custom properties, parts and methods', () => {
  const properties = table('property');
  assert.deepEqual(names(ELEMENT.cssProperties), properties);
  const [, looks] = /const LOOKS = '(.*)'\.split/.exec(LOADER);
  assert.deepEqual(looks.split(' ').sort().map((name) => `--adal-${name}`), properties);
  const parts = all(LOADER, /part: '([a-z]+)'/g);
  assert.deepEqual(names(ELEMENT.cssParts), parts);
  assert.deepEqual(all(DOCUMENT, /::part\(([a-z]+)\)/g), parts);
  for (const { name } of ELEMENT.members) {
    assert.match(TYPES, new RegExp(`${name}\\(\\): void`));
    assert.match(DOCUMENT, new RegExp(`\\.${name}\\(\\)`));
  }
});

test('loader and frame take the same for an address of the frame and for contacts', () => {
  const frame = read('embed/boot/fragment.js');
  const [, src] = /const SRC = (.*);/.exec(LOADER);
  assert.ok(frame.includes(`src: ${src},`));
  const [, href] = /const HREF = (.*);/.exec(LOADER);
  for (const start of ['https?:\\/\\/\\S', 'mailto:[^\\s@]', 'tel:\\+?[\\d()-]']) {
    assert.ok(href.includes(start), `${href} has no ${start}`);
  }
  for (const start of ['phone: /^\\+?[\\d ()-]{', 'email: /^[^\\s@]{', 'url: /^https?:\\/\\/\\S{']) {
    assert.ok(frame.includes(start), start);
  }
});
