// The glue code that wasm-bindgen generates. The bundle resolves this name to the real file.
declare module 'adal-program' {
  export function initSync(input: { module: WebAssembly.Module }): unknown;
}
