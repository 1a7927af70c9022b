const TABLES = {
  'text/csv': ['.csv'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
}
const WORKSPACE = { 'application/vnd.ventas.workspace': ['.ventas'] }

const icon = (name: string, size: number, purpose: 'any' | 'maskable' = 'any') => ({
  src: `/${name}-${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/** The web app manifest; `vite.config.ts` adds the theme's colours and the screenshots that `npm run pictures` made. */
export const webManifest = {
  id: '/',
  name: 'Ventas',
  short_name: 'Ventas',
  description:
    'Analítica de tu tienda a partir de los archivos que ya tienes: en tu navegador, sin conexión y sin enviar nada.',
  lang: 'es',
  dir: 'ltr' as const,
  start_url: '/',
  scope: '/',
  display: 'standalone' as const,
  categories: ['business', 'finance', 'productivity'],
  icons: [
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' as const },
    icon('icon', 64),
    icon('icon', 192),
    icon('icon', 512),
    icon('maskable', 512, 'maskable'),
  ],
  shortcuts: [
    { name: 'Importar', description: 'Añadir un archivo de pedidos', url: '/data' },
    { name: 'Previsión', description: 'Ventas de los próximos 30 días', url: '/forecast' },
  ],
  launch_handler: { client_mode: ['focus-existing' as const, 'auto' as const] },
  file_handlers: [
    { action: '/data', accept: TABLES },
    { action: '/data', accept: WORKSPACE },
  ],
  share_target: {
    action: '/share',
    method: 'POST' as const,
    enctype: 'multipart/form-data',
    params: { files: [{ name: 'files', accept: ['text/csv', '.csv', '.xlsx', '.ventas'] }] },
  },
}
