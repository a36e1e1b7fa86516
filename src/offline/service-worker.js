/*
 * Keeps the files of one build in this browser, so that the page starts without a network. The build puts this constant
 * before it: `built`, with the version (a hash of the files) and the addresses of the files beside this one.
 * A newer build is kept beside the older one and takes over when no window shows the older one any more.
 */
const name = `cesuan-${built.version}`;
const addresses = new Set(built.files.map((file) => new URL(file, self.location.href).href));

async function keep() {
  const cache = await caches.open(name);
  await cache.addAll([...addresses].map((address) => new Request(address, { cache: "reload" })));
}

async function dropOlder() {
  const older = (await caches.keys()).filter((each) => each.startsWith("cesuan-") && each !== name);
  await Promise.all(older.map((each) => caches.delete(each)));
}

async function kept(request) {
  const cache = await caches.open(name);
  // a server may say that it answers other origins otherwise; these are our own files
  return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? (await fetch(request));
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(dropOlder()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method === "GET" && addresses.has(origin + pathname)) event.respondWith(kept(event.request));
});
