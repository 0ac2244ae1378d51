// Everybody who appears in one story; they leave with it.
import { Person } from './person.mjs';

export class Cast {
  people = [];
  figures = [];

  constructor(house) {
    this.house = house;
  }

  /** Somebody of the demo organisation, signed in on a device of their own. */
  person = async (handle, options) => {
    const person = await this.visitor(options);
    await person.signsInAs(handle);
    return person;
  };

  /** Somebody whom the server does not know. */
  visitor = async (options) => {
    const person = await Person.arrives(this.house, options);
    this.people.push(person);
    return person;
  };

  /** A figure to print beside the sentence. */
  say = (figure) => this.figures.push(figure);

  /** What their pages did that no page may do. */
  get complaints() {
    return this.people.flatMap(({ complaints }) => complaints);
  }

  async leave() {
    await Promise.all(this.people.map((person) => person.leaves()));
  }
}
