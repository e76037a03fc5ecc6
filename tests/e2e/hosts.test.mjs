// Sample sites of all kinds: on each, either the widget works or its fallback is visible. Never a blank.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage } from './support/browser.mjs';
import { readHosts } from './support/hosts.mjs';
import { serve } from './support/server.mjs';

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

/** Opens a sample site and waits until its widgets are ready or have failed, where they can report it. */
async function visit(host, run) {
  const page = await openPage(browser, { viewport: { width: 1000, height: 800 }, ...host.browser });
  const heard = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(String(error)));
  try {
    if (host.browser?.javaScriptEnabled !== false) {
      await page.addInitScript((lacks) => lacks.forEach((name) => Reflect.deleteProperty(globalThis, name)), host.lacks ?? []);
      await page.addInitScript(() => {
        window.told = [];
        for (const name of ['adal-ready', 'adal-failed']) {
          document.addEventListener(name, ({ type }) => window.told.push(type), true);
        }
      });
    }
    await page.goto(`${server.origin}/hosts/${host.name}/`);
    await run(page, heard);
  } finally {
    await page.close();
  }
}

/** The page of the site itself, or the page inside it that contains the widget. */
const pageWithWidget = (page) => page.frames().find((frame) => frame.url().includes('/wordpress-like/')) ?? page.mainFrame();

const EXPECTATIONS = {
  async widget(page, { count = 1 }) {
    const site = pageWithWidget(page);
    await site.waitForFunction((count) => window.told?.filter((type) => type === 'adal-ready').length === count, count);
    for (let place = 0; place < count; place += 1) {
      const element = site.locator('adal-check').nth(place);
      const frame = element.locator('iframe');
      await frame.waitFor({ state: 'visible' });
      const { width, height } = await frame.boundingBox();
      assert.ok(width > 280 && height >= 600, `the frame is ${width} by ${height}`);
      for (const link of await element.locator('> a').all()) {
        assert.equal(await link.isVisible(), false, 'the fallback is still there');
      }
    }
    const inside = site.locator('adal-check').last().frameLocator('iframe');
    await inside.locator('.adal-main [data-failed]').waitFor({ state: 'attached' });
    await inside.locator('button[data-lang="en"]').press('Enter');
    await inside.locator('.adal[lang="en"]').waitFor();
    assert.deepEqual(await site.evaluate(() => window.told.filter((type) => type === 'adal-failed')), []);
  },
  async ready(page, { count }) {
    await page.waitForFunction((count) => window.told.length === count, count);
    assert.deepEqual(new Set(await page.evaluate(() => window.told)), new Set(['adal-ready']));
    await page.evaluate(() => {
      document.querySelector('details').open = true;
      document.querySelector('[hidden]').hidden = false;
    });
    await page.waitForFunction(() => [...document.querySelectorAll('adal-check')].every((one) => one.offsetHeight > 600));
  },
  async fallback(page, host) {
    const link = page.locator('adal-check > a, adal-check [part=link], body > a').filter({ visible: true }).first();
    if (host.frame || host.files || host.page || host.lacks?.includes('WebAssembly')) {
      await page.waitForFunction(() => window.told.at(-1) === 'adal-failed');
    } else {
      await page.waitForLoadState();
    }
    await link.waitFor({ state: 'visible' });
    assert.match(await link.getAttribute('href'), /adal-check\.html/);
  },
};

for (const host of readHosts()) {
  test(`${host.name}: ${host.shows}`, { timeout: 60_000 }, async () => {
    await visit(host, async (page, heard) => {
      await EXPECTATIONS[host.expect](page, host);
      if (host.console) {
        assert.match(heard.join('\n'), new RegExp(host.console));
      }
      if (host.expect !== 'fallback') {
        assert.deepEqual(heard.filter((text) => /adal-check:(?!.*no contact)|Refused|violat|Error/i.test(text)), []);
      }
    });
  });
}
