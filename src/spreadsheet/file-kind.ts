import { Refusal } from "./refusal.ts";

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06], // an archive of nothing
];
const HEAD_BYTES = 4096;

export type FileKind = "package" | "old-workbook" | "text";

const textName = /\.(csv|tsv|txt)$/i;
/** Names that promise a package: an old workbook or a text under one of them is not what its sender believes. */
const packageName = /\.xls[xm]$/i;

/** What a file is, by its first bytes; its name only tells texts from other things. @throws Refusal for what is none */
export function kindOfFile(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) throw new Refusal("empty-file", fileName);
  if (ZIP_SIGNATURES.some((signature) => startsWith(bytes, signature))) return "package";
  if (startsWith(bytes, OLE_SIGNATURE)) return kindOfContainer(bytes, fileName);
  const refusal = textRefusal(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)), fileName);
  if (refusal) throw refusal;
  if (!textName.test(fileName)) throw new Refusal("not-a-workbook", fileName, ".xlsx");
  return "text";
}

function kindOfContainer(bytes: Uint8Array, fileName: string): FileKind {
  if (contains(bytes, utf16("EncryptedPackage"))) throw new Refusal("encrypted", fileName);
  const isOld = contains(bytes, utf16("Workbook"));
  if (isOld && !packageName.test(fileName)) return "old-workbook";
  // a Book alone is of Excel 95, whose texts do not say in which encoding they are
  if (isOld || contains(bytes, utf16("Book"))) {
    throw new Refusal("unsupported-format", `${fileName} (.xls)`, ".xlsx");
  }
  throw new Refusal("not-a-workbook", `${fileName} (OLE)`, ".xlsx");
}

function textRefusal(head: string, fileName: string): Refusal | undefined {
  if (head.trim() === "") return new Refusal("empty-file", fileName);
  if (head.startsWith("%PDF")) return new Refusal("not-a-workbook", `${fileName} (PDF)`, ".xlsx");
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) {
    return new Refusal("unsupported-format", `${fileName} (XML 2003)`, ".xlsx");
  }
  if (/<(!doctype\s+html|html|table|meta)\b/i.test(head)) {
    return new Refusal("not-a-workbook", `${fileName} (HTML)`, ".xlsx");
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

const utf16 = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);

function contains(bytes: Uint8Array, needle: readonly number[]): boolean {
  const [first = 0] = needle;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (needle.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
