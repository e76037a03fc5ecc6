/**
 * Saves the files that the program makes. The program cannot set a URL or click a link. It passes a file to this
 * module, which makes a URL to that file in memory.
 */

import { make } from './narrow.js';

const SAVE_EVENT = 'adal-save';

/** How long the browser may take to read a file. After that it is released from memory. */
const FORGET_AFTER_MS = 60000;

/** @param {HTMLElement} adal */
export function saveFiles(adal) {
  adal.addEventListener(SAVE_EVENT, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    if (event.target === adal && detail instanceof File && save(detail)) {
      event.preventDefault();
    }
  });
}

/**
 * @param {File} file
 * @returns {boolean} whether the browser accepted it
 */
function save(file) {
  try {
    const link = make('a');
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), FORGET_AFTER_MS);
    return true;
  } catch {
    return false;
  }
}
