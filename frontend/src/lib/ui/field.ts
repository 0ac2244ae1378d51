/** What is said of every field. All else that it is given goes to its element. */
export type FieldProps<Attributes, Element> = Attributes & {
  label: string;
  value?: string;
  hint?: string;
  error?: string;
  element?: Element;
};
