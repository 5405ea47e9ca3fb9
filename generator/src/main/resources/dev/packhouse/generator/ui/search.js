"use strict";
// Makes the catalogue quicker: suggestions on every page, and search with filters on the first one.
// Texts come from packages and are only ever set as text.
(() => {
  const root = document.body.dataset.root;
  const MOST_SUGGESTIONS = 8;
  const MOST_AT_ONCE = 10000; // what a server gives in one answer
  const STEP = 48;
  const PAUSE = 120; // milliseconds in which no key is pressed
  const PATIENCE = 3000; // milliseconds in which the server answers
  const LIMITS = // of the search in the data
    "The search here looks only in names, titles and descriptions: it knows no synonyms and corrects no typing errors.";
  const field = document.getElementById("q");
  const list = document.getElementById("suggestions");
  field.form.hidden = false;

  let server; // the address of its search; any other file host has none
  let data; // the promise of the answer with all packages; its head tells of the server
  const begin = () =>
    (data ??= fetch(root + "data/packages.json").then((answer) => {
      if (!answer.ok) throw new Error("no data: " + answer.status);
      const [, search] = /<([^>]*)>; rel="search"/.exec(answer.headers.get("Link") ?? "") ?? [];
      server = search && new URL(search, answer.url);
      return answer;
    }));

  let packages; // the promise of all of them; what fails is asked for again by the next key
  const load = () =>
    (packages ??= begin()
      .then((answer) => answer.json())
      .then(({ keys, packages: rows }) =>
        rows.map((row) => {
          const entry = Object.fromEntries(keys.map((key, at) => [key, row[at]]));
          entry.in = [entry.name, entry.title, entry.description].map(plain);
          return entry;
        }),
      )
      .catch((failure) => {
        data = packages = undefined;
        throw failure;
      }));

  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const words = (query) => plain(query).split(/[\s/,"“”„«»]+/).filter(Boolean);

  // How well a package fits: 0 for not at all. Every word must be in it somewhere.
  const score = (entry, asked) => {
    const [name, title, description] = entry.in;
    let sum = 0;
    for (const word of asked) {
      if (name === word || title === word) sum += 12;
      else if (name.startsWith(word) || title.startsWith(word)) sum += 8;
      else if (title.includes(" " + word) || name.includes("_" + word)) sum += 5;
      else if (name.includes(word) || title.includes(word)) sum += 3;
      else if (description.includes(word)) sum += 1;
      else return 0;
    }
    return sum;
  };

  const ranked = (entries, query) => {
    const asked = words(query);
    return entries
      .map((entry) => [asked.length ? score(entry, asked) : 1, entry])
      .filter(([points]) => points > 0)
      .sort(([one], [other]) => other - one)
      .map(([, entry]) => entry);
  };

  // A list, also where the answer to it goes on elsewhere.
  const fetchAll = async (address, signal) => {
    const answer = await fetch(address, { signal });
    const records = answer.ok && (await answer.json());
    if (!Array.isArray(records)) throw new Error("no list: " + answer.status);
    const [, next] = /<([^>]*)>; rel="next"/.exec(answer.headers.get("Link") ?? "") ?? [];
    return next ? records.concat(await fetchAll(new URL(next, answer.url), signal)) : records;
  };

  // Asks the server; nothing comes where there is none. One that fails, is silent, or answers with
  // something else than a list is not asked again.
  const ask = async (path, parameters, signal) => {
    await begin();
    if (!server || signal.aborted) return undefined;
    const address = new URL(path, server);
    address.search = new URLSearchParams({ ...parameters, prerelease: true });
    try {
      return await fetchAll(address, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]));
    } catch {
      // Given up, not reached, or no list.
    }
    if (!signal.aborted) server = undefined;
    return undefined;
  };

  // The best first: what the server finds, else what the data itself tells.
  const find = async (path, parameters, signal) => {
    const [entries, records] = await Promise.all([load(), parameters.q && ask(path, parameters, signal)]);
    if (signal.aborted) return [];
    if (!records) return ranked(entries, parameters.q);
    const byName = new Map(entries.map((entry) => [entry.name, entry]));
    return records.flatMap((record) => byName.get(record?.name) ?? []);
  };

  // Of what is started again and again only the last counts: an old answer never replaces a newer one.
  const latest = (action) => {
    let current = new AbortController();
    const stop = () => current.abort();
    const start = async (delay = 0) => {
      stop();
      const { signal } = (current = new AbortController());
      await new Promise((done) => setTimeout(done, delay));
      return signal.aborted ? undefined : action(signal);
    };
    return { start, stop };
  };

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const page = (name) => root + "packages/" + encodeURIComponent(name) + ".html";

  // ---- suggestions: the pattern of a combobox with a list

  let chosen = -1;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", "suggestions");
  field.setAttribute("aria-expanded", "false");

  const close = () => {
    suggestions.stop();
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const choose = (at) => {
    const items = list.children;
    chosen = (at + items.length + 1) % (items.length + 1);
    if (chosen === items.length) chosen = -1;
    for (const [index, item] of [...items].entries()) {
      item.setAttribute("aria-selected", String(index === chosen));
    }
    if (chosen < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", items[chosen].id);
  };

  const suggestions = latest(async (signal) => {
    const q = field.value.trim();
    if (!q) return close();
    let found;
    try {
      found = await find("suggest", { q, limit: MOST_SUGGESTIONS }, signal);
    } catch {
      return close(); // the form still works, and so do the lists
    }
    if (signal.aborted || document.activeElement !== field) return;
    list.replaceChildren(
      ...found.slice(0, MOST_SUGGESTIONS).map((entry, at) => {
        const item = element("li", { id: "suggestion-" + at }, entry.title, element("span", {}, entry.name));
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.dataset.name = entry.name;
        return item;
      }),
    );
    chosen = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(found.length > 0));
  });

  field.addEventListener("focus", () => load().catch(() => {}));
  field.addEventListener("input", () => suggestions.start(PAUSE));
  field.addEventListener("blur", () =>
    setTimeout(() => {
      if (document.activeElement !== field) close();
    }, 150),
  );
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) return;
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? list.children.length - 1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.href = page(list.children[chosen].dataset.name);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  list.addEventListener("mousedown", (event) => {
    const item = event.target.closest("li");
    if (item) {
      event.preventDefault();
      location.href = page(item.dataset.name);
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|select|textarea)$/i.test(document.activeElement?.tagName ?? "");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
    }
  });

  // ---- search, on the first page only

  // By its class: ids are also those of headings, such as that of an endpoint.
  const facets = document.querySelector("form.facets");
  if (!facets) return;
  const results = document.getElementById("results");
  const cards = document.getElementById("found-cards");
  const lists = document.getElementById("lists");
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  const nothing = document.getElementById("nothing");
  const advice = document.getElementById("advice");
  const heading = document.getElementById("found");
  const title = document.title;
  const selects = [...facets.querySelectorAll("select")];
  const labels = new Map(
    selects.flatMap((select) => [...select.options].map((option) => [option, option.text.replace(/ \(\d+\)$/, "")])),
  );
  facets.hidden = false;

  const card = (entry) => {
    const icon = entry.icon
      ? element("img", { className: "icon", alt: "", width: 40, height: 40, loading: "lazy", decoding: "async" })
      : element("span", { className: "icon none" }, [...entry.title][0] ?? "?");
    if (entry.icon) icon.src = root + "../" + entry.icon;
    else icon.setAttribute("aria-hidden", "true");
    const meta = element("p", { className: "meta" }, element("span", {}, entry.version), element("span", {}, entry.type));
    if (entry.mark) meta.append(element("span", { className: "chip" }, entry.mark));
    if (entry.deprecated) meta.append(element("span", { className: "chip bad" }, "deprecated"));
    return element(
      "li",
      { className: "card" },
      icon,
      element(
        "div",
        {},
        element("h3", {}, element("a", { href: page(entry.name) }, entry.title)),
        meta,
        element("p", { className: "about" }, entry.description),
      ),
    );
  };

  const has = (entry, key, value) => (Array.isArray(entry[key]) ? entry[key].includes(value) : entry[key] === value);

  // Each filter counts what the others leave.
  const recount = (found, asked) => {
    for (const select of selects) {
      const others = Object.entries(asked).filter(([key, value]) => value && key !== select.name);
      const left = found.filter((entry) => others.every(([key, value]) => has(entry, key, value)));
      const counts = new Map();
      for (const entry of left) {
        for (const value of [entry[select.name]].flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      for (const option of select.options) {
        if (option.value) option.text = labels.get(option) + " (" + (counts.get(option.value) ?? 0) + ")";
      }
    }
  };

  // What to say of what was found: of nothing, which filter is one that no package can pass.
  const summary = (entries, asked) => {
    if (shown.length) return shown.length === 1 ? "1 package" : shown.length + " packages";
    const vain = selects.find(({ name }) => asked[name] && !entries.some((entry) => has(entry, name, asked[name])));
    return vain
      ? "No package has the " + vain.labels[0].textContent.toLowerCase() + " “" + vain.value + "”."
      : "No package fits.";
  };

  // What to try where nothing was found: only what was asked can be asked otherwise.
  const hint = (q, asked) => {
    if (!q) return "Take a filter away.";
    const tip = "Try fewer or other words" + (Object.values(asked).some(Boolean) ? ", or take a filter away." : ".");
    return server ? tip : tip + " " + LIMITS;
  };

  let shown = [];
  const showMore = () => {
    const from = cards.children.length;
    cards.append(...shown.slice(from, from + STEP).map(card));
    more.hidden = cards.children.length >= shown.length;
    return cards.children[from]?.querySelector("a");
  };

  const search = latest(async (signal) => {
    const q = field.value.trim();
    const asked = Object.fromEntries(selects.map((select) => [select.name, select.value]));
    const isAsked = q || Object.values(asked).some(Boolean);
    const address = new URLSearchParams();
    if (q) address.set("q", q);
    for (const [key, value] of Object.entries(asked)) if (value) address.set(key, value);
    const text = address.toString();
    try {
      history.replaceState(null, "", location.pathname + (text && "?" + text) + location.hash);
    } catch {
      // Browsers ask for less often; the address follows with the next change.
    }
    const terms = [q, ...selects.filter((select) => select.value).map((select) => labels.get(select.selectedOptions[0]))];
    document.title = [...terms.filter(Boolean), title].join(" · ");
    let found;
    let entries;
    try {
      [found, entries] = await Promise.all([find("search", { q, fields: "name", limit: MOST_AT_ONCE }, signal), load()]);
    } catch {
      count.textContent = isAsked ? "The search cannot read its data. All packages are listed below." : "";
      return;
    }
    if (signal.aborted) return;
    recount(found, asked);
    results.hidden = !isAsked;
    lists.hidden = Boolean(isAsked);
    cards.replaceChildren();
    shown = isAsked
      ? found.filter((entry) => Object.entries(asked).every(([key, value]) => !value || has(entry, key, value)))
      : [];
    showMore();
    nothing.hidden = shown.length > 0;
    advice.textContent = hint(q, asked);
    heading.textContent = shown.length ? "Found" : "Nothing found";
    count.textContent = isAsked ? summary(entries, asked) : "";
    return isAsked;
  });

  field.addEventListener("input", () => search.start(PAUSE));
  field.form.addEventListener("submit", async (event) => {
    event.preventDefault();
    close();
    if (await search.start()) cards.querySelector("a")?.focus();
  });
  facets.addEventListener("change", () => search.start());
  facets.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => showMore()?.focus());

  const given = new URLSearchParams(location.search);
  field.value = given.get("q") ?? "";
  for (const select of selects) {
    const value = given.get(select.name) ?? "";
    if (![...select.options].some((option) => option.value === value)) {
      // What no package has, or too few to be listed, is asked for as well.
      const option = new Option(value, value);
      labels.set(option, value);
      select.add(option);
    }
    select.value = value;
  }
  if (field.value || selects.some((select) => select.value)) search.start();
})();
