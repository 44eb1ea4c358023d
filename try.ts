import { catalogue } from './src/catalogue.ts';
import { plan } from './src/scenario/plan.ts';
try { const c = catalogue(); for (const k of Object.values(c)) console.log(k.provider, k.clauses.length, plan(k).length, plan(k).filter(s=>s.gate).length); } catch(e:any) { console.log(e.message) }
