// Saving answers to a file and opening it with the keyboard alone and real files; dropping it; invalid files.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { violations } from './support/axe.mjs';
import { LANGS, WORDS, readCase } from './support/content.mjs';
import { HEADING, programRuns } from './support/person.mjs';
import { holdProgram } from './support/slow.mjs';
import { alone, framed, setStage, visit } from './support/visit.mjs';
import { filledStores } from './support/watch.mjs';

const GIFT = readCase('a-supplier-leaves-a-phone-to-speed-up-a-payment');
const MISTAKES = new URL('../saved/', import.meta.url);
const OPEN = '[id$="-open"]';
const SAVE = 'details[open] .adal-button';
const ALERT = '[id$="-error"]';

const stage = setStage();
let folder;

before(() => { folder = mkdtempSync(join(tmpdir(), 'adal-saved-')); });

after(() => rmSync(folder, { recursive: true, force: true }));

const it = (name, run) => test(name, { timeout: 120_000 }, run);

const withPerson = (path, run, options) => visit(stage, path, (person, seen) => {
  // Registered early, because otherwise the first dialogue would be the system's.
  person.page.on('filechooser', () => {});
  return run(person, seen);
}, options);

/** A case as the widget writes it. */
const written = ({ people, situations, answers, content = '2019.1' }) => (
  JSON.stringify({ 'adal-check': 1, content, people, situations, answers })
);

function file(name, text) {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, text);
  return path;
}

/** Saves with the keyboard, and returns the name and content of the file. */
async function save(person, lang) {
  const places = await person.widget.locator('summary').allTextContents();
  const place = places.indexOf(WORDS[lang]['save-file']);
  await person.widget.locator('summary').nth(place).evaluate((summary) => { summary.id = 'save-summary'; });
  await person.press('#save-summary');
  const coming = person.page.waitForEvent('download');
  await person.press(SAVE);
  const saved = await coming;
  await person.widget.getByText(WORDS[lang]['file-saved']).waitFor();
  return { name: saved.suggestedFilename(), path: await saved.path() };
}

/** Opens a file with the keyboard, in the browser's own file input. */
async function open(person, path) {
  await person.tabTo(OPEN);
  const coming = person.page.waitForEvent('filechooser');
  await person.page.keyboard.press('Enter');
  await (await coming).setFiles(path);
}

/** Drags a file onto the page and drops it. */
async function drop(person, path) {
  const session = await person.page.context().newCDPSession(person.page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 400, data });
  }
}

describe('half a case is saved, opened elsewhere and finished', () => {
  for (const [form, lang] of [[framed, 'kk'], [alone, 'ru'], [framed, 'en']]) {
    it(`${form.name}, ${lang}`, async () => {
      let saved;
      await withPerson(form(lang), async (person, seen) => {
        await person.introduce(GIFT);
        await person.goOn();
        const first = await person.question();
        await person.choose(first, GIFT.answers[first]);
        await person.goOn();
        const requests = [...seen.requests];
        saved = await save(person, lang);
        assert.deepEqual(await violations(person, 'saving'), []);
        assert.match(saved.name, /^answers-\d{4}-\d\d-\d\d\.json$/);
        assert.deepEqual(JSON.parse(readFileSync(saved.path, 'utf8')), {
          'adal-check': 1,
          content: '2019.1',
          people: ['employee', ...GIFT.people],
          situations: GIFT.situations,
          answers: { [first]: GIFT.answers[first] },
        });
        const wanted = new Set(seen.requests.slice(requests.length).map((url) => url.split(':')[0]));
        assert.deepEqual([...wanted].filter((scheme) => scheme !== 'blob'), []);
        saved.copy = file(`saved-${lang}`, readFileSync(saved.path, 'utf8'));
      }, { bypassCSP: true });
      await withPerson(form(lang), async (person) => {
        await person.turn(() => open(person, saved.copy));
        const asked = await person.answer(GIFT.answers);
        assert.equal(asked.length, Object.keys(GIFT.answers).length - 1);
        if (await person.isReview()) {
          await person.goOn();
        }
        const { applies } = await person.result();
        assert.deepEqual(applies, [...GIFT.expect.applies].sort());
        // A sandboxed frame is refused all storage, and Chromium reports it much later.
        if (form === alone) {
          assert.deepEqual(await filledStores(person.page), []);
        }
      });
    });
  }
});

describe('a finished case opens with its answers, then its result can be saved again', () => {
  for (const lang of LANGS) {
    it(lang, () => withPerson(alone(lang), async (person) => {
      await person.turn(() => open(person, file(`whole-${lang}`, written(GIFT))));
      assert.equal(await person.heading(), WORDS[lang]['review-title']);
      await person.goOn();
      const { applies } = await person.result();
      assert.deepEqual(applies, [...GIFT.expect.applies].sort());
      const again = JSON.parse(readFileSync((await save(person, lang)).path, 'utf8'));
      assert.deepEqual(again.answers, { ...GIFT.answers });
    }));
  }
});

describe('what was dropped and what has changed is said in the language of the person', () => {
  for (const lang of LANGS) {
    it(lang, () => withPerson(alone(lang), async (person) => {
      const path = file(`dropped-${lang}`, written({
        content: '1999.1',
        people: ['employee', 'astronaut'],
        situations: ['gift', 'moon'],
        answers: { 'gift-from': 'the-moon', nonsense: 'yes' },
      }));
      await person.turn(() => open(person, path));
      const words = WORDS[lang];
      assert.equal(await person.heading(), words['opened-title']);
      const page = await person.text('.adal-main');
      for (const key of ['opened-unknown-version', 'opened-people', 'opened-again']) {
        assert.ok(page.includes(words[key]), key);
      }
      assert.ok(page.includes(words['opened-answers'].replace('{ $count }', '1')));
      assert.ok(page.includes(words['opened-situations'].replace('{ $count }', '1')));
      assert.ok(!/moon|astronaut|nonsense/.test(page));
      assert.deepEqual((await person.languages()).mismarked, []);
      assert.deepEqual(await violations(person, 'opened'), []);
      await person.goOn();
      assert.equal(await person.question(), 'gift-from');
    }, { bypassCSP: true }));
  }
});

describe('a file that cannot be opened leaves everything as it was', () => {
  const kinds = { foreign: 'file-foreign', damaged: 'file-damaged', newer: 'file-newer' };
  const mistakes = readdirSync(MISTAKES).filter((name) => name.endsWith('.json')).flatMap((name) => {
    const told = readFileSync(new URL(name.replace('.json', '.txt'), MISTAKES), 'utf8').trim();
    return told in kinds ? [[new URL(name, MISTAKES).pathname, kinds[told]]] : [];
  });
  for (const lang of LANGS) {
    it(lang, () => withPerson(alone(lang), async (person) => {
      assert.ok(mistakes.length > 10);
      await person.introduce(GIFT);
      const chosen = await person.chosen();
      const large = file('large', 'x'.repeat(100_000_000));
      for (const [path, key] of [...mistakes, [large, 'file-too-large']]) {
        await open(person, path);
        // The file input had the focus until now.
        await person.widget.waitForFunction((alert) => document.activeElement?.matches(alert), ALERT);
        assert.ok((await person.text(ALERT)).includes(WORDS[lang][key]), `${path}: ${key}`);
        assert.deepEqual(await person.chosen(), chosen);
      }
      assert.deepEqual(await violations(person, 'a file that cannot be opened'), []);
      await person.goOn();
      assert.equal(await person.question(), Object.keys(GIFT.answers)[0]);
    }, { bypassCSP: true }));
  }
});

describe('a file can be dropped on the start page', () => {
  for (const form of [framed, alone]) {
    it(form.name, () => withPerson(form('kk'), async (person) => {
      await person.turn(() => drop(person, file('dropped', written(GIFT))));
      assert.equal(await person.heading(), WORDS.kk['review-title']);
      // On any other page the drop is refused, and the browser does not open the file.
      await drop(person, file('dropped', written(GIFT)));
      await person.goOn();
      assert.deepEqual((await person.result()).applies, [...GIFT.expect.applies].sort());
    }));
  }
});

it('a file that is chosen before the program runs is opened by it', () => withPerson(alone('kk'), async (person) => {
  await open(person, file('early', written(GIFT)));
  await person.widget.locator('button[data-lang="ru"]').click();
  await person.widget.evaluate(() => globalThis.adalGoOn());
  await person.widget.locator(HEADING).getByText(WORDS.ru['review-title']).waitFor();
}, { scripts: [holdProgram] }));
