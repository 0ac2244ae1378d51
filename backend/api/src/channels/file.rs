use ::channels::{File, Unreadable};
use async_graphql::Object;
use kernel::FileId;

/// A file attached to a post.
#[derive(Clone)]
pub struct FileObject(pub File);

#[Object(name = "File")]
impl FileObject {
    /// Its id.
    pub async fn id(&self) -> FileId {
        self.0.id
    }

    /// The name it was uploaded under.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is, as its content shows.
    async fn media_type(&self) -> &str {
        &self.0.media_type
    }

    /// Its size in bytes.
    async fn bytes(&self) -> i32 {
        i32::try_from(self.0.bytes).unwrap_or(i32::MAX)
    }

    /// The width of a picture in pixels.
    async fn width(&self) -> Option<i32> {
        self.0.width
    }

    /// The height of a picture in pixels.
    async fn height(&self) -> Option<i32> {
        self.0.height
    }

    /// Why what is said in it cannot be searched; nothing when it is, or when such a file says nothing.
    async fn unreadable(&self) -> Option<Unreadable> {
        self.0.unreadable
    }

    /// Where its content is, for those who may read the post.
    async fn url(&self) -> String {
        file_url(&self.0)
    }
}

/// The path of a file's content. The name is there for the reader; the id decides.
pub fn file_url(file: &File) -> String {
    let stem = file
        .name
        .rsplit_once('.')
        .map_or(file.name.as_str(), |(stem, _)| stem);
    let name = kernel::slug(stem);
    format!(
        "/files/{}/{}",
        file.id,
        if name.is_empty() { "file" } else { &name }
    )
}
