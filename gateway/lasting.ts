/** A deeply immutable value. */
export type Lasting<Value> = Value extends readonly (infer Item)[]
  ? readonly Lasting<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Lasting<Value[Name]> }
    : Value;
