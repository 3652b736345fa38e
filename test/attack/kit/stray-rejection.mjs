// Loaded into a process before its program. It makes a promise that fails and that nothing handles.
process.on("SIGUSR2", () => void Promise.reject(new Error("a stray rejection")));
