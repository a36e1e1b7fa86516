import { ownTurn } from "../turns/turns.ts";

/** Bytes that the browser copies in one task. */
const PIECE = 4_000_000;

/** A copy of bytes, made in turns. */
export async function blobOf(bytes: Uint8Array): Promise<Blob> {
  const pieces: Blob[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    await ownTurn();
    pieces.push(new Blob([bytes.slice(start, start + PIECE)]));
  }
  return new Blob(pieces);
}

/** Hands bytes to the browser as a download. */
export async function saveFile(bytes: Uint8Array, fileName: string): Promise<void> {
  const address = URL.createObjectURL(await blobOf(bytes));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
