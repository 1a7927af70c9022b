declare const self: ServiceWorkerGlobalScope

/** What the page is asked: `src/app/api-door.ts` answers it by the port that comes with it. */
export interface DoorRequest {
  readonly type: 'API'
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly body: unknown
}

/** What the page says: first that it has taken the request, then the answer. */
export type DoorAnswer =
  { readonly state: 'taken' } | { readonly state: 'done'; readonly status: number; readonly body: unknown }

/** A tab that does not take a request in this time is asleep, or of an older version. */
const PATIENCE_MS = 2_000

const problem = (status: number, code: string, title: string, detail: string): Response =>
  Response.json(
    { type: `urn:ventas:problem:${code.toLowerCase()}`, title, status, detail, code },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )

const noTab = (): Response =>
  problem(503, 'NO_TAB', 'No tab is open', 'the API is answered by an open tab of Ventas; open one')

/** Tabs that may answer: the one that is looked at first. */
async function tabs(): Promise<readonly WindowClient[]> {
  const open = await self.clients.matchAll({ type: 'window' })
  const rank = (tab: WindowClient) => (tab.focused ? 0 : tab.visibilityState === 'visible' ? 1 : 2)
  return open.toSorted((a, b) => rank(a) - rank(b))
}

async function bodyOf(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'DELETE') return undefined
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) {
    const text = await request.text()
    return text === '' ? undefined : JSON.parse(text)
  }
  const form = await request.formData()
  const rest = form.get('body')
  const fields = typeof rest === 'string' ? (JSON.parse(rest) as object) : {}
  const files = form.getAll('files').filter((entry) => entry instanceof File)
  const file = form.get('file')
  return { ...fields, ...(files.length > 0 && { files }), ...(file instanceof File && { file }) }
}

function ask(tab: WindowClient, asked: DoorRequest, signal: AbortSignal): Promise<DoorAnswer | null> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    const impatience = setTimeout(() => end(null), PATIENCE_MS)
    const end = (answer: DoorAnswer | null) => {
      clearTimeout(impatience)
      port1.close()
      resolve(answer)
    }
    port1.onmessage = ({ data }: MessageEvent<DoorAnswer>) => {
      if (data.state === 'taken') clearTimeout(impatience)
      else end(data)
    }
    signal.addEventListener('abort', () => port1.postMessage('abort'), { once: true })
    tab.postMessage(asked, [port2])
  })
}

const fileIn = (body: unknown): Blob | null =>
  typeof body === 'object' && body !== null && 'file' in body && body.file instanceof Blob ? body.file : null

function respond(answer: DoorAnswer | null): Response {
  if (answer?.state !== 'done') return noTab()
  const { status, body } = answer
  const file = fileIn(body)
  if (file) return new Response(file, { status, headers: { 'content-type': 'application/octet-stream' } })
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  return Response.json(body, { status, headers: { 'content-type': type, 'cache-control': 'no-store' } })
}

/** Door 3 of the API: hands a request of a page of this origin to an open tab. NO_TAB where none answers. */
export async function answerApi(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  let body: unknown
  try {
    body = await bodyOf(request)
  } catch {
    return problem(400, 'VALIDATION', 'The input is not valid', 'the body is not JSON')
  }
  const asked: DoorRequest = { type: 'API', method: request.method, path: pathname + search, body }
  for (const tab of await tabs()) {
    const answer = await ask(tab, asked, request.signal)
    if (answer) return respond(answer)
  }
  return noTab()
}

/** Calls of scripts; an address that is opened, or a form that is sent, is none. */
export const isApiCall = (request: Request, url: URL): boolean =>
  request.mode !== 'navigate' && (url.pathname.startsWith('/api/') || url.pathname === '/health')
