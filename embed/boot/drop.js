/**
 * A file that is dropped on the page goes into the page’s control for files, as if it were chosen there. Where there is no
 * such control it is refused: browsers would go to the file instead, and the answers would be lost.
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
