/** Words about project files. */
const zh = {
  save: "保存项目文件",
  open: "打开项目文件…",
  withRoster: "连同名册一起存入",
  withRosterNote: "名册含企业信息；不存入时，打开者须另行导入同名名册。",
  fileName: (day: string) => `策算项目-${day}.cesuan`,
  reading: (name: string) => `正在打开 ${name}`,
  writing: (name: string) => `正在保存 ${name}`,
  saved: (name: string) => `已保存 ${name}。`,
  refused: (name: string) => `${name} 没有打开；当前的工作没有改变。`,
  failed: (name: string, reason: string) => `${name} 没有完成：${reason}。当前的工作没有改变，请重试。`,
  opened: (name: string, scenarios: number) =>
    `已打开 ${name}：${scenarios} 个已保存的情景，连同桌面上的情景。可以撤销。`,
  loaded: (roster: string) => `名册为文件中的 ${roster}。`,
  awaited: (roster: string) => `文件不含名册，仍用当前名册；请导入 ${roster}，将按项目中的对应关系和修正读取。`,
  otherRules: "该文件由另一版本的政策规则写出，金额可能与当时不同，请核对。",
  dismiss: "知道了",
};

const en: typeof zh = {
  save: "Save project file",
  open: "Open project file…",
  withRoster: "Put the roster in, too",
  withRosterNote: "The roster holds data of firms; without it, whoever opens the file imports the roster of that name.",
  fileName: (day) => `cesuan-project-${day}.cesuan`,
  reading: (name) => `Opening ${name}`,
  writing: (name) => `Saving ${name}`,
  saved: (name) => `${name} was saved.`,
  refused: (name) => `${name} was not opened; the work on the page has not changed.`,
  failed: (name, reason) => `${name} was not finished: ${reason}. The work on the page has not changed; try again.`,
  opened: (name, scenarios) =>
    `${name} was opened: ${scenarios} saved scenarios and the one on the desk. This can be undone.`,
  loaded: (roster) => `The roster is the file's ${roster}.`,
  awaited: (roster) =>
    `The file holds no roster, so the one on the page stays. Import ${roster}; it will be read with the columns and repairs of the project.`,
  otherRules: "The file was written under another version of the rules: amounts may differ from then; check them.",
  dismiss: "Close",
};

export const projectText = { zh, en };
