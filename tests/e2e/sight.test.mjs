// What a person sees, measured by position in the window and not by focus. An embedded frame is as high as its page,
// so its content may be far outside the window.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { violations } from './support/axe.mjs';
import { WORDS, readCase } from './support/content.mjs';
import { PAGES } from './support/pages.mjs';
import { alone, setStage, visit } from './support/visit.mjs';

const MESSAGE = '.adal-error, #adal [data-failed]:not([hidden])';
const CONTINUE = '.adal-actions .adal-button';

const long = (attributes) => ({
  body: `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <script src="/adal-check.js" defer></script>
      <script>window.heard = []; addEventListener('message', ({ data }) => heard.push(data));</script>
      <title>site</title><body style="margin:0 auto;max-width:60rem;padding:1rem">
      <div style="height:1500px">before</div><adal-check ${attributes}><a href="#">fallback</a></adal-check><div style="height:1500px">after</div>`,
});
const stage = setStage({ '/long.html': long(''), '/fixed.html': long('height="fixed"') });

/** A whole check whose pages are longer than a frame of a fixed height. */
const CHOCOLATES = readCase('an-ngo-offers-a-box-of-chocolates-and-i-mean-to-accept');

const it = (name, run, timeout = 120_000) => test(name, { timeout }, run);

const WINDOWS = [{ width: 360, height: 740 }, { width: 1280, height: 800 }];
/** Ways to press a control. Each scrolls it into view first, as a person does. */
const WAYS = {
  mouse: (control) => control.click(),
  touch: (control) => control.tap(),
  key: (control) => control.press('Enter'),
};

/**
 * Scrolls it into view. Playwright would first wait for the frame to be painted, which does not happen out of view;
 * and at first it does not know the frame's size yet.
 */
async function bring(locator) {
  for (let times = 0; times < 5; times += 1) {
    await locator.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await locator.page().waitForTimeout(100);
  }
}

/** Waits until nothing moves, and returns the position of the element in the window of the host page. */
async function place(page, locator) {
  let before;
  for (let looks = 0; looks < 40; looks += 1) {
    const box = await locator.boundingBox();
    const now = JSON.stringify(box);
    if (now === before) {
      return box;
    }
    before = now;
    await page.waitForTimeout(100);
  }
  assert.fail('it never comes to rest');
}

async function isInSight(page, locator, where) {
  const { x, y, width, height } = await place(page, locator);
  const { width: wide, height: high } = page.viewportSize();
  assert.ok(height > 20 && width > 100, `${where}: it has no room: ${width} by ${height}`);
  assert.ok(y >= 0 && y + height <= high && x >= 0 && x + width <= wide,
    `${where}: it lies at ${Math.round(y)}..${Math.round(y + height)} in a window of ${high}`);
}

/** Problems that prevent a page from continuing: how to get there, what to press, and the group concerned. */
const MISSING = {
  'nobody was chosen': { control: '[data-action="continue"]', group: 'who', come: async () => {} },
  'no situation': { control: '[data-action="continue"]', group: 'situation', come: PAGES.start },
  'no answer': { control: CONTINUE, group: 'gift-from', come: PAGES.question },
  'no way to go on in an exercise': { control: CONTINUE, group: 'exercise-0', come: PAGES.exercise },
};

describe('in a long page, what is missing is said above the button that was pressed', () => {
  for (const viewport of WINDOWS) {
    for (const [way, press] of Object.entries(WAYS)) {
      it(`${viewport.width} wide, by ${way}`, async () => {
        for (const [name, { control, group, come }] of Object.entries(MISSING)) {
          await visit(stage, '/long.html', async ({ page, widget }) => {
            await come(widget);
            const button = widget.locator(control).first();
            await bring(button);
            await place(page, button);
            const heard = await page.evaluate(() => window.heard.length);
            const chosen = await widget.locator('input:checked').count();
            await press(button);
            const message = widget.locator(MESSAGE);
            await message.waitFor();
            await isInSight(page, message, name);
            const [above, below] = [await message.boundingBox(), await button.boundingBox()];
            const gap = below.y - above.y - above.height;
            assert.ok(gap >= 0 && gap < 40, `${name}: ${gap} pixels between the message and the button`);
            assert.equal(await page.evaluate(() => window.heard.length), heard, `${name}: the host was told`);
            // Pressing again at the same position must not select anything.
            await page.mouse.click(above.x + 60, above.y + 10);
            assert.equal(await widget.locator('input:checked').count(), chosen);
            const field = widget.locator('.adal-fieldset--lacking');
            assert.equal(await field.getAttribute('aria-describedby'), await message.getAttribute('id'));
            assert.ok(await field.locator('xpath=descendant-or-self::*[@aria-invalid="true"]').count() > 0);
            await press(message.locator('button'));
            const first = widget.locator(`.adal-choice:not([hidden]) input[name="${group}"]`).first();
            await widget.waitForFunction((name) => document.activeElement?.name === name, group);
            assert.equal(await first.evaluate((input) => input === document.activeElement), true);
            await isInSight(page, first.locator('xpath=..'), `${name}: the first choice`);
          }, { viewport, hasTouch: true });
        }
      });
    }
  }
});

describe('in a long page, why a file was not opened is said in sight', () => {
  for (const viewport of WINDOWS) {
    it(`${viewport.width} wide, chosen and dropped`, () => visit(stage, '/long.html', async ({ page, widget }) => {
      const wrong = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
      const control = widget.locator('input[type="file"]');
      await bring(control);
      await control.setInputFiles(wrong);
      const message = widget.locator(MESSAGE);
      await message.waitFor();
      await isInSight(page, message, 'chosen');
      // A file can be dropped anywhere.
      await bring(widget.locator('h1'));
      await widget.locator('h1').evaluate((heading) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['{}'], 'a.json'));
        heading.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      });
      await page.waitForTimeout(300);
      await isInSight(page, message, 'dropped');
    }, { viewport }));
  }
});

describe('in a long page, that the check cannot go on is said in sight', () => {
  for (const viewport of WINDOWS) {
    for (const seen of ['h1', '[data-action="continue"]', 'footer']) {
      it(`${viewport.width} wide, with ${seen} in sight`, () => visit(stage, '/long.html', async ({ page, widget }) => {
        await PAGES.start(widget);
        await bring(widget.locator(seen).last());
        await isInSight(page, widget.locator(seen).last(), 'what the person looks at');
        await widget.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
        const message = widget.locator(MESSAGE);
        await message.waitFor();
        await isInSight(page, message, seen);
        // The test wants this error; the page has no other.
        assert.equal(await message.locator('strong').textContent(), WORDS.ru['failed-title']);
      }, { viewport, mayFail: true }));
    }
  }
});

it('a message breaks no rule of accessibility', async () => {
  for (const page of ['start with a message', 'question with a message']) {
    await visit(stage, alone('ru'), async (person) => {
      await PAGES[page](person.widget);
      assert.deepEqual(await violations(person, page), []);
    }, { bypassCSP: true, viewport: WINDOWS[0] });
  }
});

describe('with a fixed height, each page begins in sight and the host receives nothing during a check', () => {
  for (const viewport of WINDOWS) {
    it(`${viewport.width} wide`, () => visit(stage, '/fixed.html', async (person) => {
      const { page, widget } = person;
      await widget.locator('[data-action="continue"]').waitFor();
      const atFirst = (await page.evaluate(() => heard)).length;
      const begins = async () => {
        await isInSight(page, widget.locator('h1'), await person.heading());
        await bring(widget.locator('.adal-actions .adal-button, .adal-actions button').last());
      };
      await person.introduce(CHOCOLATES);
      await bring(widget.locator('[data-action="continue"]'));
      await person.goOn();
      await begins();
      await person.answer(CHOCOLATES.answers, begins);
      await person.goOn();
      await begins();
      assert.deepEqual((await page.evaluate(() => heard)).slice(atFirst), []);
    }, { viewport }));
  }
});
