// What the clients of the provider know, apart from what makes it one: whoever starts it needs nothing else.
export const SECRET = 'only-for-tests-only-for-tests-only-for-tests';
