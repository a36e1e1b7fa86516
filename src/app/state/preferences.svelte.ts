import { isMoneyUnit } from "../text/amount.ts";
import type { MoneyUnit } from "../text/amount.ts";
import { en } from "../text/en.ts";
import { zh } from "../text/zh.ts";

export type Language = "zh" | "en";
export type Theme = "light" | "dark";

function keptUnit(): MoneyUnit {
  const kept = localStorage.getItem("cesuan.unit");
  return isMoneyUnit(kept) ? kept : "万元";
}

/** How this officer likes the page; kept in the browser. */
export class Preferences {
  language: Language = $state(localStorage.getItem("cesuan.language") === "en" ? "en" : "zh");
  theme: Theme = $state(localStorage.getItem("cesuan.theme") === "dark" ? "dark" : "light");
  unit: MoneyUnit = $state(keptUnit());
  readonly messages = $derived(this.language === "zh" ? zh : en);

  /** Writes the choice to the browser and to the root element, which styles and screen readers read. */
  keep(): void {
    localStorage.setItem("cesuan.language", this.language);
    localStorage.setItem("cesuan.theme", this.theme);
    localStorage.setItem("cesuan.unit", this.unit);
    document.documentElement.lang = this.language === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset["theme"] = this.theme;
    document.title = this.messages.productLong;
  }
}
