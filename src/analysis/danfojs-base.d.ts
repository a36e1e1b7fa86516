/** What is used of danfojs; `vite.config.ts` says which of its files this is. */
declare module "danfojs/base" {
  export class Series {
    constructor(data: readonly number[], options: { readonly dtypes: readonly ["float32"] });
    count(): number;
    mean(): number;
    std(): number;
    min(): number;
    median(): number;
    max(): number;
  }
}
