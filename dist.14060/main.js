import {
  Layout,
  PageHeading,
  areasFor,
  configOrExit,
  grantFor,
  installationSecret,
  jobs,
  keyedHash,
  layoutPaths,
  makeRecorder,
  makeSealer,
  newToken,
  openInstallation,
  prepareDemonstration,
  roleNames,
  routes,
  sameSecret,
  systemClock
} from "./chunk-J3YHIY4U.js";

// src/main.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// src/platform/jobs/jobs.ts
import { PgBoss } from "pg-boss";

// src/platform/log/error.ts
import { basename } from "node:path";
var DEEPEST_CAUSE = 3;
var MOST_FRAMES = 6;
var className = /^[A-Z][A-Za-z]{0,40}(Error|Exception)$/;
var errorCode = /^[A-Z0-9_]{2,40}$/;
var schemaName = /^[a-z_][a-z0-9_]{0,62}$/;
var frame = /([\w.-]+\.(?:[cm]?[jt]sx?)):(\d+):(\d+)\)?$/;
var property = (error, name) => name in error ? Reflect.get(error, name) : void 0;
var matching = (error, name, shape) => {
  const value = property(error, name);
  return typeof value === "string" && shape.test(value) ? value : void 0;
};
var places = (error) => {
  const stack = property(error, "stack");
  const message = property(error, "message");
  if (typeof stack !== "string" || typeof message !== "string") return void 0;
  const start2 = stack.indexOf(message);
  if (start2 < 0) return void 0;
  const lines = stack.slice(start2 + message.length).split("\n");
  const found = lines.flatMap((line) => {
    const match = frame.exec(line);
    return line.startsWith("    at ") && match?.[1] ? [`${basename(match[1])}:${match[2]}:${match[3]}`] : [];
  });
  return found.length > 0 ? found.slice(0, MOST_FRAMES) : void 0;
};
var readError = (error, depth = 0) => {
  if (typeof error !== "object" || error === null) return { class: typeof error };
  const cause = property(error, "cause");
  const parts = {
    class: matching(error, "name", className) ?? "Error",
    code: matching(error, "code", errorCode),
    schema: matching(error, "schema", schemaName),
    table: matching(error, "table", schemaName),
    column: matching(error, "column", schemaName),
    constraint: matching(error, "constraint", schemaName),
    at: places(error),
    cause: cause !== void 0 && depth < DEEPEST_CAUSE ? readError(cause, depth + 1) : void 0
  };
  return parts;
};

// src/platform/log/fields.ts
var WITHHELD = "(withheld)";
var segment = /^(v\d+|\*|:[a-zA-Z]+|[a-z]+(-[a-z]+)*(\.[a-z0-9]{2,5})?)$/;
var isPattern = (text) => text === "/" || text.startsWith("/") && text.slice(1).split("/").every((part) => segment.test(part));
var narrowed = (text, isFit) => isFit ? text : WITHHELD;
var asRequestId = (text) => narrowed(text, /^[a-zA-Z0-9-]{1,40}$/.test(text));
var asRoutePattern = (text) => narrowed(text, isPattern(text));
var asJobName = (text) => narrowed(text, /^[a-z]+(-[a-z]+)*$/.test(text));
var methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
var signals = ["SIGINT", "SIGTERM", "SIGHUP"];
var number = (value) => typeof value === "number" && Number.isFinite(value) ? Math.round(value * 10) / 10 : void 0;
var oneOf = (list, value) => value === void 0 || list.includes(value) ? value : WITHHELD;
var fieldReaders = {
  requestId: ({ requestId }) => requestId === void 0 ? void 0 : asRequestId(String(requestId)),
  method: ({ method }) => oneOf(methods, method),
  route: ({ route }) => route === void 0 ? void 0 : asRoutePattern(String(route)),
  status: ({ status }) => number(status),
  ms: ({ ms }) => number(ms),
  job: ({ job }) => job === void 0 ? void 0 : asJobName(String(job)),
  attempt: ({ attempt }) => number(attempt),
  count: ({ count }) => number(count),
  bytes: ({ bytes }) => number(bytes),
  port: ({ port }) => number(port),
  signal: ({ signal }) => oneOf(signals, signal),
  error: ({ error }) => error === void 0 ? void 0 : readError(error)
};

// src/platform/log.ts
var order = ["debug", "info", "warn", "error"];
var eventName = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/;
var readFields = (fields) => {
  const line = {};
  for (const [name, read] of Object.entries(fieldReaders)) {
    const value = read(fields);
    if (value !== void 0) line[name] = value;
  }
  return line;
};
var createLog = (options, carried = {}) => {
  const { level: lowest, write = (line) => process.stdout.write(`${line}
`), now = () => /* @__PURE__ */ new Date() } = options;
  const at = (level) => (event, fields = {}) => {
    if (order.indexOf(level) < order.indexOf(lowest)) return;
    const name = eventName.test(event) ? event : "log.badly-named-event";
    write(JSON.stringify({ time: now().toISOString(), level, event: name, ...readFields({ ...carried, ...fields }) }));
  };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    with: (fields) => createLog(options, { ...carried, ...fields })
  };
};

// src/platform/jobs/jobs.ts
var startJobs = async (connection, jobs2, given, log) => {
  const boss = new PgBoss({
    ...connection,
    schema: "pgboss",
    max: 3,
    createSchema: false,
    application_name: "throughline-jobs",
    // How often somebody looks for jobs whose server has died.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5
  });
  boss.on("error", (error) => log.error("jobs.failed", { error }));
  await boss.start();
  for (const job of jobs2) {
    const rules = { heartbeatSeconds: 10, retryLimit: 3, retryDelay: 5, deleteAfterSeconds: 86400 };
    await boss.createQueue(job.name, { ...rules, policy: "singleton" });
    await boss.updateQueue(job.name, rules);
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, () => runOnce(job, given, log));
    await boss.schedule(job.name, job.cron, null, { tz: "Europe/London" });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 8e3 }) };
};
var runOnce = async (job, given, log) => {
  try {
    const { count } = await job.run(given);
    log.info("job.done", { job: asJobName(job.name), count });
  } catch (error) {
    log.error("job.failed", { job: asJobName(job.name), error });
    throw new Error("see job.failed in the log");
  }
};

// src/platform/web/server.ts
import { randomBytes as randomBytes2, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import rateLimit from "@fastify/rate-limit";
import fixedFiles from "@fastify/static";
import Fastify from "fastify";

// src/platform/web/client-error.ts
var unreadable = { status: "400 Bad Request", says: "What was sent could not be read. Load the page again." };
var kinds = {
  HPE_HEADER_OVERFLOW: {
    status: "431 Request Header Fields Too Large",
    says: "The address of the page, or what the browser keeps for it, is too long. Close the browser and open it again."
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: "408 Request Timeout",
    says: "What was sent took too long to arrive, and nothing was saved. Go back and try again."
  }
};
var answerUnreadable = (error, socket) => {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const { status, says } = kinds[error.code ?? ""] ?? unreadable;
  const body = `${says}
`;
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      "content-type: text/plain; charset=utf-8",
      "cache-control: no-store",
      "x-content-type-options: nosniff",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
      "",
      body
    ].join("\r\n"),
    // What still arrives is not read: without this, somebody who never stops sending would keep the connection.
    () => socket.destroySoon()
  );
};

// src/platform/web/cookies.ts
var sessionCookie = "s";
var chosenCookie = "r";
var flashCookie = "m";
var preCookie = "p";
var applyCookies = (reply, secure, change) => {
  const set = (name, value) => {
    if (value === void 0) return;
    if (value === null) reply.clearCookie(name, { path: "/" });
    else reply.setCookie(name, value, { path: "/", httpOnly: true, sameSite: "lax", secure });
  };
  set(sessionCookie, change.session);
  set(chosenCookie, change.session === null ? null : change.acting);
  set(preCookie, change.pre);
  set(flashCookie, typeof change.flash === "string" ? Buffer.from(change.flash).toString("base64url") : change.flash);
};

// src/platform/web/csrf.ts
var csrfFor = (secret, cookie2) => keyedHash(secret, "csrf", cookie2).toString("base64url");
var csrfHolds = (expected, given) => typeof given === "string" && sameSecret(expected, given);

// src/platform/web/device.ts
var browsers = [
  [/Edg\//, "Edge"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"]
];
var systems = [
  [/iPhone|iPad/, "an iPhone or iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "a Mac"],
  [/Linux|X11/, "Linux"]
];
var deviceOf = (userAgent) => {
  const named = (list) => list.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const browser = named(browsers);
  const system = named(systems);
  return browser && system ? `${browser} on ${system}` : browser ?? system ?? "Unknown device";
};

// src/platform/web/headers.ts
var contentSecurityPolicy = (nonce) => [
  "default-src 'none'",
  `script-src 'nonce-${nonce}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'"
].join("; ");
var setHeaders = (reply, nonce, secure) => {
  reply.headers({
    "content-security-policy": contentSecurityPolicy(nonce),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex, nofollow",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    ...secure && { "strict-transport-security": "max-age=63072000; includeSubDomains" }
  });
};

// src/platform/web/say.ts
import { randomBytes } from "node:crypto";
import { h } from "preact";
import { render } from "preact-render-to-string";

// src/platform/db/unreachable.ts
var classes = /^(08|53|57P)|^25006$/;
var network = ["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOTFOUND", "EAI_AGAIN"];
var messages = /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect)/;
var databaseIsAway = (error) => {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return classes.test(code) || network.includes(code) || messages.test(error.message);
};

// src/platform/web/say.ts
var csrfOf = (services, request) => (
  // no cookie was read where the address itself was wrong
  csrfFor(services.secret, request.visitor?.token ?? request.pre ?? "")
);
var traceOf = (request) => ({
  requestId: asRequestId(request.id),
  route: asRoutePattern(request.routeOptions.url ?? "none")
});
var sendPage = (options, request, reply, given) => {
  const flash = request.cookies?.[flashCookie];
  if (flash !== void 0) applyCookies(reply, options.secureCookies, { flash: null });
  const { who } = request.visitor ?? { who: null };
  const chosen = who?.grants.find((grant) => grant.id === request.visitor.chosen) ?? who?.grants[0];
  const html = render(
    h(options.look.layout, {
      title: given.title,
      nonce: request.nonce,
      assets: options.assets,
      ...who?.complete && chosen && {
        person: {
          name: who.name,
          organisation: chosen.organisation,
          role: roleNames[chosen.role],
          otherRoles: who.grants.length - 1
        }
      },
      areas: request.visitor ? options.areas(request.visitor, given.area) : [],
      // Whoever is signed in has *Sign out and hide*, which ends the session as well.
      exit: given.exit && !who?.complete,
      csrf: csrfOf(options.services, request),
      ...flash !== void 0 && { flash: Buffer.from(flash, "base64url").toString("utf8") },
      errors: given.errors,
      wide: given.wide,
      children: given.main
    })
  );
  return reply.code(given.status).type("text/html; charset=utf-8").send(`<!doctype html>${html}`);
};
var wantsJson = (request) => request.url.startsWith("/api/") || request.headers["content-type"]?.startsWith("application/json") === true;
var say = (options, request, reply, said) => {
  if (!request.nonce) request.nonce = randomBytes(16).toString("base64");
  setHeaders(reply, request.nonce, options.secureCookies);
  if (wantsJson(request)) return reply.code(said.status).send({ error: said.json });
  const { status, title, main } = said;
  const exit = request.visitor?.who === null;
  return sendPage(options, request, reply, { kind: "page", status, title, main, exit, wide: false, errors: false });
};
var sayNotFound = (options, request, reply) => say(options, request, reply, {
  status: 404,
  title: "Page not found",
  main: options.look.pages.notFound(),
  json: "Not found."
});
var sayAddressIsWrong = (options, request, reply) => say(options, request, reply, {
  status: 400,
  title: "Page not found",
  main: options.look.pages.notFound(),
  json: "This is not an address."
});
var sayExpired = (options, request, reply, status = 403) => say(options, request, reply, {
  status,
  title: "Send this again",
  main: options.look.pages.expired(),
  json: status === 403 ? "The page was open too long. Load it again." : "What was sent could not be read. Nothing was saved."
});
var seconds = 10;
var sayError = (options, request, reply, error) => {
  const { pages } = options.look;
  const status = error.statusCode ?? (databaseIsAway(error) ? 503 : 500);
  if (status === 429)
    return say(options, request, reply, {
      status,
      title: "Too many requests",
      main: pages.tooMany(),
      json: "Too many requests. Wait a minute."
    });
  if (status === 413)
    return say(options, request, reply, {
      status,
      title: "Too much to save at once",
      main: pages.tooLarge(),
      json: "That is too large. Nothing was saved."
    });
  if (status >= 400 && status < 500) return sayExpired(options, request, reply, status);
  options.log.error("request.failed", { ...traceOf(request), status, error });
  if (status === 503) reply.header("retry-after", seconds);
  return say(options, request, reply, {
    status,
    title: "Something went wrong",
    main: pages.somethingWrong({ reference: request.id.slice(0, 8) }),
    json: "Something went wrong here. Nothing was saved."
  });
};

// src/platform/web/session.ts
import { sql } from "kysely";
var visitorOf = async (db, token, chosen) => {
  if (token === void 0 || !/^[\w-]{20,100}$/.test(token)) return { who: null, token: null, chosen };
  const [row] = await db.ask("select access.whoami($1) as who", [token]);
  const who = row?.who ?? null;
  if (who?.stale) await db.write({ role: "r_sign_in" }, ({ q }) => sql`select access.touch(${token})`.execute(q));
  return { who, token: who ? token : null, chosen };
};
var sessionState = ({ who, token }) => ({
  token,
  pending: who !== null && !who.complete,
  codeSet: who?.codeSet ?? false
});
var actorFor = (asked, visitor) => {
  const { who, token, chosen } = visitor;
  if (who === null || token === null || !who.complete) return { kind: "nobody" };
  const grant = grantFor(asked, who.grants, chosen);
  if (grant === null) return asked.public ? { kind: "nobody" } : null;
  const { accountId, personId, name, sessionId, recoveryCodesLeft, grants } = who;
  return { kind: "person", accountId, personId, name, sessionId, token, recoveryCodesLeft, grants, grant };
};

// src/platform/web/server.ts
var signInUrl = (wanted) => `/sign-in?next=${encodeURIComponent(wanted)}`;
var bodyLimit = 64 * 1024;
var buildServer = async (options) => {
  const app = Fastify({
    logger: false,
    bodyLimit,
    trustProxy: options.trustProxy,
    // Fastify takes all three; its type names them one by one
    requestTimeout: 3e4,
    keepAliveTimeout: 1e4,
    forceCloseConnections: "idle",
    // What reaches a connection that is open already is still answered while we stop; then the connection is closed.
    return503OnClosing: false,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (_error, request, reply) => void sayAddressIsWrong(options, request, reply),
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    http: { headersTimeout: 1e4, connectionsCheckingInterval: 2e3, maxHeaderSize: 16 * 1024 }
  });
  app.server.maxConnections = 600;
  await app.register(cookie);
  await app.register(formbody, { bodyLimit });
  app.removeContentTypeParser("text/plain");
  if (options.assetsFolder !== void 0)
    await app.register(fixedFiles, {
      root: options.assetsFolder,
      prefix: "/assets/",
      immutable: true,
      maxAge: "365d",
      index: false,
      decorateReply: false,
      preCompressed: true
    });
  meet(app, options);
  await limitRates(app, options);
  for (const route of options.routes) serve(app, options, route);
  app.get("/health", async (_request, reply) => {
    await options.services.db.ask("select 1", []);
    return reply.send({ status: "ok" });
  });
  app.addHook("preClose", () => stopGently(app));
  app.setNotFoundHandler((request, reply) => sayNotFound(options, request, reply));
  app.setErrorHandler(async (error, request, reply) => sayError(options, request, reply, error));
  return app;
};
var stopGently = async (app) => {
  if (!app.server.listening) return;
  setTimeout(() => app.server.closeAllConnections(), 7e3).unref();
  await sleep(1e3);
};
var limitRates = async (app, options) => {
  const { limits = { session: 240, address: 1200 } } = options;
  await app.register(rateLimit, {
    global: false,
    timeWindow: 6e4,
    max: (request) => request.visitor?.token ? limits.session : limits.address,
    // A cookie that opens nothing counts for the address: else a new one each time would be a new visitor each time.
    // The hash of neither is needed: the keys live in memory for a minute and are never written.
    keyGenerator: (request) => request.visitor?.token ?? request.ip,
    allowList: (request) => request.url.startsWith("/assets/") || request.url === "/health"
  });
  app.addHook("preParsing", app.rateLimit());
  app.addHook("preParsing", async (request, reply) => {
    if (request.is404) await sayNotFound(options, request, reply);
  });
};
var meet = (app, { services, secureCookies }) => {
  app.decorateRequest("nonce", "");
  app.decorateRequest("pre", "");
  app.decorateRequest("actor", null);
  app.addHook("onRequest", async (request, reply) => {
    request.nonce = randomBytes2(16).toString("base64");
    if (request.url.startsWith("/assets/") || request.url === "/health") return;
    setHeaders(reply, request.nonce, secureCookies);
    request.visitor = await visitorOf(services.db, request.cookies[sessionCookie], request.cookies[chosenCookie]);
    request.pre = request.cookies[preCookie] ?? newToken();
    if (request.visitor.token === null && request.cookies[preCookie] === void 0)
      applyCookies(reply, secureCookies, { pre: request.pre });
  });
};
var serve = (app, options, route) => {
  app.route({
    method: [...route.methods],
    url: route.path.pattern,
    bodyLimit: route.bodyLimit ?? bodyLimit,
    preParsing: (request, reply) => admit(options, route, request, reply),
    handler: async (request, reply) => {
      const started = process.hrtime.bigint();
      if (request.actor) await answer(options, route, request, reply, request.actor);
      const ms = Number((process.hrtime.bigint() - started) / 1000000n);
      options.log.info("request.answered", { ...traceOf(request), status: reply.statusCode, ms });
    }
  });
};
var admit = async (options, route, request, reply) => {
  const actor = actorFor(route.permission, request.visitor);
  if (actor === null) await sayNotFound(options, request, reply);
  else if (actor.kind === "nobody" && !route.permission.public) await askToSignIn(route, request, reply);
  else request.actor = actor;
};
var answer = async (options, route, request, reply, actor) => {
  const asked = askedBy(options, request, actor);
  if (asked.method !== "GET" && !csrfHolds(asked.csrf, asked.body["_csrf"] ?? request.headers["x-csrf-token"]))
    return sayExpired(options, request, reply);
  if (route.kind === "form" && request.headers["content-type"]?.includes("json"))
    return sayExpired(options, request, reply, 415);
  if (Object.values(asked.params).some((value) => value.includes("\0"))) return sayNotFound(options, request, reply);
  await send(options, request, reply, await route.answer(asked));
};
var methodOf = (request) => request.method === "HEAD" ? "GET" : request.method;
var askToSignIn = (route, request, reply) => {
  if (route.kind === "json") return reply.code(401).send({ error: "Sign in first." });
  const { pathname, search } = urlOf(request);
  return reply.redirect(
    signInUrl(methodOf(request) === "GET" ? pathname + search : route.methods.includes("GET") ? pathname : "/"),
    303
  );
};
var urlOf = (request) => new URL(request.url.replace(/^\/+/, "/"), "http://here");
var askedBy = ({ services }, request, actor) => {
  const url = urlOf(request);
  return {
    method: methodOf(request),
    actor,
    params: request.params,
    // the router's own, always strings
    query: new URLSearchParams([...url.searchParams].map(([name, value]) => [name, typed(value)])),
    body: fieldsOf(request.body),
    headers: request.headers,
    services,
    session: sessionState(request.visitor),
    csrf: csrfOf(services, request),
    requestId: request.id,
    url: url.pathname,
    address: request.ip,
    device: deviceOf(request.headers["user-agent"])
  };
};
var typed = (text) => text.replaceAll("\0", "");
var fieldsOf = (body) => {
  if (typeof body !== "object" || body === null) return {};
  const clean = (value) => typeof value === "string" ? typed(value) : value;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.map(clean) : clean(value)])
  );
};
var send = async (options, request, reply, given) => {
  if ("cookies" in given && given.cookies) applyCookies(reply, options.secureCookies, given.cookies);
  if ("clearSite" in given && given.clearSite) reply.header("clear-site-data", '"cache", "cookies", "storage"');
  switch (given.kind) {
    case "page":
      return sendPage(options, request, reply, given);
    case "redirect":
      return reply.redirect(given.to, 303);
    case "json":
      return reply.code(given.status).headers(given.headers ?? {}).send(given.body);
    case "html":
      return reply.code(given.status).type("text/html; charset=utf-8").send(given.html.replaceAll("{{nonce}}", request.nonce));
    case "file":
      return reply.header("content-disposition", `attachment; filename="${given.name.replace(/[^\w.-]/g, "-")}"`).type(given.type).send(given.body);
    case "not-found":
      return sayNotFound(options, request, reply);
  }
};

// src/ui/pages/errors.tsx
import { Fragment, jsx, jsxs } from "preact/jsx-runtime";
var Home = () => /* @__PURE__ */ jsx("p", { class: "govuk-body", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: layoutPaths.home, children: "Go to the home page" }) });
var NotFound = () => /* @__PURE__ */ jsxs(Fragment, { children: [
  /* @__PURE__ */ jsx(PageHeading, { children: "Page not found" }),
  /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "If you typed the web address, check that it is right." }),
  /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "If you followed a link, what it led to may have moved, or your role may not open it." }),
  /* @__PURE__ */ jsx(Home, {})
] });
var SomethingWrong = ({ reference }) => /* @__PURE__ */ jsxs(Fragment, { children: [
  /* @__PURE__ */ jsx(PageHeading, { children: "Sorry, there is a problem with the service" }),
  /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Nothing that you sent with this page was saved. What you saved before is safe." }),
  /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Go back, check that your answers are still there, and try again in a few minutes." }),
  /* @__PURE__ */ jsxs("p", { class: "govuk-body", children: [
    "If it happens again, give your administrator this reference: ",
    /* @__PURE__ */ jsx("strong", { class: "tl-code", children: reference })
  ] }),
  /* @__PURE__ */ jsx(Home, {})
] });
var TooMany = () => /* @__PURE__ */ jsxs(Fragment, { children: [
  /* @__PURE__ */ jsx(PageHeading, { children: "Wait a moment, then try again" }),
  /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "There were many requests from here in a short time, so we are answering more slowly." }),
  /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Nothing is lost. Wait a minute, then load this page again." })
] });
var Expired = () => /* @__PURE__ */ jsxs(Fragment, { children: [
  /* @__PURE__ */ jsx(PageHeading, { children: "This page was open for too long" }),
  /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "For safety, what you just sent was not saved." }),
  /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Go back to see your answers. Copy any long text, load the page again and send it once more. You may have to sign in first." }),
  /* @__PURE__ */ jsx(Home, {})
] });
var TooLarge = () => /* @__PURE__ */ jsxs(Fragment, { children: [
  /* @__PURE__ */ jsx(PageHeading, { children: "That is too large to send" }),
  /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Nothing was saved. Go back, and send less text or a smaller file." }),
  /* @__PURE__ */ jsx(Home, {})
] });

// src/ui/look.tsx
var look = {
  layout: Layout,
  pages: {
    notFound: NotFound,
    somethingWrong: SomethingWrong,
    tooMany: TooMany,
    expired: Expired,
    tooLarge: TooLarge
  }
};

// src/main.ts
var say2 = (line) => process.stderr.write(`${line}
`);
var home = fileURLToPath(new URL("..", import.meta.url));
var start = async () => {
  const config = configOrExit();
  const secret = installationSecret(config);
  const log = createLog({ level: config.logLevel });
  const installation = await openInstallation({ config, secret, home, log: say2 });
  if (config.demo) await prepareDemonstration(installation, home, say2);
  const services = servicesOf(installation, config, secret);
  const app = await buildServer({
    services,
    routes,
    look,
    areas: areasFor,
    assets: readAssets(),
    assetsFolder: join(home, "dist/assets"),
    log,
    secureCookies: config.cookieSecure,
    trustProxy: config.trustProxy
  });
  await app.listen({ host: config.host, port: config.port });
  const running = await startJobs(
    installation.workerConnection,
    jobs,
    { db: installation.worker, services, config },
    log
  );
  say2(`Throughline is at ${config.baseUrl}`);
  stopOnSignal(log, async () => {
    await app.close();
    await running.stop();
    await installation.close();
  });
};
var servicesOf = (installation, config, secret) => ({
  db: installation.app,
  clock: systemClock,
  recorder: makeRecorder(installation.app),
  sealer: makeSealer(secret),
  secret,
  baseUrl: config.baseUrl,
  neutralSite: "https://www.bbc.co.uk/weather"
});
var readAssets = () => JSON.parse(readFileSync(join(home, "dist/assets/assets.json"), "utf8"));
var stopOnSignal = (log, stop) => {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      log.info("server.stopping", { signal });
      setTimeout(() => process.exit(1), 1e4).unref();
      stop().then(
        () => process.exit(0),
        (error) => {
          log.error("server.stop-failed", { error });
          process.exit(1);
        }
      );
    });
};
start().catch((error) => {
  const told = error instanceof Error ? error.message : String(error);
  const inUse = error.code === "EADDRINUSE" ? "Something else uses this port. Set PORT to another." : told;
  say2(`Throughline could not start. ${inUse}`);
  process.exit(1);
});
//# sourceMappingURL=main.js.map
