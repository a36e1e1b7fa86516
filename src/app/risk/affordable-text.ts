/** Words of the largest affordable set. */
const zh = {
  title: "预算内的最大组合：几个参数一起提高，最多能走多远？",
  note: "每个参数从现值走向期望值，按等分取值；目标是已走路程的加权平均，越大越好。各组合用同一批随机数计价，最多试 60 个。",
  parameter: "参数",
  wanted: (unit: string) => `期望值${unit && `（${unit}）`}`,
  weight: "权重",
  add: "增加一个参数",
  remove: (name: string) => `去掉${name}`,
  removeShort: "去掉",
  steps: "等分数",
  start: "求最大组合",
  differing: "请为每个参数填入与现值不同的期望值和大于 0 的权重，参数不能重复。",
  tooMany: "组合太多：请减少参数或等分数。",
  trying: (count: number) => `第 ${count} 个组合`,
  best: (share: string, figure: string, limit: string) => `最多走到期望的 ${share}：${figure}，不超过 ${limit}。`,
  none: "试过的组合没有一个在上限之内：现值本身可能已超出。",
  complete: (tried: number, sets: number) =>
    `试了 ${tried} 个组合（共 ${sets} 个），是其中最好的；其余按“走得越远，支出不减”排除。`,
  partial: (tried: number, sets: number) =>
    `试了 ${tried} 个组合（共 ${sets} 个），是试过的当中最好的；还有未试也未排除的组合。`,
  notMonotone: "试过的组合中，有走得更远反而更低的：排除不一定可靠。",
  columns: { parameter: "参数", present: "现值", found: "可走到", wanted: "期望值" },
  apply: "一并采用为修改",
  stale: "以下结果属于修改前的情景，请重新求解。",
  of: (trials: string, seed: string) => `每个组合 ${trials} 次试验，种子 ${seed}。`,
};

const en: typeof zh = {
  title: "Largest affordable set: how far can several parameters go together?",
  note: "Each parameter goes from its present value towards the wanted one in equal steps; the aim is the weighted mean of the shares of the way. Sets are priced on the same random numbers, 60 at most.",
  parameter: "Parameter",
  wanted: (unit) => `Wanted${unit && ` (${unit})`}`,
  weight: "Weight",
  add: "Add a parameter",
  remove: (name) => `Remove ${name}`,
  removeShort: "Remove",
  steps: "Steps each",
  start: "Find the largest set",
  differing:
    "Give each parameter a wanted value other than the present one and a weight above 0; none may stand twice.",
  tooMany: "Too many sets: take fewer parameters or steps.",
  trying: (count) => `set ${count}`,
  best: (share, figure, limit) => `At most ${share} of the way: ${figure}, within ${limit}.`,
  none: "No set that was tried is within the limit: the present values may be above it themselves.",
  complete: (tried, sets) =>
    `The best of ${tried} sets tried, of ${sets}; the others are ruled out as long as going further never costs less.`,
  partial: (tried, sets) => `The best of ${tried} sets tried, of ${sets}; some were neither tried nor ruled out.`,
  notMonotone: "Some sets that go further came to less: what was ruled out may not be.",
  columns: { parameter: "Parameter", present: "Present", found: "Affordable", wanted: "Wanted" },
  apply: "Apply all as one edit",
  stale: "What follows belongs to the scenario before the edit; seek again.",
  of: (trials, seed) => `${trials} trials a set, seed ${seed}.`,
};

export const affordableText = { zh, en };
