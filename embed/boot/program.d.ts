// What wasm-bindgen makes of the program. The bundle gives the real file under this name.
declare module 'adal-program' {
  export function initSync(input: { module: WebAssembly.Module }): unknown;
}
