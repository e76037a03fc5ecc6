// The result and its exports with the keyboard alone: copied, printed, saved, in one language or two.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { violations } from './support/axe.mjs';
import { WORDS, readCase } from './support/content.mjs';
import { readClauses } from './support/standard.mjs';
import { alone, framed, setStage, visit } from './support/visit.mjs';
import { filledStores } from './support/watch.mjs';

const CLAUSES = readClauses();
const GIFT = readCase('an-ngo-offers-a-box-of-chocolates-and-i-mean-to-accept');
const NOTHING = readCase('a-clerk-buys-paper-and-treats-all-suppliers-alike');
const OPEN = readCase('an-employee-does-not-know-whether-a-present-has-to-do-with-work');
const FOLDED = readCase('raises-a-friends-score');
const PARTLY_OPEN = readCase('a-commission-member-is-offered-money-and-does-not-know-why');
const PAPER = '.adal-report';

const stage = setStage();

const it = (name, run) => test(name, { timeout: 90_000 }, run);

const withResult = (path, story, run, options) => visit(stage, path, async (person, seen) => {
  await person.comeToResult(story);
  await run(person, seen);
}, options);

/** What is copied to the clipboard. */
async function copy(person, lang) {
  await person.widget.evaluate(() => {
    navigator.clipboard.writeText = async (text) => { globalThis.copied = text; };
  });
  await person.takeAlong(WORDS[lang]['copy-text']);
  await person.widget.locator('.adal-take-along__done', { hasText: WORDS[lang]['text-copied'] }).waitFor();
  return person.widget.evaluate(() => globalThis.copied);
}

async function save(person, lang) {
  const coming = person.page.waitForEvent('download');
  await person.takeAlong(WORDS[lang]['save-text']);
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** Each line of the print view. */
async function printed(person) {
  await person.page.emulateMedia({ media: 'print' });
  const lines = await person.widget.evaluate(() => document.body.innerText.trim().split(/\n+/));
  await person.page.emulateMedia({ media: null });
  return lines;
}

/** Every line of the exact text of the clauses in a result, in Kazakh. */
function officialText({ applies, 'may-apply': mayApply }) {
  const found = CLAUSES.filter(({ id }) => [...applies, ...mayApply].includes(id));
  return found.flatMap(({ texts }) => texts('kk'));
}

function hasAll(text, wanted) {
  for (const each of wanted) {
    assert.ok(text.includes(each), `“${each}” is missing in:\n${text}`);
  }
}

describe('the copy and the file say the same', () => {
  for (const [form, lang] of [[framed, 'kk'], [alone, 'ru'], [framed, 'en']]) {
    it(`${form.name}, ${lang}`, () => withResult(form(lang), GIFT, async (person, seen) => {
      const requests = [...seen.requests];
      const addresses = () => person.page.frames().map((frame) => frame.url());
      const opened = addresses();
      const text = await copy(person, lang);
      hasAll(text, officialText(GIFT.expect));
      const words = ['only-standard', 'not-a-decision', 'headline-prohibited'];
      hasAll(text, words.map((key) => WORDS[lang][key]));
      const file = await save(person, lang);
      assert.match(file.name, new RegExp(`^\\d{4}-\\d\\d-\\d\\d-${lang}\\.txt$`));
      assert.equal(file.text, `\ufeff${text}\n`.replaceAll('\n', '\r\n'));
      assert.equal(await person.text('.adal-take-along__done'), WORDS[lang]['file-saved']);
      assert.deepEqual(addresses(), opened);
      assert.deepEqual(seen.requests.filter((url) => !url.startsWith('blob:')), requests);
      assert.deepEqual(seen.complaints, []);
      // A refused access to storage is itself reported as a complaint.
      assert.deepEqual(await filledStores(person.page), []);
      seen.complaints.length = 0;
    }));
  }
});

it('the text comes to the clipboard itself', () => withResult(alone('kk'), GIFT, async (person) => {
  await person.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await person.takeAlong(WORDS.kk['copy-text']);
  await person.widget.locator('.adal-take-along__done', { hasText: WORDS.kk['text-copied'] }).waitFor();
  hasAll(await person.page.evaluate(() => navigator.clipboard.readText()), officialText(GIFT.expect));
}));

it('where the browser refuses to copy, the text stands ready to be copied by hand', () => withResult(alone('ru'), GIFT, async (person) => {
  const text = await copy(person, 'ru');
  await person.widget.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
  await person.takeAlong(WORDS.ru['copy-text']);
  await person.widget.locator('.adal-take-along__done', { hasText: WORDS.ru['copy-refused'] }).waitFor();
  assert.equal(await person.isOn('.adal-take-along textarea'), true, 'the focus is not on the text');
  assert.equal(await person.widget.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value.slice(selectionStart, selectionEnd);
  }), text);
}));

describe('in print', () => {
  for (const [form, lang] of [[alone, 'kk'], [framed, 'ru'], [alone, 'en']]) {
    it(`the button prints the report and nothing else: ${form.name}, ${lang}`, () => withResult(form(lang), GIFT, async (person) => {
      await person.widget.evaluate(() => {
        globalThis.print = () => { globalThis.papers = [...(globalThis.papers ?? []), document.querySelectorAll('.adal-report').length]; };
      });
      await person.takeAlong(WORDS[lang].print);
      await person.widget.waitForFunction(() => globalThis.papers);
      assert.deepEqual(await person.widget.evaluate(() => globalThis.papers), [1], 'the paper was not there in time');
      assert.equal(await person.widget.locator(PAPER).isVisible(), false);
      const paper = await printed(person);
      assert.equal(paper[0], WORDS[lang]['tool-name']);
      hasAll(paper.join('\n'), [...officialText(GIFT.expect), WORDS[lang]['not-a-decision']]);
      assert.equal(paper.some((line) => [WORDS[lang].change, WORDS[lang].print].includes(line)), false);
    }));
  }

  it('who prints by the browser’s own menu gets the report too', () => withResult(alone('ru'), GIFT, async (person) => {
    await person.widget.locator(PAPER).waitFor({ state: 'attached' });
    assert.equal(await person.widget.locator(PAPER).isVisible(), false);
    const pages = await person.page.pdf({ preferCSSPageSize: true });
    assert.equal(pages.subarray(0, 5).toString(), '%PDF-');
    assert.equal(await person.widget.locator(PAPER).count(), 1);
    hasAll((await printed(person)).join('\n'), officialText(GIFT.expect));
  }));
});

describe('two languages side by side', () => {
  for (const [lang, beside] of [['kk', 'ru'], ['ru', 'en'], ['en', 'kk']]) {
    it(`${lang} with ${beside}`, () => withResult(alone(lang), GIFT, async (person) => {
      await person.press(`.adal-take-result [data-beside="${beside}"]`);
      await person.widget.locator(PAPER).waitFor({ state: 'visible' });
      assert.deepEqual((await person.languages()).mismarked, []);
      const rows = await person.widget.locator(`${PAPER} > div`).evaluateAll((rows) => (
        rows.map((row) => [...row.children].map((cell) => cell.lang).join(' '))
      ));
      const hasKazakh = [lang, beside].includes('kk');
      assert.deepEqual([...new Set(rows)].sort(), hasKazakh ? [`${lang} ${beside}`] : ['kk', `${lang} ${beside}`]);
      const paper = (await printed(person)).join('\n');
      const text = await copy(person, lang);
      for (const said of [paper, text]) {
        hasAll(said, officialText(GIFT.expect));
        hasAll(said, [lang, beside].map((each) => WORDS[each]['headline-prohibited']));
      }
      const { name } = await save(person, lang);
      assert.ok(name.endsWith(`-${lang}-${beside}.txt`), name);
    }));
  }
});

describe('on the page', () => {
  const titles = (person) => person.widget.locator('.adal-main h2').allTextContents();

  it('what to do is seen on the first two screens of a phone', () => withResult(alone('kk'), GIFT, async (person) => {
    const { bottom } = await person.widget.locator('.adal-steps').evaluate((steps) => steps.getBoundingClientRect());
    assert.ok(bottom < 2 * 740, `what to do ends at ${bottom} px`);
  }, { viewport: { width: 360, height: 740 } }));

  it('where nothing is settled, what to find out stands before what to do, and each fact leads to its question', () => withResult(alone('ru'), OPEN, async (person) => {
    const all = await titles(person);
    const place = (key) => all.indexOf(WORDS.ru[key]);
    assert.ok(place('find-out-title') >= 0 && place('find-out-title') < place('what-to-do-title'), all.join(', '));
    await person.turn(() => person.press('.adal-section li .adal-link'));
    assert.notEqual(await person.question(), null);
  }));

  it('where something is settled, what to do stands first, then what it rests on, then what only may apply', () => withResult(alone('ru'), PARTLY_OPEN, async (person) => {
    const all = await titles(person);
    const places = ['what-to-do-title', 'group-prohibited', 'group-may-apply', 'find-out-title', 'whom-title'].map((key) => all.indexOf(WORDS.ru[key]));
    assert.deepEqual(places, [0, 1, 2, 3, 4], all.join(', '));
  }));

  it('what is required is in sight, and what only may be required opens below it', () => withResult(alone('kk'), FOLDED, async (person) => {
    const folded = '.adal-step--folded';
    assert.equal(await person.widget.locator(`.adal-steps > .adal-step:not(.adal-step--light):first-child`).isVisible(), true);
    assert.equal(await person.widget.locator(`${folded} .adal-step`).first().isVisible(), false);
    await person.press(`${folded} summary`);
    assert.equal(await person.widget.locator(`${folded} .adal-step`).first().isVisible(), true);
    hasAll((await printed(person)).join('\n'), await person.widget.locator(`${folded} .adal-step__text`).allTextContents());
  }));

  it('on a wide screen the answers stay in sight beside it, and embedded they come after it', async () => {
    const row = '.adal-aside .adal-answers__row';
    const viewport = { width: 1280, height: 800 };
    await withResult(alone('kk'), GIFT, async (person) => {
      await person.page.mouse.wheel(0, 900);
      await person.page.waitForFunction(() => scrollY > 400);
      const { y } = await person.widget.locator(row).first().boundingBox();
      assert.ok(y > 0 && y < viewport.height, `the answers are at ${y} px`);
    }, { viewport });
    await withResult(framed('kk'), GIFT, async (person) => {
      assert.equal(await person.widget.locator(row).first().isVisible(), false);
    }, { viewport });
  });

  it('where nothing is triggered, what was checked and what was not stands in plain sight', () => withResult(alone('en'), NOTHING, async (person) => {
    assert.equal(await person.heading(), WORDS.en['headline-nothing']);
    assert.ok((await titles(person)).includes(WORDS.en['checked-title']));
    assert.equal(await person.widget.getByText(WORDS.en['not-checked-lead']).isVisible(), true);
    const notChecked = person.widget.locator('summary', { hasText: `${WORDS.en['not-checked-title']}: 2.1.` });
    assert.equal(await notChecked.isVisible(), true);
  }));

  it('the contacts of the site are named as its own, in the text too', () => withResult('/hosts/contacts/', GIFT, async (person) => {
    assert.equal(await person.text('.adal-contacts + p'), WORDS.kk['contacts-given']);
    const contact = await person.text('.adal-contacts li');
    hasAll(contact, ['Комплаенс-офицер', '+7 (7172) 00-00-00']);
    hasAll(await copy(person, 'kk'), [`${WORDS.kk['contacts-given']}\n- ${contact}`]);
  }));
});

describe('axe finds nothing to object to', () => {
  for (const colorScheme of ['light', 'dark']) {
    it(colorScheme, () => withResult(alone('kk'), GIFT, async (person) => {
      await person.press('.adal-take-result [data-beside="ru"]');
      await person.widget.locator(PAPER).waitFor({ state: 'visible' });
      await person.widget.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
      await person.takeAlong(WORDS.kk['copy-text']);
      await person.widget.locator('.adal-take-along textarea').waitFor();
      await person.widget.locator('details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
      assert.deepEqual(await violations(person, 'result with everything open'), []);
    }, { bypassCSP: true, colorScheme }));
  }
});
