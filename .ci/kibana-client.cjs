// Reads a registry as Kibana does, with the client that it uses, and fails at the first difference.
// Usage: node kibana-client.cjs ADDRESS CLIENT, where CLIENT is the folder of node-fetch.
"use strict";

const assert = require("node:assert/strict");
const { createHash } = require("node:crypto");
const path = require("node:path");

const [address, client] = process.argv.slice(2);

// The queries of its releases, from 7.8 on.
const QUERIES = [
  "package=NAME&internal=true",
  "package=NAME&internal=true&experimental=true&kibana.version=7.17.0",
  "package=NAME&experimental=true&kibana.version=8.5.0",
  "package=NAME&prerelease=true&kibana.version=8.10.0",
  "package=NAME&prerelease=false&kibana.version=9.1.0&capabilities=security%2Cobservability&spec.min=2.3&spec.max=3.5",
];
const LISTS = [
  "internal=true&experimental=true&kibana.version=7.17.0",
  "prerelease=true&kibana.version=9.1.0&spec.min=2.3&spec.max=3.5",
  "category=security&prerelease=true&kibana.version=9.1.0",
];
const TYPES = [
  "image/svg+xml", "image/jpeg", "image/png", "image/gif", "application/json", "application/yaml",
  "text/plain", "text/markdown", "text/yaml",
];

async function main() {
  const module = require(path.resolve(client));
  const fetch = module.default ?? module;

  async function get(target) {
    const answer = await fetch(new URL(target, address), {
      headers: { Connection: "close", "Accept-Encoding": "gzip, deflate" },
    });
    assert.equal(answer.status, 200, target);
    return answer;
  }

  // Each chunk is decoded by itself, so that a character cut in two would be lost.
  async function json(target) {
    const answer = await get(target);
    let text = "";
    for await (const chunk of answer.body) {
      text += chunk.toString();
    }
    return JSON.parse(text);
  }

  // The buffer is as long as the answer was announced to be.
  async function archive(target) {
    const answer = await get(target);
    assert.equal(answer.headers.get("content-encoding"), null, target);
    const announced = Number(answer.headers.get("content-length"));
    assert.ok(announced > 0, target);
    const buffer = Buffer.alloc(announced);
    let length = 0;
    for await (const chunk of answer.body) {
      length += chunk.copy(buffer, length);
    }
    assert.equal(length, announced, target);
    return buffer;
  }

  let files = 0;
  const everything = await json("/search?all=true&prerelease=true");
  for (const found of everything) {
    const record = await json(`/package/${found.name}/${found.version}/`);
    assert.equal(record.version, found.version);
    assert.equal(record.download, found.download);

    const zip = await archive(found.download);
    const checksum = await (await get(`${found.download}.sha256`)).text();
    assert.equal(createHash("sha256").update(zip).digest("hex"), checksum.split(" ")[0]);

    for (const asset of record.assets) {
      const answer = await get(asset);
      const type = answer.headers.get("content-type").split(";")[0];
      assert.ok(TYPES.includes(type), `${asset} is ${type}`);
      await answer.arrayBuffer();
      files++;
    }
    for (const query of QUERIES) {
      const answer = await json(`/search?${query.replace("NAME", found.name)}`);
      assert.ok(answer.every((it) => it.name === found.name), query);
    }
  }
  for (const query of LISTS) {
    const names = (await json(`/search?${query}`)).map((it) => it.name);
    assert.ok(names.length > 0, query);
    assert.deepEqual(names, [...new Set(names)].sort(), query);
    await json(`/categories?include_policy_templates=true&${query}`);
  }
  console.log(`kibana-client: ${everything.length} versions with ${files} files read`);
}

main().catch((failure) => {
  console.error(failure);
  process.exitCode = 1;
});
