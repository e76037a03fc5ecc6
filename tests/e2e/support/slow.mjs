// A machine so slow that a person is faster than the program.

/** Runs in the page before its scripts: the program is not compiled until `adalGoOn()` is called. */
export function holdProgram() {
  const compile = WebAssembly.compile.bind(WebAssembly);
  const go = new Promise((resolve) => {
    globalThis.adalGoOn = resolve;
  });
  WebAssembly.compile = async (bytes) => {
    await go;
    return compile(bytes);
  };
}
