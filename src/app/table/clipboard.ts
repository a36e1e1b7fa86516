/** Puts a text on the clipboard that may come later: the browser permits it only within the key press. */
export const copyText = (text: Promise<string>): Promise<void> =>
  navigator.clipboard.write([
    new ClipboardItem({ "text/plain": text.then((written) => new Blob([written], { type: "text/plain" })) }),
  ]);
