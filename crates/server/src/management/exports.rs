//! The CSV exports: written row by row while they are sent, whatever their length.

use std::io::{self, Write};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use app::listing::events::WantedEvents;
use app::listing::exports::{CouponRows, DateFormat, EffectRows, SessionRows};
use app::listing::sessions::WantedSessions;
use app::sheet::print::{Print, Rows};
use app::workspace::Workspace;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::response::Response;
use http_body::Frame;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::asked::Asked;
use super::{coupons, sessions as lists};
use crate::shop::Shop;
use crate::spoken::{Refused, csv};

/// How many pieces wait for a slow reader at most.
const WAITING: usize = 8;
/// Bytes of a piece.
const PIECE: usize = 64 * 1024;

/// *Export triggered effects*.
pub async fn effects(State(shop): State<Shop>, asked: Asked) -> Result<Response, Refused> {
    let created = asked.between("createdAfter", "createdBefore")?;
    let rows = EffectRows {
        campaign: asked.number("campaignId")?,
        events: WantedEvents { created, ..WantedEvents::default() },
        dates: dates(&asked)?,
    };
    Ok(csv("effects.csv", print(shop.workspace(), rows)))
}

/// *Export customer sessions*.
pub async fn sessions(State(shop): State<Shop>, asked: Asked) -> Result<Response, Refused> {
    let sessions = WantedSessions {
        profile: asked.text("profileIntegrationId"),
        state: asked.word("customerSessionState", &lists::STATES)?,
        created: asked.between("createdAfter", "createdBefore")?,
        updated: asked.between("updatedAfter", "updatedBefore")?,
        ..WantedSessions::default()
    };
    Ok(csv("sessions.csv", print(shop.workspace(), SessionRows { sessions, dates: dates(&asked)? })))
}

/// *Export coupons*.
pub async fn coupons(State(shop): State<Shop>, asked: Asked) -> Result<Response, Refused> {
    let coupons = coupons::wanted(&asked, asked.number("campaignId")?)?;
    Ok(csv("coupons.csv", print(shop.workspace(), CouponRows { coupons, dates: dates(&asked)? })))
}

fn dates(asked: &Asked) -> Result<DateFormat, Refused> {
    let format = asked.word("dateFormat", &["excel", "ISO8601"])?;
    Ok(if format.as_deref() == Some("excel") { DateFormat::Excel } else { DateFormat::Iso })
}

/// The rows as a body. They are written on a thread of their own and wait for the reader; a reader that goes away ends
/// them.
fn print(workspace: &Arc<Workspace>, sheet: impl Rows) -> Body {
    let (sender, pieces) = channel(WAITING);
    let workspace = Arc::clone(workspace);
    tokio::spawn(async move {
        let to = Mutex::new(io::BufWriter::with_capacity(PIECE, Pieces { sender: sender.clone() }));
        let printed = workspace.ask(Print { sheet, to }).await;
        let why = match printed {
            Ok(Ok(_)) => return,
            Ok(Err(why)) => why,
            Err(refusal) => io::Error::other(refusal.to_string()),
        };
        // The reader must not take the beginning for the whole.
        let _ = sender.send(Err(why)).await;
    });
    Body::new(Printed { pieces })
}

struct Pieces {
    sender: Sender<io::Result<Bytes>>,
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let gone = |_| io::Error::from(io::ErrorKind::BrokenPipe);
        self.sender.blocking_send(Ok(Bytes::copy_from_slice(bytes))).map_err(gone)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Printed {
    pieces: Receiver<io::Result<Bytes>>,
}

impl http_body::Body for Printed {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.pieces.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}
