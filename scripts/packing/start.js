#!/usr/bin/env node
// Starts the program: the one in the package for this system, with the words of the command line.
"use strict";
const { spawn } = require("node:child_process");

const system = `${process.platform}-${process.arch}`;
const name = process.platform === "win32" ? "briefpress.exe" : "briefpress";
let program;
try {
  program = require.resolve(`briefpress-${system}/${name}`);
} catch {
  console.error(`error: there is no program of briefpress for ${system} here`);
  console.error("help: install without --omit=optional; where there is none for your system, build it with cargo");
  process.exit(2);
}

const child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
// Ctrl-C reaches both. The program cleans up after itself, and this waits for it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("error", (why) => {
  console.error(`error: ${program} cannot be started: ${why.message}`);
  process.exit(2);
});
child.on("close", (code) => process.exit(code ?? 130));
