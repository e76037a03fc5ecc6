// The Standard for reading: every text as in the content, links to clauses, search, and that a running case is kept.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { violations } from './support/axe.mjs';
import { listenForComplaints, openPage } from './support/browser.mjs';
import { LANGS, WORDS, readCase } from './support/content.mjs';
import { HEADING, Person } from './support/person.mjs';
import { holdProgram } from './support/slow.mjs';
import { readClauses } from './support/standard.mjs';
import { setStage } from './support/visit.mjs';

const CLAUSES = readClauses();
const DIST = new URL('../../dist/', import.meta.url);

const stage = setStage();

const it = (name, run) => test(name, { timeout: 180_000 }, run);

async function withReader(fragment, run, options) {
  const page = await openPage(stage.browser, options);
  const complaints = listenForComplaints(page);
  try {
    await page.goto(`${new URL('adal-check.html', DIST).href}#${fragment}`);
    await page.locator('.adal-main [data-failed], .adal-article').first().waitFor({ state: 'attached' });
    await run(new Person(page, page.mainFrame()));
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
  }
}

/** Opens the whole Standard from the start page with the keyboard, and waits until all of it is rendered. */
async function readWhole(person) {
  await person.turn(() => person.press('[id$="-standard"]'));
  await isWhole(person.widget);
}

function isWhole(frame) {
  return frame.waitForFunction(() => {
    const { page, whole } = document.getElementById('adal').dataset;
    return page === whole;
  });
}

/** The visible clauses, by number. */
function shown(person) {
  return person.widget.locator('.adal-article:visible').evaluateAll((all) => all.map(({ id }) => id.replace(/.*-/, '')));
}

/** The exact text of each clause on the screen, by number. */
function exactTexts(person, lang) {
  return person.widget.evaluate((lang) => Object.fromEntries(
    [...document.querySelectorAll('.adal-article')].map((article) => [
      article.id.replace(/.*-/, ''),
      [...article.querySelectorAll(`.adal-law__text[lang="${lang}"] :is(p, li)`)].map((text) => text.innerText),
    ]),
  ), lang);
}

describe('the exact text', () => {
  const expected = (lang) => Object.fromEntries(CLAUSES.map(({ id, texts }) => [id, texts(lang)]));

  it('of every clause on the screen is that of the content, also beside another language and with words marked', () => (
    withReader('lang=kk', async (person) => {
      await readWhole(person);
      for (const lang of LANGS) {
        await person.speak(lang);
        assert.deepEqual(await exactTexts(person, lang), expected(lang));
        for (const beside of LANGS.filter((other) => other !== lang)) {
          await person.press(`[data-beside="${beside}"]`);
          await person.widget.locator(`[data-beside="${beside}"][aria-pressed="true"]`).waitFor();
          assert.deepEqual(await exactTexts(person, beside), expected(beside));
        }
      }
      await person.widget.fill('[id$="-search"]', 'сыйлық gift подарок');
      await person.widget.locator('.adal-hit').first().waitFor();
      const texts = await exactTexts(person, 'en');
      for (const id of await shown(person)) {
        assert.deepEqual(texts[id], expected('en')[id]);
      }
    })
  ));

  for (const lang of LANGS) {
    it(`of each clause opens by its link, ${lang}`, async () => {
      const page = await openPage(stage.browser);
      try {
        for (const { id, texts, plain } of CLAUSES) {
          await page.goto('about:blank');
          await page.goto(`${new URL('adal-check.html', DIST).href}#lang=${lang}&clause=${id}`);
          const article = page.locator('.adal-article');
          await article.waitFor();
          assert.equal((await article.getAttribute('id')).replace(/.*-/, ''), id);
          assert.deepEqual(await article.locator(`[lang="${lang}"] :is(p, li)`).allInnerTexts(), texts(lang));
          assert.equal(await article.locator('.adal-article__plain').innerText(), plain[lang]);
        }
      } finally {
        await page.close();
      }
    });
  }
});

describe('search', () => {
  for (const [typed, clauses] of [
    ['3.6', ['3.6']],
    ['3 6', ['3.6']],
    ['2.1', ['2.1', '2.1.1', '2.1.2', '2.1.3', '2.1.4', '2.1.5', '2.1.6', '2.1.7']],
    ['подарки', ['3.3', '3.6', '3.23', '4.8']],
    ['сыйлықты', ['3.3', '3.6', '3.23', '4.8']],
    ['сыйлыкты', ['3.3', '3.6', '3.23', '4.8']],
    ['gifts', ['3.3', '3.6', '3.23', '4.8']],
    ['родственников', ['3.8']],
    ['өкім', ['3.11']],
  ]) {
    it(`finds ${clauses.join(', ')} by “${typed}”`, () => withReader('lang=ru', async (person) => {
      await readWhole(person);
      await person.tabTo('[id$="-search"]');
      await person.page.keyboard.type(typed);
      await person.widget.waitForFunction(
        (count) => [...document.querySelectorAll('.adal-article')].filter((one) => one.offsetParent).length === count,
        clauses.length,
      );
      assert.deepEqual(await shown(person), clauses);
      assert.equal(await person.isOn('[id$="-search"]'), true);
      const status = person.widget.locator('[role="status"]', { hasText: ` ${clauses.length} ` }).first();
      await status.waitFor();
      await person.page.keyboard.press('Enter');
      assert.deepEqual(await shown(person), clauses);
    }));
  }

  it('says what to try when it finds nothing, and shows everything again', () => withReader('lang=en', async (person) => {
    await readWhole(person);
    await person.widget.fill('[id$="-search"]', 'xylophone');
    await person.widget.getByText(WORDS.en['nothing-found'].replace('{ $number }', '3.6')).waitFor();
    assert.deepEqual(await shown(person), []);
    await person.widget.getByText(WORDS.en['show-everything']).click();
    await person.widget.locator('.adal-article').first().waitFor();
    assert.equal((await shown(person)).length, CLAUSES.length);
    assert.equal(await person.widget.inputValue('[id$="-search"]'), '');
  }));

  it('is narrowed by kind, person and situation', () => withReader('lang=en', async (person) => {
    await readWhole(person);
    await person.widget.getByText(WORDS.en['filter-title']).click();
    await person.widget.selectOption('[id$="-filter-kind"]', { label: WORDS.en['kind-right'] });
    await person.widget.locator('[id$="-3.6"]').waitFor({ state: 'hidden' });
    assert.deepEqual(await shown(person), ['3.8']);
    await person.widget.selectOption('[id$="-filter-person"]', { label: 'NGO or grant applicant' });
    await person.widget.getByText(WORDS.en['nothing-found'].replace('{ $number }', '3.6')).waitFor();
  }));

  it('leaves no trace of what was typed', () => withReader('lang=kk', async (person) => {
    await readWhole(person);
    const address = person.page.url();
    await person.widget.fill('[id$="-search"]', 'құпия');
    assert.equal(person.page.url(), address);
    assert.equal(await person.widget.evaluate(() => JSON.stringify(history.state)), '1');
  }));
});

describe('reading', () => {
  it('loses no running case: Back and the browser’s Back return to the result', () => withReader('lang=en', async (person) => {
    await person.comeToResult(readCase('an-ngo-offers-a-box-of-chocolates-and-i-mean-to-accept'));
    const result = await person.heading();
    await person.press('.adal-card summary');
    await person.turn(() => person.press('.adal-card .adal-link:not(.adal-answers .adal-link)'));
    assert.match(await person.heading(), /^Clause /);
    await person.turn(() => person.widget.getByText(WORDS.en['whole-standard']).click());
    await person.widget.getByText(WORDS.en['map-title']).click();
    await person.widget.locator('.adal-map__mark--applies').first().waitFor();
    await person.goBack();
    assert.equal(await person.heading(), result);
    await person.turn(() => person.page.evaluate(() => history.back()));
    assert.notEqual(await person.heading(), result);
  }));

  it('leads into the check with the situation chosen', () => withReader('lang=kk&clause=3.21', async (person) => {
    await person.turn(() => person.press('.adal-plain-list .adal-link'));
    assert.deepEqual(await person.chosen(), ['employee', 'order']);
  }));

  it('by a link takes no focus, and Back leads to the start page', () => withReader('lang=en&clause=3.6', async (person) => {
    assert.equal(await person.isOn(HEADING), false);
    await person.goBack();
    assert.equal(await person.heading(), WORDS.en['start-title']);
  }));

  for (const [name, heading] of [
    ['standard', /Антикоррупционный стандарт/], ['expectations', /Чего ждать/], ['expected', /Чего Стандарт ждёт/],
  ]) {
    it(`that was asked for before the program ran begins when it runs: ${name}`, async () => {
      const page = await openPage(stage.browser);
      try {
        await page.addInitScript(holdProgram);
        await page.goto(`${new URL('adal-check.html', DIST).href}#lang=ru`);
        const person = new Person(page, page.mainFrame());
        await person.press(`[id$="-${name}"]`);
        assert.equal(await page.locator(`[id$="-${name}"]`).getAttribute('aria-disabled'), 'true');
        await person.turn(() => page.evaluate(() => globalThis.adalGoOn()));
        assert.match(await person.heading(), heading);
      } finally {
        await page.close();
      }
    });
  }
});

describe('the page', () => {
  it('shows its first clauses before the others are drawn, and the others soon after', () => withReader('lang=kk', async (person) => {
    const counts = await person.widget.evaluate(() => new Promise((done) => {
      const seen = [];
      const root = document.getElementById('adal');
      new MutationObserver(() => {
        seen.push(root.querySelectorAll('.adal-article').length);
        if (root.dataset.whole) {
          done(seen);
        }
      }).observe(root, { childList: true, subtree: true, attributeFilter: ['data-whole'] });
      document.querySelector('[id$="-standard"]').click();
    }));
    assert.ok(counts.some((count) => count > 0 && count < 10), `drawn at first: ${counts}`);
    assert.equal(counts.at(-1), CLAUSES.length);
  }));

  it('tells a screen reader what was found when the person pauses, and not at each letter', () => (
    withReader('lang=en', async (person) => {
      await readWhole(person);
      await person.widget.evaluate(() => {
        globalThis.told = [];
        const status = document.querySelector('.adal-search__told');
        new MutationObserver(() => globalThis.told.push(status.textContent))
          .observe(status, { characterData: true, childList: true, subtree: true });
      });
      await person.tabTo('[id$="-search"]');
      await person.page.keyboard.type('gifts', { delay: 100 });
      await person.widget.locator('.adal-search__told', { hasText: ' 4 ' }).waitFor();
      assert.equal((await person.widget.evaluate(() => globalThis.told)).length, 1);
    })
  ));

  it('leads to the exercises, and Back leads back', () => withReader('lang=en', async (person) => {
    await readWhole(person);
    const standard = await person.heading();
    await person.turn(() => person.widget.locator('.adal-toolbar').getByText(WORDS.en['practise-link']).click());
    assert.equal(await person.heading(), WORDS.en['practice-title']);
    await person.goBack();
    assert.equal(await person.heading(), standard);
  }));

  it('has a map that is a list of sections, of kinds and of clauses', () => withReader('lang=en', async (person) => {
    await readWhole(person);
    await person.widget.getByText(WORDS.en['map-title']).click();
    await person.widget.locator('.adal-map').waitFor();
    const tree = await person.widget.locator('.adal-map').ariaSnapshot();
    const items = (depth) => tree.split('\n').filter((line) => line.startsWith(`${' '.repeat(depth)}- listitem`)).length;
    const sections = new Set(CLAUSES.map(({ id }) => id.split('.')[0]));
    assert.deepEqual([items(2), items(10)], [sections.size, CLAUSES.length], tree);
    // Without an explicit role, VoiceOver does not treat a list without markers as a list.
    assert.equal(await person.widget.locator('.adal-map ul:not([role="list"])').count(), 0);
  }));
});

describe('on paper', () => {
  /** The words that the browser would print. */
  const printed = async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    return page.locator('body').innerText();
  };

  it('the whole Standard stands with what is behind its disclosures, also when it is printed at once', () => (
    withReader('lang=kk', async (person) => {
      await person.widget.evaluate(() => document.querySelector('[id$="-standard"]').click());
      await person.widget.waitForSelector('.adal-article');
      const words = await printed(person.page);
      const spaced = words.replaceAll(/\s+/g, ' ');
      for (const { id, texts, plain } of CLAUSES) {
        for (const text of [...texts('kk'), plain.kk]) {
          assert.ok(spaced.includes(text.replaceAll(/\s+/g, ' ')), `${id}: ${text}`);
        }
      }
      assert.ok(words.includes(WORDS.kk['unclear-title']));
      assert.equal(words.includes(WORDS.kk['practise-link']), false);
    })
  ));

  it('is white where the screen is dark, by the system or by the host', async () => {
    const page = await openPage(stage.browser, { colorScheme: 'dark' });
    for (const fragment of ['lang=en&clause=3.6', 'lang=en&clause=3.6&theme=dark', 'lang=en&clause=3.6&theme=dark&background=%23101010']) {
      await page.goto('about:blank');
      await page.goto(`${new URL('adal-check.html', DIST).href}#${fragment}`);
      await page.locator('.adal-article').waitFor();
      const background = () => page.locator('.adal').evaluate((adal) => getComputedStyle(adal).backgroundColor);
      assert.notEqual(await background(), 'rgb(255, 255, 255)');
      await printed(page);
      assert.equal(await background(), 'rgb(255, 255, 255)');
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      assert.notEqual(await background(), 'rgb(255, 255, 255)');
    }
    await page.close();
  });

  it('what a search leaves says that it is a part', () => withReader('lang=en', async (person) => {
    await readWhole(person);
    await person.widget.fill('[id$="-search"]', 'gifts');
    await person.widget.locator('.adal-search__status', { hasText: ' 4 ' }).waitFor();
    assert.match(await printed(person.page), /Clauses shown: 4 of 57/);
  }));
});

describe('in the page of a site', () => {
  it('the frame is as high as the whole Standard in two languages, also on a narrow screen', async () => {
    const page = await openPage(stage.browser, { viewport: { width: 360, height: 740 } });
    await page.goto(`${stage.server.origin}/hosts/sample.html?lang=ru`);
    await page.locator('adal-check iframe').waitFor({ state: 'visible' });
    const frame = page.frames().find((one) => one.url().includes('/adal-check.html'));
    await frame.locator('.adal-main [data-failed]').waitFor({ state: 'attached' });
    await frame.locator('[id$="-standard"]').press('Enter');
    await isWhole(frame);
    await frame.locator('[data-beside="kk"]').press('Enter');
    const fits = () => frame.waitForFunction(() => (
      document.querySelectorAll('.adal-law__text[lang="kk"]').length > 50
        && document.documentElement.scrollHeight <= innerHeight
    ));
    await fits();
    const high = await frame.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(high > 20_000, `${high}`);
    await page.close();
  });
});

describe('the link to a clause', () => {
  it('is copied where the browser lets it, in the frame too', async () => {
    const context = await stage.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${stage.server.origin}/hosts/sample.html?lang=en`);
    await page.locator('adal-check iframe').waitFor({ state: 'visible' });
    const frame = page.frames().find((one) => one.url().includes('/adal-check.html'));
    await frame.locator('.adal-main [data-failed]').waitFor({ state: 'attached' });
    await frame.locator('[id$="-standard"]').press('Enter');
    await isWhole(frame);
    await frame.locator('[id$="-3.6"] summary').press('Enter');
    await frame.locator('[id$="-3.6"] .adal-copy button').press('Enter');
    await frame.locator('[id$="-3.6"] [role="status"]', { hasText: WORDS.en['link-copied'] }).waitFor();
    assert.equal(
      await page.evaluate(() => navigator.clipboard.readText()),
      `${stage.server.origin}/adal-check.html#lang=en&clause=3.6`,
    );
    await context.close();
  });

  it('is shown and selected where the browser refuses', () => withReader('lang=en&clause=3.6', async (person) => {
    await person.widget.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await person.widget.locator('.adal-copy button').click();
    await person.widget.locator('.adal-copy input').waitFor();
    assert.match(await person.widget.evaluate(() => getSelection().toString()), /#lang=en&clause=3\.6$/);
    assert.equal(await person.text('.adal-copy [role="status"]'), WORDS.en['link-not-copied']);
  }));
});

describe('the static edition', () => {
  for (const lang of LANGS) {
    it(`holds every clause behind its anchor, without script, ${lang}`, async () => {
      const page = await openPage(stage.browser, { bypassCSP: true });
      const requests = [];
      page.on('request', (request) => requests.push(request.url()));
      const address = new URL(`standard.${lang}.html`, DIST).href;
      await page.goto(address);
      const found = await page.evaluate(() => [...document.querySelectorAll('.adal-article')].map((one) => ({
        id: one.id,
        texts: [...one.querySelectorAll('.adal-law__text :is(p, li)')].map((text) => text.innerText),
      })));
      assert.deepEqual(found, CLAUSES.map(({ id, texts }) => ({ id, texts: texts(lang) })));
      const anchors = await page.locator('.adal-map a').evaluateAll((all) => all.map((one) => one.hash.slice(1)));
      assert.deepEqual(anchors.sort(), CLAUSES.map(({ id }) => id).sort());
      assert.equal(await page.locator('script').count(), 0);
      assert.deepEqual(requests, [address]);
      assert.deepEqual(await violations({ widget: page }, lang), []);
      await page.locator('.adal-languages a').first().click();
      assert.notEqual(await page.evaluate(() => document.documentElement.lang), lang);
      await page.close();
    });
  }
});

describe('axe finds nothing to object to', () => {
  for (const [lang, colorScheme] of [['kk', 'light'], ['ru', 'dark']]) {
    it(`${lang}, ${colorScheme}`, () => withReader(`lang=${lang}`, async (person) => {
      const found = [];
      const look = async (where) => found.push(...(await violations(person, where)));
      await readWhole(person);
      await person.widget.locator('summary').evaluateAll((all) => all.forEach((one) => one.click()));
      await person.widget.locator('.adal-map').waitFor();
      await person.press('[data-beside]');
      await look('the whole with everything open');
      await person.widget.fill('[id$="-search"]', 'gift подарок сыйлық');
      await look('search');
      await person.turn(() => person.widget.locator('.adal-map__link').first().click());
      await look('one clause');
      await person.goBack();
      await person.turn(() => person.press('.adal-toolbar .adal-link'));
      await look('plain words');
      await person.goBack();
      for (const name of ['expectations', 'expected']) {
        await person.turn(() => person.press(`[id$="-${name}"]`));
        await look(name);
        await person.goBack();
      }
      assert.deepEqual(found, []);
    }, { bypassCSP: true, colorScheme }));
  }
});
