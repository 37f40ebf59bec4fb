/* Fills every form by the acts its screens call. */
async () => {
  const at = (name) => import(`/pwa/src/${name}.js`);
  const [records, diary, dailies, custom, medicines, events, stories, visits, profile, reminders, looks, content, instant, time, meds, ask, sites] =
    await Promise.all(['state/records', 'state/diary', 'state/dailies', 'state/custom', 'state/medicines', 'state/events', 'state/stories',
      'state/appointments', 'state/profile', 'state/reminders', 'state/preferences', 'state/content', 'ui/instant', 'domain/time',
      'domain/medicine', 'domain/profile', 'domain/injection'].map(at));
  const { add, put, change, remove, restore } = records;
  const words = content.vocabulary.value;
  const ids = (list, most = 40) => words[list].slice(0, most).map(({ id }) => id);
  const rough = `<img src=x onerror=alert(1)> =cmd|' /C calc'!A0 "\u0000\u202e\ud83d שלום \u{1F469}\u200d\u{1F9BD} a\u0308\r\nBEGIN:VEVENT\tx`;
  const text = (most) => rough.repeat(Math.ceil(most / rough.length)).slice(0, most);
  const { on } = time.nowParts();
  const before = new Date(Date.parse(`${on}T12:00:00Z`) - 3 * 86400000).toISOString().slice(0, 10);
  const own = {};
  for (const list of ['symptoms', 'triggers', 'reliefs', 'activities', 'words']) own[list] = await custom.addCustom(list, `${list} ${text(80)}`);
  await custom.renameCustom(own.words, text(60));

  for (const [no, symptom] of [...ids('symptoms', 3), own.symptoms].entries()) {
    const id = await diary.logSymptom({ symptom, severity_nrs: no % 11 });
    await change(id, { regions: ids('regions', 24).map((region) => ({ region, side: 'both' })), generalised: true, words: ids('words', 39).concat(own.words),
      own_words: text(200), patterns: ids('patterns'), triggers: ids('triggers', 39).concat(own.triggers), note: text(2000),
      relief: [...ids('reliefs', 39), own.reliefs].map((what) => ({ what, before_nrs: 10, after_nrs: 0 })),
      stops_me: [...ids('activities'), own.activities].map((activity) => ({ activity, minutes: 1440 })),
      minutes_long: 10080, until_on: on, confirmed: true, private: no % 2 === 1 });
    if (no === 0) { await remove(id); await restore(id); await change(id, instant.instantOf(before, '02:30')); }
  }
  await diary.hardDay();
  await dailies.setDay(on, { sleep_hours: 7.5, sleep_quality: 'poor', energy: 'very_low', fatigue_nrs: 10, stiffness_nrs: 0, stress_nrs: 5,
    spasms: 'most_of_day', heat: 'a_bit', infection: { state: 'maybe', type: 'urine' }, sitting_minutes: 120, standing_minutes: 15, wheelchair_hours: 24,
    active_minutes: { easy: 1440, moderate: 0 }, falls: { count: 100, near: 0, injured: false }, note: text(2000) });
  const { withChange } = await at('domain/daily');
  for (const symptom of [...ids('symptoms').filter((id) => id !== 'pain'), own.symptoms]) {
    await dailies.setDay(on, (body) => withChange(body, symptom, 'new'));
    
  }
  await dailies.sayAsUsual(before);
  await dailies.setMind(on, { mood: 'low', anxious: true, alone_too_much: false, phq2: [3, 0], private: true });

  const pack = await at('state/knowledge');
  while (!pack.pack('story') || !pack.pack('countries')) await new Promise((done) => setTimeout(done, 50));
  for (const label of ['one', text(60)]) {
    const id = await stories.newStory(label);
    for (const question of pack.pack('story').questions) for (const part of question.parts) {
      const name = part.answer ?? question.id;
      await stories.keepAnswers(id, (answers) => ({ ...answers, [name]: { ...answers?.[name],
        ...(part.kind === 'text' ? { text: text(part.limit ?? 200) } : {}),
        ...(part.kind === 'date' ? { on } : {}),
        ...(part.kind === 'number' ? { numbers: { ...answers?.[name]?.numbers, [part.id]: part.most } } : {}),
        ...(part.kind === 'one' || part.kind === 'many'
          ? { choices: [...new Set([...answers?.[name]?.choices ?? [], ...(part.options?.map(({ id }) => id) ?? ids(part.list))])] } : {}) } }));
    }
    await stories.stillSo(id);
    await change(id, { note: text(2000), private: label === 'one' });
  }

  const shapes = [{ times: ['08:00', '20:00'] }, { days: ['mon', 'fri'], times: ['19:30'] }, { every_days: 2, from_on: before, times: ['08:00'] },
    { every_days: 90, from_on: on }, { days: [...meds.WEEKDAYS] }, {}];
  const all = ids('medicine_classes');
  for (const [no, kind] of all.entries()) {
    const id = await medicines.addMedicine(kind);
    await medicines.setRegimen(id, { name: text(80), dose_text: text(60), unit_text: 'µg/ml', route: meds.ROUTES[no % meds.ROUTES.length] });
    await medicines.setRegimen(id, shapes[no % shapes.length]);
    await change(id, { started_on: before, effect: 'unsure', side_effects: ids('side_effects'), note: text(2000) });
    const medicine = records.recordOf(id);
    medicines.lookAtTheClock();
    const taken = await medicines.take(medicine);
    if (taken.id && meds.injects(medicine.body)) {
      await change(taken.id, { body_site: sites.siteIds(words.body_sites)[0], reactions: ids('reactions'), note: text(2000) });
    }
    await medicines.take(medicine, null, { again: true });
    await medicines.skip({ medicine, on, slot: `${on}T20:00` });
    await medicines.noteEarlier({ medicine, on: before, slot: `${before}T20:00` }, 'late');
    await medicines.noteEarlier({ medicine, on: before, slot: `${before}T08:00` }, 'taken', instant.instantOf(before, '08:00'));
    if (no % 3 === 0) await medicines.setPrivate(id, true);
    if (no % 3 === 1) await change(id, { stopped_on: on });
    if (no % 3 === 2) await change(id, { started_on: null, effect: null });
  }

  const moves = await at('state/sessions');
  const done = (outcome, no) => ({ movement: 'ROM-01', outcome, position: 'seated', reps: 100, hold_s: 3600, seconds: 14400, effort_0_10: 10,
    reason: `stop-${no}` });
  const session = await moves.keepSession({ ...time.nowParts(), minutes: 240, plan_item_ids: Array.from({ length: 40 }, () => crypto.randomUUID()),
    done: Array.from({ length: 40 }, (_, no) => done(['done', 'part', 'skipped', 'stopped'][no % 4], no)), pain_before_nrs: 0,
    adapted: { rules: ['day-pain', 'PLAN-11'], flare_set: true }, helped_by: text(80) });
  await moves.setAfter(session, { felt: 'worse', felt_later: 'easier', pain_after_nrs: 10, note: text(2000), private: true });

  const { EVENTS } = await at('domain/event');
  for (const type of [...EVENTS.map(({ id }) => id), 'relapse_confirmed', 'relapse_over']) {
    const id = await events.addEvent(type, before, { private: type === 'fall' });
    await change(id, { until_on: on, detail: text(2000), regions: [{ region: 'hip', side: 'left' }] });
  }

  for (const one of ask.ASKS) {
    const from = one.list && ids(one.list);
    const given = { many: () => from, truth: () => true, one: () => (from ?? one.options.map(({ id }) => id))[0],
      aids: () => from.map((aid) => ({ aid, since_on: before, hand: 'both', checked_on: on })),
      steroids: () => ({ times: '5_plus', last_on: before, route: 'drip' }), infusion: () => ({ ever: true, last_on: before }) }[one.form];
    if (given) await profile.setProfile({ [one.field ?? one.id]: given() });
  }
  await profile.setProfile({ own_goal: text(200), movements: Array.from({ length: 40 }, (_, i) => `RST-${10 + i}`), minutes: 15, days: ask.DAYS.map(({ id }) => id), steroids: { times: 'never' } });

  const visit = await add('appointment', { ...instant.instantOf(on, '23:59'), who: text(80), take_report: true, agreed: text(2000), note: text(2000) });
  for (let no = 0; no < 6; no += 1) await visits.askNext(`${no} ${text(2000)}`, no % 2 === 1);
  await change(visit, { on: null, at: null, tz: null });
  for (const role of ['ms_team', 'doctor', 'emergency', 'caregiver', 'pharmacy', 'other']) {
    await add('contact', { who: text(80), role, number: '+41 (0)44 123-45.67/8', hours: text(80), note: text(2000), private: role === 'other' });
  }
  await add('allergy', { what: text(80), reaction: text(200) });
  const reliefs = ids('reliefs');
  await put('care_card', {}, { help: [...reliefs.map((relief) => ({ relief })), { text: text(200) }], alert_cards: [text(200)], country: 'ZZ', emergency_number: '112' });
  for (const country of pack.pack('countries').countries.slice(0, 12)) await put('care_card', {}, { country: country.id, emergency_number: country.emergency });

  for (const [name, values] of Object.entries({ theme: ['light', 'dark', 'system'], contrast: ['normal', 'high', 'system'], textSize: [125, 150, 200, 100],
    targets: ['large', 'normal'], hand: ['left', 'right'], simple: [true, false] })) for (const value of values) await looks.choose(name, value);
  const reminder = await reminders.addReminder('08:05');
  await reminders.changeReminder(reminder, { text: text(60), days: ['sat'], on: false });
  await reminders.setQuiet({ from: '22:00', to: '06:30' });
  await reminders.pauseUntil(on);

  const safety = await at('state/safety');
  const rules = await safety.rulesReady();
  const entry = diary.symptoms.value[3].id;
  const given = {};
  for (let round = 0; round < 20; round += 1) {
    const asked = safety.questionsOf(rules, { id: entry }, given).flatMap((group) => group.questions ?? group.checks ?? []);
    const fresh = asked.map((one) => one.id ?? one).filter((id) => typeof id === 'string' && !(id in given));
    if (fresh.length === 0) break;
    for (const id of fresh) given[id] = ['yes', 'no', 'not_sure'][Object.keys(given).length % 3];
  }
  await safety.keepAnswers({ id: entry }, given);
  const told = await safety.endRound(rules, { id: entry }, given);
  for (const one of safety.open.value) for (const answer of ['seen', 'not_now']) await safety.answerMessage(one, answer);
  await safety.endRound(rules, { worry: ['relapse'] }, {});
  return { asked: Object.keys(given).length, told: told.length, kinds: [...new Set(records.records.value.map(({ kind }) => kind))].sort() };
}
