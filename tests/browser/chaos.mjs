// The long run behind `cargo xtask chaos`: kills on both kinds of database, torn databases, two tabs, an old record.
// Each figure is a line `name: N trials, M lost`. KILLS, TORN, TABS and AGES say how much; 0 leaves a part out.
import { openingTimes } from './grown.mjs';
import { answerInTwoTabs, BACKENDS, killAgainAndAgain, tearAgainAndAgain } from './kills.mjs';

const number = (name, otherwise) => Number(process.env[name] ?? otherwise);
const [kills, torn, tabs, ages] = [number('KILLS', 1000), number('TORN', 20), number('TABS', 200), number('AGES', 65_000)];
let all = 0;

function figure(name, { trials, acknowledged, lost, healed }) {
  all += lost.length;
  for (const what of lost) console.log(`lost: ${what}`);
  console.log(`${name}: ${trials} trials, ${lost.length} lost (${acknowledged} acknowledged, healed in ${healed})`);
}

for (const [backend, switches] of Object.entries(BACKENDS)) {
  const half = Math.ceil(kills / 2);
  if (half > 0) figure(`kills, ${backend}`, await killAgainAndAgain(half, switches, (line) => console.log(`${backend}, ${line}`)));
}
if (torn > 0) figure('torn databases', await tearAgainAndAgain(torn, (line) => console.log(line)));
if (tabs > 0) figure('two tabs in a browser', await answerInTwoTabs(tabs));
if (ages > 0) console.log(`a record of ${ages} entries opens in ${(await openingTimes(ages, 5)).join(', ')} ms`);
process.exitCode = all === 0 ? 0 : 1;
