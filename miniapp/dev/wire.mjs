// TypeScript of the server's contract: node dev/wire.mjs > src/wire.ts. A test holds
// that what is checked in is what the contract says now, and that src/types.ts agrees.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";

const contract = join(import.meta.dirname, "../../internal/web/openapi.json");

export async function wire() {
  const { schemas } = JSON.parse(readFileSync(contract, "utf8")).components;
  const types = Object.entries(schemas).map(([name, schema]) => `export type ${name} = ${typeOf(schema)};\n`);
  const text = `// Made of internal/web/openapi.json by dev/wire.mjs. Not to be edited.\n\n${types.join("\n")}`;
  const rules = await resolveConfig(join(import.meta.dirname, "wire.mjs"));
  return format(text, { ...rules, parser: "typescript" });
}

function typeOf(schema) {
  if (schema.$ref) return schema.$ref.split("/").pop();
  if (schema.oneOf) return schema.oneOf.map(typeOf).join(" | ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.allOf)
    return [...schema.allOf.map(typeOf), ...(schema.properties ? [object(schema)] : [])].join(" & ");
  switch (schema.type) {
    case "array":
      return `(${typeOf(schema.items)})[]`;
    case "object":
      return object(schema);
    case "integer":
      return "number";
    case "string":
    case "number":
    case "boolean":
    case "null":
      return schema.type;
  }
  throw new Error("no TypeScript for " + JSON.stringify(schema));
}

function object({ properties, required = [], additionalProperties }) {
  if (!properties)
    return `Record<string, ${additionalProperties?.type ? typeOf(additionalProperties) : "unknown"}>`;
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `  ${/^\w+$/.test(name) ? name : JSON.stringify(name)}${required.includes(name) ? "" : "?"}: ${typeOf(schema)};\n`,
  );
  return `{\n${fields.join("")}}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(await wire());
