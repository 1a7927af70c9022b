import { presetIcons, presetWind4 } from 'unocss'
import type { UserConfig } from 'unocss'

const token = (name: string) => `var(--${name})`

const colors = Object.fromEntries(
  [
    ...['canvas', 'surface', 'sunken', 'line', 'edge', 'text', 'muted'],
    ...['accent', 'accent-strong', 'accent-soft', 'on-accent'],
    ...['good', 'good-soft', 'bad', 'bad-soft', 'on-bad', 'warn', 'warn-soft', 'scrim'],
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((index) => `series-${index}`),
  ].map((name) => [name, token(name)]),
)

const size = (px: number, line: number) => ({ fontSize: `${px / 16}rem`, lineHeight: `${line / 16}rem` })

/** Semantic theme of the app; colours are the custom properties of tokens.css, so a theme change repaints nothing by hand. */
const theme = {
  font: { sans: '"Inter Variable", system-ui, sans-serif', mono: 'ui-monospace, monospace' },
  colors: { ...colors, transparent: 'transparent', current: 'currentColor', inherit: 'inherit' },
  text: {
    xs: size(12, 16),
    sm: size(13, 18),
    base: size(14, 20),
    lg: size(16, 24),
    xl: size(20, 28),
    figure: size(28, 34),
  },
  radius: { DEFAULT: '6px', control: '6px', card: '8px', full: '9999px', sm: '4px' },
}

const shortcuts: UserConfig['shortcuts'] = {
  card: 'bg-surface border border-line rounded-card min-w-0',
  'card-pad': 'card p-4',
  control:
    'h-9 lt-lg:h-10 rounded-control border border-line bg-surface text-text text-base px-3 hover:border-edge disabled:opacity-50 transition-colors',
  'button-base':
    'inline-flex items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap select-none transition-colors disabled:opacity-50',
  'button-md': 'h-9 lt-lg:h-10 px-3 text-base',
  'button-sm': 'h-7 lt-lg:h-8 px-2 text-sm',
  'button-primary': 'bg-accent text-on-accent enabled:hover:bg-accent-strong',
  'button-plain': 'bg-surface text-text border border-line enabled:hover:border-edge enabled:hover:bg-sunken',
  'button-quiet': 'text-text bg-transparent enabled:hover:bg-sunken',
  'button-danger': 'bg-bad text-on-bad enabled:hover:opacity-90',
  link: 'text-accent underline decoration-1 underline-offset-3 hover:text-accent-strong rounded-sm',
  float: 'bg-surface text-text border border-line rounded-card shadow-[var(--float)]',
  figures: 'tabular-nums lining-nums',
  label: 'text-sm font-medium text-text',
  hint: 'text-sm text-muted',
  'visually-hidden':
    'absolute w-px h-px -m-px p-0 overflow-hidden whitespace-nowrap border-0 [clip-path:inset(50%)]',
  page: 'mx-auto w-full max-w-[1280px] px-4 py-4 lg:px-6 lg:py-6 flex flex-col gap-6',
  'page-title': 'text-xl font-semibold',
  'section-title': 'text-lg font-semibold',
  'menu-item':
    'flex w-full items-center gap-2 rounded-control px-2 py-1.5 lt-lg:py-2.5 text-left text-base hover:bg-sunken focus-visible:bg-sunken',
}

/** UnoCSS configuration, imported by vite.config.ts. */
export const uno: UserConfig = {
  presets: [
    presetWind4({ preflights: { reset: true, theme: 'on-demand' } }),
    presetIcons({
      scale: 1.2,
      extraProperties: { display: 'inline-block', 'vertical-align': 'middle', 'flex-shrink': '0' },
    }),
  ],
  theme,
  shortcuts,
  // What the height of a table's rows comes from, which is reckoned with: never made later than the table is drawn.
  safelist: ['block', 'border-b', 'h-9', 'leading-5', 'py-2', 'truncate'],
}
