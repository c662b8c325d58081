import {
  chooseRunner,
  clusterExists,
  commands,
  configOrExit,
  databaseName,
  findBinaries,
  installationSecret,
  isPostgresAlive,
  keyedHash,
  loadIfEmpty,
  makeRecorder,
  makeSealer,
  openDatabase,
  openInstallation,
  readPostmasterFile,
  startEmbedded,
  stopServer,
  systemClock,
  tryExclusive
} from "./chunk-J3YHIY4U.js";

// src/cli.ts
import { fileURLToPath } from "node:url";

// src/platform/backup/backup-command.ts
import { join as join7 } from "node:path";

// src/platform/backup/key-id.ts
import { readFileSync } from "node:fs";
import { join as join2 } from "node:path";

// src/platform/backup/files.ts
import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, readdirSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
var isSystemError = (error, code) => error instanceof Error && "code" in error && error.code === code;
var listTree = (root, skip = () => false) => {
  const folders = [];
  const files = [];
  const visit = (folder) => {
    for (const entry of entriesOf(join(root, folder))) {
      const path2 = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (skip(path2)) continue;
      if (entry.isDirectory()) {
        folders.push(path2);
        visit(path2);
      } else if (entry.isFile()) files.push(path2);
      else throw new Error(`${join(root, path2)} is neither a file nor a folder, so it is not copied.`);
    }
  };
  visit("");
  return { folders: folders.toSorted(), files: files.toSorted() };
};
var entriesOf = (folder) => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isSystemError(error, "ENOENT")) return [];
    throw error;
  }
};
var chunkSize = 1024 * 1024;
var copyFile = async (from, to) => {
  const source = await open(from, "r");
  try {
    const target = await open(to, "wx", 384);
    try {
      const hash = createHash("sha256");
      const chunk = Buffer.allocUnsafe(chunkSize);
      let size = 0;
      for (; ; ) {
        const { bytesRead } = await source.read(chunk, 0, chunkSize, size);
        if (bytesRead === 0) break;
        const bytes = chunk.subarray(0, bytesRead);
        hash.update(bytes);
        await target.writeFile(bytes);
        size += bytesRead;
      }
      await target.sync();
      return { size, sha256: hash.digest("hex") };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
};
var writeNewFile = async (file, content2) => {
  const target = await open(file, "wx", 384);
  try {
    await target.writeFile(content2);
    await target.sync();
  } finally {
    await target.close();
  }
  return { size: Buffer.byteLength(content2), sha256: createHash("sha256").update(content2).digest("hex") };
};
var syncFolder = (folder) => {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
var atOnce = 8;
var forEach = async (items, work) => {
  const results = [];
  const failures = [];
  const rest = items.entries();
  const worker = async () => {
    for (const [index, item] of rest) {
      try {
        results[index] = await work(item);
      } catch (error) {
        failures.push(error);
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
};

// src/platform/backup/key-id.ts
var keyIdOf = (secret) => keyedHash(secret, "key id", "backup").subarray(0, 8).toString("hex");
var presentKeyId = (config) => {
  if (config.secret !== null) return keyIdOf(config.secret);
  try {
    return keyIdOf(readFileSync(join2(config.dataDir, "secret"), "utf8").trim());
  } catch (error) {
    if (isSystemError(error, "ENOENT")) return null;
    throw error;
  }
};

// src/platform/backup/prepared.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { join as join3, resolve } from "node:path";
import { parseArgs } from "node:util";
var MISUNDERSTOOD = 2;
var elsewhere = `This installation uses a PostgreSQL of your own (DATABASE_URL). Throughline neither backs that up nor restores it.
Use pg_dump, pg_basebackup or pgBackRest there: docs/running/back-up.md says how.`;
var withEmbedded = async (given, { usage: usage4, takesFolder, options = [] }, work) => {
  const { config, home: home2, note: note2, args } = given;
  const asked = understand(args, options);
  const [folder = "", ...more] = asked?.positionals ?? [];
  if (asked === null || more.length > 0 || folder !== "" !== takesFolder) {
    note2(`Usage: throughline ${usage4}`);
    return MISUNDERSTOOD;
  }
  if (config.database.kind === "external") {
    note2(elsewhere);
    return MISUNDERSTOOD;
  }
  return work({
    dir: config.database.dir,
    program: versionOf(home2),
    // Folders named on the command line are the caller's, wherever the program itself runs (bin/throughline.mjs).
    folder: folder === "" ? "" : resolve(process.env["INIT_CWD"] ?? process.cwd(), folder),
    has: (option) => asked.values[option] === true
  });
};
var understand = (args, options) => {
  try {
    const known = Object.fromEntries(options.map((name) => [name, { type: "boolean" }]));
    return parseArgs({ args: [...args], allowPositionals: true, options: known });
  } catch {
    return null;
  }
};
var versionOf = (home2) => {
  const { version } = JSON.parse(readFileSync2(join3(home2, "package.json"), "utf8"));
  return String(version);
};
var secondsSince = (started) => inSeconds((performance.now() - started) / 1e3);
var inSeconds = (seconds) => `${seconds.toFixed(1)} s`;

// src/platform/backup/take.ts
import { existsSync as existsSync2, mkdirSync as mkdirSync2, readdirSync as readdirSync3, realpathSync, rmSync as rmSync2 } from "node:fs";
import { dirname, join as join6, relative, sep } from "node:path";
import pg from "pg";

// src/platform/backup/hot-copy.ts
import { existsSync, mkdirSync, readdirSync as readdirSync2, readFileSync as readFileSync3, rmSync } from "node:fs";
import { join as join4 } from "node:path";
var controlFile = "global/pg_control";
var emptied = /^(pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//;
var ownFiles = /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map|backup_manifest|current_logfiles|postgresql\.auto\.conf\.tmp)$/;
var isLeftOut = (path2) => emptied.test(path2) || ownFiles.test(path2) || /^pg_wal\/(?!(archive_status|summaries)$)/.test(path2) || /(^|\/)(pgsql_tmp|pg_internal\.init)/.test(path2);
var copyRunning = async (client, cluster, target, ending = (stop) => stop()) => {
  await client.query("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
  const start = await startCopy(client);
  const { folders, files } = listTree(cluster, isLeftOut);
  for (const path2 of ["", ...folders]) mkdirSync(join4(target, path2), { mode: 448 });
  const data = await forEach(
    files.filter((path2) => path2 !== controlFile),
    (path2) => copyIfThere(cluster, target, path2)
  );
  const control = await copyControlFile(cluster, target);
  let end;
  await ending(async () => {
    const madeAt = (/* @__PURE__ */ new Date()).toISOString();
    end = { madeAt, ...await stopCopy(client) };
  });
  if (end === void 0) throw new Error("The copy was not ended.");
  const log = await forEach(logBetween(cluster, end), (name) => copyIfThere(cluster, target, `pg_wal/${name}`));
  if (log.includes(null)) throw new Error("A part of the log of PostgreSQL went while it was being copied.");
  const label = { path: "backup_label", ...await writeNewFile(join4(target, "backup_label"), end.label) };
  for (const path2 of ["", ...folders]) syncFolder(join4(target, path2));
  const copied = [...data, control, ...log, label].filter((file) => file !== null);
  return {
    madeAt: end.madeAt,
    lsn: { start, stop: end.lsn },
    folders: [...folders],
    files: copied.toSorted((a, b) => a.path < b.path ? -1 : 1)
  };
};
var startCopy = async (client) => {
  const { rows } = await client.query(
    "select pg_backup_start('throughline', fast => true)::text as lsn"
  );
  return rows[0]?.lsn ?? "";
};
var copyIfThere = async (cluster, target, path2) => {
  try {
    return { path: path2, ...await copyFile(join4(cluster, path2), join4(target, path2)) };
  } catch (error) {
    if (isSystemError(error, "ENOENT") && !existsSync(join4(cluster, path2))) return null;
    throw error;
  }
};
var copyControlFile = async (cluster, target) => {
  const [from, to] = [join4(cluster, controlFile), join4(target, controlFile)];
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const before = readFileSync3(from);
    const copied = await copyFile(from, to);
    if (before.equals(readFileSync3(to))) return { path: controlFile, ...copied };
    rmSync(to);
  }
  throw new Error("PostgreSQL wrote its control file without pause, so it could not be copied.");
};
var stopCopy = async (client) => {
  const { rows } = await client.query(
    `select labelfile as label, spcmapfile as spaces, lsn::text, pg_walfile_name(lsn) as last
     from pg_backup_stop(wait_for_archive => false)`
  );
  const [row] = rows;
  if (row === void 0) throw new Error("PostgreSQL did not say where the copy ends.");
  if (row.spaces.trim() !== "")
    throw new Error("The database uses tablespaces, and those are not copied. Move the tables back first.");
  return row;
};
var logBetween = (cluster, { label, last }) => {
  const first = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/m.exec(label)?.[1];
  if (first === void 0) throw new Error("PostgreSQL did not say where the copy begins.");
  const isNeeded = (name) => name.endsWith(".history") || /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last;
  return readdirSync2(join4(cluster, "pg_wal")).filter(isNeeded);
};

// src/platform/backup/manifest.ts
import { createHash as createHash2 } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join as join5 } from "node:path";
import { z } from "zod";
var fileName = "manifest.json";
var clusterFolder = "cluster";
var path = z.string().regex(/^(?!.*(^|\/)\.{1,2}(\/|$))[\w.-]+(\/[\w.-]+)*$/);
var content = z.strictObject({
  format: z.literal(1),
  /** What was acknowledged by then is in it. */
  madeAt: z.iso.datetime(),
  /** The Throughline that made it. */
  program: z.string(),
  postgres: z.strictObject({ version: z.string(), major: z.number().int() }),
  /** The migrations that the database has run. */
  migrations: z.array(z.string()),
  /** Tells the installation's secret from another one, and not what it is; null where there was none. */
  keyId: z.string().nullable(),
  lsn: z.strictObject({ start: z.string(), stop: z.string() }),
  folders: z.array(path),
  files: z.array(z.strictObject({ path, size: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
});
var manifest = content.extend({ sha256: z.string() });
var hashOf = (value) => createHash2("sha256").update(JSON.stringify(content.parse(value))).digest("hex");
var writeManifest = async (folder, value) => {
  await writeNewFile(join5(folder, fileName), `${JSON.stringify({ ...value, sha256: hashOf(value) }, null, 1)}
`);
};
var readManifest = async (folder) => {
  const text = await readFile(join5(folder, fileName), "utf8").catch((error) => {
    if (!isSystemError(error, "ENOENT") && !isSystemError(error, "ENOTDIR")) throw error;
    throw new Error(`${folder} holds no finished backup: there is no ${fileName} in it.`);
  });
  const read = manifest.safeParse(asJson(text));
  if (!read.success)
    throw new Error(`${join5(folder, fileName)} cannot be read: it was damaged, or a later Throughline wrote it.`);
  const { sha256, ...value } = read.data;
  if (sha256 !== hashOf(value)) throw new Error(`${join5(folder, fileName)} was changed after the backup was made.`);
  return value;
};
var asJson = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

// src/platform/backup/take.ts
var takeBackup = async (options) => {
  const { dir, folder } = options;
  if (!clusterExists(join6(dir, "cluster"))) throw new Error(`There is no database in ${dir} to back up.`);
  refuseFull(folder);
  const isNew = !existsSync2(folder);
  try {
    mkdirSync2(folder, { recursive: true, mode: 448 });
    refuseInside(folder, dir);
    return await copyAndDescribe(options);
  } catch (error) {
    for (const name of existsSync2(folder) ? readdirSync3(folder) : [])
      rmSync2(join6(folder, name), { recursive: true, force: true });
    if (isNew) rmSync2(folder, { recursive: true, force: true });
    throw isSystemError(error, "ENOSPC") ? new Error(`There is no room for the backup in ${folder}.`) : error;
  }
};
var refuseFull = (folder) => {
  if (existsSync2(folder) && readdirSync3(folder).length > 0)
    throw new Error(`${folder} has something in it. Name a folder that is empty or not there yet.`);
};
var refuseInside = (folder, dir) => {
  const way = relative(realpathSync(dir), realpathSync(folder));
  if (way !== ".." && !way.startsWith(`..${sep}`))
    throw new Error(`${folder} lies in the folder of the database itself. Name another.`);
};
var copyAndDescribe = async ({ dir, folder, program, keyId, log, ending }) => {
  const server = await startEmbedded({ dir, log });
  const client = new pg.Client({ ...server.connection, database: databaseName });
  try {
    await client.connect();
    const copied = await copyRunning(client, join6(dir, "cluster"), join6(folder, clusterFolder), ending);
    const manifest2 = { format: 1, program, keyId, ...await facts(client), ...copied };
    await writeManifest(folder, manifest2);
    for (const changed of [folder, dirname(folder)]) syncFolder(changed);
    return manifest2;
  } finally {
    await client.end();
    await server.stop();
  }
};
var facts = async (client) => {
  const { rows } = await client.query(
    `select current_setting('server_version') as version, current_setting('server_version_num')::integer / 10000 as major,
      array(select name from migration.applied order by name) as migrations`
  );
  const [row] = rows;
  if (row === void 0) throw new Error("PostgreSQL did not say what it is.");
  return { postgres: { version: row.version, major: row.major }, migrations: row.migrations };
};

// src/platform/backup/backup-command.ts
var usage = "backup FOLDER";
var backupCommand = {
  name: "backup",
  usage,
  summary: "copy the built-in database into a new folder, while people work",
  runOffline: (given) => withEmbedded(given, { usage, takesFolder: true }, async ({ dir, folder, program }) => {
    const started = performance.now();
    const { config, note: note2, print: print2 } = given;
    const keyId = presentKeyId(config);
    const { files, madeAt } = await takeBackup({ dir, folder, program, keyId, log: note2 });
    const megabytes = files.reduce((sum, { size }) => sum + size, 0) / 1e6;
    print2(
      `Backed up into ${folder}: ${files.length} files, ${megabytes.toFixed(1)} MB, in ${secondsSince(started)}. Everything saved by ${madeAt} is in it.`
    );
    const secret = config.secret === null ? join7(config.dataDir, "secret") : "SECRET";
    print2(
      keyId === null ? "There is no secret yet." : `The secret (key id ${keyId}) is not in it. Keep ${secret} in another place: what is sealed opens with it only.`
    );
    return 0;
  })
};

// src/platform/backup/drill.ts
import { mkdirSync as mkdirSync4, mkdtempSync, readdirSync as readdirSync5, rmSync as rmSync4 } from "node:fs";
import { join as join9 } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg2 from "pg";

// src/platform/backup/contents.ts
var tablesOf = async (client) => {
  const { rows } = await client.query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by n.nspname, c.relname`
  );
  return rows.map(({ name }) => name);
};
var settings = `set search_path = pg_catalog; set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
  set extra_float_digits = 1`;
var settle = async (client) => {
  await client.query(settings);
};
var contentOf = async (client, table) => {
  const { rows } = await client.query(
    `select count(*)::text as rows, coalesce(sum(('x' || left(h, 16))::bit(64)::bigint::numeric), 0) || ' ' ||
       coalesce(sum(('x' || right(h, 16))::bit(64)::bigint::numeric), 0) as hash
     from (select md5(t::text) as h from ${table} t) x`
  );
  return { table, rows: Number(rows[0]?.rows), hash: rows[0]?.hash ?? "" };
};

// src/platform/backup/restore.ts
import { existsSync as existsSync3, lchownSync, mkdirSync as mkdirSync3, readdirSync as readdirSync4, realpathSync as realpathSync2, renameSync, rmSync as rmSync3, statSync } from "node:fs";
import { join as join8 } from "node:path";
var unfinished = "restoring-";
var putBack = async ({
  folder,
  dir,
  mayMoveAside
}) => {
  const manifest2 = await readManifest(folder);
  refuseOtherMajor(manifest2);
  refuseOtherFiles(folder, manifest2);
  mkdirSync3(dir, { recursive: true, mode: 448 });
  const held = holdAlone(dir);
  const cluster = join8(dir, "cluster");
  const making = join8(dir, `${unfinished}${process.pid}`);
  try {
    if (existsSync3(cluster) && !mayMoveAside)
      throw new Error(
        `There is a database in ${dir} already, and nothing was changed. With --move-aside it is kept there under another name.`
      );
    for (const name of readdirSync4(dir)) if (name.startsWith(unfinished)) rmSync3(join8(dir, name), { recursive: true });
    await copyChecked(join8(folder, clusterFolder), making, manifest2);
    handOver(making, dir);
    const aside = existsSync3(cluster) ? join8(dir, `cluster-until-${(/* @__PURE__ */ new Date()).toISOString().replaceAll(/[:.]/g, "-")}`) : null;
    if (aside !== null) renameSync(cluster, aside);
    renameSync(making, cluster);
    syncFolder(dir);
    return { manifest: manifest2, aside };
  } catch (error) {
    rmSync3(making, { recursive: true, force: true });
    throw isSystemError(error, "ENOSPC") ? new Error(`There is no room for the database in ${dir}. Nothing was changed.`) : error;
  } finally {
    for (const hold of held) hold.release();
  }
};
var refuseOtherMajor = ({ postgres }) => {
  const { major } = findBinaries();
  if (postgres.major !== major)
    throw new Error(
      `The backup was made with PostgreSQL ${postgres.major}, and this Throughline brings PostgreSQL ${major}. Restore it with the Throughline that made it.`
    );
};
var refuseOtherFiles = (folder, manifest2) => {
  const present = new Set(listTree(join8(folder, clusterFolder)).files);
  const listed = new Set(manifest2.files.map(({ path: path2 }) => path2));
  for (const path2 of listed) if (!present.has(path2)) throw new Error(`The backup is not whole: ${path2} is missing.`);
  for (const path2 of present)
    if (!listed.has(path2)) throw new Error(`The backup is not as it was made: ${path2} does not belong to it.`);
};
var holdAlone = (dir) => {
  const held = [];
  const refuse = (why) => {
    for (const hold of held) hold.release();
    throw new Error(`The database in ${dir} is in use. ${why}, then restore.`);
  };
  for (const name of ["start.lock", "users.lock"]) {
    const hold = tryExclusive(join8(dir, name));
    if (hold === null) return refuse("Stop Throughline");
    held.push(hold);
  }
  const left = readPostmasterFile(join8(dir, "cluster"));
  return left !== null && isPostgresAlive(left.pid) ? refuse("It runs on after a program that was killed: start Throughline and stop it") : held;
};
var copyChecked = async (from, to, manifest2) => {
  for (const path2 of ["", ...manifest2.folders]) mkdirSync3(join8(to, path2), { mode: 448, recursive: true });
  await forEach(manifest2.files, async ({ path: path2, size, sha256 }) => {
    const copied = await copyFile(join8(from, path2), join8(to, path2));
    if (copied.size !== size || copied.sha256 !== sha256)
      throw new Error(`The backup was damaged: ${path2} is not as it was made. Nothing was changed.`);
  });
  for (const path2 of ["", ...manifest2.folders]) syncFolder(join8(to, path2));
};
var handOver = (making, dir) => {
  const { folders, files } = listTree(making);
  const owner = statSync(realpathSync2(dir));
  const own = process.getuid?.() === 0 && owner.uid !== 0 ? (path2) => lchownSync(path2, owner.uid, owner.gid) : chooseRunner(join8(dir, "cluster")).own;
  for (const path2 of ["", ...folders, ...files]) own(join8(making, path2));
};

// src/platform/backup/drill.ts
var prefix = "drill-";
var drill = async (options) => {
  mkdirSync4(options.workFolder, { recursive: true, mode: 448 });
  const alone = tryExclusive(join9(options.workFolder, "drill.lock"));
  if (alone === null) throw new Error("Another drill is running. Wait for it to end.");
  try {
    await removeLeftovers(options);
    const folder = mkdtempSync(join9(options.workFolder, prefix));
    try {
      return await compareCopy(options, folder);
    } finally {
      rmSync4(folder, { recursive: true, force: true });
    }
  } finally {
    alone.release();
  }
};
var removeLeftovers = async ({ workFolder }) => {
  for (const entry of readdirSync5(workFolder, { withFileTypes: true })) {
    if (!entry.isDirectory() || !entry.name.startsWith(prefix)) continue;
    const left = join9(workFolder, entry.name);
    const cluster = join9(left, "postgres/cluster");
    const server = readPostmasterFile(cluster);
    if (server !== null && isPostgresAlive(server.pid)) await stopServer(cluster, server.pid);
    rmSync4(left, { recursive: true, force: true });
  }
};
var compareCopy = async (options, folder) => {
  const { dir, program, keyId, log } = options;
  const started = performance.now();
  const since = () => (performance.now() - started) / 1e3;
  const server = await startEmbedded({ dir, log: () => {
  } });
  const live = new pg2.Client({ ...server.connection, database: databaseName });
  try {
    await live.connect();
    await settle(live);
    const backup = join9(folder, "backup");
    const manifest2 = await takeBackup({
      dir,
      folder: backup,
      program,
      keyId,
      log,
      ending: (stop) => standStill(server.connection, live, stop)
    });
    const backedUp = since();
    const restoredDir = join9(folder, "postgres");
    await putBack({ folder: backup, dir: restoredDir, mayMoveAside: false });
    const copy = await startEmbedded({ dir: restoredDir, log: () => {
    } });
    try {
      const restored = since();
      const connection = { ...copy.connection, database: databaseName };
      await options.look?.(connection);
      const compared = await compare(live, connection);
      return {
        manifest: manifest2,
        ...compared,
        seconds: { backup: backedUp, restore: restored - backedUp, compare: since() - restored }
      };
    } finally {
      await copy.stop();
    }
  } finally {
    await live.end();
    await server.stop();
  }
};
var standStill = async (connection, live, stop) => {
  const holder = new pg2.Client({ ...connection, database: databaseName });
  await holder.connect();
  try {
    await settle(holder);
    const tables = await tablesOf(holder);
    await lockWriting(holder, tables);
    await live.query("begin isolation level repeatable read read only");
    await live.query("select 1");
    await stop();
  } finally {
    await holder.end();
  }
};
var lockWriting = async (holder, tables) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await holder.query(`begin; set local lock_timeout = '500ms'; lock table ${tables.join(", ")} in share mode`);
      return;
    } catch (error) {
      await holder.query("rollback");
      if (attempt >= 20)
        throw new Error("Somebody has been writing without pause. Try the drill again at a quieter time.", {
          cause: error
        });
      await sleep(250);
    }
  }
};
var compare = async (live, connection) => {
  const restored = new pg2.Client(connection);
  await restored.connect();
  try {
    await settle(restored);
    const there = new Set(await tablesOf(restored));
    const tables = [];
    for (const table of await tablesOf(live)) {
      const [before, after] = await Promise.all([
        contentOf(live, table),
        there.has(table) ? contentOf(restored, table) : null
      ]);
      tables.push({ table, live: before, restored: after });
    }
    return { tables, surplus: [...there].filter((table) => !tables.some((known) => known.table === table)) };
  } finally {
    await restored.end();
  }
};

// src/platform/record/verify.ts
import { createHash as createHash3 } from "node:crypto";
import { sql } from "kysely";
var textOf = (e) => [
  e.chain,
  String(e.seq),
  e.at,
  e.account_id ?? "",
  e.role,
  e.act,
  e.subject_kind,
  e.subject_id,
  e.reason,
  e.request_id
].map((field) => `${Buffer.byteLength(field, "utf8")}:${field}`).join(",");
var linkOf = (entry) => createHash3("sha256").update(entry.previous).update(textOf(entry), "utf8").digest();
var followChain = (state, entry) => {
  const broken = (says) => ({ chain: entry.chain, seq: entry.seq, says });
  if (entry.seq !== state.seq + 1)
    return broken(`entry ${state.seq + 1} is missing or out of order: ${entry.seq} follows ${state.seq}`);
  if (!entry.previous.equals(state.hash))
    return broken("it does not join the entry before it: one of the two was changed, removed or moved");
  if (!linkOf(entry).equals(entry.hash)) return broken("its content is not what was recorded");
  return { seq: entry.seq, hash: entry.hash };
};
var pageSize = 5e3;
var verifyRecord = async (db) => {
  const heads = (await sql`select chain, seq, hash from record_head order by chain`.execute(db.q)).rows;
  const known = new Map(heads.map((head) => [head.chain, head]));
  const chains = (await sql`select distinct chain from record_entry union select chain from record_head order by chain`.execute(db.q)).rows;
  const breaks = [];
  let entries = 0;
  for (const { chain } of chains) {
    const end = await follow(db, chain, (n) => entries += n);
    if ("says" in end) breaks.push(end);
    else {
      const head = known.get(chain);
      if (head === void 0) breaks.push({ chain, seq: end.seq, says: "the chain has no head" });
      else if (head.seq !== end.seq || !head.hash.equals(end.hash))
        breaks.push({
          chain,
          seq: end.seq + 1,
          says: `the head says that ${head.seq} entries were written: the end of the chain was removed`
        });
    }
  }
  return { entries, chains: chains.length, breaks };
};
var follow = async (db, chain, count) => {
  let state = { seq: 0, hash: Buffer.alloc(0) };
  for (; ; ) {
    const { rows } = await sql`
      select chain, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, account_id, role, act, subject_kind, subject_id, reason,
        request_id, previous, hash
      from record_entry where chain = ${chain} and seq > ${state.seq} order by seq limit ${pageSize}`.execute(db.q);
    for (const entry of rows) {
      const next = followChain(state, entry);
      if ("says" in next) return next;
      state = next;
    }
    count(rows.length);
    if (rows.length < pageSize) return state;
  }
};

// src/platform/backup/say-verified.ts
var sayVerified = async (operator, print2) => {
  const db = openDatabase({ ...operator, max: 1 });
  try {
    const { entries, chains, breaks } = await db.read({ role: "r_command" }, verifyRecord);
    for (const { chain, seq, says } of breaks)
      print2(`The access record is broken: chain ${chain}, entry ${seq}: ${says}.`);
    if (breaks.length === 0) print2(`The access record is whole: ${entries} entries in ${chains} chains.`);
    return breaks.length === 0 ? 0 : 1;
  } finally {
    await db.close();
  }
};

// src/platform/backup/drill-command.ts
var usage2 = "drill";
var drillCommand = {
  name: "drill",
  usage: usage2,
  summary: "back up, restore beside it, compare every table, and remove the copy: shows that a backup would help",
  runOffline: (given) => withEmbedded(given, { usage: usage2, takesFolder: false }, async ({ dir, program }) => {
    const { config, note: note2, print: print2 } = given;
    let verified = 1;
    const look = async (connection) => {
      verified = await sayVerified(connection, print2);
    };
    const keyId = presentKeyId(config);
    const { tables, surplus, seconds } = await drill({
      dir,
      workFolder: config.dataDir,
      program,
      keyId,
      log: note2,
      look
    });
    for (const compared of tables) print2(lineOf(compared));
    for (const table of surplus) print2(`DIFFERENT  ${table}: only in the copy`);
    const different = tables.filter((compared) => !isSame(compared)).length + surplus.length;
    print2(`${tables.length} tables compared, ${different} different.`);
    print2(
      `Backup ${inSeconds(seconds.backup)}, restore ${inSeconds(seconds.restore)}, comparison ${inSeconds(seconds.compare)}. The copy has been removed.`
    );
    return different === 0 ? verified : 1;
  })
};
var isSame = ({ live, restored }) => restored !== null && live.rows === restored.rows && live.hash === restored.hash;
var lineOf = (compared) => {
  const { table, live, restored } = compared;
  if (isSame(compared)) return `Same       ${table}: ${live.rows} rows`;
  return `DIFFERENT  ${table}: ${live.rows} rows, in the copy ${restored === null ? "no such table" : `${restored.rows} rows`}`;
};

// src/platform/backup/restore-command.ts
import { existsSync as existsSync4, readdirSync as readdirSync6 } from "node:fs";
import { join as join10 } from "node:path";
import pg3 from "pg";
var usage3 = "restore FOLDER [--move-aside] [--without-secret]";
var restoreCommand = {
  name: "restore",
  usage: usage3,
  summary: "put the database of a backup in place and check it; --move-aside keeps the one that is there under another name",
  runOffline: (given) => withEmbedded(
    given,
    { usage: usage3, takesFolder: true, options: ["move-aside", "without-secret"] },
    async ({ dir, folder, has }) => {
      const manifest2 = await readManifest(folder);
      const problem = migrationProblem(given, manifest2) ?? (has("without-secret") ? null : secretProblem(given, manifest2));
      if (problem !== null) {
        given.note(problem);
        return 1;
      }
      const { aside } = await putBack({ folder, dir, mayMoveAside: has("move-aside") });
      given.print(
        `Restored the backup of ${manifest2.madeAt} into ${dir}: ${manifest2.files.length} files, each as it was made.`
      );
      if (aside !== null) given.print(`The database that was there is kept in ${aside}.`);
      return startAndCheck(dir, given);
    }
  )
};
var migrationProblem = ({ home: home2 }, { migrations, program }) => {
  const folder = join10(home2, "db/migrations");
  const known = existsSync4(folder) ? readdirSync6(folder) : [];
  const later = migrations.find((name) => !known.includes(name));
  return later === void 0 ? null : `The backup is of a later version (${program}): it has run ${later}, which this one does not have. Nothing was changed.`;
};
var secretProblem = ({ config }, { keyId }) => {
  const present = presentKeyId(config);
  if (keyId === null || keyId === present) return null;
  const place = config.secret === null ? join10(config.dataDir, "secret") : "SECRET";
  const state = present === null ? `there is none in ${place}` : `${place} is another (key id ${present})`;
  return `The backup goes with the secret of key id ${keyId}, and ${state}. Nothing was changed. Put the right one there and try again.
If it is lost, --without-secret restores all the same. Authenticator apps, drafts and unsent messages then do not open.`;
};
var startAndCheck = async (dir, given) => {
  const server = await startEmbedded({ dir, log: given.note });
  try {
    const connection = { ...server.connection, database: databaseName };
    await endSessions(connection);
    given.print("Everybody has been signed out.");
    return await sayVerified(connection, given.print);
  } finally {
    await server.stop();
  }
};
var endSessions = async (connection) => {
  const client = new pg3.Client(connection);
  await client.connect();
  try {
    await client.query("update session set ended_at = statement_timestamp() where ended_at is null");
  } finally {
    await client.end();
  }
};

// src/platform/backup/index.ts
var backupCommands = [backupCommand, restoreCommand, drillCommand];

// src/platform/record/verify-command.ts
var verifyCommand = {
  name: "verify",
  usage: "verify",
  summary: "check that nobody has changed the access record: names the first broken link of each chain",
  run: async ({ db, args, print: print2 }) => {
    if (args.length > 0) {
      process.stderr.write(`verify takes no options, and was given ${args.join(" ")}.
Usage: throughline verify
`);
      return 2;
    }
    const { entries, chains, breaks } = await db.read({ role: "r_command" }, verifyRecord);
    for (const { chain, seq, says } of breaks) print2(`Broken: chain ${chain}, entry ${seq}: ${says}.`);
    print2(
      breaks.length === 0 ? `Whole: ${entries} entries in ${chains} chains.` : `${breaks.length} of ${chains} chains broken.`
    );
    return breaks.length === 0 ? 0 : 1;
  }
};

// src/cli.ts
var home = fileURLToPath(new URL("..", import.meta.url));
var note = (line) => process.stderr.write(`${line}
`);
var print = (text) => process.stdout.write(text.endsWith("\n") ? text : `${text}
`);
var migrateCommand = {
  name: "migrate",
  usage: "migrate",
  summary: "bring the database up to date, and say so",
  run: async ({ print: say }) => {
    say("The database is up to date.");
    return 0;
  }
};
var commands2 = [
  migrateCommand,
  verifyCommand,
  ...backupCommands,
  ...commands
].toSorted((a, b) => a.name.localeCompare(b.name));
var help = () => [
  "Usage: throughline COMMAND [OPTIONS]",
  "",
  ...commands2.flatMap(({ usage: usage4, summary }) => [`  throughline ${usage4}`, `      ${summary}`]),
  "",
  "It uses the database of the server started in the same folder, or that of DATABASE_URL. docs/running/ says more."
].join("\n");
var run = async (args) => {
  const [name, ...rest] = args;
  if (name === void 0 || name === "--help" || name === "-h" || name === "help") {
    print(help());
    return name === void 0 ? 2 : 0;
  }
  const command = commands2.find((known) => known.name === name);
  if (command === void 0) {
    note(`There is no command "${name}". Those there are: ${commands2.map((known) => known.name).join(", ")}.`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    print(`Usage: throughline ${command.usage}
${command.summary}`);
    return 0;
  }
  if ("runOffline" in command) return command.runOffline({ config: configOrExit(), home, args: rest, print, note });
  return withDatabase(configOrExit(), command, rest);
};
var withDatabase = async (config, command, args) => {
  const secret = installationSecret(config);
  const installation = await openInstallation({ config, secret, home, log: () => {
  } });
  try {
    if (installation.operator === null) {
      note("The command line needs an operator\u2019s connection to the database. Set MIGRATE_DATABASE_URL.");
      return 78;
    }
    if (config.demo) await loadIfEmpty(installation, home, note);
    const db = openDatabase({ ...installation.operator, max: 2 });
    try {
      const services = {
        db,
        clock: systemClock,
        recorder: makeRecorder(db),
        sealer: makeSealer(secret),
        secret,
        baseUrl: config.baseUrl,
        neutralSite: ""
      };
      return await command.run({ db, config, services, args, print });
    } finally {
      await db.close();
    }
  } finally {
    await installation.close();
  }
};
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    note(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
);
//# sourceMappingURL=cli.js.map
