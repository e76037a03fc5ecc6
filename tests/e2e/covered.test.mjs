// No control may be covered by another, at any width, on any kind of page, standalone and embedded: once a control is
// in view, the point at its centre must belong to it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { LANGS } from './support/content.mjs';
import { PAGES } from './support/pages.mjs';
import { alone, framed, setStage, visit } from './support/visit.mjs';

const WIDTHS = [320, 344, 360, 390, 480, 600, 640, 700, 744, 1024, 1280, 1920];
/** A page of the Standard has hundreds of similar controls. */
const MOST = 40;

const stage = setStage();

/** Runs in the widget: marks the controls that are visible or can be scrolled into view, and counts them. */
function markControls(most) {
  document.querySelectorAll('[data-control]').forEach((control) => control.removeAttribute('data-control'));
  const all = [...document.querySelectorAll('button, summary, select, textarea, a[href], label:has(input), input')]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }) && control.getBoundingClientRect().width);
  const step = Math.max(1, all.length / most);
  const some = new Set(Array.from({ length: Math.min(most, all.length) }, (_, place) => all[Math.floor(place * step)]));
  document.querySelectorAll('.adal-leave, [data-lang]').forEach((control) => all.includes(control) && some.add(control));
  [...some].forEach((control, place) => control.setAttribute('data-control', place));
  return some.size;
}

/**
 * Runs in the widget: scrolls each of these controls into view and returns its centre, and what covers it. Standalone
 * with as little scrolling as possible. Browsers ignore scroll margins across the edge of a frame, so in a frame to
 * the centre of the window.
 */
function reach([places, block]) {
  return places.map((place) => {
    const control = document.querySelector(`[data-control="${place}"]`);
    control.scrollIntoView({ block, behavior: 'instant' });
    const { x, y, width, height } = control.getBoundingClientRect();
    const middle = [x + width / 2, y + height / 2];
    const hit = document.elementFromPoint(...middle);
    const isIts = control.contains(hit) || (control.matches('label input') && control.closest('label').contains(hit));
    const name = `${control.localName} “${(control.textContent || control.name || '').slice(0, 30)}”`;
    return { middle, name, problem: isIts ? null : `${hit?.className || hit?.localName} lies over ${name}` };
  });
}

/** Runs in the host page: what covers the frame at this point. */
function overFrame([left, top]) {
  const root = document.querySelector('adal-check').shadowRoot;
  const frame = root.querySelector('iframe').getBoundingClientRect();
  const hit = root.elementFromPoint(frame.left + left, frame.top + top);
  return hit?.localName === 'iframe' ? null : `${hit?.getAttribute('part') ?? hit?.localName} of the page`;
}

async function covered({ page, widget }, isFramed) {
  const problems = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForTimeout(150);
    await page.evaluate(() => scrollTo(0, 0));
    const count = await widget.evaluate(markControls, MOST);
    assert.ok(count > 1, 'there is no control');
    const places = Array.from({ length: count }, (_, place) => place);
    if (isFramed) {
      for (const each of places) {
        const [{ middle, name, problem }] = await widget.evaluate(reach, [[each], 'center']);
        const over = await page.evaluate(overFrame, middle);
        problems.push(...[problem, over && `${over} lies over ${name}`].filter(Boolean).map((text) => `${width}: ${text}`));
      }
    } else {
      const found = await widget.evaluate(reach, [places, 'nearest']);
      problems.push(...found.filter(({ problem }) => problem).map(({ problem }) => `${width}: ${problem}`));
    }
  }
  return problems;
}

for (const form of [alone, framed]) {
  describe(`nothing lies over a control: ${form.name}`, () => {
    for (const lang of LANGS) {
      for (const [name, come] of Object.entries(PAGES)) {
        test(`${name}, ${lang}`, { timeout: 180_000 }, () => visit(stage, form(lang), async (person) => {
          await come(person.widget);
          assert.deepEqual(await covered(person, form === framed), []);
        }));
      }
    }
  });
}

/** The height of the window, the text size set by the site, and the text size set by the person. */
const LARGE = [
  { viewport: { width: 320, height: 256 } },
  { viewport: { width: 360, height: 740 }, text: '26px' },
  { viewport: { width: 640, height: 400 }, text: '26px' },
  { viewport: { width: 360, height: 740 }, font: 'monospace' },
  { viewport: { width: 700, height: 740 }, font: 'monospace', text: '22px' },
];

describe('nor with large text, a wide font, or little height', () => {
  for (const { viewport, text = '', font = '' } of LARGE) {
    test(`${viewport.width} by ${viewport.height} ${text} ${font}`, { timeout: 180_000 }, async () => {
      for (const lang of LANGS) {
        const path = `${alone(lang)}&text-size=${text}&font=${font}`;
        await visit(stage, path, async ({ widget }) => {
          await PAGES.start(widget);
          const count = await widget.evaluate(markControls, MOST);
          const found = await widget.evaluate(reach, [Array.from({ length: count }, (_, place) => place), 'nearest']);
          assert.deepEqual(found.map(({ problem }) => problem).filter(Boolean), [], lang);
        }, { viewport });
      }
    });
  }
});
