// Drafts of notices with the keyboard alone, from the start page to the file, in three languages.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { violations } from './support/axe.mjs';
import { WORDS, readCase } from './support/content.mjs';
import { alone, framed, setStage, visit } from './support/visit.mjs';
import { filledStores } from './support/watch.mjs';

const PHONE = readCase('a-supplier-leaves-a-phone-to-speed-up-a-payment');
const ORDER = readCase('a-bookkeeper-doubts-an-order-to-pay-before-the-report-is-in');
const PAPER = '.adal-draft > .adal-paper';

const stage = setStage();

const it = (name, run) => test(name, { timeout: 90_000 }, run);

const prepare = (person, notice) => person.turn(() => person.press(`[id$="-prepare-${notice}"]`));

async function type(person, field, text) {
  await person.tabTo(`[id$="-field-${field}"]`);
  await person.page.keyboard.insertText(text);
}

/** Presses the button with this label and returns the saved file. */
async function save(person, label) {
  const coming = person.page.waitForEvent('download');
  await person.takeAlong(label);
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** The text of a document, whose files are stored uncompressed. */
function wordsOf(bytes) {
  const xml = bytes.toString('utf8');
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, paragraph]) => (
    paragraph.replaceAll('<w:br/>', '\n').replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  ));
}

const shown = (person) => person.widget.locator(`${PAPER} p`).allTextContents();

describe('from a gift to the file', () => {
  for (const [form, lang, name] of [[framed, 'kk', 'kk'], [alone, 'ru', 'ru'], [framed, 'en', 'kk-ru']]) {
    it(`${form.name}, ${lang}`, () => visit(stage, form(lang), async (person, seen) => {
      const addresses = () => person.page.frames().map((frame) => frame.url());
      const opened = addresses();
      await person.comeToResult(PHONE);
      const requests = [...seen.requests];
      await prepare(person, 'gift');
      await type(person, 'from', 'Әбіш <b>& «Ұ»</b>');
      await type(person, 'gift', 'телефон, 1');
      await type(person, 'said', 'бірінші жол\nекінші жол');
      const paper = await shown(person);
      assert.ok(paper.some((paragraph) => paragraph.includes('Әбіш <b>& «Ұ»</b>')));
      assert.ok(paper.some((paragraph) => paragraph.includes('________')));

      const document = await save(person, WORDS[lang]['draft-docx']);
      assert.match(document.name, new RegExp(`^\\d{4}-\\d\\d-\\d\\d-${name}\\.docx$`));
      assert.deepEqual(wordsOf(document.bytes), paper);
      assert.equal(await person.text('.adal-take-along__done'), WORDS[lang]['file-saved']);
      const file = await save(person, WORDS[lang]['save-text']);
      assert.equal(file.name, document.name.replace('.docx', '.txt'));
      assert.ok(file.bytes.toString('utf8').includes('бірінші жол\r\nекінші жол'));

      assert.deepEqual(addresses(), opened);
      assert.deepEqual(seen.requests.filter((url) => !url.startsWith('blob:')), requests);
      assert.deepEqual(seen.complaints, []);
      // A refused access to storage is itself reported as a complaint.
      assert.deepEqual(await filledStores(person.page), []);
      seen.complaints.length = 0;
    }));
  }
});

it('what was typed stays through Back and another language, and is gone after a new start', () => visit(stage, alone('ru'), async (person) => {
  await person.comeToResult(PHONE);
  await prepare(person, 'gift');
  await type(person, 'from', 'Петров');
  await person.speak('kk');
  assert.ok((await shown(person)).includes('Кімнен: Петров'));
  await person.goBack();
  assert.equal(await person.heading(), WORDS.kk['headline-duty']);
  await prepare(person, 'speed');
  assert.ok((await shown(person)).includes('Кімнен: Петров'));
  await person.goBack();
  await person.turn(() => person.press('.adal-actions .adal-button--secondary'));
  await person.comeToResult(PHONE);
  await prepare(person, 'gift');
  assert.ok((await shown(person)).includes('Кімнен: ________'));
}));

it('the draft tells what was answered, and who requires it', () => visit(stage, alone('ru'), async (person) => {
  await person.comeToResult(ORDER);
  await prepare(person, 'order');
  assert.ok((await shown(person)).includes('Распоряжение пока не исполнено полностью.'));
  assert.equal(await person.widget.locator('.adal-remark').first().textContent(), 'Этого требует Стандарт: пункт 3.11');
}));

it('a draft in both languages says both, and English is there to be read only', () => visit(stage, alone('en'), async (person) => {
  await person.comeToResult(PHONE);
  await prepare(person, 'gift');
  const languages = () => person.widget.locator(`${PAPER} article`).evaluateAll((all) => all.map(({ lang }) => lang));
  assert.deepEqual(await languages(), ['kk', 'ru']);
  await person.choose('draft', 'ru');
  assert.deepEqual(await languages(), ['ru']);
  assert.equal(await person.text('.adal-draft summary'), WORDS.en['reading-aid']);
  assert.match((await save(person, WORDS.en['draft-docx'])).name, /^\d{4}-\d\d-\d\d-ru\.docx$/);
}));

it('the text is copied, and a browser that refuses is told of', async () => {
  await visit(stage, alone('kk'), async (person) => {
    await person.comeToResult(PHONE);
    await prepare(person, 'gift');
    await person.widget.evaluate(() => { navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }; });
    await person.takeAlong(WORDS.kk['copy-text']);
    await person.widget.locator('.adal-take-along__done', { hasText: WORDS.kk['text-copied'] }).waitFor();
    assert.equal(await person.widget.evaluate(() => globalThis.copied), (await shown(person)).join('\n\n'));
    await person.widget.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
    await person.takeAlong(WORDS.kk['copy-text']);
    await person.widget.locator('.adal-take-along__done', { hasText: WORDS.kk['copy-refused'] }).waitFor();
  });
});

it('on a phone what came of a press stands right under its button', () => visit(stage, alone('ru'), async (person) => {
  await person.comeToResult(PHONE);
  await prepare(person, 'gift');
  const buttons = person.widget.locator('.adal-take-along button');
  const labels = await buttons.allTextContents();
  const middle = async (locator) => {
    const { y, height } = await locator.boundingBox();
    return y + height / 2;
  };
  for (const [label, said] of [['draft-docx', 'file-saved'], ['save-text', 'file-saved'], ['copy-text', 'text-copied']]) {
    await person.widget.evaluate(() => { navigator.clipboard.writeText = async () => {}; });
    await person.takeAlong(WORDS.ru[label]);
    const done = person.widget.locator('.adal-take-along__done', { hasText: WORDS.ru[said] });
    await done.waitFor();
    const places = await Promise.all(labels.map((_, place) => middle(buttons.nth(place))));
    const saidAt = await middle(done);
    const pressed = labels.indexOf(WORDS.ru[label]);
    places.forEach((place, button) => assert.equal(place < saidAt, button <= pressed, `${labels[button]}, ${label} pressed`));
  }
}, { viewport: { width: 360, height: 740 } }));

it('on paper there is the draft and nothing else', () => visit(stage, alone('ru'), async (person) => {
  await person.comeToResult(PHONE);
  await prepare(person, 'gift');
  await person.page.emulateMedia({ media: 'print' });
  const seen = await person.widget.evaluate(() => document.body.innerText.trim());
  assert.deepEqual(seen.split(/\n+/), (await shown(person)).flatMap((text) => text.split('\n')));
}));

describe('axe finds nothing to object to', () => {
  for (const colorScheme of ['light', 'dark']) {
    it(colorScheme, () => visit(stage, alone('en'), async (person) => {
      await person.comeToResult(PHONE);
      const found = await violations(person, 'result');
      await prepare(person, 'gift');
      found.push(...(await violations(person, 'draft')));
      assert.deepEqual(found, []);
    }, { bypassCSP: true, colorScheme }));
  }
});
