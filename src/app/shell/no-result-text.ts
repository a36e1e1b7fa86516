/** Words of a page that has no numbers to show. */
const zh = {
  stopped: "计算已停止，还没有结果。",
  failed: "计算没有完成，还没有结果。",
  reason: (reason: string) => `原因：${reason}`,
  remedy: "请重新计算；若仍然如此，请重新导入名册。导入的文件和所做的修改没有丢失。",
  resume: "重新计算会从头开始，已做的修改仍在。",
  sample: "打开示例名册",
};

const en: typeof zh = {
  stopped: "The calculation was stopped before it had a result.",
  failed: "The calculation did not finish; there is no result yet.",
  reason: (reason) => `Reason: ${reason}`,
  remedy: "Calculate again; if it fails again, import the roster again. The file and your edits are not lost.",
  resume: "Calculating again starts over; your edits are still there.",
  sample: "Open the sample roster",
};

export const noResultText = { zh, en };
