/**
 * “Leave quickly”: a button, or Shift pressed three times. It works before the program runs and after it has failed:
 * what the program cannot forget yet is hidden here, and forgotten as soon as the program runs.
 */
import { tell } from './host.js';
import { shiftThreeTimes } from './shift.js';

const LEAVE_EVENT = 'adal-leave';
const BUTTON = '.adal-leave';
/** In text fields, keys belong to the person who types. */
const TEXT_FIELD = 'input:not([type="radio"], [type="checkbox"], [type="file"]), textarea, [contenteditable]';
/** Ticked if the person does not want to leave with the key. */
const SWITCHED_OFF = 'input[name="shift"]:checked';

/** @param {HTMLElement} adal */
export function watchLeaving(adal) {
  adal.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest(BUTTON)) {
      leave(adal);
    }
  });
  const isThirdShift = shiftThreeTimes();
  for (const type of ['keydown', 'keyup', 'pointerdown', 'blur']) {
    window.addEventListener(type, (event) => {
      const typing = document.activeElement?.matches(TEXT_FIELD);
      if (isThirdShift(typing ? new Event('typing') : event) && !adal.querySelector(SWITCHED_OFF)) {
        leave(adal);
      }
    }, { capture: true });
  }
}

/** @param {HTMLElement} adal */
function leave(adal) {
  const title = adal.querySelector(BUTTON)?.getAttribute('data-blank');
  const forgotten = !adal.dispatchEvent(new Event(LEAVE_EVENT, { cancelable: true }));
  if (!forgotten) {
    adal.dataset.pressed = 'leave';
    adal.hidden = true;
    document.title = title ?? '';
  }
  tell('leave');
}
