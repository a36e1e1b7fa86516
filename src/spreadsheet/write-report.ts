import type { ReportModel } from "../core/report/report-model.ts";
import { finishPackage } from "./finish-package.ts";
import { Pause } from "./pause.ts";
import type { Task } from "./task.ts";
import { workbookFrame } from "./workbook-frame.ts";

/**
 * A report as the bytes of an .xlsx file that recalculates when opened; equal models give equal bytes.
 * @throws when the model holds what a workbook cannot (NaN, too long a formula), naming sheet and cell;
 * AbortError when cancelled
 */
export async function writeWorkbook(model: ReportModel, task?: Task): Promise<Uint8Array> {
  task?.onProgress?.({ step: "report", done: 0 });
  const pause = new Pause(task);
  await pause.take();
  const frame = await workbookFrame(model);
  const bytes = await finishPackage(frame, model, pause, (sheet) => {
    task?.onProgress?.({
      step: "report",
      done: sheet / (model.sheets.length + 1),
      what: model.sheets[sheet]?.name ?? "",
    });
  });
  task?.onProgress?.({ step: "report", done: 1 });
  return bytes;
}
