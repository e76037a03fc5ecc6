// The loader, with a fake frame that sends only what a test makes it send.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { openBrowser, openPage } from './support/browser.mjs';
import { serve } from './support/server.mjs';

const FRAME = `<!doctype html><title>stand-in</title><script>
  window.heard = [];
  addEventListener('message', ({ data }) => heard.push(data));
</script><p>frame`;

const LOADER = '<script src="/adal-check.js" defer></script>';

const STRICT = "default-src 'none'; script-src 'self'; frame-src 'self'";

let browser;
let server;

before(async () => {
  browser = await openBrowser();
});

after(() => browser?.close());

/** Opens a host page with this markup, passes on what the test needs, and closes everything. */
async function withHost(markup, run, { headers = {}, clock = false, script = LOADER } = {}) {
  const body = `<!doctype html><html lang="ru-KZ"><script src="/watch.js"></script>
    ${script}<body>${markup}`;
  const watch = `window.events = []; window.violations = [];
    for (const name of ['adal-ready', 'adal-failed']) {
      document.addEventListener(name, ({ type, detail }) => events.push(detail?.reason ?? type), true);
    }
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));`;
  server = await serve({ '/host.html': { body, headers }, '/watch.js': { body: watch }, '/adal-check.html': { body: FRAME } });
  const page = await openPage(browser, { viewport: { width: 800, height: 600 } });
  const said = { warning: [], info: [], error: [] };
  page.on('console', (message) => said[message.type()]?.push(message.text()));
  page.on('pageerror', (error) => said.error.push(String(error)));
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
    await run({ page, host, iframe, frame, say, events, warnings: said.warning, said });
  } finally {
    await page.close();
    await server.close();
  }
}

const FALLBACK = '<adal-check><a href="/standard">fallback</a></adal-check>';
const fallbackOf = (page) => page.getByText('fallback');

test('the frame is sandboxed, and told what the attributes say and which language the page has', async () => {
  const markup = '<adal-check lang="kk-KZ" audience="NGO" clause="3.6" situation="gift" theme="dark"></adal-check>';
  await withHost(markup, async ({ iframe }) => {
    const url = new URL(await iframe.getAttribute('src'));
    assert.equal(url.pathname, '/adal-check.html');
    assert.equal(url.search, '');
    assert.deepEqual(await settings(iframe), {
      lang: 'kk-KZ', audience: 'NGO', clause: '3.6', situation: 'gift', theme: 'dark', page: 'ru-KZ',
    });
    assert.equal(await iframe.getAttribute('sandbox'), 'allow-scripts allow-downloads allow-modals');
    assert.equal(await iframe.getAttribute('allow'), 'clipboard-write');
  });
});

test('the frame names itself and the button to leave by, as plain text', async () => {
  await withHost(FALLBACK, async ({ host, iframe, say }) => {
    await say('adal=1&type=language&lang=en&title=A+%3Cb%3Echeck&label=Leave+%3Cb%3Enow');
    await say('adal=1&type=ready');
    const button = host.locator('button');
    await button.waitFor({ state: 'visible' });
    assert.deepEqual([await iframe.getAttribute('lang'), await button.getAttribute('lang')], ['en', 'en']);
    assert.deepEqual([await iframe.getAttribute('title'), await button.textContent()], ['A <b>check', 'Leave <b>now']);
  });
});

test('the link of an empty element speaks its language, else that of the page, else Kazakh', async () => {
  const [kk, ru, en] = ['Өзін-өзі тексеру', 'Самопроверка', 'Self-check'];
  for (const [lang, text] of Object.entries({ 'kk-KZ': kk, ru, en, de: kk, '': ru })) {
    await withHost(`<adal-check lang="${lang}"></adal-check>`, async ({ host }) => {
      assert.equal(await host.locator('[part=link]').textContent(), text);
    });
  }
});

test('the file of the frame is where src says, as far as that is an address', async () => {
  const given = (src) => `<adal-check src="${src}"></adal-check>`;
  for (const [src, path] of [['/other/adal-check.html?v=2', '/other/adal-check.html?v=2'], ['./adal-check.html', '/adal-check.html']]) {
    await withHost(given(src), async ({ page, iframe }) => {
      const { origin, pathname, search } = new URL(await iframe.evaluate((frame) => frame.src));
      assert.equal(pathname + search, path);
      assert.deepEqual(await settings(iframe), { src, page: 'ru-KZ' });
      assert.equal(await page.locator('adal-check [part=link]').getAttribute('href'), `${origin}${path}#lang=ru-KZ`);
    });
  }
  for (const src of ['javascript:alert(1)', 'data:text/html,1', 'blob:null/1', 'adal-check.html', '/two words', '/a#lang=kk']) {
    await withHost(given(src), async ({ host, iframe }) => {
      assert.equal(new URL(await iframe.getAttribute('src')).pathname, '/adal-check.html');
      assert.match(await host.locator('[part=link]').getAttribute('href'), /^http.*\/adal-check\.html#/);
      assert.equal((await settings(iframe)).src, src, 'the frame tells the console');
    });
  }
});

test('as a part of a module the script looks beside the page, and withdraws the links to src', async () => {
  const module = `<script type="module" src="/adal-check.js"></script>`;
  await withHost(FALLBACK, async ({ iframe }) => {
    assert.equal(new URL(await iframe.getAttribute('src')).pathname, '/adal-check.html');
  }, { script: module });
  const markup = '<adal-check src="/other/adal-check.html"><a href="/other/adal-check.html">fallback</a></adal-check>';
  await withHost(markup, async ({ page }) => {
    await fallbackOf(page).waitFor();
    await page.locator('adal-check').evaluate((element) => element.toggleAttribute('withdrawn'));
    await fallbackOf(page).waitFor({ state: 'detached' });
  }, { script: module });
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
    await page.waitForFunction(() => document.querySelector('adal-check').shadowRoot.querySelector('iframe').offsetHeight === 1000);
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
    const is = (height) => page.waitForFunction((height) => document.querySelector('adal-check').shadowRoot.querySelector('iframe').offsetHeight === height, height);
    await say('adal=1&type=height&height=1');
    await is(200);
    await say('adal=1&type=height&height=1e9');
    await is(100000);
    for (const height of [-5, 'tall', '', 'NaN', '5px;color:red', 'calc(1px * 9)']) {
      await say(`adal=1&type=height&${new URLSearchParams({ height })}`);
    }
    await say('adal=1&type=language&lang=en');
    await page.waitForFunction(() => document.querySelector('adal-check').dataset.lang === 'en');
    await is(100000);
  });
});

test('a fixed height is the one that the page gives', async () => {
  const markup = '<adal-check height="Fixed" style="height: 333px"></adal-check>';
  await withHost(markup, async ({ host, iframe, say }) => {
    await say('adal=1&type=height&height=800');
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    const [whole, frame] = [await host.boundingBox(), await iframe.boundingBox()];
    assert.equal(whole.height, 333);
    // The frame fills the height below “Leave quickly”.
    assert.ok(frame.height > 250 && Math.abs(whole.y + whole.height - frame.y - frame.height) < 1, JSON.stringify({ whole, frame }));
  });
});

test('what only the frame uses is handed over as it is, for the frame to check', async () => {
  const markup = '<adal-check lang="de" audience=" Boss " clause="<b>&amp;lang=en"></adal-check>';
  await withHost(markup, async ({ iframe, warnings }) => {
    assert.deepEqual(await settings(iframe), { lang: 'de', audience: 'Boss', clause: '<b>&lang=en', page: 'ru-KZ' });
    assert.deepEqual(warnings, []);
  });
});

test('later changes reach the frame with all other settings', async () => {
  await withHost('<adal-check lang="kk" theme="dark"></adal-check>', async ({ page, host, frame, say }) => {
    const heard = async () => {
      const texts = await frame().evaluate(() => window.heard);
      assert.ok(texts.every((text) => text.startsWith('adal=1&type=attributes&')), texts.join());
      const { lang, theme, page } = spoken(texts.at(-1));
      return { lang, theme, page };
    };
    await host.evaluate((element) => element.setAttribute('theme', 'light'));
    await say('adal=1&type=ready');
    await frame().waitForFunction(() => window.heard.at(-1)?.includes('light'));
    assert.deepEqual(await heard(), { lang: 'kk', theme: 'light', page: 'ru-KZ' });
    await host.evaluate((element) => {
      element.lang = 'en';
      element.removeAttribute('theme');
    });
    await frame().waitForFunction(() => window.heard.at(-1)?.includes('theme=&'));
    assert.deepEqual(await heard(), { lang: 'en', theme: undefined, page: 'ru-KZ' });
    assert.equal(await page.locator('iframe').count(), 1);
  });
});

test('a frame that is said to be loaded again keeps its place if it answers', async () => {
  await withHost(FALLBACK, async ({ page, iframe, say, events }) => {
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    await iframe.evaluate((frame) => frame.dispatchEvent(new Event('load')));
    await page.clock.fastForward(4_000);
    await say('adal=1&type=language&lang=kk');
    await page.clock.fastForward(20_000);
    assert.equal(await iframe.isVisible(), true);
    assert.deepEqual(await events(), ['adal-ready']);
  }, { clock: true });
});

test('a frame that loads a second document is removed', async () => {
  await withHost(FALLBACK, async ({ page, frame, iframe, say, events }) => {
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    await frame().evaluate(() => { location.href = '/elsewhere.html'; });
    await frame().waitForURL('**/elsewhere.html');
    await page.clock.fastForward(5_000);
    await iframe.waitFor({ state: 'detached' });
    assert.equal(await fallbackOf(page).isVisible(), true);
    assert.deepEqual(await events(), ['adal-ready', 'timeout']);
  }, { clock: true });
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

/** The settings in a message, without empty ones. */
const spoken = (text) => Object.fromEntries([...new URLSearchParams(text)].filter(([, value]) => value));
const settings = async (iframe) => spoken(new URL(await iframe.getAttribute('src')).hash.slice(1));

test('one tag is enough: the widget stands where the script stands, with a link until it is ready', async () => {
  const script = `<body><main><script src="/adal-check.js" data-lang="kk" data-audience="ngo" data-skip-moving="true"></script>
    <p id="after">after</p></main>`;
  await withHost('', async ({ page, host, iframe, say }) => {
    assert.equal(await page.evaluate(() => document.querySelector('adal-check').nextElementSibling.id), 'after');
    assert.deepEqual(await host.evaluate((element) => element.getAttributeNames().sort()), ['audience', 'lang']);
    assert.deepEqual(await settings(iframe), { lang: 'kk', audience: 'ngo', page: 'ru-KZ' });
    const link = host.locator('[part=link]');
    assert.match(await link.getAttribute('href'), /\/adal-check\.html#lang=kk$/);
    assert.equal(await link.isVisible(), true);
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    assert.equal(await link.isVisible(), false);
  }, { script });
});

test('one tag in the head is told where to go', async () => {
  await withHost('', async ({ warnings }) => {
    assert.match(warnings.join(), /move the script tag/);
  }, { script: '<script src="/adal-check.js" data-lang="kk"></script>' });
});

test('the script loaded twice, and by two versions, is one element and no error', async () => {
  const script = `${LOADER}<script src="/adal-check.js?v=2" defer></script><script src="/adal-check.js" async></script>`;
  await withHost(FALLBACK, async ({ page, iframe, say, said }) => {
    await page.waitForLoadState();
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    assert.equal(await page.locator('iframe').count(), 1);
    assert.deepEqual(said.error, []);
  }, { script });
});

const CONTACTS = `<adal-check lang="kk" contact-name="Омарова А." contact-phone="+7 (717) 200-00-00"
  contact-email="a@example.kz" contact-url="mailto:a@example.kz"
  contact-ngo-url="https://example.kz/ngo" contact-outside-name="<b>Agency</b>"
  contact-outside-url="javascript:alert(1)">x</adal-check>`;

test('contacts are links under the frame at all times, and text for the frame', async () => {
  await withHost(CONTACTS, async ({ host, iframe, say }) => {
    const links = () => host.locator('[part=contacts] a').evaluateAll((links) => links.map((link) => link.href));
    const expected = ['tel:+7(717)200-00-00', 'mailto:a@example.kz', 'https://example.kz/ngo'];
    assert.deepEqual(await links(), expected);
    assert.equal(await host.locator('[part=contacts] p').last().textContent(), '<b>Agency</b>');
    const told = await settings(iframe);
    assert.equal(told['contact-phone'], '+7 (717) 200-00-00');
    assert.equal(told['contact-outside-url'], 'javascript:alert(1)', 'the frame tells the console');
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    await say('adal=1&type=failed');
    assert.deepEqual(await links(), expected);
    await host.evaluate((element) => element.removeAttribute('contact-phone'));
    assert.deepEqual(await links(), expected.slice(1));
  });
});

test('a notice stands above the frame as plain text, also when there is no frame', async () => {
  const markup = '<adal-check notice="Closed <img src=x> on Monday"><a href="/standard">fallback</a></adal-check>';
  await withHost(markup, async ({ page, host, iframe, say }) => {
    const notice = host.locator('[part=notice]');
    assert.equal(await notice.textContent(), 'Closed <img src=x> on Monday');
    assert.deepEqual(await settings(iframe), { page: 'ru-KZ' });
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    assert.ok((await notice.boundingBox()).y < (await iframe.boundingBox()).y);
    await host.evaluate((element) => element.setAttribute('withdrawn', ''));
    assert.equal(await page.locator('iframe').count(), 0);
    assert.equal(await notice.isVisible(), true);
    assert.equal(await fallbackOf(page).isVisible(), true);
    await host.evaluate((element) => element.removeAttribute('withdrawn'));
    assert.equal(await page.locator('iframe').count(), 1);
  });
});

test('a withdrawn check is not even linked', async () => {
  const markup = '<adal-check withdrawn notice="n"><a href="/adal-check.html">open it</a> <a href="/standard">fallback</a></adal-check>';
  await withHost(markup, async ({ page, host }) => {
    assert.equal(await page.locator('iframe').count(), 0);
    assert.deepEqual(await host.locator('a').filter({ visible: true }).allTextContents(), ['fallback']);
  });
});

test('leaving goes to the address that the page names, if it is http or https', async () => {
  const markup = '<adal-check exit-url="javascript:document.title=1"></adal-check>';
  await withHost(markup, async ({ page, host, iframe, say }) => {
    assert.equal((await settings(iframe))['exit-url'], 'javascript:document.title=1', 'the frame tells the console');
    await say('adal=1&type=ready');
    await host.locator('button').press('Enter');
    assert.notEqual(await page.title(), '1');
    await host.evaluate((element) => document.body.append(element));
    await host.evaluate((element) => element.setAttribute('exit-url', `${location.origin}/watch.js?left`));
    const before = await page.evaluate(() => history.length);
    // The frame may be gone before it can answer.
    await Promise.allSettled([page.waitForURL(/watch\.js\?left/), say('adal=1&type=leave')]);
    assert.match(page.url(), /watch\.js\?left$/);
    assert.equal(await page.evaluate(() => history.length), before);
  });
});

test('leaving goes to no address of mail or phone, and no contact has an address that its page would not open', async () => {
  for (const address of ['mailto:a@example.kz', 'tel:112', 'https://a b']) {
    const markup = `<adal-check exit-url="${address}" contact-url="${address}">x</adal-check>`;
    await withHost(markup, async ({ page, host, say }) => {
      await say('adal=1&type=ready');
      await page.evaluate(() => {
        window.went = [];
        navigation.addEventListener('navigate', ({ destination }) => window.went.push(destination.url));
      });
      assert.equal(await host.locator('[part=contacts] a').count(), 0);
      await host.locator('button').press('Enter');
      await page.waitForTimeout(100);
      assert.deepEqual(await page.evaluate(() => window.went), []);
    });
  }
});

test('the frame is as wide as its place, whatever the page says of the element', async () => {
  const styled = '<style>adal-check { display: block }</style>';
  await withHost(styled + FALLBACK, async ({ iframe, say }) => {
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    assert.ok((await iframe.boundingBox()).width > 700);
  });
});

test('a tag that comes back with the element that it has made makes no second one', async () => {
  const script = '<body><div id="page"><script src="/adal-check.js" data-lang="kk"></script></div>';
  await withHost('', async ({ page }) => {
    for (let rounds = 0; rounds < 3; rounds += 1) {
      await page.evaluate(async () => {
        // Turbo does this with a cached page: it copies it and runs its scripts again.
        const copy = document.querySelector('#page').cloneNode(true);
        const again = document.createElement('script');
        for (const { name, value } of copy.querySelector('script').attributes) {
          again.setAttribute(name, value);
        }
        copy.querySelector('script').replaceWith(again);
        const done = new Promise((resolve) => { again.onload = resolve; });
        document.querySelector('#page').replaceWith(copy);
        await done;
      });
    }
    assert.equal(await page.locator('adal-check').count(), 1);
  }, { script });
});

test('a script without an address of its own throws nothing, and looks beside the page', async () => {
  const source = readFileSync(new URL('../../dist/adal-check.js', import.meta.url), 'utf8');
  const script = `<body><script src="data:text/javascript;base64,${Buffer.from(source).toString('base64')}" data-lang="kk"></script>
    <script>window.after = true</script>`;
  await withHost('', async ({ page, iframe, said }) => {
    assert.equal(new URL(await iframe.evaluate((frame) => frame.src)).pathname, '/adal-check.html');
    assert.equal(await page.evaluate(() => window.after), true);
    assert.deepEqual(said.error, []);
  }, { script });
});

test('nothing is put into an element that holds nothing, and what an editor leaves there is nothing', async () => {
  for (const inside of ['', '\n  ', '<br>', '<p>&nbsp;</p>']) {
    await withHost(`<adal-check>${inside}</adal-check>`, async ({ host, iframe, say }) => {
      const link = host.locator('[part=link]');
      assert.equal(await host.evaluate((element) => element.innerHTML), inside);
      assert.equal(await link.isVisible(), true);
      await say('adal=1&type=ready');
      await iframe.waitFor({ state: 'visible' });
      assert.equal(await link.isVisible(), false);
      await say('adal=1&type=failed');
      await link.waitFor({ state: 'visible' });
    });
  }
  await withHost('<adal-check></adal-check>', async ({ host }) => {
    await host.evaluate((element) => element.append('call us'));
    await host.locator('[part=link]').waitFor({ state: 'hidden' });
  });
});

test('what an extension does to the frame brings no fallback beside a working check', async () => {
  await withHost(FALLBACK, async ({ page, host, iframe, say }) => {
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    await host.evaluate(({ shadowRoot }) => {
      shadowRoot.querySelector('iframe').classList.add('extension');
      shadowRoot.querySelector('iframe').after(document.createElement('style'));
    });
    assert.equal(await iframe.isVisible(), true);
    assert.equal(await fallbackOf(page).isVisible(), false);
  });
});

test('a new page comes into sight in a box that scrolls', async () => {
  const markup = `<div id="box" style="height:400px;overflow:auto"><p style="height:300px">x</p>${FALLBACK}<p style="height:2000px">x</p></div>`;
  await withHost(markup, async ({ page, iframe, say }) => {
    await say('adal=1&type=height&height=2000');
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    await page.evaluate(() => { document.querySelector('#box').scrollTop = 1500; });
    await say('adal=1&type=top');
    await page.waitForFunction(() => document.querySelector('#box').scrollTop < 400);
    const box = await page.locator('#box').boundingBox();
    const frame = await iframe.boundingBox();
    assert.ok(frame.y >= box.y && frame.y < box.y + 200, `${frame.y} in a box at ${box.y}`);
  });
});

test('hostile messages are harmless: wrong shapes, windows and floods', async () => {
  const outside = '<iframe id="other" srcdoc="<p>other"></iframe>';
  await withHost(outside + FALLBACK, async ({ page, frame, host, events, say, said }) => {
    await say('adal=1&type=ready');
    await page.waitForFunction(() => document.querySelector('adal-check').shadowRoot.querySelector('iframe').offsetHeight === 200);
    await page.evaluate(() => {
      const other = document.getElementById('other').contentWindow;
      for (const type of ['leave', 'failed', 'height&height=900', 'language&lang=kk&title=x&label=x']) {
        other.eval(`parent.postMessage('adal=1&type=${type}', '*')`);
        window.postMessage(`adal=1&type=${type}`, '*');
      }
    });
    const bad = [undefined, 7, [], { toString: null }, 'x'.repeat(1e6), 'adal=1', 'adal=1&type=__proto__', 'adal=1&type=constructor',
      'adal=01&type=leave', 'adal=1&type=LEAVE'];
    for (const message of bad) {
      await say(message);
    }
    await frame().evaluate(() => {
      for (let times = 0; times < 2_000; times += 1) {
        parent.postMessage(`adal=1&type=height&height=${times % 2 ? '1e999' : 800}`, '*');
        parent.postMessage('adal=1&type=top', '*');
        parent.postMessage('adal=1&type=ready', '*');
      }
      parent.postMessage('adal=1&type=height&height=1400', '*');
    });
    await page.waitForFunction(() => document.querySelector('adal-check').shadowRoot.querySelector('iframe').offsetHeight === 1400);
    assert.equal(await host.getAttribute('data-lang'), null);
    assert.deepEqual(await events(), ['adal-ready']);
    assert.deepEqual(said.error, []);
  });
});

test('an element that is removed leaves nothing behind', async () => {
  const counting = `<script>
    window.listeners = 0;
    const add = window.addEventListener;
    window.addEventListener = (type, ...all) => { listeners += type === 'message'; add(type, ...all); };
    window.timers = new Set();
    const [set, clear] = [setTimeout, clearTimeout];
    window.setTimeout = (...all) => { const id = set(...all); timers.add(id); return id; };
    window.clearTimeout = (id) => { timers.delete(id); clear(id); };
  </script>`;
  await withHost(FALLBACK, async ({ page, host }) => {
    assert.equal(await page.evaluate(() => window.timers.size), 1);
    const before = await page.evaluate(() => window.listeners);
    await host.evaluate((element) => {
      window.weak = new WeakRef(element);
      element.remove();
    });
    assert.equal(await page.evaluate(() => window.timers.size), 0);
    await page.evaluate(() => document.body.append(document.createElement('adal-check')));
    assert.equal(await page.evaluate(() => window.listeners), before, 'all elements share the listeners of the page');
    await page.evaluate(() => document.querySelector('adal-check').remove());
    const session = await page.context().newCDPSession(page);
    for (let times = 0; times < 20 && (await page.evaluate(() => Boolean(window.weak.deref()))); times += 1) {
      await session.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(50);
    }
    assert.equal(await page.evaluate(() => window.weak.deref()), undefined);
  }, { script: counting + LOADER });
});

test('an element that is moved in one piece keeps its frame, and one put in late starts at once', async () => {
  await withHost(`${FALLBACK}<div id="place"></div>`, async ({ page, host, iframe, frame, say, events }) => {
    await say('adal=1&type=ready');
    await frame().evaluate(() => { window.kept = true; });
    await host.evaluate((element) => document.getElementById('place').moveBefore(element, null));
    assert.equal(await page.locator('#place iframe').isVisible(), true);
    assert.equal(await frame().evaluate(() => window.kept), true);
    assert.deepEqual(await events(), ['adal-ready']);
    await page.evaluate(() => document.body.append(document.createElement('adal-check')));
    assert.equal(await iframe.count() + await page.locator('adal-check').last().locator('iframe').count(), 2);
    assert.match(await page.locator('adal-check').last().locator('[part=link]').getAttribute('href'), /adal-check\.html/);
  });
});

test('the looks of the page reach the frame, first, on a change of scheme and when asked', async () => {
  const markup = '<adal-check style="--adal-accent: rgb(90, 0, 90); --adal-font: Georgia, serif; --other: 1"></adal-check>';
  await withHost(markup, async ({ page, host, iframe, frame, say }) => {
    assert.deepEqual(await settings(iframe), { accent: 'rgb(90, 0, 90)', font: 'Georgia, serif', page: 'ru-KZ' });
    const worn = (accent) => frame().waitForFunction((accent) => (
      (new URLSearchParams(window.heard.at(-1)).get('accent') ?? '') === accent
    ), accent);
    await say('adal=1&type=ready');
    await iframe.waitFor({ state: 'visible' });
    await host.evaluate((element) => element.style.setProperty('--adal-accent', 'navy'));
    await host.evaluate((element) => element.refresh());
    await worn('navy');
    await host.evaluate((element) => element.style.removeProperty('--adal-accent'));
    await page.emulateMedia({ colorScheme: 'dark' });
    await worn('');
  });
});
