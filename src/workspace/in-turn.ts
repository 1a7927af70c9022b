/** Makes work that runs one call after the other, in the order in which they were made. */
export function inTurn<Given, Value>(
  work: (given: Given) => Promise<Value>,
): (given: Given) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (given) => {
    const made = last.then(() => work(given))
    last = made.catch(() => {})
    return made
  }
}
