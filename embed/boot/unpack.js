/** The program: gzip in base64 in an element that no browser runs. Needs no request. */

/** @returns {Promise<WebAssembly.Module>} */
export async function unpackProgram() {
  if (document.readyState === 'loading') {
    // The program stands behind this script, and on a slow line it arrives later.
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
  }
  const packed = document.getElementById('adal-program');
  const characters = atob(packed?.textContent ?? '');
  const bytes = new Uint8Array(characters.length);
  for (let place = 0; place < characters.length; place += 1) {
    bytes[place] = characters.charCodeAt(place);
  }
  packed?.remove();
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
}
