import type { Article } from "../../../src/core/policy/policy.ts";

/** 第三十条 沟通机制. */
export const article30: Article = {
  number: 30,
  chapter: "第七章 加强中小微企业精准服务",
  title: { zh: "沟通机制", en: "Communication" },
  kind: "service",
  departments: ["区中小企业服务中心"],
  departmentText: "（责任部门：区中小企业服务中心）",
  text: "建立政企双向沟通机制，搭建信息互通平台，不断完善联系走访中小微企业制度，关心企业需求、听取企业意见、纾解企业难题、宣传惠企政策、挖掘资源优势、把握合作机遇，做好政策宣传、解读和服务，帮助中小微企业健康发展。",
  summary: { zh: "政企沟通、走访、政策宣传。", en: "Contact and information." },
  coverage: "none",

  ambiguities: [],
};
