import { hostileTexts } from './bench/clear.ts';
import { clearing, exchanges } from './bench/clear.ts';
console.log(await exchanges(150));
