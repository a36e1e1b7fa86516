/**
 * A worker that the page's content security policy binds: one loaded by its address would go by its own response
 * headers, one made of a blob inherits the policy of whoever starts it.
 * @param address of a module of this page's origin
 */
export function boundWorker(address: string, name = ""): Worker {
  const module = JSON.stringify(new URL(address, import.meta.url).href);
  const start = URL.createObjectURL(new Blob([`import ${module};`], { type: "text/javascript" }));
  return new Worker(start, { type: "module", name });
}
