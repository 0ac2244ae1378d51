//! Consultations as GraphQL shows them.
mod consultation;
mod link;
mod mutations;
mod places;
mod query;

pub use consultation::ConsultationObject;
pub use mutations::ConsultationsMutation;
pub use places::ConsultationsOfCommunity;
pub use query::ConsultationsQuery;
