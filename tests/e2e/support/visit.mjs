// How a test comes to the widget: with a browser and a server of its own file, alone or in a page of a site.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';

import { openBrowser, openPage } from './browser.mjs';
import { Person, programRuns } from './person.mjs';
import { serve } from './server.mjs';
import { holdProgram } from './slow.mjs';
import { watch } from './watch.mjs';

/** The widget by itself, and in a page of a site. */
export const alone = (lang) => `/adal-check.html#lang=${lang}`;
export const framed = (lang) => `/hosts/sample.html?lang=${lang}`;

/**
 * The browser and the server of a file of tests: there before its first test, gone after its last.
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
 * Opens an address, hands over a person in front of the widget and what was seen of the page, and closes it. Nothing may
 * complain.
 *
 * @param {object} stage the browser and the server
 * @param {string} path an address of the server, or a whole one
 * @param {object} [options] `scripts` run in each page before its own; with `mayFail` it may complain; others are
 *   those of the page
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

/** The page itself where it is the widget, else the frame of the first one in it. */
async function widgetOf(page) {
  const isWidget = (frame) => frame.url().includes('/adal-check.html');
  if (!isWidget(page.mainFrame())) {
    await page.locator('adal-check iframe').first().waitFor({ state: 'visible' });
  }
  return page.frames().find(isWidget);
}
