import '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js'
import { engineModule, takeEngineModule, tellEngineModule } from '../model/engine-module.ts'

/*
 * The engine's worker. The package leads its 34 MB module through a stream of the script's to tell how much of it has
 * come; nobody asks, and it takes 35 MB more at the peak of a start (measured: 176 MB, and 141 without). It leaves that
 * out where there are no such streams.
 */
Reflect.deleteProperty(globalThis, 'TransformStream')

const { onmessage } = globalThis
globalThis.onmessage = null
takeEngineModule(globalThis)
globalThis.onmessage = onmessage

const given = (): WebAssembly.Module | undefined => {
  const module = engineModule()
  return module instanceof WebAssembly.Module ? module : undefined
}

/* The package knows no way to be given a compiled module: it fetches it, and instantiates what comes. */
const { fetch } = globalThis
globalThis.fetch = async (...asked) => (given() ? new Response() : fetch(...asked))

const { instantiateStreaming } = WebAssembly
WebAssembly.instantiateStreaming = async (source, imports) => {
  const module = given()
  if (module) return { module, instance: await WebAssembly.instantiate(module, imports) }
  const made = await instantiateStreaming(source, imports)
  tellEngineModule(made.module)
  return made
}
