interface Sector {
  readonly word: string;
  readonly weight: number;
  /** GB/T 4754-2017. */
  readonly codes: readonly [string, ...string[]];
  /** How much likelier than others its firms are to hold a title or a certificate. */
  readonly inventive: number;
}

/** Firms a district office deals with, by sector: planning figures, not statistics. */
export const sectors: readonly [Sector, ...Sector[]] = [
  { word: "软件", weight: 22, codes: ["6513", "6520", "6531", "6550"], inventive: 2 },
  { word: "科研技术", weight: 18, codes: ["7310", "7320", "7491", "7514"], inventive: 1.9 },
  { word: "商务服务", weight: 18, codes: ["7231", "7241", "7251", "7262"], inventive: 0.3 },
  { word: "商贸", weight: 14, codes: ["5137", "5164", "5176", "5211", "5241"], inventive: 0.2 },
  { word: "金融服务", weight: 8, codes: ["6635", "6851", "6760"], inventive: 0.1 },
  { word: "文化", weight: 6, codes: ["8730", "8810"], inventive: 0.5 },
  { word: "餐饮住宿", weight: 4, codes: ["6110", "6210"], inventive: 0 },
  { word: "建筑", weight: 3, codes: ["4710", "5011"], inventive: 0.3 },
  { word: "物业", weight: 3, codes: ["7020", "7010"], inventive: 0 },
  { word: "制造", weight: 2, codes: ["4011", "3562"], inventive: 2 },
  { word: "综合", weight: 2, codes: ["5431", "8391"], inventive: 0.2 },
];
