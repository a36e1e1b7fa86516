import { readPart } from "./read-part.ts";
import type { Package } from "./read-part.ts";
import { asUtf8 } from "./text-encoding.ts";
import { Token, XmlScanner } from "./xml-scanner.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** Takes the tokens of one part. */
export interface TokenReader {
  take(token: Token, scanner: XmlScanner): void;
}

/**
 * Reads a part of the package as XML.
 * @param what name to tell the user while it is read
 */
export async function parseXml(source: Package, entry: ZipEntry, what: string, reader: TokenReader): Promise<void> {
  const scanner = new XmlScanner(entry.path);
  const consume = asUtf8((chunk) => {
    scanner.feed(chunk);
    for (let token = scanner.next(); token !== Token.more; token = scanner.next()) reader.take(token, scanner);
  });
  await readPart(source, entry, what, consume);
  scanner.finish();
}
