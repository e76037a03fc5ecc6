// Searching the whole Standard: the time from each key to the clauses on the screen, and from opening the page to its
// first paint and to its completion. Usage: node bench/search.mjs [slowdown] [dist/adal-check.html]
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { dispatched, openContext, report, response, trace } from './trace.mjs';

const slowdown = Number(process.argv[2] ?? 4);
const file = pathToFileURL(resolve(process.argv[3] ?? 'dist/adal-check.html'));
const TYPED = { kk: 'сыйлық', ru: 'подарок от организации', en: 'conflict of interest' };

const context = await openContext();
const opened = [];
const whole = [];
const keys = [];
for (const [lang, typed] of Object.entries(TYPED)) {
  const page = await context.newPage();
  await page.goto(`${file}#lang=${lang}`);
  await page.waitForSelector('.adal-main [data-failed]', { state: 'attached' });
  await page.evaluate(watchWhole);
  const opening = await trace(context, page, slowdown, async () => {
    await page.click('[id$="-standard"]');
    whole.push(await page.evaluate(() => globalThis.whole));
    await page.waitForTimeout(1500);
  });
  opened.push(...dispatched(opening, 'click').flatMap((event) => response(opening, event)));
  await page.focus('[id$="-search"]');
  const typing = await trace(context, page, slowdown, async () => {
    for (const key of typed) {
      await page.keyboard.type(key);
      await page.waitForTimeout(400);
    }
  });
  keys.push(...dispatched(typing, 'input').flatMap((event) => response(typing, event)));
  await page.close();
}
await context.close();
report('times the Standard opened', slowdown, opened);
console.log(`until whole:    ${whole.map((time) => `${time.toFixed(0)} ms`).join(', ')}`);
report('keys in the search', slowdown, keys);

/** Runs in the page: the time from the press until the program marks the page as complete. */
function watchWhole() {
  globalThis.whole = new Promise((done) => {
    document.querySelector('[id$="-standard"]').addEventListener('click', ({ timeStamp }) => {
      const marks = new MutationObserver(() => done(performance.now() - timeStamp));
      marks.observe(document.getElementById('adal'), { attributeFilter: ['data-whole'] });
    });
  });
}
