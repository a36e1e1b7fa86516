import type { Desk } from "../state/desk.ts";
import { isProjectFile } from "../state/project-files.svelte.ts";

/** Opens a file that came from outside: a project, a report of ours on its page, any other as a roster on its page. */
export async function takeFile(
  file: File,
  { files, projects, reports }: Pick<Desk, "files" | "projects" | "reports">,
): Promise<void> {
  if (isProjectFile(file)) {
    await projects.open(file);
    return;
  }
  if (await reports.takes(file)) return;
  location.hash = "#roster";
  await files.take(file);
}

/** What the page opens, for the `accept` of a field. */
export const acceptedFiles = ".xlsx,.xls,.xlsb,.ods,.csv,.tsv,.cesuan";
