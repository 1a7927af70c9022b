/** The same without `readonly`. */
export type Mutable<Value> = { -readonly [Key in keyof Value]: Mutable<Value[Key]> }

/** A copy that the caller may do with what it likes. */
export const copied = <Value>(value: Value): Mutable<Value> => structuredClone(value) as Mutable<Value>
