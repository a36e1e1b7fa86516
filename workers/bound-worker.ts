/**
 * A worker that the page's content security policy binds: one loaded by its address would go by its own response
 * headers, one made of a blob inherits the policy of whoever starts it.
 * @param address of a module of this page's origin, or of a blob with the worker's whole code as one script
 */
export function boundWorker(address: string, name = ""): Worker {
  if (address.startsWith("blob:")) return new Worker(address, { name });
  const module = JSON.stringify(new URL(address, import.meta.url).href);
  return new Worker(URL.createObjectURL(new Blob([`import ${module};`], { type: "text/javascript" })), {
    type: "module",
    name,
  });
}
