// Somebody in front of a browser, and the words for what they do there.
import assert from 'node:assert/strict';
import { newContext, watch } from './browser.mjs';

export class Person {
  #heard = [];
  #expected = [];

  static async arrives(house, options) {
    const person = new Person();
    person.house = house;
    person.context = await newContext(house, options);
    person.page = await person.context.newPage();
    await watch(person.page, person.#heard);
    return person;
  }

  async leaves() {
    await this.context.close();
  }

  /** Signs in with the API's door for demonstrations, without looking at a page. */
  async signsInAs(handle) {
    await this.asks('mutation($input: DemoSignInInput!) { demoSignIn(input: $input) { email } }', {
      input: { handle },
    });
  }

  /** Asks the API as this person, and returns its data. */
  async asks(query, variables = {}) {
    const response = await this.context.request.post('/graphql', {
      headers: { origin: this.house.origin },
      data: { query, variables },
    });
    const { data, errors } = await response.json();
    assert.equal(errors, undefined, `the API refused: ${JSON.stringify(errors)}`);
    return data;
  }

  // What they do.

  async opens(path) {
    await this.page.goto(path);
    await this.page.locator('h1').first().waitFor();
  }

  async reloads() {
    await this.page.reload();
    await this.page.locator('h1').first().waitFor();
  }

  button = (name, place = this.page) => place.getByRole('button', { name, exact: true });
  link = (name, place = this.page) => place.getByRole('link', { name });
  field = (label, place = this.page) => place.getByLabel(label);
  dialog = (name) => this.page.getByRole('dialog', { name });

  async clicks(name, place) {
    await this.button(name, place).first().click();
  }

  async follows(name, place) {
    await this.link(name, place).first().click();
  }

  async fills(label, text, place) {
    await this.field(label, place).first().fill(text);
  }

  async chooses(menu, item, place) {
    await this.clicks(menu, place);
    const { page } = this;
    const items = page.getByRole('menuitem', { name: item });
    const choice = items.or(page.getByRole('menuitemradio', { name: item })).first();
    if (
      await choice.click({ timeout: 4000 }).then(
        () => true,
        () => false,
      )
    )
      return;
    // A page that was still being filled has moved away under it: people close it and look again.
    await page.keyboard.press('Escape');
    await this.clicks(menu, place);
    await choice.click();
  }

  /** Keys one after the other, as `g t` or `Control+k`. */
  async presses(keys) {
    for (const key of keys.split(' ')) await this.page.keyboard.press(key);
  }

  /** Goes somewhere by keys. A page that has just come up may not listen yet: then one presses again. */
  async goesBy(keys, path) {
    await this.presses(keys);
    await this.isAt(path, { timeout: 3_000 }).catch(() => this.presses(keys));
    await this.isAt(path);
  }

  async types(text) {
    await this.page.keyboard.type(text);
  }

  // What they see.

  async sees(text, place = this.page) {
    await visible(place, text).waitFor();
  }

  async seesNoMore(text, place = this.page) {
    await place.getByText(text).filter({ visible: true }).first().waitFor({ state: 'detached' });
  }

  /** A field comes to hold this text. */
  async holds(field, text) {
    const element = await field.elementHandle();
    await this.page
      .waitForFunction(({ element, text }) => element.value === text, { element, text })
      .catch(async () => assert.equal(await field.inputValue(), text));
  }

  async seesHeading(name) {
    await this.page.getByRole('heading', { name }).first().waitFor();
  }

  async isAt(path, options) {
    await this.page.waitForURL(({ pathname, search, hash }) => {
      const here = pathname + search + hash;
      return path instanceof RegExp ? path.test(here) : here === path;
    }, options);
  }

  /** When (by the machine's clock) the words stand on the page that do not stand there yet. */
  whenAppears(text) {
    return this.page.evaluate(
      (words) =>
        new Promise((resolve) => {
          const look = () =>
            document.body.innerText.includes(words) && (observer.disconnect(), resolve(Date.now()));
          const observer = new MutationObserver(look);
          observer.observe(document.body, { childList: true, subtree: true, characterData: true });
          look();
        }),
      text,
    );
  }

  /** A complaint of the page that belongs to the story, as when the server is stopped. */
  expects(complaint) {
    this.#expected.push(complaint);
  }

  /** What their pages did that no page may do. */
  get complaints() {
    return this.#heard.filter((each) => !this.#expected.some((one) => one.test(each)));
  }
}

const visible = (place, text) => place.getByText(text).filter({ visible: true }).first();
