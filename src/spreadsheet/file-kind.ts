import { Refusal } from "./refusal.ts";

const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06], // an archive of nothing
];
const HEAD_BYTES = 4096;

/** @throws Refusal unless the bytes begin as a zip package does */
export function requireZip(bytes: Uint8Array, fileName: string): void {
  if (bytes.length === 0) throw new Refusal("empty-file", fileName);
  if (ZIP_SIGNATURES.some((signature) => startsWith(bytes, signature))) return;
  if (startsWith(bytes, OLE_SIGNATURE)) throw oleRefusal(bytes, fileName);
  throw textRefusal(new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES)), fileName);
}

function oleRefusal(bytes: Uint8Array, fileName: string): Refusal {
  if (contains(bytes, utf16("EncryptedPackage"))) return new Refusal("encrypted", fileName);
  const isXls = contains(bytes, utf16("Workbook")) || contains(bytes, utf16("Book"));
  return isXls
    ? new Refusal("unsupported-format", `${fileName} (.xls)`, ".xlsx")
    : new Refusal("not-a-workbook", `${fileName} (OLE)`, ".xlsx");
}

function textRefusal(head: string, fileName: string): Refusal {
  if (head.trim() === "") return new Refusal("empty-file", fileName);
  if (head.startsWith("%PDF")) return new Refusal("not-a-workbook", `${fileName} (PDF)`, ".xlsx");
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head)) {
    return new Refusal("unsupported-format", `${fileName} (XML 2003)`, ".xlsx");
  }
  if (/<(!doctype\s+html|html|table|meta)\b/i.test(head)) {
    return new Refusal("not-a-workbook", `${fileName} (HTML)`, ".xlsx");
  }
  return new Refusal("not-a-workbook", fileName, ".xlsx");
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
