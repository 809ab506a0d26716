// What people do in Moodle 4.5, in a browser: as its administrator, a teacher or a student.

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Sets a form's fields as its scripts expect it. */
export const set = (page, fields) => page.evaluate((all) => {
  for (const [field, value] of Object.entries(all)) {
    for (const element of document.querySelectorAll(`form [name="${field}"]`)) {
      if (element.type === 'hidden') continue;
      if (element.type === 'checkbox') element.checked = !!value;
      else if (element.type === 'radio') element.checked = element.value === String(value);
      else element.value = value;
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}, fields);

export async function submit(page, button) {
  await Promise.all([page.waitForNavigation({ waitUntil: 'domcontentloaded' }), page.evaluate((b) => document.querySelector(b).click(), button)]);
}

export async function signIn(browser, moodle, { username, password }, width = 1280) {
  const page = await (await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo', viewport: { width, height: 900 } })).newPage();
  page.setDefaultTimeout(30000);
  const form = await (await page.request.get(`${moodle}/login/index.php`)).text();
  const logintoken = /name="logintoken" value="([^"]+)"/.exec(form)?.[1];
  const home = await (await page.request.post(`${moodle}/login/index.php`, { form: { logintoken, username, password } })).text();
  if (!/login\/logout\.php/.test(home)) throw new Error(`Moodle did not sign ${username} in`);
  return page;
}

// --- its administrator ---

const ours = (page) => page.locator('.tool-card', { hasText: 'Kompetansebro' });
const words = (text) => text.replace(/\s+/g, ' ').trim();

/** Pastes the invitation; gives what the tool says in Moodle's frame, before Done is pressed. */
export async function register(page, moodle, address) {
  await page.goto(`${moodle}/mod/lti/toolconfigure.php`, { waitUntil: 'networkidle' });
  await page.fill("input[name='url'], #cartridge-url, #tool-url-or-cartridge", address)
    .catch(() => page.locator('input[type=url], input[type=text]').last().fill(address));
  await page.locator('#cartridge-registration-form button, button:has-text("LTI Advantage")').first().click();
  const frame = page.frameLocator('iframe').first();
  await pause(2500);
  const update = frame.locator('a:has-text("Update"), button:has-text("Update"), input[value="Update"]');
  const again = await update.count() > 0;
  if (again) await update.first().click();
  await frame.locator('[data-registered], [data-error-code]').first().waitFor();
  return { again, frame, refused: await frame.locator('[data-error-code]').count() > 0, says: words(await frame.locator('h1').textContent()) };
}

/** Presses Activate where Moodle wants it; gives the card before and after, and Moodle's id of the tool at the address. */
export async function activate(page, moodle, tool) {
  await ours(page).last().waitFor();
  const ids = (await ours(page).evaluateAll((cards) => cards.map((card) => card.dataset.typeId))).reverse();
  const look = await page.context().newPage();
  let id;
  for (const each of ids) {
    await look.goto(`${moodle}/mod/lti/typessettings.php?action=update&id=${each}&sesskey=${await page.evaluate(() => M.cfg.sesskey)}`);
    if ((await look.locator('#id_lti_toolurl').inputValue().catch(() => '')).startsWith(`${tool}/`)) { id = each; break; }
  }
  await look.close();
  if (!id) throw new Error(`Moodle has no tool at ${tool}`);
  const card = page.locator(`.tool-card[data-type-id="${id}"]`);
  const before = words(await card.innerText());
  if (await card.locator('a.activate').count()) {
    await card.locator('a.activate').click();
    await card.locator('a.activate').waitFor({ state: 'detached' });
    await pause(500);
  }
  return { id, before, after: words(await card.innerText()) };
}

/** Puts the tool into teachers' activity chooser, where Moodle does not put what registers itself. */
export async function offer(page, moodle, id) {
  await page.goto(`${moodle}/mod/lti/typessettings.php?action=update&id=${id}&sesskey=${await page.evaluate(() => M.cfg.sesskey)}`, { waitUntil: 'load' });
  const before = await page.locator('[name=lti_coursevisible] option:checked').innerText();
  await page.selectOption('[name=lti_coursevisible]', '2');
  const after = await page.locator('[name=lti_coursevisible] option:checked').innerText();
  await submit(page, '#id_submitbutton');
  return { before, after };
}

export async function newUser(page, moodle, user) {
  await page.goto(`${moodle}/user/editadvanced.php?id=-1`, { waitUntil: 'load' });
  await set(page, { username: user.username, newpassword: user.password, firstname: user.given, lastname: user.family,
    email: `${user.username}@example.invalid`, idnumber: user.number ?? '' });
  await submit(page, '#id_submitbutton');
}

export async function newCourse(page, moodle, course) {
  await page.goto(`${moodle}/course/edit.php?category=1`, { waitUntil: 'load' });
  await set(page, { fullname: course.full, shortname: course.short, enablecompletion: 1 });
  await submit(page, '#id_saveanddisplay');
  course.id = /[?&]id=(\d+)/.exec(page.url())[1];
}

/** Moodle's own roles: 3 is a teacher who edits, 5 a student. Keeps Moodle's id of the user. */
export async function enrol(page, moodle, course, user, role) {
  await page.goto(`${moodle}/enrol/instances.php?id=${course.id}`, { waitUntil: 'load' });
  await page.goto(await page.locator('a[href*="/enrol/manual/manage.php"]').first().getAttribute('href'), { waitUntil: 'load' });
  user.id = await page.locator('#addselect option', { hasText: user.family }).first().getAttribute('value');
  await page.selectOption('select[name=roleid]', String(role));
  await page.selectOption('#addselect', user.id);
  await submit(page, '#add');
}

// --- a teacher ---

/** Whether the chooser of a course has the tool, as the course's teacher sees it. */
export async function chooserHas(page, moodle, course) {
  await page.goto(`${moodle}/mod/lti/coursetools.php?id=${course.id}`, { waitUntil: 'load' });
  return page.locator(`#showinactivitychooser-toggle-${course.type}`).isChecked();
}

/** Opens the dialogue in which a teacher of the course chooses what a new link of the tool shows. */
export async function openChoice(page, moodle, course) {
  await page.goto(`${moodle}/course/modedit.php?add=lti&type=&course=${course.id}&section=0&return=0&typeid=${course.type}`, { waitUntil: 'load' });
  await page.waitForFunction(() => !document.querySelector('#id_selectcontent')?.disabled);
  await pause(500);
  await page.evaluate(() => document.querySelector('#id_selectcontent').click());
  const dialogue = page.frameLocator('.modal.show iframe, .modal iframe');
  await dialogue.locator('h1').first().waitFor();
  return dialogue;
}

/** What Moodle filled its form with from the tool's answer. */
export async function filledForm(page) {
  await page.waitForFunction(() => document.querySelector('#id_name')?.value);
  return page.evaluate(() => ({
    title: document.querySelector('#id_name').value,
    custom: document.querySelector('[name=instructorcustomparameters]')?.value,
    resource: document.querySelector('[name=lineitemresourceid]')?.value,
    grades: document.querySelector('[name=instructorchoiceacceptgrades][type=checkbox]')?.checked,
  }));
}

/** Saves the form, complete by a pass mark; gives the id of the activity. */
export async function saveActivity(page, title, passMark) {
  await set(page, { completion: 2 });
  await set(page, { completionusegrade: 1 });
  await set(page, { completionpassgrade: 1, gradepass: String(passMark) });
  await submit(page, '#id_submitbutton2');
  const link = page.locator('li.modtype_lti', { hasText: title }).first();
  await link.waitFor();
  return /id=(\d+)/.exec(await link.locator('a[href*="/mod/lti/view.php"]').first().getAttribute('href'))[1];
}

export async function completeCourseBy(page, moodle, course, activities) {
  await page.goto(`${moodle}/course/completion.php?id=${course.id}`, { waitUntil: 'load' });
  await set(page, Object.fromEntries(activities.map((id) => [`criteria_activity[${id}]`, 1])));
  await submit(page, '#id_submitbutton');
}

/** The grades of one student, as the teacher sees them. */
export async function grades(page, moodle, course, user) {
  await page.goto(`${moodle}/grade/report/user/index.php?id=${course.id}&userid=${user.id}`, { waitUntil: 'domcontentloaded' });
  return (await page.locator('table.user-grade td.column-grade').allInnerTexts()).map(words);
}

/** What the completion report says of one student. */
export async function completion(page, moodle, course, user) {
  await page.goto(`${moodle}/report/completion/index.php?course=${course.id}`, { waitUntil: 'domcontentloaded' });
  const row = page.locator('table#completion-progress tbody tr', { hasText: user.family });
  const titles = await row.locator('img, i.icon, a').evaluateAll((all) => all.map((each) => each.title || each.alt || each.getAttribute('aria-label') || ''));
  return [...new Set(titles.filter((title) => /: /.test(title)))];
}

// --- anybody ---

/** Opens an activity, and gives the frame in which the tool is. */
export async function launch(page, moodle, tool, activity) {
  await page.goto(`${moodle}/mod/lti/view.php?id=${activity}`, { waitUntil: 'domcontentloaded' });
  const frame = await (await page.waitForSelector('iframe#contentframe')).contentFrame();
  await arrived(frame, tool);
  return frame;
}

/** Waits until the launch in the frame has come to a page of the tool. */
export async function arrived(frame, tool) {
  await frame.waitForURL((url) => url.origin === new URL(tool).origin && (url.pathname !== '/lti/login'), { waitUntil: 'load' });
  await frame.locator('h1').first().waitFor();
  await pause(500);
}
