// “Leave quickly”: the button and the Shift key, standalone and embedded, before, during and after the life of the
// program.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { violations } from './support/axe.mjs';
import { openBrowser, openPage } from './support/browser.mjs';
import { LANGS, WORDS, readCase } from './support/content.mjs';
import { HEADING, Person, programRuns } from './support/person.mjs';
import { serve } from './support/server.mjs';
import { holdProgram } from './support/slow.mjs';

const GIFT = readCase('a-supplier-leaves-a-phone-to-speed-up-a-payment');
const BUTTON = '.adal-leave';
const SITE = `<!doctype html><html lang="kk"><meta name="viewport" content="width=device-width">
  <script src="/adal-check.js" defer></script><title>site</title><body style="margin:0">
  <adal-check lang="kk"><a href="#">fallback</a></adal-check>`;

let browser;
let server;

before(async () => {
  browser = await openBrowser();
  server = await serve({
    '/plain.html': { body: SITE },
    '/elsewhere.html': { body: '<!doctype html><html lang="en"><title>elsewhere</title><p>elsewhere' },
  });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const it = (name, run) => test(name, { timeout: 90_000 }, run);

async function withPerson(path, run, { prepare, ...options } = {}) {
  const page = await openPage(browser, options);
  try {
    if (prepare) {
      await page.addInitScript(prepare);
    }
    await page.goto(server.origin + path);
    const framed = !path.startsWith('/adal-check.html');
    if (framed) {
      await page.locator('adal-check iframe').waitFor({ state: 'visible' });
    }
    const widget = framed ? page.frames().find((frame) => frame.url().includes('/adal-check.html')) : page.mainFrame();
    if (!prepare) {
      await programRuns(widget);
    }
    await run(new Person(page, widget));
  } finally {
    await page.close();
  }
}

async function shift(person, times = 3) {
  for (let time = 0; time < times; time += 1) {
    await person.page.keyboard.press('Shift');
  }
}

async function answerOne(person) {
  await person.introduce(GIFT);
  await person.goOn();
  const question = await person.question();
  await person.choose(question, GIFT.answers[question]);
  await person.goOn();
}

async function isLeft(person, lang) {
  await person.widget.locator(HEADING).getByText(WORDS[lang]['left-title']).waitFor();
  assert.equal(await person.page.title(), WORDS[lang]['left-title']);
  const text = await person.text('#adal');
  assert.equal(text, WORDS[lang]['left-title'] + WORDS[lang]['left-start']);
}

describe('the button clears the page, and Back brings nothing back', () => {
  for (const lang of LANGS) {
    it(lang, () => withPerson(`/adal-check.html#lang=${lang}`, async (person) => {
      await answerOne(person);
      await person.turn(() => person.press(BUTTON));
      await isLeft(person, lang);
      assert.deepEqual(await violations(person, 'left'), []);
      for (let steps = 0; steps < 3; steps += 1) {
        await person.page.goBack();
        await isLeft(person, lang);
      }
      await person.turn(() => person.press('.adal--left .adal-link'));
      assert.equal(await person.heading(), WORDS[lang]['start-title']);
      assert.deepEqual(await person.chosen(), []);
      assert.equal(await person.page.title(), WORDS[lang]['start-title']);
    }, { bypassCSP: true }));
  }
});

it('Shift three times does the same', () => withPerson('/adal-check.html#lang=kk', async (person) => {
  await answerOne(person);
  await shift(person);
  await isLeft(person, 'kk');
}));

describe('what is not Shift three times does not leave', () => {
  const keys = (person) => person.page.keyboard;
  const together = async (person, modifier) => {
    for (let time = 0; time < 4; time += 1) {
      await keys(person).down(modifier);
      await shift(person, 1);
      await keys(person).up(modifier);
      await keys(person).down('Shift');
      await keys(person).press(modifier);
      await keys(person).up('Shift');
    }
  };
  const ways = {
    'with Alt': (person) => together(person, 'Alt'),
    'with Ctrl': (person) => together(person, 'Control'),
    'twice': (person) => shift(person, 2),
    'with a key between': async (person) => {
      await shift(person, 2);
      await keys(person).press('a');
      await shift(person, 2);
    },
    'with a letter in each': async (person) => {
      for (const letter of 'abcd') {
        await keys(person).press(`Shift+${letter}`);
      }
    },
    'both keys together': async (person) => {
      for (let time = 0; time < 3; time += 1) {
        await keys(person).down('ShiftLeft');
        await keys(person).down('ShiftRight');
        await keys(person).up('ShiftLeft');
        await keys(person).up('ShiftRight');
      }
    },
    'too slowly': async (person) => {
      await shift(person, 2);
      await person.page.waitForTimeout(2100);
      await shift(person, 1);
    },
    'with a press of the pointer between': async (person) => {
      await shift(person, 2);
      await person.page.mouse.click(5, 300);
      await shift(person, 2);
    },
    'in a text field': async (person) => {
      await person.tabTo('input[type="search"]');
      await shift(person, 4);
    },
    'switched off': async (person) => {
      await person.widget.locator('.adal-about-leaving summary').focus();
      await keys(person).press('Enter');
      await person.tick('shift', 'off');
      await shift(person, 4);
    },
  };
  for (const [name, act] of Object.entries(ways)) {
    it(name, () => withPerson('/adal-check.html#lang=en', async (person) => {
      await person.choose('who', 'employee');
      await act(person);
      await person.page.waitForTimeout(100);
      assert.equal(await person.heading(), WORDS.en['start-title']);
      assert.ok((await person.chosen()).includes('employee'));
    }));
  }
});

it('the switch stays as it is on every page and in every language', () => withPerson('/adal-check.html#lang=kk', async (person) => {
  await person.widget.locator('.adal-about-leaving summary').focus();
  await person.page.keyboard.press('Enter');
  await person.tick('shift', 'off');
  await person.speak('ru');
  await person.introduce(GIFT);
  await person.goOn();
  assert.equal(await person.widget.locator('input[name="shift"]').isChecked(), true);
  assert.deepEqual((await person.languages()).mismarked, []);
}));

describe('before the program runs', () => {
  for (const [name, act] of [['the button', (person) => person.press(BUTTON)], ['Shift', (person) => shift(person)]]) {
    it(name, () => withPerson('/adal-check.html#lang=ru', async (person) => {
      await person.introduce(GIFT);
      await act(person);
      assert.equal(await person.widget.locator('#adal').isVisible(), false);
      assert.equal(await person.page.title(), WORDS.ru['left-title']);
      await person.widget.evaluate(() => globalThis.adalGoOn());
      await isLeft(person, 'ru');
      await person.turn(() => person.press('.adal--left .adal-link'));
      assert.deepEqual(await person.chosen(), []);
    }, { prepare: holdProgram }));
  }
});

it('after the program has failed', () => withPerson('/adal-check.html#lang=kk', async (person) => {
  await answerOne(person);
  await person.widget.evaluate(() => {
    document.getElementById('adal').addEventListener('adal-leave', (event) => event.stopImmediatePropagation(), true);
    setTimeout(() => { throw new WebAssembly.RuntimeError('a failure'); });
  });
  await person.widget.locator('[role="alert"]').waitFor();
  await shift(person);
  assert.equal(await person.widget.locator('#adal').isVisible(), false);
}));

describe('in a frame', () => {
  it('the button of the loader stays in sight, and takes the frame away', () => withPerson('/plain.html', async (person) => {
    const button = person.page.locator('adal-check').locator('button');
    const frame = person.page.locator('adal-check iframe');
    assert.equal(await button.textContent(), WORDS.kk.leave);
    assert.equal(await frame.getAttribute('title'), WORDS.kk['tool-name']);
    assert.equal(await person.widget.locator(BUTTON).isVisible(), false);
    await person.page.evaluate(() => scrollTo(0, 400));
    const { y, height } = await button.boundingBox();
    assert.ok(Math.abs(y) < 1 && height >= 24, `${y}, ${height}`);
    await person.speak('en');
    await person.page.waitForFunction((words) => (
      document.querySelector('adal-check').shadowRoot.querySelector('button').textContent === words
    ), WORDS.en.leave);
    assert.equal(await frame.getAttribute('title'), WORDS.en['tool-name']);
    await button.click();
    await person.page.locator('iframe').waitFor({ state: 'detached' });
    assert.equal(await button.isVisible(), false);
    assert.equal(await person.page.getByText('fallback').isVisible(), true);
  }, { viewport: { width: 360, height: 640 } }));

  it('Shift goes to the address that the site names, without asking', () => withPerson('/plain.html', async (person) => {
    await person.page.locator('adal-check').evaluate((element) => {
      element.setAttribute('exit-url', `${location.origin}/elsewhere.html`);
    });
    const asked = [];
    person.page.on('dialog', (dialog) => { asked.push(dialog.type()); dialog.accept(); });
    await answerOne(person);
    await Promise.allSettled([person.page.waitForURL(/elsewhere/), shift(person)]);
    assert.equal(await person.page.title(), 'elsewhere');
    assert.deepEqual(asked, []);
  }));
});
