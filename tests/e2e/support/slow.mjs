// A machine so slow that a person is faster than the program.

/** Runs in the page before its scripts: the program is not unpacked until `adalGoOn()` is called. */
export function holdProgram() {
  const Unpacker = globalThis.DecompressionStream;
  const go = new Promise((resolve) => {
    globalThis.adalGoOn = resolve;
  });
  globalThis.DecompressionStream = class {
    constructor(format) {
      const { writable, readable } = new Unpacker(format);
      this.writable = writable;
      const wait = async (chunk, controller) => {
        await go;
        controller.enqueue(chunk);
      };
      this.readable = readable.pipeThrough(new TransformStream({ transform: wait }));
    }
  };
}
