// The Standard in other engines: read and searched in the widget, opened by a link, and as a page without scripts.
import assert from 'node:assert/strict';

import { WORDS } from '../e2e/support/content.mjs';
import { readClauses } from '../e2e/support/standard.mjs';
import { inEachEngine } from './engines.mjs';
import { FORMS } from './visitor.mjs';

const CLAUSES = readClauses();
const GIFTS = CLAUSES.find(({ id }) => id === '3.6');

/** The exact text of a clause on the screen. */
const exactText = (visitor, id, lang) => visitor.run((id, lang) => {
  const article = [...document.querySelectorAll('.adal-article')].find((one) => one.id.split('-').at(-1) === id);
  return [...article.querySelectorAll(`:scope [lang="${lang}"] :is(p, li)`)].map(({ innerText }) => innerText);
}, id, lang);

/** The numbers of the visible clauses. In the widget, their ids have a random prefix at each load. */
const shown = () => [...document.querySelectorAll('.adal-article')]
  .filter((one) => one.checkVisibility())
  .map(({ id }) => id.split('-').at(-1));

inEachEngine((it) => {
  for (const [form, lang, typed, found] of [
    ['alone', 'kk', 'сыйлықты', ['3.3', '3.6', '3.23', '4.8']],
    ['framed', 'ru', '3.6', ['3.6']],
    ['alone', 'en', 'gifts', ['3.3', '3.6', '3.23', '4.8']],
  ]) {
    it(`the reader finds ${found.join(', ')} by “${typed}” and says how many are shown: ${form}, ${lang}`, async (visitor) => {
      await visitor.open(FORMS[form](lang));
      await visitor.turn(() => visitor.press('[id$="-standard"]'));
      await visitor.sees((all) => document.querySelectorAll('.adal-article').length === all, CLAUSES.length);
      await visitor.type('[id$="-search"]', typed);
      const said = WORDS[lang]['shown-clauses'].replace('{ $count }', found.length).replace('{ $total }', CLAUSES.length);
      await visitor.sees((said) => document.querySelector('.adal-search__status')?.textContent === said, said);
      assert.deepEqual(await visitor.run(shown), found);
      assert.deepEqual(await exactText(visitor, GIFTS.id, lang), GIFTS.texts(lang));
    });
  }

  it('a link to a clause opens it', async (visitor) => {
    await visitor.open('/adal-check.html#lang=ru&clause=3.6');
    assert.deepEqual(await visitor.run(shown), ['3.6']);
    assert.deepEqual(await exactText(visitor, GIFTS.id, 'ru'), GIFTS.texts('ru'));
  });

  it('the Standard as a page without script shows a clause and leads to it', async (visitor) => {
    await visitor.go('/standard.kk.html#3.6');
    assert.deepEqual(await visitor.run(shown), CLAUSES.map(({ id }) => id));
    assert.equal(await visitor.run(() => document.querySelector(':target').id), GIFTS.id);
    assert.deepEqual(await exactText(visitor, GIFTS.id, 'kk'), GIFTS.texts('kk'));
  });
});
