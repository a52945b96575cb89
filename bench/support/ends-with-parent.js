// Preloaded into processes of a bench: however the bench may end, they do not stay behind.
process.stdin.resume().once('end', () => process.exit(1));
process.stdin.unref();
