// Finding a situation in one's own words: what is found, what stays, and that what is typed is not sent anywhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { violations } from './support/axe.mjs';
import { WORDS } from './support/content.mjs';
import { HEADING, programRuns } from './support/person.mjs';
import { holdProgram } from './support/slow.mjs';
import { alone, framed, setStage, visit } from './support/visit.mjs';
import { filledStores } from './support/watch.mjs';

const FIND = '[id$="-find"]';
const STATUS = '.adal-search__status';

/** Similar to no keyword, so that it would be noticed anywhere. */
const SECRET = 'қыпшақбайсекрет';

const stage = setStage();

const it = (name, run) => test(name, { timeout: 90_000 }, run);

/** Runs in the page: records all messages that it receives. */
function hear() {
  globalThis.heard = [];
  addEventListener('message', ({ data }) => globalThis.heard.push(String(data)));
}

/** Opens the start page and says who the person is. */
function atStart(path, run, { who = 'employee', scripts = [], ...options } = {}) {
  return visit(stage, path, async (person, seen) => {
    await person.choose('who', who);
    await run(person, seen);
  }, { scripts: [hear, ...scripts], ...options });
}

async function type(person, words) {
  await person.tabTo(FIND);
  await person.page.keyboard.type(words);
}

/** The visible situations, from top to bottom. */
const situations = (person) => person.widget
  .locator('label:not([hidden]) > input[name="situation"]')
  .evaluateAll((boxes) => boxes.map(({ value }) => value));

/** Waits until the page says how many situations were found. */
async function told(person) {
  await person.widget.waitForFunction((status) => document.querySelector(status)?.textContent, STATUS);
  return person.text(STATUS);
}

const heights = (person) => person.page.evaluate(() => globalThis.heard.filter((text) => text.includes('type=height')));

for (const [lang, who, typed, wanted] of [
  ['kk', 'employee', 'қордан сыйлық келді', 'gift'],
  ['kk', 'ngo', 'туысымыз комиссияда', 'ngo-relative'],
  ['ru', 'employee', 'начальник приказал', 'order'],
  ['ru', 'ngo', 'накричали на нас', 'ngo-treated-badly'],
  ['en', 'employee', 'boss ordered', 'order'],
  ['en', 'ngo', 'payment delayed', 'ngo-dragged-out'],
]) {
  it(`${lang}, ${who}: “${typed}” brings up ${wanted}, and the keyboard goes on from there`, () => (
    atStart(alone(lang), async (person) => {
      const before = await situations(person);
      await type(person, typed);
      const after = await situations(person);
      assert.equal(after[0], wanted);
      assert.deepEqual([...after].sort(), [...before].sort());
      await person.page.keyboard.press('Enter');
      assert.equal(await person.isOn(FIND), true);
      assert.match(await told(person), /\d/);
      await person.tick('situation', wanted);
      await person.goOn();
      assert.ok(await person.question());
      await person.goBack();
      assert.equal(await person.widget.locator(FIND).inputValue(), '');
      assert.deepEqual(await situations(person), before);
    }, { who })
  ));
}

it('where nothing is found the page says what to try, and the list stays as it was', () => (
  atStart(alone('ru'), async (person) => {
    const before = await situations(person);
    await type(person, SECRET);
    assert.equal(await told(person), WORDS.ru['none-found']);
    assert.deepEqual(await situations(person), before);
    await person.turn(() => person.press('.adal-search__ways button'));
    assert.equal(await person.heading(), WORDS.ru['expected-title']);
  })
));

for (const [who, typed, title] of [
  ['employee', 'what is expected', 'expected-title'],
  ['ngo', 'where to read the rules', 'expectations-title'],
]) {
  it(`${who}: “${typed}” leads to the page that says it, and other words do not`, () => atStart(alone('en'), async (person) => {
    await type(person, typed);
    assert.deepEqual(
      await person.widget.locator('.adal-search__ways button').allTextContents(),
      [WORDS.en[title], WORDS.en['read-standard']],
    );
    await person.page.keyboard.press('Escape');
    await type(person, 'gift');
    assert.equal(await person.widget.locator('.adal-search__ways').count(), 0);
  }, { who }));
}

it('what is chosen stays chosen and in sight whatever is typed', () => atStart(alone('en'), async (person) => {
  await person.tick('situation', 'conduct');
  await person.tabTo(FIND, 'Shift+Tab');
  await person.page.keyboard.type('gift');
  assert.equal(await person.widget.locator('[id$="-situation-conduct"]').isVisible(), true);
  assert.deepEqual(await person.chosen(), ['employee', 'conduct']);
}));

it('Escape and the button empty the field, and the focus stays in it', () => atStart(alone('kk'), async (person) => {
  const before = await situations(person);
  for (const empty of [
    () => person.page.keyboard.press('Escape'),
    () => person.press('.adal-search button'),
  ]) {
    await type(person, 'тендер');
    assert.notDeepEqual(await situations(person), before);
    await empty();
    assert.equal(await person.widget.locator(FIND).inputValue(), '');
    assert.equal(await person.isOn(FIND), true);
    assert.deepEqual(await situations(person), before);
    await person.widget.waitForFunction((status) => !document.querySelector(status).textContent, STATUS);
  }
}));

it('another language keeps what is typed and what it found', () => atStart(alone('kk'), async (person) => {
  await type(person, 'подарок начальнику');
  const found = await situations(person);
  await person.speak('en');
  assert.equal(await person.widget.locator(FIND).inputValue(), 'подарок начальнику');
  assert.deepEqual(await situations(person), found);
}));

it('what is typed goes into no message, address, history, store or request, and is forgotten', () => (
  atStart(framed('kk'), async (person, seen) => {
    const addresses = () => person.page.frames().map((frame) => frame.url());
    const opened = addresses();
    const requested = [...seen.requests];
    await type(person, `сыйлық ${SECRET}`);
    await told(person);
    await person.tick('situation', 'gift');
    await person.goOn();
    const states = await Promise.all(person.page.frames().map((frame) => frame.evaluate(() => history.state)));
    assert.ok(states.every((state) => state === null || typeof state === 'number'), String(states));
    const holds = await Promise.all(person.page.frames().map((frame) => (
      frame.evaluate((secret) => document.documentElement.outerHTML.includes(secret), SECRET)
    )));
    assert.deepEqual(holds, [false, false]);
    const heard = await person.page.evaluate(() => globalThis.heard);
    assert.ok(heard.length > 0);
    assert.deepEqual(heard.filter((text) => text.includes(SECRET) || text.includes(encodeURIComponent(SECRET))), []);
    assert.deepEqual(addresses(), opened);
    assert.deepEqual(seen.requests, requested);
    assert.deepEqual(seen.complaints, []);
    // A refused access to storage is itself reported as a complaint.
    assert.deepEqual(await filledStores(person.page), []);
    seen.complaints.length = 0;
  })
));

it('the height tells the host nothing of what is typed', async () => {
  const heightsAfter = async (words) => {
    let all;
    await atStart(framed('kk'), async (person) => {
      if (words) {
        await type(person, words);
        await told(person);
      }
      for (const lang of ['ru', 'en', 'kk']) {
        await person.speak(lang);
      }
      await person.page.waitForFunction(() => globalThis.heard.filter((text) => text.includes('height')).length >= 5);
      all = await heights(person);
    }, { viewport: { width: 360, height: 740 } });
    return all;
  };
  const quiet = await heightsAfter('');
  assert.deepEqual(await heightsAfter('сыйлық'), quiet);
  assert.deepEqual(await heightsAfter(SECRET), quiet);
});

it('what is typed before the program runs is kept, with the caret, and searched then', () => (
  atStart(alone('kk'), async (person) => {
    await type(person, 'тендер');
    await person.speak('ru');
    assert.equal(await person.widget.locator(FIND).inputValue(), 'тендер');
    await person.tabTo(FIND);
    await person.page.keyboard.press('End');
    await person.page.keyboard.press('ArrowLeft');
    await person.page.keyboard.press('ArrowLeft');
    await person.widget.evaluate(() => globalThis.adalGoOn());
    await programRuns(person.widget);
    assert.equal(await person.isOn(FIND), true);
    await person.page.keyboard.type('!');
    assert.equal(await person.widget.locator(FIND).inputValue(), 'тенд!ер');
    await person.page.keyboard.press('Backspace');
    assert.equal((await situations(person))[0], 'procurement');
    assert.equal(await person.isOn(HEADING), false);
  }, { scripts: [holdProgram] })
));

it('axe finds nothing to object to while something is found, and while nothing is', async () => {
  for (const colorScheme of ['light', 'dark']) {
    await atStart(alone('kk'), async (person) => {
      for (const words of ['сыйлық', SECRET]) {
        await type(person, words);
        await told(person);
        assert.deepEqual(await violations(person, words), []);
        await person.page.keyboard.press('Escape');
      }
    }, { bypassCSP: true, colorScheme, viewport: { width: 320, height: 740 } });
  }
});
