/**
 * An empty DuckDB file (12,288 bytes, gzip, base64): DuckDB-wasm cannot make a valid new file in its memory file
 * system (duckdb-wasm #1638, #1987), but it can fill one. Made once by native DuckDB: ATTACH (STORAGE_VERSION
 * 'v1.0.0'), CHECKPOINT, DETACH.
 */
const GZIPPED =
  'H4sIAAAAAAACA+3XoQrCYBQF4B9ZsIkvsDdwzrDB3wRtVi22OTAu2o2CYPHJfJ7BDEMGgmBc+L5yuJz7Aue5uB2vzWO2PWx26/CfyyorsvJ3n5exruM5nooAAAAAjEA7r/av5T393N2X4TPpY9rHJNj/AAAAYP/b/wAAADAWbzChnhUAMAAA'

/** Bytes of an empty database file, a fresh copy at each call. */
export async function emptyDatabase(): Promise<Uint8Array> {
  const packed = Uint8Array.from(atob(GZIPPED), (character) => character.charCodeAt(0))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
