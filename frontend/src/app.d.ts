declare global {
  namespace App {
    interface Error {
      message: string;
      /** Given by the server; an administrator finds the cause with it. */
      requestId?: string;
    }
  }

  interface Window {
    /** Where the browser has it: what may become HTML goes through a policy that the server allows. */
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createHTML(html: string): string },
      ): { createHTML(html: string): unknown };
    };
  }
}

export {};
