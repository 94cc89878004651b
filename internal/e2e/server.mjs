// The product as a process: started from the built binary, on a free port, with
// a data folder of its own.
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const artefacts = fileURLToPath(new URL("./artefacts/", import.meta.url));

export const engine = process.env.MONGODB_TEST_URI ? "mongodb" : "sqlite";

async function freePort() {
  const s = createServer();
  await new Promise((done) => s.listen(0, "127.0.0.1", done));
  const { port } = s.address();
  await new Promise((done) => s.close(done));
  return port;
}

/** A place of its own for the demo's data, and the port it listens on. */
async function home() {
  const data = await mkdtemp(join(tmpdir(), "phatngon-e2e-"));
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, HTTP_ADDR: `127.0.0.1:${await freePort()}`, DATA_DIR: data };
  if (engine === "mongodb") {
    env.MONGODB_URI = process.env.MONGODB_TEST_URI;
    env.MONGODB_DATABASE = `e2e_${Date.now()}_${process.pid}`;
  }
  return env;
}

/** Runs a command of the program where nothing is configured; what it printed. */
export function command(...args) {
  const { status, stdout } = spawnSync(join(root, ".build/phatngon"), args, { env: {}, encoding: "utf8" });
  return { status, stdout };
}

/** Starts the demo and resolves once it says where it listens. */
export async function startServer() {
  const env = await home();
  let running = await run(env);
  return {
    url: `http://${env.HTTP_ADDR}`,
    /** Stops and starts it on the same data, with the clock ahead. */
    async goesOn(ahead) {
      await running.end();
      running = await run({ ...env, DEMO_AHEAD: ahead });
    },
    /** Kills it at once, as a lost machine is, and starts it on the same data. */
    async dies() {
      await running.kill();
      running = await run(env);
    },
    async stop() {
      const code = await running.end();
      await rm(env.DATA_DIR, { recursive: true, force: true });
      return code;
    },
  };
}

async function run(env) {
  const child = spawn(join(root, ".build/phatngon"), ["serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const ended = new Promise((done) => child.on("exit", (code) => done(code)));
  await new Promise((ready, failed) => {
    const hear = (chunk) => {
      output += chunk;
      if (output.includes("Ctrl+C")) ready();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => failed(new Error(`server ended with ${code}:\n${output}`)));
  });
  return {
    end() {
      child.kill("SIGTERM");
      return ended;
    },
    kill() {
      child.kill("SIGKILL");
      return ended;
    },
  };
}

/** Opens the browser that CHROMIUM names. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** Keeps a picture of the page as an artefact. */
export async function picture(page, name) {
  await mkdir(artefacts, { recursive: true });
  await page.screenshot({ path: join(artefacts, `${engine}-${name}.png`), fullPage: false });
}
