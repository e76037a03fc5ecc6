// A browser with a slowed processor, and what its trace says about events and paints.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const FRAME_MS = 1000 / 60;
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

/** A browser with an empty profile. */
export function openContext() {
  const executablePath = process.env.ADAL_BROWSER ?? '/usr/bin/chromium';
  const profile = mkdtempSync(join(tmpdir(), 'adal-bench-'));
  return chromium.launchPersistentContext(profile, { executablePath, args: FLAGS });
}

/** The trace events during `act`, sorted by time. */
export async function trace(context, page, slowdown, act) {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  await act();
  const ended = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await ended;
  return events.filter((event) => event.ts > 0).sort((a, b) => a.ts - b.ts);
}

/** The events of a type that the page received. */
export function dispatched(events, type) {
  return events.filter((event) => event.name === 'EventDispatch' && event.args?.data?.type === type);
}

/** The time from an event to the end of the next paint, if there was one. */
export function response(events, event) {
  const paint = events.find((e) => e.name === 'Paint' && e.pid === event.pid && e.ts > event.ts);
  if (!paint) {
    return [];
  }
  const end = paint.ts + (paint.dur ?? 0);
  const dropped = events.filter((e) => e.name === 'DroppedFrame' && e.ts >= event.ts && e.ts <= end).length;
  return [{ script: (event.dur ?? 0) / 1000, painted: (end - event.ts) / 1000, dropped }];
}

/** Prints how long the program took, and how long until something was on the screen. */
export function report(what, slowdown, responses) {
  const figures = (name) => {
    const values = responses.map((one) => one[name]).sort((a, b) => a - b);
    return `median ${values[Math.floor(values.length / 2)]?.toFixed(1)} ms, worst ${values.at(-1)?.toFixed(1)} ms`;
  };
  console.log(`${responses.length} ${what}, processor slowed down ${slowdown} times; a frame is ${FRAME_MS.toFixed(1)} ms`);
  console.log(`program:        ${figures('script')}`);
  console.log(`until painted:  ${figures('painted')}`);
  console.log(`frames dropped: ${responses.reduce((sum, one) => sum + one.dropped, 0)}`);
}
