// The looks of a site: applied if all text stays readable, otherwise rejected with a reason.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { listenForComplaints, openBrowser, openPage } from './support/browser.mjs';
import { serve } from './support/server.mjs';

let browser;
let server;
/** The default looks. */
let plain;

before(async () => {
  browser = await openBrowser();
  server = await serve();
  plain = await wear({});
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the standalone frame with these looks, and returns its computed tokens and the console messages. */
async function wear(looks, colorScheme = 'light') {
  const page = await openPage(browser, { colorScheme });
  const complaints = listenForComplaints(page);
  await page.goto(`${server.origin}/adal-check.html#lang=en&${new URLSearchParams(looks)}`);
  const worn = await page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    const own = (name) => style.getPropertyValue(`--adal-${name}`).trim();
    const names = ['accent', 'background', 'on-accent', 'chosen', 'wash', 'radius', 'font'];
    const text = getComputedStyle(document.querySelector('.adal'));
    return { ...Object.fromEntries(names.map((name) => [name, own(name)])), size: text.fontSize, family: text.fontFamily };
  });
  await page.close();
  return { worn, complaints };
}

test('good looks are worn', async () => {
  const { worn, complaints } = await wear({
    accent: 'rebeccapurple', background: 'hsl(40 100% 97%)', font: 'Georgia, "PT Serif"', radius: '0', 'text-size': '20px',
  });
  assert.deepEqual(complaints, []);
  assert.equal(worn.accent, 'rgb(102,51,153)');
  assert.equal(worn.background, 'rgb(255,250,240)');
  assert.equal(worn.radius, '0px');
  assert.equal(worn.size, '20px');
  assert.match(worn.family, /^Georgia, "PT Serif", system-ui/);
});

test('without looks nothing is touched', async () => {
  assert.deepEqual(plain.complaints, []);
  assert.equal(plain.worn.size, '17px');
});

for (const [name, value, reason] of [
  ['accent', '#00bcd4', /contrast/],
  ['accent', 'yellow', /contrast/],
  ['accent', 'transparent', /opaque/],
  ['accent', 'rgba(0, 0, 0, .5)', /opaque/],
  ['accent', 'red; } body { display: none', /opaque/],
  ['accent', 'url(https://example.invalid/x)', /opaque/],
  ['background', '#777777', /contrast/],
  ['background', 'black', /contrast/],
  ['font', 'url(x)', /installed/],
  ['font', 'a; b', /installed/],
  ['radius', '50%', /length/],
  ['radius', '900px', /length/],
  ['text-size', '4px', /length/],
  ['text-size', 'calc(1px * 99)', /length/],
]) {
  test(`${name} ${value} is refused, with the reason on the console`, async () => {
    const { worn, complaints } = await wear({ [name]: value });
    assert.deepEqual(worn, plain.worn);
    assert.equal(complaints.length, 1, complaints.join('\n'));
    assert.match(complaints[0], reason);
    assert.ok(complaints[0].includes(`--adal-${name}: ${value}`));
  });
}

test('in the dark an accent for the light is refused, and one for the dark is worn', async () => {
  assert.match((await wear({ accent: 'navy' }, 'dark')).complaints.join(), /contrast/);
  const { worn, complaints } = await wear({ accent: '#ffd166' }, 'dark');
  assert.deepEqual(complaints, []);
  assert.equal(worn.accent, 'rgb(255,209,102)');
});
