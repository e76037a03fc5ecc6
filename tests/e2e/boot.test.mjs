// The shipped frame before and while its program starts: the start page works at once, and the ways out are closed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { listenForComplaints, openBrowser, openPage } from './support/browser.mjs';
import { WORDS } from './support/content.mjs';
import { programRuns } from './support/person.mjs';
import { serve } from './support/server.mjs';
import { holdProgram } from './support/slow.mjs';

let browser;
let server;

before(async () => {
  browser = await openBrowser();
  server = await serve();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

async function withFrame(fragment, prepare, run) {
  const page = await openPage(browser);
  const complaints = listenForComplaints(page);
  try {
    if (prepare) {
      await page.addInitScript(prepare);
    }
    await page.goto(`${server.origin}/adal-check.html${fragment}`);
    await run(page, complaints);
  } finally {
    await page.close();
  }
}

const language = (page) => page.evaluate(() => document.documentElement.lang);
const pageLanguages = (page) => page.locator('#adal > .adal').evaluateAll((pages) => pages.map(({ lang }) => lang));
const root = (page, name) => page.locator('#adal').getAttribute(`data-${name}`);
const firstWho = (page) => page.locator('input[name="who"]').first();

test('the fragment chooses the language, and Kazakh comes first', async () => {
  for (const [fragment, lang] of [['', 'kk'], ['#lang=ru', 'ru'], ['#lang=de&lang=en', 'en'], ['#lang=KK', 'kk']]) {
    await withFrame(fragment, holdProgram, async (page) => {
      assert.equal(await language(page), lang);
      assert.deepEqual(await pageLanguages(page), [lang]);
      assert.equal(await page.title(), await page.locator('h1').textContent());
      assert.equal(await root(page, 'lang'), lang);
    });
  }
});

test('the program finds good options on the root, and nothing else', async () => {
  const fragment = '#lang=ru&clause=3.6&situation=gift&audience=boss&theme=dark&height=fixed&answers=secret&__proto__=x';
  await withFrame(fragment, holdProgram, async (page) => {
    const data = await page.locator('#adal').evaluate(({ dataset }) => ({ ...dataset }));
    const { who, page: step, ids, ...options } = data;
    assert.match(ids, /^adal-[0-9a-f]{16}-$/);
    assert.equal(step, '0');
    assert.deepEqual(options, { lang: 'ru', clause: '3.6', situation: 'gift', theme: 'dark', height: 'fixed' });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  });
});

test('the audience that the host names is chosen already', async () => {
  await withFrame('#audience=ngo', holdProgram, async (page) => {
    assert.equal(await page.locator('input[data-audience="ngo"]').isChecked(), true);
    assert.equal(await root(page, 'who'), await page.locator('input[data-audience="ngo"]').inputValue());
  });
});

test('who asks decides what else is asked', async () => {
  await withFrame('', holdProgram, async (page) => {
    const visible = () => page.locator('[data-for-who]').evaluateAll((parts) => parts.map((part) => !part.hidden));
    assert.ok((await visible()).every((seen) => !seen));
    for (const who of await page.locator('input[name="who"]').all()) {
      await who.check();
      const value = await who.inputValue();
      assert.equal(await root(page, 'who'), value);
      const expected = await page
        .locator('[data-for-who]')
        .evaluateAll((parts, value) => parts.map((part) => part.dataset.forWho.split(' ').includes(value)), value);
      assert.deepEqual(await visible(), expected);
      assert.ok(expected.includes(true));
    }
  });
});

test('a ticked role counts too, while its box is in sight', async () => {
  await withFrame('', holdProgram, async (page) => {
    await page.locator('input[data-audience="staff"]').check();
    const role = page.locator('input[name="role"]').first();
    const value = await role.inputValue();
    const part = page.locator('label[data-for-who]').first();
    await part.evaluate((part, value) => { part.dataset.forWho = value; }, value);
    await role.check();
    assert.equal(await part.evaluate(({ hidden }) => hidden), false);
    await page.locator('input[data-audience="ngo"]').check();
    assert.equal(await part.evaluate(({ hidden }) => hidden), true);
  });
});

test('another language keeps the choices, the focus and a pressed button', async () => {
  await withFrame('', holdProgram, async (page) => {
    await firstWho(page).check();
    const value = await firstWho(page).inputValue();
    const go = page.locator('button[data-action="continue"]');
    await go.click();
    assert.equal(await root(page, 'pressed'), 'continue');
    await page.locator('button[data-lang="ru"]').click();
    assert.equal(await language(page), 'ru');
    assert.equal(await page.locator(`input[name="who"][value="${value}"]`).isChecked(), true);
    assert.equal(await page.locator('input:checked').count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.lang), 'ru');
    assert.equal(await go.getAttribute('aria-disabled'), 'true');
    assert.match(await go.getAttribute('class'), /(^| )is-waiting( |$)/);
    await page.locator('button[data-lang="kk"]').click();
    assert.deepEqual(await pageLanguages(page), ['kk']);
    assert.equal(await firstWho(page).isChecked(), true);
  });
});

test('a browser without DecompressionStream starts all the same', async () => {
  await withFrame('#lang=ru', () => { delete globalThis.DecompressionStream; }, async (page) => {
    await programRuns(page);
    assert.equal(await language(page), 'ru');
  });
});

const FILE = readFileSync(new URL('../../dist/adal-check.html', import.meta.url), 'utf8');

/** What becomes of a file on its way to a site, and what the console then says. */
const DAMAGES = {
  'its end is missing': [FILE.slice(0, FILE.indexOf('id="adal-words-ru"')), /adal-words-ru .* is missing/],
  'a language is cut short': [FILE.replace(/(id="adal-words-en"[^>]*>[^<]{1000})[^<]*/, '$1'), /adal-words-en .* is damaged/],
  'the structure of the content is missing': [FILE.replace('id="adal-content"', 'id="other"'), /adal-content .* is missing/],
  'the structure of the content is damaged': [
    FILE.replace(/(id="adal-content"[^>]*>[^<]{256})(.{100})/, (_, begin, part) => begin + ' '.repeat(part.length)),
    /the content is damaged/,
  ],
  'a language is from another release': [
    FILE.replace(/(id="adal-words-kk"[^>]*data-edition=")\w+/, '$10123456789abcdef'),
    /different contents/,
  ],
  'the program is from another release': [
    FILE.replaceAll(/data-schema="\w+"/g, 'data-schema="0123456789abcdef"'),
    /another version of the program/,
  ],
  'the program is damaged': [FILE.replace(/(id="adal-program"[^>]*>[^<]{5000})[^<]{50}/, '$1'), /adal-check:/],
};

for (const [damage, [body, reason]] of Object.entries(DAMAGES)) {
  test(`a file says that it cannot start, and the console says why: ${damage}`, async () => {
    assert.notEqual(body, FILE);
    const other = await serve({ '/adal-check.html': { body } });
    const page = await openPage(browser);
    const said = listenForComplaints(page);
    try {
      await page.goto(`${other.origin}/adal-check.html#lang=ru`);
      const message = page.locator('#adal [data-failed]:not([hidden])');
      await message.waitFor({ state: 'visible' });
      assert.equal(await message.getAttribute('role'), 'alert');
      assert.equal(await page.locator('#adal > .adal').first().getAttribute('lang'), 'ru');
      assert.match(said.join('\n'), reason);
    } finally {
      await page.close();
      await other.close();
    }
  });
}

test('a server that says another encoding does not garble the file', async () => {
  const other = await serve({ '/adal-check.html': { headers: { 'content-type': 'text/html; charset=windows-1251' } } });
  const page = await openPage(browser);
  await page.goto(`${other.origin}/adal-check.html#lang=kk`);
  await programRuns(page);
  assert.equal(await page.locator('h1').textContent(), WORDS.kk['start-title']);
  await page.close();
  await other.close();
});

test('a host learns that the program cannot start', async () => {
  const host = `<!doctype html><script>
    addEventListener('message', ({ data }) => { window.heard = data; });
    </script><iframe sandbox="allow-scripts" src="/adal-check.html"></iframe>`;
  const [body] = DAMAGES['the program is damaged'];
  const other = await serve({ '/host.html': { body: host }, '/adal-check.html': { body } });
  const page = await openPage(browser);
  await page.goto(`${other.origin}/host.html`);
  // The start page had said ready before.
  await page.waitForFunction(() => window.heard === 'adal=1&type=failed');
  await page.close();
  await other.close();
});

test('an error in the running program is told once, and what was read stays', async () => {
  await withFrame('', undefined, async (page) => {
    await page.locator('#adal-program').waitFor({ state: 'detached' });
    const heading = await page.locator('h1').textContent();
    await page.evaluate(() => {
      for (let times = 0; times < 2; times += 1) {
        setTimeout(() => {
          throw new WebAssembly.RuntimeError('broken');
        });
      }
    });
    const message = page.locator('#adal [data-failed]:not([hidden])');
    await message.waitFor({ state: 'visible' });
    assert.equal(await message.count(), 1);
    assert.equal(await page.locator('h1').textContent(), heading);
    assert.equal(await page.locator('input:visible').evaluateAll((all) => all.some((one) => !one.closest('[inert]'))), false);
    assert.equal(await page.locator('.adal-leave').evaluate((button) => Boolean(button.closest('[inert]'))), false);
  });
});

test('the program starts without any request and without any complaint', async () => {
  const own = await serve();
  const page = await openPage(browser);
  const complaints = listenForComplaints(page);
  await page.goto(`${own.origin}/adal-check.html`);
  await page.locator('#adal-program').waitFor({ state: 'detached' });
  await firstWho(page).check();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(own.requests, ['/adal-check.html']);
  assert.deepEqual(complaints, []);
  await page.close();
  await own.close();
});

test('the ways out are shut', async () => {
  await withFrame('', undefined, async (page) => {
    const open = await page.evaluate(() =>
      [
        'RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocket', 'EventSource',
        'XMLHttpRequest', 'fetch', 'Worker', 'SharedWorker', 'open',
      ].filter((name) => name in globalThis),
    );
    assert.deepEqual(open, []);
    await page.evaluate(() => { delete document.createElement; });
    const before = server.requests.length;
    const violations = await page.evaluate(async () => {
      const seen = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective));
      const image = new Image();
      image.src = '/image.png';
      navigator.sendBeacon('/beacon', 'x');
      const form = document.createElement('form');
      form.action = '/form';
      document.body.append(form);
      form.submit();
      const frame = document.createElement('iframe');
      frame.src = '/frame.html';
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return seen.sort();
    });
    assert.deepEqual(violations, ['connect-src', 'form-action', 'frame-src', 'img-src']);
    assert.equal(server.requests.length, before);
  });
});
