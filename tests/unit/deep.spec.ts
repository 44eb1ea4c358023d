/** The deep profile: what its families make of a contract, and which providers they tell apart. */
import { expect, test } from '@playwright/test';
import { startMock } from '../../mock/server.ts';
import { catalogue } from '../../src/catalogue.ts';
import { families } from '../../src/scenario/families/index.ts';
import { plan } from '../../src/scenario/plan.ts';
import { loadEnvironment } from '../../src/target/environment.ts';
import { resolveTarget } from '../../src/target/target.ts';
import { openBench } from '../proof/bench.ts';
import { deepServers } from '../proof/deep-servers.ts';
import { mutantsOf } from '../proof/mutants.ts';
import { runMutants } from '../proof/proof.ts';
import { contractNamed, runProvider } from './support/run.ts';
