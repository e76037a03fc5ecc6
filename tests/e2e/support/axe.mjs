// What axe objects to in a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each violation with the elements that it concerns. The page must have been opened with `bypassCSP`. */
export async function violations({ widget }, where) {
  if (!(await widget.evaluate(() => 'axe' in globalThis))) {
    // The boot script lets nobody make the elements that axe needs.
    await widget.evaluate(() => { delete document.createElement; });
    await widget.evaluate(AXE);
  }
  const found = await widget.evaluate(async (tags) => {
    // What is half under the bar can be scrolled out of it; axe would take what is left for the whole.
    scrollTo(0, 0);
    // Requests are refused, and no style or medium stands elsewhere.
    const options = { runOnly: tags, rules: { 'target-size': { enabled: true } }, preload: false };
    const { violations } = await globalThis.axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, TAGS);
  return found.map((violation) => `${where}: ${violation}`);
}
