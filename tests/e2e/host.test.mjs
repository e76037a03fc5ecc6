// The shipped files together, in the sample page of a site.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { listenForComplaints, openBrowser, openPage } from './support/browser.mjs';
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

test('the widget takes its place in a host page, in the language of the page', async () => {
  for (const lang of ['kk', 'ru', 'en']) {
    const page = await openPage(browser);
    const complaints = listenForComplaints(page);
    await page.goto(`${server.origin}/hosts/sample.html?lang=${lang}`);
    await page.locator('adal-check iframe').waitFor({ state: 'visible' });
    const frame = page.frameLocator('adal-check iframe');
    assert.equal(await frame.locator('.adal').first().getAttribute('lang'), lang);
    assert.equal(await page.locator('adal-check > p').isVisible(), false);
    const own = await frame.locator('#adal').evaluate((root) => root.getBoundingClientRect().height);
    const given = (await page.locator('adal-check iframe').boundingBox()).height;
    assert.ok(given >= own && given < own + 400, `the frame is ${given} high for content of ${own}`);
    assert.deepEqual(complaints, []);
    await page.close();
  }
});

test('the host page cannot look into the frame, and the focus stays where it was', async () => {
  const page = await openPage(browser);
  await page.goto(`${server.origin}/hosts/sample.html`);
  await page.locator('adal-check iframe').waitFor({ state: 'visible' });
  const seen = await page.locator('adal-check iframe').evaluate((frame) => frame.contentDocument);
  assert.equal(seen, null);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'body');
  const origin = await page.frameLocator('adal-check iframe').locator('#adal').evaluate(() => self.origin);
  assert.equal(origin, 'null');
  await page.close();
});

test('attributes that change later are followed, and nothing that was chosen is lost', async () => {
  const page = await openPage(browser);
  await page.goto(`${server.origin}/hosts/sample.html?lang=en`);
  await page.locator('adal-check iframe').waitFor({ state: 'visible' });
  const frame = page.frameLocator('adal-check iframe');
  await frame.locator('#adal-who-ngo').press('Space');
  await page.locator('adal-check').evaluate((element) => {
    element.setAttribute('lang', 'ru');
    element.setAttribute('theme', 'dark');
  });
  await frame.locator('.adal[lang="ru"]').waitFor();
  assert.equal(await frame.locator('#adal-who-ngo').isChecked(), true);
  assert.equal(await frame.locator('html').getAttribute('data-theme'), 'dark');
  await page.close();
});
