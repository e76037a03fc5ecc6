/** The program and the content: text in elements that no browser runs. Needs no request. */

/** How many values a byte has. */
const VALUES = 256;
/** One more than the code of the last character that means a byte, as in `crates/core/src/bytes.rs`. */
const CODES = 0x180;

/** @returns {Promise<WebAssembly.Module>} */
export async function unpackProgram() {
  if (document.readyState === 'loading') {
    // All this is after the script in the page, and on a slow line it arrives later.
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  checkContent();
  const packed = document.getElementById('adal-program');
  const text = packed?.textContent ?? '';
  packed?.remove();
  return WebAssembly.compile(bytesOf(text));
}

/**
 * @param {string} text 256 characters that say which character is which byte, then one for each byte
 */
function bytesOf(text) {
  const values = new Uint8Array(CODES);
  for (let value = 0; value < VALUES; value += 1) {
    values[text.charCodeAt(value)] = value;
  }
  const bytes = new Uint8Array(Math.max(0, text.length - VALUES));
  for (let place = 0; place < bytes.length; place += 1) {
    bytes[place] = values[text.charCodeAt(VALUES + place)] ?? 0;
  }
  return bytes;
}

/** The program reads a language only when it is shown, so what is missing or damaged is found here. */
function checkContent() {
  const names = document.getElementById('adal-content')?.dataset.blocks ?? 'content';
  const editions = new Set();
  for (const name of names.split(' ')) {
    const block = document.getElementById(`adal-${name}`);
    if (!block || Number(block.dataset.length) !== block.textContent?.length) {
      throw new Error(`the block adal-${name} of this file is ${block ? 'damaged' : 'missing'}: upload the file again, unchanged`);
    }
    editions.add(block.dataset.edition);
  }
  if (editions.size > 1) {
    throw new Error('the blocks of this file are of different contents: upload the file again, unchanged');
  }
}
