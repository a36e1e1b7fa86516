/** Words about the palette of commands. */
const zh = {
  find: "查找",
  title: "查找页面、条款、企业和操作",
  placeholder: "条款、企业名称或代码、情景、操作",
  groups: { pages: "页面", actions: "操作", scenarios: "情景", articles: "条款", firms: "企业" },
  count: (count: number) => `${count} 项；↑ ↓ 选择，Enter 打开，Esc 关闭`,
  none: "没有匹配的内容。可输入条款号或标题、企业名称或统一社会信用代码。",
  moreFirms: (limit: number) => `企业只列前 ${limit} 家，请多输入几个字`,
  chooseFile: "选择名册文件…",
  writeReport: "写报告",
  undo: "撤销",
  redo: "重做",
  toChinese: "改用中文",
  toEnglish: "改用英文（English）",
  toLight: "改用浅色外观",
  toDark: "改用深色外观",
  saveProject: "保存项目文件",
  saveWithRoster: "保存项目文件，连同名册",
  saveWithoutRoster: "保存项目文件，不含名册",
};

const en: typeof zh = {
  find: "Find",
  title: "Find pages, articles, firms and actions",
  placeholder: "Article, firm’s name or code, scenario, action",
  groups: { pages: "Pages", actions: "Actions", scenarios: "Scenarios", articles: "Articles", firms: "Firms" },
  count: (count) => `${count} found; ↑ ↓ to choose, Enter to open, Esc to close`,
  none: "Nothing matches. Type the number or title of an article, or the name or credit code of a firm.",
  moreFirms: (limit) => `Only the first ${limit} firms are listed: type more`,
  chooseFile: "Choose a roster file…",
  writeReport: "Write the report",
  undo: "Undo",
  redo: "Redo",
  toChinese: "Show the page in Chinese (中文)",
  toEnglish: "Show the page in English",
  toLight: "Light theme",
  toDark: "Dark theme",
  saveProject: "Save project file",
  saveWithRoster: "Save project file with the roster",
  saveWithoutRoster: "Save project file without the roster",
};

export const paletteText = { zh, en };

/** A key with the one that makes it a command on this computer, e.g. Ctrl K. */
export const commandKey = (key: string): string =>
  /Mac|iPhone|iPad/u.test(navigator.userAgent) ? `⌘ ${key}` : `Ctrl ${key}`;
