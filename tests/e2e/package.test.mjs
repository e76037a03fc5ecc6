// The npm package as users get it: complete, typed, and working with React, Vue, webpack and without a bundler.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { listenForComplaints, openBrowser, openPage } from './support/browser.mjs';
import { CONTINUE, HEADING, programRuns } from './support/person.mjs';
import { serve } from './support/server.mjs';
import { INSTALLED, PACKAGE, SITES, TARBALL, buildWithWebpack, installSites, openSite, tool } from './support/sites.mjs';

const project = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const packed = (path) => readFileSync(join(INSTALLED, path));
const hash = (kind, bytes, digits) => createHash(kind).update(bytes).digest(digits);
const filesOf = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  .sort();

let browser;

before(async () => {
  await installSites();
  browser = await openBrowser();
});

after(() => browser?.close());

test('the tarball holds the files of the folder, and its list and its document name each of them', () => {
  const files = filesOf(INSTALLED);
  assert.deepEqual(files, filesOf(PACKAGE));
  for (const file of files) {
    assert.ok(packed(file).equals(readFileSync(join(PACKAGE, file))), `${file} differs`);
  }
  const manifest = JSON.parse(packed('package.json'));
  assert.deepEqual(['package.json', ...manifest.files.filter((file) => file !== 'package.json')].sort(), files);
  const [, table] = /\| file \|.*\n\|[-|]+\n((?:\|.*\n)+)/.exec(packed('README.md'));
  const named = new Set([...table.matchAll(/`([\w.-]+\.\w+|[A-Z0-9-]+)`/g)].map(([, file]) => file));
  const beside = ['README.md', 'package.json', ...files.filter((file) => file.startsWith('images/'))];
  assert.deepEqual([...named, ...beside].sort(), files);
});

test('the package brings no script that runs, and nothing else with it', () => {
  const { scripts, dependencies, peerDependencies, version, customElements, types } = JSON.parse(packed('package.json'));
  assert.deepEqual({ scripts, dependencies, peerDependencies }, { scripts: undefined, dependencies: undefined, peerDependencies: undefined });
  assert.equal(version, /^version = "(.*)"/m.exec(project('Cargo.toml'))[1]);
  JSON.parse(packed(customElements));
  assert.match(packed(types).toString(), /AdalCheckElement/);
  assert.match(packed('README.md').toString(), new RegExp(`^# adal-check ${version}\n`));
  assert.doesNotMatch(packed('README.md').toString(), /\{(version|content|script)\}/);
});

test('every hash is that of its file', () => {
  const sums = packed('SHA256SUMS').toString().trim().split('\n').map((line) => line.split('  '));
  assert.deepEqual(sums.map(([, file]) => file), filesOf(INSTALLED).filter((file) => file !== 'SHA256SUMS'));
  for (const [sum, file] of sums) {
    assert.equal(hash('sha256', packed(file), 'hex'), sum, file);
  }
  const { integrity } = JSON.parse(packed('integrity.json'));
  assert.ok(integrity['adal-check.html'] && integrity['adal-check.htm'] === integrity['adal-check.html']);
  for (const [file, fingerprint] of Object.entries(integrity)) {
    assert.equal(`sha384-${hash('sha384', packed(file), 'base64')}`, fingerprint, file);
  }
});

test('the list of parts is valid CycloneDX, and names what Cargo.lock names', async () => {
  const text = packed('sbom.cdx.json').toString();
  const { Spec, Validation } = createRequire(join(SITES, 'package.json'))('@cyclonedx/cyclonedx-library');
  assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text), null);

  const { components, dependencies, metadata } = JSON.parse(text);
  const locked = new Map([...project('Cargo.lock').matchAll(/name = "(.*)"\nversion = "(.*)"\n(?:source.*\nchecksum = "(.*)")?/g)]
    .map(([, name, version, checksum]) => [`${name}@${version}`, checksum]));
  for (const { name, version, hashes } of components.filter(({ name }) => name !== 'rust-std')) {
    assert.ok(locked.has(`${name}@${version}`), `${name} ${version} is not in Cargo.lock`);
    assert.equal(hashes?.[0].content, locked.get(`${name}@${version}`), name);
  }
  const names = components.map(({ name }) => name);
  for (const name of ['yew', 'wasm-bindgen', 'web-sys', 'adal-core', 'postcard', 'rust-std']) {
    assert.ok(names.includes(name), `${name} is missing`);
  }
  for (const name of ['xtask', 'adal-content', 'syn', 'yew-macro', 'proptest']) {
    assert.ok(!names.includes(name), `${name} only helps to build`);
  }
  const references = new Set(components.map((component) => component['bom-ref']));
  const used = dependencies.flatMap(({ dependsOn }) => dependsOn);
  assert.deepEqual([...references].filter((reference) => !used.includes(reference)), [], 'nobody uses it');
  const [file] = metadata.component.components;
  assert.equal(file.hashes[0].content, hash('sha384', packed(file.name), 'hex'));
});

/** The bytes of a program that is text: 256 characters say which is which byte. */
function bytesOf(characters) {
  const values = new Map(characters.slice(0, 256).map((character, value) => [character, value]));
  return Buffer.from(characters.slice(256).map((character) => values.get(character)));
}

test('whatever the program says of its origin is in the list of parts', () => {
  const [, text] = /id="adal-program">([^<]+)</.exec(packed('adal-check.html'));
  const program = bytesOf([...text]).toString('latin1');
  const origins = new Set([...program.matchAll(/crates\/[^/]+\/([\w-]+)-(\d+\.\d+\.\d+[^/]*)\//g)].map(([, name, version]) => `${name}@${version}`));
  assert.ok(origins.size >= 5, `the program names ${[...origins]}`);
  const { components } = JSON.parse(packed('sbom.cdx.json'));
  const parts = new Set(components.map(({ name, version }) => `${name}@${version}`));
  assert.deepEqual([...origins].filter((origin) => !parts.has(origin)), []);
});

test('each part by others has its licence and the text of it', () => {
  const list = packed('THIRD-PARTY-LICENSES.txt').toString();
  const owners = list.split(`\n${'-'.repeat(80)}\n`).slice(1).map((text) => text.split('\n', 1)[0].split(', '));
  const { components } = JSON.parse(packed('sbom.cdx.json'));
  for (const { name, version, licenses: [{ expression }] } of components.filter(({ name }) => !name.startsWith('adal-'))) {
    assert.ok(list.includes(`\n${name} ${version}: ${expression}\n`), `${name} has no licence`);
    assert.ok(name === 'rust-std' || owners.flat().includes(`${name} ${version}`), `${name} has no text`);
  }
  assert.match(packed('RUST-STD-LICENSES.html').toString(), /Copyright notices for The Rust Standard Library/);
});

test('the package has the same bytes whenever and wherever it is packed', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'adal-package-'));
  try {
    cpSync(PACKAGE, join(elsewhere, 'package'), { recursive: true });
    filesOf(PACKAGE).forEach((file, index) => utimesSync(join(elsewhere, 'package', file), index, index));
    const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', './package', '--json'], { cwd: elsewhere, stdio: ['ignore', 'pipe', 'ignore'] }));
    assert.equal(hash('sha256', readFileSync(join(elsewhere, filename)), 'hex'), hash('sha256', readFileSync(TARBALL), 'hex'));
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
  const root = fileURLToPath(new URL('../../', import.meta.url));
  for (const file of filesOf(INSTALLED)) {
    assert.ok(!packed(file).includes(root) && !packed(file).includes(`${homedir()}/`), `${file} tells where it was made`);
  }
  assert.doesNotMatch(packed('sbom.cdx.json').toString(), /timestamp|serialNumber/);
});

test('on a server that renders pages the script does nothing', () => {
  execFileSync('node', ['--input-type=module', '--eval', "await import('adal-check')"], { cwd: SITES });
});

test('the types fit pages of React and of Vue, and refuse what the element does not know', async () => {
  await Promise.all([tool('tsc', '--project', 'react'), tool('vue-tsc', '--project', 'vue')]);
});

test('the examples of the guide are those pages', () => {
  const guide = project('docs/EMBEDDING.md');
  for (const file of ['react/SelfCheck.tsx', 'vue/SelfCheck.vue', 'vue/vite.config.ts']) {
    const example = project(`tests/e2e/package/${file}`);
    assert.ok(guide.includes(`\n\`\`\`${file.split('.').pop()}\n${example}\`\`\`\n`), `${file} is not in the guide`);
  }
  const readme = packed('README.md').toString();
  const imports = /import page from '.*';/.exec(project('tests/e2e/package/react/SelfCheck.tsx'))[0];
  assert.ok(readme.includes(imports) && guide.includes(imports));
  const address = /new URL\('.*', import.meta.url\).href/.exec(project('tests/e2e/package/webpack/main.js'))[0];
  assert.ok(readme.includes(address) && guide.includes(address));
});

/** Acts like a person and a site: answers, changes the language, removes the check. */
async function useCheck(address) {
  const page = await openPage(browser);
  const complaints = listenForComplaints(page);
  const refused = [];
  page.on('response', (response) => response.status() >= 400 && refused.push(`${response.status()} ${response.url()}`));
  await page.goto(address);
  await page.locator('adal-check iframe').waitFor({ state: 'visible' });
  assert.equal(await page.locator('output').textContent(), '1', 'adal-ready was heard once');
  assert.equal(await page.locator('adal-check > a').isVisible(), false);
  const widget = page.frames().find((frame) => frame.parentFrame());
  assert.equal(await widget.evaluate(() => self.origin), 'null');
  await programRuns(widget);
  await answerOne(widget);
  await page.locator('#speak-russian').press('Enter');
  await widget.locator('.adal[lang="ru"]').waitFor();
  await page.locator('#take-away').press('Enter');
  await page.locator('adal-check').waitFor({ state: 'detached' });
  assert.equal(page.frames().length, 1);
  assert.deepEqual({ complaints, refused }, { complaints: [], refused: [] });
  await page.close();
}

async function answerOne(widget) {
  await widget.locator('input[name="who"][value="employee"]').press('Space');
  await widget.locator('input[name="situation"][value="gift"]').press('Space');
  const turn = async () => {
    const before = await widget.locator(HEADING).textContent();
    await widget.locator(CONTINUE).first().press('Enter');
    await widget.waitForFunction(([heading, before]) => document.querySelector(heading)?.textContent !== before, [HEADING, before]);
  };
  await turn();
  await widget.locator('fieldset input[type="radio"]').first().press('Space');
  await turn();
}

for (const name of ['react', 'vue']) {
  for (const how of ['build', 'dev']) {
    test(`the check works in a page with ${name}, after vite ${how}`, async () => {
      const server = await openSite(name, how);
      try {
        await useCheck(server.address);
      } finally {
        await server.close();
      }
    });
  }
}

test('the check works in a page that webpack builds', async () => {
  const built = (await buildWithWebpack()).map(({ name, bytes }) => [`/${name}`, { body: bytes }]);
  const body = '<!doctype html><html lang="kk"><meta charset="utf-8"><body><script src="/main.js"></script>';
  const server = await serve({ ...Object.fromEntries(built), '/site.html': { body } });
  try {
    await useCheck(`${server.origin}/site.html`);
  } finally {
    await server.close();
  }
});

test('the check works in a page without a build, with the line that checks the script', async () => {
  const { script } = JSON.parse(packed('integrity.json'));
  const markup = readFileSync(join(SITES, 'plain/index.html'), 'utf8').replace('{script}', script);
  const server = await serve({
    '/plain.html': { body: markup },
    '/adal/adal-check.js': { body: packed('adal-check.js') },
    '/adal/adal-check.html': { body: packed('adal-check.html') },
  });
  try {
    await useCheck(`${server.origin}/plain.html`);
  } finally {
    await server.close();
  }
});
