//! Many jobs: takes paths, gives finished files on disk. The only room of the library that knows the disk.

mod disk;
mod plan;

pub use disk::{Folder, read_source, write_whole};
pub use plan::{Job, PlanError, plan};
