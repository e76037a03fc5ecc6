// From a pressed Continue to the next question on the screen, with the processor slowed down four times. Read from a
// trace of the browser, not from a clock in the page. Usage: node bench/next_question.mjs [dist/adal-check.html]
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const SLOWDOWN = 4;
const FRAME_MS = 1000 / 60;
const ROUNDS = 5;
const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

const file = pathToFileURL(resolve(process.argv[2] ?? 'dist/adal-check.html'));
const executablePath = process.env.ADAL_BROWSER ?? '/usr/bin/chromium';
const profile = mkdtempSync(join(tmpdir(), 'adal-bench-'));
const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS });
const turns = [];
for (let round = 0; round < ROUNDS; round += 1) {
  turns.push(...(await interview()));
}
await context.close();
report(turns);

/** One interview from a gift to its result; the page turns with their times. */
async function interview() {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.goto(`${file}#lang=kk`);
  await page.check('input[name=who][value=employee]');
  await page.check('input[name=situation][value=gift]');
  await page.click('#adal-continue');
  await page.waitForSelector('.adal-back');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  for (let question = 0; question < 3; question += 1) {
    const heading = await page.textContent('h1');
    await page.check('.adal-main fieldset input >> nth=0');
    await page.waitForTimeout(300);
    await page.click('.adal-actions .adal-button');
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, heading);
    await page.waitForTimeout(300);
  }
  const ended = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await ended;
  await page.close({ runBeforeUnload: false });
  return pageTurns(events);
}

/** For each click on a button: until the end of the first paint after it, and the frames dropped meanwhile. */
function pageTurns(events) {
  const sorted = events.filter((event) => event.ts > 0).sort((a, b) => a.ts - b.ts);
  const clicks = sorted.filter((e) => e.name === 'EventDispatch' && e.args?.data?.type === 'click');
  // Choosing a radio is a click too; a turn is the second click of each question.
  return clicks.filter((_, place) => place % 2 === 1).flatMap((click) => {
    const paint = sorted.find((e) => e.name === 'Paint' && e.pid === click.pid && e.ts > click.ts);
    if (!paint) {
      return [];
    }
    const end = paint.ts + (paint.dur ?? 0);
    const dropped = sorted.filter((e) => e.name === 'DroppedFrame' && e.ts >= click.ts && e.ts <= end).length;
    return [{ script: (click.dur ?? 0) / 1000, painted: (end - click.ts) / 1000, dropped }];
  });
}

function report(turns) {
  const sorted = (name) => turns.map((turn) => turn[name]).sort((a, b) => a - b);
  const figures = (name) => {
    const values = sorted(name);
    const middle = values[Math.floor(values.length / 2)];
    return `median ${middle.toFixed(1)} ms, worst ${values.at(-1).toFixed(1)} ms`;
  };
  console.log(`${turns.length} page turns, processor slowed down ${SLOWDOWN} times; a frame is ${FRAME_MS.toFixed(1)} ms`);
  console.log(`program:            ${figures('script')}`);
  console.log(`pressed to painted: ${figures('painted')}`);
  console.log(`frames dropped:     ${turns.reduce((sum, turn) => sum + turn.dropped, 0)}`);
}
