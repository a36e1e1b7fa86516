/** Words of the list of earlier states. */
const zh = {
  title: "较早的自动保存",
  about: "每次修改都自动保存在本机；这里是最近的状态，最多二十个。回到某一个也是一次修改，可以撤销；名册不随之改变。",
  none: "还没有较早的状态。",
  time: "时间",
  holds: "内容",
  differs: "与现在相比",
  action: "操作",
  content: (edits: number, saved: number) => `桌面改动 ${edits} 处，已保存情景 ${saved} 个`,
  same: "相同",
  desk: (labels: string, count: number) => `桌面上有 ${count} 处不同：${labels}`,
  more: "等",
  saved: (names: string) => `已保存情景不同：${names}`,
  baseline: "基准不同",
  other: "年度预算、试算设置或依据不同",
  join: "；",
  comma: "、",
  back: "回到这一状态",
  backTo: (time: string) => `回到 ${time} 的状态`,
};

const en: typeof zh = {
  title: "Earlier autosaves",
  about:
    "Every edit is kept on this computer by itself; these are the latest states, twenty at most. Going back is an edit that can be undone; the roster stays as it is.",
  none: "There is no earlier state yet.",
  time: "Time",
  holds: "Holds",
  differs: "Differs from now",
  action: "Actions",
  content: (edits, saved) => `${edits} edits on the desk, ${saved} saved scenarios`,
  same: "not at all",
  desk: (labels, count) => `${count} differences on the desk: ${labels}`,
  more: " …",
  saved: (names) => `other saved scenarios: ${names}`,
  baseline: "another baseline",
  other: "other budgets, run settings or grounds",
  join: "; ",
  comma: ", ",
  back: "Go back",
  backTo: (time) => `Go back to ${time}`,
};

export const versionsText = { zh, en };
