#!/usr/bin/env node
/** Gives a running Limber an account with a diary: node seed.mjs --url URL --email E --password P --diary FILE (of workload.py) */
import fs from 'node:fs';
import { parseArgs } from 'node:util';

import { device, register } from './limber.mjs';

const text = { type: 'string' };
const { values: { url, diary, ...who } } = parseArgs({ options: { url: text, email: text, password: text, diary: text } });
const lines = fs.readFileSync(diary, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
await register({ origin: url, ...who });
const phone = await device({ base: url, origin: url, ...who });
await phone.put(lines.filter(({ t }) => t === 'entry').map(({ v }) => v));
await phone.push();
await phone.close();
