// Exports of a result in other engines: copied, saved and printed; and a saved file opened again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { HEADING } from '../e2e/support/person.mjs';
import { WORDS, readCase } from '../e2e/support/content.mjs';
import { readClauses } from '../e2e/support/standard.mjs';
import { inEachEngine } from './engines.mjs';
import { FORMS } from './visitor.mjs';

const GIFT = readCase('a-supplier-leaves-a-phone-to-speed-up-a-payment');
const OFFICIAL = readClauses().filter(({ id }) => GIFT.expect.applies.includes(id)).flatMap(({ texts }) => texts('kk'));
const TAKE_ALONG = '.adal-take-along';
const PAPER = '.adal-report';
const PASTE = { '/paste.html': { body: '<!doctype html><html lang="en"><title>paste</title><textarea></textarea>' } };
const [CTRL, RELEASE] = ['\ue009', '\ue000'];

function hasOfficialText(text) {
  OFFICIAL.forEach((line) => assert.ok(text.includes(line), `“${line}” is missing in:\n${text}`));
}

inEachEngine((it, engine) => {
  for (const [form, lang] of [['alone', 'ru'], ['framed', 'kk']]) {
    const words = WORDS[lang];
    const said = (visitor) => visitor.sees(() => document.querySelector('.adal-take-along__done')?.textContent);

    it(`the result is copied and can be pasted: ${form}, ${lang}`, async (visitor) => {
      await visitor.open(FORMS[form](lang));
      await visitor.check(GIFT);
      await visitor.pressButton(words['copy-text'], TAKE_ALONG);
      assert.equal(await said(visitor), words['text-copied']);
      await visitor.go('/paste.html');
      await visitor.type('textarea', `${CTRL}v${RELEASE}`);
      const pasted = await visitor.sees(() => document.querySelector('textarea').value);
      assert.ok(pasted.includes(words[`headline-${GIFT.expect.headline}`]));
      hasOfficialText(pasted);
    });

    it(`the result and the answers are saved, and the answers opened again: ${form}, ${lang}`, async (visitor) => {
      await visitor.open(FORMS[form](lang));
      await visitor.check(GIFT);
      const text = await visitor.save(() => visitor.pressButton(words['save-text'], TAKE_ALONG), '.txt');
      assert.equal(await said(visitor), words['file-saved']);
      hasOfficialText(text.bytes.toString('utf8'));

      await visitor.pressButton(words['save-file']);
      const answers = await visitor.save(() => visitor.press('details[open] .adal-button'), '.json');
      assert.deepEqual(JSON.parse(readFileSync(answers.path, 'utf8')).answers, { ...GIFT.answers });

      await visitor.open(FORMS[form](lang));
      // The driver sets the file without a click, and WebKit does not focus a frame that nobody has used.
      await visitor.press(HEADING);
      await visitor.turn(() => visitor.type('[id$="-open"]', answers.path));
      assert.equal(await visitor.heading(), words['review-title']);
      await visitor.goOn();
      assert.deepEqual((await visitor.result()).applies, [...GIFT.expect.applies].sort());
    });

    it(`a draft is saved as a document: ${form}, ${lang}`, async (visitor) => {
      await visitor.open(FORMS[form](lang));
      await visitor.check(GIFT);
      await visitor.turn(() => visitor.press('[id$="-prepare-gift"]'));
      await visitor.type('[id$="-field-gift"]', 'телефон «Ұшқын», 1');
      const { bytes } = await visitor.save(() => visitor.pressButton(words['draft-docx'], TAKE_ALONG), '.docx');
      assert.equal(bytes.subarray(0, 4).toString(), 'PK\u0003\u0004');
      assert.ok(bytes.includes('телефон «Ұшқын», 1'));
    });

    it(`the button prints, with the paper in the page: ${form}, ${lang}`, async (visitor) => {
      await visitor.open(FORMS[form](lang));
      await visitor.check(GIFT);
      await visitor.run((papers) => { window.print = () => { window.printed = document.querySelectorAll(papers).length; }; }, PAPER);
      await visitor.pressButton(words.print, TAKE_ALONG);
      await visitor.sees(() => window.printed === 1);
      if (engine.printed && form === 'alone') {
        const lines = (await engine.printed(visitor.session)).split('\n');
        hasOfficialText(lines.join('\n'));
        assert.deepEqual(lines.filter((line) => [words.print, words.change].includes(line)), []);
      }
    });
  }

  if (engine.printed) {
    it("who prints by the browser's own menu gets the report too", async (visitor) => {
      await visitor.open(FORMS.alone('ru'));
      await visitor.check(GIFT);
      await visitor.sees((papers) => Boolean(document.querySelector(papers)), PAPER);
      // Registered last: Firefox takes the page for printing before anything that comes after the listeners.
      await visitor.run((papers) => {
        addEventListener('beforeprint', () => { window.printed = document.querySelectorAll(papers).length; });
      }, PAPER);
      await visitor.session.print();
      assert.equal(await visitor.run(() => window.printed), 1);
    });
  }
}, PASTE);
