/**
 * Detects three presses of Shift: alone, with nothing between, and within two seconds. With Alt or Ctrl, Shift
 * switches keyboard layouts, and so do both Shift keys together, so these never count.
 */

const TIMES = 3;
const WITHIN_MS = 2000;

/**
 * @returns {(event: Event) => boolean} call it for every key and pointer event; returns whether this one completes
 *   the presses
 */
export function shiftThreeTimes() {
  let held = false;
  let alone = false;
  /** When each press started. @type {number[]} */
  let presses = [];
  /** @param {Event} event */
  const press = ({ timeStamp }) => {
    alone = !held;
    held = true;
    presses = alone ? [...presses, timeStamp].slice(-TIMES) : [];
    return false;
  };
  /** @param {Event} event */
  const release = ({ timeStamp }) => {
    const done = alone && presses.length === TIMES && timeStamp - (presses[0] ?? 0) <= WITHIN_MS;
    presses = alone && !done ? presses : [];
    held = false;
    alone = false;
    return done;
  };
  const forget = () => {
    alone = false;
    presses = [];
    return false;
  };
  return (event) => {
    const { type, key, repeat, altKey, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
    if (key !== 'Shift' || altKey || ctrlKey || metaKey) {
      held = key === 'Shift' ? type === 'keydown' : held && type !== 'blur';
      return forget();
    }
    if (type === 'keydown') {
      return repeat ? false : press(event);
    }
    return release(event);
  };
}
