import { gql, type AnyVariables, type TypedDocumentNode } from '@urql/core';

/** A document with the types of its answer and its variables. Only generated code calls this. */
export const doc = <Data, Variables>(text: string) =>
  gql(text) as unknown as TypedDocumentNode<Data, Variables & AnyVariables>;
