/** Whether the window is one on which tables begin with fewer columns (the others can be chosen). Asked when a page is drawn. */
export const isNarrow = (): boolean => matchMedia('(width < 1024px)').matches
