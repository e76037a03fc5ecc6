// Whole checks with the keyboard alone, from the start page to the result: each language, each kind of person,
// standalone and embedded.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { violations } from './support/axe.mjs';
import { LANGS, WORDS, readCase } from './support/content.mjs';
import { CONTINUE, HEADING, programRuns } from './support/person.mjs';
import { holdProgram } from './support/slow.mjs';
import { alone, framed, setStage, visit } from './support/visit.mjs';
import { filledStores } from './support/watch.mjs';

const FILE = new URL('../../dist/adal-check.html', import.meta.url).href;

/** More than four answers, so that they are reviewed before the result. */
const LONG = readCase('an-ngo-offers-a-box-of-chocolates-and-i-mean-to-accept');

const stage = setStage();

const file = (lang) => `${FILE}#lang=${lang}`;

/** What is loaded in each form. */
function loads(form, lang) {
  const paths = form === framed ? [framed(lang), '/adal-check.js', '/adal-check.html'] : ['/adal-check.html'];
  return form === file ? [FILE] : paths.map((path) => stage.server.origin + path);
}

/** A test that ends even if a frame is gone and the browser never answers. */
const it = (name, run) => test(name, { timeout: 90_000 }, run);

/** From the start page through all questions to the page that follows. */
async function answerAll(person, { people, situations, answers }) {
  await person.introduce({ people, situations });
  await person.goOn();
  return person.answer(answers);
}

describe('a journey with the keyboard alone', () => {
  for (const [form, lang, story] of [
    [alone, 'kk', 'an-ngo-offers-a-box-of-chocolates-and-i-mean-to-accept'],
    [alone, 'ru', 'a-manager-sees-another-departments-head-take-money'],
    [alone, 'en', 'an-outside-commission-member-handles-the-application-of-a-daughter'],
    [file, 'kk', 'an-ngos-relative-in-the-company-has-no-part-in-its-application'],
    [file, 'ru', 'a-manager-forms-the-commission-while-his-wife-leads-an-applicant'],
    [file, 'en', 'a-colleague-made-a-mistake-from-which-nobody-gains'],
    [framed, 'kk', 'an-outside-commission-member-means-to-keep-money-for-a-vote'],
    [framed, 'ru', 'an-ngo-wants-to-thank-for-work-on-its-grant'],
    [framed, 'en', 'a-commission-member-sees-a-sisters-application-on-the-next-agenda'],
  ]) {
    it(`${form.name}, ${lang}: ${story}`, () => visit(stage, form(lang), (person, seen) => (
      journey(person, seen, { form, lang, story })
    )));
  }
});

async function journey(person, seen, { form, lang, story }) {
  const { people, situations, answers, expect } = readCase(story);
  const marked = async () => assert.deepEqual(await person.languages(), { page: lang, widget: lang, mismarked: [] });
  const addresses = () => person.page.frames().map((frame) => frame.url());
  const opened = addresses();
  assert.equal(await person.isOn(HEADING), false, 'the focus was taken before the first act');
  await marked();

  await person.introduce({ people, situations });
  await person.goOn();
  await marked();
  const asked = await person.answer(answers, marked);
  assert.deepEqual([...asked].sort(), Object.keys(answers).sort());
  assert.equal(await person.isReview(), asked.length > 4);
  if (await person.isReview()) {
    assert.equal(await person.heading(), WORDS[lang]['review-title']);
    await person.goOn();
    await marked();
  }

  const result = await person.result();
  if (people.includes('external-member')) {
    // The Standard does not name them: the page shows the result if the Standard binds them, inside a frame.
    assert.equal(await person.text('.adal-frame__lead'), WORDS[lang]['if-bound']);
    assert.deepEqual([...result.applies, ...result.mayApply].sort(), [...expect['may-apply']].sort());
  } else {
    assert.deepEqual(result, {
      headline: WORDS[lang][`headline-${expect.headline}`],
      applies: [...expect.applies].sort(),
      mayApply: [...expect['may-apply']].sort(),
    });
  }
  assert.equal(await person.text('.adal-limits'), WORDS[lang]['only-standard']);
  await readsExactText(person, lang, expect);
  assert.deepEqual(addresses(), opened);
  assert.deepEqual(seen.requests, loads(form, lang));
  assert.deepEqual(seen.complaints, []);
  // A refused access to storage is itself reported as a complaint.
  assert.deepEqual(await filledStores(person.page), []);
  seen.complaints.length = 0;
}

/** Opens the exact text of the first clause, in the language of the page and always in the official Kazakh. */
async function readsExactText(person, lang, { applies, 'may-apply': mayApply }) {
  if (applies.length + mayApply.length === 0) {
    return;
  }
  const quotations = person.widget.locator('.adal-card').first().locator('blockquote');
  await person.press('.adal-card > summary');
  if (lang !== 'kk') {
    await person.press('.adal-card .adal-disclosure > summary');
  }
  await quotations.last().waitFor({ state: 'visible' });
  const languages = await quotations.evaluateAll((quotes) => quotes.map(({ lang }) => lang));
  assert.deepEqual(languages, [...new Set([lang, 'kk'])]);
}

describe('before the program runs', () => {
  const held = (lang, run) => visit(stage, alone(lang), (person) => (
    run(person, () => person.widget.evaluate(() => globalThis.adalGoOn()))
  ), { scripts: [holdProgram] });

  it('choices, another language and a pressed button are kept', () => held('kk', async (person, release) => {
    await person.introduce({ people: ['manager'], situations: ['gift', 'conflict'] });
    await person.speak('ru');
    await person.press('[id$="-continue"]');
    const go = person.widget.locator('[id$="-continue"]');
    assert.equal(await go.getAttribute('aria-disabled'), 'true');
    assert.match(await go.getAttribute('class'), /(^| )is-waiting( |$)/);
    assert.equal(await person.heading(), WORDS.ru['start-title']);
    await person.turn(release);
    assert.equal(await person.question(), 'gift-from');
    assert.equal(await person.text(CONTINUE), WORDS.ru['continue-button']);
    assert.deepEqual(await person.languages(), { page: 'ru', widget: 'ru', mismarked: [] });
    await person.goBack();
    assert.deepEqual(await person.chosen(), ['employee', 'manager', 'gift', 'conflict']);
  }));

  it('the focus stays where it was', () => held('en', async (person, release) => {
    await person.introduce({ people: ['ngo'], situations: ['ngo-thanks'] });
    await release();
    await programRuns(person.widget);
    assert.equal(await person.isOn('[id$="-situation-ngo-thanks"]'), true);
    assert.deepEqual(await person.chosen(), ['ngo', 'ngo-thanks']);
    await person.page.keyboard.press('Space');
    assert.deepEqual(await person.chosen(), ['ngo']);
  }));

  it('a pressed link to the exercises is kept, and so is what was chosen', () => held('ru', async (person, release) => {
    await person.introduce({ people: ['ngo'], situations: ['ngo-thanks'] });
    await person.press('[id$="-practise"]');
    assert.equal(await person.widget.locator('[id$="-practise"]').getAttribute('aria-disabled'), 'true');
    await person.turn(release);
    assert.equal(await person.heading(), WORDS.ru['practice-title']);
    await person.goBack();
    assert.deepEqual(await person.chosen(), ['ngo', 'ngo-thanks']);
  }));

  it('a button that was pressed too early tells what is missing', () => held('kk', async (person, release) => {
    await person.choose('who', 'employee');
    await person.press('[id$="-continue"]');
    await release();
    await isTold(person, 'kk', 'situation-missing');
    assert.deepEqual(await person.chosen(), ['employee']);
  }));
});

/** The message is shown and has the focus. */
async function isTold(person, lang, message) {
  await person.widget.locator('[id$="-error"]').waitFor();
  assert.equal(await person.text('.adal-error__title'), WORDS[lang]['error-title']);
  assert.equal(await person.text('.adal-error__remedy'), WORDS[lang][message]);
  assert.equal(await person.isOn('[id$="-error"]'), true, 'the focus is not on the message');
}

describe('what is missing', () => {
  it('is said, takes the focus, and goes away with the choice', () => visit(stage, alone('ru'), async (person) => {
    const isGone = () => person.widget.locator('[id$="-error"]').waitFor({ state: 'detached' });
    await person.press('[id$="-continue"]');
    await isTold(person, 'ru', 'who-missing');
    await person.choose('who', 'employee');
    await isGone();
    await person.press('[id$="-continue"]');
    await isTold(person, 'ru', 'situation-missing');
    await person.tick('situation', 'gift');
    await isGone();
    await person.goOn();
    await person.press(CONTINUE);
    await isTold(person, 'ru', 'answer-missing');
    const group = person.widget.locator('.adal-fieldset--lacking');
    assert.match(await group.getAttribute('aria-describedby'), /-error$/);
    assert.equal(await group.getAttribute('aria-invalid'), 'true');
    await person.choose('gift-from', 'ngo');
    await isGone();
    await person.goOn();
    assert.equal(await person.question(), 'gift-what');
  }));

  it('is said again when the button is pressed again', () => visit(stage, alone('en'), async (person) => {
    await person.press('[id$="-continue"]');
    await isTold(person, 'en', 'who-missing');
    await person.press('[id$="-continue"]');
    await isTold(person, 'en', 'who-missing');
  }));

  it('is said in the language that the person changes to', () => visit(stage, alone('en'), async (person) => {
    await person.press('[id$="-continue"]');
    await isTold(person, 'en', 'who-missing');
    await person.speak('kk');
    assert.equal(await person.text('.adal-error__remedy'), WORDS.kk['who-missing']);
  }));
});

describe("the system's Back and Forward", () => {
  for (const form of [alone, file, framed]) {
    it(`go through the pages: ${form.name}`, () => visit(stage, form('en'), async (person) => {
      // From the host page, like its Back button: the steps of the frame are in the same history.
      const travel = (steps) => person.turn(() => person.page.evaluate((steps) => history.go(steps), steps));
      await person.introduce(LONG);
      await person.goOn();
      await person.choose('gift-from', 'ngo');
      await person.goOn();
      assert.equal(await person.question(), 'gift-what');
      await travel(-1);
      assert.equal(await person.question(), 'gift-from');
      assert.deepEqual(await person.chosen(), ['ngo']);
      await travel(-1);
      assert.equal(await person.heading(), WORDS.en['start-title']);
      assert.deepEqual(await person.chosen(), ['employee', 'gift']);
      // Gives the host page time to notice how going back to the frame's first step looks from outside.
      await person.tabTo('[id$="-continue"]');
      await travel(2);
      assert.equal(await person.question(), 'gift-what');
      assert.deepEqual(await person.chosen(), []);
    }));
  }

  it("the browser's own Back button is Back", () => visit(stage, alone('kk'), async (person) => {
    await answerAll(person, LONG);
    await person.goOn();
    await person.turn(() => person.page.goBack());
    assert.equal(await person.heading(), WORDS.kk['review-title']);
    await person.turn(() => person.page.goBack());
    assert.equal(await person.question(), 'gift-link');
    assert.deepEqual(await person.chosen(), ['act']);
  }));
});

describe('another language loses nothing', () => {
  it('on a question', () => visit(stage, alone('kk'), async (person) => {
    await person.introduce(LONG);
    await person.goOn();
    await person.choose('gift-from', 'work');
    const headings = new Set();
    for (const lang of ['en', 'ru', 'kk']) {
      await person.speak(lang);
      assert.equal(await person.isOn(`button[data-lang="${lang}"][aria-pressed="true"]`), true);
      assert.equal(await person.question(), 'gift-from');
      assert.deepEqual(await person.chosen(), ['work']);
      assert.equal(await person.text(CONTINUE), WORDS[lang]['continue-button']);
      assert.deepEqual(await person.languages(), { page: lang, widget: lang, mismarked: [] });
      assert.equal(await person.page.title(), WORDS[lang]['start-title']);
      headings.add(await person.heading());
    }
    assert.equal(headings.size, 3);
    await person.goOn();
    assert.equal(await person.question(), 'gift-what');
  }));

  it('on the result', () => visit(stage, framed('ru'), async (person) => {
    await answerAll(person, LONG);
    await person.goOn();
    const { applies } = LONG.expect;
    for (const lang of ['kk', 'en', 'ru']) {
      await person.speak(lang);
      const headline = WORDS[lang]['headline-prohibited'];
      assert.deepEqual(await person.result(), { headline, applies, mayApply: [] });
      assert.deepEqual(await person.languages(), { page: lang, widget: lang, mismarked: [] });
      await person.page.locator(`adal-check iframe[lang="${lang}"]`).waitFor();
    }
  }));
});

describe('Change', () => {
  const rows = (person) => person.widget.locator('.adal-answers__answer').allTextContents();
  /** The row of the nth answer, in whatever list; the first row is for the start page. */
  const change = async (person, nth) => {
    await person.widget.locator('.adal-answers__row .adal-link').nth(nth)
      .evaluate((link) => link.setAttribute('data-chosen-row', ''));
    await person.turn(() => person.press('[data-chosen-row]'));
  };

  it('on the check page returns straight back, with the new answer', () => visit(stage, alone('en'), async (person) => {
    await answerAll(person, LONG);
    const before = await rows(person);
    assert.equal(before.length, 1 + Object.keys(LONG.answers).length);
    const place = 1 + Object.keys(LONG.answers).indexOf('gift-link');
    await change(person, place);
    assert.equal(await person.question(), 'gift-link');
    assert.deepEqual(await person.chosen(), ['act']);
    await person.choose('gift-link', 'no');
    await person.goOn();
    assert.equal(await person.isReview(), true);
    const changed = await rows(person);
    assert.deepEqual(changed.slice(0, place), before.slice(0, place));
    assert.notEqual(changed[place], before[place]);
  }));

  it('without another answer, or with Back, returns too', () => visit(stage, alone('kk'), async (person) => {
    await answerAll(person, LONG);
    const before = await rows(person);
    await change(person, 1);
    await person.goOn();
    assert.deepEqual([await person.isReview(), await rows(person)], [true, before]);
    await change(person, 2);
    await person.choose('gift-what', 'money');
    await person.goBack();
    assert.deepEqual([await person.isReview(), await rows(person)], [true, before]);
  }));

  it('of who and what leads to the start page with its choices', () => visit(stage, alone('ru'), async (person) => {
    await answerAll(person, LONG);
    await change(person, 0);
    assert.equal(await person.heading(), WORDS.ru['start-title']);
    assert.deepEqual(await person.chosen(), ['employee', 'gift']);
    await person.goOn();
    assert.equal(await person.isReview(), true);
  }));

  it('on the result returns to the result', () => visit(stage, alone('en'), async (person) => {
    await answerAll(person, LONG);
    await person.goOn();
    // On a wide screen the answers are open beside the result.
    await person.turn(() => person.press('.adal-aside .adal-answers__row:nth-child(3) .adal-link'));
    assert.equal(await person.question(), 'gift-what');
    await person.choose('gift-what', 'money');
    await person.goOn();
    const { applies, mayApply } = await person.result();
    assert.deepEqual({ applies, mayApply }, { applies: ['2.1.1', '3.6', '4.8'], mayApply: [] });
  }));
});

it('three answers about a gift from an NGO are enough', () => visit(stage, framed('kk'), async (person) => {
  const { answers, expect, ...start } = readCase('three-answers-are-enough-for-a-gift-from-an-ngo');
  const offer = '.adal-notice .adal-button--secondary';
  await person.introduce(start);
  await person.goOn();
  for (const [question, answer] of Object.entries(answers)) {
    assert.equal(await person.widget.locator(offer).count(), 0);
    await person.choose(question, answer);
    await person.goOn();
  }
  const next = await person.question();
  assert.equal(await person.text(offer), WORDS.kk['see-first-answer']);
  await person.turn(() => person.press(offer));
  const { headline, applies } = await person.result();
  assert.deepEqual([headline, applies], [WORDS.kk['headline-prohibited'], expect.applies]);
  const on = '.adal-notice .adal-button';
  assert.equal(await person.text(on), WORDS.kk['go-on']);
  await person.turn(() => person.press(on));
  assert.equal(await person.question(), next);
}));

describe('starting again', () => {
  const startAgain = async (person) => {
    await answerAll(person, LONG);
    await person.goOn();
    await person.goOn();
  };
  const isAtTheBeginning = async (person, lang) => {
    assert.equal(await person.heading(), WORDS[lang]['start-title']);
    assert.deepEqual(await person.chosen(), []);
  };

  it('forgets everything, and going Back brings nothing back', () => visit(stage, alone('ru'), async (person) => {
    await answerAll(person, LONG);
    await person.goOn();
    assert.equal(await person.text(CONTINUE), WORDS.ru['start-again']);
    await person.goOn();
    await isAtTheBeginning(person, 'ru');
    await person.page.goBack();
    await isAtTheBeginning(person, 'ru');
    await person.introduce(LONG);
    await person.goOn();
    assert.equal(await person.question(), 'gift-from');
    assert.deepEqual(await person.chosen(), []);
  }));

  it('and going Back leaves the steps after it in order', () => visit(stage, alone('en'), async (person) => {
    await startAgain(person);
    await person.page.goBack();
    await person.introduce(LONG);
    await person.goOn();
    await person.choose('gift-from', 'ngo');
    await person.goOn();
    await person.turn(() => person.page.goBack());
    assert.equal(await person.question(), 'gift-from');
  }));

  it('takes the warning away', () => visit(stage, alone('kk'), async (person) => {
    await startAgain(person);
    assert.deepEqual(await leave(person.page), []);
  }));
});

/** Navigates away but stays if asked to, and returns the question. */
async function leave(page) {
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.dismiss();
  });
  const left = page.goto('about:blank').then(() => true, () => false);
  assert.equal(await left, asked.length === 0);
  return asked;
}

describe('leaving', () => {
  for (const form of [alone, file, framed]) {
    it(`warns, and who stays finds everything as it was: ${form.name}`, () => visit(stage, form('en'), async (person) => {
      await person.introduce(LONG);
      await person.goOn();
      await person.choose('gift-from', 'ngo');
      assert.deepEqual(await leave(person.page), ['beforeunload']);
      assert.equal(await person.question(), 'gift-from');
      assert.deepEqual(await person.chosen(), ['ngo']);
    }));
  }

  it('does not warn before the first choice', () => visit(stage, alone('en'), async (person) => {
    await person.speak('ru');
    assert.deepEqual(await leave(person.page), []);
  }));
});

describe('with letters twice as large nothing runs out of a phone', () => {
  for (const lang of LANGS) {
    it(lang, () => visit(stage, alone(lang), async (person) => {
      const fits = async (where) => {
        const width = await person.widget.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 360, `${where} is ${width} px wide`);
      };
      await person.widget.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      await fits('the start page');
      await answerAll(person, LONG);
      await fits('the review');
      await person.goOn();
      await fits('the result');
    }, { viewport: { width: 360, height: 740 } }));
  }
});

describe('axe finds nothing to object to', () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const lang of LANGS) {
      it(`${lang}, ${colorScheme}`, () => visit(stage, alone(lang), async (person) => {
        const found = [];
        const look = async (where) => found.push(...(await violations(person, where)));
        await look('start');
        await person.press('[id$="-continue"]');
        await look('start with a message');
        await person.introduce(LONG);
        await look('start with choices');
        await person.goOn();
        await look('question');
        await person.press(CONTINUE);
        await look('question with a message');
        await person.answer(LONG.answers, async () => {
          if (await person.question() === 'gift-favour') {
            await look('question with the offer of a first result');
          }
        });
        await look('review');
        await person.goOn();
        await look('result');
        await person.widget.locator('details').evaluateAll((all) => all.forEach((one) => { one.open = true; }));
        await look('result with everything open');
        assert.deepEqual(found, []);
      }, { bypassCSP: true, colorScheme }));
    }
  }
});
