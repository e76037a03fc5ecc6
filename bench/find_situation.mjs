// The cost of one letter typed into the search field of the start page, with the processor slowed down four times:
// the whole browser task, including ranking and rendering. Usage: node bench/find_situation.mjs
// [dist/adal-check.html]
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const SLOWDOWN = 4;
const FRAME_MS = 1000 / 60;
const PHRASES = ['туысым комиссияда', 'подарок от фонда', 'boss ordered'];

const file = pathToFileURL(resolve(process.argv[2] ?? 'dist/adal-check.html'));
const executablePath = process.env.ADAL_BROWSER ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
const first = [];
const later = [];
for (const phrase of PHRASES) {
  const [begin, ...rest] = await lettersOf(phrase);
  first.push(begin);
  later.push(...rest);
}
await browser.close();
report('the first letter that is searched, with the index', first);
report('each letter after it', later);

/** The task time of each letter, starting with the third, because shorter words are not searched. */
async function lettersOf(phrase) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(`${file}#lang=kk`);
  await page.check('input[name=who][value=employee]');
  await page.focus('[id$="-find"]');
  await page.waitForTimeout(500);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await page.keyboard.type(phrase, { delay: 100 });
  const ended = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await ended;
  await page.close({ runBeforeUnload: false });
  return tasks(events).slice(2);
}

/** The tasks in which the page received a letter, in milliseconds. */
function tasks(events) {
  const inputs = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'input');
  const runs = events.filter(({ name, dur }) => name === 'RunTask' && dur);
  return inputs.sort((a, b) => a.ts - b.ts).map((input) => {
    const task = runs.find(({ tid, ts, dur }) => tid === input.tid && ts <= input.ts && input.ts < ts + dur);
    return (task ?? input).dur / 1000;
  });
}

function report(what, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const [median, worst] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const slow = times.filter((time) => time > FRAME_MS).length;
  console.log(`${what}: ${median.toFixed(1)} ms median, ${worst.toFixed(1)} ms at worst; ${slow} of ${times.length} over a frame`);
}
