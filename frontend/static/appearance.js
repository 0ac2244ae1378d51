// Runs before the first paint, so that a dark room stays dark while the app loads.
try {
  Object.assign(document.documentElement.dataset, JSON.parse(localStorage.getItem('appearance')));
} catch {
  // Nothing kept on this device: the system decides.
}
