declare global {
  namespace App {
    interface Error {
      message: string;
      /** Given by the server; an administrator finds the cause with it. */
      requestId?: string;
    }
  }
}

export {};
