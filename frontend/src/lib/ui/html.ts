const policy = window.trustedTypes?.createPolicy('interlude-html', { createHTML: (html) => html });

/** The one door by which HTML comes into a page: for HTML that the server made, and nothing else. */
export const trusted = (html: string) => (policy?.createHTML(html) ?? html) as string;

/** What a post says, without its marks. */
export const plainText = (html: string) =>
  new DOMParser()
    .parseFromString(trusted(html.replace(/<\/(p|li|h\d|blockquote)>/g, '$& ')), 'text/html')
    .body.textContent.replace(/\s+/g, ' ')
    .trim();
