/**
 * Copies texts to the clipboard for the program. Browsers, hosts and extensions refuse it in many ways, and the
 * program could not continue after an exception.
 */

const COPY_EVENT = 'adal-copy';
const ANSWER_EVENT = 'adal-copied';

/** @param {HTMLElement} adal */
export function copyTexts(adal) {
  adal.addEventListener(COPY_EVENT, async (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    if (event.target === adal && typeof detail === 'string') {
      event.preventDefault();
      adal.dataset.copied = await copy(detail) ? 'yes' : 'no';
      adal.dispatchEvent(new Event(ANSWER_EVENT));
    }
  });
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the browser reported success
 */
async function copy(text) {
  try {
    const writing = navigator.clipboard.writeText(text);
    await writing;
    return writing instanceof Promise;
  } catch {
    return false;
  }
}
