/** Reports of ours that came where a roster was expected: they are opened on the page of reports. */
export class ReportFiles {
  /** One that waits to be read there. */
  waiting: File | undefined = $state.raw();

  /** Sends a report to its page. @returns false for any other file, which stays where it came */
  async takes(file: File): Promise<boolean> {
    if (!/\.xlsx$/iu.test(file.name)) return false;
    const { isReport } = await import("../../engine/report-sheets.ts");
    if (!isReport(new Uint8Array(await file.arrayBuffer()))) return false;
    this.waiting = file;
    location.hash = "#report";
    return true;
  }
}
