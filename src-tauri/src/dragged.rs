//! Files dragged over the window. The window is told of them, shows where they would go, and opens what is dropped by
//! the road of *Open…*.

use tauri::{DragDropEvent, Window, WindowEvent};
use tauri_specta::Event;

use crate::events::{DragStep, DraggedEvent};

/// Tells the window what happens to files that are dragged over it.
pub fn tell(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else { return };
    let Some(dragged) = told(event) else { return };
    if let Err(why) = dragged.emit(window) {
        tracing::warn!("the window could not be told of dragged files: {why}");
    }
}

/// What the window is told; nothing of mere movements.
fn told(event: &DragDropEvent) -> Option<DraggedEvent> {
    let (step, paths) = match event {
        DragDropEvent::Enter { paths, .. } => (DragStep::Over, paths.as_slice()),
        DragDropEvent::Drop { paths, .. } => (DragStep::Dropped, paths.as_slice()),
        DragDropEvent::Leave => (DragStep::Gone, [].as_slice()),
        _ => return None,
    };
    // A dragged address of the web comes as a path too, but not as one from the root.
    if paths.iter().any(|path| !path.is_absolute()) {
        return None;
    }
    let paths = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    Some(DraggedEvent { step, paths })
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use tauri::{DragDropEvent, PhysicalPosition};

    use super::told;
    use crate::events::DragStep;

    #[test]
    fn the_window_hears_when_files_come_go_and_are_dropped_and_not_how_they_move() {
        let position = PhysicalPosition::new(4.0, 2.0);
        let paths = vec![PathBuf::from("/home/ana/Summer sale.tillroll")];
        let cases = [
            (DragDropEvent::Enter { paths: paths.clone(), position }, Some((DragStep::Over, 1))),
            (DragDropEvent::Enter { paths: vec![PathBuf::from("https://example.com/")], position }, None),
            (DragDropEvent::Over { position }, None),
            (DragDropEvent::Drop { paths, position }, Some((DragStep::Dropped, 1))),
            (DragDropEvent::Leave, Some((DragStep::Gone, 0))),
        ];
        for (event, expected) in cases {
            let heard = told(&event).map(|dragged| (dragged.step, dragged.paths.len()));
            assert_eq!(heard, expected, "{event:?}");
        }
    }
}
