import type { Article } from "../../../src/core/policy/policy.ts";

/** 第八条 梯度培育体系. */
export const article08: Article = {
  number: 8,
  chapter: "第三章 促进中小微企业规模成长培育",
  title: { zh: "梯度培育体系", en: "Tiered cultivation" },
  kind: "service",
  departments: ["区中小企业服务中心"],
  departmentText: "（责任部门：区中小企业服务中心）",
  text: "健全创新型中小企业、专精特新中小企业、专精特新小巨人企业梯度培育体系，建立优质中小企业梯度培育平台，完善企业画像，加强动态管理，定期开展创新型中小企业认定，积极推荐符合条件的中小企业参与北京市专精特新、国家级专精特新小巨人企业评定。",
  summary: {
    zh: "建设创新型、专精特新、小巨人梯度培育体系；不产生补助支出，是第6、10、14条资格的来源。",
    en: "Builds the three-tier system that feeds Articles 6, 10 and 14; pays nothing itself.",
  },
  coverage: "none",
  coverageCount: {
    label: { zh: "持有专精特新称号的企业户数", en: "Enterprises with a title" },
    formula: "持有专精特新称号",
  },
  ambiguities: [],
};
