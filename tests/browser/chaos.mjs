// The long run behind `cargo xtask chaos --kills N`: N kills, half of them on each kind of database.
import { BACKENDS, killAgainAndAgain } from './kills.mjs';

const kills = Number(process.env.KILLS ?? 1000);
const half = Math.ceil(kills / 2);
let lost = 0;
let trials = 0;
for (const [backend, switches] of Object.entries(BACKENDS)) {
  const seen = await killAgainAndAgain(half, switches, (line) => console.log(`${backend}: ${line}`));
  lost += seen.lost.length;
  trials += seen.trials;
}
console.log(`kills: ${trials} trials, ${lost} lost`);
process.exitCode = lost === 0 ? 0 : 1;
