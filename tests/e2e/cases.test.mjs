// Worked cases played on the page, in three languages: the page must say what the engine was proved to say. One case for each
// situation, and cases of two situations. They are answered by clicks in the page, because journeys.test.mjs covers the
// keyboard.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { LANGS, WORDS, readCases } from './support/content.mjs';
import { alone, setStage, visit } from './support/visit.mjs';

const FEWEST = 30;
const MOST_PAIRS = 8;

const stage = setStage();

/** The finished cases of employees and NGOs; commission members from outside have their own test. */
const finished = readCases().filter(({ people, unfinished, practice }) => (
  !people.includes('external-member') && !unfinished && !practice
));
const situations = new Set(finished.flatMap((story) => story.situations));
const single = [...situations].map((situation) => finished.find((story) => String(story.situations) === situation));
const pairs = finished.filter((story) => story.situations.length > 1).slice(0, MOST_PAIRS);
const stories = [...single.filter(Boolean), ...pairs];

/** Runs in the page: from the start page to the result, by clicks. */
async function play({ people, situations, answers }) {
  const rest = () => new Promise((done) => setTimeout(done, 5));
  const click = async (selector) => {
    const found = document.querySelector(selector);
    if (!found) {
      throw new Error(`${document.querySelector('h1').textContent}: there is no ${selector}`);
    }
    found.click();
    await rest();
  };
  const goOn = async () => {
    const heading = document.querySelector('h1');
    await click('.adal-actions .adal-button');
    while (document.querySelector('h1') === heading) {
      await rest();
    }
  };
  await click(`input[name="who"][value="${people.includes('ngo') ? 'ngo' : 'employee'}"]`);
  for (const role of people.filter((one) => !['ngo', 'employee'].includes(one))) {
    await click(`input[name="role"][value="${role}"]`);
  }
  for (const situation of situations) {
    await click(`input[name="situation"][value="${situation}"]`);
  }
  await goOn();
  while (!document.querySelector('.adal-verdict')) {
    const question = document.querySelector('.adal-main fieldset input[type="radio"]')?.name;
    if (question) {
      await click(`input[name="${question}"][value="${answers[question]}"]`);
    }
    await goOn();
  }
}

describe('worked cases on the page', () => {
  test(`there are at least ${FEWEST}`, () => assert.ok(stories.length >= FEWEST, String(stories.length)));

  for (const lang of LANGS) {
    test(lang, { timeout: 240_000 }, async () => {
      for (const { name, expect, ...story } of stories) {
        await visit(stage, alone(lang), async (person) => {
          await person.widget.evaluate(play, story);
          const { headline, applies, mayApply } = await person.result();
          // If only the wording is open, the headline says so.
          const headlines = ['', '-wording'].map((kind) => WORDS[lang][`headline-${expect.headline}${kind}`]);
          assert.ok(headlines.includes(headline), `${name}: ${headline}`);
          assert.deepEqual({ applies, mayApply }, {
            applies: [...expect.applies].sort(),
            mayApply: [...expect['may-apply']].sort(),
          }, name);
        });
      }
    });
  }
});
