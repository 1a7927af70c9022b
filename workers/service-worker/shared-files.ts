/** Read and emptied by `src/app/launched-files.ts`. */
const CACHE = 'shared-files'

/** Takes the files that another app shared, keeps them for the page, and opens the data page. */
export async function receiveShare(request: Request): Promise<Response> {
  const form = await request.formData()
  const files = form.getAll('files').filter((entry) => entry instanceof File)
  const cache = await caches.open(CACHE)
  const key = (file: File, place: number): string =>
    `/shared/${Date.now()}-${place}/${encodeURIComponent(file.name)}`
  await Promise.all(files.map((file, place) => cache.put(key(file, place), new Response(file))))
  return Response.redirect(`/data?shared=${files.length}`, 303)
}
