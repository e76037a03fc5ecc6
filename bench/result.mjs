// The time from the last button of a check to its result on the screen, with the processor slowed down four times.
// This is the page with the most to render. Usage: node bench/result.mjs [dist/adal-check.html]
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { readCase } from '../tests/e2e/support/content.mjs';
import { dispatched, openContext, report, response, trace } from './trace.mjs';

const SLOWDOWN = 4;
const ROUNDS = 7;
const { answers: ANSWERS } = readCase('an-ngo-offers-a-box-of-chocolates-and-i-mean-to-accept');

/** The question on the page, if it is one. */
const asked = (page) => page.evaluate(() => document.querySelector('input[type=radio]')?.name);

const file = pathToFileURL(resolve(process.argv[2] ?? 'dist/adal-check.html'));
const context = await openContext();
const turns = [];
for (let round = 0; round < ROUNDS; round += 1) {
  turns.push(...(await check()));
}
await context.close();
report('turns to the result', SLOWDOWN, turns);

/** A gift from an NGO, accepted: three clauses. */
async function check() {
  const page = await context.newPage();
  await page.goto(`${file}#lang=ru`);
  await page.check('input[name=who][value=employee]');
  await page.check('input[name=situation][value=gift]');
  await page.click('[id$="-continue"]');
  await page.waitForSelector('.adal-legend > h1');
  for (let question = await asked(page); question; question = await asked(page)) {
    await page.check(`input[name="${question}"][value="${ANSWERS[question]}"]`);
    await page.click('.adal-actions .adal-button');
    await page.waitForFunction((before) => document.querySelector('input[type=radio]')?.name !== before, question);
  }
  await page.waitForSelector('.adal-answers');
  const events = await trace(context, page, SLOWDOWN, async () => {
    await page.click('.adal-actions .adal-button');
    await page.waitForSelector('.adal-verdict');
    await page.waitForTimeout(500);
  });
  await page.close({ runBeforeUnload: false });
  return dispatched(events, 'click').flatMap((click) => response(events, click));
}
