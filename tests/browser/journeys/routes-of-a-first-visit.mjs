import assert from 'node:assert/strict';
import { DESK, PHONE } from '../browser.mjs';
import { inspect, invitation, overlooked } from '../pages/places.mjs';

/** It has no address before somebody has brought one: it is looked at from the page before. */
const A_ROSTER = '/c/[community]/people/import/[roster]';

/** What waits has an address of its own: it is looked at from the queue. */
const AN_ITEM = '/moderation/[item]';

export default {
  'The first visit is open to all, at a desk and on a phone': async ({ visitor, house }) => {
    for (const device of [DESK, PHONE]) {
      const somebody = await visitor(device);
      await somebody.opens(invitation(house));
      await somebody.fills('Your name', 'Noa Lind');
      await somebody.fills(/^New password/, 'seven quiet boats at the pier');
      await somebody.clicks('Join Facilitation guild');
      await somebody.isAt('/welcome');
      for (const step of [1, 2, 3, 4]) {
        await somebody.sees(`Step ${step} of 4`);
        await inspect(somebody, `welcome ${step}`);
        if (step < 4) await somebody.clicks('Next');
      }
    }
  },

  'No page is overlooked': async () => {
    // The first visit is above; the house of components is not in the product.
    assert.deepEqual(overlooked(['/welcome', '/second-factor', '/dev/ui', A_ROSTER, AN_ITEM]), []);
  },
};
