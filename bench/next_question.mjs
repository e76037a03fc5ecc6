// The time from pressing Continue to the next question on the screen, with the processor slowed down four times.
// Measured with a browser trace, not with a clock in the page. Usage: node bench/next_question.mjs
// [dist/adal-check.html]
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { dispatched, openContext, report, response, trace } from './trace.mjs';

const SLOWDOWN = 4;
const ROUNDS = 5;

const file = pathToFileURL(resolve(process.argv[2] ?? 'dist/adal-check.html'));
const context = await openContext();
const turns = [];
for (let round = 0; round < ROUNDS; round += 1) {
  turns.push(...(await interview()));
}
await context.close();
report('page turns', SLOWDOWN, turns);

/** One interview from a gift to its result, with the time of each page turn. */
async function interview() {
  const page = await context.newPage();
  await page.goto(`${file}#lang=kk`);
  await page.check('input[name=who][value=employee]');
  await page.check('input[name=situation][value=gift]');
  await page.click('[id$="-continue"]');
  await page.waitForSelector('.adal-back');
  const events = await trace(context, page, SLOWDOWN, async () => {
    for (let question = 0; question < 3; question += 1) {
      const heading = await page.textContent('h1');
      await page.check('.adal-main fieldset input >> nth=0');
      await page.waitForTimeout(300);
      await page.click('.adal-actions .adal-button');
      await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, heading);
      await page.waitForTimeout(300);
    }
  });
  await page.close({ runBeforeUnload: false });
  // Choosing a radio is a click too, so every second click turns the page.
  const pressed = dispatched(events, 'click').filter((_, place) => place % 2 === 1);
  return pressed.flatMap((click) => response(events, click));
}
