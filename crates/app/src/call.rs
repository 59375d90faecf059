//! A call that came in over HTTP, as the door tells it. No key is ever in it: the door does not hand over the
//! `Authorization` header, only the kind of key that was in it.

use domain::id::Seq;
use jiff::Timestamp;

/// Bytes of a body that are kept. Our own limit.
pub const LARGEST_BODY: usize = 64 * 1024;
/// Bytes of a path, a query or a user agent that are kept. Our own limit.
pub const LONGEST_TEXT: usize = 4 * 1024;

/// A call and its answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Call {
    /// What the caller was told the call is called.
    pub uuid: String,
    /// When it came in; see [`crate::workspace::Workspace::arrival`].
    pub at: Timestamp,
    /// `GET`, `PUT` and so on.
    pub method: String,
    /// The path as it was sent.
    pub path: String,
    /// The query as it was sent, without the question mark.
    pub query: String,
    /// The status of the answer; 0 when the connection was dropped on purpose.
    pub status: u16,
    /// How long the answer took, in microseconds.
    pub duration_us: u32,
    /// What the caller says it is.
    pub user_agent: String,
    /// `ApiKey-v1`, `ManagementKey-v1`, or nothing.
    pub scheme: String,
    /// The fault it met on purpose, in words; empty when it met none.
    pub fault: String,
    /// The place of the last event it made.
    pub event: Option<u64>,
    /// The request's body.
    pub request: Body,
    /// The answer's body.
    pub response: Body,
}

/// A body, of which only the beginning may be there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// As much of it as the door kept.
    pub bytes: Vec<u8>,
    /// How many bytes it has in all.
    pub size: usize,
}

impl Body {
    /// A body that is there as a whole.
    pub fn whole(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self { size: bytes.len(), bytes }
    }

    /// As text, cut to [`LARGEST_BODY`] between two characters. Bytes that are not UTF-8 become the replacement mark.
    fn text(&self) -> String {
        cut(String::from_utf8_lossy(&self.bytes).into_owned(), LARGEST_BODY)
    }

    fn size(&self) -> u32 {
        u32::try_from(self.size).unwrap_or(u32::MAX)
    }
}

impl Call {
    /// As it is kept.
    pub(crate) fn kept(self) -> store::Call {
        let (request_size, response_size) = (self.request.size(), self.response.size());
        store::Call {
            request: self.request.text(),
            response: self.response.text(),
            row: store::CallRow {
                id: 0,
                uuid: self.uuid,
                at: self.at,
                method: cut(self.method, LONGEST_TEXT),
                path: cut(self.path, LONGEST_TEXT),
                query: cut(self.query, LONGEST_TEXT),
                status: self.status,
                duration_us: self.duration_us,
                user_agent: cut(self.user_agent, LONGEST_TEXT),
                scheme: self.scheme,
                fault: self.fault,
                event: self.event.map(Seq),
                request_size,
                response_size,
            },
        }
    }
}

fn cut(mut text: String, most: usize) -> String {
    text.truncate(text.floor_char_boundary(most));
    text
}
