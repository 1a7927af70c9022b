import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'

export type Backend = 'webgl' | 'wasm' | 'cpu'

const SOFTWARE = /swiftshader|llvmpipe|basic render|software/i

/** Whether WebGL 2 runs on a real graphics card; software renderers are many times slower than wasm. */
export function hasGraphicsCard(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  if (!gl) return false
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return !SOFTWARE.test(renderer)
}

interface WebglBackend {
  readonly gpgpu?: { readonly gl: { readonly canvas: EventTarget } }
}

/** After a lost context tfjs waits for ever, without an error: this makes the loss one that the page sees. */
const watchContext = (): void => {
  const canvas = (tf.backend() as unknown as WebglBackend).gpgpu?.gl.canvas
  canvas?.addEventListener('webglcontextlost', () => reportError(new Error('webglcontextlost')))
}

let chosen: Promise<Backend | null> | undefined

const choose = async (allowed: readonly Backend[] | undefined): Promise<Backend | null> => {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
  })
  // The threaded build cannot start its own blob workers once bundled (facts, ml-parts, pitfall 1).
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  for (const name of allowed ?? (hasGraphicsCard() ? ['webgl', 'wasm', 'cpu'] : ['wasm', 'cpu'])) {
    // Does not throw: it answers false and leaves another backend in place.
    const taken = await tf.setBackend(name).catch(() => false)
    if (!taken || tf.getBackend() !== name) continue
    await tf.ready()
    if (name === 'webgl') watchContext()
    return name as Backend
  }
  return null
}

/** The backend of this worker, chosen at the first call: the graphics card, else wasm, else plain code. Null: none works. */
export const startBackend = (allowed?: readonly Backend[]): Promise<Backend | null> =>
  (chosen ??= choose(allowed))
