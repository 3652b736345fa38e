/** A value that nobody changes in place, all the way down. */
export type Lasting<Value> = Value extends readonly (infer Item)[]
  ? readonly Lasting<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Lasting<Value[Name]> }
    : Value;
