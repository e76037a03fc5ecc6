// The loader, with a stand-in for the frame that says only what a test makes it say.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openBrowser, openPage } from './support/browser.mjs';
import { serve } from './support/server.mjs';

const FRAME = `<!doctype html><title>stand-in</title><script>
  window.heard = [];
  addEventListener('message', ({ data }) => heard.push(data));
</script><p>frame`;

const STRICT = "default-src 'none'; script-src 'self'; frame-src 'self'";

let browser;
let server;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

/** Opens a host page with this markup, hands over what the test needs, and closes all. */
async function withHost(markup, run, { headers = {}, clock = false } = {}) {
  const body = `<!doctype html><html lang="ru-KZ"><script src="/watch.js"></script>
    <script src="/adal-check.js" defer></script><body>${markup}`;
  const watch = `window.events = []; window.violations = [];
    for (const name of ['adal-ready', 'adal-failed']) {
      document.addEventListener(name, ({ type, detail }) => events.push(detail?.reason ?? type), true);
    }
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));`;
  server = await serve({ '/host.html': { body, headers }, '/watch.js': { body: watch }, '/adal-check.html': { body: FRAME } });
  const page = await openPage(browser, { viewport: { width: 800, height: 600 } });
  const warnings = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  try {
    if (clock) {
      await page.clock.install();
    }
    await page.goto(`${server.origin}/host.html`);
    const host = page.locator('adal-check').first();
    const iframe = host.locator('iframe');
    const frame = () => page.frames().find((frame) => frame.url().includes('adal-check.html'));
    const say = (message) => frame().evaluate((message) => parent.postMessage(message, '*'), message);
    const events = () => page.evaluate(() => window.events);
    await run({ page, host, iframe, frame, say, events, warnings });
  } finally {
    await page.close();
    await server.close();
  }
}

const FALLBACK = '<adal-check><a href="/standard">fallback</a></adal-check>';
const fallbackOf = (page) => page.getByText('fallback');

test('the frame is sandboxed, named, and told what the attributes say', async () => {
  const markup = '<adal-check lang="kk-KZ" audience="NGO" clause="3.6" situation="gift" theme="dark"></adal-check>';
  await withHost(markup, async ({ iframe }) => {
    const url = new URL(await iframe.getAttribute('src'));
    assert.equal(url.pathname, '/adal-check.html');
    assert.equal(url.search, '');
    assert.deepEqual(Object.fromEntries(new URLSearchParams(url.hash.slice(1))), {
      lang: 'kk', audience: 'ngo', clause: '3.6', situation: 'gift', theme: 'dark',
    });
    assert.equal(await iframe.getAttribute('sandbox'), 'allow-scripts allow-downloads allow-modals');
    assert.equal(await iframe.getAttribute('allow'), 'clipboard-write');
    assert.match(await iframe.getAttribute('title'), /өзін-өзі тексеру/);
  });
});

test('without a language of its own the element takes that of the page', async () => {
  await withHost(FALLBACK, async ({ iframe }) => {
    assert.match(await iframe.getAttribute('src'), /#lang=ru$/);
    assert.equal(await iframe.getAttribute('lang'), 'ru');
  });
});

test('the fallback is in sight until the frame is ready', async () => {
  await withHost(FALLBACK, async ({ page, iframe, say, events }) => {
    await page.waitForFunction(() => window.events !== undefined);
    assert.equal(await fallbackOf(page).isVisible(), true);
    assert.equal(await iframe.isVisible(), false);
    await say('adal=1&type=height&height=800');
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    assert.equal(await fallbackOf(page).isVisible(), false);
    assert.equal((await iframe.boundingBox()).height, 800);
    await say('adal=1&type=ready');
    await say('adal=1&type=height&height=1000');
    await page.waitForFunction(() => document.querySelector('adal-check').offsetHeight === 1000);
    assert.deepEqual(await events(), ['adal-ready']);
  });
});

test('only the frame is listened to, and only in this version', async () => {
  await withHost(FALLBACK, async ({ page, say, iframe, events }) => {
    await page.evaluate(() => window.postMessage('adal=1&type=ready', '*'));
    for (const message of [null, 'ready', 'type=ready', 'adal=2&type=ready', 'adal=1&type=other', { adal: 1, type: 'ready' }]) {
      await say(message);
    }
    await say('adal=1&type=height&height=5000');
    await page.waitForFunction(() => document.querySelector('adal-check').shadowRoot.querySelector('iframe').style.height);
    assert.equal(await iframe.isVisible(), false);
    assert.deepEqual(await events(), []);
  });
});

test('heights are kept within bounds', async () => {
  await withHost(FALLBACK, async ({ page, say }) => {
    await say('adal=1&type=ready');
    const is = (height) => page.waitForFunction((height) => document.querySelector('adal-check').offsetHeight === height, height);
    await say('adal=1&type=height&height=1');
    await is(200);
    await say('adal=1&type=height&height=1e9');
    await is(20000);
    for (const height of [-5, 0, 'tall', '', 'NaN']) {
      await say({ adal: 1, type: 'height', height });
    }
    await say('adal=1&type=language&lang=en');
    await page.waitForFunction(() => document.querySelector('adal-check').dataset.lang === 'en');
    await is(20000);
  });
});

test('a fixed height is the one that the page gives', async () => {
  const markup = '<adal-check height="Fixed" style="height: 333px"></adal-check>';
  await withHost(markup, async ({ iframe, say }) => {
    await say('adal=1&type=height&height=800');
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    assert.equal((await iframe.boundingBox()).height, 333);
  });
});

test('a bad attribute is named once with what is allowed, and the default holds', async () => {
  const markup = '<adal-check lang="de" audience="boss" clause="third"></adal-check>';
  await withHost(markup, async ({ iframe, warnings }) => {
    assert.match(await iframe.getAttribute('src'), /#lang=ru$/);
    assert.equal(warnings.length, 3);
    assert.match(warnings[0], /lang="de".*kk, ru, en/);
    assert.match(warnings[1], /audience="boss".*staff, ngo/);
    assert.match(warnings[2], /clause="third"/);
  });
});

test('later changes reach the frame, and only what changed', async () => {
  await withHost('<adal-check lang="kk" theme="dark"></adal-check>', async ({ page, host, frame, say }) => {
    await host.evaluate((element) => element.setAttribute('theme', 'light'));
    await say('adal=1&type=ready');
    await frame().waitForFunction(() => window.heard.length === 1);
    await host.evaluate((element) => {
      element.lang = 'en';
      element.lang = 'en';
      element.removeAttribute('theme');
    });
    await frame().waitForFunction(() => window.heard.length === 3);
    assert.deepEqual(await frame().evaluate(() => window.heard), [
      'adal=1&type=attributes&theme=light',
      'adal=1&type=attributes&lang=en',
      'adal=1&type=attributes&theme=',
    ]);
    assert.equal(await page.locator('iframe').count(), 1);
  });
});

test('a frame that loads a second document is removed', async () => {
  await withHost(FALLBACK, async ({ page, frame, iframe, say, events }) => {
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    await frame().evaluate(() => { location.href = '/elsewhere.html'; });
    await iframe.waitFor({ state: 'detached' });
    assert.equal(await fallbackOf(page).isVisible(), true);
    assert.deepEqual(await events(), ['adal-ready', 'reloaded']);
  });
});

test('a failure before ready removes the frame', async () => {
  await withHost(FALLBACK, async ({ page, iframe, say, events }) => {
    await say('adal=1&type=failed');
    await iframe.waitFor({ state: 'detached' });
    assert.equal(await fallbackOf(page).isVisible(), true);
    assert.deepEqual(await events(), ['failed']);
  });
});

test('a failure after ready shows the fallback and keeps what a person has read', async () => {
  await withHost(FALLBACK, async ({ page, iframe, say, events }) => {
    await say('adal=1&type=ready');
    await say('adal=1&type=failed');
    await fallbackOf(page).waitFor({ state: 'visible' });
    assert.equal(await iframe.isVisible(), true);
    assert.deepEqual(await events(), ['adal-ready', 'failed']);
  });
});

test('a frame that has loaded and is silent is given up after 5 seconds, and a late one still shown', async () => {
  await withHost(FALLBACK, async ({ page, iframe, say, events, warnings }) => {
    await page.clock.fastForward(4_000);
    assert.deepEqual(await events(), []);
    await page.clock.fastForward(1_500);
    assert.deepEqual(await events(), ['timeout']);
    assert.match(warnings.join(), /no answer from http.*adal-check\.html\. .*X-Frame-Options/);
    assert.equal(await fallbackOf(page).isVisible(), true);
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    assert.equal(await fallbackOf(page).isVisible(), false);
  }, { clock: true });
});

test('a new page scrolls the host only if its top is out of view', async () => {
  const markup = `<div style="height: 300px"></div>${FALLBACK}<div style="height: 3000px"></div>`;
  await withHost(markup, async ({ page, say }) => {
    const settle = async () => {
      await say('adal=1&type=language&lang=en');
      await page.waitForFunction(() => document.querySelector('adal-check').dataset.lang === 'en');
      await page.evaluate(() => delete document.querySelector('adal-check').dataset.lang);
    };
    await say('adal=1&type=ready');
    await page.evaluate(() => scrollTo(0, 100));
    await say('adal=1&type=top');
    await settle();
    assert.equal(await page.evaluate(() => scrollY), 100);
    await page.evaluate(() => scrollTo(0, 700));
    await say('adal=1&type=top');
    await settle();
    const top = await page.evaluate(() => document.querySelector('adal-check').getBoundingClientRect().top);
    assert.ok(Math.abs(top) < 1, `top is at ${top}`);
  });
});

test('leaving removes the frame at once', async () => {
  await withHost(FALLBACK, async ({ page, iframe, say, events }) => {
    await say('adal=1&type=ready');
    await say('adal=1&type=leave');
    await iframe.waitFor({ state: 'detached' });
    assert.equal(await fallbackOf(page).isVisible(), true);
    assert.deepEqual(await events(), ['adal-ready']);
  });
});

test('an element that is moved starts anew, and two elements do not disturb each other', async () => {
  await withHost(FALLBACK.repeat(2), async ({ page, host, iframe, say }) => {
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    assert.equal(await page.locator('adal-check').nth(1).locator('iframe').isVisible(), false);
    await host.evaluate((element) => document.body.append(element));
    assert.equal(await page.locator('iframe').count(), 2);
    assert.equal(await page.locator('adal-check').nth(1).locator('iframe').isVisible(), false);
  });
});

test('a strict policy of the host is kept', async () => {
  await withHost(FALLBACK, async ({ page, iframe, say }) => {
    await say('adal=1&type=height&height=400');
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    assert.equal((await iframe.boundingBox()).height, 400);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
  }, { headers: { 'content-security-policy': STRICT } });
});
