import type { Failure } from "../state/failure.ts";

/** Why work did not finish, as it stands inside a sentence. */
const zh = ({ cause, reason }: Failure): string => {
  if (cause === "lost")
    return "后台计算进程中断了（多半是内存不足，或被浏览器结束），名册和修改都没有丢失，重试时会另起一个进程";
  return cause === "memory" ? `内存放不下这么多次试验（${reason}）` : reason;
};

const en: typeof zh = ({ cause, reason }) => {
  if (cause === "lost") {
    return "the worker in the background ended (most likely out of memory, or ended by the browser); the roster and your edits are kept, and trying again starts another worker";
  }
  return cause === "memory" ? `so many trials do not fit into memory (${reason})` : reason;
};

export const failureText = { zh, en };
