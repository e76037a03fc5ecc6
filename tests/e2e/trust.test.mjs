// What a host page, a foreign script or a malicious part of the program can do, and its effects.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

import { WORDS } from './support/content.mjs';
import { PAGES, savedFile } from './support/pages.mjs';
import { HEADING, programRuns } from './support/person.mjs';
import { alone, framed, setStage, visit } from './support/visit.mjs';

const FAILED = '#adal [data-failed]:not([hidden])';
const page = (body) => ({ body: `<!doctype html><html lang="ru"><meta charset="utf-8"><title>site</title>${body}` });
const SERVED = readFileSync(new URL('../../dist/adal-check.html', import.meta.url), 'utf8');

const stage = setStage({
  '/plain-frame.html': page('<iframe src="/adal-check.html#lang=ru" style="width:100%;height:600px"></iframe>'),
  '/sandboxed.html': page('<iframe src="/adal-check.html#lang=ru" sandbox="allow-scripts"></iframe>'),
  '/opener.html': page('<a href="/adal-check.html" target="_blank" rel="opener">open</a> <a id="good" href="/adal-check.html" target="_blank">open</a>'),
  '/by-policy/adal-check.html': {
    body: SERVED, headers: { 'content-security-policy': 'sandbox allow-scripts allow-downloads allow-modals' },
  },
  '/by-policy/': page('<iframe src="/by-policy/adal-check.html" style="width:100%;height:600px"></iframe>'),
  '/minified/adal-check.html': { body: SERVED.replace('</script>', '\n</script>') },
});

const it = (name, run, timeout = 90_000) => test(name, { timeout }, run);
const widgetOf = (site) => site.frames().find((frame) => frame.url().includes('adal-check.html'));

describe('messages from the page around', () => {
  it('that are no text change nothing, and end nothing', () => visit(stage, framed('ru'), async ({ page, widget }) => {
    await page.evaluate(() => {
      const frame = document.querySelector('adal-check').shadowRoot.querySelector('iframe').contentWindow;
      const bad = [{ toString: 1 }, ['adal=1&type=attributes&lang=en'], null, 7, new Map(), 'adal=1&type=attributes&', 'x'.repeat(1e6),
        `adal=1&type=attributes&lang=en&${'x'.repeat(60_000)}`];
      bad.forEach((message) => frame.postMessage(message, '*'));
    });
    await page.waitForTimeout(300);
    assert.equal(await widget.locator('html').getAttribute('lang'), 'ru');
    assert.equal(await widget.locator(FAILED).count(), 0);
    await PAGES.question(widget);
  }));

  it('in floods cost less than a second, and the last one counts', () => visit(stage, framed('ru'), async ({ page, widget }) => {
    await widget.evaluate(() => {
      // Sent after all the others.
      addEventListener('message', ({ data }) => { if (data === 'end') { window.ended = performance.now(); } });
    });
    await page.evaluate(() => {
      const frame = document.querySelector('adal-check').shadowRoot.querySelector('iframe').contentWindow;
      for (let times = 0; times < 100_000; times += 1) {
        frame.postMessage(`adal=1&type=attributes&page=ru&lang=${times % 2 ? 'kk' : 'en'}&theme=${times % 3 ? 'dark' : 'light'}`, '*');
      }
      frame.postMessage('adal=1&type=attributes&page=ru&lang=en&theme=dark', '*');
      frame.postMessage('end', '*');
    });
    await widget.waitForFunction(() => window.ended, undefined, { timeout: 60_000 });
    await widget.locator('.adal[lang="en"]').waitFor();
    assert.equal(await widget.locator('html').getAttribute('data-theme'), 'dark');
  }));

  it('in floods: the work of the check itself', () => visit(stage, alone('ru'), async ({ widget }) => {
    // The browser's own cost of delivering a message is not included.
    const spent = await widget.evaluate(() => {
      const messages = Array.from({ length: 100_000 }, (_, place) => new MessageEvent('message', {
        source: window.parent, data: `adal=1&type=attributes&page=ru&lang=${place % 2 ? 'kk' : 'en'}`,
      }));
      const begun = performance.now();
      messages.forEach((message) => dispatchEvent(message));
      return performance.now() - begun;
    });
    assert.ok(spent < 1000, `${spent} ms`);
  }));
});

/** Runs in the page before its scripts: different ways in which the browser refuses calls of the program. */
const REFUSALS = {
  'no clipboard': () => Object.defineProperty(navigator, 'clipboard', { value: null }),
  'a clipboard that cannot be asked': () => Object.defineProperty(navigator, 'clipboard', { get() { throw new Error('x'); } }),
  'a clipboard that throws': () => Object.defineProperty(navigator, 'clipboard', { value: { writeText() { throw new Error('x'); } } }),
  'a clipboard that refuses': () => Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('x')) } }),
  'a clipboard that says nothing': () => Object.defineProperty(navigator, 'clipboard', { value: { writeText() {} } }),
};

describe('what the browser refuses ends in a message beside the button', () => {
  for (const [name, refuse] of Object.entries(REFUSALS)) {
    it(name, () => visit(stage, alone('en'), async ({ widget }) => {
      await PAGES.result(widget);
      await widget.locator('.adal-take-along button').first().evaluate((button) => button.click());
      await widget.getByText(WORDS.en['copy-refused']).waitFor();
      assert.equal(await widget.locator(FAILED).count(), 0);
    }, { scripts: [refuse] }));
  }

  it('saving and printing', () => visit(stage, alone('en'), async ({ widget }) => {
    await PAGES.result(widget);
    const press = (place) => widget.locator('.adal-take-along button').nth(place).evaluate((button) => button.click());
    for (const place of [1, 2]) {
      await press(place);
      await widget.locator(`.adal-take-along__ways[data-pressed="${place}"]`).waitFor();
      await widget.getByText(WORDS.en['copy-refused']).waitFor();
    }
    assert.equal(await widget.locator(FAILED).count(), 0);
  }, {
    scripts: [() => {
      URL.createObjectURL = () => { throw new Error('x'); };
      window.print = () => { throw new Error('x'); };
    }],
  }));

  it('the history', () => visit(stage, alone('en'), async ({ widget }) => {
    await PAGES.question(widget);
  }, { scripts: [() => { history.pushState = history.replaceState = () => { throw new Error('x'); }; }] }));
});

it('errors of foreign scripts end nothing', () => visit(stage, alone('en'), async ({ page, widget }) => {
  await PAGES.question(widget);
  await widget.evaluate(() => {
    setTimeout(() => { throw new Error('foreign'); });
    setTimeout(() => { throw 7; });
    Promise.reject(1);
    Promise.reject(new TypeError('foreign'));
  });
  await page.waitForTimeout(3500);
  assert.equal(await widget.locator(FAILED).count(), 0);
  await widget.locator('input[type="radio"]').first().evaluate((radio) => radio.click());
  await widget.locator('.adal-actions .adal-button').first().evaluate((button) => button.click());
  await widget.waitForFunction(() => document.querySelector('input[type="radio"]')?.name === 'gift-what');
}, { mayFail: true }));

it('a program that draws nothing any more is found out at the next error', () => visit(stage, alone('en'), async ({ widget }) => {
  await widget.evaluate(() => {
    document.querySelector('#adal').addEventListener('adal-ask', (event) => event.stopImmediatePropagation(), true);
    setTimeout(() => { throw new Error('whoever'); });
  });
  await widget.locator(FAILED).waitFor();
}, { mayFail: true }));

describe('ids and the fragment', () => {
  it('no id is the same at two loads, and what refers to one finds it', async () => {
    const ids = [];
    for (let load = 0; load < 2; load += 1) {
      for (const name of ['start', 'question with a message', 'draft', 'standard']) {
        await visit(stage, alone('ru'), async ({ widget }) => {
          await PAGES[name](widget);
          const found = await widget.evaluate(() => {
            const refers = [...document.querySelectorAll('[for], [aria-describedby], [aria-labelledby]')].flatMap((one) => (
              ['for', 'aria-describedby', 'aria-labelledby'].flatMap((name) => one.getAttribute(name)?.split(' ') ?? [])));
            return {
              lost: refers.filter((id) => !document.getElementById(id)),
              ids: [...document.querySelectorAll('#adal [id]')].map(({ id }) => id),
            };
          });
          assert.deepEqual(found.lost, []);
          assert.ok(found.ids.length > 2);
          ids.push(...new Set(found.ids.map((id) => `${load} ${name} ${id}`)));
        });
      }
    }
    const bare = ids.map((id) => id.replace(/^\d /, ''));
    assert.equal(new Set(bare).size, ids.length);
  });

  it('a fragment of the page around moves no focus and turns no page', () => visit(stage, framed('ru'), async ({ page, widget }) => {
    await PAGES.question(widget);
    const heading = await widget.locator(HEADING).textContent();
    const ids = ['adal-gift-from-not-sure', 'adal-heading', 'adal-role-manager', 'adal-continue', '3.6', 'adal'];
    for (const id of ids) {
      await page.evaluate(async (id) => {
        const frame = document.querySelector('adal-check').shadowRoot.querySelector('iframe');
        const field = document.body.appendChild(document.createElement('input'));
        field.focus({ preventScroll: true });
        window.blurred = 0;
        addEventListener('blur', () => { window.blurred += 1; }, { once: true });
        frame.contentWindow.location = `${frame.src.split('#')[0]}#${id}`;
        await new Promise((resolve) => setTimeout(resolve, 150));
        field.remove();
      }, id);
      assert.equal(await page.evaluate(() => window.blurred), 0, id);
      assert.equal(await widget.locator(HEADING).textContent(), heading, id);
      assert.equal(typeof await widget.evaluate(() => history.state), 'number', id);
    }
    // Back goes through the steps that the fragments created, and then to the start page.
    for (let steps = 0; steps < ids.length; steps += 1) {
      await page.evaluate(() => history.back());
      await page.waitForTimeout(100);
      assert.equal(await widget.locator(HEADING).textContent(), heading);
    }
    await page.evaluate(() => history.back());
    await widget.getByText(WORDS.ru['start-title']).first().waitFor();
  }));
});

describe('where another page could look in, the check does not start', () => {
  const isShut = async (widget) => {
    await widget.locator('[data-shared]').waitFor();
    assert.equal(await widget.locator('input, [data-action]').count(), 0);
    assert.equal(await widget.locator('#adal-program').count(), 1, 'the program stays in its packing');
    const link = widget.locator('[data-shared] a');
    assert.match(await link.evaluate((link) => link.href), /^http.*\/adal-check\.html#lang=/);
    assert.equal(await link.getAttribute('rel'), 'noopener');
  };

  it('in a frame without the loader', async () => {
    const site = await stage.browser.newPage();
    const said = [];
    site.on('console', (message) => said.push(message.text()));
    await site.goto(`${stage.server.origin}/plain-frame.html`);
    await isShut(widgetOf(site));
    assert.equal(await widgetOf(site).locator('[data-shared] p').first().textContent(), WORDS.ru.shared);
    assert.match(said.join(), /does not start/);
    const coming = site.waitForEvent('popup');
    await widgetOf(site).locator('[data-shared] a').click();
    const opened = await coming;
    await programRuns(opened);
    await site.close();
  });

  it('opened by a script or a link that keeps its opener', async () => {
    const site = await stage.browser.newPage();
    await site.goto(`${stage.server.origin}/opener.html`);
    const [opened] = await Promise.all([site.waitForEvent('popup'), site.locator('[rel=opener]').click()]);
    await isShut(opened);
    const [good] = await Promise.all([site.waitForEvent('popup'), site.locator('#good').click()]);
    await programRuns(good);
    await site.close();
  });

  it('but in a frame that no page can look into it does', async () => {
    const site = await stage.browser.newPage();
    await site.goto(`${stage.server.origin}/sandboxed.html`);
    await programRuns(widgetOf(site));
    await site.close();
  });

  it('and with the header that the guide names it starts everywhere, and nobody can look in', async () => {
    const site = await stage.browser.newPage();
    await site.goto(`${stage.server.origin}/by-policy/`);
    await programRuns(widgetOf(site));
    assert.equal(await site.evaluate(() => document.querySelector('iframe').contentDocument), null);
    await PAGES.question(widgetOf(site));
    await site.goto(`${stage.server.origin}/by-policy/adal-check.html`);
    await programRuns(site.mainFrame());
    await PAGES.question(site.mainFrame());
    await site.goBack();
    await site.close();
  });
});

it('what the program may ask of the browser makes no element and sets no attribute that sends something', () => (
  visit(stage, alone('ru'), async ({ page, widget }) => {
    const before = stage.server.requests.length;
    const done = await widget.evaluate((origin) => {
      const tried = {
        refresh() {
          const meta = document.createElement('meta');
          meta.setAttribute('http-equiv', 'refresh');
          meta.setAttribute('content', `0;url=${origin}/?answers`);
          document.body.insertBefore(meta, null);
        },
        link() {
          const link = document.createElement('a');
          link.setAttribute('href', `${origin}/?answers`);
          document.body.insertBefore(link, null);
          link.dispatchEvent(new Event('click'));
        },
        preconnect() {
          const link = document.createElement('link');
          link.setAttribute('rel', 'preconnect');
          link.setAttribute('href', origin);
          document.body.insertBefore(link, null);
        },
        svg: () => document.createElementNS('http://www.w3.org/2000/svg', 'a'),
        image: () => document.createElementNS('http://www.w3.org/2000/svg', 'image'),
        capital: () => document.createElement('META'),
        href: () => document.querySelector('button').setAttribute('HREF', origin),
        action: () => document.querySelector('button').setAttribute('formaction', origin),
        handler: () => document.querySelector('button').setAttribute('onclick', '1'),
        location: () => Reflect.set(document, 'location', `${origin}/?answers`),
        name: () => Reflect.set(window, 'name', 'answers'),
      };
      return Object.entries(tried).filter(([, run]) => {
        try {
          run();
          return true;
        } catch {
          return false;
        }
      }).map(([name]) => name);
    }, stage.server.origin);
    assert.deepEqual(done, []);
    await page.waitForTimeout(300);
    assert.equal(stage.server.requests.length, before);
    await PAGES.result(widget);
  })
));

describe('the file by itself says when its script does not run', () => {
  const says = async (page) => {
    const dead = page.locator('.adal-dead');
    await dead.waitFor({ timeout: 12_000 });
    const texts = await dead.locator('p:first-child').allTextContents();
    assert.deepEqual(texts, ['kk', 'ru', 'en'].map((lang) => WORDS[lang].dead));
    assert.match(await dead.locator('a').first().getAttribute('href'), /^standard\.kk\.html$/);
  };

  it('since it was changed on its way', async () => {
    const site = await stage.browser.newPage();
    await site.goto(`${stage.server.origin}/minified/adal-check.html`);
    await says(site);
    await site.close();
  });

  it('since scripts are off', async () => {
    const site = await stage.browser.newPage({ javaScriptEnabled: false });
    await site.goto(`${stage.server.origin}/adal-check.html`);
    await site.waitForTimeout(500);
    await says(site);
    await site.close();
  });

  it('and not when it does', () => visit(stage, alone('kk'), async ({ widget }) => {
    assert.equal(await widget.locator('.adal-dead').count(), 0);
  }));
});

it('without WebAssembly nobody is told to get a newer browser, and the Standard is linked', async () => {
  const site = await stage.browser.newPage();
  await site.addInitScript(() => { delete globalThis.WebAssembly; });
  await site.goto(`${stage.server.origin}/adal-check.html#lang=ru`);
  await site.locator(FAILED).waitFor();
  assert.equal(await site.getByText(WORDS.ru['failed-wasm']).isVisible(), true);
  assert.equal(await site.getByText(WORDS.ru['failed-remedy']).isVisible(), false);
  await site.locator(`${FAILED} a`).click();
  await site.waitForURL(/standard\.ru\.html/);
  await site.close();
});

it('a file takes the place of answers only when the person says so', () => visit(stage, alone('ru'), async ({ widget }) => {
  await PAGES.result(widget);
  // Back to the start page, with all answers.
  const about = widget.locator('.adal-answers__row', { hasText: WORDS.ru['who-and-what'] });
  await about.locator('button').evaluate((button) => button.click());
  const control = widget.locator('input[type="file"]');
  await control.waitFor({ state: 'attached' });
  const other = savedFile({ people: ['ngo'], situations: ['ngo-thanks'], answers: {} });
  await control.setInputFiles(other);
  await widget.getByText(WORDS.ru['open-replaces']).waitFor();
  await widget.getByText(WORDS.ru['keep-answers']).click();
  assert.equal(await widget.getByText(WORDS.ru['open-replaces']).count(), 0);
  assert.equal(await widget.locator('input[name="situation"][value="gift"]').isChecked(), true);
  await control.setInputFiles(other);
  await widget.getByText(WORDS.ru['open-anyway'], { exact: true }).click();
  await widget.locator('legend h1').waitFor();
}));
