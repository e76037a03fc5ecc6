// Opens the widget for a test, with a browser and a server per test file, standalone or embedded.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { openBrowser, openPage } from './browser.mjs';
import { Person, programRuns } from './person.mjs';
import { serve } from './server.mjs';
import { holdProgram } from './slow.mjs';
import { watch } from './watch.mjs';

/** The widget standalone, and embedded in a sample site. */
export const alone = (lang) => `/adal-check.html#lang=${lang}`;
export const framed = (lang) => `/hosts/sample.html?lang=${lang}`;

/**
 * The browser and the server of a test file, from before its first test until after its last.
 *
 * @param {object} [routes] what the server has besides the shipped files and the host pages
 */
export function setStage(routes) {
  const stage = {};
  before(async () => {
    stage.browser = await openBrowser();
    stage.server = await serve(routes);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.server?.close();
  });
  return stage;
}

/**
 * Opens a URL, passes on a person and what was recorded of the page, and closes it. Any complaint fails the test.
 *
 * @param {object} stage the browser and the server
 * @param {string} path a path on the server, or a whole URL
 * @param {object} [options] `scripts` run in each page before its own; with `mayFail`, complaints are allowed; other
 *   options are for the page
 */
export async function visit(stage, path, run, { scripts = [], mayFail = false, ...options } = {}) {
  const page = await openPage(stage.browser, options);
  const seen = watch(page);
  try {
    for (const script of scripts) {
      await page.addInitScript(script);
    }
    await page.goto(new URL(path, stage.server.origin).href);
    const widget = await widgetOf(page);
    if (!scripts.includes(holdProgram)) {
      await programRuns(widget);
    }
    await run(new Person(page, widget), seen);
    if (!mayFail) {
      assert.deepEqual(seen.complaints, []);
    }
  } finally {
    await page.close();
  }
}

/** The page itself if it is the widget, otherwise the first frame in it. */
async function widgetOf(page) {
  const isWidget = (frame) => frame.url().includes('/adal-check.html');
  if (!isWidget(page.mainFrame())) {
    await page.locator('adal-check iframe').first().waitFor({ state: 'visible' });
  }
  return page.frames().find(isWidget);
}
