// Corrections, made behind the page by those who may.
import { findsConversation } from './conversation.mjs';

const suspect = `mutation ($input: SuspectMisconceptionInput!) {
  suspectMisconception(input: $input) { id }
}`;
const step = (name, type) => `mutation ($input: ${type}!) { ${name}(input: $input) { id state } }`;

/** The correction of a passage is written: it touches safety, and waits for a second person. */
export async function draftsCorrection(by, post, claim) {
  const passage = { quote: claim };
  const { suspectMisconception } = await by.asks(suspect, {
    input: { post, passage, claim, severity: 'SAFETY' },
  });
  const misconception = suspectMisconception.id;
  await by.asks(step('confirmMisconception', 'ConfirmMisconceptionInput'), {
    input: { misconception },
  });
  await by.asks(step('draftCorrection', 'DraftCorrectionInput'), {
    input: {
      misconception,
      claim,
      misses: 'It looks so from outside.',
      holds: 'Ask, and hear what is said.',
      sources: [{ title: 'Session 3, slide 9' }],
      severity: 'SAFETY',
    },
  });
  return misconception;
}

/** A passage is corrected at once: two people say so. */
export async function publishesCorrection({ by, agreedBy }, post, claim) {
  const misconception = await draftsCorrection(by, post, claim);
  const only = { input: { misconception } };
  await agreedBy.asks(step('agreeToCorrection', 'AgreeToCorrectionInput'), only);
  await by.asks(step('publishCorrection', 'PublishCorrectionInput'), only);
  return misconception;
}

/** One that is being written, about the first answer of a conversation. */
export async function misconceptionBy(leader) {
  const talk = await findsConversation(leader, 'What do I do with silence?');
  const { list } = await talk.posts();
  const { id, body } = list.find(({ number, body }) => number > 1 && body);
  const quote = body.split(/[.\n]/)[0];
  const { suspectMisconception } = await leader.asks(suspect, {
    input: { post: id, passage: { quote }, claim: quote, severity: 'PRACTICE' },
  });
  return suspectMisconception;
}
