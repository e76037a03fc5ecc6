/**
 * Puts a dropped file into the page’s file input, as if it were chosen there. Without such an input the drop is
 * refused, because browsers would open the file and the answers would be lost.
 */

/** @param {HTMLElement} adal */
export function takeDrops(adal) {
  /** @param {DragEvent} event */
  const take = (event) => {
    const { dataTransfer } = event;
    if (!dataTransfer?.types.includes('Files')) {
      return;
    }
    event.preventDefault();
    const control = adal.querySelector('input[type="file"]');
    dataTransfer.dropEffect = control ? 'copy' : 'none';
    if (event.type === 'drop' && control instanceof HTMLInputElement) {
      control.files = dataTransfer.files;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };
  window.addEventListener('dragover', take);
  window.addEventListener('drop', take);
}
