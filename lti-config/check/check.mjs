#!/usr/bin/env node
// Checks the tool against a running Moodle 4.5 from end to end, from outside, as people use the two: the tool is registered by
// an invitation and activated; a teacher places two links; a student opens each; the roster is read; scores are posted; and
// they complete the activities and the course. Makes a course, a teacher and two students of its own in that Moodle, and leaves
// them and the tool there to look at. Never run it against a Moodle or a tool in use.
//
//   npm install playwright-core          (and a Chromium; CHROMIUM names another one than /usr/bin/chromium)
//   node check.mjs --moodle=http://localhost:8880 --user=admin --password=… --tool=http://localhost:8080 --token=API-TOKEN
//        --invitation=ADDRESS [--shots=FOLDER]
//
// The token (the bootstrap token, or one that may import and write the catalogue) is of the employer that the invitation is of.
// ADDRESS is made under Læringsplattformer ("our own network" for a Moodle there), good once. For a tool in the demo profile say
// --administrator=http://127.0.0.1:8080/demo/lms/administrator instead: then the invitation is made by the demo's administrator,
// who also presses the trial's button and looks at the course's roster at the end.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as moodling from './moodle.mjs';

const require = createRequire(process.env.PLAYWRIGHT ? pathToFileURL(`${process.env.PLAYWRIGHT}/package.json`) : import.meta.url);
const { chromium } = require('playwright-core');
const option = Object.fromEntries(process.argv.slice(2).map((a) => /^--([^=]+)=(.*)$/s.exec(a).slice(1)));
const missing = ['moodle', 'user', 'password', 'tool', 'token'].filter((each) => !option[each]);
if (missing.length || !(option.invitation || option.administrator)) {
  console.error(`missing: ${[...missing, 'invitation or administrator'].join(', ')}; see the head of this file`);
  process.exit(2);
}
const moodle = option.moodle.replace(/\/$/, ''), tool = option.tool.replace(/\/$/, '');
const shots = option.shots ?? 'shots';
mkdirSync(shots, { recursive: true });

const stamp = Date.now().toString(36);
const password = `Check-${stamp}-2026!`;
const student = { username: `check.s.${stamp}`, password, number: `check-s-${stamp}`, given: 'Prøve', family: `Student ${stamp}` };
const absent = { username: `check.a.${stamp}`, password, number: `check-a-${stamp}`, given: 'Prøve', family: `Fraværende ${stamp}` };
const teacher = { username: `check.t.${stamp}`, password, given: 'Prøve', family: `Lærer ${stamp}` };
const course = { short: `CHECK-${stamp}`, full: `Kontroll ${stamp}` };

let failures = 0;
function seen(what, ok, detail = '') {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}${detail ? `: ${detail}` : ''}`);
  if (!ok) failures++;
}
let picture = 0;
const shot = async (page, what) => { await moodling.pause(300); await picturing(page, what); };
const picturing = (page, what) => page.screenshot({ path: `${shots}/${String(++picture).padStart(2, '0')}-${what}.png`, fullPage: true });

async function eventually(what, look, seconds = 30) {
  const begin = Date.now();
  for (;;) {
    const found = await look();
    const after = (Date.now() - begin) / 1000;
    if (found || after > seconds) {
      seen(what, !!found, found ? `${found} (after ${after.toFixed(1)} s)` : `not within ${seconds} s`);
      return;
    }
    await moodling.pause(500);
  }
}

// --- the tool: what the course is about, and who the students are ---

async function api(method, path, type, body) {
  const answer = await fetch(`${tool}/api/v1${path}`, { method, body, headers: { Authorization: `Bearer ${option.token}`, ...(type && { 'Content-Type': type }) } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 400)}`);
  return text;
}
const load = (kind, csv) => api('POST', `/imports/${kind}`, 'text/csv', csv);

const CATALOGUE = {
  competences: '  - {code: check-competence, name: {nb: Kontroll av Moodle}, kind: KNOWLEDGE}',
  items: '  - {code: check-module, name: {nb: "Kontrollmodul: etikk"}, kind: MODULE, arena: E_LEARNING}',
  awardRules: '  - {code: check-rule, competence: check-competence, criterion: {result: {item: check-module, minScore: 60}}}',
  requirements: '  - {code: check-requirement, name: {nb: Kontrollkrav for ledere}, competence: check-competence, category: MANDATORY, targetGroup: {leaderLevel: ["check"]}}',
};

/** Adds to each list of the document a line, whether the list is long, empty or not there. */
function extended(catalogue) {
  const lines = catalogue.split('\n');
  for (const [heading, line] of Object.entries(CATALOGUE)) {
    const at = lines.findIndex((each) => each.startsWith(`${heading}:`));
    if (at < 0) lines.push(`${heading}:`, line);
    else lines.splice(at, 1, `${heading}:`, line);
  }
  return lines.join('\n');
}

async function prepareTool() {
  const catalogue = await api('GET', '/catalogue');
  if (!catalogue.includes('check-module')) await api('PUT', '/catalogue', 'application/yaml', extended(catalogue));
  const employed = [student, absent];
  await load('units', 'unit,parent,name,kind\ncheck-unit,,Kontrollenhet,enhet\n');
  await load('employees', `employee_no,given_name,family_name\n${employed.map((e) => `${e.number},${e.given},${e.family}\n`).join('')}`);
  await load('employments', `employment_no,employee_no,unit,position,valid_from,leader_level\n${employed.map((e) => `${e.number},${e.number},check-unit,check,2020-01-01,check\n`).join('')}`);
}

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date());
const passes = () => load('results', `employee_no,item,achieved_on,score,source,external_id\n${[[student, 80], [absent, 70]]
  .map(([who, score]) => `${who.number},check-module,${today},${score},check,${who.number}\n`).join('')}`);

// --- the tool's administrator, in the demo's LMS ---

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

/** The tool lives in the LMS's frame: its session is that frame's. */
async function administrator(path) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 1600 }, locale: 'nb-NO' })).newPage();
  page.setDefaultTimeout(30000);
  await page.goto(option.administrator, { waitUntil: 'networkidle' });
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  await moodling.arrived(frame, tool);
  await frame.goto(`${tool}/administrasjon/${path}`);
  return frame;
}

async function invitation() {
  if (option.invitation) return option.invitation;
  const frame = await administrator('plattformer');
  await frame.check('#privat');
  await frame.click("form[action$='/invitasjon'] button");
  const made = await frame.locator('#invitasjon').textContent();
  seen('an administrator made an invitation', true);
  await shot(frame.page(), 'invitation');
  await frame.page().context().close();
  return made;
}

async function lookAsAdministrator() {
  const courses = await administrator('kurs');
  const text = await courses.locator('.kb-card', { hasText: course.full }).first().innerText().catch(() => '');
  seen('the administrator sees the whole roster', /Hele listen kom/.test(text), text.split('\n').find((line) => /^Deltakere/.test(line)));
  await shot(courses.page(), 'courses');
  const platforms = await administrator('plattformer');
  await platforms.locator('ul[aria-labelledby=plattformer] a', { hasText: new URL(moodle).host }).last().click();
  await platforms.click("form[action$='/prov'] button");
  await platforms.locator('.kb-findings li').first().waitFor();
  const findings = platforms.locator('.kb-findings li');
  for (let i = 0; i < await findings.count(); i++) {
    const finding = findings.nth(i);
    seen('trial', await finding.getAttribute('data-good') === 'true', (await finding.innerText()).replace(/\s+/g, ' '));
  }
  await shot(platforms.page(), 'trial');
}

// --- the walk ---

/** A teacher places one link by deep linking, and says when it is complete. */
async function place(page, key, search, what) {
  const dialogue = await moodling.openChoice(page, moodle, course);
  await dialogue.locator('#sok').fill(search);
  await Promise.all([page.waitForEvent('framenavigated', (frame) => frame.url().startsWith(tool)), dialogue.locator('#sok').press('Enter')]);
  await dialogue.locator('h1').first().waitFor();
  await dialogue.locator(`input[name=valgt][value="${key}"]`).check();
  await shot(page, `teacher-chooses-${what}`);
  await dialogue.locator('button[value=legg-inn]').click();
  const filled = await moodling.filledForm(page);
  seen(`the teacher chose, and Moodle filled its form (${filled.title})`, filled.custom.includes(`content=${key}`) && filled.resource === key, JSON.stringify(filled));
  return moodling.saveActivity(page, filled.title, 60);
}

async function walk() {
  await prepareTool();
  const address = await invitation();

  const admin = await moodling.signIn(browser, moodle, { username: option.user, password: option.password });
  const registered = await moodling.register(admin, moodle, address);
  await shot(admin, 'registered');
  if (registered.refused) throw new Error(`registration refused: ${registered.says}`);
  seen(`the tool is registered${registered.again ? ' again' : ''}, and says so in Moodle's frame`, true, registered.says);
  await registered.frame.locator('[data-close-registration]').click();
  await moodling.pause(4000);
  const card = await moodling.activate(admin, moodle, tool);
  await shot(admin, 'activated');
  seen("the tool's card, before and after Activate", /Active/.test(card.after), `${card.before} → ${card.after}`);
  course.type = card.id;
  const offered = await moodling.offer(admin, moodle, card.id);
  seen("the tool is put into teachers' activity chooser", true, `${offered.before} → ${offered.after}`);

  for (const user of [teacher, student, absent]) await moodling.newUser(admin, moodle, user);
  await moodling.newCourse(admin, moodle, course);
  await moodling.enrol(admin, moodle, course, teacher, 3);
  for (const user of [student, absent]) await moodling.enrol(admin, moodle, course, user, 5);
  await admin.context().close();

  const teaching = await moodling.signIn(browser, moodle, teacher);
  const inChooser = await moodling.chooserHas(teaching, moodle, course);
  await shot(teaching, 'teacher-tools');
  seen("the teacher's chooser has it", inChooser);
  const module = await place(teaching, 'item:check-module', 'Kontrollmodul', 'module');
  const path = await place(teaching, 'path:check', 'check', 'path');
  await moodling.completeCourseBy(teaching, moodle, course, [module, path]);
  await teaching.goto(`${moodle}/course/view.php?id=${course.id}`);
  await shot(teaching, 'teacher-course');
  seen('both links are in the course', await teaching.locator('li.modtype_lti').count() === 2);

  const learning = await moodling.signIn(browser, moodle, student);
  const first = await moodling.launch(learning, moodle, tool, module);
  seen('the student opens the module', (await first.locator('h1').first().innerText()).includes('Kontrollmodul'), (await first.locator('article').innerText()).replace(/\s+/g, ' ').slice(0, 120));
  await shot(learning, 'student-module');
  const second = await moodling.launch(learning, moodle, tool, path);
  seen('the student opens the path', /0 (av|of) 1/.test(await second.locator('article').innerText()), (await second.locator('.kb-me__figure').first().innerText()));
  await shot(learning, 'student-path');
  const phone = await moodling.signIn(browser, moodle, student, 360);
  await moodling.launch(phone, moodle, tool, path);
  await shot(phone, 'student-path-360');

  const own = await moodling.launch(teaching, moodle, tool, module);
  seen('the teacher, whom HR does not know, opens the module: a page that says what to do', await own.locator('h1').count() === 1, await own.locator('h1').first().innerText());
  await shot(teaching, 'teacher-module');

  await passes();
  await eventually("the student's scores are in Moodle's gradebook", async () => {
    const all = (await moodling.grades(teaching, moodle, course, student)).join(' | ');
    return /80[.,]00/.test(all) && /100[.,]00/.test(all) && all;
  });
  await shot(teaching, 'gradebook-student');
  await eventually('and so are those of the one who never opened a link: only the roster names them', async () => {
    const all = (await moodling.grades(teaching, moodle, course, absent)).join(' | ');
    return /70[.,]00/.test(all) && /100[.,]00/.test(all) && all;
  });
  await shot(teaching, 'gradebook-absent');
  for (const user of [student, absent]) {
    await eventually(`activities and course are complete (${user.family.split(' ')[0]})`, async () => {
      const titles = await moodling.completion(teaching, moodle, course, user);
      return titles.filter((title) => /: (Completed|Fullført)/.test(title)).length >= 3 && titles.join(' | ');
    });
  }
  await shot(teaching, 'completion');
  await moodling.launch(learning, moodle, tool, path);
  await shot(learning, 'student-path-covered');

  if (option.administrator) await lookAsAdministrator();
}

try {
  await walk();
} catch (problem) {
  seen('the check ran to its end', false, String(problem.stack ?? problem).slice(0, 800));
  let number = 0;
  for (const context of browser.contexts()) for (const page of context.pages()) await page.screenshot({ path: `${shots}/failed-${number++}.png` }).catch(() => {});
} finally {
  await browser.close();
}
console.log(failures ? `${failures} failed` : 'all seen', `course ${course.short} (${course.id})`);
process.exit(failures ? 1 : 0);
