import { runExample, exampleContract } from './tests/unit/support/example.ts';
import { plan } from './src/scenario/plan.ts';
const c = exampleContract('rimba');
console.log(plan(c).length);
const r = await runExample('rimba');
console.log(r.verdict, r.reason, r.requests, r.counts);
for (const x of r.clauses) if (x.verdict==='not-exercised' || x.verdict==='notExercised' || x.effect !== 'none' || x.verdict==='inconclusive'|| x.verdict==='error') console.log(x.id, x.verdict, x.observations.filter(o=>o.verdict!=='pass').map(o=>[o.scenario,o.documented,o.received]));

console.log(r.clauses.filter(c=>c.observations.length===0||/exer/.test(c.verdict)).map(c=>[c.id,c.verdict,c.reason]));