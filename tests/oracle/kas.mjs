// Says for each line "expected<TAB>given<TAB>form" whether KAS calls the two equal: true, false, or unread.
import { createInterface } from "node:readline";
import * as KAS from "@khanacademy/kas";

for await (const line of createInterface({ input: process.stdin })) {
  const [expected, given, form] = line.split("\t");
  const [left, right] = [KAS.parse(expected), KAS.parse(given)];
  if (!left.parsed || !right.parsed) {
    console.log("unread");
  } else {
    console.log(String(KAS.compare(right.expr, left.expr, { form: form === "form" }).equal));
  }
}
