// The shipped files during the life of a page: slow connections, keys, widths, printing, navigating away and back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage } from './support/browser.mjs';
import { HEADING, Person } from './support/person.mjs';
import { serve } from './support/server.mjs';
import { holdProgram } from './support/slow.mjs';

const SITE = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
  <script src="/adal-check.js" defer></script>
  <script>
    window.heard = [];
    addEventListener('message', ({ data }) => heard.push(data.replace('adal=1&type=', '')));
    window.keys = [];
    addEventListener('keydown', ({ key }) => keys.push(key));
  </script>
  <body style="margin: 0"><a href="#before" id="before">before</a>
  <adal-check><a href="/standard">fallback</a></adal-check>
  <a href="#after" id="after">after</a>`;

let browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

/**
 * The program yields to other events, as on a slow machine, and the host changes the language at the first
 * opportunity.
 */
function interruptProgram() {
  let now = 0;
  Date.now = () => (now += 100);
  if (window.parent === window) {
    return;
  }
  // The host's own message would arrive earlier or later, depending on the speed of the machine.
  addEventListener('message', (event) => event.isTrusted && event.stopImmediatePropagation());
  const drawn = new MutationObserver(() => {
    // The boot script removes the hidden failure message from its start page; the program's page has one again.
    if (document.querySelector('#adal .adal-main [data-failed]')) {
      drawn.disconnect();
      dispatchEvent(new MessageEvent('message', { source: window.parent, data: 'adal=1&type=attributes&lang=ru' }));
    }
  });
  addEventListener('DOMContentLoaded', () => drawn.observe(document.querySelector('#adal'), { childList: true, subtree: true }));
}

const frameOf = (page) => page.frames().find((frame) => frame.url().includes('/adal-check.html'));
const programRuns = (page) => frameOf(page).locator('.adal-main [data-failed]').waitFor({ state: 'attached' });
const heard = (page, type) => page.evaluate((type) => window.heard.filter((text) => text.startsWith(type)), type);
const attribute = (page, name, value) =>
  page.locator('adal-check').evaluate((element, [name, value]) => element.setAttribute(name, value), [name, value]);

/** Opens the site, and waits until the widget is visible and, unless the program is held back, until it runs. */
async function withSite(
  run,
  { prepare, overlay = {}, viewport = { width: 1000, height: 700 }, markup = SITE, runs = programRuns } = {},
) {
  const server = await serve({ '/site.html': { body: markup }, ...overlay });
  const page = await openPage(browser, { viewport });
  try {
    if (prepare) {
      await page.addInitScript(prepare);
    }
    await page.goto(`${server.origin}/site.html`, { waitUntil: 'commit' });
    await page.locator('adal-check iframe').waitFor({ state: 'visible' });
    if (!prepare) {
      await runs(page);
    }
    await run(page, server);
  } finally {
    await page.close();
    await server.close();
  }
}

test('on a slow line the start page is in sight while the program is still on its way, and nothing jumps after', async () => {
  await withSite(async (page) => {
    assert.equal(await page.getByText('fallback').isVisible(), false);
    assert.equal(await frameOf(page).evaluate(() => document.readyState), 'loading');
    const height = await page.locator('adal-check iframe').evaluate((frame) => frame.offsetHeight);
    await programRuns(page);
    await frameOf(page).waitForFunction(() => document.readyState === 'complete');
    assert.equal(await page.locator('adal-check iframe').evaluate((frame) => frame.offsetHeight), height);
    assert.equal((await heard(page, 'height')).length, 1);
    assert.deepEqual(await page.evaluate(() => window.heard.map((text) => text.replace(/(lang=en)&.*/, '$1')).slice(0, 3)),
      [`height&height=${height}`, 'language&lang=en', 'ready']);
  }, { overlay: { '/adal-check.html': { pauseMs: 1500 } }, prepare: () => {} });
});

test('what the host changes before the program runs is followed', async () => {
  await withSite(async (page) => {
    const frame = frameOf(page);
    await attribute(page, 'lang', 'ru');
    await frame.locator('.adal[lang="ru"]').waitFor();
    await attribute(page, 'audience', 'ngo');
    await frame.locator('#adal[data-audience="ngo"]').waitFor();
    assert.equal(await frame.locator('input[name="who"]:checked').getAttribute('data-audience'), 'ngo');
    assert.equal(await frame.locator('.adal-fieldset--who').isVisible(), false);
    await page.waitForFunction(() => window.heard.some((text) => text.startsWith('language&lang=ru&')));
  }, { prepare: holdProgram });
});

test('what the host changes while the program begins is followed', async () => {
  await withSite(async (page) => {
    await programRuns(page);
    await frameOf(page).locator('.adal[lang="ru"]').waitFor();
  }, { prepare: interruptProgram });
});

test('where a clause is asked for, the start page is not passed off as it', async () => {
  const markup = SITE.replace('<adal-check>', '<adal-check clause="3.6">');
  const server = await serve({ '/site.html': { body: markup } });
  const page = await openPage(browser);
  try {
    await page.addInitScript(holdProgram);
    await page.goto(`${server.origin}/site.html`);
    await frameOf(page).locator('#adal[data-page]').waitFor({ state: 'attached' });
    await frameOf(page).waitForFunction(() => document.readyState === 'complete');
    assert.deepEqual(await heard(page, 'ready'), []);
    assert.equal(await page.getByText('fallback').isVisible(), true);
  } finally {
    await page.close();
    await server.close();
  }
  const isRead = (open) => frameOf(open).locator('h1', { hasText: '3.6' }).waitFor();
  await withSite(async (open) => assert.equal((await heard(open, 'ready')).length, 1), { markup, runs: isRead });
});

test('where the host says who asks, nobody is asked, also after a new start', async () => {
  await withSite(async (page) => {
    await attribute(page, 'audience', 'ngo');
    const frame = frameOf(page);
    const situation = frame.locator('input[name="situation"][value="ngo-asked"]');
    await situation.waitFor({ state: 'visible' });
    assert.equal(await frame.locator('.adal-fieldset--who').isVisible(), false);
    await situation.press('Space');
    await frame.locator('[data-action="continue"]').press('Enter');
    await frame.locator('.adal-legend h1').waitFor();
    assert.equal(await frame.locator('.adal-fieldset--who').count(), 0);
  });
});

test('a language that the person chose stays when the host changes something else', async () => {
  await withSite(async (page) => {
    await frameOf(page).locator('button[data-lang="kk"]').press('Enter');
    await frameOf(page).locator('.adal[lang="kk"]').waitFor();
    await attribute(page, 'theme', 'dark');
    await frameOf(page).locator('html[data-theme="dark"]').waitFor();
    assert.equal(await frameOf(page).locator('.adal').getAttribute('lang'), 'kk');
    await attribute(page, 'lang', 'ru');
    await frameOf(page).locator('.adal[lang="ru"]').waitFor();
  });
});

test('the focus goes in and out in order, and keys outside are the page’s own', async () => {
  await withSite(async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.localName);
    assert.equal(await focused(), 'body');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'before');
    const stops = [];
    for (let times = 0; times < 40 && (await focused()) !== 'after'; times += 1) {
      await page.keyboard.press('Tab');
      // Between two documents of different processes, nothing has the focus for a moment.
      await page.waitForFunction(() => document.activeElement !== document.body);
      stops.push(await focused());
    }
    assert.equal(stops.at(-1), 'after');
    assert.ok(stops.length > 4 && stops.slice(0, -1).every((stop) => stop === 'adal-check'), stops.join());
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), 'adal-check');
    await page.evaluate(() => { window.keys = []; });
    await page.locator('#after').focus();
    for (const key of ['Escape', '/', 'F6', 'a']) {
      await page.keyboard.press(key);
    }
    assert.deepEqual(await page.evaluate(() => window.keys), ['Escape', '/', 'F6', 'a']);
  });
});

test('a turned page begins in sight, and each page tells its height once', async () => {
  await withSite(async (page) => {
    const person = new Person(page, frameOf(page));
    await frameOf(page).locator('input[value="employee"]').press('Space');
    await frameOf(page).locator('input[value="gift"]').press('Space');
    await page.evaluate(() => { window.heard = []; });
    await person.turn(() => frameOf(page).locator('[data-action="continue"]').press('Enter'));
    await page.waitForFunction(() => window.heard.includes('top'));
    const top = await page.evaluate(() => document.querySelector('adal-check').getBoundingClientRect().top);
    assert.ok(top >= -1 && top < 700, `the top is at ${top}`);
    assert.equal((await heard(page, 'height')).length, 1);
    await frameOf(page).locator('details').first().evaluate((passage) => { passage.open = true; });
    await page.setViewportSize({ width: 1010, height: 700 });
    await frameOf(page).waitForFunction(() => innerWidth === 1010);
    assert.equal((await heard(page, 'height')).length, 1, 'what was opened is told');
  });
});

test('in a narrower window the frame grows, without scrollbars and without going back and forth', async () => {
  await withSite(async (page) => {
    const frame = frameOf(page);
    const start = Number((await heard(page, 'height'))[0].split('=')[1]);
    for (const width of [320, 1000, 340, 900, 330]) {
      await page.setViewportSize({ width, height: 700 });
      await page.waitForTimeout(100);
    }
    const heights = (await heard(page, 'height')).map((text) => Number(text.split('=')[1]));
    assert.ok(heights.at(-1) > start, heights.join());
    assert.deepEqual(heights, [...new Set(heights)].sort((a, b) => a - b), 'heights only rise');
    assert.ok(heights.length <= 3, heights.join());
    const overflow = await frame.evaluate(() => {
      const root = document.scrollingElement;
      return [root.scrollHeight - root.clientHeight, root.scrollWidth - root.clientWidth];
    });
    assert.deepEqual(overflow, [0, 0]);
  });
});

test('the height tells nothing about who asks', async () => {
  const told = new Set();
  for (const who of ['employee', 'external-member', 'ngo']) {
    await withSite(async (page) => {
      await frameOf(page).locator(`input[name="who"][value="${who}"]`).press('Space');
      await page.waitForFunction(() => window.heard.filter((text) => text.startsWith('height')).length === 2);
      told.add((await heard(page, 'height')).join());
      const inside = await frameOf(page).evaluate(() => document.scrollingElement.scrollHeight - innerHeight);
      assert.ok(inside <= 0, 'the frame is too low');
    });
  }
  assert.equal(told.size, 1, [...told].join(' / '));
});

test('the printed page holds the widget', async () => {
  await withSite(async (page) => {
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('adal-check iframe').isVisible(), true);
    const pdf = await page.pdf();
    assert.ok(pdf.length > 20_000, `the paper has ${pdf.length} bytes`);
  });
});

test('going away and coming back shows a widget that works, with no failure', async () => {
  await withSite(async (page, server) => {
    await frameOf(page).locator('input[value="ngo"]').press('Space');
    await page.goto(`${server.origin}/hosts/two/`);
    await page.goBack({ waitUntil: 'commit' });
    await page.locator('adal-check iframe').waitFor({ state: 'visible' });
    await frameOf(page).locator('button[data-lang="kk"]').press('Enter');
    await frameOf(page).locator('.adal[lang="kk"]').waitFor();
    assert.deepEqual(await heard(page, 'failed'), []);
    await frameOf(page).locator(HEADING).waitFor();
  });
});

test('a browser that keeps the page for going back brings the widget back as it was, and it works', async () => {
  const keeping = await openBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
  const headers = { 'cache-control': 'no-cache' };
  const body = `${SITE}<script>addEventListener('pageshow', ({ persisted }) => { window.isKept = persisted; })</script>`;
  const server = await serve({
    '/site.html': { body, headers }, '/adal-check.html': { headers }, '/adal-check.js': { headers }, '/elsewhere.html': { body: 'elsewhere' },
  });
  try {
    const page = await openPage(keeping);
    page.on('dialog', (leaving) => leaving.accept());
    await page.goto(`${server.origin}/site.html`);
    await programRuns(page);
    await frameOf(page).locator('input[value="ngo"]').press('Space');
    const height = await page.locator('adal-check').evaluate((element) => element.offsetHeight);
    await page.goto(`${server.origin}/elsewhere.html`);
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForFunction(() => window.isKept);
    assert.equal(await page.locator('adal-check').evaluate((element) => element.offsetHeight), height);
    // Playwright loses a frame that comes back, so the keyboard must find it: first comes “Leave quickly”, then the
    // language switch.
    await page.locator('#before').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('adal-check').dataset.lang === 'ru');
    assert.deepEqual(await heard(page, 'failed'), []);
  } finally {
    await keeping.close();
    await server.close();
  }
});
