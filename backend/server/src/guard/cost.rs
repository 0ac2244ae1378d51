//! How much an operation expands to, counted without expanding it.
use super::{Refused, refuse};
use async_graphql::Positioned;
use async_graphql::parser::types::{
    Directive, ExecutableDocument, OperationDefinition, Selection, SelectionSet,
};
use std::collections::HashMap;

const DIRECTIVES_MAX: usize = 5;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Fields and spreads after every fragment is put in place.
    pub selections: u64,
    pub aliases: u64,
    /// Levels of fields.
    pub depth: u64,
}

impl Cost {
    fn beside(self, other: Self) -> Self {
        Self {
            selections: self.selections.saturating_add(other.selections),
            aliases: self.aliases.saturating_add(other.aliases),
            depth: self.depth.max(other.depth),
        }
    }
}

/// What is known of a fragment.
#[derive(Clone, Copy)]
enum Known {
    Counted(Cost),
    /// It is being counted: to meet it again is to go in a circle.
    Open,
}

pub struct Counter<'a> {
    document: &'a ExecutableDocument,
    known: HashMap<&'a str, Known>,
}

impl<'a> Counter<'a> {
    pub fn new(document: &'a ExecutableDocument) -> Self {
        Self {
            document,
            known: HashMap::new(),
        }
    }

    /// Counts a fragment that may not even be spread: the rules of validation walk it all the same.
    pub fn fragment(&mut self, name: &str) -> Result<Cost, Refused> {
        let Some((name, fragment)) = self.document.fragments.get_key_value(name) else {
            return refuse("a fragment is spread that is not defined");
        };
        match self.known.get(name.as_str()) {
            Some(Known::Counted(cost)) => return Ok(*cost),
            Some(Known::Open) => return refuse("a fragment spreads itself"),
            None => {}
        }
        self.known.insert(name, Known::Open);
        let cost = self.set(&fragment.node.selection_set.node)?;
        self.known.insert(name, Known::Counted(cost));
        Ok(cost)
    }

    pub fn operation(&mut self, operation: &'a OperationDefinition) -> Result<Cost, Refused> {
        few_enough(&operation.directives)?;
        self.set(&operation.selection_set.node)
    }

    fn set(&mut self, set: &'a SelectionSet) -> Result<Cost, Refused> {
        let mut sum = Cost::default();
        for item in &set.items {
            let mut cost = self.selection(&item.node)?;
            cost.selections = cost.selections.saturating_add(1);
            sum = sum.beside(cost);
        }
        Ok(sum)
    }

    fn selection(&mut self, selection: &'a Selection) -> Result<Cost, Refused> {
        few_enough(selection.directives())?;
        match selection {
            Selection::Field(field) => {
                let mut cost = self.set(&field.node.selection_set.node)?;
                cost.aliases = cost
                    .aliases
                    .saturating_add(field.node.alias.is_some().into());
                cost.depth = cost.depth.saturating_add(1);
                Ok(cost)
            }
            Selection::InlineFragment(inline) => self.set(&inline.node.selection_set.node),
            Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node),
        }
    }
}

fn few_enough(directives: &[Positioned<Directive>]) -> Result<(), Refused> {
    if directives.len() > DIRECTIVES_MAX {
        return refuse("too many directives in one place: 5 is the most");
    }
    Ok(())
}
