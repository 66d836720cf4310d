// A worker that tries the ways out of workers. It is told where the script is that knows them (`probe.js`).
onmessage = async ({ data }) => {
  const { inWorker } = await import(data);
  postMessage(await inWorker());
};
