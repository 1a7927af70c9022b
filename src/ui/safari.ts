/** Safari (also on a phone): it deletes what a site has saved after seven days of use without a visit, unless it is installed. */
export const isSafari = (): boolean =>
  /^((?!chrome|chromium|android|crios|fxios|edg).)*safari/i.test(navigator.userAgent)

/** The app was opened from the home screen or the dock. */
export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches
