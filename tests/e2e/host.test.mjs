// The shipped files together, on the sample site.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { listenForComplaints, openBrowser, openPage } from './support/browser.mjs';
import { serve } from './support/server.mjs';

let browser;
let server;

before(async () => {
  browser = await openBrowser();
  const site = (markup) => ({ body: `<!doctype html><html lang="ru-KZ"><script src="/adal-check.js" defer></script>${markup}` });
  server = await serve({
    '/loose.html': site(`<adal-check lang="de" audience="boss" clause="third" theme=" Dark " src="somewhere" exit-url="javascript:1"
      contact-phone="call me" contact-url="javascript:alert(1)">x</adal-check>`),
    '/plain.html': site('<adal-check>x</adal-check>'),
    '/contacts.html': site('<adal-check contact-name="Омарова А.">x</adal-check>'),
  });
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
    assert.equal(await page.locator('adal-check > p:not([part])').isVisible(), false);
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
  await frame.locator('[id$="-who-ngo"]').press('Space');
  await page.locator('adal-check').evaluate((element) => {
    element.setAttribute('lang', 'ru');
    element.setAttribute('theme', 'dark');
  });
  await frame.locator('.adal[lang="ru"]').waitFor();
  assert.equal(await frame.locator('[id$="-who-ngo"]').isChecked(), true);
  assert.equal(await frame.locator('html').getAttribute('data-theme'), 'dark');
  await page.close();
});

/** Opens a page of this server, waits for the widget, and passes on its console messages. */
async function listen(path, run) {
  const page = await openPage(browser);
  const said = { warning: [], info: [] };
  page.on('console', (message) => said[message.type()]?.push(message.text()));
  await page.goto(server.origin + path);
  await page.locator('adal-check iframe').waitFor({ state: 'visible' });
  await run(page, said);
  await page.close();
}

test('a value that is not understood is named once with what is allowed, and the default holds', async () => {
  await listen('/loose.html', async (page, { warning }) => {
    const frame = page.frameLocator('adal-check iframe');
    await frame.locator('html[data-theme="dark"] .adal[lang="ru"]').waitFor();
    assert.equal(await page.locator('[part=contacts] a').count(), 0);
    const expected = [
      /lang="de" is ignored; it must be one of kk, ru, en/,
      /audience="boss" .* one of staff, ngo/,
      /clause="third" .* written as .*d/,
      /contact-phone="call me" .* written as/,
      /contact-url="javascript:alert\(1\)" .* written as .*https/,
      /exit-url="javascript:1" .* written as .*https/,
      /src="somewhere" .* written as/,
    ];
    assert.equal(warning.length, expected.length, warning.join('\n'));
    expected.forEach((pattern) => assert.match(warning.join('\n'), pattern));
    await page.locator('adal-check').evaluate((element) => {
      element.setAttribute('height', 'tall');
      element.setAttribute('theme', 'light');
    });
    await frame.locator('html[data-theme="light"]').waitFor();
    assert.equal(warning.length, expected.length + 1, warning.join('\n'));
    assert.match(warning.at(-1), /height="tall" .* one of auto, fixed/);
  });
});

test('without contacts the console has one note', async () => {
  await listen('/plain.html', (page, { info }) => {
    assert.equal(info.length, 1);
    assert.match(info[0], /no contact-/);
  });
  await listen('/contacts.html', (page, { info }) => assert.deepEqual(info, []));
});
