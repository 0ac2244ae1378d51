//! What a directory keeps here, as it is shown and asked for.
use serde_json::Value;

/// A resource of SCIM (RFC 7643, section 3): somebody or a group.
pub trait Kept {
    /// Where resources of this kind are, below `/scim/v2`.
    const PLACE: &str;

    fn id(&self) -> String;

    /// The version of what is shown, an entity tag: whatever of that changes, it is another.
    fn version(&self) -> String;

    /// The resource as SCIM shows it; `base` is the address of `/scim/v2`.
    fn shown(&self, base: &str) -> Value;
}
