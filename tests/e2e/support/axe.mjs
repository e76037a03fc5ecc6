// What axe objects to.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Puts axe into a page; it needs `bypassCSP`. */
export function loadAxe(frame) {
  return frame.evaluate(AXE);
}

/** Each violation with the elements that it concerns. */
export async function violations(frame, where) {
  const found = await frame.evaluate(async (tags) => {
    // Requests are refused, and no style or medium stands elsewhere.
    const options = { runOnly: tags, rules: { 'target-size': { enabled: true } }, preload: false };
    const { violations } = await globalThis.axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, TAGS);
  return found.map((violation) => `${where}: ${violation}`);
}
