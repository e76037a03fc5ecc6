// The time from the last button of a check to its result on the screen, with the processor slowed down four times.
// This is the page with the most to render. Usage: node bench/result.mjs [dist/adal-check.html]
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { dispatched, openContext, report, response, trace } from './trace.mjs';

const SLOWDOWN = 4;
const ROUNDS = 7;
const ANSWERS = { 'gift-from': 'ngo', 'gift-what': 'thing', 'gift-plan': 'accept', 'gift-favour': 'none', 'gift-link': 'yes' };

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
  for (let asked = 0; asked < Object.keys(ANSWERS).length; asked += 1) {
    await page.waitForSelector('.adal-legend > h1');
    const question = await page.getAttribute('input[type=radio]', 'name');
    await page.check(`input[name="${question}"][value="${ANSWERS[question]}"]`);
    await page.click('.adal-actions .adal-button');
    await page.waitForFunction((before) => document.querySelector('input[type=radio]')?.name !== before, question);
  }
  await page.waitForSelector('.adal-answers');
  const events = await trace(context, page, SLOWDOWN, async () => {
    await page.click('.adal-actions .adal-button');
    await page.waitForSelector('.adal-headline');
    await page.waitForTimeout(500);
  });
  await page.close({ runBeforeUnload: false });
  return dispatched(events, 'click').flatMap((click) => response(events, click));
}
