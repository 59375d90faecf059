//! Copies of a workspace in use.

use std::fs;

use store::{EventFilter, Store};

use crate::samples::{World, event, kind_of};

#[test]
fn a_copy_is_a_workspace_of_that_moment() {
    let mut world = World::new();
    world.log(&event("tick", 1, None, None));
    let target = world.folder.path().join("copy.tillroll");
    fs::write(&target, "something the user agreed to replace").unwrap();
    world.store.copy_to(&target).unwrap();
    world.log(&event("tick", 2, None, None));
    let copy = Store::open(&target).unwrap();
    assert_eq!(copy.reader().unwrap().count(&EventFilter::default()).unwrap(), 1);
    let mut writer = copy.writer().unwrap();
    let later = event("tock", 3, None, None);
    assert_eq!(writer.write(|tx| tx.append(&crate::samples::entry(&later))).unwrap().0, 2);
    assert_eq!(world.writer.count(&EventFilter::default()).unwrap(), 2);
}

#[test]
fn a_workspace_is_not_copied_onto_itself_nor_into_nowhere() {
    let world = World::new();
    let detour = world.folder.path().join(".").join("shop.tillroll");
    assert_eq!(kind_of(&world.store.copy_to(&detour).unwrap_err()), "exists");
    let nowhere = world.folder.path().join("no/such/folder/copy.tillroll");
    assert_eq!(kind_of(&world.store.copy_to(&nowhere).unwrap_err()), "read-only");
    Store::open(&world.path()).unwrap();
}
