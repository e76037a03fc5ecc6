// The exercises with the keyboard alone: the result of each option is what the worked cases expect.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { violations } from './support/axe.mjs';
import { LANGS, WORDS, readExercises } from './support/content.mjs';
import { CONTINUE } from './support/person.mjs';
import { alone, setStage, visit } from './support/visit.mjs';
import { filledStores } from './support/watch.mjs';

const EXERCISES = readExercises();

const AGAIN = '.adal-actions .adal-button--secondary';
const PRACTISE = '[id$="-practise"]';
const ALL = '.adal-actions .adal-link';

const stage = setStage();

const it = (name, run) => test(name, { timeout: 120_000 }, run);

const withPerson = (lang, run, options) => visit(stage, alone(lang), async (person, seen) => {
  await run(person);
  assert.deepEqual(seen.requests, [`${stage.server.origin}/adal-check.html`]);
}, options);

const practise = (person) => person.turn(() => person.press(PRACTISE));
const open = (person, place) => person.turn(() => person.press(`[id$="-exercise-${place}"]`));

/** Selects an option and continues to its result. */
async function goOnWith(person, place, option) {
  await person.choose(`exercise-${place}`, String(option));
  await person.goOn();
}

/** The page shows the expected result of this option. */
async function saysWhatIsExpected(person, lang, { text, expect }) {
  const { headline, applies, mayApply } = await person.result();
  const own = `headline-${expect.headline}`;
  // If only the wording is open, the headline says so.
  const headlines = [own, `${own}-wording`].map((key) => WORDS[lang][key]);
  assert.ok(headlines.includes(headline), `${text.en}: ${headline}`);
  assert.deepEqual({ applies, mayApply }, {
    applies: [...expect.applies].sort(),
    mayApply: [...expect['may-apply']].sort(),
  }, text.en);
  assert.equal(await person.text('.adal-limits'), WORDS[lang]['only-standard']);
  assert.equal(await person.text('.adal-story strong'), text[lang]);
}

describe('every way to go on in every exercise', () => {
  for (const lang of LANGS) {
    it(lang, () => withPerson(lang, async (person) => {
      await practise(person);
      assert.equal(await person.heading(), WORDS[lang]['practice-title']);
      await open(person, 0);
      for (const [place, { title, facts, options }] of EXERCISES.entries()) {
        assert.equal(await person.heading(), title[lang]);
        assert.equal(await person.text('.adal-story'), facts[lang]);
        for (const [number, option] of options.entries()) {
          assert.deepEqual(await person.languages(), { page: lang, widget: lang, mismarked: [] });
          await goOnWith(person, place, number);
          await saysWhatIsExpected(person, lang, option);
          if (number + 1 < options.length) {
            assert.equal(await person.text(AGAIN), WORDS[lang]['try-another']);
            await person.turn(() => person.press(AGAIN));
            assert.deepEqual(await person.chosen(), [String(number)]);
          }
        }
        const isLast = place + 1 === EXERCISES.length;
        assert.equal(await person.text(CONTINUE), WORDS[lang][isLast ? 'all-exercises' : 'next-exercise']);
        await person.goOn();
      }
      assert.equal(await person.heading(), WORDS[lang]['practice-title']);
      assert.deepEqual(await filledStores(person.page), []);
    }));
  }
});

it('practice leaves what a person has chosen as it was', () => withPerson('kk', async (person) => {
  await person.introduce({ people: ['manager'], situations: ['gift', 'conflict'] });
  await practise(person);
  await open(person, 3);
  await goOnWith(person, 3, 0);
  await person.goBack();
  assert.equal(await person.heading(), EXERCISES[3].title.kk);
  assert.deepEqual(await person.chosen(), ['0']);
  await person.goBack();
  assert.equal(await person.heading(), WORDS.kk['practice-title']);
  await person.goBack();
  assert.deepEqual(await person.chosen(), ['employee', 'manager', 'gift', 'conflict']);
  await person.goOn();
  assert.equal(await person.question(), 'gift-from');
}));

it("the system's Back and Forward go through the exercises", () => withPerson('ru', async (person) => {
  const travel = (steps) => person.turn(() => person.page.evaluate((steps) => history.go(steps), steps));
  await practise(person);
  await open(person, 1);
  await goOnWith(person, 1, 1);
  const said = await person.result();
  await travel(-1);
  assert.deepEqual(await person.chosen(), ['1']);
  await travel(-1);
  assert.equal(await person.heading(), WORDS.ru['practice-title']);
  await travel(2);
  assert.deepEqual(await person.result(), said);
  await person.turn(() => person.press(ALL));
  assert.equal(await person.heading(), WORDS.ru['practice-title']);
  await travel(-4);
  assert.equal(await person.heading(), WORDS.ru['start-title']);
}));

it('an exercise without a choice says so, and another language loses nothing', () => withPerson('en', async (person) => {
  await practise(person);
  await open(person, 0);
  await person.press(CONTINUE);
  await person.widget.locator('[id$="-error"]').waitFor();
  assert.equal(await person.isOn('[id$="-error"]'), true);
  assert.equal(await person.text('.adal-error__remedy'), WORDS.en['option-missing']);
  await person.choose('exercise-0', '2');
  await person.widget.locator('[id$="-error"]').waitFor({ state: 'detached' });
  await person.speak('kk');
  assert.equal(await person.heading(), EXERCISES[0].title.kk);
  assert.deepEqual(await person.chosen(), ['2']);
}));

describe('axe finds nothing to object to', () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const lang of LANGS) {
      it(`${lang}, ${colorScheme}`, () => withPerson(lang, async (person) => {
        const found = [];
        const look = async (where) => found.push(...(await violations(person, where)));
        await practise(person);
        await look('list');
        for (const [place, { options }] of EXERCISES.entries()) {
          await open(person, place);
          await look(`exercise ${place}`);
          await goOnWith(person, place, options.length - 1);
          await look(`outcome ${place}`);
          await person.goBack();
          await person.goBack();
        }
        assert.deepEqual(found, []);
      }, { bypassCSP: true, colorScheme }));
    }
  }
});
